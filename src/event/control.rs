//! Who is to do what an infinitive, a gerund or a participle says, by the verb or the noun that it hangs on.

use super::lexicon::Class;
use super::light::SUFFER;
use super::patient::patients;
use super::verb::{has_to, is_passive, resolve, subjects_of_clause};
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Verbs whose object is not the subject of their infinitive: "promised the rebels to withdraw", "left Denmark to fight for the front".
const SUBJECT_CONTROL: &str = "promise vow threaten pledge swear use carry launch have take make \
    leave flee enter cross reach visit quit exit storm capture seize attack bomb shell exploit open close block";

/// What is written or said: whose it is says what it says.
const STATEMENTS: &str =
    "statement report letter resolution declaration message communique communiqué petition article video speech tweet decree note memo motion post";

/// "issued a report accusing the army", "a resolution of the council demanding": of what is written or said, whose it is; of any other noun, itself.
pub(super) fn speakers(view: &View<'_>, noun: usize, depth: usize) -> Vec<(usize, &'static str)> {
    let itself = vec![(noun, "noun with a participle")];
    // "blocked a road demanding a ceasefire", "carried out raids killing ten": who blocked it, who raided.
    let spot = view.mention_at(noun).is_some_and(|m| view.context.mentions[m].entity_type.is_spot());
    let deed = || view.lexicon.senses_of(view.norm(noun)).any(|(s, _)| s.class == Class::Noun);
    let above = view.head(noun).filter(|&v| view.relation(noun) == Relation::Obj && view.upos(v) == Upos::Verb && depth > 0);
    if let Some(above) = above.filter(|_| spot || view.mention_at(noun).is_none() && deed()) {
        let doers = subjects_of_clause(view, above, depth, "subject of the main clause");
        return if doers.is_empty() { itself } else { doers };
    }
    if !among(view.lemma(noun), STATEMENTS) {
        return itself;
    }
    let from = view.dependents(noun, &[Relation::Nmod]).find(|&t| view.case_is(t, "from of by") && view.mention_at(view.referent(t)).is_some());
    let whose = from.map_or_else(|| owners(view, noun, depth), |t| vec![(t, "whose words they are")]);
    if whose.is_empty() { itself } else { whose }
}

/// "prompted the generals to open an offensive": whom the verb moves does it.
pub(super) fn brings_about(view: &View<'_>, governor: usize, verb: usize) -> bool {
    has_to(view, verb)
        && among(view.lemma(governor), "prompt persuade convince induce compel force lead order urge press call appeal ask tell push pressure")
}

/// Whether a gerund behind "of", "for" or "from" says what the object of its verb does.
pub(super) fn governs_gerund(view: &View<'_>, governor: usize, verb: usize) -> bool {
    let marked =
        view.dependents(verb, &[Relation::Mark, Relation::Case]).any(|m| matches!(view.norm(m), "of" | "for" | "from" | "into" | "with" | "against"));
    // "of shelling", "of having shelled".
    let gerund = view.norm(verb).ends_with("ing") || view.has_word(verb, &[Relation::Aux], "having");
    marked
        && gerund
        && matches!(
            view.lemma(governor),
            "accuse"
                | "blame"
                | "prevent"
                | "stop"
                | "keep"
                | "condemn"
                | "criticise"
                | "criticize"
                | "suspect"
                | "deter"
                | "bar"
                | "ban"
                | "block"
                | "denounce"
                | "hinder"
                | "discourage"
                | "dissuade"
                | "restrain"
                | "convict"
                | "warn"
                | "push"
                | "force"
                | "coerce"
                | "arrest"
                | "charge"
                | "punish"
                | "praise"
                | "thank"
        )
}

/// Who is to do what an infinitive says: the object of the governing verb, else its subject.
pub(super) fn controller(view: &View<'_>, governor: usize, verb: usize, depth: usize) -> Vec<(usize, &'static str)> {
    if is_passive(view, governor) {
        return patients(view, governor).into_iter().map(|(t, _)| (t, "subject of the governing verb")).collect();
    }
    // "make the rebels surrender", but "made a pledge to withdraw".
    let made = view.lemma(governor) == "make" && !has_to(view, verb) && view.norm(verb) == view.lemma(verb);
    if made || !among(view.lemma(governor), SUBJECT_CONTROL) {
        let objects: Vec<_> = view
            .dependents(governor, &[Relation::Obj, Relation::Iobj])
            .map(|t| (resolve(view, governor, t), "object of the governing verb"))
            .collect();
        if !objects.is_empty() {
            return objects;
        }
    }
    // "called on the government to act".
    if matches!(view.lemma(governor), "call" | "appeal" | "plead" | "prevail") {
        let asked = view.dependents(governor, &[Relation::Obl]).find(|&t| view.case_of(t).any(|w| matches!(w, "on" | "upon" | "to" | "with")));
        if let Some(asked) = asked {
            return vec![(asked, "who is asked to")];
        }
    }
    subjects_of_clause(view, governor, depth, "subject of the governing verb")
}

/// Who is to do what an infinitive after a noun says: "launched an offensive to take".
pub(super) fn owners(view: &View<'_>, noun: usize, depth: usize) -> Vec<(usize, &'static str)> {
    // "issued an ultimatum to the rebels to leave": who is told to.
    if matches!(view.lemma(noun), "ultimatum" | "order" | "call" | "appeal" | "warning" | "request" | "demand") {
        let told_to = |at: usize| {
            view.dependents(at, &[Relation::Nmod, Relation::Obl]).find(|&t| t > noun && view.case_of(t).any(|w| matches!(w, "to" | "on" | "for")))
        };
        if let Some(told) = told_to(noun).or_else(|| view.head(noun).and_then(told_to)) {
            return vec![(told, "who is asked to")];
        }
        // "rejected an appeal from the president to lay down their arms": who turns it down was asked to.
        let heard = view.head(noun).filter(|&v| among(view.lemma(v), "reject dismiss ignore defy refuse heed obey accept spurn rebuff"));
        return heard.map(|v| subjects_of_clause(view, v, depth, "who is asked to")).unwrap_or_default();
    }
    let own: Vec<_> = view
        .dependents(noun, &[Relation::NmodPoss, Relation::Compound, Relation::Amod])
        .filter(|&t| view.mention_at(t).is_some())
        .map(|t| (t, "owner of the noun"))
        .collect();
    if !own.is_empty() {
        return own;
    }
    // "the attempt by the division to cross".
    let by: Vec<_> = view.dependents(noun, &[Relation::Nmod]).filter(|&t| view.case_of(t).any(|w| w == "by")).map(|t| (t, "by-phrase")).collect();
    if !by.is_empty() {
        return by;
    }
    match view.head(noun) {
        // "fought off attempts to take the hill": not who fights them off.
        Some(verb) if SUFFER.contains(&view.lemma(verb)) || view.case_is(noun, "off") => own,
        Some(verb) if view.upos(verb) == Upos::Verb => subjects_of_clause(view, verb, depth, "subject of the noun's verb"),
        _ => own,
    }
}
