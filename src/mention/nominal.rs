//! Common noun phrases that denote actors, victims, places and things: "the rebels", "a market".

use super::lexicon::{Class, Noun, mark};
use super::sheet::{Shape, Sheet, Style};
use super::{Mention, state};
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Most words before the noun.
const REACH: usize = 8;

/// Words of number and kind that stay out of a phrase.
const QUANTIFIERS: [&str; 20] = [
    "no", "both", "which", "what", "several", "many", "some", "all", "more", "numerous", "such", "few", "most", "various", "any", "each", "every",
    "fewer", "less", "half",
];

/// Adds the nominal mentions of tokens that are not taken, and takes them.
pub(super) fn find(sheet: &Sheet<'_>, taken: &mut [bool], mentions: &mut Vec<Mention>) {
    let mut i = 0;
    while i < sheet.len() {
        let Some((end, noun)) = chain(sheet, taken, i) else {
            i = office(sheet, taken, i, mentions).unwrap_or(i + 1);
            continue;
        };
        if let Some(mention) = read(sheet, taken, i, end, noun) {
            taken[mention.tokens.clone()].fill(true);
            mentions.push(mention);
        }
        i = end;
    }
}

/// "The Foreign Secretary": an office written with capitals, without a name after it.
fn office(sheet: &Sheet<'_>, taken: &mut [bool], i: usize, mentions: &mut Vec<Mention>) -> Option<usize> {
    if !sheet.capital(i) || taken[i] || sheet.style(i) != Style::Plain || i == sheet.sentence(i).start || sheet.norm(i - 1) != "the" || taken[i - 1] {
        return None;
    }
    let end = sheet.title(i)?;
    let sentence = sheet.sentence(i);
    if taken[i..end].contains(&true) || end < sentence.end && (taken[end] || sheet.capital(end)) {
        return None;
    }
    let noun = Noun { class: Class::Person, entity_type: EntityType::Person, singular: true };
    taken[i - 1..end].fill(true);
    mentions.push(mention(sheet, i - 1..end, noun, "office"));
    Some(end)
}

/// The nouns that begin at a token, one after another: the end and the last of them.
fn chain(sheet: &Sheet<'_>, taken: &[bool], start: usize) -> Option<(usize, Noun)> {
    let mut found: Option<(usize, Noun)> = None;
    let mut at = start;
    while at < sheet.sentence(start).end && !taken[at] {
        let Some((end, noun)) = sheet.noun(at).filter(|&(e, n)| is_noun(sheet, at, e, n)) else { break };
        // "took 40 passengers hostage".
        let state = found.is_some() && matches!(sheet.norm(at), "hostage" | "captive" | "prisoner");
        if state
            || taken[at..end].contains(&true)
            || found.is_some_and(|(_, f)| is_actor(f)) && deed_by_means(sheet, at)
            || found.is_some_and(|(_, f)| f.class == Class::People && noun.class == Class::People && sheet.upos(at) != Upos::Noun)
        {
            break;
        }
        found = Some((end, noun));
        at = end;
    }
    found
}

/// Whether the words of a common noun are one here, by the tag of the last.
fn is_noun(sheet: &Sheet<'_>, at: usize, end: usize, noun: Noun) -> bool {
    if sheet.capital(at) && sheet.style(at) == Style::Plain && !sheet.begins(at) {
        return false;
    }
    let last = end - 1;
    match sheet.upos(last) {
        Upos::Verb => {
            !noun.singular && matches!(noun.class, Class::Rebel | Class::People | Class::Force) && !super::phrase::is_verbal(sheet.norm(last))
        }
        Upos::Aux | Upos::Adv | Upos::Sconj | Upos::Adp => false,
        // "the Sudanese premier".
        Upos::Adj if noun.class == Class::Person && at > 0 && adjective_of_state(sheet, at - 1) => true,
        Upos::Adj => {
            matches!(sheet.norm(last), "military" | "rebel" | "insurgent" | "militant" | "guerrilla" | "jihadist")
                || at > 0 && sheet.norm(at - 1) == "the" && sheet.relation(last) != Relation::Amod
        }
        _ => true,
    }
}

fn read(sheet: &Sheet<'_>, taken: &[bool], start: usize, end: usize, noun: Noun) -> Option<Mention> {
    let sentence = sheet.sentence(start);
    let next = if end < sentence.end { sheet.norm(end) } else { "" };
    let word = sheet.norm(end - 1);
    let actor = is_actor(noun);
    if end < sentence.end && modifies(sheet, end) {
        // "terrorist attacks" are of a kind; "terrorist rocket attacks" are by terrorists.
        let of_a_kind = matches!(word, "terrorist" | "guerrilla");
        let deed = sheet.is(end, mark::ACTING) && !of_a_kind || deed_by_means(sheet, end);
        return (actor && deed).then(|| mention(sheet, first_word(sheet, start, end)..end, noun, "noun-modifier"));
    }
    if next == "-" {
        let held = end + 1 < sentence.end && matches!(sheet.norm(end + 1), "held" | "controlled" | "backed" | "led" | "run" | "occupied");
        return (actor && held && sheet.noun(end + 2).is_none() && end + 2 >= sentence.end)
            .then(|| mention(sheet, end - 1..end, noun, "noun-modifier"));
    }
    if matches!(word, "shells" | "bombs" | "arms" | "mines")
        && start > sentence.start
        && taken[start - 1]
        && end < sentence.end
        && (taken[end] || sheet.upos(end) == Upos::Det)
    {
        return None;
    }
    if matches!(noun.class, Class::Town | Class::Area) && next == "of" && (end + 1..(end + 3).min(sentence.end)).any(|i| taken[i]) {
        return None;
    }
    if noun.class == Class::Person && (next_name(taken, end, &sentence) || sheet.relation(end - 1) == Relation::NmodDesc) {
        return None;
    }
    if matches!(word, "dead" | "wounded" | "injured" | "local" | "public" | "radical") && (start == sentence.start || sheet.norm(start - 1) != "the")
    {
        return None;
    }
    let start = left(sheet, taken, start);
    // "the Viv Ansanm [gang]": the class word of the name before it.
    let beside = start > sentence.start && taken[start - 1] && sheet.capital(start - 1) && !sheet.capital(start) && noun.singular;
    if beside && sheet.upos(start) != Upos::Det && matches!(noun.class, Class::Town | Class::Area | Class::Group | Class::Rebel) {
        return None;
    }
    // "used greater force", but not "air force" and "a UN force".
    let plain = (start..end - 1).all(|i| matches!(sheet.norm(i), "even" | "more" | "greater" | "lethal" | "deadly" | "excessive" | "brute"));
    if word == "force" && plain && (start == sentence.start || !taken[start - 1] && sheet.norm(start - 1) != "-") {
        return None;
    }
    Some(mention(sheet, start..end, kind(sheet, start, end, noun), "noun"))
}

fn is_actor(noun: Noun) -> bool {
    matches!(noun.class, Class::Force | Class::Rebel | Class::Official | Class::Fighter)
}

fn next_name(taken: &[bool], end: usize, sentence: &Range<usize>) -> bool {
    end < sentence.end && taken[end]
}

/// Where a modifying noun begins: the last word of the chain that is a noun alone.
fn first_word(sheet: &Sheet<'_>, start: usize, end: usize) -> usize {
    (start..end).find(|&i| sheet.noun(i).is_some_and(|n| n.0 == end)).unwrap_or(end - 1)
}

/// Most words of means before the noun of a deed: "suicide car bomb attack".
const MEANS: usize = 4;

/// Whether means and then the noun of a deed begin at a token: "[rebel] rocket attack", but not "[rebel] rockets".
fn deed_by_means(sheet: &Sheet<'_>, start: usize) -> bool {
    let limit = sheet.sentence(start).end.min(start + MEANS);
    let mut at = start;
    while at < limit {
        match sheet.noun(at) {
            Some((end, noun)) if noun.class == Class::Weapon => at = end,
            _ => return at > start && sheet.is(at, mark::ACTING),
        }
    }
    false
}

/// Whether a noun only modifies the noun after it: "rebel [offensive]".
fn modifies(sheet: &Sheet<'_>, at: usize) -> bool {
    matches!(sheet.upos(at), Upos::Noun | Upos::Propn)
        && !matches!(sheet.norm(at), "hostage" | "captive" | "prisoner")
        && sheet.shape(at) == Shape::Lower
        && matches!(sheet.relation(at - 1), Relation::Compound | Relation::Amod | Relation::NmodDesc)
        && sheet.head(at - 1).is_some_and(|h| h >= at)
        && !sheet.timed(at)
}

/// The first token of the phrase whose nouns begin at `start`.
fn left(sheet: &Sheet<'_>, taken: &[bool], start: usize) -> usize {
    let lowest = sheet.sentence(start).start.max(start.saturating_sub(REACH));
    let mut first = start;
    let mut at = start;
    while at > lowest && !taken[at - 1] {
        at -= 1;
        let norm = sheet.norm(at);
        match sheet.upos(at) {
            _ if QUANTIFIERS.contains(&norm) => break,
            Upos::Det | Upos::Pron if norm == "that" && is_plural(sheet, start) => break,
            Upos::Det => return at,
            Upos::Pron if matches!(norm, "its" | "their" | "his" | "her" | "our" | "my" | "your" | "these" | "those" | "this" | "that") => return at,
            Upos::Noun if sheet.is(at, mark::ACTING) && !sheet.is(at, mark::MODIFIER) => break,
            // "to clear insurgents", where a verb looks like an adjective.
            Upos::Adj if at > lowest && sheet.norm(at - 1) == "to" && matches!(norm, "clear" | "free" | "secure" | "arm" | "empty" | "open") => break,
            // "throughout history people have fled".
            Upos::Noun if at > lowest && among(sheet.norm(at - 1), "throughout during amid") && sheet.relation(start) == Relation::Nsubj => break,
            // "began training insurgents".
            Upos::Noun if norm.ends_with("ing") && !matches!(sheet.relation(at), Relation::Amod | Relation::Compound) => break,
            Upos::Adj | Upos::Noun if !sheet.timed(at) => first = at,
            // "government-held areas".
            Upos::Verb
                if at > lowest && sheet.norm(at - 1) == "-" && !sheet.reading.tokens.tokens[at - 1].spaced && (at < lowest + 2 || !taken[at - 2]) =>
            {
                first = at;
            }
            Upos::Propn if adjective_of_state(sheet, at) => first = at,
            Upos::Verb if sheet.relation(at) == Relation::Amod && at > lowest && opens(sheet, at - 1) => first = at,
            Upos::Adv
                if sheet.relation(at) == Relation::Advmod && sheet.head(at) == Some(at + 1) && first == at + 1 && sheet.upos(at + 1) == Upos::Adj =>
            {
                first = at
            }
            Upos::Punct if norm == "-" && at > lowest && !sheet.reading.tokens.tokens[at].spaced => {
                // "government-held": the word before the hyphen goes with it; a name stays out with its hyphen.
                let number = sheet.shape(at - 1) == Shape::Number;
                if taken[at - 1] || number && sheet.norm(first) != "year" {
                    return first_after(sheet, first, start);
                }
                if number {
                    at -= 1;
                }
                first = at;
            }
            _ if sheet.is(at, mark::MODIFIER) && sheet.shape(at) == Shape::Lower => first = at,
            _ => break,
        }
    }
    if sheet.norm(first) == "-" { first + 1 } else { first }
}

/// Whether a phrase can begin with this token or its like: "the [captured town]", not "[captured] territory".
fn opens(sheet: &Sheet<'_>, at: usize) -> bool {
    matches!(sheet.upos(at), Upos::Det | Upos::Adj | Upos::Num) || matches!(sheet.norm(at), "its" | "their" | "his" | "her" | "our")
}

fn is_plural(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.noun(at).is_some_and(|(end, noun)| {
        let last = sheet.norm(end - 1);
        !noun.singular && (last.ends_with('s') || last.ends_with("men") || among(last, "people police children"))
    })
}

/// The phrase after a hyphenated word whose first part is a name: "Turkey-backed [rebels]".
fn first_after(sheet: &Sheet<'_>, first: usize, start: usize) -> usize {
    let word = if sheet.norm(first) == "-" { first + 1 } else { first };
    (word + 1).min(start)
}

fn adjective_of_state(sheet: &Sheet<'_>, at: usize) -> bool {
    let names = &sheet.lexicon.names;
    sheet.capital(at)
        && sheet.longest(names, at, |_, _| true).is_some_and(|(_, node)| {
            names
                .leaves(node)
                .iter()
                .any(|l| matches!(sheet.lexicon.entries[l.entry as usize].sort, super::lexicon::Sort::Demonym | super::lexicon::Sort::Ethnic))
        })
}

/// What the phrase denotes, its modifiers read too.
fn kind(sheet: &Sheet<'_>, start: usize, end: usize, noun: Noun) -> Noun {
    let has = |words: &[&str]| (start..end).any(|i| words.contains(&sheet.norm(i)));
    let entity_type = match noun.class {
        Class::Group
            if has(&[
                "rights",
                "aid",
                "relief",
                "monitoring",
                "monitor",
                "humanitarian",
                "advocacy",
                "activist",
                "watchdog",
                "charity",
                "medical",
                "doctors",
                "health",
                "environmental",
                "press",
                "legal",
                "lawyers",
                "student",
                "women",
                "media",
            ]) =>
        {
            EntityType::Organization
        }
        Class::Group if has(&["ethnic", "indigenous", "religious"]) => EntityType::Population,
        Class::Fighter | Class::Force if has(&["coalition"]) => EntityType::Organization,
        Class::Fighter | Class::Force
            if has(&[
                "rebel",
                "rebels",
                "opposition",
                "resistance",
                "militant",
                "insurgent",
                "enemy",
                "guerrilla",
                "separatist",
                "jihadist",
                "islamist",
                "militia",
                "communist",
                "ethnic",
            ]) =>
        {
            EntityType::ArmedGroup
        }
        Class::Rebel if has(&["government", "state", "army", "regime"]) && has(&["forces", "troops"]) => EntityType::StateForce,
        Class::Fighter if has(&["government", "regime", "army", "state", "police", "loyal", "pro-government", "pro-regime"]) => {
            EntityType::StateForce
        }
        _ => noun.entity_type,
    };
    Noun { entity_type, ..noun }
}

fn mention(sheet: &Sheet<'_>, tokens: Range<usize>, noun: Noun, rule: &'static str) -> Mention {
    let head = state::head_of(sheet, tokens.clone());
    Mention { tokens, head, kind: MentionKind::Nominal, entity_type: noun.entity_type, key: String::new(), role: None, rule, score: 0.7 }
}
