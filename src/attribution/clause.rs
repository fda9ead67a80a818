//! A verb of speech → its source and where in the sentence that which is said begins and ends.

use super::draft::{Draft, Text};
use super::lexicon::Verb;
use super::object::{claims_attack, object, told_by};
use super::place::{after_start, before_range, ends_block, main_clause_or, opens_adverbial};
use super::source::{aux_count, negated, noun_words, only_thinks, phrase_start, speaker};
use crate::lexicon::among;
use crate::syntax::Relation;
use std::ops::Range;

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
    // "a group believed to hold hostages", whatever the tree makes of it: these verbs take no infinitive of their own.
    let thought = text.norm(v + 1) == "to" && among(text.norm(v), "believed thought alleged known suspected understood presumed considered");
    marked || thought || (syntax.relation(v) == Relation::Acl && matches!(text.norm(v + 1), "by" | "to"))
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
        // "rebels of the group believed to hold the hostages were killed": nobody only believes that they were killed.
        let described = text.relation(v) == Relation::Acl;
        let first = |t: usize| if described { phrase_start(text, t, sentence.start) } else { syntax.subtree(t).start };
        let start = told.filter(|&t| t < v).map_or(v + 1, first);
        let end = if described { syntax.subtree(v).end.min(sentence.end) } else { sentence.end };
        let content = start..trim(text, v..end).end;
        return Some(Draft {
            source: None,
            cue: v..v + 1,
            group: v..v + 1,
            content: vec![content],
            stance: verb.stance,
            rule: "impersonal",
            trails: false,
            announces: false,
        });
    }
    None
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
    let first_aux = v - aux_count(text, v);
    let start = near.map_or(first_aux, |s| s.1.start.min(first_aux));
    let end = near.map_or(cue.end, |s| s.1.end.max(cue.end));
    let group = start..end;
    let mut draft = Draft { source, cue, group, content: Vec::new(), stance: verb.stance, rule: "", trails: false, announces: false };
    if draft.source.is_some() && text.norm(draft.group.start.wrapping_sub(1)) == "as" && text.norm(draft.cue.end) != "that" {
        return None;
    }
    if text.reading.syntax.lemma(v) == "claim" && claims_attack(text, draft.cue.end, sentence.end) && object(text, sentence, v, verb, &mut draft) {
        return draft.source.is_some().then_some(draft);
    }
    if let Some(content) = relative(text, sentence, verb, &draft) {
        draft.content.push(content);
        draft.rule = "speech-relative";
        return Some(draft);
    }
    let sayable = verb.frames.clause || verb.frames.quotation;
    let asks = !verb.frames.clause && verb.frames.quotation;
    let placed = (sayable && speech(text, sentence, v, verb, &mut draft)) || object(text, sentence, v, verb, &mut draft);
    if asks && draft.rule == "speech-after" && draft.content.iter().all(|c| text.quote_at(c.start).is_none()) {
        draft.rule = super::REQUEST;
    }
    // "The director commented on the attack. “The blast destroyed …”"
    if !placed && sayable && draft.source.is_some() && quotation_follows(text, sentence) {
        draft.announces = true;
        draft.rule = "speech-announced";
        return Some(draft);
    }
    (placed && (draft.source.is_some() || draft.content.iter().any(|c| text.quote_at(c.start).is_some()))).then_some(draft)
}

/// Whether the next sentence of the paragraph begins with a quotation.
fn quotation_follows(text: &Text<'_>, sentence: &Range<usize>) -> bool {
    let sentences = &text.reading.tokens.sentences;
    let here = text.reading.tokens.sentence_of(sentence.start);
    let next = sentences.get(here + 1).filter(|next| sentences.get(here).is_some_and(|s| s.block == next.block));
    next.is_some_and(|next| text.opens_quote(next.tokens.start))
}

/// "a blast that the monitor said killed ten": the verb of what is said stands right after the cue, its subject before "that".
fn relative(text: &Text<'_>, sentence: &Range<usize>, verb: Verb, draft: &Draft) -> Option<Range<usize>> {
    let (_, words) = draft.source.as_ref().filter(|s| verb.frames.clause && s.1.end <= draft.cue.start)?;
    let opener = words.start.checked_sub(1).filter(|&i| i > sentence.start)?;
    let next = draft.cue.end;
    let opens = among(text.norm(opener), "that which who");
    let finite = next + 1 < sentence.end && text.verbal(next) && !text.norm(next).ends_with("ing");
    if !(opens && finite) {
        return None;
    }
    let stop = (next..sentence.end).find(|&i| matches!(text.norm(i), "," | ";") && text.quote_at(i).is_none()).unwrap_or(sentence.end);
    Some(trim(text, next..stop))
}

/// A range without the marks at its end and, at its start, without commas.
pub(super) fn trim(text: &Text<'_>, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && among(text.norm(start), ", : — – -- - ;") {
        start += 1;
    }
    while end > start && among(text.norm(end - 1), ", . ; : — – -- -") {
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
    // "…, its minister said, while the bank plans more": what the bank plans is not what the minister said.
    let turns = among(text.norm(group.end + 1), "while whereas but");
    let medial = !turns && among(text.norm(group.end), ", — –") && group.start > sentence.start && text.closes_speech(group.start - 1);
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
