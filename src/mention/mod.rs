//! tokens → mentions: the words that name or describe actors, victims, places, things.

pub(crate) mod alias;
mod anchor;
mod armies;
mod breaks;
mod bridge;
mod context;
mod dealing;
pub(crate) mod fold;
mod follow;
mod grammar;
mod headline;
pub(crate) mod lexicon;
mod lists;
mod names;
mod nation;
mod nominal;
mod people;
pub(crate) mod phrase;
mod pronoun;
mod rows;
mod run;
mod settle;
mod sheet;
mod state;
#[cfg(test)]
mod tests;
pub(crate) mod trie;
mod trim;
mod words;

use crate::Reading;
use crate::analysis::{EntityType, MentionKind};
use crate::time::TimeExpression;
pub use lexicon::Lexicon;
use sheet::Sheet;
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
    /// What that rests on: "=Free Syrian Army" for a name of the lexicon, "force:SY" for the forces of a state; empty if nothing is known.
    pub key: String,
    /// Title or role that stands beside it: "Foreign Minister".
    pub role: Option<Range<usize>>,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub score: f32,
}

impl Mention {
    /// Where it begins, with the title or role before it.
    pub fn outset(&self) -> usize {
        self.role.as_ref().map_or(self.tokens.start, |role| role.start.min(self.tokens.start))
    }
}

/// Finds the mentions of a text, in text order: names, nominals and pronouns.
pub fn find(reading: &Reading<'_>, times: &[TimeExpression], lexicon: &Lexicon) -> Vec<Mention> {
    let sheet = Sheet::of(reading, times, lexicon);
    let mut mentions = names::find(&sheet);
    let mut taken = vec![false; sheet.len()];
    for mention in &mentions {
        taken[mention.tokens.clone()].fill(true);
        if let Some(role) = &mention.role {
            taken[role.clone()].fill(true);
        }
    }
    nominal::find(&sheet, &mut taken, &mut mentions);
    pronoun::find(&sheet, &taken, &mut mentions);
    mentions.sort_by_key(|m| m.tokens.start);
    mentions
}
