//! Where an event happened, when no slot of its trigger says so: from the sentence.

use super::merge::Draft;
use super::slot::Slot;
use super::view::View;
use super::{Argument, EventType, Family, Role, relation};
use crate::analysis::{EntityType, MentionKind};
use crate::syntax::Upos;

/// The farthest, in words, that a place of the sentence is looked for.
const REACH: usize = 18;

/// Gives events without a place the nearest one of the sentence that tells them first.
pub(super) fn complete(view: &View<'_>, drafts: &mut [Draft], heads: &[usize]) {
    for draft in drafts.iter_mut() {
        let frame = &mut draft.frame;
        let Some(head) = frame.triggers.first().map(|t| t.head) else { continue };
        if !takes_place(frame.kind) {
            continue;
        }
        if !frame.arguments.iter().any(|a| a.role == Role::Place) {
            frame.arguments.extend(in_sentence(view, head, heads));
        }
    }
}

/// Kinds of events that happen at a place.
fn takes_place(kind: EventType) -> bool {
    kind.family() != Family::Diplomacy || matches!(kind, EventType::Talks)
}

/// The nearest place of the sentence that stands after a preposition of place.
fn in_sentence(view: &View<'_>, head: usize, heads: &[usize]) -> Option<Argument> {
    let sentence = view.sentence(head);
    let (from, to) = (sentence.start.max(head.saturating_sub(REACH)), sentence.end.min(head + REACH));
    let mut best: Option<(usize, Argument)> = None;
    let mut t = from;
    while t < to {
        let Some(m) = view.mention_at(t) else {
            t += 1;
            continue;
        };
        let mention = &view.context.mentions[m];
        let start = mention.tokens.start;
        t = mention.tokens.end.max(t + 1);
        let kind =
            matches!(mention.entity_type, EntityType::Place) || mention.entity_type == EntityType::Facility && mention.kind == MentionKind::Name;
        let Some(slot) = kind.then(|| preposition_before(view, start)).flatten() else { continue };
        let between = between(heads, head.min(start), head.max(start));
        let cost = head.abs_diff(start) + 6 * between + if start < head { 3 } else { 0 };
        if view.entity(m).is_some() && best.as_ref().is_none_or(|(c, _)| cost < *c) {
            let relation = relation::relation(view, slot, mention.head);
            best = Some((cost, Argument { role: Role::Place, mention: m, relation, rule: "place in the sentence" }));
        }
    }
    best.filter(|(c, _)| *c <= REACH).map(|(_, a)| a)
}

/// How many triggers stand between two words; the heads are in text order.
fn between(heads: &[usize], first: usize, last: usize) -> usize {
    heads.partition_point(|&h| h < last).saturating_sub(heads.partition_point(|&h| h <= first))
}

/// A preposition of place before a noun phrase that begins at or before a token.
fn preposition_before(view: &View<'_>, start: usize) -> Option<Slot> {
    let mut t = start;
    for _ in 0..6 {
        t = t.checked_sub(1).filter(|&t| view.inside(start, t))?;
        if matches!(view.norm(t), "in" | "at" | "near" | "around" | "across" | "inside" | "outside" | "throughout" | "over") {
            return Slot::preposition(view.norm(t));
        }
        let within = matches!(view.upos(t), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num) || matches!(view.norm(t), "of" | "'s" | "its");
        if !within {
            return None;
        }
    }
    None
}
