//! Times of day: clock times and parts of the day.

use super::line::Line;
use crate::lexicon::among;
use crate::time::calendar::{Part, Unit};
use crate::time::words::{Class, Key};

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeOfDay {
    /// Which.
    pub part: Part,
    /// It is told so plainly that it stands without a preposition: "10:30 p.m.".
    pub plain: bool,
}

/// "shortly after noon", "around 10:30 p.m.", "late morning", "the early hours".
pub fn time_of_day(line: &Line<'_>, at: usize) -> Option<(TimeOfDay, usize)> {
    let start = near(line, at);
    clock(line, start).or_else(|| part(line, start)).or_else(|| dark(line, at))
}

/// "nine on Monday night", "9.15 on Thursday night": hour and minute that the day behind them makes a time, and where that day begins.
pub fn before_day(line: &Line<'_>, at: usize) -> Option<(u8, u8, usize)> {
    let placed = matches!(line.key_before(at), Some(Key::At | Key::By | Key::Before | Key::After | Key::Until | Key::Nearly))
        || line.norm_before(at) == "from";
    let (hour, minute) = match line.class(at) {
        Class::Digits(hour, 1 | 2) | Class::Number(hour) => (hour, 0),
        Class::Numeric => clock_digits(line.norm(at), '.').or_else(|| clock_digits(line.norm(at), ':'))?,
        _ => return None,
    };
    (placed && line.is(at + 1, Key::On) && (1..24).contains(&hour) && minute < 60).then_some((hour as u8, minute as u8, at + 2))
}

/// Skips "shortly after", "just before", "around".
fn near(line: &Line<'_>, at: usize) -> usize {
    match line.key(at) {
        Some(Key::Shortly | Key::Just) if matches!(line.key(at + 1), Some(Key::Before | Key::After)) => at + 2,
        Some(Key::Nearly) => at + 1,
        _ => at,
    }
}

/// "after dark", "before dark".
fn dark(line: &Line<'_>, at: usize) -> Option<(TimeOfDay, usize)> {
    let told = matches!(line.key(at), Some(Key::After | Key::Before)) && line.norm(at + 1) == "dark" && !line.capital(at + 1);
    told.then_some((TimeOfDay { part: Part::Code("NI"), plain: true }, at + 2))
}

fn clock(line: &Line<'_>, at: usize) -> Option<(TimeOfDay, usize)> {
    let told = |hour: u16, minute: u16, end: usize| {
        (hour < 25 && minute < 60).then_some((TimeOfDay { part: Part::Clock(hour as u8, minute as u8), plain: true }, end))
    };
    let (hour, minute, bare) = match line.class(at) {
        Class::Digits(value, 1 | 2) => (value, 0, true),
        Class::Digits(value, 4) if line.class(at + 1) == Class::Zone || matches!(line.norm(at + 1), "hrs" | "hrs." | "hours") => {
            return told(value / 100, value % 100, zone(line, at + 1 + usize::from(line.class(at + 1) != Class::Zone)));
        }
        Class::Number(value) if value <= 12 => (value, 0, true),
        Class::Numeric => {
            let dotted = matches!(line.class(at + 1), Class::Meridiem(_));
            let (hour, minute) = clock_digits(line.norm(at), if dotted { '.' } else { ':' }).or_else(|| clock_digits(line.norm(at), ':'))?;
            (hour, minute, false)
        }
        _ => return None,
    };
    match line.class(at + 1) {
        Class::Meridiem(pm) if hour <= 12 => told(hour % 12 + if pm { 12 } else { 0 }, minute, zone(line, at + 2)),
        Class::Oclock => match half(line, at + 2).filter(|_| hour <= 12) {
            Some((late, end)) => told(hour % 12 + if late { 12 } else { 0 }, minute, end),
            None => told(hour, minute, zone(line, at + 2)),
        },
        Class::Zone if !bare => told(hour, minute, zone(line, at + 1)),
        _ if hour <= 12
            && let Some((late, end)) = half(line, at + 1) =>
        {
            told(if late { hour % 12 + 12 } else { hour }, minute, end)
        }
        _ => (!bare).then(|| told(hour, minute, zone(line, at + 1))).flatten(),
    }
}

/// "in the morning", "in the evening": whether the hour before it is of the second half of the day.
fn half(line: &Line<'_>, at: usize) -> Option<(bool, usize)> {
    let part = line.is(at, Key::Inside) && line.is(at + 1, Key::The);
    match line.class(at + 2) {
        Class::Part(Part::Code("MO")) if part => Some((false, at + 3)),
        Class::Part(Part::Code("AF" | "EV")) if part => Some((true, at + 3)),
        _ => None,
    }
}

/// "10:30"; "10.30" only before "p.m.".
fn clock_digits(word: &str, mark: char) -> Option<(u16, u16)> {
    let (hour, rest) = word.split_once(mark)?;
    let minute = rest.get(..2).filter(|_| rest.len() == 2 || rest.as_bytes().get(2) == Some(&b':'))?;
    Some((hour.parse().ok().filter(|_| hour.len() <= 2)?, minute.parse().ok()?))
}

/// Skips "GMT", "local time", "(0830 GMT)" stays.
fn zone(line: &Line<'_>, at: usize) -> usize {
    if line.class(at) == Class::Zone {
        at + 1
    } else if line.is(at, Key::Local) && line.is(at + 1, Key::Time) {
        at + 2
    } else {
        at
    }
}

/// Skips "of the morning" behind "the early hours".
fn of_the_day(line: &Line<'_>, at: usize) -> usize {
    let told = line.is(at, Key::Of) && line.is(at + 1, Key::The) && matches!(line.class(at + 2), Class::Part(Part::Code("MO")));
    if told { at + 3 } else { at }
}

/// "morning", "late morning", "the early hours", "daylight hours", "the early morning hours".
fn part(line: &Line<'_>, at: usize) -> Option<(TimeOfDay, usize)> {
    let start = line.skip(at, Key::The);
    let edge = matches!(line.key(start), Some(Key::Early | Key::Mid | Key::Late));
    let next = if edge { line.skip(start + 1, Key::Hyphen) } else { start };
    let hours = |i: usize| matches!(line.class(i), Class::Unit(Unit::Hour, _)) && line.norm(i) == "hours";
    if hours(next) && start > at && (edge || matches!(line.norm(start), "small" | "wee")) {
        let code = if line.is(start, Key::Late) { "NI" } else { "MO" };
        return Some((TimeOfDay { part: Part::Code(code), plain: true }, of_the_day(line, next + 1)));
    }
    if start > at && among(line.norm(start), "small wee pre-dawn predawn") && hours(start + 1) {
        return Some((TimeOfDay { part: Part::Code("MO"), plain: true }, of_the_day(line, start + 2)));
    }
    if line.norm(at) == "overnight" {
        return Some((TimeOfDay { part: Part::Code("NI"), plain: true }, at + 1));
    }
    match line.class(next) {
        Class::Part(part) => {
            let end = if hours(next + 1) { next + 2 } else { next + 1 };
            let plain = edge || end == next + 2 || line.mid(next);
            // "midnight local time", "noon GMT".
            let end = if matches!(part, Part::Clock(..)) { zone(line, end) } else { end };
            Some((TimeOfDay { part, plain }, end))
        }
        _ => None,
    }
}
