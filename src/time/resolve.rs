//! What the time expressions say → TIMEX3 values and days.

use super::calendar::{Part, Stretch, Unit, day, shift};
use super::meaning::{Base, Edge, Found, From, Length, Meaning, Point, Window};
use super::place::{Place, Scene};
use super::tense::Outlook;
use crate::analysis::{TimePrecision, TimeType};
use jiff::civil::Date;

/// Both ends of a stretch of days, where they are known.
pub type Days = (Option<Date>, Option<Date>);

/// A value, its days, and the stretch that later expressions are counted from.
#[derive(Debug)]
pub struct Resolved {
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// Days covered.
    pub days: Days,
    /// How finely it is told.
    pub precision: TimePrecision,
    /// What it tells, if it is a date.
    pub stretch: Option<Stretch>,
}

impl Resolved {
    /// The same time of another day.
    pub fn on(&self, day: Date) -> Resolved {
        let stretch = Stretch::Day(day);
        let time = self.value.split_once('T').map_or_else(String::new, |(_, time)| format!("T{time}"));
        Resolved { value: stretch.value() + &time, days: (Some(day), Some(day)), stretch: Some(stretch), ..*self }
    }

    fn new(kind: TimeType, value: impl Into<String>, days: Days, precision: TimePrecision) -> Self {
        Resolved { kind, value: value.into(), days, precision, stretch: None }
    }
}

/// Resolves one expression; `None` if it turns out to say nothing.
pub fn resolve(found: &Found, scene: &Scene<'_>, outlook: Outlook) -> Option<Resolved> {
    let none = TimePrecision::None;
    let now = (scene.published, scene.published);
    Some(match &found.meaning {
        Meaning::Point(point) => resolve_point(point, scene, outlook)?,
        Meaning::Interval(a, b) => interval(a, b, scene, outlook)?,
        Meaning::Length(length, window) => {
            let days = window_days(*length, *window, scene);
            let precision = if days.0.is_some() && days.1.is_some() { TimePrecision::Range } else { none };
            Resolved::new(TimeType::Duration, length_value(*length), days, precision)
        }
        Meaning::Repeated(length) => Resolved::new(TimeType::Set, length_value(*length), (None, None), none),
        Meaning::Weekly(weekday) => Resolved::new(TimeType::Set, format!("XXXX-WXX-{weekday}"), (None, None), none),
        Meaning::Yearly(month, day) => Resolved::new(TimeType::Set, format!("XXXX-{month:02}-{day:02}"), (None, None), none),
        Meaning::EveryPart(part) => Resolved::new(TimeType::Time, part.value(), (None, None), none),
        Meaning::Present => Resolved::new(TimeType::Date, "PRESENT_REF", now, if scene.published.is_some() { TimePrecision::Day } else { none }),
        Meaning::Past => Resolved::new(TimeType::Date, "PAST_REF", (None, None), none),
        Meaning::Future => Resolved::new(TimeType::Date, "FUTURE_REF", (None, None), none),
        Meaning::SinceThen => {
            let since = scene.last.and_then(|s| s.days().map(|d| (s, d)));
            match since {
                Some((stretch, days)) => Resolved::new(TimeType::Date, stretch.value(), (Some(days.0), scene.published), TimePrecision::Range),
                None => Resolved::new(TimeType::Date, "PAST_REF", (None, None), none),
            }
        }
    })
}

fn resolve_point(point: &Point, scene: &Scene<'_>, outlook: Outlook) -> Option<Resolved> {
    if let Base::Vague(unit, from_publication) = point.base {
        let vague = length_value(Length { count: None, half: false, unit });
        let (kind, value) = if from_publication { (TimeType::Date, "PAST_REF".to_string()) } else { (TimeType::Duration, vague) };
        return Some(Resolved::new(kind, value, (None, None), TimePrecision::None));
    }
    let place = scene.place(point.base, outlook);
    let timed = point.part.is_some() || point.timed;
    let kind = if timed { TimeType::Time } else { TimeType::Date };
    let suffix = point.part.map(Part::value).unwrap_or_default();
    match place {
        Place::Gap(value) if value.is_empty() => None,
        // "six months later", counted from what the text does not date.
        Place::Gap(_)
            if let Base::Shift(unit, by, From::Anchor) = point.base
                && by.unsigned_abs() > 1
                && !timed =>
        {
            // Weeks are counted in days.
            let (count, unit) = if unit == Unit::Day && by % 7 == 0 { (by / 7, Unit::Week) } else { (by, unit) };
            let length = Length { count: Some(count.unsigned_abs()), half: false, unit };
            Some(Resolved::new(TimeType::Duration, length_value(length), (None, None), TimePrecision::None))
        }
        Place::Gap(value) => Some(Resolved::new(kind, value + &suffix, (None, None), TimePrecision::None)),
        Place::Days(first, last) => {
            let (first, last) = match point.edge {
                Edge::Early => (first, first),
                Edge::Late => (last, last),
                _ => (first, last),
            };
            let long = first.until(last).is_ok_and(|s| s.get_days() > 5);
            let value = if long { format!("{first}/{last}") } else { first.to_string() };
            Some(Resolved::new(kind, value + &suffix, (Some(first), Some(last)), TimePrecision::Range))
        }
        Place::At(stretch) => {
            let days = edge_days(stretch, point.edge, scene.published);
            let precision = match (timed, point.edge) {
                (true, _) => TimePrecision::Time,
                (_, Edge::Whole) => stretch.precision(),
                _ => TimePrecision::Range,
            };
            Some(Resolved { stretch: Some(stretch), ..Resolved::new(kind, stretch.value() + &suffix, days, precision) })
        }
    }
}

/// The days of the part of a stretch that an edge cuts out.
fn edge_days(stretch: Stretch, edge: Edge, published: Option<Date>) -> Days {
    let Some((first, last)) = stretch.days().filter(|d| d.0.year() > 0) else { return (None, None) };
    let (from, to) = match edge {
        Edge::Whole => (first, last),
        Edge::Before => (first, published.filter(|&p| first <= p && p <= last).unwrap_or(last)),
        Edge::After => (published.filter(|&p| first <= p && p <= last).unwrap_or(first), last),
        Edge::Early | Edge::Middle | Edge::Late => third(stretch, edge).unwrap_or((first, last)),
        Edge::Week(number) => week_of(first, last, number).unwrap_or((first, last)),
        Edge::Half(1) => (first, shift(first, Unit::Day, HALF - 1).unwrap_or(last)),
        Edge::Half(_) => (shift(first, Unit::Day, HALF).unwrap_or(first), last),
        Edge::Night => (first, shift(last, Unit::Day, 1).unwrap_or(last)),
    };
    (Some(from), Some(to))
}

/// The days of the first half of a month.
const HALF: i32 = 15;

/// The week that has a number in a stretch of days, counted from its first day; the last seven days for 0.
fn week_of(first: Date, last: Date, number: i8) -> Option<(Date, Date)> {
    let from = if number == 0 { shift(last, Unit::Day, -6)? } else { shift(first, Unit::Day, 7 * (i32::from(number) - 1))? };
    Some((from, shift(from, Unit::Day, 6)?.min(last)))
}

/// The first, second or last third of a stretch.
fn third(stretch: Stretch, edge: Edge) -> Option<(Date, Date)> {
    let index = match edge {
        Edge::Early => 0,
        Edge::Middle => 1,
        _ => 2,
    };
    let (first, last) = stretch.days()?;
    let (unit, step) = match stretch {
        Stretch::Year(_) => (Unit::Month, 4),
        Stretch::Month(..) => (Unit::Day, 10),
        Stretch::Season(..) | Stretch::Quarter(..) => (Unit::Month, 1),
        Stretch::Half(..) => (Unit::Month, 2),
        Stretch::Week(_) => (Unit::Day, 2),
        Stretch::Decade(_) => (Unit::Month, 40),
        Stretch::Century(_) => (Unit::Year, 33),
        Stretch::Day(_) | Stretch::Weekend(_) => return None,
    };
    let from = shift(first, unit, index * step)?;
    let to = if index == 2 { last } else { shift(shift(from, unit, step)?, Unit::Day, -1)? };
    Some((from, to))
}

fn interval(a: &Point, b: &Point, scene: &Scene<'_>, outlook: Outlook) -> Option<Resolved> {
    let (Base::Date(start), Base::Date(_)) = (a.base, b.base) else { return None };
    match scene.place(b.base, outlook) {
        Place::At(last) => {
            let year = last.days()?.0.year();
            let first = match start.day {
                Some(d) => Stretch::Day(day(year, start.month?, d)?),
                None => match start.month {
                    Some(m) => Stretch::Month(year, m),
                    None => Stretch::Year(start.year?),
                },
            };
            let value = format!("{}/{}", first.value(), last.value());
            let common = |d: &Date| d.year() > 0;
            let days = (first.days().map(|d| d.0).filter(common), last.days().map(|d| d.1).filter(common));
            Some(Resolved { stretch: Some(first), ..Resolved::new(TimeType::Date, value, days, TimePrecision::Range) })
        }
        Place::Gap(last) => match scene.place(a.base, outlook) {
            Place::Gap(first) => Some(Resolved::new(TimeType::Date, format!("{first}/{last}"), (None, None), TimePrecision::None)),
            _ => None,
        },
        Place::Days(..) => None,
    }
}

/// The longest length that is counted out on the calendar, in its units.
const LONGEST: i32 = 100_000;

/// The days of a length of time that is tied to publication or to the last date.
fn window_days(length: Length, window: Window, scene: &Scene<'_>) -> Days {
    let (back, edge) = match window {
        Window::Free => return (None, None),
        Window::Past => (true, scene.published),
        Window::BeforeAnchor => (true, scene.last_day.or(scene.published)),
        Window::Future => (false, scene.published),
    };
    let Some(edge) = edge else { return (None, None) };
    let sign = if back { -1 } else { 1 };
    let other = length.count.and_then(|c| i32::try_from(c).ok()).filter(|&c| c < LONGEST).and_then(|count| match length.unit {
        Unit::Second | Unit::Minute => Some(edge),
        Unit::Hour => shift(edge, Unit::Day, sign * ((count + 23) / 24)),
        unit => shift(edge, unit, sign * count),
    });
    if back { (other, Some(edge)) } else { (Some(edge), other) }
}

/// "P2W", "PXD", "P1Y6M".
fn length_value(length: Length) -> String {
    let Some(count) = length.count else {
        let (before, after) = length.unit.letters();
        return format!("{before}X{after}");
    };
    let count = u64::from(count);
    let half = u64::from(length.half);
    match length.unit {
        Unit::Century => format!("P{}Y", count * 100 + half * 50),
        Unit::Decade => format!("P{}Y", count * 10 + half * 5),
        Unit::Quarter => format!("P{}M", count * 3),
        Unit::Year if length.half => format!("P{count}Y6M"),
        Unit::Hour if length.half => format!("PT{count}H30M"),
        Unit::Minute if length.half => format!("PT{count}M30S"),
        Unit::Day if length.half => format!("P{count}DT12H"),
        unit => {
            let (before, after) = unit.letters();
            format!("{before}{count}{after}")
        }
    }
}
