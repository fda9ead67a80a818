//! Whether the name of a state means its government or its land.

use super::lexicon::{Class, Sort, mark};
use super::rows;
use super::sheet::{Shape, Sheet};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Verbs whose object is the land, not the government.
const OF_LAND: [&str; 32] = [
    "suffer",
    "see",
    "border",
    "fall",
    "lie",
    "experience",
    "descend",
    "slide",
    "plunge",
    "invade",
    "leave",
    "enter",
    "flee",
    "reach",
    "cross",
    "visit",
    "conquer",
    "occupy",
    "liberate",
    "partition",
    "quit",
    "tour",
    "engulf",
    "divide",
    "devastate",
    "ravage",
    "rock",
    "grip",
    "stabilize",
    "rebuild",
    "overrun",
    "unite",
];

/// Verbs whose object is a government, even if a capital city names it.
const PRESSED: [&str; 14] =
    ["blame", "accuse", "urge", "warn", "tell", "criticise", "criticize", "condemn", "ask", "press", "pressure", "support", "back", "anger"];

/// Verbs whose subject is the land.
const LAND_DOES: [&str; 9] = ["suffer", "see", "border", "fall", "lie", "experience", "descend", "slide", "plunge"];

/// Nouns that tell what a land is.
const LANDS: [&str; 8] = ["country", "place", "home", "state", "part", "nation", "land", "region"];

/// Words after which "to" leads to a government.
const TOWARDS: [&str; 22] = [
    "ally",
    "allied",
    "loyal",
    "hostile",
    "close",
    "speak",
    "threat",
    "supply",
    "sell",
    "message",
    "warning",
    "apologise",
    "apologize",
    "apology",
    "respond",
    "complain",
    "appeal",
    "offer",
    "lend",
    "sale",
    "belong",
    "attribute",
];

/// Words after which "with" leads to a government, even if a capital city names it.
const DEALINGS: [&str; 20] = [
    "talk",
    "agreement",
    "deal",
    "relation",
    "tie",
    "cooperation",
    "agree",
    "negotiation",
    "negotiate",
    "alliance",
    "truce",
    "ceasefire",
    "pact",
    "accord",
    "treaty",
    "sign",
    "dialogue",
    "dispute",
    "rift",
    "tension",
];

/// Prepositions after which a state acts or is dealt with.
const OF_DEALING: [&str; 7] = ["with", "against", "between", "by", "for", "alongside", "versus"];

/// Nouns whose "with" and "between" lead to land.
const OF_BORDER: [&str; 12] =
    ["border", "frontier", "road", "highway", "crossing", "strip", "line", "route", "corridor", "flight", "distance", "railway"];

/// Verbs whose passive subject is a government.
const PASSIVE: [&str; 20] = [
    "accuse",
    "ask",
    "urge",
    "expect",
    "force",
    "oblige",
    "blame",
    "say",
    "think",
    "report",
    "support",
    "back",
    "aid",
    "assist",
    "warn",
    "condemn",
    "criticise",
    "criticize",
    "suspect",
    "commit",
];

/// Nouns that states are called as powers that act.
const POWERS: [&str; 12] = ["ally", "backer", "sponsor", "supporter", "power", "patron", "other", "mediator", "member", "guarantor", "rival", "foe"];

/// Nouns in -tion and the like that are no deeds.
const NO_DEEDS: [&str; 22] = [
    "population",
    "constitution",
    "institution",
    "location",
    "situation",
    "nation",
    "region",
    "education",
    "opposition",
    "faction",
    "generation",
    "civilization",
    "transportation",
    "government",
    "parliament",
    "department",
    "environment",
    "establishment",
    "apartment",
    "regiment",
    "settlement",
    "station",
];

/// Whether a noun denotes a deed by its ending: "commitment", "invasion".
fn is_deed(lemma: &str) -> bool {
    ["tion", "sion", "ment"].iter().any(|e| lemma.ends_with(e)) && !NO_DEEDS.contains(&lemma)
}

/// Whether a common noun denotes a government or its forces: "the regime or [Russia]".
fn is_power(sheet: &Sheet<'_>, token: usize) -> bool {
    let official = |n: (usize, super::lexicon::Noun)| n.0 == token + 1 && matches!(n.1.class, Class::Official | Class::Force);
    matches!(sheet.relation(token), Relation::Nmod | Relation::Obl | Relation::OblAgent | Relation::Nsubj)
        && sheet.shape(token) == Shape::Lower
        && sheet.noun(token).is_some_and(official)
}

/// The token of a range that hangs on a word outside it.
pub(crate) fn head_of(sheet: &Sheet<'_>, range: Range<usize>) -> usize {
    let outside = |i: usize| sheet.head(i).is_none_or(|h| !range.contains(&h));
    range.clone().find(|&i| outside(i)).unwrap_or(range.end - 1)
}

/// Whether the state that a range names acts, or is acted upon as a state.
pub(crate) fn acts(sheet: &Sheet<'_>, range: Range<usize>, capital: bool) -> bool {
    if rows::is_within(sheet, range.start) {
        return false;
    }
    // "fuel from Senegal and [Chad]": as the first of the row.
    if let Some((before, true)) = rows::row_before(sheet, range.start)
        && before > sheet.sentence(before).start
        && among(sheet.norm(before - 1), "from in into to")
    {
        return acts(sheet, before..range.start - 1, false);
    }
    if rows::is_told_of_powers(sheet, range.start) {
        return true;
    }
    let mut token = head_of(sheet, range.clone());
    for _ in 0..4 {
        if sheet.relation(token) != Relation::Conj {
            break;
        }
        let Some(head) = sheet.head(token) else { break };
        token = head;
    }
    if token < range.start && is_power(sheet, token) {
        return true;
    }
    let first = sheet.sentence(token).start;
    let opens = sheet.sentence_index(token) == 0 || range.start == first || range.start == first + 1 && sheet.norm(first) == "the";
    if !capital && opens && heads_line(sheet, range.end - 1) {
        return true;
    }
    if capital && rows::pairs(sheet, &range) {
        return true;
    }
    if capital && sheet.style(range.start) != super::sheet::Style::Plain && speaks(sheet, range.end) {
        return true;
    }
    if !capital && leads_verb(sheet, &range) {
        return true;
    }
    let Some(governor) = sheet.head(token) else { return false };
    let lemma = sheet.reading.syntax.lemma(governor);
    match sheet.relation(token) {
        Relation::Nsubj if capital => sheet.lemma_is(governor, mark::STATE_ACT) && sheet.upos(governor) == Upos::Verb,
        Relation::Nsubj => {
            matches!(sheet.upos(governor), Upos::Verb | Upos::Aux) && !LAND_DOES.contains(&lemma)
                || matches!(sheet.upos(governor), Upos::Adj | Upos::Adp | Upos::Propn)
                || sheet.upos(governor) == Upos::Noun && !LANDS.contains(&lemma)
        }
        Relation::NsubjPass => PASSIVE.contains(&lemma),
        Relation::Appos => POWERS.contains(&lemma),
        Relation::OblAgent => true,
        Relation::NmodPoss => lemma_acts(sheet, governor) || !capital && is_deed(lemma),
        Relation::Obj | Relation::Iobj if capital => PRESSED.contains(&lemma),
        Relation::Obj | Relation::Iobj => !OF_LAND.contains(&lemma),
        Relation::Obl | Relation::Nmod => after_preposition(sheet, token, governor, lemma, capital),
        // "in Mali ambush" tells the place.
        Relation::Compound | Relation::Amod | Relation::NmodDesc => {
            let first = range.start;
            let at = first > sheet.sentence(first).start && matches!(sheet.norm(first - 1), "in" | "near" | "at");
            !capital && !at && lemma_acts(sheet, governor)
        }
        _ => false,
    }
}

/// Whether a state, or a row of states, stands after a date or mark and before its verb, or before one in "-ing":
/// "In 1998 [Angola] and [Zimbabwe] sent troops", "worried about [Libya] gaining ground".
fn leads_verb(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    const PREPOSITIONS: [&str; 6] = ["including", "according", "regarding", "following", "bordering", "during"];
    let sentence = sheet.sentence(range.start);
    let state = |i: usize| sheet.capital(i) && super::phrase::is_of(sheet, i, &[Sort::Country]);
    let links = |i: usize| matches!(sheet.norm(i), "and" | ",");
    let (mut first, mut end) = (range.start, range.end);
    for _ in 0..4 {
        let before = (sentence.start..first.saturating_sub(1)).rev().take_while(|&i| sheet.capital(i)).last();
        match before.filter(|&b| links(first - 1) && state(b)) {
            Some(before) => first = before,
            None => break,
        }
    }
    while end + 1 < sentence.end && links(end) && state(end + 1) {
        end = (end + 1..sentence.end).find(|&i| !sheet.capital(i)).unwrap_or(sentence.end);
    }
    if end >= sentence.end || first == sentence.start {
        return false;
    }
    let (verb, before) = (sheet.norm(end), sheet.norm(first - 1));
    if sheet.upos(end) == Upos::Verb && verb.ends_with("ing") {
        return !PREPOSITIONS.contains(&verb) && matches!(before, "about" | "of" | "to" | "with" | "on" | "see" | "saw" | "seen");
    }
    let past = verb.ends_with("ed") || matches!(verb, "sent" | "began" | "fought" | "withdrew" | "lost" | "won" | "took" | "gave" | "broke");
    sheet.timed(first - 1) && sheet.upos(end) == Upos::Verb && past
        || (first, end) != (range.start, range.end) && matches!(before, ":" | ";") && sheet.is(end, mark::STATE_ACT)
        // "In response, Angola and Zimbabwe sent troops".
        || (first, end) != (range.start, range.end) && before == "," && sheet.upos(end) == Upos::Verb && past
}

/// Whether a state stands before a verb in a headline, where grammar is often misread: "Ukraine rejects …".
fn heads_line(sheet: &Sheet<'_>, token: usize) -> bool {
    let next = token + 1;
    if next >= sheet.sentence(token).end {
        return false;
    }
    let verb = sheet.norm(next).strip_suffix("es").or(sheet.norm(next).strip_suffix('s'));
    let known = |stem: &str| sheet.lexicon.is(sheet.lexicon.word(stem), mark::STATE_ACT);
    let acts = verb.is_some_and(known) || sheet.norm(next).strip_suffix('s').is_some_and(known);
    acts && !sheet.is(next, mark::ACTING)
}

/// Whether a verb that only somebody can do stands in a headline: "Kigali Denies Role".
fn speaks(sheet: &Sheet<'_>, verb: usize) -> bool {
    const SAYS: &str = "says denies rejects warns accuses vows urges condemns claims confirms welcomes slams blames orders threatens demands agrees refuses seeks \
        recalls expels summons calls asks insists offers pledges mulls eyes backs";
    verb < sheet.sentence(verb - 1).end && among(sheet.norm(verb), SAYS)
}

fn lemma_acts(sheet: &Sheet<'_>, governor: usize) -> bool {
    sheet.lemma_is(governor, mark::ACTING) || sheet.is(governor, mark::ACTING)
}

fn after_preposition(sheet: &Sheet<'_>, token: usize, governor: usize, lemma: &str, capital: bool) -> bool {
    let Some(case) = sheet.reading.syntax.dependent(token, Relation::Case) else { return false };
    let preposition = sheet.norm(case);
    let before = if case > sheet.sentence(case).start { sheet.norm(case - 1) } else { "" };
    if OF_BORDER.contains(&lemma) || OF_BORDER.contains(&before) || matches!(lemma, "link" | "connect") {
        return false;
    }
    if capital && preposition == "with" {
        return DEALINGS.contains(&lemma);
    }
    match preposition {
        "by" | "with" | "between" => true,
        "to" => TOWARDS.contains(&lemma),
        "of" => {
            !capital
                && matches!(lemma, "government" | "support" | "backing" | "ally" | "help" | "part" | "role" | "involvement" | "policy" | "intention")
        }
        "including" | "like" | "as" => {
            matches!(lemma, "power" | "country" | "ally" | "backer" | "state" | "community" | "partner" | "nation" | "other" | "government")
        }
        "on" => matches!(lemma, "sanction" | "pressure" | "call" | "blame" | "embargo" | "impose" | "ban" | "declare"),
        "from" => matches!(
            lemma,
            "support"
                | "aid"
                | "backing"
                | "help"
                | "reaction"
                | "response"
                | "independence"
                | "pressure"
                | "guarantee"
                | "statement"
                | "warning"
                | "signal"
                | "criticism"
                | "protest"
                | "approval"
                | "permission"
                | "pronouncement"
                | "order"
                | "supply"
                | "weapon"
                | "money"
                | "funding"
                | "restraint"
                | "concession"
                | "seek"
                | "demand"
                | "request"
        ),
        "toward" | "towards" => sheet.upos(governor) == Upos::Noun,
        _ => !capital && OF_DEALING.contains(&preposition) && governor != token,
    }
}
