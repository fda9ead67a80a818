use super::*;
use crate::analysis::{Codes, TimeBasis};
use crate::event::EventType;

fn event(id: &str, from: &str, to: &str, precision: TimePrecision) -> Event {
    let day = |d: &str| Some(d.to_string()).filter(|d| !d.is_empty());
    Event {
        id: id.into(),
        kind: EventType::Clash,
        family: EventType::Clash.family(),
        triggers: Vec::new(),
        agent: Vec::new(),
        target: Vec::new(),
        place: Vec::new(),
        instrument: Vec::new(),
        source: Vec::new(),
        location: Vec::new(),
        time: Some(EventTime { from: day(from), to: day(to), basis: TimeBasis::Explicit, expression: None, precision }),
        modality: Modality::Happened,
        casualties: Vec::new(),
        claims: Vec::new(),
        score: 1.0,
        evidence: Vec::new(),
        codes: Codes::default(),
    }
}

/// "label: ids", with a star for background.
fn told(events: &[Event], published: Option<&str>) -> Vec<String> {
    let items = arrange(events, published);
    items.iter().map(|i| format!("{}{}: {}", if i.background { "*" } else { "" }, i.label, i.events.join(" "))).collect()
}

#[test]
fn timeline_is_in_order_of_time_and_undated_events_are_last() {
    use TimePrecision::*;
    let events = [
        event("v1", "2016-11-02", "2016-11-02", Day),
        event("v2", "", "", None),
        event("v3", "2016-11-01", "2016-11-01", Day),
        event("v4", "2016-11-02", "2016-11-02", Time),
        event("v5", "2011-01-01", "2011-04-30", Range),
        Event { time: Option::None, ..event("v6", "", "", None) },
        event("v7", "", "2016-11-04", Range),
    ];
    assert_eq!(told(&events, Some("2016-11-02")), ["*early 2011: v5", "1 Nov 2016: v3", "2 Nov 2016: v1 v4", "by 4 Nov 2016: v7", "undated: v2 v6"]);
    assert_eq!(arrange(&events, Option::None)[2].precision, Day);
}

#[test]
fn timeline_background_needs_no_publication_date() {
    use TimePrecision::*;
    let planned = Event { modality: Modality::Planned, ..event("v3", "2020-01-01", "2020-01-31", Month) };
    let events = [event("v1", "2016-11-02", "2016-11-02", Day), event("v2", "2016-01-01", "2016-01-31", Month), planned];
    assert_eq!(told(&events, Option::None), ["*January 2016: v2", "2 Nov 2016: v1", "January 2020: v3"]);
    assert_eq!(told(&events[1..2], Option::None), ["January 2016: v2"]);
}

#[test]
fn timeline_of_a_long_war_is_background_though_it_goes_on() {
    use TimePrecision::*;
    let events = [
        event("v1", "2011-03-15", "2016-11-02", Range),
        event("v2", "2016-10-01", "2016-11-02", Range),
        event("v3", "2016-09-10", "2016-09-10", Day),
    ];
    assert_eq!(told(&events, Some("2016-11-02")), ["*15 Mar 2011 – 2 Nov 2016: v1", "10 Sep 2016: v3", "1 Oct – 2 Nov 2016: v2"]);
}

#[test]
fn timeline_without_events_is_empty() {
    assert!(arrange(&[], Some("2016-11-02")).is_empty());
}
