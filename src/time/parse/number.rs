//! Numbers in digits and words.

use super::line::Line;
use crate::time::words::{Class, Key};

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The number; `None`: some.
    pub value: Option<u32>,
    /// And a half.
    pub half: bool,
}

impl Count {
    fn exactly(value: u32) -> Count {
        Count { value: Some(value), half: false }
    }

    const SOME: Count = Count { value: None, half: false };
}

/// The phrase that counts a unit: "three", "a", "a couple of", "two and a half", "ten or fifteen" (the lower one).
pub fn count(line: &Line<'_>, at: usize) -> Option<(Count, usize)> {
    let (first, end) = one_count(line, at)?;
    if first.value.is_some() {
        let joint = matches!(line.norm(end), "or" | "to") || line.is(end, Key::Hyphen);
        if joint && let Some((_, after)) = whole(line, end + 1).filter(|&(second, _)| first.value.is_some_and(|f| f < second)) {
            return Some((first, after));
        }
    }
    Some((first, end))
}

fn one_count(line: &Line<'_>, at: usize) -> Option<(Count, usize)> {
    match line.class(at) {
        Class::Key(Key::A) => article(line, at),
        Class::Key(Key::Half) => None,
        Class::Vague => Some((Count::SOME, at + 1)),
        Class::Crowd if line.is(at + 1, Key::Of) => Some((Count::SOME, at + 2)),
        Class::Key(Key::Couple) if line.is(at + 1, Key::Of) => Some((Count::exactly(2), at + 2)),
        _ => {
            let (value, end) = whole(line, at)?;
            if matches!(line.norm(end), "1/2" | "½") {
                return Some((Count { value: Some(value), half: true }, end + 1));
            }
            let after = line.skip(end, Key::Hyphen);
            let joined = line.is(after, Key::And) && line.is(line.skip(after + 1, Key::Hyphen), Key::A);
            let half_at = line.skip(line.skip(after + 1, Key::Hyphen) + 1, Key::Hyphen);
            if joined && line.is(half_at, Key::Half) {
                return Some((Count { value: Some(value), half: true }, half_at + 1));
            }
            Some((Count::exactly(value), end))
        }
    }
}

/// "a", "a few", "a couple of", "a dozen", "a hundred".
fn article(line: &Line<'_>, at: usize) -> Option<(Count, usize)> {
    match line.class(at + 1) {
        Class::Vague => Some((Count::SOME, at + 2)),
        Class::Key(Key::Couple) => Some((Count::exactly(2), line.skip(at + 2, Key::Of))),
        Class::Scale(_) => whole(line, at + 1).map(|(v, end)| (Count::exactly(v), end)),
        _ if line.norm(at + 1) == "good" && line.class(at + 2) == Class::Vague => Some((Count::SOME, at + 3)),
        _ => Some((Count::exactly(1), at + 1)),
    }
}

/// A whole number in digits or words.
pub fn whole(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    match line.class(at) {
        Class::Digits(value, _) => Some((u32::from(value), at + 1)),
        Class::Numeric => grouped(line.norm(at)).map(|v| (v, at + 1)),
        _ => in_words(line, at),
    }
}

/// "1,200".
fn grouped(word: &str) -> Option<u32> {
    let mut parts = word.split(',');
    let head = parts.next().filter(|h| (1..=3).contains(&h.len()))?;
    let mut value = head.parse::<u32>().ok()?;
    for part in parts {
        if part.len() != 3 {
            return None;
        }
        value = value.checked_mul(1000)?.checked_add(part.parse().ok()?)?;
    }
    Some(value)
}

/// "twenty-four", "two hundred", "dozen".
fn in_words(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    let (mut value, mut end) = match line.class(at) {
        Class::Number(n) => (u32::from(n), at + 1),
        Class::Tens(n) => {
            let ones_at = line.skip(at + 1, Key::Hyphen);
            match line.class(ones_at) {
                Class::Number(ones) if ones < 10 => (u32::from(n + ones), ones_at + 1),
                _ => (u32::from(n), at + 1),
            }
        }
        Class::Scale(n) => (u32::from(n), at + 1),
        _ => return None,
    };
    while let Class::Scale(n) = line.class(end) {
        value = value.checked_mul(u32::from(n))?;
        end += 1;
    }
    Some((value, end))
}
