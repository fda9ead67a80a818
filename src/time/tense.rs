//! Whether the clause around a time expression looks back or ahead.

use super::parse::Line;
use super::words::{Class, Cue, Key};
use crate::lexicon::among;
use crate::syntax::{Relation, Syntax};
use std::ops::Range;

/// Which way a clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// Back.
    Past,
    /// Ahead.
    Future,
    /// Not told.
    Open,
}

/// How many words on each side are looked at.
const REACH: usize = 9;

/// How many words above a time expression in the tree are asked.
const LEVELS: usize = 6;

/// How many words before a deadline may tell that it was kept.
const NEAR: usize = 6;

/// Words right before "until" that give somebody time.
const GIVEN: &str = "has have given gives give them him her us";

/// Verbs of what is set to go on to a day.
const GOES_ON_UNTIL: &str = "extended extend prolonged prolong suspended postponed deferred put delayed adjourned remanded barred valid";

/// Verbs that look ahead to what they are about, and were said before.
const VOWED: &str = "vowed promised pledged";

/// Verbs of the present tense that tell what is fixed on a day, with what makes them so.
const TAKES: &str = "office effect power over";

/// Verbs of what went on to a day.
const LASTED: &str = "lasted continued raged fought remained stayed dragged ran stretched worked waited";

/// Which way the clause around a time expression looks: the nearest telling word decides, those before it first.
pub fn outlook(line: &Line<'_>, syntax: &Syntax, tokens: &Range<usize>) -> Outlook {
    let before = tokens.start.checked_sub(1);
    let deadline = matches!(before.and_then(|b| line.key(b)), Some(Key::By | Key::Until));
    if line.is(tokens.end, Key::Genitive) {
        return Outlook::Open;
    }
    if line.norm_before(tokens.start) == "as" && among(line.norm(tokens.start.saturating_sub(2)), "soon early late") {
        return Outlook::Future;
    }
    let opens = before.is_none_or(|b| b <= line.range().start || closes(line, b - 1));
    let weekday = matches!(line.class(tokens.start), Class::Weekday(_));
    // "a strike for Thursday", "three days of mourning from Friday".
    let set_for = before.is_some_and(|b| line.norm(b) == "for")
        || line.norm_before(tokens.start) == "from" && !among(line.norm(tokens.end), "to until through till - – and");
    if weekday && set_for && !opens && !among(line.norm(tokens.start.saturating_sub(2)), "set scheduled planned slated") {
        return Outlook::Future;
    }
    if deadline && !opens {
        let near = || (line.range().start.max(tokens.start.saturating_sub(NEAR))..tokens.start).map(|i| line.norm(i));
        // "has until Friday", "given until Friday", "the truce was extended until Friday".
        let given = among(line.norm(tokens.start.saturating_sub(2)), GIVEN);
        if line.is(tokens.start - 1, Key::Until) && (given || near().any(|w| among(w, GOES_ON_UNTIL))) {
            return Outlook::Future;
        }
        // "lasted until Friday", "did not arrive until Friday".
        let lasted = || near().any(|w| among(w, LASTED)) || near().any(|w| among(w, "not n't")) && !near().any(|w| among(w, "will wo would"));
        if line.is(tokens.start - 1, Key::Until) && lasted() {
            return Outlook::Past;
        }
        let done = near().any(|w| among(w, "had have has was were"));
        return if done { Outlook::Past } else { Outlook::Future };
    }
    let first = line.range().start.max(tokens.start.saturating_sub(REACH));
    // "vowed on Monday to strike" was said that day; "vowed to strike on Monday" looks ahead.
    let vow = |i: usize, end: usize| among(line.norm(i), VOWED) && !(i + 1..end).any(|k| among(line.norm(k), "to that would will"));
    let left = (first..tokens.start)
        .rev()
        .take_while(|&i| !closes(line, i))
        .map(|i| if vow(i, tokens.start) { Outlook::Past } else { way(line, i) })
        .find(|&o| o != Outlook::Open);
    let last = line.range().end.min(tokens.end + REACH);
    let right = || (tokens.end..last).map(|i| if vow(i, i) { Outlook::Past } else { way(line, i) }).find(|&o| o != Outlook::Open);
    left.or_else(right).unwrap_or_else(|| by_grammar(line, syntax, tokens))
}

/// Which way the verbs look on which a time expression hangs, however far they are: "hopes to sign a truce with rebels of the People's Army on Monday".
fn by_grammar(line: &Line<'_>, syntax: &Syntax, tokens: &Range<usize>) -> Outlook {
    let Some(top) = tokens.clone().find(|&t| syntax.head(t).is_none_or(|h| !tokens.contains(&h))) else { return Outlook::Open };
    let governing = syntax.ancestors(top).take(LEVELS);
    let words = governing.flat_map(|verb| syntax.dependents(verb, &[Relation::Aux, Relation::AuxPass]).chain(std::iter::once(verb)));
    words.map(|i| way(line, i)).find(|&o| o != Outlook::Open).unwrap_or(Outlook::Open)
}

/// Whether a clause ends at a mark.
fn closes(line: &Line<'_>, at: usize) -> bool {
    matches!(line.text(at), ";" | ":" | "(" | ")" | "\"" | "“" | "”")
}

fn way(line: &Line<'_>, at: usize) -> Outlook {
    if line.norm(at) == "to" && among(line.norm_before(at), "is are due about") {
        return Outlook::Future;
    }
    // "were set free" is done; "set to begin" is not.
    if line.norm(at) == "set" && !among(line.norm(at + 1), "to for") {
        return Outlook::Open;
    }
    let (before, after) = (line.norm_before(at), line.norm(at + 1));
    if line.norm(at) == "takes" && among(after, TAKES) {
        return Outlook::Future;
    }
    // "a peace plan", "in closed session", "an armed group": no verbs.
    let noun = among(line.norm(at), "plan plans") && !among(after, "to a an for its their talks") && !among(before, "also and");
    let adjective = line.norm(at).ends_with("ed")
        && among(before, "a an in of by with its their his her")
        && line.small(at + 1)
        && !among(after, "by in on to at and");
    if noun || adjective {
        return Outlook::Open;
    }
    match line.cue(at) {
        // "is to be held", "will be released": the participle looks where its auxiliary does.
        Cue::Past if line.norm_before(at) == "be" => Outlook::Open,
        Cue::Past if !line.capital(at) => Outlook::Past,
        Cue::Past => Outlook::Open,
        Cue::Future => Outlook::Future,
        Cue::None => Outlook::Open,
    }
}
