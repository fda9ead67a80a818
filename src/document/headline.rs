//! The headline: a first line of its own that does not end as a sentence ends.

use super::BlockKind;
use super::lines::Line;
use super::pattern::is_number;

/// A headline is at most this long, in bytes.
const LONGEST: usize = 250;
/// It stands within so many lines that are not furniture.
const WITHIN: usize = 4;

/// Marks the headline, if running text follows it.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    if lines.iter().any(|l| l.kind == Some(BlockKind::Headline)) {
        keep_first(lines);
        return;
    }
    let Some(first_prose) = lines.iter().position(|l| l.is_prose() && l.shape.ends_sentence) else { return };
    let candidate = |l: &Line| l.kind.is_none() && is_title(text, l);
    let mut above = (0..first_prose).filter(|&i| lines[i].kind.is_none()).take(WITHIN);
    let found = above.find(|&i| candidate(&lines[i]) && !breaks_off(text, lines, i));
    if let Some(line) = found.and_then(|i| lines.get_mut(i)) {
        line.kind = Some(BlockKind::Headline);
    }
}

/// Of several main headings in the source of a page the first is the headline; the others are subheadings.
fn keep_first(lines: &mut [Line]) {
    let mut headings = lines.iter_mut().filter(|l| l.kind == Some(BlockKind::Headline));
    headings.next();
    headings.for_each(|l| l.kind = None);
}

/// Two words or more, no sentence, no label with a colon at its end.
fn is_title(text: &str, line: &Line) -> bool {
    let words = line.span.of(text);
    let ends = words.ends_with(['.', '…', ':', ',', ';', '-', '–', '—']);
    line.shape.words >= 2 && words.len() <= LONGEST && line.shape.letters && !ends && !words.split_whitespace().all(is_number) && !is_bracketed(words)
}

fn is_bracketed(words: &str) -> bool {
    words.starts_with(['(', '[']) && words.ends_with([')', ']'])
}

/// Whether a line goes on in the next one, as one cut at a width does.
fn breaks_off(text: &str, lines: &[Line], i: usize) -> bool {
    let next = lines.get(i + 1).filter(|l| !l.after_gap);
    next.is_some_and(|l| l.shape.begins_lower) && lines.get(i).is_some_and(|l| l.span.of(text).len() > 40)
}
