//! Names in a row, "the villages of A, B and C": what stands before the first tells of all.

use super::Mention;
use super::lexicon::{Class, mark};
use super::run::Run;
use super::sheet::Sheet;
use crate::analysis::EntityType;
use crate::lexicon::among;
use std::ops::Range;

/// A name in a row.
struct Item {
    tokens: Range<usize>,
    /// Its run, if no list knows it.
    run: Option<usize>,
    /// Whether it is surely a place, or surely none.
    place: bool,
    other: bool,
}

/// Adds what rows of names say of the runs in them.
pub(super) fn level(sheet: &Sheet<'_>, mentions: &[Mention], runs: &mut [Run]) {
    let mut items: Vec<Item> = runs.iter().enumerate().map(|(at, run)| of_run(sheet, at, run)).collect();
    items.extend(mentions.iter().map(|m| Item {
        tokens: m.tokens.clone(),
        run: None,
        place: m.entity_type.is_spot(),
        other: !m.entity_type.is_spot(),
    }));
    items.sort_by_key(|i| i.tokens.start);
    let mut first = 0;
    while first < items.len() {
        let mut last = first;
        let mut closed = false;
        while last + 1 < items.len()
            && let Some(joint) = joint(sheet, items[last].tokens.end, items[last + 1].tokens.start)
            && !(closed && joint == Joint::Comma)
        {
            closed |= joint == Joint::And;
            last += 1;
        }
        if closed {
            row(sheet, &items[first..=last], runs);
        }
        first = last + 1;
    }
}

fn of_run(sheet: &Sheet<'_>, at: usize, run: &Run) -> Item {
    let told = |place: bool| run.votes.iter().any(|v| v.0.is_spot() == place && v.1 >= 2.0);
    let first = sheet.is(run.tokens.start, mark::FIRST) && run.tokens.len() > 1;
    let sum: f32 = run.votes.iter().map(|v| if v.0.is_spot() { v.1 } else { -v.1 }).sum();
    let place = told(true) || run.spot.is_some_and(|s| s.1 >= 2.0) || sum >= 0.8;
    Item { tokens: run.tokens.clone(), run: Some(at), place, other: told(false) || first }
}

#[derive(PartialEq)]
enum Joint {
    Comma,
    And,
}

/// What joins two names of a row.
fn joint(sheet: &Sheet<'_>, end: usize, start: usize) -> Option<Joint> {
    if start <= end || start - end > 2 || sheet.sentence_index(end - 1) != sheet.sentence_index(start) {
        return None;
    }
    match (sheet.norm(end), start - end) {
        (",", 1) => Some(Joint::Comma),
        ("and" | "or" | "&", 1) => Some(Joint::And),
        (",", 2) if among(sheet.norm(end + 1), "and or") => Some(Joint::And),
        _ => None,
    }
}

/// Adds the votes of one row.
fn row(sheet: &Sheet<'_>, items: &[Item], runs: &mut [Run]) {
    let weight = lead(sheet, items);
    let known = items.iter().filter(|i| i.place).count();
    let weight = if weight == 0.0 && known > 0 && items.iter().all(|i| !i.other) { if known * 2 >= items.len() { 1.7 } else { 1.2 } } else { weight };
    if weight == 0.0 {
        return;
    }
    for item in items.iter().filter(|i| !i.place) {
        let Some(run) = item.run.map(|at| &mut runs[at]) else { continue };
        // "the villages of Saraf and Abu Suruj": whatever its own words say, but for a title.
        let strong = weight > 2.0 && run.votes.iter().all(|v| v.0.is_spot() || v.1 < 4.0);
        let against: f32 = run.votes.iter().filter(|v| !v.0.is_spot()).map(|v| v.1).sum();
        if strong {
            run.votes.push((EntityType::Place, weight.max(against + 0.5)));
        } else if !item.other {
            run.votes.push((EntityType::Place, weight));
        }
    }
}

/// How much the words before a row speak for places.
fn lead(sheet: &Sheet<'_>, items: &[Item]) -> f32 {
    let (start, end) = (items[0].tokens.start, items[items.len() - 1].tokens.end);
    let sentence = sheet.sentence(start);
    let back = |k: usize| if start >= sentence.start + k { sheet.norm(start - k) } else { "" };
    let place = |k: usize| start >= sentence.start + k && is_place_noun(sheet, start - k);
    let at = 1 + usize::from(back(1) == "the");
    let named = match back(at) {
        "of" => place(at + 1),
        "as" if back(at + 1) == "such" => place(at + 2) || place(at + 3),
        "including" | "like" | "namely" | ":" | "," => place(at + 1) || back(at + 1) == "," && place(at + 2),
        _ => place(at) && sheet.norm(start - at).ends_with('s'),
    };
    if named {
        return 3.5;
    }
    // "In Gaza, Sinwar and Deif said": no row of places.
    let opens = start == sentence.start + at && sheet.norm(items[0].tokens.end) == ",";
    let says = end < sentence.end && among(sheet.norm(end), "said told say warned agreed met");
    let led = among(back(at), "in at near around across into outside throughout along inside");
    if led && !opens && !says { 1.6 } else { 0.0 }
}

/// Whether the word for a town or stretch of land ends at a token.
fn is_place_noun(sheet: &Sheet<'_>, token: usize) -> bool {
    let from = sheet.sentence(token).start.max(token.saturating_sub(2));
    let land = |n: (usize, super::lexicon::Noun)| n.0 == token + 1 && matches!(n.1.class, Class::Town | Class::Area);
    !sheet.capital(token) && (from..=token).filter_map(|i| sheet.noun(i)).any(land)
}
