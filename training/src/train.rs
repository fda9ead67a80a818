//! The order of training: words, lemma rules, then the network in many passes.

use crate::grammar::Grammar;
use crate::net::{Adam, Dropout, Example, Learner, Losses, Weights, soften, turn};
use crate::random::Random;
use crate::treebank::Sentence;
use crate::{augment, evaluate, lemmas};
use dateline::press::press;
use dateline::syntax::network::layout::{Layout, WORD};
use dateline::syntax::network::{self, Alphabet, PAD, UNKNOWN, zeros};
use dateline::syntax::{Language, Sections, write};
use dateline::token::normalize;
use indicatif::ProgressIterator;
use std::collections::BTreeMap;

/// What can be chosen.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Passes of the pupil over the sentences.
    pub epochs: usize,
    /// Networks that are trained first, to teach the one that is kept.
    pub teachers: usize,
    /// Passes of each teacher.
    pub teacher_epochs: usize,
    /// Words are known from this count on.
    pub least: usize,
    /// Steps of a word vector on each side of zero.
    pub levels: f32,
    /// Highest learning rate.
    pub rate: f32,
    /// Share of numbers that are dropped while a teacher learns.
    pub dropout: Dropout,
    /// The same for the pupil: what its teachers think keeps it from learning by heart, so it needs less.
    pub pupil_dropout: Dropout,
}

/// Sentences of one step.
const BATCH: usize = 24;
/// Sentences of each pass that are made from the grammar.
const MADE: usize = 2400;
/// Learners side by side; each takes the same share of a batch on every machine.
const LEARNERS: usize = 2;

/// What all networks learn from.
struct School<'a> {
    words: String,
    alphabet: Alphabet,
    frequency: BTreeMap<u32, usize>,
    grammar: Grammar,
    rules: String,
    held: &'a [Sentence],
    settings: &'a Settings,
}

/// Trains everything and gives the file of weights. `plain` is text without annotation; `held` is measured on the way.
pub fn train(sentences: &[Sentence], plain: &[Vec<String>], held: &[Sentence], settings: &Settings) -> Result<Vec<u8>, String> {
    let rules = lemmas::learn(sentences);
    let grammar = Grammar::new()?;
    let counts = count(&[sentences, &grammar.sentences(MADE, &mut Random::new(6))].concat());
    let words = list(&counts, settings.least);
    let alphabet = Alphabet::read(words.as_bytes()).map_err(|e| e.to_string())?;
    let frequency = counts.iter().map(|(w, &n)| (alphabet.word(w), n)).collect();
    let school = School { words, alphabet, frequency, grammar, rules, held, settings };
    let copies = augment::copies(sentences, 11);
    let mut examples: Vec<Example> = sentences.iter().chain(&copies).map(|s| example(s, &school.alphabet)).collect();
    println!("{} sentences, {} words; {} sentences without annotation", examples.len(), school.words.lines().count(), plain.len());
    let teach = |seed: usize| school.learn(examples.clone(), settings.teacher_epochs, 100 * seed as u64, settings.dropout);
    let teachers = (1..=settings.teachers).map(teach).collect::<Result<Vec<_>, _>>()?;
    if !teachers.is_empty() {
        examples.extend(plain.iter().map(|words| unknown(words, &school.alphabet)));
        soften(&mut examples, &teachers);
    }
    let weights = school.learn(examples, settings.epochs, 0, settings.pupil_dropout)?;
    for levels in [31.0, 15.0, 11.0, 7.0, 5.0, 3.0] {
        let language = Language::read(&school.file(&weights, levels)).map_err(|e| e.to_string())?;
        evaluate::brief(&format!("    {levels} levels"), held, &language);
    }
    Ok(school.file(&weights, settings.levels))
}

impl School<'_> {
    /// Trains one network.
    fn learn(&self, mut examples: Vec<Example>, epochs: usize, seed: u64, dropout: Dropout) -> Result<Weights, String> {
        let read = examples.len();
        let mut weights = start(&self.alphabet, 4 + seed);
        let mut adam = Adam::new(&weights);
        let mut random = Random::new(3 + seed);
        let mut order: Vec<usize> = (0..read + MADE).collect();
        let steps = order.len().div_ceil(BATCH) * epochs;
        let mut step = 0;
        let mut workers: Vec<Worker> = (0..LEARNERS).map(|_| Worker::new(&weights)).collect();
        for epoch in 1..=epochs {
            random.shuffle(&mut order);
            examples.truncate(read);
            examples.extend(self.grammar.sentences(MADE, &mut random).iter().map(|s| example(s, &self.alphabet)));
            let mut losses = Losses::default();
            for batch in order.chunks(BATCH).progress() {
                let chosen: Vec<Example> = batch.iter().map(|&i| forget(&examples[i], &self.frequency, &mut random)).collect();
                self.step(&mut workers, &chosen, &weights, random.next(), dropout);
                gather(&mut workers, &mut losses);
                let first = &mut workers[0];
                adam.step(&mut weights, &mut first.gradient, &first.touched, rate(step, steps) * self.settings.rate);
                first.touched.clear();
                step += 1;
            }
            println!("pass {epoch}: losses {:.3?}", losses.parts.map(|l| l / losses.words as f32));
            if epoch % 3 == 0 || epoch == epochs {
                let language = Language::read(&self.file(&weights, self.settings.levels)).map_err(|e| e.to_string())?;
                evaluate::brief("    held out", self.held, &language);
            }
        }
        Ok(weights)
    }

    /// The gradients of some examples, each learner's of its own share.
    fn step(&self, workers: &mut [Worker], chosen: &[Example], weights: &Weights, seed: u64, dropout: Dropout) {
        let turned = turn(&Layout::new(), &weights.dense);
        std::thread::scope(|scope| {
            for (k, worker) in workers.iter_mut().enumerate() {
                let turned = &turned;
                scope.spawn(move || worker.learn(chosen.iter().skip(k).step_by(LEARNERS), weights, turned, dropout, seed ^ k as u64));
            }
        });
    }

    /// The file of weights.
    fn file(&self, weights: &Weights, levels: f32) -> Vec<u8> {
        let mut sections = network::write(&self.words, &weights.vectors, &weights.dense, levels);
        sections.push(press(self.rules.as_bytes()));
        write(&sections.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }
}

/// A file of weights with other lemma rules, its last section.
pub fn with_rules(old: &[u8], rules: &str) -> Result<Vec<u8>, String> {
    let mut sections = Sections::open(old).map_err(|e| e.to_string())?;
    let mut all: Vec<&[u8]> = std::iter::from_fn(|| sections.section().ok()).collect();
    all.pop();
    let rules = press(rules.as_bytes());
    all.push(&rules);
    Ok(write(&all))
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

fn rows(words: &[String], alphabet: &Alphabet) -> Vec<Vec<u32>> {
    let pad = || std::iter::once(vec![PAD]);
    pad().chain(words.iter().map(|t| alphabet.of(t, &normalize(t)).to_vec())).chain(pad()).collect()
}

fn example(sentence: &Sentence, alphabet: &Alphabet) -> Example {
    Example {
        rows: rows(&sentence.texts, alphabet),
        tags: sentence.words.iter().map(|w| w.upos as usize).collect(),
        heads: sentence.heads(),
        relations: sentence.words.iter().map(|w| w.relation as usize).collect(),
        soft: None,
        gold: true,
    }
}

/// A sentence of which only the words are known.
fn unknown(words: &[String], alphabet: &Alphabet) -> Example {
    let none = vec![0; words.len()];
    Example { rows: rows(words, alphabet), tags: none.clone(), heads: none.clone(), relations: none, soft: None, gold: false }
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

fn start(alphabet: &Alphabet, seed: u64) -> Weights {
    let mut random = Random::new(seed);
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
