//! Figures whose sense another part of the text settles: those whom the verb of an event counts ("some 300 families moved to the coast"),
//! those set beside a figure told before ("police put the number at 32"), and named parts of it ("15 people, including three ministers").

use super::counted::{Counted, What};
use super::figure::Shape;
use super::lexicon::Roles;
use super::link::Link;
use super::predicate::joined_after;
use super::view::View;
use super::{BY_EVENT, Toll};
use crate::analysis::CasualtyKind as K;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Verbs of taking people that take many other things too.
const HOLD: &str = "hold take seize pick round lead haul drive lock march carry snatch grab pull bundle whisk book remand hand keep bring sweep \
                    catch drag herd apprehend intercept imprison net";
/// Verbs of attack that, said of people counted, tell of their death, whatever the verb alone says.
const SLAY: &str = "shoot gas machine-gun bayonet butcher slaughter massacre hack";
/// Verbs of going that have what is left or reached as their object.
const GO: &str = "leave flee cross seek take reach abandon enter";

/// The verb that a figure's people are the subject or object of, and what it tells of them if it names an event of that kind.
pub(super) fn by_event(view: &View<'_>, f: &Counted) -> Option<(usize, Vec<K>)> {
    let people = matches!(f.what, What::People | What::Unknown) || f.what == What::Bare;
    if !people || f.part || !matches!(f.figure.shape, Shape::Number | Shape::Vague | Shape::One) {
        return None;
    }
    let syntax = &view.reading.syntax;
    let role = |t: usize| matches!(syntax.relation(t), Relation::Nsubj | Relation::NsubjPass | Relation::Obj);
    let taken = |t: usize| syntax.children(t).find(|&c| syntax.relation(c) == Relation::Acl && c > t && !view.norm(c).ends_with("ing"));
    let head = f.noun.or_else(|| f.figure.tokens.clone().rev().find(|&t| role(t)))?;
    let (verb, relation) = match (taken(head), syntax.head(head)) {
        (Some(verb), _) => (verb, Relation::NsubjPass),
        (None, Some(verb)) if role(head) => (verb, syntax.relation(head)),
        _ => return None,
    };
    if !view.sentence.contains(&verb) {
        return None;
    }
    let lemma = syntax.lemma(verb);
    let mut kinds = Vec::new();
    if relation != Relation::Nsubj && among(lemma, HOLD) {
        kinds.push(K::Captured);
    }
    if relation != Relation::Nsubj && among(lemma, SLAY) && f.figure.shape != Shape::One {
        kinds.push(K::Killed);
    }
    if relation == Relation::Nsubj && lemma == "surrender" {
        kinds.push(K::Captured);
    }
    let object = || syntax.children(verb).any(|c| syntax.relation(c) == Relation::Obj);
    if relation != Relation::Nsubj || among(lemma, GO) || !object() {
        kinds.push(K::Displaced);
    }
    Some((verb, kinds))
}

/// The word before a figure, over a quotation mark.
pub(super) fn before(view: &View<'_>, f: &Counted) -> usize {
    let last = f.figure.tokens.start.wrapping_sub(1);
    if among(view.norm(last), "\" “ '") { last.wrapping_sub(1) } else { last }
}

/// Words for a figure told before.
const FIGURE: &str = "figure number count tally estimate total it figures estimates";

/// "The police put the number at 32", "the government's figure is 185", "the opposition speaks of more than 50": the word that refers to a figure told before.
pub(super) fn again(view: &View<'_>, f: &Counted) -> Option<usize> {
    if f.what != What::Bare || f.part || !matches!(f.figure.shape, Shape::Number | Shape::Vague) || view.hyphen(f.end) {
        return None;
    }
    let last = before(view, f);
    let back = |n: usize| view.norm(last.wrapping_sub(n));
    let refers = match view.norm(last) {
        "at" => put(view, last) && (1..6).any(|n| among(back(n), FIGURE)) || among(back(1), "stands stood") && (2..6).any(|n| among(back(n), FIGURE)),
        "is" | "was" | "of" if (1..3).any(|n| among(back(n), "figure figures count tally estimate")) => true,
        "of" => among(back(1), "speak speaks spoke spoken"),
        "say" | "says" | "said" => !view.is_word(f.end),
        _ => false,
    };
    refers.then_some(last)
}

/// Whether a verb of estimating stands some words before: "put the number of dead at".
pub(super) fn put(view: &View<'_>, at: usize) -> bool {
    (1..9).any(|n| among(view.norm(at.wrapping_sub(n)), "put puts putting placed places"))
}

/// The figure told shortly before that another one is set beside: of several the one that is nearest in size.
pub fn set_beside(told: &[Toll], start: usize, low: Option<u32>, high: Option<u32>) -> Option<usize> {
    let size = |low: Option<u32>, high: Option<u32>| u64::from(low.or(high).unwrap_or(0)) + 1;
    let own = size(low, high);
    let near = told.iter().enumerate().rev().take(6).filter(|(_, t)| t.tokens.end + 60 > start && t.tokens.end <= start && t.rule != BY_EVENT);
    let (n, at) = near.map(|(i, t)| (size(t.low, t.high), i)).min_by_key(|&(n, _)| n.max(own) * 1000 / n.min(own))?;
    (n.max(own) <= 20 * n.min(own)).then_some(at)
}

/// "Three reporters who were filming the damage were injured", "100 villagers, a third of them children, were feared dead":
/// what the tree says befell the subject, whatever stands between.
pub(super) fn by_tree(view: &View<'_>, f: &Counted) -> Option<Link> {
    let syntax = &view.reading.syntax;
    let noun =
        f.noun.filter(|_| !f.part && f.figure.shape != Shape::Zero && f.figure.shape != Shape::Definite && f.figure.shape != Shape::Article)?;
    let verb = syntax.head(noun).filter(|v| *v > noun && view.sentence.contains(v))?;
    let relation = syntax.relation(noun);
    let strong = view.is(verb, Roles::STRONG) && view.upos(noun) == Upos::Propn;
    if !(matches!(f.what, What::People | What::Unknown) || strong) {
        return None;
    }
    let open = |k: usize| among(view.norm(k), "not n't never no would could should will may might must can to if");
    if syntax.children(verb).any(open) {
        return None;
    }
    let cue = match relation {
        Relation::NsubjPass if view.is(verb, Roles::PARTICIPLE) => verb,
        Relation::Nsubj if view.is(verb, Roles::WENT) && !view.norm(verb).ends_with("ing") => verb,
        Relation::Nsubj if view.is(verb, Roles::STATE) && syntax.children(verb).any(|c| view.is(c, Roles::AUX)) => verb,
        Relation::NsubjPass | Relation::Nsubj if among(view.norm(verb), "feared believed presumed reported thought") => {
            syntax.children(verb).find(|&c| view.is(c, Roles::STATE) && c > verb)?
        }
        _ => return None,
    };
    Link::new(joined_after(view, cue), "subject-in-tree")
}
