//! Which event a toll belongs to, and which words of killing are only the toll of another event.

use super::merge::Draft;
use super::trigger::Candidate;
use super::view::View;
use super::{EventType, Family};

/// Whether a kind of event has victims of its own.
fn harms(kind: EventType) -> bool {
    kind.family() == Family::Violence && !matches!(kind, EventType::Interception | EventType::Destruction)
}

/// Whether a candidate only says that people died or were hurt.
fn is_toll(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    candidate.sense.kind == EventType::Casualties
        || matches!(view.lemma(candidate.head), "kill" | "wound" | "injure" | "die" | "death" | "casualty" | "maim")
}

/// Leaves out words of killing whose cause is named by another trigger of the sentence.
pub(super) fn drop_tolls_of_named_attacks(view: &View<'_>, candidates: &mut Vec<Candidate<'_>>) {
    let causes: Vec<(usize, usize)> =
        candidates.iter().filter(|c| harms(c.sense.kind) && !is_toll(view, c)).map(|c| (view.sentence_index(c.head), c.head)).collect();
    candidates.retain(|c| {
        if !is_toll(view, c) {
            return true;
        }
        let sentence = view.sentence_index(c.head);
        !causes.iter().any(|&(s, cause)| s == sentence && related(view, c.head, cause))
    });
}

/// Whether two words stand in one clause or one governs the other's clause.
fn related(view: &View<'_>, toll: usize, cause: usize) -> bool {
    ancestors(view, toll).contains(&cause) || ancestors(view, cause).iter().take(5).any(|&a| a == toll)
}

fn ancestors(view: &View<'_>, token: usize) -> Vec<usize> {
    let mut all = Vec::new();
    let mut at = token;
    while let Some(head) = view.head(at).filter(|_| all.len() < 24) {
        all.push(head);
        at = head;
    }
    all
}

/// Gives each toll to the event that governs it: a trigger that is its cue, else the nearest violent trigger of the sentence,
/// else the last event of violence told in the sentence before.
pub(super) fn attach(view: &View<'_>, drafts: &mut [Draft]) {
    for (index, toll) in view.context.tolls.iter().enumerate() {
        let sentence = view.sentence_index(toll.cue);
        let mut best: Option<(usize, usize)> = None;
        for (d, draft) in drafts.iter().enumerate() {
            for trigger in &draft.frame.triggers {
                let s = view.sentence_index(trigger.head);
                let cue = trigger.tokens.contains(&toll.cue) || toll.tokens.contains(&trigger.head);
                let fits = harms(draft.frame.kind) || draft.frame.kind == EventType::Casualties;
                let cost = if cue {
                    0
                } else if s == sentence && fits {
                    1 + steps(view, toll.cue, trigger.head)
                } else if s == sentence && takes(draft.frame.kind, toll.kind) {
                    4 + steps(view, toll.cue, trigger.head)
                } else if s < sentence && sentence - s <= 2 && fits {
                    40 + 10 * (sentence - s)
                } else {
                    continue;
                };
                if best.is_none_or(|(c, _)| cost < c) {
                    best = Some((cost, d));
                }
            }
        }
        if let Some((_, d)) = best {
            drafts[d].frame.tolls.push(index);
        }
    }
}

/// Whether an event that is no violence has victims of this kind.
fn takes(kind: EventType, toll: crate::analysis::CasualtyKind) -> bool {
    use crate::analysis::CasualtyKind as K;
    match toll {
        K::Displaced => kind == EventType::Displacement,
        K::Captured => matches!(kind, EventType::Coercion | EventType::Abduction | EventType::Release),
        K::Killed | K::Injured => matches!(kind, EventType::Protest | EventType::Coercion | EventType::Capture | EventType::Withdrawal),
        _ => false,
    }
}

/// Arcs between two words of a sentence.
fn steps(view: &View<'_>, a: usize, b: usize) -> usize {
    let (mut up_a, mut up_b) = (vec![a], vec![b]);
    up_a.extend(ancestors(view, a));
    up_b.extend(ancestors(view, b));
    up_a.iter().enumerate().find_map(|(i, t)| up_b.iter().position(|u| u == t).map(|j| i + j)).unwrap_or(20)
}
