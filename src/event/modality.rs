//! Whether an event came to be, by the words that govern its trigger.

use super::condition::Condition;
use super::govern::{begun_anew, governed, is_apart, outer};
use super::lexicon::Class;
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
fn denied_by_others(view: &View<'_>, head: usize) -> Option<usize> {
    let no = |t: usize| among(view.norm(t), "no neither nobody none");
    let nominal = view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass, Relation::Obj]);
    let of_phrase = nominal.filter_map(|n| if no(n) { Some(n) } else { view.dependents(n, &[Relation::Det, Relation::Cc]).find(|&d| no(d)) }).next();
    let yet = view.dependents(head, &[Relation::Mark]).find_map(|to| to.checked_sub(1)).filter(|&t| view.norm(t) == "yet");
    let nearly = head.checked_sub(1).filter(|&t| view.inside(head, t) && matches!(view.norm(t), "nearly" | "almost"));
    of_phrase.or(yet).or(nearly)
}

/// Whether a verb in the past is denied, by itself or with its subject.
fn is_denied(view: &View<'_>, verb: usize) -> bool {
    let neither = |s: usize| view.children(s).any(|c| among(view.norm(c), "neither no")) || among(view.norm(s), "nobody none");
    let past = view.has_word(verb, &[Relation::Aux], "had has have did was were");
    past && (view.children(verb).any(|c| view.is_negation(c)) || view.dependents(verb, &[Relation::Nsubj, Relation::NsubjPass]).any(neither))
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

/// Verbs of bringing something about by talk.
const BRINGS_ABOUT: &str = "secure ensure reach negotiate broker achieve obtain arrange mediate";

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
