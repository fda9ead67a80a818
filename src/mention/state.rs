//! Whether the name of a state means its government or its land.

use super::lexicon::mark;
use super::sheet::Sheet;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Verbs whose subject or object is the land, not the government.
const OF_LAND: [&str; 40] = [
    "suffer",
    "see",
    "border",
    "become",
    "remain",
    "fall",
    "lie",
    "face",
    "hold",
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
    "hit",
    "shake",
    "grip",
    "destabilize",
    "stabilize",
    "rebuild",
    "overrun",
    "annex",
    "transform",
];

/// Prepositions after which a state acts or is dealt with.
const OF_DEALING: [&str; 7] = ["with", "against", "between", "by", "for", "alongside", "versus"];

/// Nouns whose "with" and "between" lead to land.
const OF_BORDER: [&str; 8] = ["border", "frontier", "road", "highway", "crossing", "war", "line", "route"];

/// The token of a range that hangs on a word outside it.
pub(crate) fn head_of(sheet: &Sheet<'_>, range: Range<usize>) -> usize {
    let outside = |i: usize| sheet.head(i).is_none_or(|h| !range.contains(&h));
    range.clone().find(|&i| outside(i)).unwrap_or(range.end - 1)
}

/// Whether the state that a range names acts, or is acted upon as a state.
pub(crate) fn acts(sheet: &Sheet<'_>, range: Range<usize>, capital: bool) -> bool {
    let mut token = head_of(sheet, range);
    for _ in 0..4 {
        if sheet.relation(token) != Relation::Conj {
            break;
        }
        let Some(head) = sheet.head(token) else { break };
        token = head;
    }
    let Some(governor) = sheet.head(token) else { return false };
    let lemma = sheet.reading.syntax.lemma(governor);
    match sheet.relation(token) {
        Relation::Nsubj if capital => sheet.lemma_is(governor, mark::STATE_ACT) && sheet.upos(governor) == Upos::Verb,
        Relation::Nsubj => {
            matches!(sheet.upos(governor), Upos::Verb | Upos::Aux) && !OF_LAND.contains(&lemma)
                || sheet.upos(governor) == Upos::Adj
                || sheet.upos(governor) == Upos::Noun && lemma_acts(sheet, governor)
        }
        Relation::NsubjPass => matches!(lemma, "accuse" | "ask" | "urge" | "expect" | "force" | "oblige" | "blame" | "say" | "think" | "report"),
        Relation::OblAgent => true,
        Relation::NmodPoss => lemma_acts(sheet, governor),
        Relation::Obj | Relation::Iobj => !capital && !OF_LAND.contains(&lemma),
        Relation::Obl | Relation::Nmod => after_preposition(sheet, token, governor, lemma, capital),
        Relation::Compound | Relation::Amod | Relation::NmodDesc => !capital && lemma_acts(sheet, governor),
        _ => false,
    }
}

fn lemma_acts(sheet: &Sheet<'_>, governor: usize) -> bool {
    sheet.lemma_is(governor, mark::ACTING) || sheet.is(governor, mark::ACTING)
}

fn after_preposition(sheet: &Sheet<'_>, token: usize, governor: usize, lemma: &str, capital: bool) -> bool {
    let Some(case) = sheet.reading.syntax.dependent(token, Relation::Case) else { return false };
    let preposition = sheet.norm(case);
    if OF_BORDER.contains(&lemma) {
        return false;
    }
    match preposition {
        "by" | "with" | "between" => true,
        "to" => matches!(lemma, "ally" | "loyal" | "hostile" | "close" | "speak" | "threat" | "supply" | "sell" | "message" | "warning" | "allied"),
        "of" => !capital && matches!(lemma, "government" | "support" | "backing" | "ally" | "help" | "part"),
        "on" => matches!(lemma, "sanction" | "pressure" | "call" | "blame" | "embargo" | "impose" | "ban" | "declare"),
        "from" => matches!(lemma, "support" | "aid" | "backing" | "help" | "reaction" | "response" | "independence" | "pressure" | "guarantee"),
        _ => !capital && OF_DEALING.contains(&preposition) && governor != token,
    }
}
