//! Whether an event came to be, by the words that govern its trigger.

use super::condition::Condition;
use super::govern::{begun_anew, governed, is_apart, outer};
use super::lexicon::Class;
use super::own_words::{denied_by_others, own_words};
use super::presumed::{denied_report, fate, is_war, part_of_plan, presupposed, talked_about, vain};
use super::trigger::Candidate;
use super::verb::{has_to, past_form};
use super::view::View;
use super::{EventType, Family, When};
use crate::analysis::Modality;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Whether a telling came to be, the words that say so, and the rule.
pub(super) type Told = (Modality, Vec<usize>, &'static str);

/// How a word governs an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    All,
    Complement,
    Infinitive,
    /// An infinitive that hangs on a noun.
    Attached,
    Gerund,
    Object,
    Phrase,
    Modifier,
}

/// A word that says whether what it governs came to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operator {
    pub(super) modality: Modality,
    pub(super) how: How,
}

impl Operator {
    /// Reads a row: lemma, modality, how.
    pub(super) fn read(row: &[&'static str]) -> Option<(&'static str, Operator)> {
        let [lemma, modality, how, ..] = row[..] else { return None };
        let modality = match modality {
            "planned" => Modality::Planned,
            "hypothetical" | "further" => Modality::Hypothetical,
            "negated" => Modality::Negated,
            _ => Modality::Happened,
        };
        let how = match how {
            "all" => How::All,
            "comp" => How::Complement,
            "inf" => How::Infinitive,
            "ger" => How::Gerund,
            "acl" => How::Attached,
            "obj" => How::Object,
            "of" => How::Phrase,
            _ => How::Modifier,
        };
        Some((lemma, Operator { modality, how }))
    }
}

/// The modality of a trigger, with the words that say so and the rule.
pub(super) fn modality(view: &View<'_>, candidate: &Candidate<'_>) -> Told {
    let head = candidate.head;
    // "will not accept the plan", "will retaliate", "not enough": the refusal, the threat is there.
    let own_denial = || candidate.sense.class != Class::Noun && candidate.tokens.clone().any(|t| view.is_negation(t));
    if candidate.sense.conditions.iter().any(Condition::takes_auxiliary) || own_denial() {
        let condition = view.dependents(head, &[Relation::Mark]).find(|&m| among(view.norm(m), "if unless"));
        return condition.map_or((Modality::Happened, Vec::new(), "told as a fact"), |m| (Modality::Hypothetical, vec![m], "condition"));
    }
    if let Some(found) = view.head(head).and_then(|above| vain(view, head, above)) {
        return found;
    }
    if let Some(found) = own_words(view, head, candidate.sense.class) {
        // "Diplomats worry that they will let their prisoners go": nobody plans it.
        let feared = view
            .head(head)
            .filter(|&v| view.relation(head) == Relation::Ccomp && among(view.lemma(v), "worry fear doubt concern concerned worried dread"));
        return feared.filter(|_| found.2 == "future").map_or(found, |v| (Modality::Hypothetical, vec![v], "feared"));
    }
    let noun = candidate.sense.class == Class::Noun;
    if candidate.sense.class == Class::Verb
        && let Some(word) = denied_by_others(view, head)
    {
        return (Modality::Negated, vec![word], "negation");
    }
    // "to avoid a wider war": one that is not there yet.
    let one = view.children(head).any(|c| matches!(view.norm(c), "a" | "an"));
    if noun && is_war(view, head) && !one {
        return (Modality::Happened, Vec::new(), "told as a fact");
    }
    if noun && presupposed(view, head) {
        return (Modality::Happened, Vec::new(), "told as a fact");
    }
    // "from any raids or rocket attacks", "without strikes and shelling".
    if noun
        && view.relation(head) == Relation::Conj
        && let Some(found) = view.head(head).filter(|&h| view.upos(h) == Upos::Noun).and_then(|h| own_words(view, h, Class::Noun))
        && matches!(found.2, "any before the noun" | "no before the noun" | "without")
    {
        return found;
    }
    // "join the fight", "their campaign" is one that goes on; "secure the release of the hostages" is not one that took place.
    let fight = candidate.sense.kind == EventType::Clash;
    let of = view.relation(head) != Relation::Nsubj && view.dependents(head, &[Relation::Nmod]).any(|c| view.case_is(c, "of"));
    // "a compromise on the president's demand": he has made it.
    let said = matches!(candidate.sense.kind, EventType::Demand | EventType::Threat | EventType::Accusation | EventType::Rejection);
    let known = noun
        && (!of || fight)
        && view.children(head).any(|c| among(view.norm(c), "the this these those") || (fight || said) && view.relation(c) == Relation::NmodPoss);
    let mut below = head;
    for step in 0..5 {
        if known && step > 0 && !view.head(head).is_some_and(|v| begun_anew(view, v, head)) {
            break;
        }
        // "met to discuss the offensive": it goes on.
        if known && fight && view.head(head).is_some_and(|v| matches!(view.lemma(v), "discuss" | "debate" | "consider")) {
            break;
        }
        // "vowed to fight on after the capture of the town": what stands behind it is there.
        if noun && step == 0 && view.case_of(below).any(|w| among(w, "after since following despite amid")) {
            break;
        }
        let Some(above) = joined_to(view, below) else { break };
        match governed(view, above, below) {
            // "will continue to strike", "would force them to leave": what is said of the governing verb holds.
            Some(found) if found.0 == Modality::Happened && found.2 == "governing word" => {
                // "are trying to secure their release": they are not free yet.
                if noun && matches!(view.lemma(above), "try" | "attempt") && among(view.lemma(below), BRINGS_ABOUT) {
                    return (Modality::Hypothetical, vec![above], "tried for");
                }
                // "will continue to call for": they do.
                if step == 0 && candidate.sense.kind.family() == Family::Diplomacy && view.lemma(above) == "continue" {
                    return found;
                }
                return own_words(view, above, Class::Verb)
                    .filter(|f| f.2 != "infinitive of purpose")
                    .unwrap_or_else(|| outer(view, above).unwrap_or(found));
            }
            // "offered support": it was theirs by the offer. "remains committed to support": it goes on.
            Some(found)
                if candidate.sense.kind == EventType::Support
                    && found.1.iter().any(|&w| among(view.lemma(w), "offer commitment committed commit")) =>
            {
                break;
            }
            Some(found) => return found,
            None => {}
        }
        // "announced the withdrawal of its troops": it is yet to come.
        let to_come = matches!(candidate.sense.kind, EventType::Withdrawal | EventType::Deployment) && view.lemma(above) == "announce";
        if noun && step == 0 && to_come && view.relation(below) == Relation::Obj {
            return (Modality::Planned, vec![above], "announced");
        }
        if let Some(found) = denied_report(view, above) {
            return found;
        }
        if let Some(found) = noun.then(|| fate(view, below, above)).flatten().filter(|_| step == 0) {
            return found;
        }
        if let Some(plan) = part_of_plan(view, below, above) {
            return (Modality::Planned, vec![plan], "part of a plan");
        }
        if noun && step == 0 && talked_about(view, head, above, candidate.sense.kind) {
            return (Modality::Hypothetical, vec![above], "talked about");
        }
        if let Some(found) = demanded(view, below, above) {
            return found;
        }
        // "hope that those hurt in the attack recover": the attack only says who they are.
        if view.upos(above) == Upos::Pron || view.mention_at(above).is_some() {
            break;
        }
        // "will withdraw from Basra, handing it over to the police": a part of what is to come.
        let result = view.relation(below) == Relation::Advcl && view.norm(below).ends_with("ing") && below > above;
        let result = result && !view.has(below, &[Relation::Nsubj, Relation::Mark]);
        // "if the units now fighting there are given a say": they do, whatever comes.
        if view.relation(below) == Relation::Acl && view.has_word(below, &[Relation::Advmod], "now currently already still recently") {
            break;
        }
        if stops(view, below) && !result || view.relation(below) == Relation::Conj && is_apart(view, above, below) {
            break;
        }
        below = above;
    }
    (Modality::Happened, Vec::new(), "told as a fact")
}

/// The head of a word. "was chosen to find the general, arrest him": a bare verb beside a participle goes on with the infinitive between them.
fn joined_to(view: &View<'_>, below: usize) -> Option<usize> {
    let head = view.head(below)?;
    let bare = view.relation(below) == Relation::Conj && view.upos(below) == Upos::Verb && view.norm(below) == view.lemma(below);
    let alone = bare && !view.has(below, &[Relation::Nsubj, Relation::Aux, Relation::Mark]) && past_form(view, head);
    let infinitive = view.dependents(head, &[Relation::Xcomp, Relation::Advcl]).find(|&x| head < x && x < below && has_to(view, x));
    Some(infinitive.filter(|_| alone).unwrap_or(head))
}

/// "Talks on 20 June", told on the 15th: a noun with a day of its own after that of publication is planned, unless its verb is in the past.
pub(super) fn dated(view: &View<'_>, candidate: &Candidate<'_>, modality: Told, time: Option<&When>) -> Told {
    let Some(index) = time.filter(|t| t.days.0 > view.context.published).and_then(|t| t.expression) else { return modality };
    let words = view.context.times[index].tokens.clone();
    // A bare weekday may have been read ahead because of a verb of hope beside it.
    let told = words.clone().any(|t| view.norm(t).bytes().any(|b| b.is_ascii_digit()) || among(view.norm(t), "next tomorrow later coming"));
    let past = view.head(candidate.head).is_some_and(|v| past_form(view, v));
    let noun = candidate.sense.class == Class::Noun && !past && !view.in_headline(candidate.head);
    if noun && told && view.context.published.is_some() && modality.0 == Modality::Happened {
        return (Modality::Planned, words.collect(), "day after publication");
    }
    modality
}

/// "Russian demands that they withdraw": a clause behind a noun of demand, wherever the tree hangs it.
fn demanded(view: &View<'_>, below: usize, above: usize) -> Option<Told> {
    // "demands that they withdraw", also where "that" is taken for a relative pronoun.
    let marked = view.dependents(below, &[Relation::Mark]).find(|&m| view.norm(m) == "that");
    let that =
        marked.or_else(|| (below.saturating_sub(5)..below).rev().find(|&t| view.norm(t) == "that" && view.relation(below) == Relation::AclRelcl))?;
    let noun = that.checked_sub(1).filter(|&n| (n != above || marked.is_none()) && view.inside(that, n) && view.upos(n) == Upos::Noun)?;
    let operator = view.lexicon.operators.get(view.lemma(noun)).filter(|o| o.how == How::All || o.how == How::Complement)?;
    Some((operator.modality, vec![noun], "clause of a noun"))
}

/// Verbs of bringing something about by talk.
const BRINGS_ABOUT: &str = "secure ensure reach negotiate broker achieve obtain arrange mediate";

/// Relations over which the words above say nothing of the words below.
fn stops(view: &View<'_>, below: usize) -> bool {
    matches!(
        view.relation(below),
        Relation::AclRelcl
            | Relation::Amod
            | Relation::Parataxis
            | Relation::Advcl
            | Relation::Ccomp
            | Relation::Root
            | Relation::Appos
            | Relation::NmodPoss
    )
}
