//! Capitalised words that no list knows: where they begin and end.

use super::anchor::{Anchor, Anchors};
use super::bridge::{bridge, is_numbered, is_suffix};
use super::lexicon::{Class, Sort, mark};
use super::sheet::{Shape, Sheet, Style};
use super::{context, phrase};
use crate::analysis::EntityType;
use crate::gazetteer::{Level, Match};
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
        Shape::Lower => is_article(sheet.norm(i)) && next_is_capital(sheet, i) && !sheet.begins(i),
        Shape::Number => is_ordinal(sheet.norm(i)) && leads_unit(sheet, i + 1) || leads_numbered(sheet, i),
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
            || context::MILITARY.contains(&sheet.norm(*i))
            || sheet.norm(*i) == "company"
    };
    (start..end).take_while(|&i| sheet.capital(i)).any(|i| unit(&i))
}

/// "58 Division", "3 Commando Brigade": a plain number before a unit in the singular.
fn leads_numbered(sheet: &Sheet<'_>, i: usize) -> bool {
    let end = sheet.sentence(i).end.min(i + 5);
    let unit = |t: usize| matches!(sheet.norm(t), "division" | "brigade" | "battalion" | "regiment" | "corps" | "squadron" | "rifles");
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
    SMALL.contains(&word)
        || ["al-", "el-", "ash-", "an-", "as-", "ul-", "az-", "ar-", "ol-", "wal-", "e-", "i-", "d'", "l'"].iter().any(|p| word.starts_with(p))
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
            if sheet.timed(i) && sheet.norm(start) != "operation" || breaks(sheet, anchors, start, i) {
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
            if sheet.shape(i - 1) == Shape::Number || is_suffix(sheet.norm(i - 1)) {
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
    if sheet.norm(i) == "i" && sheet.norm_in(i, i + 1) != "corps" || sheet.title(i).is_some() && sheet.lexicon.end(last_piece(sheet, i)).is_none() {
        return true;
    }
    let Some(anchor) = anchors.at(i) else { return false };
    if joins_names(sheet, anchor, start, i) || is_namesake(sheet, anchors, anchor, start, i) {
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

/// First words that many bodies share.
pub(super) const GENERIC: [&str; 10] =
    ["people's", "people", "national", "liberation", "democratic", "revolutionary", "popular", "resistance", "defence", "defense"];

/// Whether a known name of common words is the end of another body's name: "Bamar | People's Liberation Army".
fn is_namesake(sheet: &Sheet<'_>, anchors: &Anchors, anchor: &Anchor, start: usize, i: usize) -> bool {
    let body = matches!(anchor.entry(sheet).entity_type, EntityType::ArmedGroup | EntityType::StateForce);
    let named = |t: usize| sheet.shape(t) == Shape::Title && anchors.at(t).is_none() && sheet.title(t).is_none() && !sheet.is(t, mark::COMMON);
    body && anchor.tokens.len() > 1
        && GENERIC.contains(&sheet.norm(i))
        && sheet.style(i) == Style::Plain
        && (start..i).all(named)
        && (start + 1 == i && !sheet.begins(start) || places(sheet, start).is_some())
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
    if is_class_of_things(sheet, &range) || describes(sheet, &range) || is_portfolio(sheet, &range) {
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
    let styled = sheet.style(start) != Style::Plain && !opens_report(sheet, &range);
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
    let common = bare && is_like_noun(sheet, start) && !sheet.text(start).chars().skip(1).any(char::is_uppercase);
    let told = run.spot.is_some() || sheet.is(start, mark::FIRST);
    run.doubtful |= bare && !told && (common || !owns && run.votes.iter().all(|v| v.1 < 0.8));
    Some(run)
}

/// Whether a word that begins a sentence has the look of a common noun: "Tributes", "Prevention", "Award-winning".
fn is_like_noun(sheet: &Sheet<'_>, start: usize) -> bool {
    const ENDS: [&str; 8] = ["tion", "ment", "ness", "ity", "ism", "ance", "ence", "ings"];
    let word = sheet.norm(start);
    let plural = word.len() > 4 && word.ends_with('s') && !["ss", "us", "is", "as", "os", "ys", "'s"].iter().any(|e| word.ends_with(e));
    let joined =
        sheet.norm_in(start, start + 1) == "-" && matches!(sheet.norm_in(start, start + 2), "winning" | "level" | "wide" | "like" | "long" | "old");
    plural || joined || word.len() > 6 && ENDS.iter().any(|e| word.ends_with(e))
}

/// Whether words in capitals before a comma or bracket begin a report: "MARAWI CITY, Philippines".
fn opens_report(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    sheet.style(range.start) == Style::Title
        && range.start == sheet.sentence(range.start).start
        && range.clone().all(|i| sheet.shape(i) == Shape::Upper)
        && matches!(sheet.norm_in(range.start, range.end), "," | "(" | "-" | "–" | "—")
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
    // "Pro-junta", "Anti-tank" begin sentences.
    let joined = range.len() == 1
        && !is_article(sheet.norm(start))
        && word.split_once('-').is_some_and(|w| w.0.len() > 1 && !w.1.contains(char::is_uppercase) && !w.1.contains(char::is_numeric));
    plural || joined || rest && HALVES.contains(&half.to_lowercase().as_str()) && phrase::is_of(sheet, range.end - 1, &[Sort::Demonym, Sort::Ethnic])
}

/// "Environment | Minister Ann Lee": the field of an office.
fn is_portfolio(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    let next = range.end;
    next + 1 < sheet.sentence(range.start).end
        && matches!(sheet.norm(next), "minister" | "secretary" | "commissioner")
        && sheet.capital(next)
        && sheet.capital(next + 1)
        && sheet.shape(next - 1) == Shape::Title
        && places(sheet, range.start).is_none()
        && !sheet.is(range.start, mark::FIRST)
}

/// Whether a lone word is an adjective before a small noun: "Athenian justifications".
fn describes(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    let next = range.end;
    range.len() == 1
        && sheet.upos(range.start) == Upos::Adj
        && sheet.relation(range.start) == Relation::Amod
        && next < sheet.sentence(range.start).end
        && sheet.upos(next) == Upos::Noun
        && sheet.shape(next) == Shape::Lower
        && places(sheet, range.start).is_none()
        && !sheet.is(range.start, mark::FIRST)
        && ["ian", "ean", "ese", "ish", "ist", "ic", "al"].iter().any(|e| sheet.norm(range.start).ends_with(e))
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
    // "Human Rights Mission" begins a sentence.
    let kept = end - word > 2
        && matches!(
            sheet.norm(word),
            "human"
                | "civil"
                | "security"
                | "national"
                | "international"
                | "central"
                | "medical"
                | "armed"
                | "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
        )
        && context::by_words(sheet, &(word..end)).is_some();
    if kept {
        return false;
    }
    let common = sheet.is(word, mark::COMMON) && (end - word == 1 || sheet.begins(word) || is_small(sheet.upos(word)));
    let known_small = sheet.seen_small(word) || !matches!(sheet.upos(word), Upos::Propn | Upos::Noun | Upos::Adj | Upos::X);
    let initial = sheet.begins(word) && !sheet.seen_capital(word) && known_small && sheet.shape(word) != Shape::Upper && !sheet.is(word, mark::FIRST);
    let noun_only = end - word == 1
        && sheet.noun(word).is_some_and(|(e, n)| {
            e == end
                && (!sheet.seen_capital(word)
                    || n.class == Class::People && !n.singular && sheet.begins(word)
                    || n.class == Class::Weapon
                    || sheet.shape(word) == Shape::Upper)
        });
    common || initial || noun_only
}

/// Whether a tag is that of a word that joins others.
fn is_small(tag: Upos) -> bool {
    matches!(tag, Upos::Det | Upos::Adp | Upos::Sconj | Upos::Cconj)
}

fn is_name_end(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.capital(i)
        || sheet.shape(i) == Shape::Number
        || is_suffix(sheet.norm(i))
        || sheet.shape(i) == Shape::Lower && sheet.text(i).contains(char::is_uppercase)
}

fn is_function_word(sheet: &Sheet<'_>, i: usize) -> bool {
    matches!(sheet.upos(i), Upos::Verb | Upos::Adv | Upos::Adp | Upos::Pron | Upos::Det | Upos::Intj | Upos::Sconj | Upos::Cconj)
}
