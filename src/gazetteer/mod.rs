//! The world's places, offline: names → places, and which place of a name an article means.
//!
//! ```
//! use dateline::gazetteer::{Gazetteer, fold};
//! let gazetteer = Gazetteer::embedded();
//! let found = gazetteer.lookup(&fold("Deir ez-Zor"));
//! assert!(found.iter().any(|&id| gazetteer.place(id).country.is_some_and(|c| c.as_str() == "SY")));
//! ```

mod abbreviations;
mod choose;
mod classes;
mod countries;
mod fold;
mod geometry;
mod hints;
mod index;
mod letters;
mod matching;
pub mod pack;
mod place;
mod regions;
mod slips;
mod votes;

pub use choose::{Choice, CountryClues, Named};
pub use classes::Class;
pub use countries::{Countries, Demonym, DemonymForm, Seat};
pub use fold::{fold, fold_loosely, is_article};
pub use geometry::kilometres;
pub use matching::{Level, Match};
pub use place::{CountryCode, Origin, Place, PlaceId, PlaceKind, Point, population_rank};
pub use regions::{Clue, Fault};

use crate::lexicon::HashSet;
use index::Index;
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
    classes: classes::Classes,
    doubtful: HashSet<u64>,
    capitals: HashSet<PlaceId>,
    abbreviations: abbreviations::Abbreviations,
    regions: regions::Regions,
    hints: hints::Hints,
    /// How many of the places come from the core.
    core: usize,
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
        Ok(Self::of_core(pack)?.indexed())
    }

    /// The core with regional packs, as `gazetteer-build` wrote them. One that is damaged is left out and noted in [`Gazetteer::faults`];
    /// one that is there twice, or of which the core knows all, does no harm.
    pub fn with_packs(packs: &[&[u8]]) -> Self {
        let mut gazetteer = Self::of_core(CORE).unwrap_or_default();
        packs.iter().for_each(|pack| gazetteer.add(pack));
        gazetteer.indexed()
    }

    fn of_core(pack: &[u8]) -> Result<Self, pack::PackError> {
        let mut places = Vec::new();
        let countries = Countries::read(&mut places);
        places.extend(pack::read(&pack::expand(pack)?, places.len() as u32)?);
        Ok(Gazetteer { core: places.len(), places, countries, ..Gazetteer::default() })
    }

    /// Makes what is found by name and place from the places.
    fn indexed(self) -> Self {
        let Gazetteer { places, countries, .. } = &self;
        let keys = matching::keys(places);
        let doubtful = crate::lexicon::rows(crate::lexicon::list("gazetteer/data/doubtful.txt"))
            .filter_map(|r| r.first().map(|w| index::hash(&fold(w))))
            .collect();
        let classes = classes::Classes::embedded();
        let (exact, loose, acronyms) = (Index::new(keys.exact), Index::new(keys.loose), Index::new(keys.acronyms));
        let capitals = capitals(places, countries, &exact);
        let abbreviations = abbreviations::Abbreviations::read(places);
        Gazetteer { exact, loose, acronyms, classes, doubtful, capitals, abbreviations, hints: hints::embedded(), ..self }
    }

    /// A place.
    ///
    /// # Panics
    /// If the index is from another gazetteer.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// How many of the places come from the core; the rest come from regional packs.
    pub(crate) fn core_len(&self) -> usize {
        self.core
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

    /// Whether a town is the capital of its country.
    pub fn is_capital(&self, id: PlaceId) -> bool {
        self.capitals.contains(&id)
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

    /// The division whose short form stands after a name, given the text that follows the name: ", Ill., on Monday".
    pub fn state_after(&self, rest: &str) -> Option<PlaceId> {
        self.abbreviations.after(rest)
    }

    /// The country whose people a word names, if it is one country's: "Syrian", "Georgians".
    fn country_of_people(&self, word: &str) -> Option<&PlaceId> {
        match self.countries.demonym(word) {
            [one] => Some(&one.place),
            _ => None,
        }
    }

    /// What a lower-case word beside a name says of the kind of place: "province", "town".
    pub fn class_of(&self, word: &str) -> Option<Class> {
        self.classes.get(word)
    }

    /// What the page shows as the place's identifier.
    pub fn source_id(&self, id: PlaceId) -> String {
        let place = self.place(id);
        match place.origin {
            Origin::GeoNames(number) => format!("geonames:{number}"),
            Origin::Own => {
                let country = place.country.as_ref().map_or("", CountryCode::as_str);
                format!("dateline:{country}/{}/{}", place.kind.name(), fold(&place.name))
            }
        }
    }
}

/// The largest town of a capital's name in its country, for each country.
fn capitals(places: &[Place], countries: &Countries, exact: &Index) -> HashSet<PlaceId> {
    let place = |id: PlaceId| places.get(id.0 as usize);
    let town = |(name, country): (&str, PlaceId)| {
        let code = place(country)?.country;
        let of_country = |&id: &PlaceId| place(id).filter(|p| p.kind == PlaceKind::Town && p.country == code).map(|p| (p.rank, id));
        exact.get(name).iter().filter_map(of_country).max().map(|(_, id)| id)
    };
    countries.capitals().filter_map(town).collect()
}

#[cfg(test)]
mod tests;
