//! When an event happened: the time expression that governs its trigger.

use super::view::View;
use super::{EventType, Family, When};
use crate::analysis::TimeBasis;
use crate::syntax::Relation;

/// The farthest that a time expression may lie from its trigger, in weighted arcs.
const REACH: f64 = 9.0;

/// The time expression of a trigger's sentence that applies to it.
pub(super) fn explicit(view: &View<'_>, head: usize, kind: EventType) -> Option<When> {
    let sentence = view.sentence(head);
    let mut best: Option<(f64, When)> = None;
    for (index, time) in view.context.times.iter().enumerate() {
        if time.tokens.start < sentence.start || time.tokens.end > sentence.end || time.days == (None, None) {
            continue;
        }
        let at = phrase_head(view, time.tokens.clone());
        let said = kind.family() != Family::Diplomacy && governed_by_speech(view, at, head);
        let cost = distance(view, at, head) + if said { 6.0 } else { 0.0 } + (at.abs_diff(head) as f64) * 0.05;
        let limit = if said { REACH + 8.0 } else { REACH };
        if cost < limit && best.as_ref().is_none_or(|(c, _)| cost < *c) {
            let (basis, rule) = if said { (TimeBasis::Inferred, "day of the statement") } else { (TimeBasis::Explicit, "time in the sentence") };
            best = Some((cost, When { expression: index, basis, rule }));
        }
    }
    best.map(|(_, when)| when)
}

/// The token of an expression that depends on a word outside it.
fn phrase_head(view: &View<'_>, tokens: std::ops::Range<usize>) -> usize {
    let start = tokens.start;
    tokens.clone().find(|&t| view.head(t).is_none_or(|h| !tokens.contains(&h))).unwrap_or(start)
}

/// Whether a time hangs on a verb of speech that reports the trigger.
fn governed_by_speech(view: &View<'_>, time: usize, trigger: usize) -> bool {
    let governor = view.head(time).unwrap_or(time);
    view.context.attributions.iter().any(|a| {
        a.cue.contains(&governor)
            && !a.cue.contains(&trigger)
            && a.content.iter().any(|c| c.contains(&trigger))
            && !a.content.iter().any(|c| c.contains(&time))
    })
}

/// The ancestors of a token, itself first, with the cost of climbing to each.
fn path(view: &View<'_>, token: usize, up: bool) -> Vec<(usize, f64)> {
    let (mut at, mut cost) = (token, 0.0);
    let mut path = vec![(at, cost)];
    while let Some(head) = view.head(at).filter(|_| path.len() < 24) {
        cost += match view.relation(at) {
            Relation::AclRelcl | Relation::Parataxis | Relation::Acl => {
                if up {
                    2.0
                } else {
                    5.0
                }
            }
            Relation::Advcl => {
                if up {
                    2.0
                } else {
                    4.0
                }
            }
            Relation::Ccomp => {
                if up {
                    1.5
                } else {
                    3.5
                }
            }
            Relation::Conj => {
                if up {
                    1.5
                } else {
                    4.0
                }
            }
            Relation::Xcomp | Relation::Obj | Relation::Nsubj | Relation::NsubjPass => 1.0,
            _ => 1.0,
        };
        at = head;
        path.push((at, cost));
    }
    path
}

/// How far a time lies from a trigger in the tree: climbing from the trigger is cheap, descending into another clause dear.
fn distance(view: &View<'_>, time: usize, trigger: usize) -> f64 {
    let from_trigger = path(view, trigger, true);
    for (at, cost) in path(view, time, false) {
        if let Some((_, up)) = from_trigger.iter().find(|(t, _)| *t == at) {
            return cost + up;
        }
    }
    f64::from(u8::MAX)
}
