//! What holds of every analysis of every text. Shared by the tests and the fuzzer.

use dateline::analysis::{Analysis, Event, Id, Modality, TextSpan};
use dateline::{Options, analyze, export};
use std::collections::BTreeSet;

/// Analyses a text, with and without a publication date, and checks all that must hold.
///
/// # Panics
/// Something does not hold.
pub fn check(text: &str) {
    for published in [None, Some("2016-11-02".to_string())] {
        let options = |min_score| Options { published: published.clone(), source: None, min_score };
        let analysis = analyze(text, &options(None)).expect("good options");
        holds(&analysis, text, 0.5);
        let again = analyze(text, &options(None)).expect("good options");
        assert_eq!(export::to_json(&analysis), export::to_json(&again), "the same input gives the same bytes");
        let all = analyze(text, &options(Some(0.0))).expect("good options");
        holds(&all, text, 0.0);
        assert!(all.events.len() >= analysis.events.len(), "a lower bound loses no event");
        let _ = (export::to_csv(&all, text), export::to_markdown(&all, text));
    }
}

/// All that must hold of one analysis.
fn holds(analysis: &Analysis, text: &str, min_score: f64) {
    let page = Page::new(analysis, text);
    page.document();
    page.entities();
    page.times();
    for event in &analysis.events {
        assert!((min_score..=1.0).contains(&event.score), "{} scores {}", event.id, event.score);
        assert!((event.score * 1000.0).round() / 1000.0 == event.score, "three decimals");
        page.event(event);
        page.evidence(event);
    }
    let first = |e: &Event| e.triggers.first().map(|t| t.start);
    assert!(analysis.events.windows(2).all(|w| first(&w[0]) <= first(&w[1])), "events are in text order");
    page.timeline();
}

/// An analysis beside its text in UTF-16.
struct Page<'a> {
    analysis: &'a Analysis,
    units: Vec<u16>,
    entities: BTreeSet<&'a str>,
    times: BTreeSet<&'a str>,
}

impl<'a> Page<'a> {
    fn new(analysis: &'a Analysis, text: &str) -> Self {
        let entities: BTreeSet<&str> = analysis.entities.iter().map(|e| e.id.as_str()).collect();
        let times: BTreeSet<&str> = analysis.times.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(entities.len(), analysis.entities.len(), "ids of entities are unique");
        assert_eq!(times.len(), analysis.times.len(), "ids of times are unique");
        Page { analysis, units: text.encode_utf16().collect(), entities, times }
    }

    /// A span holds whole characters of the text, at least one, and no white space at its ends.
    fn span(&self, span: TextSpan) {
        let words = self.units.get(span.start as usize..span.end as usize);
        let words = words.unwrap_or_else(|| panic!("{span:?} lies outside the text"));
        let words = String::from_utf16(words).unwrap_or_else(|_| panic!("{span:?} cuts a character"));
        assert!(!words.is_empty(), "{span:?} is empty");
        assert_eq!(words.trim(), words, "{span:?} has white space at its ends");
    }

    /// Spans do not overlap.
    fn apart(&self, mut spans: Vec<TextSpan>, what: &str) {
        spans.sort();
        assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "{what} overlap: {spans:?}");
    }

    fn document(&self) {
        let document = &self.analysis.document;
        let parts = [document.headline, document.dateline, document.byline].into_iter().flatten();
        let spans: Vec<TextSpan> = parts.chain(document.boilerplate.iter().copied()).collect();
        spans.iter().for_each(|&s| self.span(s));
        self.apart(spans, "parts of the page");
        for c in &self.analysis.published_candidates {
            self.span(TextSpan { start: c.start, end: c.end });
        }
    }

    fn entities(&self) {
        let mut mentions = Vec::new();
        for e in &self.analysis.entities {
            assert!(!e.name.is_empty() && !e.mentions.is_empty(), "{} has a name and a mention", e.id);
            mentions.extend(e.mentions.iter().map(|m| TextSpan { start: m.start, end: m.end }));
            e.within.iter().for_each(|id| self.entity(id));
            if let Some(c) = &e.coordinates {
                assert!((-90.0..=90.0).contains(&c.lat) && (-180.0..=180.0).contains(&c.lon), "{} lies on the earth", e.id);
            }
        }
        mentions.iter().for_each(|&m| self.span(m));
        // Furniture is never analysed.
        mentions.extend(&self.analysis.document.boilerplate);
        self.apart(mentions, "mentions and furniture");
    }

    fn times(&self) {
        let spans: Vec<TextSpan> = self.analysis.times.iter().map(|t| TextSpan { start: t.start, end: t.end }).collect();
        spans.iter().for_each(|&s| self.span(s));
        self.apart(spans, "times");
        assert!(self.analysis.times.iter().all(|t| !matches!((&t.from, &t.to), (Some(a), Some(b)) if a > b)), "no time ends before it begins");
    }

    fn entity(&self, id: &Id) {
        assert!(self.entities.contains(id.as_str()), "no entity {id}");
    }

    fn event(&self, event: &Event) {
        assert!(!event.triggers.is_empty(), "{} has a trigger", event.id);
        event.triggers.iter().for_each(|&t| self.span(t));
        let roles = [&event.agent, &event.target, &event.place, &event.instrument, &event.source];
        roles.into_iter().flatten().for_each(|id| self.entity(id));
        event.location.iter().for_each(|w| assert!(event.place.contains(&w.place), "{} has its places", event.id));
        if let Some(expression) = event.time.as_ref().and_then(|t| t.expression.as_ref()) {
            assert!(self.times.contains(expression.as_str()), "no time {expression}");
        }
        for c in &event.casualties {
            self.span(TextSpan { start: c.start, end: c.end });
            c.who.iter().chain(&c.source).for_each(|id| self.entity(id));
            assert!(!matches!((c.low, c.high), (Some(low), Some(high)) if low > high), "{}: {c:?}", event.id);
        }
        for claim in &event.claims {
            claim.cue.into_iter().chain([claim.content]).for_each(|s| self.span(s));
            claim.source.iter().chain(claim.agent.iter().flatten()).for_each(|id| self.entity(id));
            assert!(claim.casualties.iter().flatten().all(|&i| (i as usize) < event.casualties.len()), "{}: {claim:?}", event.id);
        }
    }

    /// Every field that is not empty has the words it came from.
    fn evidence(&self, event: &Event) {
        let mut fields = vec!["type".to_string()];
        let roles = [
            ("agent", &event.agent),
            ("target", &event.target),
            ("place", &event.place),
            ("instrument", &event.instrument),
            ("source", &event.source),
        ];
        fields.extend(roles.iter().flat_map(|(role, ids)| ids.iter().map(move |id| format!("{role}:{id}"))));
        fields.extend(event.time.iter().map(|_| "time".to_string()));
        fields.extend((event.modality != Modality::Happened).then(|| "modality".to_string()));
        fields.extend((0..event.casualties.len()).map(|i| format!("casualties.{i}")));
        for field in fields {
            let found = event.evidence.iter().find(|e| e.field == field);
            let found = found.unwrap_or_else(|| panic!("{} has no evidence for {field}", event.id));
            assert!(!found.rule.is_empty() && !found.spans.is_empty(), "{}: evidence without rule or words for {field}", event.id);
        }
        event.evidence.iter().flat_map(|e| &e.spans).for_each(|&s| self.span(s));
    }

    /// The timeline holds every event once, in order, undated ones last.
    fn timeline(&self) {
        let mut told: Vec<&str> = self.analysis.timeline.iter().flat_map(|i| i.events.iter().map(String::as_str)).collect();
        let mut ids: Vec<&str> = self.analysis.events.iter().map(|e| e.id.as_str()).collect();
        told.sort_unstable();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|w| w[0] != w[1]), "ids of events are unique");
        assert_eq!(told, ids, "the timeline holds every event once");
        let starts: Vec<_> = self.analysis.timeline.iter().map(|i| i.from.as_ref().or(i.to.as_ref())).collect();
        let dated = starts.iter().take_while(|s| s.is_some()).count();
        assert!(starts[..dated].is_sorted() && starts[dated..].iter().all(|s| s.is_none()), "in order of time, undated last");
    }
}
