//! Logistic regression with an L2 penalty over features that are found by a hash of their names.

use dateline::event::weigh::UNIT;

/// Steps down the gradient of all rows.
const STEPS: usize = 400;
/// Highest step.
const RATE: f32 = 0.05;

/// Something to learn from: its features with their values, and whether it is so.
#[derive(Debug, Clone)]
pub struct Row {
    /// Numbers and values of features.
    pub features: Vec<(u16, f32)>,
    /// The answer.
    pub right: bool,
    /// How much it counts, against a penalty of half the sum of squares of all weights.
    pub trust: f32,
}

/// Weights, the bias last.
#[derive(Debug)]
pub struct Weights(pub Vec<f32>);

impl Weights {
    /// The logit that the answer is yes.
    pub fn logit(&self, row: &Row) -> f32 {
        row.features.iter().map(|&(f, value)| self.0[usize::from(f)] * value).sum::<f32>() + self.0[self.0.len() - 1]
    }

    /// The file of them: a stamp, the bias in 32nds, and a step of eight bits for each, so many of which make one unit of a logit.
    pub fn file(&self, stamp: [u8; 4], steps: f32) -> Vec<u8> {
        let step = |w: f32| (w * steps).round();
        let (bias, weights) = self.0.split_last().unwrap_or((&0.0, &[]));
        let steps = weights.iter().map(|&w| step(w).clamp(-127.0, 127.0) as i8 as u8);
        stamp.into_iter().chain(((bias * UNIT).round() as i32).to_le_bytes()).chain(steps).collect()
    }
}

/// The weights of so many features at which loss and penalty are least, by Adam (Kingma and Ba 2015) on all rows at once.
pub fn descend(rows: &[&Row], size: usize) -> Weights {
    let mut weights = Weights(vec![0.0; size + 1]);
    let (mut means, mut squares) = (vec![0.0f32; size + 1], vec![0.0f32; size + 1]);
    for step in 1..=STEPS {
        let mut slope = vec![0.0f32; size + 1];
        for row in rows {
            let error = row.trust * (1.0 / (1.0 + (-weights.logit(row)).exp()) - f32::from(u8::from(row.right)));
            row.features.iter().for_each(|&(f, value)| slope[usize::from(f)] += error * value);
            slope[size] += error;
        }
        let rate = RATE * (1.0 - step as f32 / (STEPS + 1) as f32);
        let (first, second) = (1.0 - 0.9f32.powi(step as i32), 1.0 - 0.99f32.powi(step as i32));
        for (((w, s), m), q) in weights.0.iter_mut().zip(slope).zip(&mut means).zip(&mut squares) {
            let s = s + *w;
            *m += 0.1 * (s - *m);
            *q += 0.01 * (s * s - *q);
            *w -= rate * (*m / first) / ((*q / second).sqrt() + 1e-8);
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_with_the_right_rows_gets_weight() {
        let row = |features: &[u16], right| Row { features: features.iter().map(|&f| (f, 1.0)).collect(), right, trust: 0.15 };
        let rows: Vec<Row> = (0..40).flat_map(|_| [row(&[1, 3], true), row(&[2, 3], false)]).collect();
        let weights = descend(&rows.iter().collect::<Vec<_>>(), 8);
        assert!(weights.0[1] > 0.5 && weights.0[2] < -0.5 && weights.0[3].abs() < 0.1, "{:?}", &weights.0[1..4]);
        assert!(weights.logit(&rows[0]) > 0.0 && weights.logit(&rows[1]) < 0.0);
        assert_eq!(weights.file(*b"test", 4.0).len(), 16);
    }
}
