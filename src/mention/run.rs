//! Capitalised words that no list knows: where they begin and end.

use super::anchor::Anchors;
use super::context;
use super::lexicon::{Class, Sort, mark};
use super::sheet::{Shape, Sheet, Style};
use crate::analysis::EntityType;
use crate::gazetteer::{Level, Match};
use crate::syntax::Upos;
use std::ops::Range;

/// A run of capitalised words.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it seems to name, with how much that counts.
    pub votes: Vec<(EntityType, f32)>,
    /// What the gazetteer says of it.
    pub spot: Option<(EntityType, f32)>,
    /// Whether it is believed only if it is seen elsewhere.
    pub doubtful: bool,
}

/// Longest run in tokens.
const LONGEST: usize = 12;

/// Whether a name can begin at a token that no list knows.
pub(crate) fn may_begin(sheet: &Sheet<'_>, i: usize) -> bool {
    if sheet.timed(i) {
        return false;
    }
    match sheet.shape(i) {
        Shape::Title | Shape::Upper => !matches!(sheet.norm(i), "i" | "i.") && !is_initial_only(sheet, i),
        Shape::Lower => is_article(sheet.norm(i)) && next_is_capital(sheet, i) && !sheet.begins(i),
        Shape::Number => is_ordinal(sheet.norm(i)) && leads_unit(sheet, i + 1),
        Shape::Mark => false,
    }
}

fn is_initial_only(sheet: &Sheet<'_>, i: usize) -> bool {
    let next = (i + 1 < sheet.sentence(i).end).then_some(i + 1);
    sheet.text(i).chars().count() == 1 && !next.is_some_and(|n| sheet.norm(n) == "." || sheet.capital(n))
}

/// Whether capitalised words that end in the word for a unit begin at a token: "Mechanized Brigade".
fn leads_unit(sheet: &Sheet<'_>, start: usize) -> bool {
    let end = sheet.sentence(start - 1).end.min(start + 5);
    let unit = |i: &usize| {
        sheet.noun(*i).is_some_and(|n| n.1.class == Class::Force)
            || sheet.lexicon.end(last_piece(sheet, *i)).is_some_and(|t| matches!(t, EntityType::ArmedGroup | EntityType::StateForce))
    };
    (start..end).take_while(|&i| sheet.capital(i)).any(|i| unit(&i))
}

fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// Small words inside names of other tongues.
pub(super) fn is_article(word: &str) -> bool {
    const SMALL: [&str; 27] = [
        "al", "el", "ul", "an", "as", "ash", "az", "ad", "ar", "at", "bin", "ibn", "bint", "abu", "de", "del", "della", "von", "van", "der", "den",
        "di", "da", "dos", "du", "la", "le",
    ];
    SMALL.contains(&word) || ["al-", "el-", "ash-", "an-", "as-", "ul-", "az-", "ar-"].iter().any(|p| word.starts_with(p))
}

fn next_is_capital(sheet: &Sheet<'_>, i: usize) -> bool {
    let end = sheet.sentence(i).end;
    if sheet.norm(i).contains('-') {
        return sheet.text(i).contains(char::is_uppercase);
    }
    let next = if i + 1 < end && sheet.norm(i + 1) == "-" { i + 2 } else { i + 1 };
    next < end
        && sheet.capital(next)
        && (next == i + 2 || matches!(sheet.norm(i), "al" | "el" | "bin" | "ibn" | "abu" | "de" | "von" | "van" | "az" | "ez"))
}

/// One past the last token of the run that begins at a token.
pub(crate) fn end(sheet: &Sheet<'_>, anchors: &Anchors, start: usize) -> usize {
    let limit = sheet.sentence(start).end.min(start + LONGEST);
    let mut end = start + 1;
    let mut i = start + 1;
    while i < limit {
        if sheet.capital(i) || (sheet.shape(i) == Shape::Lower && sheet.text(i).contains(char::is_uppercase) && is_article(sheet.norm(i))) {
            if sheet.timed(i) || breaks(sheet, anchors, start, i) {
                break;
            }
            i += 1;
            end = i;
        } else if let Some(next) = bridge(sheet, start, i, limit) {
            i = next;
            if sheet.shape(i - 1) == Shape::Number {
                end = i;
            }
        } else {
            break;
        }
    }
    end
}

/// Whether a capitalised token begins another name than the one before it.
fn breaks(sheet: &Sheet<'_>, anchors: &Anchors, start: usize, i: usize) -> bool {
    if sheet.norm(i) == "i" || sheet.title(i).is_some() && sheet.lexicon.end(last_piece(sheet, i)).is_none() {
        return true;
    }
    let Some(anchor) = anchors.at(i) else { return false };
    if i == start + 1 && (is_direction(sheet, start) || sheet.lexicon.start(first_piece(sheet, start)) == Some(EntityType::Place)) {
        return false;
    }
    if i == start || !sheet.capital(i - 1) {
        return false;
    }
    let entry = anchor.entry(sheet);
    let person = sheet.is(start, mark::FIRST) && entry.entity_type == EntityType::Person;
    !person && (anchor.tokens.len() > 1 || matches!(entry.sort, Sort::Demonym | Sort::Country)) && entry.sort != Sort::Ethnic
}

/// "East", "Mid-West": a part of what follows, or a region by itself.
pub(super) fn is_direction(sheet: &Sheet<'_>, i: usize) -> bool {
    const DIRECTIONS: [&str; 22] = [
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "mid-west",
        "midwest",
        "upper",
        "lower",
        "greater",
    ];
    sheet.shape(i) == Shape::Title && DIRECTIONS.contains(&sheet.norm(i))
}

/// The token after small words or marks that stand inside names.
fn bridge(sheet: &Sheet<'_>, start: usize, i: usize, limit: usize) -> Option<usize> {
    let close = |t: usize| !sheet.reading.tokens.tokens[t].spaced;
    let capital = |t: usize| t < limit && sheet.capital(t) && !sheet.timed(t);
    let begins = sheet.lexicon.start(first_piece(sheet, start));
    let ends = sheet.lexicon.end(last_piece(sheet, i - 1));
    match sheet.norm(i) {
        "-" | "–" | "'" | "/" if close(i) && i + 1 < limit && close(i + 1) => (capital(i + 1) || is_article(sheet.norm(i + 1))).then_some(i + 1),
        "-" | "–" if ends.is_some() && i + 1 < limit => (capital(i + 1) && sheet.norm(i + 1) == "operation").then_some(i + 1),
        "." if close(i) && sheet.text(i - 1).chars().count() == 1 && capital(i + 1) => Some(i + 1),
        "&" if capital(i + 1) => Some(i + 1),
        "\"" | "“" | "”" | "''" | "``" => nickname(sheet, start, i, limit),
        "," if is_unit(sheet, start) && i + 2 < limit && is_unit(sheet, i + 1) && capital(i + 2) => Some(i + 2),
        "of" if begins.is_some() || ends.is_some() && !is_plain_noun(sheet, start, i) || leads_body(sheet, i + 1, limit) => match sheet.norm(i + 1) {
            "the" if capital(i + 2) => Some(i + 2),
            _ => capital(i + 1).then_some(i + 1),
        },
        "for" if ends.is_some() => capital(i + 1).then_some(i + 1),
        "and" if begins == Some(EntityType::Government) && i - start > 1 => capital(i + 1).then_some(i + 1),
        word if is_article(word) && next_is_capital(sheet, i) => Some(i + 1),
        _ if sheet.shape(i) == Shape::Number && is_numbered(sheet, i - 1) => Some(i + 1),
        _ => None,
    }
}

/// Whether all that comes before "of" is a common noun that begins the sentence: "Fighters of".
fn is_plain_noun(sheet: &Sheet<'_>, start: usize, of: usize) -> bool {
    of == start + 1 && sheet.begins(start) && sheet.noun(start).is_some()
}

/// Whether capitalised words that end in the word for a body follow: "[Sons of] Thunder Brigade".
fn leads_body(sheet: &Sheet<'_>, start: usize, limit: usize) -> bool {
    let run = (start..limit.min(start + 4)).take_while(|&i| sheet.capital(i)).last();
    let body = |i: usize| matches!(sheet.lexicon.end(last_piece(sheet, i)), Some(EntityType::ArmedGroup | EntityType::Organization));
    run.is_some_and(|last| last > start && body(last)) && sheet.noun(start.saturating_sub(2)).is_none()
}

/// "John "J.D." Dorrian": the token after the nickname and its marks.
fn nickname(sheet: &Sheet<'_>, start: usize, i: usize, limit: usize) -> Option<usize> {
    let closes = |t: &usize| matches!(sheet.norm(*t), "\"" | "“" | "”" | "''" | "``");
    let close = (i + 2..limit.min(i + 5)).find(closes)?;
    let inside = (i + 1..close).all(|t| sheet.capital(t) || sheet.norm(t) == ".");
    (inside && sheet.is(start, mark::FIRST) && close + 1 < limit && sheet.capital(close + 1)).then_some(close + 1)
}

/// "2nd Battalion": an ordinal before a unit.
fn is_unit(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.shape(i) == Shape::Number && is_ordinal(sheet.norm(i))
}

/// Words whose number belongs to the name: "Resolution 2328".
fn is_numbered(sheet: &Sheet<'_>, i: usize) -> bool {
    matches!(sheet.norm(i), "resolution" | "flight" | "type" | "operation" | "route" | "highway" | "hill" | "son")
}

pub(super) fn first_piece(sheet: &Sheet<'_>, i: usize) -> u32 {
    sheet.pieces(i).first().copied().unwrap_or(0)
}

pub(super) fn last_piece(sheet: &Sheet<'_>, i: usize) -> u32 {
    sheet.pieces(i).last().copied().unwrap_or(0)
}

/// Whether the last or first word of a run tells what it names.
pub(crate) fn ends_as_name(sheet: &Sheet<'_>, range: Range<usize>) -> bool {
    range.len() > 1 && context::by_words(sheet, &range).is_some() && sheet.style(range.start) == Style::Plain
}

/// The places of the name that begins at a token.
pub(crate) fn places<'a>(sheet: &Sheet<'a>, start: usize) -> Option<Match<'a>> {
    let end = sheet.sentence(start).end.min(start + 7);
    let words: Vec<&str> = (start..end).map(|i| sheet.text(i)).collect();
    sheet.reading.gazetteer.longest_match(&words).filter(|m| m.level != Level::Loose || sheet.text(start).len() > 4)
}

/// Reads the run in a range; nothing if it is no name.
pub(crate) fn read(sheet: &Sheet<'_>, range: Range<usize>, titled: bool) -> Option<Run> {
    let mut range = trim(sheet, range)?;
    let found = places(sheet, range.start).filter(|m| range.start + m.words >= range.end);
    if let Some(found) = &found
        && range.start + found.words > range.end
        && found.level == Level::Exact
    {
        range.end = range.start + found.words;
    }
    let start = range.start;
    let lone = sheet.begins(start) && range.len() == 1 && !sheet.seen_capital(start) && !titled && sheet.upos(start) != Upos::Propn;
    let mut run = Run { tokens: range, votes: Vec::new(), spot: None, doubtful: sheet.style(start) != Style::Plain || lone };
    context::judge(sheet, &mut run, titled, found);
    Some(run)
}

/// Where a name begins, if the first words of a run are none of it.
pub(crate) fn skipped(sheet: &Sheet<'_>, range: Range<usize>) -> Option<usize> {
    trim(sheet, range.clone()).map(|r| r.start).filter(|&s| s > range.start)
}

/// Cuts words off the ends that only begin a sentence or are titles.
fn trim(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && is_idle(sheet, start, end) {
        start += 1;
    }
    while end > start && !is_name_end(sheet, end - 1) {
        end -= 1;
    }
    if start >= end {
        return None;
    }
    let letters = sheet.text(start).chars().filter(|c| c.is_alphabetic()).count();
    let road = letters == 1 && sheet.text(start).chars().any(|c| c.is_ascii_digit());
    let lone = end - start == 1
        && !is_direction(sheet, start)
        && (sheet.is(start, mark::COMMON) || letters < 2 && !road || sheet.begins(start) && is_function_word(sheet, start));
    (!lone).then_some(start..end)
}

/// Whether the first word of a run is no part of a name.
fn is_idle(sheet: &Sheet<'_>, word: usize, end: usize) -> bool {
    if sheet.shape(word) == Shape::Mark || sheet.shape(word) == Shape::Lower && !is_article(sheet.norm(word)) {
        return true;
    }
    let next_is_name = word + 1 < end && (sheet.capital(word + 1) || sheet.shape(word + 1) == Shape::Number);
    if next_is_name
        && (sheet.lexicon.start(first_piece(sheet, word)).is_some() || is_numbered(sheet, word) || is_direction(sheet, word) && !sheet.begins(word))
    {
        return false;
    }
    if is_direction(sheet, word) && !sheet.begins(word) && matches!(sheet.norm(word - 1), "the" | "in" | "from") && !sheet.norm(word).ends_with("ern")
    {
        return false;
    }
    if end - word > 2 && matches!(sheet.norm(word + 1), "of" | "for") && context::by_words(sheet, &(word..end)).is_some() {
        return false;
    }
    let common = sheet.is(word, mark::COMMON) && (end - word == 1 || sheet.begins(word) || sheet.upos(word) == Upos::Det);
    let known_small = sheet.seen_small(word) || !matches!(sheet.upos(word), Upos::Propn | Upos::Noun | Upos::Adj | Upos::X);
    let initial = sheet.begins(word) && !sheet.seen_capital(word) && known_small && sheet.shape(word) != Shape::Upper && !sheet.is(word, mark::FIRST);
    let noun_only = end - word == 1
        && sheet
            .noun(word)
            .is_some_and(|(e, n)| e == end && (!sheet.seen_capital(word) || n.class == Class::Weapon || sheet.shape(word) == Shape::Upper));
    common || initial || noun_only
}

fn is_name_end(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.capital(i) || sheet.shape(i) == Shape::Number || sheet.shape(i) == Shape::Lower && sheet.text(i).contains(char::is_uppercase)
}

fn is_function_word(sheet: &Sheet<'_>, i: usize) -> bool {
    matches!(sheet.upos(i), Upos::Verb | Upos::Adv | Upos::Adp | Upos::Pron | Upos::Det | Upos::Intj | Upos::Sconj | Upos::Cconj)
}
