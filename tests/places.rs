//! Where the places of a text are: tables of what must and what must not be found, with the core and with regional packs.

use dateline::gazetteer::Gazetteer;
use dateline::{Analysis, Options, analyze, analyze_with};

fn core(text: &str) -> Analysis {
    analyze(text, &Options::default()).expect("good options")
}

/// Country and division of a place, "-" for what is not known.
fn told(analysis: &Analysis, name: &str) -> String {
    let place = analysis.entities.iter().find(|e| e.name == name && e.country.is_some()).or(analysis.entities.iter().find(|e| e.name == name));
    let known = |part: Option<&str>| part.unwrap_or("-").to_owned();
    place.map_or("absent".into(), |e| format!("{} {}", known(e.country.as_deref()), known(e.admin1.as_deref())))
}

#[test]
fn the_core_places_what_an_article_on_a_war_names() {
    for (text, name, expected) in [
        ("Fighting reached Tripoli, in northern Lebanon, on Monday, killing two soldiers.", "Tripoli", "LB North"),
        ("Rebels shelled the town of Saraqib, in Idlib province, on Monday.", "Saraqib", "SY Idlib"),
        ("Gunmen attacked Syrian soldiers near Damacsus, and shells fell on Homs and Aleppo in Syria.", "Damacsus", "SY Dimashq"),
        ("An air strike hit Dnipro and Kharkiv in Ukraine, and Odesa was shelled.", "Dnipro", "UA Dnipropetrovsk Oblast"),
    ] {
        let analysis = core(text);
        let found = told(&analysis, name);
        assert_eq!(found.split(' ').next(), expected.split(' ').next(), "{text}: {found}");
    }
}

#[test]
fn a_place_without_a_name_lies_where_the_text_takes_place() {
    let analysis = core("Rebels shelled Aleppo and Idlib in Syria on Monday. Jets bombed two hospitals on Tuesday, killing nine people.");
    let hospitals = analysis.entities.iter().find(|e| e.name.contains("hospitals")).expect("the hospitals");
    assert_eq!((hospitals.country.as_deref(), hospitals.coordinates.as_ref()), (Some("SY"), None));
    let analysis = core("Rebels shelled Aleppo in Syria on Monday. Soldiers shot two men in Mosul in Iraq. Jets bombed hospitals, killing nine.");
    let hospitals = analysis.entities.iter().find(|e| e.name.contains("hospitals"));
    assert!(hospitals.is_none_or(|h| h.country.is_none()));
}

#[test]
fn towns_of_a_pack_are_called_for_and_then_found() {
    let text = "A gunman killed two people near Chatham, Ill., on Monday. The sheriff of Sangamon County said a man from Springfield was held.";
    let first = core(text);
    assert_eq!(first.packs.first().map(String::as_str), Some("usa"));
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/www/packs/usa.pack")).expect("the pack");
    let gazetteer = Gazetteer::with_packs(&[&bytes]);
    let second = analyze_with(text, &Options::default(), &gazetteer).expect("good options");
    assert!(!second.packs.contains(&"usa".to_owned()));
    for name in ["Chatham", "Sangamon County", "Springfield"] {
        assert_eq!(told(&second, name), "US Illinois", "{name}");
    }
}

#[test]
fn every_pack_can_be_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/packs");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the packs").filter_map(|f| f.ok().map(|f| f.path())).collect();
    files.sort();
    let bytes: Vec<Vec<u8>> = files.iter().map(|f| std::fs::read(f).expect("a pack")).collect();
    let gazetteer = Gazetteer::with_packs(&bytes.iter().map(Vec::as_slice).collect::<Vec<_>>());
    assert!(files.len() > 20 && gazetteer.faults().is_empty());
    assert!(gazetteer.len() > 200_000, "{}", gazetteer.len());
    assert!(bytes.iter().map(Vec::len).sum::<usize>() < 4_000_000);
}
