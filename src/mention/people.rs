//! Whether the name of a people means its army, its government or its people: "the Iranians".

use super::sheet::Sheet;
use super::state::{acts, head_of};
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Verbs of what people do who are no government.
const PEOPLE_DO: [&str; 26] = [
    "flee",
    "die",
    "live",
    "vote",
    "suffer",
    "protest",
    "celebrate",
    "rise",
    "starve",
    "mourn",
    "need",
    "feel",
    "gather",
    "march",
    "pray",
    "eat",
    "work",
    "speak",
    "leave",
    "return",
    "go",
    "hide",
    "shelter",
    "welcome",
    "cheer",
    "demonstrate",
];

/// Whether the verb of "the Iranians" tells what people do and undergo.
pub(crate) fn people_do(sheet: &Sheet<'_>, range: Range<usize>) -> bool {
    let token = head_of(sheet, range);
    sheet.head(token).is_some_and(|g| PEOPLE_DO.contains(&sheet.reading.syntax.lemma(g)))
}

/// Whether "the Iranians" stands for what their state does.
pub(crate) fn people_act(sheet: &Sheet<'_>, range: Range<usize>) -> bool {
    !people_do(sheet, range.clone()) && acts(sheet, range, false)
}

/// Verbs of what a government does and an army does not.
const SPEAKING: [&str; 30] = [
    "say",
    "claim",
    "deny",
    "want",
    "hope",
    "agree",
    "announce",
    "propose",
    "demand",
    "accuse",
    "maintain",
    "believe",
    "think",
    "fear",
    "refuse",
    "insist",
    "argue",
    "reject",
    "accept",
    "offer",
    "know",
    "be",
    "have",
    "sign",
    "negotiate",
    "recognise",
    "recognize",
    "support",
    "declare",
    "decide",
];

/// Whether "the Iranians" speak and decide as a government does, or are dealt with as one.
pub(crate) fn people_speak(sheet: &Sheet<'_>, range: Range<usize>) -> bool {
    let token = head_of(sheet, range);
    let speaks = sheet.head(token).is_some_and(|g| SPEAKING.contains(&sheet.reading.syntax.lemma(g)) || sheet.upos(g) != Upos::Verb);
    match sheet.relation(token) {
        Relation::Nsubj => speaks,
        Relation::Obl | Relation::Nmod => {
            !sheet.reading.syntax.dependent(token, Relation::Case).is_some_and(|c| matches!(sheet.norm(c), "against" | "alongside"))
        }
        Relation::Obj => sheet.head(token).is_some_and(|g| matches!(sheet.reading.syntax.lemma(g), "ask" | "accuse" | "blame" | "urge" | "thank")),
        _ => false,
    }
}

/// Whether the people of a range fight: "the Soviets occupied the cities".
pub(crate) fn fights(sheet: &Sheet<'_>, range: Range<usize>) -> bool {
    const FIGHTING: [&str; 36] = [
        "attack",
        "capture",
        "recapture",
        "retake",
        "seize",
        "occupy",
        "advance",
        "retreat",
        "defend",
        "surrender",
        "expel",
        "invade",
        "fight",
        "resist",
        "repulse",
        "repel",
        "bomb",
        "shell",
        "besiege",
        "encircle",
        "clear",
        "storm",
        "assault",
        "ambush",
        "defeat",
        "rout",
        "withdraw",
        "overrun",
        "drive",
        "push",
        "launch",
        "counterattack",
        "land",
        "deploy",
        "cross",
        "take",
    ];
    let token = head_of(sheet, range);
    let verb = matches!(sheet.relation(token), Relation::Nsubj | Relation::NsubjPass | Relation::OblAgent | Relation::Obj);
    const LOST_TO: [&str; 9] = ["fall", "surrender", "lose", "capture", "seize", "hand", "yield", "fight", "clash"];
    let lost = sheet.relation(token) == Relation::Obl && sheet.head(token).is_some_and(|g| LOST_TO.contains(&sheet.reading.syntax.lemma(g)));
    let lost =
        lost && sheet.reading.syntax.dependent(token, Relation::Case).is_some_and(|c| matches!(sheet.norm(c), "to" | "against" | "from" | "with"));
    lost || verb && sheet.head(token).is_some_and(|g| FIGHTING.contains(&sheet.reading.syntax.lemma(g)))
}
