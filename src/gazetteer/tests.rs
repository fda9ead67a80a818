//! Tables of names, and what they must and must not give.

use super::*;

#[test]
fn spellings_of_one_name_have_one_exact_key() {
    for (name, key) in [
        ("Deir ez-Zor", "deiralzor"),
        ("Deir al-Zor", "deiralzor"),
        ("DEIR EL ZOR", "deiralzor"),
        ("I‘zāz", "izaz"),
        ("ash-Shaddadi", "alshaddadi"),
        ("Ar Raqqah", "alraqqa"),
        ("São Tomé", "saotome"),
        ("Łódź", "lodz"),
        ("St. Petersburg", "saintpetersburg"),
        ("The Hague", "hague"),
        ("El Salvador", "alsalvador"),
        ("N'Djamena", "ndjamena"),
        ("U.S.", "us"),
        ("", ""),
    ] {
        assert_eq!(fold(name), key, "{name}");
    }
}

#[test]
fn transliterations_have_one_loose_key() {
    for (a, b) in [
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Saraqeb", "Saraqib"),
        ("Kobani", "Kobane"),
        ("Zaporizhzhia", "Zaporizhia"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Raqqa", "ar-Raqqah"),
        ("Ghouta", "Ghuta"),
    ] {
        assert_eq!(fold_loosely(a), fold_loosely(b), "{a} {b}");
    }
    for (a, b) in [("Homs", "Hama"), ("Mosul", "Basra"), ("Tripoli", "Tripolitania"), ("Dara", "Daraa al-Balad")] {
        assert_ne!(fold_loosely(a), fold_loosely(b), "{a} {b}");
    }
}

fn countries_of(words: &[&str]) -> Vec<String> {
    let gazetteer = Gazetteer::embedded();
    let found = gazetteer.longest_match(words);
    found.map_or(Vec::new(), |m| m.places.iter().filter_map(|&id| gazetteer.place(id).country).map(|c| c.as_str().to_owned()).collect())
}

#[test]
fn names_of_several_words_are_matched_whole() {
    let gazetteer = Gazetteer::embedded();
    for (words, length, country) in [
        (&["Deir", "ez-Zor", "on", "Friday"][..], 2, "SY"),
        (&["Deir", "ez", "-", "Zor"], 4, "SY"),
        (&["New", "York", "Times"], 2, "US"),
        (&["Khan", "Sheikhoun", "was"], 2, "SY"),
        (&["al-Raqqa"], 1, "SY"),
        (&["U.S."], 1, "US"),
        (&["US"], 1, "US"),
        (&["Burkina", "Faso"], 2, "BF"),
        (&["Bosnia", "and", "Herzegovina"], 3, "BA"),
        (&["Kiev"], 1, "UA"),
        (&["Kharkov"], 1, "UA"),
        (&["Saraqeb"], 1, "SY"),
    ] {
        let found = gazetteer.longest_match(words).map(|m| m.words);
        assert_eq!(found, Some(length), "{words:?}");
        assert!(countries_of(words).iter().any(|c| c == country), "{words:?}");
    }
}

#[test]
fn what_is_no_name_is_not_matched() {
    let gazetteer = Gazetteer::embedded();
    for words in [&[][..], &["us"], &["Us"], &["the"], &["al"], &["-"], &["Reuters"], &["\u{200f}"], &["🙂"], &["of", "the"]] {
        assert_eq!(gazetteer.longest_match(words), None, "{words:?}");
    }
}

#[test]
fn peoples_and_seats_name_countries() {
    let gazetteer = Gazetteer::embedded();
    let countries = gazetteer.countries();
    for (word, name, form) in [
        ("Syrian", "Syria", DemonymForm::Adjective),
        ("Syrians", "Syria", DemonymForm::Plural),
        ("Iraqis", "Iraq", DemonymForm::Plural),
        ("Turk", "Turkey", DemonymForm::Noun),
        ("Turkish", "Turkey", DemonymForm::Adjective),
        ("Soviet", "Soviet Union", DemonymForm::Adjective),
        ("South Sudanese", "South Sudan", DemonymForm::Adjective),
        ("Burkinabé", "Burkina Faso", DemonymForm::Adjective),
    ] {
        let found = countries.demonym(word);
        assert!(found.iter().any(|d| d.form == form && &*gazetteer.place(d.place).name == name), "{word}");
    }
    assert_eq!(countries.demonym("Congolese").len(), 2);
    for word in ["Kurdish", "Sunni", "", "Syria"] {
        assert_eq!(countries.demonym(word), [], "{word}");
    }
    for (name, country, town) in
        [("Kremlin", "Russia", false), ("the White House", "United States", false), ("Moscow", "Russia", true), ("Kiev", "Ukraine", true)]
    {
        let seat = countries.seat(name).expect(name);
        assert_eq!((&*gazetteer.place(seat.place).name, seat.town), (country, town), "{name}");
    }
    assert_eq!(countries.seat("Aleppo"), None);
}

fn named<'g>(gazetteer: &'g Gazetteer, names: &[&str]) -> Vec<Named<'g>> {
    let named: Vec<Named<'g>> = names.iter().filter_map(|n| gazetteer.find_name(n)).map(Named::once).collect();
    assert_eq!(named.len(), names.len(), "{names:?}");
    named
}

/// The country and kind chosen for the first of some names of an article.
fn chosen(names: &[&str], clues: &[(&str, u32)]) -> Option<(String, PlaceKind)> {
    let gazetteer = Gazetteer::embedded();
    let named = named(gazetteer, names);
    let clues: Vec<(CountryCode, u32)> = clues.iter().filter_map(|&(c, n)| Some((CountryCode::new(c)?, n))).collect();
    let choice = gazetteer.choose(&named, &clues).into_iter().next().flatten()?;
    let place = gazetteer.place(choice.place);
    Some((place.country.map_or(String::new(), |c| c.as_str().to_owned()), place.kind))
}

#[test]
fn the_place_that_fits_the_article_is_chosen() {
    for (names, clues, country, kind) in [
        (&["Tripoli", "Benghazi", "Misrata"][..], &[][..], "LY", PlaceKind::Town),
        (&["Tripoli", "Beirut"], &[("LB", 2)], "LB", PlaceKind::Town),
        (&["Tripoli"], &[], "LY", PlaceKind::Town),
        (&["Aleppo"], &[], "SY", PlaceKind::Town),
        (&["Georgia", "Atlanta", "Florida"], &[("US", 1)], "US", PlaceKind::Admin1),
        (&["Georgia", "Russia", "Tskhinvali"], &[], "GE", PlaceKind::Country),
        (&["Georgia"], &[], "GE", PlaceKind::Country),
        (&["Syria"], &[], "SY", PlaceKind::Country),
        (&["Homs", "Damascus"], &[], "SY", PlaceKind::Town),
        (&["Kandahar", "Kabul"], &[], "AF", PlaceKind::Town),
        (&["Hyderabad", "Karachi", "Pakistan"], &[], "PK", PlaceKind::Town),
        (&["Hyderabad", "Mumbai", "India"], &[], "IN", PlaceKind::Town),
        (&["Gaza", "Israel"], &[], "PS", PlaceKind::Town),
        (&["Sinjar", "Mosul", "Tal Afar"], &[("IQ", 1)], "IQ", PlaceKind::Town),
        (&["Douma", "Harasta"], &[("SY", 1)], "SY", PlaceKind::Town),
        (&["Bor", "Juba", "Malakal"], &[("SS", 1)], "SS", PlaceKind::Town),
        (&["Rafah", "Khan Younis"], &[("IL", 2)], "PS", PlaceKind::Town),
        (&["Rafah", "Arish", "Sheikh Zuweid"], &[("EG", 2)], "EG", PlaceKind::Town),
        (&["Kidal", "Gao"], &[("ML", 1)], "ML", PlaceKind::Town),
        (&["Helmand"], &[("AF", 1)], "AF", PlaceKind::Admin1),
        (&["Rakhine State"], &[("MM", 1)], "MM", PlaceKind::Admin1),
        (&["North Kivu", "Goma"], &[], "CD", PlaceKind::Admin1),
        (&["Congo", "Kinshasa", "Bukavu"], &[], "CD", PlaceKind::Country),
        (&["Congo", "Brazzaville"], &[], "CG", PlaceKind::Country),
        (&["Niger", "Tillaberi", "Niamey"], &[], "NE", PlaceKind::Country),
    ] {
        assert_eq!(chosen(names, clues), Some((country.to_owned(), kind)), "{names:?}");
    }
}

#[test]
fn what_the_text_says_holds_a_place_decides() {
    let gazetteer = Gazetteer::embedded();
    for (holder, country) in [("Lebanon", "LB"), ("Libya", "LY")] {
        let mut named = named(gazetteer, &["Tripoli", holder, "Paris"]);
        named[0].within = Some(1);
        let choice = gazetteer.choose(&named, &[])[0].expect(holder);
        assert_eq!(gazetteer.place(choice.place).country, CountryCode::new(country), "{holder}");
    }
}

#[test]
fn a_class_word_decides_between_town_and_province() {
    let gazetteer = Gazetteer::embedded();
    for (name, word, kind) in [
        ("Aleppo", "province", PlaceKind::Admin1),
        ("Aleppo", "city", PlaceKind::Town),
        ("Kherson", "region", PlaceKind::Admin1),
        // The town is among the largest of its state, and a region may be a town's.
        ("Kharkiv", "region", PlaceKind::Admin1),
        ("Kharkiv", "city", PlaceKind::Town),
        ("Zaporizhzhia", "region", PlaceKind::Admin1),
        ("Sagaing", "region", PlaceKind::Admin1),
    ] {
        let mut named = named(gazetteer, &[name]);
        named[0].class = gazetteer.class_of(word);
        let choice = gazetteer.choose(&named, &[])[0].expect(name);
        assert_eq!((gazetteer.place(choice.place).kind, choice.fits), (kind, true), "{name} {word}");
    }
    let mut named = named(gazetteer, &["Dubai"]);
    named[0].class = gazetteer.class_of("hospital");
    assert!(gazetteer.choose(&named, &[])[0].is_some_and(|c| !c.fits));
}

#[test]
fn a_small_place_of_another_country_is_not_chosen() {
    let gazetteer = Gazetteer::embedded();
    // The village in Yemen, where the article speaks of Colombia only.
    let found = named(gazetteer, &["Bayhan", "Cali", "Popayan", "Colombia"]);
    assert_eq!(gazetteer.choose(&found, &[(CountryCode::new("CO").expect("CO"), 3)])[0], None);
}

#[test]
fn the_main_country_is_where_the_places_are() {
    let gazetteer = Gazetteer::embedded();
    let main = |names: &[&str]| {
        let named = named(gazetteer, names);
        gazetteer.main_country(&named, &gazetteer.choose(&named, &[]))
    };
    assert_eq!(main(&["Saraqib", "Idlib", "Aleppo", "Turkey"]), CountryCode::new("SY"));
    assert_eq!(main(&["Saraqib", "Mosul"]), None);
    assert_eq!(main(&["Turkey"]), None);
    assert_eq!(main(&[]), None);
}

#[test]
fn names_that_are_words_or_people_need_support() {
    let gazetteer = Gazetteer::embedded();
    for name in ["Reading", "Bath", "Nice", "Victoria", "Georgia", "Jordan", "Hit", "Mary", "Same", "Split"] {
        let places = gazetteer.lookup(&fold(name));
        assert!(places.is_empty() || gazetteer.needs_support(&fold(name)), "{name}");
    }
    for name in ["Aleppo", "Syria", "Paris", "Kyiv", "Hama", "Khartoum"] {
        assert!(!gazetteer.needs_support(&fold(name)), "{name}");
    }
}

#[test]
fn every_capital_is_a_town_of_its_country() {
    let gazetteer = Gazetteer::embedded();
    for (name, country) in [("Damascus", "SY"), ("Kyiv", "UA"), ("Washington", "US"), ("N'Djamena", "TD"), ("Sanaa", "YE"), ("Naypyidaw", "MM")] {
        let found = gazetteer.find_name(name).expect(name);
        let capital = found.places.iter().find(|&&id| gazetteer.is_capital(id)).expect(name);
        assert_eq!(gazetteer.place(*capital).country, CountryCode::new(country), "{name}");
    }
}

#[test]
fn no_text_makes_a_lookup_panic() {
    let gazetteer = Gazetteer::embedded();
    for text in [
        "",
        " ",
        "-",
        "''",
        "\u{0}",
        "🙂🙂",
        "ﷲ",
        "مدينة حلب",
        "Ⅷ",
        "İ",
        "ß",
        "a\u{301}\u{301}\u{301}",
        "al-",
        "-al-",
        "U.",
        "...",
        &"Al ".repeat(5000),
    ] {
        let _ = gazetteer.find_name(text);
        let words: Vec<&str> = text.split(' ').collect();
        let _ = gazetteer.longest_match(&words);
        let _ = (fold(text), fold_loosely(text), gazetteer.needs_support(text));
        let _ = (gazetteer.countries().demonym(text), gazetteer.countries().seat(text));
    }
}

#[test]
fn identifiers_are_unique() {
    let gazetteer = Gazetteer::embedded();
    let mut ids: Vec<String> = gazetteer.iter().map(|(id, _)| gazetteer.source_id(id)).collect();
    ids.sort();
    let twice: Vec<&String> = ids.windows(2).filter(|w| w[0] == w[1]).map(|w| &w[0]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn short_forms_of_states_stand_after_a_comma() {
    let gazetteer = Gazetteer::embedded();
    for (rest, state) in [
        (", Ill., on Monday", Some("Illinois")),
        (", La.", Some("Louisiana")),
        (", IN 46204", Some("Indiana")),
        (" (Ont.)", None),
        ("(Ont.)", Some("Ontario")),
        (", N.S.", Some("Nova Scotia")),
        (", D.C.", Some("District of Columbia")),
        (", In Mosul", None),
        (", Me and", None),
        (", miss.", None),
        (" Ill.", None),
        (", Illinois", None),
        (",", None),
        ("", None),
        (", \u{e9}", None),
    ] {
        let found = gazetteer.state_after(rest).map(|id| &*gazetteer.place(id).name);
        assert_eq!(found, state, "{rest:?}");
    }
}

/// A pack with two towns of one name, a district, and the divisions that hold them.
fn small_pack() -> Vec<u8> {
    let us = CountryCode::new("US");
    let place = |name: &str, kind, admin1, lat, lon, origin| Place {
        name: name.into(),
        aliases: Box::default(),
        kind,
        country: us,
        admin1,
        point: Some(Point { lat, lon }),
        rank: 5,
        origin,
    };
    let (ohio, texas) = (Some(PlaceId(0)), Some(PlaceId(1)));
    pack::compress(&pack::write(&[
        place("Ohio", PlaceKind::Admin1, None, 0, 0, Origin::Own),
        place("Texas", PlaceKind::Admin1, None, 0, 0, Origin::Own),
        place("Quibbleton County", PlaceKind::Admin2, ohio, 4010, -8310, Origin::Own),
        place("Quibbleton", PlaceKind::Town, texas, 3110, -9710, Origin::GeoNames(2)),
        place("Quibbleton", PlaceKind::Town, ohio, 4000, -8300, Origin::GeoNames(1)),
        place("Farwellburg", PlaceKind::Town, ohio, 4020, -8320, Origin::GeoNames(3)),
    ]))
}

#[test]
fn a_pack_adds_places_to_the_divisions_of_the_core() {
    let bytes = small_pack();
    let gazetteer = Gazetteer::with_packs(&[&bytes, &bytes]);
    assert_eq!(gazetteer.len(), Gazetteer::embedded().len() + 4);
    let found = gazetteer.find_name("Farwellburg").expect("a town of the pack");
    let division = gazetteer.place(found.places[0]).admin1.expect("a division");
    assert!(found.regional && (division.0 as usize) < Gazetteer::embedded().len());
    assert_eq!(&*gazetteer.place(division).name, "Ohio");
    assert!(gazetteer.find_name("Damascus").is_some_and(|f| !f.regional));
    assert!(gazetteer.faults().is_empty());
}

#[test]
fn names_that_fit_together_find_one_another() {
    let bytes = small_pack();
    let gazetteer = Gazetteer::with_packs(&[&bytes]);
    for (names, number) in [(&["Quibbleton", "Farwellburg", "Ohio"][..], 1), (&["Quibbleton", "Farwellburg"], 1), (&["Quibbleton", "Texas"], 2)] {
        let named = named(&gazetteer, names);
        let choice = gazetteer.choose(&named, &[])[0].expect(names[1]);
        assert_eq!(gazetteer.place(choice.place).origin, Origin::GeoNames(number), "{names:?}");
    }
    let mut named = named(&gazetteer, &["Quibbleton"]);
    named[0].state = gazetteer.state_after(", Texas").or_else(|| gazetteer.state_after(", Tex."));
    assert_eq!(gazetteer.choose(&named, &[])[0].map(|c| gazetteer.place(c.place).origin), Some(Origin::GeoNames(2)));
}

#[test]
fn a_damaged_pack_is_left_out() {
    let whole = small_pack();
    let mut altered = whole.clone();
    altered[20] ^= 4;
    let gazetteer = Gazetteer::with_packs(&[b"", b"no pack", &whole[..40], &altered, &whole]);
    assert_eq!(gazetteer.faults().iter().map(|f| f.pack).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert!(gazetteer.find_name("Farwellburg").is_some());
    let analysis = crate::analyze_with("Rebels took Damascus.", &crate::Options::default(), &gazetteer).expect("good options");
    assert_eq!(analysis.warnings.iter().filter(|w| w.code == "pack-left-out").count(), 4);
}

#[test]
fn the_packs_that_an_article_calls_for_are_named() {
    let bytes = small_pack();
    let clue = |code: &str, n| (CountryCode::new(code).expect(code), n);
    let core = Gazetteer::embedded();
    assert_eq!(core.packs_needed(&[clue("SY", 5), clue("US", 2), clue("FR", 1)]), ["levant-iraq", "usa"]);
    assert_eq!(core.packs_needed(&[clue("SY", 3), clue("IQ", 3)]), ["levant-iraq"]);
    assert_eq!(core.packs_needed(&[]), [""; 0]);
    assert_eq!(Gazetteer::with_packs(&[&bytes]).packs_needed(&[clue("US", 2)]), [""; 0]);
}

#[test]
fn the_core_stays_small() {
    // Compressed as it is served it is a little more than half of this.
    assert!(CORE.len() < 620_000, "{}", CORE.len());
    assert!(Gazetteer::read(CORE).is_ok_and(|g| g.len() > 20_000));
    for damaged in [&CORE[..1000], &CORE[1..], b"", b"DGZ1"] {
        assert!(Gazetteer::read(damaged).is_err());
    }
}
