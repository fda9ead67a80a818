//! Texts told day by day: diaries, chronicles, daily logs. Each part begins with its day, and "last night" in it is counted from there.

use super::meaning::{Base, Found, Meaning, Point, Ymd};
use super::parse::Line;
use crate::lexicon::among;

/// For each expression, whether it begins a part of a text that is told day by day: of at least two days.
pub fn beginnings(found: &[Found], lines: &[Line<'_>]) -> Vec<bool> {
    let mut begins: Vec<bool> = found.iter().zip(lines).map(|(one, line)| heads(line, one)).collect();
    let mut days = found.iter().zip(&begins).filter(|(_, begins)| **begins).map(|(one, _)| &one.meaning);
    let several = days.next().is_some_and(|first| days.any(|day| day != first));
    if !several {
        begins.fill(false);
    }
    begins
}

/// "Wednesday, 2 March", "May 9-10: …": days of a month before all else, which the end of the line or a mark sets off.
fn heads(line: &Line<'_>, found: &Found) -> bool {
    let (Meaning::Point(last) | Meaning::Interval(_, last)) = &found.meaning else { return false };
    let day = matches!(last, Point { base: Base::Date(Ymd { month: Some(_), day: Some(_), .. }), part: None, .. });
    let set_off = found.tokens.end == line.range().end || among(line.norm(found.tokens.end), ": – — -");
    day && set_off && found.tokens.start == line.range().start
}
