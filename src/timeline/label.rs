//! What to call a stretch of days: "15 Aug 2016", "August 2016", "2014–2016", "early 2011".

use super::next_day;
use crate::analysis::TimePrecision;
use jiff::civil::Date;

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The name of a stretch of days, both ends inclusive; either may be open. As long as it must be and never finer than told.
pub fn label(days: (Option<Date>, Option<Date>), precision: TimePrecision) -> String {
    match days {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) if precision == TimePrecision::Week && days_long(from, to) == Some(7) => format!("week of {}", day(from)),
        (Some(from), Some(to)) => {
            of_years(from, to).or_else(|| of_months(from, to)).or_else(|| part_of_month(from, to)).unwrap_or_else(|| of_days(from, to))
        }
        (Some(from), None) => format!("since {}", day(from)),
        (None, Some(to)) => format!("by {}", day(to)),
        (None, None) => "undated".into(),
    }
}

fn days_long(from: Date, to: Date) -> Option<i32> {
    next_day(to).map(|end| (end - from).get_days())
}

fn month_name(day: Date) -> &'static str {
    usize::try_from(day.month() - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default()
}

fn short_month(day: Date) -> &'static str {
    month_name(day).get(..3).unwrap_or_default()
}

/// "15 Aug 2016".
fn day(day: Date) -> String {
    format!("{} {} {}", day.day(), short_month(day), day.year())
}

fn begins_month(day: Date) -> bool {
    day.day() == 1
}

fn ends_month(day: Date) -> bool {
    day == day.last_of_month()
}

/// "2016", "2014–2016", "1990s", "early 2011".
fn of_years(from: Date, to: Date) -> Option<String> {
    if !begins_month(from) || !ends_month(to) {
        return None;
    }
    match (from.month(), to.month(), to.year() - from.year()) {
        (1, 12, 0) => Some(format!("{}", from.year())),
        (1, 12, 9) if from.year() % 10 == 0 => Some(format!("{}s", from.year())),
        (1, 12, _) => Some(format!("{}–{}", from.year(), to.year())),
        (1, 4, 0) => Some(format!("early {}", from.year())),
        (5, 8, 0) => Some(format!("mid-{}", from.year())),
        (9, 12, 0) => Some(format!("late {}", from.year())),
        _ => None,
    }
}

/// "August 2016", "Mar–May 2016", "Dec 2015 – Feb 2016".
fn of_months(from: Date, to: Date) -> Option<String> {
    if !begins_month(from) || !ends_month(to) {
        return None;
    }
    Some(match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => format!("{} {}", month_name(from), from.year()),
        (true, false) => format!("{}–{} {}", short_month(from), short_month(to), to.year()),
        (false, _) => format!("{} {} – {} {}", short_month(from), from.year(), short_month(to), to.year()),
    })
}

/// "early August 2016": the first ten days, the second ten, the rest.
fn part_of_month(from: Date, to: Date) -> Option<String> {
    let part = match (from.day(), to.day()) {
        _ if (from.year(), from.month()) != (to.year(), to.month()) => return None,
        (1, 10) => "early",
        (11, 20) => "mid-",
        (21, _) if ends_month(to) => "late",
        _ => return None,
    };
    let space = if part.ends_with('-') { "" } else { " " };
    Some(format!("{part}{space}{} {}", month_name(from), from.year()))
}

/// "3–9 Aug 2016", "28 Jul – 3 Aug 2016", "28 Dec 2015 – 3 Jan 2016".
fn of_days(from: Date, to: Date) -> String {
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => format!("{}–{}", from.day(), day(to)),
        (true, false) => format!("{} {} – {}", from.day(), short_month(from), day(to)),
        (false, _) => format!("{} – {}", day(from), day(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn label_examples() {
        use TimePrecision::*;
        for (from, to, precision, words) in [
            ("2016-08-15", "2016-08-15", Day, "15 Aug 2016"),
            ("2016-08-15", "2016-08-15", Time, "15 Aug 2016"),
            ("2016-08-08", "2016-08-14", Week, "week of 8 Aug 2016"),
            ("2016-08-08", "2016-08-14", Range, "8–14 Aug 2016"),
            ("2016-08-01", "2016-08-31", Month, "August 2016"),
            ("2016-02-01", "2016-02-29", Month, "February 2016"),
            ("2016-08-01", "2016-08-10", Range, "early August 2016"),
            ("2016-02-21", "2016-02-29", Range, "late February 2016"),
            ("2016-03-01", "2016-05-31", Season, "Mar–May 2016"),
            ("2015-12-01", "2016-02-29", Season, "Dec 2015 – Feb 2016"),
            ("2011-01-01", "2011-04-30", Range, "early 2011"),
            ("2011-05-01", "2011-08-31", Range, "mid-2011"),
            ("2016-01-01", "2016-12-31", Year, "2016"),
            ("2014-01-01", "2016-12-31", Range, "2014–2016"),
            ("1990-01-01", "1999-12-31", Range, "1990s"),
            ("2016-07-28", "2016-08-03", Range, "28 Jul – 3 Aug 2016"),
            ("2015-12-28", "2016-01-03", Range, "28 Dec 2015 – 3 Jan 2016"),
            ("2016-08-15", "", Range, "since 15 Aug 2016"),
            ("", "2016-08-15", Range, "by 15 Aug 2016"),
            ("", "", None, "undated"),
        ] {
            assert_eq!(label((from.parse().ok(), to.parse().ok()), precision), words);
        }
    }
}
