//! Which names the common noun phrases and pronouns refer to.

use super::{Clusters, Lexicon};
use crate::Reading;
use crate::analysis::{EntityType, MentionKind};
use crate::mention::Mention;
use std::collections::HashMap;

/// Sentences that a definite phrase looks back over.
const WINDOW: usize = 6;

/// Puts nominal mentions, and pronouns where it is safe, into groups.
pub(super) fn group(reading: &Reading<'_>, mentions: &[Mention], _lexicon: &Lexicon, clusters: &mut Clusters) {
    let mut linker = Linker { reading, mentions, clusters, alike: HashMap::new() };
    for index in 0..mentions.len() {
        match mentions[index].kind {
            MentionKind::Name => {}
            MentionKind::Nominal => linker.nominal(index),
            MentionKind::Pronoun => linker.pronoun(index),
        }
    }
}

struct Linker<'a> {
    reading: &'a Reading<'a>,
    mentions: &'a [Mention],
    clusters: &'a mut Clusters,
    /// Groups of nominals alone, by type and noun.
    alike: HashMap<(EntityType, String), usize>,
}

impl Linker<'_> {
    fn nominal(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let noun = self.reading.tokens.norm(mention.tokens.end - 1).to_owned();
        if let Some(group) = self.named(index, &noun) {
            self.clusters.put(index, group);
            return;
        }
        let slot = (mention.entity_type, slot(mention.entity_type, &noun).to_owned());
        let fresh = self.is_new(index);
        match self.alike.get(&slot) {
            Some(&group) if !fresh => self.clusters.put(index, group),
            _ => {
                let group = self.clusters.begin(index, mention.entity_type, String::new());
                self.alike.insert(slot, group);
            }
        }
    }

    /// Whether the phrase brings in something new: "a bus".
    fn is_new(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        let first = self.reading.tokens.norm(mention.tokens.start);
        matches!(first, "a" | "an" | "another" | "other" | "some" | "several")
            || matches!(mention.entity_type, EntityType::Place | EntityType::Facility | EntityType::Other) && !self.is_definite(index)
    }

    fn is_definite(&self, index: usize) -> bool {
        matches!(self.reading.tokens.norm(self.mentions[index].tokens.start), "the" | "this" | "that" | "these" | "those" | "its" | "their")
    }

    /// The named group that a phrase refers to.
    fn named(&self, index: usize, noun: &str) -> Option<usize> {
        let mention = &self.mentions[index];
        let definite = self.is_definite(index);
        match mention.entity_type {
            EntityType::StateForce => {
                self.nearest(index, usize::MAX, |g| g.0 == EntityType::StateForce && !g.1.starts_with("=")).filter(|_| !self.is_new(index))
            }
            EntityType::ArmedGroup if matches!(noun, "group" | "organization" | "organisation" | "movement" | "militia" | "alliance") => {
                definite.then(|| self.nearest(index, WINDOW, |g| matches!(g.0, EntityType::ArmedGroup | EntityType::Organization))).flatten()
            }
            EntityType::ArmedGroup
                if matches!(
                    noun,
                    "rebels"
                        | "rebel"
                        | "insurgents"
                        | "insurgent"
                        | "opposition"
                        | "resistance"
                        | "fighters"
                        | "forces"
                        | "guerrillas"
                        | "guerrilla"
                ) =>
            {
                self.nearest(index, usize::MAX, |g| g.1.starts_with("rebels:")).filter(|_| !self.is_new(index))
            }
            EntityType::ArmedGroup => {
                definite.then(|| self.nearest(index, WINDOW, |g| g.0 == EntityType::ArmedGroup && !g.1.starts_with("rebels:"))).flatten()
            }
            EntityType::Government if matches!(noun, "government" | "regime" | "authorities" | "administration") => {
                self.nearest(index, usize::MAX, |g| g.0 == EntityType::Government && g.1.starts_with("gov:"))
            }
            EntityType::Place if definite => self.place(index, noun),
            EntityType::Organization if definite => self.nearest(index, WINDOW, |g| matches!(g.0, EntityType::Organization)),
            EntityType::Person if definite => self.person(index, noun),
            EntityType::Facility if definite => self.nearest_by_noun(index, noun),
            _ => None,
        }
    }

    fn place(&self, index: usize, noun: &str) -> Option<usize> {
        match noun {
            "country" => self.nearest(index, usize::MAX, |g| g.1.starts_with("place:")),
            "town" | "city" | "village" => self.nearest(index, WINDOW, |g| g.0 == EntityType::Place && !g.1.starts_with("place:")),
            "province" | "region" | "district" | "governorate" | "island" | "border" => self.nearest_by_noun(index, noun),
            _ => None,
        }
    }

    /// A person whose title holds the noun.
    fn person(&self, index: usize, noun: &str) -> Option<usize> {
        (0..index).rev().find_map(|m| {
            let role = self.mentions[m].role.clone()?;
            role.into_iter().any(|t| self.reading.tokens.norm(t) == noun).then_some(self.clusters.of_mention[m]).flatten()
        })
    }

    /// The nearest named group before a mention whose type and key suit.
    fn nearest(&self, index: usize, window: usize, suits: impl Fn((EntityType, &str)) -> bool) -> Option<usize> {
        let here = self.reading.tokens.sentence_of(self.mentions[index].tokens.start);
        for m in (0..index).rev() {
            let mention = &self.mentions[m];
            if here - self.reading.tokens.sentence_of(mention.tokens.start) > window {
                return None;
            }
            if mention.kind != MentionKind::Name {
                continue;
            }
            let Some(group) = self.clusters.of_mention[m] else { continue };
            if suits((mention.entity_type, &self.clusters.groups[group].key)) {
                return Some(group);
            }
        }
        None
    }

    /// The nearest group before a mention one of whose mentions ends in the noun.
    fn nearest_by_noun(&self, index: usize, noun: &str) -> Option<usize> {
        let entity_type = self.mentions[index].entity_type;
        (0..index)
            .rev()
            .find(|&m| self.mentions[m].entity_type == entity_type && self.reading.tokens.norm(self.mentions[m].tokens.end - 1) == noun)
            .and_then(|m| self.clusters.of_mention[m])
    }

    /// A person for "he" and "she", if one was named in this or the last sentence; nothing else is safe.
    fn pronoun(&mut self, index: usize) {
        if self.mentions[index].entity_type != EntityType::Person {
            return;
        }
        if let Some(group) = self.nearest(index, 2, |g| g.0 == EntityType::Person) {
            self.clusters.put(index, group);
        }
    }
}

/// Nouns of one kind that make one group in a text.
fn slot(entity_type: EntityType, noun: &str) -> &str {
    match (entity_type, noun) {
        (EntityType::StateForce, "army" | "troops" | "soldiers" | "forces" | "military") => "army",
        (
            EntityType::ArmedGroup,
            "rebels" | "rebel" | "insurgents" | "insurgent" | "opposition" | "resistance" | "fighters" | "guerrillas" | "guerrilla",
        ) => "rebels",
        (EntityType::Government, "government" | "regime" | "authorities") => "government",
        _ => noun,
    }
}
