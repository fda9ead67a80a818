//! Which regional packs of places an article calls for.

use crate::analysis::{EntityType, GeoPrecision, MentionKind};
use crate::event::Context;
use crate::gazetteer::{Clue, CountryCode};

/// Above this a town of the core is taken to be the one that is meant.
const SURE: f64 = 0.75;

/// The packs of the countries that the article speaks of, where a place is not known or not sure.
pub(super) fn needed(context: &Context<'_>) -> Vec<String> {
    let entities = &context.entities.entities;
    let named = |e: &&crate::entity::ResolvedEntity| e.mentions.iter().any(|&m| context.mentions[m].kind == MentionKind::Name);
    let mut unsure = entities.iter().filter(|e| matches!(e.kind, EntityType::Place | EntityType::Facility)).filter(named).filter(|e| {
        let town = matches!(e.precision, Some(GeoPrecision::Town | GeoPrecision::District | GeoPrecision::Site) | None);
        town && e.coordinates.as_ref().is_none_or(|c| c.score < SURE)
    });
    if unsure.next().is_none() {
        return Vec::new();
    }
    let mut clues: Vec<Clue> = Vec::new();
    for entity in entities {
        let Some(code) = entity.country.as_deref().and_then(CountryCode::new) else { continue };
        let count = entity.mentions.len() as u32;
        match clues.iter_mut().find(|c| c.0 == code) {
            Some(clue) => clue.1 += count,
            None => clues.push((code, count)),
        }
    }
    context.reading.gazetteer.packs_needed(&clues).into_iter().map(str::to_owned).collect()
}
