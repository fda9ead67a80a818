//! document → tokens: words and sentences with exact offsets, cut as Universal Dependencies English cuts them.

mod character;
mod lexicon;
mod normal;
mod sentences;
#[cfg(test)]
mod tests;
mod words;

use crate::document::{BlockKind, Document};
use crate::lexicon::{Symbol, Vocabulary};
use crate::span::Span;
use std::ops::Range;

pub use normal::normalize;

/// A word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its lower-case form with straight quotes, interned in [`Tokens::vocabulary`].
    pub norm: Symbol,
    /// Whether white space (or the block's start) comes before it.
    pub spaced: bool,
}

/// A sentence, or a headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Index of its block in [`Document::blocks`].
    pub block: usize,
}

/// The tokens of a document, furniture left out.
#[derive(Debug)]
pub struct Tokens<'t> {
    /// The whole text.
    pub text: &'t str,
    /// All tokens, in text order.
    pub tokens: Vec<Token>,
    /// All sentences, in text order; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// The lower-case forms.
    pub vocabulary: Vocabulary,
}

impl<'t> Tokens<'t> {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// A token's words as written.
    pub fn text(&self, i: usize) -> &'t str {
        self.tokens[i].span.of(self.text)
    }

    /// A token's lower-case form with straight quotes.
    pub fn norm(&self, i: usize) -> &str {
        self.vocabulary.name(self.tokens[i].norm)
    }

    /// The span from the first to the last token of a non-empty range.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.cover(self.tokens[range.end - 1].span)
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }
}

/// Cuts the article's blocks into tokens and sentences.
pub fn tokenize<'t>(document: &Document<'t>) -> Tokens<'t> {
    let mut out = Tokens { text: document.text, tokens: Vec::new(), sentences: Vec::new(), vocabulary: Vocabulary::default() };
    let mut cutter = words::Cutter::default();
    for (index, block) in document.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Headline | BlockKind::Stamp | BlockKind::Body) {
            let first = out.tokens.len();
            cutter.cut(block.span, &mut out);
            sentences::split(first, index, cutter.breaks(), &mut out);
        }
    }
    out
}

/// Tokens and sentences that are already cut, as in a treebank: one sentence for each inner list.
///
/// `text` must hold the words in order; a word that is not found there is an error.
///
/// # Errors
/// The word that the text does not hold.
pub fn given<'t, 'w>(text: &'t str, sentences: &[Vec<&'w str>]) -> Result<Tokens<'t>, &'w str> {
    let mut out = Tokens { text, tokens: Vec::new(), sentences: Vec::new(), vocabulary: Vocabulary::default() };
    let mut norm = String::new();
    let mut at = 0;
    for words in sentences {
        let first = out.tokens.len();
        for &word in words {
            let start = at + text[at..].find(word).ok_or(word)?;
            let spaced = start > at || start == 0;
            at = start + word.len();
            normal::normalize_into(word, &mut norm);
            let norm = out.vocabulary.intern(&norm);
            out.tokens.push(Token { span: Span::new(start, at), norm, spaced });
        }
        if out.tokens.len() > first {
            out.sentences.push(Sentence { tokens: first..out.tokens.len(), block: 0 });
        }
    }
    Ok(out)
}
