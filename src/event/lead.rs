//! The headline tells what the first sentences tell: a headline's event without a day takes theirs.

use super::When;
use super::merge::Draft;
use super::view::View;
use crate::analysis::{Modality, TimeBasis};

/// How many sentences of the article its headline sums up.
const SENTENCES: usize = 2;

/// Gives events that only the headline tells the day of the event of their kind that the first sentences tell.
pub(super) fn date_headline(view: &View<'_>, drafts: &mut [Draft]) {
    let Some(first) = view.first_of_body else { return };
    for at in 0..drafts.len() {
        let frame = &drafts[at].frame;
        let of_headline = frame.triggers.iter().all(|t| view.in_headline(t.head));
        if !of_headline {
            break;
        }
        if frame.time.is_some() || frame.modality != Modality::Happened {
            continue;
        }
        let kind = frame.kind;
        let leads = |d: &&Draft| d.frame.triggers.iter().any(|t| (first..first + SENTENCES).contains(&view.sentence_index(t.head)));
        let same = drafts[at + 1..].iter().filter(leads).find(|d| d.frame.kind == kind && d.frame.modality == Modality::Happened);
        let when = same.and_then(|d| d.frame.time.clone()).filter(|w| w.days.0.is_some());
        drafts[at].frame.time = when.map(|w| When { basis: TimeBasis::Inferred, rule: "day of the first sentences", ..w });
    }
}
