//! What a run's own words say of its type.

use super::run::{self, first_piece, last_piece};
use super::sheet::{Shape, Sheet};
use crate::analysis::EntityType;
use crate::gazetteer::Level;
use crate::lexicon::among;
use std::ops::Range;

/// Type of a run by its own words.
pub(super) fn by_words(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<EntityType> {
    if range.len() < 2 {
        return None;
    }
    let flight = |i: usize| sheet.norm(i) == "flight" && i + 1 < range.end && sheet.shape(i + 1) == Shape::Number;
    if range.clone().any(|i| sheet.norm(i) == "resolution" || flight(i)) {
        return Some(EntityType::Other);
    }
    // "MT Orla": a ship.
    if among(sheet.text(range.start), "MT MV SS FV") {
        return Some(EntityType::Other);
    }
    let of = range.clone().find(|&i| matches!(sheet.norm(i), "of" | "for"));
    let counted = |i: usize| sheet.shape(i) == Shape::Number || sheet.norm(i) == "no." || NUMBERS.contains(&sheet.norm(i));
    let last = (range.start..range.end).rev().find(|&i| !counted(i)).map_or(range.end, |i| i + 1);
    let main = of.unwrap_or(last);
    // "European Court", "Special Court for Orla": no court of one state.
    if sheet.norm(main - 1) == "court" && among(sheet.norm(range.start), "european inter-american international special african caribbean") {
        return Some(EntityType::Organization);
    }
    if of.is_none() && sheet.norm(last - 1) == "park" && among(sheet.norm(last.max(range.start + 2) - 2), "national game safari") {
        return Some(EntityType::Place);
    }
    // "Church of Orla", but not "Church of the Nativity".
    if of == Some(range.start + 1) && sheet.norm(range.start) == "church" && !among(sheet.norm(range.start + 2), "the st saint our all holy") {
        return Some(EntityType::Organization);
    }
    // "Global Campaign for Peace".
    if of.is_some_and(|of| of > range.start && sheet.norm(of - 1) == "campaign" && sheet.norm(of) == "for") {
        return Some(EntityType::Organization);
    }
    // "Second Battle of Fallujah".
    if let Some(of) = of.filter(|&of| of > range.start && sheet.lexicon.end(last_piece(sheet, of - 1)) == Some(EntityType::Operation)) {
        return sheet.lexicon.end(last_piece(sheet, of - 1));
    }
    // "Armed Forces", "Border Security Force".
    let force = |i: usize| matches!(sheet.norm(i), "forces" | "force") && FORCES.contains(&sheet.norm(i - 1));
    if of.is_none() && range.len() > 1 && force(range.end - 1) {
        return Some(EntityType::StateForce);
    }
    let first = sheet.lexicon.start(first_piece(sheet, range.start)).filter(|&t| of.is_some() || leads_alone(sheet, range.start, t));
    // "Operation Command Headquarters" is no operation.
    let office = sheet.norm(range.start) == "operation" && matches!(sheet.norm(range.start + 1), "command" | "center" | "centre" | "room");
    let first = first.filter(|_| !office);
    if first.is_some_and(|t| t != EntityType::Person) && (of.is_some() || main > range.start + 1) {
        // "Port Orla Airport", "St. Clare's School".
        let whole = |t| t == Some(EntityType::Place) || t == Some(EntityType::Government) && of.is_none();
        let site = sheet.lexicon.end(last_piece(sheet, last - 1)).filter(|&t| t == EntityType::Facility && whole(first));
        return site.or(first);
    }
    // "Russian 57th Motorized Rifle Brigade".
    let nation = super::phrase::is_of(sheet, range.start, &[super::lexicon::Sort::Demonym]);
    let numbered = sheet.shape(range.start + usize::from(nation)) == Shape::Number;
    if numbered && sheet.norm(last - 1) != "front" {
        return Some(EntityType::StateForce);
    }
    let named = |i: usize, words: &[&str]| words.contains(&sheet.norm(i));
    let unit = range.clone().any(|i| named(i, &MILITARY)) && !range.clone().any(|i| named(i, &CIVIL));
    let arm = range.clone().any(|i| named(i, &MILITARY[..10]));
    // "Army of the Rhine".
    if sheet.norm(range.start) == "army" && of == Some(range.start + 1) {
        let land = if sheet.norm(range.start + 2) == "the" { range.start + 3 } else { range.start + 2 };
        let side = land < range.end && run::is_direction(sheet, land);
        if land < range.end && run::places(sheet, land + usize::from(side)).is_some_and(|m| land + m.words <= range.end && !m.needs_support) {
            return Some(EntityType::StateForce);
        }
    }
    if (range.start + 1..range.end).any(|i| among(sheet.norm(i), "force group") && sheet.norm(i - 1) == "task")
        || arm && range.clone().any(|i| named(i, &["brigade", "battalion"]))
    {
        return Some(EntityType::StateForce);
    }
    // "Popular Army for Renewal".
    let against = range.clone().any(|i| named(i, &AGAINST));
    if against && sheet.lexicon.end(last_piece(sheet, main - 1)) == Some(EntityType::StateForce) {
        return Some(EntityType::ArmedGroup);
    }
    if unit && matches!(sheet.lexicon.end(last_piece(sheet, last - 1)), None | Some(EntityType::Organization)) {
        return Some(EntityType::StateForce);
    }
    let before = last.max(range.start + 2) - 2;
    // "Orla Medical Center".
    if among(sheet.norm(last - 1), "center centre complex facility")
        && among(sheet.norm(before), "medical health trade shopping detention community sports cancer trauma refugee convention correctional")
    {
        return Some(EntityType::Facility);
    }
    // "South Waziristan Agency", "British High Commission".
    if sheet.norm(last - 1) == "agency"
        && run::places(sheet, range.start).is_some_and(|m| m.level == Level::Exact && range.start + m.words == last - 1)
    {
        return Some(EntityType::Place);
    }
    if of.is_none() && sheet.norm(last - 1) == "commission" && sheet.norm(before) == "high" {
        return Some(EntityType::Government);
    }
    // "Orla Orthodox Church".
    if sheet.norm(last - 1) == "church" && among(sheet.norm(before), "orthodox catholic lutheran coptic episcopal methodist presbyterian evangelical")
    {
        return Some(EntityType::Organization);
    }
    // "Zintan Military Council", "Transitional Military Council".
    if of.is_none() && sheet.norm(last - 1) == "council" && sheet.norm(before) == "military" && before > range.start {
        let ruling = among(sheet.norm(range.start), "transitional supreme high ruling national central federal provisional");
        return Some(if ruling { EntityType::Government } else { EntityType::ArmedGroup });
    }
    // "Online News Network".
    if among(sheet.norm(last - 1), "network agency service services corporation channel group company")
        && among(sheet.norm(before), "news broadcasting radio television tv press media")
    {
        return Some(EntityType::Media);
    }
    // "Administrative Post", "Border Post".
    if sheet.norm(last - 1) == "post" && among(sheet.norm(before), "administrative border military police army") {
        return Some(if sheet.norm(before) == "administrative" { EntityType::Place } else { EntityType::Facility });
    }
    // "Public Security Agency", "Criminal Investigation Department".
    let guards =
        of.is_none() && range.clone().any(|i| among(sheet.norm(i), "security investigation investigations counter-terrorism counterterrorism"));
    if guards && among(sheet.norm(last - 1), "agency service services directorate department bureau") {
        return Some(EntityType::StateForce);
    }
    let police = range.clone().any(|i| sheet.norm(i) == "police");
    if police && matches!(sheet.lexicon.end(last_piece(sheet, last - 1)), Some(EntityType::Place | EntityType::Government)) {
        return Some(EntityType::StateForce);
    }
    let end = |stop: usize| (stop > range.start).then(|| sheet.lexicon.end(last_piece(sheet, stop - 1))).flatten();
    end(main).or(first).or_else(|| end(last))
}

/// Words that make an army one that fights a state.
const AGAINST: [&str; 11] =
    ["guerrilla", "rebel", "insurgent", "liberation", "resistance", "revolutionary", "popular", "salvation", "freedom", "independence", "patriotic"];

/// Words that make "forces" those of a state.
const FORCES: [&str; 9] = ["armed", "defence", "defense", "security", "special", "air", "ground", "naval", "border"];

/// Words of units, whatever word their names end in: "Army Group North", "Third Tank Group".
pub(super) const MILITARY: [&str; 18] = [
    "panzer",
    "regimental",
    "combat",
    "infantry",
    "armoured",
    "armored",
    "airborne",
    "artillery",
    "cavalry",
    "mechanized",
    "motorized",
    "tank",
    "army",
    "naval",
    "battle",
    "police",
    "intelligence",
    "gendarmerie",
];

/// Words that make a civil body of it: "Army Medical Center".
const CIVIL: [&str; 15] = [
    "committee",
    "council",
    "commission",
    "union",
    "institute",
    "federation",
    "medical",
    "college",
    "school",
    "museum",
    "club",
    "bank",
    "association",
    "party",
    "foundation",
];

/// Numbers written out behind the word for a unit: "Unit Two", "Corps III".
const NUMBERS: [&str; 14] = ["one", "two", "three", "four", "five", "six", "seven", "i", "ii", "iii", "iv", "v", "vi", "vii"];

/// Whether a first word tells the type of a name without an "of" after it: "Operation Hawk", but not "War Council".
fn leads_alone(sheet: &Sheet<'_>, first: usize, entity_type: EntityType) -> bool {
    match entity_type {
        EntityType::Operation => matches!(sheet.norm(first), "operation" | "exercise"),
        EntityType::ArmedGroup => !matches!(sheet.norm(first), "army" | "front" | "movement" | "brigade"),
        EntityType::Organization => !matches!(sheet.norm(first), "chamber" | "society" | "league" | "center" | "centre" | "office"),
        EntityType::Government => sheet.norm(first) != "court",
        _ => true,
    }
}

/// Type of a name that is one class word: "the Coalition", "Parliament".
pub(super) fn by_class_word(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<EntityType> {
    let start = range.start;
    if range.len() > 1 || sheet.shape(start) != Shape::Title {
        return None;
    }
    let group = || sheet.lexicon.start(first_piece(sheet, start)).filter(|&t| t == EntityType::ArmedGroup && leads_alone(sheet, start, t));
    sheet.lexicon.end(last_piece(sheet, start)).or_else(group)
}
