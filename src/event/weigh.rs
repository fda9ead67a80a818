//! Weights of what stands around a word, learnt from annotated articles: logistic regression over features that are named in
//! words and found by a hash of their names (Weinberger et al. 2009), so that a table of fixed size holds them all.
//!
//! Weights are whole numbers, so that sums are the same on every machine.

use crate::syntax::ModelError;

/// What a file of weights begins with: the version of the features that they are of.
pub const STAMP: [u8; 4] = *b"dtr1";

/// One unit of a logit, in the steps of the weights.
pub const UNIT: f32 = 32.0;

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
    pub fn read(file: &'static [u8]) -> Result<Self, ModelError> {
        let rest = file.strip_prefix(&STAMP).ok_or_else(|| ModelError::new("The weights of triggers are of another version."))?;
        let (&[a, b, c, d], steps) = rest.split_first_chunk::<4>().ok_or_else(|| ModelError::new("The weights of triggers are cut short."))?;
        if !steps.len().is_power_of_two() {
            return Err(ModelError::new("The weights of triggers are cut short."));
        }
        Ok(Weights { bias: i32::from_le_bytes([a, b, c, d]), steps })
    }

    /// The weights that are compiled in.
    pub(super) fn embedded() -> Self {
        // A test reads them, so the fallback, which adds no trigger, is never reached.
        Weights::read(include_bytes!("../../models/triggers.bin")).unwrap_or_default()
    }

    /// The sum of the bias and the weights of some features.
    pub(super) fn sum(&self, features: impl FnOnce(&mut dyn FnMut(&[&str]))) -> i32 {
        if self.steps.is_empty() {
            return i32::MIN;
        }
        let mut sum = self.bias;
        features(&mut |name| sum += i32::from(self.steps[number(name) as usize & (self.steps.len() - 1)] as i8));
        sum
    }
}

/// The number of a feature: a hash of the parts of its name (FNV-1a), the same on every machine.
pub fn number(name: &[&str]) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    for part in name {
        for &byte in part.as_bytes().iter().chain(b"|") {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_that_are_compiled_in_can_be_read() {
        assert!(Weights::read(include_bytes!("../../models/triggers.bin")).is_ok());
    }

    #[test]
    fn weights_of_another_version_or_cut_short_are_refused() {
        assert!(Weights::read(b"").is_err());
        assert!(Weights::read(b"dtr0\0\0\0\0\x01\x02").is_err());
        assert!(Weights::read(b"dtr1\0\0").is_err());
        assert!(Weights::read(b"dtr1\0\0\0\0\x01\x02\x03").is_err());
        assert!(Weights::read(b"dtr1\0\0\0\0\x01\x02").is_ok());
    }

    #[test]
    fn a_sum_is_of_the_bias_and_each_feature() {
        let weights = Weights::read(b"dtr1\x05\0\0\0\x03").unwrap();
        assert_eq!(weights.sum(|_| ()), 5);
        assert_eq!(weights.sum(|add| (add(&["a"]), add(&["b", "c"])).0), 11);
        assert_eq!(Weights::default().sum(|add| add(&["a"])), i32::MIN);
    }

    #[test]
    fn names_of_features_are_told_apart_by_their_parts() {
        assert_ne!(number(&["ab", "c"]), number(&["a", "bc"]));
    }
}
