//! What each word can be in a time expression, looked up once for each distinct word of a text.

use super::calendar::{Part, Season, Unit};
use super::feasts::Feasts;
use crate::lexicon::HashMap;
use crate::token::Tokens;

macro_rules! keys {
    ($($name:ident = $text:literal),+ $(,)?) => {
        /// A small word that joins, bounds or shifts time expressions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Key { $(#[doc = $text] $name),+ }

        impl Key {
            fn named(name: &str) -> Option<Key> {
                Some(match name { $($text => Key::$name,)+ _ => return None })
            }
        }
    };
}

keys! {
    A = "a", Ad = "ad", After = "after", Ago = "ago", And = "and", Another = "another", Apostrophe = "apostrophe", At = "at", Basis = "basis",
    Bc = "bc", Before = "before", Begin = "begin", Between = "between", Both = "both", Bracket = "bracket", By = "by", Coming = "coming",
    Comma = "comma", Couple = "couple", Current = "current", Dot = "dot", During = "during", Earlier = "earlier", Early = "early",
    End = "end", Eve = "eve", Every = "every", Final = "final", Fiscal = "fiscal", Following = "following",
    Genitive = "genitive", Half = "half", Height = "height", Hyphen = "hyphen", Inside = "inside", Into = "into", Just = "just", Last = "last",
    Late = "late", Later = "later", Least = "least", Local = "local", Long = "long", Mid = "mid", Middle = "middle", More = "more",
    Nearly = "nearly", Next = "next", Of = "of", Old = "old", On = "on", Over = "over", Past = "past", Per = "per", Previous = "previous",
    Recent = "recent", Same = "same", Shortly = "shortly", Since = "since", Span = "span", Than = "than", That = "that", The = "the",
    This = "this", Time = "time", Times = "times", To = "to", Until = "until", Up = "up",
}

/// What a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Nothing of interest.
    Other,
    /// 1 to 12.
    Month(u8),
    /// 1, Monday, to 7.
    Weekday(u8),
    /// "Mondays".
    Weekdays(u8),
    /// "week" or "weeks".
    Unit(Unit, Number),
    /// "yearlong", "weekslong".
    Long(Unit, Number),
    /// One to nineteen.
    Number(u16),
    /// Twenty to ninety.
    Tens(u16),
    /// Hundred, thousand, dozen.
    Scale(u16),
    /// "several".
    Vague,
    /// "dozens": vague before "of".
    Crowd,
    /// "first".
    Ordinal(u16),
    /// "morning".
    Part(Part),
    /// "p.m.": whether twelve hours are added.
    Meridiem(bool),
    /// "GMT".
    Zone,
    /// "o'clock".
    Oclock,
    /// "summer".
    Season(Season),
    /// "yesterday", in days from publication.
    Day(i8),
    /// "now".
    Present,
    /// "recently".
    Recently,
    /// "daily".
    Set(Unit),
    /// "night" as a repetition: "nightly".
    Nightly,
    /// "nineties".
    DecadeWord(u16),
    /// "1990s".
    Decade(u16),
    /// One to four digits, and how many of them.
    Digits(u16, u8),
    /// "15th".
    DigitsOrdinal(u16),
    /// Any other word that begins with a digit.
    Numeric,
    /// What numbers count: the number before it is no year.
    Counted,
    /// What numbers name: the number after it is no year.
    Numbered,
    /// The name after it is a person's.
    Title,
    /// The first word of a feast.
    Feast,
    /// What a group is called after the day in its name: "alliance".
    Group,
    /// What a newspaper is called after a weekday.
    Paper,
    /// What stands before a weekday, a month or a season in a name: "Bloody".
    Epithet,
    /// A small word.
    Key(Key),
}

/// Singular or plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// One.
    One,
    /// Several.
    Many,
}

/// Which way a word says that its clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// No way.
    None,
    /// Back.
    Past,
    /// Ahead.
    Future,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What it can be.
    pub class: Class,
    /// "mid-" is written together with it.
    pub mid: bool,
    /// It counts only with a capital letter.
    pub capital: bool,
    /// It counts only beside a number.
    pub near: bool,
    /// Whether its clause looks back or ahead.
    pub cue: Cue,
}

impl Word {
    const OTHER: Word = Word { class: Class::Other, mid: false, capital: false, near: false, cue: Cue::None };
}

/// The words of time expressions.
#[derive(Debug)]
pub struct Words {
    known: HashMap<&'static str, Word>,
}

impl Words {
    /// The words that are compiled in.
    pub fn embedded(feasts: &Feasts) -> Self {
        let mut known: HashMap<&'static str, Word> = HashMap::default();
        for name in feasts.first_words() {
            known.insert(name, Word { class: Class::Feast, ..Word::OTHER });
        }
        for row in crate::lexicon::rows(crate::lexicon::list("time/data/words.tsv")) {
            if let Some((name, word)) = entry(&row) {
                known.insert(name, word);
            }
        }
        for row in crate::lexicon::rows(crate::lexicon::list("time/data/cues.tsv")) {
            if let [name, way] = row[..] {
                known.entry(name).or_insert(Word::OTHER).cue = if way == "past" { Cue::Past } else { Cue::Future };
            }
        }
        Words { known }
    }

    /// What each word of a text's vocabulary can be, by symbol.
    pub fn classify(&self, tokens: &Tokens<'_>) -> Vec<Word> {
        tokens.vocabulary.iter().map(|(_, name)| self.word(name)).collect()
    }

    fn word(&self, name: &str) -> Word {
        if let Some(&word) = self.known.get(name) {
            return word;
        }
        if name.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return Word { class: numeral(name), ..Word::OTHER };
        }
        if let Some(rest) = name.strip_prefix("mid-").filter(|r| !r.starts_with("mid-")) {
            let word = self.word(rest);
            return if word.class == Class::Other { Word::OTHER } else { Word { mid: true, ..word } };
        }
        let past = name.len() > 4 && name.ends_with("ed") && !name.ends_with("eed");
        Word { cue: if past { Cue::Past } else { Cue::None }, ..Word::OTHER }
    }
}

/// Reads a row of `words.tsv`.
fn entry(row: &[&'static str]) -> Option<(&'static str, Word)> {
    let (&name, &class, value) = (row.first()?, row.get(1)?, row.get(2).copied().unwrap_or(""));
    let flag = row.get(3).copied().unwrap_or("");
    let small = value.parse::<u16>().ok();
    let class = match class {
        "month" => Class::Month(small? as u8),
        "weekday" => Class::Weekday(small? as u8),
        "weekdays" => Class::Weekdays(small? as u8),
        "unit" => Class::Unit(Unit::named(value)?, Number::One),
        "units" => Class::Unit(Unit::named(value)?, Number::Many),
        "long" => Class::Long(Unit::named(value)?, Number::One),
        "longs" => Class::Long(Unit::named(value)?, Number::Many),
        "number" => Class::Number(small?),
        "tens" => Class::Tens(small?),
        "scale" => Class::Scale(small?),
        "vague" => Class::Vague,
        "crowd" => Class::Crowd,
        "ordinal" => Class::Ordinal(small?),
        "part" => Class::Part(Part::named(value)?),
        "meridiem" => Class::Meridiem(value == "pm"),
        "zone" => Class::Zone,
        "oclock" => Class::Oclock,
        "season" => Class::Season(Season::named(value)?),
        "day" => Class::Day(value.parse().ok()?),
        "reference" if value == "PRESENT_REF" => Class::Present,
        "reference" => Class::Recently,
        "set" if value == "night" => Class::Nightly,
        "set" => Class::Set(Unit::named(value)?),
        "decade" => Class::DecadeWord(small?),
        "counted" => Class::Counted,
        "numbered" => Class::Numbered,
        "title" => Class::Title,
        "group" => Class::Group,
        "paper" => Class::Paper,
        "epithet" => Class::Epithet,
        "key" => Class::Key(Key::named(value)?),
        _ => return None,
    };
    Some((name, Word { class, capital: flag == "cap", near: flag == "near", ..Word::OTHER }))
}

/// What a word that begins with a digit can be.
fn numeral(name: &str) -> Class {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let Some(value) = name.get(..digits).filter(|_| digits <= 4).and_then(|d| d.parse::<u16>().ok()) else { return Class::Numeric };
    match name.get(digits..) {
        Some("") => Class::Digits(value, digits as u8),
        Some("st" | "nd" | "rd" | "th") => Class::DigitsOrdinal(value),
        Some("s" | "'s") if value % 10 == 0 && (digits == 4 || digits == 2) => Class::Decade(value),
        _ => Class::Numeric,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for row in crate::lexicon::rows(crate::lexicon::list("time/data/words.tsv")) {
            assert!(entry(&row).is_some(), "{row:?}");
        }
    }

    #[test]
    fn no_word_has_two_rows() {
        let mut names: Vec<&str> = crate::lexicon::rows(crate::lexicon::list("time/data/words.tsv")).filter_map(|row| row.first().copied()).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|w| w[0] != w[1]));
    }

    #[test]
    fn numerals_are_told_apart() {
        assert_eq!(numeral("2015"), Class::Digits(2015, 4));
        assert_eq!(numeral("07"), Class::Digits(7, 2));
        assert_eq!(numeral("15th"), Class::DigitsOrdinal(15));
        assert_eq!(numeral("1990s"), Class::Decade(1990));
        assert_eq!(numeral("2,015"), Class::Numeric);
        assert_eq!(numeral("2882015"), Class::Numeric);
    }
}
