//! An analysis as a page to read: the text with its marks below each line, then the events, entities and the timeline as tables.

use dateline::Analysis;
use dateline::analysis::{Casualty, Event, Id, TextSpan};
use serde::Serialize;
use std::fmt::Write;

/// Lines of the rendered text are at most so many characters long.
const WIDTH: usize = 110;

/// Renders an analysis beside its text.
pub fn page(analysis: &Analysis, text: &str) -> String {
    let text = Text::new(text);
    let mut out = format!("published: {}\n\n", analysis.published.date.as_deref().unwrap_or("not given"));
    marked_text(&mut out, analysis, &text);
    out.push_str("\nEVENTS\n");
    analysis.events.iter().for_each(|e| event(&mut out, e, analysis, &text));
    out.push_str("\nTIMES\n");
    for t in &analysis.times {
        let days = format!("{}..{}", t.from.as_deref().unwrap_or(""), t.to.as_deref().unwrap_or(""));
        let _ = writeln!(out, "{:5}{:10}{:16}{:24}{}", t.id, term(&t.kind), t.value, days, text.of(TextSpan { start: t.start, end: t.end }));
    }
    out.push_str("\nENTITIES\n");
    for e in &analysis.entities {
        let place = e.coordinates.as_ref().map(|c| format!(" {:.2},{:.2}", c.lat, c.lon)).unwrap_or_default();
        let _ = writeln!(out, "{:5}{:14}{} {}{place} x{}", e.id, term(&e.kind), e.name, e.country.as_deref().unwrap_or(""), e.mentions.len());
    }
    out.push_str("\nTIMELINE\n");
    for item in &analysis.timeline {
        let _ = writeln!(out, "{}{}: {}", item.label, if item.background { " (background)" } else { "" }, item.events.join(" "));
    }
    out.push_str("\nWARNINGS\n");
    for warning in &analysis.warnings {
        let _ = writeln!(out, "{}: {}", warning.code, warning.message);
    }
    trimmed(&out)
}

/// The text as UTF-16, so that spans are slices.
struct Text {
    units: Vec<u16>,
}

impl Text {
    fn new(text: &str) -> Self {
        Text { units: text.encode_utf16().collect() }
    }

    fn of(&self, span: TextSpan) -> String {
        String::from_utf16_lossy(&self.units[span.start as usize..span.end as usize])
    }
}

/// A mark below a line: where, in which lane, with which label.
struct Mark {
    span: TextSpan,
    lane: usize,
    label: String,
}

fn marks(analysis: &Analysis) -> Vec<Mark> {
    let mut marks = Vec::new();
    for e in &analysis.entities {
        marks.extend(e.mentions.iter().map(|m| Mark { span: TextSpan { start: m.start, end: m.end }, lane: 0, label: e.id.clone() }));
    }
    marks.extend(analysis.times.iter().map(|t| Mark { span: TextSpan { start: t.start, end: t.end }, lane: 1, label: t.id.clone() }));
    for v in &analysis.events {
        marks.extend(v.triggers.iter().map(|&span| Mark { span, lane: 2, label: v.id.clone() }));
    }
    marks.sort_by_key(|m| m.span.start);
    marks
}

/// The text, furniture behind `~`, headline behind `#`, byline behind `@`; names, times and triggers below each line.
fn marked_text(out: &mut String, analysis: &Analysis, text: &Text) {
    let marks = marks(analysis);
    for line in lines(text) {
        let words = text.of(line);
        if words.trim().is_empty() {
            continue;
        }
        let _ = writeln!(out, "{} {words}", sign(analysis, line));
        for lane in 0..3 {
            let below = lane_below(line, marks.iter().filter(|m| m.lane == lane), text);
            if !below.is_empty() {
                let _ = writeln!(out, "  {below}");
            }
        }
    }
}

fn sign(analysis: &Analysis, line: TextSpan) -> char {
    let inside = |s: &TextSpan| s.start < line.end && line.start < s.end;
    let document = &analysis.document;
    if document.boilerplate.iter().any(inside) {
        '~'
    } else if document.headline.iter().any(inside) {
        '#'
    } else if document.byline.iter().any(inside) {
        '@'
    } else {
        ' '
    }
}

/// Lines of the text, wrapped at white space.
fn lines(text: &Text) -> Vec<TextSpan> {
    let mut lines = Vec::new();
    let (mut start, mut space) = (0, 0);
    for (i, &unit) in text.units.iter().enumerate() {
        let at = i as u32;
        let newline = unit == u16::from(b'\n');
        if unit == u16::from(b' ') {
            space = at + 1;
        }
        if newline || at - start >= WIDTH as u32 && space > start {
            let end = if newline { at } else { space };
            lines.push(TextSpan { start, end });
            start = if newline { at + 1 } else { space };
        }
    }
    lines.push(TextSpan { start, end: text.units.len() as u32 });
    lines
}

/// The labels of one lane below the words they belong to: "e1^^^^".
fn lane_below<'m>(line: TextSpan, marks: impl Iterator<Item = &'m Mark>, text: &Text) -> String {
    let mut out = String::new();
    for mark in marks.filter(|m| m.span.start < line.end && line.start < m.span.end) {
        let column = text.of(TextSpan { start: line.start, end: mark.span.start.max(line.start) }).chars().count();
        let width = text.of(TextSpan { start: mark.span.start.max(line.start), end: mark.span.end.min(line.end) }).trim_end().chars().count();
        let pad = column.saturating_sub(out.chars().count());
        out.extend(std::iter::repeat_n(' ', pad));
        out.push_str(&format!("{:^<width$}", mark.label));
    }
    out
}

fn event(out: &mut String, event: &Event, analysis: &Analysis, text: &Text) {
    let time = event
        .time
        .as_ref()
        .map_or("undated".to_string(), |t| format!("{}..{} {}", t.from.as_deref().unwrap_or(""), t.to.as_deref().unwrap_or(""), term(&t.basis)));
    let triggers: Vec<String> = event.triggers.iter().map(|&t| text.of(t)).collect();
    let _ =
        writeln!(out, "{:5}{:16}{:14}{:36}{:.3}  {}", event.id, term(&event.kind), term(&event.modality), time, event.score, triggers.join(" / "));
    let roles =
        [("agent", &event.agent), ("target", &event.target), ("place", &event.place), ("instrument", &event.instrument), ("source", &event.source)];
    for (role, ids) in roles.iter().filter(|(_, ids)| !ids.is_empty()) {
        let _ = writeln!(out, "       {role:12}{}", ids.iter().map(|id| name(analysis, id)).collect::<Vec<_>>().join(", "));
    }
    for casualty in &event.casualties {
        let _ = writeln!(out, "       {}", figure(analysis, casualty, text));
    }
    for claim in &event.claims {
        let source = claim.source.as_ref().map_or("?".into(), |id| name(analysis, id));
        let _ = writeln!(out, "       claim       {source} {} {}", term(&claim.stance), term(&claim.modality));
    }
}

fn figure(analysis: &Analysis, c: &Casualty, text: &Text) -> String {
    let end = |n: Option<u32>| n.map_or("?".to_string(), |n| n.to_string());
    let whom = c.who.as_ref().map(|id| format!(" of {}", name(analysis, id))).unwrap_or_default();
    let source = c.source.as_ref().map(|id| format!(" says {}", name(analysis, id))).unwrap_or_default();
    let words = text.of(TextSpan { start: c.start, end: c.end });
    format!("{:12}{}-{} {}{whom}{source} “{words}”", term(&c.kind), end(c.low), end(c.high), term(&c.quantifier))
}

fn name(analysis: &Analysis, id: &Id) -> String {
    analysis.entities.iter().find(|e| e.id == *id).map_or(format!("{id}?"), |e| format!("{} ({id})", e.name))
}

fn term(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(String::from)).unwrap_or_default()
}

/// No line ends with blanks, which editors and reviewers trip over.
fn trimmed(page: &str) -> String {
    page.lines().map(|l| l.trim_end().to_string() + "\n").collect()
}
