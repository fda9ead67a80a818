//! Dated lines: a chronicle's "3 May: Rebels took the town.", and a heading with a date over the paragraphs that tell what happened then.

use super::view::View;
use crate::document::BlockKind;
use crate::lexicon::among;
use crate::syntax::Upos;

/// A heading is no longer than this many words.
const HEADING: usize = 14;

/// How many paragraphs a dated heading stands over.
const PARAGRAPHS: usize = 12;

/// For each block, the time expression that a dated line or heading gives what is told in it, if any, and whether a heading gives it.
pub(super) fn lines(view: &View<'_>) -> Vec<Option<(usize, bool)>> {
    let reading = view.context.reading;
    let mut of_block = vec![None; reading.document.blocks.len()];
    let mut heading: Option<(usize, usize)> = None;
    let sentences = &reading.tokens.sentences;
    for (index, sentence) in sentences.iter().enumerate() {
        let block = sentence.block;
        let first = index == 0 || sentences[index - 1].block != block;
        // The day of the article is that of nothing told in it.
        let stamp = reading.document.blocks.get(block).is_some_and(|b| b.kind == BlockKind::Stamp);
        let Some(place) = of_block.get_mut(block).filter(|_| first && !stamp) else { continue };
        let alone = sentences.get(index + 1).is_none_or(|next| next.block != block);
        let time = opens(view, sentence.tokens.clone());
        let heads = alone && sentence.tokens.len() <= HEADING && !sentence.tokens.clone().any(|t| view.upos(t) == Upos::Verb);
        match time {
            Some(time) if heads => heading = Some((time, block)),
            Some(time) => *place = Some((time, false)),
            None if heads => heading = None,
            None => *place = heading.filter(|&(_, at)| block <= at + PARAGRAPHS).map(|(time, _)| (time, true)),
        }
    }
    of_block
}

/// The time that a line begins with and that a colon, a dash or the end of the line sets off.
fn opens(view: &View<'_>, tokens: std::ops::Range<usize>) -> Option<usize> {
    let times = view.context.times;
    let index = times.partition_point(|t| t.tokens.start < tokens.start);
    let time = times.get(index).filter(|t| t.days != (None, None) && t.tokens.start <= tokens.start + 2 && t.tokens.end <= tokens.end)?;
    let only_marks = (tokens.start..time.tokens.start).all(|t| matches!(view.upos(t), Upos::Punct | Upos::Sym) || view.norm(t) == "on");
    let set_off = time.tokens.end == tokens.end || among(view.norm(time.tokens.end), ": – — - ] )");
    (only_marks && set_off).then_some(index)
}
