//! tokens → what the time expressions say, sentence by sentence.

mod clock;
mod date;
mod length;
mod line;
mod list;
mod names;
mod number;
mod point;
mod relative;
mod season;
mod set;
mod year;

pub use line::Line;

use super::meaning::{Found, Meaning};
use super::words::{Class, Key};
use crate::lexicon::among;

/// A rule, and its name.
type Rule = (&'static str, fn(&Line<'_>, usize) -> Option<(Meaning, usize)>);

/// The rules; of readings of the same length the first counts.
const RULES: [Rule; 4] = [("time.point", point::point), ("time.length", length::length), ("time.set", set::set), ("time.reference", set::reference)];

/// Reads the time expressions of a sentence, in text order.
pub fn read(line: &Line<'_>, found: &mut Vec<Found>) {
    let mut at = line.range().start;
    while at < line.range().end {
        if let Some(next) = list::before(line, at, found) {
            at = next;
            continue;
        }
        match longest(line, at) {
            Some(one) => {
                found.push(one.clone());
                at = list::after(line, &one, found).max(at + 1);
            }
            None => at += 1,
        }
    }
}

/// The longest reading that begins at a word.
fn longest(line: &Line<'_>, at: usize) -> Option<Found> {
    if !may_begin(line, at) {
        return None;
    }
    let mut best: Option<Found> = None;
    for (rule, parse) in RULES {
        if let Some((meaning, end)) = parse(line, at) {
            if names::is_name(line, &(at..end), &meaning) {
                continue;
            }
            if best.as_ref().is_none_or(|b| end > b.tokens.end) && end > at {
                best = Some(Found { tokens: at..end.min(line.range().end), meaning, rule });
            }
        }
    }
    best
}

/// Whether a time expression can begin at a word: most words are turned away here.
fn may_begin(line: &Line<'_>, at: usize) -> bool {
    match line.class(at) {
        Class::Other => {
            let word = line.norm(at);
            matches!(word, "tonight" | "overnight" | "no" | "its" | "their" | "these" | "all") || word.starts_with('q')
        }
        // "the second raid in as many weeks".
        Class::Vague if line.norm_before(at) == "as" => false,
        Class::Counted | Class::Numbered | Class::Title | Class::Zone | Class::Oclock | Class::Meridiem(_) => false,
        Class::Key(
            Key::Of | Key::And | Key::To | Key::Hyphen | Key::Dot | Key::Bracket | Key::Genitive | Key::Comma | Key::On | Key::Inside | Key::Into,
        ) => false,
        Class::Key(Key::The | Key::A) => {
            line.class(at + 1) != Class::Other || among(line.norm(at + 1), "near latest future small wee pre-dawn good distant foreseeable")
        }
        _ => true,
    }
}
