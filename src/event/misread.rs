//! Finite verbs that the tree takes for participles, told by the words around them.

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
    past_form(view, verb) && (of_name || follows_on(view, verb))
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
