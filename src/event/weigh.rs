//! Weights of what stands around a word, learnt from annotated articles: logistic regression over features that are named in
//! words and found by a hash of their names (Weinberger et al. 2009), so that a table of fixed size holds them all.
//!
//! Weights are whole numbers, so that sums are the same on every machine.

use crate::syntax::ModelError;

/// What a file of weights of triggers begins with: the version of the features that they are of and of their [`STEP`].
pub const TRIGGERS: [u8; 4] = *b"dtr4";

/// What a file of weights of a text's subject begins with.
pub const SUBJECT: [u8; 4] = *b"dsu1";

/// One unit of a logit, as sums of weights count it.
pub const UNIT: f32 = 32.0;

/// What one step of a trigger's weight counts: finer steps tell no more, and every visitor loads them.
pub const STEP: i32 = 4;

/// Weights by the number of their feature.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    bias: i32,
    steps: &'static [u8],
}

impl Weights {
    /// Reads a file of weights: the stamp, the bias, and a step of eight bits for every number of a feature.
    ///
    /// # Errors
    /// Another stamp, or a table whose size is no power of two.
    pub fn read(file: &'static [u8], stamp: [u8; 4]) -> Result<Self, ModelError> {
        let rest = file.strip_prefix(&stamp).ok_or_else(|| ModelError::new("The weights are of another version."))?;
        let (&[a, b, c, d], steps) = rest.split_first_chunk::<4>().ok_or_else(|| ModelError::new("The weights are cut short."))?;
        if !steps.len().is_power_of_two() {
            return Err(ModelError::new("The weights are cut short."));
        }
        Ok(Weights { bias: i32::from_le_bytes([a, b, c, d]), steps })
    }

    /// The weights that are compiled in.
    pub(super) fn embedded() -> Self {
        // A test reads them, so the fallback, which adds no trigger, is never reached.
        Weights::read(include_bytes!("../../models/triggers.bin"), TRIGGERS).unwrap_or_default()
    }

    /// The weight of no feature.
    pub(super) fn bias(&self) -> i32 {
        self.bias
    }

    /// The weight of the feature of a number; none without weights.
    pub(super) fn step(&self, number: u32) -> i32 {
        self.steps.get(number as usize & self.steps.len().wrapping_sub(1)).map_or(0, |&step| i32::from(step as i8))
    }

    /// The sum of the bias and the weights of some features.
    pub(super) fn sum(&self, features: impl FnOnce(&mut dyn FnMut(&[&str]))) -> i32 {
        if self.steps.is_empty() {
            return i32::MIN;
        }
        let mut sum = self.bias;
        features(&mut |name| sum += STEP * self.step(number(name)));
        sum
    }
}

/// The number of a feature: a hash of the parts of its name, the same on every machine.
pub fn number(name: &[&str]) -> u32 {
    let hash = name.iter().fold(0x9e37_79b9_7f4a_7c15, |hash, part| mix(hash, part.as_bytes()));
    (hash >> 32) as u32 ^ hash as u32
}

/// Mixes a part of a name into a hash, eight bytes at a time; the last eight may have been read already.
fn mix(hash: u64, part: &[u8]) -> u64 {
    let step = |hash: u64, word: u64| ((hash ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd)).rotate_left(29);
    let length = part.len() as u64;
    let last = match (part.last_chunk::<8>(), part.first_chunk::<4>(), part.last_chunk::<4>()) {
        (Some(&last), ..) => u64::from_le_bytes(last),
        (None, Some(&first), Some(&last)) => u64::from(u32::from_le_bytes(first)) << 32 | u64::from(u32::from_le_bytes(last)),
        _ => part.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    let hash = part.as_chunks::<8>().0.iter().fold(hash, |hash, &eight| step(hash, u64::from_le_bytes(eight)));
    step(step(hash, last), length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_that_are_compiled_in_can_be_read() {
        assert!(Weights::read(include_bytes!("../../models/triggers.bin"), TRIGGERS).is_ok());
    }

    #[test]
    fn weights_of_another_version_or_cut_short_are_refused() {
        assert!(Weights::read(b"", TRIGGERS).is_err());
        assert!(Weights::read(b"dtr3\0\0\0\0\x01\x02", TRIGGERS).is_err());
        assert!(Weights::read(b"dtr4\0\0", TRIGGERS).is_err());
        assert!(Weights::read(b"dtr4\0\0\0\0\x01\x02\x03", TRIGGERS).is_err());
        assert!(Weights::read(b"dtr4\0\0\0\0\x01\x02", TRIGGERS).is_ok());
    }

    #[test]
    fn a_sum_is_of_the_bias_and_each_feature() {
        let weights = Weights::read(b"dtr4\x05\0\0\0\x03", TRIGGERS).unwrap();
        assert_eq!(weights.sum(|_| ()), 5);
        assert_eq!(weights.sum(|add| (add(&["a"]), add(&["b", "c"])).0), 29);
        assert_eq!(Weights::default().sum(|add| add(&["a"])), i32::MIN);
    }

    #[test]
    fn names_of_features_are_told_apart_by_their_parts() {
        assert_ne!(number(&["ab", "c"]), number(&["a", "bc"]));
        let words =
            ["", "a", "aa", "ab", "abc", "abcd", "abcde", "abcdefgh", "abcdefgx", "xbcdefgh", "abcdefghi", "abcdefghabcdefgh", "abcdefghabcdefghabc"];
        let numbers: std::collections::HashSet<u32> = words.iter().map(|word| number(&[word])).collect();
        assert_eq!(numbers.len(), words.len());
    }
}
