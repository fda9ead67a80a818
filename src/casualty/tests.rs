//! Examples of tolls, each with what must be found: kind, low, high; "-" for an open end.

use super::*;
use crate::resources::Resources;

fn told(text: &str) -> String {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let tolls = find(&reading, &[], &resources.casualties);
    let end = |n: Option<u32>| n.map_or("-".into(), |n| n.to_string());
    tolls
        .iter()
        .filter(|t| t.rule != BY_EVENT)
        .map(|t| format!("{} {} {}", format!("{:?}", t.kind).to_lowercase(), end(t.low), end(t.high)))
        .collect::<Vec<_>>()
        .join("; ")
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
        "12",
        "killed",
        "killed 12",
        "of 12 of",
        "a a a one no no",
        "99999999999999999999999 killed",
        "1,2,3.4.5 million million million dead",
        "between 10 and",
    ] {
        told(text);
    }
}

/// The tolls of a text whose victims are named: kind, low, high.
fn of_named(text: &str) -> Vec<(CasualtyKind, Option<u32>, Option<u32>)> {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let mentions = crate::mention::find(&reading, &[], &resources.mentions);
    find(&reading, &mentions, &resources.casualties).iter().map(|t| (t.kind, t.low, t.high)).collect()
}

#[test]
fn one_who_is_named_between_commas_is_one() {
    assert_eq!(of_named("The mayor, Ana Ruiz, was killed in her car."), [(CasualtyKind::Killed, Some(1), Some(1))]);
    assert_eq!(of_named("The clashes claimed the life of Ana Ruiz, a nurse."), [(CasualtyKind::Killed, Some(1), Some(1))]);
}

#[test]
fn those_who_are_named_side_by_side_are_counted() {
    assert_eq!(of_named("Ali Noor, Omar Deq and Adan Jama were killed in the attack."), [(CasualtyKind::Killed, Some(3), Some(3))]);
}
