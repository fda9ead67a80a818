//! Seasons, quarters, halves and feasts.

use super::line::Line;
use super::year::year_after;
use crate::lexicon::among;
use crate::time::calendar::{Season, Unit};
use crate::time::meaning::{Base, Point, Which};
use crate::time::words::{Class, Key, Number};

/// A season, a quarter, a half or a feast.
pub fn season(line: &Line<'_>, at: usize) -> Option<(Point, usize)> {
    let found = bare_season(line, at)
        .or_else(|| quarter(line, at))
        .or_else(|| quarter_of(line, at))
        .or_else(|| quarter_told(line, at))
        .or_else(|| fiscal_year(line, at))
        .or_else(|| feast(line, at));
    found.map(|(base, end)| (Point::of(base), end))
}

/// "the summer of 2012", "spring 2011", "in the autumn".
fn bare_season(line: &Line<'_>, at: usize) -> Option<(Base, usize)> {
    let start = line.skip(at, Key::The);
    let Class::Season(season) = line.class(start) else { return None };
    let (year, end) = year_after(line, start + 1);
    if year.is_some() {
        return Some((Base::Season(season, year, Which::Plain), end));
    }
    let named = !line.first(start) && line.capital(start) && (line.class_before(start) == Class::Other && line.capital(start.wrapping_sub(1)));
    let before = line.key_before(at);
    let placed = matches!(
        before,
        Some(
            Key::Inside
                | Key::During
                | Key::By
                | Key::Since
                | Key::Until
                | Key::Over
                | Key::Before
                | Key::After
                | Key::Early
                | Key::Mid
                | Key::Late
                | Key::Of
        )
    );
    let of_something =
        line.is(start + 1, Key::Of) || season == Season::Autumn && line.norm(start) == "fall" && (start == at || before != Some(Key::Inside));
    (placed && !named && !of_something).then_some((Base::Season(season, None, Which::Plain), start + 1))
}

/// "the third quarter of 2015", "Q3 2015", "the first half of 2016".
fn quarter(line: &Line<'_>, at: usize) -> Option<(Base, usize)> {
    let start = line.skip(at, Key::The);
    let start = if line.is(start, Key::Fiscal) { start + 1 } else { start };
    let quarter_code = line.norm(start).strip_prefix('q').and_then(|q| q.parse::<i8>().ok()).filter(|q| (1..=4).contains(q));
    if let Some(number) = quarter_code {
        let (year, end) = year_after(line, start + 1);
        return year.map(|_| (Base::Quarter(number, 3, year), end));
    }
    let number = match line.class(start) {
        Class::Ordinal(n) | Class::DigitsOrdinal(n) => n as i8,
        Class::Unit(Unit::Second, Number::One) => 2,
        _ => return None,
    };
    let next = line.skip(start + 1, Key::Hyphen);
    let (months, most) = match (line.class(next), line.key(next)) {
        (Class::Unit(Unit::Quarter, Number::One), _) => (3, 4),
        (_, Some(Key::Half)) => (6, 2),
        _ => return None,
    };
    let (year, end) = year_after(line, next + 1);
    let bare = months == 6 && year.is_none();
    (number <= most && !bare).then_some((Base::Quarter(number, months, year), end))
}

/// "the 2015 third quarter", "last year's third quarter", "the year-ago third quarter".
fn quarter_of(line: &Line<'_>, at: usize) -> Option<(Base, usize)> {
    let start = line.skip(at, Key::The);
    if let Class::Digits(year, 4) = line.class(start) {
        let (base, end) = quarter(line, start + 1)?;
        return match base {
            Base::Quarter(number, months, None) => Some((Base::Quarter(number, months, Some(year as i16)), end)),
            _ => None,
        };
    }
    let (which, next) = match (line.key(start), line.class(start + 1)) {
        (Some(Key::This), Class::Unit(Unit::Year, Number::One)) => (Which::This, line.skip(start + 2, Key::Genitive)),
        (Some(Key::Next), Class::Unit(Unit::Year, Number::One)) => (Which::Next, line.skip(start + 2, Key::Genitive)),
        (Some(Key::Last), Class::Unit(Unit::Year, Number::One)) => (Which::Last, line.skip(start + 2, Key::Genitive)),
        _ => (Which::Last, year_ago(line, start)?),
    };
    match quarter(line, next)? {
        (Base::Quarter(number, 3, None), end) => Some((Base::QuarterOf(number, which), end)),
        _ => None,
    }
}

/// "year-ago", "year-earlier": one past it.
fn year_ago(line: &Line<'_>, at: usize) -> Option<usize> {
    let year = matches!(line.class(at), Class::Unit(Unit::Year, Number::One)) && line.is(at + 1, Key::Hyphen);
    (year && matches!(line.norm(at + 2), "ago" | "earlier")).then_some(at + 3)
}

/// "the quarter", "the latest quarter", "the year-ago period", "year-ago (results)": the quarter that was told.
fn quarter_told(line: &Line<'_>, at: usize) -> Option<(Base, usize)> {
    let start = line.skip(at, Key::The);
    let quarter = |i: usize| matches!(line.class(i), Class::Unit(Unit::Quarter, Number::One)) && !line.is(i + 1, Key::Hyphen);
    if let Some(next) = year_ago(line, start) {
        let noun = quarter(next) || line.norm(next) == "period";
        return if noun { Some((Base::QuarterTold(1, true), next + 1)) } else { (start == at).then_some((Base::QuarterTold(1, true), next)) };
    }
    // "the quarter ended Sept. 30".
    if let (true, true, Class::Month(month @ (3 | 6 | 9 | 12))) =
        (quarter(start), matches!(line.norm(start + 1), "ended" | "ending"), line.class(start + 2))
    {
        return Some((Base::Quarter((month as i8 - 1) / 3 + 1, 3, None), start + 1));
    }
    let latest = line.norm(start) == "latest";
    let noun = start + usize::from(latest);
    let told = quarter(noun) && !line.is(noun + 1, Key::Of) || latest && line.norm(noun) == "period";
    (start > at && told).then_some((Base::QuarterTold(0, false), noun + 1))
}

/// "fiscal 2015", "fiscal year 2015".
fn fiscal_year(line: &Line<'_>, at: usize) -> Option<(Base, usize)> {
    let start = line.skip(at, Key::The);
    if !line.is(start, Key::Fiscal) {
        return None;
    }
    let next = if matches!(line.class(start + 1), Class::Unit(Unit::Year, Number::One)) { start + 2 } else { start + 1 };
    let (year, end) = year_after(line, next);
    let ymd = crate::time::meaning::Ymd { year: Some(year?), ..Default::default() };
    Some((Base::Date(ymd), end))
}

/// "Christmas Day", "Eid al-Fitr 2015", "this Thanksgiving".
fn feast(line: &Line<'_>, at: usize) -> Option<(Base, usize)> {
    let (which, start) = match line.key(at) {
        Some(Key::Last) => (Which::Last, at + 1),
        Some(Key::This) => (Which::This, at + 1),
        Some(Key::Next) => (Which::Next, at + 1),
        Some(Key::The) => (Which::Plain, at + 1),
        _ => (Which::Plain, at),
    };
    if line.class(start) != Class::Feast || !line.capital(start) && !line.capital(start + 1) {
        return None;
    }
    let (feast, words) = line.lexicon().feasts.at(|i| line.norm(start + i))?;
    // "Ramadan al-Shtewi" is a man, "the Easter Rising" and "the Christmas Offensive" are names.
    let next = start + words;
    let article = line.is(at, Key::The) || line.key_before(at) == Some(Key::The);
    let man = among(line.norm(start), "ramadan ramazan") && start == at && (line.capital(next) || line.norm(next).starts_with("al"));
    if man && line.key_before(at).is_none() && line.norm_before(at) != "of" || article && line.capital(next) && !line.over(next) {
        return None;
    }
    let (year, end) = year_after(line, start + words);
    Some((Base::Feast(feast, year, which), end))
}
