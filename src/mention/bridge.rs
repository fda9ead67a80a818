//! Small words and marks inside names: "Office for Land and Water", "Operation: Hawk", "Workers' Party".

use super::lexicon::{Sort, mark};
use super::phrase;
use super::run::{first_piece, is_article, is_ordinal, last_piece, leads_unit, next_is_capital, places};
use super::sheet::{Shape, Sheet};
use crate::analysis::EntityType;
use crate::gazetteer::Level;
use crate::lexicon::among;

/// The token after small words or marks that stand inside names.
pub(super) fn bridge(sheet: &Sheet<'_>, start: usize, i: usize, limit: usize) -> Option<usize> {
    let close = |t: usize| !sheet.reading.tokens.tokens[t].spaced;
    let capital = |t: usize| t < limit && sheet.capital(t) && !sheet.timed(t);
    let begins = sheet.lexicon.start(first_piece(sheet, start));
    let ends = sheet.lexicon.end(last_piece(sheet, i - 1));
    match sheet.norm(i) {
        // "Port-au-Prince".
        "-" if close(i) && i + 3 < limit && sheet.text(i + 1).len() < 4 && sheet.shape(i + 1) == Shape::Lower && sheet.norm(i + 2) == "-" => {
            (close(i + 1) && close(i + 2) && capital(i + 3)).then_some(i + 3)
        }
        // "Karbala-5", "Kunu-ri".
        "-" if close(i) && i + 1 < limit && (sheet.shape(i + 1) == Shape::Number || is_suffix(sheet.norm(i + 1))) => Some(i + 2),
        "-" if i + 1 < limit && ends_given_name(sheet, start, i + 1) => Some(i + 2),
        // "Goma/Rutshuru" are two, "SPLM/A" is one; "the Orla-Tarvik road" joins two places.
        "/" if i + 1 < limit && places(sheet, i + 1).is_some_and(|m| m.level == Level::Exact && !m.needs_support) => None,
        "-" | "–" if i + 1 < limit && is_route(sheet, i) => None,
        "-" | "–" | "'" | "/" if close(i) && i + 1 < limit && close(i + 1) => (capital(i + 1) || is_article(sheet.norm(i + 1))).then_some(i + 1),
        "-" | "–" if ends.is_some() && i + 1 < limit => (capital(i + 1) && sheet.norm(i + 1) == "operation").then_some(i + 1),
        // "J. Roe", "J. de Roe".
        "." if close(i) && sheet.text(i - 1).chars().count() == 1 => {
            (capital(i + 1) || i + 1 < limit && is_article(sheet.norm(i + 1)) && capital(i + 2)).then_some(i + 1)
        }
        "'s" | "'" if (is_of_many(sheet.norm(i - 1)) || among(sheet.norm(start), "st. st saint")) && capital(i + 1) => Some(i + 1),
        "'s" | "'" if i + 1 < limit && is_bureau(sheet.norm(i + 1)) && capital(i + 1) && sheet.title(i - 1).is_some_and(|t| t == i) => Some(i + 1),
        "&" if capital(i + 1) => Some(i + 1),
        "\"" | "“" | "”" | "''" | "``" => nickname(sheet, start, i, limit),
        "," if is_unit(sheet, start) && i + 2 < limit && is_unit(sheet, i + 1) && capital(i + 2) => Some(i + 2),
        "of" if i + 1 < limit
            && (begins.is_some() && !(sheet.norm(start).ends_with('s') && is_plain_noun(sheet, start, i))
                || ends.is_some() && !is_plain_noun(sheet, start, i)
                || has_scope(sheet, start, i)
                || i == start + 1 && leads_body(sheet, i + 1, limit)) =>
        {
            match sheet.norm(i + 1) {
                // "corps of the Russian-backed government".
                "the" if capital(i + 2) && i + 3 < limit && sheet.norm(i + 3) == "-" && is_adjective(sheet, i + 2) => None,
                "the" if capital(i + 2) => Some(i + 2),
                // "a brigade of Kenyan, Ugandan and Burundian troops".
                _ => (capital(i + 1) && (capital(i + 2) || !is_adjective(sheet, i + 1))).then_some(i + 1),
            }
        }
        "for" if ends.is_some() && !is_plain_noun(sheet, start, i) => {
            let the = usize::from(i + 1 < limit && sheet.norm(i + 1) == "the");
            capital(i + 1 + the).then_some(i + 1 + the)
        }
        // "Commission on Elections".
        "on" if among(sheet.norm(i - 1), "commission committee council conference convention") => capital(i + 1).then_some(i + 1),
        "and" | "&" if i - start > 1 && (begins == Some(EntityType::Government) || has_scope(sheet, start, i)) => {
            (capital(i + 1) && !phrase::is_of(sheet, i + 1, &[Sort::Country, Sort::Demonym, Sort::Plain])).then_some(i + 1)
        }
        "and" | "&" if capital(i + 1) && joins_fields(sheet, start, i, limit) => Some(i + 1),
        ":" if sheet.norm(start) == "operation" && i == start + 1 => capital(i + 1).then_some(i + 1),
        word if is_article(word) && next_is_capital(sheet, i) => Some(i + 1),
        "da" | "dos" | "do" | "di" | "du" | "del" | "der" | "den" | "la" | "le" | "ag" | "ould" | "arap" | "ben" | "wa" | "ole" | "y"
            if capital(i + 1) =>
        {
            Some(i + 1)
        }
        // "de la Rey".
        "de" | "van" | "von" if i + 1 < limit && (is_article(sheet.norm(i + 1)) || among(sheet.norm(i + 1), "las los")) && capital(i + 2) => {
            Some(i + 2)
        }
        _ if is_unit(sheet, i) && leads_unit(sheet, i + 1) => Some(i + 1),
        _ if sheet.shape(i) == Shape::Number && is_numbered(sheet, i - 1) && (i > start + 1 || sheet.norm(start) != "no.") => Some(i + 1),
        _ => None,
    }
}

/// Whether the word for a body and its "of" or "for" stand in a name: "[Office for Science] and Research".
fn has_scope(sheet: &Sheet<'_>, start: usize, end: usize) -> bool {
    let body = |i: usize| {
        let (first, last) = (sheet.lexicon.start(first_piece(sheet, i)), sheet.lexicon.end(last_piece(sheet, i)));
        // "Front for Unity and Dignity", but not "Army of Islam and …".
        let front = first == Some(EntityType::ArmedGroup) && sheet.norm(i + 1) == "for";
        front || [first, last].iter().any(|t| matches!(t, Some(EntityType::Organization | EntityType::Government)))
    };
    (start + 1..end).any(|i| matches!(sheet.norm(i), "of" | "for") && body(i - 1))
}

/// "Defence and Security Forces": two fields of one body.
fn joins_fields(sheet: &Sheet<'_>, start: usize, and: usize, limit: usize) -> bool {
    const FIELDS: &str = "defence defense security rescue ambulance search relief disaster humanitarian political economic peace truth \
        justice health labour labor trade arms freedom foreign drugs medical equality unity dignity emergency democracy \
        water food human safety development reconstruction youth women information refugee solidarity";
    let field = |i: usize| sheet.shape(i) == Shape::Title && among(sheet.norm(i), FIELDS);
    let last = (and + 1..limit.min(and + 5)).take_while(|&i| sheet.capital(i)).last();
    let body = |i: usize| i > and && sheet.lexicon.end(last_piece(sheet, i)).is_some_and(|t| t.is_body());
    let alone = and == start + 1 && sheet.begins(start) && sheet.seen_small(start);
    field(and - 1) && last.is_some_and(body) && !alone
}

/// Whether a word is only the adjective of a state.
fn is_adjective(sheet: &Sheet<'_>, i: usize) -> bool {
    phrase::is_of(sheet, i, &[Sort::Demonym]) && !phrase::is_of(sheet, i, &[Sort::Country, Sort::Nation])
}

/// Words for places that Korean and other names end in.
pub(super) fn is_suffix(word: &str) -> bool {
    among(word, "ri ni do dong gun myon myeon gu si")
}

/// Whether a dash joins two known places to a way between them: "the Orla-Tarvik road".
fn is_route(sheet: &Sheet<'_>, dash: usize) -> bool {
    let known = |i: usize, words: usize| places(sheet, i).is_some_and(|m| m.words == words && m.level == Level::Exact && !m.needs_support);
    let end = sheet.sentence(dash).end;
    dash + 2 < end && among(sheet.norm(dash + 2), "line axis highway route railway summit") && known(dash - 1, 1) && known(dash + 1, 1)
}

/// "Oh Min-[seo]": the small second syllable of a given name behind a surname, as names of East Asia are written.
pub(super) fn ends_given_name(sheet: &Sheet<'_>, start: usize, i: usize) -> bool {
    const WORDS: &str = "led run era hit held born made fed wide long old type like owned off up out to the and men day aid";
    let close = |t: usize| !sheet.reading.tokens.tokens[t].spaced;
    if i < start + 3 || sheet.norm(i - 1) != "-" || !close(i - 1) || !close(i) || sheet.shape(i) != Shape::Lower {
        return false;
    }
    let surname = sheet.shape(i - 3) == Shape::Title && sheet.text(i - 3).len() < 8;
    surname && is_syllable(sheet.norm(i - 2)) && is_syllable(sheet.norm(i)) && sheet.capital(i - 2) && !among(sheet.norm(i), WORDS)
}

/// "Hyun", "kyung", "wei": one group of vowels between consonants as the tongues of East Asia know them.
fn is_syllable(word: &str) -> bool {
    let vowel = |c: char| "aeiouy".contains(c);
    let nucleus = word.trim_start_matches(|c: char| !vowel(c) && c.is_ascii_alphabetic());
    let onset = word.len() - nucleus.len();
    let coda = nucleus.trim_start_matches(vowel);
    word.len() < 7 && onset < 4 && nucleus.len() > coda.len() && (coda.is_empty() || among(coda, "n ng k p m l t h b r"))
}

/// Whether a word after a title and "'s" makes it the name of a body: "Attorney General's Office".
pub(super) fn is_bureau(word: &str) -> bool {
    among(word, "office department bureau secretariat")
}

/// Whether a word with "'s" stands inside the names of bodies: "People's", "Workers'".
fn is_of_many(word: &str) -> bool {
    const MANY: [&str; 23] = [
        "people",
        "peoples",
        "workers",
        "women",
        "peasants",
        "veterans",
        "students",
        "doctors",
        "farmers",
        "teachers",
        "mothers",
        "soldiers",
        "lord",
        "children",
        "miners",
        "martyrs",
        "journalists",
        "lawyers",
        "correspondents",
        "citizens",
        "traders",
        "officers",
        "defenders",
    ];
    MANY.contains(&word)
}

/// Whether all that comes before "of" is a common noun that begins the sentence: "Fighters of".
fn is_plain_noun(sheet: &Sheet<'_>, start: usize, of: usize) -> bool {
    of == start + 1 && sheet.begins(start) && sheet.noun(start).is_some()
}

/// Whether capitalised words that end in the word for a body follow: "[Sons of] Thunder Brigade".
fn leads_body(sheet: &Sheet<'_>, start: usize, limit: usize) -> bool {
    let name = start + usize::from(start < limit && sheet.norm(start) == "the");
    let run = (name..limit.min(name + 4)).take_while(|&i| sheet.capital(i)).last();
    let body = |i: usize| matches!(sheet.lexicon.end(last_piece(sheet, i)), Some(EntityType::ArmedGroup | EntityType::Organization));
    run.is_some_and(|last| last > name && body(last)) && !phrase::is_of(sheet, name, &[Sort::Plain]) && sheet.noun(start.saturating_sub(2)).is_none()
}

/// "John "J.D." Dorrian": the token after the nickname and its marks.
fn nickname(sheet: &Sheet<'_>, start: usize, i: usize, limit: usize) -> Option<usize> {
    let closes = |t: &usize| matches!(sheet.norm(*t), "\"" | "“" | "”" | "''" | "``");
    let close = (i + 2..limit.min(i + 5)).find(closes)?;
    let inside = (i + 1..close).all(|t| sheet.capital(t) || sheet.norm(t) == ".");
    (inside && sheet.is(start, mark::FIRST) && close + 1 < limit && sheet.capital(close + 1)).then_some(close + 1)
}

/// "2nd Battalion": an ordinal before a unit.
fn is_unit(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.shape(i) == Shape::Number && is_ordinal(sheet.norm(i))
}

/// Words whose number belongs to the name: "Resolution 2328".
pub(super) fn is_numbered(sheet: &Sheet<'_>, i: usize) -> bool {
    among(
        sheet.norm(i),
        "resolution flight type operation route highway hill son unit brigade battalion force squadron regiment fleet division corps redoubt no. sector zone block ward radio road nationale branch channel ctf ddg mile",
    )
}
