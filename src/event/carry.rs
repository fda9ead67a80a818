//! Time carried over: a narrative in the simple past goes on where the sentence before told the day.

use super::merge::Telling;
use super::verb;
use super::view::View;
use super::{EventType, Family, When};
use crate::analysis::{Modality, TimeBasis, TimePrecision, TimeType};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// How many sentences on a time still holds.
const SENTENCES: usize = 2;

/// No three sentences of an article tell more times: keeps the work linear in the length of the text.
const MOST_TIMES: usize = 24;

/// Gives undated tellings of a narrative the time told last in their paragraph.
pub(super) fn carry(view: &View<'_>, tellings: &mut [Telling<'_, '_>]) {
    let mut last: Option<(usize, When)> = None;
    // The last sentence that an event took its time into.
    let mut carried = None;
    let lines = super::dated::lines(view);
    for telling in tellings {
        let head = telling.candidate.head;
        let sentence = view.sentence_index(head);
        if telling.time.is_none() && telling.modality.0 == Modality::Happened {
            telling.time = view.block(head).and_then(|b| lines.get(b).copied().flatten()).and_then(|line| on_the_line(view, telling, line));
        }
        match &telling.time {
            Some(when)
                if when.basis == TimeBasis::Explicit
                    && when.days.0.is_some()
                    && !aside(view, head)
                    && !told_aside(view, when)
                    && !takes_stock(view, head)
                    && !beside(view, head)
                    && telling.modality.0 == Modality::Happened
                    && !since(view, when) =>
            {
                last = Some((sentence, when.clone()));
                carried = None;
            }
            Some(_) => {}
            None => {
                let Some((told, when)) = &mut last else { continue };
                // "It came two days after a bomb killed nine": counted from what was told before.
                if let Some(lapse) =
                    super::measured::lapse(view, head).filter(|_| sentence - *told <= SENTENCES && telling.modality.0 == Modality::Happened)
                {
                    telling.time = lapse.from(when.days);
                    continue;
                }
                let again = carried == Some(sentence);
                let near = (sentence > *told || again)
                    && sentence - *told <= SENTENCES
                    && (again || in_paragraph(view, *told, sentence, view.upos(head) == Upos::Verb) || heads(view, *told, head))
                    && (again || !moves_on(view, *told + 1..sentence + 1, when))
                    && !turns(view, sentence);
                // What was signed or demanded next is told in the very next sentence of the paragraph.
                let next = again || sentence == *told + 1 && view.block_of_sentence(*told) == view.block_of_sentence(sentence);
                if near && telling.modality.0 == Modality::Happened && goes_on(view, telling, next) {
                    telling.time = Some(When { basis: TimeBasis::Inferred, rule: "time of the sentence before", ..when.clone() });
                    *told = sentence;
                    carried = Some(sentence);
                }
            }
        }
    }
}

/// The time of a dated line for what is told on it, and of a heading for what is told below in the past or as it happens.
fn on_the_line(view: &View<'_>, telling: &Telling<'_, '_>, (index, heading): (usize, bool)) -> Option<When> {
    let time = view.context.times.get(index)?;
    let head = telling.candidate.head;
    let sentence = view.sentence_index(head);
    let statement = telling.candidate.sense.kind.family() == Family::Diplomacy;
    let perfect = takes_stock(view, head) && !is_now(view, head) || aside(view, head);
    let dated = |t: usize| view.context.times[t].days.0.is_some() && !matches!(view.norm(view.context.times[t].tokens.start), "now" | "currently");
    if heading && (statement || perfect || view.times_in(head).any(dated)) {
        return None;
    }
    let days = super::stretch::end_of_range(view, index).map_or(time.days, |end| (time.days.0, end));
    // A year above a chapter is no date of what is told in it.
    if heading && days == time.days && time.precision == TimePrecision::Year {
        return None;
    }
    let same = view.sentence_index(time.tokens.start) == sentence;
    let (basis, rule) = if same { (TimeBasis::Explicit, "date of the line") } else { (TimeBasis::Inferred, "date of the line above") };
    Some(When { expression: Some(index), days, precision: time.precision, basis, rule })
}

/// "is captured", "are lost": a chronicle tells in the present.
fn is_now(view: &View<'_>, head: usize) -> bool {
    view.has_word(head, &[Relation::AuxPass], "is are") && !view.has_word(head, &[Relation::Aux], "has have")
}

/// Whether a sentence stands in the paragraph of another, or, for a verb, every sentence from one to the other is a paragraph of its own.
fn in_paragraph(view: &View<'_>, told: usize, sentence: usize, verb: bool) -> bool {
    let (Some(first), Some(last)) = (view.block_of_sentence(told), view.block_of_sentence(sentence)) else { return false };
    first == last || verb && last.checked_sub(first) == Some(sentence - told)
}

/// Whether sentences tell another time that none of their events took, or how long after it was: the narrative has moved on.
fn moves_on(view: &View<'_>, sentences: Range<usize>, when: &When) -> bool {
    let start = |s: usize| view.context.reading.tokens.sentences.get(s).map_or(usize::MAX, |s| s.tokens.start);
    let times = view.context.times;
    let (from, to) = (start(sentences.start), start(sentences.end));
    let own = times[times.partition_point(|t| t.tokens.start < from)..].iter().take_while(|t| t.tokens.start < to).take(MOST_TIMES);
    own.into_iter().any(|t| {
        t.days != (None, None) && t.days != when.days && !aside(view, t.tokens.start) || t.kind == TimeType::Duration && is_lapse(view, &t.tokens)
    })
}

/// "spoke amid a campaign last weekend": the day of what only stands around what is told.
fn beside(view: &View<'_>, head: usize) -> bool {
    view.case_is(head, "amid despite following after since before")
}

/// "since the 2021 coup": no day on which a narrative stands.
fn since(view: &View<'_>, when: &When) -> bool {
    let Some(time) = when.expression.and_then(|t| view.context.times.get(t)) else { return false };
    let start = time.tokens.start;
    (start.saturating_sub(5)..start).any(|t| view.inside(start, t) && view.norm(t) == "since")
}

/// "after seven days", "four days later".
fn is_lapse(view: &View<'_>, tokens: &Range<usize>) -> bool {
    let word = |t: usize| if view.inside(tokens.start, t) { view.norm(t) } else { "" };
    let before = tokens.start.checked_sub(1).map_or("", word);
    matches!(before, "after" | "within") || among(word(tokens.end), "later after afterwards") || word(tokens.start) == "after"
}

/// "Attacks have fallen this year": whether a clause tells how things stand, not what happened.
pub(super) fn takes_stock(view: &View<'_>, head: usize) -> bool {
    let mut at = head;
    for _ in 0..4 {
        if view.upos(at) == Upos::Verb {
            break;
        }
        let Some(above) = view.head(at) else { return false };
        at = above;
    }
    view.has_word(at, &[Relation::Aux, Relation::AuxPass], "has have is are")
}

/// Whether the words of a time stand in a clause that only describes a noun: "the war, which began in 2003".
fn told_aside(view: &View<'_>, when: &When) -> bool {
    // "the 2016 accord" tells when that was.
    let of_noun = |t: usize| {
        view.head(t).is_some_and(|n| {
            n > t && view.upos(n) == Upos::Noun && matches!(view.relation(t), Relation::Compound | Relation::Nummod | Relation::Amod)
        })
    };
    when.expression
        .and_then(|t| view.context.times.get(t))
        .is_some_and(|t| aside(view, t.tokens.start) || t.tokens.len() == 1 && of_noun(t.tokens.start))
}

/// "In a separate incident", "Separately": whether a sentence turns to something else.
fn turns(view: &View<'_>, sentence: usize) -> bool {
    let Some(tokens) = view.context.reading.tokens.sentences.get(sentence).map(|s| s.tokens.clone()) else { return false };
    (tokens.start..tokens.end.min(tokens.start + 4)).any(|t| among(view.norm(t), "separate separately unrelated"))
}

/// Whether a sentence is a heading right above a word: it has no verb.
fn heads(view: &View<'_>, sentence: usize, word: usize) -> bool {
    let above = view.block_of_sentence(sentence).map(|b| b + 1) == view.block(word);
    above && view.context.reading.tokens.sentences[sentence].tokens.clone().all(|t| view.upos(t) != Upos::Verb)
}

/// Whether a trigger stands in a clause that only describes a noun: what is told there is background.
fn aside(view: &View<'_>, head: usize) -> bool {
    let mut at = head;
    for _ in 0..12 {
        if matches!(view.relation(at), Relation::AclRelcl | Relation::Acl) {
            return true;
        }
        let Some(above) = view.head(at) else { return false };
        at = above;
    }
    false
}

/// Verbs that say that what their infinitive tells was tried.
const TRIES: &str = "try attempt manage fail";

/// Whether a telling goes on with a narrative: what happened next, in the simple past.
fn goes_on(view: &View<'_>, telling: &Telling<'_, '_>, next: bool) -> bool {
    let head = telling.candidate.head;
    let kind = telling.candidate.sense.kind;
    if kind.family() == Family::Diplomacy && (matches!(kind, EventType::Support | EventType::Accusation | EventType::Threat) || !next) {
        return false;
    }
    // "The siege, which had lasted two years, was lifted": that ended, it was not then.
    if view.upos(head) == Upos::Noun && super::stretch::comes_to_an_end(view, head) {
        return false;
    }
    // "a decades-long insurgency".
    if view.upos(head) == Upos::Noun && view.has_word(head, &[Relation::Amod], "long old") {
        return false;
    }
    let after = |h: usize| view.relation(h) == Relation::Obl && view.case_is(h, "after during following");
    let verb = match view.upos(head) {
        Upos::Verb => Some(head),
        _ if after(head) => view.head(head),
        _ if matches!(view.relation(head), Relation::Nsubj | Relation::Obj | Relation::NsubjPass) => view.head(head),
        _ => None,
    };
    // "tried twice to storm the building": the verb that is in the past.
    let verb = verb.map(|v| match view.head(v) {
        Some(above) if view.relation(v) == Relation::Xcomp && among(view.lemma(above), TRIES) => above,
        _ => v,
    });
    // "would go on until the rebels agreed to a truce": not told as having happened.
    let awaited = |v: usize| view.has_word(v, &[Relation::Mark], "until unless if before");
    verb.is_some_and(|v| in_simple_past(view, v) && !awaited(v) && !matches!(view.relation(v), Relation::AclRelcl | Relation::Acl | Relation::Amod))
}

/// "The army said it had withdrawn": what a speaker of the past tells in the simple past stands in the pluperfect.
fn reported(view: &View<'_>, verb: usize) -> bool {
    view.relation(verb) == Relation::Ccomp && view.head(verb).is_some_and(|h| among(view.norm(h), "said reported announced added"))
}

/// Whether a verb stands in the simple past: neither perfect nor present nor modal.
pub(super) fn in_simple_past(view: &View<'_>, verb: usize) -> bool {
    let mut auxiliaries = view.dependents(verb, &[Relation::Aux, Relation::AuxPass]);
    // "has killed many and forced others out": the second verb shares the auxiliary of the first.
    let first = |v: usize| if verb::has_to(view, v) { view.head(v) } else { Some(v) };
    let shared = view.head(verb).and_then(first).filter(|_| view.relation(verb) == Relation::Conj && !view.has(verb, &[Relation::Nsubj]));
    let perfect = |v: usize| view.has_word(v, &[Relation::Aux], "has have");
    // "had recently seized": of a day before.
    let before = view.has_word(verb, &[Relation::Advmod], "recently previously already once");
    let passive = view.has_word(verb, &[Relation::AuxPass], "was were");
    view.upos(verb) == Upos::Verb
        && verb::past_form(view, verb)
        && !before
        && !shared.is_some_and(perfect)
        && !verb::has_to(view, verb)
        && auxiliaries.all(|a| among(view.norm(a), "was were did") || view.norm(a) == "had" && reported(view, verb))
        && (passive || view.has(verb, &[Relation::Nsubj]) || view.relation(verb) == Relation::Conj)
}
