//! Words that hint at the country that an article is set in: "woreda", "sheriff".

use super::Gazetteer;
use super::place::CountryCode;
use super::regions::Clue;
use crate::lexicon::{list, rows};
use std::collections::BTreeMap;

/// The words, each with its countries.
pub(super) type Hints = Vec<(&'static str, Vec<CountryCode>)>;

/// Reads the words that are compiled in.
pub(super) fn embedded() -> Hints {
    let row = |row: Vec<&'static str>| Some((*row.first()?, row.get(1)?.split(' ').filter_map(CountryCode::new).collect()));
    rows(list("gazetteer/data/hints.tsv")).filter_map(row).collect()
}

impl Gazetteer {
    /// What the words of a text hint at; `has` says whether a lower-case word stands in it.
    pub fn hinted(&self, has: impl Fn(&str) -> bool) -> Vec<Clue> {
        let mut clues: BTreeMap<CountryCode, u32> = BTreeMap::new();
        for (_, countries) in self.hints.iter().filter(|(word, _)| has(word)) {
            countries.iter().for_each(|&c| *clues.entry(c).or_default() += 1);
        }
        clues.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_country_hint_at_it() {
        let gazetteer = Gazetteer::embedded();
        let of =
            |text: &str| -> Vec<String> { gazetteer.hinted(|w| text.split(' ').any(|t| t == w)).iter().map(|c| c.0.as_str().to_owned()).collect() };
        assert_eq!(of("the sheriff of the county"), ["US"]);
        assert_eq!(of("in a kebele of the woreda"), ["ET"]);
        assert_eq!(of("the whole oblast"), ["RU", "UA"]);
        assert_eq!(of("soldiers took the town"), [""; 0]);
    }
}
