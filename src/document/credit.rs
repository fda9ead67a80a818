//! Bylines and credits: "By Jane Doe and John Roe, Reuters", "(Reporting by Jane Doe; Editing by John Roe)".

use crate::lexicon::{WEEKDAYS, among};

/// No byline has more words than this.
const MOST_WORDS: usize = 24;

/// Whether a line says who wrote the article.
pub(super) fn is_byline(line: &str) -> bool {
    let bare = line.trim_matches(['(', ')', '[', ']', '*', '—', '–', '-', ' ']);
    let lower: Vec<String> = bare.split_whitespace().take(3).map(|w| w.trim_end_matches(':').to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let words = || -> Vec<&str> { bare.split_whitespace().take(MOST_WORDS + 1).collect() };
    let short = || words().len() <= MOST_WORDS;
    match lower[..] {
        [work, "by", ..] if is_work(work) => short(),
        ["additional" | "with", work, "by", ..] if is_work(work) => short(),
        ["by" | "from", ..] => short() && names_authors(&words()),
        ["author" | "authors" | "writer" | "correspondent" | "reporter", ..] => short() && words().first().is_some_and(|w| w.ends_with(':')),
        _ => false,
    }
}

/// "Jane Doe in Beirut and John Roe in Aden": names and places, to be trusted only between headline and date.
pub(super) fn is_bare_byline(line: &str) -> bool {
    let authors: Vec<&str> = line.split(" and ").collect();
    authors.len() <= 3 && authors.iter().all(|a| is_author_in_place(a))
}

fn is_author_in_place(author: &str) -> bool {
    let capitalised = |words: &str, least| {
        let count = words.split_whitespace().count();
        (least..=3).contains(&count)
            && words.split_whitespace().all(|w| w.chars().next().is_some_and(char::is_uppercase) && !w.ends_with(['.', ':', ',']))
    };
    author.split_once(" in ").is_some_and(|(name, place)| capitalised(name, 2) && capitalised(place, 1))
}

/// "Africa correspondent, Nairobi": who the author is, below the author's name.
pub(super) fn is_post(line: &str) -> bool {
    let words: Vec<String> = line.split_whitespace().take(8).map(|w| w.trim_matches(',').to_lowercase()).collect();
    words.len() < 8
        && !line.ends_with('.')
        && words.iter().any(|w| matches!(w.as_str(), "correspondent" | "reporter" | "editor" | "staff" | "writer"))
}

fn is_work(word: &str) -> bool {
    matches!(
        word,
        "reporting"
            | "writing"
            | "editing"
            | "written"
            | "edited"
            | "reported"
            | "compiled"
            | "translated"
            | "translation"
            | "words"
            | "story"
            | "text"
    )
}

/// "By Jane Doe in Kabul | Agency": after the first word only names and the small words between them; no number first, no sentence.
fn names_authors(words: &[&str]) -> bool {
    let Some(name) = words.get(1) else { return false };
    let author = name.chars().next().is_some_and(char::is_uppercase) && !is_calendar(name);
    // A byline in title case could be a headline ("By Friday, Town Had Fallen"): sentences and long lines are none.
    author && words.len() <= 14 && !words.last().is_some_and(|w| w.ends_with(['.', '!', '?'])) && words[1..].iter().all(|w| in_byline(w))
}

fn in_byline(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '|' | '-' | '–' | '—' | '/' | '•' | '@' | '(' | '&'))
        || matches!(
            word.trim_end_matches([',', ';', ':']),
            "and"
                | "in"
                | "of"
                | "for"
                | "the"
                | "at"
                | "with"
                | "al"
                | "el"
                | "de"
                | "van"
                | "von"
                | "bin"
                | "correspondent"
                | "staff"
                | "writer"
                | "reporter"
        )
        || word.starts_with("al-")
        || word.starts_with("el-")
}

fn is_calendar(word: &str) -> bool {
    let word = word.trim_end_matches(',').to_lowercase();
    const OTHERS: &str = "january february march april may june july august september october november december the a an";
    among(&word, WEEKDAYS) || among(&word, OTHERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byline_forms_are_found() {
        for line in [
            "By Jane Doe",
            "By Jane Doe and John Roe, Reuters",
            "By Jane Doe in Damascus | Agency",
            "BY JANE DOE",
            "Reporting by: Jane Doe",
            "(Reporting by Jane Doe; Additional reporting by John Roe; Editing by Ann Poe)",
            "Additional reporting by John Roe.",
            "Author: Jane Doe",
            "From Jane Doe in Kabul",
        ] {
            assert!(is_byline(line), "{line}");
        }
    }

    #[test]
    fn byline_without_by_is_names_and_places() {
        assert!(is_bare_byline("Jane Doe in Beirut and John Roe in Port Sudan"));
        assert!(!is_bare_byline("Fighting in Aleppo"));
        assert!(!is_bare_byline("Rebels take town in Syria"));
        assert!(is_post("Africa correspondent, Nairobi"));
        assert!(!is_post("A correspondent was wounded on the road to the airport"));
    }

    #[test]
    fn byline_look_alikes_are_left_alone() {
        for line in [
            "By Friday, the town had fallen",
            "By dawn the army had left",
            "By Jane Doe's account, the army shelled the town.",
            "By",
            "Reporting the war",
            "The authors: nobody knows",
            "From the hills they fired on the town",
            "By 2014 ISIS Held Mosul.",
        ] {
            assert!(!is_byline(line), "{line}");
        }
    }
}
