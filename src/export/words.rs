//! The words behind the spans of an analysis.

use crate::Analysis;
use crate::analysis::{Entity, Id, TextSpan};
use crate::lexicon::HashMap;

/// Distance in UTF-16 code units between two check points.
const STEP: usize = 64;
/// A quotation reaches at most this many bytes to either side of its trigger.
const REACH: usize = 400;

/// Finds the words of UTF-16 spans in a text, and the names of entities.
#[derive(Debug)]
pub(super) struct Words<'a> {
    text: &'a str,
    /// Byte offset of the first character at or after every `STEP`th code unit, with its code unit; empty for ASCII text.
    checkpoints: Vec<(usize, usize)>,
    entities: HashMap<&'a str, &'a Entity>,
}

impl<'a> Words<'a> {
    /// Reads text and analysis once.
    pub fn new(analysis: &'a Analysis, text: &'a str) -> Self {
        let mut checkpoints = Vec::new();
        let mut units = 0;
        for (at, c) in text.char_indices().filter(|_| !text.is_ascii()) {
            if units >= checkpoints.len() * STEP {
                checkpoints.push((at, units));
            }
            units += c.len_utf16();
        }
        Words { text, checkpoints, entities: analysis.entities.iter().map(|e| (e.id.as_str(), e)).collect() }
    }

    /// The byte offset of a code unit; the end of the text for one that lies beyond it.
    fn byte(&self, unit: u32) -> usize {
        let unit = unit as usize;
        let Some(&last) = self.checkpoints.last() else { return unit.min(self.text.len()) };
        let slot = self.checkpoints.get(unit / STEP).copied().unwrap_or(last);
        let (mut at, mut units) = if slot.1 > unit { self.checkpoints.get(unit / STEP - 1).copied().unwrap_or((0, 0)) } else { slot };
        for c in self.text.get(at..).unwrap_or_default().chars() {
            if units >= unit {
                break;
            }
            at += c.len_utf8();
            units += c.len_utf16();
        }
        at
    }

    /// The words of a span.
    pub fn of(&self, span: TextSpan) -> &'a str {
        self.text.get(self.byte(span.start)..self.byte(span.end)).unwrap_or_default()
    }

    /// The sentence around a span, white space made plain.
    pub fn sentence(&self, span: TextSpan) -> String {
        let (start, end) = (self.byte(span.start), self.byte(span.end).max(self.byte(span.start)));
        let before = self.text.get(..start).unwrap_or_default();
        let after = self.text.get(end..).unwrap_or_default();
        self.text.get(sentence_start(before)..end + sentence_end(after)).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The entity of an id.
    pub fn entity(&self, id: &Id) -> Option<&'a Entity> {
        self.entities.get(id.as_str()).copied()
    }

    /// The name of an entity.
    pub fn name(&self, id: &Id) -> &'a str {
        self.entity(id).map_or("", |e| e.name.as_str())
    }

    /// The names of entities, one after another.
    pub fn names(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join("; ")
    }
}

/// Where the sentence begins that a stretch of text breaks off in.
fn sentence_start(before: &str) -> usize {
    let tail = before.len().saturating_sub(REACH);
    let tail = (tail..=before.len()).find(|&i| before.is_char_boundary(i)).unwrap_or(before.len());
    let near = &before[tail..];
    let after_mark = [". ", "! ", "? ", ".” ", ".\" ", "\n"].iter().filter_map(|m| {
        let ends = |at: &usize| *m != ". " || !is_abbreviated(&near[..*at]);
        near.rmatch_indices(m).map(|(at, _)| at).find(ends).map(|at| at + m.len())
    });
    let after_mark = after_mark.max();
    tail + after_mark.unwrap_or(0)
}

/// Where the sentence ends that a stretch of text begins in.
fn sentence_end(after: &str) -> usize {
    let near = (0..=after.len().min(REACH)).rev().find(|&i| after.is_char_boundary(i)).unwrap_or(0);
    let after = &after[..near];
    let mark = [". ", "! ", "? ", ".\n", ".”", ".\""].iter().filter_map(|m| {
        let ends = |at: &usize| *m != ". " || !is_abbreviated(&after[..*at]);
        after.match_indices(m).map(|(at, _)| at).find(ends).map(|at| at + m.trim_end().len())
    });
    let mark = mark.min();
    let line = after.find('\n').unwrap_or(after.len());
    mark.map_or(line, |m| m.min(line))
}

/// Whether a stretch of text ends in an initial or a title, whose full stop ends no sentence: "John F", "met Mr".
fn is_abbreviated(before: &str) -> bool {
    const TITLES: [&str; 14] = ["Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Maj", "Sgt", "Capt", "Adm", "Sen", "Rep", "St"];
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).next().unwrap_or(before);
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || TITLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_spans_count_code_units() {
        let text = "🚨 Rebels took Māri‘. ".repeat(30);
        let analysis = crate::analyze("", &crate::Options::default()).expect("good options");
        let words = Words::new(&analysis, &text);
        let unit: u32 = "🚨 Rebels took Māri‘. ".encode_utf16().count() as u32;
        assert_eq!(words.of(TextSpan { start: 20 * unit + 3, end: 20 * unit + 9 }), "Rebels");
        assert_eq!(words.sentence(TextSpan { start: 20 * unit + 10, end: 20 * unit + 14 }), "🚨 Rebels took Māri‘.");
        let named = "It rained. Gen. Ada B. Moor met Mr. Ito in Gao. They left.";
        let words = Words::new(&analysis, named);
        assert_eq!(words.sentence(TextSpan { start: 28, end: 31 }), "Gen. Ada B. Moor met Mr. Ito in Gao.");
        let words = Words::new(&analysis, &text);
        assert_eq!(words.of(TextSpan { start: 1_000_000, end: 1_000_001 }), "");
    }
}
