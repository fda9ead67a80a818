//! Names that are made like dates: "the March 14 alliance", "the Sunday Times", "Bloody Sunday".

use super::line::Line;
use crate::time::meaning::{Base, Meaning, Point, Ymd};
use crate::time::words::{Class, Key};
use std::ops::Range;

/// Whether what reads like a time expression is part of a name.
pub fn is_name(line: &Line<'_>, tokens: &Range<usize>, meaning: &Meaning) -> bool {
    let Meaning::Point(Point { base, part: None, .. }) = meaning else { return false };
    let last = tokens.end.saturating_sub(1);
    let paper = line.capital(tokens.end) && (line.class(tokens.end) == Class::Paper || line.is(tokens.end, Key::Times));
    if paper && matches!(line.class(last), Class::Weekday(_)) {
        return true;
    }
    let named = line.class_before(tokens.start) == Class::Epithet && line.capital(tokens.start.saturating_sub(1));
    if named && tokens.len() == 1 && matches!(line.class(last), Class::Weekday(_) | Class::Month(_) | Class::Season(_)) {
        return true;
    }
    matches!(base, Base::Date(Ymd { month: Some(_), day: Some(_), year: None, .. })) && line.class(tokens.end) == Class::Group
}
