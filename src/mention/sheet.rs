//! What the rules read of each token: folded pieces, letter case, whether a time covers it, how its sentence is written.

use super::fold::pieces;
use super::lexicon::{Lexicon, Noun, Spelling, mark};
use super::trie::Trie;
use crate::Reading;
use crate::analysis::EntityType;
use crate::gazetteer::Match;
use crate::lexicon::{HashMap, among};
use crate::syntax::{Relation, Upos};
use crate::time::TimeExpression;
use std::cell::RefCell;
use std::ops::Range;

/// The letters of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Begins with a small letter, or has no case.
    Lower,
    /// Begins with a capital.
    Title,
    /// Two or more capitals, no small letter.
    Upper,
    /// Begins with a digit.
    Number,
    /// No letter, no digit.
    Mark,
}

/// How the words of a sentence are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Capitals mean names.
    Plain,
    /// Most Words Begin With Capitals.
    Title,
    /// ALL CAPITALS.
    Loud,
}

/// The tokens as the rules see them.
pub(crate) struct Sheet<'a> {
    pub reading: &'a Reading<'a>,
    pub lexicon: &'a Lexicon,
    /// Folded pieces of all distinct words, by symbol.
    spans: Vec<Range<u32>>,
    pieces: Vec<u32>,
    shape: Vec<Shape>,
    style: Vec<Style>,
    sentence: Vec<u32>,
    timed: Vec<bool>,
    /// Whether a word, by symbol, is written small somewhere, and with a capital inside a plain sentence.
    seen_small: Vec<bool>,
    seen_capital: Vec<bool>,
    /// Places of the names that begin at tokens, as far as they were asked for.
    pub places: RefCell<HashMap<usize, Option<Match<'a>>>>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn of(reading: &'a Reading<'a>, times: &[TimeExpression], lexicon: &'a Lexicon) -> Self {
        let tokens = &reading.tokens;
        let mut sheet = Sheet {
            reading,
            lexicon,
            spans: Vec::with_capacity(tokens.vocabulary.len()),
            pieces: Vec::new(),
            shape: (0..tokens.len()).map(|i| shape(tokens.text(i))).collect(),
            style: Vec::new(),
            sentence: vec![0; tokens.len()],
            timed: vec![false; tokens.len()],
            seen_small: vec![false; tokens.vocabulary.len()],
            seen_capital: vec![false; tokens.vocabulary.len()],
            places: RefCell::default(),
        };
        // Badly copied text has lost its apostrophes: "Syrias army".
        let bare = tokens.vocabulary.get("'s").is_none();
        for (_, word) in tokens.vocabulary.iter() {
            let start = sheet.pieces.len() as u32;
            pieces(word, |p| {
                let known = lexicon.word(p);
                let stem = p.strip_suffix('s').filter(|s| bare && known == 0 && s.len() > 3);
                sheet.pieces.push(stem.map_or(known, |s| lexicon.word(s)));
            });
            sheet.spans.push(start..sheet.pieces.len() as u32);
        }
        for (index, sentence) in tokens.sentences.iter().enumerate() {
            sheet.sentence[sentence.tokens.clone()].fill(index as u32);
            let closed = sentence.tokens.clone().next_back().is_some_and(|last| among(tokens.text(last), ". ! ? :"));
            sheet.style.push(style(&sheet.shape[sentence.tokens.clone()], sentence.tokens.clone().map(|i| tokens.text(i).len()), closed));
        }
        for time in times {
            sheet.timed[time.tokens.clone()].fill(true);
        }
        sheet.note_case();
        sheet
    }

    fn note_case(&mut self) {
        for i in 0..self.len() {
            let symbol = self.reading.tokens.tokens[i].norm.0 as usize;
            match self.shape[i] {
                Shape::Lower => self.seen_small[symbol] = true,
                Shape::Title | Shape::Upper if self.style(i) == Style::Plain && !self.begins(i) => self.seen_capital[symbol] = true,
                _ => {}
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.shape.len()
    }

    /// Whether a token begins a sentence, a quotation or an item of a list.
    pub(crate) fn begins(&self, i: usize) -> bool {
        let start = self.sentence(i).start;
        // "2. Calls upon", "(3) Calls upon".
        let first = start + usize::from(self.norm(start) == "(");
        let numbered = || {
            self.shape(first) == Shape::Number
                && (i == first + 1 && self.text(first).ends_with(['.', ')']) || i == first + 2 && among(self.norm(i - 1), ". )"))
        };
        i == start
            || first < i && numbered()
            || matches!(self.norm(i - 1), "\"" | "''" | "``" | "•" | "*" | ":" | "-" | "–" | "—" | "--" | "'" | "(")
                && (i - 1 == start || self.reading.tokens.tokens[i - 1].spaced || self.norm(i - 1) == "\"")
    }

    pub(crate) fn seen_small(&self, i: usize) -> bool {
        self.seen_small[self.reading.tokens.tokens[i].norm.0 as usize]
    }

    pub(crate) fn seen_capital(&self, i: usize) -> bool {
        self.seen_capital[self.reading.tokens.tokens[i].norm.0 as usize]
    }

    /// Whether a word, by symbol, is written with a capital inside a plain sentence.
    pub(crate) fn seen_capital_word(&self, symbol: usize) -> bool {
        self.seen_capital[symbol]
    }

    /// The tokens of the sentence that holds a token.
    pub(crate) fn sentence(&self, i: usize) -> Range<usize> {
        self.reading.tokens.sentences[self.sentence[i] as usize].tokens.clone()
    }

    pub(crate) fn sentence_index(&self, i: usize) -> usize {
        self.sentence[i] as usize
    }

    pub(crate) fn style(&self, i: usize) -> Style {
        self.style[self.sentence[i] as usize]
    }

    pub(crate) fn shape(&self, i: usize) -> Shape {
        self.shape[i]
    }

    /// Whether a token begins with a capital.
    pub(crate) fn capital(&self, i: usize) -> bool {
        matches!(self.shape[i], Shape::Title | Shape::Upper)
    }

    pub(crate) fn timed(&self, i: usize) -> bool {
        self.timed[i]
    }

    pub(crate) fn norm(&self, i: usize) -> &str {
        self.reading.tokens.norm(i)
    }

    /// The lower-case form of a token, or nothing past the end of the sentence of `at`.
    pub(crate) fn norm_in(&self, at: usize, i: usize) -> &str {
        if self.sentence(at).contains(&i) { self.norm(i) } else { "" }
    }

    pub(crate) fn text(&self, i: usize) -> &str {
        self.reading.tokens.text(i)
    }

    pub(crate) fn upos(&self, i: usize) -> Upos {
        self.reading.syntax.upos(i)
    }

    pub(crate) fn relation(&self, i: usize) -> Relation {
        self.reading.syntax.relation(i)
    }

    pub(crate) fn head(&self, i: usize) -> Option<usize> {
        self.reading.syntax.head(i)
    }

    pub(crate) fn lemma_is(&self, i: usize, mark: u8) -> bool {
        self.lexicon.is(self.lexicon.word(self.reading.syntax.lemma(i)), mark)
    }

    /// The folded pieces of a token, as numbers of the lexicon.
    pub(crate) fn pieces(&self, i: usize) -> &[u32] {
        let span = &self.spans[self.reading.tokens.tokens[i].norm.0 as usize];
        &self.pieces[span.start as usize..span.end as usize]
    }

    /// Whether the only or last piece of a token bears a mark.
    pub(crate) fn is(&self, i: usize, mark: u8) -> bool {
        self.pieces(i).last().is_some_and(|&w| self.lexicon.is(w, mark))
    }

    /// Whether a token only joins others: a hyphen, an apostrophe, a slash inside a word.
    fn joins(&self, i: usize, end: usize) -> bool {
        let close = |t: usize| !self.reading.tokens.tokens[t].spaced;
        match self.norm(i) {
            "-" | "–" => i + 1 < end,
            "'" => close(i),
            "/" | "." | "‐" | "‑" => close(i) && i + 1 < end && close(i + 1),
            _ => false,
        }
    }

    /// The longest phrase of a trie that begins at a token and ends at the end of one, for which `accept` holds: its end and its node.
    pub(crate) fn longest<L>(&self, trie: &Trie<L>, start: usize, mut accept: impl FnMut(usize, &[L]) -> bool) -> Option<(usize, u32)> {
        // Behind the last word of a text there is none.
        let end = if start < self.len() { self.sentence(start).end } else { start };
        let (mut node, mut found) = (Trie::<L>::ROOT, None);
        for i in start..end {
            let pieces = self.pieces(i);
            if pieces.is_empty() {
                if i > start && self.joins(i, end) {
                    continue;
                }
                break;
            }
            let next = pieces.iter().try_fold(node, |n, &p| if p == 0 { None } else { trie.step(n, p) });
            let Some(next) = next else { break };
            node = next;
            let leaves = trie.leaves(node);
            if !leaves.is_empty() && accept(i + 1, leaves) {
                found = Some((i + 1, node));
            }
        }
        found
    }

    /// The longest common noun that begins at a token: its end and how it behaves.
    pub(crate) fn noun(&self, start: usize) -> Option<(usize, Noun)> {
        let (end, node) = self.longest(&self.lexicon.nouns, start, |_, _| true)?;
        self.lexicon.nouns.leaves(node).first().map(|&n| (end, n))
    }

    /// The end of the title that begins at a token.
    pub(crate) fn title(&self, start: usize) -> Option<usize> {
        let end = self.longest(&self.lexicon.titles, start, |_, _| true)?.0;
        let body = end == start + 1 && self.norm(start) == "justice" && among(self.norm_in(start, end), "ministry department");
        if body || end == start + 1 && self.norm(start) == "general" && self.heads_body(end) {
            return None;
        }
        // "the Shah-i-Kot Valley".
        let tokens = &self.reading.tokens.tokens;
        if end + 2 < self.sentence(start).end && self.norm(end) == "-" && !tokens[end].spaced && among(self.norm(end + 1), "i e ul al") {
            return None;
        }
        // The dot of "Gen." may be a token of its own.
        let dotted = end < self.sentence(start).end && self.norm(end) == "." && !self.reading.tokens.tokens[end].spaced;
        Some(if dotted { end + 1 } else { self.portfolio(end) })
    }

    /// Whether a word after "General" makes a body of it: "General Security Directorate".
    fn heads_body(&self, at: usize) -> bool {
        let bodies = [EntityType::Organization, EntityType::Government, EntityType::StateForce];
        let ends = |w: &u32| self.lexicon.end(*w).is_some_and(|t| bodies.contains(&t));
        at < self.sentence(at - 1).end
            && self.shape(at) == Shape::Title
            && (among(self.norm(at), "staff security coordination people") || self.pieces(at).last().is_some_and(ends))
    }

    /// Where a title ends that goes on with its field: "Minister | of Foreign Affairs and Trade".
    fn portfolio(&self, end: usize) -> usize {
        const OFFICES: [&str; 8] = ["minister", "secretary", "undersecretary", "commissioner", "adviser", "advisor", "representative", "envoy"];
        const FIELDS: [&str; 37] = [
            "affairs",
            "defence",
            "defense",
            "interior",
            "justice",
            "health",
            "finance",
            "education",
            "information",
            "energy",
            "security",
            "trade",
            "development",
            "cooperation",
            "planning",
            "expatriates",
            "immigration",
            "labor",
            "labour",
            "culture",
            "agriculture",
            "water",
            "transport",
            "communications",
            "east",
            "africa",
            "europe",
            "asia",
            "state",
            "policy",
            "relations",
            "works",
            "industry",
            "commerce",
            "environment",
            "tourism",
            "religion",
        ];
        let limit = self.sentence(end - 1).end;
        let norm = |i: usize| if i < limit { self.norm(i) } else { "" };
        if !OFFICES.contains(&self.norm(end - 1)) || !matches!(norm(end), "of" | "for") {
            return end;
        }
        let mut at = if norm(end + 1) == "the" { end + 2 } else { end + 1 };
        let mut found = end;
        while at < limit.min(end + 9) && (self.capital(at) || norm(at) == "and" && found == at) {
            let field = FIELDS.contains(&norm(at));
            if found == at && norm(at) != "and" && !field {
                break;
            }
            at += 1;
            if field {
                found = at;
            }
        }
        found
    }

    /// Whether the letters of a range suit a spelling.
    pub(crate) fn suits(&self, range: Range<usize>, spelling: &Spelling) -> bool {
        if self.style(range.start) == Style::Loud {
            // "PORT-AU-PRINCE, Haiti (AP)".
            let bracketed = range.start > 0 && self.norm(range.start - 1) == "(" && self.norm_in(range.start, range.end) == ")";
            let short = spelling.upper && !bracketed && !self.seen_capital(range.start);
            return !(range.len() == 1 && (short || self.is(range.start, mark::COMMON)));
        }
        let mut words = 0;
        let mut capitals = 0;
        let mut all_upper = true;
        let mut uppers = 0;
        for i in range {
            for part in self.text(i).split(['-', '/']) {
                let Some(first) = part.chars().find(|c| c.is_alphanumeric()) else { continue };
                words += 1;
                uppers += part.chars().filter(|c| c.is_uppercase()).count();
                capitals += usize::from(first.is_uppercase() || first.is_numeric());
                all_upper &= !part.chars().any(char::is_lowercase) || part == "al";
            }
        }
        if spelling.upper && !all_upper || spelling.mixed && uppers < 2 {
            return false;
        }
        // "NASA" is not the people of the Nasa.
        let people = || self.lexicon.entries[spelling.entry as usize].entity_type == EntityType::Population;
        if all_upper && !spelling.upper && words == 1 && uppers < 5 && people() {
            return false;
        }
        let need = usize::from(spelling.capitals);
        words > 0 && (capitals >= need || (need >= 3 && capitals + 1 >= need))
    }
}

fn shape(word: &str) -> Shape {
    // Most words are small letters alone.
    if word.bytes().all(|b| b.is_ascii_lowercase()) && !word.is_empty() {
        return Shape::Lower;
    }
    let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else { return Shape::Mark };
    if first.is_numeric() {
        Shape::Number
    } else if !first.is_uppercase() {
        Shape::Lower
    } else if word.chars().any(char::is_lowercase) || word.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        Shape::Title
    } else {
        Shape::Upper
    }
}

/// How a sentence is written, from the shapes and lengths of its words; a title has no full stop.
fn style(shapes: &[Shape], lengths: impl Iterator<Item = usize>, closed: bool) -> Style {
    let (mut small, mut long, mut full, mut title, mut upper) = (0, 0, 0, 0, 0);
    for (i, (shape, length)) in shapes.iter().zip(lengths).enumerate() {
        match shape {
            Shape::Lower => {
                small += 1;
                long += usize::from(length > 4);
                full += usize::from(length > 3);
            }
            Shape::Upper => upper += 1,
            Shape::Title if i > 0 && length > 3 => title += 1,
            _ => {}
        }
    }
    if upper > 3 && upper > 3 * (small + title) {
        Style::Loud
    } else if (!closed || full == 0 && title + upper > 3 * small) && title + upper > 2 && title + upper > 3 * long && title + upper > small {
        Style::Title
    } else {
        Style::Plain
    }
}
