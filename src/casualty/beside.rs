//! Cues right beside a figure: verbs before it, nouns it hangs on, the words of victims themselves.

use super::counted::{Counted, What};
use super::figure::Shape;
use super::lexicon::Roles;
use super::link::Link;
use super::predicate::predicate;
use super::view::View;
use crate::analysis::CasualtyKind;

/// "killed 12", "killing at least 20 people": a verb before the figure.
pub(super) fn object_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let mut v = word_before(view, f)?;
    // "killed Colonel Ali and two bodyguards".
    if view.norm(v) == "and" && f.what == What::People && view.capital(v.wrapping_sub(1)) {
        let name = |k: &usize| {
            view.capital(*k) || matches!(view.norm(*k), "." | "-" | "al" | "senior" | "top") || view.is(*k, Roles::LEAD.with(Roles::PERSON))
        };
        v = (v.saturating_sub(7)..v).rev().find(|k| !name(k)).filter(|&k| view.kind(k) == CasualtyKind::Killed && view.is(k, Roles::STRONG))?;
    }
    if let Some(kind) = phrase_before(view, v) {
        return Link::new(vec![(v, kind)], "object");
    }
    // "40 killed 100 injured": a list of figures, no verb with an object.
    if f.what == What::Victims && f.noun.is_some_and(|n| view.is(n, Roles::PARTICIPLE.with(Roles::STATE))) || not_done(view, v) {
        return None;
    }
    let roles = view.sense(v).roles;
    if !roles.any(Roles::OBJECT) || !(roles.any(Roles::STRONG) || f.what == What::People) {
        return None;
    }
    if view.kind(v) == CasualtyKind::Captured && f.figure.shape == Shape::Article {
        return None;
    }
    if (1..4).any(|back| matches!(view.norm(v.wrapping_sub(back)), "were" | "was" | "been" | "not" | "n't")) && roles.any(Roles::PARTICIPLE) {
        return None;
    }
    let mut cues = vec![(v, view.kind(v))];
    let mut first = v;
    while let Some(before) = verb_joined_before(view, first) {
        cues.insert(0, (before, view.kind(before)));
        first = before;
    }
    Link::new(cues, "object")
}

/// The word before a figure, over those that lead up to it: "[killed] at least 12".
fn word_before(view: &View<'_>, f: &Counted) -> Option<usize> {
    (0..f.figure.tokens.start).rev().find(|&k| !view.is(k, Roles::LEAD))
}

/// "threatened to kill 12", "could kill 12": a killing that has not come to be.
fn not_done(view: &View<'_>, v: usize) -> bool {
    let before = view.norm(v.wrapping_sub(1));
    let done = matches!(view.norm(v.wrapping_sub(2)), "on" | "managed" | "continued" | "proceeded" | "continue" | "helped");
    matches!(before, "could" | "would" | "may" | "might" | "will" | "should" | "must" | "can") || before == "to" && !done
}

/// "was killed along with two others".
pub(super) fn along_with(view: &View<'_>, f: &Counted) -> Option<Link> {
    let start = f.figure.tokens.start;
    let with = start.checked_sub(1)?;
    let joint = match view.norm(with) {
        "alongside" => with,
        "with" if matches!(view.norm(with.wrapping_sub(1)), "along" | "together") => with - 1,
        _ => return None,
    };
    let cue = joint.checked_sub(1).filter(|&c| view.is(c, Roles::PARTICIPLE.with(Roles::WENT)) && f.what == What::People)?;
    Link::new(vec![(cue, view.kind(cue))], "along-with")
}

/// "left 25 fighters of the brigade dead": a state after the victims, with words between.
pub(super) fn left_so(view: &View<'_>, f: &Counted) -> Option<Link> {
    let v = word_before(view, f)?;
    if !matches!(view.norm(v), "left" | "leaving" | "leaves" | "leave") || f.what != What::People {
        return None;
    }
    let open = |k: &usize| !view.is(*k, Roles::AUX) && !matches!(view.norm(*k), "." | ";" | ":" | "\"" | "who" | "that");
    let state = (f.end..f.end + 12).take_while(open).find(|&k| view.is(k, Roles::STATE) || matches!(view.norm(k), "dead" | "wounded" | "injured"))?;
    Link::new(vec![(state, view.kind(state))], "left-so")
}

/// The verb before "and", "or" or a comma: "killed, wounded or captured 12".
fn verb_joined_before(view: &View<'_>, v: usize) -> Option<usize> {
    let mut k = v.checked_sub(1)?;
    let joint = k;
    while matches!(view.norm(k), "and" | "or" | "/" | ",") {
        k = k.checked_sub(1)?;
    }
    (k < joint && view.is(k, Roles::OBJECT.with(Roles::PARTICIPLE))).then_some(k)
}

/// A verb of several words that ends at a place: "shot dead", "rounded up".
fn phrase_before(view: &View<'_>, last: usize) -> Option<CasualtyKind> {
    let found = view.lexicon.verbs.iter().find(|p| (last + 1).checked_sub(p.words.len()).is_some_and(|start| view.words_at(start, &p.words)))?;
    let start = last + 1 - found.words.len();
    (!matches!(view.norm(start.wrapping_sub(1)), "were" | "was" | "been")).then_some(found.kind)
}

/// "the deaths of 12 soldiers", "the bodies of 12".
pub(super) fn complement_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let of = f.figure.tokens.start.checked_sub(1)?;
    let noun = of.checked_sub(1)?;
    let roles = view.sense(noun).roles;
    let opens = view.norm(of) == "of" && roles.any(Roles::ACT) && (f.what == What::People || f.what == What::Bare || roles.any(Roles::VICTIMS));
    if !opens || f.what == What::Bare && view.norm(noun) == "loss" {
        return None;
    }
    let mut cues = vec![(noun, view.kind(noun))];
    if matches!(view.norm(noun.wrapping_sub(1)), "and" | "or") && view.is(noun.wrapping_sub(2), Roles::ACT) {
        cues.insert(0, (noun - 2, view.kind(noun - 2)));
    }
    Link::new(cues, "noun-of")
}

/// "claimed 20 lives", "20 lives were lost".
pub(super) fn lives(view: &View<'_>, f: &Counted) -> Option<Link> {
    let noun = f.noun.filter(|&n| matches!(view.norm(n), "lives" | "life"))?;
    let before = view.is(f.figure.tokens.start.wrapping_sub(1), Roles::CLAIMING);
    let after = (noun + 1..noun + 5).any(|k| view.norm(k) == "lost");
    if before || after { Link::new(vec![(noun, CasualtyKind::Killed)], "lives") } else { None }
}

/// "12 deaths", "12 wounded", "took 12 prisoners".
pub(super) fn victims(view: &View<'_>, f: &Counted) -> Option<Link> {
    let noun = f.noun?;
    let roles = view.sense(noun).roles;
    if roles.any(Roles::HELD) && f.what == What::People {
        let taken = (1..4).any(|back| view.is(f.figure.tokens.start.wrapping_sub(back), Roles::TAKING));
        return if taken { Link::new(vec![(noun, CasualtyKind::Captured)], "taken") } else { None };
    }
    if !roles.any(Roles::VICTIMS) || f.figure.shape == Shape::Article {
        return None;
    }
    let second = noun + 2;
    let pair = matches!(view.norm(noun + 1), "and" | "or") && matches!(view.norm(second), "dead" | "wounded" | "injured" | "missing");
    if pair && view.norm(noun) != view.norm(second) && !starts_figure(view, second + 1) {
        return Link::new(vec![(noun, CasualtyKind::Affected)], "victims");
    }
    Link::new(vec![(noun, view.kind(noun))], "victims")
}

fn starts_figure(view: &View<'_>, i: usize) -> bool {
    super::figure::figure_at(view, i).is_some() || matches!(view.norm(i), "at" | "the" | "more" | "about" | "another" | "several" | "many")
}

/// "no dead", "no one was killed".
pub(super) fn none_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let killed = |k: usize| view.kind(k) == CasualtyKind::Killed;
    if f.what == What::Victims && f.noun.is_some_and(|n| killed(n) && view.norm(n) != "bodies") {
        return Link::new(vec![(f.noun?, CasualtyKind::Killed)], "none");
    }
    let person = f.figure.tokens.end + usize::from(view.norm(f.figure.tokens.end) == "-");
    if matches!(view.norm(person), "one" | "person" | "body" | "people" | "civilians" | "soldiers") {
        let found = predicate(view, person + 1).filter(|p| p.finite && p.cues.iter().all(|c| c.1 == CasualtyKind::Killed))?;
        return Link::new(found.cues, "none");
    }
    None
}
