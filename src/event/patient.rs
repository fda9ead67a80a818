//! Who or what undergoes a verb: its object, the subject of a passive, what verbs joined by "and" share.

use super::control::controller;
use super::misread::before_participle;
use super::verb::{is_passive, noun_before_participle, own_passive, resolve, subjects, subjects_of_clause};
use super::view::View;
use crate::syntax::{Relation, Upos};

/// "abducted, tortured and killed farmers": the object of the last of several verbs side by side, of which `first` is the first.
fn shared_object(view: &View<'_>, verb: usize, first: usize) -> Vec<(usize, &'static str)> {
    let beside = |c: usize| (verb + 1..c).all(|t| matches!(view.upos(t), Upos::Verb | Upos::Punct | Upos::Cconj | Upos::Adv));
    let last = view
        .dependents(first, &[Relation::Conj])
        .filter(|&c| c > verb && c < verb + 7 && view.upos(c) == Upos::Verb && !view.has(c, &[Relation::Nsubj]))
        .find(|&c| beside(c) && view.has(c, &[Relation::Obj]));
    last.map_or_else(Vec::new, |c| view.dependents(c, &[Relation::Obj]).map(|t| (t, "object of the coordinated verb")).collect())
}

/// The words that name what undergoes a passive verb.
pub(super) fn patients(view: &View<'_>, verb: usize) -> Vec<(usize, &'static str)> {
    let own: Vec<_> =
        view.dependents(verb, &[Relation::NsubjPass, Relation::Nsubj]).map(|t| (resolve(view, verb, t), "subject of the passive")).collect();
    if !own.is_empty() {
        return own;
    }
    if let Some(noun) = before_participle(view, verb).filter(|_| own_passive(view, verb)) {
        return vec![(noun, "subject of the passive")];
    }
    let Some(head) = view.head(verb) else { return own };
    match view.relation(verb) {
        Relation::Acl | Relation::Amod => vec![(head, "noun with a participle")],
        Relation::Conj => {
            if own_passive(view, head) {
                view.dependents(head, &[Relation::NsubjPass]).map(|t| (resolve(view, head, t), "subject of the coordinated verb")).collect()
            } else if matches!(view.relation(head), Relation::Acl | Relation::Amod) {
                view.head(head).map(|noun| (noun, "noun with a participle")).into_iter().collect()
            } else if view.upos(head) == Upos::Verb && view.has(verb, &[Relation::AuxPass]) {
                // "tried to storm the building and were beaten back".
                subjects(view, head, 2).into_iter().map(|(t, _)| (t, "subject of the coordinated verb")).collect()
            } else {
                own
            }
        }
        Relation::Ccomp | Relation::Xcomp => match noun_before_participle(view, verb) {
            Some(noun) => vec![(noun, "noun with a participle")],
            None => controller(view, head, verb, 2),
        },
        Relation::Advcl if view.upos(head) == Upos::Verb => subjects_of_clause(view, head, 2, "subject of the main clause"),
        _ => own,
    }
}

/// "took fifteen people hostage", read as a compound: the people.
fn taken(view: &View<'_>, object: usize) -> usize {
    let state = matches!(view.norm(object), "hostage" | "captive" | "prisoner");
    let whom = state.then(|| view.dependents(object, &[Relation::Compound, Relation::Nmod]).filter(|&c| c < object).last()).flatten();
    whom.unwrap_or(object)
}

/// The words that name what it is done to.
pub(super) fn objects(view: &View<'_>, verb: usize) -> Vec<(usize, &'static str)> {
    if is_passive(view, verb) {
        return patients(view, verb);
    }
    let own: Vec<_> = view.dependents(verb, &[Relation::Obj]).map(|t| (taken(view, resolve(view, verb, t)), "object")).collect();
    if !own.is_empty() {
        return own;
    }
    if let Some(late) = behind_a_time(view, verb) {
        return vec![(late, "object behind a time")];
    }
    let Some(head) = view.head(verb) else { return shared_object(view, verb, verb) };
    match view.relation(verb) {
        Relation::AclRelcl => {
            // "the town that rebels took": the noun is the object unless it is the subject.
            let subject = view.dependents(verb, &[Relation::Nsubj]).next();
            match subject {
                Some(s) if resolve(view, verb, s) == s && view.dependents(verb, &[Relation::Obl]).all(|o| resolve(view, verb, o) == o) => {
                    vec![(head, "noun with a relative clause")]
                }
                _ => own,
            }
        }
        // "attacked and burned the village": the object comes after the last verb.
        Relation::Conj if view.has(head, &[Relation::Obj]) => {
            view.dependents(head, &[Relation::Obj]).filter(|&t| t > verb).map(|t| (t, "object of the coordinated verb")).collect()
        }
        Relation::Conj => shared_object(view, verb, head),
        _ => shared_object(view, verb, verb),
    }
}

/// "fired late on Monday several rockets at houses": an object that a time keeps from its verb, which the tree hangs anywhere.
fn behind_a_time(view: &View<'_>, verb: usize) -> Option<usize> {
    let of_time = view.dependents(verb, &[Relation::Obl]).filter(|&t| t > verb && view.is_time(t));
    let mut under = of_time.flat_map(|t| view.dependents(t, &[Relation::Obj]));
    let bare = |&t: &usize| {
        let first = view.children(t).min().map_or(t, |c| c.min(t));
        let after_time = first.checked_sub(1).is_some_and(|b| b > verb && view.is_time(b));
        after_time && !view.is_time(t) && !view.has(t, &[Relation::Case]) && matches!(view.upos(t), Upos::Noun | Upos::Propn)
    };
    under.next().or_else(|| view.dependents(verb, &[Relation::Obl]).find(bare))
}
