//! What a trigger's own words say of whether it came to be: auxiliaries, negation, conditions, determiners, infinitives.

use super::lexicon::Class;
use super::modality::{How, Told};
use super::verb::{has_to, past_form};
use super::view::View;
use crate::analysis::Modality;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Adverbs that make "would" tell what happened again and again.
const HABITS: &str = "regularly often usually frequently sometimes routinely repeatedly periodically always";

/// Verbs of beginning something to an end.
const LAUNCHES: &str = "launch mount open stage wage begin start send dispatch deploy mass gather use";

/// Verbs of setting out: what one sets out to do is yet to come.
const MOTION: &str = "travel go head move set march rush prepare come fly sail";

/// What an infinitive of purpose is when it names no goal but what its subject is at: "sent troops to support the army".
fn is_activity(view: &View<'_>, head: usize) -> bool {
    among(view.lemma(head), "support back assist aid help fight combat battle bolster reinforce patrol")
}

/// Auxiliaries, negation, "if" and determiners of the trigger itself.
pub(super) fn own_words(view: &View<'_>, head: usize, class: Class) -> Option<Told> {
    for child in view.children(head) {
        let norm = view.norm(child);
        match view.relation(child) {
            // "would regularly raid the town": what used to happen.
            Relation::Aux if norm == "would" && view.dependents(head, &[Relation::Advmod]).any(|a| among(view.norm(a), HABITS)) => {
                return Some((Modality::Happened, vec![child], "habit of the past"));
            }
            Relation::Aux if among(norm, "may might could can would should must ought 'd shall") => {
                let denied = view.children(head).any(|c| view.is_negation(c));
                let reported = norm == "would" && announced(view, head);
                // "would not withdraw, the general said".
                let refused = norm == "would" && view.relation(head) == Relation::Ccomp && !on_condition(view, head);
                if denied && (reported || refused || !among(norm, "may might would should")) {
                    return Some((Modality::Negated, vec![child], "negation"));
                }
                // "said it would extend the truce": what was to come when it was said.
                if reported {
                    return Some((Modality::Planned, vec![child], "future in reported speech"));
                }
                return Some((Modality::Hypothetical, vec![child], "modal verb"));
            }
            // "If they accept the truce, the hostages will be freed".
            Relation::Aux if among(norm, "will 'll") && on_condition(view, head) => {
                return Some((Modality::Hypothetical, vec![child], "condition"));
            }
            Relation::Aux if among(norm, "will 'll wo ca") => {
                let not = view.children(head).any(|c| view.is_negation(c) || no_longer(view, head, c));
                return Some(if not { (Modality::Negated, vec![child], "negation") } else { (Modality::Planned, vec![child], "future") });
            }
            // "was to withdraw within 60 days": arranged.
            Relation::Cop
                if class == Class::Verb
                    && has_to(view, head)
                    && child < head
                    && among(norm, "is are was were")
                    && !view.has_word(head, &[Relation::Nsubj, Relation::Expl], "it this that") =>
            {
                let not = view.children(head).any(|c| view.is_negation(c));
                return Some(if not { (Modality::Negated, vec![child], "negation") } else { (Modality::Planned, vec![child], "is to") });
            }
            _ if class != Class::Noun && (view.is_negation(child) || no_longer(view, head, child)) => {
                return Some((Modality::Negated, vec![child], "negation"));
            }
            Relation::Det if norm == "no" || norm == "neither" => return Some((Modality::Negated, vec![child], "no before the noun")),
            // "had not carried out any strikes", "neither jet had flown any sorties".
            Relation::Det if norm == "any" && view.head(head).is_some_and(|v| is_denied(view, v)) => {
                return Some((Modality::Negated, vec![child], "any of what is denied"));
            }
            Relation::Det if norm == "any" => return Some((Modality::Hypothetical, vec![child], "any before the noun")),
            Relation::Mark if among(norm, "if unless lest whether") => return Some((Modality::Hypothetical, vec![child], "condition")),
            Relation::Mark if norm == "before" && view.norm(head).ends_with("ing") && governor_is_unreal(view, head) => {
                return Some((Modality::Hypothetical, vec![child], "before what is not done"));
            }
            Relation::Mark if norm == "without" => return Some((Modality::Negated, vec![child], "without")),
            Relation::Case if norm == "without" => return Some((Modality::Negated, vec![child], "without")),
            Relation::Amod => {
                let operator = view.lexicon.operators.get(view.lemma(child)).or_else(|| view.lexicon.operators.get(norm));
                if let Some(o) = operator.filter(|o| matches!(o.how, How::Modifier | How::All)) {
                    return Some((o.modality, vec![child], "adjective of the noun"));
                }
            }
            _ => {}
        }
    }
    // "ahead of a meeting".
    let ahead = view.head(head).filter(|&h| view.norm(h) == "ahead").or_else(|| view.children(head).find(|&c| c < head && view.norm(c) == "ahead"));
    if let Some(ahead) = ahead.filter(|_| class == Class::Noun) {
        return Some((Modality::Planned, vec![ahead], "ahead of"));
    }
    if class == Class::Verb && has_to(view, head) { infinitive(view, head) } else { None }
}

/// What an infinitive with "to" tells by where it hangs.
fn infinitive(view: &View<'_>, head: usize) -> Option<Told> {
    let governor = view.head(head)?;
    match view.relation(head) {
        // "to be going to", a bare infinitive of purpose.
        Relation::Advcl | Relation::Acl => purpose(view, head),
        // "launch a battle to seize the town", where the tree takes the infinitive for what the verb asks for.
        Relation::Xcomp if among(view.lemma(governor), LAUNCHES) && view.has(governor, &[Relation::Obj]) => purpose(view, head),
        // "continued operations to expel them", "militias fighting to oust him": what it is done for.
        Relation::Xcomp
            if among(view.lemma(governor), "continue resume") && view.has(governor, &[Relation::Obj])
                || among(view.lemma(governor), "fight battle struggle campaign") && !is_activity(view, head) =>
        {
            Some((Modality::Planned, vec![governor], "infinitive of purpose"))
        }
        // "To bomb a clinic is a crime": said of whoever does it.
        Relation::Csubj if governor > head => Some((Modality::Hypothetical, Vec::new(), "in general")),
        _ => None,
    }
}

/// "no soldiers were killed", "neither side attacked", "has yet to release", "nearly took": what denies a verb from outside.
pub(super) fn denied_by_others(view: &View<'_>, head: usize) -> Option<usize> {
    let of_phrase = view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass, Relation::Obj]).find_map(|n| nobody(view, n));
    let yet = view.dependents(head, &[Relation::Mark]).find_map(|to| to.checked_sub(1)).filter(|&t| view.norm(t) == "yet");
    let nearly = head.checked_sub(1).filter(|&t| view.inside(head, t) && matches!(view.norm(t), "nearly" | "almost"));
    of_phrase.or(yet).or(nearly)
}

/// "nobody", "no soldiers", "neither side": the word by which a phrase names none.
fn nobody(view: &View<'_>, noun: usize) -> Option<usize> {
    let no = |t: usize| among(view.norm(t), "no neither nobody none");
    if no(noun) { Some(noun) } else { view.dependents(noun, &[Relation::Det, Relation::Cc]).find(|&d| no(d)) }
}

/// Whether a verb in the past is denied, by itself or with its subject.
fn is_denied(view: &View<'_>, verb: usize) -> bool {
    let past = view.has_word(verb, &[Relation::Aux], "had has have did was were");
    past && (view.children(verb).any(|c| view.is_negation(c))
        || view.dependents(verb, &[Relation::Nsubj, Relation::NsubjPass]).any(|s| nobody(view, s).is_some()))
}

/// "no longer supports": an adverb before its verb.
fn no_longer(view: &View<'_>, verb: usize, adverb: usize) -> bool {
    adverb < verb && view.norm(adverb) == "longer" && adverb.checked_sub(1).is_some_and(|no| view.norm(no) == "no")
}

/// What an infinitive of purpose tells, by the word that it hangs on.
fn purpose(view: &View<'_>, head: usize) -> Option<Told> {
    let governor = view.head(head)?;
    let operator_of = |word: usize| {
        let operator = view.lexicon.operators.get(view.lemma(word));
        operator.filter(|o| matches!(o.how, How::All | How::Complement | How::Infinitive | How::Attached))
    };
    // "went on to seize the town".
    if view.lemma(governor) == "go" && view.has_word(governor, &[Relation::Advmod, Relation::CompoundPrt], "on") {
        return None;
    }
    // "were reported to have fired": an infinitive of the past tells what happened.
    if view.has_word(head, &[Relation::Aux], "have") {
        return None;
    }
    // "gathered to denounce the raid": they did.
    if among(view.lemma(governor), CROWDS) && among(view.lemma(head), VOICES) && past_form(view, governor) {
        return None;
    }
    let noun = view.relation(head) == Relation::Acl && view.upos(governor) != Upos::Verb;
    // "reaffirmed its commitment to support the army": it goes on.
    let committed = view.lemma(governor) == "commitment" && among(view.lemma(head), "support back assist aid help");
    if noun && committed || is_done_with(view, governor, head) {
        return None;
    }
    // "forced thousands to flee", where the infinitive is hung on whom it moves.
    // Not "continued operations to drive them out".
    let moves = noun && operator_of(governor).is_none() && !among(view.lemma(governor), EXERTION);
    let moved = view.head(governor).filter(|&v| moves && view.upos(v) == Upos::Verb);
    let operator = operator_of(governor).or_else(|| moved.and_then(operator_of));
    if operator.is_none() && is_activity(view, head) && !among(view.lemma(governor), MOTION) {
        // "must work to support a truce": what is said of the verb that it hangs on holds.
        return if noun { None } else { own_words(view, governor, Class::Verb).filter(|f| f.2 != "infinitive of purpose") };
    }
    let modality = operator.map_or(Modality::Planned, |o| o.modality);
    Some((modality, vec![governor], "infinitive of purpose"))
}

/// What crowds do, and what they do it for.
const CROWDS: &str = "gather rally march assemble demonstrate congregate";
const VOICES: &str = "denounce protest demand condemn oppose decry commemorate mourn call urge";

/// "efforts to support the army", "took the opportunity to attack": whether an infinitive tells what is done with what its noun names.
pub(super) fn is_done_with(view: &View<'_>, noun: usize, infinitive: usize) -> bool {
    let exerted = || is_activity(view, infinitive) && among(view.lemma(noun), EXERTION);
    view.relation(infinitive) == Relation::Acl && view.upos(noun) != Upos::Verb && (exerted() || took_the_chance(view, noun))
}

fn took_the_chance(view: &View<'_>, noun: usize) -> bool {
    among(view.lemma(noun), "opportunity chance") && view.head(noun).is_some_and(|v| among(view.lemma(v), "take seize use"))
}

/// Nouns of what is being done to an end.
const EXERTION: &str = "effort campaign fight battle struggle operation offensive mission war push";

/// Whether a clause hangs on another with "if".
fn on_condition(view: &View<'_>, head: usize) -> bool {
    view.dependents(head, &[Relation::Advcl]).any(|c| view.has_word(c, &[Relation::Mark], "if unless once"))
}

/// Whether a clause with "would" reports what someone said in the past about himself or of what is arranged, without a condition.
fn announced(view: &View<'_>, head: usize) -> bool {
    let conditional = on_condition(view, head);
    let subject = view.dependents(head, &[Relation::Nsubj]).next();
    let own = subject.is_some_and(|s| among(view.norm(s), "it he she they we i"));
    let told = view.head(head).is_some_and(|v| among(view.lemma(v), "announce confirm declare"));
    !conditional && (own || told) && view.relation(head) == Relation::Ccomp
}

/// Whether the verb above is modal or an infinitive.
fn governor_is_unreal(view: &View<'_>, head: usize) -> bool {
    view.head(head).is_some_and(|v| has_to(view, v) || view.has_word(v, &[Relation::Aux], "would could should must will"))
}
