//! Each row: a text, and the mentions that must be found in it, kind and type before the words.

use crate::analysis::MentionKind;
use crate::{Reading, Resources};

/// The name mentions of a text as `type:words`.
fn names(text: &str) -> Vec<String> {
    found(text, MentionKind::Name)
}

fn found(text: &str, kind: MentionKind) -> Vec<String> {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let times = crate::time::find(&reading, &resources.times, None);
    let mentions = super::find(&reading, &times, &resources.mentions);
    let words = |m: &super::Mention| reading.tokens.span(m.tokens.clone()).of(text).to_owned();
    let label = |m: &super::Mention| serde_json::to_value(m.entity_type).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    mentions.iter().filter(|m| m.kind == kind).map(|m| format!("{}:{}", label(m), words(m))).collect()
}

/// Asserts that a text has exactly these names.
macro_rules! names {
    ($($test:ident: $text:literal => [$($name:literal),*];)+) => {
        $(#[test] fn $test() { let expected: Vec<&str> = vec![$($name),*]; assert_eq!(names($text), expected); })+
    };
}

names! {
    names_aliases: "Fighters of the FSA and of Ahrar al-Sham left." => ["armed_group:FSA", "armed_group:Ahrar al-Sham"];
    names_keep_member_words: "They said Houthi fighters fled from Emirati warplanes." => ["armed_group:Houthi fighters", "state_force:Emirati warplanes"];
    names_leave_class_words: "The village fell to the Boko Haram group." => ["armed_group:Boko Haram"];
    names_adjective_acting: "An official said Ethiopian airstrikes hit the camp." => ["government:Ethiopian"];
    names_adjective_of_title: "He met the Chadian president." => [];
    names_backed_by: "They are Rwanda-backed rebels." => ["government:Rwanda"];
    names_state_as_land: "Many people fled to Uganda." => ["place:Uganda"];
    names_state_acting: "On Monday Uganda accused its neighbour of lying." => ["government:Uganda"];
    names_seat_acting: "On Monday Ankara switched the loudspeakers off." => ["government:Ankara"];
    names_seat_as_town: "Last year Nairobi grew fast." => ["place:Nairobi"];
    names_seat_pressed: "Riga gave Minsk two days to answer." => ["government:Riga", "government:Minsk"];
    names_power_of_ministers: "The ministers of Benin, Togo and Ghana met." => ["government:Benin", "government:Togo", "government:Ghana"];
    names_land_left_for: "Thousands left for Armenia." => ["place:Armenia"];
    names_land_within: "Shelling into Armenia continues." => ["place:Armenia"];
    names_power_of_right: "He defended Kenya's right to respond." => ["government:Kenya"];
    names_land_of_river: "He crossed Kenya's longest river." => ["place:Kenya"];
    names_embassy_as_house: "Crowds stoned the Danish embassy." => ["facility:Danish embassy"];
    names_embassy_as_voice: "The Danish embassy denied the report." => ["government:Danish embassy"];
    names_square: "They met in Freedom Square." => ["place:Freedom Square"];
    names_university_as_place: "They gathered at Orla University." => ["facility:Orla University"];
    names_university_as_body: "Orla University condemned the raid." => ["organization:Orla University"];
    names_soldiers_of_union: "Two African Union soldiers were hurt." => ["state_force:African Union soldiers"];
    names_former_soldier: "A former Danish soldier was tried." => ["population:Danish soldier"];
    names_opposition: "The Malagasy opposition rejected the vote." => ["organization:Malagasy opposition"];
    names_news_agency: "The official news agency ZIM reported it." => ["media:ZIM"];
    names_exercise: "The army began Shield-2023 on Monday." => ["operation:Shield-2023"];
    names_apposition: "He was held at Vaziani, a camp near the town." => ["facility:Vaziani"];
    names_province_in_city_out: "Troops left Kunduz province and Herat city." => ["place:Kunduz province", "place:Herat"];
    names_facility: "The rockets landed near Bagram airbase." => ["facility:Bagram airbase"];
    names_forces_of_a_leader: "Villagers said Haftar's forces shot at them." => ["armed_group:Haftar's forces"];
    names_title_stays_out: "A statement by Gen. Amos Ndlovu was read." => ["person:Amos Ndlovu"];
    names_surname_follows: "Aid worker Lena Brandt spoke. Later Brandt left." => ["person:Lena Brandt", "person:Brandt"];
    names_shared_noun: "They feared Syrian and Russian warplanes." => ["state_force:Syrian", "state_force:Russian warplanes"];
    names_border: "They crossed the Chad-Sudan border at night." => ["place:Chad-Sudan border"];
    names_unknown_brigade: "He joined the Sons of Thunder Brigade." => ["armed_group:Sons of Thunder Brigade"];
    names_ministry: "A note from Kenya's foreign ministry came." => ["government:Kenya's foreign ministry"];
    names_unit: "She served in the 12th Armoured Brigade." => ["state_force:12th Armoured Brigade"];
    names_given_name_of_two_syllables: "Mr Oh Min-seo met Tak Ji-won. Later Oh left." => ["person:Oh Min-seo", "person:Tak Ji-won", "person:Oh"];
    names_hyphen_before_a_participle: "The Cape Orla-led talks went on." => ["place:Cape Orla"];
    names_initials_and_particle: "It was a gift of P. W. de Brink." => ["person:P. W. de Brink"];
    names_nationality_of_one_is_no_name: "They freed a Danish doctor, a Danish diplomat and his Danish colleague." => [];
    names_nationality_of_a_site_is_no_name: "A Danish hotel burned." => [];
    names_official_is_a_name: "He met a Danish official." => ["person:Danish official"];
    names_trait_of_a_thing: "They sank a Danish-built ferry." => [];
    names_occasion: "He won the Nobel Prize on Liberty Day." => [];
    names_part_of_a_paper: "He read Chapter VII aloud." => [];
    names_sum: "It cost N450 million." => [];
    names_occupation_forces: "They fled from the Danish occupation forces." => ["state_force:Danish occupation forces"];
    names_drones: "They found Danish drones, and Danish artillery fire went on." => ["weapon:Danish drones", "government:Danish"];
    names_commanders: "Two Boko Haram commanders left." => ["armed_group:Boko Haram commanders"];
    names_ministers_of_a_body: "The EU ministers left." => ["organization:EU"];
    names_creed: "He joined the CPN (Maoist) in May." => ["armed_group:CPN (Maoist)"];
    names_troops_of_a_continent: "He saw East African troops there." => ["state_force:East African troops"];
    names_led_troops: "He saw Danish-led troops there." => ["state_force:Danish-led troops"];
    names_two_datelines: "They flew from Goma/Bukavu." => ["place:Goma", "place:Bukavu"];
    names_numbered_item: "2. Welcomes the truce." => [];
    names_no_sentence_start: "Heavy rain fell. Nobody came." => [];
    names_no_months: "It was in March and in May." => [];
    names_pronoun_of_country: "Let us go." => [];
}

#[test]
fn nominals_keep_determiner_and_leave_numbers() {
    assert_eq!(
        found("At least five young women fled from the armed rebels.", MentionKind::Nominal),
        ["population:young women", "armed_group:the armed rebels"]
    );
}

#[test]
fn nominals_keep_ages() {
    assert_eq!(found("They shot a 48-year-old man there.", MentionKind::Nominal), ["person:a 48-year-old man"]);
}

#[test]
fn nominals_of_modifiers_stand_alone() {
    assert_eq!(found("A rebel offensive began.", MentionKind::Nominal), ["armed_group:rebel"]);
}

#[test]
fn mentions_do_not_overlap_and_hold_their_heads() {
    let text =
        "The Malian army and Russian mercenaries attacked Kidal. Its governor, Hassan Traoré, fled to Gao with 20 soldiers (and Tuareg fighters).";
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let mentions = super::find(&reading, &[], &resources.mentions);
    assert!(!mentions.is_empty());
    for pair in mentions.windows(2) {
        assert!(pair[0].tokens.end <= pair[1].tokens.start, "{pair:?}");
    }
    for mention in &mentions {
        assert!(mention.tokens.contains(&mention.head), "{mention:?}");
    }
}

#[test]
fn mentions_of_odd_texts_do_not_fail() {
    for text in [
        "",
        " ",
        "\u{feff}",
        "🚨🚨",
        "...",
        "A",
        "the",
        "'s",
        "-",
        "U.S.-led",
        "pro-",
        "of of of Of",
        "الجيش السوري",
        "(\"(",
        "Mr.",
        "Gen.",
        "3rd",
        "X -",
        "Syria's",
    ] {
        let _ = (names(text), found(text, MentionKind::Nominal));
    }
}

#[test]
fn names_of_the_table_are_found() {
    let mut failed = Vec::new();
    for line in include_str!("examples.tsv").lines().filter(|l| !l.starts_with('#')) {
        let Some((text, expected)) = line.split_once('\t') else { continue };
        let expected: Vec<&str> = expected.split(" | ").filter(|e| *e != "-").collect();
        let found = names(text);
        if found != expected {
            failed.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
