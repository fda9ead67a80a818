//! Events that a text takes for granted, and those that it only plans or talks about.

use super::EventType;
use super::lexicon::Class;
use super::modality::Told;
use super::own_words::own_words;
use super::view::View;
use crate::analysis::Modality;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// "the plan includes disarming the militias", "their goal is the capture of the town": the noun that says that it is yet to come.
pub(super) fn part_of_plan(view: &View<'_>, below: usize, above: usize) -> Option<usize> {
    let lists = among(view.lemma(above), "include involve comprise foresee entail envisage stipulate")
        && matches!(view.relation(below), Relation::Obj | Relation::Xcomp)
        || view.lemma(above) == "provide" && view.relation(below) == Relation::Obl && view.case_is(below, "for");
    let subject = |v: usize| view.dependents(v, &[Relation::Nsubj]).next();
    // "priorities, which included": what the clause describes.
    let noun = match view.relation(above) {
        Relation::AclRelcl => view.head(above),
        _ => subject(above),
    };
    noun.filter(|&n| lists && among(view.lemma(n), "plan priority goal aim objective proposal intention agenda roadmap programme program strategy deal agreement accord truce pact treaty"))
}

/// "dismissed reports that soldiers had fired": what is told in what someone denies.
pub(super) fn denied_report(view: &View<'_>, above: usize) -> Option<Told> {
    let report =
        among(view.lemma(above), "report claim allegation accusation charge suggestion rumour rumor") && view.relation(above) == Relation::Obj;
    let verb = view.head(above).filter(|&v| report && among(view.lemma(v), "deny reject dismiss refute rebut rubbish"))?;
    Some((Modality::Negated, vec![verb], "report denied"))
}

/// "The plot to kill the president failed", "an attempt to storm the palace was foiled".
pub(super) fn vain(view: &View<'_>, below: usize, above: usize) -> Option<Told> {
    let aim = among(view.lemma(above), "attempt plot plan bid effort conspiracy") && view.relation(below) == Relation::Acl;
    let verb = view.head(above).filter(|_| aim)?;
    let failed = view.lemma(verb) == "fail" && view.relation(above) == Relation::Nsubj;
    let foiled = among(view.lemma(verb), "foil thwart abort") && matches!(view.relation(above), Relation::Obj | Relation::NsubjPass);
    (failed || foiled).then(|| (Modality::Negated, vec![verb], "tried in vain"))
}

/// Verbs of taking place.
const OCCUR: &str = "begin start open resume happen occur proceed convene hold";

/// "The truce is due to begin", "an invasion is unlikely", "the exchange will take place on Sunday": of an event that is the subject, what is said of its coming to be.
pub(super) fn fate(view: &View<'_>, noun: usize, above: usize) -> Option<Told> {
    if !matches!(view.relation(noun), Relation::Nsubj | Relation::NsubjPass) {
        return None;
    }
    let predicate = match view.lemma(above) {
        "due" | "imminent" => Some(Modality::Planned),
        "likely" | "unlikely" | "possible" | "conceivable" | "inevitable" | "unthinkable" => Some(Modality::Hypothetical),
        _ => None,
    };
    if let Some(modality) = predicate.filter(|_| view.has(above, &[Relation::Cop])) {
        return Some((modality, vec![above], "said of the event"));
    }
    // "due to", "about to".
    let soon = view
        .dependents(above, &[Relation::Mark, Relation::Advmod, Relation::Case, Relation::Amod])
        .find(|&d| d < above && matches!(view.norm(d), "due" | "about"));
    if let Some(due) = soon.filter(|_| !view.has(above, &[Relation::Obj])) {
        return Some((Modality::Planned, vec![due], "said of the event"));
    }
    let place = view.lemma(above) == "take" && view.has_word(above, &[Relation::Obj], "place effect");
    let ahead = view.lemma(above) == "go" && view.has_word(above, &[Relation::Advmod], "ahead");
    // "the talks will focus on a truce".
    let talks = among(view.lemma(noun), "talk negotiation meeting summit conference visit") && view.upos(above) == Upos::Verb;
    let occurs = place || ahead || talks || among(view.lemma(above), OCCUR) && !view.has(above, &[Relation::Obj]);
    own_words(view, above, Class::Verb).filter(|f| occurs && matches!(f.0, Modality::Planned | Modality::Negated))
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

/// What is done or said in answer to something that is there.
const ANSWERS: &str = "punish punishment condemn criticise criticize sanction retaliate retaliation revenge apologise apologize apology thank \
    praise denounce prosecute jail responsible responsibility accountable accountability";

/// "to lift the siege", "an end to the shelling": what is to end goes on.
pub(super) fn presupposed(view: &View<'_>, head: usize) -> bool {
    let halted = || view.relation(head) == Relation::Obj && view.head(head).is_some_and(|v| matches!(view.lemma(v), "halt" | "break"));
    // "to investigate killings and abductions", "the need to continue operations".
    let first = view.head(head).filter(|&h| view.relation(head) == Relation::Conj && view.upos(h) == Upos::Noun).unwrap_or(head);
    let stands = view.relation(first) == Relation::Obj && view.head(first).is_some_and(|v| among(view.lemma(v), PRESUPPOSE));
    if stands {
        return !view.children(head).any(|c| among(view.norm(c), "a an any no"));
    }
    // "punish Syria for an attack", "responsibility for the bombing".
    if view.case_is(head, "for over") && view.head(head).is_some_and(|v| among(view.lemma(v), ANSWERS)) {
        return true;
    }
    // "denied the accusations": they were made.
    let charge = among(view.lemma(head), "accusation allegation charge criticism condemnation complaint");
    if charge && view.relation(head) == Relation::Obj && view.head(head).is_some_and(|v| among(view.lemma(v), "deny reject dismiss refute rebut")) {
        return true;
    }
    let goes_on = || view.head(head).is_some_and(|v| among(view.lemma(v), "end lift")) && among(view.lemma(head), ONGOING);
    (super::stretch::comes_to_an_end(view, head) || halted()) && (goes_on() || !view.children(head).any(|c| matches!(view.norm(c), "a" | "an")))
}
