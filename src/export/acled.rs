//! The events in the columns of an ACLED table: one row for each that the codebook would log. What the text does not tell is left empty.
//!
//! Only what happened, and what has a code, is logged; a strike inside a battle belongs to the battle's row. No row is an entry of ACLED's:
//! its coders compare many sources.

use super::crosswalk::{self, Battles};
use super::csv::{defused, figure, term};
use super::place::locate;
use super::words::Words;
use crate::Analysis;
use crate::analysis::{Casualty, CasualtyKind, Entity, EntityType, Event, Quantifier, TextSpan};
use crate::event::EventType;
use crate::lexicon::HashMap;

const COLUMNS: [&str; 25] = [
    "event_id",
    "event_date",
    "event_date_end",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "actor2",
    "assoc_actor_2",
    "country",
    "admin1",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "geo_precision_reason",
    "source",
    "notes",
    "fatalities",
    "tags",
    "score",
    "text_sha256",
];

/// The rows as comma-separated values with a header. Words of the text that a spreadsheet would run as a formula begin with an apostrophe.
pub fn to_acled(analysis: &Analysis, text: &str) -> String {
    let words = Words::new(analysis, text);
    let battles = Battles::of(&analysis.events);
    let rows: HashMap<&str, usize> = analysis.events.iter().enumerate().map(|(i, e)| (e.id.as_str(), i)).collect();
    // For each event, those whose row it is.
    let mut parts: Vec<Vec<&Event>> = vec![Vec::new(); analysis.events.len()];
    for event in &analysis.events {
        if let Some(&row) = rows.get(battles.acled_row(event)) {
            parts[row].push(event);
        }
    }
    let mut table = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row is as long as the header.
    let _ = table.write_record(COLUMNS);
    for (event, parts) in analysis.events.iter().zip(&parts).filter(|(_, parts)| !parts.is_empty()) {
        let _ = table.write_record(row(event, parts, analysis, &words));
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// `parts`: the event and the strikes that its row takes in.
fn row(event: &Event, parts: &[&Event], analysis: &Analysis, words: &Words<'_>) -> [String; COLUMNS.len()] {
    let sub_type = crosswalk::acled(event);
    let (class, disorder) = class_of(sub_type);
    let (from, to) = event.time.as_ref().map_or((None, None), |t| (t.from.as_deref(), t.to.as_deref()));
    let first = from.or(to).unwrap_or_default();
    let [(actor1, with1), (actor2, with2)] = sides(event, words);
    let located = locate(event, words);
    let place = located.place;
    let point = place.and_then(|p| p.coordinates.as_ref());
    let ids: Vec<&str> = std::iter::once(event).chain(parts.iter().copied().filter(|p| p.id != event.id)).map(|e| e.id.as_str()).collect();
    [
        ids.join("; "),
        first.into(),
        to.filter(|&to| to != first).unwrap_or_default().into(),
        first.get(..4).unwrap_or_default().into(),
        crosswalk::time_precision(event).into(),
        disorder.into(),
        class.into(),
        sub_type.into(),
        defused(actor1),
        defused(with1),
        defused(actor2),
        defused(with2),
        place.and_then(|p| p.country.clone()).unwrap_or_default(),
        defused(place.and_then(|p| p.admin1.clone()).unwrap_or_default()),
        defused(place.map(|p| p.name.clone()).unwrap_or_default()),
        point.map(|p| p.lat.to_string()).unwrap_or_default(),
        point.map(|p| p.lon.to_string()).unwrap_or_default(),
        located.codes.acled.map(|code| code.to_string()).unwrap_or_default(),
        located.codes.reason.into(),
        defused(sources(event, analysis, words)),
        defused(notes(parts, words)),
        fatalities(parts, words).map(|n| n.to_string()).unwrap_or_default(),
        format!("modality={}; date={}", term(&event.modality), event.time.as_ref().map_or("not told".into(), |t| term(&t.basis))),
        event.score.to_string(),
        analysis.text_sha256.clone(),
    ]
}

/// Event type and disorder type of a sub-event type.
fn class_of(sub_type: &str) -> (&'static str, &'static str) {
    const VIOLENT: &str = "Political violence";
    match sub_type {
        "" => ("", ""),
        "Armed clash" | "Government regains territory" | "Non-state actor overtakes territory" => ("Battles", VIOLENT),
        "Air/drone strike"
        | "Shelling/artillery/missile attack"
        | "Suicide bomb"
        | "Remote explosive/landmine/IED"
        | "Grenade"
        | "Chemical weapon" => ("Explosions/Remote violence", VIOLENT),
        "Attack" | "Sexual violence" | "Abduction/forced disappearance" => ("Violence against civilians", VIOLENT),
        "Mob violence" => ("Riots", VIOLENT),
        "Violent demonstration" => ("Riots", "Demonstrations"),
        "Peaceful protest" | "Protest with intervention" => ("Protests", "Demonstrations"),
        "Excessive force against protesters" => ("Protests", "Political violence; Demonstrations"),
        _ => ("Strategic developments", "Strategic developments"),
    }
}

/// The two sides, each with those who stand beside it. What is struck but cannot act (a town, a bridge) is no actor.
fn sides(event: &Event, words: &Words<'_>) -> [(String, String); 2] {
    let acts = |e: &&Entity| {
        use EntityType::*;
        matches!(e.kind, Person | ArmedGroup | StateForce | Government | Organization | Media | Population)
    };
    let actors = |ids: &[String]| ids.iter().filter_map(|id| words.entity(id)).filter(acts).map(|e| e.name.as_str()).collect::<Vec<_>>();
    let (mut first, mut second) = (actors(&event.agent), actors(&event.target));
    // Two that fight each other are told as one side.
    if event.kind == EventType::Clash && second.is_empty() && first.len() > 1 {
        second = first.split_off(1);
    }
    [first, second].map(|side| match side.split_first() {
        Some((one, others)) => (one.to_string(), others.join("; ")),
        None => Default::default(),
    })
}

/// The outlet, then those whom it names.
fn sources(event: &Event, analysis: &Analysis, words: &Words<'_>) -> String {
    let outlet = analysis.source.outlet.as_deref();
    let named = event.source.iter().map(|id| words.name(id));
    outlet.into_iter().chain(named).collect::<Vec<_>>().join("; ")
}

/// The sentences, and each figure with its source.
fn notes(parts: &[&Event], words: &Words<'_>) -> String {
    let mut notes: Vec<String> = Vec::new();
    for part in parts {
        let told = part.triggers.first().map(|&t| words.sentence(t)).filter(|s| !notes.contains(s));
        notes.extend(told);
    }
    let figures: Vec<String> = parts.iter().flat_map(|e| &e.casualties).map(|c| figure(c, words)).collect();
    if !figures.is_empty() {
        notes.push(format!("[{}]", figures.join("; ")));
    }
    notes.join(" ")
}

/// The most conservative count of deaths: the lowest of the sources that disagree. Of a battle and the strikes inside it, the highest
/// of theirs: whether one count takes in the other is not told. None if no deaths are told.
fn fatalities(parts: &[&Event], words: &Words<'_>) -> Option<u32> {
    parts.iter().filter_map(|event| lowest(event, words)).max()
}

/// A count of deaths: who gives it, of whom.
struct Count<'a> {
    source: Option<&'a str>,
    who: Option<&'a str>,
    dead: u32,
}

fn lowest(event: &Event, words: &Words<'_>) -> Option<u32> {
    let deaths = event.casualties.iter().filter(|c| c.kind == CasualtyKind::Killed);
    let counted = deaths.filter_map(|c| Some(Count { source: c.source.as_deref(), who: c.who.as_deref(), dead: conservative(c, words)? }));
    let counts: Vec<Count<'_>> = counted.collect();
    counts.iter().map(|c| account(&counts, c.source)).min()
}

/// Different victims in one source's account add up; figures for the same victims do not. Nobody says whether a count without victims
/// takes in those with: the lower of the two.
fn account(counts: &[Count<'_>], source: Option<&str>) -> u32 {
    let of = |who: Option<&str>| counts.iter().filter(move |c| c.source == source && c.who == who).map(|c| c.dead).min();
    let first = |i: usize, c: &Count<'_>| !counts[..i].iter().any(|d| d.source == source && d.who == c.who);
    let own = counts.iter().enumerate().filter(|(i, c)| c.source == source && c.who.is_some() && first(*i, c));
    let named = own.filter_map(|(_, c)| of(c.who)).reduce(u32::saturating_add);
    named.into_iter().chain(of(None)).min().unwrap_or(0)
}

/// The codebook reads tens as 10, dozens as 12, hundreds as 100.
fn conservative(toll: &Casualty, words: &Words<'_>) -> Option<u32> {
    if toll.quantifier == Quantifier::Vague {
        let told = words.of(TextSpan { start: toll.start, end: toll.end }).to_lowercase();
        let known =
            [("tens of thousands", 10_000), ("hundreds of thousands", 100_000), ("thousands", 1000), ("hundreds", 100), ("dozens", 12), ("tens", 10)];
        if let Some(&(_, n)) = known.iter().find(|(word, _)| told.contains(word)) {
            return Some(toll.low.map_or(n, |low| low.min(n)));
        }
    }
    toll.low
}
