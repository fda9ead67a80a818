//! Days that share a month: "5 and 7 May", "May 5 and 7".

use super::date::date;
use super::line::Line;
use crate::lexicon::among;
use crate::time::meaning::{Base, Found, Meaning, Point, Ymd};
use crate::time::words::{Class, Key};

/// The most days that share a month.
const MOST: usize = 6;

fn day(line: &Line<'_>, at: usize) -> Option<i8> {
    match line.class(at) {
        Class::Digits(day @ 1..=31, 1 | 2) | Class::DigitsOrdinal(day @ 1..=31) => Some(day as i8),
        _ => None,
    }
}

fn joint(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Key::And) || among(line.text(at), ", or &")
}

fn found(at: usize, ymd: Ymd) -> Found {
    Found { tokens: at..at + 1, meaning: Meaning::Point(Point::of(Base::Date(ymd))), rule: "time.list" }
}

/// Days before the date that tells their month: "on 5 and 7 May". They end where that date begins.
pub fn before(line: &Line<'_>, at: usize, out: &mut Vec<Found>) -> Option<usize> {
    let placed = matches!(line.key_before(at), Some(Key::On | Key::The | Key::Between | Key::By | Key::Of | Key::Both));
    if !placed || !joint(line, at + 1) {
        return None;
    }
    let first = day(line, at)?;
    if matches!(date(line, at), Some((Meaning::Interval(..), _))) {
        return None;
    }
    let mut days = vec![(at, first)];
    let mut next = at + 2;
    while days.len() < MOST {
        if let Some((Meaning::Point(Point { base: Base::Date(ymd @ Ymd { month: Some(_), day: Some(_), .. }), .. }), _)) = date(line, next) {
            out.extend(days.iter().map(|&(i, d)| found(i, Ymd { day: Some(d), weekday: None, ..ymd })));
            return Some(next);
        }
        days.push((next, day(line, next).filter(|_| joint(line, next + 1))?));
        next += 2;
    }
    None
}

/// Days after the date that tells their month: "May 5 and 7".
pub fn after(line: &Line<'_>, first: &Found, out: &mut Vec<Found>) -> usize {
    let mut end = first.tokens.end;
    let Meaning::Point(Point { base: Base::Date(ymd @ Ymd { month: Some(_), day: Some(_), .. }), .. }) = first.meaning else { return end };
    if !matches!(line.class(first.tokens.start), Class::Month(_)) {
        return end;
    }
    for _ in 0..MOST {
        let told =
            day(line, end + 1).filter(|_| joint(line, end) && (line.phrase_ends(end + 2) || joint(line, end + 2) && day(line, end + 3).is_some()));
        let Some(day) = told else { break };
        out.push(found(end + 1, Ymd { day: Some(day), weekday: None, ..ymd }));
        end += 2;
    }
    end
}
