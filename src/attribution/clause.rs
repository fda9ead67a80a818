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
        let draft = if is_passive(text, v) { passive(text, sentence, v, verb) } else { active(text, sentence, v, verb, drafts) };
        drafts.extend(draft);
    }
}

fn is_passive(text: &Text<'_>, v: usize) -> bool {
    let syntax = &text.reading.syntax;
    let marked = syntax.children(v).any(|c| matches!(syntax.relation(c), Relation::AuxPass | Relation::NsubjPass | Relation::OblAgent));
    marked || (syntax.relation(v) == Relation::Acl && matches!(text.norm(v + 1), "by" | "to"))
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
    if verb.frames.noun
        && let Some(draft) = told_by(text, sentence, v, verb)
    {
        return Some(draft);
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

/// "a bombing claimed by X", "the report was confirmed by X": the clause up to the verb is what is said.
fn told_by(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb) -> Option<Draft> {
    let by = (v + 1..sentence.end.min(v + 5)).find(|&i| text.norm(i) == "by")?;
    let agent = noun_after(text, by + 1, sentence.end).or_else(|| Some(by + 1).filter(|&i| text.nominal(i) && i < sentence.end))?;
    let words = noun_words(text, agent, by + 1, sentence.end);
    let from = (sentence.start..v).rev().find(|&i| matches!(text.norm(i), "," | ";" | ":" | "(")).map_or(sentence.start, |i| i + 1);
    let aside = from + 2 >= v;
    let mut content = vec![trim(text, if aside { sentence.start } else { from }..v)];
    let rest = trim(text, words.end..sentence.end);
    if aside || matches!(text.norm(words.end), "that" | "which" | "in" | "on") {
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

fn active(text: &Text<'_>, sentence: &Range<usize>, v: usize, verb: Verb, drafts: &[Draft]) -> Option<Draft> {
    let syntax = &text.reading.syntax;
    let lemma = syntax.lemma(v);
    if text.norm(v.wrapping_sub(1)) == "as" || matches!(lemma, "quote" | "cite") {
        return None;
    }
    let found = speaker(text, sentence, v, drafts);
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
    if draft.source.is_some() && text.norm(draft.group.start.wrapping_sub(1)) == "as" && text.norm(draft.cue.end) != "that" {
        return None;
    }
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
    let colon_last = text.norm(sentence.end.wrapping_sub(1)) == ":" && group.end < sentence.end && !text.has_verb(group.end..sentence.end);
    if colon_last && ends_block(text, sentence) {
        draft.announces = true;
        draft.rule = "speech-announced";
        return true;
    }
    let after = after_start(text, v, verb, group.end, end).map(|a| trim(text, a..end).start).filter(|&a| a < end && !opens_adverbial(text, a));
    let before = before_range(text, sentence, v, draft, after.is_none());
    let quoted_before =
        before.as_ref().is_some_and(|b| text.quote_at(b.end.saturating_sub(1)).is_some() || text.quote_at(group.start.saturating_sub(1)).is_some());
    let medial = matches!(text.norm(group.end), "," | "—" | "–") && group.start > sentence.start && text.closes_speech(group.start - 1);
    match (before, after) {
        (Some(before), None) => {
            draft.content.push(before);
            if medial && !quoted_before && group.end + 1 < end {
                draft.content.push(group.end + 1..end);
            }
            draft.trails = true;
            draft.rule = "speech-before";
        }
        (Some(before), Some(after)) if medial || quoted_before => {
            draft.content.push(before);
            if medial && (!quoted_before || text.opens_quote(after)) {
                draft.content.push(after..end);
            }
            draft.trails = true;
            draft.rule = "speech-around";
        }
        (_, Some(after)) => {
            draft.content.push(after..main_clause_or(text, sentence, &group, after, end));
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

/// "Although X said that A, B": where A ends.
fn main_clause_or(text: &Text<'_>, sentence: &Range<usize>, group: &Range<usize>, after: usize, end: usize) -> usize {
    let opener =
        matches!(text.norm(sentence.start), "although" | "though" | "while" | "after" | "when" | "because" | "since" | "as" | "if" | "whereas");
    if !opener || group.start > sentence.start + 1 {
        return end;
    }
    (after + 1..end).find(|&i| text.norm(i) == "," && text.quote_at(i).is_none()).unwrap_or(end)
}

/// "because", "after": a clause of circumstance, nothing that is said.
fn opens_adverbial(text: &Text<'_>, i: usize) -> bool {
    matches!(
        text.norm(i),
        "because"
            | "after"
            | "before"
            | "when"
            | "while"
            | "although"
            | "though"
            | "since"
            | "as"
            | "until"
            | "unless"
            | "and"
            | "but"
            | "who"
            | "which"
    ) || text.norm(i).ends_with("selves")
        || text.norm(i).ends_with("self")
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
        if ((word == "that" && !text.verbal(i + 1)) || word == ":" || quotation) && i < end {
            return Some(if word == ":" { i + 1 } else { i });
        }
        if complement.is_some_and(|c| syntax.subtree(c).start.max(from) <= i) || (text.verbal(i) && complement.is_none()) {
            break;
        }
    }
    let plain = plain_clause(text, v, verb, from, end);
    if let Some(c) = complement {
        let start = syntax.subtree(c).start.max(from);
        return Some(plain.map_or(start, |p| p.min(start))).filter(|&s| s < end);
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
    plain
}

/// Verbs after which "that" is often left out.
const PLAIN: [&str; 34] = [
    "say",
    "tell",
    "add",
    "report",
    "claim",
    "announce",
    "confirm",
    "believe",
    "think",
    "warn",
    "note",
    "argue",
    "insist",
    "deny",
    "reveal",
    "acknowledge",
    "admit",
    "allege",
    "state",
    "maintain",
    "show",
    "suggest",
    "indicate",
    "conclude",
    "predict",
    "estimate",
    "fear",
    "hope",
    "explain",
    "declare",
    "write",
    "expect",
    "signal",
    "assert",
];

/// A clause after the cue that the parser did not see as its complement: a noun phrase, then a verb.
fn plain_clause(text: &Text<'_>, v: usize, verb: Verb, from: usize, end: usize) -> Option<usize> {
    if !verb.frames.clause || !PLAIN.contains(&text.reading.syntax.lemma(v)) {
        return None;
    }
    let mut start = from;
    while start < end && is_time(text, start) {
        start += 1;
    }
    if matches!(text.norm(start), "on" | "in" | "at" | "during") {
        start += 1;
        let mut noun = false;
        while matches!(text.upos(start), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) || (text.upos(start) == Upos::Det && !noun) {
            noun |= text.nominal(start);
            start += 1;
        }
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
    let syntax = &text.reading.syntax;
    let has_object = !text.verb(v).is_some_and(|verb| verb.frames.addressee)
        && syntax.dependents(v, &[Relation::Obj]).any(|o| o > v && text.nominal(o) && !is_time(text, o) && o >= group.end);
    let plain_sayer = matches!(syntax.lemma(v), "say" | "report" | "add" | "tell" | "announce" | "confirm" | "claim" | "state" | "write" | "warn");
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
    let only_quotes = text.verb(v).is_some_and(|verb| !verb.frames.clause);
    if ((has_object || only_quotes) && !quoted) || (!closed && !plain_sayer) {
        return None;
    }
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
    let parsed =
        syntax.dependents(v, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]).find(|&o| o > v && o >= draft.group.end && !is_time(text, o));
    let told = parsed.or_else(|| noun_after(text, draft.group.end, end));
    let Some(told) = told.filter(|_| verb.frames.noun) else { return false };
    let of_a_report = matches!(
        syntax.lemma(told),
        "claim" | "report" | "allegation" | "accusation" | "suggestion" | "charge" | "assertion" | "rumour" | "rumor" | "account"
    );
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

/// "put the toll at 50".
fn puts_a_figure(text: &Text<'_>, v: usize) -> bool {
    let figure = |i: usize| matches!(text.norm(i), "toll" | "number" | "figure" | "count" | "total" | "losses" | "casualties" | "deaths");
    (v + 1..v + 6).any(figure) && (v + 2..v + 14).any(|i| text.norm(i) == "at")
}
