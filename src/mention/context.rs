//! What the words around a run and the gazetteer say of its type.

use super::anchor::FAMILY;
use super::bridge::is_suffix;
use super::grammar;
use super::lexicon::{Class, mark};
use super::run::{self, Run};
use super::sheet::{Shape, Sheet};
use super::{alias, follow, state, words};
use crate::analysis::EntityType;
use crate::gazetteer::{Gazetteer, Level, Match, PlaceKind};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Gathers what speaks for each type; a noun that belongs to the name is added to it.
pub(super) fn judge(sheet: &Sheet<'_>, run: &mut Run, titled: bool, found: Option<Match<'_>>) {
    let start = run.tokens.start;
    if let Some(entity_type) = words::by_words(sheet, &run.tokens) {
        run.votes.push((entity_type, 3.0));
    }
    if let Some(entity_type) = words::by_class_word(sheet, &run.tokens) {
        let article = start > sheet.sentence(start).start && sheet.norm(start - 1) == "the";
        run.votes.push((entity_type, if article || entity_type == EntityType::Government { 1.6 } else { 0.7 }));
    }
    // "ADEN (AP)", "(MENAFN) At least five": who reports.
    if is_stamp(sheet, &run.tokens) {
        run.votes.push((EntityType::Media, 4.0));
    }
    let dateline = sheet.reading.document.dateline.filter(|_| start == sheet.sentence(start).start);
    if dateline.is_some_and(|d| d.contains(sheet.reading.tokens.tokens[start].span)) {
        run.votes.push((EntityType::Place, 2.0));
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
        "abu" | "sheikh" if place => run.votes.push((EntityType::Person, -2.0)),
        _ if sheet.is(start, mark::FIRST) && !place && !sheet.is(start, mark::COMMON) => {
            // "Jenny Hill", but not "Ofer Prison".
            let built = among(
                sheet.norm(run.tokens.end - 1),
                "prison hospital airport camp base mosque university school clinic airbase dam refinery port stadium crossing checkpoint barracks jail museum",
            );
            let site = run.votes.first().is_some_and(|v| v.0.is_spot()) && !built;
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
    if names_exercise(sheet, &run.tokens) {
        run.votes.push((EntityType::Operation, 3.0));
    }
    if works_as_body(sheet, &run.tokens) {
        run.votes.push((EntityType::Organization, 4.0));
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
    follow::after(sheet, run);
    grammar::judge(sheet, run);
}

/// Whether a name in brackets begins a report, alone or behind the place of it.
fn is_stamp(sheet: &Sheet<'_>, tokens: &Range<usize>) -> bool {
    let (start, end) = (tokens.start, tokens.end);
    let first = sheet.sentence(start).start;
    let bracketed = start > first && sheet.norm(start - 1) == "(" && sheet.norm_in(start, end) == ")";
    let place = || (first..start - 1).all(|i| sheet.shape(i) == Shape::Upper || sheet.norm(i) == ",");
    bracketed
        && tokens.len() < 4
        && (start == first + 1 && sheet.capital(end + 1 - usize::from(end + 1 >= sheet.len()))
            || place() && (end + 1 >= sheet.sentence(start).end || among(sheet.norm(end + 1), "- – — --")))
}

/// "Zapad-2021", "Sword-2024A": an exercise and its year, in one token or three.
fn names_exercise(sheet: &Sheet<'_>, tokens: &Range<usize>) -> bool {
    let last = sheet.text(tokens.end - 1);
    let joined = last.rsplit_once('-').map(|(_, year)| year);
    let year = joined.or_else(|| (tokens.len() > 2 && sheet.norm(tokens.end - 2) == "-").then_some(last));
    year.map(|y| y.trim_end_matches(|c: char| c.is_ascii_uppercase()))
        .is_some_and(|y| y.len() == 4 && y.starts_with("20") && y.bytes().all(|b| b.is_ascii_digit()))
}

/// "Orla University has condemned": a school that does or is dealt with, rather than a place where something is.
fn works_as_body(sheet: &Sheet<'_>, tokens: &Range<usize>) -> bool {
    if !tokens.clone().any(|i| among(sheet.norm(i), "university college academy")) {
        return false;
    }
    let head = state::head_of(sheet, tokens.clone());
    let does = sheet.head(head).is_some_and(|verb| sheet.upos(verb) == Upos::Verb);
    let case = || sheet.reading.syntax.dependent(head, Relation::Case).map_or("", |c| sheet.norm(c));
    match sheet.relation(head) {
        Relation::Nsubj => does,
        Relation::Obl | Relation::Nmod | Relation::OblAgent => among(case(), "with by for"),
        _ => false,
    }
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
    // "a commander known as \"Calarca\"", "separatists known as Ambazonia Boys", "an area called Raya".
    if let Some(words) = alias::brings(sheet.reading, sentence.start, start) {
        let noun = (sentence.start..words).rev().find(|&i| !alias::is_filler(sheet.norm(i)));
        let armed = |at: usize| {
            at > sentence.start && among(sheet.norm(at - 1), "armed rebel militant dissident jihadist insurgent resistance terrorist militia")
        };
        match noun.and_then(|at| Some((at, sheet.noun(at).filter(|_| !sheet.capital(at))?.1.class))) {
            Some((_, Class::Person)) => run.votes.push((EntityType::Person, 2.5)),
            Some((_, Class::Rebel | Class::Fighter)) => run.votes.push((EntityType::ArmedGroup, 2.5)),
            Some((_, Class::Town | Class::Area)) => run.votes.push((EntityType::Place, 3.0)),
            Some((_, Class::Site)) => run.votes.push((EntityType::Facility, 3.0)),
            Some((_, Class::Media)) => run.votes.push((EntityType::Media, 3.0)),
            Some((at, Class::Group)) if armed(at) => run.votes.push((EntityType::ArmedGroup, 3.0)),
            _ => {}
        }
    }
    // "rebels of the Union for Renewal".
    let (body, the) = (matches!(run.votes.first(), Some((EntityType::Organization | EntityType::StateForce, 3.0))), usize::from(article));
    if body
        && among(back(1 + the), "of from with")
        && among(back(2 + the), "rebels guerrillas insurgents militants gunmen militiamen jihadists separatists")
    {
        run.votes.push((EntityType::ArmedGroup, 4.5));
    }
    // "his wife, Amal, was hurt".
    if back(1) == "," && (among(back(2), FAMILY) || back(2) == "widow") {
        run.votes.push((EntityType::Person, 3.0));
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
        "to" if among(back(2), "loyal close allied") => run.votes.push((EntityType::Person, 2.0)),
        "to" | "from" if given(sheet, run, article) => run.votes.push((EntityType::Person, 0.9)),
        "from" | "to" | "between" | "on" | "via" | "over" => run.votes.push((EntityType::Place, 0.8)),
        "of" if !article => of_noun(sheet, run, back(2)),
        "operation" => run.votes.push((EntityType::Operation, 4.0)),
        "dubbed" | "codenamed" | "code-named" | "named" | "called" if names_operation(sheet, start) => run.votes.push((EntityType::Operation, 4.0)),
        "under" if sheet.noun(start.saturating_sub(2)).is_some_and(|n| matches!(n.1.class, Class::Force | Class::Fighter | Class::Rebel)) => {
            run.votes.push((EntityType::Person, 2.5));
        }
        "by" if matches!(back(2), "led" | "commanded" | "headed") => run.votes.push((EntityType::Person, 1.5)),
        "," | "'s" if is_outer_place(sheet, run) => run.votes.push((EntityType::Place, 1.6)),
        // "the daily Hespress".
        "daily" | "weekly" | "tabloid" if !article && run.tokens.len() < 4 => run.votes.push((EntityType::Media, 2.5)),
        // "the rights group Haalvsh", "the militant group Jund".
        "group" | "agency" | "watchdog" | "charity" | "organisation" | "organization" if !article => {
            // "the official news agency AIM".
            if back(1) == "agency" && among(back(2), "news official press") {
                run.votes.push((EntityType::Media, 3.0));
            }
            let civil = matches!(back(2), "rights" | "aid" | "monitoring" | "relief" | "humanitarian" | "advocacy" | "medical" | "un");
            let armed = matches!(back(2), "militant" | "rebel" | "jihadist" | "insurgent" | "terrorist" | "armed" | "separatist" | "extremist");
            if civil || armed {
                run.votes.push((if armed { EntityType::ArmedGroup } else { EntityType::Organization }, 3.0));
            }
        }
        word if !article && start > sentence.start && is_person_noun(sheet, start - 1, word) => run.votes.push((EntityType::Person, 2.5)),
        "highway" | "road" | "highways" | "motorway" if sheet.text(start).chars().any(|c| c.is_ascii_digit()) => {
            run.votes.push((EntityType::Facility, 4.0))
        }
        "said" | "says" if run.tokens.len() > 1 && sheet.norm_in(start, run.tokens.end) == "," => run.votes.push((EntityType::Person, 2.0)),
        "that" | "told" | "by" => run.votes.push((EntityType::Person, 0.3)),
        _ if lists_places(sheet, run) => run.votes.push((EntityType::Place, 1.2)),
        _ => {}
    }
}

/// Whether something is given or said to two words that no map has: "granted asylum to Ana Ruiz".
fn given(sheet: &Sheet<'_>, run: &Run, article: bool) -> bool {
    const GIVING: &str =
        "give grant hand say speak talk write offer present report swear respond appeal award belong tribute thank message letter receive hear";
    let head = state::head_of(sheet, run.tokens.clone());
    let lemma = sheet.head(head).map_or("", |h| sheet.reading.syntax.lemma(h));
    !article && run.tokens.len() == 2 && run.spot.is_none() && among(lemma, GIVING) && run.votes.iter().all(|v| v.1 < 1.0)
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
    let told = end + 1 < sentence.end && sheet.norm(end) == "," && follow::SPEECH.contains(&sheet.norm(end + 1));
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
    let led = matches!(at, "in" | "at" | "near" | "around" | "across" | "into" | "outside") || at == "between" && run::places(sheet, first).is_some();
    sheet.capital(token) && led
}

/// Whether a noun for one person stands before a name: "aid worker Lena", "resident Omar".
fn is_person_noun(sheet: &Sheet<'_>, at: usize, word: &str) -> bool {
    let one = |n: super::lexicon::Noun| matches!(n.class, Class::Person) || n.class == Class::People && n.singular;
    !sheet.capital(at)
        && matches!(sheet.upos(at), Upos::Noun | Upos::Propn)
        && !word.ends_with('s')
        && sheet.noun(at).is_some_and(|(e, n)| e == at + 1 && one(n))
}

/// "town of X", "north of X".
fn of_noun(sheet: &Sheet<'_>, run: &mut Run, noun: &str) {
    const SIDES: [&str; 12] =
        ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "center", "centre", "kilometers"];
    if among(noun, "home house villa wife widow murder assassination") && run.spot.is_none() {
        run.votes.push((EntityType::Person, 2.0));
        return;
    }
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
