//! The slots of a noun trigger: its own phrases, and those of the verb it depends on.

use super::light::{BROKERS, ENDS, HARM, LIGHT, OTHERS_DO, SUFFER, WANTS, gives, only_speaks_of};
use super::slot::{Slot, Slots};
use super::verb;
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Whether a verb says what becomes of fighting, which has two sides and no doer.
pub(super) fn is_ended(view: &View<'_>, verb: usize, noun: usize) -> bool {
    let fighting = matches!(view.lemma(noun), "war" | "conflict" | "fighting" | "violence" | "bloodshed" | "hostility" | "insurgency" | "clash");
    fighting && ENDS.contains(&view.lemma(verb)) && view.head(noun) == Some(verb)
}

/// Whether a verb adds nothing to its object noun.
pub(super) fn is_light(view: &View<'_>, verb: usize) -> bool {
    LIGHT.contains(&view.lemma(verb))
}

/// The slots of a noun.
pub(super) fn slots(view: &View<'_>, noun: usize) -> Slots {
    let mut slots = Slots::default();
    own_phrases(view, noun, &mut slots);
    clauses(view, noun, &mut slots);
    governing_verb(view, noun, &mut slots);
    // "a wave of attacks by rebels", "the launch of an offensive": what the first noun has is the second's.
    if let Some(wave) = measure_of(view, noun).filter(|_| view.relation(noun) == Relation::Nmod) {
        let mut given = Slots::default();
        own_phrases(view, wave, &mut given);
        governing_verb(view, wave, &mut given);
        for filler in given.fillers.into_iter().filter(|f| f.token != noun) {
            slots.add(filler.slot, filler.token, filler.rule);
        }
    }
    // "with the backing of Russian forces": they back.
    let help = matches!(view.lemma(noun), "support" | "backing" | "help" | "assistance" | "aid" | "cover");
    let had = help && is_had(view, noun);
    if had || help && view.case_is(noun, "with") {
        for filler in &mut slots.fillers {
            match filler.slot.word() {
                Some("of" | "from") => filler.slot = Slot::Subject,
                // "have had the assistance of the army": it helps them.
                _ if had && filler.slot == Slot::Subject => filler.slot = Slot::Object,
                _ => {}
            }
        }
    }
    // "made another attempt to take the town", where the tree hangs the infinitive on the verb.
    if slots.infinitive.is_none() && view.relation(noun) == Relation::Obj {
        let verb = view.head(noun).filter(|&v| is_light(view, v));
        slots.infinitive = verb.and_then(|v| view.dependents(v, &[Relation::Xcomp, Relation::Advcl]).find(|&c| c > noun && verb::has_to(view, c)));
    }
    if view.relation(noun) == Relation::Conj && !slots.has(Slot::Subject) {
        shared(view, noun, &mut slots);
    }
    slots
}

/// "a wave of attacks": the noun that measures another.
pub(super) fn measure_of(view: &View<'_>, noun: usize) -> Option<usize> {
    view.head(noun).filter(|&m| view.case_is(noun, "of") && is_measure(view, m))
}

/// Whether a noun only says how many or that something is done: "a wave of attacks", "the conduct of raids".
pub(super) fn is_measure(view: &View<'_>, noun: usize) -> bool {
    view.is_container(noun)
        || matches!(
            view.lemma(noun),
            "wave"
                | "spate"
                | "string"
                | "flurry"
                | "barrage"
                | "round"
                | "campaign"
                | "launch"
                | "conduct"
                | "execution"
                | "start"
                | "resumption"
                | "phase"
                | "surge"
                | "act"
        )
}

fn own_phrases(view: &View<'_>, noun: usize, slots: &mut Slots) {
    for child in view.children(noun) {
        match view.relation(child) {
            Relation::NmodPoss => slots.add(Slot::Possessor, child, "possessor of the noun"),
            Relation::Compound | Relation::Amod if child < noun => modifier(view, child, slots),
            // "the movement, which is in talks with the government"; "the town is under siege".
            Relation::Nsubj if child < noun && view.case_is(noun, "in at under behind") => {
                let slot = if view.case_is(noun, "under") || is_custody(view, noun) { Slot::Object } else { Slot::Subject };
                slots.add(slot, verb::resolve(view, noun, child), "subject of the noun");
            }
            Relation::Nmod | Relation::Obl => {
                at_the_hands(view, child, slots);
                let mut cased = false;
                let blamed = view.relation(noun) == Relation::Obj && view.head(noun).is_some_and(|v| view.lemma(v) == "blame");
                for slot in view.case_of(child).filter_map(Slot::preposition) {
                    cased = true;
                    if slot.word() == Some("of") && of_a_nearer_noun(view, noun, child) {
                        continue;
                    }
                    if blamed && slot.word() == Some("on") {
                        continue;
                    }
                    let slot = if slot.word() == Some("by") { Slot::Subject } else { slot };
                    // "an attack by rebels on a post", where the second phrase hangs on the rebels.
                    if slot == Slot::Subject {
                        let aimed = view.dependents(child, &[Relation::Nmod]).filter(|&t| t > child);
                        for (t, aim) in aimed.filter_map(|t| Some((t, view.case_of(t).find(|w| among(w, "on against"))?))) {
                            Slot::preposition(aim).into_iter().for_each(|aim| slots.add(aim, t, "phrase behind the by-phrase"));
                        }
                    }
                    slots.add(slot, child, "phrase of the noun");
                    if matches!(slot.word(), Some("of" | "on" | "against")) {
                        view.modifiers(child).into_iter().for_each(|m| slots.add(Slot::ObjectModifier, m, "modifier in the noun's phrase"));
                    }
                }
                if !cased && child < noun {
                    modifier(view, child, slots);
                }
            }
            _ => {}
        }
    }
}

/// "at the hands of the militia": they do it.
pub(super) fn at_the_hands(view: &View<'_>, hands: usize, slots: &mut Slots) {
    if view.lemma(hands) == "hand" && view.case_is(hands, "at") {
        view.dependents(hands, &[Relation::Nmod]).for_each(|t| slots.add(Slot::Subject, t, "at whose hands"));
    }
}

/// "an ambush on a convoy of peacekeepers": whether "of" stands right behind another noun, whatever the tree makes of it.
fn of_a_nearer_noun(view: &View<'_>, noun: usize, child: usize) -> bool {
    let of = view.dependents(child, &[Relation::Case]).find(|&c| view.norm(c) == "of");
    let before = of.and_then(|of| of.checked_sub(1)).filter(|&b| b > noun + 1);
    before.is_some_and(|b| view.upos(b) == Upos::Noun && !view.is_time(b) && (noun + 1..b).any(|t| view.upos(t) == Upos::Adp))
}

/// "French-led strikes": who stands before the hyphen.
fn leader(view: &View<'_>, participle: usize) -> Option<usize> {
    let hyphen = participle.checked_sub(1).filter(|&h| view.inside(participle, h) && view.norm(h) == "-")?;
    among(view.norm(participle), "led launched run operated directed")
        .then(|| hyphen.checked_sub(1))
        .flatten()
        .filter(|&t| view.mention_at(t).is_some())
}

/// A modifier, and what stands before it: "Syrian army offensive" may hang on either noun.
fn modifier(view: &View<'_>, child: usize, slots: &mut Slots) {
    if let Some(leader) = leader(view, child) {
        return slots.add(Slot::Modifier, leader, "who leads it");
    }
    slots.add(Slot::Modifier, child, "modifier of the noun");
    for inner in view
        .dependents(child, &[Relation::Compound, Relation::Amod])
        .filter(|&c| view.mention_at(c).is_some() && view.mention_at(c) != view.mention_at(child))
    {
        slots.add(Slot::Modifier, inner, "modifier of the noun");
    }
}

/// "an attack carried out by", "strikes targeting", "an offensive to take", "a demand that".
fn clauses(view: &View<'_>, noun: usize, slots: &mut Slots) {
    // "it is time for the army to withdraw".
    slots.infinitive = view.dependents(noun, &[Relation::Csubj]).find(|&c| verb::has_to(view, c));
    for clause in view.dependents(noun, &[Relation::Acl, Relation::AclRelcl, Relation::Ccomp, Relation::Xcomp, Relation::Advcl]) {
        if verb::has_to(view, clause) {
            slots.infinitive = Some(clause);
            continue;
        }
        if view.dependents(clause, &[Relation::Mark]).any(|m| view.norm(m) == "that") {
            slots.clause = true;
            slots.content = Some(clause);
            continue;
        }
        let mut inner = verb::slots(view, clause);
        // "a truce brokered by the envoy": no side of it.
        if among(view.lemma(clause), BROKERS) {
            inner.fillers.retain(|f| f.slot != Slot::Subject);
        }
        // "the offensive that the army launched".
        let launched = !inner.passive && LIGHT.contains(&view.lemma(clause)) && view.relation(clause) == Relation::AclRelcl;
        if launched && !inner.of(Slot::Object).any(|t| t != noun) {
            inner.of(Slot::Subject).filter(|&t| t != noun).for_each(|t| slots.add(Slot::Subject, t, "subject of the noun's clause"));
        }
        // "clashes which pitted a brigade against the militias": both are sides.
        if view.lemma(clause) == "pit" {
            inner.of(Slot::Object).filter(|&t| t != noun).for_each(|t| slots.add(Slot::Subject, t, "side of the noun's clause"));
        }
        if inner.passive {
            inner.of(Slot::Subject).for_each(|t| slots.add(Slot::Subject, t, "by-phrase of the noun's participle"));
        } else if HARM.contains(&view.lemma(clause)) {
            inner.of(Slot::Object).filter(|&t| t != noun).for_each(|t| slots.add(Slot::Object, t, "object of the noun's clause"));
        }
        // "strikes blamed on the army".
        let blamed = view.lemma(clause) == "blame";
        for filler in inner.fillers.iter().filter(|f| f.slot.word().is_some_and(|w| w != "by")) {
            if blamed && filler.slot.word() == Some("on") {
                slots.add(Slot::Subject, filler.token, "who is blamed for it");
                continue;
            }
            slots.add(filler.slot, filler.token, "phrase of the noun's clause");
        }
    }
}

/// What the verb that governs the noun gives it.
fn governing_verb(view: &View<'_>, noun: usize, slots: &mut Slots) {
    // "launched strikes in support of the rebels": who strikes supports.
    if view.lemma(noun) == "support" && view.case_of(noun).any(|w| w == "in") {
        let above = view.head(noun).filter(|&n| view.upos(n) == Upos::Noun).and_then(|n| view.head(n)).filter(|&v| view.upos(v) == Upos::Verb);
        if let Some(verb) = above {
            give_subject(view, verb, Slot::Subject, slots);
        }
    }
    // "the fighting was between the army and the rebels"
    if let Some(sides) = view.head(noun).filter(|&h| view.relation(noun) == Relation::Nsubj && view.case_of(h).any(|w| w == "between")) {
        slots.add(Slot::preposition("between").unwrap_or(Slot::Subject), sides, "sides of the noun");
    }
    // "the blast was the work of rebels".
    if let Some(work) = view.head(noun).filter(|&h| view.relation(noun) == Relation::Nsubj && view.lemma(h) == "work") {
        view.dependents(work, &[Relation::Nmod]).filter(|&t| view.case_is(t, "of")).for_each(|t| slots.add(Slot::Subject, t, "whose work it is"));
    }
    // "is responsible for the raid".
    if let Some(adjective) = view.head(noun).filter(|&h| view.lemma(h) == "responsible" && view.case_is(noun, "for")) {
        view.dependents(adjective, &[Relation::Nsubj])
            .for_each(|t| slots.add(Slot::Subject, verb::resolve(view, adjective, t), "who is responsible"));
    }
    let Some(verb) = view.head(noun).filter(|&v| view.upos(v) == Upos::Verb) else { return };
    let lemma = view.lemma(verb);
    as_shields(view, verb, noun, slots);
    let passive = verb::is_passive(view, verb);
    // "have two men in custody", "remains in custody".
    if is_custody(view, noun) && among(lemma, "have hold keep remain stay") {
        let held: Vec<usize> = view.dependents(verb, &[Relation::Obj]).collect();
        let holder = if held.is_empty() || passive { Slot::Object } else { Slot::Subject };
        held.into_iter().for_each(|t| slots.add(Slot::Object, t, "who is in custody"));
        return give_subject(view, verb, holder, slots);
    }
    // "used rockets in the attack": with what, and by whom.
    if lemma == "use" && view.relation(noun) == Relation::Obl && view.case_is(noun, "in during") {
        let with = Slot::preposition("with").unwrap_or(Slot::Object);
        view.dependents(verb, &[Relation::Obj, Relation::NsubjPass]).for_each(|t| slots.add(with, t, "what is used in it"));
        return give_subject(view, verb, Slot::Subject, slots);
    }
    // "sought Russian backing", "relied on foreign support": who seeks it is to have it.
    if matches!(view.lemma(noun), "support" | "backing" | "aid" | "assistance" | "help" | "training") && WANTS.contains(&lemma) {
        return give_subject(view, verb, Slot::Object, slots);
    }
    match view.relation(noun) {
        // "brokered a truce": no side of it.
        Relation::Obj | Relation::NsubjPass if among(lemma, BROKERS) => {}
        // "the UK seeks an end to the regime's shelling": the possessor does it, not who speaks of it.
        Relation::Obj | Relation::NsubjPass if OTHERS_DO.contains(&lemma) || is_ended(view, verb, noun) => {}
        Relation::Obj | Relation::NsubjPass | Relation::Obl | Relation::Nmod if LIGHT.contains(&lemma) && has_doer(view, slots) => {}
        // "failed to stop the killing of farmers".
        Relation::Obj if stops_others(view, verb, noun) => {}
        // "the minister announced the withdrawal of troops": they withdraw.
        Relation::Obj | Relation::NsubjPass
            if lemma == "announce" && slots.of(Slot::from_name("of").unwrap_or(Slot::Object)).any(|t| is_actor(view, t)) => {}
        // "used the truce to regroup": made by anybody.
        Relation::Obj if lemma == "use" && among(view.lemma(noun), "ceasefire truce lull cessation agreement deal talk negotiation") => {}
        // "approved the raid": who lets it be done.
        Relation::Obj | Relation::NsubjPass
            if among(lemma, "approve authorise authorize")
                && among(view.lemma(noun), "operation raid strike attack mission offensive campaign assault airstrike") => {}
        Relation::Obj | Relation::NsubjPass if LIGHT.contains(&lemma) || gives(lemma, view.lemma(noun)) => {
            give_subject(view, verb, Slot::Subject, slots)
        }
        // "said after talks with the rebels", "pledged help during a visit to the town": who says so has talked with them.
        Relation::Obl if is_own_meeting(view, noun, slots) => give_subject(view, verb, Slot::Subject, slots),
        Relation::Obj if SUFFER.contains(&lemma) => give_subject(view, verb, Slot::Object, slots),
        Relation::Obl | Relation::Nmod if LIGHT.contains(&lemma) && !passive && !only_speaks_of(lemma) && takes_part(view, verb, noun) => {
            give_subject(view, verb, Slot::Subject, slots)
        }
        Relation::Obl | Relation::Nmod if suffers(view, lemma, noun) => give_subject(view, verb, Slot::Object, slots),
        Relation::Obl | Relation::Nmod if passive && HARM.contains(&lemma) => {
            verb::slots(view, verb).of(Slot::Object).for_each(|t| slots.add(Slot::Object, t, "subject of the noun's passive verb"));
        }
        // "joined her counterpart for talks": both talk.
        Relation::Obl if view.case_of(noun).any(|w| w == "for") && among(lemma, "join host receive welcome invite gather convene bring") => {
            give_subject(view, verb, Slot::Subject, slots);
            verb::slots(view, verb).of(Slot::Object).for_each(|t| slots.add(Slot::Object, t, "object of the noun's verb"));
        }
        // "struck the town in support of the rebels": who strikes supports.
        Relation::Obl | Relation::Nmod if view.lemma(noun) == "support" && view.case_of(noun).any(|w| w == "in") => {
            give_subject(view, verb, Slot::Subject, slots)
        }
        Relation::Nsubj if HARM.contains(&lemma) => {
            view.dependents(verb, &[Relation::Obj]).for_each(|t| slots.add(Slot::Object, t, "object of the noun's verb"));
        }
        _ => {}
    }
    // "fired in response to the killing of": where they fired is not where the killing was.
    let apart = view.relation(noun) == Relation::Obl
        && view.case_is(noun, "after before following since despite over because response retaliation revenge for to of");
    if !apart && matches!(view.relation(noun), Relation::Obj | Relation::Nsubj | Relation::NsubjPass | Relation::Obl | Relation::OblAgent) {
        let mut phrases = Slots { passive, ..Slots::default() };
        verb::obliques(view, verb, &mut phrases);
        for filler in phrases.fillers.into_iter().filter(|f| f.token != noun) {
            slots.add(filler.slot, filler.token, "phrase of the noun's verb");
        }
    }
}

/// Whether a verb stops a deed that others do.
pub(super) fn stops_others(view: &View<'_>, verb: usize, noun: usize) -> bool {
    among(view.lemma(verb), "stop prevent avert foil thwart halt end")
        && among(view.lemma(noun), "killing murder massacre slaughter bloodshed abuse torture violence")
}

/// "in custody".
fn is_custody(view: &View<'_>, noun: usize) -> bool {
    matches!(view.lemma(noun), "custody" | "captivity" | "detention") && view.case_is(noun, "in")
}

/// "had the backing of the army", "enjoys the support of the tribes": of whom help is had.
fn is_had(view: &View<'_>, noun: usize) -> bool {
    let had =
        view.head(noun).is_some_and(|v| view.relation(noun) == Relation::Obj && among(view.lemma(v), "have enjoy receive get win lose gain secure"));
    had && view.dependents(noun, &[Relation::Nmod]).any(|t| t > noun && view.case_is(t, "of from"))
}

/// "came under fire", "suffered losses in the attack", but not "came to power after the coup", "was criticised for the raid".
fn suffers(view: &View<'_>, verb: &str, noun: usize) -> bool {
    let apart = || view.case_is(noun, "for after before amid during despite following since as because of at over about");
    view.case_is(noun, "under") || verb != "come" && SUFFER.contains(&verb) && !apart()
}

/// "held villagers as human shields": who holds them does it to them.
fn as_shields(view: &View<'_>, verb: usize, noun: usize, slots: &mut Slots) {
    if view.lemma(noun) == "shield" && view.case_is(noun, "as") {
        give_subject(view, verb, Slot::Subject, slots);
        verb::slots(view, verb).of(Slot::Object).for_each(|t| slots.add(Slot::Object, t, "object of the noun's verb"));
    }
}

/// Whether a phrase of time tells of talks or a visit that must be of whoever does what the verb says.
fn is_own_meeting(view: &View<'_>, noun: usize, slots: &Slots) -> bool {
    let with = |word: &str| slots.fillers.iter().any(|f| f.slot.word() == Some(word));
    let partner = among(view.lemma(noun), "talk meeting negotiation summit") && with("with") && !with("between");
    let visit = among(view.lemma(noun), "visit trip tour") && with("to");
    (partner || visit) && view.case_is(noun, "after during following before at in") && !has_doer(view, slots)
}

/// Whether a possessor or a modifier already says who does it.
fn has_doer(view: &View<'_>, slots: &Slots) -> bool {
    slots.of(Slot::Possessor).chain(slots.of(Slot::Subject)).any(|t| is_actor(view, t))
}

fn is_actor(view: &View<'_>, token: usize) -> bool {
    let actor = view.lexicon.masks.force | view.lexicon.masks.group | view.lexicon.masks.gov;
    view.mention_at(token).is_some() && view.bits(token) & actor != 0
}

/// "responded with air strikes", "took part in the raid", but not "suspended the talks over the raid", nor "took no part in it".
fn takes_part(view: &View<'_>, verb: usize, noun: usize) -> bool {
    let none = |t: usize| view.children(t).any(|c| view.is_negation(c) || view.norm(c) == "no");
    let refused = none(verb) || view.dependents(verb, &[Relation::Obj]).any(none);
    !refused && view.case_of(noun).any(|w| matches!(w, "in" | "with" | "into" | "to" | "on" | "by" | "for"))
}

fn give_subject(view: &View<'_>, verb: usize, slot: Slot, slots: &mut Slots) {
    for (token, _) in verb::subjects(view, verb, 3) {
        slots.add(slot, token, "subject of the noun's verb");
    }
}

/// "Russian shelling and airstrikes on Idlib": the second noun shares what the first has before it and the verb's subject.
fn shared(view: &View<'_>, noun: usize, slots: &mut Slots) {
    let Some(first) = view.head(noun).filter(|&h| matches!(view.upos(h), Upos::Noun | Upos::Propn)) else { return };
    let mut given = Slots::default();
    own_phrases(view, first, &mut given);
    governing_verb(view, first, &mut given);
    for filler in given.fillers.into_iter().filter(|f| f.token != noun) {
        if !slots.has(filler.slot) {
            slots.add(filler.slot, filler.token, "shared with the coordinated noun");
        }
    }
}

/// The slots of a participle or adjective that modifies a noun or is a predicate.
pub(super) fn adjective_slots(view: &View<'_>, adjective: usize) -> Slots {
    let mut slots = Slots { passive: true, ..Slots::default() };
    if let Some(noun) = view.head(adjective).filter(|_| view.relation(adjective) == Relation::Amod) {
        slots.add(Slot::Object, noun, "noun with a participle");
    }
    for token in view.dependents(adjective, &[Relation::Nsubj, Relation::NsubjPass]) {
        slots.add(Slot::Object, token, "subject of the adjective");
    }
    // "it is essential that they withdraw", "it is vital to let aid in".
    let clause = view.dependents(adjective, &[Relation::Csubj, Relation::Ccomp, Relation::Xcomp, Relation::Advcl]).next();
    slots.infinitive = clause.filter(|&c| verb::has_to(view, c));
    slots.content = clause.filter(|&c| view.has_word(c, &[Relation::Mark], "that"));
    slots.clause = slots.content.is_some();
    verb::obliques(view, adjective, &mut slots);
    for token in view.dependents(adjective, &[Relation::OblAgent, Relation::Obl]).filter(|&t| view.case_of(t).any(|w| w == "by")) {
        slots.add(Slot::Subject, token, "by-phrase");
    }
    slots
}
