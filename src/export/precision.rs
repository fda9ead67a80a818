//! How finely an event is placed, in the codes of two codebooks, each with its reason.
//!
//! - ACLED geo precision: 1 the town or site itself, 2 near it or a small area, 3 a larger region.
//! - UCDP GED where precision: 1 the exact place, 2 within about 25 km of it, 3 a second-order division, 4 a first-order division,
//!   5 an area or line without fixed bounds, 6 the country, 7 international waters or air.
//!
//! Both follow from what the text says, never from how exact the gazetteer's point is.

use crate::analysis::{Entity, Event, GeoPrecision, PlaceRelation, Where};

/// The precision codes of an event's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrecisionCodes {
    /// ACLED geo precision, 1 to 3; none if the text names no place that is known.
    pub acled: Option<u8>,
    /// UCDP GED where precision, 1 to 7; none if the text names no place that is known.
    pub ucdp: Option<u8>,
    /// Why, in words for a person who checks the row.
    pub reason: &'static str,
}

/// The place that stands for an event's: the finest that the text gives, the first of equals.
pub fn principal(event: &Event) -> Option<&Where> {
    event.location.iter().filter(|w| w.precision != GeoPrecision::None).min_by_key(|w| fineness(w.precision)).or_else(|| event.location.first())
}

/// The codes of an event; `place` is the entity of [`principal`].
pub fn precision_codes(event: &Event, place: Option<&Entity>) -> PrecisionCodes {
    let Some(told) = principal(event) else {
        return PrecisionCodes { acled: None, ucdp: None, reason: "the text names no place for the event" };
    };
    let at_sea = place.is_some_and(|p| p.country.is_none() && is_open_water(&p.name));
    let (acled, ucdp, reason) = match (told.precision, told.relation) {
        (GeoPrecision::None, _) => return PrecisionCodes { acled: None, ucdp: None, reason: "the place is named but not known to the gazetteer" },
        (GeoPrecision::Site, PlaceRelation::In) => (1, 1, "a site is named"),
        (GeoPrecision::Town, PlaceRelation::In) => (1, 1, "a town or village is named"),
        (GeoPrecision::Site, _) => (2, 2, "near a site that is named"),
        (GeoPrecision::Town, PlaceRelation::Near) => (2, 2, "near a town or village that is named"),
        (GeoPrecision::Town, PlaceRelation::Part) => (2, 2, "a part or the surroundings of a town that is named"),
        (GeoPrecision::District, PlaceRelation::Near) => (2, 5, "near a district that is named"),
        (GeoPrecision::District, _) => (2, 3, "a district is named, and nothing finer"),
        (GeoPrecision::Province, PlaceRelation::Near) => (3, 5, "near a province that is named"),
        (GeoPrecision::Province, PlaceRelation::Part) => (3, 4, "a part of a province is named, and nothing finer"),
        (GeoPrecision::Province, PlaceRelation::In) => (3, 4, "a province is named, and nothing finer"),
        (GeoPrecision::Country, PlaceRelation::In) => (3, 6, "a country is named, and nothing finer"),
        (GeoPrecision::Country, _) => (3, 5, "a part or the border of a country is named, and nothing finer"),
        (GeoPrecision::Region, _) if at_sea => (3, 7, "a sea that belongs to no one country is named"),
        (GeoPrecision::Region, _) => (3, 5, "a region, river, mountain or border without fixed bounds is named"),
    };
    PrecisionCodes { acled: Some(acled), ucdp: Some(ucdp), reason }
}

/// Finer places have smaller numbers.
fn fineness(precision: GeoPrecision) -> u8 {
    match precision {
        GeoPrecision::Site => 0,
        GeoPrecision::Town => 1,
        GeoPrecision::District => 2,
        GeoPrecision::Province => 3,
        GeoPrecision::Region => 4,
        GeoPrecision::Country => 5,
        GeoPrecision::None => 6,
    }
}

/// Whether a name is a sea's: "Black Sea", "Gulf of Aden", "Strait of Hormuz".
fn is_open_water(name: &str) -> bool {
    name.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "Sea" | "Ocean" | "Gulf" | "Strait" | "Straits" | "Channel"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::EntityType;

    fn event(places: &[(GeoPrecision, PlaceRelation)]) -> Event {
        let options = crate::Options::default();
        let analysis = crate::analyze("Rebels seized the town of Akhtarin on Tuesday.", &options).expect("good options");
        let mut event = analysis.events.first().cloned().expect("an event");
        let told = |(i, &(precision, relation)): (usize, &(GeoPrecision, PlaceRelation))| Where { place: format!("e{i}"), relation, precision };
        event.location = places.iter().enumerate().map(told).collect();
        event
    }

    fn named(name: &str, country: Option<&str>) -> Entity {
        Entity {
            id: "e0".into(),
            kind: EntityType::Place,
            name: name.into(),
            mentions: Vec::new(),
            role: None,
            country: country.map(str::to_owned),
            coordinates: None,
            within: None,
            admin1: None,
            precision: Some(GeoPrecision::Region),
        }
    }

    #[test]
    fn codes_follow_what_the_text_says() {
        use {GeoPrecision as G, PlaceRelation as P};
        for (precision, relation, acled, ucdp) in [
            (G::Town, P::In, 1, 1),
            (G::Site, P::In, 1, 1),
            (G::Town, P::Near, 2, 2),
            (G::Town, P::Part, 2, 2),
            (G::District, P::In, 2, 3),
            (G::Province, P::In, 3, 4),
            (G::Province, P::Part, 3, 4),
            (G::Province, P::Near, 3, 5),
            (G::Region, P::In, 3, 5),
            (G::Country, P::In, 3, 6),
            (G::Country, P::Part, 3, 5),
        ] {
            let codes = precision_codes(&event(&[(precision, relation)]), None);
            assert_eq!((codes.acled, codes.ucdp), (Some(acled), Some(ucdp)), "{precision:?} {relation:?}");
        }
    }

    #[test]
    fn the_finest_place_stands_for_the_event() {
        let told = event(&[(GeoPrecision::Province, PlaceRelation::In), (GeoPrecision::Town, PlaceRelation::Near)]);
        assert_eq!(principal(&told).map(|w| w.place.as_str()), Some("e1"));
        assert_eq!(precision_codes(&told, None).ucdp, Some(2));
    }

    #[test]
    fn unknown_stays_unknown() {
        assert_eq!(precision_codes(&event(&[]), None).acled, None);
        let codes = precision_codes(&event(&[(GeoPrecision::None, PlaceRelation::In)]), None);
        assert_eq!((codes.acled, codes.ucdp), (None, None));
    }

    #[test]
    fn only_a_sea_without_a_country_is_international() {
        let told = event(&[(GeoPrecision::Region, PlaceRelation::In)]);
        assert_eq!(precision_codes(&told, Some(&named("Gulf of Aden", None))).ucdp, Some(7));
        assert_eq!(precision_codes(&told, Some(&named("Sahel", None))).ucdp, Some(5));
        assert_eq!(precision_codes(&told, Some(&named("Strait of Kerch", Some("UA")))).ucdp, Some(5));
    }
}
