//! Whether a text is about conflict and unrest at all, by all of its words: logistic regression on the shares of the square roots
//! of their counts (the square root so that a word often told does not drown the others; Jaakkola and Haussler 1999 call such
//! shares the Hellinger kernel's).

use super::Context;
use super::weigh::{SUBJECT, UNIT, Weights, number};

/// Fewer words say nothing of a text.
const FEWEST: usize = 60;

/// What all shares of a text make together.
const WHOLE: u64 = 8 << 12;

/// A unit of a share.
pub const SHARE: f32 = 4096.0;

/// So many steps of a weight make one unit of a logit: few, because a text has many words and every visitor loads the weights.
pub const STEPS: f32 = 2.0;

/// The number of each word's feature and its share, in 4,096ths of which all words together have eight wholes; in ascending order
/// of the numbers, without words that are not of letters alone.
pub fn shares<'w>(words: impl Iterator<Item = &'w str>) -> Vec<(u32, u32)> {
    let mut numbers: Vec<u32> = words.filter(|w| w.chars().all(char::is_alphabetic)).map(|w| number(&[w])).collect();
    numbers.sort_unstable();
    // Roots in 256ths.
    let roots: Vec<(u32, u64)> = numbers.chunk_by(|a, b| a == b).map(|same| (same[0], ((same.len() as u64) << 16).isqrt())).collect();
    let sum = roots.iter().map(|(_, root)| root).sum::<u64>().max(1);
    roots.into_iter().map(|(number, root)| (number, (root * WHOLE / sum) as u32)).collect()
}

/// The logit, in 32nds, that a text is about conflict; none if it has too few words to tell.
pub(super) fn logit(context: &Context<'_>, weights: &Weights) -> Option<i32> {
    let tokens = &context.reading.tokens;
    if tokens.len() < FEWEST {
        return None;
    }
    let shares = shares((0..tokens.len()).map(|i| tokens.norm(i)));
    let sum: i64 = shares.into_iter().map(|(number, share)| i64::from(weights.step(number)) * i64::from(share)).sum();
    let logit = sum * (UNIT / STEPS) as i64 / SHARE as i64;
    Some(weights.bias() + logit as i32)
}

/// What [`likelihood`] gives a text too short to tell.
const UNTOLD: f64 = 0.35;

/// 0 to 1: how much the words of a text speak for its being about conflict, by [`logit`].
pub(super) fn likelihood(logit: Option<i32>) -> f64 {
    logit.map_or(UNTOLD, |logit| (f64::from(logit) / 128.0).clamp(0.0, 1.0))
}

/// The weights that are compiled in.
pub(super) fn embedded() -> Weights {
    // A test reads them, so the fallback, by which no text is doubted, is never reached.
    Weights::read(include_bytes!("../../models/subject.bin"), SUBJECT).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_that_are_compiled_in_can_be_read() {
        assert!(Weights::read(include_bytes!("../../models/subject.bin"), SUBJECT).is_ok());
    }

    #[test]
    fn shares_are_of_roots_of_counts_and_numbers_ascend() {
        let found = shares("the the the the siege , 12".split(' '));
        let mut wanted = [(number(&["the"]), WHOLE as u32 * 2 / 3), (number(&["siege"]), WHOLE as u32 / 3)];
        wanted.sort_unstable();
        assert_eq!(found, wanted);
        assert_eq!(shares([].into_iter()), []);
    }
}
