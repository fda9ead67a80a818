//! What was left out or is doubtful, in words a user understands.

use super::Desk;
use crate::analysis::*;
use crate::document::{Block, BlockKind};
use crate::span::Span;

/// Share of characters that are neither letters, digits, marks nor white space from which a text counts as damaged, in percent.
const DAMAGED_PERCENT: usize = 10;
/// Share of words that common English words make up at least, in percent.
const ENGLISH_PERCENT: usize = 12;
/// A line that is longer than its date by no more than a weekday is nothing but that day.
const WEEKDAY: u32 = 12;
/// A text with fewer words than this is too short to tell its language.
const LANGUAGE_WORDS: usize = 30;

/// How many events are not shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct LeftOut {
    /// They score too low.
    pub doubtful: usize,
    /// The text as a whole seems to be about something else.
    pub taken_back: usize,
}

pub(super) fn warnings(desk: &Desk<'_>, events: &[Event], left_out: LeftOut) -> Vec<Warning> {
    let LeftOut { doubtful, taken_back } = left_out;
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
    if taken_back > 0 {
        let words = if taken_back == 1 {
            "one word that elsewhere names an event was".to_string()
        } else {
            format!("{taken_back} words that elsewhere name events were")
        };
        warn(
            "other-subject",
            format!("Most words of this text are not those of reports on armed conflict or unrest, so {words} left out as doubtful."),
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
    found.extend(dated_otherwise(desk));
    found
}

/// The page bears another day of publication than the one given, and a later one: then days may be reckoned from a wrong one, and
/// what has happened looks as if it were to come.
fn dated_otherwise(desk: &Desk<'_>) -> Option<Warning> {
    let document = &desk.context.reading.document;
    let given = desk.context.published?;
    let &(span, own) = document.date_candidates.first()?;
    let length = |s: Span| s.end - s.start;
    let stamps = |b: &Block| matches!(b.kind, BlockKind::Stamp | BlockKind::Byline) || length(b.span) <= length(span) + WEEKDAY;
    let stamp = document.dateline.is_some_and(|d| d.contains(span)) || document.blocks.iter().any(|b| b.span.contains(span) && stamps(b));
    let told = document.date_candidates.iter().any(|&(_, day)| day == given);
    (stamp && own > given && !told).then(|| Warning {
        code: "dated-otherwise".into(),
        message: format!("The page itself is dated {own}, after the publication date given, {given}: days may be reckoned from a wrong one."),
        span: Some(desk.span(span)),
    })
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

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    fn codes(text: &str, published: &str) -> Vec<String> {
        let options = Options { published: Some(published.into()), ..Options::default() };
        analyze(text, &options).expect("good options").warnings.into_iter().map(|w| w.code).collect()
    }

    #[test]
    fn a_page_that_is_dated_later_than_it_was_published_is_told() {
        let page = "Rebels seize Bria\n\n3 May 2016\n\nRebels seized the town of Bria on Monday, killing 12 soldiers, a local official said.";
        assert_eq!(codes(page, "2016-05-01"), ["dated-otherwise"]);
        assert!(codes(page, "2016-05-03").is_empty());
        assert!(codes(page, "2016-05-04").is_empty());
    }

    #[test]
    fn what_is_left_out_of_a_game_is_told() {
        let game = include_str!("../../training/articles/n48.ann");
        assert!(codes(game, "2016-05-01").contains(&"other-subject".to_string()));
        let news = include_str!("../../tests/articles/syria.txt");
        assert!(!codes(news, "2016-11-02").contains(&"other-subject".to_string()));
    }
}
