//! What is said as a noun phrase: "reported explosions", "claimed the bombing", "accused X of shelling it", "claimed by X".

use super::clause::trim;
use super::draft::{Draft, Text};
use super::lexicon::Verb;
use super::source::{is_time, noun_words};
use crate::analysis::Stance;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Nouns of violence that a claim of responsibility may name alone.
const CLAIMED: [&str; 24] = [
    "responsibility",
    "credit",
    "attack",
    "bombing",
    "blast",
    "explosion",
    "assault",
    "killing",
    "ambush",
    "shooting",
    "strike",
    "raid",
    "assassination",
    "kidnapping",
    "abduction",
    "massacre",
    "operation",
    "hit",
    "murder",
    "execution",
    "shelling",
    "bomb",
    "downing",
    "hijacking",
];

/// Verbs that say what somebody thinks of a deed.
const JUDGES: &str = "condemn denounce criticise criticize";

/// "a bombing claimed by X", "the report was confirmed by X": the clause up to the verb is what is said.
pub(super) fn told_by(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb) -> Option<Draft> {
    let by = (v + 1..sentence.end.min(v + 5)).find(|&i| text.norm(i) == "by")?;
    let agent = noun_after(text, by + 1, sentence.end).or_else(|| Some(by + 1).filter(|&i| text.nominal(i) && i < sentence.end))?;
    let words = noun_words(text, agent, by + 1, sentence.end);
    let from = (sentence.start..v).rev().find(|&i| among(text.norm(i), ", ; : (")).map_or(sentence.start, |i| i + 1);
    let aside = from + 2 >= v;
    let mut content = vec![trim(text, if aside { sentence.start } else { from }..v)];
    let rest = trim(text, words.end..sentence.end);
    if aside || among(text.norm(words.end), "that which in on") {
        content.push(rest);
    }
    content.retain(|c| !c.is_empty());
    let stance = if text.reading.syntax.lemma(v) == "claim" { Stance::ClaimsResponsibility } else { verb.stance };
    Some(Draft {
        source: Some((agent, words.clone())),
        cue: v..v + 1,
        group: v..words.end,
        content,
        stance,
        rule: "passive-by",
        trails: true,
        announces: false,
    })
}

/// "reported explosions", "denied the attack", "claimed responsibility for it", "accused X of shelling it".
pub(super) fn object(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb, draft: &mut Draft) -> bool {
    let syntax = &text.reading.syntax;
    let end = trim(text, v..sentence.end).end;
    if verb.frames.preposition {
        // "told the agency of a raid", "spoke of killings", but not "spoke for the group", "spoke ahead of a meeting".
        let talks = matches!(syntax.lemma(v), "tell" | "speak");
        let links = if talks { "of about" } else { "of for with over" };
        let told = (v + 1..end).find(|&i| {
            among(text.norm(i), links)
                && (!talks || i == v + 1 || syntax.lemma(v) == "tell" && text.nominal(i - 1))
                && text.reading.syntax.head(i).is_some_and(|h| syntax.head(h) == Some(v) || syntax.head(h).is_some_and(|o| syntax.head(o) == Some(v)))
        });
        if let Some(start) = told.filter(|&s| s + 1 < end) {
            draft.content.push(start + 1..end);
            draft.rule = if among(syntax.lemma(v), JUDGES) { super::JUDGEMENT } else { "speech-of" };
            return true;
        }
    }
    if among(syntax.lemma(v), "put raise revise give quote") && !puts_a_figure(text, v) {
        return false;
    }
    let parsed =
        syntax.dependents(v, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]).find(|&o| o > v && o >= draft.group.end && !is_time(text, o));
    let told = parsed.or_else(|| noun_after(text, draft.group.end, end));
    let Some(told) = told.filter(|_| verb.frames.noun) else { return false };
    // "The fighting claimed 20 lives": nothing is said.
    if syntax.lemma(v) == "claim" && among(syntax.lemma(told), "life victim territory asylum") {
        return false;
    }
    let of_a_report = among(syntax.lemma(told), "claim report allegation accusation suggestion charge assertion rumour rumor account");
    if matches!(verb.stance, Stance::Denies | Stance::Doubts) && syntax.lemma(v) != "deny" && !of_a_report {
        return false;
    }
    if text.upos(told) == Upos::Pron {
        return false;
    }
    let start = if parsed.is_some() { syntax.subtree(told).start.max(draft.group.end) } else { draft.group.end };
    if start >= end || text.norm(start) == "," {
        return false;
    }
    if syntax.lemma(v) == "claim" && CLAIMED.contains(&syntax.lemma(told)) {
        draft.stance = Stance::ClaimsResponsibility;
        if told == draft.cue.end {
            draft.cue.end = told + 1;
        }
    }
    if matches!(text.norm(draft.group.start.wrapping_sub(1)), "which" | "that") && draft.group.start > sentence.start + 2 {
        draft.content.push(trim(text, sentence.start..draft.group.start - 1));
    }
    draft.content.push(start..end);
    draft.rule = "speech-object";
    true
}

/// The head of a noun phrase that begins at a place, after words of time.
fn noun_after(text: &Text<'_>, from: usize, end: usize) -> Option<usize> {
    let mut k = from;
    while k < end && is_time(text, k) {
        k += 1;
    }
    let mut head = None;
    while k < end && matches!(text.upos(k), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) {
        if text.nominal(k) {
            head = Some(k);
        }
        k += 1;
    }
    head
}

/// "claimed the attack": whether an attack is what a verb's object begins with, not the subject of a clause.
pub(super) fn claims_attack(text: &Text<'_>, from: usize, end: usize) -> bool {
    let head = noun_after(text, from, end).filter(|&h| CLAIMED.contains(&text.reading.syntax.lemma(h)));
    head.is_some_and(|h| !text.verbal(h + 1) && text.upos(h + 1) != Upos::Adv)
}

/// "put the toll at 50".
fn puts_a_figure(text: &Text<'_>, v: usize) -> bool {
    let figure =
        |i: usize| among(text.norm(i), "toll number figure count total losses casualties deaths dead killed wounded injured missing fatalities");
    let joint = if text.reading.syntax.lemma(v) == "put" { "at" } else { "at to of" };
    let counts = || joint == "at" || (v + 2..v + 14).any(|i| text.upos(i) == Upos::Num);
    (v + 1..v + 6).any(figure) && (v + 2..v + 14).any(|i| among(text.norm(i), joint)) && counts()
}
