//! Phrases that stand beside the name they tell of: "the Observatory, a war monitor", "the tanker Blue Gull".

use super::nominals::Linker;
use crate::analysis::{EntityType, MentionKind};
use crate::mention::Mention;
use crate::syntax::Relation;

impl<'a> Linker<'a> {
    /// "the tanker Blue Gull": the name right behind the noun.
    pub(super) fn class_of_name(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        let next = self.mentions.get(index + 1).filter(|m| m.kind == MentionKind::Name && m.tokens.start == mention.tokens.end)?;
        let ship = matches!(next.entity_type, EntityType::Other | EntityType::StateForce) && next.entity_type == mention.entity_type;
        if ship && self.norm(mention.tokens.start) == "the" { self.clusters.of_mention[index + 1] } else { None }
    }

    /// "The Observatory, a war monitor": the group of what the phrase stands beside or is said to be.
    pub(super) fn apposition(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        let syntax = &self.reading.syntax;
        let other = match syntax.relation(mention.head) {
            Relation::Appos => syntax.head(mention.head),
            _ => syntax.dependents(mention.head, &[Relation::Appos]).find(|&t| self.name_at(t, index).is_some()),
        };
        let Some((at, name)) = other.and_then(|t| self.name_at(t, index)) else { return self.beside(index) };
        let near = name.tokens.end.abs_diff(mention.tokens.start) <= 2 || mention.tokens.end.abs_diff(name.tokens.start) <= 2;
        // "Mali: Army blamed": a label, and what is said under it.
        let label = self.norm(name.tokens.end) == ":";
        (near && !label && super::phrases::alike(name.entity_type, mention.entity_type)).then_some(self.clusters.of_mention[at]).flatten()
    }

    /// "The governor, Ana Ruiz, said", "Ana Ruiz, the governor, said", where the parser sees no apposition: a title and a name between commas, and no list.
    fn beside(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        let person = |m: usize| self.mentions.get(m).filter(|m| m.entity_type == EntityType::Person);
        let named = |m: usize| person(m).filter(|m| m.kind == MentionKind::Name);
        if mention.entity_type != EntityType::Person || self.norm(mention.tokens.start) != "the" {
            return None;
        }
        let follows = |m: &Mention, next: &Mention| self.norm(m.tokens.end) == "," && next.outset() == m.tokens.end + 1;
        let (name, last) = if named(index + 1).is_some_and(|next| follows(mention, next)) {
            (index + 1, index + 1)
        } else {
            let before = index.checked_sub(1).filter(|&b| named(b).is_some_and(|m| follows(m, mention)))?;
            (before, index)
        };
        let end = self.mentions[last].tokens.end;
        let listed = person(last + 1).is_some_and(|m| m.outset() == end + 1);
        let closed = match self.norm(end) {
            "," => !listed && !matches!(self.norm(end + 1), "and" | "or" | "as"),
            "." => true,
            word => matches!(word, "said" | "says" | "told" | "added"),
        };
        if closed { self.clusters.of_mention[name] } else { None }
    }

    /// The name mention that holds a token, close to another mention.
    fn name_at(&self, token: usize, index: usize) -> Option<(usize, &'a Mention)> {
        let lowest = index.saturating_sub(4);
        let highest = (index + 5).min(self.mentions.len());
        (lowest..highest).map(|m| (m, &self.mentions[m])).find(|(_, m)| m.kind == MentionKind::Name && m.tokens.contains(&token))
    }
}
