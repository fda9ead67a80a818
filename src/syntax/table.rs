//! Linear scores over hashed features: a feature's hash picks a row, a row has a weight for each class.

/// Mixes two numbers.
pub fn hash(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 15)
}

/// Hash of a string.
pub fn hash_text(text: &[u8]) -> u32 {
    text.iter().fold(0x811c_9dc5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// A table of `2^bits` rows of `width` weights.
#[derive(Debug, Default)]
pub struct Table {
    weights: Vec<i8>,
    width: usize,
    mask: usize,
}

impl Table {
    /// A table of given weights; its number of rows is a power of two.
    pub fn new(weights: Vec<i8>, width: usize) -> Self {
        let mask = (weights.len() / width.max(1)).saturating_sub(1);
        Table { weights, width, mask }
    }

    /// Adds the scores of the features.
    pub fn score(&self, features: &[u32], scores: &mut [i32]) {
        for &feature in features {
            let row = (feature as usize & self.mask) * self.width;
            for (score, &weight) in scores.iter_mut().zip(self.weights.iter().skip(row).take(self.width)) {
                *score += i32::from(weight);
            }
        }
    }
}

/// The best class and its lead over the second.
pub fn best(scores: &[i32]) -> (usize, i32) {
    let mut best = (0, i32::MIN);
    let mut second = i32::MIN;
    for (class, &score) in scores.iter().enumerate() {
        if score > best.1 {
            second = best.1;
            best = (class, score);
        } else if score > second {
            second = score;
        }
    }
    (best.0, best.1.saturating_sub(second))
}
