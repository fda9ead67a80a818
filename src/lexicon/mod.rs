//! What the stages share to read language data: interned words, and tab-separated tables with a header.

use crate::press;
use foldhash::fast::FixedState;
use std::sync::{Arc, OnceLock};
use wide::u8x16;

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
    names: Vec<Arc<str>>,
    index: HashMap<Arc<str>, Symbol>,
}

impl Vocabulary {
    /// The number of a word, new or known.
    pub fn intern(&mut self, word: &str) -> Symbol {
        if let Some(&known) = self.index.get(word) {
            return known;
        }
        let symbol = Symbol(self.names.len() as u32);
        let word: Arc<str> = word.into();
        self.names.push(Arc::clone(&word));
        self.index.insert(word, symbol);
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

/// Bytes of a list that are looked at together.
const TOGETHER: usize = 64;

/// The days of the week.
pub const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// Whether a word is one of some words with spaces between. In a small program a list of words in one string costs least.
///
/// Asked many times for every word of a text, so most of a long list is never compared: only what stands between two spaces that
/// are as far apart as the word is long.
#[inline(never)]
pub fn among(word: &str, words: &str) -> bool {
    let (word, list) = (word.as_bytes(), words.as_bytes());
    let length = word.len();
    if list.len() < TOGETHER / 2 || !(1..TOGETHER).contains(&length) {
        return list.split(|&b| b == b' ').any(|w| w == word);
    }
    let (mut here, mut begins) = (spaces(list, 0), 1);
    for at in (0..list.len()).step_by(TOGETHER) {
        let after = spaces(list, at + TOGETHER);
        let mut fitting = (here << 1 | begins) & (here >> length | after << (TOGETHER - length));
        while fitting != 0 {
            let start = at + fitting.trailing_zeros() as usize;
            if list.get(start..start + length) == Some(word) {
                return !word.contains(&b' ');
            }
            fitting &= fitting - 1;
        }
        (here, begins) = (after, here >> (TOGETHER - 1));
    }
    false
}

/// Which of the bytes from some byte on are spaces, the first in the lowest bit; behind the end all are. The list has sixteen bytes at least.
#[inline(always)]
fn spaces(list: &[u8], from: usize) -> u64 {
    let mut found = 0;
    for i in 0..TOGETHER / 16 {
        let at = from + 16 * i;
        // The last sixteen bytes are read again where fewer are left.
        let start = at.min(list.len() - 16);
        let Some(sixteen) = list.get(start..).and_then(<[u8]>::first_chunk) else { break };
        let bits = u8x16::new(*sixteen).simd_eq(u8x16::splat(b' ')).to_bitmask() | 0xffff << 16;
        found |= u64::from(bits.unbounded_shr((at - start) as u32) as u16) << (16 * i);
        if at - start >= 16 {
            found |= u64::MAX << (16 * i);
            break;
        }
    }
    found
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
    fn a_word_is_among_those_that_stand_between_spaces() {
        let long =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
        for list in ["", "a", "a b", "-", "\u{2013} \u{2014}", long] {
            for word in list.split(' ').chain(["", "x", "o", "ten eleven", "wenty", "twent", " ", "b ", "\u{2014}"]) {
                assert_eq!(among(word, list), list.split(' ').any(|w| w == word), "{word:?} in {list:?}");
            }
        }
        let hundred: String = (0..100).map(|i| format!("{i} ")).collect();
        assert!((0..100).all(|i| among(&i.to_string(), &hundred)) && !among("100", &hundred) && !among("x".repeat(70).as_str(), &hundred));
    }

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
