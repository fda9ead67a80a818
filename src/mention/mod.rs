//! tokens → mentions: the words that name or describe actors, victims, places, things.

use crate::Reading;
use crate::analysis::{EntityType, MentionKind};
use crate::time::TimeExpression;
use std::ops::Range;

/// Words that refer to an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its tokens. Mentions do not overlap.
    pub tokens: Range<usize>,
    /// The syntactic head: the token whose arcs are the mention's arcs.
    pub head: usize,
    /// How it refers.
    pub kind: MentionKind,
    /// What it seems to be, from its own words and its context.
    pub entity_type: EntityType,
    /// What that rests on: a key into the lexicon of known names, if the name is known ("free syrian army"); empty otherwise.
    pub key: String,
    /// Title or role that stands beside it: "Foreign Minister".
    pub role: Option<Range<usize>>,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub score: f32,
}

/// Words that make mentions.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The words that are compiled in.
    pub fn embedded() -> Self {
        Lexicon {}
    }
}

/// Finds the mentions of a text, in text order: names, nominals and pronouns.
pub fn find(_reading: &Reading<'_>, _times: &[TimeExpression], _lexicon: &Lexicon) -> Vec<Mention> {
    Vec::new()
}
