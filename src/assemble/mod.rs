//! Everything found → the public [`Analysis`]: ids, UTF-16 offsets, evidence, warnings.

mod claims;
mod entities;
mod events;
mod packs;
mod warnings;

use crate::analysis::*;
use crate::casualty;
use crate::document::BlockKind;
use crate::event::{self, Context, EventFrame};
use crate::options::Options;
use crate::span::{Span, Utf16Map};
use crate::timeline;
use entities::EntityIds;
use sha2::{Digest, Sha256};
use std::ops::Range;
use warnings::LeftOut;

/// What every part of the assembly needs: the results of the stages, the offsets and the ids.
struct Desk<'a> {
    context: &'a Context<'a>,
    offsets: Utf16Map<'a>,
    ids: EntityIds,
    /// For each toll, the index of the attribution that tells it.
    tellers: Vec<Option<usize>>,
}

impl Desk<'_> {
    fn span(&self, span: Span) -> TextSpan {
        TextSpan { start: self.offsets.offset(span.start), end: self.offsets.offset(span.end) }
    }

    fn words(&self, tokens: Range<usize>) -> TextSpan {
        self.span(self.context.reading.tokens.span(tokens))
    }

    /// The public id of the entity that a mention refers to.
    fn entity_of(&self, mention: usize) -> Option<Id> {
        let entity = self.context.entities.of_mention.get(mention).copied().flatten()?;
        self.ids.of(entity)
    }
}

/// Puts the public result together. Events that score below `lowest_score` are left out.
pub(crate) fn assemble(context: &Context<'_>, events: event::Events, options: &Options, lowest_score: f64) -> Analysis {
    let document = &context.reading.document;
    let event::Events { frames, taken_back } = events;
    let found = frames.len();
    let frames: Vec<EventFrame> = frames.into_iter().filter(|f| f.score >= lowest_score).collect();
    let doubtful = found - frames.len();
    let desk = Desk {
        context,
        offsets: Utf16Map::new(document.text),
        ids: EntityIds::new(context, &frames),
        tellers: casualty::tellers(context.attributions, context.mentions, context.tolls),
    };
    let times = times(&desk);
    let events = events::events(&desk, &frames);
    let published = context.published.map(|d| d.to_string());
    Analysis {
        schema: "1".into(),
        generator: crate::generator(),
        text_sha256: Sha256::digest(document.text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect(),
        source: options.source.clone().unwrap_or_default(),
        published_candidates: candidates(&desk),
        document: parts(&desk),
        entities: entities::entities(&desk),
        timeline: timeline::arrange(&events, published.as_deref()),
        packs: packs::needed(context),
        warnings: warnings::warnings(&desk, &events, LeftOut { doubtful, taken_back }),
        published: Published { basis: if published.is_some() { DateBasis::Given } else { DateBasis::None }, date: published },
        times,
        events,
    }
}

fn candidates(desk: &Desk<'_>) -> Vec<PublishedCandidate> {
    let found = desk.context.reading.document.date_candidates.iter();
    found
        .map(|&(at, date)| {
            let TextSpan { start, end } = desk.span(at);
            PublishedCandidate { start, end, date: date.to_string() }
        })
        .collect()
}

fn parts(desk: &Desk<'_>) -> DocumentParts {
    let document = &desk.context.reading.document;
    let furniture = document.blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate);
    DocumentParts {
        headline: document.first(BlockKind::Headline).map(|s| desk.span(s)),
        dateline: document.dateline.map(|s| desk.span(s)),
        byline: document.first(BlockKind::Byline).map(|s| desk.span(s)),
        boilerplate: furniture.map(|b| desk.span(b.span)).collect(),
    }
}

fn times(desk: &Desk<'_>) -> Vec<Time> {
    let found = desk.context.times.iter().enumerate();
    found
        .map(|(i, t)| {
            let TextSpan { start, end } = desk.words(t.tokens.clone());
            let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
            Time { id: time_id(i), start, end, kind: t.kind, value: t.value.clone(), from: day(t.days.0), to: day(t.days.1) }
        })
        .collect()
}

fn time_id(index: usize) -> Id {
    format!("t{}", index + 1)
}

/// Rounds a score to three decimals, so that it prints alike everywhere.
fn rounded(score: f64) -> f64 {
    (score.clamp(0.0, 1.0) * 1000.0).round() / 1000.0
}
