//! Lines that say when and where a page was published: "Published: 3 May 2016 14:05", "Updated 3 hours ago".

use super::dates;
use super::pattern::LineWords;
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};
use std::sync::OnceLock;

const TABLE: &str = "document/data/stamp_words.tsv";

/// What a word does in a stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Says by itself that the line is one: "published", "ago".
    Sign,
    /// A month or a weekday.
    Day,
    /// Stands between the others: "at", "GMT".
    Filler,
    /// A news agency or outlet.
    Outlet,
}

fn parts() -> &'static HashMap<&'static str, Part> {
    static EMBEDDED: OnceLock<HashMap<&'static str, Part>> = OnceLock::new();
    EMBEDDED.get_or_init(|| {
        let part = |row: &[&'static str]| match *row {
            [word, "sign", ..] => Some((word, Part::Sign)),
            [word, "day", ..] => Some((word, Part::Day)),
            [word, "outlet", ..] => Some((word, Part::Outlet)),
            [word, ..] => Some((word, Part::Filler)),
            [] => None,
        };
        rows(list(TABLE)).filter_map(|row| part(&row)).collect()
    })
}

/// Words of an unknown outlet beside a full date.
const STRANGE: usize = 4;

/// Whether a line holds nothing but the time of publication, with its outlet at most.
pub(super) fn is_stamp(line: &str) -> bool {
    let (mut signs, mut strange, mut clock) = (0, 0, false);
    let words = LineWords::of(line);
    for word in words.words() {
        match parts().get(word) {
            Some(Part::Sign) => signs += 1,
            Some(_) => {}
            None if word == ":" || word == "|" || is_day_number(word) => {}
            None => strange += 1,
        }
        clock |= is_clock(word);
    }
    if strange > STRANGE {
        return false;
    }
    clock |= has_clock(line);
    let full = dates::has_date(line);
    if strange > 0 {
        // "Published in The Example, 12 March 2019": the name of an outlet, whatever it is.
        let begins = words.words().next().is_some_and(|w| parts().get(w) == Some(&Part::Sign));
        return begins && full && !line.contains(':') && !super::lines::ends_sentence(line);
    }
    words.words().next().is_some() && (signs > 0 && words.words().count() > signs || clock || full)
}

/// Whether a line is a date or a time of day and no word of publishing: "3 May 2016", "2:45 p.m.". It may head a part of the article.
pub(super) fn is_bare(line: &str) -> bool {
    let says = |w: &str| matches!(parts().get(w), Some(Part::Sign | Part::Outlet));
    is_stamp(line) && !(has_clock(line) && dates::has_date(line)) && !LineWords::of(line).words().any(says)
}

/// Whether a line is a full date and nothing else: "Tuesday, 3 May 2016".
pub(super) fn is_day(line: &str) -> bool {
    let words = LineWords::of(line);
    // "18.41 BST" is a time of day.
    let clock = |w: &str| w.split_once('.').is_some_and(|(_, rest)| !rest.is_empty() && !rest.contains('.'));
    let filler = |w: &str| parts().get(w) == Some(&Part::Filler) && !matches!(w, "of" | "the" | "on");
    is_bare(line) && dates::has_date(line) && !words.words().any(|w| clock(w) || filler(w) || is_clock(w))
}

/// "3", "21st", "2016", "14.05", "0930".
fn is_day_number(word: &str) -> bool {
    let bare = ["st", "nd", "rd", "th", "h"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || c == '.') || is_clock(word)
}

/// "3am", "11pm".
fn is_clock(word: &str) -> bool {
    let hour = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    hour.is_some_and(|h| !h.is_empty() && h.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

/// "14:05" somewhere in the line.
fn has_clock(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_digit() && c != ':').any(|w| {
        let mut cells = w.split(':');
        let (hour, minute) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        (1..=2).contains(&hour.len()) && minute.len() == 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamp_examples_are_stamps() {
        for line in [
            "Published: 3 May 2016 14:05",
            "Updated 3 hours ago",
            "Tuesday 3 May 2016 14.05 BST",
            "May 3, 2016",
            "Last modified on Tue 3 May 2016 at 9:30 pm",
            "14:05 GMT",
            "Reuters, 3 May 2016 14:05",
            "AFP | 26 Nov 2017",
            "2016-05-03",
            "Date of publication 13 April 2017",
            "Posted on 2 May",
            "Published in The Example, March 12th, 2019",
        ] {
            assert!(is_stamp(line), "{line}");
        }
    }

    #[test]
    fn stamp_counterexamples_are_none() {
        for line in [
            "1937",
            "May 2016",
            "Tuesday",
            "Monday 3 May",
            "May 3, 2016: Army enters Palmyra",
            "Published list of the dead",
            "Published on 3 May 2016: the names of the dead",
            "Issued with an arrest warrant on 3 May 2016.",
            "3 May",
            "In 2016",
            "Published",
            "",
        ] {
            assert!(!is_stamp(line), "{line}");
        }
    }

    #[test]
    fn stamp_that_may_head_a_part_of_the_article_is_told_apart() {
        assert!(is_bare("Tuesday, May 3, 2016"));
        assert!(is_bare("2:45 p.m."));
        assert!(!is_bare("Published 3 May 2016"));
        assert!(!is_bare("3 May 2016 14:05"));
    }
}
