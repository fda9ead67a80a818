//! Countries of today and states that are no more: their names, their peoples' names, their seats of government.

use super::fold::fold;
use super::place::{CountryCode, Origin, Place, PlaceId, PlaceKind, Point};
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// How a word names a country's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemonymForm {
    /// "Syrian", also as a noun for one of them.
    Adjective,
    /// "Turk", "Briton": a noun only.
    Noun,
    /// "Syrians", "Turks".
    Plural,
}

/// What a word that names a people says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demonym {
    /// The country, or the state that is no more.
    pub place: PlaceId,
    /// How the word is used.
    pub form: DemonymForm,
}

/// A name that stands for a government: its capital or its house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The country.
    pub place: PlaceId,
    /// Whether it is first of all a town ("Moscow"), so that it stands for the government only where it acts.
    pub town: bool,
}

/// The words of countries.
#[derive(Debug, Default)]
pub struct Countries {
    codes: HashMap<CountryCode, PlaceId>,
    demonyms: HashMap<String, Vec<Demonym>>,
    seats: HashMap<String, Seat>,
    successors: HashMap<PlaceId, CountryCode>,
    neighbours: HashMap<CountryCode, Vec<CountryCode>>,
}

impl Countries {
    /// The country of a code.
    pub fn by_code(&self, code: CountryCode) -> Option<PlaceId> {
        self.codes.get(&code).copied()
    }

    /// The countries whose people a word names; several for "Congolese". Case and accents do not matter.
    pub fn demonym(&self, word: &str) -> &[Demonym] {
        self.demonyms.get(&fold(word)).map_or(&[], Vec::as_slice)
    }

    /// The country whose government a name can stand for.
    pub fn seat(&self, name: &str) -> Option<Seat> {
        self.seats.get(&fold(name)).copied()
    }

    /// The countries that share a border with a country.
    pub fn neighbours(&self, country: CountryCode) -> &[CountryCode] {
        self.neighbours.get(&country).map_or(&[], Vec::as_slice)
    }

    /// The country of today in which places of a state that is no more are looked for first.
    pub fn successor(&self, historic: PlaceId) -> Option<CountryCode> {
        self.successors.get(&historic).copied()
    }

    /// Names of capitals and their countries.
    pub(super) fn capitals(&self) -> impl Iterator<Item = (&str, PlaceId)> {
        self.seats.iter().filter(|(_, seat)| seat.town).map(|(name, seat)| (name.as_str(), seat.place))
    }

    /// Reads the tables and appends the states to the places.
    pub(super) fn read(places: &mut Vec<Place>) -> Self {
        let mut countries = Countries::default();
        for row in rows(list("gazetteer/data/countries.tsv")) {
            if let [code, name, aliases, adjectives, nouns, capitals, metonyms, lat, lon, neighbours] = row[..] {
                let country = CountryCode::new(code);
                let id = push_state(places, name, aliases, country, point(lat, lon));
                countries.codes.extend(country.map(|c| (c, id)));
                countries.neighbours.extend(country.map(|c| (c, neighbours.split(' ').filter_map(CountryCode::new).collect())));
                countries.add_demonyms(id, adjectives, nouns);
                items(capitals).flat_map(|c| c.split('=')).for_each(|c| countries.add_seat(c, Seat { place: id, town: true }));
                items(metonyms).for_each(|m| countries.add_seat(m, Seat { place: id, town: false }));
            }
        }
        for row in rows(list("gazetteer/data/historic.tsv")) {
            if let [successor, name, aliases, adjectives, nouns, lat, lon] = row[..] {
                let id = push_state(places, name, aliases, None, point(lat, lon));
                countries.successors.extend(CountryCode::new(successor).map(|c| (id, c)));
                countries.add_demonyms(id, adjectives, nouns);
            }
        }
        countries
    }

    fn add_demonyms(&mut self, place: PlaceId, adjectives: &str, nouns: &str) {
        for adjective in items(adjectives) {
            self.add_demonym(adjective, Demonym { place, form: DemonymForm::Adjective });
            if adjective.ends_with(['n', 'i', 'o', 'r', 'k']) {
                self.add_demonym(&format!("{adjective}s"), Demonym { place, form: DemonymForm::Plural });
            }
        }
        for noun in items(nouns) {
            let plural = noun.ends_with('s') || noun.ends_with("men") || noun.ends_with("ese");
            self.add_demonym(noun, Demonym { place, form: if plural { DemonymForm::Plural } else { DemonymForm::Noun } });
        }
    }

    fn add_demonym(&mut self, word: &str, demonym: Demonym) {
        let known = self.demonyms.entry(fold(word)).or_default();
        if known.iter().all(|d| d.place != demonym.place) {
            known.push(demonym);
        }
    }

    fn add_seat(&mut self, name: &str, seat: Seat) {
        self.seats.entry(fold(name)).or_insert(seat);
    }
}

fn items(field: &str) -> impl Iterator<Item = &str> {
    field.split(';').map(str::trim).filter(|f| !f.is_empty())
}

/// Degrees → hundredths.
fn point(lat: &str, lon: &str) -> Option<Point> {
    Some(Point { lat: hundredths(lat)?, lon: hundredths(lon)? })
}

fn hundredths(degrees: &str) -> Option<i32> {
    let value: f64 = degrees.parse().ok()?;
    Some((value * 100.0 + if value < 0.0 { -0.5 } else { 0.5 }) as i32)
}

fn push_state(places: &mut Vec<Place>, name: &str, aliases: &str, country: Option<CountryCode>, point: Option<Point>) -> PlaceId {
    let id = PlaceId(places.len() as u32);
    places.push(Place {
        name: name.into(),
        aliases: items(aliases).map(Box::from).collect(),
        kind: if country.is_some() { PlaceKind::Country } else { PlaceKind::HistoricState },
        country,
        admin1: None,
        point,
        rank: 15,
        origin: Origin::Own,
    });
    id
}
