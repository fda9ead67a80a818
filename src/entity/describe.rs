//! Names, roles and states of the entities.

use super::text::written;
use super::{Entities, Lexicon, ResolvedEntity};
use crate::Reading;
use crate::analysis::{EntityType, GeoPrecision, MentionKind};
use crate::mention::Mention;

/// Fills in what is known of the entities.
pub(super) fn fill(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon, entities: &mut Entities) {
    for entity in &mut entities.entities {
        let key = std::mem::take(&mut entity.name);
        entity.country = lexicon.country(&key).and_then(|code| lexicon.shown(code)).map(str::to_owned);
        entity.name = name(reading, mentions, lexicon, entity, &key);
        entity.role = role(reading, mentions, entity);
        if entity.kind == EntityType::Place && key.starts_with("place:") {
            entity.precision = Some(GeoPrecision::Country);
        }
    }
}

/// The canonical form: what the lexicon says, else the longest name, else the first phrase.
fn name(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon, entity: &ResolvedEntity, key: &str) -> String {
    if let Some(name) = key.strip_prefix('=') {
        return name.to_owned();
    }
    if let Some(code) = key.strip_prefix("place:").or(key.strip_prefix("gov:"))
        && let Some(name) = lexicon.state(code)
    {
        return name.to_owned();
    }
    if key.starts_with("force:")
        && let Some(whole) = whole_force(reading, mentions, entity)
    {
        return whole;
    }
    let names = entity.mentions.iter().map(|&m| &mentions[m]).filter(|m| m.kind == MentionKind::Name);
    let longest = names.map(|m| written(reading, m)).reduce(|a, b| if b.chars().count() > a.chars().count() { b } else { a });
    // "a rebel attack … the rebels": the phrase, not the word before another.
    let phrase = entity.mentions.iter().find(|&&m| mentions[m].rule != "noun-modifier").or(entity.mentions.first());
    longest.or_else(|| phrase.map(|&m| written(reading, &mentions[m]))).unwrap_or_default()
}

/// The mention that names the forces of a state as a whole.
fn whole_force(reading: &Reading<'_>, mentions: &[Mention], entity: &ResolvedEntity) -> Option<String> {
    ["army", "military", "forces", "troops"].into_iter().find_map(|noun| {
        let ends = |m: &&Mention| m.kind == MentionKind::Name && reading.tokens.norm(m.tokens.end - 1) == noun;
        entity.mentions.iter().map(|&m| &mentions[m]).find(ends).map(|m| written(reading, m))
    })
}

/// The longest title beside a person's name.
fn role(reading: &Reading<'_>, mentions: &[Mention], entity: &ResolvedEntity) -> Option<String> {
    let roles = entity.mentions.iter().filter_map(|&m| mentions[m].role.clone());
    let longest = roles.reduce(|a, b| if b.len() > a.len() { b } else { a })?;
    let words = reading.tokens.span(longest).of(reading.tokens.text);
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
