//! tokens → times: time expressions with TIMEX3 values, resolved against the publication date.

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
pub struct Lexicon {}

impl Lexicon {
    /// The rules that are compiled in.
    pub fn embedded() -> Self {
        Lexicon {}
    }
}

/// Finds the time expressions of a text, in text order, not overlapping.
pub fn find(_reading: &Reading<'_>, _lexicon: &Lexicon, _published: Option<Date>) -> Vec<TimeExpression> {
    Vec::new()
}
