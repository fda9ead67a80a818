//! Capitalised words that no list knows: where they begin and end.

use super::anchor::{Anchor, Anchors};
use super::bridge::{bridge, is_numbered};
use super::lexicon::{Class, Sort, mark};
use super::sheet::{Shape, Sheet, Style};
use super::{context, phrase};
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
pub(super) fn leads_unit(sheet: &Sheet<'_>, start: usize) -> bool {
    let end = sheet.sentence(start - 1).end.min(start + 5);
    let unit = |i: &usize| {
        sheet.noun(*i).is_some_and(|n| n.1.class == Class::Force)
            || sheet.lexicon.end(last_piece(sheet, *i)).is_some_and(|t| matches!(t, EntityType::ArmedGroup | EntityType::StateForce))
    };
    (start..end).take_while(|&i| sheet.capital(i)).any(|i| unit(&i))
}

pub(super) fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// Small words inside names of other tongues.
pub(super) fn is_article(word: &str) -> bool {
    const SMALL: [&str; 31] = [
        "al", "el", "ul", "an", "as", "ash", "az", "ad", "ar", "at", "bin", "ibn", "bint", "abu", "de", "del", "della", "von", "van", "der", "den",
        "di", "da", "dos", "du", "la", "le", "ol", "wal", "ud", "ez",
    ];
    SMALL.contains(&word) || ["al-", "el-", "ash-", "an-", "as-", "ul-", "az-", "ar-", "ol-", "wal-"].iter().any(|p| word.starts_with(p))
}

pub(super) fn next_is_capital(sheet: &Sheet<'_>, i: usize) -> bool {
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
    if joins_names(sheet, anchor, start, i) {
        return false;
    }
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

/// Whether a known name goes on with the name that begins before it: "Pakistan | Muslim League", "Royal | Dutch Airlines".
fn joins_names(sheet: &Sheet<'_>, anchor: &Anchor, start: usize, i: usize) -> bool {
    const OPENERS: [&str; 14] = [
        "royal",
        "free",
        "supreme",
        "all",
        "islamic",
        "united",
        "democratic",
        "national",
        "revolutionary",
        "popular",
        "special",
        "joint",
        "new",
        "grand",
    ];
    if i != start + 1 {
        return anchor.entry(sheet).sort == Sort::Demonym && sheet.norm(i - 1) == "royal";
    }
    let entry = anchor.entry(sheet);
    match entry.sort {
        Sort::Plain => {
            let body = matches!(entry.entity_type, EntityType::Organization | EntityType::ArmedGroup | EntityType::Media);
            let force = entry.entity_type == EntityType::StateForce && phrase::is_of(sheet, start, &[Sort::Country, Sort::Demonym]);
            force || body && anchor.tokens.len() > 1 && phrase::is_of(sheet, start, &[Sort::Country])
        }
        Sort::Demonym => OPENERS.contains(&sheet.norm(start)) && sheet.capital(start),
        _ => false,
    }
}

/// Whether the name of a place goes on with a capitalised word that is no name of its own: "Baku | Commune".
pub(super) fn goes_on(sheet: &Sheet<'_>, anchors: &Anchors, next: usize) -> bool {
    let plain = sheet.style(next) == Style::Plain && sheet.shape(next) == Shape::Title && sheet.text(next).len() > 2;
    plain && sheet.title(next).is_none() && anchors.at(next).is_none() && !sheet.is(next, mark::FIRST) && !sheet.timed(next)
}

/// "East", "Mid-West": a part of what follows, or a region by itself.
pub(super) fn is_direction(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.shape(i) == Shape::Title && names_side(sheet.norm(i))
}

/// Whether a word names a side or part of a land.
pub(super) fn names_side(word: &str) -> bool {
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
    DIRECTIONS.contains(&word)
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
    if is_class_of_things(sheet, &range) {
        return None;
    }
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
    // A lone word that begins a sentence is often a common noun: it is a name only if something says so.
    let bare = sheet.begins(start) && run.tokens.len() == 1 && sheet.shape(start) == Shape::Title && !sheet.seen_capital(start) && !titled;
    run.doubtful |= bare && run.spot.is_none() && !sheet.is(start, mark::FIRST) && run.votes.iter().all(|v| v.1 < 0.8);
    Some(run)
}

/// Whether a run is an abbreviation of a common noun ("AFVs") or joins two peoples ("Franco-British").
fn is_class_of_things(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    const HALVES: [&str; 14] =
        ["anglo", "franco", "sino", "russo", "greco", "austro", "indo", "afro", "euro", "luso", "ibero", "turco", "arab", "italo"];
    let start = range.start;
    let word = sheet.text(start);
    let plural = range.len() == 1 && word.len() > 2 && word.strip_suffix('s').is_some_and(|w| w.chars().all(char::is_uppercase));
    let (half, rest) =
        word.split_once('-').map_or((sheet.norm(start), range.len() == 3 && sheet.norm(start + 1) == "-"), |w| (w.0, range.len() == 1));
    plural || rest && HALVES.contains(&half.to_lowercase().as_str()) && phrase::is_of(sheet, range.end - 1, &[Sort::Demonym, Sort::Ethnic])
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
    let side = is_direction(sheet, word);
    let adjective = side && (sheet.norm(word).ends_with("ern") || sheet.norm(word) == "central");
    if adjective && next_is_name && phrase::is_of(sheet, word + 1, &[Sort::Country, Sort::Demonym]) {
        return true;
    }
    if next_is_name
        && (sheet.lexicon.start(first_piece(sheet, word)).is_some() || is_numbered(sheet, word) || side && !(sheet.begins(word) && adjective))
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
