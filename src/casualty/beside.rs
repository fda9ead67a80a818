//! Cues right beside a figure: verbs before it, nouns it hangs on, the words of victims themselves.

use super::counted::{Counted, What};
use super::figure::Shape;
use super::lexicon::Roles;
use super::link::Link;
use super::predicate::{closes_participle, predicate};
use super::view::View;
use crate::analysis::CasualtyKind;
use crate::syntax::Upos;

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
    // "killing himself and three others".
    if view.norm(v) == "and"
        && matches!(view.norm(v.wrapping_sub(1)), "himself" | "herself" | "themselves")
        && view.is(v.wrapping_sub(2), Roles::STRONG)
    {
        v -= 2;
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
    // "lost the general election".
    if f.figure.shape == Shape::Definite && !roles.any(Roles::STRONG) && view.kind(v) != CasualtyKind::Injured {
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
    let aimed = before == "at" && matches!(view.norm(v.wrapping_sub(2)), "aimed" | "aiming" | "aims");
    matches!(before, "could" | "would" | "may" | "might" | "will" | "should" | "must" | "can" | "without") || before == "to" && !done || aimed
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
    // "saw the remains of the minister": told before who died.
    let again = f.figure.shape == Shape::Definite && matches!(view.norm(noun), "remains" | "body" | "bodies" | "corpse" | "corpses");
    if !opens || again || f.what == What::Bare && view.norm(noun) == "loss" {
        return None;
    }
    // "claimed the lives of 12", not "to ease the lives of 12".
    if matches!(view.norm(noun), "lives" | "life") && !(1..4).any(|back| view.is(noun.wrapping_sub(back), Roles::CLAIMING)) {
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

/// "the dead included four children", "among the wounded were two guards".
pub(super) fn one_of_the_victims(view: &View<'_>, f: &Counted) -> Option<Link> {
    let found = included_in(view, f.figure.tokens.start).filter(|_| f.what == What::People)?;
    Link::new(vec![found], "victims-included")
}

/// The victims whom those told at a place are among: "the dead included (the groom's two brothers)".
pub(super) fn included_in(view: &View<'_>, start: usize) -> Option<(usize, CasualtyKind)> {
    let includes = |k: usize| matches!(view.norm(k), "included" | "include" | "includes");
    let owner = |k: &usize| !view.is(*k, Roles::AUX.with(Roles::CUE)) && !includes(*k) && view.norm(*k) != ",";
    let told = (start.saturating_sub(5)..start).rev().find(|k| !owner(k))?;
    let being = matches!(view.norm(told), "were" | "was" | "are");
    let victims = told.checked_sub(1).filter(|&k| view.is(k, Roles::VICTIMS.with(Roles::PARTICIPLE)) && view.kind(k) != CasualtyKind::Affected)?;
    let two_back = view.norm(victims.wrapping_sub(2));
    let among_them = two_back == "among" || two_back == "of" && view.norm(victims.wrapping_sub(3)) == "one";
    let definite = matches!(view.norm(victims.wrapping_sub(1)), "the" | "those") || view.norm(victims) == "fatalities";
    let told = if being { among_them } else { includes(told) };
    (told && definite).then(|| (victims, view.kind(victims)))
}

/// "shot five men dead", "beat the gunman to death": a verb that closes around its victims.
pub(super) fn around(view: &View<'_>, f: &Counted) -> Option<Link> {
    let v = word_before(view, f).filter(|_| matches!(f.what, What::People | What::Bare))?;
    let shot = matches!(view.norm(v), "shot" | "shooting" | "shoot" | "shoots") && view.norm(f.end) == "dead";
    let to_death = matches!(
        view.norm(v),
        "beat"
            | "beating"
            | "stabbed"
            | "stabbing"
            | "hacked"
            | "hacking"
            | "stoned"
            | "stoning"
            | "burned"
            | "burning"
            | "burnt"
            | "clubbed"
            | "clubbing"
            | "tortured"
            | "trampled"
            | "crushed"
            | "shot"
            | "shooting"
            | "bludgeoned"
            | "strangled"
            | "starved"
    ) && view.norm(f.end) == "to"
        && view.norm(f.end + 1) == "death";
    if (shot || to_death) && !not_done(view, v) { Link::new(vec![(v, CasualtyKind::Killed)], "around") } else { None }
}

/// "two officers whom the rebels had kidnapped", "the five men it captured in May".
pub(super) fn whom_they_took(view: &View<'_>, f: &Counted) -> Option<Link> {
    if f.what != What::People {
        return None;
    }
    let relative = matches!(view.norm(f.end), "whom" | "that" | "who");
    let from = f.end + usize::from(relative);
    let subject = matches!(view.upos(from), Upos::Pron | Upos::Det | Upos::Noun | Upos::Propn) && (relative || view.upos(from) == Upos::Pron);
    let open = |k: &usize| view.is_word(*k) && !matches!(view.norm(*k), "was" | "were" | "been" | "be" | "is" | "are" | "who" | "that" | "said");
    let cue = (from + 1..from + 6).take_while(open).find(|&k| view.is(k, Roles::OBJECT.with(Roles::PARTICIPLE)))?;
    let closed = closes_participle(view, cue, 1) || view.sense(cue + 1).number.is_some() && (cue + 2..cue + 4).any(|k| view.is(k, Roles::UNIT));
    let held = subject && view.is(cue, Roles::PARTICIPLE) && closed && view.sense(from).number.is_none();
    if held { Link::new(vec![(cue, view.kind(cue))], "whom-they-took") } else { None }
}

/// "treated 27 people for gunshot wounds".
pub(super) fn treated(view: &View<'_>, f: &Counted) -> Option<Link> {
    let v = word_before(view, f)?;
    if !matches!(view.norm(v), "treated" | "treating" | "treat" | "admitted" | "hospitalised" | "hospitalized")
        || !matches!(f.what, What::People | What::Bare)
    {
        return None;
    }
    let harm = (f.end..f.end + 6).find(|&k| matches!(view.norm(k), "wounds" | "injuries" | "burns" | "wound"))?;
    Link::new(vec![(harm, CasualtyKind::Injured)], "treated")
}

/// "12 deaths", "12 wounded", "took 12 prisoners".
pub(super) fn victims(view: &View<'_>, f: &Counted) -> Option<Link> {
    let noun = f.noun?;
    let roles = view.sense(noun).roles;
    if roles.any(Roles::HELD) && f.what == What::People {
        let taken = (1..4).any(|back| view.is(f.figure.tokens.start.wrapping_sub(back), Roles::TAKING));
        return if taken { Link::new(vec![(noun, CasualtyKind::Captured)], "taken") } else { None };
    }
    if !roles.any(Roles::VICTIMS) || matches!(f.figure.shape, Shape::Article | Shape::Definite) {
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

/// "no dead", "no one was killed", "nobody was hurt".
pub(super) fn none_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let harmed = |kind: CasualtyKind| matches!(kind, CasualtyKind::Killed | CasualtyKind::Injured);
    let word = view.norm(f.figure.tokens.start);
    if let Some(noun) =
        f.noun.filter(|&n| word == "no" && f.what == What::Victims && view.kind(n) == CasualtyKind::Killed && view.norm(n) != "bodies")
    {
        return Link::new(vec![(noun, CasualtyKind::Killed)], "none");
    }
    let person = match word {
        "no" => f.figure.tokens.end + usize::from(view.norm(f.figure.tokens.end) == "-"),
        _ => f.figure.tokens.start,
    };
    if word != "no" || matches!(view.norm(person), "one" | "person" | "body" | "people" | "civilians" | "soldiers") {
        let found = predicate(view, person + 1).filter(|p| p.finite && p.cues.iter().all(|c| harmed(c.1)))?;
        return Link::new(found.cues.into_iter().take(1).collect(), "none");
    }
    None
}
