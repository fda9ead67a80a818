//! text → document: which lines are the article and which are page furniture; headline, dateline, byline.

use crate::span::Span;
use jiff::civil::Date;

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// "By Jane Doe".
    Byline,
    /// A paragraph of the article, captions and subheadings included.
    Body,
    /// Page furniture; later stages never see it.
    Boilerplate,
}

/// A stretch of text that is analysed on its own: usually a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its words, without surrounding white space and without the dateline.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A text and its layout.
#[derive(Debug)]
pub struct Document<'t> {
    /// The text exactly as given.
    pub text: &'t str,
    /// All blocks, in text order, not overlapping, none empty.
    pub blocks: Vec<Block>,
    /// The dateline: "ALEPPO –". It lies just before the words of the first body block, and its place names still count as mentions.
    pub dateline: Option<Span>,
    /// Dates that may be the publication date.
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
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block { span: Span::new(start, start + words.len()), kind: BlockKind::Body });
        }
        at += line.len();
    }
    Document { text, blocks, dateline: None, date_candidates: Vec::new() }
}
