//! tokens → tolls: figures of killed, injured, missing, captured, displaced, affected.

use crate::Reading;
use crate::analysis::{CasualtyKind, Groups, Quantifier};
use crate::mention::Mention;
use std::ops::Range;

/// One figure of victims.
#[derive(Debug, Clone, PartialEq)]
pub struct Toll {
    /// The words that give the figure and its qualifier: "at least 32 people", "dozens".
    pub tokens: Range<usize>,
    /// The token of killing or wounding: "killed", "wounded", "deaths".
    pub cue: usize,
    /// What befell them.
    pub kind: CasualtyKind,
    /// Lowest figure, in persons.
    pub low: Option<u32>,
    /// Highest figure, in persons.
    pub high: Option<u32>,
    /// How it was qualified.
    pub quantifier: Quantifier,
    /// Index of the mention of the victims.
    pub who: Option<usize>,
    /// Men, women and children among them.
    pub groups: Option<Groups>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Words of killing, wounding, counting.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        Lexicon {}
    }
}

/// Finds the tolls of a text, in text order.
pub fn find(_reading: &Reading<'_>, _mentions: &[Mention], _lexicon: &Lexicon) -> Vec<Toll> {
    Vec::new()
}
