//! mentions → entities: which mentions are the same, what and where they are.

mod apposition;
mod armies;
mod describe;
mod groups;
mod home;
mod lexicon;
mod names;
mod nominals;
mod persons;
mod phrases;
mod places;
#[cfg(test)]
mod tests;
mod text;

use crate::Reading;
use crate::analysis::{Coordinates, EntityType, GeoPrecision};
use crate::mention::Mention;
pub use lexicon::Lexicon;

/// Something that the article is about.
#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedEntity {
    /// What it is.
    pub kind: EntityType,
    /// The canonical form of its name.
    pub name: String,
    /// Indices of its mentions, ascending.
    pub mentions: Vec<usize>,
    /// "Foreign Minister".
    pub role: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// For places and facilities.
    pub coordinates: Option<Coordinates>,
    /// Index of the entity that holds it.
    pub within: Option<usize>,
    /// First-order division.
    pub admin1: Option<String>,
    /// How finely the name places it.
    pub precision: Option<GeoPrecision>,
}

/// The entities of a text.
#[derive(Debug, Default)]
pub struct Entities {
    /// In text order of their first mention.
    pub entities: Vec<ResolvedEntity>,
    /// For each mention, the index of its entity; `None` for a pronoun nobody is found for.
    pub of_mention: Vec<Option<usize>>,
}

/// Groups mentions into entities and places them.
pub fn resolve(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Entities {
    let mut clusters = Clusters::new(mentions.len());
    names::group(reading, mentions, lexicon, &mut clusters);
    nominals::group(reading, mentions, lexicon, &mut clusters);
    let mut entities = clusters.finish(mentions);
    describe::fill(reading, mentions, lexicon, &mut entities);
    let home = places::fill(reading, mentions, &mut entities);
    places::borrow(reading, mentions, &mut entities, home);
    entities
}

/// Mentions in groups, as they are found.
#[derive(Debug)]
struct Clusters {
    groups: Vec<Group>,
    of_mention: Vec<Option<usize>>,
}

/// Mentions that are the same.
#[derive(Debug)]
struct Group {
    kind: EntityType,
    key: String,
    mentions: Vec<usize>,
}

impl Clusters {
    fn new(mentions: usize) -> Self {
        Clusters { groups: Vec::new(), of_mention: vec![None; mentions] }
    }

    /// Begins a group with a mention.
    fn begin(&mut self, mention: usize, kind: EntityType, key: String) -> usize {
        self.groups.push(Group { kind, key, mentions: vec![mention] });
        let group = self.groups.len() - 1;
        self.of_mention[mention] = Some(group);
        group
    }

    /// Puts a mention into a group.
    fn put(&mut self, mention: usize, group: usize) {
        self.groups[group].mentions.push(mention);
        self.of_mention[mention] = Some(group);
    }

    /// Moves all mentions of one group into another.
    fn merge(&mut self, from: usize, into: usize) {
        if from == into {
            return;
        }
        let moved = std::mem::take(&mut self.groups[from].mentions);
        for &mention in &moved {
            self.of_mention[mention] = Some(into);
        }
        if self.groups[into].key.is_empty() {
            self.groups[into].key = std::mem::take(&mut self.groups[from].key);
        }
        self.groups[into].mentions.extend(moved);
    }

    /// The groups as entities, in text order of their first mention.
    fn finish(mut self, mentions: &[Mention]) -> Entities {
        for group in &mut self.groups {
            group.mentions.sort_unstable();
        }
        let mut groups: Vec<Group> = self.groups.into_iter().filter(|g| !g.mentions.is_empty()).collect();
        groups.sort_by_key(|g| g.mentions[0]);
        let mut of_mention = vec![None; mentions.len()];
        let mut entities = Vec::with_capacity(groups.len());
        for (index, group) in groups.into_iter().enumerate() {
            for &mention in &group.mentions {
                of_mention[mention] = Some(index);
            }
            entities.push(entity(group));
        }
        Entities { entities, of_mention }
    }
}

/// An entity of which only the mentions and the key are known; the key stands in the name until it is described.
fn entity(group: Group) -> ResolvedEntity {
    ResolvedEntity {
        kind: group.kind,
        name: group.key,
        mentions: group.mentions,
        role: None,
        country: None,
        coordinates: None,
        within: None,
        admin1: None,
        precision: None,
    }
}
