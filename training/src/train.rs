//! The order of training: words, lemma rules, then the network in many passes.

use crate::grammar::Grammar;
use crate::net::{Adam, Dropout, Example, Learner, Losses, Weights, turn};
use crate::random::Random;
use crate::treebank::Sentence;
use crate::{augment, evaluate, lemmas};
use dateline::syntax::network::layout::{Layout, WORD};
use dateline::syntax::network::{self, Alphabet, Network, PAD, UNKNOWN, zeros};
use dateline::syntax::{Language, Lemmatizer, Sections, write};
use dateline::token::normalize;
use indicatif::ProgressIterator;
use std::collections::BTreeMap;

/// What can be chosen.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Passes over the sentences.
    pub epochs: usize,
    /// Words are known from this count on.
    pub least: usize,
    /// Steps of a word vector on each side of zero.
    pub levels: f32,
    /// Highest learning rate.
    pub rate: f32,
    /// Share of dropped numbers.
    pub dropout: Dropout,
}

/// Sentences of one step.
const BATCH: usize = 24;
/// Sentences of each pass that are made from the grammar.
const MADE: usize = 2400;
/// Learners side by side; each takes the same share of a batch on every machine.
const LEARNERS: usize = 2;

/// Trains everything and gives the file of weights; `held` is measured on the way.
pub fn train(sentences: &[Sentence], held: &[Sentence], settings: &Settings) -> Result<Vec<u8>, String> {
    let rules = lemmas::learn(sentences);
    let mut all = sentences.to_vec();
    all.extend(augment::copies(sentences, 11));
    let grammar = Grammar::new()?;
    let counts = count(&[sentences, &grammar.sentences(MADE, &mut Random::new(6))].concat());
    let words = list(&counts, settings.least);
    let alphabet = Alphabet::read(words.as_bytes()).map_err(|e| e.to_string())?;
    println!("{} sentences, {} words", all.len(), words.lines().count());
    let mut examples: Vec<Example> = all.iter().map(|s| example(s, &alphabet)).collect();
    let read = examples.len();
    let frequency: BTreeMap<u32, usize> = counts.iter().map(|(w, &n)| (alphabet.word(w), n)).collect();
    let mut weights = start(&alphabet);
    let mut adam = Adam::new(&weights);
    let mut random = Random::new(3);
    let mut order: Vec<usize> = (0..read + MADE).collect();
    let steps = order.len().div_ceil(BATCH) * settings.epochs;
    let mut step = 0;
    let mut workers: Vec<Worker> = (0..LEARNERS).map(|_| Worker::new(&weights)).collect();
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        examples.truncate(read);
        examples.extend(grammar.sentences(MADE, &mut random).iter().map(|s| example(s, &alphabet)));
        let mut losses = Losses::default();
        for batch in order.chunks(BATCH).progress() {
            let seed = random.next();
            let turned = turn(&Layout::new(), &weights.dense);
            let chosen: Vec<Example> = batch.iter().map(|&i| forget(&examples[i], &frequency, &mut random)).collect();
            std::thread::scope(|scope| {
                for (k, worker) in workers.iter_mut().enumerate() {
                    let (chosen, weights, turned) = (&chosen, &weights, &turned);
                    scope.spawn(move || worker.learn(chosen.iter().skip(k).step_by(LEARNERS), weights, turned, settings.dropout, seed ^ k as u64));
                }
            });
            gather(&mut workers, &mut losses);
            let rate = rate(step, steps) * settings.rate;
            step += 1;
            let first = &mut workers[0];
            adam.step(&mut weights, &mut first.gradient, &first.touched, rate);
            first.touched.clear();
        }
        let mean = losses.parts.map(|l| l / losses.words as f32);
        println!("pass {}: losses {mean:.3?}", epoch + 1);
        if (epoch + 1) % 3 == 0 || epoch + 1 == settings.epochs {
            let language = language(&words, &weights, &rules)?;
            evaluate::brief("    held out", held, &language);
        }
    }
    for levels in [31.0, 15.0, 11.0, 7.0, 5.0, 3.0] {
        let sections = file(&words, &weights, &rules, levels);
        let bytes = write(&sections.iter().map(Vec::as_slice).collect::<Vec<_>>());
        if let Ok(language) = Language::read(&bytes) {
            evaluate::brief(&format!("    {levels} levels"), held, &language);
        }
    }
    let sections = file(&words, &weights, &rules, settings.levels);
    Ok(write(&sections.iter().map(Vec::as_slice).collect::<Vec<_>>()))
}

fn file(words: &str, weights: &Weights, rules: &str, levels: f32) -> Vec<Vec<u8>> {
    let mut sections = network::write(words, &weights.vectors, &weights.dense, levels);
    sections.push(rules.as_bytes().to_vec());
    sections
}

/// A file of weights with other lemma rules, its last section.
pub fn with_rules(old: &[u8], rules: &str) -> Result<Vec<u8>, String> {
    let mut sections = Sections::open(old).map_err(|e| e.to_string())?;
    let mut all: Vec<&[u8]> = std::iter::from_fn(|| sections.section().ok()).collect();
    all.pop();
    all.push(rules.as_bytes());
    Ok(write(&all))
}

fn language(words: &str, weights: &Weights, rules: &str) -> Result<Language, String> {
    let fail = |e: dateline::syntax::ModelError| e.to_string();
    let alphabet = Alphabet::read(words.as_bytes()).map_err(fail)?;
    let network = Network::new(alphabet, weights.vectors.clone(), &weights.dense).map_err(fail)?;
    Ok(Language::new(network, Lemmatizer::read(rules).map_err(fail)?))
}

/// Warms up, then falls in a straight line to nothing.
fn rate(step: usize, steps: usize) -> f32 {
    let done = step as f32 / steps as f32;
    (done / 0.02).min(1.0) * (1.0 - done)
}

fn count(sentences: &[Sentence]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in sentences.iter().flat_map(|s| &s.texts) {
        *counts.entry(zeros(&normalize(text))).or_default() += 1;
    }
    counts
}

fn list(counts: &BTreeMap<String, usize>, least: usize) -> String {
    counts.iter().filter(|&(w, &n)| n >= least && !w.contains(char::is_whitespace)).flat_map(|(w, _)| [w.as_str(), "\n"]).collect()
}

fn example(sentence: &Sentence, alphabet: &Alphabet) -> Example {
    let rows = |t: &String| alphabet.of(t, &normalize(t)).to_vec();
    let pad = || std::iter::once(vec![PAD]);
    Example {
        rows: pad().chain(sentence.texts.iter().map(rows)).chain(pad()).collect(),
        tags: sentence.words.iter().map(|w| w.upos as usize).collect(),
        heads: sentence.heads(),
        relations: sentence.words.iter().map(|w| w.relation as usize).collect(),
    }
}

/// Rare words are sometimes taken for unknown ones, so that unknown ones are learnt.
fn forget(example: &Example, frequency: &BTreeMap<u32, usize>, random: &mut Random) -> Example {
    let mut out = example.clone();
    for row in out.rows.iter_mut().filter_map(|r| r.first_mut()) {
        let n = frequency.get(row).copied().unwrap_or(usize::MAX / 8);
        if *row > UNKNOWN && random.below(1000) * (n * 4 + 1) < 1000 {
            *row = UNKNOWN;
        }
    }
    out
}

fn start(alphabet: &Alphabet) -> Weights {
    let mut random = Random::new(4);
    let mut number = |size: f32| (random.below(1 << 20) as f32 / (1 << 19) as f32 - 1.0) * size;
    let layout = Layout::new();
    let vectors = (0..alphabet.rows() * WORD).map(|_| number(0.1)).collect();
    let mut dense = vec![0.0; layout.total];
    for part in layout.parts().into_iter().filter(|p| p.rows > 1) {
        let size = (6.0 / (part.rows + part.columns) as f32).sqrt();
        dense[part.range()].iter_mut().for_each(|w| *w = number(size));
    }
    Weights { vectors, dense }
}

/// One of the learners side by side.
struct Worker {
    gradient: Weights,
    touched: Vec<u32>,
    losses: Losses,
}

impl Worker {
    fn new(weights: &Weights) -> Self {
        let gradient = Weights { vectors: vec![0.0; weights.vectors.len()], dense: vec![0.0; weights.dense.len()] };
        Worker { gradient, touched: Vec::new(), losses: Losses::default() }
    }

    fn learn<'e>(&mut self, examples: impl Iterator<Item = &'e Example>, weights: &Weights, turned: &[f32], dropout: Dropout, seed: u64) {
        let layout = Layout::new();
        let mut learner =
            Learner { layout, weights, turned, gradient: &mut self.gradient, touched: &mut self.touched, random: Random::new(seed), dropout };
        for example in examples {
            let losses = learner.learn(example);
            for (sum, loss) in self.losses.parts.iter_mut().zip(losses.parts) {
                *sum += loss;
            }
            self.losses.words += losses.words;
        }
    }
}

/// Adds the gradients of all learners to that of the first, in order, as means over words.
fn gather(workers: &mut [Worker], losses: &mut Losses) {
    let Some((first, others)) = workers.split_first_mut() else { return };
    for worker in others {
        worker.touched.sort_unstable();
        worker.touched.dedup();
        for &row in &worker.touched {
            let range = row as usize * WORD..(row as usize + 1) * WORD;
            for (a, b) in first.gradient.vectors[range.clone()].iter_mut().zip(&mut worker.gradient.vectors[range]) {
                *a += std::mem::take(b);
            }
        }
        for (a, b) in first.gradient.dense.iter_mut().zip(&mut worker.gradient.dense) {
            *a += std::mem::take(b);
        }
        first.touched.append(&mut worker.touched);
        first.losses.words += worker.losses.words;
        for (a, b) in first.losses.parts.iter_mut().zip(worker.losses.parts) {
            *a += b;
        }
        worker.losses = Losses::default();
    }
    first.touched.sort_unstable();
    first.touched.dedup();
    let mean = 30.0 / first.losses.words.max(1) as f32;
    first.gradient.dense.iter_mut().for_each(|g| *g *= mean);
    for &row in &first.touched {
        first.gradient.vectors[row as usize * WORD..(row as usize + 1) * WORD].iter_mut().for_each(|g| *g *= mean);
    }
    losses.words += first.losses.words;
    for (a, b) in losses.parts.iter_mut().zip(first.losses.parts) {
        *a += b;
    }
    first.losses = Losses::default();
}
