//! What was left out or is doubtful, in words a user understands.

use super::Desk;
use crate::analysis::*;

/// Share of characters that are neither letters, digits, marks nor white space from which a text counts as damaged, in percent.
const DAMAGED_PERCENT: usize = 10;
/// Share of words that common English words make up at least, in percent.
const ENGLISH_PERCENT: usize = 12;
/// A text with fewer words than this is too short to tell its language.
const LANGUAGE_WORDS: usize = 30;

pub(super) fn warnings(desk: &Desk<'_>, events: &[Event], doubtful: usize) -> Vec<Warning> {
    let text = desk.context.reading.document.text;
    let mut found = Vec::new();
    let mut warn = |code: &str, message: String| found.push(Warning { code: code.into(), message, span: None });
    if text.trim().is_empty() {
        warn("empty-text", "There is no text to read.".into());
        return found;
    }
    if is_damaged(text) {
        warn("damaged-text", "Much of this is not readable text; it may be a file of another kind.".into());
    } else if !looks_english(desk) {
        warn("not-english", "This does not look like English, the only language that is read.".into());
    }
    if desk.context.published.is_none() && desk.context.times.iter().any(|t| t.days == (None, None)) {
        warn(
            "no-publication-date",
            "Without a publication date, words such as \"Wednesday\" or \"last month\" are not placed on the calendar.".into(),
        );
    }
    for fault in desk.context.reading.gazetteer.faults() {
        warn("pack-left-out", format!("A file of places (number {}) could not be used: {}.", fault.pack + 1, fault.error));
    }
    if doubtful > 0 {
        let what = if doubtful == 1 { "One possible event scores".to_string() } else { format!("{doubtful} possible events score") };
        warn("doubtful-events", format!("{what} too low to be shown; a lower minimum score shows more."));
    }
    if events.is_empty() && doubtful == 0 {
        warn("no-events", "No event of armed conflict was found.".into());
    }
    found
}

fn is_damaged(text: &str) -> bool {
    let odd = text.chars().filter(|c| *c == '\u{FFFD}' || (c.is_control() && !c.is_whitespace())).count();
    odd > 0 && odd * 100 > text.chars().count() * DAMAGED_PERCENT
}

/// Whether function words are as frequent as in English.
fn looks_english(desk: &Desk<'_>) -> bool {
    const COMMON: [&str; 16] = ["the", "of", "and", "to", "in", "a", "that", "on", "for", "was", "were", "by", "with", "at", "is", "from"];
    let tokens = &desk.context.reading.tokens;
    if tokens.len() < LANGUAGE_WORDS {
        return true;
    }
    let known: Vec<_> = COMMON.iter().filter_map(|w| tokens.vocabulary.get(w)).collect();
    let words = tokens.tokens.iter().filter(|t| t.span.of(tokens.text).starts_with(char::is_alphabetic));
    let (mut all, mut common) = (0usize, 0usize);
    for word in words {
        all += 1;
        common += usize::from(known.contains(&word.norm));
    }
    common * 100 >= all * ENGLISH_PERCENT
}
