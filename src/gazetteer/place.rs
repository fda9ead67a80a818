//! What the gazetteer knows of one place.

use crate::analysis::GeoPrecision;

/// Index of a place in the gazetteer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// ISO 3166-1 alpha-2, in capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Reads a code of two capital letters.
    pub fn new(code: &str) -> Option<Self> {
        match code.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(CountryCode([a, b])),
            _ => None,
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl std::fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A state of today, or a territory with a code of its own.
    Country,
    /// A state that is no more: the Soviet Union.
    HistoricState,
    /// A first-order division: province, governorate, oblast, state.
    Admin1,
    /// A second-order division: district, county.
    Admin2,
    /// A city, town or village.
    Town,
    /// A part of a town.
    Neighbourhood,
    /// A stretch of land that is no division: the Sahel, the Donbas, a border.
    Region,
    /// An airport, base, dam, crossing, camp, road, plant.
    Facility,
    /// A river, lake, sea, strait.
    Water,
    /// A mountain, a range, a pass, a desert or an island.
    Terrain,
}

impl PlaceKind {
    /// Every kind, in the order of declaration.
    pub const ALL: &'static [PlaceKind] = &[
        PlaceKind::Country,
        PlaceKind::HistoricState,
        PlaceKind::Admin1,
        PlaceKind::Admin2,
        PlaceKind::Town,
        PlaceKind::Neighbourhood,
        PlaceKind::Region,
        PlaceKind::Facility,
        PlaceKind::Water,
        PlaceKind::Terrain,
    ];

    /// How finely such a name places an event.
    pub fn precision(self) -> GeoPrecision {
        match self {
            PlaceKind::Country => GeoPrecision::Country,
            PlaceKind::Admin1 => GeoPrecision::Province,
            PlaceKind::Admin2 | PlaceKind::Neighbourhood => GeoPrecision::District,
            PlaceKind::Town => GeoPrecision::Town,
            PlaceKind::Facility => GeoPrecision::Site,
            PlaceKind::HistoricState | PlaceKind::Region | PlaceKind::Water | PlaceKind::Terrain => GeoPrecision::Region,
        }
    }

    /// The name used in data files.
    pub fn name(self) -> &'static str {
        match self {
            PlaceKind::Country => "country",
            PlaceKind::HistoricState => "historic",
            PlaceKind::Admin1 => "admin1",
            PlaceKind::Admin2 => "admin2",
            PlaceKind::Town => "town",
            PlaceKind::Neighbourhood => "neighbourhood",
            PlaceKind::Region => "region",
            PlaceKind::Facility => "facility",
            PlaceKind::Water => "water",
            PlaceKind::Terrain => "terrain",
        }
    }
}

/// Where a row of the gazetteer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// GeoNames, with its number.
    GeoNames(u32),
    /// A first-order division of GeoNames, or a row of our own: known by country and name.
    Own,
}

/// A point on the earth in hundredths of a degree (WGS 84).
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Latitude, north positive.
    pub lat: i32,
    /// Longitude, east positive.
    pub lon: i32,
}

impl Point {
    /// Latitude in degrees.
    pub fn latitude(self) -> f64 {
        f64::from(self.lat) / 100.0
    }

    /// Longitude in degrees.
    pub fn longitude(self) -> f64 {
        f64::from(self.lon) / 100.0
    }
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name as GeoNames or our supplement gives it.
    pub name: Box<str>,
    /// Further names, where the spelling differs by more than transliteration.
    pub aliases: Box<[Box<str>]>,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The country that holds it; none for what lies in several or in none.
    pub country: Option<CountryCode>,
    /// The first-order division that holds it.
    pub admin1: Option<PlaceId>,
    /// Where it is; none where nobody was sure.
    pub point: Option<Point>,
    /// 0 (unknown or under 500 inhabitants) to 15 (over 10 million), doubling or so with each step.
    pub rank: u8,
    /// Where the row comes from.
    pub origin: Origin,
}

/// Least populations of the ranks 1 to 15.
const RANKS: [u32; 15] =
    [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 4_000_000, 7_000_000, 10_000_000];

/// The rank of a population.
pub fn population_rank(population: u32) -> u8 {
    RANKS.partition_point(|&least| least <= population) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_grow_with_population() {
        for (population, rank) in [(0, 0), (499, 0), (500, 1), (15_000, 5), (2_098_210, 12), (20_000_000, 15)] {
            assert_eq!(population_rank(population), rank, "{population}");
        }
    }

    #[test]
    fn codes_are_two_capitals() {
        assert_eq!(CountryCode::new("SY").map(|c| c.as_str().to_owned()), Some("SY".into()));
        for bad in ["", "S", "sy", "SYR", "Sé"] {
            assert_eq!(CountryCode::new(bad), None, "{bad}");
        }
    }
}
