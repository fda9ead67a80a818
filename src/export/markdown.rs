//! A readable report of one analysis: the timeline with its events, each with its words; then who is in it, and what is doubtful.

use super::csv::{claim, figure, term};
use super::words::Words;
use crate::Analysis;
use crate::analysis::{Entity, EntityType, Event, Modality, TimelineItem};
use crate::lexicon::HashMap;
use std::fmt::Write;

/// The analysis as Markdown, with the words of the text.
pub fn to_markdown(analysis: &Analysis, text: &str) -> String {
    let words = Words::new(analysis, text);
    let mut out = String::new();
    head(&mut out, analysis, &words);
    let events: HashMap<&str, &Event> = analysis.events.iter().map(|e| (e.id.as_str(), e)).collect();
    for item in &analysis.timeline {
        stretch(&mut out, item, &events, &words);
    }
    entities(&mut out, analysis);
    warnings(&mut out, analysis);
    out
}

// Writing to a string cannot fail, so the results of `writeln!` are dropped.

fn head(out: &mut String, analysis: &Analysis, words: &Words<'_>) {
    let headline = analysis.document.headline.map(|span| words.of(span));
    let title = headline.or(analysis.source.title.as_deref()).unwrap_or("Untitled article");
    let _ = writeln!(out, "# {}\n", escaped(title));
    let published = analysis.published.date.as_deref().unwrap_or("not given; \"Tuesday\" and the like are left unresolved");
    let _ = writeln!(out, "- Published: {published}");
    for (name, value) in [("Outlet", &analysis.source.outlet), ("Address", &analysis.source.url)] {
        if let Some(value) = value {
            let _ = writeln!(out, "- {name}: {}", escaped(value));
        }
    }
    let _ =
        writeln!(out, "- Found: {} events, {} entities, {} time expressions", analysis.events.len(), analysis.entities.len(), analysis.times.len());
    let _ = writeln!(out, "- Read by {}; SHA-256 of the text {}\n", analysis.generator, analysis.text_sha256);
}

fn stretch(out: &mut String, item: &TimelineItem, events: &HashMap<&str, &Event>, words: &Words<'_>) {
    let background = if item.background { " (background)" } else { "" };
    let _ = writeln!(out, "## {}{background}\n", item.label);
    for event in item.events.iter().filter_map(|id| events.get(id.as_str())) {
        told(out, event, words);
    }
}

fn told(out: &mut String, event: &Event, words: &Words<'_>) {
    let modality = if event.modality == Modality::Happened { String::new() } else { format!(", {}", term(&event.modality)) };
    let _ = writeln!(out, "- **{}**{modality} ({}, {})", term(&event.kind).replace('_', " "), event.id, event.score);
    let roles =
        [("by", &event.agent), ("against", &event.target), ("at", &event.place), ("with", &event.instrument), ("according to", &event.source)];
    for (role, ids) in roles.iter().filter(|(_, ids)| !ids.is_empty()) {
        let _ = writeln!(out, "  - {role}: {}", escaped(&words.names(ids)));
    }
    for casualty in &event.casualties {
        let _ = writeln!(out, "  - {}", escaped(&figure(casualty, words)));
    }
    for stand in event.claims.iter().filter(|c| c.stance != crate::analysis::Stance::Asserts) {
        let _ = writeln!(out, "  - {}", escaped(&claim(stand, words)));
    }
    if let Some(&trigger) = event.triggers.first() {
        let _ = writeln!(out, "\n  > {}\n", escaped(&words.sentence(trigger)));
    }
}

fn entities(out: &mut String, analysis: &Analysis) {
    if analysis.entities.is_empty() {
        return;
    }
    let _ = writeln!(out, "## Who and what\n\n| type | name | mentions | country | place |\n|---|---|---|---|---|");
    for kind in EntityType::ALL {
        for entity in analysis.entities.iter().filter(|e| e.kind == *kind) {
            let _ = writeln!(out, "{}", entity_row(entity));
        }
    }
    out.push('\n');
}

fn entity_row(entity: &Entity) -> String {
    let point = entity.coordinates.as_ref().map(|c| format!("{}, {}", c.lat, c.lon)).unwrap_or_default();
    let country = entity.country.as_deref().unwrap_or_default();
    format!("| {} | {} | {} | {country} | {point} |", term(&entity.kind).replace('_', " "), escaped(&entity.name), entity.mentions.len())
}

fn warnings(out: &mut String, analysis: &Analysis) {
    if !analysis.warnings.is_empty() {
        let _ = writeln!(out, "## What is doubtful\n");
        for warning in &analysis.warnings {
            let _ = writeln!(out, "- {}", escaped(&warning.message));
        }
    }
}

/// The words of a text must not become marks of the report.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
