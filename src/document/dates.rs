//! Full dates in a page: day, month and year. Candidates for the publication date; nothing is resolved here.

use crate::span::Span;
use jiff::civil::Date;
use regex::{Captures, Regex};
use std::sync::OnceLock;

/// Years that can be a publication date.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;
/// A date reaches this far to either side of its year, in bytes. The expressions see no more, so time stays linear.
const REACH: usize = 32;

const MONTH: &str =
    "(?i-u:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY: &str = "[0-9]{1,2}";
const ORDINAL: &str = "(?i-u:st|nd|rd|th)?";
/// What may stand between the words of a date.
const GAP: &str = "[ \t\r\n\u{a0}\u{2009}\u{202f},.]{1,5}";

/// The forms of a date, seen from its year.
struct Forms {
    /// "2nd of November ", before the year.
    day_month: Regex,
    /// "November 2nd, ", before the year.
    month_day: Regex,
    /// "21/11/", "2.11.", before the year.
    numbers: Regex,
    /// "-11-02", "/nov/02", after the year: ISO dates and dates in addresses.
    year_first: Regex,
}

impl Forms {
    fn embedded() -> Option<&'static Forms> {
        static FORMS: OnceLock<Option<Forms>> = OnceLock::new();
        FORMS.get_or_init(|| Forms::compile().ok()).as_ref()
    }

    fn compile() -> Result<Forms, regex::Error> {
        Ok(Forms {
            day_month: Regex::new(&format!("(?-u:\\b)(?<day>{DAY}){ORDINAL}{GAP}(?:of )?(?<month>{MONTH}){GAP}$"))?,
            month_day: Regex::new(&format!("(?-u:\\b)(?<month>{MONTH}){GAP}(?<day>{DAY}){ORDINAL}{GAP}$"))?,
            numbers: Regex::new(&format!("(?-u:\\b)(?<first>{DAY})(?<mark>[/.-])(?<second>{DAY})(?<again>[/.-])$"))?,
            year_first: Regex::new(&format!("^(?<mark>[/-])(?<month>{MONTH}|{DAY})(?<again>[/-])(?<day>{DAY})(?-u:\\b|[a-zA-Z])"))?,
        })
    }
}

/// Whether there is a full date in it.
pub(super) fn has_date(text: &str) -> bool {
    find(text, 0).next().is_some()
}

/// The full dates of a stretch of text that begins at byte `base`, in text order. Ambiguous ones (02/11/2016) are left out.
pub(super) fn find(text: &str, base: usize) -> impl Iterator<Item = (Span, Date)> {
    let bytes = text.as_bytes();
    let digit = move |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let starts = move |i: &usize| digit(*i) && i.checked_sub(1).is_none_or(|before| !digit(before));
    (0..bytes.len()).filter(starts).filter_map(move |start| {
        let end = (start..=bytes.len()).find(|&i| !digit(i))?;
        let year = text.get(start..end).filter(|y| y.len() == 4)?.parse().ok().filter(|y| YEARS.contains(y))?;
        let (from, to, month, day) = around(text, start, end)?;
        Some((Span::new(base + from, base + to), Date::new(year, month, day).ok()?))
    })
}

/// The bounds, the month and the day of the date whose year stands at `start..end`.
fn around(text: &str, start: usize, end: usize) -> Option<(usize, usize, i8, i8)> {
    let forms = Forms::embedded()?;
    let from = ceil_boundary(text, start.saturating_sub(REACH));
    let before = &text[from..start];
    let after = &text[end..super::lines::floor_boundary(text, end + REACH)];
    let begins = |found: &Captures<'_>| from + found.get(0).map_or(0, |m| m.start());
    if let Some(found) = forms.day_month.captures(before).or_else(|| forms.month_day.captures(before)) {
        return Some((begins(&found), end, month(&found["month"])?, found["day"].parse().ok()?));
    }
    if let Some(found) = forms.numbers.captures(before) {
        let (month, day) = by_size(&found)?;
        return Some((begins(&found), end, month, day));
    }
    let found = forms.year_first.captures(after).filter(|f| f["mark"] == f["again"])?;
    let last = found.name("day")?;
    Some((start, end + last.end(), month(&found["month"])?, last.as_str().parse().ok()?))
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// Month and day of "21/11/" or "2.11.": a day that cannot be a month, or points, which no American writes.
fn by_size(found: &Captures<'_>) -> Option<(i8, i8)> {
    let (a, b): (i8, i8) = (found["first"].parse().ok()?, found["second"].parse().ok()?);
    if found["mark"] != found["again"] {
        return None;
    }
    if a > 12 || a == b || &found["mark"] == "." { Some((b, a)) } else { (b > 12).then_some((a, b)) }
}

/// "November", "Nov", "11".
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let named = || MONTHS.iter().position(|m| word.get(..3).is_some_and(|w| w.eq_ignore_ascii_case(m)));
    word.parse().ok().or_else(|| named().and_then(|i| i8::try_from(i + 1).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<(String, String)> {
        find(text, 0).map(|(span, date)| (span.of(text).to_string(), date.to_string())).collect()
    }

    #[test]
    fn dates_of_every_form_are_read() {
        for (text, words) in [
            ("on 2 November 2016 14:05", "2 November 2016"),
            ("Wed, November 2nd, 2016", "November 2nd, 2016"),
            ("NOV. 2, 2016", "NOV. 2, 2016"),
            ("the 2nd of November 2016", "2nd of November 2016"),
            ("2016-11-02T10:00", "2016-11-02"),
            ("https://example.org/world/2016/nov/02/town-falls", "2016/nov/02"),
            ("2.11.2016(updated)", "2.11.2016"),
        ] {
            assert_eq!(dates(text), [(words.to_string(), "2016-11-02".to_string())], "{text}");
        }
        assert_eq!(dates("21/11/2016 and 11/21/2016").len(), 2);
    }

    #[test]
    fn dates_that_are_ambiguous_or_none_are_left_out() {
        for text in ["02/11/2016", "November 2016", "in 2016", "31 February 2016", "2882015", "May 20163", "1066 men", "12 2016"] {
            assert_eq!(dates(text), [], "{text}");
        }
    }
}
