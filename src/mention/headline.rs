//! Names in headlines, where capitals join nothing: "Rebels Seize | Goma Airport".

use super::anchor::Anchor;
use super::follow::SITES;
use super::lexicon::{Entry, Sort, mark};
use super::run::{is_direction, places};
use super::sheet::{Shape, Sheet, Style};
use crate::gazetteer::Level;
use crate::lexicon::among;

/// Words after which a place is where something is.
const WHERE: &str = "in near at on from into outside around 's across over inside";

/// Verbs of headlines whose object is a place more often than not.
const DONE_TO_PLACES: &str = "hit hits strike strikes bomb bombs shell shells pound pounds rock rocks shake shakes seize seizes capture captures retake \
    retakes recapture recaptures take takes enter enters storm storms attack attacks raid raids besiege besieges target targets flee flees quit \
    batter batters hammer hammers overrun overruns encircle encircles bombard bombards rattle rattles liberate liberates reach reaches";

/// Whether a place may be read at a token of a headline.
pub(super) fn leads_to_place(sheet: &Sheet<'_>, start: usize) -> bool {
    follows(sheet, start, WHERE) || sure_place(sheet, start).is_some()
}

fn follows(sheet: &Sheet<'_>, start: usize, words: &str) -> bool {
    start > sheet.sentence(start).start && among(sheet.norm(start - 1), words)
}

/// Where a place ends that begins at a token of a headline: one that cannot be a common word, or that a verb or preposition leads to.
pub(super) fn sure_place(sheet: &Sheet<'_>, start: usize) -> Option<usize> {
    let style = sheet.style(start);
    if style == Style::Plain || !sheet.capital(start) || is_direction(sheet, start) {
        return None;
    }
    let led = follows(sheet, start, DONE_TO_PLACES) || style == Style::Loud && follows(sheet, start, WHERE);
    if !led && (style == Style::Loud || sheet.shape(start) == Shape::Upper) {
        return None;
    }
    let found = places(sheet, start).filter(|m| !m.needs_support && (led || !m.regional) && (m.level == Level::Exact || style == Style::Loud))?;
    let end = start + found.words;
    let known = |i: usize| sheet.is(i, mark::COMMON) || sheet.is(i, mark::FIRST) || sheet.noun(i).is_some();
    let rare = |i: usize| (if led { !known(i) } else { sheet.pieces(i).iter().all(|&p| p == 0) }) && !sheet.seen_small(i) && sheet.text(i).len() > 3;
    (if led { rare(start) } else { (start..end).filter(|&i| sheet.capital(i)).all(rare) }).then_some(end)
}

/// "Goma | Airport": a facility whose word follows a place in a headline.
pub(super) fn with_site(sheet: &Sheet<'_>, end: usize) -> usize {
    end + usize::from(end < sheet.sentence(end - 1).end && sheet.capital(end) && SITES.contains(&sheet.norm(end)))
}

/// Whether a known name in a headline is no part of a longer one: "Suspected | ADF Rebels", "Strikes | Beirut Suburb", "Kills | Hezbollah Commander".
pub(super) fn stands_apart(sheet: &Sheet<'_>, anchor: &Anchor, entry: &Entry) -> bool {
    let start = anchor.tokens.start;
    let word = sheet.is(start, mark::COMMON) || sheet.is(start, mark::AMBIGUOUS) || sheet.noun(start).is_some() || sheet.seen_small(start);
    match entry.sort {
        _ if sheet.style(start) != Style::Title => false,
        Sort::Plain => entry.entity_type.is_body() && (sheet.shape(start) == Shape::Upper || !word),
        Sort::Capital => !word,
        _ => false,
    }
}
