//! tokens → attributions: who says what, with which cue and which stand.

use crate::Reading;
use crate::analysis::Stance;
use crate::mention::Mention;
use std::ops::Range;

/// A source, a cue and what is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Index of the mention that is the source; `None` if the text has none ("reportedly").
    pub source: Option<usize>,
    /// The cue's tokens: "said", "according to".
    pub cue: Range<usize>,
    /// The tokens of what is said; ranges in text order, in one or several sentences.
    pub content: Vec<Range<usize>>,
    /// The source's stand.
    pub stance: Stance,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Verbs of speech and other cues.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        Lexicon {}
    }
}

/// Finds the attributions of a text, in text order of their cues. Contents may nest.
pub fn find(_reading: &Reading<'_>, _mentions: &[Mention], _lexicon: &Lexicon) -> Vec<Attribution> {
    Vec::new()
}
