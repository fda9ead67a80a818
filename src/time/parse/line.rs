//! One sentence, as the rules see it.

use crate::time::Lexicon;
use crate::time::words::{Class, Cue, Key, Word};
use crate::token::{Sentence, Tokens};
use std::ops::Range;

/// The words of one sentence; outside it every question is answered with no.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    tokens: &'a Tokens<'a>,
    words: &'a [Word],
    lexicon: &'a Lexicon,
    range: Range<usize>,
    block: usize,
    /// What each word can be.
    classes: Vec<Class>,
}

impl<'a> Line<'a> {
    /// A sentence of a text; `words` are by symbol.
    pub fn new(tokens: &'a Tokens<'a>, words: &'a [Word], lexicon: &'a Lexicon, sentence: &Sentence) -> Self {
        let mut line = Line { tokens, words, lexicon, range: sentence.tokens.clone(), block: sentence.block, classes: Vec::new() };
        line.classes = line.range().map(|at| line.read_class(at)).collect();
        line
    }

    /// The block that it stands in: a paragraph.
    pub fn block(&self) -> usize {
        self.block
    }

    /// The words and feasts that are known.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// Its tokens.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    fn word(&self, at: usize) -> Option<&Word> {
        if !self.range.contains(&at) {
            return None;
        }
        self.words.get(self.tokens.tokens.get(at)?.norm.0 as usize)
    }

    /// What a word can be; a word that needs a capital letter and has none is nothing.
    pub fn class(&self, at: usize) -> Class {
        at.checked_sub(self.range.start).and_then(|at| self.classes.get(at)).copied().unwrap_or(Class::Other)
    }

    fn read_class(&self, at: usize) -> Class {
        match self.word(at) {
            Some(word) if word.class != Class::Other && word.capital && !self.capital(at) => Class::Other,
            Some(word) => word.class,
            None => Class::Other,
        }
    }

    /// The small word at a place.
    pub fn key(&self, at: usize) -> Option<Key> {
        match self.class(at) {
            Class::Key(key) => Some(key),
            _ => None,
        }
    }

    /// The small word before a place.
    pub fn key_before(&self, at: usize) -> Option<Key> {
        self.key(at.checked_sub(1)?)
    }

    /// What the word before a place can be.
    pub fn class_before(&self, at: usize) -> Class {
        at.checked_sub(1).map_or(Class::Other, |i| self.class(i))
    }

    /// Whether a small word stands at a place.
    pub fn is(&self, at: usize, key: Key) -> bool {
        self.key(at) == Some(key)
    }

    /// The place after an optional small word.
    pub fn skip(&self, at: usize, key: Key) -> usize {
        if self.is(at, key) { at + 1 } else { at }
    }

    /// Whether "mid-" is part of the word.
    pub fn mid(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.mid)
    }

    /// Whether the word counts only beside a number.
    pub fn near(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.near)
    }

    /// Which way a word says that its clause looks.
    pub fn cue(&self, at: usize) -> Cue {
        self.word(at).map_or(Cue::None, |w| w.cue)
    }

    /// The word as written; empty outside the sentence.
    pub fn text(&self, at: usize) -> &'a str {
        if self.range.contains(&at) { self.tokens.text(at) } else { "" }
    }

    /// The word in lower case; empty outside the sentence.
    pub fn norm(&self, at: usize) -> &'a str {
        if self.range.contains(&at) { self.tokens.norm(at) } else { "" }
    }

    /// The lower-case word before a place.
    pub fn norm_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |i| self.norm(i))
    }

    /// Whether the word begins with a capital letter.
    pub fn capital(&self, at: usize) -> bool {
        let text = self.text(at);
        text.strip_prefix("mid-").unwrap_or(text).starts_with(char::is_uppercase)
    }

    /// Whether the word begins with a small letter.
    pub fn small(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_lowercase)
    }

    /// Whether it is the first word of its sentence.
    pub fn first(&self, at: usize) -> bool {
        at == self.range.start
    }

    /// Whether the sentence ends before a place.
    pub fn over(&self, at: usize) -> bool {
        at >= self.range.end
    }

    /// Whether white space comes before the word.
    pub fn spaced(&self, at: usize) -> bool {
        self.tokens.tokens.get(at).is_none_or(|t| t.spaced)
    }

    /// Whether a word is a mark that ends a phrase, or the sentence is over.
    pub fn phrase_ends(&self, at: usize) -> bool {
        self.over(at) || matches!(self.text(at), "," | "." | ";" | ":" | "!" | "?" | ")" | "\"" | "”" | "’" | "'")
    }
}
