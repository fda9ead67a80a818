//! Makes sentences with their trees from the grammar of conflict reporting in `data/grammar.txt`.

use crate::random::Random;
use crate::treebank::Sentence;
use dateline::syntax::{Relation, Upos, Word};
use std::collections::BTreeMap;

/// Rules and word lists.
#[derive(Debug, Default)]
pub struct Grammar {
    rules: BTreeMap<String, Vec<(usize, Vec<Item>)>>,
    lists: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Clone)]
struct Item {
    body: Body,
    head: bool,
    relation: Relation,
    /// The item, counted from 0, on which this one depends; otherwise the head of the rule.
    on: Option<usize>,
    optional: bool,
}

#[derive(Debug, Clone)]
enum Body {
    Word(String, Upos),
    Rule(String),
}

/// A phrase that is being made: heads are counted within it; the head of the phrase has none.
#[derive(Debug, Default)]
struct Phrase {
    texts: Vec<String>,
    tags: Vec<Upos>,
    heads: Vec<Option<usize>>,
    relations: Vec<Relation>,
}

impl Grammar {
    /// The grammar of this crate.
    pub fn new() -> Result<Self, String> {
        Grammar::parse(include_str!("../data/grammar.txt"))
    }

    fn parse(file: &str) -> Result<Self, String> {
        let mut grammar = Grammar::default();
        for line in file.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let fail = || format!("The grammar line \"{line}\" cannot be read.");
            if let Some((name, words)) = line.split_once(" = ").filter(|_| line.starts_with('@')) {
                grammar.lists.insert(name.to_string(), words.split_whitespace().map(str::to_string).collect());
                continue;
            }
            let (left, right) = line.split_once(" -> ").ok_or_else(fail)?;
            let (name, weight) = left.split_once(' ').ok_or_else(fail)?;
            let items: Vec<Item> = right.split_whitespace().map(item).collect::<Option<_>>().ok_or_else(fail)?;
            if items.iter().filter(|i| i.head).count() != 1 {
                return Err(fail());
            }
            grammar.rules.entry(name.to_string()).or_default().push((weight.parse().map_err(|_| fail())?, items));
        }
        Ok(grammar)
    }

    /// Some sentences; one in five is a headline.
    pub fn sentences(&self, count: usize, random: &mut Random) -> Vec<Sentence> {
        (0..count).map(|i| self.sentence(if i % 5 == 0 { "HEAD" } else { "TEXT" }, random)).collect()
    }

    fn sentence(&self, rule: &str, random: &mut Random) -> Sentence {
        let mut phrase = self.make(rule, random, 0);
        articles(&mut phrase.texts);
        if let Some(first) = phrase.texts.iter_mut().find(|t| t.starts_with(char::is_alphabetic)) {
            *first = capital(first);
        }
        if rule == "HEAD" && random.below(3) == 0 {
            let small = |tag: Upos| matches!(tag, Upos::Adp | Upos::Cconj | Upos::Part);
            phrase.texts.iter_mut().zip(&phrase.tags).filter(|(_, tag)| !small(**tag)).for_each(|(t, _)| *t = capital(t));
        }
        let word = |(&upos, (&head, &relation)): (&Upos, (&Option<usize>, &Relation))| {
            let relation = if head.is_none() { Relation::Root } else { relation };
            Word { upos, head: head.map(|h| h as u32), relation, tag_confidence: 0, arc_confidence: 0 }
        };
        Sentence {
            spaced: vec![true; phrase.texts.len()],
            lemmas: phrase.texts.clone(),
            words: phrase.tags.iter().zip(phrase.heads.iter().zip(&phrase.relations)).map(word).collect(),
            texts: phrase.texts,
            document: false,
            paragraph: false,
        }
    }

    fn make(&self, name: &str, random: &mut Random, depth: usize) -> Phrase {
        let mut out = Phrase::default();
        let Some(rules) = self.rules.get(name) else { return out };
        let total: usize = rules.iter().map(|(w, _)| w).sum();
        let mut at = random.below(total);
        // Deep phrases take the first rule, which is plain.
        let chosen = rules.iter().find(|(w, _)| {
            if at < *w || depth > 8 {
                true
            } else {
                at -= w;
                false
            }
        });
        let Some((_, items)) = chosen else { return out };
        let mut places: Vec<Option<usize>> = Vec::new();
        for item in items {
            if item.optional && random.below(2) == 0 {
                places.push(None);
                continue;
            }
            let part = match &item.body {
                Body::Word(text, tag) => {
                    Phrase { texts: vec![self.word(text, random)], tags: vec![*tag], heads: vec![None], relations: vec![Relation::Dep] }
                }
                Body::Rule(rule) => self.make(rule, random, depth + 1),
            };
            places.push(out.append(part, item.relation));
        }
        let Some(head) = items.iter().position(|i| i.head).and_then(|i| places[i]) else { return out };
        for (item, place) in items.iter().zip(&places) {
            if let Some(place) = *place
                && place != head
            {
                out.heads[place] = Some(item.on.and_then(|i| *places.get(i)?).unwrap_or(head));
            }
        }
        out
    }

    fn word(&self, text: &str, random: &mut Random) -> String {
        match text {
            "%n" => name(random),
            "%a" => (0..3 + random.below(2)).map(|_| (b'A' + random.below(26) as u8) as char).collect(),
            "#n" => number(random),
            "#d" => (1 + random.below(30)).to_string(),
            "#y" => (1938 + random.below(90)).to_string(),
            _ => match self.lists.get(text) {
                Some(words) => words[random.below(words.len())].clone(),
                None => text.to_string(),
            },
        }
    }
}

impl Phrase {
    /// Adds a phrase behind this one; gives the place of its head.
    fn append(&mut self, part: Phrase, relation: Relation) -> Option<usize> {
        let from = self.texts.len();
        let head = from + part.heads.iter().position(Option::is_none)?;
        self.texts.extend(part.texts);
        self.tags.extend(part.tags);
        self.heads.extend(part.heads.iter().map(|h| h.map(|h| h + from)));
        self.relations.extend(part.relations);
        self.relations[head] = relation;
        Some(head)
    }
}

fn item(text: &str) -> Option<Item> {
    let (text, optional) = text.strip_suffix('?').map_or((text, false), |t| (t, true));
    let (text, on) = match text.split_once('^') {
        Some((text, on)) => (text, Some(on.parse::<usize>().ok()?.checked_sub(1)?)),
        None => (text, None),
    };
    let (text, relation) = text.rsplit_once('=').map_or((text, Relation::Dep), |(t, r)| (t, Relation::of_name(r)));
    let (text, head) = text.strip_prefix('*').map_or((text, false), |t| (t, true));
    let body = match text.rsplit_once('/') {
        Some((word, tag)) => Body::Word(word.to_string(), Upos::of_name(tag)?),
        None => Body::Rule(text.to_string()),
    };
    Some(Item { body, head, relation, on, optional })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

/// "a" or "an", by the word after it.
fn articles(texts: &mut [String]) {
    for i in 1..texts.len() {
        if matches!(texts[i - 1].as_str(), "a" | "an") {
            let vowel = texts[i].starts_with(|c: char| "aeiouAEIOU8".contains(c)) && !texts[i].starts_with("US") && !texts[i].starts_with("Uk");
            texts[i - 1] = if vowel { "an".into() } else { "a".into() };
        }
    }
}

fn name(random: &mut Random) -> String {
    const BEGIN: [&str; 40] = [
        "ka", "sa", "ma", "ha", "ra", "ba", "ta", "da", "na", "ja", "qa", "za", "ab", "al", "kho", "sha", "bu", "mu", "ku", "su", "ni", "mi", "ki",
        "si", "de", "be", "ke", "le", "vo", "ko", "mo", "go", "yu", "ze", "gra", "stra", "ye", "wa", "tri", "o",
    ];
    const MIDDLE: [&str; 24] = [
        "ri", "ra", "li", "la", "ma", "mi", "sa", "ha", "ba", "di", "da", "ni", "na", "ko", "ro", "lo", "vi", "ka", "ti", "zi", "ja", "nga", "mba",
        "shi",
    ];
    const END: [&str; 40] = [
        "n", "m", "r", "d", "b", "h", "k", "ya", "yah", "in", "an", "iyeh", "iya", "id", "ed", "ad", "oud", "al", "il", "ez", "ov", "ova", "sky",
        "ivka", "ovo", "grad", "a", "u", "i", "e", "o", "ani", "awi", "ali", "uma", "ele", "oro", "enko", "ish", "ar",
    ];
    let mut out = BEGIN[random.below(BEGIN.len())].to_string();
    for _ in 0..1 + random.below(2) {
        out += MIDDLE[random.below(MIDDLE.len())];
    }
    out += END[random.below(END.len())];
    capital(&out)
}

fn number(random: &mut Random) -> String {
    const WORDS: [&str; 12] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "fifteen"];
    match random.below(10) {
        0..=3 => WORDS[random.below(WORDS.len())].to_string(),
        4..=8 => (2 + random.below(300)).to_string(),
        _ => format!("{},{}00", 1 + random.below(40), random.below(10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_one_projective_tree() {
        let grammar = Grammar::new().expect("a good grammar");
        for sentence in grammar.sentences(3000, &mut Random::new(1)) {
            let heads = sentence.heads();
            let n = heads.len();
            let shown = || {
                sentence
                    .texts
                    .iter()
                    .zip(&heads)
                    .map(|(t, h)| format!("{t}>{}", sentence.texts.get(*h).map_or("ROOT", |t| t)))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            assert_eq!(heads.iter().filter(|&&h| h == n).count(), 1, "{}", shown());
            for (i, &h) in heads.iter().enumerate() {
                let (low, high) = (i.min(h), i.max(h));
                assert!(
                    heads.iter().enumerate().all(|(d, &g)| d <= low || d >= high || (g >= low && g <= high)),
                    "{} at {}",
                    shown(),
                    sentence.texts[i]
                );
            }
        }
    }

    #[test]
    fn every_name_in_a_rule_is_known() {
        let grammar = Grammar::new().expect("a good grammar");
        for item in grammar.rules.values().flatten().flat_map(|(_, items)| items) {
            match &item.body {
                Body::Rule(name) => assert!(grammar.rules.contains_key(name), "{name}"),
                Body::Word(text, _) if text.starts_with('@') => assert!(grammar.lists.contains_key(text), "{text}"),
                Body::Word(..) => {}
            }
        }
    }
}
