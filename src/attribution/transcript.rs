//! Interviews and hearings in print: "KELLER: We saw the convoy leave."

use super::clause::trim;
use super::draft::{Draft, Text};
use crate::analysis::Stance;
use crate::document::BlockKind;
use crate::syntax::Upos;
use std::ops::Range;

/// Most words of a label.
const LONGEST: usize = 5;

/// A name and a colon that open a paragraph of speech: what follows in the paragraph is said.
pub(super) fn labels(text: &Text<'_>, sentence: &Range<usize>, drafts: &mut Vec<Draft>) {
    let tokens = &text.reading.tokens;
    let at = tokens.sentence_of(sentence.start);
    let block = tokens.sentences[at].block;
    let opens = at.checked_sub(1).is_none_or(|before| tokens.sentences[before].block != block);
    if !opens || at == 0 || text.reading.document.blocks[block].kind == BlockKind::Headline {
        return;
    }
    let start = sentence.start + usize::from(text.double_mark(sentence.start));
    let Some(colon) = (start + 1..sentence.end.min(start + LONGEST + 1)).find(|&i| text.norm(i) == ":") else { return };
    if !(start..colon).all(|i| named(text, i)) || !(start..colon).any(|i| text.upos(i) == Upos::Propn || capitals(text, i)) {
        return;
    }
    let last = tokens.sentences[at..].iter().take_while(|s| s.block == block).last();
    let content = trim(text, colon + 1..last.map_or(sentence.end, |s| s.tokens.end));
    if content.len() < 3 || !text.has_verb(content.clone()) {
        return;
    }
    drafts.push(Draft {
        source: Some((colon - 1, start..colon)),
        cue: colon..colon + 1,
        group: start..colon + 1,
        content: vec![content],
        stance: Stance::Asserts,
        rule: "transcript",
        trails: false,
        announces: false,
    });
}

/// Part of a person's name or title, as labels have them.
fn named(text: &Text<'_>, i: usize) -> bool {
    text.capital(i) && matches!(text.upos(i), Upos::Propn | Upos::Noun | Upos::Adj) || capitals(text, i) || matches!(text.norm(i), "." | "-")
}

fn capitals(text: &Text<'_>, i: usize) -> bool {
    let word = text.reading.tokens.text(i);
    word.len() > 2 && word.chars().all(|c| c.is_uppercase() || c == '.')
}
