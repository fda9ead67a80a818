//! Who says what of an event: claims, their sources, and the figures that each source gives.

use super::Desk;
use crate::analysis::*;
use crate::attribution::{Attribution, JUDGEMENT, REQUEST};
use crate::event::{EventFrame, Role};
use std::ops::Range;

/// What is told of an event, and by whom.
pub(super) struct Told {
    pub(super) source: Vec<Id>,
    pub(super) casualties: Vec<Casualty>,
    pub(super) claims: Vec<Claim>,
}

pub(super) fn told(desk: &Desk<'_>, frame: &EventFrame, evidence: &mut Vec<Evidence>) -> Told {
    let casualties: Vec<Casualty> = frame.tolls.iter().map(|&t| casualty(desk, t)).collect();
    for (i, (toll, shown)) in frame.tolls.iter().zip(&casualties).enumerate() {
        let spans = vec![TextSpan { start: shown.start, end: shown.end }];
        evidence.push(Evidence { field: format!("casualties.{i}"), rule: desk.context.tolls[*toll].rule.into(), spans });
    }
    let reports = |a: usize| desk.context.attributions.get(a).is_some_and(|a| a.rule != REQUEST && a.rule != JUDGEMENT);
    let told = frame.attributions.iter().filter(|&&a| reports(a) && !own_act(desk, frame, a));
    let claims: Vec<(usize, Claim)> = told.filter_map(|&a| Some((a, claim(desk, frame, a)?))).collect();
    let mut source: Vec<Id> = Vec::new();
    for &(index, ref claim) in &claims {
        let Some(id) = &claim.source else { continue };
        if !source.contains(id) {
            source.push(id.clone());
            evidence.push(source_evidence(desk, &desk.context.attributions[index], id));
        }
    }
    Told { source, casualties, claims: claims.into_iter().map(|(_, claim)| claim).collect() }
}

/// Whether an event is the very act of speaking of the one who speaks: who says "we demand" does not report a demand.
fn own_act(desk: &Desk<'_>, frame: &EventFrame, index: usize) -> bool {
    use crate::event::EventType as E;
    let act = matches!(frame.kind, E::Demand | E::Threat | E::Rejection | E::Accusation | E::Support);
    let source = desk.context.attributions.get(index).and_then(|a| a.source).and_then(|m| desk.entity_of(m));
    act && source.is_some() && frame.arguments.iter().any(|a| a.role == Role::Agent && desk.entity_of(a.mention) == source)
}

fn source_evidence(desk: &Desk<'_>, attribution: &Attribution, id: &Id) -> Evidence {
    let mut spans: Vec<TextSpan> = Vec::new();
    if let Some(mention) = attribution.source {
        spans.push(desk.words(desk.context.mentions[mention].tokens.clone()));
    }
    spans.push(desk.words(attribution.cue.clone()));
    spans.sort_unstable();
    Evidence { field: format!("source:{id}"), rule: attribution.rule.into(), spans }
}

fn casualty(desk: &Desk<'_>, index: usize) -> Casualty {
    let toll = &desk.context.tolls[index];
    let teller = desk.tellers.get(index).copied().flatten().and_then(|a| desk.context.attributions.get(a));
    let TextSpan { start, end } = desk.words(toll.tokens.clone());
    Casualty {
        start,
        end,
        kind: toll.kind,
        low: toll.low,
        high: toll.high,
        quantifier: toll.quantifier,
        who: toll.who.and_then(|m| desk.entity_of(m)),
        source: teller.and_then(|a| a.source).and_then(|m| desk.entity_of(m)),
        groups: toll.groups.clone(),
    }
}

/// The part of what is said that holds the tokens.
fn content_with(attribution: &Attribution, tokens: &Range<usize>) -> Option<Range<usize>> {
    attribution.content.iter().find(|c| c.start <= tokens.start && tokens.end <= c.end).cloned()
}

fn claim(desk: &Desk<'_>, frame: &EventFrame, index: usize) -> Option<Claim> {
    let attribution = desk.context.attributions.get(index)?;
    let of_trigger = frame.triggers.iter().find_map(|t| content_with(attribution, &t.tokens));
    let of_toll = || frame.tolls.iter().find_map(|&t| content_with(attribution, &desk.context.tolls[t].tokens));
    let content = of_trigger.or_else(of_toll).or_else(|| attribution.content.first().cloned())?;
    let told_by_it = frame.tolls.iter().enumerate().filter(|&(_, &t)| desk.tellers.get(t) == Some(&Some(index)));
    let casualties: Vec<u32> = told_by_it.map(|(i, _)| i as u32).collect();
    Some(Claim {
        source: attribution.source.and_then(|m| desk.entity_of(m)),
        cue: (!attribution.cue.is_empty()).then(|| desk.words(attribution.cue.clone())),
        content: desk.words(content),
        stance: attribution.stance,
        modality: if attribution.stance == Stance::Denies { Modality::Negated } else { frame.modality },
        agent: None,
        casualties: (!casualties.is_empty()).then_some(casualties),
    })
}
