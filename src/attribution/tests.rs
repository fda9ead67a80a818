//! Examples of attributions: source, cue and content that must be found, and sentences that attribute nothing.

use super::*;
use crate::resources::Resources;

fn told(text: &str) -> String {
    let resources = Resources::embedded();
    let text = text.replace("¶", "\n\n");
    let reading = Reading::of(&text, resources);
    let words = |range: &Range<usize>| if range.is_empty() { "" } else { reading.tokens.span(range.clone()).of(&text) };
    let one = |a: &Attribution| {
        let source = a.speaker.as_ref().map_or("-", &words);
        let content: Vec<&str> = a.content.iter().map(&words).collect();
        format!("{source} | {} | {} | {}", words(&a.cue), format!("{:?}", a.stance).to_lowercase(), content.join(" … "))
    };
    find(&reading, &[], &resources.attributions).iter().map(one).collect::<Vec<_>>().join(" && ").replace("\n\n", "¶")
}

#[test]
fn examples() {
    let mut wrong = Vec::new();
    for row in crate::lexicon::rows(include_str!("data/examples.tsv")) {
        let (text, want) = (row[0], row.get(1).copied().unwrap_or(""));
        let got = told(text);
        if got != want {
            wrong.push(format!("{text}\n    want {want}\n    got  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn odd_texts_do_not_panic() {
    for text in [
        "",
        "said",
        "\"",
        "“ “ ” ”",
        "said:",
        "according to",
        "he said that",
        "quoted as saying",
        ": :",
        "“a said\n\n“b\n\nc”",
        "reports of",
        "claimed",
        "'tis ‘",
    ] {
        told(text);
    }
}

/// Cue and source mention of each attribution.
fn sources(text: &str) -> Vec<String> {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let mentions = crate::mention::find(&reading, &[], &resources.mentions);
    let words = |range: &Range<usize>| reading.tokens.span(range.clone()).of(text);
    let one = |a: &Attribution| format!("{}: {}", words(&a.cue), a.source.map_or("-", |m| words(&mentions[m].tokens)));
    find(&reading, &mentions, &resources.attributions).iter().map(one).collect()
}

#[test]
fn it_is_whoever_spoke_just_before() {
    let told = sources("The United Nations said two convoys were looted. It said nine drivers were missing.");
    assert_eq!(told, ["said: United Nations", "said: United Nations"]);
    // A person is not "it", and what was not said by anyone in the sentence before stays open.
    for text in [
        "Peter Okello said two convoys were looted. It said nine drivers were missing.",
        "The United Nations said two convoys were looted. Rain fell. It said nine drivers were missing.",
    ] {
        assert_eq!(sources(text)[1], "said: It", "{text}");
    }
}

#[test]
fn who_is_named_behind_a_spokesperson_speaks() {
    let text = "“Soldiers shelled the hospital,” said a spokesperson for the Ministry of Health, Ana Ruiz.";
    assert_eq!(sources(text), ["said: Ana Ruiz"]);
}

#[test]
fn places_say_nothing_and_who_was_asked_speaks() {
    for (text, source) in [
        ("Medics at Nasser Hospital said eight people had died.", "said: Medics"),
        ("Residents contacted by Reuters said the bridge had burned.", "said: Residents"),
        ("Reports from Port Sudan said the airport had been bombed.", "said: -"),
        ("A monitor, which is based in Britain, said the army had left.", "said: A monitor"),
    ] {
        assert_eq!(sources(text).first().map(String::as_str), Some(source), "{text}");
    }
}

#[test]
fn who_holds_an_office_in_a_town_speaks() {
    assert_eq!(sources("The mayor of Goma, Ana Ruiz, said rebels had left."), ["said: Ana Ruiz"]);
}

#[test]
fn who_condemns_a_deed_does_not_report_it() {
    let text = "The council condemned the killing of six guards in Kidal on Monday. The envoy accused the army of shelling a school.";
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let rules: Vec<&str> = find(&reading, &[], &resources.attributions).iter().map(|a| a.rule).collect();
    assert_eq!(rules, [JUDGEMENT, "speech-of"]);
}
