//! Runs the cases of `data/cases.tsv`.

use super::*;
use crate::Resources;

fn told(text: &str, published: Option<Date>) -> String {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let show = |d: Option<Date>| d.map_or("-".to_string(), |d| d.to_string());
    let one = |t: &TimeExpression| {
        let words = reading.tokens.span(t.tokens.clone()).of(text);
        format!("{words} = {} {}..{}", t.value, show(t.days.0), show(t.days.1))
    };
    find(&reading, &resources.times, published).iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn every_case_is_read_as_told() {
    let mut wrong = Vec::new();
    for row in crate::lexicon::rows(include_str!("data/cases.tsv")) {
        let (published, text, expected) = (row[0].parse().ok(), row[1].replace("\\n", "\n"), row.get(2).copied().unwrap_or(""));
        let got = told(&text, published);
        if got != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  got      {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest::proptest! {
    #[test]
    fn expressions_are_in_order_and_never_panic(text in "((the|last|May|5|2016|Monday|two|weeks|ago|of|early|-|,|10:30|pm|in|night|hundred|first|quarter|1990s|Eid|to|a|half|9999|BC|past|hours|years|later|ago|centuries|2,147,483,647|7,000,000|decades|mid-|summer|last|next|year|the day before) ?){0,40}") {
        let resources = Resources::embedded();
        let reading = Reading::of(&text, resources);
        for published in [None, Date::new(2016, 2, 29).ok(), Some(Date::MIN), Some(Date::MAX)] {
            let mut end = 0;
            for t in find(&reading, &resources.times, published) {
                assert!(t.tokens.start >= end && t.tokens.end > t.tokens.start && t.tokens.end <= reading.tokens.len());
                assert!(t.days.0.is_none() || t.days.1.is_none() || t.days.0 <= t.days.1);
                end = t.tokens.end;
            }
        }
    }
}
