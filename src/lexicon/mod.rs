//! What the stages share to read language data: interned words, and tab-separated tables with a header.

use foldhash::fast::FixedState;

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

/// The rows of a language data file: lines that are not empty and do not begin with `#`, cut at tabs.
///
/// Every data file begins with `#` lines that say what it holds, its source and its licence.
pub fn rows(file: &str) -> impl Iterator<Item = Vec<&str>> {
    file.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')).map(|l| l.split('\t').map(str::trim).collect())
}
