//! The events as GeoJSON (RFC 7946): one feature for each, with a point where the text names a place that is known, else without geometry.
//!
//! A point is the gazetteer's for the place as told; how finely the place is told stands beside it and must be read with it.

use super::crosswalk;
use super::json::compact;
use super::place::{Located, locate};
use super::words::Words;
use crate::Analysis;
use crate::analysis::{Casualty, Event, Modality, TextSpan, TimePrecision};
use crate::event::{EventType, Family};
use serde::Serialize;

#[derive(Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    generator: &'a str,
    attribution: &'static str,
    #[serde(rename = "textSha256")]
    text_sha256: &'a str,
    published: Option<&'a str>,
    source: &'a crate::options::Source,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a str,
    geometry: Option<Point>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Point {
    r#type: &'static str,
    /// Longitude first.
    coordinates: [f64; 2],
}

/// What GIS programs show as a table; an unknown is null or empty.
#[derive(Serialize)]
struct Properties<'a> {
    r#type: EventType,
    family: Family,
    modality: Modality,
    from: Option<&'a str>,
    to: Option<&'a str>,
    date_precision: Option<TimePrecision>,
    agents: Vec<&'a str>,
    targets: Vec<&'a str>,
    place: Option<&'a str>,
    place_relation: Option<String>,
    place_precision: Option<String>,
    place_score: Option<f64>,
    gazetteer_id: Option<&'a str>,
    admin1: Option<&'a str>,
    country: Option<&'a str>,
    acled_geo_precision: Option<u8>,
    ucdp_where_precision: Option<u8>,
    precision_reason: &'static str,
    acled: Option<&'a str>,
    sources: Vec<&'a str>,
    casualties: Vec<Figure<'a>>,
    claims: Vec<String>,
    score: f64,
    quote: String,
    start: Option<u32>,
    end: Option<u32>,
    evidence: Vec<Behind<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    #[serde(flatten)]
    told: &'a Casualty,
    words: &'a str,
}

/// The words behind one field.
#[derive(Serialize)]
struct Behind<'a> {
    field: &'a str,
    rule: &'a str,
    words: Vec<&'a str>,
    spans: &'a [TextSpan],
}

/// All events as a FeatureCollection on one line.
pub fn to_geojson(analysis: &Analysis, text: &str) -> String {
    let words = Words::new(analysis, text);
    compact(&Collection {
        r#type: "FeatureCollection",
        generator: &analysis.generator,
        attribution: "Places: GeoNames (geonames.org), CC BY 4.0, and Dateline",
        text_sha256: &analysis.text_sha256,
        published: analysis.published.date.as_deref(),
        source: &analysis.source,
        features: analysis.events.iter().map(|event| feature(event, &words)).collect(),
    })
}

fn feature<'a>(event: &'a Event, words: &Words<'a>) -> Feature<'a> {
    let located = locate(event, words);
    let point = located.place.and_then(|p| p.coordinates.as_ref());
    Feature {
        r#type: "Feature",
        id: &event.id,
        geometry: point.map(|p| Point { r#type: "Point", coordinates: [p.lon, p.lat] }),
        properties: properties(event, &located, words),
    }
}

fn properties<'a>(event: &'a Event, located: &Located<'a>, words: &Words<'a>) -> Properties<'a> {
    let names = |ids: &[String]| ids.iter().map(|id| words.name(id)).collect();
    let time = event.time.as_ref();
    let place = located.place;
    let point = place.and_then(|p| p.coordinates.as_ref());
    let trigger = event.triggers.first();
    let acled = crosswalk::acled(event);
    Properties {
        r#type: event.kind,
        family: event.family,
        modality: event.modality,
        from: time.and_then(|t| t.from.as_deref()),
        to: time.and_then(|t| t.to.as_deref()),
        date_precision: time.map(|t| t.precision),
        agents: names(&event.agent),
        targets: names(&event.target),
        place: place.map(|p| p.name.as_str()),
        place_relation: located.told.as_ref().map(|w| super::csv::term(&w.relation)),
        place_precision: located.told.as_ref().map(|w| super::csv::term(&w.precision)),
        place_score: point.map(|p| p.score),
        gazetteer_id: point.and_then(|p| p.gazetteer_id.as_deref()),
        admin1: place.and_then(|p| p.admin1.as_deref()),
        country: place.and_then(|p| p.country.as_deref()),
        acled_geo_precision: located.codes.acled,
        ucdp_where_precision: located.codes.ucdp,
        precision_reason: located.codes.reason,
        acled: Some(acled).filter(|code| !code.is_empty()),
        sources: names(&event.source),
        casualties: event.casualties.iter().map(|told| Figure { told, words: words.of(TextSpan { start: told.start, end: told.end }) }).collect(),
        claims: event.claims.iter().map(|claim| super::csv::claim(claim, words)).collect(),
        score: event.score,
        quote: trigger.map(|&t| words.sentence(t)).unwrap_or_default(),
        start: trigger.map(|t| t.start),
        end: trigger.map(|t| t.end),
        evidence: event
            .evidence
            .iter()
            .map(|e| Behind { field: &e.field, rule: &e.rule, words: e.spans.iter().map(|&s| words.of(s)).collect(), spans: &e.spans })
            .collect(),
    }
}
