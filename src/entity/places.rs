//! Where the places and facilities of a text are.

use super::text::written;
use super::{Entities, ResolvedEntity};
use crate::Reading;
use crate::analysis::{Coordinates, EntityType, GeoPrecision, MentionKind};
use crate::gazetteer::{Choice, Class, CountryCode, Gazetteer, Level, Named, PlaceId, PlaceKind};
use crate::lexicon::HashMap;
use crate::mention::Mention;

/// Finds country, coordinates, division and precision of the places of a text; gives the state in which nearly all of it takes place.
pub(super) fn fill(reading: &Reading<'_>, mentions: &[Mention], entities: &mut Entities) -> Option<CountryCode> {
    let gazetteer = reading.gazetteer;
    let clues = clues(reading, &entities.entities);
    let mut which: Vec<usize> = Vec::new();
    let mut named: Vec<Named<'_>> = Vec::new();
    for (index, entity) in entities.entities.iter().enumerate() {
        if let Some(name) = name(reading, mentions, gazetteer, entity) {
            which.push(index);
            named.push(name);
        }
    }
    share_class(reading, mentions, entities, &which, &mut named);
    hold(reading, mentions, entities, &which, &mut named);
    states(reading, mentions, entities, &which, &mut named);
    let placed: Vec<Option<Choice>> = gazetteer.choose(&named, &clues);
    for (slot, choice) in placed.iter().enumerate() {
        if let Some(choice) = choice {
            place(gazetteer, &mut entities.entities[which[slot]], choice);
        }
    }
    for (slot, name) in named.iter().enumerate() {
        if let (Some(holder), Some(_)) = (name.within, placed[slot]) {
            entities.entities[which[slot]].within = Some(which[holder]);
        }
    }
    lodge(reading, mentions, entities);
    called_after(entities);
    let home = gazetteer.main_country(&named, &placed);
    if let Some(home) = home {
        forgive(reading, mentions, entities, home);
    }
    home
}

/// What the text says of states without naming them as places: "Syrian army", "Turkey said".
fn clues(reading: &Reading<'_>, entities: &[ResolvedEntity]) -> Vec<(CountryCode, u32)> {
    let mut clues = reading.gazetteer.hinted(|word| reading.tokens.vocabulary.get(word).is_some());
    for entity in entities.iter().filter(|e| matches!(e.kind, EntityType::StateForce | EntityType::Government | EntityType::ArmedGroup)) {
        let Some(code) = entity.country.as_deref().and_then(CountryCode::new) else { continue };
        // "Georgia" may be the state of that name.
        if reading.gazetteer.find_name(&entity.name).is_some_and(|m| m.places.iter().any(|&p| reading.gazetteer.place(p).country != Some(code))) {
            continue;
        }
        let count = entity.mentions.len() as u32;
        match clues.iter_mut().find(|c| c.0 == code) {
            Some(clue) => clue.1 += count,
            None => clues.push((code, count)),
        }
    }
    clues
}

/// The places of an entity's name.
fn name<'g>(reading: &Reading<'_>, mentions: &[Mention], gazetteer: &'g Gazetteer, entity: &ResolvedEntity) -> Option<Named<'g>> {
    if !entity.kind.is_spot() {
        return None;
    }
    let names = entity.mentions.iter().map(|&m| &mentions[m]).filter(|m| m.kind == MentionKind::Name);
    let mut best: Option<Named<'g>> = None;
    for mention in names {
        let Some((found, class)) = look_up(reading, gazetteer, mention) else { continue };
        let class = class.or(best.and_then(|b| b.class));
        if best.is_none_or(|b| b.found.level >= found.level) {
            best = Some(Named { found, count: entity.mentions.len() as u32, class, within: None, state: None, dateline: false });
        }
    }
    best
}

/// "North Island" is not an island called North.
const DIRECTIONS: [&str; 9] = ["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"];

/// The places of a mention's words: all of them, or without the class word at their end or start.
fn look_up<'g>(reading: &Reading<'_>, gazetteer: &'g Gazetteer, mention: &Mention) -> Option<(crate::gazetteer::Match<'g>, Option<Class>)> {
    let text = written(reading, mention);
    let beside = beside(reading, gazetteer, mention);
    if DIRECTIONS.contains(&text.as_str()) && beside.is_none() {
        return None;
    }
    let found = gazetteer.find_name(&text);
    if let Some(found) = found.filter(|f| f.level != Level::Loose).or_else(|| gazetteer.find_state(&text)).or(found) {
        return Some((found, beside));
    }
    named_after(gazetteer, &text).or_else(|| holder(gazetteer, mention, &text))
}

/// "Idlib Central Hospital": no list knows it, but its name begins with the place that it belongs to.
fn holder<'g>(gazetteer: &'g Gazetteer, mention: &Mention, text: &str) -> Option<(crate::gazetteer::Match<'g>, Option<Class>)> {
    let words: Vec<&str> = text.split(' ').collect();
    let class = gazetteer.class_of(&words.last()?.to_lowercase()).filter(|c| c.first() == Some(PlaceKind::Facility))?;
    let found =
        gazetteer.longest_match(&words).filter(|m| mention.entity_type == EntityType::Facility && m.level == Level::Exact && !m.needs_support);
    found.map(|found| (found, Some(class)))
}

/// "Aleppo airport", "town of Saraqib": the rest of a name whose last or first word says what it names.
fn named_after<'g>(gazetteer: &'g Gazetteer, text: &str) -> Option<(crate::gazetteer::Match<'g>, Option<Class>)> {
    let (rest, word) = text.rsplit_once(' ')?;
    let class = gazetteer.class_of(&word.to_lowercase());
    if class.is_some() {
        let rest =
            rest.trim_end_matches(" military").trim_end_matches(" international").trim_end_matches(" International").trim_end_matches(" border");
        if DIRECTIONS.contains(&rest) {
            return None;
        }
        return gazetteer.find_name(rest).map(|found| (found, class));
    }
    let (word, rest) = text.split_once(' ')?;
    let class = gazetteer.class_of(&word.to_lowercase())?;
    gazetteer.find_name(rest.trim_start_matches("of ")).map(|found| (found, Some(class)))
}

/// The class word before a name with "of", or after it: "town of Saraqib", "Akhtarin town".
fn beside(reading: &Reading<'_>, gazetteer: &Gazetteer, mention: &Mention) -> Option<Class> {
    let tokens = &reading.tokens;
    let sentence = &tokens.sentences[tokens.sentence_of(mention.tokens.start)].tokens;
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    if start >= sentence.start + 2 && tokens.norm(start - 1) == "of" {
        return gazetteer.class_of(tokens.norm(start - 2));
    }
    (end < sentence.end).then(|| gazetteer.class_of(tokens.norm(end))).flatten()
}

/// No more words than these stand between a place and what holds it.
const LONGEST_GAP: usize = 7;

/// "Saraqib, in Idlib province" and "Austin, Texas": the second holds the first.
fn hold(reading: &Reading<'_>, mentions: &[Mention], entities: &Entities, which: &[usize], named: &mut [Named<'_>]) {
    let slot = |mention: usize| entities.of_mention[mention].and_then(|e| which.binary_search(&e).ok());
    let names: Vec<usize> = (0..mentions.len()).filter(|&m| mentions[m].kind == MentionKind::Name).collect();
    for (at, pair) in names.windows(2).enumerate() {
        let (Some(between), Some(a), Some(b)) = (gap(reading, &mentions[pair[0]], &mentions[pair[1]]), slot(pair[0]), slot(pair[1])) else {
            continue;
        };
        // A comma alone may part the items of a list: "Sumy, Poltava and Kyiv", but not "Arua, West Nile, Uganda".
        let next = names.get(at + 2).and_then(|&c| Some((gap(reading, &mentions[pair[1]], &mentions[c])?, slot(c)?)));
        let listed = next.is_some_and(|(g, c)| g[..] == ["and"] || g[..] == [","] && !is_state(reading.gazetteer, &named[c]));
        let holds = joins(reading, &between) || between[..] == [","] && !listed && is_division(reading.gazetteer, &named[b]);
        if holds && a != b && named[a].within.is_none() && named[b].within != Some(a) {
            named[a].within = Some(b);
        }
    }
}

/// The words between two mentions of a sentence, if they are few.
fn gap<'r>(reading: &'r Reading<'_>, inner: &Mention, outer: &Mention) -> Option<Vec<&'r str>> {
    let (from, to) = (inner.tokens.end, outer.tokens.start);
    let near = from < to && to <= from + LONGEST_GAP && reading.tokens.sentence_of(from) == reading.tokens.sentence_of(to);
    near.then(|| (from..to).map(|i| reading.tokens.norm(i)).collect())
}

/// Whether words lead from a place to what holds it: "in", "of", ", a town in the southern province of".
fn joins(reading: &Reading<'_>, gap: &[&str]) -> bool {
    const SMALL: [&str; 16] = [
        ",", "the", "a", "an", "south", "north", "east", "west", "southern", "northern", "eastern", "western", "central", "rural", "small", "country",
    ];
    let class = |w: &str| reading.gazetteer.class_of(w).is_some();
    let known = |w: &&str| SMALL.contains(w) || matches!(*w, "in" | "of" | "'s") || class(w);
    matches!(gap, [.., "in" | "of"] | [.., "in" | "of", _] | [.., "in" | "of", _, _]) && gap.iter().all(known)
}

/// Whether a name is that of a state or division.
fn is_division(gazetteer: &Gazetteer, name: &Named<'_>) -> bool {
    let kinds = |&p: &PlaceId| matches!(gazetteer.place(p).kind, PlaceKind::Country | PlaceKind::Admin1 | PlaceKind::Admin2);
    name.class.is_none_or(|c| c.fit(PlaceKind::Town) == 0.0) && name.found.places.iter().any(kinds)
}

/// Whether a name is that of a state.
fn is_state(gazetteer: &Gazetteer, name: &Named<'_>) -> bool {
    name.found.places.iter().any(|&p| gazetteer.place(p).kind == PlaceKind::Country)
}

/// "a house in Homs", "two villages of the Barsalogho district": the place without a name lies in the one that follows.
fn lodge(reading: &Reading<'_>, mentions: &[Mention], entities: &mut Entities) {
    for m in 1..mentions.len() {
        let (inner, outer) = (&mentions[m - 1], &mentions[m]);
        let (Some(a), Some(b)) = (entities.of_mention[m - 1], entities.of_mention[m]) else { continue };
        let nameless = inner.kind == MentionKind::Nominal && entities.entities[a].kind.is_spot() && entities.entities[a].within.is_none();
        let named = outer.kind == MentionKind::Name && entities.entities[b].kind.is_spot() && a != b;
        if nameless && named && gap(reading, inner, outer).is_some_and(|gap| joins(reading, &gap) || matches!(gap[..], ["at"] | ["at", "the"])) {
            entities.entities[a].within = Some(b);
        }
    }
}

/// "El Obeid market" lies in El Obeid.
fn called_after(entities: &mut Entities) {
    let all = &entities.entities;
    let towns: HashMap<&str, usize> =
        all.iter().enumerate().filter(|(_, e)| e.kind == EntityType::Place).map(|(i, e)| (e.name.as_str(), i)).collect();
    let town = |name: &str| name.rmatch_indices(' ').find_map(|(at, _)| towns.get(&name[..at]).copied());
    let free = |e: &ResolvedEntity| e.kind == EntityType::Facility && e.within.is_none();
    let found: Vec<(usize, usize)> = all.iter().enumerate().filter(|(_, e)| free(e)).filter_map(|(i, e)| Some((i, town(&e.name)?))).collect();
    for (facility, town) in found {
        entities.entities[facility].within = Some(town);
    }
}

/// "Springfield, Ill.": the short form of a state that stands after a name, though it is no mention of its own.
fn states(reading: &Reading<'_>, mentions: &[Mention], entities: &Entities, which: &[usize], named: &mut [Named<'_>]) {
    for (slot, &entity) in which.iter().enumerate() {
        let names = entities.entities[entity].mentions.iter().map(|&m| &mentions[m]).filter(|m| m.kind == MentionKind::Name);
        let rest = |m: &Mention| reading.tokens.text.get(reading.tokens.span(m.tokens.clone()).end as usize..);
        named[slot].state = names.filter_map(rest).find_map(|r| reading.gazetteer.state_after(r));
    }
}

/// "Cooke, Grayson and Love counties": the last word of a list says what all of it are.
fn share_class(reading: &Reading<'_>, mentions: &[Mention], entities: &Entities, which: &[usize], named: &mut [Named<'_>]) {
    let tokens = &reading.tokens;
    let slot = |mention: usize| entities.of_mention[mention].and_then(|e| which.binary_search(&e).ok());
    let names: Vec<usize> = (0..mentions.len()).filter(|&m| mentions[m].kind == MentionKind::Name).collect();
    let mut shared: Option<Class> = None;
    for (at, &m) in names.iter().enumerate().rev() {
        let mention = &mentions[m];
        let end = mention.tokens.end;
        let (last, behind) = (tokens.norm(end - 1), if end < tokens.len() { tokens.norm(end) } else { "" });
        let plural = [behind, last].into_iter().find(|w| w.ends_with('s') && reading.gazetteer.class_of(w).is_some());
        shared = plural.and_then(|w| reading.gazetteer.class_of(w)).or(shared);
        if let (Some(class), Some(slot)) = (shared, slot(m)) {
            named[slot].class.get_or_insert(class);
        }
        let before = at.checked_sub(1).map(|b| mentions[names[b]].tokens.end);
        let gap: Vec<&str> = before.map_or(Vec::new(), |end| (end..mention.tokens.start).take(3).map(|i| tokens.norm(i)).collect());
        if !matches!(gap[..], [","] | ["and"] | [",", "and"] | ["&"]) {
            shared = None;
        }
    }
}

/// How sure a place is whose name has a slip.
const SLIP_SCORE: f64 = 0.5;
/// No more names than these are looked at for slips.
const MOST_SLIPS: usize = 16;

/// "Damacsus" in an article on Syria: names that no list knows, but for one letter.
fn forgive(reading: &Reading<'_>, mentions: &[Mention], entities: &mut Entities, home: CountryCode) {
    let unknown = |e: &&mut ResolvedEntity| e.kind == EntityType::Place && e.country.is_none() && e.coordinates.is_none();
    for entity in entities.entities.iter_mut().filter(unknown).take(MOST_SLIPS) {
        let Some(mention) = entity.mentions.iter().map(|&m| &mentions[m]).find(|m| m.kind == MentionKind::Name) else { continue };
        if look_up(reading, reading.gazetteer, mention).is_some() {
            continue;
        }
        if let Some(meant) = reading.gazetteer.find_slip(&written(reading, mention), home) {
            place(reading.gazetteer, entity, &Choice { place: meant, score: SLIP_SCORE, fits: true });
        }
    }
}

/// How finely a name places an event: "Kharkiv region" is no town, even where the list has only the town of that name.
fn told_precision(gazetteer: &Gazetteer, name: &str, found: PlaceKind) -> GeoPrecision {
    let word = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let area = gazetteer.class_of(&word).filter(|class| class.fit(PlaceKind::Town) < 1.0).and_then(Class::first);
    match area {
        Some(area @ (PlaceKind::Admin1 | PlaceKind::Admin2 | PlaceKind::Region)) if found == PlaceKind::Town && name.contains(' ') => {
            area.precision()
        }
        _ => found.precision(),
    }
}

/// Writes a choice into an entity.
fn place(gazetteer: &Gazetteer, entity: &mut ResolvedEntity, choice: &Choice) {
    let found = gazetteer.place(choice.place);
    entity.country = found.country.map(|c| c.as_str().to_owned()).or(entity.country.take());
    if entity.kind == EntityType::Place || choice.fits {
        entity.precision = Some(told_precision(gazetteer, &entity.name, found.kind));
    }
    entity.admin1 = found.admin1.map(|a| gazetteer.place(a).name.to_string());
    if found.kind == PlaceKind::Admin1 {
        entity.admin1 = Some(found.name.to_string());
    }
    // A facility's namesake tells the country; its own spot is not known.
    if entity.kind == EntityType::Facility && !choice.fits && found.kind != PlaceKind::Facility {
        return;
    }
    entity.coordinates = found.point.map(|p| Coordinates {
        lat: p.latitude(),
        lon: p.longitude(),
        gazetteer_id: Some(gazetteer.source_id(choice.place)),
        score: choice.score,
    });
}

/// Gives places that no list knows, and places without a name, a state: that which their own words name, else that of the named
/// place nearest in their sentence, else that in which nearly all of the text takes place.
pub(super) fn borrow(reading: &Reading<'_>, mentions: &[Mention], entities: &mut Entities, home: Option<CountryCode>) {
    let known: Vec<Option<String>> = (0..mentions.len())
        .map(|m| {
            let entity = &entities.entities[entities.of_mention[m]?];
            (mentions[m].kind == MentionKind::Name && entity.kind.is_spot()).then(|| entity.country.clone()).flatten()
        })
        .collect();
    for entity in entities.entities.iter_mut().filter(|e| e.kind.is_spot() && e.country.is_none()) {
        let Some(&first) = entity.mentions.first() else { continue };
        let mention = &mentions[first];
        if reading.tokens.norm(mention.tokens.end - 1).starts_with("border") {
            continue;
        }
        let at_home = || home.filter(|_| entity.coordinates.is_none()).map(|h| h.as_str().to_owned());
        entity.country = of_own_words(reading, mention).or_else(|| beside_it(reading, mentions, &known, first)).or_else(at_home);
    }
}

/// "Iranian oil platforms", "Syrian territory", "South China".
fn of_own_words(reading: &Reading<'_>, mention: &Mention) -> Option<String> {
    let text = written(reading, mention);
    let words: Vec<&str> = text.split(' ').filter(|w| !DIRECTIONS.contains(w)).collect();
    let gazetteer = reading.gazetteer;
    let people = words.first().and_then(|w| gazetteer.find_state(w));
    let place = || gazetteer.find_name(&words.join(" ")).filter(|m| words.len() < text.split(' ').count() && m.level == Level::Exact);
    let found = people.or_else(place)?;
    let state = found.places.iter().map(|&p| gazetteer.place(p)).find(|p| p.kind == PlaceKind::Country)?;
    state.country.map(|c| c.as_str().to_owned())
}

/// The state of the named place that stands nearest in a mention's sentence; where two states stand about as near, none.
fn beside_it(reading: &Reading<'_>, mentions: &[Mention], known: &[Option<String>], index: usize) -> Option<String> {
    let tokens = &reading.tokens;
    let sentence = tokens.sentence_of(mentions[index].tokens.start);
    let here = |m: &usize| tokens.sentence_of(mentions[*m].tokens.start) == sentence;
    let named = |m: usize| known[m].as_ref().map(|c| (mentions[m].tokens.start.abs_diff(mentions[index].tokens.start), c));
    let after = (index + 1..mentions.len()).take_while(here).find_map(named);
    let before = (0..index).rev().take_while(here).find_map(named);
    match (before, after) {
        (Some((b, before)), Some((a, after))) if before != after => {
            if 2 * b <= a {
                Some(before.clone())
            } else if 2 * a <= b {
                Some(after.clone())
            } else {
                None
            }
        }
        (before, after) => before.or(after).map(|(_, country)| country.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_the_word_of_an_area_is_no_town() {
        let told = |name, found| told_precision(Gazetteer::embedded(), name, found);
        assert_eq!(told("Kharkiv region", PlaceKind::Town), GeoPrecision::Region);
        assert_eq!(told("Homs province", PlaceKind::Town), GeoPrecision::Province);
        assert_eq!(told("Homs province", PlaceKind::Admin1), GeoPrecision::Province);
        for town in ["Kharkiv", "Mexico City", "Port Sudan", "Region"] {
            assert_eq!(told(town, PlaceKind::Town), GeoPrecision::Town, "{town}");
        }
    }
}
