//! Patterns of whole lines: words, alternatives, numbers and gaps.
//!
//! `short link` matches that line whatever its case and punctuation. `a|b` is either word, `word?` may be missing,
//! `#` is a number, `_` one word of any kind (`_?` perhaps none), `*` any number of words.
//! Of the punctuation only the marks `: = + × © @ |` count as words; a colon may always stand where a pattern has none.

use super::lines::glance;

/// A line in lower case, cut into the words that patterns see.
#[derive(Debug, Default)]
pub(super) struct LineWords {
    /// All words, with nothing between, and where each ends.
    letters: String,
    ends: Vec<usize>,
    /// The marks of all words.
    marks: u128,
}

/// A bit for a word, which others may share.
fn mark(word: &str) -> u128 {
    let bytes = word.as_bytes();
    let ends = [bytes.first(), bytes.last()].map(|b| b.map_or(0, |&b| usize::from(b)));
    1 << ((bytes.len() * 7 + ends[0] * 31 + ends[1]) % 128)
}

/// Words beyond this number are not compared.
const COMPARED: usize = 48;

impl LineWords {
    /// Reads the beginning of a line.
    pub fn of(line: &str) -> Self {
        let line = glance(line);
        let mut words = LineWords { letters: String::with_capacity(line.len()), ends: Vec::new(), marks: 0 };
        for c in line.chars() {
            match c {
                _ if c.is_ascii_alphanumeric() => words.letters.push(c.to_ascii_lowercase()),
                _ if c.is_alphanumeric() => words.letters.extend(c.to_lowercase()),
                '\'' | '’' => {}
                ',' | '.' if words.open().ends_with(|d: char| d.is_ascii_digit()) => words.letters.push('.'),
                _ => {
                    words.finish();
                    if matches!(c, ':' | '=' | '+' | '×' | '©' | '@' | '|') {
                        words.letters.push(c);
                        words.finish();
                    }
                }
            }
            if words.ends.len() >= COMPARED {
                break;
            }
        }
        words.finish();
        words.ends.truncate(COMPARED);
        words.marks = words.words().fold(0, |marks, word| marks | mark(word));
        words
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map_while(|at| self.word(at))
    }

    fn word(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        self.letters.get(at.checked_sub(1).map_or(0, |before| self.ends[before])..end)
    }

    /// What is written behind the last finished word.
    fn open(&self) -> &str {
        self.letters.get(self.ends.last().copied().unwrap_or_default()..).unwrap_or_default()
    }

    fn finish(&mut self) {
        while self.open().ends_with('.') {
            self.letters.pop();
        }
        if !self.open().is_empty() {
            self.ends.push(self.letters.len());
        }
    }
}

/// One word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// One of these words; whether it may be missing.
    Word(Vec<&'static str>, bool),
    /// A number: digits, perhaps with K or M behind; whether it may be missing.
    Number(bool),
    /// One word; whether it may be missing.
    Any(bool),
    /// Any number of words.
    Gap,
}

/// A pattern of whole lines.
#[derive(Debug)]
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// For each word that must be there, the marks of its alternatives: most lines are known by them to be no such lines.
    needed: Vec<u128>,
}

impl Pattern {
    /// Reads the notation.
    pub fn new(notation: &'static str) -> Self {
        let part = |word: &'static str| match word {
            "#" | "#?" => Part::Number(word.len() > 1),
            "_" | "_?" => Part::Any(word.len() > 1),
            "*" => Part::Gap,
            "|" => Part::Word(vec!["|"], false),
            _ => {
                let bare = word.strip_suffix('?').unwrap_or(word);
                Part::Word(bare.split('|').collect(), bare.len() < word.len())
            }
        };
        let parts: Vec<Part> = notation.split_whitespace().map(part).collect();
        let needs = |part: &Part| match part {
            Part::Word(choice, false) => Some(choice.iter().fold(0, |marks, word| marks | mark(word))),
            _ => None,
        };
        Pattern { needed: parts.iter().filter_map(needs).collect(), parts }
    }

    /// The words that a line of this pattern can begin with; `None` if with any.
    pub fn first_words(&self) -> Option<Vec<&'static str>> {
        let mut first = Vec::new();
        for part in &self.parts {
            match part {
                Part::Word(words, missing) => {
                    first.extend(words);
                    if !missing {
                        return Some(first);
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether the whole line is as the pattern says.
    pub fn matches(&self, line: &LineWords) -> bool {
        self.needed.iter().all(|marks| marks & line.marks != 0) && matches(&self.parts, line, 0)
    }
}

/// Whether the words of a line from some word on are as the parts of a pattern say.
fn matches(parts: &[Part], line: &LineWords, at: usize) -> bool {
    let word = line.word(at);
    let Some((part, later)) = parts.split_first() else { return line.words().skip(at).all(|w| w == ":") };
    let takes = |fits: bool, missing: bool| fits && matches(later, line, at + 1) || missing && matches(later, line, at);
    let here = match part {
        Part::Gap => return (at..=line.ends.len()).any(|next| matches(later, line, next)),
        Part::Any(missing) => takes(word.is_some_and(|w| w != ":"), *missing),
        Part::Number(missing) => takes(word.is_some_and(is_number), *missing),
        Part::Word(choice, missing) => takes(word.is_some_and(|w| choice.contains(&w)), *missing),
    };
    here || word == Some(":") && matches(parts, line, at + 1)
}

/// "12", "1.2k", "10m", "14.05".
pub(super) fn is_number(word: &str) -> bool {
    let bare = word.strip_suffix(['k', 'm']).unwrap_or(word);
    bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(pattern: &'static str, line: &str) -> bool {
        Pattern::new(pattern).matches(&LineWords::of(line))
    }

    #[test]
    fn pattern_words_match_whatever_the_case_and_punctuation() {
        assert!(is("short link", "  • Short link :"));
        assert!(is("all rights reserved", "All Rights Reserved."));
        assert!(!is("share", "Share prices fell"));
    }

    #[test]
    fn pattern_parts_do_what_the_notation_says() {
        assert!(is("# comments|shares", "1.2K shares"));
        assert!(is("leave a? comment", "Leave comment"));
        assert!(is("_ + _ =", "6 + 18 ="));
        assert!(is("follow us on *", "Follow us on Twitter and Facebook"));
        assert!(is("read more : *", "Read more: Rebels seize town"));
        assert!(!is("read more : *", "Read more about it"));
    }

    #[test]
    fn pattern_says_how_its_lines_begin() {
        assert_eq!(Pattern::new("the? latest news").first_words(), Some(vec!["the", "latest"]));
        assert_eq!(Pattern::new("* cookies").first_words(), None);
    }
}
