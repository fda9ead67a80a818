//! The one place that stands for an event in a table or on a map.

use super::precision::{PrecisionCodes, precision_codes, principal};
use super::words::Words;
use crate::analysis::{Entity, Event, Where};

/// A place, how it was told, and what that is in the codes of other books.
#[derive(Debug)]
pub(super) struct Located<'a> {
    pub place: Option<&'a Entity>,
    pub told: Option<Where>,
    pub codes: PrecisionCodes,
}

/// The finest of the event's places whose coordinates are known; if none are known, the finest.
///
/// A market without coordinates in a town that has them is logged as in the town: the codes are those of the town, never finer.
pub(super) fn locate<'a>(event: &Event, words: &Words<'a>) -> Located<'a> {
    let known = |w: &&Where| words.entity(&w.place).is_some_and(|e| e.coordinates.is_some());
    let mut pinned: Vec<Where> = event.location.iter().filter(known).cloned().collect();
    if pinned.is_empty() {
        pinned = event.location.clone();
    }
    let bare = Event { location: pinned, ..event.clone() };
    let told = principal(&bare).cloned();
    // An event may have a place of which nothing is told but its name.
    let place = told.as_ref().map(|w| &w.place).or_else(|| event.place.first()).and_then(|id| words.entity(id));
    Located { place, codes: precision_codes(&bare, place), told }
}
