//! What stands after a town and a comma for its state: "Springfield, Ill."; "Halifax, N.S."

use super::fold::fold;
use super::place::{CountryCode, Place, PlaceId, PlaceKind};
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// Divisions by their short forms. Many are words too ("Ore.", "Miss."), so they hold only in that place.
#[derive(Debug, Default)]
pub(super) struct Abbreviations(HashMap<String, PlaceId>);

impl Abbreviations {
    /// Finds the divisions of the table among the places.
    pub(super) fn read(places: &[Place]) -> Self {
        let mut divisions: HashMap<(CountryCode, &str), PlaceId> = HashMap::default();
        for (i, place) in places.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::Admin1) {
            if let Some(country) = place.country {
                divisions.entry((country, &place.name)).or_insert(PlaceId(i as u32));
            }
        }
        let mut known = HashMap::default();
        for row in rows(list("gazetteer/data/abbreviations.tsv")) {
            if let [country, name, short] = row[..]
                && let Some(&place) = CountryCode::new(country).and_then(|c| divisions.get(&(c, name)))
            {
                known.extend(short.split(';').map(|s| (fold(s), place)));
            }
        }
        Abbreviations(known)
    }

    /// The division that the beginning of what follows a name stands for: ", Ill., on Monday".
    pub(super) fn after(&self, rest: &str) -> Option<PlaceId> {
        let rest = rest.strip_prefix([',', '('])?.trim_start_matches(' ');
        let end = rest.find(|c: char| !(c.is_ascii_alphabetic() || c == '.')).unwrap_or(rest.len());
        let word = rest.get(..end)?;
        self.whole(word).copied()
    }

    /// The division that a word is short for.
    pub(super) fn whole(&self, word: &str) -> Option<&PlaceId> {
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() > 6 {
            return None;
        }
        let shouted = !word.contains(|c: char| c.is_ascii_lowercase());
        // "In" and "Me" are words; "Ind." and "IN" stand for states.
        self.0.get(&fold(word)).filter(|_| shouted || word.contains('.') || word.len() > 3)
    }
}
