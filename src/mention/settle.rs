//! What the runs of a text name, all mentions of a name together.

use super::bridge::ends_given_name;
use super::lexicon::{Class, Sort, mark};
use super::run::{self, Run, is_article};
use super::sheet::{Shape, Sheet};
use super::{Mention, phrase, state};
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::HashMap;
use crate::syntax::Relation;
use std::ops::Range;

/// Decides what the runs name and adds them to the mentions.
pub(super) fn settle(sheet: &Sheet<'_>, runs: Vec<Run>, mentions: &mut Vec<Mention>) {
    let surnames = surnames(sheet, &runs, mentions);
    let forms: Vec<Vec<u32>> = runs.iter().map(|r| form(sheet, &r.tokens)).collect();
    let mut ballots: HashMap<&[u32], Ballot> = HashMap::default();
    for (run, form) in runs.iter().zip(&forms) {
        let ballot = ballots.entry(form).or_default();
        for &(entity_type, weight) in &run.votes {
            let sum = if weight.abs() < 1.0 { &mut ballot.hints } else { &mut ballot.weights };
            sum[entity_type as usize] += weight;
        }
        if let Some((entity_type, weight)) = run.spot {
            let spot = ballot.spot.get_or_insert((entity_type, weight));
            spot.1 = spot.1.max(weight);
        }
        ballot.believed |= !run.doubtful;
    }
    for (run, form) in runs.iter().zip(&forms) {
        let Some(ballot) = ballots.get(form.as_slice()) else { continue };
        // "Natan-Zada" after "Eden Natan-Zada".
        let short = form.len() == 1 || form.len() == 2 && run.tokens.len() == 3 && sheet.norm(run.tokens.start + 1) == "-";
        let person = if short { form.last().and_then(|last| surnames.get(last)) } else { None };
        if run.doubtful && !ballot.believed && person.is_none() {
            continue;
        }
        let best = ballot.best(person.is_none());
        let (entity_type, key) = match (person, best) {
            (Some((known, key)), best) if best.is_none_or(|(t, w)| t == *known || w < SURE) => (*known, key.clone()),
            (_, Some((entity_type, _))) => (entity_type, String::new()),
            (_, None) => (fallback(sheet, run), String::new()),
        };
        mentions.push(Mention {
            head: state::head_of(sheet, run.tokens.clone()),
            tokens: run.tokens.clone(),
            kind: MentionKind::Name,
            entity_type,
            key,
            role: None,
            rule: "capitals",
            score: if best.is_some() { 0.7 } else { 0.4 },
        });
    }
}

/// How much must speak for another type of a word that is the surname of somebody in the text.
const SURE: f32 = 6.0;

/// The most that hints weigh together.
const HINTS: f32 = 1.5;

/// What speaks for each type of a name.
#[derive(Default)]
struct Ballot {
    weights: [f32; EntityType::ALL.len()],
    /// What speaks softly for each type; many hints weigh no more than one good reason.
    hints: [f32; EntityType::ALL.len()],
    /// What the gazetteer says; it counts once, however often the name stands.
    spot: Option<(EntityType, f32)>,
    /// Whether a mention stands where capitals mean names.
    believed: bool,
}

impl Ballot {
    /// The heaviest type, with the gazetteer's word or without; ties go to the type declared first.
    fn best(&self, with_spot: bool) -> Option<(EntityType, f32)> {
        let mut best: Option<(EntityType, f32)> = None;
        for (&entity_type, (&weight, &hint)) in EntityType::ALL.iter().zip(self.weights.iter().zip(&self.hints)) {
            let weight = weight + hint.clamp(-HINTS, HINTS) + self.spot.filter(|s| with_spot && s.0 == entity_type).map_or(0.0, |s| s.1);
            if weight > best.map_or(0.0, |b| b.1) {
                best = Some((entity_type, weight));
            }
        }
        best
    }
}

/// What a name is of which nothing is known: several words of which one is a common word or a state name a body, others a person; one word a place or a person, by grammar.
fn fallback(sheet: &Sheet<'_>, run: &Run) -> EntityType {
    let common = |i: usize| {
        let word = sheet.shape(i) == Shape::Title && sheet.text(i).len() > 2 && !is_article(sheet.norm(i));
        word && !sheet.is(i, mark::FIRST)
            && sheet.norm(i) != "said"
            && (sheet.seen_small(i) || sheet.is(i, mark::COMMON) || sheet.is(i, mark::MODIFIER) || sheet.noun(i).is_some())
    };
    let start = run.tokens.start;
    let head = state::head_of(sheet, run.tokens.clone());
    let relation = sheet.relation(head);
    if run.tokens.len() == 1
        && let Some(told) = sheet.pieces(start).last().and_then(|&w| sheet.lexicon.end(w))
    {
        return told;
    }
    // "Los Zafiros": a gang, if no map has it.
    if run.tokens.len() == 2 && matches!(sheet.norm(start), "los" | "las") {
        return EntityType::ArmedGroup;
    }
    match run.tokens.len() {
        1 if relation == Relation::Compound => sheet.head(head).map_or(EntityType::Organization, |noun| of_compound(sheet, noun)),
        // "Rommel's Panzerarmee": what a person has; a land has its people.
        1 if start > sheet.sentence(start).start + 1 && sheet.norm(start - 1) == "'s" && run::places(sheet, start - 2).is_none() => {
            EntityType::Organization
        }
        1 if matches!(relation, Relation::Obl | Relation::Nmod) || sheet.shape(start) == Shape::Upper => EntityType::Place,
        1 => EntityType::Person,
        _ if phrase::is_of(sheet, start, &[Sort::Country, Sort::Capital, Sort::Demonym]) => EntityType::Organization,
        _ if run.tokens.clone().any(common) => EntityType::Organization,
        _ => EntityType::Person,
    }
}

/// What a name of one word is by the noun it describes: "Makonde veterans".
fn of_compound(sheet: &Sheet<'_>, noun: usize) -> EntityType {
    match sheet.noun(noun).map(|n| n.1.class) {
        Some(Class::Site | Class::Town | Class::Area) => EntityType::Place,
        Some(Class::People) => EntityType::Population,
        Some(Class::Rebel | Class::Fighter) => EntityType::ArmedGroup,
        _ => EntityType::Organization,
    }
}

/// A name as the symbols of its words, marks and articles left out.
fn form(sheet: &Sheet<'_>, range: &Range<usize>) -> Vec<u32> {
    range.clone().filter(|&i| sheet.shape(i) != Shape::Mark && !is_article(sheet.norm(i))).map(|i| sheet.reading.tokens.tokens[i].norm.0).collect()
}

/// Last words of the full names of people and ships, with type and key.
fn surnames(sheet: &Sheet<'_>, runs: &[Run], mentions: &[Mention]) -> HashMap<u32, (EntityType, String)> {
    let mut surnames = HashMap::default();
    let known = mentions.iter().filter(|m| m.entity_type == EntityType::Person && !m.key.is_empty());
    let known = known.map(|m| (m.tokens.clone(), EntityType::Person, m.key.clone()));
    let read = runs.iter().filter_map(|r| Some((r.tokens.clone(), bearer(sheet, r)?, String::new())));
    for (tokens, entity_type, key) in known.chain(read) {
        let form = form(sheet, &tokens);
        // "Oh Min-seo" is Oh.
        let surname = if ends_given_name(sheet, tokens.start, tokens.end - 1) { form.first() } else { form.last() };
        if let (Some(&last), true) = (surname, form.len() > 1) {
            surnames.entry(last).or_insert((entity_type, key));
        }
    }
    surnames
}

/// Whether the last word of a run can stand for the whole: a person's surname, a ship's name.
fn bearer(sheet: &Sheet<'_>, run: &Run) -> Option<EntityType> {
    if matches!(sheet.norm(run.tokens.start), "uss" | "hms") {
        return Some(EntityType::StateForce);
    }
    let person = run.votes.iter().any(|v| v.0 == EntityType::Person && v.1 >= 2.0);
    let other = run.votes.iter().any(|v| v.0 != EntityType::Person && v.1 >= 3.0);
    let unclaimed = run.tokens.len() > 1 && run.spot.is_none() && run.votes.iter().all(|v| v.1 < 1.0) && !run.doubtful;
    (person && !other || unclaimed).then_some(EntityType::Person)
}
