//! Days and stretches told from another day: "yesterday", "last week", "the following year", "next Friday".

use super::date::{day_month, month_day};
use super::line::Line;
use super::set::missing_apostrophe;
use crate::lexicon::among;
use crate::time::calendar::{Part, Unit};
use crate::time::meaning::{Base, Edge, From, Point, Which};
use crate::time::words::{Class, Key, Number};

/// A day, a month or another stretch with a word that says which.
pub fn relative(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    deictic(line, at)
        .or_else(|| determined(line, at))
        .or_else(|| weekend(line, at))
        .or_else(|| weekday_of(line, at))
        .or_else(|| bare_weekday(line, at))
        .or_else(|| month_of(line, at))
        .or_else(|| day_of_year(line, at))
        .or_else(|| day_beside(line, at))
}

fn of(base: Base, end: usize) -> Option<(Point, usize)> {
    Some((Point::of(base), end))
}

/// "yesterday", "tonight", "overnight".
fn deictic(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let night = |by| Point { part: Some(Part::Code("NI")), ..Point::of(Base::Shift(Unit::Day, by, From::Publication)) };
    match line.class(at) {
        Class::Day(_) if line.norm(at) == "today" && is_title(line, at) => None,
        Class::Day(by) => of(Base::Shift(Unit::Day, i32::from(by), From::Publication), at + 1),
        Class::Other if line.norm(at) == "tonight" => Some((night(0), at + 1)),
        Class::Other if line.norm(at) == "overnight" && !is_mere_manner(line, at) => Some((Point { edge: Edge::Night, ..night(-1) }, at + 1)),
        _ => None,
    }
}

/// "an overnight curfew", "will not be resolved overnight": at night, and at once, on no day.
fn is_mere_manner(line: &Line<'_>, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map_or("", |i| line.norm(i));
    among(line.norm(at + 1), "curfew curfews stay stays train bus ferry success")
        || (1..=4).any(|n| among(before(n), "not n't never cannot")) && line.phrase_ends(at + 1)
}

/// The name of a programme or a paper: "USA Today".
fn is_title(line: &Line<'_>, at: usize) -> bool {
    line.capital(at)
        && !line.first(at)
        && (line.capital(at - 1) || line.key_before(at) == Some(Key::Genitive) || matches!(line.class_before(at), Class::Digits(..)))
}

/// "the weekend".
fn weekend(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let told = line.is(at, Key::The) && line.class(at + 1) == Class::Unit(Unit::Weekend, Number::One);
    if told { of(Base::Shift(Unit::Weekend, 0, From::Publication), at + 2) } else { None }
}

/// The word before a unit, a weekday, a month, a season or a part of the day that says which one.
fn determiner(line: &Line<'_>, at: usize) -> Option<(Which, bool, usize)> {
    let the = line.is(at, Key::The);
    let next = line.skip(at, Key::The);
    let which = match line.key(next)? {
        Key::Last => Which::Last,
        Key::Past if !the => Which::Last,
        Key::Previous => Which::Previous,
        Key::Next => Which::Next,
        Key::Coming => Which::Next,
        Key::Following => Which::Following,
        Key::Same => Which::Same,
        Key::Current => Which::This,
        Key::This if !the => match line.key(next + 1) {
            Some(Key::Past | Key::Last) => return Some((Which::Last, the, next + 2)),
            Some(Key::Coming | Key::Next) => return Some((Which::Next, the, next + 2)),
            Some(Key::Same | Key::Current) => return Some((Which::This, the, next + 2)),
            _ => Which::This,
        },
        Key::That if !the => return Some((Which::Same, the, line.skip(next + 1, Key::Same))),
        _ => return None,
    };
    Some((which, the, next + 1))
}

/// "last week", "this morning", "next Friday", "the previous day", "that year", "last summer".
fn determined(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let (which, the, next) = determiner(line, at)?;
    match line.class(next) {
        Class::Unit(unit, Number::One) if !unit.within_day() => unit_from(unit, which, the, line, next),
        // "last weeks attack", badly copied.
        Class::Unit(unit, Number::Many) if !the && !unit.within_day() && missing_apostrophe(line, next) => unit_from(unit, which, the, line, next),
        Class::Weekday(day) if !line.near(next) => of(Base::Weekday(day, which), next + 1),
        Class::Month(month) => match month_day(line, next) {
            Some((ymd, end)) if matches!(which, Which::Last | Which::This | Which::Next) => of(Base::Date(ymd), end),
            _ => of(Base::Month(month, which), next + 1),
        },
        Class::Season(season) => of(Base::Season(season, None, which), next + 1),
        Class::Part(part) => part_from(part, which, the, next),
        _ => None,
    }
}

/// The calendar unit that a determiner picks; "the last week" is a length, not a week.
fn unit_from(unit: Unit, which: Which, the: bool, line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let ordinary = line.is(at + 1, Key::Hyphen) || unit == Unit::Century && which == Which::Next;
    if ordinary || the && which == Which::Last && unit != Unit::Weekend || line.is(at + 1, Key::Old) {
        return None;
    }
    let (by, from) = match which {
        Which::Last => (-1, From::Publication),
        Which::This | Which::Plain => (0, From::Publication),
        Which::Next if the && unit == Unit::Day => (1, From::Anchor),
        Which::Next if the => (1, From::Context),
        Which::Next => (1, From::Publication),
        Which::Previous => (-1, From::Anchor),
        Which::Following => (1, From::Anchor),
        Which::Same => (0, From::Anchor),
    };
    if unit == Unit::Day && matches!(which, Which::Last | Which::This) {
        return None;
    }
    of(Base::Shift(unit, by, from), at + 1)
}

/// "last night", "this morning", "the next evening".
fn part_from(part: Part, which: Which, the: bool, at: usize) -> Option<(Point, usize)> {
    let (by, from) = match which {
        Which::Last if the => return None,
        Which::Last => (-1, From::Publication),
        Which::This | Which::Plain => (0, From::Publication),
        Which::Next | Which::Following => (1, From::Anchor),
        Which::Previous => (-1, From::Anchor),
        Which::Same => (0, From::Anchor),
    };
    Some((Point { part: Some(part), ..Point::of(Base::Shift(Unit::Day, by, from)) }, at + 1))
}

/// "Wednesday", "on the Wednesday".
fn bare_weekday(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    match line.class(at) {
        Class::Weekday(day) if !line.near(at) => of(Base::Weekday(day, Which::Plain), at + 1),
        Class::Weekdays(day) if missing_apostrophe(line, at) => of(Base::Weekday(day, Which::Plain), at + 1),
        _ => None,
    }
}

/// "Wednesday last week", "Tuesday of this week".
fn weekday_of(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let Class::Weekday(day) = line.class(at) else { return None };
    let (which, _, unit) = determiner(line, line.skip(at + 1, Key::Of))?;
    let week = line.class(unit) == Class::Unit(Unit::Week, Number::One) && matches!(which, Which::Last | Which::This | Which::Next);
    if week && !line.near(at) { of(Base::DayOfWeek(day, which), unit + 1) } else { None }
}

/// "March last year", "August of that year", "May this year", "summer last year".
fn month_of(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let Class::Month(month) = line.class(at) else { return None };
    let next = line.skip(line.skip(at + 1, Key::Of), Key::Inside);
    let (which, _, unit) = determiner(line, next)?;
    let year = matches!(line.class(unit), Class::Unit(Unit::Year, Number::One));
    if year { of(Base::MonthOfYear(month, which), unit + 1) } else { None }
}

/// "June 12 last year", "on 12 June this year".
fn day_of_year(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let (ymd, end) = day_month(line, line.skip(at, Key::The)).or_else(|| month_day(line, at))?;
    let (which, _, unit) = determiner(line, line.skip(end, Key::Of)).filter(|_| ymd.year.is_none())?;
    let year = matches!(line.class(unit), Class::Unit(Unit::Year, Number::One));
    if year { of(Base::DayOfYear(ymd, which), unit + 1) } else { None }
}

/// "the day before yesterday", "the day after tomorrow", "the day before.", "the night before.", "a day earlier" is elsewhere.
fn day_beside(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let next = line.skip(at, Key::The);
    let after = match line.key(next + 1)? {
        Key::Before => false,
        Key::After => true,
        _ => return None,
    };
    let by = if after { 1 } else { -1 };
    match (line.class(next), line.class(next + 2)) {
        (Class::Unit(Unit::Day, Number::One), Class::Day(day)) => of(Base::Shift(Unit::Day, i32::from(day) + by, From::Publication), next + 3),
        (Class::Unit(unit, Number::One), _) if next > at && !unit.within_day() && line.phrase_ends(next + 2) => {
            of(Base::Shift(unit, by, From::Anchor), next + 2)
        }
        (Class::Part(part), after)
            if next > at && (line.phrase_ends(next + 2) || matches!(after, Class::Key(Key::To | Key::Inside | Key::At | Key::And))) =>
        {
            Some((Point { part: Some(part), ..Point::of(Base::Shift(Unit::Day, by, From::Anchor)) }, next + 2))
        }
        _ => None,
    }
}
