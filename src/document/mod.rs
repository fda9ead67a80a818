//! text → document: which lines are the article and which are page furniture; headline, dateline, byline.

mod credit;
mod dateline;
mod dates;
mod furniture;
mod headline;
mod lines;
mod markup;
mod pattern;
mod stamp;
mod wrap;

use crate::span::Span;
use jiff::civil::Date;
use lines::Line;
use markup::Piece;

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// "By Jane Doe", "Reporting by Jane Doe; Editing by John Roe".
    Byline,
    /// The day of the article on a line of its own: "Tuesday, May 3, 2016". Its date is read; it tells nothing else.
    Stamp,
    /// A paragraph of the article, captions and subheadings included.
    Body,
    /// Page furniture; later stages never see it.
    Boilerplate,
}

/// A stretch of text that is analysed on its own: a line, or a paragraph that was cut into lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its words, without surrounding white space and without the dateline; at most about 20,000 bytes.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A text and its layout.
#[derive(Debug)]
pub struct Document<'t> {
    /// The text exactly as given.
    pub text: &'t str,
    /// All blocks, in text order, not overlapping, none empty. Together they hold everything but white space and invisible characters.
    pub blocks: Vec<Block>,
    /// The dateline: "ALEPPO –". It is a body block of its own, just before the words it belongs to, so that its names still count as mentions.
    pub dateline: Option<Span>,
    /// Dates that may be the publication date: the likeliest first, each date once.
    pub date_candidates: Vec<(Span, Date)>,
}

impl Document<'_> {
    /// The first block of a kind.
    pub fn first(&self, kind: BlockKind) -> Option<Span> {
        self.blocks.iter().find(|b| b.kind == kind).map(|b| b.span)
    }
}

/// Reads the layout of a text.
pub fn read(text: &str) -> Document<'_> {
    let mut lines = cut(text);
    furniture::mark(text, &mut lines);
    mark_bylines(text, &mut lines);
    headline::mark(text, &mut lines);
    let lines = wrap::join(text, lines);
    let mut blocks: Vec<Block> = lines.iter().map(|l| Block { span: l.span, kind: l.kind.unwrap_or(BlockKind::Body) }).collect();
    let dateline = cut_dateline(text, &mut blocks);
    let date_candidates = date_candidates(text, &blocks, dateline);
    Document { text, blocks, dateline, date_candidates }
}

/// Cuts a text into lines; what is no words in the source of a page is known to be furniture.
fn cut(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    if !markup::is_markup(text) {
        lines::cut(text, Span::new(0, text.len()), &mut lines);
        return lines;
    }
    for piece in markup::pieces(text) {
        let (span, kind) = match piece {
            Piece::Words(span, heading) => (span, heading.then_some(BlockKind::Headline)),
            Piece::Furniture(span) => (span, Some(BlockKind::Boilerplate)),
        };
        let first = lines.len();
        lines::cut(text, span, &mut lines);
        lines[first..].iter_mut().for_each(|l| l.kind = kind);
    }
    lines
}

/// Marks the lines that say who wrote the article.
fn mark_bylines(text: &str, lines: &mut [Line]) {
    for i in 0..lines.len() {
        let words = lines[i].span.of(text);
        if lines[i].kind.is_some() || words.len() > lines::GLANCE {
            continue;
        }
        let before = i.checked_sub(1).and_then(|j| lines.get(j)).and_then(|l| l.kind);
        let between = lines.get(i + 1).is_some_and(|l| l.is_furniture() || l.kind == Some(BlockKind::Stamp));
        if credit::is_byline(words) || between && credit::is_bare_byline(words) || before == Some(BlockKind::Byline) && credit::is_post(words) {
            lines[i].kind = Some(BlockKind::Byline);
        }
    }
}

/// The dateline stands in one of the first paragraphs.
const DATELINE_WITHIN: usize = 3;

/// Cuts the dateline off the paragraph that begins with it.
fn cut_dateline(text: &str, blocks: &mut Vec<Block>) -> Option<Span> {
    let body = |b: &Block| b.kind == BlockKind::Body;
    let first: Vec<usize> = (0..blocks.len()).filter(|&i| body(&blocks[i])).take(DATELINE_WITHIN).collect();
    let (at, whole, (start, end)) = first.into_iter().find_map(|i| {
        let span = blocks[i].span;
        Some((i, span, dateline::find(span.of(text))?))
    })?;
    let base = whole.start as usize;
    let found = Span::new(base + start, base + end);
    let before = Span { start: whole.start, end: found.start };
    let after = Span { start: found.end, end: whole.end };
    let parts = [before, found, after].map(|s| trim(text, s)).into_iter().filter(|s| !s.is_empty());
    let parts: Vec<Block> = parts.map(|span| Block { span, kind: BlockKind::Body }).collect();
    blocks.splice(at..=at, parts);
    Some(found)
}

/// A span without surrounding white space.
fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start as usize + (words.len() - words.trim_start_matches(lines::is_blank).len());
    Span::new(start, start + words.trim_matches(lines::is_blank).len())
}

/// So many dates are offered at most.
const CANDIDATES: usize = 12;
/// Dates within this many bytes from the article's first words are likelier than later ones.
const EARLY: u32 = 300;

/// The full dates of the page, each once, the likeliest first: stamps and other furniture, bylines, the article's beginning, the rest.
fn date_candidates(text: &str, blocks: &[Block], dateline: Option<Span>) -> Vec<(Span, Date)> {
    let early = blocks.iter().find(|b| b.kind == BlockKind::Body).map_or(0, |b| b.span.start) + EARLY;
    let mut ranked: Vec<(u8, Span, Date)> = Vec::new();
    for block in blocks {
        let words = block.span.of(text);
        for (span, date) in dates::find(words, block.span.start as usize) {
            let rank = match block.kind {
                BlockKind::Stamp => 0,
                BlockKind::Boilerplate if stamp::is_stamp(words) => 0,
                BlockKind::Boilerplate | BlockKind::Byline => 1,
                _ if dateline.is_some_and(|d| d.contains(span)) => 1,
                _ if span.start < early => 2,
                _ => 3,
            };
            if !ranked.iter().any(|&(r, _, d)| d == date && r <= rank) {
                ranked.retain(|&(_, _, d)| d != date);
                ranked.push((rank, span, date));
            }
        }
        // Dates deep in a long text are about events; the first ones are enough.
        if ranked.len() > 4 * CANDIDATES {
            break;
        }
    }
    ranked.sort_by_key(|&(rank, span, _)| (rank, span));
    ranked.into_iter().take(CANDIDATES).map(|(_, span, date)| (span, date)).collect()
}

#[cfg(test)]
mod tests;
