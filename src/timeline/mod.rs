//! events → timeline: events in order of time, with honest precision; undated last.

mod label;

use crate::analysis::{Event, EventTime, Modality, TimePrecision, TimelineItem};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub use label::label;

/// What ended more than this many days before the news of the day is background.
const BACKGROUND_DAYS: i64 = 60;
/// What went on for longer than this many days is background too: a war, not its latest battle.
const LONG_DAYS: i64 = 370;

/// First and last day; either may be open.
type Days = (Option<Date>, Option<Date>);

/// A stretch of days with the events that lie on it.
#[derive(Debug)]
struct Stretch<'e> {
    days: Days,
    precision: TimePrecision,
    events: Vec<&'e Event>,
}

impl Stretch<'_> {
    /// First day known; a deadline ("by Friday") has only a last one.
    fn start(&self) -> Option<Date> {
        self.days.0.or(self.days.1)
    }

    /// Last day known.
    fn end(&self) -> Option<Date> {
        self.days.1.or(self.days.0)
    }

    fn is_background(&self, news: Date) -> bool {
        let long_ago = |day: Date| days_between(day, news) > BACKGROUND_DAYS;
        let long = matches!((self.start(), self.end()), (Some(a), Some(b)) if days_between(a, b) > LONG_DAYS);
        self.end().is_some_and(long_ago) || long && self.start().is_some_and(long_ago)
    }
}

fn days_between(earlier: Date, later: Date) -> i64 {
    i64::from((later - earlier).get_days())
}

/// Arranges events: the same stretch of days is one item, undated events come last. Every event is in one item.
pub fn arrange(events: &[Event], published: Option<&str>) -> Vec<TimelineItem> {
    let mut by_days: BTreeMap<Days, Stretch<'_>> = BTreeMap::new();
    let mut undated = Vec::new();
    for event in events {
        match event.time.as_ref().map(days).filter(|days| *days != (None, None)) {
            Some(days) => add(&mut by_days, days, event),
            None => undated.push(event),
        }
    }
    let mut stretches: Vec<Stretch<'_>> = by_days.into_values().collect();
    stretches.sort_by_key(|s| (s.start(), s.end()));
    let news = published.and_then(|d| d.parse().ok()).or_else(|| latest(&stretches));
    let mut items: Vec<TimelineItem> = stretches.iter().map(|s| item(s, news)).collect();
    if !undated.is_empty() {
        items.push(item(&Stretch { days: (None, None), precision: TimePrecision::None, events: undated }, None));
    }
    items
}

fn days(time: &EventTime) -> Days {
    let day = |d: &Option<String>| d.as_deref().and_then(|d| d.parse().ok());
    (day(&time.from), day(&time.to))
}

/// Adds an event to its stretch; of several precisions the coarsest is the honest one.
fn add<'e>(by_days: &mut BTreeMap<Days, Stretch<'e>>, days: Days, event: &'e Event) {
    let precision = event.time.as_ref().map_or(TimePrecision::None, |t| t.precision);
    let stretch = by_days.entry(days).or_insert_with(|| Stretch { days, precision, events: Vec::new() });
    stretch.precision = stretch.precision.max(precision);
    stretch.events.push(event);
}

/// Without a publication date, the news of the day is the latest thing that happened.
fn latest(stretches: &[Stretch<'_>]) -> Option<Date> {
    let happened = |s: &&Stretch<'_>| s.events.iter().any(|e| e.modality == Modality::Happened);
    stretches.iter().filter(happened).filter_map(Stretch::start).max()
}

fn item(stretch: &Stretch<'_>, news: Option<Date>) -> TimelineItem {
    TimelineItem {
        from: stretch.days.0.map(|d| d.to_string()),
        to: stretch.days.1.map(|d| d.to_string()),
        precision: stretch.precision,
        background: news.is_some_and(|n| stretch.is_background(n)),
        label: label(stretch.days, stretch.precision),
        events: stretch.events.iter().map(|e| e.id.clone()).collect(),
    }
}

/// The day after.
fn next_day(day: Date) -> Option<Date> {
    day.checked_add(1.day()).ok()
}

#[cfg(test)]
mod tests;
