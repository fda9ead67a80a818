//! Verbs that the tree takes for participles or nouns, or whose subject it hangs elsewhere, told by the words around them.

use super::verb::past_form;
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Participles that describe a noun more often than they tell what someone did next.
const DESCRIBES: &str = "wounded injured displaced besieged captured detained abducted kidnapped occupied damaged destroyed abandoned armed trained seized blocked closed jailed liberated surrounded killed";

/// "raided the village and pillaged clinics": a past form behind "and", taken for an adjective of the second of two nouns.
fn follows_on(view: &View<'_>, head: usize) -> bool {
    let and = head.checked_sub(1).is_some_and(|b| view.inside(head, b) && matches!(view.norm(b), "and" | ","));
    let second = view.head(head).is_some_and(|noun| noun == head + 1 && view.relation(noun) == Relation::Conj);
    and && second && (view.norm(head).ends_with("ed") || view.norm(head) == "set") && !among(view.norm(head), DESCRIBES)
}

/// Whether a finite verb was taken for an adjective of its object: "The Red Cross delivered medicine", "and pillaged clinics".
pub(super) fn is_misread(view: &View<'_>, verb: usize) -> bool {
    let named =
        |noun: usize| view.relation(noun) == Relation::Appos && view.head(noun).is_some_and(|s| s + 1 == verb && view.mention_at(s).is_some());
    let of_name = view.head(verb).is_some_and(|noun| noun > verb && noun <= verb + 3 && named(noun));
    goes_on_to(view, verb) || past_form(view, verb) && (of_name || follows_on(view, verb) || heads_nothing(view, verb))
}

/// "rioted in Kano, burning churches", taken for what the churches do: a noun without a preposition is no phrase of the verb before.
fn goes_on_to(view: &View<'_>, verb: usize) -> bool {
    let comma = verb.checked_sub(1).is_some_and(|b| view.inside(verb, b) && view.norm(b) == ",");
    let loose = |n: usize| n > verb && matches!(view.relation(n), Relation::Obl | Relation::Nmod) && !view.has(n, &[Relation::Case]);
    let verb_before = |n: usize| view.head(n).is_some_and(|v| v < verb && view.upos(v) == Upos::Verb);
    comma && view.norm(verb).ends_with("ing") && view.head(verb).is_some_and(|n| loose(n) && verb_before(n))
}

/// Participles that make one word with the noun before them, hyphen or not: "rebel held areas".
const JOINED: &str = "backed held led controlled run based owned sponsored made built born funded affiliated aligned allied linked related administered occupied supported";

/// "The UN airlifted food to the town", all taken for one noun phrase that the sentence hangs on: a sentence has a verb.
fn heads_nothing(view: &View<'_>, verb: usize) -> bool {
    let Some(noun) = view.head(verb).filter(|&n| n > verb && n <= verb + 3 && view.relation(n) == Relation::Root) else { return false };
    let before = verb.checked_sub(1).filter(|&b| view.inside(verb, b) && view.head(b) == Some(noun));
    before.is_some_and(|b| matches!(view.upos(b), Upos::Noun | Upos::Propn)) && !among(view.norm(verb), JOINED)
}

/// "The envoy, Jan Maas, called for a truce", where the verb is taken for a participle of the apposition: the noun that the sentence hangs on.
pub(super) fn named_before(view: &View<'_>, verb: usize) -> Option<usize> {
    let comma = verb.checked_sub(1).is_some_and(|b| view.inside(verb, b) && view.norm(b) == ",");
    let passive = view.inside(verb, verb + 1) && among(view.norm(verb + 1), "by in at near during with");
    if view.relation(verb) != Relation::Acl || !comma || passive || !past_form(view, verb) {
        return None;
    }
    let mut root = verb;
    for _ in 0..6 {
        match view.head(root) {
            Some(head) => root = head,
            None => break,
        }
    }
    (root < verb && view.relation(root) == Relation::Root && matches!(view.upos(root), Upos::Noun | Upos::Propn)).then_some(root)
}

/// "say neighbouring Rwanda is arming them": of a verb without a subject, the noun right before its auxiliary.
pub(super) fn before_auxiliary(view: &View<'_>, verb: usize) -> Option<(usize, &'static str)> {
    let first = view.dependents(verb, &[Relation::Aux]).find(|&a| a < verb && among(view.norm(a), "is are was were has have had will"))?;
    let noun = first.checked_sub(1).filter(|&n| view.inside(verb, n) && matches!(view.upos(n), Upos::Noun | Upos::Propn))?;
    let object = matches!(view.relation(noun), Relation::Obj | Relation::Obl) && view.head(noun).is_some_and(|h| h < noun);
    (object && !view.is_time(noun) && view.relation(verb) != Relation::Conj).then_some((noun, "noun before the auxiliary"))
}

/// "died after a drone run by militants struck a mosque", where the drone hangs on "died": the noun behind "after".
pub(super) fn behind_after(view: &View<'_>, verb: usize) -> Option<(usize, &'static str)> {
    let above = view.head(verb).filter(|&h| h < verb && view.relation(verb) == Relation::Advcl && past_form(view, verb))?;
    if view.has(verb, &[Relation::Mark, Relation::Aux, Relation::AuxPass]) || !view.has(verb, &[Relation::Obj]) {
        return None;
    }
    let noun = view.dependents(above, &[Relation::Obl]).filter(|&t| t > above && t < verb && view.case_is(t, "after when as before")).last()?;
    (!view.is_time(noun)).then_some((noun, "noun behind \"after\""))
}

/// "continues to fire rockets", "began training insurgents": a verb before its object, which the two look like one noun.
pub(super) fn taken_for_noun(view: &View<'_>, head: usize, before: Option<usize>) -> bool {
    let Some(before) = before.filter(|_| view.upos(head) == Upos::Noun && view.relation(head) == Relation::Compound) else { return false };
    let infinitive = view.norm(before) == "to" && among(view.norm(head), "fire shell bomb free storm raid");
    let gerund = view.norm(head).ends_with("ing") && among(view.lemma(before), "begin start stop continue resume keep finish");
    infinitive || gerund
}

/// "militias allied to the government have been accused", "rebels linked to it attacked", where the tree hangs the noun on its participle: the noun.
pub(super) fn before_participle(view: &View<'_>, verb: usize) -> Option<usize> {
    let bare = |c: &usize| *c < verb && past_form(view, *c) && !view.has(*c, &[Relation::Mark, Relation::Aux, Relation::AuxPass, Relation::Obj]);
    let clause = view.dependents(verb, &[Relation::Advcl]).find(bare)?;
    view.dependents(clause, &[Relation::Nsubj, Relation::NsubjPass]).find(|&t| t < clause)
}
