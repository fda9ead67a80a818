//! Which place of a name an article means: the one that fits the other places it names, not the largest.
//!
//! Every name votes for the countries, divisions and stretches of land of its candidates; each candidate is then weighed by the
//! votes of the others for its own, by what the text says holds it, by how near it lies to places already sure, by its size,
//! and by the class word beside its name. The votes of a round lean on the weights of the round before, so that names which fit
//! together find one another. Where nothing speaks for a small place, nothing is chosen.

use super::Gazetteer;
use super::classes::Class;
use super::geometry::kilometres;
use super::matching::{Level, Match};
use super::place::{CountryCode, Place, PlaceId, PlaceKind, Point};
use super::votes::{Others, Votes};
use std::collections::BTreeMap;

/// A name of an article that may be a place's.
#[derive(Debug, Clone, Copy)]
pub struct Named<'g> {
    /// Its places.
    pub found: Match<'g>,
    /// How often the article has it.
    pub count: u32,
    /// What a class word beside it says: "Idlib province".
    pub class: Option<Class>,
    /// Index of the name that the text says holds it: "Saraqib, in Idlib province"; "Austin, Texas".
    pub within: Option<usize>,
    /// The division whose short form follows: "Springfield, Ill."
    pub state: Option<PlaceId>,
    /// Whether the article is sent from there.
    pub dateline: bool,
}

impl<'g> Named<'g> {
    /// A name that stands once and alone.
    pub fn once(found: Match<'g>) -> Self {
        Named { found, count: 1, class: None, within: None, state: None, dateline: false }
    }
}

/// What an article says of countries without naming them as places: "Syrian" twice is `(SY, 2)`.
pub type CountryClues<'c> = &'c [(CountryCode, u32)];

/// The place that was chosen for a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    /// The place.
    pub place: PlaceId,
    /// 0 to 1, three decimals.
    pub score: f64,
    /// Whether its kind goes with the class word; if not, it is the namesake of the place that is meant: Aleppo for "Aleppo airport".
    pub fits: bool,
}

/// A place of the first round that others are measured from.
struct Anchor {
    name: usize,
    point: Point,
    /// Not a whole country.
    local: bool,
}

/// Below this nothing is chosen.
const LEAST_SCORE: f64 = 0.4;
/// Places that are sure enough for others to be measured from.
const SURE: f64 = 0.6;
/// No more places than these are measured from.
const MOST_ANCHORS: usize = 24;
/// Two candidates within this distance do not contest each other.
const SAME_SPOT: f64 = 60.0;
/// What a vote for a neighbouring country is worth.
pub(super) const BESIDE: f64 = 0.4;
/// The share of an article's places that lies in its main country, at least.
const MAIN_SHARE: f64 = 0.7;
/// Names vote no more than this often.
pub(super) const MOST_VOTES: u32 = 4;
/// How often the names are weighed before the last time.
const ROUNDS: usize = 2;
/// A place as prominent as this is named far from its country too.
const WELL_KNOWN: f64 = 0.6;
/// With so many votes the article has told which countries it speaks of.
const TOLD: f64 = 3.0;

impl Gazetteer {
    /// Chooses a place for each name of an article, or none.
    pub fn choose(&self, names: &[Named<'_>], clues: CountryClues<'_>) -> Vec<Option<Choice>> {
        let mut beliefs: Vec<Vec<f64>> = names.iter().map(|n| n.found.places.iter().map(|&id| square(self.prominence(id))).collect()).collect();
        let mut anchors = Vec::new();
        for _ in 0..ROUNDS {
            let votes = Votes::count(self, names, clues, &beliefs);
            let weights: Vec<Vec<f64>> = (0..names.len()).map(|i| self.weights(names, i, &votes, &anchors)).collect();
            let chosen: Vec<Option<Choice>> = (0..names.len()).map(|i| self.best(names, i, &weights[i], &votes)).collect();
            anchors = self.anchors(names, &chosen);
            beliefs = weights.into_iter().map(|all| all.into_iter().map(|w| square(square(w))).collect()).collect();
        }
        let votes = Votes::count(self, names, clues, &beliefs);
        (0..names.len()).map(|i| self.best(names, i, &self.weights(names, i, &votes, &anchors), &votes)).collect()
    }

    /// The country in which nearly all that an article tells of takes place, by its towns, divisions and sites more than by
    /// the states it names: what a place without a name of its own ("two villages", "the road") lies in when nothing nearer says so.
    ///
    /// `choices` is what [`Gazetteer::choose`] gave for `names`.
    pub fn main_country(&self, names: &[Named<'_>], choices: &[Option<Choice>]) -> Option<CountryCode> {
        let mut votes: BTreeMap<CountryCode, f64> = BTreeMap::new();
        let mut places: BTreeMap<CountryCode, u32> = BTreeMap::new();
        for (name, choice) in names.iter().zip(choices) {
            let Some(place) = choice.map(|c| self.place(c.place)) else { continue };
            let weight = if matches!(place.kind, PlaceKind::Country | PlaceKind::HistoricState) { 0.5 } else { 1.0 };
            if let Some(country) = place.country {
                *places.entry(country).or_default() += 1;
                *votes.entry(country).or_default() += weight * f64::from(name.count.clamp(1, MOST_VOTES));
            }
        }
        let total: f64 = votes.values().sum();
        let (country, most) = votes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        // One place, however often it is named, may be its namesake.
        let several = places.get(&country).is_some_and(|&n| n >= 2);
        (several && most >= 2.0 && most >= total * MAIN_SHARE).then_some(country)
    }

    /// The places of the first round that others are measured from: the dateline first, then what is named most.
    fn anchors(&self, names: &[Named<'_>], first: &[Option<Choice>]) -> Vec<Anchor> {
        let sure = |(i, c): (usize, &Option<Choice>)| c.filter(|c| c.score >= SURE).map(|c| (i, c.place));
        let mut sure: Vec<(usize, PlaceId)> = first.iter().enumerate().filter_map(sure).collect();
        sure.sort_by_key(|&(i, _)| names.get(i).map(|n| (!n.dateline, std::cmp::Reverse(n.count), i)));
        let anchor = |(name, id): (usize, PlaceId)| {
            let place = self.place(id);
            let local = !matches!(place.kind, PlaceKind::Country | PlaceKind::HistoricState);
            place.point.map(|point| Anchor { name, point, local })
        };
        sure.into_iter().filter_map(anchor).take(MOST_ANCHORS).collect()
    }

    fn weights(&self, names: &[Named<'_>], index: usize, votes: &Votes, anchors: &[Anchor]) -> Vec<f64> {
        let others = votes.without(index);
        names[index].found.places.iter().map(|&id| self.weigh(names, index, id, &others, anchors)).collect()
    }

    /// The heaviest candidate, if it is heavy enough.
    fn best(&self, names: &[Named<'_>], index: usize, weights: &[f64], votes: &Votes) -> Option<Choice> {
        let name = &names[index];
        let mut best: Option<(f64, PlaceId)> = None;
        for (&weight, &id) in weights.iter().zip(name.found.places) {
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, id));
            }
        }
        let (weight, heaviest) = best?;
        let id = self.as_told(name, heaviest);
        if name.within.is_none() && name.state.is_none() && self.is_stranger(id, &votes.without(index)) {
            return None;
        }
        let contest = |&(_, &other): &(&f64, &PlaceId)| other != id && !self.is_beside(id, other);
        let second = weights.iter().zip(name.found.places).filter(contest).map(|(&w, _)| w).fold(0.0, f64::max);
        let margin = (weight - second).min(0.4);
        let fits = name.class.is_none_or(|c| c.fit(self.place(id).kind) > 0.0);
        // "Berlin hill" is hardly Berlin; "Berlin airport" is its namesake's.
        let other = !fits && name.class.and_then(Class::first) != Some(PlaceKind::Facility);
        let score = round(((weight + margin) * if other { 0.5 } else { 0.75 }).clamp(0.0, 1.0));
        (score >= LEAST_SCORE).then_some(Choice { place: id, score, fits })
    }

    /// "Kharkiv region" is the division and not the larger town of that name in it: of places that lie one in the other, the one that
    /// the class word goes with best.
    fn as_told(&self, name: &Named<'_>, heaviest: PlaceId) -> PlaceId {
        let Some(class) = name.class else { return heaviest };
        let fit = |id: PlaceId| class.fit(self.place(id).kind);
        let mut told = heaviest;
        for id in name.found.places.iter().copied().filter(|&id| self.is_beside(heaviest, id)) {
            if fit(id) > fit(told) {
                told = id;
            }
        }
        told
    }

    /// Whether one is the other's division, or both lie in one spot.
    fn is_beside(&self, a: PlaceId, b: PlaceId) -> bool {
        let (one, other) = (self.place(a), self.place(b));
        one.admin1 == Some(b) || other.admin1 == Some(a) || same_spot(one, other)
    }

    /// Whether a small town lies in a country that the article, though it speaks of others, does not speak of: no list of places is
    /// complete, so that another town of that name is likelier.
    fn is_stranger(&self, id: PlaceId, others: &Others<'_>) -> bool {
        let place = self.place(id);
        let small = place.kind == PlaceKind::Town && self.prominence(id) < WELL_KNOWN;
        small && others.count() >= TOLD && others.country(self, place).0 == 0.0
    }

    /// How much speaks for a candidate, 0 to about 1.
    fn weigh(&self, names: &[Named<'_>], index: usize, id: PlaceId, others: &Others<'_>, anchors: &[Anchor]) -> f64 {
        let name = &names[index];
        let place = self.place(id);
        let size = self.prominence(id) + if self.stands_alone(id, name) { 0.1 } else { 0.0 };
        let (country, rivals) = others.country(self, place);
        let (division, around) = (others.division(self, id), place.point.map_or(0.0, |p| others.around(p)));
        let told = name.state.map(|state| self.holds(&[state], id));
        let held = told.or_else(|| name.within.and_then(|w| names.get(w)).map(|holder| self.holds(holder.found.places, id))).unwrap_or(0.0);
        let near = place.point.map_or(0.0, |point| nearness(index, point, anchors));
        // "Horry" alone is hardly the county.
        let unnamed = place.kind == PlaceKind::Admin2 && id.0 as usize >= self.core_len() && name.class.is_none() && name.found.places.len() > 1;
        let class = name.class.map_or(if unnamed { -0.1 } else { 0.0 }, |c| suits(c, place.kind));
        // "West", "Victoria": more likely a word or a person where nothing says what kind of place it is.
        let doubt = if name.found.needs_support
            && name.class.is_none()
            && name.within.is_none()
            && name.state.is_none()
            && place.kind != PlaceKind::Country
        {
            0.15
        } else {
            0.0
        };
        let spelling = match name.found.level {
            Level::Exact => 0.0,
            Level::Article => 0.03,
            Level::Loose => 0.12,
        };
        let sole = name.found.places.len() == 1 && name.found.level == Level::Exact && !name.found.needs_support && size >= WELL_KNOWN;
        // A small place in a country that the article does not speak of is hardly ever meant.
        let stranger = if country == 0.0 && rivals && held == 0.0 { (1.0 - size) * if sole { 0.14 } else { 0.34 } } else { 0.0 };
        (0.15 + 0.5 * size + 0.35 * country + 0.12 * division + 0.12 * around + 0.12 * near + 0.4 * held + class - doubt - spelling - stranger)
            .max(0.0)
    }

    /// Whether a place is a division without a town of its name: Ontario rather than Aleppo. Its name is known far beyond it.
    fn stands_alone(&self, id: PlaceId, name: &Named<'_>) -> bool {
        let town = |&p: &PlaceId| self.place(p).admin1 == Some(id) && self.place(p).kind == PlaceKind::Town;
        self.place(id).kind == PlaceKind::Admin1 && !name.found.places.iter().any(town)
    }

    /// Whether one of the holder's places holds the candidate: 1 for its division, less for its country, negative for another.
    fn holds(&self, holders: &[PlaceId], id: PlaceId) -> f64 {
        let place = self.place(id);
        let grip = |&h: &PlaceId| {
            let other = self.place(h);
            if h == id {
                0.0
            } else if place.admin1 == Some(h) {
                1.0
            } else if other.kind == PlaceKind::Country {
                if other.country == place.country { 0.8 } else { 0.0 }
            } else if other.country.is_some() && other.country == place.country {
                close(other, place, 150.0)
            } else {
                0.0
            }
        };
        let most = holders.iter().map(grip).fold(0.0, f64::max);
        if most == 0.0 { -0.3 } else { most }
    }
}

/// What a class word beside the name adds: much taken off where "hill" or "river" stands beside a town's name,
/// little where a building is named after the town.
fn suits(class: Class, kind: PlaceKind) -> f64 {
    match (class.fit(kind), class.first()) {
        (fit, _) if fit > 0.0 => 0.16 * (f64::from(fit) - 0.5),
        (_, Some(PlaceKind::Facility)) => -0.05,
        _ => -0.2,
    }
}

/// How near a point lies to the anchors of other names: 1 beside one, less with distance, half as much for the middle of a country.
fn nearness(index: usize, point: Point, anchors: &[Anchor]) -> f64 {
    let near = |anchor: &Anchor| match anchor.local {
        true => 1.0 / (1.0 + kilometres(anchor.point, point) / 120.0),
        false => 0.5 / (1.0 + kilometres(anchor.point, point) / 300.0),
    };
    anchors.iter().filter(|a| a.name != index).map(near).fold(0.0, f64::max)
}

/// 0.7 within so many kilometres, 0.2 beyond.
fn close(a: &Place, b: &Place, within: f64) -> f64 {
    match (a.point, b.point) {
        (Some(a), Some(b)) if kilometres(a, b) <= within => 0.7,
        _ => 0.2,
    }
}

/// Whether two candidates are one spot on the map.
fn same_spot(a: &Place, b: &Place) -> bool {
    a.country == b.country && matches!((a.point, b.point), (Some(a), Some(b)) if kilometres(a, b) <= SAME_SPOT)
}

impl Gazetteer {
    /// How likely a place is to be meant by its name alone, 0 to 1.
    pub(super) fn prominence(&self, id: PlaceId) -> f64 {
        let place = self.place(id);
        match place.kind {
            PlaceKind::Country => 1.0,
            PlaceKind::HistoricState => 0.8,
            PlaceKind::Region => 0.62,
            PlaceKind::Admin1 => 0.4 + f64::from(place.rank) * 0.025,
            PlaceKind::Water | PlaceKind::Terrain => 0.5,
            PlaceKind::Facility => 0.5,
            PlaceKind::Neighbourhood | PlaceKind::Admin2 => 0.4,
            PlaceKind::Town if self.is_capital(id) => 0.9,
            PlaceKind::Town => 0.2 + f64::from(place.rank) * 0.045,
        }
    }
}

fn square(x: f64) -> f64 {
    x * x
}

/// Three decimals.
fn round(score: f64) -> f64 {
    f64::from((score * 1000.0 + 0.5) as u32) / 1000.0
}
