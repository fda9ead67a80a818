//! Capitalised words that no list knows: where they begin and end.

use super::anchor::Anchors;
use super::bridge::{bridge, ends_given_name, is_suffix};
use super::lexicon::{Class, mark};
use super::sheet::{Shape, Sheet, Style};
use super::{alias, breaks, context, headline, trim, words};
use crate::analysis::EntityType;
use crate::gazetteer::{Level, Match};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
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
        // "al-Qirbi said" may begin a sentence, "an American said" is no name.
        Shape::Lower => is_article(sheet.norm(i)) && next_is_capital(sheet, i) && (!sheet.begins(i) || is_joined(sheet, i)),
        Shape::Number => is_ordinal(sheet.norm(i)) && leads_unit(sheet, i + 1) || leads_numbered(sheet, i),
        Shape::Mark => false,
    }
}

/// Whether a hyphen joins an article to its name: "al-Qirbi".
pub(super) fn is_joined(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.norm(i).contains('-') || sheet.norm_in(i, i + 1) == "-"
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
            || sheet.lexicon.end(last_piece(sheet, *i)).is_some_and(EntityType::is_armed)
            || sheet.shape(start - 1) == Shape::Number && sheet.text(start - 1).len() > 4 && sheet.shape(*i) == Shape::Upper
            || words::MILITARY.contains(&sheet.norm(*i))
            || sheet.norm(*i) == "company"
    };
    (start..end).take_while(|&i| sheet.capital(i)).any(|i| unit(&i))
}

/// "58 Division", "3 Commando Brigade": a plain number before a unit in the singular.
fn leads_numbered(sheet: &Sheet<'_>, i: usize) -> bool {
    let end = sheet.sentence(i).end.min(i + 5);
    let unit = |t: usize| among(sheet.norm(t), "division brigade battalion regiment corps squadron rifles commando para grenadiers wing battery");
    sheet.text(i).len() < 4 && sheet.text(i).bytes().all(|b| b.is_ascii_digit()) && (i + 1..end).take_while(|&t| sheet.capital(t)).any(unit)
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
    if !word.contains(['-', '\'']) {
        return word.len() < 6 && SMALL.contains(&word);
    }
    ["al-", "el-", "ash-", "an-", "as-", "ul-", "az-", "ar-", "ol-", "wal-", "e-", "i-", "d'", "l'"].iter().any(|p| word.starts_with(p))
}

pub(super) fn next_is_capital(sheet: &Sheet<'_>, i: usize) -> bool {
    let end = sheet.sentence(i).end;
    if sheet.norm(i).contains('-') {
        return sheet.text(i).contains(char::is_uppercase);
    }
    let next = if i + 1 < end && sheet.norm(i + 1) == "-" { i + 2 } else { i + 1 };
    next < end && sheet.capital(next) && (next == i + 2 || among(sheet.norm(i), "al el bin ibn abu de von van az ez"))
}

/// One past the last token of the run that begins at a token.
pub(crate) fn end(sheet: &Sheet<'_>, anchors: &Anchors, start: usize) -> usize {
    let limit = sheet.sentence(start).end.min(start + LONGEST);
    let mut end = start + 1;
    let mut i = start + 1;
    while i < limit {
        if sheet.capital(i) || (sheet.shape(i) == Shape::Lower && sheet.text(i).contains(char::is_uppercase) && is_article(sheet.norm(i))) {
            if sheet.timed(i) && sheet.norm(start) != "operation" || breaks::breaks(sheet, anchors, start, i) {
                break;
            }
            i += 1;
            end = i;
        } else if let Some(next) = bridge(sheet, start, i, limit) {
            // "Group of [Jammu and Kashmir Police]": a known name stays whole.
            let known =
                anchors.at(next.min(limit - 1)).filter(|a| matches!(sheet.norm(i), "of" | "for") && a.tokens.len() > 1 && a.tokens.end <= limit);
            if let Some(known) = known {
                (i, end) = (known.tokens.end, known.tokens.end);
                continue;
            }
            i = next;
            if sheet.shape(i - 1) == Shape::Number || is_suffix(sheet.norm(i - 1)) || ends_given_name(sheet, start, i - 1) {
                end = i;
            }
        } else {
            break;
        }
    }
    end
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
    range.len() > 1 && words::by_words(sheet, &range).is_some() && sheet.style(range.start) == Style::Plain
}

/// The places of the name that begins at a token.
pub(crate) fn places<'a>(sheet: &Sheet<'a>, start: usize) -> Option<Match<'a>> {
    let find = || {
        let end = sheet.sentence(start).end.min(start + 7);
        let words: Vec<&str> = (start..end).map(|i| sheet.text(i)).collect();
        sheet.reading.gazetteer.longest_match(&words).filter(|m| m.level != Level::Loose || sheet.text(start).len() > 4)
    };
    *sheet.places.borrow_mut().entry(start).or_insert_with(find)
}

/// Reads the run in a range; nothing if it is no name.
pub(crate) fn read(sheet: &Sheet<'_>, range: Range<usize>, titled: bool) -> Option<Run> {
    let mut range = trim::trim(sheet, range)?;
    if trim::is_class_of_things(sheet, &range)
        || trim::describes(sheet, &range)
        || trim::is_portfolio(sheet, &range)
        || trim::is_occasion(sheet, &range)
        || trim::is_count(sheet, &range)
    {
        return None;
    }
    let start = range.start;
    let loud = sheet.style(start) != Style::Plain && headline::leads_to_place(sheet, start);
    let found = places(sheet, start).filter(|m| loud || start + m.words >= range.end);
    if let Some(found) = &found
        && range.start + found.words > range.end
        && found.level == Level::Exact
    {
        range.end = range.start + found.words;
    }
    let lone = sheet.begins(start) && range.len() == 1 && !sheet.seen_capital(start) && !titled && sheet.upos(start) != Upos::Propn;
    // "Strikes on Doha Leave Scores Dead": a known place behind a preposition.
    let exact = |m: &&Match<'_>| (m.level == Level::Exact || sheet.style(start) == Style::Loud) && !m.needs_support;
    let sure = found.as_ref().filter(|_| loud).filter(exact).map(|m| start + m.words);
    if let Some(end) = sure {
        range.end = headline::with_site(sheet, end);
    }
    let found = found.filter(|m| m.words + start == range.end || sure.is_none());
    let styled = sure.is_none() && sheet.style(start) != Style::Plain && !trim::opens_report(sheet, &range);
    let mut run = Run { tokens: range, votes: Vec::new(), spot: None, doubtful: styled || lone };
    context::judge(sheet, &mut run, titled, found);
    // A lone word that begins a sentence is often a common noun: it is a name only if something says so.
    let bare = sheet.begins(start) && run.tokens.len() == 1 && sheet.shape(start) == Shape::Title && !sheet.seen_capital(start) && !titled;
    // "Hannibal crossed the Alps."
    let acts = sheet.relation(start) == Relation::Nsubj
        && sheet.upos(start) == Upos::Propn
        && sheet.head(start) == Some(start + 1)
        && sheet.upos(start + 1) == Upos::Verb
        && !(sheet.seen_small(start) || sheet.is(start, mark::COMMON) || sheet.noun(start).is_some());
    let owns = acts || sheet.norm_in(start, start + 1) == "'s" && !sheet.seen_small(start) && sheet.upos(start) == Upos::Propn;
    let common = bare && trim::is_like_noun(sheet, start) && !sheet.text(start).chars().skip(1).any(char::is_uppercase);
    let told = run.spot.is_some() || sheet.is(start, mark::FIRST) || alias::brings(sheet.reading, sheet.sentence(start).start, start).is_some();
    run.doubtful |= bare && !told && (common || !owns && run.votes.iter().all(|v| v.1 < 0.8));
    Some(run)
}
