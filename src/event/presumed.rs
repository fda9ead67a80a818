//! Events that a text takes for granted, and those that it only plans or talks about.

use super::EventType;
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// "the plan includes disarming the militias", "their goal is the capture of the town": the noun that says that it is yet to come.
pub(super) fn part_of_plan(view: &View<'_>, below: usize, above: usize) -> Option<usize> {
    let lists =
        among(view.lemma(above), "include involve comprise foresee entail") && matches!(view.relation(below), Relation::Obj | Relation::Xcomp);
    let subject = |v: usize| view.dependents(v, &[Relation::Nsubj]).next();
    // "priorities, which included": what the clause describes.
    let noun = match view.relation(above) {
        Relation::AclRelcl => view.head(above),
        _ => subject(above),
    };
    noun.filter(|&n| lists && among(view.lemma(n), "plan priority goal aim objective proposal intention agenda roadmap programme program strategy"))
}

/// "talks on a ceasefire", "negotiations about the release of hostages": what is talked about is yet to be had.
pub(super) fn talked_about(view: &View<'_>, head: usize, above: usize, kind: EventType) -> bool {
    use EventType as E;
    let result = matches!(kind, E::Agreement | E::Release | E::Withdrawal | E::Aid);
    result
        && among(view.lemma(above), "talk negotiation discussion dialogue consultation")
        && view.case_is(head, "on about over for of toward towards")
}

/// Wars and conflicts go on, whatever is hoped or feared of them.
pub(super) fn is_war(view: &View<'_>, head: usize) -> bool {
    among(view.lemma(head), "war conflict insurgency")
}

/// What has a beginning and an end of its own: "to end a rebellion" is said of one that goes on.
const ONGOING: &str = "war conflict insurgency rebellion uprising revolt mutiny siege blockade standoff stand-off embargo hostilities";

/// Verbs whose object is there already, whether or not they come to be.
const PRESUPPOSE: &str =
    "investigate probe examine condemn denounce deplore mourn avenge punish document continue sustain prolong intensify escalate";

/// "to lift the siege", "an end to the shelling": what is to end goes on.
pub(super) fn presupposed(view: &View<'_>, head: usize) -> bool {
    let halted = || view.relation(head) == Relation::Obj && view.head(head).is_some_and(|v| matches!(view.lemma(v), "halt" | "break"));
    // "to investigate killings and abductions", "the need to continue operations".
    let first = view.head(head).filter(|&h| view.relation(head) == Relation::Conj && view.upos(h) == Upos::Noun).unwrap_or(head);
    let stands = view.relation(first) == Relation::Obj && view.head(first).is_some_and(|v| among(view.lemma(v), PRESUPPOSE));
    if stands {
        return !view.children(head).any(|c| among(view.norm(c), "a an any no"));
    }
    let goes_on = || view.head(head).is_some_and(|v| among(view.lemma(v), "end lift")) && among(view.lemma(head), ONGOING);
    (super::stretch::comes_to_an_end(view, head) || halted()) && (goes_on() || !view.children(head).any(|c| matches!(view.norm(c), "a" | "an")))
}
