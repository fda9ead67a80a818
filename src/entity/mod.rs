//! mentions → entities: which mentions are the same, what and where they are.

use crate::Reading;
use crate::analysis::{Coordinates, EntityType, GeoPrecision};
use crate::mention::Mention;

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

/// Aliases, countries, the gazetteer.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        Lexicon {}
    }
}

/// Groups mentions into entities and places them.
pub fn resolve(_reading: &Reading<'_>, mentions: &[Mention], _lexicon: &Lexicon) -> Entities {
    Entities { entities: Vec::new(), of_mention: vec![None; mentions.len()] }
}
