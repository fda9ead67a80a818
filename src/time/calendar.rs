//! Units of time and stretches of the calendar.

use crate::analysis::TimePrecision;
use crate::lexicon::among;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit of a name in the data.
    pub fn named(name: &str) -> Option<Unit> {
        Some(match name {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "weekend" => Unit::Weekend,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        })
    }

    /// The letters of TIMEX3 before and after a number: "PT" and "H".
    pub fn letters(self) -> (&'static str, &'static str) {
        match self {
            Unit::Second => ("PT", "S"),
            Unit::Minute => ("PT", "M"),
            Unit::Hour => ("PT", "H"),
            Unit::Day => ("P", "D"),
            Unit::Weekend => ("P", "WE"),
            Unit::Week | Unit::Fortnight => ("P", "W"),
            Unit::Month => ("P", "M"),
            Unit::Quarter => ("P", "Q"),
            Unit::Year => ("P", "Y"),
            Unit::Decade => ("P", "DE"),
            Unit::Century => ("P", "CE"),
        }
    }

    /// Whether it is shorter than a day.
    pub fn within_day(self) -> bool {
        self < Unit::Day
    }
}

/// The most days that a date is shifted by.
const MOST_DAYS: i32 = 4_000_000;

/// The most months that a date is shifted by.
const MOST_MONTHS: i32 = 100_000;

/// A date some units later (earlier if negative); `None` off the calendar.
pub fn shift(day: Date, unit: Unit, by: i32) -> Option<Date> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day),
        Unit::Day => add_days(day, by),
        Unit::Week | Unit::Weekend => add_days(day, by.checked_mul(7)?),
        Unit::Fortnight => add_days(day, by.checked_mul(14)?),
        Unit::Month => add_months(day, by),
        Unit::Quarter => add_months(day, by.checked_mul(3)?),
        Unit::Year => add_months(day, by.checked_mul(12)?),
        Unit::Decade => add_months(day, by.checked_mul(120)?),
        Unit::Century => add_months(day, by.checked_mul(1200)?),
    }
}

fn add_days(day: Date, by: i32) -> Option<Date> {
    if by.unsigned_abs() > MOST_DAYS.unsigned_abs() { None } else { day.checked_add(by.days()).ok() }
}

fn add_months(day: Date, by: i32) -> Option<Date> {
    if by.unsigned_abs() > MOST_MONTHS.unsigned_abs() { None } else { day.checked_add(by.months()).ok() }
}

/// A season of the northern year, as TIMEX3 writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season of a TIMEX3 code.
    pub fn named(code: &str) -> Option<Season> {
        [Season::Spring, Season::Summer, Season::Autumn, Season::Winter].into_iter().find(|s| s.code() == code)
    }

    /// Its TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// A part of the day, or a clock time that has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A TIMEX3 code: "MO".
    Code(&'static str),
    /// Hour and minute.
    Clock(u8, u8),
}

impl Part {
    /// The part of a code or a clock time in the data.
    pub fn named(name: &'static str) -> Option<Part> {
        match name.split_once(':') {
            Some((hour, minute)) => Some(Part::Clock(hour.parse().ok()?, minute.parse().ok()?)),
            None if among(name, "MO AF EV NI DT MI") => Some(Part::Code(name)),
            None => None,
        }
    }

    /// What follows the day in a TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Part::Code(code) => format!("T{code}"),
            Part::Clock(hour, minute) => format!("T{hour:02}:{minute:02}"),
        }
    }
}

/// A stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// One day.
    Day(Date),
    /// The week that begins on a Monday.
    Week(Date),
    /// The Saturday and Sunday of the week that begins on a Monday.
    Weekend(Date),
    /// Year and month.
    Month(i16, i8),
    /// Year and season; winter begins in December of its year.
    Season(i16, Season),
    /// Year and quarter, 1 to 4.
    Quarter(i16, i8),
    /// Year and half, 1 or 2.
    Half(i16, i8),
    /// A year.
    Year(i16),
    /// Its first year.
    Decade(i16),
    /// Its first year (1900).
    Century(i16),
}

impl Stretch {
    /// The stretch of a unit that holds a day.
    pub fn holding(unit: Unit, day: Date) -> Stretch {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Stretch::Day(day),
            Unit::Week | Unit::Fortnight => Stretch::Week(monday(day)),
            Unit::Weekend => Stretch::Weekend(monday(day)),
            Unit::Month => Stretch::Month(day.year(), day.month()),
            Unit::Quarter => Stretch::Quarter(day.year(), (day.month() + 2) / 3),
            Unit::Year => Stretch::Year(day.year()),
            Unit::Decade => Stretch::Decade(day.year() - day.year().rem_euclid(10)),
            Unit::Century => Stretch::Century(day.year() - day.year().rem_euclid(100)),
        }
    }

    /// First and last day; `None` off the calendar.
    pub fn days(self) -> Option<(Date, Date)> {
        Some(match self {
            Stretch::Day(day) => (day, day),
            Stretch::Week(first) => (first, shift(first, Unit::Day, 6)?),
            Stretch::Weekend(first) => (shift(first, Unit::Day, 5)?, shift(first, Unit::Day, 6)?),
            Stretch::Month(y, m) => months(y, m, 1)?,
            Stretch::Season(y, s) => months(y, s.first_month(), 3)?,
            Stretch::Quarter(y, q) => months(y, 3 * q - 2, 3)?,
            Stretch::Half(y, h) => months(y, 6 * h - 5, 6)?,
            Stretch::Year(y) => months(y, 1, 12)?,
            Stretch::Decade(y) => months(y, 1, 120)?,
            Stretch::Century(y) => months(y, 1, 1200)?,
        })
    }

    /// Its TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Stretch::Day(d) if d.year() < 1 => format!("{}-{:02}-{:02}", year_value(d.year()), d.month(), d.day()),
            Stretch::Day(d) => d.to_string(),
            Stretch::Week(d) => week(d),
            Stretch::Weekend(d) => format!("{}-WE", week(d)),
            Stretch::Month(y, m) => format!("{}-{m:02}", year_value(y)),
            Stretch::Season(y, s) => format!("{}-{}", year_value(y), s.code()),
            Stretch::Quarter(y, q) => format!("{}-Q{q}", year_value(y)),
            Stretch::Half(y, h) => format!("{}-H{h}", year_value(y)),
            Stretch::Year(y) => year_value(y),
            Stretch::Decade(y) => format!("{:03}", y / 10),
            Stretch::Century(y) => format!("{:02}", y / 100),
        }
    }

    /// How fine it is.
    pub fn precision(self) -> TimePrecision {
        match self {
            Stretch::Day(_) => TimePrecision::Day,
            Stretch::Week(_) => TimePrecision::Week,
            Stretch::Month(..) => TimePrecision::Month,
            Stretch::Season(..) | Stretch::Quarter(..) => TimePrecision::Season,
            Stretch::Year(_) => TimePrecision::Year,
            Stretch::Weekend(_) | Stretch::Half(..) | Stretch::Decade(_) | Stretch::Century(_) => TimePrecision::Range,
        }
    }
}

/// The TIMEX3 value of a year; the year 0 is 1 BC.
pub fn year_value(year: i16) -> String {
    if year < 1 { format!("BC{:04}", 1 - year) } else { format!("{year:04}") }
}

/// The Monday on or before a day.
pub fn monday(day: Date) -> Date {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    shift(day, Unit::Day, -back).unwrap_or(day)
}

/// A date; `None` if there is none.
pub fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn months(year: i16, month: i8, count: i32) -> Option<(Date, Date)> {
    let first = day(year, month, 1)?;
    let last = shift(shift(first, Unit::Month, count)?, Unit::Day, -1)?;
    Some((first, last))
}

fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// Easter Sunday of the western churches.
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    day(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?)
}

/// The day of the tabular Islamic calendar: within a day of what is kept in most countries.
pub fn islamic(year: i32, month: i32, day: i32) -> Option<Date> {
    let days = (11 * year + 3).div_euclid(30) + 354 * year + 30 * month - (month - 1) / 2 + day - 385;
    shift(date(622, 7, 19), Unit::Day, days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_days_of_stretches() {
        let told = |s: Stretch| s.days().map(|(a, b)| format!("{} {a} {b}", s.value())).unwrap_or_default();
        assert_eq!(told(Stretch::Week(date(2020, 2, 24))), "2020-W09 2020-02-24 2020-03-01");
        assert_eq!(told(Stretch::Weekend(date(2016, 12, 26))), "2016-W52-WE 2016-12-31 2017-01-01");
        assert_eq!(told(Stretch::Season(2011, Season::Winter)), "2011-WI 2011-12-01 2012-02-29");
        assert_eq!(told(Stretch::Quarter(2013, 3)), "2013-Q3 2013-07-01 2013-09-30");
        assert_eq!(told(Stretch::Decade(1990)), "199 1990-01-01 1999-12-31");
    }

    #[test]
    fn movable_feasts() {
        assert_eq!(easter(2019), day(2019, 4, 21));
        assert_eq!(islamic(1441, 9, 1), day(2020, 4, 24));
        assert_eq!(islamic(1443, 9, 1), day(2022, 4, 3));
    }

    #[test]
    fn shifts_off_the_calendar_are_none() {
        assert_eq!(shift(date(2016, 1, 1), Unit::Century, 100_000), None);
        assert_eq!(shift(date(2016, 3, 31), Unit::Month, -1), day(2016, 2, 29));
    }
}
