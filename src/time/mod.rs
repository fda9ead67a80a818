//! tokens → times: time expressions with TIMEX3 values, resolved against the publication date.
//!
//! Each sentence is read by small rules (`parse`) into what its expressions say (`meaning`); then, in
//! text order, each is placed on the calendar (`place`, `resolve`) from publication, tense and the dates told before.

pub(crate) mod calendar;
mod daily;
mod feasts;
mod meaning;
mod parse;
mod place;
mod resolve;
mod story;
mod tense;
#[cfg(test)]
mod tests;
mod words;

use crate::Reading;
use crate::analysis::{TimePrecision, TimeType};
use jiff::civil::Date;
use std::ops::Range;

/// A time expression in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value; underspecified ("XXXX-WXX-3") where it needs a publication date that is not known.
    pub value: String,
    /// First and last day covered, both inclusive; either may be open.
    pub days: (Option<Date>, Option<Date>),
    /// How finely it is told.
    pub precision: TimePrecision,
    /// Name of the rule that read it.
    pub rule: &'static str,
}

/// Words and rules of time expressions.
#[derive(Debug)]
pub struct Lexicon {
    words: words::Words,
    feasts: feasts::Feasts,
}

impl Lexicon {
    /// The rules that are compiled in.
    pub fn embedded() -> Self {
        let feasts = feasts::Feasts::embedded();
        Lexicon { words: words::Words::embedded(&feasts), feasts }
    }
}

/// Finds the time expressions of a text, in text order, not overlapping.
pub fn find(reading: &Reading<'_>, lexicon: &Lexicon, published: Option<Date>) -> Vec<TimeExpression> {
    let tokens = &reading.tokens;
    let words = lexicon.words.classify(tokens);
    let mut found = Vec::new();
    let mut lines = Vec::with_capacity(tokens.sentences.len());
    for sentence in &tokens.sentences {
        let line = parse::Line::new(tokens, &words, lexicon, sentence);
        let first = found.len();
        parse::read(&line, &mut found);
        story::complete(&line, found.get_mut(first..).unwrap_or_default());
        lines.extend(std::iter::repeat_n(line, found.len() - first));
    }
    story::tell(&found, &lines, &reading.syntax, lexicon, published)
}
