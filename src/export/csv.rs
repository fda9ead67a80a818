//! One row for each event, for a spreadsheet.

use super::crosswalk::{self, Battles};
use super::place::locate;
use super::words::Words;
use crate::Analysis;
use crate::analysis::{Casualty, CasualtyKind, Claim, Entity, Event, Quantifier, TextSpan};
use serde::Serialize;

const KINDS: [CasualtyKind; 6] =
    [CasualtyKind::Killed, CasualtyKind::Injured, CasualtyKind::Missing, CasualtyKind::Captured, CasualtyKind::Displaced, CasualtyKind::Affected];

/// The columns before the casualties.
const WHAT: [&str; 17] = [
    "id",
    "type",
    "family",
    "modality",
    "from",
    "to",
    "date_precision",
    "date_basis",
    "agents",
    "targets",
    "places",
    "country",
    "lat",
    "lon",
    "place_relation",
    "instruments",
    "sources",
];
/// The columns behind them.
const RECORD: [&str; 18] = [
    "casualties",
    "claims",
    "score",
    "acled",
    "acled_row",
    "acled_time_precision",
    "acled_geo_precision",
    "ucdp_where_precision",
    "geo_precision_reason",
    "plover",
    "cameo",
    "trigger",
    "quote",
    "start",
    "end",
    "published",
    "source_url",
    "text_sha256",
];

/// The events as comma-separated values with a header row. Words of the text that a spreadsheet would run as a formula begin with an apostrophe.
pub fn to_csv(analysis: &Analysis, text: &str) -> String {
    let words = Words::new(analysis, text);
    let mut table = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let battles = Battles::of(&analysis.events);
    let rows = analysis.events.iter().map(|event| row(event, analysis, &words, &battles));
    for cells in std::iter::once(header()).chain(rows) {
        // Writing to memory cannot fail, and every row is as long as the header.
        let _ = table.write_record(&cells);
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn header() -> Vec<String> {
    let figures = KINDS.iter().flat_map(|kind| ["low", "high"].map(|end| format!("{}_{end}", term(kind))));
    WHAT.iter().map(|c| c.to_string()).chain(figures).chain(RECORD.iter().map(|c| c.to_string())).collect()
}

fn row<'e>(event: &'e Event, analysis: &Analysis, words: &Words<'_>, battles: &Battles<'e>) -> Vec<String> {
    let mut cells = what(event, words);
    cells.extend(KINDS.iter().flat_map(|&kind| figures(event, kind)));
    cells.extend(record(event, analysis, words, battles));
    cells
}

fn what(event: &Event, words: &Words<'_>) -> Vec<String> {
    let time = event.time.as_ref();
    let places: Vec<&Entity> = event.place.iter().filter_map(|id| words.entity(id)).collect();
    let point = places.iter().find_map(|p| p.coordinates.as_ref());
    let mut countries: Vec<&str> = places.iter().filter_map(|p| p.country.as_deref()).collect();
    countries.dedup();
    vec![
        event.id.clone(),
        term(&event.kind),
        term(&event.family),
        term(&event.modality),
        time.and_then(|t| t.from.clone()).unwrap_or_default(),
        time.and_then(|t| t.to.clone()).unwrap_or_default(),
        time.map(|t| term(&t.precision)).unwrap_or_default(),
        time.map(|t| term(&t.basis)).unwrap_or_default(),
        defused(words.names(&event.agent)),
        defused(words.names(&event.target)),
        defused(words.names(&event.place)),
        countries.join("; "),
        point.map(|p| p.lat.to_string()).unwrap_or_default(),
        point.map(|p| p.lon.to_string()).unwrap_or_default(),
        event.location.iter().map(|w| term(&w.relation)).collect::<Vec<_>>().join("; "),
        defused(words.names(&event.instrument)),
        defused(words.names(&event.source)),
    ]
}

fn record<'e>(event: &'e Event, analysis: &Analysis, words: &Words<'_>, battles: &Battles<'e>) -> Vec<String> {
    let trigger = event.triggers.first().copied().unwrap_or(TextSpan { start: 0, end: 0 });
    let figures: Vec<String> = event.casualties.iter().map(|c| figure(c, words)).collect();
    let claims: Vec<String> = event.claims.iter().map(|c| claim(c, words)).collect();
    let codes = locate(event, words).codes;
    let code = |code: Option<u8>| code.map(|c| c.to_string()).unwrap_or_default();
    vec![
        defused(figures.join("; ")),
        defused(claims.join("; ")),
        event.score.to_string(),
        crosswalk::acled(event).into(),
        battles.acled_row(event).into(),
        crosswalk::time_precision(event).into(),
        code(codes.acled),
        code(codes.ucdp),
        codes.reason.into(),
        crosswalk::plover(event).into(),
        crosswalk::cameo(event).into(),
        defused(words.of(trigger).into()),
        defused(words.sentence(trigger)),
        trigger.start.to_string(),
        trigger.end.to_string(),
        analysis.published.date.clone().unwrap_or_default(),
        defused(analysis.source.url.clone().unwrap_or_default()),
        analysis.text_sha256.clone(),
    ]
}

/// The lowest and the highest figure of a kind over all who count. If one leaves the end open ("at least"), it stays open.
fn figures(event: &Event, kind: CasualtyKind) -> [String; 2] {
    let told = || event.casualties.iter().filter(|c| c.kind == kind);
    let low = told().map(|c| c.low).min().flatten();
    let high = told().map(|c| c.high).collect::<Option<Vec<u32>>>().and_then(|all| all.into_iter().max());
    [low, high].map(|n| n.map(|n| n.to_string()).unwrap_or_default())
}

/// "at least 32 killed (Syrian Observatory for Human Rights)".
pub(super) fn figure(casualty: &Casualty, words: &Words<'_>) -> String {
    let kind = term(&casualty.kind);
    let number = match (casualty.quantifier, casualty.low, casualty.high) {
        (Quantifier::Vague, _, _) => words.of(TextSpan { start: casualty.start, end: casualty.end }).to_string(),
        (_, Some(low), Some(high)) if low == high => format!("{}{low}", if casualty.quantifier == Quantifier::About { "about " } else { "" }),
        (_, Some(low), Some(high)) => format!("{low} to {high}"),
        (_, Some(low), None) => format!("at least {low}"),
        (_, None, Some(high)) => format!("up to {high}"),
        (_, None, None) => "number not told".into(),
    };
    match &casualty.source {
        Some(source) => format!("{number} {kind} ({})", words.name(source)),
        None => format!("{number} {kind}"),
    }
}

/// "Moscow denies", "Islamic State claims responsibility".
pub(super) fn claim(claim: &Claim, words: &Words<'_>) -> String {
    let source = claim.source.as_ref().map_or("unnamed source", |id| words.name(id));
    format!("{source} {}", term(&claim.stance).replace('_', " "))
}

/// The name of a value in the analysis.
pub(super) fn term(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(String::from)).unwrap_or_default()
}

/// A spreadsheet runs a cell that begins with one of these marks as a formula; an apostrophe makes it text.
pub(super) fn defused(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
