//! What the keys of mentions stand for.

use crate::lexicon::HashMap;
use crate::lexicon::rows;

/// Aliases, countries, the gazetteer.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// State of a known name.
    countries: HashMap<&'static str, &'static str>,
    /// Name of a state by its code.
    states: HashMap<&'static str, &'static str>,
    /// For codes of our own, the code that is shown, or `-`.
    today: HashMap<&'static str, &'static str>,
}

const NAMES: [&str; 9] = [
    include_str!("../mention/data/groups.tsv"),
    include_str!("../mention/data/forces.tsv"),
    include_str!("../mention/data/organizations.tsv"),
    include_str!("../mention/data/media.tsv"),
    include_str!("../mention/data/persons.tsv"),
    include_str!("../mention/data/operations.tsv"),
    include_str!("../mention/data/governments.tsv"),
    include_str!("../mention/data/weapons.tsv"),
    include_str!("../mention/data/peoples.tsv"),
];

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        let mut lexicon = Lexicon::default();
        for row in NAMES.into_iter().flat_map(rows) {
            if let [name, country, ..] = row[..]
                && country != "-"
            {
                lexicon.countries.entry(name).or_insert(country);
            }
        }
        for row in rows(include_str!("../mention/data/countries.tsv")) {
            if let [code, names, ref rest @ ..] = row[..] {
                lexicon.states.insert(code, names.split(';').next().unwrap_or(names));
                if let Some(today) = rest.get(3) {
                    lexicon.today.insert(code, today);
                }
            }
        }
        lexicon
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
