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
}

impl Lemmatizer {
    /// Reads rules: part of speech, ending, number of bytes to cut, letters to add.
    pub fn read(file: &str) -> Result<Self, ModelError> {
        let mut rules = HashMap::default();
        for row in rows(file) {
            let [tag, ending, cut, add] = row[..] else { return Err(bad(&row)) };
            let tag = Upos::of_name(tag).ok_or_else(|| bad(&row))?;
            let cut = cut.parse().map_err(|_| bad(&row))?;
            rules.insert(key(tag, ending.as_bytes()), (cut, add.into()));
        }
        Ok(Lemmatizer { rules })
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
        if bytes.len() <= LONGEST {
            buffer[1] = b'^';
            buffer[2..2 + bytes.len()].copy_from_slice(bytes);
            if let Some(rule) = self.rules.get(&buffer[..2 + bytes.len()]) {
                return Some(rule);
            }
        }
        let longest = bytes.len().min(5);
        (0..=longest).rev().find_map(|length| {
            buffer[1..=length].copy_from_slice(&bytes[bytes.len() - length..]);
            self.rules.get(&buffer[..=length])
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
