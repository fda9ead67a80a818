//! Who speaks: the subject of a verb of speech, wherever it stands.

use super::draft::Text;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// The head word of those who say, show or deny.
pub(super) fn speaker(text: &Text<'_>, sentence: &Range<usize>, v: usize) -> Option<usize> {
    inverted(text, v).or_else(|| subject(text, v, 0)).or_else(|| noun_before(text, sentence, v))
}

/// "did not say", "no one claimed", "declined to comment", "if he says".
pub(super) fn negated(text: &Text<'_>, v: usize) -> bool {
    let syntax = &text.reading.syntax;
    syntax.children(v).any(|c| match syntax.relation(c) {
        Relation::Advmod => matches!(text.norm(c), "not" | "n't" | "never" | "no"),
        Relation::Mark => matches!(text.norm(c), "if" | "whether" | "unless") || (text.norm(c) == "to" && !goes_on_to(text, v)),
        Relation::Nsubj => matches!(text.norm(c), "nobody" | "none" | "neither") || syntax.children(c).any(|d| text.norm(d) == "no"),
        _ => false,
    })
}

/// "went on to say".
fn goes_on_to(text: &Text<'_>, v: usize) -> bool {
    text.reading.syntax.head(v).is_some_and(|h| matches!(text.reading.syntax.lemma(h), "go" | "continue" | "proceed" | "appear" | "seem"))
}

/// The head of a verb's subject, found up the tree if the verb has none of its own.
pub(super) fn subject(text: &Text<'_>, v: usize, depth: usize) -> Option<usize> {
    let syntax = &text.reading.syntax;
    let own = syntax.dependents(v, &[Relation::Nsubj, Relation::NsubjPass]).filter(|&s| s < v && !text.verbal(s) && !is_time(text, s)).last();
    let head = syntax.head(v);
    if let Some(own) = own {
        if matches!(text.norm(own), "who" | "which" | "that") && syntax.relation(v) == Relation::AclRelcl {
            return head;
        }
        return Some(own);
    }
    if depth > 3 {
        return None;
    }
    match syntax.relation(v) {
        Relation::Conj | Relation::Advcl | Relation::Xcomp => subject(text, head?, depth + 1),
        Relation::Acl if text.norm(v).ends_with("ing") => head.filter(|&h| text.nominal(h)),
        Relation::Parataxis | Relation::Ccomp if text.norm(v).ends_with("ing") => subject(text, head?, depth + 1),
        _ => None,
    }
}

/// "…," said X: the noun phrase after the verb, unless a verb of its own follows it.
fn inverted(text: &Text<'_>, v: usize) -> Option<usize> {
    if v < 2 || !text.closes_speech(v - 1) {
        return None;
    }
    let mut k = v + 1;
    let mut head = None;
    while matches!(text.upos(k), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron) && !(is_time(text, k) && head.is_some()) {
        if text.nominal(k) && !is_time(text, k) {
            head = Some(k);
        }
        k += 1;
    }
    head.filter(|_| !text.verbal(k) && text.norm(v) != "saying")
}

/// The noun that stands just before a verb, where the parser saw no subject.
fn noun_before(text: &Text<'_>, sentence: &Range<usize>, v: usize) -> Option<usize> {
    if matches!(text.relation(v), Relation::Conj) || text.norm(v).ends_with("ing") || text.norm(v + 1) == "to" {
        return None;
    }
    let mut k = v.checked_sub(1)?;
    while k > sentence.start && (matches!(text.upos(k), Upos::Aux | Upos::Adv) || is_time(text, k)) {
        k -= 1;
    }
    let named = text.nominal(k) || (k == sentence.start && text.upos(k) != Upos::Punct);
    (sentence.contains(&k) && k < v && named && !matches!(text.norm(k), "who" | "which" | "that" | "what")).then_some(k)
}

/// Words of time that a parser may take for a subject: "said Monday".
pub(super) fn is_time(text: &Text<'_>, i: usize) -> bool {
    const TIMES: [&str; 17] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "month",
        "year",
    ];
    TIMES.contains(&text.norm(i))
}

/// Whether "I think" is meant: no source, only a way of speaking.
pub(super) fn only_thinks(text: &Text<'_>, v: usize, source: Option<usize>) -> bool {
    const MENTAL: [&str; 27] = [
        "think",
        "believe",
        "hope",
        "feel",
        "guess",
        "suppose",
        "assume",
        "suspect",
        "expect",
        "fear",
        "doubt",
        "wonder",
        "realise",
        "realize",
        "understand",
        "hear",
        "learn",
        "find",
        "see",
        "consider",
        "agree",
        "accept",
        "presume",
        "reckon",
        "regret",
        "worry",
        "mean",
    ];
    source.is_some_and(|s| matches!(text.norm(s), "i" | "we" | "you")) && MENTAL.contains(&text.reading.syntax.lemma(v))
}

/// The words of a noun phrase inside bounds, cut before a clause that the parser hung on it by mistake.
pub(super) fn noun_words(text: &Text<'_>, head: usize, low: usize, high: usize) -> Range<usize> {
    let own = text.reading.syntax.subtree(head);
    let start = own.start.max(low).min(head);
    let start =
        (start..head).rev().find(|&i| matches!(text.norm(i), "," | "\"" | "\"\"" | ";" | ":" | "—" | "–" | "that")).map_or(start, |mark| mark + 1);
    let end = own.end.min(high).max(head + 1);
    let mark = (head + 1..end).find(|&i| matches!(text.norm(i), "\"" | ";" | ":" | "that" | "\"\""));
    start..mark.unwrap_or(end)
}

/// Number of auxiliaries and adverbs just before a verb.
pub(super) fn aux_count(text: &Text<'_>, v: usize) -> usize {
    (1..=v.min(4)).take_while(|&back| matches!(text.upos(v - back), Upos::Aux | Upos::Adv | Upos::Part)).count()
}
