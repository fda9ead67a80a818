//! Selection and supplement → the compact file.

use crate::doubtful;
use crate::supplement::{self, Entry};
use crate::table::{self, Outcome, root};
use dateline::gazetteer::{CountryCode, Origin, Place, PlaceId, PlaceKind, Point, fold, fold_loosely, pack, population_rank};
use std::collections::HashMap;

/// How far, in hundredths of a degree, a row of the supplement may lie from the GeoNames town that it adds names to.
const SAME_TOWN: i32 = 15;

/// Least rank of a town or division that the supplement names too: reports of war name it more often than its size tells.
const KNOWN_TO_US: u8 = 8;

/// The places while they are collected: divisions by country and code, and all rows.
#[derive(Default)]
pub struct Collection {
    /// In the order in which they were added.
    pub places: Vec<Place>,
    /// Index of a division in `places` by country and GeoNames code.
    pub divisions: HashMap<(CountryCode, String), usize>,
    /// Indices in `places` by country and any exact key.
    by_key: HashMap<(Option<CountryCode>, String), Vec<usize>>,
    merged: usize,
}

/// Where the pack goes.
const FILE: &str = "src/gazetteer/data/core.pack";

/// Writes the pack and the list of doubtful names.
pub fn run() -> Outcome<String> {
    let (places, merged) = collect()?;
    let bytes = pack::compress(&pack::write(&places));
    std::fs::write(root(FILE), &bytes)?;
    std::fs::write(root(doubtful::FILE), doubtful::file(&places)?)?;
    Ok(format!("{} places, {merged} of our rows are names for known places, {} bytes", places.len(), bytes.len()))
}

/// All places in the order of the pack, and how many rows of the supplement only added names.
pub fn collect() -> Outcome<(Vec<Place>, usize)> {
    let mut all = Collection::default();
    all.add_divisions()?;
    all.add_towns()?;
    let entries = supplement::read(&root("data/places"))?;
    // Divisions first: other rows refer to them by name.
    let (divisions, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|e| e.kind == PlaceKind::Admin1);
    let errors: Vec<String> = divisions.into_iter().chain(others).filter_map(|entry| all.add_entry(entry).err()).map(|e| e.to_string()).collect();
    if !errors.is_empty() {
        return Err(errors.join("\n").into());
    }
    Ok((ordered(all.places), all.merged))
}

impl Collection {
    /// Adds the first-order divisions of all countries.
    pub fn add_divisions(&mut self) -> Outcome<()> {
        let rows = table::read(&root("data/divisions.tsv"))?;
        let mut counts: HashMap<(String, String), usize> = HashMap::new();
        for row in &rows {
            let country = row.get(0).split('.').next().unwrap_or("").to_owned();
            *counts.entry((country, fold(&division_names(row.get(1))[0]))).or_default() += 1;
        }
        for row in rows {
            let (country, code) = row.get(0).split_once('.').ok_or_else(|| row.error("no code"))?;
            let country = CountryCode::new(country).ok_or_else(|| row.error("no country"))?;
            let point = match (table::hundredths(row.get(2), 90.0)?, table::hundredths(row.get(3), 180.0)?) {
                (Some(lat), Some(lon)) => Some(Point { lat, lon }),
                _ => None,
            };
            let mut names = division_names(row.get(1));
            if counts.get(&(country.as_str().to_owned(), fold(&names[0]))).is_some_and(|&n| n > 1) {
                names = vec![row.get(1).to_owned()];
            }
            let index = self.push(&names, PlaceKind::Admin1, Some(country), None, point, 5, Origin::Own);
            self.divisions.insert((country, code.to_owned()), index);
        }
        Ok(())
    }

    fn add_towns(&mut self) -> Outcome<()> {
        for row in table::read(&root("data/geonames.tsv"))? {
            let country = CountryCode::new(row.get(3)).ok_or_else(|| row.error("no country"))?;
            let (Some(lat), Some(lon)) = (table::hundredths(row.get(5), 90.0)?, table::hundredths(row.get(6), 180.0)?) else {
                return Err(row.error("no point"));
            };
            let mut names = vec![row.get(1).to_owned()];
            names.extend(table::list(row.get(2)));
            let admin1 = self.divisions.get(&(country, row.get(4).to_owned())).copied();
            let number = row.get(0).parse().map_err(|_| row.error("no number"))?;
            let rank = population_rank(row.get(7).parse().unwrap_or(0));
            self.push(&names, PlaceKind::Town, Some(country), admin1, Some(Point { lat, lon }), rank, Origin::GeoNames(number));
        }
        Ok(())
    }

    fn add_entry(&mut self, entry: Entry) -> Outcome<()> {
        if let Some(known) = self.known(&entry) {
            self.merged += 1;
            let place = &mut self.places[known];
            place.rank = place.rank.max(KNOWN_TO_US);
            self.add_names(known, &entry.names, true);
            return Ok(());
        }
        let admin1 = match (entry.admin1.as_str(), entry.country) {
            ("", _) | (_, None) => None,
            (name, Some(country)) => Some(self.division(country, name).ok_or_else(|| entry.row.error("unknown division"))?),
        };
        self.push(&entry.names, entry.kind, entry.country, admin1, entry.point, rank_of(entry.kind), Origin::Own);
        Ok(())
    }

    /// The place that a row of the supplement only adds names to: of its kind and near it, or the division that a region is.
    fn known(&self, entry: &Entry) -> Option<usize> {
        let same = |&&index: &&usize| {
            let place = &self.places[index];
            let near = match (place.point, entry.point) {
                (Some(a), Some(b)) => (a.lat - b.lat).abs() <= SAME_TOWN && (a.lon - b.lon).abs() <= SAME_TOWN,
                _ => true,
            };
            match (place.kind, entry.kind) {
                (PlaceKind::Admin1, PlaceKind::Admin1) => true,
                (PlaceKind::Admin1, PlaceKind::Region | PlaceKind::Terrain) => entry.country.is_some(),
                (a, b) => a == b && near,
            }
        };
        let by = |key: &str| self.by_key.get(&(entry.country, key.to_owned()))?.iter().find(same).copied();
        let exact = entry.names.iter().find_map(|name| by(&fold(name)));
        // Another spelling is the same town only where both are in one spot.
        let loose = || entry.names.iter().filter(|_| entry.point.is_some() && entry.kind == PlaceKind::Town).find_map(|name| by(&loose_key(name)));
        exact.or_else(loose)
    }

    fn division(&self, country: CountryCode, name: &str) -> Option<usize> {
        let short = division_names(name);
        let names = std::iter::once(name).chain(short.iter().map(String::as_str));
        let mut candidates = names.filter_map(|n| self.by_key.get(&(Some(country), fold(n)))).flatten().copied();
        candidates.find(|&i| self.places[i].kind == PlaceKind::Admin1)
    }

    /// Adds a place; gives its index.
    #[allow(clippy::too_many_arguments)]
    pub fn push(
        &mut self,
        names: &[String],
        kind: PlaceKind,
        country: Option<CountryCode>,
        admin1: Option<usize>,
        point: Option<Point>,
        rank: u8,
        origin: Origin,
    ) -> usize {
        let index = self.places.len();
        let admin1 = admin1.map(|d| PlaceId(d as u32));
        let name = names.first().map_or("", String::as_str).into();
        self.places.push(Place { name, aliases: Box::default(), kind, country, admin1, point, rank, origin });
        self.add_names(index, names, false);
        index
    }

    /// Adds the names that are not found yet: by their exact key, or for names that nobody chose by hand by the loose one.
    fn add_names(&mut self, index: usize, names: &[String], all: bool) {
        let country = self.places[index].country;
        for name in names {
            let place = &self.places[index];
            let known = std::iter::once(&place.name).chain(place.aliases.iter());
            let new = known.clone().all(|n| fold(n) != fold(name));
            let worth = all || place.origin == Origin::Own || known.clone().all(|n| fold_loosely(n) != fold_loosely(name));
            if new && worth {
                let aliases = place.aliases.iter().cloned().chain([name.as_str().into()]).collect();
                self.places[index].aliases = aliases;
            }
            for key in [fold(name), loose_key(name)] {
                let keys = self.by_key.entry((country, key)).or_default();
                if !keys.contains(&index) {
                    keys.push(index);
                }
            }
        }
    }
}

/// A loose key that no exact key is equal to.
fn loose_key(name: &str) -> String {
    format!("~{}", fold_loosely(name))
}

/// How prominent a row without a population is.
fn rank_of(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Region => 9,
        PlaceKind::Admin1 => KNOWN_TO_US,
        PlaceKind::Water | PlaceKind::Terrain => 6,
        PlaceKind::Admin2 => 5,
        PlaceKind::Facility | PlaceKind::Neighbourhood => 4,
        _ => 6,
    }
}

/// "Idlib Governorate" → "Idlib", and the whole as an alias only where the class word is part of the name.
fn division_names(name: &str) -> Vec<String> {
    const CLASSES: [&str; 34] = [
        " Governorate",
        " Province",
        " Oblast",
        " Oblast'",
        " State",
        " Region",
        " District",
        " County",
        " Department",
        " Prefecture",
        " Municipality",
        " Parish",
        " Canton",
        " Voivodeship",
        " Emirate",
        " Division",
        " Krai",
        " Kray",
        " Okrug",
        " Republic",
        " Territory",
        " Wilaya",
        " Muhafazah",
        " Autonomous Region",
        " Autonomous Okrug",
        " Autonomous Republic",
        " Regency",
        " Raion",
        " Rayon",
        " Zone",
        " Metropolis",
        " District Council",
        " Sheng",
        " Ken",
    ];
    let mut short = name;
    for class in CLASSES {
        if let Some(rest) = name.strip_suffix(class) {
            short = rest;
        }
    }
    let keeps = ["Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "Capital", "Federal", "Free"]
        .contains(&short)
        || short.len() < 3;
    if keeps || short == name { vec![name.to_owned()] } else { vec![short.to_owned()] }
}

/// By country, divisions first, with references to match.
pub fn ordered(places: Vec<Place>) -> Vec<Place> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    let key = |i: usize| {
        let place = &places[i];
        (place.country, place.kind != PlaceKind::Admin1, place.kind, place.admin1, place.name.clone())
    };
    order.sort_by_cached_key(|&i| key(i));
    let mut moved = vec![0u32; places.len()];
    order.iter().enumerate().for_each(|(new, &old)| moved[old] = new as u32);
    let mut out: Vec<Option<Place>> = places.into_iter().map(Some).collect();
    let mut sorted: Vec<Place> = order.iter().filter_map(|&i| out[i].take()).collect();
    for place in &mut sorted {
        place.admin1 = place.admin1.and_then(|d| moved.get(d.0 as usize)).map(|&d| PlaceId(d));
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_in_the_repository_is_made_from_its_sources() -> Outcome<()> {
        let (places, _) = collect()?;
        assert!(std::fs::read(root(FILE))? == pack::compress(&pack::write(&places)), "run `cargo run -p gazetteer-build -- pack`");
        assert!(std::fs::read_to_string(root(doubtful::FILE))? == doubtful::file(&places)?, "run `cargo run -p gazetteer-build -- pack`");
        Ok(())
    }
}
