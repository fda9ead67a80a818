//! Whom a statement is aimed at, where its own slots do not say: who is to do what is demanded, who made the offer that is turned down, whom a threat would strike.

use super::argument::add;
use super::slot::{Slot, Slots};
use super::trigger::Candidate;
use super::view::View;
use super::{Argument, EventType, Role};
use crate::analysis::{EntityType, PlaceRelation};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What is said or done by somebody whom "of" may name: "the call of the parliament", "the policy of the general".
const OWN: &str = "call offer proposal demand request appeal plan bid claim decision policy refusal order invitation move announcement rule \
                   crackdown treatment suppression handling failure occupation annexation conduct behaviour behavior aggression action use";
/// What somebody may be called upon to do, whose "of" names who is to do it.
const STEPS: &str = "resignation withdrawal removal departure ouster pullout surrender disarmament disbandment exit dissolution";
/// Verbs of dealings with somebody, behind "refused to".
const DEALINGS: &str = "meet talk negotiate recognise recognize cooperate engage deal speak see receive respond reply bow submit yield";

/// Adds whom a statement is aimed at, if nothing tells it yet.
pub(super) fn aimed_at(view: &View<'_>, candidate: &Candidate<'_>, found: &mut Vec<Argument>) {
    let kind = candidate.sense.kind;
    // "demanded that they leave", "complained that they shell the town".
    if matches!(kind, EventType::Demand | EventType::Accusation) {
        asked(view, &candidate.slots, found);
    }
    if found.iter().any(|a| a.role == Role::Target) {
        return;
    }
    let words = match kind {
        EventType::Rejection => {
            let mut words = spoken_of(candidate, "").flat_map(|t| authors(view, t)).collect::<Vec<_>>();
            if let Some(verb) = candidate.slots.infinitive.filter(|&v| among(view.lemma(v), DEALINGS)) {
                words.extend(partners(view, verb, "with to"));
            }
            words
        }
        EventType::Accusation => spoken_of(candidate, "").flat_map(|t| authors(view, t)).collect(),
        EventType::Protest => spoken_of(candidate, "against at over").flat_map(|t| authors(view, t)).collect(),
        EventType::Demand => spoken_of(candidate, "for").flat_map(|t| if is_told_to(view, t) { vec![t] } else { who_steps(view, t) }).collect(),
        EventType::Threat => threatened(view, candidate),
        _ => return,
    };
    for token in words {
        let token = view.referent(token);
        let somebody = |m: usize| {
            use EntityType as E;
            matches!(
                view.context.mentions[m].entity_type,
                E::Person | E::ArmedGroup | E::StateForce | E::Government | E::Organization | E::Population
            )
        };
        let own = |m: usize| found.iter().any(|a| a.role == Role::Agent && view.entity(a.mention) == view.entity(m));
        if view.mention_at(token).is_some_and(|m| somebody(m) && !own(m)) {
            add(view, kind, found, Role::Target, Slot::Object, token, "whom the statement is aimed at");
        }
    }
}

/// Nouns of killing whose possessor is the victim.
const MURDERS: &str = "murder killing assassination shooting stabbing beheading lynching slaying death poisoning abduction kidnapping arrest";

/// "condemned the journalist's murder": whether a possessor is whom a deed befell, and not condemned for it.
pub(super) fn is_murdered(view: &View<'_>, possessor: usize) -> bool {
    let armed = || view.mention_at(possessor).is_some_and(|m| view.context.mentions[m].entity_type.is_armed());
    view.head(possessor).is_some_and(|n| among(view.lemma(n), MURDERS)) && !armed()
}

/// What a statement speaks of: its object, and what stands behind some prepositions.
fn spoken_of<'c>(candidate: &'c Candidate<'_>, prepositions: &'static str) -> impl Iterator<Item = usize> + 'c {
    let fillers = candidate.slots.fillers.iter();
    fillers.filter(move |f| f.slot == Slot::Object || f.slot.word().is_some_and(|w| among(w, prepositions))).map(|f| f.token)
}

/// "an offer from the government", "accusations by Kyiv", "the general's decree", "the call of the parliament": who made it.
fn authors(view: &View<'_>, noun: usize) -> Vec<usize> {
    if view.mention_at(noun).is_some() {
        return Vec::new();
    }
    let of = among(view.lemma(noun), OWN);
    let by = view.dependents(noun, &[Relation::Nmod]).find(|&t| view.case_is(t, "by from") || of && view.case_is(t, "of"));
    let author = by.or_else(|| view.dependents(noun, &[Relation::NmodPoss]).find(|&t| !is_murdered(view, t)));
    author.map_or_else(Vec::new, |t| view.with_conjuncts(t))
}

/// "the withdrawal of foreign troops", "his resignation", "an end to the army's blockade": who is to take the step.
fn who_steps(view: &View<'_>, noun: usize) -> Vec<usize> {
    if among(view.lemma(noun), "end halt stop") {
        let ended = view.dependents(noun, &[Relation::Nmod]).filter(|&t| view.case_is(t, "to of"));
        return ended.flat_map(|t| authors(view, t)).collect();
    }
    if !among(view.lemma(noun), STEPS) {
        return Vec::new();
    }
    let of = view.dependents(noun, &[Relation::Nmod]).find(|&t| view.case_is(t, "of by"));
    let who = of.or_else(|| view.dependents(noun, &[Relation::NmodPoss, Relation::Compound]).next());
    who.map_or_else(Vec::new, |t| view.with_conjuncts(t))
}

/// "calls for the president to step down": whether "to" and a verb follow the phrase.
fn is_told_to(view: &View<'_>, token: usize) -> bool {
    let Some(end) = view.mention_at(token).map(|m| view.context.mentions[m].tokens.end) else { return false };
    view.inside(token, end + 1) && view.norm(end) == "to" && view.upos(end + 1) == Upos::Verb
}

/// The object of a verb and whom its phrases name.
fn partners(view: &View<'_>, verb: usize, prepositions: &str) -> Vec<usize> {
    let objects: Vec<usize> = view.dependents(verb, &[Relation::Obj]).collect();
    let phrases = |of: usize| view.dependents(of, &[Relation::Obl, Relation::Nmod]).filter(|&t| view.case_is(t, prepositions)).collect::<Vec<_>>();
    let inner: Vec<usize> = objects.iter().flat_map(|&o| phrases(o).into_iter().chain(view.dependents(o, &[Relation::NmodPoss]))).collect();
    objects.into_iter().chain(phrases(verb)).chain(inner).flat_map(|t| view.with_conjuncts(t)).collect()
}

/// "threatened to break off relations with Russia", "threatened action against the rebels", "threatened to strike unless the army withdrew".
fn threatened(view: &View<'_>, candidate: &Candidate<'_>) -> Vec<usize> {
    let verb = candidate.slots.infinitive.unwrap_or(candidate.head);
    let mut words = partners(view, verb, "against with on upon to from");
    if words.iter().all(|&t| view.mention_at(view.referent(t)).is_none()) {
        let unless = |c: &usize| view.has_word(*c, &[Relation::Mark], "unless if");
        let clauses = [verb, candidate.head].into_iter().flat_map(|v| view.dependents(v, &[Relation::Advcl])).filter(unless);
        words.extend(clauses.flat_map(|c| view.dependents(c, &[Relation::Nsubj])));
    }
    words
}

/// "demanded that the army withdraw": who is to do what is demanded is who it is demanded of.
fn asked(view: &View<'_>, slots: &Slots, found: &mut Vec<Argument>) {
    let wanted = |c: &usize| view.has(*c, &[Relation::Nsubj]);
    let Some(clause) = slots.content.or(slots.infinitive.filter(wanted)).filter(|_| !found.iter().any(|a| a.role == Role::Target)) else { return };
    let subjects: Vec<usize> = view.dependents(clause, &[Relation::Nsubj, Relation::NsubjPass]).collect();
    for token in subjects.into_iter().flat_map(|s| view.with_conjuncts(s)).map(|t| view.referent(t)) {
        let Some(mention) = view.mention_at(token) else { continue };
        let kind = view.context.mentions[mention].entity_type;
        let agent = found.iter().any(|a| view.entity(a.mention) == view.entity(mention));
        if view.entity(mention).is_some() && !agent && !matches!(kind, EntityType::Facility | EntityType::Weapon | EntityType::Operation) {
            found.push(Argument { role: Role::Target, mention, relation: PlaceRelation::In, rule: "who is to do what is demanded" });
        }
    }
}
