//! Page furniture: which lines are menus, share buttons, adverts, link lists and readers' comments.
//!
//! A real line of the article must never be lost, so a line is furniture only if a pattern of whole lines says so,
//! or if it is short, no sentence, and stands among lines that patterns said so of.

use super::BlockKind;
use super::lines::{Line, glance};
use super::pattern::{LineWords, Pattern, is_number};
use super::stamp;
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};
use std::sync::OnceLock;

const TABLE: &str = "document/data/furniture.tsv";

/// What a pattern says of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Furniture wherever it stands.
    Line,
    /// Furniture above or below the article, or beside other furniture.
    Edge,
    /// Heads a list of links to other articles.
    List,
    /// Heads the readers' comments.
    End,
}

/// The patterns, found by the first word of a line.
#[derive(Debug)]
struct Patterns {
    all: Vec<(Says, Pattern)>,
    by_first: HashMap<&'static str, Vec<usize>>,
    any_first: Vec<usize>,
}

impl Patterns {
    fn embedded() -> &'static Patterns {
        static EMBEDDED: OnceLock<Patterns> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let mut patterns = Patterns { all: Vec::new(), by_first: HashMap::default(), any_first: Vec::new() };
            for row in rows(list(TABLE)) {
                patterns.add(&row);
            }
            patterns
        })
    }

    fn add(&mut self, row: &[&'static str]) {
        let [kind, notation, ..] = *row else { return };
        let says = match kind {
            "edge" => Says::Edge,
            "list" => Says::List,
            "end" => Says::End,
            _ => Says::Line,
        };
        let pattern = Pattern::new(notation);
        let index = self.all.len();
        match pattern.first_words() {
            Some(words) => words.into_iter().for_each(|w| self.by_first.entry(w).or_default().push(index)),
            None => self.any_first.push(index),
        }
        self.all.push((says, pattern));
    }

    /// What the patterns say of a line; the strongest word counts.
    fn read(&self, words: &LineWords) -> Option<Says> {
        let first = words.words().find(|w| *w != ":")?;
        let named = self.by_first.get(first).into_iter().flatten();
        let matching = named.chain(&self.any_first).filter_map(|&i| self.all.get(i)).filter(|(_, p)| p.matches(words));
        matching.map(|&(says, _)| says).max_by_key(|says| match says {
            Says::End => 3,
            Says::List => 2,
            Says::Line => 1,
            Says::Edge => 0,
        })
    }
}

/// Heads of lists and of comments are short.
const HEAD_WORDS: usize = 8;
/// A line that is furniture only by its neighbours is shorter than this.
const LABEL_WORDS: usize = 4;
/// Titles of links have at most this many words.
const TITLE_WORDS: usize = 24;
/// Links in one list of links inside the article.
const LINKS: usize = 12;
/// Comments begin only after that much running text.
const PROSE_BEFORE_END: usize = 300;

/// Marks the lines that are page furniture.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let says: Vec<Option<Says>> = lines.iter().map(|l| if l.kind.is_none() { read(text, l) } else { None }).collect();
    for (line, says) in lines.iter_mut().zip(&says) {
        if line.kind.is_none() && (line.shape.binary || *says == Some(Says::Line) || is_counter(text, line)) {
            line.kind = Some(BlockKind::Boilerplate);
        }
    }
    mark_comments(lines, &says);
    mark_lists(lines, &says);
    mark_stamps(text, lines);
    mark_edges(lines, &says);
    mark_menus(text, lines);
    mark_labels(text, lines);
}

fn read(text: &str, line: &Line) -> Option<Says> {
    let says = Patterns::embedded().read(&LineWords::of(line.span.of(text)))?;
    let heading = line.shape.words <= HEAD_WORDS && !line.span.of(text).ends_with('.');
    match says {
        Says::List | Says::End if !heading => None,
        Says::Edge if line.shape.words > HEAD_WORDS => None,
        says => Some(says),
    }
}

/// A line of counts or of buttons without a letter: "(81)  (69)", "6 + 18 =". Not a year, not a date, not a rule of stars.
fn is_counter(text: &str, line: &Line) -> bool {
    let words = line.span.of(text);
    if line.shape.letters || words.len() > 40 || !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    words.contains(['(', '+', '=', '×', '|', '♥', '👍', '💬', '👁']) && !stamp::is_stamp(words)
}

/// Everything below the head of the comments is furniture, if there is an article above it that outweighs it.
fn mark_comments(lines: &mut [Line], says: &[Option<Says>]) {
    let weight = |lines: &[Line]| lines.iter().filter(|l| l.is_prose()).map(|l| l.span.end - l.span.start).sum::<u32>() as usize;
    let total = weight(lines);
    let mut before = 0;
    for i in 0..lines.len() {
        if says.get(i) == Some(&Some(Says::End)) {
            set(lines, i);
            if before >= PROSE_BEFORE_END && total - before <= before {
                (i..lines.len()).for_each(|j| set(lines, j));
                return;
            }
        }
        before += lines.get(i..=i).map_or(0, weight);
    }
}

/// Titles below the head of a list of links are furniture, up to the next running text.
fn mark_lists(lines: &mut [Line], says: &[Option<Says>]) {
    let (first, last) = article(lines);
    for i in 0..lines.len() {
        if says.get(i) != Some(&Some(Says::List)) {
            continue;
        }
        let links = lines[i + 1..].iter().take_while(|l| is_title(l) || l.is_furniture()).take(LINKS + 1).count();
        // A heading over running text is a heading of the article.
        if links > 0 && i > first || neighbour_is_furniture(lines, i) {
            set(lines, i);
            if links <= LINKS || i > last {
                (i + 1..=i + links).for_each(|j| set(lines, j));
            }
        }
    }
}

fn is_title(line: &Line) -> bool {
    line.kind.is_none() && !line.shape.ends_sentence && line.shape.words <= TITLE_WORDS
}

/// A line of nothing but a date or a time is not longer than this, in bytes.
const LONGEST_STAMP: usize = 120;

/// Lines of nothing but a date or a time: furniture with a word of publishing, or above the article.
/// A full date alone under the headline is the day of the article.
/// A date or a time among the paragraphs is a heading of the article, and several of them are its chronology.
fn mark_stamps(text: &str, lines: &mut [Line]) {
    let (first, _) = article(lines);
    let open = |l: &Line| l.kind.is_none() && l.span.of(text).len() <= LONGEST_STAMP;
    let chronology = lines.iter().skip(first).any(|l| open(l) && stamp::is_bare(l.span.of(text)));
    // The date of today stands among the menus of many pages.
    let mut under_headline = false;
    for (i, line) in lines.iter_mut().enumerate() {
        let words = line.span.of(text);
        if open(line) && stamp::is_stamp(words) && (!stamp::is_bare(words) || i < first && !chronology) {
            let day = under_headline && i < first && stamp::is_day(words);
            line.kind = Some(if day { BlockKind::Stamp } else { BlockKind::Boilerplate });
        }
        under_headline = line.kind == Some(BlockKind::Stamp) || line.kind.is_none() && (under_headline || line.shape.words >= LABEL_WORDS);
    }
}

/// Indices of the first and the last line of running text.
fn article(lines: &[Line]) -> (usize, usize) {
    let first = lines.iter().position(Line::is_prose).unwrap_or(lines.len());
    let last = lines.iter().rposition(Line::is_prose).unwrap_or(0);
    (first, last)
}

fn neighbour_is_furniture(lines: &[Line], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|j| lines.get(j));
    before.is_some_and(Line::is_furniture) || lines.get(i + 1).is_some_and(Line::is_furniture)
}

/// Words of menus above and below the article, and beside other furniture.
fn mark_edges(lines: &mut [Line], says: &[Option<Says>]) {
    let (first, last) = article(lines);
    if first == lines.len() {
        return;
    }
    for i in 0..lines.len() {
        let edge = says.get(i) == Some(&Some(Says::Edge));
        if edge && lines[i].kind.is_none() && (i < first || i > last || neighbour_is_furniture(lines, i)) {
            set(lines, i);
        }
    }
}

/// Lines of several short names between bars: "Home | World | Africa".
fn mark_menus(text: &str, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|l| l.kind.is_none() && !l.shape.ends_sentence) {
        let words = glance(line.span.of(text));
        let cells: Vec<&str> = words.split(['|', '›', '»', '•', '·', '>', '→', '◦', '‣']).map(str::trim).filter(|c| !c.is_empty()).collect();
        if cells.len() >= 3 && cells.iter().all(|c| c.split_whitespace().count() <= 3) {
            line.kind = Some(BlockKind::Boilerplate);
        }
    }
}

/// Short lines above the headline and below the last paragraph that touch furniture: names of sections, outlets, authors.
fn mark_labels(text: &str, lines: &mut [Line]) {
    let (first, last) = article(lines);
    if first == lines.len() {
        return;
    }
    let headline = lines.iter().position(|l| l.kind.is_none() && l.shape.words >= LABEL_WORDS).unwrap_or(0);
    let label = |l: &Line| l.kind.is_none() && l.shape.words < LABEL_WORDS && l.shape.letters && is_label(l.span.of(text));
    // Without a longer line before the article a short one may be its headline.
    for i in (0..headline).filter(|_| headline < first) {
        if label(&lines[i]) && neighbour_is_furniture(lines, i) {
            set(lines, i);
        }
    }
    for i in last + 1..lines.len() {
        let between = lines[i - 1].is_furniture() || lines.get(i + 1).is_some_and(Line::is_furniture);
        if label(&lines[i]) && between {
            set(lines, i);
        }
    }
}

/// A bare name: no sentence, no colon, no bracket, no number.
fn is_label(words: &str) -> bool {
    !words.contains([':', '.', '(', '"', '“', '!', '?']) && !words.split_whitespace().any(is_number)
}

fn set(lines: &mut [Line], i: usize) {
    if let Some(line) = lines.get_mut(i).filter(|l| l.kind.is_none()) {
        line.kind = Some(BlockKind::Boilerplate);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_patterns_match_their_example_and_not_their_counterexample() {
        let mut wrong = Vec::new();
        for row in rows(list(TABLE)) {
            let [_, notation, yes, no] = row[..] else { panic!("four columns: {row:?}") };
            let pattern = Pattern::new(notation);
            if !pattern.matches(&LineWords::of(yes)) {
                wrong.push(format!("{notation} must match {yes}"));
            }
            if pattern.matches(&LineWords::of(no)) || Patterns::embedded().read(&LineWords::of(no)) == Some(Says::Line) {
                wrong.push(format!("{notation} must not match {no}, nor any other pattern"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
