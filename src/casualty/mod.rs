//! tokens → tolls: figures of killed, injured, missing, captured, displaced, affected.
//!
//! Figures are read first (`figure`), with what they count (`counted`); then each is linked to the word that
//! says what befell those counted (`link`). The rules read word order, so that they hold in headlines and in badly copied text.

mod beside;
mod carry;
mod counted;
mod figure;
mod lexicon;
mod link;
mod predicate;
mod single;
mod teller;
#[cfg(test)]
mod tests;
mod told;
mod total;
mod view;

use crate::Reading;
use crate::analysis::{CasualtyKind, Groups, Quantifier};
use crate::mention::Mention;
use counted::{Counted, What};
use figure::Shape;
pub use lexicon::Lexicon;
use lexicon::{Effect, Roles, Sense};
use std::ops::Range;
pub use teller::tellers;
pub use told::set_beside;
use view::View;

/// The rule of figures that count only as part of an event whose word is their cue.
pub const BY_EVENT: &str = "told-by-event";
/// The rule of figures that other sources set beside the one told before.
pub const SAME_AGAIN: &str = "same-again";

/// One figure of victims.
#[derive(Debug, Clone, PartialEq)]
pub struct Toll {
    /// The words that give the figure and its qualifier: "at least 32 people", "dozens".
    pub tokens: Range<usize>,
    /// The token of killing or wounding: "killed", "wounded", "deaths".
    pub cue: usize,
    /// What befell them.
    pub kind: CasualtyKind,
    /// Lowest figure, in persons.
    pub low: Option<u32>,
    /// Highest figure, in persons.
    pub high: Option<u32>,
    /// How it was qualified.
    pub quantifier: Quantifier,
    /// Index of the mention of the victims.
    pub who: Option<usize>,
    /// Men, women and children among them.
    pub groups: Option<Groups>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Finds the tolls of a text, in text order.
pub fn find(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Vec<Toll> {
    let senses = lexicon.senses_of(&reading.tokens);
    let mut tolls = Vec::new();
    for sentence in &reading.tokens.sentences {
        let view = View { reading, lexicon, senses: &senses, sentence: sentence.tokens.clone() };
        if may_tell(&view) {
            sentence_tolls(&view, mentions, &mut tolls);
        }
    }
    tolls
}

/// Words of the phrases and rules that tell harm without a word of harm.
const OTHER_WORDS: &str = "toll tolls lives life hospital homes flee need siege custody gunned shot shoot shooting shoots dead death beat beating beaten blown legs leg arm eye limbs coma treated succumbed martyrdom";

/// Whether a sentence holds any word of harm; most do not.
fn may_tell(view: &View<'_>) -> bool {
    let cue = Roles::CUE.with(Roles::HELD);
    view.sentence.clone().any(|i| {
        let sense: Sense = view.sense(i);
        sense.roles.any(cue)
            || sense.number.is_some()
            || view.norm(i).starts_with(|c: char| c.is_ascii_digit())
            || crate::lexicon::among(view.norm(i), OTHER_WORDS)
    })
}

fn sentence_tolls(view: &View<'_>, mentions: &[Mention], tolls: &mut Vec<Toll>) {
    let before = tolls.len();
    let mut figures = counted::counted(view);
    let links = link::link(view, &figures);
    let mut last = None;
    for (k, linked) in links.iter().enumerate() {
        let Some(linked) = linked else {
            if figures[k].part
                && let Some(at) = last
            {
                add_groups(view, &figures[k], tolls, at);
                // "killed 15 people, including three ministers": what they were makes them a figure of their own; women and children are groups of it.
                let grouped = figures[k].noun.is_some_and(|n| view.is(n, Roles::CHILDREN.with(Roles::WOMEN).with(Roles::MEN)));
                let (cue, kind) = (tolls[at].cue, tolls[at].kind);
                if figures[k].opens && figures[k].what == What::People && figures[k].noun.is_some() && !grouped {
                    tolls.push(toll(view, mentions, &figures[k], "part-of", (cue, kind)));
                    continue;
                }
            }
            settled_elsewhere(view, mentions, &figures[k], tolls);
            continue;
        };
        if total::exceeds(view, &figures[k], linked) {
            figure::apply(&mut figures[k].figure, Effect::AtLeast);
        }
        last = Some(tolls.len());
        // "the child had been taken to hospital": a phrase without a word of harm says nothing of one known already.
        let only_taken = |&(cue, kind): &(usize, CasualtyKind)| {
            figures[k].figure.shape == Shape::Definite && kind == CasualtyKind::Injured && !view.is(cue, Roles::CUE)
        };
        for &(cue, kind) in linked.kinds.iter().filter(|l| !is_no_toll(l.1, figures[k].figure.shape) && !only_taken(l)) {
            tolls.push(toll(view, mentions, &figures[k], linked.rule, (cue, kind)));
        }
    }
    let mut own = tolls.split_off(before);
    single::singles(view, mentions, &mut own);
    own.sort_by_key(|t| t.tokens.start);
    tolls.append(&mut own);
}

/// A figure without a word of harm: another part of the text may settle what befell those counted.
fn settled_elsewhere(view: &View<'_>, mentions: &[Mention], f: &Counted, tolls: &mut Vec<Toll>) {
    if let Some(cue) = told::again(view, f) {
        if let Some(kind) = told::set_beside(tolls, f.figure.tokens.start, f.figure.low, f.figure.high).map(|at| tolls[at].kind) {
            tolls.push(toll(view, mentions, f, SAME_AGAIN, (cue, kind)));
        }
    } else if let Some((verb, kinds)) = told::by_event(view, f) {
        tolls.extend(kinds.into_iter().map(|kind| toll(view, mentions, f, BY_EVENT, (verb, kind))));
    }
}

/// One who flees is no displacement; "the leader was arrested" counts nobody.
fn is_no_toll(kind: CasualtyKind, shape: Shape) -> bool {
    use CasualtyKind::{Injured, Killed, Missing};
    shape == Shape::Article && kind == CasualtyKind::Displaced || shape == Shape::Definite && !matches!(kind, Killed | Injured | Missing)
}

fn toll(view: &View<'_>, mentions: &[Mention], f: &Counted, rule: &'static str, (cue, kind): (usize, CasualtyKind)) -> Toll {
    let end = f.end.max(f.figure.tokens.end);
    let mut groups = Groups::default();
    let known = f.noun.is_some_and(|n| count_group(view, n, f.figure.low.or(f.figure.high), &mut groups));
    Toll {
        tokens: f.figure.tokens.start..end,
        cue,
        kind,
        low: f.figure.low,
        high: f.figure.high,
        quantifier: f.figure.quantifier,
        who: victim(mentions, f, end),
        groups: known.then_some(groups),
        rule,
    }
}

/// The mention that is the counted noun phrase.
fn victim(mentions: &[Mention], f: &Counted, end: usize) -> Option<usize> {
    if f.what == What::Victims {
        return None;
    }
    let first = mentions.partition_point(|m| m.tokens.end <= f.figure.tokens.start);
    let near = mentions[first..].iter().take_while(|m| m.tokens.start < end);
    let at = near.enumerate().filter(|(_, m)| f.noun.is_none_or(|n| m.tokens.contains(&n))).map(|(i, _)| i).last()?;
    Some(first + at)
}

fn add_groups(view: &View<'_>, part: &Counted, tolls: &mut [Toll], from: usize) {
    for toll in &mut tolls[from..] {
        let mut groups = toll.groups.clone().unwrap_or_default();
        if part.noun.is_some_and(|n| count_group(view, n, part.figure.low.or(part.figure.high), &mut groups)) {
            toll.groups = Some(groups);
        }
    }
}

/// Puts a figure into its group by its noun; whether there is one.
fn count_group(view: &View<'_>, noun: usize, count: Option<u32>, groups: &mut Groups) -> bool {
    let slot = if view.is(noun, Roles::CHILDREN) {
        &mut groups.children
    } else if view.is(noun, Roles::WOMEN) {
        &mut groups.women
    } else if view.is(noun, Roles::MEN) {
        &mut groups.men
    } else {
        return false;
    };
    *slot = count;
    true
}
