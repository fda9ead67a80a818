//! Where one capitalised name ends and the next begins.

use super::anchor::{Anchor, Anchors};
use super::lexicon::{Sort, mark};
use super::run::{first_piece, is_direction, last_piece, places};
use super::sheet::{Shape, Sheet, Style};
use super::{headline, phrase};
use crate::analysis::EntityType;
use crate::lexicon::among;

/// Whether a capitalised token begins another name than the one before it.
pub(super) fn breaks(sheet: &Sheet<'_>, anchors: &Anchors, start: usize, i: usize) -> bool {
    // "Rebels Enter | Bukavu".
    if headline::sure_place(sheet, i).is_some() && !is_direction(sheet, i - 1) {
        return true;
    }
    // "Ahmad Shah Khan".
    let last = i + 1 >= sheet.sentence(i).end || !sheet.capital(i + 1);
    let within = last && among(sheet.norm(i - 1), "of for and the") && among(sheet.norm(i), "justice prophet lord prosecutor ombudsman")
        || sheet.norm(i) == "shah" && sheet.shape(i - 1) == Shape::Title && sheet.title(i - 1).is_none()
        || sheet.is(i - 1, mark::FIRST)
            && (among(sheet.norm(i), "shah raja pasha mullah sheikh")
                || last && among(sheet.norm(i), "naik nawab sultan justice king prince bishop major marshal baron dean emir sardar"));
    let title = || !within && sheet.title(i).is_some() && sheet.lexicon.end(last_piece(sheet, i)).is_none();
    if sheet.norm(i) == "i" && sheet.norm_in(i, i + 1) != "corps" || title() {
        return true;
    }
    let Some(anchor) = anchors.at(i) else { return false };
    // "Suspected | ADF Rebels Attack Village": in a headline, capitals join nothing.
    let entry = anchor.entry(sheet);
    if headline::stands_apart(sheet, anchor, entry) {
        return true;
    }
    if joins_names(sheet, anchor, start, i) || is_namesake(sheet, anchors, anchor, start, i) {
        return false;
    }
    if i == start + 1 && (is_direction(sheet, start) || sheet.lexicon.start(first_piece(sheet, start)) == Some(EntityType::Place)) {
        return false;
    }
    if i == start || !sheet.capital(i - 1) {
        return false;
    }
    let entry = anchor.entry(sheet);
    // "Saraya | Ansar al-Sunna".
    let group =
        sheet.lexicon.start(first_piece(sheet, start)) == Some(EntityType::ArmedGroup) && !among(sheet.norm(start), "army front movement brigade");
    if i == start + 1 && group && matches!(entry.entity_type, EntityType::ArmedGroup | EntityType::Person) {
        return false;
    }
    // "Hizb ut-Tahrir | Bangladesh".
    if entry.sort == Sort::Country && sheet.lexicon.start(first_piece(sheet, start)) == Some(EntityType::ArmedGroup) && group {
        return false;
    }
    let person = sheet.is(start, mark::FIRST) && entry.entity_type == EntityType::Person;
    !person && (anchor.tokens.len() > 1 || matches!(entry.sort, Sort::Demonym | Sort::Country)) && entry.sort != Sort::Ethnic
}

/// First words that many bodies share.
pub(super) const GENERIC: [&str; 10] =
    ["people's", "people", "national", "liberation", "democratic", "revolutionary", "popular", "resistance", "defence", "defense"];

/// Whether a known name of common words is the end of another body's name: "Bamar | People's Liberation Army".
fn is_namesake(sheet: &Sheet<'_>, anchors: &Anchors, anchor: &Anchor, start: usize, i: usize) -> bool {
    let body = anchor.entry(sheet).entity_type.is_armed();
    let named = |t: usize| sheet.shape(t) == Shape::Title && anchors.at(t).is_none() && sheet.title(t).is_none() && !sheet.is(t, mark::COMMON);
    body && anchor.tokens.len() > 1
        && GENERIC.contains(&sheet.norm(i))
        && sheet.style(i) == Style::Plain
        && (start..i).all(named)
        && (i - start < 4 && !sheet.begins(start) || places(sheet, start).is_some())
}

/// Whether a known name goes on with the name that begins before it: "Pakistan | Muslim League", "Royal | Dutch Airlines".
fn joins_names(sheet: &Sheet<'_>, anchor: &Anchor, start: usize, i: usize) -> bool {
    const OPENERS: [&str; 14] = [
        "royal",
        "free",
        "supreme",
        "all",
        "islamic",
        "united",
        "democratic",
        "national",
        "revolutionary",
        "popular",
        "special",
        "joint",
        "new",
        "grand",
    ];
    if i != start + 1 {
        // "United States | SEAL Team Six".
        let state = i == start + 2
            && anchor.entry(sheet).entity_type == EntityType::StateForce
            && sheet.norm(start) == "united"
            && sheet.norm(start + 1) == "states";
        // "2nd Foreign | Parachute Regiment", "Royal Thai | Marine Corps".
        let unit = anchor.entry(sheet).entity_type == EntityType::StateForce && (sheet.shape(start) == Shape::Number || sheet.norm(start) == "royal");
        return unit || state || anchor.entry(sheet).sort == Sort::Demonym && sheet.norm(i - 1) == "royal";
    }
    let entry = anchor.entry(sheet);
    match entry.sort {
        Sort::Plain => {
            let body = matches!(entry.entity_type, EntityType::Organization | EntityType::ArmedGroup | EntityType::Media);
            let force = entry.entity_type == EntityType::StateForce && phrase::is_of(sheet, start, &[Sort::Country, Sort::Demonym]);
            // "Sudanese | Congress Party" is not India's.
            let other = |country| phrase::is_of(sheet, start, &[Sort::Demonym]) && phrase::state_of(sheet, start).is_some_and(|own| own != country);
            // "Ethiopian | Human Rights Council" is not that of the UN.
            let shared =
                among(sheet.norm(i), "human security general red") && entry.country.is_none() && phrase::is_of(sheet, start, &[Sort::Demonym]);
            let free = phrase::is_of(sheet, start, &[Sort::Country]) || entry.country.is_some_and(other) || shared;
            force || body && anchor.tokens.len() > 1 && free
        }
        Sort::Demonym => OPENERS.contains(&sheet.norm(start)) && sheet.capital(start),
        _ => false,
    }
}

/// Whether the name of a place goes on with a capitalised word that is no name of its own: "Baku | Commune".
pub(super) fn goes_on(sheet: &Sheet<'_>, anchors: &Anchors, next: usize) -> bool {
    let plain = sheet.style(next) == Style::Plain && sheet.shape(next) == Shape::Title && sheet.text(next).len() > 2;
    plain && sheet.title(next).is_none() && anchors.at(next).is_none() && !sheet.is(next, mark::FIRST) && !sheet.timed(next)
}
