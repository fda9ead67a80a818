//! Events as the reader sees them, each field with the words it came from.

use super::claims::{self, Told};
use super::{Desk, rounded, time_id};
use crate::analysis::*;
use crate::event::{EventFrame, EventType, Role};

/// All events, in the order of the frames.
pub(super) fn events(desk: &Desk<'_>, frames: &[EventFrame]) -> Vec<Event> {
    frames.iter().enumerate().map(|(i, f)| event(desk, f, format!("v{}", i + 1))).collect()
}

fn event(desk: &Desk<'_>, frame: &EventFrame, id: Id) -> Event {
    let mut evidence = vec![type_evidence(desk, frame)];
    let agent = participants(desk, frame, Role::Agent, &mut evidence);
    let target = participants(desk, frame, Role::Target, &mut evidence);
    let place = participants(desk, frame, Role::Place, &mut evidence);
    let instrument = participants(desk, frame, Role::Instrument, &mut evidence);
    let time = time(desk, frame, &mut evidence);
    if let Some(e) = modality_evidence(desk, frame) {
        evidence.push(e);
    }
    let Told { source, casualties, claims } = claims::told(desk, frame, &mut evidence);
    Event {
        id,
        kind: frame.kind,
        family: frame.kind.family(),
        triggers: frame.triggers.iter().map(|t| desk.words(t.tokens.clone())).collect(),
        location: location(desk, frame),
        codes: codes(desk, frame),
        agent,
        target,
        place,
        instrument,
        source,
        time,
        modality: frame.modality,
        casualties,
        claims,
        score: rounded(frame.score),
        evidence,
    }
}

fn type_evidence(desk: &Desk<'_>, frame: &EventFrame) -> Evidence {
    Evidence {
        field: "type".into(),
        rule: frame.triggers.first().map(|t| t.rule.clone()).unwrap_or_default(),
        spans: frame.triggers.iter().map(|t| desk.words(t.tokens.clone())).collect(),
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Agent => "agent",
        Role::Target => "target",
        Role::Place => "place",
        Role::Instrument => "instrument",
    }
}

/// The entities in a role, each once, with the words that put them there.
fn participants(desk: &Desk<'_>, frame: &EventFrame, role: Role, evidence: &mut Vec<Evidence>) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for argument in frame.arguments.iter().filter(|a| a.role == role) {
        let Some(id) = desk.entity_of(argument.mention) else { continue };
        let field = format!("{}:{id}", role_name(role));
        let words = desk.words(desk.context.mentions[argument.mention].tokens.clone());
        match evidence.iter_mut().find(|e| e.field == field) {
            Some(known) => known.spans.push(words),
            None => {
                evidence.push(Evidence { field, rule: argument.rule.into(), spans: vec![words] });
                ids.push(id);
            }
        }
    }
    ids
}

fn location(desk: &Desk<'_>, frame: &EventFrame) -> Vec<Where> {
    let mut found: Vec<Where> = Vec::new();
    for argument in frame.arguments.iter().filter(|a| a.role == Role::Place) {
        let Some(entity) = desk.context.entities.of_mention.get(argument.mention).copied().flatten() else { continue };
        let Some(place) = desk.ids.of(entity) else { continue };
        if found.iter().all(|w| w.place != place) {
            let entities = &desk.context.entities.entities;
            // "a house in Homs" is placed as finely as Homs, "a village in the Gao area" less so.
            let holder = || match entities[entity].within.and_then(|w| entities[w].precision) {
                Some(GeoPrecision::Town) if entities[entity].kind == EntityType::Place => Some(GeoPrecision::District),
                held => held,
            };
            let precision = entities[entity].precision.or_else(holder).unwrap_or(GeoPrecision::None);
            found.push(Where { place, relation: argument.relation, precision });
        }
    }
    found
}

fn time(desk: &Desk<'_>, frame: &EventFrame, evidence: &mut Vec<Evidence>) -> Option<EventTime> {
    let when = frame.time.as_ref()?;
    let expression = when.expression.and_then(|e| desk.context.times.get(e)).map(|e| e.tokens.clone());
    let words = expression.or_else(|| frame.triggers.first().map(|t| t.tokens.clone()));
    evidence.push(Evidence { field: "time".into(), rule: when.rule.into(), spans: words.into_iter().map(|w| desk.words(w)).collect() });
    Some(EventTime {
        from: when.days.0.map(|d| d.to_string()),
        to: when.days.1.map(|d| d.to_string()),
        basis: when.basis,
        expression: when.expression.map(time_id),
        precision: when.precision,
    })
}

fn modality_evidence(desk: &Desk<'_>, frame: &EventFrame) -> Option<Evidence> {
    let (words, rule) = &frame.modality_evidence;
    let spans: Vec<TextSpan> = if words.is_empty() {
        frame.triggers.iter().take(1).map(|t| desk.words(t.tokens.clone())).collect()
    } else {
        words.iter().map(|&w| desk.words(w..w + 1)).collect()
    };
    Some(Evidence { field: "modality".into(), rule: (*rule).into(), spans })
}

/// The cross-walk, where it depends on who acted.
fn codes(desk: &Desk<'_>, frame: &EventFrame) -> Codes {
    let mut codes = frame.kind.codes();
    if frame.kind == EventType::Capture {
        let agents = frame.arguments.iter().filter(|a| a.role == Role::Agent);
        let kinds = agents.filter_map(|a| desk.context.entities.of_mention.get(a.mention).copied().flatten());
        codes.acled = kinds.map(|e| desk.context.entities.entities[e].kind).find_map(capture_code).map(String::from);
    }
    codes
}

/// ACLED tells territory regained by a government from territory overtaken by others.
fn capture_code(agent: EntityType) -> Option<&'static str> {
    match agent {
        EntityType::StateForce | EntityType::Government => Some("Government regains territory"),
        EntityType::ArmedGroup => Some("Non-state actor overtakes territory"),
        _ => None,
    }
}
