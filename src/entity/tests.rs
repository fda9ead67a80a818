//! Each test: a text of our own, and which of its words are one.

use super::ResolvedEntity;
use crate::mention::Mention;
use crate::{Reading, Resources};

/// What `look` sees of a text, its mentions and its entities.
fn resolved<T>(text: &str, look: impl FnOnce(&Reading<'_>, &[Mention], Vec<ResolvedEntity>) -> T) -> T {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let mentions = crate::mention::find(&reading, &[], &resources.mentions);
    let found = super::resolve(&reading, &mentions, &resources.entities);
    look(&reading, &mentions, found.entities)
}

/// The entities of a text as `name: mention; mention`.
fn entities(text: &str) -> Vec<String> {
    resolved(text, |reading, mentions, found| {
        let words = |&m: &usize| reading.tokens.span(mentions[m].tokens.clone()).of(text);
        found.iter().map(|e| format!("{}: {}", e.name, e.mentions.iter().map(words).collect::<Vec<_>>().join("; "))).collect()
    })
}

/// The state of the entity of a name.
fn country(text: &str, name: &str) -> Option<String> {
    resolved(text, |_, _, found| found.into_iter().find(|e| e.name == name).and_then(|e| e.country))
}

#[test]
fn entities_join_known_aliases() {
    assert!(
        entities("TPLF fighters left Mekelle. The Tigray People's Liberation Front denied it.")
            .iter()
            .any(|e| e == "Tigray People's Liberation Front: TPLF fighters; Tigray People's Liberation Front")
    );
}

#[test]
fn entities_learn_short_forms_in_brackets() {
    let all = entities("The Free River Movement (FRM) attacked. On Friday the FRM left.");
    assert!(all.iter().any(|e| e == "Free River Movement: Free River Movement; FRM; FRM"), "{all:?}");
}

#[test]
fn entities_join_surnames_and_pronouns() {
    let all = entities("Governor Peter Okello spoke in Gulu. Okello said he was tired.");
    assert!(all.iter().any(|e| e == "Peter Okello: Peter Okello; Okello; he"), "{all:?}");
}

#[test]
fn entities_join_a_force_and_its_members() {
    let all = entities("The Ethiopian army shelled the town. Ethiopian troops entered it, and the soldiers burned houses.");
    assert!(all.iter().any(|e| e.starts_with("Ethiopian army: Ethiopian army; Ethiopian troops; the soldiers")), "{all:?}");
}

#[test]
fn entities_keep_a_state_and_its_land_apart() {
    let all = entities("Eritrea denied the report. The refugees fled to Eritrea.");
    assert!(all.iter().any(|e| e == "Eritrea: Eritrea") && all.iter().filter(|e| e.starts_with("Eritrea:")).count() == 2, "{all:?}");
}

#[test]
fn entities_in_apposition_are_one() {
    let all = entities("Airwars, a monitoring group, counted the dead.");
    assert!(all.iter().any(|e| e == "Airwars: Airwars; a monitoring group"), "{all:?}");
}

#[test]
fn entities_of_places_have_their_state() {
    assert_eq!(country("Shells fell on Aleppo and on Homs in Syria.", "Aleppo").as_deref(), Some("SY"));
    assert_eq!(country("It happened in the village of Qwyxtown.", "Qwyxtown"), None);
}

#[test]
fn entities_of_a_text_without_mentions_are_none() {
    assert!(entities("It rained.").is_empty());
    assert!(entities("").is_empty());
}

#[test]
fn entities_keep_aircraft_and_armies_apart() {
    let all = entities("Russian aircraft flew over the area. The minister vowed that the army would push on. Turkey sent tanks across the border.");
    assert!(all.iter().any(|e| e == "Russian aircraft: Russian aircraft"), "{all:?}");
}

#[test]
fn entities_of_a_headline_are_told_fully_later() {
    let all = entities("Rebels retake two villages\n\nSyrian rebels on Wednesday recaptured two villages, a commander said.");
    assert!(all.iter().any(|e| e == "Syrian rebels: Rebels; Syrian rebels"), "{all:?}");
}

#[test]
fn entities_that_belong_to_another_side_are_not_the_rebels() {
    let all = entities("Syrian rebels entered the town. The Islamic State denied that its fighters had left.");
    assert!(all.iter().any(|e| e == "Islamic State: Islamic State; its fighters"), "{all:?}");
}

#[test]
fn a_government_that_sits_in_a_capital_is_of_its_state() {
    let all = entities(
        "Rebels in Mali attacked Gao. Soldiers fought them near Kidal. She urged the government in Copenhagen to act, and the authorities in Gao agreed.",
    );
    assert!(all.iter().any(|e| e == "Denmark: the government") && all.iter().any(|e| e == "Mali: the authorities"), "{all:?}");
}

#[test]
fn entities_of_owned_soldiers_are_no_planes() {
    let all = entities("Turkish planes bombed a village, Turkish officials said. Ankara said its soldiers had entered the town.");
    assert!(all.iter().any(|e| e == "Turkish planes: Turkish planes") && all.iter().any(|e| e == "its soldiers: its soldiers"), "{all:?}");
}

#[test]
fn entities_of_a_title_and_a_name_between_commas_are_one() {
    let all = entities("The regional governor, Pavlo Hrytsenko, said two people died in Kherson.");
    assert!(all.iter().any(|e| e == "Pavlo Hrytsenko: The regional governor; Pavlo Hrytsenko"), "{all:?}");
    let all = entities("The governor, the mayor and Ali Hassan were present.");
    assert!(all.iter().any(|e| e == "Ali Hassan: Ali Hassan"), "{all:?}");
}

#[test]
fn entities_of_members_are_their_group() {
    let all = entities("Fighters from the Free River Movement burned trucks.");
    assert!(all.iter().any(|e| e == "Free River Movement: Fighters; Free River Movement"), "{all:?}");
    let all = entities("Congolese forces left Sake. Kinshasa accused Kigali of sending 4,000 troops.");
    assert!(all.iter().any(|e| e == "Congolese forces: Congolese forces"), "{all:?}");
}

#[test]
fn entities_of_a_list_of_provinces_hold_none_of_each_other() {
    let text = "Drones were shot down over Kharkiv, Sumy, Poltava and Odesa.";
    let found = resolved(text, |_, _, found| found);
    assert!(found.iter().all(|e| e.within.is_none()), "{found:?}");
}

#[test]
fn entities_of_facilities_lie_in_the_town_they_are_called_after() {
    let text = "Shells hit El Obeid hospital. Doctors in El Obeid counted the dead.";
    let found = resolved(text, |_, _, found| found);
    let at = |name: &str| found.iter().position(|e| e.name == name).expect("an entity");
    assert_eq!(found[at("El Obeid hospital")].within, Some(at("El Obeid")), "{found:?}");
}

#[test]
fn entities_of_a_capital_are_no_town_before_it() {
    let all = entities(
        "Families fled towards Tandalti. In the capital Khartoum, the army struck. The talks in Jeddah failed. Rebels vowed to retake the capital.",
    );
    assert!(all.iter().any(|e| e == "Khartoum: the capital; Khartoum; the capital"), "{all:?}");
    let all = entities("Families fled towards Tandalti. Rebels vowed to retake the capital of the state.");
    assert!(all.iter().any(|e| e == "Tandalti: Tandalti"), "{all:?}");
}

#[test]
fn entities_know_rulers_by_their_state() {
    let all = entities("President Tomas Okello met Kenyan President William Ruto in Nairobi. The Kenyan leader smiled.");
    assert!(all.iter().any(|e| e.starts_with("William Ruto: William Ruto; The Kenyan leader")), "{all:?}");
}

#[test]
fn entities_tell_groups_by_what_they_do() {
    let all = entities("The Free Doctors Network blamed Hamas. The medical group counted 12 dead. The group asked for help.");
    assert!(all.iter().any(|e| e == "Free Doctors Network: Free Doctors Network; The medical group; The group"), "{all:?}");
}

#[test]
fn entities_join_other_names() {
    let all = entities("Police seized Jean Rouvier, also known as Lizard.");
    assert!(all.iter().any(|e| e == "Jean Rouvier: Jean Rouvier; Lizard"), "{all:?}");
}

#[test]
fn entities_keep_what_was_called_paramilitary() {
    let all = entities("The Rapid Support Forces, a paramilitary group, left. The army stayed. The paramilitary force denied it.");
    assert!(all.iter().any(|e| e.starts_with("Rapid Support Forces:") && e.contains("The paramilitary force")), "{all:?}");
}
