//! Repetitions and vague references.

use super::line::Line;
use super::number::count;
use crate::lexicon::among;
use crate::time::calendar::{Part, Unit};
use crate::time::meaning::{Base, Length, Meaning, Point};
use crate::time::words::{Class, Key, Number};

fn every(count: u32, unit: Unit) -> Meaning {
    Meaning::Repeated(Length { count: Some(count), half: false, unit })
}

/// "daily", "a daily basis", "every two weeks", "per day", "a day" as a rate, "Fridays", "at night".
pub fn set(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    match line.class(at) {
        Class::Set(_) if line.capital(at) && line.capital(at + 1) => None,
        Class::Set(unit) => Some((every(1, unit), at + 1)),
        Class::Nightly => Some((Meaning::EveryPart(Part::Code("NI")), at + 1)),
        Class::Weekdays(_) if missing_apostrophe(line, at) => None,
        Class::Weekdays(day) => Some((Meaning::Weekly(day), at + 1)),
        Class::Part(part) => habit(line, at, part),
        Class::Key(Key::A) => rate(line, at),
        Class::Key(Key::Every) => each(line, at),
        Class::Key(Key::Per) => match line.class(at + 1) {
            Class::Unit(unit, Number::One) if unit >= Unit::Hour => Some((every(1, unit), at + 2)),
            _ => None,
        },
        _ => None,
    }
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
