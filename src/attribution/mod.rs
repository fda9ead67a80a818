//! tokens → attributions: who says what, with which cue and which stand.
//!
//! Each sentence gives drafts: a verb of speech with its source and clause (`clause`), or another cue (`other`).
//! Drafts of one sentence limit each other, and quotations carry them on (`join`, `quotes`).

mod clause;
mod draft;
mod join;
mod lexicon;
mod maker;
mod object;
mod other;
mod place;
mod quotes;
mod source;
#[cfg(test)]
mod tests;
mod transcript;

use crate::Reading;
use crate::analysis::Stance;
use crate::mention::Mention;
use draft::{Draft, Text};
pub use lexicon::Lexicon;
use std::ops::Range;

/// The rule of what is asked for, "demanded that the army withdraw": who asks does not say that it happened.
pub const REQUEST: &str = "request";

/// The rule of what is judged, "condemned the killing of six guards": who judges a deed does not say that it happened.
pub const JUDGEMENT: &str = "judgement";

/// A source, a cue and what is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Index of the mention that is the source; `None` if the text has none ("reportedly"), or if its words are no mention.
    pub source: Option<usize>,
    /// The words that name the source, whether a mention or not: "a senior official in Geneva".
    pub speaker: Option<Range<usize>>,
    /// The cue's tokens: "said", "according to".
    pub cue: Range<usize>,
    /// The tokens of what is said; ranges in text order, in one or several sentences.
    pub content: Vec<Range<usize>>,
    /// The source's stand.
    pub stance: Stance,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Finds the attributions of a text, in text order of their cues. Contents may nest.
pub fn find(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Vec<Attribution> {
    let text = Text::new(reading, mentions, lexicon);
    let mut drafts = Vec::new();
    for sentence in &reading.tokens.sentences {
        let mut own = Vec::new();
        clause::verb_cues(&text, &sentence.tokens, &mut own);
        other::according(&text, &sentence.tokens, &mut own);
        transcript::labels(&text, &sentence.tokens, &mut own);
        other::quoted_as(&text, &sentence.tokens, &mut own);
        other::adverbs(&text, &sentence.tokens, &mut own);
        other::nouns(&text, &sentence.tokens, &mut own);
        if own.is_empty() {
            other::dash(&text, &sentence.tokens, &mut own);
        }
        if own.iter().all(|d| matches!(d.rule, "adverb" | "noun-of")) {
            other::headline(&text, &sentence.tokens, &mut own);
        }
        join::cut(&text, &mut own);
        drafts.append(&mut own);
    }
    drafts.sort_by_key(|d| d.cue.start);
    join::announced(&text, &mut drafts);
    for draft in &mut drafts {
        join::extend(&text, draft);
    }
    join::carry(&text, &mut drafts);
    drafts.sort_by_key(|d| (d.cue.start, d.content.first().map_or(0, |c| c.start)));
    let mut found: Vec<Attribution> = drafts.into_iter().filter(|d| !d.content.is_empty()).flat_map(|d| finished(&text, d)).collect();
    maker::name_shortened(&text, &mut found);
    maker::complete(&text, &mut found);
    maker::of_pronouns(&text, &mut found);
    found
}

/// One attribution for each of those who speak together: "a monitor and rebels said".
fn finished(text: &Text<'_>, draft: Draft) -> Vec<Attribution> {
    let sources = draft.source.as_ref().map(|(head, words)| text.source_mentions(*head, words)).unwrap_or_default();
    let first = Attribution {
        source: sources.first().copied(),
        speaker: draft.source.map(|s| s.1),
        cue: draft.cue,
        content: draft.content,
        stance: draft.stance,
        rule: draft.rule,
    };
    let others: Vec<Attribution> = sources.iter().skip(1).map(|&m| Attribution { source: Some(m), ..first.clone() }).collect();
    std::iter::once(first).chain(others).collect()
}
