//! The slots of a verb, read off the dependency tree: voice, control, coordination, relative clauses.

use super::control::{brings_about, controller, governs_gerund, owners, speakers};
use super::misread::{before_auxiliary, before_participle, behind_after, is_misread, named_before};
use super::noun::at_the_hands;
use super::patient::{objects, patients};
use super::slot::{Slot, Slots};
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// How far subjects are looked for up the tree.
const DEPTH: usize = 4;

/// The slots of a verb.
pub(super) fn slots(view: &View<'_>, verb: usize) -> Slots {
    let mut slots = Slots { passive: is_passive(view, verb), ..Slots::default() };
    for (token, rule) in subjects(view, verb, DEPTH) {
        slots.add(Slot::Subject, token, rule);
    }
    for (token, rule) in objects(view, verb) {
        slots.add(Slot::Object, token, rule);
        // "hundreds of child soldiers": the soldiers' modifiers too.
        let meant = Some(view.referent(token)).filter(|&m| m != token && view.is_container(token));
        for m in view.modifiers(token).into_iter().chain(meant.into_iter().flat_map(|m| view.modifiers(m))) {
            slots.add(Slot::ObjectModifier, m, "modifier of the object");
        }
    }
    phrases_of_objects(view, verb, &mut slots);
    // "signed a deal with a militia", where the phrase hangs on the noun.
    let deal = view.lexicon.masks.deal | view.lexicon.masks.event | view.lexicon.masks.assets;
    for object in view.dependents(verb, &[Relation::Obj]).filter(|&o| view.bits(o) & deal != 0 && view.mention_at(o).is_none()) {
        for token in view.dependents(object, &[Relation::Nmod]).filter(|&t| t > object) {
            let slot = view.case_of(token).find(|w| matches!(*w, "with" | "between")).and_then(Slot::preposition);
            slot.into_iter().for_each(|slot| slots.add(slot, token, "phrase of the object"));
        }
    }
    for token in view.dependents(verb, &[Relation::Iobj]) {
        slots.add(Slot::Indirect, token, "indirect object");
    }
    obliques(view, verb, &mut slots);
    // "used drones to drop explosives".
    if let Some(user) = view.head(verb).filter(|&u| view.lemma(u) == "use" && has_to(view, verb))
        && let Some(slot) = Slot::preposition("with")
    {
        view.dependents(user, &[Relation::Obj]).for_each(|t| slots.add(slot, t, "what is used"));
    }
    slots.infinitive = view.dependents(verb, &[Relation::Xcomp, Relation::Ccomp, Relation::Advcl]).find(|&c| has_to(view, c));
    slots.content = view.dependents(verb, &[Relation::Ccomp]).next();
    slots.clause = slots.content.is_some();
    slots
}

/// Phrases that are a verb's though the tree hangs them on its object: verbs, preposition, rule. "blamed the blast on rebels", "requested support
/// from the coalition", "discussed the border with the president".
const OF_OBJECTS: [(&str, &str, &str); 3] = [
    ("blame", "on", "who is blamed"),
    ("request demand seek want need receive get obtain acquire buy", "from", "whom it is to come from"),
    ("discuss negotiate review debate raise", "with", "with whom it is discussed"),
];

fn phrases_of_objects(view: &View<'_>, verb: usize, slots: &mut Slots) {
    for (_, preposition, rule) in OF_OBJECTS.into_iter().filter(|row| among(view.lemma(verb), row.0)) {
        let Some(slot) = Slot::preposition(preposition) else { continue };
        let hung = |object: usize| view.dependents(object, &[Relation::Nmod]).filter(|&t| view.case_is(t, preposition));
        view.dependents(verb, &[Relation::Obj]).flat_map(hung).for_each(|t| slots.add(slot, t, rule));
    }
}

/// "the region, where the army launched an offensive", "the town, where they began burning homes and shooting at people": the region, the town.
fn noun_of_where(view: &View<'_>, verb: usize) -> Option<usize> {
    let mut clause = verb;
    for _ in 0..3 {
        let opens = view.dependents(clause, &[Relation::Advmod]).find(|&w| w < clause && view.norm(w) == "where");
        if let Some(word) = opens {
            // Where the tree hangs the clause on the verb before it, the place stands right before the word.
            let before = word.checked_sub(1).map(|b| if view.norm(b) == "," { b.saturating_sub(1) } else { b });
            let place = |t: usize| view.mention_at(t).is_some_and(|m| view.context.mentions[m].entity_type.is_spot());
            return match view.relation(clause) {
                Relation::AclRelcl => view.head(clause),
                _ => before.filter(|&b| view.inside(word, b) && place(b)),
            };
        }
        clause = view.head(clause).filter(|_| matches!(view.relation(clause), Relation::Xcomp | Relation::Conj))?;
    }
    None
}

/// Adds the prepositional phrases of a verb.
pub(super) fn obliques(view: &View<'_>, verb: usize, slots: &mut Slots) {
    if let (Some(noun), Some(slot)) = (noun_of_where(view, verb), Slot::preposition("in")) {
        slots.add(slot, noun, "noun of the where-clause");
    }
    // "bombed a village in Sagaing", where a name looks like a verb.
    let name = |t: usize| view.relation(t) != Relation::Advcl || view.in_name(t) && matches!(view.upos(t), Upos::Noun | Upos::Propn);
    for token in view.dependents(verb, &[Relation::Obl, Relation::Nmod, Relation::Advmod, Relation::Advcl]).filter(|&t| name(t)) {
        at_the_hands(view, token, slots);
        // "was abducted along with a colleague".
        let first = view.dependents(token, &[Relation::Case]).next();
        let along = first
            .and_then(|c| if view.norm(c) == "with" { c.checked_sub(1) } else { Some(c) })
            .is_some_and(|c| among(view.norm(c), "along together"));
        if along && view.case_is(token, "with") {
            let behind = view.dependents(verb, &[Relation::Obj]).any(|o| o < token);
            slots.add(if slots.passive || behind { Slot::Object } else { Slot::Subject }, token, "along with");
            continue;
        }
        let words: Vec<Slot> = view.case_of(token).filter_map(Slot::preposition).collect();
        for slot in words {
            if slot.word() == Some("by") && slots.passive {
                continue;
            }
            slots.add(slot, token, "prepositional phrase");
        }
        // "north of Aleppo": a noun or adverb of direction with its own phrase.
        if matches!(
            view.lemma(token),
            "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest" | "outside" | "front"
        ) {
            for inner in view.dependents(token, &[Relation::Nmod, Relation::Obl]).filter(|&c| view.case_of(c).any(|w| w == "of")) {
                slots.add(Slot::from_name("north").unwrap_or(Slot::Object), inner, "direction from a place");
            }
        }
    }
}

/// Whether an auxiliary says what someone is to do.
pub(super) fn obliges(view: &View<'_>, auxiliary: usize) -> bool {
    matches!(view.norm(auxiliary), "must" | "should")
}

/// Whether a verb stands in the infinitive with "to".
pub(super) fn has_to(view: &View<'_>, verb: usize) -> bool {
    view.dependents(verb, &[Relation::Mark]).any(|c| view.norm(c) == "to")
}

/// A past participle or past tense, by its form.
pub(super) fn past_form(view: &View<'_>, verb: usize) -> bool {
    let norm = view.norm(verb);
    let own = norm == view.lemma(verb);
    !norm.ends_with("ing") && (norm.ends_with("ed") || norm.ends_with("en") && !own || !own && !norm.ends_with('s') || norm == "hit")
}

/// Verbs that nobody undergoes: their participle after a noun is a past tense.
const INTRANSITIVE: &[&str] = &[
    "cross",
    "mass",
    "gather",
    "assemble",
    "demonstrate",
    "flee",
    "march",
    "die",
    "arrive",
    "advance",
    "retreat",
    "return",
    "clash",
    "protest",
    "rally",
    "perish",
    "stream",
    "pour",
];

/// Verbs with a particle that somebody undergoes: without an object, a headline tells whom.
const TAKEN_DOWN: &str = "shoot gun mow bring blow burn chase round lock cut";

/// Whether a verb is passive.
pub(super) fn is_passive(view: &View<'_>, verb: usize) -> bool {
    let own = |relations: &[Relation]| view.has(verb, relations);
    if is_going(view, verb) {
        return false;
    }
    // "stands by its ally" has no agent.
    let agent = || past_form(view, verb) && view.dependents(verb, &[Relation::OblAgent]).any(|t| !is_means_of_travel(view, t));
    if own(&[Relation::AuxPass, Relation::NsubjPass]) || agent() {
        return true;
    }
    if named_before(view, verb).is_some() {
        return false;
    }
    if !own(&[Relation::Aux]) && INTRANSITIVE.contains(&view.lemma(verb)) || is_misread(view, verb) {
        return false;
    }
    // "the man accused of", "a soldier suspected of".
    let charged = among(view.lemma(verb), "accuse suspect charge convict") && past_form(view, verb) && !own(&[Relation::Obj, Relation::Aux]);
    if charged && view.inside(verb, verb + 1) && among(view.norm(verb + 1), "of with") {
        return true;
    }
    match view.relation(verb) {
        // "Two aid workers kidnapped in Somalia": headlines tell in the present.
        Relation::Root | Relation::Parataxis if view.in_headline(verb) => {
            let participle = view.norm(verb).ends_with("ed") || view.norm(verb).ends_with("en") || among(view.norm(verb), "shot hit held struck");
            let more = [Relation::Obj, Relation::Aux, Relation::Ccomp, Relation::Xcomp];
            // "Helicopter shot down over Chechnya".
            let particle = view.dependents(verb, &[Relation::CompoundPrt]).next();
            let undergone = particle.is_none_or(|p| p == verb + 1 && among(view.lemma(verb), TAKEN_DOWN));
            let next = particle.unwrap_or(verb) + 1;
            let closed = !view.inside(verb, next) || among(view.norm(next), "in at near by during after as , on over outside");
            participle
                && closed
                && undergone
                && !own(&more)
                && !among(view.lemma(verb), "agree vow warn pledge refuse surrender resume escape happen explode fall return withdraw")
        }
        // "air defences downed two drones", taken for a participle: a noun phrase of its own follows.
        Relation::Amod if view.inside(verb, verb + 1) && matches!(view.upos(verb + 1), Upos::Det | Upos::Num) => false,
        Relation::Acl | Relation::Amod => past_form(view, verb) && !own(&[Relation::Obj, Relation::Aux, Relation::Nsubj]),
        Relation::Ccomp | Relation::Xcomp => noun_before_participle(view, verb).is_some(),
        Relation::Advcl => {
            past_form(view, verb) && view.lemma(verb) != "fight" && !own(&[Relation::Obj, Relation::Aux, Relation::Nsubj, Relation::Mark])
        }
        // "were bombed and killed", "three tanks were destroyed and dozens of fighters killed".
        Relation::Conj if !(own(&[Relation::Aux, Relation::Obj]) || own(&[Relation::Nsubj]) && own(&[Relation::Ccomp, Relation::Obl])) => {
            past_form(view, verb) && view.head(verb).is_some_and(|h| view.upos(h) == Upos::Verb && own_passive(view, h))
        }
        _ => false,
    }
}

/// "food reached the people besieged within the town", taken for a clause that the verb asks for: the people.
pub(super) fn noun_before_participle(view: &View<'_>, verb: usize) -> Option<usize> {
    let noun = verb.checked_sub(1).filter(|&n| matches!(view.upos(n), Upos::Noun | Upos::Propn) && view.inside(verb, n))?;
    let own = [Relation::Obj, Relation::Aux, Relation::Nsubj, Relation::Mark, Relation::Ccomp, Relation::Xcomp];
    let bare = past_form(view, verb) && !view.has(verb, &own);
    (bare && view.inside(verb, verb + 1) && view.upos(verb + 1) == Upos::Adp).then_some(noun)
}

pub(super) fn own_passive(view: &View<'_>, verb: usize) -> bool {
    view.has(verb, &[Relation::AuxPass, Relation::NsubjPass])
}

/// A relative pronoun stands for the noun its clause modifies.
pub(super) fn resolve(view: &View<'_>, verb: usize, token: usize) -> usize {
    let relative = matches!(view.norm(token), "who" | "which" | "that" | "whom");
    match view.head(verb) {
        Some(noun) if relative && matches!(view.relation(verb), Relation::AclRelcl | Relation::Acl) => noun,
        _ => token,
    }
}

/// "on fleeing villagers", "by advancing troops": whether a participle says what the noun behind it is doing.
pub(super) fn is_going(view: &View<'_>, verb: usize) -> bool {
    let before = verb.checked_sub(1).filter(|&b| view.inside(verb, b));
    view.norm(verb).ends_with("ing")
        && among(view.lemma(verb), "flee advance retreat withdraw surrender mutiny")
        && before.is_none_or(|b| {
            // "target fleeing civilians", but not "began retreating".
            let hit = view.upos(b) == Upos::Verb
                && view.has(verb, &[Relation::Obj])
                && !among(view.lemma(b), "begin start continue keep stop avoid resume");
            hit || matches!(view.upos(b), Upos::Adp | Upos::Sconj | Upos::Det | Upos::Adj | Upos::Num)
        })
        && behind(view, verb).is_some()
}

/// The last noun of those right behind a participle, over an adjective.
fn behind(view: &View<'_>, verb: usize) -> Option<usize> {
    let first = verb + 1 + usize::from(view.inside(verb, verb + 2) && view.upos(verb + 1) == Upos::Adj);
    (first..first + 4).take_while(|&t| view.inside(verb, t) && matches!(view.upos(t), Upos::Noun | Upos::Propn) && !view.is_time(t)).last()
}

/// The words that name who does it.
pub(super) fn subjects(view: &View<'_>, verb: usize, depth: usize) -> Vec<(usize, &'static str)> {
    if is_going(view, verb) {
        return behind(view, verb).map(|noun| (noun, "noun with a participle")).into_iter().collect();
    }
    if is_passive(view, verb) {
        return agents(view, verb);
    }
    // "blocked roads after marines arrested a chief": what stands before the clause's own "after" is no subject of it.
    let mark = view.dependents(verb, &[Relation::Mark]).filter(|&m| m < verb && view.norm(m) != "to").last();
    let own: Vec<_> = view
        .dependents(verb, &[Relation::Nsubj, Relation::Csubj])
        .filter(|&t| mark.is_none_or(|m| t > m))
        .map(|t| (resolve(view, verb, t), "subject"))
        .collect();
    // "gunmen on motorbikes raided", both taken for subjects.
    let bare: Vec<_> =
        own.iter().copied().filter(|&(t, _)| !view.dependents(t, &[Relation::Case]).any(|c| c < t && view.upos(c) == Upos::Adp)).collect();
    let own = if bare.is_empty() { own } else { bare };
    // "Villagers say soldiers burned houses": of two subjects the one next to the verb.
    let nearest = own.iter().copied().rfind(|&(t, _)| t < verb);
    // But "soldiers and militiamen withdrew".
    let pair = nearest.is_some_and(|(t, _)| view.dependents(t, &[Relation::Cc]).any(|c| own.iter().any(|&(s, _)| s + 1 == c)));
    // "soldiers in pickup trucks entered", both taken for subjects: who stands before the preposition.
    let first = own.first().copied().filter(|&(f, _)| view.inside(verb, f + 1) && view.upos(f + 1) == Upos::Adp);
    let phrase = |end: usize, f: usize| (f + 2..end).all(|t| matches!(view.upos(t), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num));
    let before = first.filter(|&(f, _)| nearest.is_some_and(|(t, _)| t > f && t < f + 6 && phrase(t, f)));
    let own = if own.len() > 1 && !pair { before.or(nearest).map_or(own, |one| vec![one]) } else { own };
    if !own.is_empty() || depth == 0 {
        return own;
    }
    if let Some(found) = before_auxiliary(view, verb).or_else(|| behind_after(view, verb)) {
        return vec![found];
    }
    if let Some(noun) = before_participle(view, verb) {
        return vec![(noun, "subject")];
    }
    let Some(head) = view.head(verb) else { return own };
    match view.relation(verb) {
        // "overran the town, which was guarded by them, and murdered men": who overran it.
        Relation::Conj
            if view.relation(head) == Relation::AclRelcl && is_passive(view, head) && past_form(view, verb) && view.has(verb, &[Relation::Obj]) =>
        {
            let above =
                view.head(head).and_then(|noun| std::iter::successors(Some(noun), |&t| view.head(t)).take(4).find(|&t| view.upos(t) == Upos::Verb));
            above.map(|v| subjects_of_clause(view, v, depth, "subject of the clause above")).unwrap_or_default()
        }
        // "accused the two of funding and arming rebels", where the tree hangs the second on the verb.
        Relation::Conj if charged_with(view, head, verb) => controller(view, head, verb, depth),
        Relation::Conj => subjects_of_clause(view, head, depth, "subject of the coordinated verb"),
        // "Fighting in the hills killed ten, medics said": whoever says it has not done it.
        Relation::Ccomp if past_form(view, verb) && !has_to(view, verb) => own,
        Relation::Xcomp | Relation::Ccomp => controller(view, head, verb, depth),
        // "accused the army of shelling", "kept the rebels from taking": whom the verb is about does it.
        Relation::Advcl if governs_gerund(view, head, verb) || brings_about(view, head, verb) => controller(view, head, verb, depth),
        // "was shot down, killing its crew": what befell it killed them.
        Relation::Advcl if results(view, verb, head) => own,
        Relation::Advcl | Relation::Parataxis if matches!(view.upos(head), Upos::Verb | Upos::Adj) => {
            subjects_of_clause(view, head, depth, "subject of the main clause")
        }
        Relation::Acl if has_to(view, verb) => owners(view, head, depth),
        // "Some 300 people crossed into Chad", taken for people whom somebody crossed.
        Relation::Acl if past_form(view, verb) && INTRANSITIVE.contains(&view.lemma(verb)) && view.relation(head) == Relation::Root => {
            vec![(head, "noun that the sentence hangs on")]
        }
        Relation::Acl if past_form(view, verb) => {
            named_before(view, verb).map(|noun| (noun, "noun that the sentence hangs on")).into_iter().collect()
        }
        Relation::Acl if view.norm(verb).ends_with("ing") => speakers(view, head, depth),
        _ => own,
    }
}

/// Whether a gerund tells the outcome of what a passive says before it.
pub(super) fn results(view: &View<'_>, verb: usize, head: usize) -> bool {
    let comma = verb.checked_sub(1).is_some_and(|b| view.norm(b) == ",");
    comma && head < verb && view.norm(verb).ends_with("ing") && is_passive(view, head)
}

/// Subjects of a clause whether active or passive.
pub(super) fn subjects_of_clause(view: &View<'_>, verb: usize, depth: usize, rule: &'static str) -> Vec<(usize, &'static str)> {
    let found = if is_passive(view, verb) { patients(view, verb) } else { subjects(view, verb, depth - 1) };
    found.into_iter().map(|(t, _)| (t, rule)).collect()
}

/// By-phrases of a passive verb.
fn agents(view: &View<'_>, verb: usize) -> Vec<(usize, &'static str)> {
    let own = by_phrases(view, verb);
    if !own.is_empty() {
        return own;
    }
    // "was bombed and killed by coalition aircraft": the phrase stands behind the last of several verbs.
    let beside = view.dependents(verb, &[Relation::Conj]).filter(|&c| c > verb && c < verb + 4 && view.upos(c) == Upos::Verb).last();
    beside.map(|c| by_phrases(view, c)).unwrap_or_default()
}

fn by_phrases(view: &View<'_>, verb: usize) -> Vec<(usize, &'static str)> {
    view.dependents(verb, &[Relation::OblAgent, Relation::Obl, Relation::Nmod])
        .filter(|&t| (view.relation(t) == Relation::OblAgent || view.case_of(t).any(|w| w == "by")) && !is_means_of_travel(view, t))
        .map(|t| (t, "by-phrase"))
        .collect()
}

/// "by bus", "by phone".
pub(super) fn is_means_of_travel(view: &View<'_>, token: usize) -> bool {
    const MEANS: &[&str] =
        &["bus", "road", "air", "sea", "land", "boat", "train", "foot", "phone", "telephone", "night", "day", "force", "hand", "ship"];
    MEANS.contains(&view.norm(token)) && !view.has(token, &[Relation::Det, Relation::Amod, Relation::Compound])
}

/// Whether a gerund goes on with what someone is accused of.
fn charged_with(view: &View<'_>, verb: usize, gerund: usize) -> bool {
    let of = |t: usize| t < gerund && view.case_is(t, "of with") && view.norm(t).ends_with("ing");
    among(view.lemma(verb), "accuse suspect convict charge")
        && view.norm(gerund).ends_with("ing")
        && !view.norm(verb).ends_with("ing")
        && view.dependents(verb, &[Relation::Obl, Relation::Advcl]).any(of)
}
