//! How much speaks for two tellings being of one event: kind, words, participants, place, time, the way it is referred to.

use super::compare::{compare, times, within};
use super::lexicon::Class;
use super::merge::{Draft, Telling};
use super::presumed::is_war;
use super::same_kind::{general, kinds, leaves_victims, led_to, means, prior, some_of_them, strikes, toll_of};
use super::view::View;
use super::{EventType, Role};
use crate::analysis::{Modality, TimePrecision};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What speaks against any two tellings being of one event.
const BASE: f64 = -0.6;

/// What speaks against something new with a day of its own being of an event without one.
const NEW_DAY: f64 = -1.2;

/// What speaks against "a second bomb exploded" or "also captured" telling again what was told.
const ANOTHER: f64 = -1.4;

/// What speaks against two things that did not happen, sentences apart, being one.
const UNREAL: f64 = -0.8;

/// What speaks against one noun in the singular and one in the plural being of one event.
const NUMBER: f64 = -2.8;

/// What speaks against two verbs telling one attack at two named places.
const ELSEWHERE: f64 = -3.4;

/// How much speaks for a telling being of an event.
pub(super) fn link(view: &View<'_>, draft: &Draft, telling: &Telling<'_, '_>) -> f64 {
    let Some(&last) = draft.heads.last() else { return f64::MIN };
    let head = telling.candidate.head;
    if telling.candidate.sense.kind == EventType::Casualties && leaves_victims(view, draft, false) {
        if view.sentences_apart(head, last) > 0 && (super::toll::of_many_attacks(view, head) || in_an_accident(view, head)) {
            return f64::MIN;
        }
        return toll_of(view, draft, last, telling) - 2.55;
    }
    if strikes(draft.frame.kind) && some_of_them(view, telling) && view.sentence_index(head).abs_diff(view.sentence_index(last)) <= 1 {
        return 3.0;
    }
    let mut score = kinds(view, draft, last, telling);
    if score == 0.0 {
        return f64::MIN;
    }
    // "opened fire a day after the attack": two events.
    let apart = view.sentences_apart(head, last);
    let measured = apart == 0 && (super::measured::measured_from(view, head).is_some() || super::measured::measured_from(view, last).is_some());
    // "levels of violence": of no one attack.
    let violence = |h: usize| view.lemma(h) == "violence";
    let in_general = violence(head) != draft.heads.iter().all(|&h| violence(h));
    if measured || in_general || apart == 0 && follows(view, last, head) || super::toll::differ(view, draft.frame.kind, last, head) {
        return f64::MIN;
    }
    // "nine were killed this year, and 16 were killed in 2010": two tolls.
    if draft.frame.kind == EventType::Casualties && times(draft.frame.time.as_ref(), telling.time.as_ref()) < -1.5 {
        return f64::MIN;
    }
    score += BASE + prior(draft.frame.kind);
    // "fired mortar shells": whatever the parser makes of it, words side by side tell one thing.
    let beside = draft.frame.triggers.last().is_some_and(|t| t.tokens.end == telling.candidate.tokens.start);
    if beside || embedded(view, last, head) || led_to(view, last, head) {
        score += 2.5;
    } else if joined(view, last, head) {
        score += 1.5;
    }
    let same = draft.heads.iter().filter(|&&h| view.lemma(h) == view.lemma(head)).count();
    if same > 0 {
        score += 1.4 + 0.2 * (same as f64 / draft.heads.len() as f64);
    }
    if is_war(view, head) && is_another_war(view, draft, head) {
        return f64::MIN;
    }
    // A text mostly tells of one war.
    if is_war(view, head) && draft.heads.iter().any(|&h| is_war(view, h)) && view.norm(head) == view.lemma(head) {
        score += 1.4;
    }
    // "invaded … the invasion".
    if same == 0 && draft.heads.iter().any(|&h| view.upos(h) != view.upos(head) && stem(view, h) == stem(view, head)) {
        score += 1.0;
    }
    score += means(view, draft, head);
    if brings_another(view, head) {
        score += ANOTHER;
    }
    // "Warplanes bombed a market. The air strike killed six": what the sentence before told, rather than a headline.
    let just_told = apart == 1 && view.upos(last) == Upos::Verb && strikes(draft.frame.kind) && telling.candidate.sense.class == Class::Noun;
    if just_told && definite(view, head) && general(view, head) {
        score += 0.8;
    }
    score += reference(view, telling) + number(view, draft.frame.kind, last, head);
    // Two states bomb twice; two guests are met twice.
    // What two say are two statements.
    let statement = matches!(draft.frame.kind, EventType::Demand | EventType::Threat | EventType::Rejection | EventType::Accusation);
    let differ = |role: Role| compare(view, &draft.frame.arguments, &telling.arguments, role, 1.0, -1.0) < 0.0;
    if statement && differ(Role::Agent) && differ(Role::Target) {
        return f64::MIN;
    }
    let doers = if strikes(draft.frame.kind) || statement { -1.65 } else { -0.9 };
    let met = if draft.frame.kind == EventType::Talks { -1.5 } else { -0.5 };
    for (role, same, other) in [(Role::Agent, 1.0, doers), (Role::Target, 1.4, met)] {
        score += compare(view, &draft.frame.arguments, &telling.arguments, role, same, other);
    }
    let taken = if draft.frame.kind == EventType::Capture { -2.4 } else { -1.6 };
    let place = compare(view, &draft.frame.arguments, &telling.arguments, Role::Place, 0.9, taken);
    // "Army units killed five in Attman … other units killed four in Harasta": what verbs tell of two places are two attacks.
    let two_attacks = place <= taken && strikes(draft.frame.kind) && telling.candidate.sense.class == Class::Verb;
    score += if two_attacks { ELSEWHERE } else { place };
    // "kidnapped in July … seized on July 3".
    if draft.frame.kind == EventType::Abduction && within(draft.frame.time.as_ref(), telling.time.as_ref()) {
        score += 0.6;
    }
    let lasts = same > 0 && draft.frame.kind == EventType::Clash && definite(view, head);
    score += times(draft.frame.time.as_ref(), telling.time.as_ref()) * if lasts { 0.4 } else { 1.0 };
    // "In December a missile struck the base", after one without a date.
    if telling.time.is_some() && draft.frame.time.is_none() && is_new(view, telling) && !view.in_headline(last) {
        score += NEW_DAY;
        // "In May a mortar attack killed ten": the news is of a day, not of a month.
        let coarse = telling.time.as_ref().is_some_and(|t| matches!(t.precision, TimePrecision::Month | TimePrecision::Year));
        if coarse && strikes(draft.frame.kind) {
            score += NEW_DAY;
        }
    }
    if telling.time != draft.frame.time && has_own_date(view, head) {
        score += NEW_DAY;
    }
    if draft.frame.kind == EventType::Capture && takes_another(view, last, head) {
        score -= 1.0;
    }
    // "Bandits have targeted schools": how things stand is not "the attack".
    let stock = draft.heads.len() == 1 && view.upos(last) == Upos::Verb && super::carry::takes_stock(view, last) && draft.frame.time.is_none();
    if stock && telling.candidate.sense.class == Class::Noun && !view.norm(head).ends_with('s') && strikes(draft.frame.kind) && apart > 0 {
        score -= 1.2;
    }
    // "the defeat would be the worst since it seized power in 2021": not the news that came before.
    let long_ago =
        matches!((telling.time.as_ref().and_then(|t| t.days.1), view.context.published), (Some(day), Some(now)) if (now - day).get_days() > 60);
    let lead = draft.heads.iter().all(|&h| view.first_of_body.is_none_or(|f| view.sentence_index(h) <= f + 1));
    if long_ago && lead && draft.frame.time.is_none() && !is_history(view) {
        score += NEW_DAY;
    }
    // What is feared here and planned there need not be one.
    let unreal = |m: Modality| matches!(m, Modality::Planned | Modality::Hypothetical);
    if unreal(draft.frame.modality) && unreal(telling.modality.0) && apart > 1 && !definite(view, head) {
        score += UNREAL;
    }
    if draft.frame.modality != telling.modality.0 {
        // "advanced … did not advance".
        let denied = telling.candidate.sense.class == Class::Verb && telling.modality.2 == "negation";
        score -= if denied { 3.0 } else { 1.1 };
    }
    // What the headline tells, the text begins with, whatever caption stands between.
    if view.in_headline(last) && !view.in_headline(head) && (apart <= 4 || view.begins_body(head)) {
        score += 1.3;
    }
    score
        + match apart {
            0 => -0.2,
            1 => 0.3,
            _ => -(apart as f64 * 0.1).min(1.0),
        }
}

/// "the Greek civil war … the Yemen war": whether wars are called after different lands, or one is a world war.
fn is_another_war(view: &View<'_>, draft: &Draft, head: usize) -> bool {
    let called = |war: usize| {
        let word = |c: &usize| {
            *c < war
                && (among(view.norm(*c), "world cold gulf")
                    || view.context.reading.tokens.text(*c).starts_with(char::is_uppercase) && !view.is_time(*c))
        };
        let before = view.dependents(war, &[Relation::Amod, Relation::Compound, Relation::NmodPoss]).find(word);
        before.map(|c| view.norm(c)).map(|norm| norm.get(..4).unwrap_or(norm))
    };
    let mut others = draft.heads.iter().filter(|&&h| is_war(view, h)).filter_map(|&h| called(h)).peekable();
    let Some(own) = called(head) else {
        // "a civil war", after the first world war.
        let new = view.children(head).any(|c| among(view.norm(c), "a an another civil"));
        return new && others.any(|other| other == "worl");
    };
    others.peek().is_some() && !others.any(|other| other == own)
}

/// "killed in a plane crash": no victims of an attack.
fn in_an_accident(view: &View<'_>, verb: usize) -> bool {
    const ACCIDENTS: &str = "crash accident collision derailment stampede earthquake flood storm avalanche landslide mudslide wildfire shipwreck";
    view.dependents(verb, &[Relation::Obl, Relation::OblAgent]).any(|t| view.case_is(t, "in by during") && among(view.lemma(t), ACCIDENTS))
}

/// "bombed the camps after the massacre of students", "struck the town since the ambush": what came first is not what the verb tells, unless that is only a toll.
fn follows(view: &View<'_>, verb: usize, noun: usize) -> bool {
    let hangs = view.upos(verb) == Upos::Verb && view.head(noun) == Some(verb) && view.relation(noun) == Relation::Obl;
    let toll = among(view.lemma(verb), "kill wound injure die perish hurt hospitalise hospitalize");
    hangs && !toll && noun > verb && view.case_is(noun, "after following since before")
}

/// Whether a text tells what is long past: no time in it is near its publication.
pub(super) fn is_history(view: &View<'_>) -> bool {
    let near = |t: &crate::time::TimeExpression| matches!((t.days.1, view.context.published), (Some(day), Some(now)) if (now - day).get_days() <= 60);
    !view.context.times.iter().take(40).any(near)
}

/// Whether a telling's noun brings up something new: "an attack".
fn is_new(view: &View<'_>, telling: &Telling<'_, '_>) -> bool {
    telling.candidate.sense.class == Class::Noun
        && !is_said_of_this(view, telling.candidate.head)
        && view.children(telling.candidate.head).any(|c| among(view.norm(c), "a an another other second separate similar third"))
}

/// "its February 2022 invasion": a noun that is told with its day.
fn has_own_date(view: &View<'_>, head: usize) -> bool {
    let own =
        |t: usize| view.head(t) == Some(head) && matches!(view.relation(t), Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Nmod);
    view.upos(head) == Upos::Noun && (head.saturating_sub(3)..head).any(|t| view.inside(head, t) && view.is_time(t) && own(t))
}

/// "took the village … took the town centre": two verbs with objects that are not called the same.
fn takes_another(view: &View<'_>, last: usize, head: usize) -> bool {
    let what = |verb: usize| (view.upos(verb) == Upos::Verb).then(|| view.dependents(verb, &[Relation::Obj, Relation::NsubjPass]).next()).flatten();
    let open = |t: usize| view.mention_at(t).is_none() && view.upos(t) == Upos::Noun;
    match (what(last), what(head)) {
        (Some(a), Some(b)) => !view.in_headline(last) && view.lemma(a) != view.lemma(b) && (open(a) || open(b)),
        _ => false,
    }
}

/// "attacks nationwide" are not "the attack".
fn number(view: &View<'_>, kind: EventType, last: usize, head: usize) -> f64 {
    // Clashes of one day are a clash; attacks are not one attack.
    let number = if strikes(kind) { NUMBER } else { NUMBER / 2.0 };
    let many = |h: usize| (view.upos(h) == Upos::Noun).then(|| view.norm(h).ends_with('s') && view.norm(h) != view.lemma(h));
    match (many(last), many(head)) {
        (Some(a), Some(b)) if a != b && view.lemma(last) == view.lemma(head) => number,
        _ => 0.0,
    }
}

/// "the attack" points back; "an attack", "two attacks", "another attack" is new.
fn reference(view: &View<'_>, telling: &Telling<'_, '_>) -> f64 {
    let head = telling.candidate.head;
    if telling.candidate.sense.class != Class::Noun {
        return 0.0;
    }
    let new = view.children(head).any(|c| {
        among(view.norm(c), "a an another other second new previous earlier separate several many some similar further past any third")
            || view.upos(c) == Upos::Num && view.relation(c) == Relation::Nummod
    });
    // Nouns take up what verbs tell; "the attack" more surely than "the advance".
    0.5 + if new && !is_said_of_this(view, head) || of_someone_new(view, head) {
        -0.7
    } else if definite(view, head) {
        if general(view, head) { 2.1 } else { 0.5 }
    } else {
        0.0
    }
}

/// "the murder of two nuns", "the bombing of a bus station": the article comes with the one whom it befell, who is new.
fn of_someone_new(view: &View<'_>, head: usize) -> bool {
    let new = |t: usize| {
        view.case_is(t, "of") && view.children(t).any(|c| among(view.norm(c), "a an another") || view.relation(c) == Relation::Nummod && c < t)
    };
    view.dependents(head, &[Relation::Nmod]).any(new)
}

/// "This was an indefensible attack".
fn is_said_of_this(view: &View<'_>, head: usize) -> bool {
    view.upos(head) == Upos::Noun && view.has_word(head, &[Relation::Nsubj], "this that it")
}

/// "this act of mass murder": the act.
pub(super) fn act_of(view: &View<'_>, head: usize) -> Option<usize> {
    view.head(head).filter(|&a| view.relation(head) == Relation::Nmod && view.lemma(a) == "act" && view.case_is(head, "of"))
}

pub(super) fn definite(view: &View<'_>, head: usize) -> bool {
    let head = act_of(view, head).unwrap_or(head);
    is_said_of_this(view, head)
        || view.children(head).any(|c| view.relation(c) == Relation::NmodPoss || among(view.norm(c), "the this that these those its their latest"))
}

/// The beginning of a word, which a verb shares with the noun made of it.
fn stem<'a>(view: &'a View<'_>, head: usize) -> &'a str {
    let lemma = view.lemma(head);
    lemma.get(..4).unwrap_or(lemma)
}

/// "a second bomb exploded", "also captured", "later met": a verb that goes on to another thing of its kind.
fn brings_another(view: &View<'_>, head: usize) -> bool {
    let further = |t: usize| view.children(t).any(|c| among(view.norm(c), "another second third fourth separate different"));
    view.upos(head) == Upos::Verb
        && (view.has_word(head, &[Relation::Advmod], "also later again separately subsequently elsewhere")
            || view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass]).any(further))
}

/// Whether one trigger is the object of the other, or what it led to: "repelled the attack", "struck the town, destroying a mill".
pub(super) fn embedded(view: &View<'_>, first: usize, second: usize) -> bool {
    let under = |a: usize, b: usize| {
        let part = matches!(view.relation(b), Relation::Obj | Relation::NsubjPass | Relation::Nsubj | Relation::Obl | Relation::Compound);
        let result = view.relation(b) == Relation::Advcl && b > a && view.norm(b).ends_with("ing") && view.norm(b - 1) == ",";
        view.head(b) == Some(a) && (part || result)
    };
    under(first, second) || under(second, first)
}

/// "homes were destroyed, looted or burned", "travel bans and asset freezes": words side by side that share what they hang on.
fn joined(view: &View<'_>, first: usize, second: usize) -> bool {
    let above = |t: usize| if view.relation(t) == Relation::Conj { view.head(t) } else { Some(t) };
    let own = view.has(second, &[Relation::Nsubj, Relation::NsubjPass, Relation::Obj, Relation::Obl]);
    view.relation(second) == Relation::Conj && above(first) == above(second) && second - first < 8 && !own
}
