//! The word lists of the cutter, compiled in.

use crate::lexicon::{HashMap, HashSet};
use std::sync::OnceLock;

/// How an abbreviation behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// A sentence never ends there.
    Title,
    /// A sentence may end there.
    Final,
    /// It is an abbreviation only before a digit.
    Number,
}

/// All lists.
#[derive(Debug)]
pub struct Lists {
    /// Abbreviations without their last period, lower case.
    pub abbreviations: HashMap<&'static str, Abbreviation>,
    /// Words that often begin a sentence, lower case.
    pub starters: HashSet<&'static str>,
    /// Prefixes that keep their hyphen.
    pub prefixes: HashSet<&'static str>,
}

/// The lists, read on first use.
pub fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists {
        abbreviations: crate::lexicon::rows(crate::lexicon::list("token/data/abbreviations.tsv")).filter_map(|row| abbreviation(&row)).collect(),
        starters: words(crate::lexicon::list("token/data/starters.txt")),
        prefixes: words(crate::lexicon::list("token/data/prefixes.txt")),
    })
}

fn abbreviation(row: &[&'static str]) -> Option<(&'static str, Abbreviation)> {
    let kind = match *row.get(1)? {
        "title" => Abbreviation::Title,
        "final" => Abbreviation::Final,
        "number" => Abbreviation::Number,
        _ => return None,
    };
    Some((row.first()?, kind))
}

fn words(file: &'static str) -> HashSet<&'static str> {
    file.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_abbreviation_row_is_read() {
        let rows = crate::lexicon::rows(crate::lexicon::list("token/data/abbreviations.tsv"));
        assert!(rows.into_iter().all(|row| abbreviation(&row).is_some()));
    }
}
