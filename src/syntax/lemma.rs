//! Dictionary forms: the longest known ending of a word, for its part of speech, says what to cut and what to add.

use super::{ModelError, Upos};
use crate::lexicon::HashMap;
use crate::lexicon::rows;

/// The longest ending that is looked up; longer ones are whole words.
const LONGEST: usize = 24;

/// Learnt rules: (part of speech, ending) → (bytes to cut, letters to add). A whole word is written with `^` before it.
#[derive(Debug, Default)]
pub struct Lemmatizer {
    rules: HashMap<Box<[u8]>, (u8, Box<str>)>,
    /// A bit for every ending that has a rule, which others may share: most endings have none, and are known by it.
    marks: Marks,
}

#[derive(Debug)]
struct Marks([u64; 256]);

impl Default for Marks {
    fn default() -> Self {
        Marks([0; 256])
    }
}

impl Marks {
    /// Adds a letter before an ending, given the number of the ending; the empty ending of a part of speech has the number of that.
    fn before(ending: u32, letter: u8) -> u32 {
        (ending ^ u32::from(letter)).wrapping_mul(0x9e37_79b1).rotate_left(13)
    }

    fn bit(number: u32) -> (usize, u64) {
        ((number >> 6) as usize % 256, 1 << (number % 64))
    }

    fn set(&mut self, tag: Upos, ending: &[u8]) {
        let (at, bit) = Marks::bit(ending.iter().rev().fold(tag as u32, |number, &letter| Marks::before(number, letter)));
        self.0[at] |= bit;
    }

    fn has(&self, number: u32) -> bool {
        let (at, bit) = Marks::bit(number);
        self.0[at] & bit != 0
    }
}

impl Lemmatizer {
    /// Reads rules: part of speech, ending, number of bytes to cut, letters to add.
    pub fn read(file: &str) -> Result<Self, ModelError> {
        let (mut rules, mut marks) = (HashMap::default(), Marks::default());
        for row in rows(file) {
            let [tag, ending, cut, add] = row[..] else { return Err(bad(&row)) };
            let tag = Upos::of_name(tag).ok_or_else(|| bad(&row))?;
            let cut = cut.parse().map_err(|_| bad(&row))?;
            rules.insert(key(tag, ending.as_bytes()), (cut, add.into()));
            marks.set(tag, ending.as_bytes());
        }
        Ok(Lemmatizer { rules, marks })
    }

    /// The dictionary form of a word given in lower case.
    pub fn lemma(&self, norm: &str, tag: Upos) -> String {
        match self.rule(norm, tag) {
            Some((cut, add)) => match norm.len().checked_sub(*cut as usize).and_then(|end| norm.get(..end)) {
                Some(stem) if !(stem.is_empty() && add.is_empty()) => [stem, add].concat(),
                _ => norm.to_string(),
            },
            None => norm.to_string(),
        }
    }

    fn rule(&self, norm: &str, tag: Upos) -> Option<&(u8, Box<str>)> {
        let bytes = norm.as_bytes();
        let mut buffer = [0; LONGEST + 2];
        buffer[0] = tag as u8;
        let mut find = |ending: &[&[u8]]| {
            let mut length = 1;
            for part in ending {
                buffer[length..length + part.len()].copy_from_slice(part);
                length += part.len();
            }
            self.rules.get(&buffer[..length])
        };
        // The numbers of all endings, and of the whole word.
        let (mut numbers, mut number) = ([tag as u32; 6], tag as u32);
        for (count, &letter) in (1..).zip(bytes.iter().rev().take(LONGEST)) {
            number = Marks::before(number, letter);
            if let Some(here) = numbers.get_mut(count) {
                *here = number;
            }
        }
        let whole = bytes.len() <= LONGEST && self.marks.has(Marks::before(number, b'^'));
        let rule = if whole { find(&[b"^", bytes]) } else { None };
        let longest = bytes.len().min(numbers.len() - 1);
        rule.or_else(|| {
            (0..=longest).rev().filter(|&length| self.marks.has(numbers[length])).find_map(|length| find(&[&bytes[bytes.len() - length..]]))
        })
    }
}

fn key(tag: Upos, ending: &[u8]) -> Box<[u8]> {
    let mut key = vec![tag as u8];
    key.extend_from_slice(ending);
    key.into()
}

fn bad(row: &[&str]) -> ModelError {
    ModelError::new(format!("The lemma rule \"{}\" cannot be read.", row.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_wins() {
        let rules = "VERB\ting\t3\t\nVERB\ttting\t4\t\nVERB\t^went\t4\tgo\n";
        let lemmatizer = Lemmatizer::read(rules).expect("good rules");
        assert_eq!(lemmatizer.lemma("fighting", Upos::Verb), "fight");
        assert_eq!(lemmatizer.lemma("sitting", Upos::Verb), "sit");
        assert_eq!(lemmatizer.lemma("went", Upos::Verb), "go");
        assert_eq!(lemmatizer.lemma("went", Upos::Noun), "went");
        assert_eq!(lemmatizer.lemma("ing", Upos::Verb), "ing");
    }

    #[test]
    fn a_broken_rule_is_an_error() {
        assert!(Lemmatizer::read("VERB\ting\tx\t").is_err());
        assert!(Lemmatizer::read("VERB\ting").is_err());
    }
}
