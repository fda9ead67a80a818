//! Parts of speech from left to right, each from its neighbours and the tags already found.

use super::table::{best, hash_text};
use super::{ModelError, Sections, Table, Upos, Word, hash};

/// What the tagger and the parser see of a word, as hashes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form {
    /// The lower-case word.
    pub word: u32,
    prefix: u32,
    suffix2: u32,
    suffix3: u32,
    /// Letters, digits and capitals, runs made short.
    pub shape: u32,
}

impl Form {
    /// Hashes a word, as written and in lower case.
    pub fn of(text: &str, norm: &str) -> Self {
        let bytes = norm.as_bytes();
        let tail = |n: usize| hash(hash_text(&bytes[bytes.len().saturating_sub(n)..]), n as u32);
        let digits = bytes.iter().any(u8::is_ascii_digit);
        let word = if digits { bytes.iter().fold(7, |h, &b| hash(h, if b.is_ascii_digit() { 48 } else { b.into() })) } else { hash_text(bytes) };
        Form { word, prefix: hash(hash_text(&bytes[..bytes.len().min(3)]), 77), suffix2: tail(2), suffix3: tail(3), shape: shape(text) }
    }
}

fn shape(text: &str) -> u32 {
    let mut out = 0;
    let mut last = (0, 0);
    for c in text.chars() {
        let kind = match c {
            c if c.is_uppercase() => 1,
            c if c.is_lowercase() => 2,
            c if c.is_numeric() => 3,
            c if c.is_alphabetic() => 4,
            c => c as u32 + 5,
        };
        last = if last.0 == kind { (kind, last.1 + 1) } else { (kind, 1) };
        if last.1 <= 2 {
            out = hash(out, kind);
        }
    }
    out
}

/// Finds parts of speech.
#[derive(Debug, Default)]
pub struct Tagger {
    table: Table,
}

/// Number of features of a word.
pub const TAG_FEATURES: usize = 24;

impl Tagger {
    /// log2 of the number of rows.
    pub const BITS: u32 = 15;

    /// A tagger with given weights.
    pub fn new(weights: Vec<i8>) -> Self {
        Tagger { table: Table::new(weights, Upos::ALL.len()) }
    }

    /// Reads the next section.
    pub fn read(sections: &mut Sections<'_>) -> Result<Self, ModelError> {
        Ok(Tagger::new(sections.weights(Upos::ALL.len() << Self::BITS)?))
    }

    /// The features of a word, given the two tags before it.
    pub fn features(forms: &[Form], i: usize, before: [u32; 2]) -> [u32; TAG_FEATURES] {
        let at = |k: isize| i.checked_add_signed(k).and_then(|j| forms.get(j)).copied().unwrap_or_default();
        let (a, b, c, d, e) = (at(-2), at(-1), at(0), at(1), at(2));
        let [t2, t1] = before;
        let first = u32::from(i == 0) + 1;
        let all = [
            c.word,
            c.prefix,
            c.suffix2,
            c.suffix3,
            hash(c.shape, first),
            hash(c.suffix3, c.shape),
            t1,
            hash(t1, t2),
            hash(c.word, t1),
            hash(c.suffix3, t1),
            b.word,
            b.suffix3,
            hash(b.word, c.word),
            a.word,
            d.word,
            d.suffix3,
            d.suffix2,
            hash(c.word, d.word),
            e.word,
            hash(d.shape, d.suffix2),
            hash(t1, d.word),
            hash(hash(t1, c.suffix3), d.suffix3),
            hash(b.shape, hash(c.shape, d.shape)),
            0,
        ];
        let mut out = all;
        for (k, feature) in out.iter_mut().enumerate() {
            *feature = hash(*feature, k as u32 + 1);
        }
        out
    }

    /// Tags a sentence.
    pub fn tag(&self, forms: &[Form], words: &mut [Word]) {
        let mut before = [98, 99];
        for i in 0..forms.len() {
            let mut scores = [0; Upos::ALL.len()];
            self.table.score(&Self::features(forms, i, before), &mut scores);
            let (tag, margin) = best(&scores);
            if let (Some(word), Some(&upos)) = (words.get_mut(i), Upos::ALL.get(tag)) {
                word.upos = upos;
                word.tag_confidence = (margin / 4).clamp(0, 255) as u8;
            }
            before = [before[1], tag as u32];
        }
    }
}
