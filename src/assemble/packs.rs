//! Which regional packs of places an article calls for.

use crate::analysis::{GeoPrecision, MentionKind};
use crate::event::Context;
use crate::gazetteer::{Clue, CountryCode};

/// Above this a town of the core is taken to be the one that is meant.
const SURE: f64 = 0.75;

/// The packs of the countries that the article speaks of, where a place is not known or not sure.
pub(super) fn needed(context: &Context<'_>) -> Vec<String> {
    let entities = &context.entities.entities;
    let named = |e: &&crate::entity::ResolvedEntity| e.mentions.iter().any(|&m| context.mentions[m].kind == MentionKind::Name);
    let unsure = entities.iter().filter(|e| e.kind.is_spot()).filter(named).filter(|e| {
        let town = matches!(e.precision, Some(GeoPrecision::Town | GeoPrecision::District | GeoPrecision::Site) | None);
        town && e.coordinates.as_ref().is_none_or(|c| c.score < SURE)
    });
    let unsure: Vec<&str> = unsure.map(|e| e.name.as_str()).collect();
    if unsure.is_empty() {
        return Vec::new();
    }
    let tokens = &context.reading.tokens;
    let hints = context.reading.gazetteer.hinted(|word| tokens.vocabulary.get(word).is_some());
    let told = entities.iter().filter_map(|e| Some((CountryCode::new(e.country.as_deref()?)?, e.mentions.len() as u32)));
    let clues = match sum(told.chain(hints)) {
        none if none.is_empty() => namesakes(context, &unsure),
        clues => clues,
    };
    context.reading.gazetteer.packs_needed(&clues).into_iter().map(str::to_owned).collect()
}

/// The countries that hold places of the names, where nothing tells which is meant; for names that are nowhere known the country
/// with the most news in English of places that are little known.
fn namesakes(context: &Context<'_>, names: &[&str]) -> Vec<Clue> {
    let gazetteer = context.reading.gazetteer;
    let places = names.iter().filter_map(|n| gazetteer.find_name(n)).flat_map(|found| found.places);
    let clues = sum(places.filter_map(|&p| gazetteer.place(p).country).map(|c| (c, 1)));
    if clues.is_empty() { CountryCode::new("US").map(|c| (c, 1)).into_iter().collect() } else { clues }
}

/// Adds up what is told of each country.
fn sum(told: impl Iterator<Item = Clue>) -> Vec<Clue> {
    let mut clues: Vec<Clue> = Vec::new();
    for (code, count) in told {
        match clues.iter_mut().find(|c| c.0 == code) {
            Some(clue) => clue.1 += count,
            None => clues.push((code, count)),
        }
    }
    clues
}
