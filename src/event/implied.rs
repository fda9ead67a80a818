//! Participants that no slot of the trigger holds: the people of a bare number, where an aim lies, whom an "anti-" names, where the victims live.

use super::argument::{add, meant, place_like};
use super::lexicon::Class;
use super::slot::Slot;
use super::trigger::Candidate;
use super::view::View;
use super::{Argument, EventType, Family, Role};
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::among;
use crate::syntax::Relation;

/// What is done to the other side.
const FIGHTS: &str = "defeat destroy expel drive push oust dislodge eliminate eradicate flush root crush clear rout evict hunt beat fight dismantle \
                      neutralise neutralize repel contain weaken degrade kill capture remove uproot regain retake recapture take seize";

/// How many mentions back the name within "anti-Taliban" is looked for.
const NAMED_BEFORE: usize = 100;

/// "killed three villagers and displaced thousands": of a number alone, the people told before it.
pub(super) fn counted(view: &View<'_>, candidate: &Candidate<'_>, found: &mut Vec<Argument>) {
    let bare = |&t: &usize| view.is_number(t) && view.mention_at(view.referent(t)).is_none() && !view.has(t, &[Relation::Nmod]);
    let Some(number) = candidate.slots.of(Slot::Object).find(bare).filter(|_| !found.iter().any(|a| a.role == Role::Target)) else { return };
    let mentions = view.context.mentions;
    let near = |m: &usize| mentions[*m].head < number && number - mentions[*m].head < 16 && mentions[*m].entity_type == EntityType::Population;
    if let Some(people) = view.mentions_in(number).rfind(near) {
        add(view, candidate.sense.kind, found, Role::Target, Slot::Object, mentions[people].head, "whose number is told");
    }
}

/// "an offensive to take the town" is there; "vowed to drive out the rebels" threatens them.
pub(super) fn aims(view: &View<'_>, candidate: &Candidate<'_>, found: &mut Vec<Argument>) {
    let role = match candidate.sense.kind {
        EventType::Clash if candidate.sense.class == Class::Noun => Role::Place,
        EventType::Threat => Role::Target,
        _ => return,
    };
    let Some(verb) = candidate.slots.infinitive.filter(|_| !found.iter().any(|a| a.role == role)) else { return };
    let verbs: Vec<usize> = std::iter::once(verb).chain(view.dependents(verb, &[Relation::Conj])).collect();
    let objects: Vec<usize> = verbs.iter().flat_map(|&v| view.dependents(v, &[Relation::Obj])).flat_map(|o| meant(view, o)).collect();
    for object in objects {
        // "a campaign to drive out the insurgents": the other side.
        let foe = |m: usize| view.context.mentions[m].entity_type.is_armed();
        if role == Role::Place && among(view.lemma(verb), FIGHTS) && view.mention_at(object).is_some_and(foe) {
            add(view, candidate.sense.kind, found, Role::Target, Slot::Object, object, "whom the aim is to beat");
        }
        if role == Role::Target || view.mention_at(object).is_some_and(|m| place_like(view, m)) {
            add(view, candidate.sense.kind, found, role, Slot::Object, object, "object of the aim");
        }
    }
}

/// "an anti-Taliban offensive": whom it is against, where the text names them elsewhere.
pub(super) fn against(view: &View<'_>, candidate: &Candidate<'_>, found: &mut Vec<Argument>) {
    let start = candidate.tokens.start;
    let words = (start.saturating_sub(3)..start).filter(|&t| view.inside(start, t)).map(|t| view.norm(t));
    let name = words.filter_map(|w| w.strip_prefix("anti-").or_else(|| w.strip_prefix("counter-"))).next_back();
    let Some(name) = name.filter(|_| candidate.sense.class == Class::Noun) else { return };
    let mentions = view.context.mentions;
    let here = mentions.partition_point(|m| m.tokens.start < start);
    let near = here.saturating_sub(NAMED_BEFORE)..mentions.len().min(here + NAMED_BEFORE);
    let named = near.filter(|&m| mentions[m].kind == MentionKind::Name && mentions[m].tokens.len() == 1);
    if let Some(m) = named.into_iter().find(|&m| view.norm(mentions[m].head) == name) {
        add(view, candidate.sense.kind, found, Role::Target, Slot::Object, mentions[m].head, "whom it is against");
    }
}

/// "the outskirts of Goma", "two towns in the Kharkiv region": the name that a description of a place hangs on.
pub(super) fn around_sites(view: &View<'_>, kind: EventType, found: &mut Vec<Argument>) {
    let described = |a: &&Argument| a.role == Role::Place && view.context.mentions[a.mention].kind == MentionKind::Nominal;
    let sites: Vec<usize> = found.iter().filter(described).map(|a| a.mention).collect();
    for site in sites {
        let head = view.context.mentions[site].head;
        let inner = view.dependents(head, &[Relation::Nmod]).filter(|&t| t > head && view.case_is(t, "of in at near"));
        let named: Vec<usize> =
            inner.map(|t| view.referent(t)).filter(|&t| view.in_name(t) && view.mention_at(t).is_some_and(|m| place_like(view, m))).collect();
        for &name in &named {
            add(view, kind, found, Role::Place, Slot::Object, name, "name of the place described");
        }
        // "the besieged port of Azaz": one place, not two.
        let same =
            named.iter().any(|&n| view.case_is(n, "of")) && among(view.lemma(head), "town city village port capital island suburb hamlet enclave");
        if same || !named.is_empty() && among(view.norm(head), "outskirts outskirt edge edges centre center heart part parts area areas") {
            found.retain(|a| a.role != Role::Place || a.mention != site);
        }
    }
}

/// "massacred inhabitants of Lucanamarca": where those live whom it befell, if no other place is told.
pub(super) fn home_of_victims(view: &View<'_>, candidate: &Candidate<'_>, found: &mut Vec<Argument>) {
    if candidate.sense.kind.family() != Family::Violence || found.iter().any(|a| a.role == Role::Place) {
        return;
    }
    let lives =
        |t: usize| matches!(view.lemma(t), "inhabitant" | "resident" | "villager" | "people" | "citizen" | "man" | "woman" | "farmer" | "native");
    for victim in candidate.slots.of(Slot::Object).map(|t| view.referent(t)).filter(|&t| lives(t)) {
        let homes = view.dependents(victim, &[Relation::Nmod]).filter(|&p| view.case_of(p).any(|w| matches!(w, "of" | "in" | "at" | "from")));
        for home in
            homes.map(|p| view.referent(p)).filter(|&p| view.mention_at(p).is_some_and(|m| view.context.mentions[m].entity_type == EntityType::Place))
        {
            add(view, candidate.sense.kind, found, Role::Place, Slot::Object, home, "home of the victims");
        }
    }
}

/// "a strike on a car in Nabatieh": where what is struck stands.
pub(super) fn sites_of_targets(view: &View<'_>, candidate: &Candidate<'_>, found: &mut Vec<Argument>) {
    if candidate.sense.kind.family() != Family::Violence {
        return;
    }
    let struck = candidate.slots.fillers.iter().filter(|f| f.slot == Slot::Object || matches!(f.slot.word(), Some("on" | "against" | "at" | "of")));
    for token in struck.map(|f| view.referent(f.token)).collect::<Vec<_>>() {
        let target = view.mention_at(token).is_some_and(|m| found.iter().any(|a| a.mention == m && a.role == Role::Target));
        let near = |t: &usize| *t > token && view.case_of(*t).any(|w| matches!(w, "in" | "at" | "near" | "outside"));
        for site in view.dependents(token, &[Relation::Nmod]).filter(near).filter(|_| target) {
            let site = view.referent(site);
            for site in meant(view, site).into_iter().filter(|&s| view.in_name(s) && view.mention_at(s).is_some_and(|m| place_like(view, m))) {
                let slot = view.case_of(site).find_map(Slot::preposition).unwrap_or(Slot::Object);
                add(view, candidate.sense.kind, found, Role::Place, slot, site, "place of the target");
            }
        }
    }
}

/// "areas held by rebels", "rebel-held areas": who loses what is captured or is fought for it.
pub(super) fn holders(view: &View<'_>, kind: EventType, found: &mut Vec<Argument>) {
    if !matches!(kind, EventType::Capture | EventType::Clash) {
        return;
    }
    let places: Vec<usize> = found.iter().filter(|a| a.role == Role::Place).map(|a| a.mention).collect();
    for place in places {
        let tokens = view.context.mentions[place].tokens.clone();
        let held = |t: usize| matches!(view.norm(t), "held" | "controlled" | "occupied" | "run");
        let behind =
            (tokens.end..tokens.end + 2).find(|&t| view.inside(tokens.start, t) && held(t) && view.inside(t, t + 1) && view.norm(t + 1) == "by");
        let by = behind.and_then(|t| (t + 2..t + 6).find(|&m| view.inside(t, m) && view.mention_at(m).is_some()));
        let before = (tokens.start.saturating_sub(2)..tokens.end).find(|&t| view.inside(tokens.start, t) && held(t));
        let compound = before.and_then(|t| t.checked_sub(1)).map(|t| if view.norm(t) == "-" { t.saturating_sub(1) } else { t });
        for token in [by, compound].into_iter().flatten() {
            let other = view.mention_at(token).filter(|&m| m != place && !place_like(view, m));
            let token = other.map(|_| token).or_else(|| side_of(view, token).filter(|_| compound == Some(token)));
            if let Some(token) = token {
                add(view, kind, found, Role::Target, Slot::Object, token, "who holds the place");
            }
        }
    }
}

/// "rebel-held": the rebels that the text speaks of, before or just behind.
fn side_of(view: &View<'_>, word: usize) -> Option<usize> {
    let side = view.norm(word);
    if !among(side, "rebel insurgent militant opposition government regime militia jihadist separatist guerrilla army") {
        return None;
    }
    let mentions = view.context.mentions;
    let here = mentions.partition_point(|m| m.tokens.start < word);
    let own = |m: &usize| mentions[*m].entity_type != EntityType::Person && !place_like(view, *m) && view.lemma(mentions[*m].head) == side;
    let before = (here.saturating_sub(NAMED_BEFORE)..here).rfind(own);
    before.or_else(|| (here..mentions.len().min(here + NAMED_BEFORE)).find(own)).map(|m| mentions[m].head)
}
