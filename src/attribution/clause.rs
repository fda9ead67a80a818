//! A verb of speech → its source and where in the sentence that which is said begins and ends.

use super::draft::{Draft, Text};
use super::lexicon::Verb;
use super::source::{aux_count, is_time, negated, noun_words, only_thinks, speaker};
use crate::analysis::Stance;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// How many tokens may stand between a cue and what is said: "told Reuters in Geneva on Monday that".
const REACH: usize = 25;

/// Finds the attributions by verbs of one sentence.
pub(super) fn verb_cues(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    for v in sentence.clone() {
        let Some(verb) = text.verb(v) else { continue };
        if matches!(text.relation(v), Relation::Amod | Relation::Compound | Relation::Nummod) || negated(text, v) {
            continue;
        }
        let draft = if is_passive(text, v) { passive(text, sentence, v, verb) } else { active(text, sentence, v, verb) };
        drafts.extend(draft);
    }
}

fn is_passive(text: &Text<'_>, v: usize) -> bool {
    let syntax = &text.reading.syntax;
    let marked = syntax.children(v).any(|c| matches!(syntax.relation(c), Relation::AuxPass | Relation::NsubjPass | Relation::OblAgent));
    marked || (matches!(syntax.relation(v), Relation::Acl) && !text.norm(v).ends_with("ing"))
}

/// "the attack was claimed by X", "three men are believed to have fled", "it is thought that".
fn passive(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb) -> Option<Draft> {
    let syntax = &text.reading.syntax;
    let lemma = syntax.lemma(v);
    if matches!(lemma, "quote" | "cite") {
        return None;
    }
    let told =
        syntax.dependents(v, &[Relation::NsubjPass, Relation::Nsubj]).next().or_else(|| syntax.head(v).filter(|_| text.relation(v) == Relation::Acl));
    if let Some(agent) = syntax.dependent(v, Relation::OblAgent)
        && (verb.frames.noun || verb.frames.preposition)
        && text.nominal(agent)
    {
        let told = told?;
        let own = syntax.subtree(told);
        let content = own.start..own.end.min(v).max(own.start + 1);
        let stance = if lemma == "claim" { Stance::ClaimsResponsibility } else { verb.stance };
        let words = noun_words(text, agent, v + 1, sentence.end);
        let group = v..words.end;
        return Some(Draft {
            source: Some((agent, words)),
            cue: v..v + 1,
            group,
            content: vec![content],
            stance,
            rule: "passive-by",
            trails: true,
            announces: false,
        });
    }
    let infinitive = syntax.dependents(v, &[Relation::Xcomp, Relation::Ccomp, Relation::Csubj]).find(|&c| c > v);
    if verb.impersonal && infinitive.is_some() {
        let start = told.filter(|&t| t < v).map_or(v + 1, |t| syntax.subtree(t).start);
        let end = trim(text, v..sentence.end).end;
        return Some(Draft {
            source: None,
            cue: v..v + 1,
            group: v..v + 1,
            content: vec![start..end],
            stance: verb.stance,
            rule: "impersonal",
            trails: false,
            announces: false,
        });
    }
    None
}

fn active(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb) -> Option<Draft> {
    let syntax = &text.reading.syntax;
    let lemma = syntax.lemma(v);
    if text.norm(v.wrapping_sub(1)) == "as" || (matches!(lemma, "quote" | "cite")) {
        return None;
    }
    let found = speaker(text, sentence, v);
    if only_thinks(text, v, found) {
        return None;
    }
    let source = found.map(|head| {
        let words = if head > v { noun_words(text, head, v + 1, sentence.end) } else { noun_words(text, head, sentence.start, v) };
        (head, words)
    });
    let particle = syntax.dependent(v, Relation::CompoundPrt).filter(|&p| p == v + 1).map_or(v + 1, |p| p + 1);
    let cue = v..particle;
    let near = source.as_ref().filter(|s| s.1.end + 12 > v && s.1.start < v + 3);
    let first_aux = syntax.children(v).find(|&c| c < v && matches!(syntax.relation(c), Relation::Aux | Relation::Advmod)).unwrap_or(v);
    let start = near.map_or(first_aux, |s| s.1.start.min(first_aux));
    let end = near.map_or(cue.end, |s| s.1.end.max(cue.end));
    let group = start..end;
    let mut draft = Draft { source, cue, group, content: Vec::new(), stance: verb.stance, rule: "", trails: false, announces: false };
    let sayable = verb.frames.clause || verb.frames.quotation;
    let placed = (sayable && speech(text, sentence, v, verb, &mut draft)) || object(text, sentence, v, verb, &mut draft);
    (placed && (draft.source.is_some() || draft.content.iter().any(|c| text.quote_at(c.start).is_some()))).then_some(draft)
}

/// A range without the marks at its end and, at its start, without commas.
pub(super) fn trim(text: &Text<'_>, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && matches!(text.norm(start), "," | ":" | "—" | "–" | "--" | "-" | ";") {
        start += 1;
    }
    while end > start && matches!(text.norm(end - 1), "," | "." | ";" | ":" | "—" | "–" | "--" | "-") {
        end -= 1;
    }
    start..end
}

/// Clause or quotation beside the cue: before it, after it, or around it.
fn speech(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb, draft: &mut Draft) -> bool {
    let group = draft.group.clone();
    let end = trim(text, group.end..sentence.end).end;
    if text.norm(end) == ":" && end + 1 >= sentence.end && ends_block(text, sentence) {
        draft.announces = true;
        draft.rule = "speech-announced";
        return true;
    }
    let after = after_start(text, v, verb, group.end, end);
    let before = before_range(text, sentence, v, draft, after.is_none());
    let quoted_before =
        before.as_ref().is_some_and(|b| text.quote_at(b.end.saturating_sub(1)).is_some() || text.quote_at(group.start.saturating_sub(1)).is_some());
    let medial = matches!(text.norm(group.end), "," | "—" | "–") && group.start > sentence.start && text.closes_speech(group.start - 1);
    match (before, after) {
        (Some(before), None) => {
            draft.content.push(before);
            draft.trails = true;
            draft.rule = "speech-before";
        }
        (Some(before), Some(after)) if medial || quoted_before || hangs_left(text, v, before.end) => {
            draft.content.push(before);
            if medial && (!quoted_before || text.opens_quote(after)) {
                draft.content.push(after..end);
            }
            draft.trails = true;
            draft.rule = "speech-around";
        }
        (_, Some(after)) => {
            draft.content.push(after..end);
            draft.rule = "speech-after";
        }
        (None, None) if medial && text.has_verb(group.end + 1..end) => {
            draft.content.push(trim(text, sentence.start..group.start));
            draft.content.push(group.end + 1..end);
            draft.trails = true;
            draft.rule = "speech-around";
        }
        (None, None) => return false,
    }
    true
}

fn ends_block(text: &Text<'_>, sentence: &Range<usize>) -> bool {
    let sentences = &text.reading.tokens.sentences;
    let at = text.reading.tokens.sentence_of(sentence.start);
    sentences.get(at + 1).is_none_or(|next| sentences.get(at).is_none_or(|this| this.block != next.block))
}

/// Whether the parser hangs what stands before the cue on it, or the cue on that.
fn hangs_left(text: &Text<'_>, v: usize, before_end: usize) -> bool {
    let syntax = &text.reading.syntax;
    let child = syntax.dependents(v, &[Relation::Ccomp, Relation::Parataxis]).any(|c| c < before_end);
    child || (syntax.relation(v) == Relation::Parataxis && syntax.head(v).is_some_and(|h| h < before_end))
}

/// Where what is said begins after the cue, if it stands there.
fn after_start(text: &Text<'_>, v: usize, verb: Verb, from: usize, end: usize) -> Option<usize> {
    let syntax = &text.reading.syntax;
    let complement = syntax
        .dependents(v, &[Relation::Ccomp])
        .find(|&c| c >= from && text.verbal(c) | syntax.dependents(c, &[Relation::Nsubj, Relation::Cop, Relation::NsubjPass]).next().is_some());
    let limit = end.min(from + REACH);
    for i in from..limit {
        let word = text.norm(i);
        let quotation = text.opens_quote(i)
            && (i == from
                || matches!(text.norm(i - 1), "," | ":" | "that")
                || complement.is_none_or(|c| c > i) && !(from..i).any(|k| text.nominal(k)));
        if ((word == "that" && text.upos(i) != Upos::Pron) || word == ":" || quotation) && i < end {
            return Some(if word == ":" { i + 1 } else { i });
        }
        if complement.is_some_and(|c| syntax.subtree(c).start.max(from) <= i) || (text.verbal(i) && complement.is_none()) {
            break;
        }
    }
    if let Some(c) = complement {
        return Some(syntax.subtree(c).start.max(from)).filter(|&s| s < end);
    }
    let loose = syntax
        .dependents(v, &[Relation::Parataxis, Relation::Xcomp])
        .find(|&c| c >= from && text.verbal(c) && syntax.dependents(c, &[Relation::Nsubj, Relation::NsubjPass]).next().is_some());
    if let Some(c) = loose {
        return Some(syntax.subtree(c).start.max(from)).filter(|&s| s < end);
    }
    if verb.frames.infinitive
        && let Some(c) = syntax.dependents(v, &[Relation::Xcomp, Relation::Ccomp]).find(|&c| c >= from && text.verbal(c))
    {
        return Some(syntax.subtree(c).start.max(from)).filter(|&s| s < end);
    }
    plain_clause(text, verb, from, end)
}

/// A clause after the cue that the parser did not see as its complement: a noun phrase, then a verb.
fn plain_clause(text: &Text<'_>, verb: Verb, from: usize, end: usize) -> Option<usize> {
    if !verb.frames.clause {
        return None;
    }
    let mut start = from;
    while start < end && is_time(text, start) {
        start += 1;
    }
    if verb.frames.addressee && text.nominal(start) {
        start += 1;
        while text.upos(start) == Upos::Propn {
            start += 1;
        }
    }
    let opens = matches!(text.upos(start), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron)
        && !matches!(text.norm(start), "who" | "which" | "what");
    if !opens {
        return None;
    }
    for i in start..end.min(start + 16) {
        match text.upos(i) {
            Upos::Aux => return Some(start),
            Upos::Verb => return (i > start && text.relation(i) != Relation::Acl).then_some(start),
            Upos::Cconj | Upos::Sconj | Upos::Punct if !matches!(text.norm(i), "and" | "-" | "'" | "(" | ")") => return None,
            Upos::Pron if matches!(text.norm(i), "who" | "which" | "that") => return None,
            _ => {}
        }
    }
    None
}

/// What stands before a trailing cue.
fn before_range(text: &Text<'_>, sentence: &Range<usize>, v: usize, draft: &Draft, nothing_after: bool) -> Option<Range<usize>> {
    let (group, draft_source) = (&draft.group, draft.source.as_ref());
    let last = group.start.checked_sub(1).filter(|&l| l >= sentence.start)?;
    let closed = text.closes_speech(last);
    let range = trim(text, sentence.start..group.start);
    if range.is_empty() {
        return None;
    }
    let aux = aux_count(text, v);
    let own_source = draft_source.map_or(text.quote_at(last).is_some(), |s| s.1.start >= v || !text.has_verb(s.1.end.min(v)..v - aux));
    if !own_source {
        return None;
    }
    let quoted = text
        .quote_at(range.end - 1)
        .is_some_and(|q| text.quotes[q].tokens.start <= range.start || 2 * (range.end - text.quotes[q].tokens.start) >= range.len());
    if !closed && !(nothing_after && (hangs_left(text, v, range.end) || ends_sentence(text, sentence, group))) {
        return None;
    }
    let headline = nothing_after && closed && range.len() > 4 && !matches!(text.upos(range.start), Upos::Adp | Upos::Sconj | Upos::Adv);
    (quoted || text.has_verb(range.clone()) || headline).then_some(range)
}

/// Whether nothing but time and place words follows the group.
fn ends_sentence(text: &Text<'_>, sentence: &Range<usize>, group: &Range<usize>) -> bool {
    let rest = trim(text, group.end..sentence.end);
    !text.has_verb(rest.clone()) && rest.len() <= 12
}

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

/// "reported explosions", "denied the attack", "claimed responsibility for it", "accused X of shelling it".
fn object(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb, draft: &mut Draft) -> bool {
    let syntax = &text.reading.syntax;
    let end = trim(text, v..sentence.end).end;
    if verb.frames.preposition {
        let told = (v + 1..end).find(|&i| {
            matches!(text.norm(i), "of" | "for" | "with" | "over")
                && text.reading.syntax.head(i).is_some_and(|h| syntax.head(h) == Some(v) || syntax.head(h).is_some_and(|o| syntax.head(o) == Some(v)))
        });
        if let Some(start) = told.filter(|&s| s + 1 < end) {
            draft.content.push(start + 1..end);
            draft.rule = "speech-of";
            return true;
        }
    }
    let told = syntax.dependents(v, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]).find(|&o| o > v && o >= draft.group.end);
    let Some(told) = told.filter(|_| verb.frames.noun) else { return false };
    if text.upos(told) == Upos::Pron {
        return false;
    }
    let start = syntax.subtree(told).start.max(draft.group.end);
    if start >= end {
        return false;
    }
    if syntax.lemma(v) == "claim" && CLAIMED.contains(&syntax.lemma(told)) {
        draft.stance = Stance::ClaimsResponsibility;
        if told == draft.cue.end {
            draft.cue.end = told + 1;
        }
    }
    draft.content.push(start..end);
    draft.rule = "speech-object";
    true
}
