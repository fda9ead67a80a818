//! The data of the event stage: word classes, frames, triggers, modality.

use super::EventType;
use super::condition::Condition;
use super::forms;
use super::masks::Masks;
use super::modality::Operator;
use super::slot::{Role2, Slot};
use super::weigh::{Weights, number};
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// A set of word classes and entity kinds.
pub(super) type Bits = u128;

/// A bit for each of some words, by a hash (Bloom 1970): words with a bit that a sentence lacks do not stand in it.
pub(super) type Signature = u128;

/// The signature of a word.
pub(super) fn signature(word: &str) -> Signature {
    1 << (number(&[word]) % Signature::BITS)
}

/// The signature of some words.
fn signatures(words: &[&str]) -> Signature {
    words.iter().fold(0, |all, word| all | signature(word))
}

const CLASSES: &str = "event/data/classes.tsv";
const FRAMES: &str = "event/data/frames.tsv";
const VERBS: &str = "event/data/verbs.tsv";
const NOUNS: &str = "event/data/nouns.tsv";
const ADJECTIVES: &str = "event/data/adjectives.tsv";
const BLOCKS: &str = "event/data/blocks.tsv";
const MODALITY: &str = "event/data/modality.tsv";

/// Names of the entity kinds, in the order of `EntityType`; they take the lowest bits.
const KINDS: [&str; 12] = ["person", "group", "force", "gov", "org", "media", "place", "facility", "population", "weapon", "operation", "other"];

/// Names of kinds and classes, and what they stand for.
#[derive(Debug, Default)]
pub(super) struct Classes {
    names: HashMap<&'static str, usize>,
    words: HashMap<&'static str, Bits>,
}

impl Classes {
    fn read() -> Self {
        let mut classes = Classes { names: KINDS.into_iter().zip(0..).collect(), words: HashMap::default() };
        for row in rows(list(CLASSES)) {
            let [name, words, ..] = row[..] else { continue };
            let bit = classes.number(name);
            for word in words.split_whitespace() {
                *classes.words.entry(word).or_default() |= 1 << bit;
            }
        }
        classes
    }

    fn number(&mut self, name: &'static str) -> usize {
        let next = self.names.len();
        *self.names.entry(name).or_insert(next)
    }

    /// The bits of a name of a kind or class, composites included; 0 if there is none.
    pub(super) fn mask(&self, name: &str) -> Bits {
        let one = |n: &str| self.names.get(n).map_or(0, |i| 1 << i);
        match name {
            "armed" => one("armed") | one("group") | one("force"),
            "civ" => one("civ") | one("population"),
            "ground" => one("ground") | one("place") | one("facility"),
            "building" => one("building") | one("facility"),
            "weapon" => one("weapon") | one("artillery") | one("bomb") | one("aircraft") | one("gun"),
            "number" => one("number"),
            "actor" => ["person", "group", "force", "gov", "org", "media", "population", "armed", "civ"].iter().map(|n| one(n)).sum(),
            other => one(other),
        }
    }

    /// The classes of a word.
    pub(super) fn of(&self, word: &str) -> Bits {
        self.words.get(word).copied().unwrap_or(0)
    }
}

/// One line of a frame: a slot, the kinds it takes (0: any), and the roles it fills.
#[derive(Debug, Clone)]
pub(super) struct FrameRule {
    pub(super) slot: Slot,
    pub(super) kinds: Bits,
    pub(super) roles: Role2,
}

/// What kind of word a trigger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Verb,
    Noun,
    Adjective,
}

/// One sense of a trigger.
#[derive(Debug)]
pub(super) struct Sense {
    pub(super) words: Vec<&'static str>,
    pub(super) class: Class,
    pub(super) kind: EventType,
    pub(super) frame: usize,
    pub(super) conditions: Vec<Condition>,
    pub(super) prior: f64,
    /// Of the words behind the first.
    pub(super) signature: Signature,
}

/// A context in which a word is no trigger: neighbouring words.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) words: Vec<&'static str>,
    pub(super) at: usize,
    pub(super) signature: Signature,
}

/// Triggers and their frames.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) classes: Classes,
    pub(super) masks: Masks,
    pub(super) frames: Vec<(&'static str, Vec<FrameRule>)>,
    pub(super) senses: Vec<Sense>,
    index: HashMap<Box<str>, Vec<(u32, bool)>>,
    blocks: HashMap<&'static str, Vec<Block>>,
    pub(super) operators: HashMap<&'static str, Operator>,
    /// What surroundings weigh.
    pub(super) weights: Weights,
    pub(super) subject: Weights,
}

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        let classes = Classes::read();
        let frames = read_frames(&classes);
        let mut senses = Vec::new();
        for (file, class) in [(VERBS, Class::Verb), (NOUNS, Class::Noun), (ADJECTIVES, Class::Adjective)] {
            for row in rows(list(file)) {
                read_senses(&row, class, &classes, &frames, &mut senses);
            }
        }
        let mut index: HashMap<Box<str>, Vec<(u32, bool)>> = HashMap::default();
        for (i, sense) in senses.iter().enumerate() {
            for (form, surely) in forms_of(sense) {
                index.entry(form.into()).or_default().push((i as u32, surely));
            }
        }
        let operators = rows(list(MODALITY)).filter_map(|row| Operator::read(&row)).collect();
        let masks = Masks::of(&classes);
        Lexicon {
            classes,
            masks,
            frames,
            senses,
            index,
            blocks: read_blocks(),
            operators,
            weights: Weights::embedded(),
            subject: super::subject::embedded(),
        }
    }

    /// The senses whose first word this is a form of, and whether the form can only be of that class.
    pub(super) fn senses_of(&self, form: &str) -> impl Iterator<Item = (&Sense, bool)> {
        self.index.get(form).into_iter().flatten().map(|&(i, surely)| (&self.senses[i as usize], surely))
    }

    /// The contexts in which a word is no trigger.
    pub(super) fn blocks_of(&self, word: &str) -> &[Block] {
        self.blocks.get(word).map_or(&[], Vec::as_slice)
    }

    /// The rules of a frame, the shared ones last.
    pub(super) fn frame(&self, frame: usize) -> impl Iterator<Item = &FrameRule> {
        self.frames[frame].1.iter().chain(self.frames[0].1.iter())
    }
}

/// The forms in which the first word of a sense may stand.
fn forms_of(sense: &Sense) -> Vec<(String, bool)> {
    let word = sense.words[0];
    let mut forms = match sense.class {
        Class::Verb => forms::verb_forms(word),
        // "attacks", "exchanges of prisoners", "arms embargo".
        Class::Noun => vec![(forms::plural(word), false)],
        _ => Vec::new(),
    };
    forms.push((word.to_string(), sense.class == Class::Verb && forms::only_a_verb(word)));
    forms
}

fn read_frames(classes: &Classes) -> Vec<(&'static str, Vec<FrameRule>)> {
    rows(list(FRAMES))
        .filter_map(|row| {
            let [name, rules, ..] = row[..] else { return None };
            let rules = rules.split_whitespace().filter_map(|rule| {
                let (slot, roles) = rule.split_once('=')?;
                let (slot, kinds) = slot.split_once(':').unwrap_or((slot, ""));
                Some(FrameRule { slot: Slot::from_name(slot)?, kinds: classes.mask(kinds), roles: Role2::from_name(roles) })
            });
            Some((name, rules.collect()))
        })
        .collect()
}

fn read_senses(row: &[&'static str], class: Class, classes: &Classes, frames: &[(&'static str, Vec<FrameRule>)], senses: &mut Vec<Sense>) {
    let [words, kind, frame, conditions, prior, ..] = row[..] else { return };
    let Some(kind) = EventType::from_name(kind) else { return };
    let frame = frames.iter().position(|(name, _)| *name == frame).unwrap_or(0);
    let prior = prior.parse::<f64>().unwrap_or(50.0) / 100.0;
    for words in words.split(',') {
        let words: Vec<&'static str> = words.split_whitespace().collect();
        if !words.is_empty() {
            let conditions = conditions.split_whitespace().filter(|c| *c != "-").map(|c| Condition::read(c, classes)).collect();
            let signature = signatures(&words[1..]);
            senses.push(Sense { words, class, kind, frame, conditions, prior, signature });
        }
    }
}

/// Reads the contexts: words with the trigger marked by `*`.
fn read_blocks() -> HashMap<&'static str, Vec<Block>> {
    let mut blocks: HashMap<&'static str, Vec<Block>> = HashMap::default();
    for words in rows(list(BLOCKS)).flat_map(|row| row[0].split(',')) {
        let words: Vec<&'static str> = words.split_whitespace().collect();
        if let Some(at) = words.iter().position(|w| w.starts_with('*')) {
            let words: Vec<&'static str> = words.iter().map(|w| w.trim_start_matches('*')).collect();
            let signature = signatures(&words);
            blocks.entry(words[at]).or_default().push(Block { words, at, signature });
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_trigger_tables_can_be_read() {
        let lexicon = Lexicon::embedded();
        for (file, name) in [(VERBS, "verbs"), (NOUNS, "nouns"), (ADJECTIVES, "adjectives")] {
            for row in rows(list(file)) {
                assert!(row.len() == 5, "{name}: {row:?}");
                assert!(EventType::from_name(row[1]).is_some(), "{name}: {row:?}");
                assert!(lexicon.frames.iter().any(|(f, _)| *f == row[2]), "{name}: {row:?}");
                assert!(row[4].parse::<u32>().is_ok_and(|p| p <= 100), "{name}: {row:?}");
            }
        }
    }

    #[test]
    fn every_slot_and_role_of_the_frames_is_known() {
        for row in rows(list(FRAMES)) {
            for rule in row[1].split_whitespace() {
                let (slot, _) = rule.split_once('=').unwrap();
                assert!(Slot::from_name(slot.split(':').next().unwrap()).is_some(), "{rule}");
            }
        }
    }

    #[test]
    fn every_condition_asks_something_known() {
        for sense in &Lexicon::embedded().senses {
            assert!(sense.conditions.iter().all(Condition::is_known), "{sense:?}");
        }
    }

    #[test]
    fn classes_fit_their_bits() {
        assert!(Classes::read().names.len() <= 128);
    }
}
