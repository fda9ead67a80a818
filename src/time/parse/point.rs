//! A place on the calendar with its edges and times of day: "early on Wednesday", "10 a.m. on 5 May", "the end of March".

use super::clock::{TimeOfDay, before_day, time_of_day};
use super::line::Line;
use super::year::year_after;
use super::{date, relative, season};
use crate::lexicon::among;
use crate::time::calendar::{Part, Unit};
use crate::time::meaning::{Base, Edge, From, Meaning, Point};
use crate::time::words::{Class, Key, Number};

/// A place on the calendar.
pub fn point(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let options = [timed(line, at), edged(line, at), dated(line, at)];
    let longest = |best: Option<(Meaning, usize)>, next: Option<(Meaning, usize)>| match (&best, &next) {
        (Some(b), Some(n)) if b.1 >= n.1 => best,
        (_, None) => best,
        _ => next,
    };
    options.into_iter().fold(None, longest)
}

/// A stretch without an edge or a time of day before it.
fn core(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let point = |(p, end): (Point, usize)| (Meaning::Point(p), end);
    let options = [date::date(line, at), relative::relative(line, at).map(point), season::season(line, at).map(point)];
    options.into_iter().flatten().reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// A stretch, and a time of day after it: "Wednesday morning", "Thursday at 10 a.m.".
fn dated(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (meaning, end) = core(line, at)?;
    let Meaning::Point(point) = meaning else { return Some((meaning, end)) };
    if point.part.is_some() || !is_day(&point) {
        return Some((Meaning::Point(point), end));
    }
    match time_after(line, end) {
        Some((part, end)) => Some((Meaning::Point(Point { part: Some(part), ..point }), end)),
        None => Some((Meaning::Point(point), end)),
    }
}

/// The time of day after a day.
fn time_after(line: &Line<'_>, at: usize) -> Option<(Part, usize)> {
    if let Class::Part(part) = line.class(at) {
        return Some((part, at + 1));
    }
    if line.norm(at) == "overnight" {
        return Some((Part::Code("NI"), at + 1));
    }
    if line.is(at, Key::Early) || line.is(at, Key::Late) {
        return time_of_day(line, at).map(|(t, end)| (t.part, end));
    }
    let comma = if line.text(at) == "," { at + 1 } else { at };
    if line.is(comma, Key::At) || line.is(comma, Key::Nearly) || line.is(comma, Key::Shortly) {
        let (time, end) = time_of_day(line, line.skip(comma, Key::At))?;
        let at_night = matches!(time.part, Part::Code(_)) && comma > at;
        return (!at_night).then_some((time.part, end));
    }
    if line.is(at, Key::Inside) && line.is(at + 1, Key::The) {
        return time_of_day(line, at + 1).map(|(t, end)| (t.part, end));
    }
    // "16 May 2009 12:40 GMT", "Sunday 5 p.m.".
    let clock = matches!(line.class(at), Class::Numeric) || matches!(line.class(at + 1), Class::Meridiem(_));
    time_of_day(line, at).filter(|(t, _)| clock && matches!(t.part, Part::Clock(..))).map(|(t, end)| (t.part, end))
}

/// A time of day, and the day after it: "10 a.m. on 5 May", "the morning of 15 August", "at dawn".
fn timed(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    if let Some(found) = hour_of_day(line, at).or_else(|| before_dawn(line, at)) {
        return Some(found);
    }
    let (time, end) = time_of_day(line, at)?;
    let joint = if line.text(end) == "," { end + 1 } else { end };
    let next = match line.key(joint) {
        Some(Key::On | Key::Inside) => joint + 1,
        Some(Key::Of) if joint == end => joint + 1,
        _ => joint,
    };
    if let Some((Meaning::Point(day), end)) = dated(line, next).or_else(|| edged(line, next))
        && is_day(&day)
    {
        let part = if matches!(time.part, Part::Clock(..)) { time.part } else { day.part.unwrap_or(time.part) };
        return Some((Meaning::Point(Point { part: Some(part), ..day }), end));
    }
    let plural = among(line.norm(end - 1), "mornings afternoons evenings nights");
    alone(line, at, time, end).then(|| (if plural { Meaning::EveryPart(time.part) } else { same_day(time) }, end))
}

/// "at nine on Monday night": the part of the day tells which nine.
fn hour_of_day(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (hour, minute, next) = before_day(line, at)?;
    let (Meaning::Point(day), end) = dated(line, next)? else { return None };
    let told = matches!(day.base, Base::Weekday(..) | Base::DayOfWeek(..)) || line.class_before(at) == Class::Key(Key::At) && is_day(&day);
    let late = hour < 12 && (matches!(day.part, Some(Part::Code("AF" | "EV"))) || day.part == Some(Part::Code("NI")) && hour > 4);
    let part = Part::Clock(if late { hour + 12 } else { hour }, minute);
    (told && !matches!(day.part, Some(Part::Clock(..)))).then_some((Meaning::Point(Point { part: Some(part), ..day }), end))
}

/// "before dawn on Thursday".
fn before_dawn(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let dawn = line.is(at, Key::Before) && matches!(line.norm(at + 1), "dawn" | "daybreak" | "sunrise");
    if dawn { timed(line, at + 1).filter(|&(_, end)| end > at + 2) } else { None }
}

/// A time of the day that was told.
fn same_day(time: TimeOfDay) -> Meaning {
    Meaning::Point(Point { part: Some(time.part), ..Point::of(Base::Shift(Unit::Day, 0, From::Anchor)) })
}

/// Whether a time of day without a day is one.
fn alone(line: &Line<'_>, at: usize, time: TimeOfDay, end: usize) -> bool {
    let before = line.key_before(at);
    if line.norm(at) == "overnight" {
        return false;
    }
    let placed = matches!(
        before,
        Some(Key::At | Key::By | Key::Inside | Key::Before | Key::After | Key::Since | Key::Until | Key::To | Key::During | Key::Nearly | Key::Over)
    ) || among(line.norm_before(at), "from toward towards");
    let the = line.is(at, Key::The);
    let clock = matches!(time.part, Part::Clock(..));
    if clock && time.plain {
        let meridiem = matches!(line.class(end - 1), Class::Meridiem(_) | Class::Oclock | Class::Zone | Class::Part(_) | Class::Key(Key::Time));
        return meridiem || placed;
    }
    let compound = line.is(end, Key::Hyphen)
        || among(line.norm(end), "prayers prayer")
        || !line.phrase_ends(end) && !the && line.small(end) && matches!(line.class(end), Class::Other) && line.key_before(at).is_none();
    let general = line.norm(end - 1) == "night" && !the && matches!(before, Some(Key::At | Key::By));
    let event = the && (matches!(line.key(end), Some(Key::Of | Key::The | Key::That | Key::Before | Key::After)) || line.capital(end));
    // "by evening", "since morning": of the day that was told; "in the evening" is one with its article.
    let bounded = matches!(before, Some(Key::By | Key::Since | Key::Until)) || among(line.norm_before(at), "toward towards");
    placed
        && !compound
        && !general
        && !event
        && (the || time.plain || bounded || !among(line.norm(end - 1), "morning afternoon evening night nights mornings evenings afternoons"))
}

/// Whether a point is a day.
fn is_day(point: &Point) -> bool {
    match point.base {
        Base::Date(ymd) => ymd.day.is_some(),
        Base::Weekday(..) | Base::DayOfWeek(..) | Base::DayOfYear(..) | Base::Shift(Unit::Day, ..) | Base::Feast(..) => true,
        _ => false,
    }
}

/// "early 2011", "the end of March", "late on Sunday", "earlier this month", "mid-2007", "end-February".
fn edged(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    if line.mid(at) {
        let (meaning, end) = core(line, at).or_else(|| mid_month(line, at))?;
        return with_edge(meaning, Edge::Middle, end);
    }
    if let Some(found) = year_end(line, at) {
        return Some(found);
    }
    let start = line.skip(at, Key::The);
    let (edge, next) = edge(line, start)?;
    let of = line.is(next, Key::Of);
    if start > at && !of && !matches!(edge, Edge::Early | Edge::Middle | Edge::Late) {
        return None;
    }
    let next = if of { next + 1 } else { next };
    let (meaning, end) = stretch(line, next, of)?;
    with_edge(meaning, edge, end)
}

/// "year-end", "the year's end", "month's end".
fn year_end(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let start = line.skip(at, Key::The);
    let Class::Unit(unit @ (Unit::Month | Unit::Year), Number::One) = line.class(start) else { return None };
    let joined = matches!(line.key(start + 1), Some(Key::Hyphen | Key::Genitive));
    let told = joined && line.norm(start + 2) == "end";
    told.then(|| (Meaning::Point(Point { edge: Edge::Late, ..Point::of(Base::Shift(unit, 0, From::Context)) }), start + 3))
}

/// A month or a year that is written together with "mid-".
fn mid_month(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let Class::Month(month) = line.class(at) else { return None };
    let (year, end) = year_after(line, at + 1);
    let ymd = crate::time::meaning::Ymd { year, month: Some(month as i8), ..Default::default() };
    Some((Meaning::Point(Point::of(Base::Date(ymd))), end))
}

/// The word for an edge, with what joins it to the stretch.
fn edge(line: &Line<'_>, at: usize) -> Option<(Edge, usize)> {
    let Some(key) = line.key(at) else { return half(line, at).or_else(|| week(line, at)) };
    let edge = match key {
        Key::Early => Edge::Early,
        Key::Mid => Edge::Middle,
        Key::Late => Edge::Late,
        Key::Earlier => Edge::Before,
        Key::Later => Edge::After,
        Key::Begin => Edge::Early,
        Key::Middle | Key::Height => Edge::Middle,
        Key::End => Edge::Late,
        _ => return half(line, at).or_else(|| week(line, at)),
    };
    let next = line.skip(at + 1, Key::Hyphen);
    let noun = matches!(key, Key::Begin | Key::Middle | Key::Height | Key::End);
    if noun && !line.is(next, Key::Of) && next == at + 1 {
        return None;
    }
    let join = !noun && matches!(line.key(next), Some(Key::On | Key::Inside));
    Some((edge, if join { next + 1 } else { next }))
}

/// The number of an ordinal: "second" is also a unit.
fn ordinal(line: &Line<'_>, at: usize) -> Option<i8> {
    match line.class(at) {
        Class::Ordinal(n @ 1..=5) => Some(n as i8),
        Class::Unit(Unit::Second, Number::One) => Some(2),
        _ => None,
    }
}

/// "first half", "second half" of a month.
fn half(line: &Line<'_>, at: usize) -> Option<(Edge, usize)> {
    let which = ordinal(line, at).filter(|&n| n < 3)?;
    (line.is(at + 1, Key::Half) && line.is(at + 2, Key::Of)).then_some((Edge::Half(which), at + 2))
}

/// "first week", "last week", "first days", "last days" of a month or a year.
fn week(line: &Line<'_>, at: usize) -> Option<(Edge, usize)> {
    let last = matches!(line.key(at), Some(Key::Last | Key::Final));
    let which = if last { 0 } else { ordinal(line, at)? };
    let edge = match line.class(at + 1) {
        Class::Unit(Unit::Week, Number::One) => Edge::Week(which),
        Class::Unit(Unit::Week | Unit::Day | Unit::Month, Number::Many) if last => Edge::Late,
        Class::Unit(Unit::Week | Unit::Day | Unit::Month, Number::Many) if which == 1 => Edge::Early,
        _ => return None,
    };
    line.is(at + 2, Key::Of).then_some((edge, at + 2))
}

/// What an edge may belong to; after "of" or "in" also "the year", "the month".
fn stretch(line: &Line<'_>, at: usize, of: bool) -> Option<(Meaning, usize)> {
    let joined = of || matches!(line.key_before(at), Some(Key::Inside));
    if joined && line.is(at, Key::The) && matches!(line.class(at + 1), Class::Part(_)) {
        return time_of_day(line, at).map(|(time, end)| (same_day(time), end));
    }
    if joined
        && line.is(at, Key::The)
        && let Class::Unit(unit, Number::One) = line.class(at + 1)
    {
        let calendar = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
        let free = !line.is(at + 2, Key::Of);
        // "earlier in the day" is a part of the day that was told.
        let from = if unit == Unit::Day { From::Anchor } else { From::Context };
        return (calendar && free).then_some((Meaning::Point(Point::of(Base::Shift(unit, 0, from))), at + 2));
    }
    dated(line, at)
}

fn with_edge(meaning: Meaning, edge: Edge, end: usize) -> Option<(Meaning, usize)> {
    let Meaning::Point(point) = meaning else { return None };
    let of_month = matches!(point.base, Base::Date(ymd) if ymd.day.is_none() && ymd.month.is_some())
        || matches!(point.base, Base::Month(..) | Base::MonthOfYear(..) | Base::Shift(Unit::Month, ..));
    let of_year = matches!(point.base, Base::Date(ymd) if ymd.month.is_none()) || matches!(point.base, Base::Shift(Unit::Year, ..));
    if matches!(edge, Edge::Half(_) | Edge::Week(_)) && !of_month && !(of_year && edge == Edge::Week(0)) {
        return None;
    }
    let point = if is_day(&point) && !matches!(point.base, Base::Feast(..)) {
        Point { timed: matches!(edge, Edge::Early | Edge::Middle | Edge::Late), ..point }
    } else {
        Point { edge, ..point }
    };
    Some((Meaning::Point(point), end))
}
