//! What the grammar around a capitalised name says of its type: its verb, what is told of it beside commas, the noun before it.

use super::lexicon::{Class, Noun};
use super::run::Run;
use super::sheet::{Shape, Sheet};
use super::state;
use crate::analysis::EntityType;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Verbs whose subject is somebody.
const HUMAN: [&str; 44] = [
    "hope", "believe", "think", "want", "know", "feel", "fear", "agree", "claim", "deny", "accuse", "urge", "call", "ask", "vow", "plan", "try",
    "meet", "visit", "travel", "flee", "arrive", "leave", "join", "win", "lose", "serve", "resign", "speak", "write", "declare", "order", "refuse",
    "announce", "promise", "die", "live", "lead", "work", "praise", "condemn", "reject", "blame", "add",
];

/// Verbs whose object is somebody.
const DONE_TO: [&str; 36] = [
    "kill",
    "arrest",
    "detain",
    "wound",
    "injure",
    "shoot",
    "assassinate",
    "murder",
    "kidnap",
    "abduct",
    "execute",
    "meet",
    "tell",
    "ask",
    "thank",
    "greet",
    "praise",
    "quote",
    "appoint",
    "elect",
    "name",
    "accuse",
    "charge",
    "convict",
    "sentence",
    "jail",
    "succeed",
    "replace",
    "behead",
    "torture",
    "identify",
    "extradite",
    "depose",
    "oust",
    "interview",
    "marry",
];

/// Nouns of what a person has.
const OF_PERSON: [&str; 34] = [
    "wife",
    "husband",
    "widow",
    "son",
    "sons",
    "daughter",
    "brother",
    "sister",
    "mother",
    "father",
    "family",
    "killer",
    "killing",
    "death",
    "murder",
    "assassination",
    "arrest",
    "lawyer",
    "lawyers",
    "office",
    "remarks",
    "comments",
    "visit",
    "speech",
    "deputy",
    "aide",
    "aides",
    "successor",
    "predecessor",
    "resignation",
    "body",
    "home",
    "house",
    "career",
];

/// Adds the votes of the grammar to a run.
pub(super) fn judge(sheet: &Sheet<'_>, run: &mut Run) {
    let (start, end) = (run.tokens.start, run.tokens.end);
    let head = state::head_of(sheet, start..end);
    let acronym = run.tokens.len() == 1 && sheet.shape(start) == Shape::Upper;
    if !acronym && let Some(weight) = by_verb(sheet, head) {
        run.votes.push((EntityType::Person, weight));
    }
    let full = run.tokens.len() > 1 && run.spot.is_none();
    run.votes.extend(taken(sheet, head).filter(|_| !(full && is_held(sheet, head))));
    if run.tokens.len() == 1 && is_camel(sheet.text(start)) {
        run.votes.push((EntityType::Organization, 1.5));
    }
    let sentence = sheet.sentence(start);
    let text = |i: usize| if i < sentence.end { sheet.norm(i) } else { "" };
    match (text(end), text(end + 1)) {
        (",", "who" | "whose") => run.votes.push((EntityType::Person, 2.0)),
        (",", "where") => run.votes.push((EntityType::Place, 2.5)),
        (",", "which") => run.votes.push((EntityType::Person, -1.0)),
        ("'s" | "'", thing) if OF_PERSON.contains(&thing) && !acronym => run.votes.push((EntityType::Person, 1.5)),
        _ => {}
    }
    let word = sheet.norm(end - 1);
    if ["ists", "ites", "iks", "crats", "aries", "istas", "adis"].iter().any(|e| word.ends_with(e)) && sheet.shape(end - 1) == Shape::Title {
        run.votes.push((EntityType::ArmedGroup, 1.0));
        run.votes.push((EntityType::Person, -0.9));
    }
    // "Darfurians fled".
    if run.tokens.len() == 1 && (word.ends_with("ians") || word.ends_with("eans")) {
        run.votes.push((EntityType::Population, 1.5));
        run.votes.push((EntityType::Person, -0.9));
    }
    let behind = sheet.reading.syntax.dependent(head, Relation::Appos).filter(|&a| a >= end);
    let told = behind.or_else(|| sheet.head(head).filter(|&g| sheet.relation(head) == Relation::Appos && g < start));
    if let Some((entity_type, weight)) = told.and_then(|noun| by_noun(sheet, noun)) {
        // Behind the name it outweighs a namesake on the map: "Al-Rai, a channel".
        run.votes.push((entity_type, weight + if behind.is_some() { 0.5 } else { 0.0 }));
    }
    if start > sentence.start
        && !sheet.capital(start - 1)
        && let Some((entity_type, weight)) = before(sheet, start)
    {
        run.votes.push((entity_type, weight));
    }
}

/// How much the verb of a name speaks for a person.
fn by_verb(sheet: &Sheet<'_>, head: usize) -> Option<f32> {
    let verb = sheet.head(head).filter(|&g| sheet.upos(g) == Upos::Verb)?;
    let lemma = sheet.reading.syntax.lemma(verb);
    match sheet.relation(head) {
        Relation::Nsubj if HUMAN.contains(&lemma) => Some(0.8),
        Relation::Nsubj => Some(0.3),
        Relation::Obj | Relation::NsubjPass if DONE_TO.contains(&lemma) => Some(0.9),
        _ => None,
    }
}

/// Whether a name is the subject of what is done to places and people alike: "Ovar Tamsin was captured".
fn is_held(sheet: &Sheet<'_>, head: usize) -> bool {
    let verb = sheet.head(head).filter(|_| sheet.relation(head) == Relation::NsubjPass);
    verb.is_some_and(|v| among(sheet.reading.syntax.lemma(v), "capture seize hold recapture take hit strike"))
}

/// What the verb of which a name is the object tells: places are taken, ships are sunk.
fn taken(sheet: &Sheet<'_>, head: usize) -> Option<(EntityType, f32)> {
    let verb = sheet.head(head).filter(|_| matches!(sheet.relation(head), Relation::Obj | Relation::NsubjPass))?;
    match sheet.reading.syntax.lemma(verb) {
        "retake" | "liberate" | "overrun" | "besiege" | "encircle" | "evacuate" => Some((EntityType::Place, 3.0)),
        "capture" | "seize" | "recapture" | "shell" | "bomb" | "bombard" | "enter" | "reach" | "hold" | "storm" | "occupy" | "cross" | "burn"
        | "raze" => Some((EntityType::Place, 1.2)),
        "attack" | "raid" | "strike" | "hit" | "pound" | "take" | "defend" | "fortify" | "abandon" | "lose" | "patrol" | "leave" => {
            Some((EntityType::Place, 0.9))
        }
        "sink" | "torpedo" | "scuttle" => Some((EntityType::StateForce, 2.0)),
        _ => None,
    }
}

/// "DeepState": a capital after a small letter; "McKay" and "DeVries" are people.
fn is_camel(word: &str) -> bool {
    let inner = word.char_indices().zip(word.chars().skip(1)).find(|((_, a), b)| a.is_lowercase() && b.is_uppercase());
    inner.is_some_and(|((at, _), _)| at > 2)
}

/// What a common noun in apposition tells: "Ndiaye, a former colonel", "the newspaper Vremya".
fn by_noun(sheet: &Sheet<'_>, noun: usize) -> Option<(EntityType, f32)> {
    if sheet.capital(noun) || sheet.upos(noun) != Upos::Noun {
        return None;
    }
    let found = (noun.saturating_sub(1)..=noun).filter_map(|i| sheet.noun(i)).find(|n| n.0 == noun + 1)?;
    of_armed(sheet, found.1, noun).or_else(|| class_tells(found.1, sheet.norm(noun), sheet.norm(noun.max(1) - 1)))
}

/// "Tarvik, a rebel coalition": a group of people who fight.
fn of_armed(sheet: &Sheet<'_>, noun: Noun, at: usize) -> Option<(EntityType, f32)> {
    const ARMED: &str = "rebel militant armed insurgent jihadist separatist guerrilla islamist paramilitary terrorist extremist militia secessionist";
    let first = sheet.sentence(at).start.max(at.saturating_sub(3));
    (noun.class == Class::Group && (first..at).any(|i| among(sheet.norm(i), ARMED))).then_some((EntityType::ArmedGroup, 3.0))
}

/// What a small noun right before a name tells: "the group Lashkar", "aboard the ferry Aurora".
fn before(sheet: &Sheet<'_>, start: usize) -> Option<(EntityType, f32)> {
    let last = start - 1;
    let noun = (last.saturating_sub(1)..=last).filter_map(|i| sheet.noun(i)).find(|n| n.0 == start)?.1;
    if sheet.upos(last) == Upos::Verb || !noun.singular && !matches!(noun.class, Class::Media | Class::Town) {
        return None;
    }
    of_armed(sheet, noun, last)
        .or_else(|| class_tells(noun, sheet.norm(last), sheet.norm(last.max(1) - 1)))
        .filter(|t| !matches!(t.0, EntityType::Person | EntityType::Population))
}

fn class_tells(noun: Noun, word: &str, kind: &str) -> Option<(EntityType, f32)> {
    let told = match noun.class {
        Class::Person => EntityType::Person,
        Class::People if noun.singular => EntityType::Person,
        Class::Town | Class::Area if word != "capital" => EntityType::Place,
        Class::Group if word == "group" => return None,
        Class::Site if among(word, "headquarters home base position house") => return None,
        Class::Group | Class::Media | Class::Site => noun.entity_type,
        Class::Rebel if noun.singular && among(word, "militia gang cartel faction group alliance") => EntityType::ArmedGroup,
        Class::Force if word == "ship" && among(kind, "cruise cargo container aid merchant passenger supply factory research") => {
            return Some((EntityType::Other, 3.0));
        }
        Class::Force if among(word, "ship warship submarine frigate destroyer cruiser battleship flagship corvette") => {
            return Some((EntityType::StateForce, 3.0));
        }
        Class::Thing if among(word, "vessel ferry tanker boat carrier freighter trawler ship dhow yacht liner") => {
            return Some((EntityType::Other, 3.0));
        }
        Class::Town => EntityType::Place,
        _ => return None,
    };
    Some((told, 2.0))
}
