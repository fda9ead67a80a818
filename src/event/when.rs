//! When an event happened: the time expression that governs its trigger, and what its preposition makes of it.

use super::carry::in_simple_past;
use super::lexicon::Class;
use super::other_day::{
    another_clause, answered, belongs_to_noun, brought_about, circumstance, day_of_the_page, deadline_of_another, during_a_war, first_time_since,
    is_purpose, long_done, occurrence, of_a_means, of_the_deed, on_another_day, only_announced, opens_next_clause, said_of_no_day, stands_before,
    state_of_affairs, told_in_a_paper, told_of_others, too_definite,
};
use super::presumed::is_war;
use super::published::{day_of_a_statement, day_of_the_news, day_of_the_speaker};
use super::stretch::days;
use super::trigger::Candidate;
use super::verb;
use super::view::View;
use super::{Family, When, measured};
use crate::analysis::{Modality, TimeBasis, TimePrecision, TimeType};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use jiff::civil::Date;
use std::ops::Range;

/// The farthest that a time expression may lie from its trigger, in weighted arcs.
const REACH: f64 = 6.5;

/// The farthest for an event that did not happen: the time must hang on it.
const REACH_UNREAL: f64 = 3.3;

/// First and last day.
pub(super) type Days = (Option<Date>, Option<Date>);

/// The time of a telling, from its own sentence.
pub(super) fn when(view: &View<'_>, candidate: &Candidate<'_>, modality: Modality) -> Option<When> {
    day_of_a_statement(view, candidate, modality)
        .or_else(|| measured::counted(view, candidate.head).filter(|_| modality == Modality::Happened))
        .or_else(|| explicit(view, candidate, modality))
        .or_else(|| day_of_the_news(view, candidate, modality))
        .or_else(|| day_of_the_speaker(view, candidate, modality))
}

/// The time expression of a trigger's sentence that applies to it.
fn explicit(view: &View<'_>, candidate: &Candidate<'_>, modality: Modality) -> Option<When> {
    let (head, kind) = (candidate.head, candidate.sense.kind);
    let mut best: Option<(f64, When)> = None;
    for index in view.times_in(head) {
        let time = &view.context.times[index];
        // "in the past few years": no first day.
        let vague = time.kind == TimeType::Duration && time.days.0.is_none();
        if vague || time.days == (None, None) || time.value == "PRESENT_REF" {
            continue;
        }
        let at = phrase_head(view, time.tokens.clone());
        let reported = governed_by_speech(view, at, head) || right_behind_speech(view, time.tokens.start, head);
        let diplomacy = kind.family() == Family::Diplomacy;
        // "Following the meeting he will return on 11 June".
        let gone_by = time.days.0 > view.context.published && view.case_is(head, "after following");
        // "agreed to meet on 20 June", told before that day: what is told in the past was not then.
        let to_come = modality == Modality::Happened
            && view.context.published.is_some()
            && time.days.0 > view.context.published
            && view.upos(head) == Upos::Verb
            && verb::past_form(view, head);
        // "said on Friday that recent attacks": of days before.
        let recent = view.upos(head) == Upos::Noun
            && view.has_word(head, &[Relation::Amod], "recent previous earlier past ongoing continued repeated")
            && !under(view, at, head);
        // "said on Saturday that the war goes on": not on that day.
        let lasting = reported && is_war(view, head);
        if gone_by
            || to_come
            || lasting
            || recent
            || first_time_since(view, time.tokens.start, head)
            || told_in_a_paper(view, time.tokens.start, head)
            || answered(view, at, head)
            || long_done(view, at, head) && !(reported && at < head)
            || during_a_war(view, at, head, time.precision == TimePrecision::Day)
            || is_century(view, index) && view.head(at) != Some(head)
            || reported && diplomacy && told_of_others(view, head)
            || only_announced(view, at, head)
            || of_a_means(view, at, candidate, modality)
            || of_the_deed(view, at, candidate)
            || too_definite(view, index, head)
            || on_another_day(view, at, head) && measured::weeks_of(view, head, time.days).is_none()
            || said_of_no_day(view, reported, candidate)
            || deadline_of_another(view, time.tokens.start, head)
            || opens_next_clause(view, at, head)
            || stands_before(view, at, head)
            || day_of_the_page(view, time.tokens.start)
        {
            continue;
        }
        let owner = owned_by(view, time.tokens.end);
        // "seized power in a 2001 coup": both at once.
        let within = |noun: usize| view.head(noun) == Some(head) && view.case_is(noun, "in during");
        if owner.is_some_and(|noun| noun != head && !within(noun)) {
            continue;
        }
        let said = !diplomacy && reported && owner.is_none();
        // "said on Monday that rebels used the truce to regroup", "that they will leave": that is of no day told.
        // "claimed responsibility on Monday": of a deed before.
        if said && (is_purpose(view, head) || modality != Modality::Happened || view.sentence(head).any(|t| view.norm(t) == "responsibility")) {
            continue;
        }
        let cost = owner.map(|_| 0.5).or_else(|| occurrence(view, at, head)).unwrap_or_else(|| distance(view, at, head))
            + belongs_to_noun(view, at, head)
            + state_of_affairs(view, at, head, diplomacy)
            + circumstance(view, at, head)
            + another_clause(view, at, head)
            + brought_about(view, at, head)
            + if time.kind == TimeType::Duration { 0.8 } else { 0.0 }
            + if said { 6.0 } else { 0.0 }
            + (at.abs_diff(head).min(60) as f64) * 0.03;
        let reach = if modality == Modality::Happened { REACH } else { REACH_UNREAL };
        let limit = if said { reach + 8.0 } else { reach };
        if cost < limit && best.as_ref().is_none_or(|(c, _)| cost < *c) {
            let (basis, rule) = if said { (TimeBasis::Inferred, "day of the statement") } else { (TimeBasis::Explicit, "time in the sentence") };
            let (days, precision) = if let Some(days) = measured::weeks_of(view, head, time.days) {
                (days, TimePrecision::Range)
            } else if said {
                (time.days, time.precision)
            } else {
                days(view, index, candidate)
            };
            best = Some((cost, When { expression: Some(index), days, precision, basis, rule }));
        }
    }
    best.map(|(_, when)| when)
}

/// "the 11th century temple": no day of what happens there.
fn is_century(view: &View<'_>, index: usize) -> bool {
    let time = &view.context.times[index];
    time.kind == TimeType::Date && time.value.len() == 2
}

/// "Monday's attack", "last weeks raid": the event noun that a time right before it dates.
fn owned_by(view: &View<'_>, end: usize) -> Option<usize> {
    let event = view.lexicon.masks.event;
    let marked = view.norm(end) == "'s" || view.norm(end) == "'";
    let first = end + usize::from(marked);
    let last = (first..first + 4).find(|&t| view.inside(end - 1, t) && !matches!(view.upos(t), Upos::Adj | Upos::Noun))?;
    let noun = (first..last).rev().find(|&t| view.upos(t) == Upos::Noun)?;
    let named = || view.lexicon.senses_of(view.norm(noun)).any(|(s, _)| s.class == Class::Noun);
    (view.bits(noun) & event != 0 || named()).then_some(noun)
}

/// Whether a word is another or depends on it.
pub(super) fn under(view: &View<'_>, word: usize, above: usize) -> bool {
    let mut at = word;
    for _ in 0..24 {
        if at == above {
            return true;
        }
        let Some(head) = view.head(at) else { return false };
        at = head;
    }
    false
}

pub(super) fn word_before<'v>(view: &'v View<'_>, start: usize) -> &'v str {
    let before = start.checked_sub(1).filter(|&t| view.inside(start, t));
    before.map_or("", |t| view.norm(t))
}

/// The token of an expression that depends on a word outside it.
pub(super) fn phrase_head(view: &View<'_>, tokens: Range<usize>) -> usize {
    let start = tokens.start;
    tokens.clone().find(|&t| view.head(t).is_none_or(|h| !tokens.contains(&h))).unwrap_or(start)
}

/// Ways of saying something in public.
const SPOKEN: &str = "statement interview speech briefing conference address broadcast message post tweet communique communiqué telecast";

/// Whether a time hangs on a verb of speech that reports the trigger: "said on Monday", "said in a statement on Monday".
fn governed_by_speech(view: &View<'_>, time: usize, trigger: usize) -> bool {
    let governor = view.head(time).unwrap_or(time);
    let governor = view.head(governor).filter(|_| among(view.lemma(governor), SPOKEN)).unwrap_or(governor);
    view.attributions_near(trigger).any(|a| {
        a.cue.contains(&governor)
            && !a.cue.contains(&trigger)
            && a.content.iter().any(|c| c.contains(&trigger))
            && !a.content.iter().any(|c| c.contains(&time))
    })
}

/// "officials said Monday gunmen killed six": whether a time stands right behind the verb of speech that reports the trigger, whatever it hangs on.
fn right_behind_speech(view: &View<'_>, start: usize, trigger: usize) -> bool {
    let verb = start.checked_sub(if word_before(view, start) == "on" { 2 } else { 1 });
    verb.is_some_and(|v| {
        start < trigger
            && view.inside(trigger, v)
            && view.attributions_near(trigger).any(|a| a.cue.contains(&v) && a.content.iter().any(|c| c.contains(&trigger)))
    })
}

/// The ancestors of a token, itself first, with the cost of climbing to each.
fn path(view: &View<'_>, token: usize, time: Option<usize>) -> Vec<(usize, f64)> {
    let (mut at, mut cost) = (token, 0.0);
    let mut path = vec![(at, cost)];
    while let Some(head) = view.head(at).filter(|_| path.len() < 24) {
        let up = time.is_some();
        let is_trigger = up && at == token;
        cost += match view.relation(at) {
            // "killed villagers suspected of theft in Kobo in May": the participle takes no time of its own.
            Relation::Acl if !is_trigger && among(view.lemma(at), "suspect accuse believe say think") => 1.5,
            // "seized by the Front, also known as the Army, on 7 August".
            Relation::Acl if !is_trigger && among(view.lemma(at), "know call name dub nickname") => 1.0,
            Relation::AclRelcl | Relation::Parataxis | Relation::Acl => {
                if up {
                    3.2
                } else {
                    5.0
                }
            }
            // "killed when a bomb exploded on Monday": both at once.
            Relation::Advcl if at_once(view, at) => 1.2,
            Relation::Advcl => {
                if up {
                    2.0
                } else {
                    4.0
                }
            }
            Relation::Ccomp => {
                if up {
                    1.5
                } else {
                    3.5
                }
            }
            // "fought in 2006 and has sent": the time behind the first verb is not the second's.
            Relation::Conj => match time {
                Some(t) if t > head && t < at && !in_simple_past(view, at) => 7.0,
                Some(t) if t > head && t < at => 2.0,
                Some(_) => 1.5,
                // "was detained, but the minister insisted on Friday".
                None if view.has(at, &[Relation::Nsubj, Relation::NsubjPass]) => 6.5,
                None => 4.0,
            },
            _ => 1.0,
        };
        at = head;
        path.push((at, cost));
    }
    path
}

/// Whether a clause tells what goes on at the same time, or since when.
fn at_once(view: &View<'_>, verb: usize) -> bool {
    view.dependents(verb, &[Relation::Mark, Relation::Advmod]).any(|m| m < verb && among(view.norm(m), "when while since"))
}

/// How far a time lies from a trigger in the tree: climbing from the trigger is cheap, descending into another clause dear.
fn distance(view: &View<'_>, time: usize, trigger: usize) -> f64 {
    let from_trigger = path(view, trigger, Some(time));
    for (at, cost) in path(view, time, None) {
        if let Some((_, up)) = from_trigger.iter().find(|(t, _)| *t == at) {
            return cost + up;
        }
    }
    f64::from(u8::MAX)
}
