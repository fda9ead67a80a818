//! Copies of sentences as they look in headlines and badly copied text: other capitals, no final period, no commas.

use crate::random::Random;
use crate::treebank::Sentence;
use dateline::syntax::Upos;

/// Some changed copies of some sentences.
pub fn copies(sentences: &[Sentence], seed: u64) -> Vec<Sentence> {
    let mut random = Random::new(seed);
    let change = |s: &Sentence| match random.below(40) {
        0 => Some(map(s, |_, t| t.to_lowercase())),
        1 | 2 => Some(map(s, |_, t| t.to_uppercase())),
        3 | 4 => Some(without_final(&map(s, capitalized))),
        5 | 6 => Some(without_final(s)),
        7..=9 => without(s, |t| t == ",").filter(|w| w.texts.len() < s.texts.len()),
        _ => None,
    };
    sentences.iter().filter_map(change).collect()
}

fn map(sentence: &Sentence, change: impl Fn(Upos, &str) -> String) -> Sentence {
    let texts = sentence.texts.iter().zip(&sentence.words).map(|(t, w)| change(w.upos, t)).collect();
    Sentence { texts, ..sentence.clone() }
}

/// Title case: function words stay small.
fn capitalized(tag: Upos, text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !matches!(tag, Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part | Upos::Punct) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text.to_string(),
    }
}

fn without_final(sentence: &Sentence) -> Sentence {
    let last = sentence.texts.len() - 1;
    let mut seen = 0;
    let drop = |t: &str| {
        seen += 1;
        seen > last && last > 0 && matches!(t, "." | "!" | "?")
    };
    without(sentence, drop).unwrap_or_else(|| sentence.clone())
}

/// The sentence without some words, unless something depends on one of them.
fn without(sentence: &Sentence, mut drop: impl FnMut(&str) -> bool) -> Option<Sentence> {
    let dropped: Vec<bool> = sentence.texts.iter().map(|t| drop(t)).collect();
    if sentence.words.iter().any(|w| w.head.is_some_and(|h| dropped[h as usize])) || dropped.iter().all(|&d| d) {
        return None;
    }
    let places: Vec<u32> = dropped.iter().scan(0, |n, &d| Some(std::mem::replace(n, *n + u32::from(!d)))).collect();
    let keep = |i: &usize| !dropped[*i];
    let indices: Vec<usize> = (0..dropped.len()).filter(keep).collect();
    let mut out = sentence.clone();
    out.texts = indices.iter().map(|&i| sentence.texts[i].clone()).collect();
    out.spaced = indices.iter().map(|&i| sentence.spaced[i]).collect();
    out.lemmas = indices.iter().map(|&i| sentence.lemmas[i].clone()).collect();
    out.words = indices.iter().map(|&i| sentence.words[i]).collect();
    for word in &mut out.words {
        word.head = word.head.map(|h| places[h as usize]);
    }
    Some(out)
}
