//! Learns the weights of triggers: logistic regression with an L2 penalty, over the features of every sense that words of the
//! annotated articles may have.

use crate::articles::{Article, near};
use dateline::event::weigh::{STAMP, UNIT};
use dateline::{Options, guesses};
use indicatif::ProgressIterator;

/// Weights in the table.
const SIZE: usize = 1 << 13;
/// How far a single weight may go: the penalty is half the sum of squares, against this many times the loss.
const TRUST: f32 = 0.15;
/// Steps down the gradient of all rows.
const STEPS: usize = 400;
/// Highest step.
const RATE: f32 = 0.05;
/// Articles are told apart into so many parts, each of which is measured by weights of the others.
const PARTS: usize = 5;
/// The least logit at which a sense counts as taken, in measuring.
const LEAST: f32 = -8.0 / UNIT;

/// A sense that some words may have: its features, and whether they do name such an event.
#[derive(Debug, Clone)]
struct Row {
    features: Vec<u16>,
    right: bool,
}

/// Learns from articles and gives the file of weights.
pub fn learn(articles: &[Article]) -> Result<Vec<u8>, String> {
    let rows: Vec<Vec<Row>> = articles.iter().progress().map(rows).collect::<Result<_, _>>()?;
    let all: Vec<&Row> = rows.iter().flatten().collect();
    println!("{} articles, {} senses, {} of them right", articles.len(), all.len(), all.iter().filter(|r| r.right).count());
    let mut counts = [0usize; 3];
    for part in 0..PARTS {
        let others: Vec<&Row> = rows.iter().enumerate().filter(|(i, _)| i % PARTS != part).flat_map(|(_, r)| r).collect();
        let weights = descend(&others);
        for row in rows.iter().skip(part).step_by(PARTS).flatten() {
            let taken = weights.logit(row) >= LEAST;
            counts[0] += usize::from(taken && row.right);
            counts[1] += usize::from(taken);
            counts[2] += usize::from(row.right);
        }
    }
    let share = |n: usize, of: usize| 100.0 * n as f32 / of.max(1) as f32;
    println!("    held out, each sense by itself: precision {:.1}, recall {:.1}", share(counts[0], counts[1]), share(counts[0], counts[2]));
    Ok(descend(&all).file())
}

fn rows(article: &Article) -> Result<Vec<Row>, String> {
    let options = Options { published: article.published.clone(), ..Options::default() };
    let found = guesses(&article.text, &options).map_err(|e| e.to_string())?;
    let row = |(bytes, guess): (std::ops::Range<usize>, dateline::event::Guessed)| {
        let right = article.triggers.iter().any(|(t, kind)| kind == guess.kind.name() && near(t, &bytes));
        Row { features: guess.features.iter().map(|&f| (f as usize % SIZE) as u16).collect(), right }
    };
    Ok(found.into_iter().map(row).collect())
}

/// Weights, the bias last.
struct Weights(Vec<f32>);

impl Weights {
    fn logit(&self, row: &Row) -> f32 {
        row.features.iter().map(|&f| self.0[usize::from(f)]).sum::<f32>() + self.0[SIZE]
    }

    fn file(&self) -> Vec<u8> {
        let step = |w: f32| (w * UNIT).round();
        let steps = self.0[..SIZE].iter().map(|&w| step(w).clamp(-127.0, 127.0) as i8 as u8);
        STAMP.into_iter().chain((step(self.0[SIZE]) as i32).to_le_bytes()).chain(steps).collect()
    }
}

/// The weights at which loss and penalty are least, by Adam (Kingma and Ba 2015) on all rows at once.
fn descend(rows: &[&Row]) -> Weights {
    let mut weights = Weights(vec![0.0; SIZE + 1]);
    let (mut means, mut squares) = (vec![0.0f32; SIZE + 1], vec![0.0f32; SIZE + 1]);
    for step in 1..=STEPS {
        let mut slope = vec![0.0f32; SIZE + 1];
        for row in rows {
            let error = TRUST * (1.0 / (1.0 + (-weights.logit(row)).exp()) - f32::from(u8::from(row.right)));
            row.features.iter().for_each(|&f| slope[usize::from(f)] += error);
            slope[SIZE] += error;
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
        let row = |features: &[u16], right| Row { features: features.to_vec(), right };
        let rows: Vec<Row> = (0..40).flat_map(|_| [row(&[1, 3], true), row(&[2, 3], false)]).collect();
        let weights = descend(&rows.iter().collect::<Vec<_>>());
        assert!(weights.0[1] > 0.5 && weights.0[2] < -0.5 && weights.0[3].abs() < 0.1, "{:?}", &weights.0[1..4]);
        assert!(weights.logit(&rows[0]) > 0.0 && weights.logit(&rows[1]) < 0.0);
        assert_eq!(weights.file().len(), 8 + SIZE);
    }
}
