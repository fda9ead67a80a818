//! document → tokens: words and sentences with exact offsets, cut as Universal Dependencies English cuts them.

use crate::document::{BlockKind, Document};
use crate::lexicon::{Symbol, Vocabulary};
use crate::span::Span;
use std::ops::Range;

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
    for (index, block) in document.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Headline | BlockKind::Body) {
            tokenize_block(&mut out, block.span, index);
        }
    }
    out
}

fn tokenize_block(out: &mut Tokens<'_>, block: Span, index: usize) {
    let text = block.of(out.text);
    let base = block.start as usize;
    let mut first = out.tokens.len();
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let mut end = at + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some(&(next, d)) = chars.peek() {
                if !d.is_alphanumeric() {
                    break;
                }
                end = next + d.len_utf8();
                chars.next();
            }
        }
        let norm = out.vocabulary.intern(&normalize(&text[at..end]));
        out.tokens.push(Token { span: Span::new(base + at, base + end), norm, spaced });
        spaced = false;
        let ends = matches!(c, '.' | '!' | '?') && chars.peek().is_none_or(|(_, d)| d.is_whitespace());
        if ends {
            out.sentences.push(Sentence { tokens: first..out.tokens.len(), block: index });
            first = out.tokens.len();
        }
    }
    if first < out.tokens.len() {
        out.sentences.push(Sentence { tokens: first..out.tokens.len(), block: index });
    }
}

/// Lower case, straight quotes.
fn normalize(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '‘' | '’' | '‛' | 'ʼ' | '`' => '\'',
            '“' | '”' => '"',
            c => c,
        })
        .collect()
}
