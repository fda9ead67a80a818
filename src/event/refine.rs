//! Participants once all tellings are known: the smallest of nested places, the speaker of a statement.

use super::slot::{Filler, Slot};
use super::trigger::Candidate;
use super::verb;
use super::view::View;
use super::{Argument, EventFrame, EventType, Family, Role};
use crate::analysis::{EntityType, GeoPrecision, MentionKind, PlaceRelation};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Descriptions that add nothing where a name tells the place: "areas in the towns of Ahras and Azaz".
const VAGUE: &[&str] = &["area", "areas", "location", "locations"];

/// Of places of which one holds the other, the smaller stays; a vague description gives way to a name.
pub(super) fn most_specific(view: &View<'_>, found: &mut Vec<Argument>) {
    let mentions = view.context.mentions;
    // "shelling in ten villages in Idlib", "a bomb at a church in Azaz": where they are says more than that they are villages or a church.
    let named = |e: usize| view.context.entities.entities.get(e).is_some_and(|e| e.mentions.iter().any(|&m| mentions[m].kind == MentionKind::Name));
    let nameless = |m: usize| mentions[m].entity_type == EntityType::Facility && !view.entity(m).is_some_and(named);
    let many = |m: usize| mentions[m].kind == MentionKind::Nominal && (view.norm(mentions[m].head) != view.lemma(mentions[m].head) || nameless(m));
    let places: Vec<(usize, bool)> = found
        .iter()
        .filter(|a| a.role == Role::Place && !many(a.mention))
        .filter_map(|a| Some((view.entity(a.mention)?, mentions[a.mention].kind == MentionKind::Name)))
        .collect();
    if places.is_empty() {
        return;
    }
    let coarse = |e: usize| {
        matches!(
            view.context.entities.entities.get(e).and_then(|e| e.precision),
            Some(GeoPrecision::Country | GeoPrecision::Region | GeoPrecision::Province)
        )
    };
    let fine = |e: usize| {
        matches!(
            view.context.entities.entities.get(e).and_then(|e| e.precision),
            Some(GeoPrecision::Town | GeoPrecision::Site | GeoPrecision::District)
        )
    };
    let has_fine = places.iter().any(|&(e, _)| fine(e));
    // "in Nangarhar and Herat": each is a place of its own.
    let all: Vec<usize> = found.iter().filter(|a| a.role == Role::Place).map(|a| a.mention).collect();
    let joined = |a: usize, b: usize| mentions[a].tokens.end + 1 == mentions[b].tokens.start && view.norm(mentions[a].tokens.end) == "and";
    let listed = |m: usize| all.iter().any(|&o| joined(m, o) || joined(o, m));
    // "in the town of Azaz, near the border": how the place named lies.
    let line = |a: &Argument| a.relation == PlaceRelation::Near && among(view.norm(mentions[a.mention].head), "border frontier coast");
    let other_site = found.iter().any(|a| a.role == Role::Place && mentions[a.mention].kind == MentionKind::Name && !line(a));
    let all_listed: Vec<usize> = all.iter().copied().filter(|&m| listed(m)).collect();
    found.retain(|a| {
        let Some(own) = view.entity(a.mention).filter(|_| a.role == Role::Place) else { return true };
        let mention = &view.context.mentions[a.mention];
        let vague = mention.kind == MentionKind::Nominal && VAGUE.contains(&view.norm(mention.head));
        let smaller = |&(other, named): &(usize, bool)| other != own && (view.lies_within(other, own) || vague && named);
        let outdone = other_site && line(a) || has_fine && coarse(own) && !all_listed.contains(&a.mention) || places.iter().any(smaller);
        !outdone
    });
}

/// "Azaz, Syria": of a mention that stands behind a comma and a place within it, the place within.
pub(super) fn narrower(view: &View<'_>, mention: usize) -> usize {
    let all = view.context.mentions;
    let Some(before) = mention.checked_sub(1) else { return mention };
    let (outer, inner) = (&all[mention], &all[before]);
    let listed = inner.tokens.end + 1 == outer.tokens.start && view.norm(inner.tokens.end) == "," && view.inside(inner.head, outer.head);
    let (Some(big), Some(small)) = (view.entity(mention), view.entity(before)) else { return mention };
    if listed && inner.entity_type.is_spot() && outer.entity_type.is_spot() && view.lies_within(small, big) { before } else { mention }
}

/// "Russian air power", "the group's statement": of a word that is no mention, the actor before it.
pub(super) fn actor_behind(view: &View<'_>, token: usize) -> usize {
    // "Chinese coast guard vessels".
    let ship = view.mention_at(token).filter(|&m| view.context.mentions[m].entity_type == EntityType::Other);
    if let Some(crew) = ship.and_then(|m| m.checked_sub(1).filter(|&b| view.context.mentions[b].tokens.end == view.context.mentions[m].tokens.start))
        && view.context.mentions[crew].entity_type.is_armed()
    {
        return view.context.mentions[crew].head;
    }
    if let Some(group) = group_of_fighters(view, token) {
        return group;
    }
    if view.mention_at(token).is_some() {
        return pronoun_of_speech(view, token).unwrap_or(token);
    }
    let actor = |m: usize| {
        let kind = view.context.mentions[m].entity_type;
        matches!(kind, EntityType::ArmedGroup | EntityType::StateForce | EntityType::Government | EntityType::Organization)
    };
    let owner = view.modifiers(token).into_iter().find(|&t| view.mention_at(t).is_some_and(actor));
    owner.or_else(|| pronoun_of_speech(view, token)).unwrap_or(token)
}

/// "fighters with the Front", "militants belonging to General Omar's militia", but not those linked to it: the named group that unnamed fighters are of.
fn group_of_fighters(view: &View<'_>, token: usize) -> Option<usize> {
    let mentions = view.context.mentions;
    let m = view.mention_at(token).filter(|&m| mentions[m].kind == MentionKind::Nominal && mentions[m].entity_type.is_armed())?;
    let end = mentions[m].tokens.end;
    let link = end + usize::from(view.inside(token, end) && view.norm(end) == "belonging");
    let group = mentions.get(m + 1).filter(|g| g.kind == MentionKind::Name && g.entity_type == EntityType::ArmedGroup)?;
    let near = view.inside(token, link) && among(view.norm(link), "with from of to") && (link + 1..group.tokens.start).all(|t| view.norm(t) == "the");
    (near && link < group.tokens.start).then_some(group.head)
}

/// "The army said it had withdrawn": the source, for a pronoun in what it says that stands for nothing known.
fn pronoun_of_speech(view: &View<'_>, token: usize) -> Option<usize> {
    let known = view.mention_at(token).is_some_and(|m| view.entity(m).is_some());
    if known || !matches!(view.norm(token), "it" | "they") {
        return None;
    }
    let reported = view.attributions_near(token).filter(|a| a.cue.end <= token && token - a.cue.end <= 8 && view.inside(a.cue.start, token));
    reported.filter(|a| a.content.iter().any(|c| c.contains(&token))).find_map(|a| a.source).map(|m| view.context.mentions[m].head)
}

/// "condemned the shelling of the town by the army", "backs the offensive by the militia", "demanded the release of the hostages by the rebels":
/// who does what is condemned is condemned, who does what is backed is backed, who is to do what is demanded is called upon.
pub(super) fn aimed(view: &View<'_>, candidates: &[Candidate<'_>], frames: &mut [EventFrame]) {
    let mut of_head: Vec<(usize, usize)> = frames.iter().enumerate().flat_map(|(f, frame)| frame.triggers.iter().map(move |t| (t.head, f))).collect();
    of_head.sort_unstable();
    let frame_at = |head: usize| of_head.binary_search_by_key(&head, |x| x.0).ok().map(|i| of_head[i].1);
    for candidate in candidates.iter().filter(|c| matches!(c.sense.kind, EventType::Accusation | EventType::Support | EventType::Demand)) {
        let Some(own) = frame_at(candidate.head) else { continue };
        let blamed: Vec<Argument> = frames[own].arguments.iter().filter(|a| a.role == Role::Target).cloned().collect();
        let spoken_of = |f: &&Filler| f.slot == Slot::Object || matches!(f.slot.word(), Some("for" | "of" | "over"));
        let words = candidate.slots.fillers.iter().filter(spoken_of).flat_map(|f| spoken_of_deeds(view, f.token));
        let deeds: Vec<usize> = words.filter_map(frame_at).filter(|&f| f != own && frames[f].kind != EventType::Agreement).collect();
        let Some(&deed) = deeds.first() else { continue };
        // "blamed the army for the massacre": who is blamed did it.
        if !blamed.is_empty() {
            if !matches!(view.lemma(candidate.head), "blame" | "accuse" | "condemn" | "denounce" | "criticise" | "criticize") {
                continue;
            }
            let known = |f: &EventFrame| f.arguments.iter().any(|a| a.role == Role::Agent) || f.kind.family() != Family::Violence;
            for deed in deeds.into_iter().filter(|&f| !known(&frames[f])).collect::<Vec<_>>() {
                let doers = blamed.iter().map(|a| Argument { role: Role::Agent, rule: "who is blamed for it", ..a.clone() });
                frames[deed].arguments.extend(doers);
            }
            continue;
        }
        let known: Vec<usize> = frames[own].arguments.iter().filter_map(|a| view.entity(a.mention)).collect();
        let doers = frames[deed].arguments.iter().filter(|a| a.role == Role::Agent && view.entity(a.mention).is_some_and(|e| !known.contains(&e)));
        let doers: Vec<Argument> = doers.map(|a| Argument { role: Role::Target, rule: "who does what is spoken of", ..a.clone() }).collect();
        frames[own].arguments.extend(doers);
    }
}

/// "responsibility for raids and killings": the deeds that a word stands for, and those beside them.
fn spoken_of_deeds(view: &View<'_>, token: usize) -> Vec<usize> {
    let part = |t: usize| matches!(view.lemma(t), "responsibility" | "role" | "involvement" | "complicity" | "part");
    let parts: Vec<usize> = std::iter::once(token).chain(view.dependents(token, &[Relation::Nmod])).filter(|&t| part(t)).collect();
    let inner = parts.iter().flat_map(|&p| view.dependents(p, &[Relation::Nmod])).filter(|&t| view.case_is(t, "for in"));
    let first: Vec<usize> = std::iter::once(token).chain(inner).collect();
    let beside: Vec<usize> = first.iter().flat_map(|&t| view.dependents(t, &[Relation::Conj])).collect();
    first.into_iter().chain(beside).collect()
}

/// Acts that are done by saying them.
fn is_statement(kind: EventType) -> bool {
    matches!(kind, EventType::Accusation | EventType::Demand | EventType::Threat | EventType::Rejection)
}

/// "Officials: Car bomb kills 20": who speaks before a colon tells the act, and has not done it, whatever the grammar of a headline looks like.
pub(super) fn teller(view: &View<'_>, frame: &mut EventFrame) {
    if is_statement(frame.kind) {
        return;
    }
    // "killed women and children, the commissioner, Ana Ruiz, said": no victim.
    let sources: Vec<usize> = frame.attributions.iter().filter_map(|&a| view.context.attributions[a].source).collect();
    let person = |m: usize| view.context.mentions[m].entity_type == EntityType::Person;
    frame.arguments.retain(|a| a.role != Role::Target || !(sources.contains(&a.mention) && person(a.mention)));
    let attributions = frame.attributions.iter().map(|&a| &view.context.attributions[a]);
    let before_colon = attributions.filter(|a| !a.cue.is_empty() && a.cue.clone().all(|t| view.norm(t) == ":")).filter_map(|a| a.source);
    let tellers: Vec<usize> = before_colon.collect();
    frame.arguments.retain(|a| a.role != Role::Agent || !tellers.contains(&a.mention));
}

/// "We condemn", "It is unacceptable": who says it does it, and is no source beside.
pub(super) fn speaker(view: &View<'_>, frame: &mut EventFrame) {
    if !is_statement(frame.kind) {
        return;
    }
    if !frame.arguments.iter().any(|a| a.role == Role::Agent) && frame.triggers.iter().all(|t| speaks_for_itself(view, t.head)) {
        let said = frame.attributions.iter().filter_map(|&a| view.context.attributions[a].source).find(|&m| view.entity(m).is_some());
        if let Some(mention) = said {
            frame.arguments.push(Argument { role: Role::Agent, mention, relation: PlaceRelation::In, rule: "who says it" });
        }
    }
    let agents: Vec<usize> = frame.arguments.iter().filter(|a| a.role == Role::Agent).filter_map(|a| view.entity(a.mention)).collect();
    let attributions = view.context.attributions;
    frame.attributions.retain(|&a| attributions[a].source.and_then(|m| view.entity(m)).is_none_or(|e| !agents.contains(&e)));
}

/// Whether a trigger has no subject but the speaker.
fn speaks_for_itself(view: &View<'_>, head: usize) -> bool {
    // "the army has to withdraw": he who says so demands it of the army.
    let has_to = among(view.lemma(head), "have need") && view.dependents(head, &[Relation::Xcomp]).any(|x| verb::has_to(view, x));
    // "the army violated the truce", "is responsible for the massacre": he who says so accuses it.
    let charges = among(view.lemma(head), "violate breach flout contravene renege") || view.has(head, &[Relation::Cop]);
    if has_to || charges || verb::obliges(view, head) {
        return true;
    }
    // "at the request of the state", "rejected the demands": not what the speaker asks for, unless it is "our demand".
    if view.upos(head) == Upos::Noun {
        return view.has_word(head, &[Relation::NmodPoss], "our my");
    }
    let mut subjects = view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass]).map(|t| view.norm(t));
    subjects.all(|w| matches!(w, "we" | "i" | "it" | "this" | "that"))
}
