//! What a run's own words and the words around it say of its type.

use super::bridge::is_suffix;
use super::grammar;
use super::lexicon::{Class, mark};
use super::run::{self, Run, first_piece, last_piece};
use super::sheet::{Shape, Sheet};
use super::state;
use crate::analysis::EntityType;
use crate::gazetteer::{Gazetteer, Level, Match, PlaceKind};
use crate::syntax::{Relation, Upos};
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
    let of = range.clone().find(|&i| matches!(sheet.norm(i), "of" | "for"));
    let counted = |i: usize| sheet.shape(i) == Shape::Number || NUMBERS.contains(&sheet.norm(i));
    let last = (range.start..range.end).rev().find(|&i| !counted(i)).map_or(range.end, |i| i + 1);
    let main = of.unwrap_or(last);
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
    if first.is_some_and(|t| t != EntityType::Person) && (of.is_some() || main > range.start + 1) {
        // "Port Orla Airport", "St. Clare's School".
        let site = sheet.lexicon.end(last_piece(sheet, last - 1)).filter(|&t| t == EntityType::Facility && first == Some(EntityType::Place));
        return site.or(first);
    }
    let numbered = sheet.shape(range.start) == Shape::Number;
    if numbered {
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
    if (range.start + 1..range.end).any(|i| sheet.norm(i) == "force" && sheet.norm(i - 1) == "task")
        || arm && range.clone().any(|i| named(i, &["brigade", "battalion"]))
    {
        return Some(EntityType::StateForce);
    }
    if unit && matches!(sheet.lexicon.end(last_piece(sheet, last - 1)), None | Some(EntityType::Organization)) {
        return Some(EntityType::StateForce);
    }
    let against = range.clone().any(|i| named(i, &["guerrilla", "rebel", "insurgent", "liberation", "resistance", "revolutionary"]));
    if against && sheet.lexicon.end(last_piece(sheet, main - 1)) == Some(EntityType::StateForce) {
        return Some(EntityType::ArmedGroup);
    }
    let end = |stop: usize| (stop > range.start).then(|| sheet.lexicon.end(last_piece(sheet, stop - 1))).flatten();
    end(main).or(first).or_else(|| end(last))
}

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
const CIVIL: [&str; 9] = ["medical", "college", "school", "museum", "club", "bank", "association", "party", "foundation"];

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
fn by_class_word(sheet: &Sheet<'_>, range: &Range<usize>) -> Option<EntityType> {
    let start = range.start;
    if range.len() > 1 || sheet.shape(start) != Shape::Title {
        return None;
    }
    sheet.lexicon.end(last_piece(sheet, start))
}

/// Gathers what speaks for each type; a noun that belongs to the name is added to it.
pub(super) fn judge(sheet: &Sheet<'_>, run: &mut Run, titled: bool, found: Option<Match<'_>>) {
    let start = run.tokens.start;
    if let Some(entity_type) = by_words(sheet, &run.tokens) {
        run.votes.push((entity_type, 3.0));
    }
    if let Some(entity_type) = by_class_word(sheet, &run.tokens) {
        let article = start > sheet.sentence(start).start && sheet.norm(start - 1) == "the";
        run.votes.push((entity_type, if article || entity_type == EntityType::Government { 1.6 } else { 0.7 }));
    }
    if titled {
        run.votes.push((EntityType::Person, 4.0));
    }
    if sheet.is(start, mark::FIRST) && run.tokens.len() > 1 {
        run.votes.push((EntityType::Person, 2.5));
    }
    let place = found.as_ref().is_some_and(|m| m.level == Level::Exact && !m.needs_support);
    // "Jenny Hill", "Umm Sayyaf", "Joe" are people, "Abu Ghraib" is a place.
    let second = run.tokens.len() == 2 && sheet.is(start + 1, mark::FIRST);
    match sheet.norm(start) {
        "umm" if second && !place => run.votes.push((EntityType::Person, 3.5)),
        "lashkar" if place => run.votes.push((EntityType::ArmedGroup, -2.0)),
        "abu" if place => run.votes.push((EntityType::Person, -2.0)),
        _ if sheet.is(start, mark::FIRST) && !place && !sheet.is(start, mark::COMMON) => {
            let site = run.votes.first().is_some_and(|v| matches!(v.0, EntityType::Place | EntityType::Facility));
            match run.tokens.len() {
                1 if found.is_none() => run.votes.push((EntityType::Person, 1.5)),
                1 if !follows_name(sheet, start) => run.votes.push((EntityType::Person, 1.2)),
                2 if site && !follows_article(sheet, start) => run.votes.push((EntityType::Person, 1.5)),
                _ => {}
            }
        }
        _ => {}
    }
    if run.tokens.len() == 3 && sheet.norm(start + 1) == "-" && found.is_none() && run::places(sheet, start).is_some_and(|m| m.level == Level::Exact)
    {
        run.votes.push((EntityType::Place, 2.0));
    }
    if let Some(found) = found {
        run.spot = Some(by_gazetteer(sheet.reading.gazetteer, &found));
    }
    let letters = sheet.text(start).chars().filter(|c| c.is_alphabetic()).count();
    if letters == 1 && run.tokens.len() == 1 && sheet.text(start).chars().any(|c| c.is_ascii_digit()) {
        run.votes.push((EntityType::Facility, 2.0));
    }
    // "F4U Corsairs".
    if run.tokens.len() > 1 && is_designation(sheet.text(start)) || is_numbered_machine(sheet, &run.tokens) {
        run.votes.push((EntityType::Weapon, 2.0));
    }
    let last = run.tokens.end - 1;
    if run.tokens.len() > 2 && is_suffix(sheet.norm(last)) && sheet.norm(last - 1) == "-" {
        run.votes.push((EntityType::Place, 2.5));
    }
    if run.tokens.len() == 1 && is_held_at(sheet, start) {
        run.votes.push((EntityType::Place, 1.2));
    }
    if run::is_direction(sheet, start) && (run.tokens.len() == 1 || run::places(sheet, start + 1).is_some_and(|m| start + m.words >= last)) {
        // "the North attacked": half of a divided land.
        let acts = run.tokens.len() == 1 && matches!(sheet.norm(start), "north" | "south") && state::acts(sheet, run.tokens.clone(), false);
        let subject = matches!(sheet.relation(start), Relation::Nsubj | Relation::OblAgent);
        run.votes.push((if acts && subject { EntityType::Government } else { EntityType::Place }, 3.0));
    }
    if sheet.shape(start) == Shape::Upper && run.tokens.len() == 1 && sheet.text(start).len() < 8 {
        run.votes.push((EntityType::Organization, 0.9));
    }
    before(sheet, run);
    after(sheet, run);
    grammar::judge(sheet, run);
}

/// "the Rambouillet talks": what stands before the noun of a deed that has a place.
fn is_held_at(sheet: &Sheet<'_>, token: usize) -> bool {
    const HELD: [&str; 13] =
        ["talk", "summit", "conference", "massacre", "siege", "ambush", "bombing", "raid", "battle", "attack", "airstrike", "killing", "residence"];
    sheet.relation(token) == Relation::Compound && sheet.head(token).is_some_and(|noun| HELD.contains(&sheet.reading.syntax.lemma(noun)))
}

/// Whether a name and a comma stand before a token: "Woodbridge, [Virginia]".
fn follows_name(sheet: &Sheet<'_>, start: usize) -> bool {
    start > sheet.sentence(start).start + 1 && sheet.norm(start - 1) == "," && sheet.capital(start - 2)
}

fn follows_article(sheet: &Sheet<'_>, start: usize) -> bool {
    start > sheet.sentence(start).start && matches!(sheet.norm(start - 1), "the" | "in" | "at" | "near" | "to")
}

/// "Tu-95", "Il-20M": in one token or three.
fn is_numbered_machine(sheet: &Sheet<'_>, tokens: &Range<usize>) -> bool {
    let word = sheet.text(tokens.start);
    let (maker, number) = match word.split_once('-') {
        Some(parts) => parts,
        None if tokens.len() > 2 && sheet.norm(tokens.start + 1) == "-" => (word, sheet.text(tokens.start + 2)),
        None => return false,
    };
    (2..4).contains(&maker.len()) && maker.bytes().all(|b| b.is_ascii_alphabetic()) && number.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word is the sign of a machine: capitals with a figure among them.
fn is_designation(word: &str) -> bool {
    let figure = word.bytes().any(|b| b.is_ascii_digit());
    figure && word.len() < 8 && word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.bytes().any(|b| b.is_ascii_lowercase())
}

/// A name of the gazetteer counts less if it is also a word or a person's name.
fn by_gazetteer(gazetteer: &Gazetteer, found: &Match<'_>) -> (EntityType, f32) {
    let site = found.places.iter().all(|&p| gazetteer.place(p).kind == PlaceKind::Facility);
    let weight = match (found.needs_support || found.regional, found.level) {
        (true, _) => 0.5,
        (false, Level::Exact) => 2.2,
        (false, Level::Article) => 1.8,
        (false, Level::Loose) => 1.0,
    };
    (if site { EntityType::Facility } else { EntityType::Place }, weight)
}

/// The words before a run.
fn before(sheet: &Sheet<'_>, run: &mut Run) {
    let start = run.tokens.start;
    let sentence = sheet.sentence(start);
    let back = |k: usize| if start >= sentence.start + k { sheet.norm(start - k) } else { "" };
    let article = back(1) == "the";
    if article {
        // "the Rastrojos", "the Nasa": a body rather than a person.
        let word = sheet.norm(run.tokens.end - 1);
        // "the Skripals" are a family if the text has a Skripal.
        let stem = word.strip_suffix('s').filter(|w| sheet.lexicon.word(w) == 0).and_then(|w| sheet.reading.tokens.vocabulary.get(w));
        let family = stem.is_some_and(|w| sheet.seen_capital_word(w.0 as usize)) && run.tokens.len() == 1;
        if family {
            run.votes.push((EntityType::Person, 2.0));
        }
        let many = !family && word.ends_with('s') && !word.ends_with("ss") && !word.contains('-') && sheet.shape(start) == Shape::Title;
        run.votes.push((if many { EntityType::ArmedGroup } else { EntityType::Organization }, 0.9));
        run.votes.push((EntityType::Person, -0.9));
    }
    let counted = start > sentence.start
        && (sheet.shape(start - 1) == Shape::Number && !sheet.timed(start - 1) && back(1).len() != 4
            || matches!(back(1), "many" | "several" | "other"));
    if counted && run.tokens.len() == 1 && sheet.norm(start).ends_with('s') {
        run.votes.push((EntityType::ArmedGroup, 1.5));
        run.votes.push((EntityType::Person, -0.9));
    }
    match if article { back(2) } else { back(1) } {
        "along" | "beyond" | "in" | "near" | "at" | "inside" | "outside" | "around" | "across" | "into" | "through" | "towards" | "toward"
        | "throughout" | "off" => {
            run.votes.push((EntityType::Place, 1.6));
        }
        "from" | "to" | "between" | "on" | "via" | "over" => run.votes.push((EntityType::Place, 0.8)),
        "of" if !article => of_noun(sheet, run, back(2)),
        "operation" => run.votes.push((EntityType::Operation, 4.0)),
        "dubbed" | "codenamed" | "code-named" | "named" | "called" if names_operation(sheet, start) => run.votes.push((EntityType::Operation, 4.0)),
        "under" if sheet.noun(start.saturating_sub(2)).is_some_and(|n| matches!(n.1.class, Class::Force | Class::Fighter | Class::Rebel)) => {
            run.votes.push((EntityType::Person, 2.5));
        }
        "by" if matches!(back(2), "led" | "commanded" | "headed") => run.votes.push((EntityType::Person, 1.5)),
        "," | "'s" if is_outer_place(sheet, run) => run.votes.push((EntityType::Place, 1.6)),
        word if !article && start > sentence.start && is_person_noun(sheet, start - 1, word) => run.votes.push((EntityType::Person, 2.5)),
        "highway" | "road" | "highways" | "motorway" if sheet.text(start).chars().any(|c| c.is_ascii_digit()) => {
            run.votes.push((EntityType::Facility, 4.0))
        }
        "that" | "told" | "by" => run.votes.push((EntityType::Person, 0.3)),
        _ if lists_places(sheet, run) => run.votes.push((EntityType::Place, 1.2)),
        _ => {}
    }
}

/// "an operation dubbed Thunder".
fn names_operation(sheet: &Sheet<'_>, start: usize) -> bool {
    let from = sheet.sentence(start).start.max(start.saturating_sub(6));
    (from..start).any(|i| matches!(sheet.norm(i), "operation" | "offensive" | "campaign" | "exercise" | "exercises" | "operations"))
}

/// "in Patikul, Sulu.": what holds the place before the comma.
fn is_outer_place(sheet: &Sheet<'_>, run: &Run) -> bool {
    let (start, end) = (run.tokens.start, run.tokens.end);
    let sentence = sheet.sentence(start);
    let closed = sheet.norm(start - 1) == "'s" || end >= sentence.end || matches!(sheet.norm(end), "," | "." | ")" | ";");
    let inner = (sentence.start..start - 1).rev().take_while(|&i| sheet.capital(i) || sheet.norm(i) == "-").last();
    let led = |i: usize| {
        (i > sentence.start + 1 || i > sentence.start && sheet.norm(start - 1) == "'s")
            && matches!(sheet.norm(i - 1), "in" | "at" | "near" | "from" | "around" | "outside")
    };
    let open = (run.spot.is_some() || !sheet.is(start, mark::FIRST)) && run.tokens.len() < 4 && run.votes.iter().all(|v| v.1 < 2.0);
    let told = end + 1 < sentence.end && sheet.norm(end) == "," && SPEECH.contains(&sheet.norm(end + 1));
    let known = |i: &usize| sheet.norm(start - 1) == "," || run::places(sheet, *i).is_some();
    // "Woodbridge, Virginia".
    let both = |i: usize| run.spot.is_some() && run::places(sheet, i).is_some_and(|m| m.level == Level::Exact && !m.needs_support);
    open && closed && !told && inner.filter(known).is_some_and(|i| led(i) || both(i))
}

/// "in Kenscoff and Carrefour": the first of the names stands behind a preposition of place.
fn lists_places(sheet: &Sheet<'_>, run: &Run) -> bool {
    let syntax = &sheet.reading.syntax;
    let mut token = state::head_of(sheet, run.tokens.clone());
    let start = run.tokens.start;
    let listed = start > sheet.sentence(start).start && matches!(sheet.norm(start - 1), "and" | "," | "or");
    if !listed || sheet.relation(token) != Relation::Conj || sheet.is(start, mark::FIRST) || run.votes.iter().any(|v| v.1 >= 2.0) {
        return false;
    }
    for _ in 0..6 {
        match sheet.head(token).filter(|_| sheet.relation(token) == Relation::Conj) {
            Some(head) => token = head,
            None => break,
        }
    }
    let at = syntax.dependent(token, Relation::Case).map_or("", |c| sheet.norm(c));
    // "the villages Arda and Tonka".
    let first = (sheet.sentence(start).start..=token).rev().take_while(|&i| sheet.capital(i)).last().unwrap_or(token);
    let villages = first > sheet.sentence(start).start && matches!(sheet.noun(first - 1), Some((_, n)) if n.class == Class::Town && !n.singular);
    if villages && sheet.capital(token) {
        return true;
    }
    sheet.capital(token) && matches!(at, "in" | "at" | "near" | "around" | "across" | "into" | "outside")
}

/// Whether a noun for one person stands before a name: "aid worker Lena", "resident Omar".
fn is_person_noun(sheet: &Sheet<'_>, at: usize, word: &str) -> bool {
    let one = |n: super::lexicon::Noun| matches!(n.class, Class::Person) || n.class == Class::People && n.singular;
    !sheet.capital(at) && sheet.upos(at) != Upos::Verb && !word.ends_with('s') && sheet.noun(at).is_some_and(|(e, n)| e == at + 1 && one(n))
}

/// "town of X", "north of X".
fn of_noun(sheet: &Sheet<'_>, run: &mut Run, noun: &str) {
    const SIDES: [&str; 12] =
        ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "center", "centre", "kilometers"];
    if SIDES.contains(&noun) {
        run.votes.push((EntityType::Place, 3.0));
    }
    let at = run.tokens.start.saturating_sub(2);
    match sheet.noun(at).map(|n| n.1.class) {
        Some(Class::Town | Class::Area) => run.votes.push((EntityType::Place, 3.0)),
        Some(Class::Site) => run.votes.push((EntityType::Place, 1.0)),
        Some(Class::People) => run.votes.push((EntityType::Place, 0.8)),
        _ => {}
    }
}

const SPEECH: [&str; 14] =
    ["said", "told", "says", "added", "tweeted", "explained", "noted", "wrote", "argued", "insisted", "stressed", "warned", "continued", "recalled"];

/// The words after a run.
fn after(sheet: &Sheet<'_>, run: &mut Run) {
    let next = run.tokens.end;
    let end = sheet.sentence(run.tokens.start).end;
    if next >= end {
        return;
    }
    let word = sheet.norm(next);
    if SPEECH.contains(&word) {
        let body = run.tokens.len() > 1 && run.tokens.clone().all(|i| is_word(sheet, i));
        let person = if run.tokens.len() > 1 { 2.0 } else { 1.0 };
        run.votes.push(if body { (EntityType::Organization, 1.0) } else { (EntityType::Person, person) });
    } else if word == "," && next + 2 < end && sheet.shape(next + 1) == Shape::Number && sheet.norm(next + 2) == "," {
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
const KINDS: [&str; 13] =
    ["military", "international", "border", "refugee", "air", "naval", "central", "national", "main", "general", "private", "public", "oil"];

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
    let Some((stop, noun)) = sheet.noun(at) else { return };
    let hyphen = stop < limit && sheet.norm(stop) == "-" && !sheet.reading.tokens.tokens[stop].spaced;
    if sheet.capital(at) || matches!(sheet.upos(at), Upos::Verb | Upos::Aux) || hyphen {
        return;
    }
    let word = sheet.norm(stop - 1);
    let (entity_type, weight, joins) = match noun.class {
        Class::Area => (EntityType::Place, 3.5, true),
        Class::Site if SITES.contains(&word) => (EntityType::Facility, 4.0, true),
        Class::Town => (EntityType::Place, 3.0, false),
        Class::Fighter if word == "volunteers" => (EntityType::Population, 4.0, true),
        Class::Fighter if matches!(run.votes.first(), Some((EntityType::StateForce, 3.0))) => (EntityType::StateForce, 4.0, true),
        // "Bwa Kale vigilante movement".
        Class::Rebel if noun.singular && sheet.noun(stop).is_some_and(|n| n.1.class == Class::Group) => (EntityType::ArmedGroup, 4.0, false),
        Class::Rebel | Class::Fighter => {
            (EntityType::ArmedGroup, 4.0, !matches!(word, "group" | "groups" | "alliance" | "cartel" | "gang" | "unit" | "units"))
        }
        Class::Weapon | Class::Force if run.votes.contains(&(EntityType::Weapon, 3.0)) => (EntityType::Weapon, 4.0, true),
        Class::Force if at == end && MACHINES.contains(&word) && run.votes.first().is_none_or(|v| v.0 != EntityType::StateForce) => {
            (EntityType::Weapon, 4.0, true)
        }
        Class::Force if at == end && !noun.singular => (EntityType::StateForce, 4.0, true),
        Class::People if at == end && word == "members" && run.spot.is_none() && run.votes.iter().all(|v| v.1 < 2.0) => {
            (EntityType::ArmedGroup, -0.5, true)
        }
        Class::Official if at == end && matches!(word, "regime" | "administration" | "government") => (EntityType::Government, 4.0, true),
        Class::Media => (EntityType::Media, 3.0, false),
        Class::People if at == end && word == "members" && run.votes.first().is_some_and(|v| v.1 >= 3.0) => (run.votes[0].0, 4.0, true),
        Class::People if at == end && DWELLERS.contains(&word) => (EntityType::Population, 4.0, true),
        Class::Force if at == end && matches!(word, "battalion" | "brigade" | "column") => (EntityType::ArmedGroup, 2.0, word != "column"),
        Class::Force if at == end && matches!(word, "regiment" | "squadron") => (EntityType::StateForce, 2.0, true),
        Class::People
            if at == end && run.spot.is_none() && matches!(word, "tribe" | "clan" | "sub-clan" | "people" | "tribesmen" | "tribes" | "community") =>
        {
            (EntityType::Population, 2.5, false)
        }
        Class::People if at == end && run.spot.is_none() && !noun.singular && word.ends_with('s') && run.tokens.len() == 1 => {
            (EntityType::Population, 1.2, false)
        }
        Class::Site if at == end && !matches!(word, "home" | "house" | "compound" | "farm" | "office") && run.votes.iter().all(|v| v.1 < 1.5) => {
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
pub(super) const SITES: [&str; 48] = [
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
    "market",
    "palace",
    "barracks",
    "checkpoint",
    "stadium",
    "temple",
    "cathedral",
    "school",
    "college",
    "hotel",
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
];
