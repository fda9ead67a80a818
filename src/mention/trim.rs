//! Capitalised words that are no names, or no part of one.

use super::bridge::{ends_given_name, is_numbered, is_suffix};
use super::lexicon::{Class, Sort, mark};
use super::run::{first_piece, is_article, is_direction, is_joined, places};
use super::sheet::{Shape, Sheet, Style};
use super::{phrase, words};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Whether a word that begins a sentence has the look of a common noun: "Tributes", "Prevention", "Award-winning".
pub(super) fn is_like_noun(sheet: &Sheet<'_>, start: usize) -> bool {
    const ENDS: [&str; 8] = ["tion", "ment", "ness", "ity", "ism", "ance", "ence", "ings"];
    let word = sheet.norm(start);
    let plural = word.len() > 4 && word.ends_with('s') && !["ss", "us", "is", "as", "os", "ys", "'s"].iter().any(|e| word.ends_with(e));
    // "Denounced the test."
    let deed = word.ends_with("ed") && among(sheet.norm_in(start, start + 1), "the a an its their his her all");
    let joined = sheet.norm_in(start, start + 1) == "-" && among(sheet.norm_in(start, start + 2), "winning level wide like long old");
    plural || joined || deed || word.len() > 6 && ENDS.iter().any(|e| word.ends_with(e))
}

/// Whether words in capitals before a comma or bracket begin a report: "MARAWI CITY, Philippines".
pub(super) fn opens_report(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    sheet.style(range.start) == Style::Title
        && range.start == sheet.sentence(range.start).start
        && range.clone().all(|i| sheet.shape(i) == Shape::Upper)
        && among(sheet.norm_in(range.start, range.end), ", ( - – —")
}

/// Whether a run is an abbreviation of a common noun ("AFVs") or joins two peoples ("Franco-British").
pub(super) fn is_class_of_things(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
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
pub(super) fn is_portfolio(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    let next = range.end;
    next + 1 < sheet.sentence(range.start).end
        && among(sheet.norm(next), "minister secretary commissioner")
        && sheet.capital(next)
        && sheet.capital(next + 1)
        && sheet.shape(next - 1) == Shape::Title
        && places(sheet, range.start).is_none()
        && !sheet.is(range.start, mark::FIRST)
}

/// "Liberty Day", "Nobel Prize", "New Year": what nobody does and nothing happens to.
pub(super) fn is_occasion(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    let last = range.end - 1;
    sheet.shape(last) == Shape::Title
        && (range.len() > 1 || last > sheet.sentence(last).start && sheet.capital(last - 1))
        && (among(sheet.norm(last), "day eve prize cup") && sheet.style(last) == Style::Plain
            || sheet.norm(last) == "year" && sheet.norm(last - 1) == "new")
}

/// "Chapter VII", "Class IX", "N450 a litre": parts of papers, sums.
pub(super) fn is_count(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    let (start, next) = (range.start, range.end);
    let numeral = |i: usize| sheet.shape(i) == Shape::Number || sheet.text(i).bytes().all(|b| b"IVXLC".contains(&b));
    let part = |i: usize| among(sheet.norm(i), "chapter class section annex article part clause paragraph table figure schedule");
    let sum = || range.len() == 1 && sheet.text(start).strip_prefix('N').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    part(start) && (range.len() == 2 && numeral(start + 1) || range.len() == 1 && next < sheet.sentence(start).end && numeral(next))
        || range.len() == 1 && start > sheet.sentence(start).start && part(start - 1) && sheet.capital(start - 1) && numeral(start)
        || sum() && among(sheet.norm_in(start, next), "million billion a per for")
}

/// Whether a lone word is an adjective before a small noun: "Athenian justifications".
pub(super) fn describes(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
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
pub(super) fn trim(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && is_idle(sheet, start, end) {
        start += 1;
    }
    while end > start && !is_name_end(sheet, end - 1) && !ends_given_name(sheet, start, end - 1) {
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
    // "al-Qirbi" begins a sentence.
    if is_article(sheet.norm(word)) && sheet.begins(word) && is_joined(sheet, word) {
        return false;
    }
    if sheet.norm(word) == "the" && word + 1 < end && sheet.norm(word + 1) == "hague" {
        return false;
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
    if is_direction(sheet, word) && !sheet.begins(word) && among(sheet.norm(word - 1), "the in from") && !sheet.norm(word).ends_with("ern") {
        return false;
    }
    if end - word > 2 && matches!(sheet.norm(word + 1), "of" | "for") && words::by_words(sheet, &(word..end)).is_some() {
        return false;
    }
    // "Human Rights Mission" begins a sentence.
    let kept = end - word > 2
        && among(sheet.norm(word), "human general civil security national international central medical armed first second third fourth fifth")
        && words::by_words(sheet, &(word..end)).is_some();
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
