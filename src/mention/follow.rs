//! The words after a run: what they say of its type, and which of them belong to the name.

use super::lexicon::{Class, mark};
use super::run::{self, Run};
use super::sheet::{Shape, Sheet};
use crate::analysis::EntityType;
use crate::gazetteer::{Level, Match};
use crate::lexicon::among;
use crate::syntax::Upos;

pub(super) const SPEECH: [&str; 14] =
    ["said", "told", "says", "added", "tweeted", "explained", "noted", "wrote", "argued", "insisted", "stressed", "warned", "continued", "recalled"];

/// The words after a run.
pub(super) fn after(sheet: &Sheet<'_>, run: &mut Run) {
    let next = run.tokens.end;
    let end = sheet.sentence(run.tokens.start).end;
    if next >= end {
        return;
    }
    let word = sheet.norm(next);
    if SPEECH.contains(&word) {
        // What its own words say counts more: "the Veterans Association said".
        if run.votes.first().is_some_and(|v| v.0 != EntityType::Person && v.1 == 3.0) {
            return;
        }
        let body = run.tokens.len() > 1 && run.tokens.clone().all(|i| is_word(sheet, i));
        let person = if run.tokens.len() > 1 { 2.0 } else { 1.0 };
        run.votes.push(if body { (EntityType::Organization, 1.0) } else { (EntityType::Person, person) });
    } else if word == "," && next + 2 < end && tells_age(sheet, next + 1) {
        run.votes.push((EntityType::Person, 2.0));
    } else if word == ","
        && next + 1 < end
        && let Some(after) = place_follows(sheet, next + 1)
    {
        // "Mona Hale, West Africa director at the fund".
        let person = after < end && sheet.noun(after).is_some_and(|n| matches!(n.1.class, Class::Person));
        if run.votes.iter().all(|v| v.1 < 2.0) {
            run.votes.push((if person { EntityType::Person } else { EntityType::Place }, 1.5));
        }
    } else {
        follow(sheet, run);
    }
}

/// ", 22," and ", a 22-year-old".
fn tells_age(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.shape(at) == Shape::Number && sheet.norm(at + 1) == "," || matches!(sheet.norm(at), "a" | "an") && is_age(sheet, at + 1)
}

/// "22-year-old", in one token or more.
fn is_age(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.norm(at).ends_with("-year-old")
        || sheet.shape(at) == Shape::Number && sheet.norm_in(at, at + 1) == "-" && sheet.norm_in(at, at + 2) == "year"
}

/// Whether a capitalised word is a common word too: "Maritime", "Defence".
fn is_word(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.seen_small(i) || sheet.is(i, mark::COMMON) || sheet.is(i, mark::MODIFIER) || sheet.noun(i).is_some()
}

/// Where a known place ends that begins at a token, as in "Akhtarin, Syria".
fn place_follows(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let known = |m: &Match<'_>| !m.needs_support && m.level == Level::Exact;
    sheet.capital(at).then(|| run::places(sheet, at).filter(known)).flatten().map(|m| at + m.words)
}

/// Words that may stand between a place's name and the noun of a facility there.
const KINDS: [&str; 24] = [
    "military",
    "international",
    "border",
    "refugee",
    "air",
    "naval",
    "central",
    "national",
    "main",
    "general",
    "private",
    "public",
    "oil",
    "gas",
    "steel",
    "nuclear",
    "hydroelectric",
    "maternity",
    "cement",
    "chemical",
    "teaching",
    "secondary",
    "primary",
    "displacement",
];

/// The noun after a run: "province" belongs to the name, "town" tells its type.
fn follow(sheet: &Sheet<'_>, run: &mut Run) {
    let (start, end) = (run.tokens.start, run.tokens.end);
    let limit = sheet.sentence(start).end;
    let mut at = end;
    while at + 1 < limit
        && at < end + 2
        && KINDS.contains(&sheet.norm(at))
        && sheet.noun(at).is_none_or(|n| n.0 == at + 1)
        && sheet.noun(at + 1).is_some()
    {
        at += 1;
    }
    if sheet.norm(end) == "state"
        && sheet.upos(end) == Upos::Noun
        && (end + 1 >= limit || !matches!(sheet.upos(end + 1), Upos::Noun | Upos::Punct if sheet.norm(end + 1) != "," && sheet.norm(end + 1) != "."))
    {
        run.votes.push((EntityType::Place, 5.0));
        run.tokens.end = end + 1;
        return;
    }
    // "Tarvia's leadership".
    let known = run.spot.is_some() || run.votes.iter().any(|v| v.0 == EntityType::Place && v.1 >= 2.0);
    if known
        && matches!(sheet.norm(end), "'s" | "'")
        && end + 1 < limit
        && among(sheet.norm(end + 1), "leadership government authorities administration")
    {
        run.votes.push((EntityType::Government, 6.0));
        run.tokens.end = end + 2;
        return;
    }
    // "Rivas department", "Tarvik mine".
    let lone = sheet.upos(end) == Upos::Noun && end == at;
    if lone && sheet.norm(end) == "department" && run.spot.is_some() {
        run.votes.push((EntityType::Place, 5.0));
        run.tokens.end = end + 1;
        return;
    }
    if lone
        && sheet.norm(end) == "mine"
        && !sheet.is((end + 1).min(limit - 1), mark::ACTING)
        && start > sheet.sentence(start).start
        && sheet.norm(start - 1) == "the"
    {
        run.votes.push((EntityType::Facility, 5.0));
        run.tokens.end = end + 1;
        return;
    }
    let Some((stop, noun)) = sheet.noun(at) else { return };
    let hyphen = stop < limit && sheet.norm(stop) == "-" && !sheet.reading.tokens.tokens[stop].spaced;
    if sheet.capital(at) || matches!(sheet.upos(at), Upos::Verb | Upos::Aux) || hyphen {
        return;
    }
    let word = sheet.norm(stop - 1);
    let (entity_type, weight, joins) = match noun.class {
        Class::Area => (EntityType::Place, 3.5, true),
        Class::Site if SITES.contains(&word) || among(word, "post centre center") && among(sheet.norm(stop - 2), "border detention custody") => {
            (EntityType::Facility, 6.0, true)
        }
        Class::Town => (EntityType::Place, 3.0, false),
        Class::Fighter if word == "volunteers" => (EntityType::Population, 4.0, true),
        Class::Fighter if matches!(run.votes.first(), Some((EntityType::StateForce, 3.0))) => (EntityType::StateForce, 4.0, true),
        // "Bwa Kale vigilante movement".
        Class::Rebel if noun.singular && sheet.noun(stop).is_some_and(|n| n.1.class == Class::Group) => (EntityType::ArmedGroup, 4.0, false),
        Class::Rebel if word == "opposition" => (EntityType::Organization, 4.0, true),
        Class::Rebel | Class::Fighter => (EntityType::ArmedGroup, 4.0, !among(word, "group groups alliance cartel gang unit units")),
        Class::Weapon | Class::Force if run.votes.contains(&(EntityType::Weapon, 3.0)) => (EntityType::Weapon, 4.0, true),
        Class::Force
            if at == end
                && MACHINES.contains(&word)
                && run.votes.first().is_none_or(|v| !matches!(v.0, EntityType::StateForce | EntityType::Other)) =>
        {
            (EntityType::Weapon, 4.0, true)
        }
        // "Lashkar commanders": whom no list knows, commands fighters.
        Class::Force if at == end && word == "commanders" && run.spot.is_none() => (EntityType::ArmedGroup, 2.0, true),
        Class::Force if at == end && !noun.singular => (EntityType::StateForce, 4.0, true),
        Class::People if at == end && word == "members" && run.spot.is_none() && run.votes.iter().all(|v| v.1 < 2.0) => {
            (EntityType::ArmedGroup, -0.5, true)
        }
        Class::Official if at == end && among(word, "regime administration government authorities leadership") => (EntityType::Government, 4.0, true),
        Class::Media => (EntityType::Media, 3.0, at == end && word == "radio"),
        Class::People if at == end && word == "members" && run.votes.first().is_some_and(|v| v.1 >= 3.0) => (run.votes[0].0, 4.0, true),
        Class::People if at == end && DWELLERS.contains(&word) => (EntityType::Population, 4.0, true),
        // "Mahdist army".
        Class::Force if at == end && run.spot.is_none() && among(word, "army navy") => (EntityType::StateForce, 2.0, true),
        Class::Force if at == end && among(word, "battalion brigade column") => (EntityType::ArmedGroup, 2.0, word != "column"),
        Class::Force if at == end && matches!(word, "regiment" | "squadron") => (EntityType::StateForce, 2.0, true),
        Class::People if at == end && run.spot.is_none() && among(word, "tribe clan sub-clan people tribesmen tribes community") => {
            (EntityType::Population, 2.5, false)
        }
        Class::People if at == end && run.spot.is_none() && !noun.singular && word.ends_with('s') && run.tokens.len() == 1 => {
            (EntityType::Population, 1.2, false)
        }
        Class::Site if at == end && among(word, "hotel mall restaurant") => (EntityType::Facility, 3.0, false),
        Class::Site if at == end && !among(word, "home house compound farm office") && run.votes.iter().all(|v| v.1 < 1.5) => {
            (EntityType::Place, 1.0, false)
        }
        Class::Group => (noun.entity_type, 1.5, false),
        Class::Weapon => (EntityType::Weapon, 1.0, false),
        _ => return,
    };
    run.votes.push((entity_type, if joins { weight + 2.0 } else { weight }));
    if joins {
        run.tokens.end = stop;
    }
}

/// Machines whose word stays in a name after that of their make: "Patton tanks".
const MACHINES: [&str; 11] = ["tank", "tanks", "helicopter", "helicopters", "jet", "jets", "plane", "planes", "aircraft", "bomber", "bombers"];

/// People whose word stays in a name after that of their place.
const DWELLERS: [&str; 13] = [
    "residents",
    "villagers",
    "inhabitants",
    "refugees",
    "civilians",
    "schoolgirls",
    "protesters",
    "families",
    "farmers",
    "locals",
    "exiles",
    "evacuees",
    "tribesmen",
];

/// Facilities whose noun stays in the name: "Mezzeh airport".
pub(super) const SITES: [&str; 60] = [
    "airport",
    "airbase",
    "base",
    "airfield",
    "hospital",
    "university",
    "mosque",
    "church",
    "camp",
    "crossing",
    "prison",
    "jail",
    "bridge",
    "dam",
    "highway",
    "road",
    "refinery",
    "port",
    "station",
    "plant",
    "square",
    "palace",
    "barracks",
    "stadium",
    "temple",
    "cathedral",
    "school",
    "college",
    "street",
    "field",
    "oilfield",
    "academy",
    "citadel",
    "castle",
    "fort",
    "shrine",
    "trail",
    "theatre",
    "theater",
    "monastery",
    "museum",
    "cemetery",
    "pipeline",
    "reactor",
    "railway",
    "tunnel",
    "depot",
    "factory",
    "clinic",
    "orphanage",
    "terminal",
    "tower",
    "fortress",
    "expressway",
    "terminus",
    "motorway",
    "chapel",
    "armoury",
    "armory",
    "seminary",
];
