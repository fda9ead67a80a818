//! From slots to roles: who did it, to whom, where, with what.

use super::lexicon::Class;
use super::place::{is_topic, says_no_place};
use super::slot::{Filler, Slot};
use super::trigger::Candidate;
use super::view::View;
use super::{Argument, EventFrame, EventType, Family, Role, implied, refine, relation, statement};
use crate::analysis::{EntityType, MentionKind, PlaceRelation, Stance};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// The participants of a trigger, each entity once in a role.
pub(super) fn arguments(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<Argument> {
    let (sense, slots) = (candidate.sense, &candidate.slots);
    let mut found: Vec<Argument> = Vec::new();
    // "No group has admitted carrying out the attack": nobody is said to have. A verb is negated instead.
    let nobody = |f: &Filler| sense.class == Class::Noun && f.slot == Slot::Subject && view.has_word(f.token, &[Relation::Det], "no neither");
    for filler in slots.fillers.iter().filter(|f| !nobody(f)) {
        // A place that only follows in the sentence gives way to one that the grammar ties to the trigger.
        let loose = matches!(filler.rule, "phrase that follows" | "direction from a place");
        let placed = loose && found.iter().any(|a| a.role == Role::Place);
        for token in meant(view, filler.token) {
            if is_topic(view, sense.kind, candidate.head, token) && view.mention_at(token).is_some_and(|m| place_like(view, m)) {
                continue;
            }
            // "gained ground", "a political settlement": part of what the trigger says.
            let own = view.mention_at(token).is_some_and(|m| view.context.mentions[m].tokens.contains(&candidate.head));
            let fixed = candidate.tokens.contains(&token) && sense.words.iter().any(|w| view.lemma(token) == *w || view.norm(token) == *w);
            // "condemned the attack by rebels": nobody does by another what the verb says in the active.
            let active = filler.slot.word() == Some("by") && sense.class == Class::Verb && !slots.passive;
            if own || active {
                continue;
            }
            // "killed its commander": not whose he is.
            let pronoun = filler.slot == Slot::ObjectModifier && view.upos(filler.token) == Upos::Pron;
            if pronoun && sense.kind.family() == Family::Violence {
                continue;
            }
            // "killed a senior commander of the group": him, not his group.
            let of_person =
                filler.slot == Slot::ObjectModifier && view.head(token).and_then(|o| view.mention_at(o)).is_some_and(|m| is_somebody(view, m));
            if of_person && sense.kind.family() == Family::Violence {
                continue;
            }
            // "condemned the killing of monks": they are not condemned.
            let of_deed =
                filler.slot.word() == Some("of") && filler.rule == "phrase that follows" && view.head(token).is_some_and(|n| is_deed(view, n));
            if of_deed && matches!(sense.kind, EventType::Accusation | EventType::Support | EventType::Rejection | EventType::Demand) {
                continue;
            }
            if filler.slot == Slot::ObjectModifier && sense.kind == EventType::Accusation && statement::is_murdered(view, token) {
                continue;
            }
            let token = ruler(view, token);
            let token = if filler.slot == Slot::Subject { refine::actor_behind(view, token) } else { token };
            // "a missile fired by rebels struck the tanker": they struck it.
            for by in firers(view, filler.slot, token) {
                add(view, sense.kind, &mut found, Role::Agent, Slot::Subject, by, "who fired the weapon");
            }
            // "a series of defeats at the hands of the army": only its own phrase tells who is beaten.
            if view.lemma(candidate.head) == "defeat"
                && sense.class == Class::Noun
                && filler.slot.word() == Some("of")
                && filler.rule != "phrase of the noun"
            {
                continue;
            }
            // "fought with a militia against the rebels": on its side.
            if filler.slot.word() == Some("with") && fights_against(view, candidate) && !view.has_word(filler.token, &[Relation::Det], "no") {
                add(view, sense.kind, &mut found, Role::Agent, Slot::Subject, token, "on whose side");
                continue;
            }
            // "attacks from the rebels".
            let from = sense.class == Class::Noun && filler.slot.word() == Some("from");
            let said = matches!(sense.kind, EventType::Demand | EventType::Accusation | EventType::Threat | EventType::Rejection);
            let doer = |m: usize| if said { !place_like(view, m) } else { sense.kind.family() == Family::Violence && is_armed(view, m) };
            if from && view.mention_at(token).is_some_and(doer) {
                add(view, sense.kind, &mut found, Role::Agent, Slot::Subject, token, filler.rule);
                continue;
            }
            let bits = view.bits(token);
            let Some(rule) = view.lexicon.frame(sense.frame).find(|r| r.slot == filler.slot && (r.kinds == 0 || r.kinds & bits != 0)) else {
                continue;
            };
            // "military assistance": what kind, not whose.
            if fixed && filler.slot == Slot::Modifier && view.norm(token) == "military" && !view.in_name(token) {
                continue;
            }
            // "dropped barrel bombs": part of the trigger, and the means.
            if fixed && filler.slot == Slot::Object && rule.roles.0[0] != Some(Role::Instrument) {
                continue;
            }
            // "strike rebel targets": the rebels are whom it hits.
            if is_aim(view, token) && view.modifiers(token).iter().any(|&t| view.mention_at(t).is_some_and(|m| is_armed(view, m))) {
                continue;
            }
            for role in rule.roles.0.iter().flatten().filter(|r| **r != Role::Place || !placed && places(sense.kind)) {
                add(view, sense.kind, &mut found, *role, filler.slot, token, filler.rule);
            }
        }
    }
    implied::counted(view, candidate, &mut found);
    implied::aims(view, candidate, &mut found);
    implied::holders(view, sense.kind, &mut found);
    implied::against(view, candidate, &mut found);
    implied::around_sites(view, sense.kind, &mut found);
    implied::sites_of_targets(view, candidate, &mut found);
    implied::home_of_victims(view, candidate, &mut found);
    statement::aimed_at(view, candidate, &mut found);
    // "died at a hospital": not where it befell them.
    if sense.kind == EventType::Casualties {
        let ward = |a: &Argument| among(view.lemma(view.context.mentions[a.mention].head), "hospital clinic morgue mortuary infirmary");
        found.retain(|a| a.role != Role::Place || !ward(a));
    }
    // "troops were deployed", "the deployment of a battalion": who is sent by nobody told goes.
    let by_nobody = sense.kind == EventType::Deployment && (slots.passive || sense.class == Class::Noun);
    if by_nobody && !found.iter().any(|a| a.role == Role::Agent) {
        for argument in found.iter_mut().filter(|a| a.role == Role::Target && is_armed(view, a.mention)) {
            argument.role = Role::Agent;
        }
    }
    if sense.kind == EventType::Agreement {
        found.retain(|a| a.role != Role::Target || !place_like(view, a.mention));
    }
    refine::most_specific(view, &mut found);
    found
}

/// Whether a fight is told with those whom it is against.
fn fights_against(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    among(view.lemma(candidate.head), "fight battle struggle") && candidate.slots.fillers.iter().any(|f| f.slot.word() == Some("against"))
}

/// What a word and those coordinated with it stand for, and what is coordinated with that: "the provinces of Idlib and Latakia".
pub(super) fn meant(view: &View<'_>, token: usize) -> Vec<usize> {
    let mut all = Vec::new();
    for word in view.with_conjuncts(token) {
        let referent = view.referent(word);
        let more = if referent == word { Vec::new() } else { view.with_conjuncts(referent) };
        all.extend(std::iter::once(referent).chain(more.into_iter().map(|t| view.referent(t))));
        // "aircraft of either the navy or the army": whose they are.
        let nameless = view.mention_at(referent).is_none() || !view.in_name(referent) && view.bits(referent) & view.lexicon.masks.air != 0;
        if nameless && view.bits(referent) & (view.lexicon.masks.armed | view.lexicon.masks.air) != 0 {
            let owners = view.dependents(referent, &[Relation::Nmod]).filter(|&t| t > referent && view.case_is(t, "of from"));
            all.extend(owners.flat_map(|t| view.with_conjuncts(t)).map(|t| view.referent(t)).filter(|&t| view.in_name(t)));
        }
    }
    all
}

/// "an uprising against the general's rule": whose rule it is.
fn ruler(view: &View<'_>, token: usize) -> usize {
    let rule = view.mention_at(token).is_none() && among(view.lemma(token), "rule presidency leadership reign policy");
    let owner = rule.then(|| {
        view.dependents(token, &[Relation::NmodPoss, Relation::Nmod, Relation::Amod]).find(|&t| view.mention_at(view.referent(t)).is_some())
    });
    owner.flatten().map_or(token, |t| view.referent(t))
}

/// "a missile fired by rebels", "a bomb planted by militants": whose the weapon is that does harm.
fn firers(view: &View<'_>, slot: Slot, weapon: usize) -> Vec<usize> {
    let is_weapon = view.mention_at(weapon).is_some_and(|m| view.context.mentions[m].entity_type == EntityType::Weapon);
    if slot != Slot::Subject || !is_weapon {
        return Vec::new();
    }
    // "Two Israeli missiles hit": whoever is named right before.
    let start = view.mention_at(weapon).map_or(weapon, |m| view.context.mentions[m].tokens.start);
    let before = start.checked_sub(1).filter(|&b| view.inside(weapon, b));
    // "Houthi-fired missiles".
    let made = |b: usize| among(view.norm(b), "fired launched operated made") && view.norm(b.saturating_sub(1)) == "-";
    let owner = before.map(|b| if made(b) { b.saturating_sub(2) } else { b }).map(|b| if view.norm(b) == "'s" { b - 1 } else { b }).filter(|&b| {
        let actor = |m: usize| is_armed(view, m) || view.context.mentions[m].entity_type == EntityType::Government;
        view.in_name(b) && view.mention_at(b).is_some_and(actor)
    });
    if let Some(owner) = owner {
        return vec![owner];
    }
    let fired = |c: usize| matches!(view.lemma(c), "fire" | "launch" | "plant" | "lay" | "drop" | "operate" | "fly" | "belong");
    let next = Some(weapon + 1).filter(|&n| view.inside(weapon, n) && view.upos(n) == Upos::Verb && fired(n));
    let clause = view.dependents(weapon, &[Relation::Acl]).find(|&c| fired(c)).or(next);
    let by = |c: usize| view.dependents(c, &[Relation::OblAgent, Relation::Obl]).filter(|&t| view.case_is(t, "by to"));
    clause.map(|c| by(c).map(|t| view.referent(t)).collect()).unwrap_or_default()
}

/// Participants that tolls and claims give: the victims, and who claims to have done it.
pub(super) fn told(view: &View<'_>, frame: &mut EventFrame) {
    let violent = frame.kind.family() == Family::Violence && frame.kind != EventType::Clash || frame.kind == EventType::Casualties;
    let mut victims: Vec<usize> = frame.tolls.iter().filter_map(|&t| view.context.tolls[t].who).filter(|_| violent).collect();
    victims.dedup();
    for mention in victims {
        if let Some(entity) = view.entity(mention) {
            push(
                view,
                &mut frame.arguments,
                Argument { role: Role::Target, mention, relation: PlaceRelation::In, rule: "victims of the toll" },
                entity,
            );
        }
    }
    let claimants: Vec<usize> = frame
        .attributions
        .iter()
        .filter_map(|&a| view.context.attributions.get(a))
        .filter(|a| a.stance == Stance::ClaimsResponsibility && frame.kind.family() == Family::Violence)
        .filter_map(|a| a.source)
        .collect();
    for mention in claimants {
        if let Some(entity) = view.entity(mention) {
            push(
                view,
                &mut frame.arguments,
                Argument { role: Role::Agent, mention, relation: PlaceRelation::In, rule: "claims responsibility" },
                entity,
            );
        }
    }
}

/// Whether a noun names a deed.
pub(super) fn is_deed(view: &View<'_>, noun: usize) -> bool {
    view.upos(noun) == Upos::Noun
        && view.lexicon.senses_of(view.norm(noun)).any(|(s, _)| s.class == Class::Noun && s.kind.family() == Family::Violence)
}

/// "hit three targets", "both sides": no place by itself.
fn is_aim(view: &View<'_>, token: usize) -> bool {
    matches!(view.norm(token), "place" | "targets" | "target" | "sides" | "side")
}

/// A person or people, described or named.
fn is_somebody(view: &View<'_>, mention: usize) -> bool {
    let kind = view.context.mentions[mention].entity_type;
    kind.is_armed() || matches!(kind, EntityType::Person | EntityType::Population)
}

fn is_armed(view: &View<'_>, mention: usize) -> bool {
    view.context.mentions[mention].entity_type.is_armed()
}

pub(super) fn place_like(view: &View<'_>, mention: usize) -> bool {
    view.context.mentions[mention].entity_type.is_spot()
}

pub(super) fn add(view: &View<'_>, kind: EventType, found: &mut Vec<Argument>, role: Role, slot: Slot, token: usize, rule: &'static str) {
    let Some(mention) = view.mention_at(token) else { return };
    let mention = if role == Role::Place || slot == Slot::Modifier { refine::narrower(view, mention) } else { mention };
    let Some(entity) = view.entity(mention) else { return };
    let what = view.context.mentions[mention].entity_type;
    if role == Role::Place && says_no_place(view, token) {
        return;
    }
    let role = match (role, what) {
        // The sides of a clash fight at a place; a place besieged is where, not whom.
        (Role::Target, EntityType::Place | EntityType::Facility) if kind == EventType::Clash => Role::Place,
        (Role::Target, EntityType::Place) if kind == EventType::Blockade => Role::Place,
        // "taken hostage on a road".
        (Role::Target, EntityType::Place | EntityType::Facility) if matches!(kind, EventType::Abduction | EventType::Abuse) => Role::Place,
        (Role::Agent, EntityType::Weapon) => Role::Instrument,
        // "a salvo of rockets"; a hospital that has received the wounded is no victim.
        (Role::Target, EntityType::Weapon) if matches!(kind, EventType::Shelling | EventType::Airstrike) && slot.word() == Some("of") => {
            Role::Instrument
        }
        (Role::Target, EntityType::Facility) if kind == EventType::Casualties => return,
        // "the ministry announced the death of a soldier".
        (Role::Target, EntityType::Government | EntityType::Organization)
            if kind == EventType::Casualties && rule == "subject of the noun's verb" =>
        {
            return;
        }
        // A building kills and takes nothing.
        (Role::Agent, EntityType::Facility) if matches!(kind.family(), Family::Violence | Family::Control) && slot == Slot::Subject => return,
        // "a camp by the river".
        (Role::Agent, EntityType::Place)
            if view.context.mentions[mention].kind == MentionKind::Nominal && !among(view.lemma(token), "country state nation republic kingdom") =>
        {
            return;
        }
        // "drew condemnation from Germany": a country acts by speaking.
        (Role::Agent, EntityType::Place) if kind.family() == Family::Diplomacy && slot.word() == Some("from") => Role::Agent,
        (Role::Agent, EntityType::Place | EntityType::Facility) if slot != Slot::Subject => Role::Place,
        (Role::Place, EntityType::Place | EntityType::Facility) if !is_aim(view, token) => Role::Place,
        (Role::Place, EntityType::Other) if view.context.mentions[mention].kind == MentionKind::Nominal => Role::Place,
        (Role::Place, _) => return,
        (Role::Instrument, EntityType::Weapon | EntityType::Other | EntityType::StateForce) => Role::Instrument,
        (Role::Instrument, _) => return,
        (Role::Agent | Role::Target, EntityType::Operation) => return,
        (Role::Agent, EntityType::Media) if kind.family() != Family::Diplomacy => return,
        (role, _) => role,
    };
    let relation = relation::relation(view, slot, token);
    push(view, found, Argument { role, mention, relation, rule }, entity);
    // "shelled the town": the town is both target and place.
    let located = matches!(kind.family(), Family::Violence)
        && role == Role::Target
        && (what == EntityType::Place && !is_aim(view, token) || what == EntityType::Facility && view.in_name(token));
    if located {
        push(view, found, Argument { role: Role::Place, mention, relation, rule: "the target is a place" }, entity);
    }
}

/// Kinds of events of which a place can be told: who blames or demands does it anywhere.
fn places(kind: EventType) -> bool {
    !matches!(kind, EventType::Accusation | EventType::Demand | EventType::Threat)
}

fn push(view: &View<'_>, found: &mut Vec<Argument>, argument: Argument, entity: usize) {
    let known = |a: &Argument| view.entity(a.mention) == Some(entity);
    if found.iter().any(|a| known(a) && a.role == argument.role) {
        return;
    }
    // One entity is not both sides.
    let other = match argument.role {
        Role::Agent => Role::Target,
        Role::Target => Role::Agent,
        _ => return found.push(argument),
    };
    if !found.iter().any(|a| known(a) && a.role == other) {
        found.push(argument);
    }
}
