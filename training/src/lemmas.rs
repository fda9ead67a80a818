//! Learns lemma rules: for each part of speech, the shortest endings that decide, and whole words where they are wrong.

use crate::treebank::Sentence;
use dateline::syntax::{Lemmatizer, Upos};
use dateline::token::normalize;
use std::collections::BTreeMap;
use std::fmt::Write;

type Rule = (usize, String);
type Counts = BTreeMap<Rule, usize>;

/// The rules as the lemmatizer reads them.
pub fn learn(sentences: &[Sentence]) -> String {
    let mut words: BTreeMap<(Upos, String), Counts> = BTreeMap::new();
    for sentence in sentences {
        for ((text, lemma), word) in sentence.texts.iter().zip(&sentence.lemmas).zip(&sentence.words) {
            let tag = word.upos;
            let rule = script(&normalize(text), lemma);
            // A capitalised lemma of a proper noun says nothing; numbers, marks and odd long words neither.
            if !matches!(tag, Upos::Propn | Upos::Num | Upos::Punct | Upos::Sym | Upos::X | Upos::Intj) && rule.0 <= 6 && lemma != "_" {
                *words.entry((tag, normalize(text))).or_default().entry(rule).or_default() += 1;
            }
        }
    }
    let mut words: BTreeMap<(Upos, String), Rule> = words.into_iter().filter_map(|(k, c)| Some((k, most(&c)?))).collect();
    words.extend(own());
    let mut out = String::from("# Lemma rules: part of speech, ending (^ before a whole word), bytes to cut, letters to add.\n");
    let mut chosen: BTreeMap<(Upos, String), Rule> = BTreeMap::new();
    for length in 0..=5 {
        choose(&words, length, &mut chosen);
    }
    for ((tag, ending), (cut, add)) in &chosen {
        let _ = writeln!(out, "{}\t{ending}\t{cut}\t{add}", tag.name());
    }
    let endings = Lemmatizer::read(&out).unwrap_or_default();
    for ((tag, word), rule) in &words {
        let (cut, add) = rule;
        if endings.lemma(word, *tag) != apply(word, rule) {
            let _ = writeln!(out, "{}\t^{word}\t{cut}\t{add}", tag.name());
        }
    }
    out
}

/// Words of our own list; they count more than the treebanks.
fn own() -> impl Iterator<Item = ((Upos, String), Rule)> {
    let row = |line: &str| {
        let mut columns = line.split('\t');
        let (tag, word, lemma) = (Upos::of_name(columns.next()?)?, columns.next()?, columns.next()?);
        Some(((tag, word.to_string()), script(word, lemma)))
    };
    include_str!("../data/lemmas.tsv").lines().filter_map(row)
}

/// Adds the endings of one length whose best rule differs from that of their own ending.
fn choose(words: &BTreeMap<(Upos, String), Rule>, length: usize, chosen: &mut BTreeMap<(Upos, String), Rule>) {
    let mut counts: BTreeMap<(Upos, String), Counts> = BTreeMap::new();
    for ((tag, word), rule) in words.iter().filter(|((_, w), r)| w.len() > length.max(r.0 + 1)) {
        if let Some(ending) = word.get(word.len() - length..) {
            *counts.entry((*tag, ending.to_string())).or_default().entry(rule.clone()).or_default() += 1;
        }
    }
    for ((tag, ending), counts) in counts {
        let Some(rule) = most(&counts) else { continue };
        let parent = (0..length).rev().find_map(|l| chosen.get(&(tag, ending.get(ending.len() - l..)?.to_string())));
        let gain = counts[&rule] - parent.and_then(|p| counts.get(p)).copied().unwrap_or(0);
        if parent != Some(&rule) && (gain >= 2 || length == 0) {
            chosen.insert((tag, ending), rule);
        }
    }
}

fn most(counts: &Counts) -> Option<Rule> {
    counts.iter().max_by_key(|(rule, n)| (**n, std::cmp::Reverse(rule.0))).map(|(rule, _)| rule.clone())
}

fn script(word: &str, lemma: &str) -> Rule {
    let common = word.char_indices().zip(lemma.chars()).find(|((_, a), b)| a != b).map_or(word.len().min(lemma.len()), |((i, _), _)| i);
    (word.len() - common, lemma[common..].to_string())
}

fn apply(word: &str, rule: &Rule) -> String {
    [&word[..word.len() - rule.0], &rule.1].concat()
}
