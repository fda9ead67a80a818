//! Figures in words and digits: "1,200", "twenty-one", "tens of thousands", "10 to 15", "half a million".

use super::lexicon::{Counting, Effect, Roles};
use super::view::View;
use crate::analysis::Quantifier;
use crate::lexicon::among;
use crate::syntax::Upos;
use std::ops::Range;

/// The shape of a figure, which decides what it may count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// "32", "thirty-two".
    Number,
    /// "one".
    One,
    /// "a (soldier)".
    Article,
    /// "the (soldier)", "his (wife)"; in a headline "(soldier)".
    Definite,
    /// "dozens".
    Vague,
    /// "no (dead)".
    Zero,
}

/// A figure with its qualifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// Its tokens, qualifiers included.
    pub tokens: Range<usize>,
    pub low: Option<u32>,
    pub high: Option<u32>,
    pub quantifier: Quantifier,
    pub shape: Shape,
}

/// A number without qualifiers, in thousandths.
#[derive(Clone, Copy)]
struct Amount {
    value: u64,
    end: usize,
    vague: bool,
}

const WHOLE: u64 = 1000;

/// Reads the figure that begins at a token, qualifiers before it included.
pub(super) fn figure_at(view: &View<'_>, i: usize) -> Option<Figure> {
    if view.norm(i) == "a" && is_ordinal(view, i + 1) {
        return Some(Figure { tokens: i..i + 2, low: Some(1), high: Some(1), quantifier: Quantifier::Exact, shape: Shape::One });
    }
    if let Some(shape) = small_word(view, i) {
        let count = u32::from(shape != Shape::Zero);
        let mut figure = Figure { tokens: i..i + 1, low: Some(count), high: Some(count), quantifier: Quantifier::Exact, shape };
        if shape == Shape::One {
            qualify(view, &mut figure);
        }
        return Some(figure);
    }
    if view.norm(i) == "one" && matches!(view.norm(i.wrapping_sub(1)), "no" | "-") {
        return None;
    }
    let first = amount_at(view, i)?;
    let mut figure = match range_end(view, i, first) {
        Some(last) => between(i, first, last),
        None => single(i, first),
    };
    if is_no_count(view, &figure) {
        return None;
    }
    qualify(view, &mut figure);
    Some(figure)
}

/// "a soldier", "one soldier", "no deaths": words that are no numbers by themselves.
fn small_word(view: &View<'_>, i: usize) -> Option<Shape> {
    let not_one = |i: usize| view.norm(i.wrapping_sub(1)) == "not" && view.norm(i + 1) == "single";
    match view.norm(i) {
        "a" if not_one(i) => None,
        "a" | "an" if amount_at(view, i).is_none() => Some(Shape::Article),
        "the" | "his" | "her" | "its" | "their" | "my" | "our" if view.is_word(i + 1) => Some(Shape::Definite),
        "no" | "nobody" | "none" => Some(Shape::Zero),
        "another" if amount_at(view, i + 1).is_none() => Some(Shape::One),
        "one" if view.norm(i.wrapping_sub(1)) != "no" && amount_at(view, i).is_some_and(|a| a.value == WHOLE) && !view.hyphen(i + 1) => {
            Some(Shape::One)
        }
        _ => None,
    }
}

/// "wounding a third", "a third died": an ordinal that stands for one more victim.
fn is_ordinal(view: &View<'_>, i: usize) -> bool {
    let verb = view.is(i.wrapping_sub(2), Roles::STRONG.with(Roles::OBJECT));
    let alone =
        || !view.is_word(i + 1) || matches!(view.upos(i + 1), Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Sconj) && !among(view.norm(i + 1), "of or");
    let subject = || view.is(i + 1, Roles::AUX.with(Roles::WENT)) || view.is(i + 1, Roles::PARTICIPLE) && !view.is(i + 2, Roles::PERSON);
    among(view.norm(i), "second third fourth fifth sixth") && (verb && alone() || subject())
}

fn single(i: usize, amount: Amount) -> Figure {
    let count = count(amount);
    let shape = if amount.vague { Shape::Vague } else { Shape::Number };
    let high = if amount.vague { None } else { Some(count) };
    let quantifier = if amount.vague { Quantifier::Vague } else { Quantifier::Exact };
    Figure { tokens: i..amount.end, low: Some(count), high, quantifier, shape }
}

fn between(i: usize, first: Amount, last: Amount) -> Figure {
    let (low, high) = (count(first), count(last));
    Figure { tokens: i..last.end, low: Some(low.min(high)), high: Some(high.max(low)), quantifier: Quantifier::Range, shape: Shape::Number }
}

fn count(amount: Amount) -> u32 {
    u32::try_from(amount.value / WHOLE).unwrap_or(u32::MAX)
}

/// The second number of "10 to 15", "10-15", "between 10 and 15", "two or three".
fn range_end(view: &View<'_>, i: usize, first: Amount) -> Option<Amount> {
    let joint = view.norm(first.end);
    let joins = match joint {
        "to" => view.norm(i.wrapping_sub(1)) != "from" || counts_people(view, first.end + 2),
        "or" => true,
        "-" | "–" | "—" => view.spaced(first.end) == view.spaced(first.end + 1),
        "and" => view.norm(i.wrapping_sub(1)) == "between",
        _ => false,
    };
    let last = if joins { amount_at(view, first.end + 1)? } else { return None };
    let mut first = first;
    if first.value < WHOLE * 1000 && last.value >= WHOLE * 100_000 && joint != "or" {
        first.value = first.value.checked_mul(if last.value >= WHOLE * 1_000_000 { 1_000_000 } else { 1000 })?;
    }
    (first.value < last.value && !first.vague && view.norm(last.end) != joint).then_some(last)
}

/// Whether a noun of people stands at a place or just after it.
fn counts_people(view: &View<'_>, i: usize) -> bool {
    view.is(i, Roles::PEOPLE) || view.is(i + 1, Roles::PEOPLE)
}

/// Reads a number.
fn amount_at(view: &View<'_>, i: usize) -> Option<Amount> {
    let mut amount = match view.norm(i) {
        "half" if matches!(view.norm(i + 1), "a" | "of") => {
            let unit = times_at(view, i + 2)?;
            return Some(Amount { value: unit * WHOLE / 2, end: i + 3, vague: false });
        }
        "several" if times_at(view, i + 1).is_none() => return several_people(view, i),
        "both" => return both_people(view, i),
        "several" | "few" => {
            let unit = times_at(view, i + 1)?;
            return Some(Amount { value: WHOLE * if unit == 12 { 24 } else { 2 * unit }, end: i + 2, vague: true });
        }
        "a" | "an" => return article_amount(view, i),
        word if word.starts_with(|c: char| c.is_ascii_digit()) => digits_at(view, i)?,
        _ => words_at(view, i)?,
    };
    while let Some(unit) = times_at(view, amount.end) {
        amount.value = amount.value.checked_mul(unit)?;
        amount.end += 1;
    }
    Some(amount)
}

/// "several people", "several of them", "several others", "several were killed": three at least.
fn several_people(view: &View<'_>, i: usize) -> Option<Amount> {
    let next = view.norm(i + 1);
    let people = || (i + 1..i + 4).take_while(|&k| !view.is(k, Roles::STOP)).any(|k| view.is(k, Roles::PEOPLE) && !view.is(k, Roles::UNIT));
    let counts = among(next, "others more of") || view.is(i + 1, Roles::CUE) || among(next, "were have are had") || people();
    counts.then_some(Amount { value: 3 * WHOLE, end: i + 1, vague: true })
}

/// "both pilots", "both of them".
fn both_people(view: &View<'_>, i: usize) -> Option<Amount> {
    let of_them = view.norm(i + 1) == "of" && among(view.norm(i + 2), "them whom us");
    let people = (i + 1..i + 4)
        .take_while(|&k| !view.is(k, Roles::STOP.with(Roles::CUE)) || among(view.norm(k), "the of"))
        .any(|k| view.is(k, Roles::PEOPLE) && !view.is(k, Roles::UNIT) && !among(view.norm(k + 1), "and or"));
    (of_them || people).then_some(Amount { value: 2 * WHOLE, end: i + 1, vague: false })
}

/// "a hundred", "a dozen", "a couple of", "a few thousand".
fn article_amount(view: &View<'_>, i: usize) -> Option<Amount> {
    if let Some(unit) = times_at(view, i + 1) {
        let mut amount = Amount { value: unit * WHOLE, end: i + 2, vague: false };
        while let Some(unit) = times_at(view, amount.end) {
            amount.value = amount.value.checked_mul(unit)?;
            amount.end += 1;
        }
        return Some(amount);
    }
    match (view.norm(i + 1), view.norm(i + 2)) {
        ("couple" | "pair", "of") => Some(Amount { value: 2 * WHOLE, end: i + 3, vague: false }),
        ("score", "of") => Some(Amount { value: 20 * WHOLE, end: i + 3, vague: false }),
        ("few", _) => amount_at(view, i + 1),
        _ => None,
    }
}

fn times_at(view: &View<'_>, i: usize) -> Option<u64> {
    match view.sense(i).number {
        Some((Counting::Times, unit)) => Some(unit),
        _ => None,
    }
}

/// "1200", "1,200", "4.8".
fn digits_at(view: &View<'_>, i: usize) -> Option<Amount> {
    let mut value: u64 = 0;
    let mut fraction = 0;
    let mut end = i;
    let mut point = false;
    loop {
        for c in view.norm(end).chars() {
            match c {
                ',' | '\u{a0}' if !point => {}
                '.' if !point => point = true,
                c if c.is_ascii_digit() && !(point && fraction >= 3) => {
                    value = value.checked_mul(10)?.checked_add(u64::from(c as u32 - '0' as u32))?;
                    fraction += u32::from(point);
                }
                c if c.is_ascii_digit() => {}
                _ => return None,
            }
        }
        end += 1;
        let joined = !view.spaced(end) && !view.spaced(end + 1) && view.norm(end + 1).starts_with(|c: char| c.is_ascii_digit());
        match view.norm(end) {
            "," if joined && !point && view.norm(end + 1).len() == 3 => end += 1,
            next if !point && end == i + 1 && thousands(view, i, next) => {}
            "." if joined && !point => {
                point = true;
                end += 1;
            }
            _ => break,
        }
    }
    let value = value.checked_mul(10_u64.pow(3 - fraction))?;
    (value % WHOLE == 0 || times_at(view, end).is_some()).then_some(Amount { value, end, vague: false })
}

/// "200 000": digits in groups, with a space.
fn thousands(view: &View<'_>, i: usize, next: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    next.len() == 3 && digits(next) && view.norm(i).len() <= 3 && digits(view.norm(i)) && counts_people(view, i + 2)
}

/// "twenty-one", "one hundred and twenty", "tens of thousands", "dozens".
fn words_at(view: &View<'_>, i: usize) -> Option<Amount> {
    let (counting, value) = view.sense(i).number?;
    match counting {
        Counting::One => hundreds(view, i + 1, value),
        Counting::Ten => {
            let dash = usize::from(view.hyphen(i + 1));
            match view.sense(i + 1 + dash).number {
                Some((Counting::One, unit)) if unit < 10 => hundreds(view, i + 2 + dash, value + unit),
                _ => hundreds(view, i + 1, value),
            }
        }
        Counting::Times => None,
        Counting::Vague => {
            let next = if view.norm(i + 1) == "of" { view.sense(i + 2).number } else { None };
            match next {
                Some((Counting::Vague, unit)) if unit >= 200 => Some(Amount { value: value * (unit / 2) * WHOLE, end: i + 3, vague: true }),
                _ => Some(Amount { value: value * WHOLE, end: i + 1, vague: true }),
            }
        }
    }
}

/// What follows a small number word: "hundred (and twenty)".
fn hundreds(view: &View<'_>, end: usize, value: u64) -> Option<Amount> {
    if times_at(view, end) != Some(100) {
        return Some(Amount { value: value * WHOLE, end, vague: false });
    }
    let rest = end + 1 + usize::from(view.norm(end + 1) == "and");
    let tail = match view.sense(rest).number {
        Some((Counting::One | Counting::Ten, v)) if v < 100 && !view.is(rest, Roles::UNIT) => words_at(view, rest),
        _ => None,
    };
    let base = value * 100 * WHOLE;
    Some(tail.filter(|t| t.value < 100 * WHOLE).map_or(Amount { value: base, end: end + 1, vague: false }, |t| Amount { value: base + t.value, ..t }))
}

/// Words that a number names rather than counts: "Task Force 20".
const NUMBERED: [&str; 22] = [
    "force",
    "flight",
    "resolution",
    "division",
    "brigade",
    "battalion",
    "regiment",
    "group",
    "unit",
    "route",
    "highway",
    "act",
    "law",
    "article",
    "phase",
    "day",
    "section",
    "squadron",
    "channel",
    "protocol",
    "corps",
    "task",
];

/// Ages, years, dates, times, sums of money, scores, footnotes: numbers that count nobody.
fn is_no_count(view: &View<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let before = view.norm(start.wrapping_sub(1));
    let after = view.norm(end);
    let glued = !view.spaced(start) && view.is_word(start.wrapping_sub(1));
    let part_of_word = view.hyphen(end) && !view.spaced(end + 1) && view.is_word(end + 1);
    let after_hyphen = view.hyphen(start.wrapping_sub(1)) && !view.spaced(start) && view.is_word(start.wrapping_sub(2));
    let marked = among(before, "$ £ € ¥ # no. aged age page us$ [ article resolution");
    let sign =
        among(after, "% percent ° /") || (after == ":" && !view.spaced(end + 1) && !view.spaced(end)) || (before == ":" && !view.spaced(start));
    let per_cent = after == "per" && view.norm(end + 1) == "cent";
    let month = |i: usize| view.capital(i) && super::view::is_month(view.norm(i));
    let date = figure.high.is_some_and(|n| n <= 31) && (month(start.wrapping_sub(1)) || month(end));
    let a_year = figure.tokens.len() == 1
        && view.norm(start).len() == 4
        && figure.high.is_some_and(|n| (1800..2100).contains(&n))
        && (!counts_people(view, end)
            || among(before, "in since by until late early mid during from before after")
            || view.norm(end).starts_with(|c: char| c.is_ascii_digit()));
    let numbered = view.capital(start.wrapping_sub(1)) && NUMBERED.contains(&before);
    glued || numbered || part_of_word || after_hyphen || marked || sign || per_cent || date || a_year
}

/// Takes in the qualifiers around a figure.
fn qualify(view: &View<'_>, figure: &mut Figure) {
    let mut effect = Effect::Same;
    let round = matches!(view.norm(figure.tokens.start), "a" | "an" | "half");
    loop {
        let found = view.lexicon.qualifiers.iter().find(|q| {
            let n = q.words.len();
            !q.after && figure.tokens.start >= view.sentence.start + n && view.words_at(figure.tokens.start - n, &q.words)
        });
        let Some(found) = found else { break };
        if found.words.len() == 1 && found.words[0].as_ref() == "over" && view.norm(figure.tokens.start.wrapping_sub(2)) == "control" {
            break;
        }
        figure.tokens.start -= found.words.len();
        if effect == Effect::Same {
            effect = match found.effect {
                Effect::Nearly if round => Effect::AtMost,
                Effect::Nearly => Effect::About,
                effect => effect,
            };
        }
    }
    let trailing = view.lexicon.qualifiers.iter().find(|q| q.after && view.words_at(figure.tokens.end, &q.words));
    if let Some(found) = trailing {
        figure.tokens.end += found.words.len();
        effect = found.effect;
    }
    if figure.quantifier == Quantifier::Range && matches!(view.norm(figure.tokens.start.wrapping_sub(1)), "between" | "from") {
        figure.tokens.start -= 1;
    }
    apply(figure, effect);
}

/// Lets a qualifier open or soften a figure.
pub(super) fn apply(figure: &mut Figure, effect: Effect) {
    match effect {
        Effect::AtLeast => {
            figure.high = None;
            figure.quantifier = Quantifier::AtLeast;
        }
        Effect::AtMost if figure.quantifier != Quantifier::Vague => {
            figure.low = None;
            figure.quantifier = Quantifier::AtMost;
        }
        Effect::About if figure.quantifier == Quantifier::Exact => figure.quantifier = Quantifier::About,
        _ => {}
    }
}
