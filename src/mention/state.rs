//! Whether the name of a state means its government or its land.

use super::dealing::{after_preposition, is_held};
use super::lexicon::{Class, Sort, mark};
use super::rows;
use super::sheet::{Shape, Sheet};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Verbs whose object is the land, not the government, beside [`LAND_DOES`].
const OF_LAND: &str = "invade leave enter flee reach cross visit conquer occupy \
    liberate partition quit tour engulf divide devastate ravage rock grip stabilize rebuild overrun unite annex rule govern build separate \
    declare destabilize destabilise carve found";

/// Verbs whose object is a government, even if a capital city names it.
const PRESSED: &str = "blame accuse urge warn tell criticise criticize condemn ask press pressure support back anger threaten order give embarrass \
    isolate punish invite notify inform remind reassure persuade convince compel thank praise arm fund help sanction infuriate alarm worry deprive \
    defy provoke confront appease lobby implore beg";

/// Verbs whose subject is the land.
const LAND_DOES: &str = "suffer see border fall lie experience descend slide plunge";

/// Verbs whose subject is a town rather than the government that sits in it, beside [`LAND_DOES`].
const TOWN_DOES: &str = "be become remain stand wake sleep shake tremble burn grow \
    swell empty fill come face await live look seem appear resemble endure erupt sit boast house hum bustle host celebrate change stay start \
    begin continue run feel need open";

/// What a government is said to be.
const MOODS: &str = "prepared ready willing unwilling keen reluctant lukewarm silent concerned worried angry furious determined adamant confident \
    responsible convinced aware sceptical skeptical wary cautious unhappy grateful open eager alarmed committed right wrong afraid";

/// What is done to a land, not to a government.
const SUFFERED: &str = "devastate divide ravage hit rock flood engulf grip plunge partition occupy invade overrun shake lock rip tear drag split carve \
    destroy cut gut rebuild ruin find locate situate call know rename base surround populate free liberate conquer govern rule run bomb";

/// Nouns that tell what a land is.
const LANDS: &str = "country place home state part nation land region producer exporter importer scene hub theatre theater battleground stronghold \
    republic democracy kingdom";

/// Verbs whose passive subject is a government.
const PASSIVE: &str = "accuse ask urge expect force oblige blame say think report support back aid assist warn condemn criticise criticize suspect \
    commit embarrass";

/// Nouns that states are called as powers that act.
const POWERS: &str = "ally backer sponsor supporter power patron other mediator member guarantor rival foe chair party state neighbour neighbor \
    partner supplier successor donor host enemy signatory";

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
    // "Minsk accuses Warsaw" is often misread as one name.
    let led = range.start > first
        && (sheet.upos(range.start - 1) == Upos::Adp && sheet.norm(range.start - 1) != "as" || sheet.norm(range.start - 1) == "the");
    let unclear = !matches!(sheet.relation(token), Relation::Nsubj | Relation::Obl | Relation::Nmod);
    if !led && unclear && heads_line(sheet, range.end - 1) {
        return true;
    }
    if range.start > first && presses(sheet.norm(range.start - 1)) {
        return true;
    }
    let Some(governor) = sheet.head(token) else { return false };
    let lemma = sheet.reading.syntax.lemma(governor);
    match sheet.relation(token) {
        Relation::Nsubj if capital => seat_acts(sheet, &range, governor),
        Relation::Nsubj => {
            matches!(sheet.upos(governor), Upos::Verb | Upos::Aux) && !among(lemma, LAND_DOES)
                || matches!(sheet.upos(governor), Upos::Adj | Upos::Adp | Upos::Propn)
                || sheet.upos(governor) == Upos::Noun && !among(lemma, LANDS)
        }
        Relation::NsubjPass if capital => among(lemma, PASSIVE),
        Relation::NsubjPass => !among(lemma, SUFFERED),
        Relation::Appos => among(lemma, POWERS),
        Relation::OblAgent => true,
        Relation::NmodPoss => lemma_acts(sheet, governor) || is_held(sheet, governor) || !capital && is_deed(lemma),
        Relation::Iobj if capital => true,
        Relation::Obj if capital => among(lemma, PRESSED),
        Relation::Obj | Relation::Iobj => !among(lemma, OF_LAND) && !among(lemma, LAND_DOES),
        Relation::Obl | Relation::Nmod => after_preposition(sheet, &range, token, governor, capital),
        // "in Mali ambush" tells the place.
        Relation::Compound | Relation::Amod | Relation::NmodDesc => {
            let first = range.start;
            let at = first > sheet.sentence(first).start && matches!(sheet.norm(first - 1), "in" | "near" | "at");
            !capital && !at && (lemma_acts(sheet, governor) || is_held(sheet, governor))
        }
        _ => false,
    }
}

/// Whether a seat of government is the subject of what only a government does, not a town.
fn seat_acts(sheet: &Sheet<'_>, range: &Range<usize>, governor: usize) -> bool {
    let lemma = sheet.reading.syntax.lemma(governor);
    match sheet.upos(governor) {
        Upos::Verb if sheet.lemma_is(governor, mark::STATE_ACT) => true,
        Upos::Verb => {
            let next = sheet.norm(range.end.min(governor));
            let beside = !matches!(sheet.shape(range.end.min(governor)), Shape::Mark)
                || next == "," && among(sheet.norm_in(range.start, range.end + 1), "which whose");
            governor >= range.end && beside && sheet.upos(range.end) != Upos::Adp && !among(lemma, TOWN_DOES) && !among(lemma, LAND_DOES)
        }
        Upos::Adj => among(lemma, MOODS),
        _ => false,
    }
}

/// Whether a verb that presses somebody stands right before a name: "accuses [Warsaw]".
fn presses(word: &str) -> bool {
    const PRESSES: &str = "accuses accused accusing warns warned warning urges urged urging blames blamed blaming tells told threatens threatened";
    among(word, PRESSES)
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
        first -= usize::from(first > sentence.start + 1 && sheet.norm(first - 1) == "the" && links(first - 2));
        let before = (sentence.start..first.saturating_sub(1)).rev().take_while(|&i| sheet.capital(i)).last();
        match before.filter(|&b| links(first - 1) && state(b)) {
            Some(before) => first = before,
            None => break,
        }
    }
    while end + 1 < sentence.end && links(end) {
        let next = end + 1 + usize::from(sheet.norm(end + 1) == "the");
        if next >= sentence.end || !state(next) {
            break;
        }
        end = (next..sentence.end).find(|&i| !sheet.capital(i)).unwrap_or(sentence.end);
    }
    if end >= sentence.end {
        return false;
    }
    let row = (first, end) != (range.start, range.end);
    // "Libya to give up arms", "Peru, Ecuador sign truce".
    if first == sentence.start {
        let headed = |i: usize| i < sentence.end && sheet.upos(i) == Upos::Verb && !sheet.norm(i).ends_with("ing");
        let titled = row || sheet.sentence_index(first) == 0;
        return titled && sheet.norm(end) == "to" && headed(end + 1) || row && (headed(end) || sheet.is(end, mark::STATE_ACT));
    }
    let (verb, before) = (sheet.norm(end), sheet.norm(first - 1));
    if sheet.upos(end) == Upos::Verb && verb.ends_with("ing") {
        return !PREPOSITIONS.contains(&verb) && matches!(before, "about" | "of" | "to" | "with" | "on" | "see" | "saw" | "seen");
    }
    let past = verb.ends_with("ed") || matches!(verb, "sent" | "began" | "fought" | "withdrew" | "lost" | "won" | "took" | "gave" | "broke");
    sheet.timed(first - 1) && sheet.upos(end) == Upos::Verb && past
        || row && matches!(before, ":" | ";") && (matches!(sheet.upos(end), Upos::Verb | Upos::Aux) || sheet.is(end, mark::STATE_ACT))
        // "as Chad and Sudan trade blame".
        || row && matches!(before, "as" | "after" | "before" | "since" | "while" | "that") && sheet.upos(end) == Upos::Verb
        // "In response, Angola and Zimbabwe sent troops".
        || row && before == "," && sheet.upos(end) == Upos::Verb && past
}

/// Whether a state stands before a verb in a headline, where grammar is often misread: "Ukraine rejects …".
fn heads_line(sheet: &Sheet<'_>, token: usize) -> bool {
    let next = token + 1;
    if next >= sheet.sentence(token).end {
        return false;
    }
    let verb = sheet.norm(next).strip_suffix("es").or(sheet.norm(next).strip_suffix('s'));
    let known = |stem: &str| sheet.lexicon.is(sheet.lexicon.word(stem), mark::STATE_ACT);
    let denies = sheet.norm(next) == "denies";
    let acts = denies || verb.is_some_and(known) || sheet.norm(next).strip_suffix('s').is_some_and(known);
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
