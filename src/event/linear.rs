//! Slots from word order, where the tree leaves them empty: the noun phrase before a verb, the one behind it, the prepositional phrases that follow.

use super::lexicon::Class;
use super::light::{BROKERS, only_speaks_of};
use super::noun::{is_ended, is_light, stops_others};
use super::slot::{Slot, Slots};
use super::verb;
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// The farthest, in words, that a subject is looked for.
const REACH: usize = 50;

/// Fills the empty slots of a trigger.
pub(super) fn complete(view: &View<'_>, class: Class, head: usize, tokens: &Range<usize>, slots: &mut Slots) {
    match class {
        Class::Verb => complete_verb(view, head, tokens, slots),
        Class::Noun => complete_noun(view, tokens, slots),
        Class::Adjective => {}
    }
}

fn complete_verb(view: &View<'_>, head: usize, tokens: &Range<usize>, slots: &mut Slots) {
    let before = if slots.passive { Slot::Object } else { Slot::Subject };
    let outcome = view.relation(head) == Relation::Advcl && view.head(head).is_some_and(|above| verb::results(view, head, above));
    if !outcome
        && !filled(view, slots, before)
        && let Some(t) = subject_before(view, head)
    {
        slots.add(before, t, "noun phrase before the verb");
    }
    if !slots.passive
        && !filled(view, slots, Slot::Object)
        && let Some(t) = phrase_after(view, tokens.end)
    {
        slots.add(Slot::Object, t, "noun phrase after the verb");
    }
    phrases_after(view, tokens.end, slots, slots.passive);
}

fn complete_noun(view: &View<'_>, tokens: &Range<usize>, slots: &mut Slots) {
    if !filled(view, slots, Slot::Possessor)
        && !filled(view, slots, Slot::Subject)
        && let Some((slot, t)) = modifier_before(view, tokens.start)
    {
        // "India-Pakistan clashes": two sides, though their names are names of places too.
        let others = hyphened(view, t);
        let slot = if others.is_empty() { slot } else { Slot::Subject };
        slots.fillers.retain(|f| others.is_empty() || f.token != t);
        slots.add(slot, t, "words before the noun");
        others.into_iter().for_each(|other| slots.add(slot, other, "words before the noun"));
    }
    if !filled(view, slots, Slot::Subject)
        && let Some(t) = light_subject(view, tokens.start).or_else(|| light_agent(view, tokens.end))
    {
        slots.add(Slot::Subject, t, "subject of the noun's verb");
    }
    // "Shelling targets civilians", where a headline's verb is taken for a noun.
    if view.inside(tokens.start, tokens.end)
        && among(view.norm(tokens.end), HEADLINE_HARM)
        && view.upos(tokens.end) != Upos::Verb
        && let Some(t) = phrase_after(view, tokens.end + 1)
    {
        slots.add(Slot::Object, t, "noun phrase after the verb");
    }
    // "raids carried out in the hills by the army".
    let mut end = tokens.end;
    if view.inside(tokens.start, end) && carries_out(view, end) && verb::past_form(view, end) {
        end += 1 + usize::from(view.inside(tokens.start, end + 1) && view.norm(end + 1) == "out");
    }
    phrases_after(view, end, slots, true);
}

/// Verbs of harm that a headline shows behind a noun, and that look like nouns.
pub(super) const HEADLINE_HARM: &str = "targets hits kills strikes rocks shakes";

/// Whether some mention stands in a slot, or a noun that the text does not tell more of: "the struggle, which has killed thousands", "those killed".
fn filled(view: &View<'_>, slots: &Slots, slot: Slot) -> bool {
    let known = |t: usize| view.mention_at(view.referent(t)).is_some();
    let plain = |t: usize| matches!(view.upos(t), Upos::Noun | Upos::Propn) && !view.is_container(t) || among(view.norm(t), "those others");
    slots.of(slot).any(|t| known(t) || plain(t))
}

/// "a raid conducted by the army": the by-phrase of a participle right behind the noun.
fn light_agent(view: &View<'_>, end: usize) -> Option<usize> {
    let participle = view.inside(end.checked_sub(1)?, end) && carries_out(view, end);
    let by = (end + 1..end + 3).find(|&t| view.inside(end, t) && view.norm(t) == "by");
    by.filter(|_| participle).and_then(|t| phrase_after(view, t + 1))
}

/// Whether a verb behind a noun says that it was done; not "a truce brokered by the envoy", who is no side of it.
fn carries_out(view: &View<'_>, verb: usize) -> bool {
    view.upos(verb) == Upos::Verb && is_light(view, verb) && !among(view.lemma(verb), BROKERS)
}

fn nominal(view: &View<'_>, t: usize) -> bool {
    matches!(view.upos(t), Upos::Noun | Upos::Propn | Upos::Pron) || view.mention_at(t).is_some()
}

fn inner(view: &View<'_>, t: usize) -> bool {
    nominal(view, t) || matches!(view.upos(t), Upos::Det | Upos::Adj | Upos::Num) || matches!(view.norm(t), "'s" | "’s" | "-")
}

/// The head of the noun phrase that stands before a verb as its subject.
fn subject_before(view: &View<'_>, verb: usize) -> Option<usize> {
    let start = view.sentence(verb).start;
    if let Some(told) = told_to(view, verb, start) {
        return Some(told);
    }
    let mut t = verb;
    let mut verbs = 0;
    while t > start && verb - t < REACH {
        t -= 1;
        if matches!(view.norm(t), ":" | ";" | "\"" | "“" | "”" | "(" | ")") {
            return None;
        }
        if view.upos(t) == Upos::Verb {
            verbs += 1;
            if verbs > 1 {
                return None;
            }
        }
        if !nominal(view, t) || view.is_time(t) || matches!(view.norm(t), "which" | "who" | "that") {
            continue;
        }
        let head = t;
        while t > start && inner(view, t - 1) && !view.is_time(t - 1) {
            t -= 1;
        }
        let before = (t > start).then(|| t - 1);
        let governed = before.is_some_and(|b| (matches!(view.upos(b), Upos::Adp | Upos::Verb) || view.norm(b) == "to") && !counts(view, b));
        if !governed {
            return Some(head);
        }
    }
    None
}

/// Whether a preposition belongs to a number: "more than 300", "at least 12", "up to 40".
fn counts(view: &View<'_>, preposition: usize) -> bool {
    let (before, after) = (preposition.checked_sub(1).map_or("", |b| view.norm(b)), preposition + 1);
    match view.norm(preposition) {
        "than" => among(before, "more less fewer"),
        "at" => among(view.norm(after), "least most"),
        "to" => before == "up",
        "about" | "around" | "over" | "nearly" => view.upos(after) == Upos::Num,
        _ => false,
    }
}

/// "urged the junta to halt attacks": of an infinitive right behind an object, the object.
fn told_to(view: &View<'_>, verb: usize, start: usize) -> Option<usize> {
    // "accused both sides of blocking aid".
    let gerund = view.norm(verb).ends_with("ing") && verb > 0 && among(view.norm(verb - 1), "of with");
    let link = |v: usize| view.norm(v - 1) == "to" || gerund;
    let head = verb.checked_sub(2).filter(|&h| h > start && link(verb) && nominal(view, h) && !view.is_time(h))?;
    let first = (start..=head).rev().take_while(|&t| inner(view, t)).last()?;
    let asks =
        |v: usize| matches!(view.lemma(v), "urge" | "ask" | "order" | "tell" | "force" | "press" | "allow" | "call" | "want" | "warn" | "compel");
    let before = first.checked_sub(1).filter(|&v| v > start)?;
    let verb = if matches!(view.norm(before), "on" | "upon") { before - 1 } else { before };
    let held = gerund && among(view.lemma(verb), "accuse suspect charge convict");
    (held || !gerund && asks(verb)).then_some(head)
}

/// The head of the noun phrase that begins at a token, over "dozens of".
fn phrase_after(view: &View<'_>, start: usize) -> Option<usize> {
    let end = if start == 0 { return None } else { view.sentence(start - 1).end };
    let mut t = start;
    while t < end
        && (matches!(view.upos(t), Upos::Det | Upos::Adj | Upos::Num | Upos::Adv) && view.mention_at(t).is_none()
            || matches!(view.norm(t), "its" | "their" | "his" | "her" | "our" | "my") && view.relation(t) == Relation::NmodPoss
            || verb::is_going(view, t))
    {
        // "66 of 81 drones".
        if t + 2 < end && view.upos(t) == Upos::Num && view.norm(t + 1) == "of" && !view.is_time(t) {
            return phrase_after(view, t + 2);
        }
        t += 1;
    }
    if t >= end || !nominal(view, t) || view.is_time(t) {
        return None;
    }
    if let Some(m) = view.mention_at(t) {
        let mention = &view.context.mentions[m];
        let owner = mention.tokens.end + 1 < end && view.norm(mention.tokens.end) == "'s";
        return if owner { phrase_after(view, mention.tokens.end + 1).or(Some(mention.head)) } else { Some(mention.head) };
    }
    while t + 1 < end && (nominal(view, t + 1) && !view.is_time(t + 1) && same_phrase(view, t, t + 1)) {
        t += 1;
    }
    if t + 2 < end && view.is_container(t) && view.norm(t + 1) == "of" {
        return phrase_after(view, t + 2).or(Some(t));
    }
    Some(t)
}

fn same_phrase(view: &View<'_>, a: usize, b: usize) -> bool {
    view.mention_at(a) == view.mention_at(b) || view.mention_at(a).is_none() || view.mention_at(b).is_none() && view.upos(b) != Upos::Pron
}

/// Prepositional phrases that follow, up to the next verb or the end of the clause.
fn phrases_after(view: &View<'_>, start: usize, slots: &mut Slots, by_is_subject: bool) {
    if start == 0 {
        return;
    }
    let end = view.sentence(start - 1).end;
    let mut t = start;
    while t < end && t < start + 25 {
        if matches!(view.upos(t), Upos::Verb | Upos::Sconj) && !verb::is_going(view, t) && !verb::is_going(view, t + 1)
            || matches!(view.norm(t), ";" | ":" | "\"" | "”" | "which" | "who" | "whose" | "where" | "when" | "while" | "but")
        {
            return;
        }
        if let Some(slot) =
            Slot::preposition(view.norm(t)).filter(|_| view.upos(t) == Upos::Adp || view.norm(t) == "to" || verb::is_going(view, t + 1))
            && let Some(head) = phrase_after(view, t + 1)
        {
            let slot = if slot.word() == Some("by") && by_is_subject { Slot::Subject } else { slot };
            let travel = slot == Slot::Subject && verb::is_means_of_travel(view, head);
            if !travel && !slots.fillers.iter().any(|f| f.token == head || f.slot == slot) && !of_another(view, start, t, head) {
                slots.add(slot, head, "phrase that follows");
            }
            t = head.max(t);
        }
        t += 1;
    }
}

/// Whether a phrase belongs to a noun between the trigger and its preposition: "talks on the situation in the north".
fn of_another(view: &View<'_>, start: usize, preposition: usize, object: usize) -> bool {
    let governor = view.head(object).filter(|&g| g >= start && g < preposition);
    // "an ambush on a convoy of peacekeepers": of the convoy, which the text speaks of.
    let before = preposition - 1;
    if view.norm(preposition) == "of"
        && before > start
        && view.upos(before) == Upos::Noun
        && !view.is_time(before)
        && view.mention_at(before).is_some()
    {
        return true;
    }
    // "the killing of a journalist by soldiers", "an attack on a post by rebels": nobody makes a journalist or a post.
    let thing =
        |g: usize| view.case_is(g, "of on against at in near from") && !view.lexicon.senses_of(view.norm(g)).any(|(s, _)| s.class == Class::Noun);
    if view.norm(preposition) == "by" && governor.is_some_and(thing) && view.bits(object) & view.lexicon.masks.actor != 0 {
        return false;
    }
    // "the arrest of a sheikh" in "a protest at the arrest of a sheikh".
    // but not "control of the town" in "took control of the town".
    let part = |g: usize| view.norm(preposition) == "of" && (view.relation(g) == Relation::Obj || g < start + 2) && view.mention_at(g).is_none();
    // "a raid in the town of Azaz": the place of the raid.
    if view.norm(preposition) == "of" && governor.is_some_and(|g| view.is_container(g) && view.case_of(g).any(|w| matches!(w, "in" | "at" | "near")))
    {
        return true;
    }
    governor.is_some_and(|g| view.upos(g) == Upos::Noun && !view.is_time(g) && !view.is_container(g) && !part(g))
}

/// "Turkey-Russia-Iran summit": the names joined before a name.
fn hyphened(view: &View<'_>, token: usize) -> Vec<usize> {
    let mentions = view.context.mentions;
    let mut found = Vec::new();
    let mut at = view.mention_at(token);
    while let Some(m) = at {
        let before = mentions[m].tokens.start.checked_sub(2).filter(|&b| view.inside(token, b) && matches!(view.norm(b + 1), "-" | "–"));
        at = before.and_then(|b| view.mention_at(b)).filter(|&o| o + 1 == m && found.len() < 4);
        found.extend(at.map(|o| mentions[o].head));
    }
    found
}

/// "Russian air strikes", "the regime's heavy shelling".
fn modifier_before(view: &View<'_>, start: usize) -> Option<(Slot, usize)> {
    let first = view.sentence(start).start;
    let mut t = start;
    while t > first && t + 5 > start {
        t -= 1;
        if let Some(m) = view.mention_at(t) {
            let possessed = view.norm(t + 1) == "'s" || view.norm(t) == "'s";
            let at = view.context.mentions[m].head;
            return Some((if possessed { Slot::Possessor } else { Slot::Modifier }, at));
        }
        if !matches!(view.upos(t), Upos::Adj | Upos::Noun | Upos::Num) && view.norm(t) != "'s" && view.norm(t) != "-" {
            return None;
        }
    }
    None
}

/// The subject of a verb such as "launched" right before the noun phrase.
fn light_subject(view: &View<'_>, start: usize) -> Option<usize> {
    let first = view.sentence(start).start;
    let mut t = start;
    while t > first && t + 6 > start {
        t -= 1;
        // "by French-led strikes": part of an adjective.
        let compound = t > first && view.norm(t - 1) == "-";
        if view.upos(t) == Upos::Verb && !compound {
            return (is_light(view, t)
                && !only_speaks_of(view.lemma(t))
                && !(start..start + 4).any(|n| is_ended(view, t, n) || stops_others(view, t, n)))
            .then(|| subject_before(view, t))
            .flatten();
        }
        if !inner(view, t) && !matches!(view.norm(t), "out" | "up" | "off") {
            return None;
        }
    }
    None
}
