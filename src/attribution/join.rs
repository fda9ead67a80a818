//! Drafts → attributions: contents cut where another speaker begins, carried through quotations and paragraphs.

use super::draft::{Draft, Text};
use crate::lexicon::among;
use crate::syntax::Relation;
use std::ops::Range;

/// Ends what one says where another begins to speak, inside one sentence.
pub(super) fn cut(text: &Text<'_>, drafts: &mut [Draft]) {
    let marks: Vec<(usize, Range<usize>, bool, &'static str)> = drafts.iter().map(|d| (d.cue.start, d.group.clone(), d.trails, d.rule)).collect();
    for (k, draft) in drafts.iter_mut().enumerate() {
        let Some(last) = draft.content.last().cloned().filter(|c| c.end > draft.cue.end) else { continue };
        let mut end = last.end;
        for (at, (cue, group, trails, rule)) in marks.iter().enumerate() {
            let beside = text.reading.syntax.relation(*cue) == Relation::Conj && text.reading.syntax.head(*cue) == Some(draft.cue.start);
            // "The party denied that … and said": the group of "said" reaches back to the speaker of both.
            let shared = beside && group.start < draft.cue.start;
            let start = if shared { text.reading.syntax.subtree(*cue).start } else { group.start };
            if at == k
                || start <= last.start
                || start < draft.cue.end
                || start >= end
                || *rule == "adverb"
                || *rule == "noun-of"
                || *rule == "impersonal"
            {
                continue;
            }
            let before = text.norm(start.wrapping_sub(1));
            let turns = among(before, "but while whereas ;") || (before == "and" && text.norm(start.wrapping_sub(2)) == ",");
            if *trails && (before == "," || group.end + 1 >= last.end || *rule == "according-to") || turns || beside {
                end = start;
            }
        }
        while end > last.start + 1 && (among(text.norm(end - 1), ", and but while whereas ;")) {
            end -= 1;
        }
        if let Some(own) = draft.content.last_mut() {
            own.end = end;
        }
    }
}

/// Takes in the whole of a quotation that a content touches, on through later paragraphs, unless the cue itself is inside it.
pub(super) fn extend(text: &Text<'_>, draft: &mut Draft) {
    let cue_quote = text.quote_at(draft.cue.start);
    let mut found: Vec<usize> = Vec::new();
    for range in &draft.content {
        let touched = [text.quote_at(range.start), text.quote_at(range.end.saturating_sub(1)), text.quote_at(range.end)];
        // A quotation that begins the next paragraph has a speaker of its own.
        let here = block_of(text, range.start);
        found.extend(touched.into_iter().flatten().filter(|&q| text.quotes[q].tokens.start < range.end || text.quotes[q].block == here));
    }
    found.retain(|&q| Some(q) != cue_quote && long(text, q));
    let mut k = 0;
    while k < found.len() {
        let q = found[k];
        if text.quotes[q].goes_on && q + 1 < text.quotes.len() && k < 200 {
            found.push(q + 1);
        }
        k += 1;
    }
    for q in found {
        draft.content.push(text.quotes[q].tokens.clone());
    }
    draft.content = merged(std::mem::take(&mut draft.content), &draft.cue);
}

/// Whether a quotation is more than a word or two in marks.
pub(super) fn long(text: &Text<'_>, q: usize) -> bool {
    text.quotes[q].tokens.len() > 5
}

/// Ranges in order, joined where they touch, none holding the cue.
fn merged(mut ranges: Vec<Range<usize>>, cue: &Range<usize>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|r| (r.start, r.end));
    let mut out: Vec<Range<usize>> = Vec::new();
    for r in ranges {
        match out.last_mut() {
            Some(last) if r.start <= last.end && !(last.end <= cue.start && r.start >= cue.end) => last.end = last.end.max(r.end),
            _ => out.push(r),
        }
    }
    out
}

/// "He said:" at the end of a paragraph: what is said is the next one, quoted or, in a printed statement, all that follow.
pub(super) fn announced(text: &Text<'_>, drafts: &mut [Draft]) {
    let sentences = &text.reading.tokens.sentences;
    let speakers: Vec<(usize, bool)> =
        drafts.iter().map(|d| (d.cue.start, d.source.as_ref().is_some_and(|s| !matches!(text.norm(s.0), "i" | "we")))).collect();
    for draft in drafts.iter_mut().filter(|d| d.announces) {
        let from = text.reading.tokens.sentence_of(draft.cue.start) + 1;
        let Some(first) = sentences.get(from) else { continue };
        let mut end = from;
        if let Some(q) = text.quote_at(first.tokens.start) {
            draft.content.push(text.quotes[q].tokens.clone());
            continue;
        }
        while let Some(sentence) = sentences.get(end) {
            let another = sentence.block != first.block
                && (text.opens_quote(sentence.tokens.start) || speakers.iter().any(|s| s.1 && sentence.tokens.contains(&s.0)));
            if another {
                break;
            }
            end += 1;
        }
        draft.content.push(first.tokens.start..sentences[end - 1].tokens.end);
    }
}

/// Quotations without a cue: the speaker of the same paragraph goes on, or of the paragraph before.
pub(super) fn carry(text: &Text<'_>, drafts: &mut Vec<Draft>) {
    let mut covered = vec![false; text.quotes.len()];
    for draft in drafts.iter() {
        cover(text, draft, &mut covered);
    }
    let mut carried = Vec::new();
    for (q, covered) in covered.iter().enumerate() {
        let quote = &text.quotes[q];
        if *covered || !long(text, q) || !text.has_verb(quote.tokens.clone()) || sentence_goes_on(text, quote.tokens.start) {
            continue;
        }
        let Some(speaker) = speaker_of(text, drafts, q) else { continue };
        if block_of(text, drafts[speaker].cue.start) == quote.block {
            drafts[speaker].content.push(quote.tokens.clone());
        } else {
            carried.push(Draft { content: vec![quote.tokens.clone()], rule: "quotation-carried", announces: false, ..drafts[speaker].clone() });
        }
    }
    for draft in drafts.iter_mut() {
        draft.content = merged(std::mem::take(&mut draft.content), &draft.cue);
    }
    drafts.extend(carried);
}

/// Marks the quotations that a draft holds.
fn cover(text: &Text<'_>, draft: &Draft, covered: &mut [bool]) {
    let own = text.quote_at(draft.cue.start);
    for range in &draft.content {
        let first = text.quotes.partition_point(|q| q.tokens.end <= range.start);
        let held = text.quotes[first..].iter().take_while(|q| q.tokens.start < range.end).count();
        for (q, covered) in covered.iter_mut().enumerate().skip(first).take(held) {
            *covered |= own != Some(q);
        }
    }
}

fn block_of(text: &Text<'_>, token: usize) -> usize {
    let tokens = &text.reading.tokens;
    tokens.sentences.get(tokens.sentence_of(token)).map_or(usize::MAX, |s| s.block)
}

/// The draft whose source speaks a quotation that has no cue.
fn speaker_of(text: &Text<'_>, drafts: &[Draft], q: usize) -> Option<usize> {
    let quote = &text.quotes[q];
    let speaks = |d: &usize| {
        let d = &drafts[*d];
        let outside = text.quote_at(d.cue.start).is_none();
        d.source.is_some() && outside && among(d.rule, "speech-before speech-after speech-around quoted-as according-to speech-announced")
    };
    let next = drafts.partition_point(|d| d.cue.start < quote.tokens.start);
    let block = |d: &usize| block_of(text, drafts[*d].cue.start);
    let before = || (0..next).rev().take(6);
    let same_before = before().take_while(|d| block(d) == quote.block).find(speaks);
    let same_after = || (next..drafts.len()).take(3).take_while(|d| block(d) == quote.block).find(speaks);
    let block_before = || before().filter(|d| block(d) + 1 == quote.block).find(speaks);
    same_before.or_else(same_after).or_else(block_before)
}

/// Whether a quotation begins in the middle of a sentence: words of the article around it, no speech of its own.
fn sentence_goes_on(text: &Text<'_>, start: usize) -> bool {
    let sentence = &text.reading.tokens.sentences[text.reading.tokens.sentence_of(start)];
    start > sentence.tokens.start + 1
}
