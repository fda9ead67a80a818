//! Years, decades and centuries.

use super::date::{between, interval};
use super::line::Line;
use crate::lexicon::among;
use crate::time::calendar;
use crate::time::meaning::{Base, Meaning, Point, Ymd};
use crate::time::words::{Class, Key};

/// The year after a month, a day or a season, with its comma.
pub fn year_after(line: &Line<'_>, at: usize) -> (Option<i16>, usize) {
    let comma = matches!(line.text(at), ",");
    let next = if comma { at + 1 } else { line.skip(at, Key::Of) };
    match line.class(next) {
        Class::Digits(value, _) if line.is(next + 1, Key::Bc) => (Some(before_christ(value)), next + 2),
        Class::Digits(value, 4) if (1000..=2100).contains(&value) && (!comma || line.class(next + 1) != Class::Counted) => {
            (Some(value as i16), next + 1)
        }
        _ => short(line, next).filter(|_| !comma).map_or((None, at), |year| (Some(year), next + 2)),
    }
}

/// A year before the common era, as the calendar counts: 1 BC is the year 0.
fn before_christ(value: u16) -> i16 {
    1 - value as i16
}

/// The year of two digits.
pub fn full_year(value: u16) -> i16 {
    value as i16 + if value < 50 { 2000 } else { 1900 }
}

/// "'92": two digits that an apostrophe cuts.
fn short(line: &Line<'_>, at: usize) -> Option<i16> {
    match line.class(at + 1) {
        Class::Digits(value, 2) if line.is(at, Key::Apostrophe) && line.spaced(at) && !line.spaced(at + 1) => Some(full_year(value)),
        _ => None,
    }
}

/// "in '92".
pub fn short_year(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let prepared = matches!(line.key_before(at), Some(Key::Inside | Key::Since | Key::By | Key::Until | Key::Early | Key::Late));
    short(line, at).filter(|_| prepared).map(|year| (year, at + 2))
}

/// A year alone, where nothing says that the number is something else.
pub fn lone_year(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let Class::Digits(value, 4) = line.class(at) else { return None };
    let before = line.key_before(at);
    let prepared = matches!(
        before,
        Some(
            Key::Inside
                | Key::Since
                | Key::By
                | Key::Until
                | Key::During
                | Key::Early
                | Key::Mid
                | Key::Late
                | Key::Before
                | Key::After
                | Key::Between
                | Key::Bracket
                | Key::Of
        )
    );
    // "in 2006, 2012 and 2014 killed".
    let listed = among(line.norm_before(at), "and or ,") && matches!(line.class(at.wrapping_sub(2)), Class::Digits(1900..=2100, 4));
    let certain = before == Some(Key::Inside) || before == Some(Key::Since) || listed;
    if line.class(at + 1) == Class::Counted && !certain || line.class_before(at) == Class::Numbered || before == Some(Key::Nearly) {
        return None;
    }
    if line.norm_before(at) == "/" && !line.spaced(at) && line.class(at.wrapping_sub(2)) == Class::Other {
        return None;
    }
    if before == Some(Key::Hyphen) && !line.spaced(at) && !matches!(line.class(at.saturating_sub(2)), Class::Digits(..) | Class::Month(_)) {
        return None;
    }
    if line.norm_before(at) == "and" && at >= 3 && line.class(at - 3) == Class::Numbered {
        return None;
    }
    let digits = |i: usize| matches!(line.class(i), Class::Digits(..) | Class::Numeric);
    let part_of_number =
        digits(at + 1) && line.spaced(at + 1) || line.spaced(at) && digits(at.wrapping_sub(1)) || matches!(line.text(at.wrapping_sub(1)), "+" | "@");
    let clock = before == Some(Key::At);
    if !certain && (clock || part_of_number && !line.phrase_ends(at + 1)) {
        return None;
    }
    if matches!(line.class(at + 1), Class::Zone | Class::Unit(..)) || matches!(line.norm(at + 1), "hrs" | "hrs.") {
        return None;
    }
    let modern = (1900..=2100).contains(&value);
    let crowd = value % 100 == 0 && value != 2000 && value != 1900 || value == 2000 && !prepared;
    let plural = line.norm(at + 1).ends_with('s') && line.small(at + 1) && crowd;
    ((modern && !plural) || (prepared && (1000..=2100).contains(&value) && !crowd) || certain && (1000..=2100).contains(&value))
        .then_some((value as i16, at + 1))
}

/// "1980-88", "1947–1949".
pub fn year_range(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    if let (Class::Digits(first, _), Class::Digits(last, _), true) =
        (line.class(at), line.class(at + 2), between(line, at + 1) && line.is(at + 3, Key::Bc))
    {
        let ymd = |year| Ymd { year: Some(before_christ(year)), ..Ymd::default() };
        return (first > last).then(|| interval(ymd(first), ymd(last), at + 4));
    }
    let (Class::Digits(first, 4), true) = (line.class(at), line.is(at + 1, Key::Hyphen)) else { return None };
    let last = match line.class(at + 2) {
        Class::Digits(last, 4) => last,
        Class::Digits(last, 2) => first - first % 100 + last,
        _ => return None,
    };
    // "MEDIA/2018-44" is the number of a paper.
    let numbered = line.norm_before(at) == "/" && !line.spaced(at);
    let sound = !numbered
        && (1000..=2100).contains(&first)
        && last > first
        && last - first <= 150
        && line.class_before(at) != Class::Numbered
        && line.class(at + 3) != Class::Counted;
    let ymd = |year: u16| Ymd { year: Some(year as i16), ..Ymd::default() };
    sound.then(|| interval(ymd(first), ymd(last), at + 3))
}

/// Decades, centuries, years before the common era.
pub fn long_stretch(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let start = line.skip(at, Key::The);
    let point = |base, end| Some((Meaning::Point(Point::of(base)), end));
    match line.class(start) {
        Class::Decade(year) if year >= 1000 => return point(Base::Decade(year as i16), start + 1),
        Class::DecadeWord(year) if start > at => return point(Base::Decade(1900 + year as i16), start + 1),
        Class::Key(Key::Apostrophe) => {
            if let Class::Decade(year) = line.class(start + 1) {
                return (year < 100).then_some(()).and_then(|()| point(Base::Decade(full_year(year)), start + 2));
            }
        }
        Class::Decade(year) if start > at => return point(Base::Decade(full_year(year)), start + 1),
        _ => {}
    }
    let ordinal = match line.class(start) {
        Class::Ordinal(n) | Class::DigitsOrdinal(n) => Some((n, start + 1)),
        Class::Tens(tens) => match line.class(line.skip(start + 1, Key::Hyphen)) {
            Class::Ordinal(n) => Some((tens + n, line.skip(start + 1, Key::Hyphen) + 1)),
            _ => None,
        },
        _ => None,
    };
    if let Some((n, end)) = ordinal {
        let end = line.skip(end, Key::Hyphen);
        let century = matches!(line.class(end), Class::Unit(calendar::Unit::Century, _)) && (2..=21).contains(&n);
        return if century { point(Base::Century((n as i16 - 1) * 100), end + 1) } else { None };
    }
    match (line.class(at), line.key(at + 1)) {
        (Class::Digits(year, _), Some(Key::Bc)) => point(Base::Date(Ymd { year: Some(before_christ(year)), ..Ymd::default() }), at + 2),
        (Class::Digits(year, _), Some(Key::Ad)) if year <= 2100 => point(Base::Date(Ymd { year: Some(year as i16), ..Ymd::default() }), at + 2),
        _ => None,
    }
}
