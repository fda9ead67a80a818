//! Lengths of time, and the days counted with them: "two weeks", "the past three months", "two years ago".

use super::line::Line;
use super::number::{Count, count};
use crate::lexicon::among;
use crate::time::calendar::Unit;
use crate::time::meaning::{Base, From, Length, Meaning, Point, Window};
use crate::time::words::{Class, Key, Number};

/// A length of time, or a day counted with one.
pub fn length(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    windowed(line, at).or_else(|| counted(line, at)).or_else(|| compound(line, at)).or_else(|| uncounted(line, at))
}

/// "the past three months", "the last few days", "recent weeks", "the first three days".
fn windowed(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let the = matches!(line.key(at), Some(Key::The | Key::This)) || line.norm(at) == "these" || line.norm(at) == "its" || line.norm(at) == "their";
    let next = if the { at + 1 } else { at };
    let (window, singular) = match (line.key(next), line.class(next)) {
        (Some(Key::Past), _) => (Window::Past, true),
        (Some(Key::Last), _) if the || line.norm_before(at) != "to" => (Window::Past, the),
        (Some(Key::Previous), _) => (Window::BeforeAnchor, false),
        (Some(Key::Next | Key::Coming), _) => (Window::Future, false),
        (Some(Key::Recent), _) => (Window::Free, false),
        (Some(Key::Following | Key::Final), _) if the => (Window::Free, false),
        (_, Class::Ordinal(1)) if the => (Window::Free, line.norm(at) == "the"),
        _ => return None,
    };
    let counted = count(line, next + 1).filter(|_| !line.is(next + 1, Key::A));
    let (amount, unit_at) = counted.unwrap_or((Count { value: None, half: false }, next + 1));
    let unit_at = line.skip(if line.is(unit_at, Key::Another) { unit_at + 1 } else { unit_at }, Key::Hyphen);
    let Class::Unit(unit, number) = line.class(unit_at) else { return None };
    if number == Number::One && (unit < Unit::Hour || unit == Unit::Weekend) {
        return None;
    }
    let first = matches!(line.class(next), Class::Ordinal(_));
    let one = number == Number::One && counted.is_none();
    if one && (!singular || first && unit == Unit::Quarter || line.is(unit_at + 1, Key::Of) && window != Window::Free) {
        return None;
    }
    if first && one && (unit == Unit::Day || unit.within_day() || !line.is(unit_at + 1, Key::Of)) {
        return None;
    }
    if number == Number::Many && counted.is_none() && first {
        return None;
    }
    let window = if counted.is_none() && !one && line.is(unit_at + 1, Key::Of) { Window::Free } else { window };
    let value = if one { Some(1) } else { amount.value };
    Some((Meaning::Length(whole(Length { count: value, half: amount.half, unit }), window), unit_at + 1))
}

/// Two weeks for a fortnight.
fn whole(length: Length) -> Length {
    match length.unit {
        Unit::Fortnight => Length { unit: Unit::Week, count: length.count.map(|c| c.saturating_mul(2)), ..length },
        _ => length,
    }
}

/// Skips "more than", "at least", "nearly", "just over", "up to"; "over" only after a preposition.
fn approximator(line: &Line<'_>, at: usize) -> usize {
    match line.key(at) {
        Some(Key::More) if line.is(at + 1, Key::Than) => at + 2,
        Some(Key::At) if line.is(at + 1, Key::Least) => at + 2,
        Some(Key::Up) if line.norm(at + 1) == "to" => at + 2,
        Some(Key::Just) if matches!(line.key(at + 1), Some(Key::Over | Key::Nearly)) || line.norm(at + 1) == "under" => at + 2,
        Some(Key::Nearly) => at + 1,
        Some(Key::Over) if matches!(line.key_before(at), Some(Key::Span | Key::After | Key::Inside | Key::By)) => at + 1,
        Some(Key::Another) => at + 1,
        _ if line.norm(at) == "no" && line.is(at + 1, Key::More) && line.is(at + 2, Key::Than) => at + 3,
        _ => at,
    }
}

/// "three days", "a four-year", "more than two years", and with what follows: "two years ago", "a day earlier".
fn counted(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let start = approximator(line, at);
    if line.is(start, Key::Half) {
        return half(line, start);
    }
    let (amount, mut unit_at) = count(line, start)?;
    while matches!(line.key(unit_at), Some(Key::Another | Key::More | Key::Long | Key::Previous)) {
        unit_at += 1;
    }
    let hyphen = line.is(unit_at, Key::Hyphen);
    let unit_at = if hyphen { unit_at + 1 } else { unit_at };
    let (unit, number) = match line.class(unit_at) {
        Class::Unit(unit, number) => (unit, number),
        Class::Long(unit, _) if !line.is(start, Key::A) => {
            return Some((Meaning::Length(Length { count: amount.value, half: false, unit }, Window::Free), unit_at + 1));
        }
        _ => return None,
    };
    let article = line.is(start, Key::A) && amount.value == Some(1);
    if unit == Unit::Quarter || unit == Unit::Weekend || number == Number::One && amount.value.is_none() || article && number == Number::Many {
        return None;
    }
    let (mut end, mut amount) = (unit_at + 1, amount);
    if line.is(end, Key::And) && line.is(end + 1, Key::A) && line.is(end + 2, Key::Half) {
        amount.half = true;
        end += 3;
    }
    if article && line.norm(end) == "or" && (line.norm(end + 1) == "so" || line.norm(end + 1) == "two") {
        end += 2;
    }
    let idiom = article && line.norm(unit_at) == "second" && !line.phrase_ends(end) || is_some_day(line, at, unit_at);
    if idiom {
        return None;
    }
    let rate = line.is(end, Key::A) && matches!(line.class(end + 1), Class::Unit(_, Number::One)) || line.is(end, Key::Per);
    if let Some(end) = age_of_thing(line, end) {
        return Some((Meaning::Length(whole(Length { count: amount.value, half: amount.half, unit }), Window::Free), end));
    }
    // "in his thirty-second year".
    let ordinal = line.norm(unit_at) == "second" && matches!(line.class(end), Class::Unit(..));
    if rate || ordinal || is_age(line, end) || article && !article_fits(line, at, end, unit) {
        return None;
    }
    let long = line.skip(end, Key::Hyphen);
    let end = if line.is(long, Key::Long) && (hyphen || long > end) { long + 1 } else { end };
    let start = if article && hyphen { start } else { at };
    let length = whole(Length { count: amount.value, half: amount.half, unit });
    let bare_adjective = article && line.is(unit_at + 1, Key::Hyphen) && start == at;
    if bare_adjective {
        return None;
    }
    counted_from(line, length, end).or(Some((Meaning::Length(length, Window::Free), end)))
}

/// "one day" that is any day: "they will one day return".
fn is_some_day(line: &Line<'_>, at: usize, unit_at: usize) -> bool {
    let one_day = line.norm(at) == "one" && line.norm(unit_at) == "day" && unit_at == at + 1;
    let modal = among(line.norm_before(at), "will would may might could can to must that they he she we i");
    let aside = line.phrase_ends(unit_at + 1) && line.class_before(at) == Class::Other && line.norm_before(at).starts_with(char::is_alphabetic);
    one_day && (modal || aside)
}

/// "half an hour".
fn half(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let unit_at = if line.is(at + 1, Key::A) { at + 2 } else { line.skip(at + 1, Key::Hyphen) };
    let Class::Unit(unit, Number::One) = line.class(unit_at) else { return None };
    let (count, unit) = match unit {
        Unit::Hour => (30, Unit::Minute),
        Unit::Day => (12, Unit::Hour),
        Unit::Year => (6, Unit::Month),
        Unit::Decade => (5, Unit::Year),
        Unit::Century => (50, Unit::Year),
        _ => return None,
    };
    let length = Length { count: Some(count), half: false, unit };
    counted_from(line, length, unit_at + 1).or(Some((Meaning::Length(length, Window::Free), unit_at + 1)))
}

/// "3-year-old", "26 years of age".
fn is_age(line: &Line<'_>, at: usize) -> bool {
    line.is(line.skip(at, Key::Hyphen), Key::Old) || line.is(at, Key::Of) && line.is(at + 1, Key::Old)
}

/// What is so and so old without being anybody.
const LASTING: &str = "war wars conflict conflicts truce truces ceasefire cease-fire fighting battle siege blockade embargo rebellion insurgency insurgencies \
    revolt uprising revolution offensive campaign operation crisis dispute standoff stalemate strike protest protests curfew government regime rule coalition \
    dictatorship occupation struggle feud agreement accord deal pact treaty ban state";

/// "a three-week-old war": the end of the words that tell how long it has lasted.
fn age_of_thing(line: &Line<'_>, at: usize) -> Option<usize> {
    let old = line.skip(at, Key::Hyphen);
    let hyphens = line.is(old, Key::Old) && old > at;
    let thing = (old + 1..old + 4).take_while(|&i| !line.phrase_ends(i) && line.key(i).is_none()).any(|i| among(line.norm(i), LASTING));
    (hyphens && thing).then_some(old + 1)
}

/// Whether "a day", "a week" is a length here and neither a rate nor a mere noun.
fn article_fits(line: &Line<'_>, at: usize, end: usize, unit: Unit) -> bool {
    let before = matches!(
        line.key_before(at),
        Some(Key::Span | Key::Inside | Key::After | Key::Over | Key::During | Key::Before | Key::Since | Key::By | Key::Than | Key::Of)
    ) || line.key(at).is_some_and(|k| k != Key::A)
        || among(line.norm_before(at), "last take takes taken wait waited");
    let after = matches!(line.key(end), Some(Key::Ago | Key::Earlier | Key::Later | Key::Before | Key::After | Key::Of | Key::Long | Key::And))
        || line.norm(end) == "from" && line.class(end + 1) == Class::Present
        || line.is(end, Key::Hyphen) && line.is(end + 1, Key::Long);
    let of_what = line.is(end, Key::Of) && unit == Unit::Day && !before;
    (before || after) && !of_what
}

/// "ago", "earlier", "later", "from now" after a length.
fn counted_from(line: &Line<'_>, length: Length, at: usize) -> Option<(Meaning, usize)> {
    let (sign, from, end) = match line.key(at) {
        Some(Key::Ago) => (-1, From::Publication, at + 1),
        Some(Key::Earlier) if !line.is(at + 1, Key::Than) => (-1, From::Anchor, at + 1),
        Some(Key::Later) if !line.is(at + 1, Key::Than) => (1, From::Anchor, at + 1),
        Some(Key::Before) if line.phrase_ends(at + 1) => (-1, From::Anchor, at + 1),
        Some(Key::Previous) if line.phrase_ends(at + 1) => (-1, From::Anchor, at + 1),
        _ if line.norm(at) == "from" && line.class(at + 1) == Class::Present => (1, From::Publication, at + 2),
        _ => return None,
    };
    let Some(count) = length.count.and_then(|c| i32::try_from(c).ok()).filter(|&c| c < 10_000) else {
        let base = if length.unit.within_day() { Base::Shift(length.unit, 0, from) } else { Base::Vague(length.unit, from == From::Publication) };
        let timed = length.unit.within_day();
        return Some((Meaning::Point(Point { timed, ..Point::of(base) }), end));
    };
    let months = i32::from(length.half) * 6;
    let base = match length.unit {
        Unit::Second | Unit::Minute | Unit::Hour => Base::Shift(length.unit, 0, from),
        Unit::Week => Base::Shift(Unit::Day, sign * (count * 7 + i32::from(length.half) * 3), from),
        Unit::Year if length.half => Base::Shift(Unit::Month, sign * (count * 12 + months), from),
        Unit::Decade => Base::Shift(Unit::Year, sign * count * 10, from),
        Unit::Century => Base::Shift(Unit::Year, sign * count * 100, from),
        unit => Base::Shift(unit, sign * count, from),
    };
    Some((Meaning::Point(Point { timed: length.unit.within_day(), ..Point::of(base) }), end))
}

/// "month-long", "decades-long", "weekslong".
fn compound(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let told = |unit, number, end| {
        let count = if number == Number::One { Some(1) } else { None };
        Some((Meaning::Length(Length { count, half: false, unit }, Window::Free), end))
    };
    match line.class(at) {
        Class::Long(unit, number) => told(unit, number, at + 1),
        Class::Unit(unit, number) if line.is(at + 1, Key::Hyphen) && line.is(at + 2, Key::Long) => told(unit, number, at + 3),
        Class::Unit(unit, number) => told(unit, number, age_of_thing(line, at + 1)?),
        _ => None,
    }
}

/// "days", "for years", "weeks later": a plural without a number where it is a length.
fn uncounted(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let Class::Unit(unit, Number::Many) = line.class(at) else { return None };
    let end = at + 1;
    let after = matches!(line.key(end), Some(Key::After | Key::Before | Key::Ago | Key::Earlier | Key::Later)) && !line.is(end + 1, Key::Than);
    let before = matches!(line.key_before(at), Some(Key::Span | Key::Inside | Key::After | Key::During | Key::Over | Key::Following | Key::By));
    let spent = before
        && (line.phrase_ends(end) || line.is(end, Key::Of) || line.key_before(at) == Some(Key::Span) || line.key_before(at) == Some(Key::Inside));
    if !(after || spent) || line.class_before(at) == Class::Vague || unit == Unit::Quarter || is_age(line, end) {
        return None;
    }
    let length = whole(Length { count: None, half: false, unit });
    counted_from(line, length, end).or(Some((Meaning::Length(length, Window::Free), end)))
}
