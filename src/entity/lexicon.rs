//! What the keys of mentions stand for.

use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// Aliases, countries, the gazetteer.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// State of a known name.
    countries: HashMap<&'static str, &'static str>,
    /// Name of a state by its code.
    states: HashMap<&'static str, &'static str>,
    /// For codes of our own, the code that is shown, or `-`.
    today: HashMap<&'static str, &'static str>,
    /// State of an adjective, in lower case.
    adjectives: HashMap<String, &'static str>,
    /// Nouns of machines, which are no army.
    equipment: Vec<&'static str>,
}

const NAMES: [&str; 9] = [
    "mention/data/groups.tsv",
    "mention/data/forces.tsv",
    "mention/data/organizations.tsv",
    "mention/data/media.tsv",
    "mention/data/persons.tsv",
    "mention/data/operations.tsv",
    "mention/data/governments.tsv",
    "mention/data/weapons.tsv",
    "mention/data/peoples.tsv",
];

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        let mut lexicon = Lexicon::default();
        for row in NAMES.into_iter().flat_map(|name| rows(list(name))) {
            if let [name, country, ..] = row[..]
                && country != "-"
            {
                lexicon.countries.entry(name).or_insert(country);
            }
        }
        for row in rows(list("mention/data/countries.tsv")) {
            if let [code, names, ref rest @ ..] = row[..] {
                lexicon.states.insert(code, names.split(';').next().unwrap_or(names));
                for adjective in rest.first().into_iter().flat_map(|a| a.split(';')) {
                    lexicon.adjectives.entry(adjective.to_lowercase()).or_insert(code);
                }
                if let Some(today) = rest.get(3) {
                    lexicon.today.insert(code, today);
                }
            }
        }
        lexicon.equipment = list("entity/data/equipment.txt").split_whitespace().collect();
        lexicon
    }

    /// The state that an adjective in lower case is of.
    pub(super) fn of_adjective(&self, word: &str) -> Option<&'static str> {
        self.adjectives.get(word).copied()
    }

    /// Whether a noun denotes machines: "aircraft".
    pub(super) fn is_equipment(&self, noun: &str) -> bool {
        self.equipment.contains(&noun)
    }

    /// The state of what a key stands for.
    pub(super) fn country<'a>(&self, key: &'a str) -> Option<&'a str>
    where
        'static: 'a,
    {
        match key.strip_prefix('=') {
            Some(name) => self.countries.get(name).copied(),
            None => key.split_once(':').map(|(_, code)| code),
        }
    }

    /// The state as it is shown: an ISO code, or none for states that are no more.
    pub(super) fn shown<'a>(&self, code: &'a str) -> Option<&'a str>
    where
        'static: 'a,
    {
        match self.today.get(code) {
            Some(&"-") => None,
            Some(today) => Some(today),
            None => Some(code),
        }
    }

    /// The name of a state.
    pub(super) fn state(&self, code: &str) -> Option<&'static str> {
        self.states.get(code).copied()
    }
}
