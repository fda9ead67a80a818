//! How sure an event is: its trigger, its participants, its surroundings.

use super::merge::Draft;
use super::subject::likelihood;
use super::view::View;
use super::{Family, Role};

/// 0 to 1, for an event with everything attached.
pub(super) fn score(view: &View<'_>, draft: &Draft) -> f64 {
    let frame = &draft.frame;
    let has = |role: Role| frame.arguments.iter().any(|a| a.role == role);
    let mut score = draft.prior;
    score += if has(Role::Agent) { 0.08 } else { -0.02 };
    score += if has(Role::Target) || has(Role::Place) { 0.08 } else { -0.02 };
    score += if has(Role::Agent) && has(Role::Target) { 0.03 } else { 0.0 };
    score += if frame.time.is_some() { 0.03 } else { 0.0 };
    score += if frame.triggers.len() > 1 { 0.05 } else { 0.0 };
    score += if frame.tolls.is_empty() { 0.0 } else { 0.05 };
    // Violence is what no text may be said to tell that does not.
    let least = if matches!(frame.kind.family(), Family::Violence | Family::Control) { 0.4 } else { 0.5 };
    // A text on diplomacy has few words of war.
    let told = if frame.kind.family() == Family::Diplomacy { view.conflict.max(0.85 * view.diplomacy) } else { view.conflict };
    let about = told.max(likelihood(view.subject));
    // Text that is not about conflict has few of its words: what looks like an event there seldom is one.
    (score * (least + (1.0 - least) * about)).clamp(0.0, 1.0)
}
