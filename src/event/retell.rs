//! Figures told again: events that share a figure are one, and an event keeps each figure of each source once.

use super::link::is_history;
use super::merge::Draft;
use super::view::View;
use super::{EventType, Role, same_kind};
use crate::analysis::{CasualtyKind, MentionKind, Modality, Quantifier};
use crate::attribution::Attribution;
use crate::casualty::{Toll, tellers};
use crate::lexicon::among;

/// A figure that recurs by chance is small: two attacks may well kill two each.
const TELLING: u32 = 5;

/// How many events back a figure is looked for: keeps the work linear in the length of the text.
const WINDOW: usize = 40;

/// No incident has more figures: one that seems to is compared no further, so that time stays linear in the text.
const MOST_FIGURES: usize = 48;

/// Joins events that tell of one incident by the figures that they share, then drops figures told twice.
pub(super) fn join(view: &View<'_>, drafts: &mut Vec<Draft>) {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        let from = kept.len().saturating_sub(WINDOW);
        match kept[from..].iter_mut().rev().find(|earlier| same_incident(view, earlier, &draft) || killed_in(view, earlier, &draft)) {
            Some(earlier) => absorb(earlier, draft),
            None => kept.push(draft),
        }
    }
    join_to_the_attack(view, &mut kept);
    join_to_the_battle(view, &mut kept);
    join_to_the_news(view, &mut kept);
    *drafts = kept;
    let sources = sources(view);
    for draft in drafts {
        drop_repeated(view, &sources, &mut draft.frame.tolls);
    }
}

/// "Forty people were treated in hospital", in a text on one attack: its victims, unless time, place or size say otherwise.
fn join_to_the_attack(view: &View<'_>, kept: &mut Vec<Draft>) {
    let attack = |d: &Draft| same_kind::strikes(d.frame.kind);
    let Some(at) = kept.iter().position(attack).filter(|&at| kept.iter().skip(at + 1).all(|d| !attack(d) && d.frame.kind != EventType::Clash)) else {
        return;
    };
    if is_history(view) || kept[at].frame.modality != Modality::Happened || kept[..at].iter().any(|d| d.frame.kind == EventType::Clash) {
        return;
    }
    take_in(kept, at, |attack, toll| victims_of(view, attack, toll));
}

/// Adds to an event all told after it that belong to it.
fn take_in(kept: &mut Vec<Draft>, at: usize, mut belongs: impl FnMut(&Draft, &Draft) -> bool) {
    let mut index = at + 1;
    while index < kept.len() {
        if belongs(&kept[at], &kept[index]) {
            let draft = kept.remove(index);
            absorb(&mut kept[at], draft);
        } else {
            index += 1;
        }
    }
}

/// Whether the headline or the first sentences tell an event.
fn is_news(view: &View<'_>, draft: &Draft) -> bool {
    draft.frame.modality == Modality::Happened && draft.heads.iter().any(|&h| view.in_headline(h) || view.begins_body(h))
}

/// How many sentences after a battle its victims may be told.
const AFTER_A_BATTLE: usize = 12;

/// The same for the battle, or the aircraft shot down, that a text is about, as long as it tells of no other violence.
fn join_to_the_battle(view: &View<'_>, kept: &mut Vec<Draft>) {
    let main = |d: &Draft| !strikes(d.frame.kind) && same_kind::leaves_victims(view, d, true) && is_news(view, d);
    let Some(at) = kept.iter().position(main).filter(|_| !is_history(view)) else { return };
    let mut other = false;
    take_in(kept, at, |battle, toll| {
        let kind = toll.frame.kind;
        other |= same_kind::strikes(kind) || kind == EventType::Clash && toll.frame.modality == Modality::Happened;
        !other && is_soon(view, battle, toll) && victims_of(view, battle, toll)
    });
}

/// Whether an event begins to be told soon after the last telling of another.
fn is_soon(view: &View<'_>, battle: &Draft, toll: &Draft) -> bool {
    let sentence = |trigger: Option<&super::Trigger>| trigger.map_or(0, |t| view.sentence_index(t.head));
    sentence(toll.frame.triggers.first()) <= sentence(battle.frame.triggers.last()) + AFTER_A_BATTLE
}

/// The same in a text that tells of other violence too: figures told of no attack nearer than the one that the text begins with and has counted,
/// and not many times more.
fn join_to_the_news(view: &View<'_>, kept: &mut Vec<Draft>) {
    let main = |d: &Draft| same_kind::leaves_victims(view, d, true) && is_news(view, d);
    let Some(at) = kept.iter().position(main).filter(|_| !is_history(view)) else { return };
    let violence = |d: &Draft| same_kind::strikes(d.frame.kind) || d.frame.kind == EventType::Clash;
    let told_by = |d: &Draft| d.frame.triggers.iter().map(|t| view.sentence_index(t.head)).collect::<Vec<_>>();
    let mut others: Vec<usize> = kept.iter().enumerate().filter(|&(i, d)| i != at && violence(d)).flat_map(|(_, d)| told_by(d)).collect();
    others.sort_unstable();
    let size = |d: &Draft| d.frame.tolls.iter().map(|&t| &view.context.tolls[t]).filter_map(|t| t.low.or(t.high)).max();
    let Some(most) = size(&kept[at]) else { return };
    take_in(kept, at, |attack, toll| {
        let sentence = toll.frame.triggers.first().map_or(0, |t| view.sentence_index(t.head));
        let total = toll.frame.tolls.iter().any(|&t| matches!(view.context.tolls[t].rule, "toll" | "number-of"));
        let nearer = others[..others.partition_point(|&s| s <= sentence)].last().is_some_and(|&s| s + 1 >= sentence);
        let alike = size(toll).is_some_and(|n| n > 1 && n <= 5 * most.max(4));
        (total || !nearer) && alike && is_soon(view, attack, toll) && victims_of(view, attack, toll)
    });
}

/// "Clashes broke out between the army and the rebels. The rebels said they had killed 30 soldiers": what one of the sides did in it.
fn killed_in(view: &View<'_>, fight: &Draft, killing: &Draft) -> bool {
    let (a, b) = (&fight.frame, &killing.frame);
    let bare = b.kind == EventType::Attack
        && !b.tolls.is_empty()
        && b.triggers.iter().all(|t| among(view.lemma(t.head), "kill wound injure neutralise neutralize eliminate slay"));
    if !bare || !same_kind::leaves_victims(view, fight, true) || a.modality != Modality::Happened || b.modality != Modality::Happened {
        return false;
    }
    let sentence = |t: Option<&super::Trigger>| t.map_or(0, |t| view.sentence_index(t.head));
    let next = sentence(b.triggers.first()).checked_sub(sentence(a.triggers.last()));
    let side = |role: Role| role == Role::Agent || role == Role::Target && a.kind == EventType::Clash;
    let sides: Vec<usize> = a.arguments.iter().filter(|x| side(x.role)).filter_map(|x| view.entity(x.mention)).collect();
    let killer = b.arguments.iter().any(|x| x.role == Role::Agent && view.entity(x.mention).is_some_and(|e| sides.contains(&e)));
    next.is_some_and(|n| (1..=2).contains(&n)) && killer && !apart(a, b) && !elsewhere(view, a, b)
}

/// Whether a bare toll told later may be that of an attack.
fn victims_of(view: &View<'_>, attack: &Draft, toll: &Draft) -> bool {
    let (a, t) = (&attack.frame, &toll.frame);
    let too_many = |t: &Toll| t.low.or(t.high).is_some_and(|n| n >= if t.kind == CasualtyKind::Injured { 10_000 } else { 1000 });
    let many = t.tolls.iter().map(|&k| &view.context.tolls[k]).any(|k| too_many(k) || super::toll::of_many_attacks(view, k.cue));
    let dated = t.time.as_ref().is_some_and(|time| a.time.as_ref().is_none_or(|own| own.days != time.days));
    t.kind == EventType::Casualties
        && t.modality == Modality::Happened
        && attack.heads.len() + toll.heads.len() <= MOST_FIGURES
        && !(many || dated || elsewhere(view, a, t))
}

/// Whether two events share a telling figure, or one who died, and nothing sets them apart.
fn same_incident(view: &View<'_>, a: &Draft, b: &Draft) -> bool {
    let (a, b) = (&a.frame, &b.frame);
    if a.kind == EventType::Displacement && b.kind == EventType::Displacement {
        return one_flight(view, a, b);
    }
    let bare = b.kind == EventType::Casualties || a.kind == EventType::Casualties;
    let one_kind = strikes(a.kind) && strikes(b.kind) && (bare || a.kind == b.kind || a.kind == EventType::Attack || b.kind == EventType::Attack);
    let taken = a.kind == b.kind && matches!(a.kind, EventType::Abduction | EventType::Coercion | EventType::Release | EventType::Clash);
    if !(one_kind || taken) {
        return false;
    }
    // "Two killed in Mexico", says the headline, and the text in which town.
    let headline = a.triggers.iter().all(|t| view.in_headline(t.head));
    if a.modality != Modality::Happened || b.modality != Modality::Happened || apart(a, b) || !headline && elsewhere(view, a, b) {
        return false;
    }
    let tolls = view.context.tolls;
    if a.tolls.len().max(b.tolls.len()).max(a.triggers.len()).max(b.triggers.len()) > MOST_FIGURES {
        return false;
    }
    b.tolls.iter().any(|&t| a.tolls.iter().any(|&u| shared(view, &tolls[u], &tolls[t], bare)))
}

/// "948,000 people are displaced, an exodus of people fleeing north": words of flight in one sentence are of one flight, unless two figures say otherwise.
fn one_flight(view: &View<'_>, a: &super::EventFrame, b: &super::EventFrame) -> bool {
    let sentence = |frame: &super::EventFrame| frame.triggers.last().map(|t| view.sentence_index(t.head));
    let figures = a.tolls.is_empty() != b.tolls.is_empty();
    figures && a.modality == b.modality && sentence(a) == sentence(b) && !apart(a, b) && !elsewhere(view, a, b)
}

/// Kinds of events that strike once, and bare tolls.
fn strikes(kind: EventType) -> bool {
    kind == EventType::Casualties || same_kind::strikes(kind)
}

fn shared(view: &View<'_>, a: &Toll, b: &Toll, bare: bool) -> bool {
    let named = |t: &Toll| t.who.filter(|&m| view.context.mentions[m].kind == MentionKind::Name).and_then(|m| view.entity(m));
    let one_dead = a.kind == CasualtyKind::Killed && a.low == Some(1) && b.low == Some(1) && named(a).is_some() && named(a) == named(b);
    let one = |t: &Toll| t.kind == CasualtyKind::Killed && (t.low, t.high) == (Some(1), Some(1)) && t.who.is_some();
    let near = view.sentences_apart(b.cue, a.cue) <= 2;
    // "The death of a soldier … Sergeant X died in a blast."
    let named_later = bare && near && one(a) && one(b) && named(a).is_none() && named(b).is_some() && !is_named_pronoun(view, a);
    // What the headline counts, the text begins with.
    let headline = view.in_headline(a.cue) && !view.in_headline(b.cue) && view.begins_body(b.cue);
    let least = if headline {
        1
    } else if bare {
        3
    } else {
        TELLING
    };
    let figure = a.quantifier != Quantifier::Vague && a.low.or(a.high).is_some_and(|n| n >= least);
    a.kind == b.kind
        && view.sentence_index(a.cue) != view.sentence_index(b.cue)
        && (one_dead || named_later || figure && a.low.or(a.high) == b.low.or(b.high))
}

/// Whether the victim is told by a pronoun, which names someone told before.
fn is_named_pronoun(view: &View<'_>, toll: &Toll) -> bool {
    toll.who.is_some_and(|m| view.context.mentions[m].kind == MentionKind::Pronoun)
}

/// Whether two events happened on different days.
fn apart(a: &super::EventFrame, b: &super::EventFrame) -> bool {
    let (Some(a), Some(b)) = (&a.time, &b.time) else { return false };
    let before = |x: Option<jiff::civil::Date>, y: Option<jiff::civil::Date>| matches!((x, y), (Some(x), Some(y)) if x < y);
    before(a.days.1, b.days.0) || before(b.days.1, a.days.0)
}

/// Whether two events have named places, and none in common.
fn elsewhere(view: &View<'_>, a: &super::EventFrame, b: &super::EventFrame) -> bool {
    let places = |frame: &super::EventFrame| -> Vec<usize> {
        let own = frame.arguments.iter().filter(|p| p.role == Role::Place && view.context.mentions[p.mention].kind == MentionKind::Name);
        own.filter_map(|p| view.entity(p.mention)).collect()
    };
    let (a, b) = (places(a), places(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|&x| b.iter().any(|&y| view.is_near(x, y)))
}

/// Adds what one event tells to another.
fn absorb(earlier: &mut Draft, draft: Draft) {
    let (frame, other) = (&mut earlier.frame, draft.frame);
    if matches!(frame.kind, EventType::Casualties) || frame.kind == EventType::Attack && same_kind::strikes(other.kind) {
        frame.kind = other.kind;
    }
    earlier.prior = earlier.prior.max(draft.prior);
    earlier.heads.extend(draft.heads);
    frame.triggers.extend(other.triggers);
    frame.tolls.extend(other.tolls);
    for argument in other.arguments {
        // A headline's country and the text's town are the place of one event: the smaller one stays.
        if argument.role == Role::Place || !frame.arguments.iter().any(|a| a.role == argument.role) {
            frame.arguments.push(argument);
        }
    }
    super::merge::keep_surer(frame, other.time);
}

/// For each toll, the entity that gives it.
fn sources(view: &View<'_>) -> Vec<Option<usize>> {
    let entity = |a: &Attribution| a.source.and_then(|m| view.entity(m));
    let found = tellers(view.context.attributions, view.context.mentions, view.context.tolls);
    found.into_iter().map(|t| t.and_then(|a| view.context.attributions.get(a)).and_then(entity)).collect()
}

/// Keeps each figure of each source once; a figure without a source only if no other has it.
fn drop_repeated(view: &View<'_>, sources: &[Option<usize>], tolls: &mut Vec<usize>) {
    let all = view.context.tolls;
    let mut kept: Vec<usize> = Vec::new();
    tolls.sort_unstable();
    for &t in tolls.iter() {
        let same =
            |&&k: &&usize| (all[k].kind, all[k].low, all[k].high) == (all[t].kind, all[t].low, all[t].high) && !distinct(view, &all[k], &all[t]);
        let from = kept.len().saturating_sub(MOST_FIGURES);
        match kept[from..].iter().position(|k| same(&k)).map(|k| from + k) {
            Some(_) if sources[t].is_none() => {}
            Some(k) if sources[kept[k]].is_none() => kept[k] = t,
            Some(_) if kept[from..].iter().filter(same).any(|&k| sources[k] == sources[t]) => {}
            _ => kept.push(t),
        }
    }
    *tolls = kept;
}

/// Figures of different people, told in one sentence: "two soldiers and two guards".
fn distinct(view: &View<'_>, a: &Toll, b: &Toll) -> bool {
    // "A judge was shot dead. His driver was also killed."
    let also = |t: &Toll| (t.tokens.end..t.cue).any(|w| among(view.norm(w), "also too"));
    if a.low == Some(1) && view.sentence_index(a.cue) != view.sentence_index(b.cue) && also(b) {
        return true;
    }
    view.sentence_index(a.cue) == view.sentence_index(b.cue) && a.tokens.start.abs_diff(b.tokens.start) > 0 && a.cue == b.cue
}
