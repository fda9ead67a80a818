//! Quotation marks → quotations: paired within a paragraph; a paragraph that ends inside a quotation passes it on to the next that opens one.

use crate::Reading;
use std::ops::Range;

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// Its tokens with the marks.
    pub tokens: Range<usize>,
    /// The block that holds it.
    pub block: usize,
    /// Whether the next quotation goes on with it: no closing mark, and the next block opens with a mark.
    pub goes_on: bool,
}

/// What a mark may do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Either,
}

/// Finds the quotations of a text, in text order.
pub(super) fn quotes(reading: &Reading<'_>) -> Vec<Quote> {
    let mut found = Vec::new();
    let sentences = &reading.tokens.sentences;
    let mut first = 0;
    while first < sentences.len() {
        let block = sentences[first].block;
        let mut last = first;
        while sentences.get(last + 1).is_some_and(|s| s.block == block) {
            last += 1;
        }
        pair(reading, sentences[first].tokens.start..sentences[last].tokens.end, block, &mut found);
        first = last + 1;
    }
    for k in 0..found.len() {
        if found[k].goes_on {
            found[k].goes_on = found.get(k + 1).is_some_and(|next| next.block > found[k].block && opens_block(reading, next));
        }
    }
    found
}

/// Whether a quotation begins its block.
fn opens_block(reading: &Reading<'_>, quote: &Quote) -> bool {
    let start = quote.tokens.start;
    start == 0 || reading.tokens.sentences[reading.tokens.sentence_of(start - 1)].block != quote.block
}

fn pair(reading: &Reading<'_>, block: Range<usize>, number: usize, found: &mut Vec<Quote>) {
    let mut open: Option<usize> = None;
    for i in block.clone() {
        let Some(mark) = mark_at(reading, i, &block) else { continue };
        match (open, mark) {
            (None, Mark::Open | Mark::Either) => open = Some(i),
            (None, Mark::Close) => {}
            (Some(start), Mark::Close | Mark::Either) => {
                found.push(Quote { tokens: start..i + 1, block: number, goes_on: false });
                open = None;
            }
            (Some(start), Mark::Open) => {
                if start + 1 < i && !reading.tokens.tokens[start].spaced {
                    open = Some(i);
                }
            }
        }
    }
    if let Some(start) = open {
        found.push(Quote { tokens: start..block.end, block: number, goes_on: true });
    }
}

/// What a token may do as a quotation mark, if it is one.
fn mark_at(reading: &Reading<'_>, i: usize, block: &Range<usize>) -> Option<Mark> {
    let text = reading.tokens.text(i);
    let spaced = i == block.start || reading.tokens.tokens[i].spaced;
    let next_spaced = i + 1 >= block.end || reading.tokens.tokens[i + 1].spaced;
    match text {
        "“" | "„" | "«" | "``" => Some(Mark::Open),
        "”" | "»" | "''" if spaced && !next_spaced => Some(Mark::Open),
        "”" | "»" | "''" => Some(Mark::Close),
        "\"" | "\"\"" => Some(match (spaced, next_spaced) {
            (true, false) => Mark::Open,
            (false, true) => Mark::Close,
            _ => Mark::Either,
        }),
        "‘" | "'" if spaced && !next_spaced => Some(Mark::Open),
        "’" | "'" if !spaced && next_spaced && single_closes(reading, i, block) => Some(Mark::Close),
        _ => None,
    }
}

/// Whether an apostrophe after a word can close a quotation: a single opening mark stands before it, nearer than any double one.
fn single_closes(reading: &Reading<'_>, i: usize, block: &Range<usize>) -> bool {
    let from = block.start.max(i.saturating_sub(80));
    (from..i).rev().find_map(|k| match reading.tokens.text(k) {
        "“" | "”" | "\"" => Some(false),
        "‘" | "'" => Some(reading.tokens.tokens[k].spaced || k == block.start),
        _ => None,
    }) == Some(true)
}
