//! The sides of fighting that the trigger's own slots do not name: the other armed side of the sentence, those told just before.

use super::argument::is_deed;
use super::view::View;
use super::{Argument, EventFrame, EventType, Role};
use crate::analysis::{EntityType, MentionKind, PlaceRelation};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// How many sentences on the sides of fighting are still known.
const SIDES_HOLD: usize = 2;

/// The other side of a clash, where one is known and the sentence names just one more.
pub(super) fn other_side(view: &View<'_>, frame: &mut EventFrame) {
    let capture = frame.kind == EventType::Capture && frame.arguments.iter().any(|a| a.role == Role::Agent);
    let Some(head) = frame.triggers.first().map(|t| t.head).filter(|_| frame.kind == EventType::Clash || capture) else { return };
    let sources: Vec<usize> = frame.attributions.iter().filter_map(|&a| view.context.attributions[a].source).filter_map(|m| view.entity(m)).collect();
    let known: Vec<usize> =
        frame.arguments.iter().filter(|a| matches!(a.role, Role::Agent | Role::Target)).filter_map(|a| view.entity(a.mention)).collect();
    if known.len() != 1 {
        return;
    }
    let own = frame.arguments.iter().find(|a| matches!(a.role, Role::Agent | Role::Target)).map(|a| view.context.mentions[a.mention].tokens.start);
    // "its 28th Brigade": whose it is.
    let owner = own
        .and_then(|start| start.checked_sub(1))
        .filter(|&t| matches!(view.norm(t), "its" | "their"))
        .and_then(|t| view.mention_at(view.referent(t)))
        .and_then(|m| view.entity(m));
    let mut other: Option<(usize, usize)> = None;
    for m in view.mentions_in(head) {
        let armed = view.context.mentions[m].entity_type.is_armed();
        let Some(entity) = view.entity(m).filter(|e| armed && !(known.contains(e) || capture && sources.contains(e) || is_ally(view, m))) else {
            continue;
        };
        if belongs(view, m, known[0]) || owner == Some(entity) || is_no_side(view, m) {
            continue;
        }
        match other {
            Some((_, e)) if e != entity => return,
            _ => other = Some((m, entity)),
        }
    }
    // "waged an insurgency" names no side.
    let deed = |m: usize| frame.triggers.iter().any(|t| t.tokens.contains(&view.context.mentions[m].head));
    if let Some((mention, _)) = other.filter(|&(m, _)| !deed(m)) {
        frame.arguments.push(Argument { role: Role::Target, mention, relation: PlaceRelation::In, rule: "the other armed side of the sentence" });
    }
}

/// "a military campaign", "police Colonel Ortiz", "tanks": armed, but no side: a kind of deed, the rank of a speaker, a means.
fn is_no_side(view: &View<'_>, mention: usize) -> bool {
    let mentions = view.context.mentions;
    let head = mentions[mention].head;
    let kind = matches!(view.relation(head), Relation::Compound | Relation::Amod)
        && among(view.norm(head), "military police paramilitary security")
        && view.head(head).is_some_and(|n| n > head && is_deed(view, n));
    let next = mentions.get(mention + 1).filter(|n| n.tokens.start <= mentions[mention].tokens.end + 1);
    let rank = next.is_some_and(|n| n.entity_type == EntityType::Person && n.kind == MentionKind::Name && view.norm(n.tokens.start - 1) != ",");
    kind || rank || among(view.lemma(head), "reinforcement tank column vehicle aircraft helicopter warplane jet warship ship boat")
}

/// "the army's 14th Division", "fighters of the Front", "the Front's spokesman": a mention that only says whose a side or a speaker is.
fn belongs(view: &View<'_>, mention: usize, known: usize) -> bool {
    let mentions = view.context.mentions;
    let tokens = &mentions[mention].tokens;
    let of_known = |m: usize| view.entity(m) == Some(known);
    let owner = view.norm(tokens.end) == "'s" && view.mention_at(tokens.end + 1).is_some_and(of_known);
    let part = part_before(view, mention).is_some_and(of_known);
    let speaker = mentions
        .get(mention + 1)
        .is_some_and(|next| next.entity_type == EntityType::Person && (tokens.end..next.tokens.start).any(|t| view.norm(t).starts_with("spokes")));
    // "a spokeswoman for the army".
    let start = tokens.start;
    let voice = (start.saturating_sub(4)..start).any(|t| view.inside(start, t) && view.norm(t).starts_with("spokes"));
    owner || part || speaker || voice && (start.saturating_sub(2)..start).any(|t| among(view.norm(t), "for of"))
}

/// "fighters of the Front": what stands before a mention and is a part of it.
fn part_before(view: &View<'_>, mention: usize) -> Option<usize> {
    let mentions = view.context.mentions;
    let before = mention.checked_sub(1)?;
    let gap = mentions[before].tokens.end..mentions[mention].tokens.start;
    ((1..3).contains(&gap.len()) && matches!(view.norm(gap.start), "of" | "from")).then_some(before)
}

/// "fights alongside the militia", "backed by the army", "backed by mercenaries from the Legion": who stands on the side of who is known.
fn is_ally(view: &View<'_>, mention: usize) -> bool {
    let beside = |m: usize| stands_beside(view, view.context.mentions[m].tokens.start);
    part_before(view, mention).is_some_and(beside) || beside(mention)
}

fn stands_beside(view: &View<'_>, start: usize) -> bool {
    let mut before = (start.saturating_sub(3)..start).filter(|&t| view.inside(start, t));
    // "supported by the army".
    let start = start - usize::from(start > 0 && view.norm(start - 1) == "the");
    let backed = (start.checked_sub(2)).is_some_and(|t| matches!(view.norm(t), "backed" | "supported" | "led" | "aided"));
    before.any(|t| among(view.norm(t), "along alongside beside support help together allied")) || backed && view.norm(start - 1) == "by"
}

/// "Fighting broke out between the army and the militia. The clashes went on": bare fighting is between the sides told just before.
pub(super) fn sides_told_before(view: &View<'_>, frames: &mut [EventFrame]) {
    let fights = frames.iter().enumerate().filter(|(_, frame)| frame.kind == EventType::Clash);
    let mut order: Vec<(usize, usize)> = fights.flat_map(|(f, frame)| frame.triggers.iter().map(move |t| (t.head, f))).collect();
    order.sort_unstable();
    let side = |a: &&Argument| matches!(a.role, Role::Agent | Role::Target);
    let mut last: Option<(usize, Vec<Argument>)> = None;
    for (head, f) in order {
        let sentence = view.sentence_index(head);
        let own: Vec<Argument> = frames[f].arguments.iter().filter(side).cloned().collect();
        if own.len() > 1 {
            last = Some((sentence, own));
            continue;
        }
        let bare = own.is_empty() && view.upos(head) == Upos::Noun && among(view.lemma(head), "clash fighting battle hostility skirmish");
        let Some((_, sides)) = last.as_ref().filter(|(told, _)| bare && sentence - told <= SIDES_HOLD) else { continue };
        // "fighting elsewhere", "clashes between other groups".
        let other = view.modifiers(head).into_iter().any(|m| among(view.norm(m), "other separate similar previous earlier past more"));
        if !other && !view.has(head, &[Relation::Nmod, Relation::NmodPoss]) {
            let told = sides.iter().map(|a| Argument { rule: "sides of the fighting told before", ..a.clone() });
            frames[f].arguments.extend(told);
        }
    }
}
