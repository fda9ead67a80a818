//! Other names of the same: "Jean Roux, also known as Lion", "the village, called Tarvo".

use crate::Reading;
use crate::lexicon::among;

/// Where the words begin that bring in another name right before a token: "known as", "alias", "nicknamed"; marks of quotation may stand between.
pub(crate) fn brings(reading: &Reading<'_>, first: usize, start: usize) -> Option<usize> {
    let norm = |k: usize| if start >= first + k { reading.tokens.norm(start - k) } else { "" };
    let quoted = usize::from(is_quote(norm(1))) + usize::from(norm(1) == "the");
    let at = quoted + 1;
    match norm(at) {
        "as" if among(norm(at + 1), "known referred") => Some(start - at - 1),
        "alias" | "aka" | "a.k.a." | "nicknamed" | "dubbed" | "called" | "named" => Some(start - at),
        "itself" | "themselves" if among(norm(at + 1), "calls call calling called") => Some(start - at - 1),
        _ => None,
    }
}

/// Whether the words between two names say that they are names of the same.
pub(crate) fn joins(reading: &Reading<'_>, end: usize, start: usize) -> bool {
    let words = brings(reading, end, start).filter(|_| start - end < 8);
    words.is_some_and(|words| !among(reading.tokens.norm(words), "called named dubbed") && (end..words).all(|i| is_filler(reading.tokens.norm(i))))
}

/// Words that may stand between a name and "known as".
pub(super) fn is_filler(word: &str) -> bool {
    among(word, ", ( also better commonly locally and previously formerly who is are was more widely popularly once which that")
}

pub(super) fn is_quote(word: &str) -> bool {
    among(word, "\" ' `` '' “ ‘ ” ’")
}
