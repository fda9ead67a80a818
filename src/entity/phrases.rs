//! What the words of a common noun phrase say of what it refers to.

use crate::Reading;
use crate::analysis::EntityType;
use crate::lexicon::among;
use crate::mention::Mention;
use crate::syntax::Upos;

/// Last words of the names of divisions.
pub(super) const DIVISIONS: [&str; 12] =
    ["province", "region", "governorate", "district", "border", "countryside", "oblast", "state", "county", "river", "coast", "corridor"];

/// A common noun phrase.
#[derive(Debug)]
pub(super) struct Phrase<'a> {
    reading: &'a Reading<'a>,
    start: usize,
    end: usize,
    /// What it denotes.
    pub entity_type: EntityType,
    /// Its last word.
    pub noun: &'a str,
    /// Whether it begins with "the", "this", "its".
    pub definite: bool,
}

/// Participles that a hyphen joins to the name of whose side a group is on: "Tarvia-linked".
pub(super) const LINKED: &str = "linked affiliated backed aligned allied inspired led supported";

impl<'a> Phrase<'a> {
    pub(super) fn of(reading: &'a Reading<'a>, mention: &Mention) -> Self {
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let first = reading.tokens.norm(start);
        let definite = matches!(first, "the" | "this" | "that" | "these" | "those" | "its" | "their" | "our" | "his" | "her");
        // "the Tarvia-linked group": its article stands before the name.
        let linked = || among(reading.tokens.norm(start - 1), LINKED);
        let article = || (start.saturating_sub(7)..start - 2).any(|i| reading.tokens.norm(i) == "the");
        let definite = definite || start > 3 && linked() && reading.tokens.norm(start - 2) == "-" && article();
        Phrase { reading, start, end, entity_type: mention.entity_type, noun: reading.tokens.norm(end - 1), definite }
    }

    /// Its words in lower case.
    pub(super) fn words(&self) -> impl Iterator<Item = &'a str> + '_ {
        (self.start..self.end).map(|i| self.reading.tokens.norm(i))
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether it has one of some words.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.words().any(|w| words.contains(&w))
    }

    /// Whether it begins with "a", "another".
    pub(super) fn is_indefinite(&self) -> bool {
        matches!(self.reading.tokens.norm(self.start), "a" | "an" | "another" | "other" | "some")
    }

    /// Whether it brings in something new: "a bus", "35 people".
    pub(super) fn is_new(&self) -> bool {
        let counted = self.start > 0 && self.reading.syntax.upos(self.start - 1) == Upos::Num;
        let vague = matches!(self.entity_type, EntityType::Place | EntityType::Facility | EntityType::Other) && !self.definite;
        let people = counted && matches!(self.noun, "people" | "persons" | "person" | "men" | "women" | "children" | "bodies");
        let other_side = self.entity_type == EntityType::ArmedGroup && self.is_owned();
        self.is_indefinite() || vague || people || other_side
    }

    /// Whether it begins with "its", "their".
    pub(super) fn is_owned(&self) -> bool {
        matches!(self.reading.tokens.norm(self.start), "its" | "their")
    }

    /// Whether it denotes the government or the forces of the state that the text is set in.
    pub(super) fn is_home(&self) -> bool {
        match self.entity_type {
            EntityType::Government => matches!(self.noun, "government" | "regime" | "authorities" | "administration") && !self.is_local(),
            EntityType::StateForce => self.has(&["regime", "government", "pro-regime", "pro-government", "loyal", "loyalist", "state"]),
            _ => false,
        }
    }

    /// Whether it denotes the authorities of a part of a state: "the state government", "Tigray's interim administration".
    fn is_local(&self) -> bool {
        let owned = self.start > 0 && matches!(self.reading.tokens.norm(self.start - 1), "'s" | "'");
        owned || self.has(&["state", "regional", "provincial", "local", "municipal", "city", "district", "village", "interim"])
    }

    /// The word for all phrases that make one group in a text.
    pub(super) fn slot(&self) -> &'a str {
        const REBELS: [&str; 10] =
            ["rebel", "rebels", "insurgent", "insurgents", "opposition", "resistance", "anti-government", "guerrilla", "guerrillas", "anti-regime"];
        match self.entity_type {
            EntityType::StateForce if self.has(&["coalition"]) => "coalition",
            EntityType::StateForce if matches!(self.noun, "army" | "troops" | "soldiers" | "forces" | "military" | "troop") => "army",
            EntityType::ArmedGroup if self.has(&REBELS) || self.noun == "fighters" && self.len() < 3 => "rebels",
            EntityType::Government if self.is_home() => "government",
            _ => self.noun,
        }
    }
}

/// Whether two types can be told of one thing.
pub(super) fn alike(a: EntityType, b: EntityType) -> bool {
    let human = |t| matches!(t, EntityType::Person | EntityType::Population);
    a == b || a.is_body() && b.is_body() || a.is_spot() && b.is_spot() || human(a) && human(b)
}
