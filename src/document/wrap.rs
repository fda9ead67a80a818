//! Paragraphs that were cut into lines at a fixed width are put together again.

use super::BlockKind;
use super::lines::{LONGEST, Line, Shape, is_blank};
use crate::span::Span;

/// Text cut at less than this many bytes is not cut at a width, but a list or verse.
const NARROWEST: usize = 45;
/// Text is not cut at more than this.
const WIDEST: usize = 160;

/// Joins each line that breaks off in mid-sentence with the next one.
pub(super) fn join(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let width = width(&lines);
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    // The length of the last line alone, without what was joined before it.
    let mut alone = 0;
    for line in lines {
        let length = (line.span.end - line.span.start) as usize;
        match joined.last_mut() {
            Some(last) if continues(text, last, &line, alone, width) => {
                last.span = last.span.cover(line.span);
                last.shape = Shape { ends_sentence: line.shape.ends_sentence, words: last.shape.words + line.shape.words, ..last.shape };
            }
            _ => joined.push(line),
        }
        alone = length;
    }
    joined
}

/// The width at which the text was cut, if it was: lines of running text follow one another without a gap, none very long.
fn width(lines: &[Line]) -> Option<usize> {
    let body = || lines.iter().filter(|l| l.kind.is_none());
    let longest = body().map(|l| (l.span.end - l.span.start) as usize).max()?;
    let unbroken = body().filter(|l| !l.after_gap && !l.shape.ends_sentence).count();
    ((NARROWEST..=WIDEST).contains(&longest) && unbroken >= 3).then_some(longest)
}

/// Whether a line goes on in the next one.
fn continues(text: &str, last: &Line, next: &Line, alone: usize, width: Option<usize>) -> bool {
    let body = |l: &Line| l.kind.is_none() || l.kind == Some(BlockKind::Body);
    if next.after_gap || last.shape.ends_sentence || !body(last) || !body(next) || !last.shape.letters || !next.shape.letters {
        return false;
    }
    let between = Span { start: last.span.end, end: next.span.start };
    if (next.span.end - last.span.start) as usize > LONGEST || !between.of(text).chars().all(is_blank) {
        return false;
    }
    if next.shape.begins_lower {
        return alone >= NARROWEST / 2 && !last.span.of(text).ends_with(':') || width.is_some();
    }
    // With a capital the next line may be a new paragraph; it is not if its first word had no room on this line.
    let first_word = next.span.of(text).split_whitespace().next().map_or(0, str::len);
    width.is_some_and(|w| alone + 1 + first_word + 6 > w)
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, read};

    fn blocks(text: &str) -> Vec<String> {
        let document = read(text);
        let kept = document.blocks.iter().filter(|b| b.kind != BlockKind::Boilerplate);
        kept.map(|b| b.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn wrap_joins_lines_cut_at_a_width() {
        let text = "The army shelled three villages east of the river on Monday, officials\n   said. No one\n   claimed that the guns had come from the far side, and a spokesman for\n   Colonel Omar denied it. A second barrage hit the market of the town of\n   Bara and killed two.";
        assert_eq!(blocks(text).len(), 1);
        assert!(blocks(text)[0].contains("officials said. No one claimed"));
    }

    #[test]
    fn wrap_leaves_headline_and_paragraphs_apart() {
        let text = "Army shells villages east of the river\nThe army shelled three villages on Monday, officials said.\nNo one claimed it.";
        assert_eq!(blocks(text).len(), 3);
    }
}
