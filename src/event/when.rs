//! When an event happened: the time expression that governs its trigger, and what its preposition makes of it.

use super::carry::in_simple_past;
use super::lexicon::Class;
use super::published::{day_of_a_statement, day_of_the_news, day_of_the_speaker};
use super::trigger::Candidate;
use super::verb;
use super::view::View;
use super::{EventType, Family, When};
use crate::analysis::{Modality, TimeBasis, TimePrecision, TimeType};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use crate::time::calendar::{Unit, shift};
use jiff::civil::Date;
use std::ops::Range;

/// The farthest that a time expression may lie from its trigger, in weighted arcs.
const REACH: f64 = 6.5;

/// The farthest for an event that did not happen: the time must hang on it.
const REACH_UNREAL: f64 = 3.3;

/// First and last day.
type Days = (Option<Date>, Option<Date>);

/// The time of a telling, from its own sentence.
pub(super) fn when(view: &View<'_>, candidate: &Candidate<'_>, modality: Modality) -> Option<When> {
    day_of_a_statement(view, candidate, modality)
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
        if vague || time.days == (None, None) || matches!(view.norm(time.tokens.start), "now" | "currently") {
            continue;
        }
        let at = phrase_head(view, time.tokens.clone());
        let reported = governed_by_speech(view, at, head);
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
        let lasting = reported && among(view.lemma(head), "war conflict insurgency");
        if gone_by
            || to_come
            || lasting
            || recent
            || first_time_since(view, time.tokens.start)
            || reported && diplomacy && told_of_others(view, head)
            || only_announced(view, at, head)
            || of_a_means(view, at, candidate, modality)
            || of_the_deed(view, at, candidate)
            || too_definite(view, index, head)
            || on_another_day(view, at, head)
            || said_of_no_day(view, reported, candidate)
            || deadline_of_another(view, time.tokens.start, head)
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
        // "said on Monday that rebels used the truce to regroup": what was said is told of no day.
        if said && is_purpose(view, head) {
            continue;
        }
        let cost = owner.map(|_| 0.5).or_else(|| occurrence(view, at, head)).unwrap_or_else(|| distance(view, at, head))
            + belongs_to_noun(view, at, head)
            + state_of_affairs(view, at, head, diplomacy)
            + circumstance(view, at, head)
            + if time.kind == TimeType::Duration { 0.8 } else { 0.0 }
            + if said { 6.0 } else { 0.0 }
            + (at.abs_diff(head).min(60) as f64) * 0.03;
        let reach = if modality == Modality::Happened { REACH } else { REACH_UNREAL };
        let limit = if said { reach + 8.0 } else { reach };
        if cost < limit && best.as_ref().is_none_or(|(c, _)| cost < *c) {
            let (basis, rule) = if said { (TimeBasis::Inferred, "day of the statement") } else { (TimeBasis::Explicit, "time in the sentence") };
            let (days, precision) = if let Some(days) = lapse(view, head, time.days) {
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

/// "Monday's attack", "last weeks raid": the event noun that a time right before it dates.
fn owned_by(view: &View<'_>, end: usize) -> Option<usize> {
    let event = view.lexicon.classes.mask("event");
    let marked = view.norm(end) == "'s" || view.norm(end) == "'";
    let first = end + usize::from(marked);
    let last = (first..first + 4).find(|&t| view.inside(end - 1, t) && !matches!(view.upos(t), Upos::Adj | Upos::Noun))?;
    let noun = (first..last).rev().find(|&t| view.upos(t) == Upos::Noun)?;
    let named = || view.lexicon.senses_of(view.norm(noun)).any(|(s, _)| s.class == Class::Noun);
    (view.bits(noun) & event != 0 || named()).then_some(noun)
}

/// "recaptured it on Wednesday, two days after losing it in an attack": the attack was not on Wednesday.
fn on_another_day(view: &View<'_>, time: usize, head: usize) -> bool {
    let measured = |&clause: &usize| {
        let mark = view.children(clause).find(|&c| c < clause && matches!(view.norm(c), "after" | "before"));
        mark.is_some_and(|m| m > time && m > 0 && view.is_time(m - 1))
    };
    std::iter::successors(Some(head), |&t| view.head(t)).take(8).any(|t| measured(&t)) || measured_from(view, head).is_some_and(|m| m > time)
}

/// "said on Monday that they had fought for six years", "that guards tortured prisoners": what goes on for long is on no day.
fn said_of_no_day(view: &View<'_>, reported: bool, candidate: &Candidate<'_>) -> bool {
    let lasting = |t: usize| {
        let time = &view.context.times[t];
        time.kind == TimeType::Duration && matches!(word_before(view, time.tokens.start), "for" | "throughout")
    };
    reported && (candidate.sense.kind == EventType::Abuse || view.times_in(candidate.head).any(lasting))
}

/// "agreed to hand over the prisoners by Friday": the deadline is that of the infinitive.
fn deadline_of_another(view: &View<'_>, time: usize, head: usize) -> bool {
    let deadline = among(word_before(view, time), "by before until within");
    deadline && view.dependents(head, &[Relation::Xcomp, Relation::Ccomp, Relation::Advcl]).any(|c| head < c && c < time && verb::has_to(view, c))
}

/// "after three weeks of fighting they entered the town on 3 June": the fighting was in the weeks before that day.
fn lapse(view: &View<'_>, head: usize, day: Days) -> Option<Days> {
    let of = head.checked_sub(1).filter(|&b| view.inside(head, b))?;
    let of = (of.saturating_sub(2)..=of).rev().find(|&t| view.norm(t) == "of")?;
    if (of + 1..head).any(|t| view.upos(t) != Upos::Adj) {
        return None;
    }
    let index = view.times_in(head).find(|&t| view.context.times[t].tokens.end == of)?;
    let time = &view.context.times[index];
    let after = word_before(view, time.tokens.start) == "after" || view.norm(time.tokens.start) == "after";
    let unit = match time.value.as_bytes().last() {
        Some(b'D') => 1,
        Some(b'W') => 7,
        Some(b'M') => 30,
        _ => return None,
    };
    let count = time.value.get(1..time.value.len() - 1)?.parse::<i32>().ok().filter(|&n| n < 100)?;
    let end = day.0.filter(|_| after && day.0 == day.1)?;
    Some((shift(end, Unit::Day, -count * unit), Some(end)))
}

/// "a day after the attack": the preposition before an event noun that a length of time measures from it.
pub(super) fn measured_from(view: &View<'_>, head: usize) -> Option<usize> {
    let case = view.dependents(head, &[Relation::Case, Relation::Mark]).find(|&c| c < head && matches!(view.norm(c), "after" | "before"))?;
    (case > 0 && view.is_time(case - 1) && view.inside(head, case - 1)).then_some(case)
}

/// "said on Tuesday that Washington had declined": a statement with a subject of its own is not made on the day it is told.
fn told_of_others(view: &View<'_>, head: usize) -> bool {
    let mut subjects = view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass]);
    subjects.any(|s| !among(view.norm(s), "we i he she they it"))
}

/// Verbs that speak of an event: their day is not the event's.
const SPEAKS_OF: &str = "announce confirm condemn welcome denounce blame accuse discuss propose outline demand call urge reject criticise criticize mourn investigate deny promise pledge vow plan warn threaten recall praise";

/// "announced the withdrawal on Friday": whether the time hangs on a verb that only speaks of the trigger.
fn only_announced(view: &View<'_>, time: usize, head: usize) -> bool {
    let Some(verb) = view.head(time).filter(|&v| v != head && among(view.lemma(v), SPEAKS_OF) && view.upos(v) == Upos::Verb) else {
        return false;
    };
    // "we condemn the attack in Azaz today": who speaks now says when that was.
    let present = view.norm(verb) == view.lemma(verb) || view.norm(verb).ends_with('s');
    if present && verb < head && head < time && !verb::has_to(view, verb) {
        return false;
    }
    // "condemned an attack in Jos on Saturday": behind the deed, the day is the deed's.
    let deed = among(view.lemma(verb), "condemn blame denounce mourn investigate criticise criticize praise accuse");
    if deed && verb < head && head < time {
        return false;
    }
    // "announced on Sunday that they had taken the town": what is told in a clause is told as news of that day.
    let told = view.dependents(verb, &[Relation::Ccomp]).any(|c| under(view, head, c) && !verb::has_to(view, c))
        && matches!(view.lemma(verb), "announce" | "confirm");
    if told {
        return false;
    }
    // "announced a ceasefire on Friday": between the event and the verb no preposition but its own object.
    under(view, head, verb) && !under(view, time, head) && view.head(head).is_some()
}

/// "blamed the group for an attack on Saturday": the day behind the deed is not that of the blame.
fn of_the_deed(view: &View<'_>, time: usize, candidate: &Candidate<'_>) -> bool {
    let event = view.lexicon.classes.mask("event");
    // "charged him with trying to bomb a plane on Friday".
    let charge =
        candidate.sense.kind == EventType::Coercion && among(view.lemma(candidate.head), "charge indict accuse suspect convict try sentence");
    if charge && (candidate.head + 1..time).any(|t| view.upos(t) == Upos::Verb && view.norm(t).ends_with("ing")) {
        return true;
    }
    candidate.sense.kind == EventType::Accusation
        && view.upos(candidate.head) == Upos::Verb
        && candidate.slots.fillers.iter().any(|f| f.token > candidate.head && f.token < time && view.bits(f.token) & event != 0)
        && !view.norm(candidate.head).ends_with('s')
}

/// "who has imposed martial law, flew in on Thursday": a past day is not said with the perfect, unless right at it.
fn too_definite(view: &View<'_>, index: usize, head: usize) -> bool {
    let time = &view.context.times[index];
    let perfect = view.upos(head) == Upos::Verb && view.has_word(head, &[Relation::Aux], "has have");
    let past = matches!((time.days.1, view.context.published), (Some(day), Some(now)) if day < now);
    perfect && past && time.precision == TimePrecision::Day && view.relation(head) == Relation::AclRelcl && !under(view, time.tokens.start, head)
}

/// "Backed by Russia, the army has captured the town this week": what it costs a participle that describes who acts to take the act's time.
fn state_of_affairs(view: &View<'_>, time: usize, head: usize, diplomacy: bool) -> f64 {
    let participle = matches!(view.relation(head), Relation::Advcl | Relation::Acl) && view.upos(head) == Upos::Verb;
    // "rejected a statement urging restraint on Monday": what a document says is of a day of its own.
    let says = diplomacy && view.relation(head) == Relation::Acl;
    if participle && (says || verb::is_passive(view, head)) && !under(view, time, head) { 3.0 } else { 0.0 }
}

/// "in spite of a blockade", "amid the siege": what it costs a circumstance that stood before to take the act's time.
fn circumstance(view: &View<'_>, time: usize, head: usize) -> f64 {
    // "came under siege on 5 April".
    if view.head(head).is_some_and(|v| view.lemma(v) == "come") {
        return 0.0;
    }
    let stood = view.case_is(head, "despite spite amid amidst under") || view.head(head).is_some_and(|h| view.norm(h) == "spite");
    if stood && !under(view, time, head) { 5.0 } else { 0.0 }
}

/// "the 2010 raid": what it costs another trigger to take a time that describes a noun.
fn belongs_to_noun(view: &View<'_>, time: usize, head: usize) -> f64 {
    let noun = view.head(time).filter(|&n| n != head && n > time && matches!(view.upos(n), Upos::Noun | Upos::Propn));
    let describes = matches!(view.relation(time), Relation::Compound | Relation::Nummod | Relation::Amod | Relation::NmodPoss | Relation::Nmod);
    if noun.is_some() && describes { 2.5 } else { 0.0 }
}

/// "launched a campaign in May to recapture the town": the day of a deed is not that of what it is to bring about.
fn of_a_means(view: &View<'_>, time: usize, candidate: &Candidate<'_>, modality: Modality) -> bool {
    let head = candidate.head;
    let purpose = matches!(view.relation(head), Relation::Advcl | Relation::Acl) && verb::has_to(view, head);
    purpose && modality != Modality::Happened && !under(view, time, head)
}

/// "to regroup and rearm", not "said to have regrouped".
fn is_purpose(view: &View<'_>, head: usize) -> bool {
    let first = view.head(head).filter(|&h| view.relation(head) == Relation::Conj && verb::has_to(view, h)).unwrap_or(head);
    verb::has_to(view, first) && !view.has(first, &[Relation::Aux])
}

/// "the attack on a convoy, which took place near Azaz on Monday": the day when something took place is that of the event noun before it.
fn occurrence(view: &View<'_>, time: usize, head: usize) -> Option<f64> {
    let verb = view.head(time).filter(|&v| matches!(view.relation(v), Relation::AclRelcl | Relation::Acl))?;
    let occurs = matches!(view.lemma(verb), "occur" | "happen") || view.lemma(verb) == "take" && view.children(verb).any(|c| view.norm(c) == "place");
    let noun = view.head(verb).filter(|_| occurs && view.upos(head) == Upos::Noun)?;
    (noun == head || view.head(noun) == Some(head)).then_some(2.0)
}

/// The days that a time expression gives an event: "since" opens it to the day of publication, "by" leaves its beginning open.
fn days(view: &View<'_>, index: usize, candidate: &Candidate<'_>) -> (Days, TimePrecision) {
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
    // "the war ended in May": until then.
    if lasts(candidate.sense.kind) && view.upos(candidate.head) == Upos::Noun && comes_to_an_end(view, candidate.head) {
        return ((None, to), TimePrecision::Range);
    }
    let war = candidate.sense.kind == EventType::Clash && among(view.lemma(candidate.head), "war conflict insurgency");
    let begins = |v: usize| among(view.lemma(v), "begin start erupt break");
    // "the war that began in 2011".
    let began = view.head(candidate.head).is_some_and(begins)
        || view.dependents(candidate.head, &[Relation::AclRelcl]).any(|v| begins(v) && under(view, time.tokens.start, v));
    if war && began {
        let recent = matches!((from, published), (Some(f), Some(p)) if p.year() - f.year() <= 12);
        return ((from, published.filter(|_| recent)), TimePrecision::Range);
    }
    ((from, to), time.precision)
}

/// Whether a verb or "an end to" says that what a noun names comes to its end.
pub(super) fn comes_to_an_end(view: &View<'_>, noun: usize) -> bool {
    // "a spate of killings".
    let measure = view.head(noun).filter(|&m| view.case_is(noun, "of") && super::noun::is_measure(view, m));
    let noun = measure.unwrap_or(noun);
    view.head(noun).is_some_and(|above| {
        let ends = among(view.lemma(above), "end lift cease conclude finish stop subside");
        let alone = || !view.has(above, &[Relation::Obj]);
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

/// Whether a word is another or depends on it.
fn under(view: &View<'_>, word: usize, above: usize) -> bool {
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

/// "for the first time since 2012" says of an older event that it was the last.
fn first_time_since(view: &View<'_>, start: usize) -> bool {
    let back = |n: usize| start.checked_sub(n).map_or("", |t| view.norm(t));
    back(1) == "since" && among(back(2), "time first worst largest biggest deadliest heaviest")
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

fn word_before<'v>(view: &'v View<'_>, start: usize) -> &'v str {
    let before = start.checked_sub(1).filter(|&t| view.inside(start, t));
    before.map_or("", |t| view.norm(t))
}

/// The token of an expression that depends on a word outside it.
fn phrase_head(view: &View<'_>, tokens: Range<usize>) -> usize {
    let start = tokens.start;
    tokens.clone().find(|&t| view.head(t).is_none_or(|h| !tokens.contains(&h))).unwrap_or(start)
}

/// Whether a time hangs on a verb of speech that reports the trigger.
fn governed_by_speech(view: &View<'_>, time: usize, trigger: usize) -> bool {
    let governor = view.head(time).unwrap_or(time);
    view.attributions_near(trigger).any(|a| {
        a.cue.contains(&governor)
            && !a.cue.contains(&trigger)
            && a.content.iter().any(|c| c.contains(&trigger))
            && !a.content.iter().any(|c| c.contains(&time))
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
