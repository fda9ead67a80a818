//! The events as GeoJSON (RFC 7946): one feature for each, with a point where the text names a place that is known, else without geometry.
//!
//! A point is the gazetteer's for the place as told; how finely the place is told stands beside it and must be read with it.
//! An unknown is null, or an empty list.

use super::crosswalk;
use super::csv::{claim, term};
use super::place::{Located, locate};
use super::words::Words;
use super::writer::Json;
use crate::Analysis;
use crate::analysis::{Casualty, Event, Evidence, TextSpan};

/// All events as a FeatureCollection on one line.
pub fn to_geojson(analysis: &Analysis, text: &str) -> String {
    let words = Words::new(analysis, text);
    let mut json = Json::default();
    json.item(|json| {
        json.text("type", Some("FeatureCollection"));
        json.text("generator", Some(&analysis.generator));
        json.text("attribution", Some("Places: GeoNames (geonames.org), CC BY 4.0, and Dateline"));
        json.text("textSha256", Some(&analysis.text_sha256));
        json.text("published", analysis.published.date.as_deref());
        json.object("source", |json| {
            let source = &analysis.source;
            for (name, value) in [("url", &source.url), ("outlet", &source.outlet), ("title", &source.title)] {
                json.text(name, value.as_deref());
            }
        });
        json.list("features", |json| analysis.events.iter().for_each(|event| json.item(|json| feature(json, event, &words))));
    });
    json.done()
}

fn feature(json: &mut Json, event: &Event, words: &Words<'_>) {
    let located = locate(event, words);
    json.text("type", Some("Feature"));
    json.text("id", Some(&event.id));
    match located.place.and_then(|p| p.coordinates.as_ref()) {
        Some(point) => json.object("geometry", |json| {
            json.text("type", Some("Point"));
            // Longitude first.
            json.numbers("coordinates", &[point.lon, point.lat]);
        }),
        None => json.null("geometry"),
    }
    json.object("properties", |json| {
        what(json, event, words);
        place(json, &located);
        record(json, event, words);
    });
}

fn what(json: &mut Json, event: &Event, words: &Words<'_>) {
    let time = event.time.as_ref();
    json.text("type", Some(&term(&event.kind)));
    json.text("family", Some(&term(&event.family)));
    json.text("modality", Some(&term(&event.modality)));
    json.text("from", time.and_then(|t| t.from.as_deref()));
    json.text("to", time.and_then(|t| t.to.as_deref()));
    json.text("date_precision", time.map(|t| term(&t.precision)).as_deref());
    json.text("date_basis", time.map(|t| term(&t.basis)).as_deref());
    for (name, ids) in [("agents", &event.agent), ("targets", &event.target), ("instruments", &event.instrument), ("sources", &event.source)] {
        json.texts(name, ids.iter().map(|id| words.name(id)));
    }
}

fn place(json: &mut Json, located: &Located<'_>) {
    let place = located.place;
    let point = place.and_then(|p| p.coordinates.as_ref());
    json.text("place", place.map(|p| p.name.as_str()));
    json.text("place_relation", located.told.as_ref().map(|w| term(&w.relation)).as_deref());
    json.text("place_precision", located.told.as_ref().map(|w| term(&w.precision)).as_deref());
    json.number("place_score", point.map(|p| p.score));
    json.text("gazetteer_id", point.and_then(|p| p.gazetteer_id.as_deref()));
    json.text("admin1", place.and_then(|p| p.admin1.as_deref()));
    json.text("country", place.and_then(|p| p.country.as_deref()));
    json.count("acled_geo_precision", located.codes.acled.map(u32::from));
    json.count("ucdp_where_precision", located.codes.ucdp.map(u32::from));
    json.text("precision_reason", Some(located.codes.reason));
}

fn record(json: &mut Json, event: &Event, words: &Words<'_>) {
    let trigger = event.triggers.first();
    json.text("acled", Some(crosswalk::acled(event)).filter(|code| !code.is_empty()));
    json.list("casualties", |json| event.casualties.iter().for_each(|toll| json.item(|json| casualty(json, toll, words))));
    let claims: Vec<String> = event.claims.iter().map(|c| claim(c, words)).collect();
    json.texts("claims", claims.iter().map(String::as_str));
    json.number("score", Some(event.score));
    json.text("quote", trigger.map(|&t| words.sentence(t)).as_deref());
    json.count("start", trigger.map(|t| t.start));
    json.count("end", trigger.map(|t| t.end));
    json.list("evidence", |json| event.evidence.iter().for_each(|e| json.item(|json| evidence(json, e, words))));
}

fn casualty(json: &mut Json, toll: &Casualty, words: &Words<'_>) {
    json.text("kind", Some(&term(&toll.kind)));
    json.count("low", toll.low);
    json.count("high", toll.high);
    json.text("quantifier", Some(&term(&toll.quantifier)));
    json.text("who", toll.who.as_ref().map(|id| words.name(id)));
    json.text("source", toll.source.as_ref().map(|id| words.name(id)));
    json.text("words", Some(words.of(TextSpan { start: toll.start, end: toll.end })));
}

fn evidence(json: &mut Json, evidence: &Evidence, words: &Words<'_>) {
    json.text("field", Some(&evidence.field));
    json.text("rule", Some(&evidence.rule));
    json.list("spans", |json| {
        for &span in &evidence.spans {
            json.item(|json| {
                json.count("start", Some(span.start));
                json.count("end", Some(span.end));
                json.text("words", Some(words.of(span)));
            });
        }
    });
}
