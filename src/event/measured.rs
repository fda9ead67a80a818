//! Days counted from another event's: "withdrew on Friday, a day after rebels attacked the town", "two weeks of fighting".

use super::When;
use super::view::View;
use super::when::{Days, word_before};
use crate::analysis::{TimeBasis, TimePrecision, TimeType};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use crate::time::calendar::{Stretch, Unit, shift};
use jiff::civil::Date;

/// A length of time between an event and the one it is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lapse {
    /// Index of the length of time.
    pub(super) time: usize,
    unit: Unit,
    /// How many units the event lies after the other; negative: before it.
    by: i32,
}

/// "a day after rebels attacked the town": how far before the deed told beside it an event was, if that is told in days or more.
pub(super) fn lapse(view: &View<'_>, head: usize) -> Option<Lapse> {
    // "after rebels attacked the town and killed five".
    let first = view.head(head).filter(|_| view.relation(head) == Relation::Conj);
    // "after 44 people were killed in an attack".
    let of_harm = |v: &usize| view.case_is(head, "in by during") && among(view.lemma(*v), "kill wound injure die massacre");
    let harm = view.head(head).filter(|v| view.relation(head) == Relation::Obl && of_harm(v));
    let case = [Some(head), first, harm].into_iter().flatten().find_map(|word| measured_from(view, word))?;
    let time = view.times_in(head).find(|&t| view.context.times[t].tokens.end == case)?;
    let (count, unit) = length(view, time)?;
    Some(Lapse { time, unit, by: if view.norm(case) == "after" { -count } else { count } })
}

/// "a day after the attack": the preposition before an event word that a length of time measures from it.
pub(super) fn measured_from(view: &View<'_>, head: usize) -> Option<usize> {
    let case = view.dependents(head, &[Relation::Case, Relation::Mark]).find(|&c| c < head && matches!(view.norm(c), "after" | "before"))?;
    ends_length(view, case).then_some(case)
}

/// Whether a length of time ends right before a word: "a day after", not "on Monday after".
pub(super) fn ends_length(view: &View<'_>, word: usize) -> bool {
    view.times_in(word).map(|t| &view.context.times[t]).any(|t| t.kind == TimeType::Duration && t.tokens.end == word)
}

/// The event's day where the sentence tells the day it is counted from.
pub(super) fn counted(view: &View<'_>, head: usize) -> Option<When> {
    let lapse = lapse(view, head)?;
    let told = comes_after(view, lapse).unwrap_or(head);
    let mut days =
        view.times_in(told).filter(|&t| t != lapse.time).map(|t| (t, &view.context.times[t])).filter(|(_, t)| t.kind != TimeType::Duration);
    let (index, time) = days.next().filter(|_| days.next().is_none())?;
    let mut when = lapse.from(time.days)?;
    when.expression = Some(index);
    Some(when)
}

/// "It comes a week after the attack": a word of the sentence before, which tells the day that is counted from.
fn comes_after(view: &View<'_>, lapse: Lapse) -> Option<usize> {
    let start = view.context.times.get(lapse.time)?.tokens.start;
    let verb = start.checked_sub(1).filter(|&v| view.lemma(v) == "come" && view.has_word(v, &[Relation::Nsubj], "it this that"))?;
    view.sentence(verb).start.checked_sub(1)
}

impl Lapse {
    /// The days so far from others, as finely as both are told.
    pub(super) fn from(self, days: Days) -> Option<When> {
        let start = days.0?;
        let fine = if days.0 == days.1 { Unit::Day } else { self.unit };
        let moved = shift(start, self.unit, self.by)?;
        let (first, last) = match (fine, self.unit) {
            (Unit::Day, Unit::Day | Unit::Week) => (moved, moved),
            // "six months before July 1979".
            (_, Unit::Month) if whole_months(days) => Stretch::holding(Unit::Month, moved).days()?,
            (_, Unit::Year) => Stretch::holding(Unit::Year, moved).days()?,
            _ => return None,
        };
        let precision = match self.unit {
            Unit::Day | Unit::Week => TimePrecision::Day,
            Unit::Month => TimePrecision::Month,
            _ => TimePrecision::Year,
        };
        Some(When {
            expression: Some(self.time),
            days: (Some(first), Some(last)),
            precision,
            basis: TimeBasis::Explicit,
            rule: "counted from the deed beside it",
        })
    }
}

/// Whether days lie in one month.
fn whole_months(days: Days) -> bool {
    matches!(days, (Some(first), Some(last)) if (first.year(), first.month()) == (last.year(), last.month()))
}

/// How many days, weeks, months or years a length of time is.
pub(super) fn length(view: &View<'_>, time: usize) -> Option<(i32, Unit)> {
    let value = view.context.times.get(time).filter(|t| t.kind == TimeType::Duration)?.value.strip_prefix('P')?;
    let count = value.get(..value.len().checked_sub(1)?)?.parse::<i32>().ok().filter(|n| (1..100).contains(n))?;
    let unit = match value.as_bytes().last() {
        Some(b'D') => Unit::Day,
        Some(b'W') => Unit::Week,
        Some(b'M') => Unit::Month,
        Some(b'Y') => Unit::Year,
        _ => return None,
    };
    Some((count, unit))
}

/// "after three weeks of fighting they entered the town on 3 June": the fighting was in the weeks before that day.
pub(super) fn weeks_of(view: &View<'_>, head: usize, day: Days) -> Option<Days> {
    let of = head.checked_sub(1).filter(|&b| view.inside(head, b))?;
    let of = (of.saturating_sub(2)..=of).rev().find(|&t| view.norm(t) == "of")?;
    if (of + 1..head).any(|t| view.upos(t) != Upos::Adj) {
        return None;
    }
    let index = view.times_in(head).find(|&t| view.context.times[t].tokens.end == of)?;
    let start = view.context.times[index].tokens.start;
    // "a deal to end six weeks of fighting".
    let after = among(word_before(view, start), "after end ends ended ending") || view.norm(start) == "after";
    let (count, unit) = length(view, index)?;
    let end: Date = day.0.filter(|_| after && day.0 == day.1)?;
    Some((shift(end, unit, -count), Some(end)))
}
