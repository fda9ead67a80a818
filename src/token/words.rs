//! Cuts a block into tokens, from left to right.

use super::character::{is_apostrophe, is_hyphen, is_joiner, is_word, run_kind};
use super::lexicon::{Abbreviation, lists};
use super::normal::normalize_into;
use super::{Token, Tokens};
use crate::span::Span;

/// A character that separates tokens and belongs to none.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}')
}

/// Ends of the web addresses that are told from glued sentences by their last part.
const DOMAINS: [&str; 12] = ["com", "org", "net", "gov", "edu", "info", "uk", "de", "tv", "ru", "fr", "ua"];

/// Units that are cut off the number before them.
const UNITS: [&str; 14] = ["km", "kg", "mm", "cm", "m", "am", "pm", "mph", "kph", "ft", "lb", "lbs", "ha", "bn"];

/// What ends a word after an apostrophe and is a word of its own.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Contractions written without their apostrophe; the last two letters are the negation.
const BARE_NEGATIONS: [&str; 15] =
    ["dont", "didnt", "doesnt", "isnt", "wasnt", "werent", "couldnt", "wouldnt", "shouldnt", "hasnt", "havent", "hadnt", "arent", "cant", "wont"];

/// Cuts blocks; keeps its buffers between them.
#[derive(Debug, Default)]
pub struct Cutter {
    lower: String,
    breaks: Vec<usize>,
}

impl Cutter {
    /// Tokens of the last block that begin a sentence although nothing ends the one before ("SyriaThe").
    pub fn breaks(&self) -> &[usize] {
        &self.breaks
    }

    /// Adds the tokens of a block.
    pub fn cut(&mut self, block: Span, out: &mut Tokens<'_>) {
        self.breaks.clear();
        let text = block.of(out.text);
        let base = block.start as usize;
        let mut at = 0;
        let mut spaced = true;
        while let Some(c) = char_at(text, at) {
            if is_gap(c) {
                spaced = true;
                at += c.len_utf8();
                continue;
            }
            let end = if c.is_alphanumeric() || is_joiner(c) { self.word(text, at, base, spaced, out) } else { mark_end(text, at, c) };
            if !(c.is_alphanumeric() || is_joiner(c)) {
                self.push(out, base, text, at..end, spaced);
            }
            spaced = false;
            at = end;
        }
    }

    fn push(&mut self, out: &mut Tokens<'_>, base: usize, text: &str, range: std::ops::Range<usize>, spaced: bool) {
        normalize_into(&text[range.clone()], &mut self.lower);
        self.keep(out, Span::new(base + range.start, base + range.end), spaced);
    }

    /// Adds a token whose lower-case form has just been made.
    fn keep(&self, out: &mut Tokens<'_>, span: Span, spaced: bool) {
        let norm = out.vocabulary.intern(&self.lower);
        out.tokens.push(Token { span, norm, spaced });
    }

    /// Cuts the word that begins at `at` and gives its end.
    fn word(&mut self, text: &str, at: usize, base: usize, spaced: bool, out: &mut Tokens<'_>) -> usize {
        let end = match word_end(text, at) {
            Piece::Address(end) => {
                self.push(out, base, text, at..end, spaced);
                return end;
            }
            Piece::Word(end) => end,
        };
        normalize_into(&text[at..end], &mut self.lower);
        if text[end..].starts_with('.') && keeps_period(text, at, end, &self.lower) {
            self.push(out, base, text, at..end + 1, spaced);
            return end + 1;
        }
        let (glue, clitic) = (glued_at(text, at, end), clitic_at(text, at, end, &self.lower));
        let cuts = [article_at(&text[at..end]).map(|n| at + n), glue, unit_at(text, at, end), clitic];
        if cuts.iter().all(Option::is_none) {
            self.keep(out, Span::new(base + at, base + end), spaced);
            return end;
        }
        let mut from = at;
        for cut in cuts.into_iter().flatten() {
            if cut <= from || cut >= end {
                continue;
            }
            self.push(out, base, text, from..cut, spaced && from == at);
            if glue == Some(cut) {
                self.breaks.push(out.tokens.len());
            }
            from = cut;
        }
        self.push(out, base, text, from..end, spaced && from == at);
        end
    }
}

enum Piece {
    Word(usize),
    Address(usize),
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The end of a mark, or of a run of the same mark; "@name" and "#tag" are one token.
fn mark_end(text: &str, at: usize, c: char) -> usize {
    let mut end = at + c.len_utf8();
    if matches!(c, '@' | '#') {
        while let Some(d) = char_at(text, end).filter(|&d| is_word(d)) {
            end += d.len_utf8();
        }
        return end;
    }
    let kind = run_kind(c);
    while let Some(d) = char_at(text, end) {
        let same = kind.is_some() && run_kind(d) == kind;
        let sticks = is_joiner(d) || (c == '\u{200d}') || is_flag(c) && is_flag(d) && end == at + 4;
        if !same && !sticks {
            break;
        }
        end += d.len_utf8();
    }
    end
}

/// Half of a national flag; a pair is one emoji.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// The end of a word with the marks inside it.
fn word_end(text: &str, at: usize) -> Piece {
    let mut end = at;
    let mut segment = at;
    loop {
        // Most words are plain letters.
        end += text[end..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let Some(c) = char_at(text, end) else { break };
        let after = end + c.len_utf8();
        if is_word(c) {
            end = after;
            continue;
        }
        if (c == '@' && char_at(text, after).is_some_and(char::is_alphanumeric)) || text[end..].starts_with("://") {
            return Piece::Address(address_end(text, after));
        }
        if c == '.' && (&text[at..end] == "www" || is_mailbox(&text[after..])) {
            return Piece::Address(address_end(text, after));
        }
        if !joins(text, at, segment, end, c, after) {
            if c == '$' && matches!(&text[at..end], "US" | "A" | "AU" | "C" | "CA" | "NZ" | "HK") {
                end = after;
            }
            break;
        }
        end = after;
        segment = after;
    }
    Piece::Word(end)
}

/// Whether the rest of a mail address follows: "john.smith@…".
fn is_mailbox(text: &str) -> bool {
    let name = text.bytes().take(40).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-')).count();
    name > 0 && text[name..].starts_with('@') && text[name + 1..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Where an address ends: at white space or a quote, without the punctuation that follows it.
fn address_end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let stop = rest.find(|c: char| is_gap(c) || matches!(c, '"' | '<' | '>' | '“' | '”')).unwrap_or(rest.len());
    from + rest[..stop].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']).len()
}

/// Whether the mark `c` at `mark` joins what is before it (the word from `at`, its last part from `segment`) and after it.
fn joins(text: &str, at: usize, segment: usize, mark: usize, c: char, after: usize) -> bool {
    let Some(next) = char_at(text, after) else { return false };
    let before = text[..mark].chars().next_back().unwrap_or(' ');
    let digits = before.is_ascii_digit() && next.is_ascii_digit();
    let part = &text[segment..mark];
    match c {
        '.' => digits || joins_period(text, part, after),
        ',' => digits && thousands(&text[after..]),
        ':' | '/' => digits,
        '&' => before.is_uppercase() && next.is_uppercase() && mark - at <= 4,
        c if is_apostrophe(c) => before.is_alphanumeric() && next.is_alphabetic(),
        c if is_hyphen(c) => joins_hyphen(text, at, mark, after),
        _ => false,
    }
}

/// "U.S", "a.m", "Ph.D", "example.com".
fn joins_period(text: &str, part: &str, after: usize) -> bool {
    let next_part = letters(&text[after..]);
    let single = part.chars().count() == 1 && part.chars().all(char::is_alphabetic) || part == "Ph";
    if single && next_part.chars().count() == 1 {
        return true;
    }
    part.len() > 1 && DOMAINS.contains(&next_part) && !part.bytes().all(|b| b.is_ascii_digit())
}

/// The run of letters and digits at the beginning.
fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// Exactly three digits follow.
fn thousands(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).take(4).count() == 3
}

/// "pre-war", "2016-11-02", "555-1234".
fn joins_hyphen(text: &str, at: usize, mark: usize, after: usize) -> bool {
    let head = &text[at..mark];
    let Some(next) = char_at(text, after) else { return false };
    if head.len() <= 7 && next.is_alphanumeric() && head.bytes().all(|b| b.is_ascii_alphabetic()) {
        let mut lower = [0u8; 7];
        for (slot, b) in lower.iter_mut().zip(head.bytes()) {
            *slot = b.to_ascii_lowercase();
        }
        // "UN-backed" has a name before its hyphen.
        let name = head.len() > 1 && next.is_lowercase() && head.bytes().all(|b| b.is_ascii_uppercase());
        return !name && std::str::from_utf8(&lower[..head.len()]).is_ok_and(|h| lists().prefixes.contains(h));
    }
    let run = |s: &str| s.bytes().take_while(u8::is_ascii_digit).take(5).count();
    let last = head.rsplit('-').next().unwrap_or(head);
    let shape = (head.len(), last.len(), run(&text[after..]));
    let numeric = head.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let date = shape == (4, 4, 2) && text[after + 2..].starts_with('-') || shape == (7, 2, 2);
    let phone = shape == (3, 3, 4) || shape == (3, 3, 3) && text[after + 3..].starts_with('-') || shape == (7, 3, 4);
    numeric && (date || phone)
}

/// Whether the period after the word `lower` (at `at..end`) is part of it.
fn keeps_period(text: &str, at: usize, end: usize, lower: &str) -> bool {
    let rest = &text[end + 1..];
    if rest.starts_with('.') {
        return false;
    }
    let word = &text[at..end];
    if word.contains('.') && word.split('.').all(|p| p.chars().all(char::is_alphabetic)) && !DOMAINS.iter().any(|d| word.ends_with(d)) {
        return true;
    }
    let next = rest.trim_start();
    let upper = word.starts_with(char::is_uppercase);
    if upper && word.chars().count() == 1 && (next.starts_with(',') || initial(next)) {
        return true;
    }
    let month = upper && next.starts_with(char::is_lowercase);
    match lists().abbreviations.get(lower) {
        Some(Abbreviation::Number) if lower == "al" => text[..at].ends_with("et "),
        Some(Abbreviation::Title) => !next.is_empty(),
        Some(Abbreviation::Final) => upper || matches!(lower, "etc" | "lb" | "lbs" | "oz" | "hrs" | "mins" | "yrs"),
        Some(Abbreviation::Number) => next.starts_with(|c: char| c.is_ascii_digit()) || month && word.len() > 2,
        None => at == 0 && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(' '),
    }
}

/// Whether a name goes on after an initial.
fn initial(next: &str) -> bool {
    let word = letters(next);
    word.starts_with(char::is_uppercase) && !(word.chars().count() > 1 && lists().starters.contains(word.to_lowercase().as_str()))
}

/// Where a sentence is glued to the one before: "Syria|The".
fn glued_at(text: &str, at: usize, end: usize) -> Option<usize> {
    let word = &text[at..end];
    let mut before = word.char_indices();
    let mut previous = before.next()?.1;
    for (i, c) in before {
        let seam = i >= 3 && c.is_uppercase() && (previous.is_lowercase() || previous.is_ascii_digit());
        let tail = &word[i..];
        if seam && tail.len() > 1 && tail[c.len_utf8()..].chars().all(char::is_lowercase) && lists().starters.contains(tail.to_lowercase().as_str()) {
            return Some(at + i);
        }
        previous = c;
    }
    None
}

/// The end of an article glued to a name: "the|Syrian".
fn article_at(word: &str) -> Option<usize> {
    let name = word.strip_prefix("the").or_else(|| word.strip_prefix("The"))?;
    let mut letters = name.chars();
    let glued = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    glued.then_some(3)
}

/// Where the unit begins in "10km".
fn unit_at(text: &str, at: usize, end: usize) -> Option<usize> {
    let word = &text[at..end];
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    UNITS.contains(&unit).then_some(end - unit.len())
}

/// Where the clitic begins in "town's", "don't", "cannot".
fn clitic_at(text: &str, at: usize, end: usize, lower: &str) -> Option<usize> {
    let word = &text[at..end];
    if lower.ends_with("n't") && lower.len() > 3 {
        return word.char_indices().rev().nth(2).map(|(i, _)| at + i);
    }
    if lower == "cannot" {
        return Some(at + 3);
    }
    if BARE_NEGATIONS.contains(&lower) && word.len() == lower.len() {
        return Some(end - 2);
    }
    let (i, _) = word.char_indices().rev().take(3).find(|&(_, c)| is_apostrophe(c))?;
    let tail = word[i..].chars().next().map_or("", |c| &word[i + c.len_utf8()..]);
    CLITICS.iter().any(|c| tail.eq_ignore_ascii_case(c)).then_some(at + i)
}
