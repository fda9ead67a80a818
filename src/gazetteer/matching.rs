//! The longest name that begins at a word.

use super::Gazetteer;
use super::fold::{Spelling, is_article};
use super::index::hash;
use super::place::{Place, PlaceId, PlaceKind};

/// No name is looked for over more words.
const MOST_WORDS: usize = 7;
/// Shortest loose key that is looked up: short ones are alike by chance.
const SHORTEST_LOOSE: usize = 4;

/// How closely a name agrees with the gazetteer's spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// But for case, accents and gaps.
    Exact,
    /// But for an article: "al-Raqqa" and "Raqqa".
    Article,
    /// In another transliteration.
    Loose,
}

/// A name of the gazetteer in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'g> {
    /// How many of the given words it covers.
    pub words: usize,
    /// How closely it agrees.
    pub level: Level,
    /// The places of that name.
    pub places: &'g [PlaceId],
    /// Whether the name is also a common word or a person's name; see [`Gazetteer::needs_support`].
    pub needs_support: bool,
    /// Whether only regional files know it: small places, whose names are often people's too.
    pub regional: bool,
}

impl Gazetteer {
    /// The longest name that begins at the first of some words of a text, as written; closer spelling before looser.
    ///
    /// The caller passes the words from a capitalised word on (or from an article before one); marks such as "-" may be words of their own.
    pub fn longest_match<'g>(&'g self, words: &[&str]) -> Option<Match<'g>> {
        let mut spelling = Spelling::default();
        let mut best: Option<Match<'g>> = None;
        for (i, word) in words.iter().take(MOST_WORDS).enumerate() {
            if !can_continue(word) {
                break;
            }
            let before = spelling.len();
            spelling.push(word);
            if spelling.len() == before || !can_end(word) {
                continue;
            }
            if let Some(found) = self.find(&mut spelling, words.get(..=i)?) {
                best = Some(found);
            }
        }
        best
    }

    /// The places of a name as written, closer spelling before looser.
    pub fn find_name<'g>(&'g self, name: &str) -> Option<Match<'g>> {
        self.find(&mut Spelling::of(name), &[name])
    }

    /// The state that a name's short form or its people's name stands for: "Ill.", "Syrian".
    pub fn find_state<'g>(&'g self, name: &str) -> Option<Match<'g>> {
        let place = self.abbreviations.whole(name).filter(|_| name.contains('.')).or_else(|| self.country_of_people(name))?;
        Some(Match { words: 1, level: Level::Exact, places: std::slice::from_ref(place), needs_support: false, regional: false })
    }

    fn find<'g>(&'g self, spelling: &mut Spelling, words: &[&str]) -> Option<Match<'g>> {
        let exact = spelling.exact();
        let (places, level) = self.find_key(spelling, &exact, words)?;
        let regional = places.iter().all(|p| p.0 as usize >= self.core);
        Some(Match { words: words.len(), level, places, needs_support: self.needs_support(&exact), regional })
    }

    fn find_key<'g>(&'g self, spelling: &mut Spelling, exact: &str, words: &[&str]) -> Option<(&'g [PlaceId], Level)> {
        if exact.len() <= 5 && words.iter().all(|w| !w.contains(char::is_lowercase)) {
            let places = self.acronyms.get(exact);
            if !places.is_empty() {
                return Some((places, Level::Exact));
            }
        }
        let places = self.exact.get(exact);
        if !places.is_empty() {
            return Some((places, Level::Exact));
        }
        if spelling.begins_with_article() {
            spelling.skip_first(true);
            let bare = spelling.exact();
            spelling.skip_first(false);
            let places = self.exact.get(&bare);
            if !places.is_empty() {
                return Some((places, Level::Article));
            }
        }
        let loose = spelling.loose();
        let places = if loose.len() >= SHORTEST_LOOSE { self.loose.get(&loose) } else { &[] };
        (!places.is_empty()).then_some((places, Level::Loose))
    }
}

/// Whether a word can stand within a name: capitalised, a number, a joining word or a mark.
fn can_continue(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|c| !c.is_alphabetic() || !c.is_lowercase()) || is_joining(word) || word.contains('-')
}

/// Whether a word can be the last of a name.
fn can_end(word: &str) -> bool {
    !is_joining(word) && word.chars().any(char::is_alphanumeric)
}

/// Lower-case words within names: "Rio de Janeiro", "Ra's al-Ayn".
fn is_joining(word: &str) -> bool {
    is_article(word)
        || matches!(
            word,
            "of" | "de"
                | "del"
                | "la"
                | "le"
                | "les"
                | "da"
                | "do"
                | "dos"
                | "du"
                | "di"
                | "and"
                | "the"
                | "e"
                | "y"
                | "sur"
                | "am"
                | "on"
                | "upon"
                | "i"
        )
}

/// The keys under which places are found.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) exact: Vec<(u64, PlaceId)>,
    pub(super) loose: Vec<(u64, PlaceId)>,
    pub(super) acronyms: Vec<(u64, PlaceId)>,
}

/// All keys of all places.
pub(super) fn keys(places: &[Place]) -> Keys {
    let mut keys = Keys::default();
    let mut spelling = Spelling::default();
    let mut key = String::new();
    for (i, place) in places.iter().enumerate() {
        for name in std::iter::once(&place.name).chain(place.aliases.iter()) {
            spelling.reset(name);
            keys.add(place, PlaceId(i as u32), name, &mut spelling, &mut key);
        }
    }
    keys
}

impl Keys {
    fn add(&mut self, place: &Place, id: PlaceId, name: &str, spelling: &mut Spelling, key: &mut String) {
        let state = matches!(place.kind, PlaceKind::Country | PlaceKind::HistoricState);
        key.clear();
        spelling.push_exact(key);
        if is_acronym(name) {
            self.acronyms.push((hash(key), id));
            return;
        }
        self.exact.push((hash(key), id));
        if let Some(bare) = bare(place, name) {
            self.exact.push((hash(&super::fold::fold(bare)), id));
        }
        if spelling.begins_with_article() && drops_articles(place) {
            spelling.skip_first(true);
            key.clear();
            spelling.push_exact(key);
            self.exact.push((hash(key), id));
            spelling.skip_first(false);
        }
        key.clear();
        spelling.push_loose(key);
        if key.len() >= SHORTEST_LOOSE && !state {
            self.loose.push((hash(key), id));
        }
    }
}

/// "Horry" of "Horry County": lists name districts without their class word.
fn bare<'n>(place: &Place, name: &'n str) -> Option<&'n str> {
    const CLASSES: [&str; 6] = [" County", " Parish", " District", " Borough", " Raion", " Regency"];
    CLASSES.iter().filter(|_| place.kind == PlaceKind::Admin2).find_map(|class| name.strip_suffix(class))
}

/// "US", "U.A.E.", "M4": found only where the text writes capitals too.
fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
    letters <= 5 && !name.contains(char::is_lowercase) && name.is_ascii()
}

/// Whether English drops the article of such a place's name: Raqqa, not Paso.
fn drops_articles(place: &Place) -> bool {
    place.country.is_some_and(|c| ARABIC.split(' ').any(|a| a == c.as_str()))
}

/// Countries whose names' articles are Arabic.
const ARABIC: &str = "AE BH DZ EG EH ER IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN TR YE";
