//! Words that attribute: verbs with their frames, nouns of documents and sources, adverbs.

use crate::analysis::Stance;
use crate::lexicon::HashMap;
use crate::lexicon::{Vocabulary, list, rows};

/// How a verb takes what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frames {
    /// "said that …".
    pub clause: bool,
    /// Beside a quotation.
    pub quotation: bool,
    /// "reported explosions".
    pub noun: bool,
    /// "told Reuters that …".
    pub addressee: bool,
    /// "claims to have …".
    pub infinitive: bool,
    /// "accused X of …".
    pub preposition: bool,
}

/// A verb of speech, thought or showing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    pub stance: Stance,
    pub frames: Frames,
    /// Whether its passive attributes without a source: "is believed to have".
    pub impersonal: bool,
}

/// What a word other than a verb does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    /// Noun that speaks for who made it: "statement".
    pub document: bool,
    /// Noun of those who tell: "activists".
    pub source: bool,
    /// Adverb that attributes to no one: "reportedly".
    pub adverb: Option<Stance>,
    /// Noun that classes the name before it: "network", "agency".
    pub class: bool,
}

/// Verbs of speech and other cues.
#[derive(Debug)]
pub struct Lexicon {
    verbs: HashMap<Box<str>, Verb>,
    words: HashMap<Box<str>, Word>,
}

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        let mut lexicon = Lexicon { verbs: HashMap::default(), words: HashMap::default() };
        for row in rows(list("attribution/data/verbs.tsv")) {
            let [lemma, stance, frames] = row[..] else { continue };
            let Some(stance) = stance_named(stance) else { continue };
            lexicon.verbs.insert(lemma.into(), Verb { stance, frames: frames_of(frames), impersonal: false });
        }
        for row in rows(list("attribution/data/words.tsv")) {
            let [role, stance, words] = row[..] else { continue };
            let Some(stance) = stance_named(stance) else { continue };
            words.split(' ').for_each(|word| lexicon.add(role, stance, word));
        }
        lexicon
    }

    /// The verbs among the dictionary forms of a text, by symbol.
    pub(super) fn verbs_of(&self, lemmas: &Vocabulary) -> Vec<Option<Verb>> {
        lemmas.iter().map(|(_, lemma)| self.verbs.get(lemma).copied()).collect()
    }

    /// The other words among the forms of a text, by symbol.
    pub(super) fn words_of(&self, forms: &Vocabulary) -> Vec<Word> {
        forms.iter().map(|(_, form)| self.words.get(form).copied().unwrap_or_default()).collect()
    }

    fn add(&mut self, role: &str, stance: Stance, word: &str) {
        if role == "impersonal" {
            if let Some(verb) = self.verbs.get_mut(word) {
                verb.impersonal = true;
            }
            return;
        }
        let entry = self.words.entry(word.into()).or_default();
        match role {
            "document" => entry.document = true,
            "source" => entry.source = true,
            "class" => entry.class = true,
            _ => entry.adverb = Some(stance),
        }
    }
}

fn frames_of(letters: &str) -> Frames {
    let has = |letter| letters.contains(letter);
    Frames { clause: has('c'), quotation: has('q'), noun: has('n'), addressee: has('o'), infinitive: has('i'), preposition: has('g') }
}

fn stance_named(name: &str) -> Option<Stance> {
    Some(match name {
        "asserts" => Stance::Asserts,
        "denies" => Stance::Denies,
        "doubts" => Stance::Doubts,
        "claims_responsibility" => Stance::ClaimsResponsibility,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_is_understood() {
        for row in rows(list("attribution/data/verbs.tsv")) {
            assert!(row.len() == 3 && stance_named(row[1]).is_some() && row[2].chars().all(|c| "cqnoig".contains(c)), "{row:?}");
        }
        for row in rows(list("attribution/data/words.tsv")) {
            assert!(
                row.len() == 3 && stance_named(row[1]).is_some() && matches!(row[0], "document" | "adverb" | "source" | "class" | "impersonal"),
                "{row:?}"
            );
        }
    }
}
