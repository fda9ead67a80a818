use super::*;
use crate::Analysis;
use crate::analysis::*;
use crate::event::EventType;
use crate::options::Source;
use std::collections::BTreeMap;

const TEXT: &str = "Jets hit =Bara= on Monday, killing at least three. Fighting raged in Bara.";

fn entity(id: &str, kind: EntityType, name: &str) -> Entity {
    Entity {
        id: id.into(),
        kind,
        name: name.into(),
        mentions: Vec::new(),
        role: None,
        country: (kind == EntityType::Place).then(|| "SY".into()),
        coordinates: (kind == EntityType::Place).then(|| Coordinates { lat: -1.5, lon: 36.25, gazetteer_id: None, score: 1.0 }),
        within: None,
        admin1: None,
        precision: None,
    }
}

fn event(id: &str, kind: EventType, trigger: TextSpan) -> Event {
    Event {
        id: id.into(),
        kind,
        family: kind.family(),
        triggers: vec![trigger],
        agent: vec!["e1".into()],
        target: Vec::new(),
        place: vec!["e2".into()],
        instrument: Vec::new(),
        source: Vec::new(),
        location: vec![Where { place: "e2".into(), relation: PlaceRelation::Near, precision: GeoPrecision::Town }],
        time: Some(EventTime {
            from: Some("2016-10-31".into()),
            to: Some("2016-10-31".into()),
            basis: TimeBasis::Explicit,
            expression: None,
            precision: TimePrecision::Day,
        }),
        modality: Modality::Happened,
        casualties: Vec::new(),
        claims: Vec::new(),
        score: 0.75,
        evidence: Vec::new(),
        codes: kind.codes(),
    }
}

fn killed(low: Option<u32>, high: Option<u32>, quantifier: Quantifier, source: Option<&str>) -> Casualty {
    Casualty { start: 35, end: 49, kind: CasualtyKind::Killed, low, high, quantifier, who: None, source: source.map(Into::into), groups: None }
}

fn sample() -> Analysis {
    let mut strike = event("v1", EventType::Airstrike, TextSpan { start: 5, end: 8 });
    strike.casualties = vec![killed(Some(3), None, Quantifier::AtLeast, Some("e1")), killed(Some(2), Some(2), Quantifier::Exact, None)];
    let events = vec![strike, event("v2", EventType::Clash, TextSpan { start: 51, end: 59 })];
    Analysis {
        source: Source { url: Some("https://example.org/a,b".into()), outlet: None, title: None },
        entities: vec![entity("e1", EntityType::Media, "=SUM(A1) \"press\""), entity("e2", EntityType::Place, "Bara")],
        timeline: crate::timeline::arrange(&events, None),
        events,
        ..crate::analyze("", &crate::Options::default()).expect("good options")
    }
}

fn cells(analysis: &Analysis, row: usize) -> BTreeMap<String, String> {
    cells_of(&to_csv(analysis, TEXT), row)
}

fn cells_of(table: &str, row: usize) -> BTreeMap<String, String> {
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let record = reader.records().nth(row).expect("a row").expect("a whole row");
    header.iter().map(String::from).zip(record.iter().map(String::from)).collect()
}

#[test]
fn csv_has_a_row_for_each_event_and_a_cell_for_each_column() {
    let row = cells(&sample(), 0);
    for (column, cell) in [
        ("id", "v1"),
        ("type", "airstrike"),
        ("modality", "happened"),
        ("from", "2016-10-31"),
        ("places", "Bara"),
        ("country", "SY"),
        ("lat", "-1.5"),
        ("killed_low", "2"),
        ("killed_high", ""),
        ("injured_low", ""),
        ("casualties", "at least 3 killed (=SUM(A1) \"press\"); 2 killed"),
        ("trigger", "hit"),
        ("quote", "Jets hit =Bara= on Monday, killing at least three."),
        ("source_url", "https://example.org/a,b"),
        ("acled_time_precision", "1"),
        ("acled_geo_precision", "2"),
        ("ucdp_where_precision", "2"),
        ("score", "0.75"),
    ] {
        assert_eq!(row[column], cell, "{column}");
    }
    assert_eq!(to_csv(&sample(), TEXT).matches("\r\n").count(), 3);
}

#[test]
fn csv_words_are_no_formulas() {
    assert_eq!(cells(&sample(), 0)["agents"], "'=SUM(A1) \"press\"");
}

#[test]
fn crosswalk_puts_a_strike_into_the_row_of_its_battle() {
    assert_eq!((cells(&sample(), 0)["acled_row"].as_str(), cells(&sample(), 1)["acled_row"].as_str()), ("v2", "v2"));
}

#[test]
fn crosswalk_codes_of_what_did_not_happen() {
    let codes = |kind: EventType, modality| {
        let mut analysis = sample();
        analysis.events[0] = Event { modality, ..event("v1", kind, TextSpan { start: 5, end: 8 }) };
        let row = cells(&analysis, 0);
        (row["acled"].clone(), row["plover"].clone(), row["cameo"].clone())
    };
    let of = |acled: &str, plover: &str, cameo: &str| (acled.to_string(), plover.to_string(), cameo.to_string());
    assert_eq!(codes(EventType::Airstrike, Modality::Happened), of("Air/drone strike", "ASSAULT:aerial", "195"));
    assert_eq!(codes(EventType::Airstrike, Modality::Planned), of("", "THREATEN", ""));
    assert_eq!(codes(EventType::Withdrawal, Modality::Planned), of("", "CONCEDE", ""));
    assert_eq!(codes(EventType::Agreement, Modality::Negated), of("", "REJECT", ""));
    assert_eq!(codes(EventType::Airstrike, Modality::Negated), of("", "", ""));
}

#[test]
fn markdown_report_holds_days_events_and_words() {
    let report = to_markdown(&sample(), TEXT);
    for line in [
        "# Untitled article",
        "## 31 Oct 2016",
        "- **airstrike** (v1, 0.75)",
        "  - at: Bara",
        "  - at least 3 killed (=SUM(A1) \"press\")",
        "  > Jets hit =Bara= on Monday, killing at least three.",
        "| place | Bara | 0 | SY | -1.5, 36.25 |",
    ] {
        assert!(report.lines().any(|l| l == line), "{line}\n{report}");
    }
}

/// The deaths of the only row of an ACLED table whose event has these figures.
fn deaths(figures: Vec<Casualty>) -> String {
    let mut analysis = sample();
    analysis.events.truncate(1);
    analysis.events[0].casualties = figures;
    cells_of(&to_acled(&analysis, TEXT), 0)["fatalities"].clone()
}

#[test]
fn acled_row_of_a_battle_takes_in_its_strike() {
    let table = to_acled(&sample(), TEXT);
    assert_eq!(table.matches("\r\n").count(), 2, "{table}");
    let row = cells_of(&table, 0);
    for (column, cell) in [
        ("event_id", "v2; v1"),
        ("event_date", "2016-10-31"),
        ("event_date_end", ""),
        ("year", "2016"),
        ("time_precision", "1"),
        ("disorder_type", "Political violence"),
        ("event_type", "Battles"),
        ("sub_event_type", "Armed clash"),
        ("actor1", "'=SUM(A1) \"press\""),
        ("actor2", ""),
        ("country", "SY"),
        ("admin1", ""),
        ("location", "Bara"),
        ("latitude", "-1.5"),
        ("longitude", "36.25"),
        ("geo_precision", "2"),
        ("source", ""),
        ("fatalities", "2"),
        ("notes", "Jets hit =Bara= on Monday, killing at least three. Fighting raged in Bara. [at least 3 killed (=SUM(A1) \"press\"); 2 killed]"),
    ] {
        assert_eq!(row[column], cell, "{column}");
    }
}

#[test]
fn acled_logs_what_happened_and_has_a_code() {
    let mut analysis = sample();
    analysis.events[0].modality = Modality::Planned;
    analysis.events[1] = event("v2", EventType::Demand, TextSpan { start: 51, end: 59 });
    assert_eq!(to_acled(&analysis, TEXT).matches("\r\n").count(), 1, "the header only");
}

#[test]
fn acled_counts_the_dead_with_care() {
    use Quantifier::*;
    let of = |who: Option<&str>, toll: Casualty| Casualty { who: who.map(Into::into), ..toll };
    assert_eq!(deaths(vec![]), "", "not told is no zero");
    assert_eq!(deaths(vec![killed(Some(0), Some(0), Exact, None)]), "0");
    assert_eq!(deaths(vec![killed(Some(5), Some(5), Exact, Some("e1")), killed(Some(3), None, AtLeast, Some("e2"))]), "3", "sources that disagree");
    assert_eq!(
        deaths(vec![of(Some("e1"), killed(Some(5), Some(5), Exact, None)), of(Some("e2"), killed(Some(3), Some(3), Exact, None))]),
        "8",
        "other victims"
    );
    assert_eq!(deaths(vec![killed(None, Some(50), AtMost, None)]), "", "up to 50 may be none");
    assert_eq!(deaths(vec![Casualty { kind: CasualtyKind::Injured, ..killed(Some(9), Some(9), Exact, None) }]), "", "the injured are not dead");
}

#[test]
fn geojson_has_a_feature_for_each_event_and_a_point_where_one_is_known() {
    let mut analysis = sample();
    analysis.events[1].place.clear();
    analysis.events[1].location.clear();
    analysis.events[1].time = None;
    let json: serde_json::Value = serde_json::from_str(&to_geojson(&analysis, TEXT)).expect("JSON");
    assert_eq!((json["type"].as_str(), json["features"].as_array().map(Vec::len)), (Some("FeatureCollection"), Some(2)));
    let [first, second] = [&json["features"][0], &json["features"][1]];
    assert_eq!(first["geometry"], serde_json::json!({ "type": "Point", "coordinates": [36.25, -1.5] }));
    assert_eq!(first["properties"]["place_relation"], "near");
    assert_eq!(first["properties"]["acled_geo_precision"], 2);
    assert_eq!(first["properties"]["casualties"][1]["low"], 2);
    assert_eq!(first["properties"]["quote"], "Jets hit =Bara= on Monday, killing at least three.");
    for unknown in ["geometry", "properties/place", "properties/from", "properties/acled_geo_precision", "properties/country"] {
        assert!(second.pointer(&format!("/{unknown}")).is_some_and(serde_json::Value::is_null), "{unknown}: {second}");
    }
}

#[test]
fn a_site_without_coordinates_is_logged_as_in_its_town() {
    let mut analysis = sample();
    analysis.entities.push(entity("e3", EntityType::Facility, "market"));
    analysis.events[0].location = vec![
        Where { place: "e3".into(), relation: PlaceRelation::Near, precision: GeoPrecision::Site },
        Where { place: "e2".into(), relation: PlaceRelation::In, precision: GeoPrecision::Town },
    ];
    analysis.events.truncate(1);
    let row = cells_of(&to_acled(&analysis, TEXT), 0);
    assert_eq!((row["location"].as_str(), row["geo_precision"].as_str()), ("Bara", "1"));
}
