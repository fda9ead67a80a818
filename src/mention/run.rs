//! Capitalised words that no list knows: where they end, and what they name.

use super::anchor::Anchors;
use super::lexicon::{Class, Sort, mark};
use super::sheet::{Shape, Sheet, Style};
use super::{Mention, state};
use crate::analysis::{EntityType, MentionKind};
use crate::syntax::{Relation, Upos};
use std::collections::HashMap;
use std::ops::Range;

/// A run of capitalised words.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it seems to name, with how much that counts.
    pub votes: Vec<(EntityType, f32)>,
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
        Shape::Title | Shape::Upper => sheet.norm(i) != "i" && sheet.norm(i) != "i." && !is_initial_only(sheet, i),
        Shape::Lower => is_article(sheet.norm(i)) && next_is_capital(sheet, i) && !sheet.begins(i),
        Shape::Number => is_ordinal(sheet.norm(i)) && i + 1 < sheet.sentence(i).end && sheet.capital(i + 1) && sheet.noun(i + 1).is_some(),
        Shape::Mark => false,
    }
}

fn is_initial_only(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.text(i).chars().count() == 1 && !(i + 1 < sheet.sentence(i).end && (sheet.norm(i + 1) == "." || sheet.capital(i + 1)))
}

fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// Small words inside names of other tongues.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ul"
            | "an"
            | "as"
            | "ash"
            | "az"
            | "ad"
            | "ar"
            | "at"
            | "bin"
            | "ibn"
            | "bint"
            | "abu"
            | "de"
            | "del"
            | "della"
            | "von"
            | "van"
            | "der"
            | "den"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "la"
            | "le"
            | "e"
            | "i"
            | "ben"
    ) || word.starts_with("al-")
        || word.starts_with("el-")
        || word.starts_with("ash-")
        || word.starts_with("an-")
        || word.starts_with("as-")
        || word.starts_with("ul-")
}

fn next_is_capital(sheet: &Sheet<'_>, i: usize) -> bool {
    let end = sheet.sentence(i).end;
    if sheet.norm(i).contains('-') {
        return sheet.text(i).contains(char::is_uppercase);
    }
    let next = if i + 1 < end && sheet.norm(i + 1) == "-" { i + 2 } else { i + 1 };
    next < end && sheet.capital(next) && (next == i + 2 || matches!(sheet.norm(i), "al" | "el" | "bin" | "ibn" | "abu" | "de" | "von" | "van"))
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
        } else {
            break;
        }
    }
    end
}

/// Whether a capitalised token begins another name than the one before it.
fn breaks(sheet: &Sheet<'_>, anchors: &Anchors, start: usize, i: usize) -> bool {
    if sheet.title(i).is_some() && sheet.lexicon.end(last_piece(sheet, i)).is_none() {
        return true;
    }
    let Some(anchor) = anchors.at(i) else { return false };
    if i == start || !sheet.capital(i - 1) {
        return false;
    }
    let entry = anchor.entry(sheet);
    let person = sheet.is(start, mark::FIRST) && entry.entity_type == EntityType::Person;
    !person && (anchor.tokens.len() > 1 || matches!(entry.sort, Sort::Demonym | Sort::Country)) && entry.sort != Sort::Ethnic
}

/// The token after small words or marks that stand inside names.
fn bridge(sheet: &Sheet<'_>, start: usize, i: usize, limit: usize) -> Option<usize> {
    let close = |t: usize| !sheet.reading.tokens.tokens[t].spaced;
    let capital = |t: usize| t < limit && sheet.capital(t) && !sheet.timed(t);
    match sheet.norm(i) {
        "-" | "–" | "'" | "/" if close(i) && i + 1 < limit && close(i + 1) => (capital(i + 1) || is_article(sheet.norm(i + 1))).then_some(i + 1),
        "." if close(i) && sheet.text(i - 1).chars().count() == 1 && capital(i + 1) => Some(i + 1),
        "&" if capital(i + 1) => Some(i + 1),
        "of" if of_follows(sheet, start, i) => match sheet.norm(i + 1) {
            "the" if capital(i + 2) => Some(i + 2),
            _ => capital(i + 1).then_some(i + 1),
        },
        "for" if sheet.lexicon.end(last_piece(sheet, i - 1)).is_some() => capital(i + 1).then_some(i + 1),
        "and" if sheet.lexicon.start(first_piece(sheet, start)) == Some(EntityType::Government) && i - start > 1 => capital(i + 1).then_some(i + 1),
        "and"
            if sheet.lexicon.end(last_piece(sheet, i - 1)).is_none()
                && capital(i + 1)
                && capital(i + 2)
                && i - start >= 2
                && sheet.lexicon.end(last_piece(sheet, i + 2)) == Some(EntityType::Organization) =>
        {
            Some(i + 1)
        }
        word if is_article(word) && next_is_capital(sheet, i) => Some(if sheet.norm(i).contains('-') { i + 1 } else { i + 1 }),
        "-" => None,
        _ if sheet.shape(i) == Shape::Number && sheet.lexicon.start(first_piece(sheet, start)) == Some(EntityType::Operation) => Some(i + 1),
        _ => None,
    }
}

/// Whether "of" continues a name: "Ministry of", "Bank of", "Front of"; not "Battle of" after a plain word.
fn of_follows(sheet: &Sheet<'_>, start: usize, i: usize) -> bool {
    sheet.lexicon.start(first_piece(sheet, start)).is_some() || sheet.lexicon.end(last_piece(sheet, i - 1)).is_some()
}

fn first_piece(sheet: &Sheet<'_>, i: usize) -> u32 {
    sheet.pieces(i).first().copied().unwrap_or(0)
}

fn last_piece(sheet: &Sheet<'_>, i: usize) -> u32 {
    sheet.pieces(i).last().copied().unwrap_or(0)
}

/// Whether the last or first word of a run tells what it names.
pub(crate) fn ends_as_name(sheet: &Sheet<'_>, range: Range<usize>) -> bool {
    range.len() > 1 && by_words(sheet, &range).is_some() && sheet.style(range.start) == Style::Plain
}

/// Type of a run by its own words.
fn by_words(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<EntityType> {
    if range.len() < 2 {
        return None;
    }
    let of = range.clone().find(|&i| matches!(sheet.norm(i), "of" | "for"));
    let main = of.unwrap_or(range.end);
    let first = sheet.lexicon.start(first_piece(sheet, range.start));
    if first.is_some_and(|t| t != EntityType::Person) && (of.is_some() || main > range.start + 1) {
        return first;
    }
    (main > range.start).then(|| sheet.lexicon.end(last_piece(sheet, main - 1))).flatten().or(first)
}

/// Reads the run in a range; nothing if it is no name.
pub(crate) fn read(sheet: &Sheet<'_>, range: Range<usize>, titled: bool) -> Option<Run> {
    let range = trim(sheet, range)?;
    let (mut start, mut end) = (range.start, range.end);
    let style = sheet.style(start);
    let mut votes = Vec::new();
    let doubtful = style != Style::Plain
        || (sheet.begins(start) && end - start == 1 && !sheet.seen_capital(start) && !titled && sheet.upos(start) != Upos::Propn);
    if let Some(entity_type) = by_words(sheet, &(start..end)) {
        votes.push((entity_type, 3.0));
    }
    if titled {
        votes.push((EntityType::Person, 4.0));
    }
    if sheet.is(start, mark::FIRST) && end - start > 1 {
        votes.push((EntityType::Person, 2.5));
    }
    by_context(sheet, &mut start, &mut end, &mut votes);
    if sheet.shape(start) == Shape::Upper && end - start == 1 && sheet.text(start).len() < 8 {
        votes.push((EntityType::Organization, 0.6));
    }
    Some(Run { tokens: start..end, votes, doubtful })
}

/// Cuts words off the ends that only begin a sentence or are titles.
fn trim(sheet: &Sheet<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end {
        let word = start;
        let common = sheet.is(word, mark::COMMON) && (end - start == 1 || sheet.begins(word) || sheet.upos(word) == Upos::Det);
        let initial = sheet.begins(word)
            && !sheet.seen_capital(word)
            && (sheet.seen_small(word) || !matches!(sheet.upos(word), Upos::Propn | Upos::Noun | Upos::Adj | Upos::X))
            && sheet.shape(word) != Shape::Upper
            && !sheet.is(word, mark::FIRST);
        let noun_only = end - start == 1 && sheet.noun(word).is_some_and(|n| n.0 == end) && !sheet.seen_capital(word);
        if common || initial || noun_only || sheet.shape(word) == Shape::Mark {
            start += 1;
        } else {
            break;
        }
    }
    while end > start
        && (sheet.shape(end - 1) == Shape::Mark
            || (!sheet.capital(end - 1) && sheet.shape(end - 1) != Shape::Number && !sheet.text(end - 1).contains(char::is_uppercase)))
    {
        end -= 1;
    }
    let single = end - start == 1;
    if start >= end || (single && sheet.is(start, mark::COMMON)) || (single && sheet.text(start).chars().filter(|c| c.is_alphabetic()).count() < 2) {
        return None;
    }
    if single
        && matches!(sheet.upos(start), Upos::Verb | Upos::Adv | Upos::Adp | Upos::Pron | Upos::Det | Upos::Intj | Upos::Sconj | Upos::Cconj)
        && sheet.begins(start)
    {
        return None;
    }
    Some(start..end)
}

/// What the words around a run say of it; a noun that belongs to the name is added to it.
fn by_context(sheet: &Sheet<'_>, start: &mut usize, end: &mut usize, votes: &mut Vec<(EntityType, f32)>) {
    let sentence = sheet.sentence(*start);
    let before = |k: usize| if *start >= sentence.start + k { sheet.norm(*start - k) } else { "" };
    let preposition = match before(1) {
        "the" => before(2),
        word => word,
    };
    match preposition {
        "in" | "near" | "at" | "inside" | "outside" | "around" | "across" | "into" | "through" | "towards" | "toward" | "throughout" | "off" => {
            votes.push((EntityType::Place, 1.6))
        }
        "from" | "to" | "between" | "on" | "via" | "over" => votes.push((EntityType::Place, 0.8)),
        "of" if *start >= sentence.start + 2 => {
            if let Some((_, noun)) = sheet.noun(*start - 2) {
                match noun.class {
                    Class::Town | Class::Area => votes.push((EntityType::Place, 3.0)),
                    Class::Site => votes.push((EntityType::Place, 1.0)),
                    _ => {}
                }
            }
            if matches!(
                before(2),
                "north"
                    | "south"
                    | "east"
                    | "west"
                    | "northeast"
                    | "northwest"
                    | "southeast"
                    | "southwest"
                    | "outskirts"
                    | "center"
                    | "centre"
                    | "kilometers"
                    | "km"
                    | "miles"
            ) {
                votes.push((EntityType::Place, 3.0));
            }
        }
        "operation" => votes.push((EntityType::Operation, 4.0)),
        "that" | "told" | "by" => votes.push((EntityType::Person, 0.3)),
        _ => {}
    }
    let next = *end;
    if next < sentence.end {
        match sheet.norm(next) {
            "said" | "told" | "says" | "added" | "tweeted" | "explained" | "noted" | "wrote" | "argued" | "insisted" | "stressed" | "warned" => {
                votes.push((EntityType::Person, if *end - *start > 1 { 2.0 } else { 1.0 }));
            }
            "," if next + 1 < sentence.end && sheet.shape(next + 1) == Shape::Number && next + 2 < sentence.end && sheet.norm(next + 2) == "," => {
                votes.push((EntityType::Person, 2.0))
            }
            _ => follow(sheet, *start, end, votes),
        }
    }
    if matches!(sheet.relation(state::head_of(sheet, *start..*end)), Relation::Nsubj | Relation::NsubjPass) {
        votes.push((EntityType::Person, 0.2));
    }
}

/// The noun after a run: "province" belongs to the name, "town" tells its type.
fn follow(sheet: &Sheet<'_>, start: usize, end: &mut usize, votes: &mut Vec<(EntityType, f32)>) {
    let sentence = sheet.sentence(start);
    let mut at = *end;
    while at < sentence.end
        && at < *end + 2
        && matches!(
            sheet.norm(at),
            "military"
                | "international"
                | "border"
                | "refugee"
                | "air"
                | "naval"
                | "central"
                | "national"
                | "main"
                | "general"
                | "state"
                | "private"
                | "public"
        )
        && sheet.noun(at).is_none_or(|n| n.0 == at + 1)
        && at + 1 < sentence.end
        && sheet.noun(at + 1).is_some()
    {
        at += 1;
    }
    let Some((stop, noun)) = sheet.noun(at) else { return };
    if sheet.capital(at) || matches!(sheet.upos(at), Upos::Verb | Upos::Aux) {
        return;
    }
    match noun.class {
        Class::Area => {
            votes.push((EntityType::Place, 3.5));
            *end = stop;
        }
        Class::Site if is_named_site(sheet.norm(stop - 1)) => {
            votes.push((EntityType::Facility, 3.5));
            *end = stop;
        }
        Class::Town => votes.push((EntityType::Place, 3.0)),
        Class::Rebel | Class::Fighter => {
            votes.push((EntityType::ArmedGroup, 3.0));
            if !matches!(sheet.norm(stop - 1), "group" | "groups" | "alliance" | "cartel" | "gang") {
                *end = stop;
            }
        }
        Class::Force if at == *end => {
            votes.push((EntityType::StateForce, 2.0));
            *end = stop;
        }
        Class::Media => votes.push((EntityType::Media, 3.0)),
        Class::Group => votes.push((if noun.entity_type == EntityType::ArmedGroup { EntityType::ArmedGroup } else { EntityType::Organization }, 1.5)),
        Class::Weapon => votes.push((EntityType::Weapon, 1.0)),
        _ => {}
    }
}

/// Whether a facility's noun stays in its name: "Mezzeh airport", not "Aleppo market".
fn is_named_site(word: &str) -> bool {
    matches!(
        word,
        "airport"
            | "airbase"
            | "base"
            | "airfield"
            | "hospital"
            | "university"
            | "mosque"
            | "church"
            | "camp"
            | "crossing"
            | "prison"
            | "jail"
            | "bridge"
            | "dam"
            | "highway"
            | "road"
            | "refinery"
            | "port"
            | "station"
            | "plant"
            | "square"
            | "market"
            | "palace"
            | "barracks"
            | "checkpoint"
            | "stadium"
            | "temple"
            | "cathedral"
            | "school"
            | "college"
            | "hotel"
            | "street"
            | "field"
            | "oilfield"
            | "academy"
            | "citadel"
            | "castle"
            | "fort"
            | "shrine"
            | "tower"
    )
}

/// Decides what the runs name, all mentions of a text together, and adds them to the mentions.
pub(crate) fn settle(sheet: &Sheet<'_>, runs: Vec<Run>, mentions: &mut Vec<Mention>) {
    let mut totals: HashMap<Vec<u32>, [f32; 12]> = HashMap::new();
    let mut believed: HashMap<Vec<u32>, bool> = HashMap::new();
    let surnames = surnames(sheet, &runs, mentions);
    for run in &runs {
        let form = form(sheet, &run.tokens);
        let total = totals.entry(form.clone()).or_default();
        for &(entity_type, weight) in &run.votes {
            total[entity_type as usize] += weight;
        }
        *believed.entry(form).or_default() |= !run.doubtful;
    }
    for run in runs {
        let form = form(sheet, &run.tokens);
        let last = form.last().copied().unwrap_or(0);
        let named = surnames.get(&last);
        if run.doubtful && !believed.get(&form).copied().unwrap_or(false) && !(named.is_some() && run.tokens.len() == 1) {
            continue;
        }
        let own = best(&totals[&form]);
        let (entity_type, key) = match (named, own) {
            (Some(key), own) if run.tokens.len() <= 3 && own.is_none_or(|(t, w)| t == EntityType::Person || w < 3.0) && form.len() == 1 => {
                (EntityType::Person, key.clone())
            }
            (_, Some((entity_type, _))) => (entity_type, String::new()),
            (_, None) if run.tokens.len() > 1 => (EntityType::Person, String::new()),
            (_, None) => (EntityType::Place, String::new()),
        };
        let head = state::head_of(sheet, run.tokens.clone());
        let score = if own.is_some() { 0.7 } else { 0.4 };
        mentions.push(Mention { tokens: run.tokens, head, kind: MentionKind::Name, entity_type, key, role: None, rule: "capitals", score });
    }
}

/// The heaviest type; ties go to the type declared first.
fn best(total: &[f32; 12]) -> Option<(EntityType, f32)> {
    let mut best: Option<(EntityType, f32)> = None;
    for (&entity_type, &weight) in EntityType::ALL.iter().zip(total) {
        if weight > best.map_or(0.0, |b| b.1) {
            best = Some((entity_type, weight));
        }
    }
    best
}

/// A name as the symbols of its words, marks left out.
fn form(sheet: &Sheet<'_>, range: &Range<usize>) -> Vec<u32> {
    range.clone().filter(|&i| sheet.shape(i) != Shape::Mark && !is_article(sheet.norm(i))).map(|i| sheet.reading.tokens.tokens[i].norm.0).collect()
}

/// Last words of the full names of people, with the key of the person.
fn surnames(sheet: &Sheet<'_>, runs: &[Run], mentions: &[Mention]) -> HashMap<u32, String> {
    let mut surnames = HashMap::new();
    let known = mentions.iter().filter(|m| m.entity_type == EntityType::Person && !m.key.is_empty()).map(|m| (m.tokens.clone(), m.key.clone()));
    let read = runs
        .iter()
        .filter(|r| {
            r.votes.iter().any(|v| v.0 == EntityType::Person && v.1 >= 2.0) && !r.votes.iter().any(|v| v.0 != EntityType::Person && v.1 >= 3.0)
        })
        .map(|r| (r.tokens.clone(), String::new()));
    for (tokens, key) in known.chain(read) {
        let form = form(sheet, &tokens);
        if let (Some(&last), true) = (form.last(), form.len() > 1) {
            surnames.entry(last).or_insert(key);
        }
    }
    surnames
}
