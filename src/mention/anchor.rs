//! Known names in the text, and how many states the text speaks of.

use super::lexicon::{Entry, Sort, mark};
use super::sheet::{Shape, Sheet, Style};
use crate::analysis::EntityType;
use crate::lexicon::among;
use std::ops::Range;

/// Whom a name behind a comma names: "his wife, Amal".
pub(super) const FAMILY: &str = "wife husband son daughter brother sister mother father cousin uncle aunt";

/// A known name in the text.
#[derive(Debug, Clone)]
pub(crate) struct Anchor {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Node of the trie of names.
    node: u32,
    /// The entry that is meant.
    pub entry: u32,
}

/// All known names of a text, by first token.
pub(crate) struct Anchors {
    starts: Vec<Option<Anchor>>,
    /// States by how often they are spoken of, most first.
    pub countries: Vec<(&'static str, u32)>,
}

impl Anchors {
    pub(crate) fn of(sheet: &Sheet<'_>) -> Self {
        let mut anchors = Anchors { starts: Vec::with_capacity(sheet.len()), countries: Vec::new() };
        let mut taken = 0;
        for i in 0..sheet.len() {
            let found = (i >= taken).then(|| known(sheet, i)).flatten();
            if let Some(anchor) = &found {
                taken = anchor.tokens.end;
                anchors.count(sheet, anchor);
            }
            anchors.starts.push(found);
        }
        anchors.countries.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        for i in 0..anchors.starts.len() {
            if let Some(anchor) = &anchors.starts[i] {
                let entry = anchors.choose(sheet, anchor);
                if let Some(anchor) = &mut anchors.starts[i] {
                    anchor.entry = entry;
                }
            }
        }
        anchors
    }

    /// The known name that begins at a token.
    pub(crate) fn at(&self, i: usize) -> Option<&Anchor> {
        self.starts[i].as_ref()
    }

    /// The place of a state in the order of those spoken of.
    pub(crate) fn rank(&self, country: &str) -> Option<usize> {
        self.countries.iter().position(|c| c.0 == country)
    }

    fn count(&mut self, sheet: &Sheet<'_>, anchor: &Anchor) {
        let leaves = sheet.lexicon.names.leaves(anchor.node);
        let mut countries = leaves.iter().map(|l| sheet.lexicon.entries[l.entry as usize].country);
        let Some(Some(country)) = countries.next() else { return };
        if countries.any(|c| c != Some(country)) {
            return;
        }
        match self.countries.iter_mut().find(|c| c.0 == country) {
            Some(known) => known.1 += 1,
            None => self.countries.push((country, 1)),
        }
    }

    /// Of several names with one spelling, the one of the states the text speaks of most; the first listed if none.
    fn choose(&self, sheet: &Sheet<'_>, anchor: &Anchor) -> u32 {
        let leaves = sheet.lexicon.names.leaves(anchor.node);
        let rank = |entry: u32| {
            let country = sheet.lexicon.entries[entry as usize].country;
            country.and_then(|c| self.rank(c)).unwrap_or(if country.is_none() { usize::MAX - 1 } else { usize::MAX })
        };
        // "(AFP) -" after the place of a report is the agency; so is a short form of which the text tells nothing else.
        let (start, end) = (anchor.tokens.start, anchor.tokens.end);
        let stamp = start > 0 && sheet.norm(start - 1) == "(" && among(sheet.norm_in(start, end + 1), "- – —");
        let media = |entry: u32| sheet.lexicon.entries[entry as usize].entity_type != EntityType::Media;
        leaves.iter().map(|l| l.entry).min_by_key(|&e| (stamp && media(e), rank(e), media(e))).unwrap_or(anchor.entry)
    }
}

impl Anchor {
    /// What is meant.
    pub(crate) fn entry<'a>(&self, sheet: &Sheet<'a>) -> &'a Entry {
        &sheet.lexicon.entries[self.entry as usize]
    }

    /// The entry of a sort, if the name has one.
    pub(crate) fn sort<'a>(&self, sheet: &Sheet<'a>, sort: Sort) -> Option<&'a Entry> {
        let leaves = sheet.lexicon.names.leaves(self.node);
        leaves.iter().map(|l| &sheet.lexicon.entries[l.entry as usize]).find(|e| e.sort == sort)
    }

    /// The entry of a type among those that are names like any other.
    pub(crate) fn plain<'a>(&self, sheet: &Sheet<'a>) -> Option<(u32, &'a Entry)> {
        let entry = self.entry(sheet);
        (entry.sort == Sort::Plain).then_some((self.entry, entry))
    }
}

/// The longest known name that begins at a token and is written as one.
fn known(sheet: &Sheet<'_>, i: usize) -> Option<Anchor> {
    // "US$2 million", "US $3m" are sums of money.
    if sheet.pieces(i).first().is_none_or(|&p| p == 0) {
        return None;
    }
    let money = sheet.text(i).contains('$') || sheet.norm(i) == "us" && sheet.norm_in(i, i + 1).starts_with('$');
    if money {
        return None;
    }
    let names = &sheet.lexicon.names;
    let (end, node) = sheet.longest(names, i, |end, leaves| leaves.iter().any(|l| sheet.suits(i..end, l)))?;
    let leaves = names.leaves(node);
    let first = leaves.iter().find(|l| sheet.suits(i..end, l))?;
    if sheet.norm(i) == "the" && (sheet.begins(i) || !sheet.capital(i)) {
        return None;
    }
    let anchor = Anchor { tokens: i..end, node, entry: first.entry };
    (!is_doubtful(sheet, &anchor)).then_some(anchor)
}

/// Whether a name that is also a word of every day may be that word here.
fn is_doubtful(sheet: &Sheet<'_>, anchor: &Anchor) -> bool {
    let i = anchor.tokens.start;
    let entry = anchor.entry(sheet);
    if anchor.tokens.clone().all(|t| sheet.timed(t)) {
        return true;
    }
    if anchor.tokens.len() > 1 || entry.sort != Sort::Plain || !sheet.is(i, mark::AMBIGUOUS) {
        return false;
    }
    // "his wife, Amal".
    if i > sheet.sentence(i).start + 1 && sheet.norm(i - 1) == "," && among(sheet.norm(i - 2), FAMILY) {
        return true;
    }
    // "Wagner boss Igor", "MENA, the state news agency".
    let next = sheet.norm_in(i, i + 1);
    if entry.entity_type.is_armed() && among(next, "boss chief founder fighters forces mercenaries commander militants troops") {
        return false;
    }
    if sheet.style(i) == Style::Plain && sheet.shape(i) == Shape::Upper && sheet.text(i).len() > 2 && entry.entity_type.is_body() {
        return sheet.seen_small(i) && sheet.begins(i);
    }
    if sheet.begins(i) || sheet.style(i) != Style::Plain {
        return !sheet.seen_capital(i) || sheet.seen_small(i);
    }
    // The short form of a person's name stands without article; the everyday name of a body with one.
    let article = i > sheet.sentence(i).start && sheet.norm(i - 1) == "the";
    match entry.entity_type {
        EntityType::Person => article,
        EntityType::Media => {
            !article && !among(next, "reported said reports newspaper magazine news") && !among(sheet.norm(i - 1), "told newspaper daily broadcaster")
        }
        _ => sheet.seen_small(i),
    }
}
