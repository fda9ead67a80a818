//! An averaged perceptron over hashed features, in whole numbers.

/// Weights while they are learnt.
#[derive(Debug)]
pub struct Perceptron {
    weights: Vec<i32>,
    sums: Vec<i64>,
    width: usize,
    mask: usize,
    clock: i64,
}

impl Perceptron {
    /// All zero: `2^bits` rows of `width` weights.
    pub fn new(bits: u32, width: usize) -> Self {
        Perceptron { weights: vec![0; width << bits], sums: vec![0; width << bits], width, mask: (1 << bits) - 1, clock: 0 }
    }

    /// Adds up the features.
    pub fn score(&self, features: &[u32], scores: &mut [i32]) {
        for &feature in features {
            let row = (feature as usize & self.mask) * self.width;
            for (score, weight) in scores.iter_mut().zip(&self.weights[row..row + self.width]) {
                *score += weight;
            }
        }
    }

    /// One example: raises the right class and lowers the predicted one if they differ.
    pub fn update(&mut self, features: &[u32], right: usize, predicted: usize) {
        self.clock += 1;
        if right == predicted {
            return;
        }
        for &feature in features {
            let row = (feature as usize & self.mask) * self.width;
            for (class, step) in [(right, 1), (predicted, -1)] {
                self.weights[row + class] += step;
                self.sums[row + class] += i64::from(step) * self.clock;
            }
        }
    }

    /// The averages, scaled to eight bits.
    pub fn finish(&self) -> Vec<i8> {
        let average: Vec<f32> = self.weights.iter().zip(&self.sums).map(|(&w, &s)| w as f32 - s as f32 / self.clock.max(1) as f32).collect();
        let mut sizes: Vec<f32> = average.iter().map(|a| a.abs()).filter(|&a| a > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes.get(sizes.len() * 9995 / 10000).copied().unwrap_or(1.0);
        average.iter().map(|a| (a / top * 127.0).round().clamp(-127.0, 127.0) as i8).collect()
    }
}

/// The class with the highest score.
pub fn best(scores: &[i32]) -> usize {
    (0..scores.len()).max_by_key(|&i| (scores[i], std::cmp::Reverse(i))).unwrap_or(0)
}
