//! What the stages share to read language data: interned words, and tab-separated tables with a header.

use crate::press;
use foldhash::fast::FixedState;
use std::sync::OnceLock;

/// A map whose hashes are quick to make and the same in every run. Nothing depends on the order of its keys.
pub type HashMap<K, V> = std::collections::HashMap<K, V, FixedState>;

/// A set, as [`HashMap`].
pub type HashSet<K> = std::collections::HashSet<K, FixedState>;

/// An interned word; valid for the [`Vocabulary`] that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// A set of words, each with a number, so that equal words are looked up once.
#[derive(Debug, Default)]
pub struct Vocabulary {
    names: Vec<Box<str>>,
    index: HashMap<Box<str>, Symbol>,
}

impl Vocabulary {
    /// The number of a word, new or known.
    pub fn intern(&mut self, word: &str) -> Symbol {
        if let Some(&known) = self.index.get(word) {
            return known;
        }
        let symbol = Symbol(self.names.len() as u32);
        self.names.push(word.into());
        self.index.insert(word.into(), symbol);
        symbol
    }

    /// The number of a known word.
    pub fn get(&self, word: &str) -> Option<Symbol> {
        self.index.get(word).copied()
    }

    /// The word of a number.
    pub fn name(&self, symbol: Symbol) -> &str {
        &self.names[symbol.0 as usize]
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// All words, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (Symbol, &str)> {
        self.names.iter().enumerate().map(|(i, n)| (Symbol(i as u32), n.as_ref()))
    }
}

/// A list of language data, by its path below `src`; empty if there is none of that name. Comments are left out.
pub fn list(path: &str) -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    static LISTS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    const PRESSED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists.lzma"));
    let read = || {
        // The build script wrote it: a test finds every list, so the fallback is never reached.
        let text = TEXT.get_or_init(|| press::expand(PRESSED, MOST_BYTES).and_then(|b| String::from_utf8(b).ok()).unwrap_or_default());
        text.split(press::MARK).filter_map(|list| list.split_once('\n')).collect()
    };
    LISTS.get_or_init(read).get(path).copied().unwrap_or_default()
}

/// All lists together are not longer.
const MOST_BYTES: usize = 8 << 20;

/// Whether a word is one of some words with spaces between. In a small program a list of words in one string costs least.
#[inline(never)]
pub fn among(word: &str, words: &str) -> bool {
    words.as_bytes().split(|&b| b == b' ').any(|w| w == word.as_bytes())
}

/// The rows of a language data file: lines that are not empty and do not begin with `#`, cut at tabs.
///
/// Every data file begins with `#` lines that say what it holds, its source and its licence.
pub fn rows(file: &str) -> impl Iterator<Item = Vec<&str>> {
    file.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')).map(|l| l.split('\t').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_those_of_the_files_without_comments() {
        for (path, file) in [
            ("mention/data/groups.tsv", include_str!("../mention/data/groups.tsv")),
            ("event/ontology.tsv", include_str!("../event/ontology.tsv")),
            ("token/data/starters.txt", include_str!("../token/data/starters.txt")),
        ] {
            assert!(rows(list(path)).count() > 5, "{path}");
            assert!(rows(list(path)).eq(rows(file)), "{path}");
        }
        assert_eq!(list("no/such/list.tsv"), "");
    }
}
