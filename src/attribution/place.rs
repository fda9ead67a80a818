//! Where in its sentence that which is said begins and ends.

use super::clause::trim;
use super::draft::{Draft, Text};
use super::lexicon::Verb;
use super::source::{aux_count, is_time};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// How many tokens may stand between a cue and what is said: "told Reuters in Geneva on Monday that".
const REACH: usize = 25;

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

/// Where what is said begins after the cue, if it stands there.
pub(super) fn after_start(text: &Text<'_>, v: usize, verb: Verb, from: usize, end: usize) -> Option<usize> {
    let syntax = &text.reading.syntax;
    let complement = syntax
        .dependents(v, &[Relation::Ccomp])
        .find(|&c| c >= from && text.verbal(c) | syntax.dependents(c, &[Relation::Nsubj, Relation::Cop, Relation::NsubjPass]).next().is_some());
    let limit = end.min(from + REACH);
    for i in from..limit {
        let word = text.norm(i);
        let quotation = text.opens_quote(i)
            && (i == from || among(text.norm(i - 1), ", : that") || complement.is_none_or(|c| c > i) && !(from..i).any(|k| text.nominal(k)));
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

/// A clause after the cue that the parser did not see as its complement: a noun phrase, then a verb.
fn plain_clause(text: &Text<'_>, v: usize, verb: Verb, from: usize, end: usize) -> Option<usize> {
    if !verb.frames.clause || !PLAIN.contains(&text.reading.syntax.lemma(v)) {
        return None;
    }
    let mut start = from;
    while start < end && is_time(text, start) {
        start += 1;
    }
    if among(text.norm(start), "on in at during") {
        start += 1;
        let mut noun = false;
        while matches!(text.upos(start), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) || (text.upos(start) == Upos::Det && !noun) {
            noun |= text.nominal(start);
            start += 1;
        }
    }
    if verb.frames.addressee && text.upos(start) == Upos::Det && text.upos(start + 1) == Upos::Propn {
        start += 1;
    }
    if verb.frames.addressee && text.nominal(start) {
        start += 1;
        while text.upos(start) == Upos::Propn {
            start += 1;
        }
    }
    // "claimed as many as 40 had left", "said at least ten died".
    let figure = (start + 1..end.min(start + 4)).any(|i| text.upos(i) == Upos::Num);
    if figure && among(text.norm(start), "as at more up over nearly almost about around between fewer less") {
        return (start..end.min(start + 16)).take_while(|&i| text.upos(i) != Upos::Punct).any(|i| text.verbal(i)).then_some(start);
    }
    let opens = matches!(text.upos(start), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron)
        && !among(text.norm(start), "who which what");
    if !opens {
        return None;
    }
    for i in start..end.min(start + 16) {
        match text.upos(i) {
            Upos::Aux => return Some(start),
            Upos::Verb => return (i > start && text.relation(i) != Relation::Acl).then_some(start),
            Upos::Cconj | Upos::Sconj | Upos::Punct if !among(text.norm(i), "and - ' ( )") => return None,
            Upos::Pron if among(text.norm(i), "who which that") => return None,
            _ => {}
        }
    }
    None
}

/// What stands before a trailing cue.
pub(super) fn before_range(text: &Text<'_>, sentence: &Range<usize>, v: usize, draft: &Draft, nothing_after: bool) -> Option<Range<usize>> {
    let (group, draft_source) = (&draft.group, draft.source.as_ref());
    let last = group.start.checked_sub(1).filter(|&l| l >= sentence.start)?;
    let closed = text.closes_speech(last);
    let syntax = &text.reading.syntax;
    let has_object = !text.verb(v).is_some_and(|verb| verb.frames.addressee)
        && syntax.dependents(v, &[Relation::Obj]).any(|o| o > v && text.nominal(o) && !is_time(text, o) && o >= group.end);
    let plain_sayer = among(syntax.lemma(v), "say report add tell announce confirm claim state write warn");
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
    let inverted = draft_source.is_some_and(|s| s.1.start >= v);
    if !closed && !inverted && !(nothing_after && (hangs_left(text, v, range.end) || ends_sentence(text, sentence, group))) {
        return None;
    }
    if !quoted && !inverted && is_circumstance(text, &range, group.end, sentence.end) {
        return None;
    }
    let headline = nothing_after && closed && range.len() > 4 && !matches!(text.upos(range.start), Upos::Adp | Upos::Sconj | Upos::Adv);
    (quoted || text.has_verb(range.clone()) || headline).then_some(range)
}

/// "When the truce ended, the army warned of an offensive", "In March, despite attacks, it continued to advance": what only says when or why it was said.
fn is_circumstance(text: &Text<'_>, before: &Range<usize>, from: usize, end: usize) -> bool {
    let mut rest = from.min(end)..end;
    // "As rebels fled, the army shelled the town, officials said": a clause, then what is said.
    let single = || !before.clone().skip(4).any(|i| text.norm(i) == ",");
    let aside = among(text.norm(from), "in on at from by after before during as while when late early") || is_time(text, from);
    let says_more = !aside && rest.any(|i| text.nominal(i) && !is_time(text, i));
    if among(text.norm(before.start), "when while after before since because if although though once until whereas unless") {
        return says_more && single();
    }
    text.upos(before.start) == Upos::Adp && text.norm(from) == "to" && from < end
}

/// Whether nothing but time and place words follows the group.
fn ends_sentence(text: &Text<'_>, sentence: &Range<usize>, group: &Range<usize>) -> bool {
    let rest = trim(text, group.end..sentence.end);
    !text.has_verb(rest.clone()) && rest.len() <= 12
}

/// "because", "after": a clause of circumstance, nothing that is said.
pub(super) fn opens_adverbial(text: &Text<'_>, i: usize) -> bool {
    among(text.norm(i), "because after before when while although though since as until unless and but who which")
        || text.norm(i).ends_with("selves")
        || text.norm(i).ends_with("self")
}

/// "Although X said that A, B": where A ends.
pub(super) fn main_clause_or(text: &Text<'_>, sentence: &Range<usize>, group: &Range<usize>, after: usize, end: usize) -> usize {
    let opener = among(text.norm(sentence.start), "although though while after when because since as if whereas");
    if !opener || group.start > sentence.start + 1 {
        return end;
    }
    (after + 1..end).find(|&i| text.norm(i) == "," && text.quote_at(i).is_none()).unwrap_or(end)
}

/// Whether the parser hangs what stands before the cue on it, or the cue on that.
fn hangs_left(text: &Text<'_>, v: usize, before_end: usize) -> bool {
    let syntax = &text.reading.syntax;
    let child = syntax.dependents(v, &[Relation::Ccomp, Relation::Parataxis]).any(|c| c < before_end);
    child || (syntax.relation(v) == Relation::Parataxis && syntax.head(v).is_some_and(|h| h < before_end))
}

/// Whether a sentence is the last of its block.
pub(super) fn ends_block(text: &Text<'_>, sentence: &Range<usize>) -> bool {
    let sentences = &text.reading.tokens.sentences;
    let at = text.reading.tokens.sentence_of(sentence.start);
    sentences.get(at + 1).is_none_or(|next| sentences.get(at).is_none_or(|this| this.block != next.block))
}
