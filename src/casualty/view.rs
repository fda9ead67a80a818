//! One sentence as the rules read it: bounds-checked access to words, their senses and their grammar.

use super::lexicon::{Lexicon, Roles, Sense};
use crate::Reading;
use crate::analysis::CasualtyKind;
use crate::lexicon::among;
use crate::syntax::Upos;
use std::ops::Range;

/// A sentence and what its words can be. Outside of it every word is empty.
#[derive(Clone)]
pub(super) struct View<'a> {
    pub reading: &'a Reading<'a>,
    pub lexicon: &'a Lexicon,
    pub senses: &'a [Sense],
    pub sentence: Range<usize>,
}

impl<'a> View<'a> {
    /// Lower-case form of a token.
    pub fn norm(&self, i: usize) -> &'a str {
        if self.sentence.contains(&i) { self.reading.tokens.norm(i) } else { "" }
    }

    /// What a token can be.
    pub fn sense(&self, i: usize) -> Sense {
        if !self.sentence.contains(&i) || among(self.reading.tokens.text(i), "US WHO") {
            return Sense::default();
        }
        self.senses[self.reading.tokens.tokens[i].norm.0 as usize]
    }

    /// Whether a token can be one of some roles.
    pub fn is(&self, i: usize, roles: Roles) -> bool {
        self.sense(i).roles.any(roles)
    }

    /// What a cue tells.
    pub fn kind(&self, i: usize) -> CasualtyKind {
        self.sense(i).kind.unwrap_or(CasualtyKind::Affected)
    }

    /// Whether white space stands before a token.
    pub fn spaced(&self, i: usize) -> bool {
        !self.sentence.contains(&i) || self.reading.tokens.tokens[i].spaced
    }

    /// Part of speech; `X` where nothing is known.
    pub fn upos(&self, i: usize) -> Upos {
        if self.sentence.contains(&i) { self.reading.syntax.upos(i) } else { Upos::X }
    }

    /// Whether the token is a mark that joins: a hyphen with no space before it.
    pub fn hyphen(&self, i: usize) -> bool {
        among(self.norm(i), "- ‐ ‑") && !self.spaced(i)
    }

    /// Whether a token holds a letter or digit.
    pub fn is_word(&self, i: usize) -> bool {
        self.norm(i).chars().any(char::is_alphanumeric)
    }

    /// Whether a token is written with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.sentence.contains(&i) && self.reading.tokens.text(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether some words stand right before a place.
    pub fn words_before(&self, end: usize, words: &[&str]) -> bool {
        words.iter().rev().enumerate().all(|(back, w)| self.norm(end.wrapping_sub(back + 1)) == *w)
    }

    /// Whether some words stand at a place; `~` stands for a possessive, `*` for an adjective or noun.
    pub fn words_at(&self, start: usize, words: &[Box<str>]) -> bool {
        words.iter().enumerate().all(|(k, w)| {
            let here = self.norm(start + k);
            match &**w {
                "~" => among(here, "their his her its the our"),
                "*" => matches!(self.upos(start + k), Upos::Adj | Upos::Noun),
                word => here == word,
            }
        })
    }
}

/// Whether a word names a month.
pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const FULL: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let word = word.trim_end_matches('.');
    MONTHS.contains(&word) || FULL.contains(&word) || word == "sept"
}
