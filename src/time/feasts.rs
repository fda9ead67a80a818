//! Feasts and days that have a name.

use super::calendar::{self, Unit, day, shift};
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};
use jiff::civil::Date;

/// How the first day of a feast is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Fixed(i8, i8),
    Easter,
    Muslim(i32, i32),
    /// Either of the two feasts at the end of the fast and of the pilgrimage.
    Eid,
    Weekday {
        month: i8,
        nth: i8,
        weekday: i8,
    },
}

/// A feast.
#[derive(Debug)]
struct Feast {
    words: Vec<&'static str>,
    rule: Rule,
    offset: i32,
    length: i32,
}

/// A day known by month and day alone beside certain words.
#[derive(Debug)]
struct NamedDay {
    month: i8,
    day: i8,
    year: i16,
    beside: Vec<&'static str>,
}

/// All feasts and named days.
#[derive(Debug)]
pub struct Feasts {
    feasts: Vec<Feast>,
    by_first: HashMap<&'static str, Vec<usize>>,
    named: Vec<NamedDay>,
    islamic: Vec<((i32, i32), Vec<Date>)>,
}

impl Feasts {
    /// Those that are compiled in.
    pub fn embedded() -> Self {
        let feasts: Vec<Feast> = rows(list("time/data/feasts.tsv")).filter_map(|row| feast(&row)).collect();
        let mut by_first: HashMap<&'static str, Vec<usize>> = HashMap::default();
        for (index, feast) in feasts.iter().enumerate() {
            if let Some(first) = feast.words.first() {
                by_first.entry(first).or_default().push(index);
            }
        }
        let named = rows(list("time/data/named_days.tsv")).filter_map(|row| named_day(&row)).collect();
        let islamic = rows(list("time/data/islamic.tsv")).filter_map(|row| islamic(&row)).collect();
        Feasts { feasts, by_first, named, islamic }
    }

    /// The first words of all feasts.
    pub fn first_words(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.by_first.keys().copied()
    }

    /// The feast whose words stand at a place, the longest, and how many words it has.
    pub fn at<'a>(&self, word: impl Fn(usize) -> &'a str) -> Option<(usize, usize)> {
        let candidates = self.by_first.get(word(0))?;
        let fits = |&&index: &&usize| self.feasts.get(index).is_some_and(|f| f.words.iter().enumerate().all(|(i, w)| word(i) == *w));
        let best = candidates.iter().filter(fits).max_by_key(|&&i| self.feasts.get(i).map_or(0, |f| f.words.len()))?;
        Some((*best, self.feasts.get(*best)?.words.len()))
    }

    /// First and last day of each time that a feast is kept in a year, in order.
    pub fn days(&self, feast: usize, year: i16) -> impl Iterator<Item = (Date, Date)> {
        let rules = self.feasts.get(feast).map(|f| (self.first_days(f.rule, year), f.offset, f.length));
        let (days, offset, length) = rules.unwrap_or_default();
        days.into_iter().filter_map(move |day| {
            let first = shift(day, Unit::Day, offset)?;
            Some((first, shift(first, Unit::Day, length - 1)?))
        })
    }

    fn first_days(&self, rule: Rule, year: i16) -> Vec<Date> {
        match rule {
            Rule::Muslim(month, of_month) => self.muslim(year, month, of_month),
            Rule::Eid => {
                let mut both = self.muslim(year, 10, 1);
                both.extend(self.muslim(year, 12, 10));
                both.sort_unstable();
                both
            }
            one => one.day(year).into_iter().collect(),
        }
    }

    /// The times that a day of the Islamic calendar falls into a year: as listed, else as counted.
    fn muslim(&self, year: i16, month: i32, day: i32) -> Vec<Date> {
        let listed = self.islamic.iter().find(|(key, _)| *key == (month, day)).map(|(_, dates)| dates);
        let listed: Vec<Date> = listed.into_iter().flatten().copied().filter(|d| d.year() == year).collect();
        if listed.is_empty() { counted(year, month, day).collect() } else { listed }
    }

    /// The year of a month and day beside a word, if everybody knows it.
    pub fn year_of(&self, month: i8, day: i8, beside: &str) -> Option<i16> {
        self.named.iter().find(|n| n.month == month && n.day == day && n.beside.contains(&beside)).map(|n| n.year)
    }
}

impl Rule {
    fn read(rule: &str) -> Option<Rule> {
        match rule {
            "easter" => return Some(Rule::Easter),
            "eid" => return Some(Rule::Eid),
            _ => {}
        }
        if let Some(rest) = rule.strip_prefix("muslim ") {
            let (month, day) = rest.split_once('-')?;
            return Some(Rule::Muslim(month.parse().ok()?, day.parse().ok()?));
        }
        let numbers: Vec<i8> = rule.split('-').filter_map(|n| n.parse().ok()).collect();
        match numbers[..] {
            [month, day] => Some(Rule::Fixed(month, day)),
            [month, nth, weekday] => Some(Rule::Weekday { month, nth, weekday }),
            _ => None,
        }
    }

    fn day(self, year: i16) -> Option<Date> {
        match self {
            Rule::Fixed(month, of_month) => day(year, month, of_month),
            Rule::Easter => calendar::easter(year),
            Rule::Muslim(..) | Rule::Eid => None,
            Rule::Weekday { month, nth, weekday } => {
                let first = day(year, month, 1)?;
                let wait = i32::from((weekday - first.weekday().to_monday_one_offset()).rem_euclid(7));
                let found = shift(first, Unit::Day, wait + 7 * (i32::from(nth) - 1))?;
                if found.month() == month { Some(found) } else { shift(found, Unit::Day, -7) }
            }
        }
    }
}

/// The times that a day of the tabular Islamic calendar falls into a year.
fn counted(year: i16, month: i32, day: i32) -> impl Iterator<Item = Date> {
    let guess = (i32::from(year) - 622) * 33 / 32;
    (guess - 1..=guess + 2).filter_map(move |y| calendar::islamic(y, month, day)).filter(move |d| d.year() == year)
}

fn feast(row: &[&'static str]) -> Option<Feast> {
    let [words, rule, offset, length] = row[..] else { return None };
    Some(Feast { words: words.split(' ').collect(), rule: Rule::read(rule)?, offset: offset.parse().ok()?, length: length.parse().ok()? })
}

fn islamic(row: &[&'static str]) -> Option<((i32, i32), Vec<Date>)> {
    let [key, dates] = row[..] else { return None };
    let (month, day) = key.split_once('-')?;
    let dates: Vec<Date> = dates.split(' ').map(|d| d.parse().ok()).collect::<Option<_>>()?;
    Some(((month.parse().ok()?, day.parse().ok()?), dates))
}

fn named_day(row: &[&'static str]) -> Option<NamedDay> {
    let [date, year, beside] = row[..] else { return None };
    let (month, day) = date.split_once('-')?;
    Some(NamedDay { month: month.parse().ok()?, day: day.parse().ok()?, year: year.parse().ok()?, beside: beside.split(' ').collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert!(rows(list("time/data/feasts.tsv")).all(|row| feast(&row).is_some()));
        assert!(rows(list("time/data/named_days.tsv")).all(|row| named_day(&row).is_some()));
        assert!(rows(list("time/data/islamic.tsv")).all(|row| islamic(&row).is_some()));
    }

    #[test]
    fn movable_feasts_fall_on_their_days() {
        let feasts = Feasts::embedded();
        let first = |name: &str, year| {
            let words: Vec<&str> = name.split(' ').collect();
            let (feast, _) = feasts.at(|i| words.get(i).copied().unwrap_or("")).unwrap();
            feasts.days(feast, year).next().map(|d| d.0.to_string()).unwrap()
        };
        assert_eq!(first("thanksgiving", 2016), "2016-11-24");
        assert_eq!(first("memorial day", 2016), "2016-05-30");
        assert_eq!(first("ramadan", 2016), "2016-06-06");
        assert_eq!(first("good friday", 2019), "2019-04-19");
    }
}
