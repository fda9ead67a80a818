//! Which body "the group", "the paramilitary force", "the insurgents" mean.

use super::nominals::{Linker, WINDOW};
use super::phrases::{LINKED, Phrase};
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::among;
use crate::mention::Mention;
use crate::syntax::Relation;

impl<'a> Linker<'a> {
    /// The body that a text called paramilitary before: "the paramilitary force".
    pub(super) fn paramilitary(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        let told = |w: &str| among(w, "paramilitary paramilitaries");
        if !phrase.definite || !phrase.words().any(told) {
            return None;
        }
        let says = |m: &Mention| m.tokens.clone().any(|t| told(self.norm(t))) || m.tokens.start > 0 && told(self.norm(m.tokens.start - 1));
        (index.saturating_sub(super::nominals::REACH)..index).rev().filter(|&m| says(&self.mentions[m])).find_map(|m| {
            let group = self.clusters.of_mention[m]?;
            let named = self.clusters.groups[group].mentions.iter().take(8).any(|&n| self.mentions[n].kind == MentionKind::Name);
            named.then_some(group)
        })
    }

    /// The body of which the sentences before told what it did, for "the group" that does something too.
    pub(super) fn subject_before(&self, index: usize) -> Option<usize> {
        let here = self.sentence(index);
        let subject = |m: &usize| {
            let mention = &self.mentions[*m];
            matches!(self.reading.syntax.relation(mention.head), Relation::Nsubj | Relation::NsubjPass) && self.sentence(*m) < here
        };
        let body = |m: usize| {
            let group = self.clusters.of_mention[m]?;
            let kind = self.clusters.groups[group].kind;
            matches!(kind, EntityType::ArmedGroup | EntityType::Organization).then_some(group)
        };
        let near = (index.saturating_sub(40)..index).rev().take_while(|&m| self.sentence(m) + 1 >= here);
        near.filter(subject).find_map(body)
    }

    /// Whether a name only describes what follows: "[Tarvia]-linked".
    pub(super) fn is_hyphened(&self, mention: &Mention) -> bool {
        let end = mention.tokens.end;
        matches!(self.norm(end), "-" | "–") && (among(self.norm(end + 1), LINKED) || among(self.norm(end + 1), "held controlled run based"))
    }

    /// The group named last, for "the insurgents" of a text that has several.
    pub(super) fn group_before(&self, index: usize) -> Option<usize> {
        self.nearest(index, WINDOW / 2, |m, key| m.entity_type == EntityType::ArmedGroup && !key.starts_with("rebels:"))
    }

    /// The group that a sentence spoke of without its name: "the rebel movement said its fighters".
    pub(super) fn group_here(&self, index: usize) -> Option<usize> {
        let here = self.sentence(index);
        let near = (index.saturating_sub(20)..index).rev().take_while(|&m| self.sentence(m) == here);
        near.filter_map(|m| self.clusters.of_mention[m]).find(|&g| self.clusters.groups[g].kind == EntityType::ArmedGroup)
    }

    pub(super) fn sentence(&self, m: usize) -> usize {
        self.reading.tokens.sentence_of(self.mentions[m].tokens.start)
    }
}
