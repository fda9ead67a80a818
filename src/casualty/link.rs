//! Which word says what befell those whom a figure counts.

use super::beside::{along_with, around, complement_of, left_so, lives, none_of, object_of, one_of_the_victims, treated, victims, whom_they_took};
use super::carry::{carry_back, carry_on, far_predicate, second_verb};
use super::counted::{Counted, What};
use super::figure::Shape;
use super::predicate::predicate;
use super::told::by_tree;
use super::total::toll_figure;
use super::view::View;
use crate::analysis::CasualtyKind;

/// A cue and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// The word.
    pub cue: usize,
    /// What it tells; two kinds for "kidnapped and killed 11 people".
    pub kinds: Vec<(usize, CasualtyKind)>,
    /// Name of the rule.
    pub rule: &'static str,
}

impl Link {
    pub(super) fn new(cues: Vec<(usize, CasualtyKind)>, rule: &'static str) -> Option<Link> {
        let cue = cues.first()?.0;
        Some(Link { cue, kinds: merged(cues), rule })
    }
}

/// "killed or wounded" is one figure of persons affected; "kidnapped and killed" is two.
fn merged(cues: Vec<(usize, CasualtyKind)>) -> Vec<(usize, CasualtyKind)> {
    use CasualtyKind::{Captured, Injured, Killed, Missing};
    let mut kinds: Vec<(usize, CasualtyKind)> = Vec::new();
    for (cue, kind) in cues {
        if !kinds.iter().any(|k| k.1 == kind) {
            kinds.push((cue, kind));
        }
    }
    let has = |kind| kinds.iter().any(|k| k.1 == kind);
    if kinds.len() > 1 && (has(Injured) || (has(Missing) && (has(Killed) || has(Captured)))) {
        return vec![(kinds[0].0, CasualtyKind::Affected)];
    }
    kinds
}

/// Links each figure of a sentence to its cue.
pub(super) fn link(view: &View<'_>, figures: &[Counted]) -> Vec<Option<Link>> {
    let mut links: Vec<Option<Link>> = figures.iter().map(|f| direct(view, f)).collect();
    carry_back(view, figures, &mut links);
    for (k, link) in links.iter_mut().enumerate() {
        if link.is_none() {
            *link = far_predicate(view, figures, k).or_else(|| second_verb(view, &figures[k])).or_else(|| by_tree(view, &figures[k]));
        }
    }
    carry_back(view, figures, &mut links);
    carry_on(view, figures, &mut links);
    links
}

/// A cue that stands beside the figure.
fn direct(view: &View<'_>, f: &Counted) -> Option<Link> {
    if f.figure.shape == Shape::Zero {
        return none_of(view, f);
    }
    if let Some(link) = toll_figure(view, f) {
        return Some(link);
    }
    if f.what == What::Things {
        return None;
    }
    let after = predicate(view, f.end).filter(|p| f.may_be_people() || (p.finite && p.firm));
    // "the veteran, who was wounded in the first war": known by what befell him long ago.
    let after = after.filter(|p| !(p.relative && f.figure.shape == Shape::Definite));
    // "two of whom are in critical condition": a state of those told before.
    let after = after.filter(|p| !(f.part && p.rule == "predicate-phrase"));
    if let Some(found) = &after
        && found.firm
        && (!f.part || found.relative || view.norm(f.figure.tokens.start.wrapping_sub(1)) == "whom")
    {
        return Link::new(found.cues.clone(), found.rule);
    }
    if f.part {
        return None;
    }
    if let Some(link) = around(view, f) {
        return Some(link);
    }
    if let Some(link) = object_of(view, f).or_else(|| complement_of(view, f)).or_else(|| lives(view, f)).or_else(|| along_with(view, f)) {
        return Some(link);
    }
    if let Some(found) = after {
        return Link::new(found.cues, found.rule);
    }
    if let Some(link) = left_so(view, f).or_else(|| one_of_the_victims(view, f)).or_else(|| treated(view, f)).or_else(|| whom_they_took(view, f)) {
        return Some(link);
    }
    if let Some(harm) = f.harm {
        return Link::new(vec![(harm, view.kind(harm))], "victims-with-harm");
    }
    victims(view, f)
}
