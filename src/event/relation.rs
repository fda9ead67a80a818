//! How an event lies to a place that is named: in it, near it, or in a part of it.

use super::slot::Slot;
use super::view::View;
use crate::analysis::PlaceRelation;
use std::ops::Range;

/// Words that may stand between a preposition and a name and say nothing of distance.
const SILENT: &str = "the a an its town city village hamlet province governorate district region state municipality area";
/// Words before "of" that mean the land around.
const AROUND: &str = "outskirts outskirt vicinity environs surroundings edge edges fringes fringe periphery approaches gates";
/// Words before "of" that mean a part.
const PART: &str = "part parts half portion portions side section sections countryside suburbs suburb corner tip swathe swathes swaths pockets";
/// Adjectives and nouns of direction before a name: "southern Idlib", "rural Aleppo".
const SIDE: &str = "north south east west northern southern eastern western central northeastern northwestern southeastern southwestern \
                    northeast northwest southeast southwest rural upper lower north-eastern north-western south-eastern south-western \
                    north-east north-west south-east south-west";
/// Nouns of direction before "of".
pub(super) const DIRECTION: &str = "north south east west northeast northwest southeast southwest north-east north-west south-east south-west";
/// Prepositions of nearness.
const NEAR: &str = "near outside around beside toward towards off beyond nearby";
/// Units of distance.
const UNIT: &str = "km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters m away far";

/// How an event lies to the place of a mention; `slot` is how the mention hangs on the trigger.
pub(super) fn relation(view: &View<'_>, slot: Slot, token: usize) -> PlaceRelation {
    let mention = view.mention_at(token).map_or(token..token + 1, |m| view.context.mentions[m].tokens.clone());
    if slot.word().is_some_and(|w| is(w, NEAR)) {
        return PlaceRelation::Near;
    }
    before(view, &mention).or_else(|| after(view, &mention)).or_else(|| within(view, &mention)).unwrap_or(PlaceRelation::In)
}

/// What the words before a name say.
fn before(view: &View<'_>, mention: &Range<usize>) -> Option<PlaceRelation> {
    let start = mention.start;
    let back = |k: usize| start.checked_sub(k).filter(|&t| view.inside(start, t)).map_or("", |t| view.norm(t));
    if is(back(1), SIDE) || back(2) == "-" && is(back(1), SIDE) {
        return Some(PlaceRelation::Part);
    }
    let mut k = 1;
    while k < 5 && (is(back(k), SILENT) || back(k) == "of" && is(back(k + 1), SILENT)) {
        k += 1;
    }
    let one = back(k + 1);
    match back(k) {
        "of" if is(one, AROUND) => Some(PlaceRelation::Near),
        "of" if is(one, PART) => Some(PlaceRelation::Part),
        "of" if is(one, DIRECTION) => Some(direction(back(k + 2), back(k + 4))),
        "from" if is(one, UNIT) => Some(PlaceRelation::Near),
        "between" => Some(PlaceRelation::Near),
        "and" if between(view, start - k) => Some(PlaceRelation::Near),
        word if is(word, NEAR) => Some(PlaceRelation::Near),
        _ => None,
    }
}

/// "12 km north of Gao" and "west of Gao" are near it; "the north of Mali" is a part.
fn direction(before: &str, earlier: &str) -> PlaceRelation {
    let joined = before == "-" && earlier == "the";
    if before == "the" || joined { PlaceRelation::Part } else { PlaceRelation::Near }
}

/// Whether "between" and one name stand before an "and".
fn between(view: &View<'_>, and: usize) -> bool {
    let Some(first) = and.checked_sub(1).and_then(|t| view.mention_at(t)) else { return false };
    let start = view.context.mentions[first].tokens.start;
    start.checked_sub(1).is_some_and(|t| view.inside(and, t) && view.norm(t) == "between")
}

/// What the word after a name says: "the Idlib countryside", "the Barsalogho area".
fn after(view: &View<'_>, mention: &Range<usize>) -> Option<PlaceRelation> {
    let next = if view.inside(mention.start, mention.end) { view.norm(mention.end) } else { "" };
    around(next)
}

/// What a name's own words say: "Idlib countryside", "Southern Kunar".
fn within(view: &View<'_>, mention: &Range<usize>) -> Option<PlaceRelation> {
    if mention.len() < 2 {
        return None;
    }
    let reading = view.context.reading;
    let known = || reading.gazetteer.find_name(reading.tokens.span(mention.clone()).of(reading.tokens.text)).is_some();
    let part = is(view.norm(mention.start), SIDE) && !known();
    around(view.norm(mention.end - 1)).or(part.then_some(PlaceRelation::Part))
}

fn around(word: &str) -> Option<PlaceRelation> {
    match word {
        "countryside" | "suburbs" => Some(PlaceRelation::Part),
        "outskirts" | "area" | "vicinity" | "axis" => Some(PlaceRelation::Near),
        _ => None,
    }
}

fn is(word: &str, list: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use crate::analysis::PlaceRelation;

    /// How the analysis relates the one event of a sentence to a place.
    fn of(text: &str, name: &str) -> Option<PlaceRelation> {
        let analysis = crate::analyze(text, &crate::Options::default()).expect("good options");
        let place = analysis.entities.iter().find(|e| e.name.contains(name))?.id.clone();
        analysis.events.iter().flat_map(|e| &e.location).find(|w| w.place == place).map(|w| w.relation)
    }

    #[test]
    fn nearness_and_parts_are_told_as_the_text_tells_them() {
        for (text, name, relation) in [
            ("Rebels ambushed an army convoy 12 km north of Aleppo on Tuesday.", "Aleppo", PlaceRelation::Near),
            ("Soldiers clashed with rebels about 30 kilometres from Goma on Friday.", "Goma", PlaceRelation::Near),
            ("Fighters attacked the army west of Gao on Wednesday.", "Gao", PlaceRelation::Near),
            ("Gunmen killed two farmers on the outskirts of Kirkuk on Saturday.", "Kirkuk", PlaceRelation::Near),
            ("Militants attacked a police post near the town of Saraqeb on Thursday.", "Saraqeb", PlaceRelation::Near),
            ("A bomb killed two soldiers between Mosul and Tal Afar on Monday.", "Tal Afar", PlaceRelation::Near),
            ("Artillery shelled the southern countryside of Idlib on Wednesday.", "Idlib", PlaceRelation::Part),
            ("Clashes broke out in southern Idlib on Friday.", "Idlib", PlaceRelation::Part),
            ("Jihadists killed 20 soldiers in the north of Mali on Friday.", "Mali", PlaceRelation::Part),
            ("Gunmen killed two farmers in the town of Kirkuk on Saturday.", "Kirkuk", PlaceRelation::In),
            ("Rebels killed 12 soldiers in South Sudan on Monday.", "South Sudan", PlaceRelation::In),
            ("Rebels killed 12 soldiers in the province of Idlib on Monday.", "Idlib", PlaceRelation::In),
        ] {
            assert_eq!(of(text, name), Some(relation), "{text}");
        }
    }
}
