//! The time expressions of a text in their order: what one leaves out, another tells.

use super::calendar::{Part, Stretch, Unit, shift};
use super::daily::beginnings;
use super::meaning::{Base, Edge, Found, From, Meaning, Point, Which, Ymd};
use super::parse::Line;
use super::place::Scene;
use super::resolve::{Resolved, resolve};
use super::tense::outlook;
use super::words::Key;
use super::{Lexicon, TimeExpression};
use crate::lexicon::among;
use crate::syntax::Syntax;
use jiff::civil::Date;

/// Gives years within a sentence: "from April to June 1968", "the September 11 attacks".
pub fn complete(line: &Line<'_>, found: &mut [Found]) {
    for at in (0..found.len()).rev() {
        let neighbour = found.get(at + 1).filter(|next| joined(line, found[at].tokens.end, next.tokens.start)).map(|next| &next.meaning);
        let next = neighbour.and_then(date_of);
        let next_day = neighbour.and_then(timed_day);
        let Some(one) = found.get_mut(at) else { continue };
        let beside = line.norm(one.tokens.end);
        if let (Meaning::Point(point), Some(day)) = (&mut one.meaning, next_day)
            && point.part.is_some()
            && point.base == SAME_DAY
        {
            point.base = day;
        }
        let Meaning::Point(Point { base: Base::Date(ymd), .. }) = &mut one.meaning else { continue };
        let (None, Some(month)) = (ymd.year, ymd.month) else { continue };
        if let Some(Ymd { year: Some(year), month: Some(last), .. }) = next {
            ymd.year = Some(if month <= last { year } else { year - 1 });
        } else if let Some(day) = ymd.day {
            ymd.year = line.lexicon().feasts.year_of(month, day, beside);
        }
    }
}

fn date_of(meaning: &Meaning) -> Option<Ymd> {
    match meaning {
        Meaning::Point(Point { base: Base::Date(ymd), .. }) => Some(*ymd),
        _ => None,
    }
}

/// The day of a time that follows: "from late morning to early evening on Thursday".
fn timed_day(meaning: &Meaning) -> Option<Base> {
    match meaning {
        Meaning::Point(Point { base, part: Some(_), .. }) => Some(*base),
        _ => None,
    }
}

/// The base of a time of day whose day is not told.
const SAME_DAY: Base = Base::Shift(Unit::Day, 0, From::Anchor);

/// Whether only words that join two ends of a range or members of a list stand between.
fn joined(line: &Line<'_>, from: usize, to: usize) -> bool {
    to > from && to - from <= 2 && (from..to).all(|i| among(line.norm(i), "to until till through and or , / - – — on from"))
}

/// Places all expressions, in text order.
pub fn tell(found: &[Found], lines: &[Line<'_>], syntax: &Syntax, lexicon: &Lexicon, published: Option<Date>) -> Vec<TimeExpression> {
    let narrative = is_narrative(found, published);
    let last = if narrative { history_year(found, published).map(Stretch::Year) } else { None };
    let mut scene =
        Scene { lexicon, published, narrative, last, last_day: None, day_at: 0, at: 0, beside: None, past: None, night: None, quarter: None };
    let mut sentence = (usize::MAX, usize::MAX);
    let mut quarter_at = 0;
    let mut out: Vec<TimeExpression> = Vec::with_capacity(found.len());
    let mut open: Option<usize> = None;
    for ((one, line), begins) in found.iter().zip(lines).zip(beginnings(found, lines)) {
        let compared = scene.quarter.is_some() && one.tokens.start <= quarter_at + SAME_FIGURES;
        let of_quarter = compared.then(|| year_before(line, one)).flatten();
        let one = of_quarter.as_ref().unwrap_or(one);
        if line.range().start != sentence.0 {
            scene.beside = None;
        }
        if line.block() != sentence.1 {
            scene.past = None;
        }
        sentence = (line.range().start, line.block());
        scene.at = one.tokens.start;
        if begins {
            scene.published = published;
        }
        let Some(mut resolved) = resolve(one, &scene, outlook(line, syntax, &one.tokens)) else { continue };
        next_morning(&mut resolved, one, line, &mut scene);
        if let (Meaning::Point(Point { base: Base::Quarter(..), .. }), Some(Stretch::Quarter(year, number))) = (&one.meaning, resolved.stretch) {
            scene.quarter = Some((year, number));
        }
        if matches!(resolved.stretch, Some(Stretch::Quarter(..))) {
            quarter_at = one.tokens.end;
        }
        if let Some(stretch) = resolved.stretch {
            if leads(line, one, &scene) {
                scene.told(stretch);
            }
            scene.beside = Some(stretch);
            scene.past = past(line, one, stretch, &scene);
        }
        if begins {
            scene.published = resolved.days.1;
        }
        let expression = expression(one, resolved);
        if let Some(vague) = open.take().and_then(|i: usize| out.get_mut(i))
            && apposed(line, vague.tokens.end, one.tokens.start)
        {
            (vague.kind, vague.value, vague.days, vague.precision) =
                (expression.kind, expression.value.clone(), expression.days, expression.precision);
        }
        open = matches!(one.meaning, Meaning::Point(Point { base: Base::Vague(..), .. })).then_some(out.len());
        out.push(expression);
    }
    out
}

/// The full date that leads the paragraph after an expression: news-like ones end it.
fn past(line: &Line<'_>, found: &Found, stretch: Stretch, scene: &Scene<'_>) -> Option<Stretch> {
    let Meaning::Point(Point { base, .. }) = &found.meaning else { return scene.past };
    // "was shot down on 6 April 1994", not "the bombing of 21 December 1988".
    let tells = matches!(line.key_before(found.tokens.start), Some(Key::On | Key::Inside)) || line.first(found.tokens.start);
    match base {
        Base::Date(Ymd { year: Some(year), month: Some(_), .. }) => {
            Some(stretch).filter(|_| tells && scene.published.is_some_and(|p| p.year() > year + 2))
        }
        Base::Date(Ymd { year: None, .. }) | Base::Shift(_, _, From::Anchor) => scene.past.map(|_| stretch),
        Base::Date(_) | Base::Season(..) | Base::Decade(_) | Base::Century(_) => scene.past,
        _ => None,
    }
}

/// The year of the first full date of a history that begins without one, if it has several and all are long past.
fn history_year(found: &[Found], published: Option<Date>) -> Option<i16> {
    let full = |one: &Found| match one.meaning {
        Meaning::Point(Point { base: Base::Date(Ymd { year: Some(year), month: Some(_), .. }), .. }) => Some(year),
        _ => None,
    };
    let latest = published?.year() - LONG_PAST;
    let mut years = found.iter().filter_map(full);
    let first = years.next().filter(|&year| year <= latest)?;
    let rest: Vec<i16> = years.collect();
    (!rest.is_empty() && rest.iter().all(|&year| year <= latest)).then_some(first)
}

/// How many years make a history.
const LONG_PAST: i16 = 10;

/// How many words may lie between an evening and the morning after it.
const BY_MORNING: usize = 40;

/// "The line was cut on Tuesday night and came back at dawn": a morning told without its day after an evening is of the next day.
fn next_morning(resolved: &mut Resolved, found: &Found, line: &Line<'_>, scene: &mut Scene<'_>) {
    let (Meaning::Point(Point { base, part: Some(part), .. }), Some(Stretch::Day(day))) = (&found.meaning, resolved.stretch) else { return };
    let (morning, evening) = match part {
        Part::Code(code) => (matches!(*code, "MO"), matches!(*code, "EV" | "NI")),
        Part::Clock(hour, _) => (*hour < 12, (17..24).contains(hour)),
    };
    let since = scene.night.is_some_and(|(night, at)| night == day && found.tokens.start - at <= BY_MORNING);
    let told_for_itself = line.norm_before(found.tokens.start) != "before";
    if morning
        && since
        && told_for_itself
        && *base == SAME_DAY
        && let Some(next) = shift(day, Unit::Day, 1).filter(|&n| scene.published.is_none_or(|p| n <= p))
    {
        *resolved = resolved.on(next);
    }
    if evening {
        scene.night = Some((day, found.tokens.end));
    }
}

/// How many words after a quarter its figures are still compared.
const SAME_FIGURES: usize = 90;

/// "from $2 million a year ago", where figures of a quarter are told: that quarter of the year before.
fn year_before(line: &Line<'_>, found: &Found) -> Option<Found> {
    let Meaning::Point(point) = &found.meaning else { return None };
    let one_back = matches!(point.base, Base::Shift(Unit::Year, -1, _)) && point.edge == Edge::Whole;
    let told = matches!(line.norm(found.tokens.end - 1), "ago" | "earlier") && line.is(found.tokens.start, Key::A);
    (one_back && told).then(|| Found { meaning: Meaning::Point(Point::of(Base::QuarterTold(1, true))), ..found.clone() })
}

fn expression(found: &Found, resolved: Resolved) -> TimeExpression {
    let Resolved { kind, value, days, precision, .. } = resolved;
    TimeExpression { tokens: found.tokens.clone(), kind, value, days, precision, rule: found.rule }
}

/// "Days earlier, on 30 November": the date tells what the vague words mean.
fn apposed(line: &Line<'_>, from: usize, to: usize) -> bool {
    to > from && to - from <= 2 && line.text(from) == "," && (to == from + 1 || line.is(from + 1, Key::On) || line.is(from + 1, Key::Inside))
}

/// Whether later expressions are counted from this one: a deadline, a year in a name or an aside do not lead.
fn leads(line: &Line<'_>, found: &Found, scene: &Scene<'_>) -> bool {
    let narrative = scene.narrative;
    let Meaning::Point(point) = &found.meaning else { return false };
    let before = line.key_before(found.tokens.start);
    if matches!(before, Some(Key::By | Key::Until | Key::Since)) && !line.first(found.tokens.start.saturating_sub(1))
        || before == Some(Key::Of) && line.norm(found.tokens.start.saturating_sub(2)) == "as"
    {
        return before == Some(Key::Since) && (!narrative || scene.last.is_none());
    }
    let opens = line.first(found.tokens.start) || line.first(found.tokens.start.saturating_sub(1)) && before == Some(Key::Inside);
    let aside = matches!(before, Some(Key::Bracket | Key::The | Key::A)) || !opens && strays(point.base, scene.last);
    if scene.narrative && aside {
        return false;
    }
    match point.base {
        Base::Date(Ymd { year: Some(_), month: None, .. }) => {
            let alone = line.first(found.tokens.start);
            alone
                || matches!(before, Some(Key::Inside | Key::During | Key::Since | Key::After | Key::Of | Key::Early | Key::Late | Key::Hyphen))
                || point.edge != super::meaning::Edge::Whole
        }
        Base::Anchor => false,
        Base::Shift(_, _, From::Publication) => !narrative,
        _ => true,
    }
}

/// Whether a year lies away from where the story is: it goes on by a few years, and back only with a month.
fn strays(base: Base, last: Option<Stretch>) -> bool {
    let Some((story, _)) = last.and_then(Stretch::days) else { return false };
    match base {
        Base::Date(Ymd { year: Some(year), month: None, .. }) => !(0..=2).contains(&(year - story.year())),
        Base::Date(Ymd { year: Some(year), month: Some(_), .. }) => !(-15..=15).contains(&(year - story.year())),
        Base::Decade(_) | Base::Century(_) => true,
        _ => false,
    }
}

/// Whether the text tells a history by its dates: full dates from well before publication, and hardly a "Wednesday" or "yesterday".
fn is_narrative(found: &[Found], published: Option<Date>) -> bool {
    let (mut full, mut news) = (0usize, 0usize);
    for one in found {
        let (Meaning::Point(Point { base, .. }) | Meaning::Interval(_, Point { base, .. })) = &one.meaning else { continue };
        match base {
            Base::Date(Ymd { year: Some(..=0), .. }) => full += 1,
            Base::Date(Ymd { year: Some(year), month: Some(_), .. }) if published.is_none_or(|p| p.year() > *year) => full += 1,
            Base::Weekday(_, Which::Plain | Which::Last | Which::Next | Which::This)
            | Base::Month(_, Which::Last | Which::Next | Which::This)
            | Base::MonthOfYear(_, Which::Last | Which::Next | Which::This)
            | Base::DayOfYear(_, Which::Last | Which::Next | Which::This)
            | Base::DayOfWeek(..)
            | Base::Shift(_, _, From::Publication) => news += 1,
            _ => {}
        }
    }
    full > 3 * news
}
