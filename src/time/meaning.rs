//! What a time expression says, before it is placed on the calendar.

use super::calendar::{Part, Season, Unit};
use std::ops::Range;

/// A time expression as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it says.
    pub meaning: Meaning,
    /// Name of the rule that read it.
    pub rule: &'static str,
}

/// What a time expression says.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// A place on the calendar.
    Point(Point),
    /// From one place on the calendar to another: "11-13 Dec.".
    Interval(Point, Point),
    /// A length of time.
    Length(Length, Window),
    /// A repetition: every so often.
    Repeated(Length),
    /// A repetition on a weekday.
    Weekly(u8),
    /// A repetition on a day of a month: month and day.
    Yearly(i8, i8),
    /// "at night".
    EveryPart(Part),
    /// "now".
    Present,
    /// "recently", "the past".
    Past,
    /// "the future".
    Future,
    /// From the last date told to publication: "since then".
    SinceThen,
}

/// A place on the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The stretch of days.
    pub base: Base,
    /// Which part of the stretch.
    pub edge: Edge,
    /// Which part of the day.
    pub part: Option<Part>,
    /// Its day is told vaguely as a time of day: "late on Sunday".
    pub timed: bool,
}

impl Point {
    /// A whole stretch.
    pub fn of(base: Base) -> Point {
        Point { base, edge: Edge::Whole, part: None, timed: false }
    }
}

/// Which part of a stretch of days is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// All of it.
    Whole,
    /// The first third.
    Early,
    /// The second third.
    Middle,
    /// The last third.
    Late,
    /// The week of a month that has this number; of a month or a year its last if 0.
    Week(i8),
    /// The first or second half of a month.
    Half(i8),
    /// The day and the night into the next.
    Night,
    /// Up to publication: "earlier this month".
    Before,
    /// From publication on: "later this month".
    After,
}

/// A stretch of days, told in relation to something or outright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    /// A date of which parts may be missing.
    Date(Ymd),
    /// A day of the week.
    Weekday(u8, Which),
    /// A day of a week with a word that says which: "Wednesday last week".
    DayOfWeek(u8, Which),
    /// A month with a word that says which: "last March".
    Month(u8, Which),
    /// A month of a year with a word that says which: "March last year".
    MonthOfYear(u8, Which),
    /// A day of a year with a word that says which: "June 12 last year".
    DayOfYear(Ymd, Which),
    /// A season, its year if told.
    Season(Season, Option<i16>, Which),
    /// A quarter or half: number, how many months it has, its year if told.
    Quarter(i8, i8, Option<i16>),
    /// A quarter of the year that a word tells: "last year's third quarter".
    QuarterOf(i8, Which),
    /// The quarter told last, or that of so many years before; where none was told, the year if it says so: "year-ago".
    QuarterTold(i16, bool),
    /// The unit that holds a day so many units from publication or from the last date told.
    Shift(Unit, i32, From),
    /// A day counted from the days of a feast.
    Feast(usize, Option<i16>, Which),
    /// Its first year.
    Decade(i16),
    /// Its first year.
    Century(i16),
    /// The last date told, as it was told: "that time".
    Anchor,
    /// A day that cannot be counted out: "a few days ago", "days later"; whether it is counted from publication.
    Vague(Unit, bool),
}

/// A date of which parts may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ymd {
    /// Year.
    pub year: Option<i16>,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day, 1 to 31.
    pub day: Option<i8>,
    /// Weekday beside it, 1 to 7.
    pub weekday: Option<u8>,
}

/// Which of several like days or stretches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Not told: the context decides.
    Plain,
    /// "last".
    Last,
    /// "this".
    This,
    /// "next".
    Next,
    /// "the previous", as told from the last date.
    Previous,
    /// "the following", as told from the last date.
    Following,
    /// "that", "the same".
    Same,
}

/// What a shift is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day of publication.
    Publication,
    /// The last date told in the text.
    Anchor,
    /// Publication in news, the last date told in histories.
    Context,
}

/// How much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many; `None`: some.
    pub count: Option<u32>,
    /// And a half.
    pub half: bool,
    /// Of what.
    pub unit: Unit,
}

/// Where a length of time lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Anywhere.
    Free,
    /// It ends at publication.
    Past,
    /// It ends at the last date told.
    BeforeAnchor,
    /// It begins at publication.
    Future,
}
