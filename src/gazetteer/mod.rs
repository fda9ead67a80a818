//! The world's places, offline: names → places, and which place of a name an article means.
//!
//! ```
//! use dateline::gazetteer::{Gazetteer, fold};
//! let gazetteer = Gazetteer::embedded();
//! let found = gazetteer.lookup(&fold("Deir ez-Zor"));
//! assert!(found.iter().any(|&id| gazetteer.place(id).country.is_some_and(|c| c.as_str() == "SY")));
//! ```

mod countries;
mod fold;
mod index;
mod letters;
mod matching;
pub mod pack;
mod place;

pub use countries::{Countries, Demonym, DemonymForm, Seat};
pub use fold::{fold, fold_loosely, is_article};
pub use matching::{Level, Match};
pub use place::{CountryCode, Origin, Place, PlaceId, PlaceKind, Point, population_rank};

use index::Index;
use std::collections::HashSet;
use std::sync::OnceLock;

/// The core pack, which every visit loads.
static CORE: &[u8] = include_bytes!("data/core.pack");

/// Places by name.
#[derive(Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    exact: Index,
    loose: Index,
    acronyms: Index,
    countries: Countries,
    doubtful: HashSet<u64>,
}

impl Gazetteer {
    /// The gazetteer that is compiled in; read on first use.
    pub fn embedded() -> &'static Gazetteer {
        static EMBEDDED: OnceLock<Gazetteer> = OnceLock::new();
        EMBEDDED.get_or_init(|| Gazetteer::read(CORE).unwrap_or_default())
    }

    /// Reads a pack of places and adds the countries.
    ///
    /// # Errors
    /// Anything but an unaltered pack of this version.
    pub fn read(pack: &[u8]) -> Result<Self, pack::PackError> {
        let mut places = Vec::new();
        let countries = Countries::read(&mut places);
        places.extend(pack::read(pack, places.len() as u32)?);
        let keys = matching::keys(&places);
        let doubtful = crate::lexicon::rows(include_str!("data/doubtful.txt")).filter_map(|r| r.first().map(|w| index::hash(&fold(w)))).collect();
        Ok(Gazetteer {
            places,
            exact: Index::new(keys.exact),
            loose: Index::new(keys.loose),
            acronyms: Index::new(keys.acronyms),
            countries,
            doubtful,
        })
    }

    /// A place.
    ///
    /// # Panics
    /// If the index is from another gazetteer.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// Number of places.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// All places.
    pub fn iter(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        self.places.iter().enumerate().map(|(i, p)| (PlaceId(i as u32), p))
    }

    /// Countries and their words.
    pub fn countries(&self) -> &Countries {
        &self.countries
    }

    /// The places of a key of [`fold`].
    pub fn lookup(&self, folded: &str) -> &[PlaceId] {
        self.exact.get(folded)
    }

    /// The places of a key of [`fold_loosely`]; only for words that can hardly be anything else than a foreign name.
    pub fn lookup_loosely(&self, folded: &str) -> &[PlaceId] {
        self.loose.get(folded)
    }

    /// Whether a name is also a common word, a first name or a surname, so that it takes more than its letters to be a place:
    /// a preposition before it, a word such as "town", or several mentions.
    pub fn needs_support(&self, folded: &str) -> bool {
        self.doubtful.contains(&index::hash(folded))
    }

    /// What the page shows as the place's identifier.
    pub fn source_id(&self, id: PlaceId) -> String {
        let place = self.place(id);
        match place.origin {
            Origin::GeoNames(number) => format!("geonames:{number}"),
            Origin::Own => format!("dateline:{}/{}", place.country.as_ref().map_or("", CountryCode::as_str), fold(&place.name)),
        }
    }
}

#[cfg(test)]
mod tests;
