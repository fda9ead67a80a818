//! What the word that governs an event says of whether it came to be.

use super::lexicon::Class;
use super::modality::{How, Told};
use super::noun::is_light;
use super::own_words::{is_done_with, own_words};
use super::verb::{has_to, past_form};
use super::view::View;
use crate::analysis::Modality;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What governs a verb that only says that something begins or goes on.
pub(super) fn outer(view: &View<'_>, verb: usize) -> Option<Told> {
    let above = view.head(verb)?;
    governed(view, above, verb).filter(|f| f.0 != Modality::Happened)
}

/// What the governing word makes of the word below it.
pub(super) fn governed(view: &View<'_>, above: usize, below: usize) -> Option<Told> {
    let relation = view.relation(below);
    // "asked Paris to act after rebels had taken the north", read as what was asked.
    let told = past_form(view, below) || view.has_word(below, &[Relation::Aux], "had");
    if relation == Relation::Ccomp && told && view.has_word(below, &[Relation::Mark], "after since because while") {
        return None;
    }
    // "attempted to take the town, but failed".
    if matches!(view.lemma(above), "try" | "attempt") && relation == Relation::Xcomp && fails_after(view, above, below) {
        return Some((Modality::Negated, vec![above], "tried in vain"));
    }
    if is_done_with(view, above, below) {
        return None;
    }
    // "made another attempt to take the town, but failed".
    let tries = among(view.lemma(above), "attempt bid effort") && relation == Relation::Acl;
    if tries && view.head(above).is_some_and(|v| fails_after(view, v, below)) {
        return Some((Modality::Negated, vec![above], "tried in vain"));
    }
    // "warned the rebels against attacking the port".
    if among(view.lemma(above), "warn caution advise") && relation == Relation::Advcl && view.has_word(below, &[Relation::Mark], "against") {
        return Some((Modality::Hypothetical, vec![above], "warned against"));
    }
    // "kept the recruits from reaching the town".
    let kept = matches!(view.lemma(above), "keep" | "stop" | "bar" | "dissuade") && view.upos(above) == Upos::Verb;
    if kept
        && matches!(relation, Relation::Advcl | Relation::Obl | Relation::Xcomp)
        && view.has_word(below, &[Relation::Mark, Relation::Case], "from")
    {
        let modality = if is_unreal(view, above) { Modality::Hypothetical } else { Modality::Negated };
        return Some((modality, vec![above], "kept from"));
    }
    // "has to withdraw", but "had to withdraw".
    if relation == Relation::Xcomp && has_to(view, below) && among(view.norm(above), "has have 've") && !view.has(above, &[Relation::Obj]) {
        return Some((Modality::Hypothetical, vec![above], "has to"));
    }
    if let Some(operator) = view.lexicon.operators.get(view.lemma(above)) {
        let infinitive = has_to(view, below) || !view.has(below, &[Relation::Mark]) && relation == Relation::Xcomp;
        let holds = match operator.how {
            How::All => {
                matches!(
                    relation,
                    Relation::Xcomp
                        | Relation::Ccomp
                        | Relation::Obj
                        | Relation::Nmod
                        | Relation::Obl
                        | Relation::Acl
                        | Relation::NsubjPass
                        | Relation::Csubj
                        | Relation::Compound
                ) || relation == Relation::Advcl && view.has_word(below, &[Relation::Mark], "from to for at")
            }
            How::Complement => matches!(relation, Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Csubj),
            How::Infinitive => infinitive && matches!(relation, Relation::Xcomp | Relation::Acl | Relation::Ccomp),
            How::Attached => infinitive && relation == Relation::Acl,
            How::Gerund => {
                view.norm(below).ends_with("ing") && matches!(relation, Relation::Xcomp | Relation::Ccomp | Relation::Obl | Relation::Advcl)
            }
            How::Object => relation == Relation::Obj || relation == Relation::NsubjPass,
            How::Phrase => matches!(relation, Relation::Nmod | Relation::Obl | Relation::Advcl),
            How::Modifier => false,
        };
        // "will", "called for": a phrase of place or time is not governed.
        let aside = relation == Relation::Nmod && view.upos(above) == Upos::Noun && !view.case_is(below, "of for");
        let loose = aside || relation == Relation::Obl && !view.case_is(below, "for of to against from");
        // "want them to release the girls": what others are to do is not planned.
        if holds && among(view.lemma(above), "want expect like") && view.has(above, &[Relation::Obj]) && relation == Relation::Xcomp {
            return Some((Modality::Hypothetical, vec![above], "wanted of others"));
        }
        // "called a meeting", "called the killings a crime".
        let named = view.lemma(above) == "call" && view.upos(above) == Upos::Verb && matches!(relation, Relation::Obj | Relation::NsubjPass);
        if holds && !loose && !named && !asserts(view, above, below) {
            return Some((of_operator(view, operator.modality, above), vec![above], "governing word"));
        }
    }
    // "sought backing", "hopes for a truce": it is yet to be had.
    let wanted = matches!(view.lemma(above), "seek" | "want") && matches!(relation, Relation::Obj | Relation::NsubjPass);
    let hoped = among(view.lemma(above), "hope wish wait ask aim press push lobby campaign pray plead beg clamour bargain") && view.case_is(below, "for")
        || view.lemma(above) == "hope" && relation == Relation::Nmod && view.case_is(below, "of")
        // "are close to a deal".
        || view.lemma(above) == "close" && view.upos(above) == Upos::Adj && view.case_is(below, "to");
    if wanted || hoped {
        return Some((Modality::Hypothetical, vec![above], "governing word"));
    }
    // "will launch an offensive", "could lead to clashes": the verb's own words hold for its object.
    // "explosions could be heard" tells of explosions.
    let perceived = among(view.lemma(above), "hear see feel witness smell");
    let predicate = matches!(relation, Relation::Nsubj | Relation::Csubj) && view.has(above, &[Relation::Cop]);
    let carries = (view.upos(above) == Upos::Verb || predicate)
        && !perceived
        && matches!(
            relation,
            Relation::Obj
                | Relation::NsubjPass
                | Relation::Xcomp
                | Relation::Obl
                | Relation::Nsubj
                | Relation::Csubj
                | Relation::Conj
                | Relation::Advcl
        );
    if carries && (relation != Relation::Advcl || !view.has(below, &[Relation::Nsubj, Relation::Mark])) {
        if relation == Relation::Conj && is_apart(view, above, below) {
            return None;
        }
        let found = own_words(view, above, Class::Verb)?;
        let beside = relation == Relation::Conj && view.upos(below) == Upos::Verb;
        let light = is_light(view, above) && matches!(relation, Relation::Obj | Relation::Conj | Relation::Xcomp);
        let shares = beside || light || enters(view, above, below);
        if found.2 == "infinitive of purpose" && !shares {
            return None;
        }
        if relation == Relation::Nsubj && found.0 != Modality::Hypothetical || relation == Relation::Csubj && found.0 == Modality::Negated {
            return None;
        }
        // "the shelling was not linked to the talks", "the bombings might be related".
        if matches!(relation, Relation::Nsubj | Relation::NsubjPass) && among(view.lemma(above), OF_WHAT_WAS) {
            return None;
        }
        // "Under a deal that took effect they were to leave": what stands around it does.
        let around = |w: &str| among(w, "under after since despite amid following during before in over");
        if relation == Relation::Obl && (found.2 == "negation" || view.case_of(below).any(around)) {
            return None;
        }
        return Some(found);
    }
    None
}

/// "urged both sides to return to talks", "to engage in dialogue": what is entered into is no more there than the entering.
fn enters(view: &View<'_>, above: usize, below: usize) -> bool {
    begun_anew(view, above, below)
        || among(view.lemma(above), "return come go get sit enter engage participate move resort") && view.case_is(below, "to into in at")
}

/// "to renew the peace talks": talks that are not held.
pub(super) fn begun_anew(view: &View<'_>, above: usize, below: usize) -> bool {
    among(view.lemma(above), "renew resume restart revive reopen relaunch") && view.relation(below) == Relation::Obj
}

/// "vowed to crush them and rejected talks": a verb in the past that is hung beside an infinitive is told on its own.
pub(super) fn is_apart(view: &View<'_>, above: usize, below: usize) -> bool {
    // "saying they will fight and urging others to".
    let bare = view.upos(below) == Upos::Verb && view.norm(below) == view.lemma(below);
    if view.norm(below).ends_with("ing") && !bare && !view.has(below, &[Relation::Aux]) {
        return !view.norm(above).ends_with("ing");
    }
    let active = view.norm(above) == view.lemma(above) || view.has(below, &[Relation::Obj]);
    // "does not recognise the court and demanded his return": no auxiliary goes with a past tense.
    let helped = view.norm(above) == view.lemma(above) && view.has_word(above, &[Relation::Aux], HELPERS);
    (has_to(view, above) || helped)
        && active
        && !has_to(view, below)
        && past_form(view, below)
        && !view.norm(below).ends_with("en")
        && view.norm(below) != view.lemma(below)
}

/// What is or is not said of events that took place.
const OF_WHAT_WAS: &str = "connect connected link linked relate related associate motivate aim target intend justify provoke coordinate blame \
    attribute condone forget forgive mention investigate punish condemn similar unrelated responsible claim film record";

/// Auxiliaries that stand before the form of the dictionary.
const HELPERS: &str = "do does did will would can could may might must should shall 'll 'd";

/// What a word makes of what it governs, the words around it heard: "did not deny that", "sought backing", "will continue to call for".
fn of_operator(view: &View<'_>, modality: Modality, above: usize) -> Modality {
    let denied = || view.children(above).any(|c| view.is_negation(c) || matches!(view.norm(c), "nor" | "neither"));
    match modality {
        Modality::Negated if view.upos(above) == Upos::Verb && denied() => Modality::Happened,
        // "to prevent them from advancing", "could avert a war": nobody says that it did not come.
        Modality::Negated if among(view.lemma(above), "prevent avert deter thwart") && is_unreal(view, above) => Modality::Hypothetical,
        other => other,
    }
}

/// A verb in the present, with a subject and without an auxiliary.
fn is_present(view: &View<'_>, verb: usize) -> bool {
    view.has(verb, &[Relation::Nsubj]) && !view.has(verb, &[Relation::Aux, Relation::AuxPass, Relation::Cop]) && !view.norm(verb).ends_with("ing")
}

fn is_unreal(view: &View<'_>, verb: usize) -> bool {
    has_to(view, verb) || view.dependents(verb, &[Relation::Aux]).any(|a| among(view.norm(a), "would could should might may must can will"))
}

/// "…, but failed": whether a verb of failing without an object follows in the same clause.
fn fails_after(view: &View<'_>, verb: usize, below: usize) -> bool {
    let failed = |v: usize| view.dependents(v, &[Relation::Conj]).any(|c| c > below && view.lemma(c) == "fail" && !view.has(c, &[Relation::Xcomp]));
    failed(verb) || failed(below)
}

/// "warned that rebels were attacking", "insisted that its soldiers fired in the air": a clause in the past or of what goes on is told as a fact.
fn asserts(view: &View<'_>, above: usize, below: usize) -> bool {
    let tells = among(view.lemma(above), "warn warning insist suggest") && view.relation(below) == Relation::Ccomp && view.upos(below) == Upos::Verb;
    let goes_on = || view.norm(below).ends_with("ing") && view.has(below, &[Relation::Aux]);
    // "warned that the killings destroy any hope".
    let goes_on = || goes_on() || among(view.lemma(above), "warn warning") && is_present(view, below);
    let subjunctive = view.has_word(below, &[Relation::Aux, Relation::AuxPass], "be");
    tells && !subjunctive && !has_to(view, below) && (past_form(view, below) && view.norm(below) != view.lemma(below) || goes_on())
}
