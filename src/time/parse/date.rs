//! Dates told outright: days, months, years, decades, in digits and words.

use super::line::Line;
use super::year::{full_year, lone_year, long_stretch, short_year, year_after, year_range};
use crate::lexicon::among;
use crate::time::calendar;
use crate::time::meaning::{Base, Meaning, Point, Ymd};
use crate::time::words::{Class, Key};

/// A date, or a stretch between two dates of which the second completes the first.
pub fn date(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    if let Some(found) = day_range(line, at).or_else(|| month_range(line, at)).or_else(|| year_range(line, at)) {
        return Some(found);
    }
    let point = |(ymd, end): (Ymd, usize)| (Meaning::Point(Point::of(Base::Date(ymd))), end);
    with_weekday(line, at).or_else(|| plain(line, at)).map(point).or_else(|| long_stretch(line, at))
}

/// "Wednesday, 5 May 2016", "Thursday, Dec. 15".
fn with_weekday(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let Class::Weekday(weekday) = line.class(at) else { return None };
    let mut next = at + 1;
    while among(line.text(next), ", . (") {
        next += 1;
    }
    let next = line.skip(next, Key::The);
    let (ymd, end) = day_month(line, next).or_else(|| month_day(line, next)).or_else(|| in_digits(line, next))?;
    let end = if line.text(at + 1) == "(" && line.text(end) == ")" { end + 1 } else { end };
    ymd.day.map(|_| (Ymd { weekday: Some(weekday), ..ymd }, end))
}

fn plain(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let start = line.skip(at, Key::The);
    // "the 7 October attack": the article is the attack's.
    let of_noun = start > at && matches!(line.class(start), Class::Digits(..));
    day_month(line, start)
        .filter(|_| !of_noun)
        .or_else(|| month_day(line, at))
        .or_else(|| month_year(line, at))
        .or_else(|| in_digits(line, at))
        .or_else(|| lone_month(line, at))
        .or_else(|| lone_day(line, at))
        .or_else(|| short_year(line, at).or_else(|| lone_year(line, at)).map(|(year, end)| (Ymd { year: Some(year), ..Ymd::default() }, end)))
}

/// The number of a day, "5", "5th", "fifth", "twenty-first"; and whether it is an ordinal.
fn day_number(line: &Line<'_>, at: usize) -> Option<(i8, bool, usize)> {
    let (value, ordinal, end) = match line.class(at) {
        Class::Digits(value, len) if len <= 2 => (value, false, at + 1),
        Class::DigitsOrdinal(value) => (value, true, at + 1),
        Class::Ordinal(value) => (value, true, at + 1),
        Class::Unit(calendar::Unit::Second, _) if line.norm(at) == "second" => (2, true, at + 1),
        Class::Tens(tens) => {
            let ones = line.skip(at + 1, Key::Hyphen);
            match line.class(ones) {
                Class::Ordinal(one) if one < 10 => (tens + one, true, ones + 1),
                _ => return None,
            }
        }
        _ => return None,
    };
    (1..=31).contains(&value).then_some((value as i8, ordinal, end))
}

fn month(line: &Line<'_>, at: usize) -> Option<(i8, usize)> {
    match line.class(at) {
        Class::Month(month) if !line.mid(at) && (line.capital(at) || !line.near(at)) => Some((month as i8, at + 1)),
        _ => None,
    }
}

/// "5 May 2016", "the 15th of May", "5th May".
pub fn day_month(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let (day, ordinal, end) = day_number(line, at)?;
    let of = line.is(end, Key::Of);
    let words = matches!(line.class(at), Class::Ordinal(_) | Class::Tens(_) | Class::Unit(..));
    if words && !of {
        return None;
    }
    let end = if of && ordinal { end + 1 } else { end };
    let (month, end) = month(line, end)?;
    let (year, end) = year_after(line, end);
    Some((Ymd { year, month: Some(month), day: Some(day), weekday: None }, end))
}

/// "May 5, 2016", "Feb. 5", "March eighth".
pub fn month_day(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let (month, next) = month(line, at)?;
    let next = if line.is(next, Key::The) && matches!(line.class(next + 1), Class::DigitsOrdinal(_)) { next + 1 } else { next };
    let (day, _, end) = day_number(line, next)?;
    // "in March 12 people were killed", "last March 12 soldiers": so many people.
    let month_alone = matches!(line.key_before(at), Some(Key::Inside | Key::Last | Key::This | Key::Since));
    let counts_people = month_alone && line.class(end) == Class::Counted;
    if counts_people || line.text(end) == "%" {
        return None;
    }
    let (year, end) = year_after(line, end);
    Some((Ymd { year, month: Some(month), day: Some(day), weekday: None }, end))
}

/// "May 2016", "May of 2016".
fn month_year(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let (month, next) = month(line, at)?;
    let (year, end) = year_after(line, line.skip(next, Key::Of));
    Some((Ymd { year: Some(year?), month: Some(month), ..Ymd::default() }, end))
}

/// "on the 15th", of the month that was told.
fn lone_day(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let Class::DigitsOrdinal(day @ 1..=31) = line.class(at + 1) else { return None };
    // "the evening of the 23rd".
    let of_part = line.key_before(at) == Some(Key::Of) && matches!(line.class(at.wrapping_sub(2)), Class::Part(_));
    let stands_alone = || matches!(line.key_before(at), Some(Key::On | Key::By | Key::Until)) && line.phrase_ends(at + 2);
    let placed = line.is(at, Key::The) && (of_part || stands_alone());
    placed.then_some((Ymd { day: Some(day as i8), ..Ymd::default() }, at + 2))
}

/// A month alone, where the words around it leave no doubt.
fn lone_month(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let (month, end) = month(line, at)?;
    if line.near(at) {
        return None;
    }
    let doubtful = among(line.norm(at), "may march april june august");
    let ymd = Ymd { month: Some(month), ..Ymd::default() };
    (!doubtful || month_fits(line, at, end)).then_some((ymd, end))
}

/// Whether a word that may be a name or a verb stands where a month stands.
fn month_fits(line: &Line<'_>, at: usize, end: usize) -> bool {
    if line.class_before(at) == Class::Title || line.norm(end) == "'s" && line.norm(at) == "may" {
        return false;
    }
    let before = line.key_before(at);
    let prepared = matches!(
        before,
        Some(
            Key::Inside
                | Key::Since
                | Key::By
                | Key::Until
                | Key::During
                | Key::Before
                | Key::After
                | Key::Early
                | Key::Mid
                | Key::Late
                | Key::Last
                | Key::This
                | Key::Next
                | Key::Between
                | Key::Over
                | Key::End
                | Key::Past
        )
    );
    let joined = matches!(before, Some(Key::To | Key::And | Key::Of | Key::Hyphen | Key::Following | Key::The))
        || line.norm_before(at) == "from"
        || line.norm_before(at) == "or";
    let other_month = |i: usize| matches!(line.class(i), Class::Month(_));
    let neighbour = joined
        && (line.phrase_ends(end)
            || other_month(end + 1)
            || at >= 2 && other_month(at - 2)
            || line.norm_before(at) == "from"
            || before == Some(Key::Of)
            || before == Some(Key::Hyphen));
    let list = other_month(end + 1) && among(line.text(end), ", - – and or to");
    let named = line.capital(end) && line.norm(end) != "i" && !line.over(end) && !prepared;
    // "the March offensive", "at May peace talks".
    let noun_follows = line.small(end) && !matches!(line.class(end), Class::Key(_));
    let adjective = noun_follows && (matches!(before, Some(Key::The | Key::A)) && line.norm(at) != "may" || line.norm_before(at) == "at");
    (prepared || neighbour || list || adjective) && !named
}

/// "2016-11-02", "15/05/2016", "15.05.2016", "20161102" is none.
fn in_digits(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    if let Some(found) = hyphenated(line, at) {
        return Some(found);
    }
    if line.class(at) != Class::Numeric {
        return None;
    }
    let word = line.norm(at);
    let mark = word.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = word.splitn(3, mark);
    let (a, b, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let c = rest.split('t').next().filter(|c| c.len() == rest.len() || rest.contains(':'))?;
    let number = |s: &str| s.parse::<i16>().ok().filter(|_| s.bytes().all(|x| x.is_ascii_digit()));
    let (x, y, z) = (number(a)?, number(b)?, number(c)?);
    let (year, month, day) = match (a.len(), c.len()) {
        (4, 1 | 2) => (x, Some(y), Some(z)),
        (1 | 2, 4) => ordered(x, y, z),
        (1 | 2, 2) if b.len() == 2 => ordered(x, y, full_year(z as u16)),
        _ => return None,
    };
    let (month, day) = (month.map(|m| m as i8), day.map(|d| d as i8));
    if let (Some(month), Some(day)) = (month, day) {
        calendar::day(year, month, day)?;
    }
    Some((Ymd { year: Some(year), month, day, weekday: None }, at + 1))
}

/// "15-09-2013".
fn hyphenated(line: &Line<'_>, at: usize) -> Option<(Ymd, usize)> {
    let (Class::Digits(a, 2), Class::Digits(b, 2), Class::Digits(year, 4)) = (line.class(at), line.class(at + 2), line.class(at + 4)) else {
        return None;
    };
    let glued = (at + 1..at + 5).all(|i| !line.spaced(i)) && line.is(at + 1, Key::Hyphen) && line.is(at + 3, Key::Hyphen);
    let (year, month, day) = ordered(a as i16, b as i16, year as i16);
    let (month, day) = (month.map(|m| m as i8), day.map(|d| d as i8));
    if let (Some(month), Some(day)) = (month, day) {
        calendar::day(year, month, day)?;
    }
    glued.then_some((Ymd { year: Some(year), month, day, weekday: None }, at + 5))
}

/// Year, month and day of two numbers whose order is told only by what is possible; the year alone if both orders are.
fn ordered(x: i16, y: i16, year: i16) -> (i16, Option<i16>, Option<i16>) {
    match (x, y) {
        (13.., _) => (year, Some(y), Some(x)),
        (_, 13..) => (year, Some(x), Some(y)),
        _ if x == y => (year, Some(x), Some(y)),
        _ => (year, None, None),
    }
}

pub fn between(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Key::Hyphen) || line.norm(at) == "to" || line.norm(at) == "through"
}

/// "and" and "or" between two days.
fn joined(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Key::And) || line.norm(at) == "or"
}

pub fn interval(a: Ymd, b: Ymd, end: usize) -> (Meaning, usize) {
    (Meaning::Interval(Point::of(Base::Date(a)), Point::of(Base::Date(b))), end)
}

/// "11-13 Dec.", "5 to 7 May", "May 5-7, 2016", "May 5 to 7".
fn day_range(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    if let Some((first, _, next)) = day_number(line, at).filter(|&(_, _, next)| between(line, next) || joined(line, next)) {
        let (last, end) = day_month(line, next + 1)?;
        // "between 4 and 11 November", "on 9 and 10 November"; "on 4 and 11 November" are two days.
        if joined(line, next) && !line.is(at.wrapping_sub(1), Key::Between) && last.day != Some(first + 1) {
            return None;
        }
        let starts = Ymd { day: Some(first), ..last };
        return (last.day > starts.day).then(|| interval(starts, last, end));
    }
    let (month, next) = month(line, at)?;
    let (first, _, next) = day_number(line, next).filter(|&(_, _, next)| between(line, next))?;
    let (last, _, end) = day_number(line, next + 1).filter(|&(last, _, end)| last > first && !matches!(line.class(end), Class::Month(_)))?;
    // "from March 3 to 5", not "cut by March 3 to 5 posts".
    if !line.is(next, Key::Hyphen) && !line.phrase_ends(end) {
        return None;
    }
    let (year, end) = year_after(line, end);
    let ymd = |day| Ymd { year, month: Some(month), day: Some(day), weekday: None };
    Some(interval(ymd(first), ymd(last), end))
}

/// "August-September 1950".
fn month_range(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (first, next) = month(line, at).filter(|&(_, next)| line.is(next, Key::Hyphen))?;
    let (last, end) = month(line, next + 1).filter(|&(last, _)| last > first)?;
    if matches!(line.class(end), Class::Digits(_, 1 | 2)) {
        return None;
    }
    let (year, end) = year_after(line, end);
    let ymd = |month| Ymd { year, month: Some(month), ..Ymd::default() };
    Some(interval(ymd(first), ymd(last), end))
}
