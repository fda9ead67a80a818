//! Where on the calendar a point lies: what the text leaves out comes from publication, the dates told before, and the tense.

use super::Lexicon;
use super::calendar::{Stretch, Unit, day, monday, shift, year_value};
use super::meaning::{Base, From, Which, Ymd};
use super::tense::Outlook;
use jiff::civil::Date;

/// What is known where a time expression stands.
#[derive(Debug)]
pub struct Scene<'a> {
    /// Feasts.
    pub lexicon: &'a Lexicon,
    /// Day of publication.
    pub published: Option<Date>,
    /// The text tells a history by its dates: the last one leads, not publication.
    pub narrative: bool,
    /// The last date told.
    pub last: Option<Stretch>,
    /// The last day told.
    pub last_day: Option<Date>,
    /// Where it was told, in tokens.
    pub day_at: usize,
    /// Where the text is, in tokens.
    pub at: usize,
    /// The last date told in this sentence, leading or not: "seized in 2012 and freed two years later".
    pub beside: Option<Stretch>,
    /// The last full date told in this paragraph, if it is of a year well before publication: "killed on 6 April 1994 … In July".
    pub past: Option<Stretch>,
    /// The last evening or night told, and in which sentence: "at dawn" after it is of the next day.
    pub night: Option<(Date, usize)>,
    /// The last quarter told, year and number: "the quarter" goes back to it.
    pub quarter: Option<(i16, i8)>,
}

/// A place on the calendar, or what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// It is placed.
    At(Stretch),
    /// It is placed, with days of its own: a feast.
    Days(Date, Date),
    /// It cannot be placed; the TIMEX3 value with gaps.
    Gap(String),
}

/// The furthest that a day told without its year lies ahead of publication, in days.
const AHEAD: i32 = 200;

/// The furthest that it lies back if the clause does not look back, in days.
const BACK: i32 = 300;

/// The furthest from publication that a day told in an earlier sentence of a piece of news still is the day of what is told, in days.
const LATELY: i32 = 21;

/// How many tokens after a day it still leads, however far from publication.
const JUST_BEFORE: usize = 60;

/// The furthest that a feast lies ahead that was not kept lately, in days.
const NEAR: i32 = 31;

impl Scene<'_> {
    /// Tells that a date was told.
    pub fn told(&mut self, stretch: Stretch) {
        self.last = Some(stretch);
        if let Stretch::Day(date) = stretch {
            (self.last_day, self.day_at) = (Some(date), self.at);
        }
    }

    /// The day that "last", "this" and "next" are counted from.
    fn here(&self) -> Option<Date> {
        if self.narrative { self.last.and_then(Stretch::days).map(|d| d.0).or(self.published) } else { self.published }
    }

    /// Places a base.
    pub fn place(&self, base: Base, outlook: Outlook) -> Place {
        match base {
            Base::Date(ymd) => self.date(ymd, outlook),
            Base::Weekday(weekday, which) => {
                self.weekday(weekday, which, outlook).map_or_else(|| Place::Gap(format!("XXXX-WXX-{weekday}")), day_place)
            }
            Base::DayOfWeek(weekday, which) => self.day_of_week(weekday, which).map_or_else(|| Place::Gap(format!("XXXX-WXX-{weekday}")), day_place),
            Base::Month(month, which) => self.month(month as i8, which).map_or_else(|| Place::Gap(format!("XXXX-{month:02}")), Place::At),
            Base::MonthOfYear(month, which) => {
                self.year_by(which).map_or_else(|| Place::Gap(format!("XXXX-{month:02}")), |year| Place::At(Stretch::Month(year, month as i8)))
            }
            Base::DayOfYear(ymd, which) => self.date(Ymd { year: self.year_by(which), ..ymd }, outlook),
            Base::Season(season, year, which) => {
                let stretch = |year| Stretch::Season(year, season);
                let found = year.map(stretch).or_else(|| self.recurring(which, outlook, &stretch));
                found.map_or_else(|| Place::Gap(format!("XXXX-{}", season.code())), Place::At)
            }
            Base::Quarter(number, months, year) => {
                let stretch = |year| if months == 3 { Stretch::Quarter(year, number) } else { Stretch::Half(year, number) };
                let found = year.map(stretch).or_else(|| self.recurring(Which::Plain, Outlook::Past, &stretch));
                let letter = if months == 3 { 'Q' } else { 'H' };
                found.map_or_else(|| Place::Gap(format!("XXXX-{letter}{number}")), Place::At)
            }
            Base::QuarterOf(number, which) => {
                self.year_by(which).map_or_else(|| Place::Gap(format!("XXXX-Q{number}")), |year| Place::At(Stretch::Quarter(year, number)))
            }
            Base::QuarterTold(back, or_year) => match self.quarter {
                Some((year, number)) => Place::At(Stretch::Quarter(year - back, number)),
                None if or_year => self.shifted(Unit::Year, -i32::from(back), From::Context, outlook),
                None => Place::Gap(String::new()),
            },
            Base::Shift(unit, by, from) => self.shifted(unit, by, from, outlook),
            Base::Feast(feast, year, which) => self.feast(feast, year, which),
            Base::Decade(year) => Place::At(Stretch::Decade(year)),
            Base::Century(year) => Place::At(Stretch::Century(year)),
            Base::Anchor => self.last.map_or_else(|| Place::Gap(String::new()), Place::At),
            Base::Vague(..) => Place::Gap("PAST_REF".into()),
        }
    }

    fn date(&self, ymd: Ymd, outlook: Outlook) -> Place {
        let year = match (ymd.year, ymd.month) {
            (Some(year), _) => Some(year),
            (None, Some(month)) => self.year_of(month, ymd.day, outlook),
            (None, None) => return self.day_of_month(ymd),
        };
        let stretch = match (year, ymd.month, ymd.day) {
            (Some(y), Some(m), Some(d)) => day(y, m, d).map(Stretch::Day),
            (Some(y), Some(m), None) => Some(Stretch::Month(y, m)),
            (Some(y), None, _) => Some(Stretch::Year(y)),
            _ => None,
        };
        let gap = || {
            let year = year.map_or_else(|| "XXXX".to_string(), year_value);
            let number = |n: i8| format!("{n:02}");
            Place::Gap([Some(year), ymd.month.map(number), ymd.day.map(number)].into_iter().flatten().collect::<Vec<_>>().join("-"))
        };
        stretch.map_or_else(gap, Place::At)
    }

    /// "the 15th" of the month that was told.
    fn day_of_month(&self, ymd: Ymd) -> Place {
        let month = self.last.or(self.published.map(Stretch::Day)).and_then(Stretch::days).map(|d| d.0);
        let found = month.zip(ymd.day).and_then(|(m, d)| day(m.year(), m.month(), d));
        found.map_or_else(|| Place::Gap(format!("XXXX-XX-{:02}", ymd.day.unwrap_or(0))), day_place)
    }

    /// The year of a month or a day that is told without one.
    fn year_of(&self, month: i8, of_month: Option<i8>, outlook: Outlook) -> Option<i16> {
        if self.narrative
            && let Some(year) = self.last.and_then(|last| narrated_year(last, month))
        {
            return Some(year);
        }
        let Some(published) = self.published else { return narrated_year(self.last?, month) };
        if outlook != Outlook::Future
            && let Some(year) = self.past.and_then(|past| narrated_year(past, month)).filter(|&y| y < published.year())
        {
            return Some(year);
        }
        let stretch = |year| match of_month {
            Some(d) => day(year, month, d).map_or(Stretch::Month(year, month), Stretch::Day),
            None => Stretch::Month(year, month),
        };
        let year = published.year();
        let (first, last) = stretch(year).days()?;
        let next = if last < published { year + 1 } else { year };
        let previous = if first > published { year - 1 } else { year };
        let soon = stretch(next).days().is_some_and(|d| days_between(published, d.0) <= AHEAD);
        let long_ago = stretch(previous).days().is_some_and(|d| days_between(d.1, published) > BACK);
        Some(match outlook {
            Outlook::Future if soon => next,
            Outlook::Past if of_month.is_none() => previous,
            _ if soon && long_ago => next,
            _ => previous,
        })
    }

    fn weekday(&self, weekday: u8, which: Which, outlook: Outlook) -> Option<Date> {
        let from = match which {
            Which::Previous | Which::Following | Which::Same => self.last_day.or(self.published)?,
            _ if self.narrative => self.last_day?,
            _ => self.published?,
        };
        let at = from.weekday().to_monday_one_offset();
        let back = i32::from((at - weekday as i8).rem_euclid(7));
        let ahead = i32::from((weekday as i8 - at).rem_euclid(7));
        let week = |days: i32| if days == 0 { 7 } else { days };
        let by = match which {
            // "last Monday" told on a Tuesday is that of the week before: the other is "yesterday" or "on Monday".
            Which::Last if back == 1 && !self.narrative => -8,
            Which::Last | Which::Previous => -week(back),
            Which::Next | Which::Following => week(ahead),
            Which::Same => ahead,
            Which::This if outlook == Outlook::Past => -back,
            Which::This => ahead,
            Which::Plain if outlook == Outlook::Future || self.narrative => ahead,
            Which::Plain => -back,
        };
        shift(from, Unit::Day, by)
    }

    fn day_of_week(&self, weekday: u8, which: Which) -> Option<Date> {
        let weeks = match which {
            Which::Last => -1,
            Which::This | Which::Plain => 0,
            Which::Next => 1,
            Which::Previous | Which::Following | Which::Same => return None,
        };
        shift(monday(self.published?), Unit::Day, 7 * weeks + i32::from(weekday) - 1)
    }

    fn month(&self, month: i8, which: Which) -> Option<Stretch> {
        let here = match which {
            Which::Previous | Which::Following | Which::Same => self.last.and_then(Stretch::days).map(|d| d.0)?,
            _ => self.here()?,
        };
        let year = here.year();
        Some(Stretch::Month(
            match which {
                Which::Last | Which::Previous if month >= here.month() => year - 1,
                Which::Next | Which::Following if month <= here.month() => year + 1,
                _ => year,
            },
            month,
        ))
    }

    fn year_by(&self, which: Which) -> Option<i16> {
        let told = || self.last.and_then(Stretch::days).map(|d| d.0.year());
        match which {
            Which::Last => self.here().map(|d| d.year() - 1),
            Which::This | Which::Plain => self.here().map(|d| d.year()),
            Which::Next => self.here().map(|d| d.year() + 1),
            Which::Previous => told().map(|y| y - 1),
            Which::Following => told().map(|y| y + 1),
            Which::Same => told(),
        }
    }

    /// A stretch that comes every year.
    fn recurring(&self, which: Which, outlook: Outlook, stretch: &dyn Fn(i16) -> Stretch) -> Option<Stretch> {
        let here = match which {
            Which::Previous | Which::Following | Which::Same => self.last.and_then(Stretch::days).map(|d| d.0)?,
            _ => self.here()?,
        };
        let years = || (here.year() - 2..=here.year() + 2).map(stretch).filter_map(|s| s.days().map(|d| (s, d)));
        let begun = years().filter(|(_, d)| d.0 <= here).last();
        let over = years().filter(|(_, d)| d.1 < here).last();
        let coming = years().find(|(_, d)| d.0 > here);
        let lasting = years().find(|(_, d)| d.1 >= here);
        let same_year = years().find(|(_, d)| d.0.year() == here.year());
        let found = match which {
            Which::Last | Which::Previous => over,
            Which::Next | Which::Following => coming,
            Which::This => years().find(|(_, d)| d.0 <= here && here <= d.1).or(same_year),
            Which::Plain | Which::Same if self.narrative => same_year,
            Which::Plain | Which::Same if outlook == Outlook::Future => lasting,
            Which::Plain | Which::Same => begun,
        };
        found.map(|(s, _)| s)
    }

    fn shifted(&self, unit: Unit, by: i32, from: From, outlook: Outlook) -> Place {
        let from = match from {
            From::Context if self.narrative => From::Anchor,
            From::Context => From::Publication,
            From::Publication if self.narrative && unit >= Unit::Month && self.last.is_some() => From::Anchor,
            other => other,
        };
        let start = match from {
            From::Anchor if by == 0 && unit <= Unit::Day => self.day_told(),
            From::Anchor => self.anchor(unit, by),
            _ => self.published,
        };
        if unit == Unit::Weekend && by == 0 {
            return start.and_then(|d| weekend(d, outlook)).map_or_else(|| Place::Gap("XXXX-WXX-WE".into()), Place::At);
        }
        let found = start.and_then(|d| shift(first_of(unit, d), unit, by)).map(|d| Stretch::holding(unit, d));
        let told_ahead = from == From::Anchor && by > 0 && outlook != Outlook::Future;
        let ahead = |s: &Stretch| told_ahead && self.published.zip(s.days()).is_some_and(|(p, d)| d.0 > p);
        found.filter(|s| !ahead(s)).map_or_else(|| Place::Gap(gap(unit).into()), Place::At)
    }

    /// The day that a time of day belongs to: in news one told far from publication is told by the way, unless in the same sentence.
    fn day_told(&self) -> Option<Date> {
        if let Some(Stretch::Day(day)) = self.beside {
            return Some(day);
        }
        self.leading_day().or(self.published)
    }

    /// The last day told, unless it was told by the way: in news far from publication, and not just before.
    fn leading_day(&self) -> Option<Date> {
        let near = self.narrative || self.at - self.day_at <= JUST_BEFORE;
        self.last_day.filter(|&day| near || self.published.is_none_or(|p| days_between(day, p).abs() <= LATELY))
    }

    /// The day that "the next" and "later" are counted from, if what was told is as fine as the unit.
    fn anchor(&self, unit: Unit, by: i32) -> Option<Date> {
        if let Some(beside) = self.beside.filter(|b| fine(*b, unit)) {
            return beside.days().map(|d| d.0);
        }
        if let Some(last) = self.last.filter(|l| fine(*l, unit)) {
            return last.days().map(|d| d.0);
        }
        // Nothing in the story tells what is so much later.
        let told = self.leading_day();
        if self.narrative || by > 0 { told.filter(|_| unit <= Unit::Week || !self.narrative) } else { told.or(self.published) }
    }

    fn feast(&self, feast: usize, year: Option<i16>, which: Which) -> Place {
        let days = |year| self.lexicon.feasts.days(feast, year);
        let here = self.here();
        let found = match (year, here) {
            (Some(year), _) => days(year).next(),
            (None, None) => None,
            (None, Some(here)) => {
                let years = || (here.year() - 1..=here.year() + 1).flat_map(days);
                let begun = years().filter(|d| d.0 <= here).last();
                let coming = years().find(|d| d.0 > here);
                let near = coming.filter(|d| days_between(here, d.0) <= NEAR && begun.is_none_or(|b| days_between(b.1, here) > NEAR));
                match which {
                    Which::Last => years().filter(|d| d.1 < here).last(),
                    Which::Next => coming,
                    _ => near.or(begun),
                }
            }
        };
        found.map_or_else(|| Place::Gap("XXXX-XX-XX".into()), |(first, last)| if first == last { day_place(first) } else { Place::Days(first, last) })
    }
}

/// Whether a stretch is as fine as a unit that is counted from it.
fn fine(told: Stretch, unit: Unit) -> bool {
    match (told, unit) {
        (Stretch::Year(_), Unit::Year | Unit::Decade | Unit::Century) => true,
        (Stretch::Year(_) | Stretch::Decade(_) | Stretch::Century(_), _) => false,
        (Stretch::Day(_), _) => true,
        (Stretch::Week(_) | Stretch::Weekend(_), unit) => unit >= Unit::Week,
        _ => unit >= Unit::Month,
    }
}

/// The year that the story is in; a month far before the last one told is in the year after.
fn narrated_year(last: Stretch, month: i8) -> Option<i16> {
    match last {
        Stretch::Year(year) => Some(year),
        other => {
            let (first, _) = other.days()?;
            Some(if first.month() - month >= 9 { first.year() + 1 } else { first.year() })
        }
    }
}

fn day_place(date: Date) -> Place {
    Place::At(Stretch::Day(date))
}

/// The first day of a long unit, so that a month earlier than the 31st is still the month before.
fn first_of(unit: Unit, date: Date) -> Date {
    let first = match unit {
        Unit::Month | Unit::Quarter => day(date.year(), date.month(), 1),
        Unit::Year | Unit::Decade | Unit::Century => day(date.year(), 1, 1),
        _ => None,
    };
    first.unwrap_or(date)
}

/// The weekend that "the weekend" means: the last one early in the week or in a clause that looks back.
fn weekend(here: Date, outlook: Outlook) -> Option<Stretch> {
    let offset = here.weekday().to_monday_zero_offset();
    let past = offset < 5 && (outlook == Outlook::Past || offset < 2 && outlook != Outlook::Future);
    let first = monday(here);
    shift(first, Unit::Day, if past { -7 } else { 0 }).map(Stretch::Weekend)
}

/// The value of a unit that cannot be placed.
fn gap(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |s| s.get_days())
}
