//! Repetitions and vague references.

use super::date::{day_month, month_day};
use super::line::Line;
use super::number::count;
use crate::lexicon::among;
use crate::time::calendar::{Part, Unit};
use crate::time::meaning::{Base, Length, Meaning, Point, Window, Ymd};
use crate::time::words::{Class, Key, Number};

fn every(count: u32, unit: Unit) -> Meaning {
    Meaning::Repeated(Length { count: Some(count), half: false, unit })
}

/// "daily", "a daily basis", "every two weeks", "per day", "a day" as a rate, "Fridays", "at night".
pub fn set(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    match line.class(at) {
        Class::Set(_) if is_paper(line, at) => None,
        Class::Set(unit) => Some((every(1, unit), at + 1)),
        Class::Nightly => Some((Meaning::EveryPart(Part::Code("NI")), at + 1)),
        Class::Weekdays(_) if missing_apostrophe(line, at) => None,
        Class::Weekdays(day) => Some((Meaning::Weekly(day), at + 1)),
        Class::Part(part) => habit(line, at, part),
        Class::Other => all(line, at),
        Class::Key(Key::A) => rate(line, at),
        Class::Key(Key::Every) => each(line, at),
        Class::Key(Key::Per) => match line.class(at + 1) {
            Class::Unit(unit, Number::One) if unit >= Unit::Hour => Some((every(1, unit), at + 2)),
            _ => None,
        },
        _ => None,
    }
}

/// "The Daily Mail", "the Apple Daily", "the weekly Prensa Libre", "the satirical weekly": a paper.
fn is_paper(line: &Line<'_>, at: usize) -> bool {
    if !among(line.norm(at), "daily weekly") {
        return line.capital(at) && line.capital(at + 1);
    }
    let name_before = !line.first(at) && line.capital(at - 1) && line.class_before(at) == Class::Other;
    if line.capital(at) {
        return line.capital(at + 1) || name_before;
    }
    // "the weekly Friday protest" and "daily Israeli raids" are none: a verb, a mark or more of its name follows a paper.
    let next = at + 2;
    let reports = line.phrase_ends(next) || among(line.norm(next), "said says reported reports wrote published quoted that");
    let named = line.capital(at + 1) && line.class(at + 1) == Class::Other && (reports || line.capital(next));
    let of_kind = among(line.norm_before(at), "satirical independent private opposition pro-government leading");
    let article = matches!(line.key_before(at.saturating_sub(usize::from(name_before))), Some(Key::The));
    named && article || of_kind || name_before && article && reports || among(line.norm(at + 1), "newspaper newspapers magazine paper")
}

/// "Tuesdays attack": a text that lost its apostrophes.
pub fn missing_apostrophe(line: &Line<'_>, at: usize) -> bool {
    line.key_before(at) != Some(Key::On) && line.small(at + 1) && matches!(line.class(at + 1), Class::Other | Class::Counted | Class::Part(_))
}

/// "at night", "daytime": a part of no certain day.
fn habit(line: &Line<'_>, at: usize, part: Part) -> Option<(Meaning, usize)> {
    let night = line.norm(at) == "night" && matches!(line.key_before(at), Some(Key::At | Key::By));
    let general = matches!(line.norm(at), "daytime" | "nighttime") && !line.capital(at);
    (night || general).then_some((Meaning::EveryPart(part), at + 1))
}

/// "all night", "all day long", "all week".
fn all(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let end = line.skip(at + 2, Key::Long);
    let whole = |unit| Meaning::Length(Length { count: Some(1), half: false, unit }, Window::Free);
    let meaning = match line.class(at + 1) {
        Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), Number::One) => whole(unit),
        Class::Part(part @ Part::Code(_)) if line.norm(at + 1) == "night" => Meaning::EveryPart(part),
        _ => return None,
    };
    let alone = !line.is(at + 2, Key::Hyphen) && !line.is(end, Key::Of) && line.norm(end) != "s";
    (line.norm(at) == "all" && alone).then_some((meaning, end))
}

/// "a daily basis", "40 times a day".
fn rate(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    match line.class(at + 1) {
        Class::Set(unit) if line.is(at + 2, Key::Basis) => Some((every(1, unit), at + 3)),
        Class::Unit(unit, Number::One) if unit >= Unit::Hour => {
            let number = |i: usize| matches!(line.class(i), Class::Digits(..) | Class::Numeric | Class::Number(_) | Class::Tens(_));
            if matches!(line.class_before(at), Class::Unit(..)) {
                return None;
            }
            let plural = line.norm_before(at).ends_with('s') && at >= 2 && number(at - 2);
            let counted = line.key_before(at) == Some(Key::Times) || line.class_before(at) == Class::Counted || plural || at >= 1 && number(at - 1);
            counted.then_some((every(1, unit), at + 2))
        }
        _ => None,
    }
}

/// "every day", "each of the", "every two weeks", "every Friday".
fn each(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let next = if matches!(line.norm(at + 1), "single" | "other") { at + 2 } else { at + 1 };
    match line.class(next) {
        Class::Unit(Unit::Second, Number::One) => None,
        Class::Unit(unit, Number::One) => Some((every(if line.norm(at + 1) == "other" { 2 } else { 1 }, unit), next + 1)),
        Class::Weekday(day) => Some((Meaning::Weekly(day), next + 1)),
        Class::Part(part) => Some((Meaning::EveryPart(part), next + 1)),
        // "every 7 April".
        _ if let Some((Ymd { year: None, month: Some(month), day: Some(day), .. }, end)) =
            day_month(line, next).or_else(|| month_day(line, next)) =>
        {
            Some((Meaning::Yearly(month, day), end))
        }
        _ => {
            let (amount, end) = count(line, next)?;
            match line.class(end) {
                Class::Unit(unit, Number::Many) => Some((Meaning::Repeated(Length { count: amount.value, half: false, unit }), end + 1)),
                _ => None,
            }
        }
    }
}

/// "now", "recently", "the past", "at present", "since then".
pub fn reference(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    match line.class(at) {
        // "the news site Myanmar Now", "every now and again".
        Class::Present if line.capital(at) && !line.first(at) && line.capital(at - 1) => None,
        Class::Present if line.is(at + 1, Key::And) && among(line.norm(at + 2), "again then") => None,
        Class::Present => Some((Meaning::Present, at + 1)),
        Class::Recently => Some((Meaning::Past, at + 1)),
        Class::Key(Key::Since) if line.norm(at + 1) == "then" => Some((Meaning::SinceThen, at + 2)),
        Class::Key(Key::At) if line.norm(at + 1) == "present" && !line.is(at + 2, Key::The) => Some((Meaning::Present, at + 2)),
        Class::Key(Key::At) if line.norm(at + 1) == "the" && line.norm(at + 2) == "moment" => None,
        Class::Key(Key::The) => the(line, at),
        Class::Other if line.norm(at) == "these" && line.norm(at + 1) == "days" && (line.phrase_ends(at + 2) || line.first(at)) => {
            Some((Meaning::Present, at + 2))
        }
        Class::Key(Key::Current) if line.norm(at) == "present" && line.norm(line.skip(at + 1, Key::Hyphen)) == "day" => {
            Some((Meaning::Present, line.skip(at + 1, Key::Hyphen) + 1))
        }
        Class::Key(Key::That) if line.is(at + 1, Key::Time) && line.key_before(at) == Some(Key::At) => {
            Some((Meaning::Point(Point::of(Base::Anchor)), at + 2))
        }
        _ => None,
    }
}

/// "the past", "the future", "the present".
fn the(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let inside = line.key_before(at) == Some(Key::Inside) || line.norm_before(at) == "of";
    let next = if among(line.norm(at + 1), "near recent distant foreseeable") { at + 2 } else { at + 1 };
    let ends = line.phrase_ends(next + 1) || !matches!(line.class(next + 1), Class::Unit(..) | Class::Number(_) | Class::Digits(..) | Class::Vague);
    match line.norm(next) {
        "past" if inside && line.key_before(at) == Some(Key::Inside) && ends => Some((Meaning::Past, next + 1)),
        "future" if line.key_before(at) == Some(Key::Inside) && ends => Some((Meaning::Future, next + 1)),
        "time"
            if line.key_before(at) == Some(Key::At)
                && next == at + 1
                && (line.phrase_ends(next + 1) || matches!(line.norm(next + 1), "and" | "but")) =>
        {
            Some((Meaning::Point(Point::of(Base::Anchor)), next + 1))
        }
        _ => None,
    }
}
