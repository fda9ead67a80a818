//! Full dates in a page: day, month and year. Candidates for the publication date; nothing is resolved here.

use crate::span::Span;
use jiff::civil::Date;

/// Years that can be a publication date.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;
/// A date reaches this far to either side of its year, in bytes.
const REACH: usize = 32;

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
    let before = &text[ceil_boundary(text, start.saturating_sub(REACH))..start];
    let after = &text[end..super::lines::floor_boundary(text, end + REACH)];
    let left = words_before(before).or_else(|| numbers_before(before)).map(|(from, m, d)| (start - from, end, m, d));
    left.or_else(|| year_first(after).map(|(to, m, d)| (start, end + to, m, d)))
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// "2 November ", "November 2nd, ": its length in bytes, month and day.
fn words_before(before: &str) -> Option<(usize, i8, i8)> {
    let (rest, last) = last_word(before)?;
    let (earlier, other) = last_word(rest)?;
    let (month, day) = match month(last) {
        Some(m) => (m, day(other)?),
        None => (month(other)?, day(last)?),
    };
    Some((before.len() - earlier.len(), month, day))
}

/// Cuts the last word off; what stands between it and the next may be blanks, commas, points and "of".
fn last_word(text: &str) -> Option<(&str, &str)> {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || c == ',' || c == '.');
    let bare = bare.strip_suffix(" of").unwrap_or(bare).trim_end();
    let start = bare.rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |i| i + bare[i..].chars().next().map_or(1, char::len_utf8));
    let word = &bare[start..];
    (!word.is_empty() && text.len() - bare.len() <= 5).then_some((&bare[..start], word))
}

/// "21/11/", "2.11.": a day that cannot be a month, or points, which no American writes.
fn numbers_before(before: &str) -> Option<(usize, i8, i8)> {
    let mark = before.chars().next_back().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let mut cells = before.trim_end_matches(mark).rsplitn(3, mark);
    let (second, first) = (cells.next()?, cells.next()?);
    let first = &first[first.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |i| i + first[i..].chars().next().map_or(1, char::len_utf8))..];
    let (a, b) = (number(first)?, number(second)?);
    let (day, month) = if a > 12 || a == b || mark == '.' { (a, b) } else { (b > 12).then_some((b, a))? };
    Some((first.len() + second.len() + 2, month, day))
}

/// "-11-02", "/nov/02/": ISO dates and dates in addresses.
fn year_first(after: &str) -> Option<(usize, i8, i8)> {
    let mark = after.chars().next().filter(|c| matches!(c, '-' | '/'))?;
    let mut cells = after[1..].split(mark);
    let (second, third) = (cells.next()?, cells.next()?);
    let third = &third[..third.find(|c: char| !c.is_ascii_digit()).unwrap_or(third.len())];
    let month = number(second).or_else(|| month(second))?;
    Some((second.len() + third.len() + 2, month, number(third)?))
}

/// A number of one or two digits.
fn number(word: &str) -> Option<i8> {
    let digits = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// "2", "21st".
fn day(word: &str) -> Option<i8> {
    number(word.trim_end_matches(|c: char| c.is_ascii_alphabetic())).filter(|_| {
        let end = word.trim_start_matches(|c: char| c.is_ascii_digit());
        matches!(end, "" | "st" | "nd" | "rd" | "th")
    })
}

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// "November", "Nov", "Sept".
fn month(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    let is = |name: &&str| **name == word || name.starts_with(word.as_str()) && (word.len() == 3 || word == "sept");
    MONTHS.iter().position(is).and_then(|i| i8::try_from(i + 1).ok())
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
