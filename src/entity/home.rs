//! The state that a text is set in.

use super::phrases::Phrase;
use super::{Clusters, Lexicon};
use crate::Reading;
use crate::analysis::{EntityType, MentionKind};
use crate::mention::Mention;

/// The state that a text is set in, if one stands out.
#[derive(Debug)]
pub(super) struct Home {
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

impl Home {
    /// Counts the places and fighters that the text names.
    pub(super) fn of(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon, clusters: &Clusters) -> Self {
        let mut counts: Vec<(String, u32)> = Vec::new();
        for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == MentionKind::Name) {
            let Some(group) = clusters.of_mention[index] else { continue };
            let key = &clusters.groups[group].key;
            let country = match mention.entity_type {
                EntityType::ArmedGroup | EntityType::StateForce => lexicon.country(key).map(str::to_owned),
                EntityType::Place | EntityType::Facility => lexicon.country(key).map(str::to_owned).or_else(|| spot(reading, mention)),
                _ => None,
            };
            let Some(country) = country else { continue };
            match counts.iter_mut().find(|c| c.0 == country) {
                Some(known) => known.1 += 1,
                None => counts.push((country, 1)),
            }
        }
        let best = counts.iter().map(|c| c.1).max().unwrap_or(0);
        let first = counts.into_iter().find(|c| c.1 == best);
        Home { country: first.filter(|c| c.1 > 1).map(|c| c.0) }
    }

    /// The key of a phrase that denotes the government or forces of this state.
    pub(super) fn key(&self, phrase: &Phrase<'_>) -> Option<String> {
        let country = self.country.as_ref().filter(|_| phrase.is_home())?;
        Some(match phrase.entity_type {
            EntityType::StateForce => format!("force:{country}"),
            _ => format!("gov:{country}"),
        })
    }
}

/// The state of the largest place of a mention's name.
fn spot(reading: &Reading<'_>, mention: &Mention) -> Option<String> {
    let gazetteer = reading.gazetteer;
    let words = reading.tokens.span(mention.tokens.clone()).of(reading.tokens.text);
    let found = gazetteer.find_name(words)?;
    let largest = found.places.iter().map(|&p| gazetteer.place(p)).max_by_key(|p| p.rank)?;
    largest.country.map(|c| c.as_str().to_owned())
}
