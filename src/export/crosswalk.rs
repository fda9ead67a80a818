//! Codes of other codebooks where they depend on more than the type: on modality, on the battle around a strike, on precision.
//!
//! The analysis keeps type and modality apart; these rules are applied on export only.

use crate::analysis::{Event, Modality, TimePrecision};
use crate::event::EventType;
use crate::lexicon::HashMap;

/// The ACLED sub-event type: only of what happened.
pub(super) fn acled(event: &Event) -> &str {
    event.codes.acled.as_deref().filter(|_| event.modality == Modality::Happened).unwrap_or_default()
}

/// The battles of an analysis, by day and place.
#[derive(Debug)]
pub(super) struct Battles<'e> {
    first: HashMap<(&'e str, &'e str, &'e str), &'e str>,
}

impl<'e> Battles<'e> {
    /// Finds the battles that happened.
    pub fn of(events: &'e [Event]) -> Self {
        let mut first = HashMap::default();
        for battle in events.iter().filter(|e| e.kind == EventType::Clash && e.modality == Modality::Happened) {
            for key in days_and_places(battle) {
                first.entry(key).or_insert(battle.id.as_str());
            }
        }
        Battles { first }
    }

    /// The event whose ACLED row an event belongs to: a strike inside a battle belongs to the battle's row.
    pub fn acled_row(&self, event: &'e Event) -> &'e str {
        if acled(event).is_empty() {
            return "";
        }
        let strike = matches!(event.kind, EventType::Airstrike | EventType::Shelling);
        let battle = days_and_places(event).filter(|_| strike).find_map(|key| self.first.get(&key).copied());
        battle.unwrap_or(&event.id)
    }
}

/// First day, last day and place of an event, once for each place; nothing for an undated one.
fn days_and_places(event: &Event) -> impl Iterator<Item = (&str, &str, &str)> {
    let days = event.time.as_ref().and_then(|t| t.from.as_deref().zip(t.to.as_deref()));
    days.into_iter().flat_map(|(from, to)| event.place.iter().map(move |place| (from, to, place.as_str())))
}

/// The PLOVER event and mode. A planned assault is a threat, a planned retreat a concession, an agreement denied a rejection;
/// where the manual has no such rule, what did not happen has no code.
pub(super) fn plover(event: &Event) -> &str {
    let code = event.codes.plover.as_deref().unwrap_or_default();
    let class = code.split(':').next().unwrap_or_default();
    match (event.modality, class) {
        (Modality::Happened, _) => code,
        (Modality::Planned, "ASSAULT") => "THREATEN",
        (Modality::Planned, "RETREAT") => "CONCEDE",
        (Modality::Negated, _) if event.kind == EventType::Agreement => "REJECT",
        _ => "",
    }
}

/// The CAMEO code: only of what happened.
pub(super) fn cameo(event: &Event) -> &str {
    event.codes.cameo.as_deref().filter(|_| event.modality == Modality::Happened).unwrap_or_default()
}

/// ACLED time precision: 1 the day, 2 the week, 3 the month or coarser.
pub(super) fn time_precision(event: &Event) -> &'static str {
    match event.time.as_ref().map(|t| t.precision) {
        Some(TimePrecision::Time | TimePrecision::Day) => "1",
        Some(TimePrecision::Week) => "2",
        Some(TimePrecision::Month | TimePrecision::Season | TimePrecision::Year | TimePrecision::Range) => "3",
        Some(TimePrecision::None) | None => "",
    }
}
