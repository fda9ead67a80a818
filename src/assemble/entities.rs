//! Which entities the reader sees, and under which ids.

use super::{Desk, rounded};
use crate::analysis::*;
use crate::event::{Context, EventFrame};

/// Public ids of the entities: those that are named, and those that take part in an event or a claim.
pub(super) struct EntityIds {
    numbers: Vec<Option<u32>>,
}

impl EntityIds {
    pub(super) fn new(context: &Context<'_>, frames: &[EventFrame]) -> Self {
        let entities = &context.entities;
        let mut shown: Vec<bool> =
            entities.entities.iter().map(|e| e.mentions.iter().any(|&m| context.mentions[m].kind == MentionKind::Name)).collect();
        for mention in frames.iter().flat_map(|f| used_mentions(context, f)) {
            if let Some(e) = entities.of_mention.get(mention).copied().flatten() {
                shown[e] = true;
            }
        }
        // A place that holds a place that is shown is worth showing too; it is named, so it is shown already.
        let mut next = 0;
        let numbers = shown
            .iter()
            .map(|&s| {
                s.then(|| {
                    next += 1;
                    next
                })
            })
            .collect();
        EntityIds { numbers }
    }

    /// The public id of an entity, if it is shown.
    pub(super) fn of(&self, entity: usize) -> Option<Id> {
        self.numbers.get(entity).copied().flatten().map(|n| format!("e{n}"))
    }
}

/// The mentions that an event rests on.
fn used_mentions<'a>(context: &'a Context<'_>, frame: &'a EventFrame) -> impl Iterator<Item = usize> + 'a {
    let arguments = frame.arguments.iter().map(|a| a.mention);
    let victims = frame.tolls.iter().filter_map(|&t| context.tolls[t].who);
    let sources = frame.attributions.iter().filter_map(|&a| context.attributions[a].source);
    arguments.chain(victims).chain(sources)
}

/// The entities, in text order of their first mention.
pub(super) fn entities(desk: &Desk<'_>) -> Vec<Entity> {
    let all = &desk.context.entities.entities;
    let shown = all.iter().enumerate().filter_map(|(i, e)| desk.ids.of(i).map(|id| (id, e)));
    shown
        .map(|(id, e)| Entity {
            id,
            kind: e.kind,
            name: e.name.clone(),
            mentions: e.mentions.iter().map(|&m| mention(desk, m)).collect(),
            role: e.role.clone(),
            country: e.country.clone(),
            coordinates: e.coordinates.clone().map(|c| Coordinates { score: rounded(c.score), ..c }),
            within: e.within.and_then(|w| desk.ids.of(w)),
            admin1: e.admin1.clone(),
            precision: e.precision,
        })
        .collect()
}

fn mention(desk: &Desk<'_>, index: usize) -> EntityMention {
    let mention = &desk.context.mentions[index];
    let TextSpan { start, end } = desk.words(mention.tokens.clone());
    EntityMention { start, end, kind: mention.kind }
}
