//! Lines: where they begin and end, and what their outside looks like.

use super::BlockKind;
use crate::span::Span;

/// No line is longer than this many bytes: a longer one is cut, so that every later stage works on pieces of bounded size.
pub(super) const LONGEST: usize = 20_000;

/// Only this much of a line's beginning is looked at to tell its shape.
pub(super) const GLANCE: usize = 400;

/// Words beyond this number are not counted.
const COUNTED: usize = 60;

/// A line without its surrounding white space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Its words; never empty.
    pub span: Span,
    /// Whether an empty line, or the start of the text, comes before it.
    pub after_gap: bool,
    /// What it is, once known.
    pub kind: Option<BlockKind>,
    /// Its outside.
    pub shape: Shape,
}

impl Line {
    /// A line with its shape taken.
    pub fn new(text: &str, span: Span, after_gap: bool) -> Self {
        Line { span, after_gap, kind: None, shape: Shape::of(span.of(text)) }
    }

    /// Whether it reads as running text and is not known to be anything else.
    pub fn is_prose(&self) -> bool {
        self.kind.is_none() && self.shape.is_prose()
    }

    /// Whether it is page furniture.
    pub fn is_furniture(&self) -> bool {
        self.kind == Some(BlockKind::Boilerplate)
    }
}

/// What can be told of a line without reading it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Number of words, counted up to a bound.
    pub words: usize,
    /// Whether it ends as a sentence ends.
    pub ends_sentence: bool,
    /// Whether it has a letter.
    pub letters: bool,
    /// Whether it begins with a lower-case letter.
    pub begins_lower: bool,
    /// Whether it is mostly control characters: no text at all.
    pub binary: bool,
}

impl Shape {
    fn of(line: &str) -> Self {
        let head = glance(line);
        let odd = head.chars().filter(|&c| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}').count();
        Shape {
            words: head.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).take(COUNTED).count(),
            ends_sentence: ends_sentence(line),
            letters: head.chars().any(char::is_alphabetic),
            begins_lower: head.chars().next().is_some_and(char::is_lowercase),
            binary: odd * 8 > head.chars().count(),
        }
    }

    /// Whether it reads as running text: a whole sentence, or too long to be anything else.
    pub fn is_prose(&self) -> bool {
        self.words >= 20 || self.ends_sentence && self.words >= 6
    }
}

/// The beginning of a line.
pub(super) fn glance(line: &str) -> &str {
    &line[..floor_boundary(line, GLANCE)]
}

/// The last character boundary at or before a byte.
pub(super) fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// Whether a line ends with a mark that ends sentences, closing quotes and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| is_blank(c) || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']'));
    bare.ends_with(['.', '!', '?', '…', '。', '؟', '۔'])
}

/// White space, control characters and characters without width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Cuts a region of the text into lines.
pub(super) fn cut(text: &str, region: Span, lines: &mut Vec<Line>) {
    let base = region.start as usize;
    let mut after_gap = true;
    let mut at = 0;
    // "\r\n" gives an empty line between the two, but only a line feed makes a gap.
    for line in region.of(text).split_inclusive(ends_line) {
        let words = line.trim_matches(is_blank);
        if words.is_empty() {
            after_gap |= !line.ends_with('\n') || line.len() > 1 || at == 0 || !region.of(text)[..at].ends_with('\r');
        } else {
            let start = base + at + (line.len() - line.trim_start_matches(is_blank).len());
            cut_long(text, Span::new(start, start + words.len()), after_gap, lines);
            after_gap = false;
        }
        at += line.len();
    }
}

/// Adds a line, in pieces if it is monstrous.
fn cut_long(text: &str, line: Span, after_gap: bool, lines: &mut Vec<Line>) {
    let mut rest = line;
    let mut gap = after_gap;
    while (rest.end - rest.start) as usize > LONGEST {
        let words = rest.of(text);
        let length = cut_point(&words[..floor_boundary(words, LONGEST)]);
        let middle = rest.start as usize + length;
        push(text, Span::new(rest.start as usize, middle), gap, lines);
        rest = Span::new(middle, rest.end as usize);
        gap = false;
    }
    push(text, rest, gap, lines);
}

fn push(text: &str, span: Span, gap: bool, lines: &mut Vec<Line>) {
    let words = span.of(text);
    let trimmed = words.trim_matches(is_blank);
    if !trimmed.is_empty() {
        let start = span.start as usize + (words.len() - words.trim_start_matches(is_blank).len());
        lines.push(Line::new(text, Span::new(start, start + trimmed.len()), gap));
    }
}

/// Where to cut a piece that is too long: after the last sentence, else at the last white space, else at its end.
fn cut_point(piece: &str) -> usize {
    let half = floor_boundary(piece, piece.len() / 2);
    let tail = &piece[half..];
    let sentence = [". ", "! ", "? ", ".\u{a0}"].iter().filter_map(|end| tail.rfind(end)).max().map(|at| at + 1);
    sentence.or_else(|| tail.rfind(char::is_whitespace)).map_or(piece.len(), |at| half + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(&str, bool)> {
        let mut lines = Vec::new();
        cut(text, Span::new(0, text.len()), &mut lines);
        lines.iter().map(|l| (l.span.of(text), l.after_gap)).collect()
    }

    #[test]
    fn lines_lose_white_space_and_zero_width_characters() {
        assert_eq!(lines("\u{feff}One \r\n\u{a0}two\u{200b}\n\n three"), [("One", true), ("two", false), ("three", true)]);
    }

    #[test]
    fn lines_of_old_and_odd_line_ends_are_told_apart() {
        assert_eq!(lines("One\rtwo\u{2028}three"), [("One", true), ("two", false), ("three", false)]);
        assert_eq!(lines("One\r\n\r\ntwo"), [("One", true), ("two", true)]);
    }

    #[test]
    fn lines_of_any_length_are_cut_at_sentences() {
        let text = "The army shelled the town. ".repeat(4000);
        let pieces = lines(&text);
        assert!(pieces.iter().all(|(p, _)| p.len() <= LONGEST && p.ends_with('.')));
        assert_eq!(pieces.iter().map(|(p, _)| p.len() + 1).sum::<usize>(), text.len());
    }

    #[test]
    fn lines_without_any_break_are_cut_all_the_same() {
        let text = "ж".repeat(50_000);
        assert!(lines(&text).iter().all(|(p, _)| p.len() <= LONGEST));
    }

    #[test]
    fn lines_end_as_sentences_behind_quotes() {
        assert!(ends_sentence("“They left.”"));
        assert!(ends_sentence("(With agencies.)"));
        assert!(!ends_sentence("Rebels take town"));
    }
}
