//! Datelines: "ALEPPO –", "(Zaman Al Wasl)-", "KYIV, Ukraine (AP) —", "BEIRUT/AMMAN (Reuters) -".

use super::lines::floor_boundary;
use crate::lexicon::{list, rows};

/// No dateline is longer than this many bytes.
const LONGEST: usize = 110;
/// Nor has it more words.
const MOST_WORDS: usize = 12;
/// A headline that is glued to the article is at most this long.
const GLUED: usize = 220;

/// Capitalised words that begin a line and stand before a dash or colon, but name no place.
const NO_PLACES: &str = "document/data/no_datelines.txt";

/// How a dateline ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A dash with white space before it, or behind a bracket.
    Dash,
    /// "ISLAMABAD:".
    Colon,
}

/// The byte range of the dateline in a paragraph: at its beginning, or behind a headline glued to it.
pub(super) fn find(paragraph: &str) -> Option<(usize, usize)> {
    if let Some(end) = at_start(paragraph, false) {
        return Some((0, end));
    }
    let head = &paragraph[..floor_boundary(paragraph, GLUED)];
    head.match_indices(". ").find_map(|(at, _)| {
        let start = at + 2;
        at_start(&paragraph[start..], true).map(|end| (start, start + end))
    })
}

/// The length of the dateline that a paragraph begins with, its dash included. `strict`: only capitals or an agency in brackets will do.
fn at_start(paragraph: &str, strict: bool) -> Option<usize> {
    let head = &paragraph[..floor_boundary(paragraph, LONGEST)];
    let (place, mark, length) = split_at_mark(head)?;
    let rest = paragraph[length..].trim_start();
    let rest_begins = rest.chars().next().is_none_or(|c| !c.is_lowercase());
    (rest_begins && is_dateline(place, mark, strict)).then_some(length)
}

/// Cuts at the first dash or colon that can end a dateline; gives what stands before it, and the length with the mark.
fn split_at_mark(head: &str) -> Option<(&str, Mark, usize)> {
    for (at, c) in head.char_indices() {
        let after = &head[at + c.len_utf8()..];
        let before = &head[..at];
        let spaced = before.ends_with(|c: char| c.is_whitespace() || c == ')');
        let blank_after = after.starts_with(|c: char| c.is_whitespace()) || after.is_empty();
        match c {
            '—' | '–' | '―' => return Some((before.trim(), Mark::Dash, at + c.len_utf8())),
            '_' if spaced && blank_after => return Some((before.trim(), Mark::Dash, at + 1)),
            '-' if after.starts_with('-') => return Some((before.trim(), Mark::Dash, at + 2)),
            '-' if spaced && (blank_after || before.ends_with(')')) => return Some((before.trim(), Mark::Dash, at + 1)),
            '-' if before.ends_with(|c: char| c.is_uppercase()) && blank_after => return Some((before.trim(), Mark::Dash, at + 1)),
            ':' if blank_after => return Some((before.trim(), Mark::Colon, at + 1)),
            '.' | '!' | '?' | ';' if blank_after && !abbreviated(before) => return None,
            _ => {}
        }
    }
    None
}

/// "Oct." and "N.Y." end no sentence.
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.chars().count() <= 4
}

/// Whether the words before the mark are places, dates and agencies.
fn is_dateline(place: &str, mark: Mark, strict: bool) -> bool {
    let (outside, agency) = brackets(place);
    let words: Vec<&str> = outside.split([' ', '\u{a0}', ',', '/', '\t']).filter(|w| !w.is_empty()).collect();
    if words.len() > MOST_WORDS || place.contains(['"', '“', '”']) {
        return false;
    }
    let Some(first) = words.first() else { return agency.is_some_and(|a| names_agency(a) && mark == Mark::Dash) };
    if rows(list(NO_PLACES)).any(|row| row.first().is_some_and(|w| w.eq_ignore_ascii_case(first))) {
        return false;
    }
    let shouted = is_shouted(first) && (has_digit(outside) || words.iter().filter(|w| is_shouted(w)).count() * 2 >= words.len().min(4));
    let named = words.iter().all(|w| is_name(w)) && first.chars().next().is_some_and(char::is_alphabetic);
    match mark {
        Mark::Colon => shouted && words.len() <= 3 && words.iter().all(|w| is_shouted(w)) || named && agency.is_some_and(names_agency),
        Mark::Dash if agency.is_some_and(names_agency) => named,
        Mark::Dash => named && (shouted || !strict && is_short(outside) && !has_digit(outside)),
    }
}

/// One or two words, or that many before and behind a comma: "Port Sudan", "Aden, Yemen".
fn is_short(place: &str) -> bool {
    let parts: Vec<&str> = place.split(',').collect();
    parts.len() <= 2 && parts.iter().all(|p| (1..=2).contains(&p.split_whitespace().count()))
}

/// What stands outside brackets, and what inside the last pair.
fn brackets(place: &str) -> (&str, Option<&str>) {
    match (place.rfind('('), place.ends_with(')')) {
        (Some(open), true) => (place[..open].trim_end(), Some(&place[open + 1..place.len() - 1])),
        _ => (place, None),
    }
}

/// Up to five capitalised words: "Reuters", "Zaman Al Wasl".
fn names_agency(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=5).contains(&count) && words.split([' ', ',', '/']).filter(|w| !w.is_empty()).all(is_name) && !has_digit(words)
}

fn has_digit(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
}

/// All capitals: "ALEPPO", "AL-BAB", "N.Y.".
fn is_shouted(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 2 && letters().all(char::is_uppercase)
}

/// A word of a name, a number, or a small word inside names.
fn is_name(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '‘' | '’' | '\''))
        || matches!(word, "and" | "the" | "de" | "del" | "la" | "al" | "el" | "near" | "in" | "of" | "ash" | "an" | "ar" | "as" | "ad" | "az" | "at")
        || ["al-", "el-", "ash-", "an-", "ar-", "as-", "ad-", "az-", "at-", "d'"].iter().any(|article| word.starts_with(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dateline(text: &str) -> Option<&str> {
        find(text).map(|(start, end)| &text[start..end])
    }

    #[test]
    fn dateline_forms_are_found() {
        for (text, words) in [
            ("ALEPPO – Two rebel groups clashed.", "ALEPPO –"),
            ("ALEPPO\u{a0} –\u{a0} On Friday, rebels clashed.", "ALEPPO\u{a0} –"),
            ("(Zaman Al Wasl)- A convoy was hit.", "(Zaman Al Wasl)-"),
            ("(Reuters) - A convoy was hit.", "(Reuters) -"),
            ("KYIV, Ukraine (AP) — Shells hit a school.", "KYIV, Ukraine (AP) —"),
            ("BEIRUT/AMMAN (Reuters) - Jets struck.", "BEIRUT/AMMAN (Reuters) -"),
            ("MOSCOW, Oct. 4 (UPI) -- The ministry denied it.", "MOSCOW, Oct. 4 (UPI) --"),
            ("NAIROBI, Kenya (AP) _ A bomb exploded.", "NAIROBI, Kenya (AP) _"),
            ("PORT SUDAN: The army retook a bridge.", "PORT SUDAN:"),
            ("Damascus, SANA- Terrorists fired shells.", "Damascus, SANA-"),
            ("Sana'a – Air raids hit the port.", "Sana'a –"),
            ("Bomb Kills Nine in Mosul. MOSUL — A bomb exploded.", "MOSUL —"),
            ("KYIV, Ukraine (AP) —", "KYIV, Ukraine (AP) —"),
        ] {
            assert_eq!(dateline(text), Some(words), "{text}");
        }
    }

    #[test]
    fn dateline_look_alikes_are_left_alone() {
        for text in [
            "Hezbollah – which fought a war in 2006 – sent fighters.",
            "The rebels – Islamists for the most part – fled.",
            "BREAKING: Rebels seize the town.",
            "US-backed forces took the dam.",
            "He said: The war is over.",
            "Twelve people died on Monday - three of them children.",
            "WHO: Cholera spreads in the camps.",
            "Civil war: What comes next",
            "BY JANE DOE Staff Reporter March 15, 2009 CITY -- A man died.",
            "Operation River Shield - a raid on the coast - ended.",
            "",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
