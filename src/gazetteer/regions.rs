//! Regional files of places: which there are, which an article needs, and how they join the core.

use super::Gazetteer;
use super::fold::fold;
use super::pack::{self, PackError};
use super::place::{CountryCode, Place, PlaceId, PlaceKind};
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// No more files than these are asked for at once.
const MOST_NEEDED: usize = 3;
/// The share of an article's words on countries that a region must have to be asked for.
const LEAST_SHARE: f64 = 0.15;

/// A regional file that could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Its number among the files given.
    pub pack: usize,
    /// Why.
    pub error: PackError,
}

/// A country that an article speaks of, and how often.
pub type Clue = (CountryCode, u32);

/// The files that were given.
#[derive(Debug, Default)]
pub(super) struct Regions {
    given: usize,
    loaded: Vec<&'static str>,
    faults: Vec<Fault>,
}

impl Gazetteer {
    /// Adds the places of a regional file; the indices must be made anew.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        let read = pack::expand(bytes).and_then(|pack| pack::read(&pack, 0));
        self.regions.given += 1;
        let pack = self.regions.given - 1;
        match read {
            Err(error) => self.regions.faults.push(Fault { pack, error }),
            Ok(places) => {
                let region = places.iter().find_map(|p| p.country).and_then(region_of).unwrap_or("");
                if !self.regions.loaded.contains(&region) {
                    self.regions.loaded.push(region);
                    self.join(places);
                }
            }
        }
    }

    /// Appends places; their divisions are those of the core, known by name.
    fn join(&mut self, added: Vec<Place>) {
        let key = |p: &Place| p.country.map(|c| (c, fold(&p.name)));
        let divisions = self.places.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::Admin1);
        let divisions: HashMap<(CountryCode, String), PlaceId> = divisions.filter_map(|(i, p)| Some((key(p)?, PlaceId(i as u32)))).collect();
        let mut moved: Vec<PlaceId> = Vec::with_capacity(added.len());
        for mut place in added {
            let known = if place.kind == PlaceKind::Admin1 { key(&place).and_then(|k| divisions.get(&k)).copied() } else { None };
            let id = known.unwrap_or(PlaceId(self.places.len() as u32));
            moved.push(id);
            if known.is_none() {
                place.admin1 = place.admin1.and_then(|d| moved.get(d.0 as usize)).copied();
                self.places.push(place);
            }
        }
    }

    /// The regional files that could not be used.
    pub fn faults(&self) -> &[Fault] {
        &self.regions.faults
    }

    /// Names of the regional files that the countries an article speaks of call for and that were not given, the most called for first.
    pub fn packs_needed(&self, countries: &[Clue]) -> Vec<&'static str> {
        let total: u32 = countries.iter().map(|c| c.1).sum();
        let mut needed: Vec<(&'static str, u32)> = Vec::new();
        for &(country, count) in countries {
            let Some(region) = region_of(country).filter(|r| !self.regions.loaded.contains(r)) else { continue };
            match needed.iter_mut().find(|n| n.0 == region) {
                Some(known) => known.1 += count,
                None => needed.push((region, count)),
            }
        }
        needed.retain(|n| f64::from(n.1) >= LEAST_SHARE * f64::from(total));
        needed.sort_by_key(|n| std::cmp::Reverse(n.1));
        needed.into_iter().take(MOST_NEEDED).map(|n| n.0).collect()
    }
}

/// The file that holds a country's smaller places.
fn region_of(country: CountryCode) -> Option<&'static str> {
    let holds = |countries: &str| countries.split(' ').any(|c| c == country.as_str());
    rows(list("gazetteer/data/regions.tsv")).find_map(|row| if let [region, countries] = row[..] { holds(countries).then_some(region) } else { None })
}
