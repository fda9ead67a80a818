//! What the network sees of a word: rows of its table of vectors for the word itself, its beginning and end, and its shape.

use crate::lexicon::HashMap;
use crate::syntax::ModelError;

/// Rows that a word adds up.
pub const ROWS: usize = 7;
/// Rows for beginnings and endings, shared by hash.
pub const AFFIXES: usize = 2048;
/// Rows for shapes, shared by hash.
pub const SHAPES: usize = 64;
/// The row that stands before the first and behind the last word.
pub const PAD: u32 = 0;
/// The row of words that are not in the list.
pub const UNKNOWN: u32 = 1;

/// The list of known words; gives the rows of any word.
#[derive(Debug, Default)]
pub struct Alphabet {
    words: HashMap<Box<str>, u32>,
}

impl Alphabet {
    /// Reads the words, one a line, in the order of their rows.
    pub fn read(file: &[u8]) -> Result<Self, ModelError> {
        let text = std::str::from_utf8(file).map_err(|_| ModelError::new("The list of words is not text."))?;
        let words = text.lines().zip(UNKNOWN + 1..).map(|(word, row)| (word.into(), row)).collect();
        Ok(Alphabet { words })
    }

    /// Number of rows of the table of vectors.
    pub fn rows(&self) -> usize {
        self.first_affix() as usize + AFFIXES + SHAPES
    }

    fn first_affix(&self) -> u32 {
        UNKNOWN + 1 + self.words.len() as u32
    }

    /// The rows of a word, as written and in lower case.
    pub fn of(&self, text: &str, norm: &str) -> [u32; ROWS] {
        let affix = |kind: u32, bytes: &[u8]| self.first_affix() + (hash(kind, bytes) % AFFIXES as u32);
        let shape = self.first_affix() + AFFIXES as u32 + shape(text) % SHAPES as u32;
        let bytes = norm.as_bytes();
        let tail = |n: usize| &bytes[bytes.len().saturating_sub(n)..];
        let head = |n: usize| &bytes[..bytes.len().min(n)];
        [self.word(norm), affix(1, tail(1)), affix(2, tail(2)), affix(3, tail(3)), affix(4, tail(4)), affix(5, head(3)), shape]
    }

    /// The row of a word in lower case; all digits count as the same.
    pub fn word(&self, norm: &str) -> u32 {
        let row = if norm.bytes().any(|b| b.is_ascii_digit()) { self.words.get(zeros(norm).as_str()) } else { self.words.get(norm) };
        row.copied().unwrap_or(UNKNOWN)
    }
}

/// The word with every digit written 0.
pub fn zeros(norm: &str) -> String {
    norm.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

fn hash(kind: u32, bytes: &[u8]) -> u32 {
    let digit = |b: u8| if b.is_ascii_digit() { b'0' } else { b };
    let mixed = bytes.iter().fold(0x811c_9dc5 ^ kind, |h, &b| (h ^ u32::from(digit(b))).wrapping_mul(0x0100_0193));
    (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca6b) >> 8
}

/// Capitals, small letters, digits and marks, runs made short.
pub fn shape(text: &str) -> u32 {
    // Most words are small letters alone.
    if text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase()) {
        return hash(9, &[2, 2]);
    }
    let mut out = [0; 6];
    let mut length = 0;
    let mut last = (0, 0);
    for c in text.chars().take(24) {
        let kind = match c {
            c if c.is_uppercase() => 1,
            c if c.is_lowercase() => 2,
            c if c.is_numeric() => 3,
            c if c.is_alphabetic() => 4,
            c if c.is_ascii() => c as u8,
            _ => 5,
        };
        last = if last.0 == kind { (kind, last.1 + 1) } else { (kind, 1) };
        if last.1 <= 2 && length < out.len() {
            out[length] = kind;
            length += 1;
        }
    }
    hash(9, &out[..length])
}
