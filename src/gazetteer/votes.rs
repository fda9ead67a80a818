//! What the names and words of an article say together of countries, divisions and stretches of land.

use super::Gazetteer;
use super::choose::{BESIDE, CountryClues, MOST_VOTES, Named};
use super::matching::Level;
use super::place::{CountryCode, Place, PlaceId, PlaceKind, Point};
use std::collections::BTreeMap;

/// A square of one degree.
type Cell = (i32, i32);

/// How often names and words speak for countries, divisions and squares of land.
pub(super) struct Votes {
    total: Sums,
    own: Vec<Sums>,
}

/// Votes, of one name or of all.
#[derive(Default)]
struct Sums {
    /// All votes, those for no country too.
    all: f64,
    /// The votes of names.
    names: f64,
    countries: BTreeMap<CountryCode, f64>,
    divisions: BTreeMap<PlaceId, f64>,
    cells: BTreeMap<Cell, f64>,
}

impl Votes {
    /// Counts the votes; a name shares its own among its candidates by how much is believed of each.
    pub(super) fn count(gazetteer: &Gazetteer, names: &[Named<'_>], clues: CountryClues<'_>, beliefs: &[Vec<f64>]) -> Self {
        let mut total = Sums::default();
        for &(country, count) in clues {
            let weight = f64::from(count.min(MOST_VOTES));
            *total.countries.entry(country).or_default() += weight;
            total.all += weight;
        }
        let own: Vec<Sums> = names.iter().zip(beliefs).map(|(name, beliefs)| ballot(gazetteer, name, beliefs)).collect();
        for ballot in &own {
            total.all += ballot.all;
            total.names += ballot.names;
            ballot.countries.iter().for_each(|(&c, w)| *total.countries.entry(c).or_default() += w);
            ballot.divisions.iter().for_each(|(&d, w)| *total.divisions.entry(d).or_default() += w);
            ballot.cells.iter().for_each(|(&c, w)| *total.cells.entry(c).or_default() += w);
        }
        Votes { total, own }
    }

    /// The votes of all but one name.
    pub(super) fn without(&self, index: usize) -> Others<'_> {
        let own = &self.own[index];
        Others { total: &self.total, own, all: self.total.all - own.all, names: self.total.names - own.names }
    }
}

/// The votes of all other names.
pub(super) struct Others<'v> {
    total: &'v Sums,
    own: &'v Sums,
    all: f64,
    names: f64,
}

/// Fewer votes than this are none.
const NONE: f64 = 0.01;

impl Others<'_> {
    /// How many votes there are.
    pub(super) fn count(&self) -> f64 {
        self.all
    }

    /// A country's share of the votes, its neighbours' counted in part, and whether there are any votes.
    pub(super) fn country(&self, gazetteer: &Gazetteer, place: &Place) -> (f64, bool) {
        if self.all < NONE {
            return (0.0, false);
        }
        let Some(country) = place.country else { return (0.3, true) };
        let of = |sums: &Sums, code| sums.countries.get(&code).copied().unwrap_or(0.0);
        // The root lets a country that the article names beside others count too.
        let share = |code: CountryCode| root_of_share(of(self.total, code) - of(self.own, code), self.all);
        let beside = gazetteer.countries().neighbours(country).iter().map(|&c| share(c)).fold(0.0, f64::max);
        (share(country).max(beside * BESIDE), true)
    }

    /// The share of the names' votes that a place's division has.
    pub(super) fn division(&self, gazetteer: &Gazetteer, id: PlaceId) -> f64 {
        let Some(division) = division_of(gazetteer, id) else { return 0.0 };
        let of = |sums: &Sums| sums.divisions.get(&division).copied().unwrap_or(0.0);
        root_of_share(of(self.total) - of(self.own), self.names)
    }

    /// The share of the names' votes that the land around a point has, to a degree or two.
    pub(super) fn around(&self, point: Point) -> f64 {
        let (lat, lon) = cell(point);
        let mut sum = 0.0;
        for row in lat - 1..=lat + 1 {
            for column in [wrap(lon - 1), lon, wrap(lon + 1)] {
                let of = |sums: &Sums| sums.cells.get(&(row, column)).copied().unwrap_or(0.0);
                sum += of(self.total) - of(self.own);
            }
        }
        root_of_share(sum, self.names)
    }
}

fn root_of_share(part: f64, whole: f64) -> f64 {
    let share = if whole < NONE { 0.0 } else { part / whole };
    if share < 0.001 { 0.0 } else { share.min(1.0).sqrt() }
}

fn cell(point: Point) -> Cell {
    (point.lat.div_euclid(100), wrap(point.lon.div_euclid(100)))
}

/// The square beyond the last is the first.
fn wrap(column: i32) -> i32 {
    (column + 180).rem_euclid(360) - 180
}

fn division_of(gazetteer: &Gazetteer, id: PlaceId) -> Option<PlaceId> {
    let place = gazetteer.place(id);
    if place.kind == PlaceKind::Admin1 { Some(id) } else { place.admin1 }
}

/// What a name speaks for: in all one vote for each time it stands, shared among its candidates.
/// Of many candidates in one country only the likeliest counts: a hundred hamlets are no argument against a capital.
fn ballot(gazetteer: &Gazetteer, name: &Named<'_>, beliefs: &[f64]) -> Sums {
    let mut sums = Sums::default();
    for (&id, &belief) in name.found.places.iter().zip(beliefs) {
        let place = gazetteer.place(id);
        let most = |known: &mut f64| *known = known.max(belief);
        if let Some(country) = place.country.or_else(|| gazetteer.countries().successor(id)) {
            most(sums.countries.entry(country).or_default());
        } else {
            sums.all = sums.all.max(belief);
        }
        if let Some(division) = division_of(gazetteer, id) {
            most(sums.divisions.entry(division).or_default());
        }
        let local = !matches!(place.kind, PlaceKind::Country | PlaceKind::HistoricState);
        if let Some(point) = place.point.filter(|_| local) {
            most(sums.cells.entry(cell(point)).or_default());
        }
    }
    let shared = sums.all + sums.countries.values().sum::<f64>();
    let times = f64::from(name.count.clamp(1, MOST_VOTES)) * if name.dateline { 1.5 } else { 1.0 };
    let spelling = if name.found.level == Level::Loose { 0.4 } else { 1.0 };
    let doubt = if name.found.needs_support { 0.4 } else { 1.0 };
    let weight = times * spelling * doubt;
    sums.scale(if shared > 0.0 { weight / shared } else { 0.0 });
    (sums.all, sums.names) = if shared > 0.0 { (weight, weight) } else { (0.0, 0.0) };
    sums
}

impl Sums {
    fn scale(&mut self, by: f64) {
        let values = self.countries.values_mut().chain(self.divisions.values_mut()).chain(self.cells.values_mut());
        values.for_each(|v| *v *= by);
    }
}
