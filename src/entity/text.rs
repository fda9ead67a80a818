//! The words of mentions, folded, for comparing.

use crate::Reading;
use crate::lexicon::among;
use crate::mention::{Mention, fold};
use std::ops::Range;

/// The folded words of a range, articles and possessive marks left out.
pub(super) fn form(reading: &Reading<'_>, range: Range<usize>) -> Vec<String> {
    let mut words = Vec::new();
    for i in range {
        fold::pieces(reading.tokens.norm(i), |p| {
            if !is_article(p) {
                words.push(p.to_owned());
            }
        });
    }
    words
}

/// Small words that may be left out of a name.
pub(super) fn is_article(piece: &str) -> bool {
    among(piece, "al el the a an as ash ar az ad s de of")
}

/// The words of a mention as written, white space made even.
pub(super) fn written(reading: &Reading<'_>, mention: &Mention) -> String {
    let words = reading.tokens.span(mention.tokens.clone()).of(reading.tokens.text);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
