//! What the network gets wrong in a way that the words themselves make plain.

use super::{Relation, Word};
use crate::lexicon::among;
use crate::token::Tokens;

/// Days after which a comma is often left out.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// "On Tuesday Moscow recalled its envoy": a name that is hung on the weekday before it is the subject of the verb behind it.
pub(super) fn names_after_days(tokens: &Tokens<'_>, words: &mut [Word]) {
    for i in 1..words.len() {
        let day = words[i].relation == Relation::Flat && words[i].head == Some(i as u32 - 1) && among(tokens.norm(i - 1), WEEKDAYS);
        let Some(verb) = words[i - 1].head.filter(|&v| day && v as usize > i) else { continue };
        let of_verb = |relations: &[Relation]| words[i..verb as usize].iter().any(|w| w.head == Some(verb) && relations.contains(&w.relation));
        if of_verb(&[Relation::Nsubj, Relation::NsubjPass]) {
            continue;
        }
        let relation = if of_verb(&[Relation::AuxPass]) { Relation::NsubjPass } else { Relation::Nsubj };
        words[i] = Word { head: Some(verb), relation, ..words[i] };
    }
}
