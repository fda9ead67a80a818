//! Words that say what kind of place a name names: "province", "town", "airport".

use super::place::PlaceKind;
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// The kinds of place that a class word goes with, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class([Option<PlaceKind>; 4]);

impl Class {
    /// How well a kind goes with the word: 1 for the best, less for the next, 0 for none.
    pub fn fit(self, kind: PlaceKind) -> f32 {
        match self.0.iter().position(|k| *k == Some(kind)) {
            Some(0) => 1.0,
            Some(1) => 0.8,
            Some(_) => 0.6,
            None => 0.0,
        }
    }

    /// The kind that the word names first of all.
    pub fn first(self) -> Option<PlaceKind> {
        self.0[0]
    }
}

/// All class words.
#[derive(Debug, Default)]
pub(super) struct Classes(HashMap<&'static str, Class>);

impl Classes {
    /// The words that are compiled in.
    pub(super) fn embedded() -> Self {
        let class = |names: &str| {
            let mut kinds = [None; 4];
            for (slot, name) in kinds.iter_mut().zip(names.split(';')) {
                *slot = PlaceKind::ALL.iter().copied().find(|k| k.name() == name);
            }
            Class(kinds)
        };
        let two = |row: Vec<&'static str>| Some((*row.first()?, class(row.get(1)?)));
        Classes(rows(list("gazetteer/data/classes.tsv")).filter_map(two).collect())
    }

    /// What a lower-case word says.
    pub(super) fn get(&self, word: &str) -> Option<Class> {
        self.0.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_known_kinds() {
        for row in rows(list("gazetteer/data/classes.tsv")) {
            let names = row.get(1).copied().unwrap_or("");
            assert!(names.split(';').all(|n| PlaceKind::ALL.iter().any(|k| k.name() == n)), "{row:?}");
        }
    }

    #[test]
    fn class_words_prefer_their_kinds() {
        let classes = Classes::embedded();
        let province = classes.get("province").expect("province");
        assert!(province.fit(PlaceKind::Admin1) > province.fit(PlaceKind::Region));
        assert_eq!(province.fit(PlaceKind::Town), 0.0);
        assert_eq!(classes.get("army"), None);
    }
}
