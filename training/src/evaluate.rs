//! Figures on held-out text: on gold words, and tokens and sentences from raw text.

use crate::treebank::Sentence;
use dateline::document::{Block, BlockKind, Document};
use dateline::span::Span;
use dateline::syntax::{Language, Syntax, Upos, annotate};
use dateline::token::{given, tokenize};
use std::collections::BTreeSet;
use std::time::Instant;

/// Prints all figures of one held-out part.
pub fn report(name: &str, sentences: &[Sentence], language: &Language) {
    brief(name, sentences, language);
    reliability(sentences, language);
    raw(sentences);
}

/// Reads the gold words; gives the grammar found and the seconds it took.
fn read(sentences: &[Sentence], language: &Language) -> (Syntax, f64) {
    let text = sentences.iter().flat_map(|s| &s.texts).flat_map(|t| [t.as_str(), " "]).collect::<String>();
    let words: Vec<Vec<&str>> = sentences.iter().map(|s| s.texts.iter().map(String::as_str).collect()).collect();
    let Ok(tokens) = given(&text, &words) else { return (Syntax::default(), 0.0) };
    let start = Instant::now();
    (annotate(&tokens, language), start.elapsed().as_secs_f64())
}

/// Prints how often tags and heads are right, by the confidence that the network gives them.
fn reliability(sentences: &[Sentence], language: &Language) {
    let (syntax, _) = read(sentences, language);
    let mut classes = [[[0usize; 2]; 8]; 2];
    let mut at = 0;
    for sentence in sentences {
        for (i, gold) in sentence.words.iter().enumerate() {
            let Some(word) = syntax.words.get(at + i) else { return };
            let found = [(word.tag_confidence, word.upos == gold.upos), (word.arc_confidence, gold.head.map(|h| h + at as u32) == word.head)];
            for (classes, (confidence, right)) in classes.iter_mut().zip(found) {
                classes[usize::from(confidence / 32)][usize::from(right)] += 1;
            }
        }
        at += sentence.words.len();
    }
    for (what, classes) in ["tags", "heads"].iter().zip(classes) {
        let share = |c: [usize; 2]| format!("{:.0}% of {}", 100.0 * c[1] as f64 / (c[0] + c[1]).max(1) as f64, c[0] + c[1]);
        println!("    {what} right by eighths of confidence: {}", classes.map(share).join(", "));
    }
}

/// Prints the figures on gold words.
pub fn brief(name: &str, sentences: &[Sentence], language: &Language) {
    let (syntax, seconds) = read(sentences, language);
    if syntax.words.is_empty() {
        return;
    }
    let (mut tags, mut heads, mut labels, mut lemmas) = (0, 0, 0, 0);
    let mut at = 0;
    for sentence in sentences {
        for (i, (gold, lemma)) in sentence.words.iter().zip(&sentence.lemmas).enumerate() {
            let word = &syntax.words[at + i];
            let head = gold.head.map(|h| h + at as u32) == word.head;
            tags += usize::from(word.upos == gold.upos);
            heads += usize::from(head);
            labels += usize::from(head && word.relation == gold.relation);
            let same = syntax.lemma(at + i) == lemma || matches!(gold.upos, Upos::Propn);
            lemmas += usize::from(same);
        }
        at += sentence.words.len();
    }
    let percent = |n: usize| 100.0 * n as f64 / at.max(1) as f64;
    println!(
        "{name}: UPOS {:.2}  UAS {:.2}  LAS {:.2}  lemmas {:.2}  ({at} words, {:.0} words/s)",
        percent(tags),
        percent(heads),
        percent(labels),
        percent(lemmas),
        at as f64 / seconds
    );
}

/// Tokens and sentences from raw text, paragraph by paragraph.
fn raw(sentences: &[Sentence]) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let mut start = 0;
    let (mut words, mut bounds) = (BTreeSet::new(), BTreeSet::new());
    for sentence in sentences {
        if (sentence.document || sentence.paragraph) && !text.is_empty() {
            blocks.push(block(start, &mut text));
            start = text.len();
        }
        let from = text.len();
        for (word, &spaced) in sentence.texts.iter().zip(&sentence.spaced) {
            words.insert((text.len(), text.len() + word.len()));
            text.push_str(word);
            if spaced {
                text.push(' ');
            }
        }
        bounds.insert((from, text.trim_end().len()));
        if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    blocks.push(block(start, &mut text));
    let begun = Instant::now();
    let tokens = tokenize(&Document { text: &text, blocks, dateline: None, date_candidates: Vec::new() });
    let seconds = begun.elapsed().as_secs_f64();
    let pair = |s: Span| (s.start as usize, s.end as usize);
    let found: BTreeSet<_> = tokens.tokens.iter().map(|t| pair(t.span)).collect();
    let ends: BTreeSet<_> = tokens.sentences.iter().map(|s| pair(tokens.span(s.tokens.clone()))).collect();
    let rate = tokens.len() as f64 / seconds;
    println!("    from raw text: tokens F1 {:.2}  sentences F1 {:.2}  ({rate:.0} tokens/s)", f1(&words, &found), f1(&bounds, &ends));
}

fn block(start: usize, text: &mut String) -> Block {
    let end = text.trim_end().len();
    text.push('\n');
    Block { span: Span::new(start, end), kind: BlockKind::Body }
}

fn f1(gold: &BTreeSet<(usize, usize)>, found: &BTreeSet<(usize, usize)>) -> f64 {
    200.0 * gold.intersection(found).count() as f64 / (gold.len() + found.len()).max(1) as f64
}
