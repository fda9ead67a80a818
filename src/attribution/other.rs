//! Cues that are no verbs with a clause: "according to", "quoted X as saying", "citing", "reportedly", headlines.

use super::clause::trim;
use super::draft::{Draft, Text};
use super::source::{noun_before, noun_words, subject};
use crate::analysis::Stance;
use crate::document::BlockKind;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// "according to X".
pub(super) fn according(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    for i in sentence.clone() {
        if text.norm(i) != "according" || text.norm(i + 1) != "to" || i + 2 >= sentence.end {
            continue;
        }
        let syntax = &text.reading.syntax;
        let parsed = syntax.head(i).filter(|&h| h > i + 1 && text.nominal(h));
        let Some(head) = parsed.or_else(|| (i + 2..sentence.end).find(|&k| text.nominal(k))) else { continue };
        let mut words = noun_words(text, head, i + 2, sentence.end);
        words.start = i + 2;
        let first = i == sentence.start || (i == sentence.start + 1 && text.upos(sentence.start) == Upos::Punct);
        if first && let Some(comma) = words.clone().find(|&k| text.norm(k) == ",") {
            words.end = comma.max(head + 1);
        }
        let mut content = Vec::new();
        if !first {
            content.push(trim(text, sentence.start..i));
        }
        let rest = trim(text, words.end..sentence.end);
        if first || (text.norm(words.end) == "," && text.has_verb(rest.clone())) {
            content.push(rest);
        }
        content.retain(|c| !c.is_empty());
        drafts.push(Draft {
            source: Some((head, words.clone())),
            cue: i..i + 2,
            group: i..words.end,
            content,
            stance: Stance::Asserts,
            rule: "according-to",
            trails: !first,
            announces: false,
        });
    }
}

/// "X quoted Y as saying …", "Y was quoted as saying …", "citing Y".
pub(super) fn quoted_as(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    for v in sentence.clone() {
        let syntax = &text.reading.syntax;
        if !among(text.norm(v), "quote quotes quoted quoting cite cites cited citing") || text.upos(v) != Upos::Verb {
            continue;
        }
        let as_saying =
            (v + 1..sentence.end.min(v + 25)).find(|&k| text.norm(k) == "as" && text.norm(k + 1).ends_with("ing") && k + 1 < sentence.end);
        let passive = syntax.children(v).any(|c| matches!(syntax.relation(c), Relation::AuxPass | Relation::NsubjPass));
        let subject_head = noun_before(text, sentence, v).or_else(|| subject(text, v, 0));
        let quoted = if passive { subject_head } else { quoted_one(text, v, as_saying.unwrap_or(sentence.end)) };
        let Some(head) = quoted else { continue };
        let words =
            if head < v { noun_words(text, head, sentence.start, v) } else { noun_words(text, head, v + 1, as_saying.unwrap_or(sentence.end)) };
        let end = as_saying.map_or(words.end.max(v + 1), |k| k + 2);
        let outer = subject_head.filter(|&s| !passive && s < v).map(|s| (s, noun_words(text, s, sentence.start, v)));
        let start = if passive { words.start.min(v) } else { outer.as_ref().map_or(v, |o| o.1.start.min(v)) };
        let content = content_of_quoted(text, sentence, start..end, as_saying.is_some(), v, drafts);
        if content.is_empty() {
            continue;
        }
        let trails = content.iter().all(|c| c.end <= start);
        let cue = if as_saying.is_some_and(|k| k == v + 1) { v..v + 3 } else { v..v + 1 };
        let draft = Draft {
            source: Some((head, words)),
            cue,
            group: start..end,
            content,
            stance: Stance::Asserts,
            rule: "quoted-as",
            trails,
            announces: false,
        };
        if as_saying.is_some()
            && let Some(outer) = outer
        {
            drafts.push(Draft { source: Some(outer), rule: "quotes-another", ..draft.clone() });
        }
        drafts.push(draft);
    }
}

/// The one whom a verb quotes: its object, or the noun after it.
fn quoted_one(text: &Text<'_>, v: usize, end: usize) -> Option<usize> {
    let syntax = &text.reading.syntax;
    let object = syntax.dependents(v, &[Relation::Obj, Relation::Nsubj, Relation::Iobj]).find(|&o| o > v && o < end && text.nominal(o));
    object.or_else(|| (v + 1..end.min(v + 8)).take_while(|&k| !text.verbal(k) && text.norm(k) != ",").filter(|&k| text.nominal(k)).last())
}

/// What the quoted one says: after "as saying", before it, or what another cue of the sentence holds.
fn content_of_quoted(
    text: &Text<'_>,
    sentence: &Range<usize>,
    group: Range<usize>,
    as_saying: bool,
    v: usize,
    drafts: &[Draft],
) -> Vec<Range<usize>> {
    let rest = trim(text, group.end..sentence.end);
    let before = trim(text, sentence.start..group.start);
    if as_saying {
        let told = if rest.len() > 2 { rest } else { before };
        return if told.is_empty() { Vec::new() } else { vec![told] };
    }
    let near = drafts
        .iter()
        .filter(|d| d.cue.start != v && sentence.contains(&d.cue.start) && !d.content.is_empty())
        .min_by_key(|d| d.cue.start.abs_diff(v));
    match near {
        Some(d) => d.content.clone(),
        None if group.start == sentence.start && text.has_verb(rest.clone()) => vec![rest],
        None if text.norm(v).ends_with("ing") && text.has_verb(before.clone()) => vec![before],
        None => Vec::new(),
    }
}

/// "reportedly", "allegedly": no source is named.
pub(super) fn adverbs(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    for i in sentence.clone() {
        let Some(stance) = text.word(i).adverb else { continue };
        let syntax = &text.reading.syntax;
        let head = syntax.head(i).filter(|_| syntax.relation(i) == Relation::Advmod).unwrap_or(i);
        let own = trim(text, syntax.subtree(head));
        if own.len() > 1 {
            drafts.push(Draft {
                source: None,
                cue: i..i + 1,
                group: i..i + 1,
                content: vec![own],
                stance,
                rule: "adverb",
                trails: false,
                announces: false,
            });
        }
    }
}

/// "Officials: 12 dead in blast", "12 dead in blast: officials".
pub(super) fn headline(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    let tokens = &text.reading.tokens;
    let at = tokens.sentence_of(sentence.start);
    let block = tokens.sentences[at].block;
    let opens = at == 0 || text.reading.document.blocks[block].kind == BlockKind::Headline;
    if !opens {
        return;
    }
    let whole = trim(text, sentence.clone());
    let Some(colon) = whole.clone().find(|&i| among(text.norm(i), ": - – — |") && tokens.tokens.get(i + 1).is_none_or(|t| t.spaced)) else {
        return;
    };
    let (left, right) = (whole.start..colon, colon + 1..whole.end);
    let mark_is_colon = text.norm(colon) == ":";
    let names = |r: &Range<usize>| r.clone().rev().find(|&i| text.word(i).source || text.speaks(i));
    let (source, content, trails) = if mark_is_colon && left.len() <= 7 && right.len() > 2 && !text.has_verb(left.clone()) {
        (left, right, false)
    } else if right.len() <= 4 && !right.is_empty() && left.len() > 3 && !text.has_verb(right.clone()) {
        (right, left, true)
    } else {
        return;
    };
    let Some(head) = names(&source) else { return };
    if trails && !text.word(head).source {
        return;
    }
    drafts.push(Draft {
        source: Some((head, source.clone())),
        cue: colon..colon + 1,
        group: source,
        content: vec![content],
        stance: Stance::Asserts,
        rule: "headline",
        trails,
        announces: false,
    });
}

/// — Name, after a quotation that closes a paragraph.
pub(super) fn dash(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    let first = sentence.start.max(1);
    let Some(mark) = (first..sentence.end).find(|&i| among(text.norm(i), "— – ― -- -") && text.double_mark(i - 1)) else {
        return;
    };
    let Some(q) = text.quote_at(mark - 1) else { return };
    let source = trim(text, mark + 1..sentence.end);
    let Some(head) = source.clone().find(|&i| text.upos(i) == Upos::Propn).filter(|_| source.len() < 16 && !text.has_verb(source.clone())) else {
        return;
    };
    let content = vec![text.quotes[q].tokens.clone()];
    drafts.push(Draft {
        source: Some((head, source.clone())),
        cue: mark..mark + 1,
        group: mark..source.end,
        content,
        stance: Stance::Asserts,
        rule: "dash",
        trails: true,
        announces: false,
    });
}

/// "reports of shelling", "claims that …": nouns that hold what is said.
pub(super) fn nouns(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    for i in sentence.clone() {
        if text.upos(i) != Upos::Noun || !among(text.norm(i), "reports report claims claim allegations allegation rumours rumors accusations") {
            continue;
        }
        if !matches!(text.norm(i + 1), "of" | "that")
            || i + 2 >= sentence.end
            || text.reading.syntax.relation(i) == Relation::Nsubj && text.norm(i + 1) == "of"
        {
            continue;
        }
        let syntax = &text.reading.syntax;
        let own = syntax.subtree(i);
        let content = trim(text, i + 2..own.end.max(i + 3).min(sentence.end));
        let maker = syntax.dependents(i, &[Relation::NmodPoss, Relation::Compound]).find(|&m| m < i && text.nominal(m));
        let source = maker.map(|m| (m, noun_words(text, m, sentence.start, i)));
        let group = i..i + 1;
        drafts.push(Draft {
            source,
            cue: i..i + 1,
            group,
            content: vec![content],
            stance: Stance::Asserts,
            rule: "noun-of",
            trails: false,
            announces: false,
        });
    }
}
