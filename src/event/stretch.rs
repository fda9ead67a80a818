//! The days that a time expression gives an event: what "since", "by", ranges, beginnings and ends make of it.

use super::EventType;
use super::presumed::is_war;
use super::trigger::Candidate;
use super::view::View;
use super::when::{Days, phrase_head, under, word_before};
use crate::analysis::TimePrecision;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use jiff::civil::Date;

/// The days that a time expression gives an event: "since" opens it to the day of publication, "by" leaves its beginning open.
pub(super) fn days(view: &View<'_>, index: usize, candidate: &Candidate<'_>) -> (Days, TimePrecision) {
    let time = &view.context.times[index];
    let (from, to) = time.days;
    let published = view.context.published;
    let at = phrase_head(view, time.tokens.clone());
    // "since the war began in 2011": what happened since; the war itself began then.
    if let Some(clause) = since_clause(view, at) {
        let goes_on =
            view.relation(candidate.head) == Relation::Nsubj && matches!(view.lemma(clause), "begin" | "start") && lasts(candidate.sense.kind);
        if !under(view, candidate.head, clause) || goes_on && view.head(candidate.head) == Some(clause) {
            return ((from, published.or(to)), TimePrecision::Range);
        }
    }
    match word_before(view, time.tokens.start) {
        // "since 2011, when the army opened fire": the clause tells what happened then.
        // "since May, when the army launched its campaign": it goes on.
        "since"
            if lasts(candidate.sense.kind) && view.upos(candidate.head) == Upos::Noun && opens_clause_of(view, time.tokens.end, candidate.head) =>
        {
            return ((from, published.or(to)), TimePrecision::Range);
        }
        "since" if under(view, candidate.head, at) || opens_clause_of(view, time.tokens.end, candidate.head) => {}
        "since" => return ((from, published.or(to)), TimePrecision::Range),
        "by" | "until" | "till" if opens_clause_of(view, time.tokens.end, candidate.head) => {}
        "by" | "until" | "till" => return ((None, to), TimePrecision::Range),
        "before" if time.precision != TimePrecision::Time => return ((None, from.and_then(|d| d.yesterday().ok())), TimePrecision::Range),
        // "since the start of the offensive on 3 May".
        "on" | "in" if begun_since(view, time.tokens.start) => {
            let began = view.head(candidate.head).is_some_and(|h| among(view.lemma(h), BEGINNING));
            let other = candidate.head < time.tokens.start && view.upos(candidate.head) == Upos::Noun && began && !lasts(candidate.sense.kind);
            if !other {
                return ((from, published.or(to)), TimePrecision::Range);
            }
        }
        // "900 dead as of 5 December".
        "of" if time.tokens.start > 1 && view.norm(time.tokens.start - 2) == "as" => return ((None, to), TimePrecision::Range),
        _ => {}
    }
    if let Some(end) = end_of_range(view, index) {
        return ((from, end), TimePrecision::Range);
    }
    let war = candidate.sense.kind == EventType::Clash && is_war(view, candidate.head);
    let begins = |v: usize| among(view.lemma(v), "begin start erupt break");
    // "the war that began in 2011".
    let began = view.head(candidate.head).is_some_and(begins)
        || view.dependents(candidate.head, &[Relation::AclRelcl]).any(|v| begins(v) && under(view, time.tokens.start, v));
    if war && began {
        let recent = matches!((from, published), (Some(f), Some(p)) if p.year() - f.year() <= 12);
        return ((from, published.filter(|_| recent)), TimePrecision::Range);
    }
    // "the war ended in May": until then.
    if lasts(candidate.sense.kind) && view.upos(candidate.head) == Upos::Noun && comes_to_an_end(view, candidate.head) {
        return ((None, to), TimePrecision::Range);
    }
    ((from, to), time.precision)
}

/// Whether a verb or "an end to" says that what a noun names comes to its end.
pub(super) fn comes_to_an_end(view: &View<'_>, noun: usize) -> bool {
    // "a spate of killings".
    let noun = super::noun::measure_of(view, noun).unwrap_or(noun);
    view.head(noun).is_some_and(|above| {
        let ends = among(view.lemma(above), "end lift break cease conclude finish stop subside");
        // "a siege was broken", but "fighting broke out".
        let alone = || !view.has(above, &[Relation::Obj]) && view.lemma(above) != "break";
        ends && match view.relation(noun) {
            Relation::Obj | Relation::NsubjPass => true,
            Relation::Nsubj => alone(),
            _ => view.case_is(noun, "to"),
        }
    })
}

/// Kinds of events that go on for more than a day.
fn lasts(kind: EventType) -> bool {
    matches!(kind, EventType::Clash | EventType::Blockade | EventType::Capture)
}

/// Nouns of a beginning.
const BEGINNING: &str = "start beginning outbreak launch onset";

/// "since the start of the offensive on": whether a time tells a beginning since when something is.
fn begun_since(view: &View<'_>, time: usize) -> bool {
    let near = (time.saturating_sub(10)..time).rev().take_while(|&t| view.inside(time, t) && view.upos(t) != Upos::Verb);
    let mut begins = false;
    for t in near {
        begins |= among(view.lemma(t), BEGINNING);
        if view.norm(t) == "since" {
            return begins;
        }
    }
    false
}

/// The clause or event noun behind "since" that a time belongs to.
fn since_clause(view: &View<'_>, time: usize) -> Option<usize> {
    let mut at = time;
    for _ in 0..4 {
        at = view.head(at)?;
        let marked = view.dependents(at, &[Relation::Mark, Relation::Case]).any(|c| view.norm(c) == "since" && c < time);
        if marked {
            return Some(at);
        }
    }
    None
}

/// "in 2011, when the army opened fire": whether a word stands in the clause right behind a time.
fn opens_clause_of(view: &View<'_>, end: usize, word: usize) -> bool {
    let when = (end..end + 2).find(|&t| view.inside(word, t) && among(view.norm(t), "when where as"));
    when.is_some_and(|w| word > w && (w..word).filter(|&t| view.upos(t) == Upos::Verb).count() <= 1)
}

/// "between 1980 and 1985", "from Monday to Friday": the end of the second time.
pub(super) fn end_of_range(view: &View<'_>, index: usize) -> Option<Option<Date>> {
    let (first, second) = (&view.context.times[index], view.context.times.get(index + 1)?);
    let between = second.tokens.start.checked_sub(first.tokens.end)? == 1 && view.inside(first.tokens.start, second.tokens.start);
    let before = word_before(view, first.tokens.start);
    let link = between.then(|| view.norm(first.tokens.end))?;
    // "in January and February 1937".
    let goes_on = matches!((first.days.1, second.days.0), (Some(end), Some(next)) if end.tomorrow().is_ok_and(|d| d == next));
    let range = (before == "between" || goes_on) && link == "and" || among(link, "to until - – — through");
    range.then_some(second.days.1)
}
