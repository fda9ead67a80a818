//! The network that tags and parses: word vectors, a window over neighbours, two recurrent layers that read in both
//! directions, and on top of them parts of speech, the score of every pair of words as dependent and head, and relations.
//!
//! Arithmetic is plain IEEE 754 single precision (+, −, ×, ÷) in a fixed order, so results are the same on every machine.

mod alphabet;
mod decode;
pub mod layout;
mod linear;
mod store;

use super::{ModelError, Relation, Upos, Word};
pub use alphabet::{Alphabet, PAD, ROWS, UNKNOWN, zeros};
use layout::{ARC, DISTANCES, LABEL, LAYERS, Layout, MEMORY, Part, RELATIONS, STATE, TAGS, WORD, distance};
use linear::{Linear, dot, exp};
use std::collections::HashMap;
pub use store::{quantise, read, write};

/// Word types whose first products are kept; more are forgotten and made again, so memory stays bounded.
const KEPT: usize = 4096;

/// The weights, ready to use.
#[derive(Debug, Default)]
pub struct Network {
    alphabet: Alphabet,
    vectors: Vec<f32>,
    window: Linear,
    window_bias: Vec<f32>,
    recurrent: [Linear; LAYERS],
    tag: Linear,
    arc: Linear,
    arc_far: Linear,
    arc_root: Vec<f32>,
    label: Linear,
    label_root: Vec<f32>,
    label_far: Vec<f32>,
    relation: Linear,
}

impl Network {
    /// From a list of words, their vectors, and all other weights.
    pub fn new(alphabet: Alphabet, vectors: Vec<f32>, dense: &[f32]) -> Result<Self, ModelError> {
        let layout = Layout::new();
        if dense.len() != layout.total || vectors.len() != alphabet.rows() * WORD {
            return Err(ModelError::new("The tables of the network have other sizes than this program needs."));
        }
        let linear = |part: [Part; 2]| Linear::new(&dense[part[0].range()], &dense[part[1].range()], part[0].columns);
        let turned = transpose(&dense[layout.arc_distance.range()], ARC);
        Ok(Network {
            alphabet,
            vectors,
            window: window(&dense[layout.window[0].range()]),
            window_bias: dense[layout.window[1].range()].to_vec(),
            recurrent: layout.recurrent.map(linear),
            tag: linear(layout.tag),
            arc: linear(layout.arc),
            arc_far: Linear::new(&turned, &[], DISTANCES),
            arc_root: dense[layout.arc_root.range()].to_vec(),
            label: linear(layout.label),
            label_root: dense[layout.label_root.range()].to_vec(),
            label_far: dense[layout.label_distance.range()].to_vec(),
            relation: linear(layout.relation),
        })
    }

    fn vector(&self, rows: &[u32]) -> [f32; WORD] {
        let mut sum = [0.0; WORD];
        for &row in rows {
            let from = row as usize * WORD;
            for (s, &v) in sum.iter_mut().zip(self.vectors.iter().skip(from)) {
                *s += v;
            }
        }
        sum
    }
}

/// The three thirds of the window side by side: what a word adds to the word after it, to itself, to the word before it.
fn window(weights: &[f32]) -> Linear {
    let mut rows = Vec::with_capacity(weights.len());
    for input in 0..WORD {
        for third in 0..3 {
            rows.extend_from_slice(&weights[(third * WORD + input) * STATE..][..STATE]);
        }
    }
    Linear::new(&rows, &[], 3 * STATE)
}

fn transpose(weights: &[f32], columns: usize) -> Vec<f32> {
    let rows = weights.len() / columns;
    (0..weights.len()).map(|i| weights[i % rows * columns + i / rows]).collect()
}

/// Reads sentences one after the other; keeps what it knows of the words, and its buffers.
#[derive(Debug)]
pub struct Reader<'n> {
    network: &'n Network,
    types: HashMap<(u32, u32), u32>,
    products: Vec<f32>,
    buffer: Buffers,
}

#[derive(Debug, Default)]
struct Buffers {
    product: Vec<f32>,
    state: Vec<f32>,
    projected: Vec<f32>,
    tags: Vec<f32>,
    arcs: Vec<f32>,
    dependents: Vec<f32>,
    far: Vec<f32>,
    scores: Vec<f32>,
    labels: Vec<f32>,
    hidden: Vec<f32>,
    relations: Vec<f32>,
    decoder: decode::Decoder,
}

impl<'n> Reader<'n> {
    /// Before the first sentence.
    pub fn new(network: &'n Network) -> Self {
        Reader { network, types: HashMap::new(), products: Vec::new(), buffer: Buffers::default() }
    }

    /// Tags and parses a sentence: each word as written, in lower case, and with the number of its lower-case form.
    /// Heads are counted from the beginning of the sentence.
    pub fn read<'w>(&mut self, sentence: impl Iterator<Item = (&'w str, &'w str, u32)>, words: &mut [Word]) {
        if self.network.vectors.is_empty() || words.is_empty() {
            return;
        }
        self.encode(sentence, words.len());
        self.tag(words);
        self.score_arcs(words.len());
        self.attach(words);
        self.label(words);
    }

    /// The place of a word's products, made if they are not kept.
    fn products_of(&mut self, key: (u32, u32), rows: &[u32]) -> usize {
        if let Some(&known) = self.types.get(&key) {
            return known as usize;
        }
        self.network.window.apply(&self.network.vector(rows), &mut self.buffer.product);
        let place = self.products.len();
        self.products.extend_from_slice(&self.buffer.product);
        self.types.insert(key, place as u32);
        place
    }

    fn encode<'w>(&mut self, sentence: impl Iterator<Item = (&'w str, &'w str, u32)>, n: usize) {
        if self.types.len() > KEPT {
            self.types.clear();
            self.products.clear();
        }
        let network = self.network;
        let pad = self.products_of((u32::MAX, 0), &[PAD]);
        let mut places = Vec::with_capacity(n + 2);
        places.push(pad);
        for (text, norm, number) in sentence.take(n) {
            let key = (number, alphabet::shape(text));
            let place = match self.types.get(&key) {
                Some(&known) => known as usize,
                None => self.products_of(key, &network.alphabet.of(text, norm)),
            };
            places.push(place);
        }
        places.push(pad);
        let state = &mut self.buffer.state;
        state.clear();
        for at in places.windows(3) {
            let [before, here, after] = at else { continue };
            let part = |place: usize, third: usize| &self.products[place + third * STATE..][..STATE];
            let sums = network.window_bias.iter().zip(part(*before, 0)).zip(part(*here, 1)).zip(part(*after, 2));
            state.extend(sums.map(|(((bias, a), b), c)| (bias + a + b + c).max(0.0)));
        }
        for layer in &network.recurrent {
            layer.apply(&self.buffer.state, &mut self.buffer.projected);
            recur(&self.buffer.projected, &mut self.buffer.state);
        }
    }

    fn tag(&mut self, words: &mut [Word]) {
        self.network.tag.apply(&self.buffer.state, &mut self.buffer.tags);
        for (word, scores) in words.iter_mut().zip(self.buffer.tags.chunks_exact(TAGS)) {
            let (best, share) = decode::best(scores, exp);
            word.upos = Upos::ALL.get(best).copied().unwrap_or(Upos::X);
            word.tag_confidence = share;
        }
    }

    /// Scores of every head of every word: row `i` has the heads of word `i`, the root last.
    fn score_arcs(&mut self, n: usize) {
        let network = self.network;
        let buffer = &mut self.buffer;
        network.arc.apply(&buffer.state, &mut buffer.arcs);
        buffer.dependents.clear();
        for both in buffer.arcs.chunks_exact(2 * ARC) {
            buffer.dependents.extend(both[..ARC].iter().map(|x| x.max(0.0)));
        }
        network.arc_far.apply(&buffer.dependents, &mut buffer.far);
        buffer.scores.clear();
        for (i, (dependent, far)) in buffer.dependents.chunks_exact(ARC).zip(buffer.far.chunks_exact(DISTANCES)).enumerate() {
            for (j, both) in buffer.arcs.chunks_exact(2 * ARC).enumerate() {
                buffer.scores.push(dot(dependent, &both[ARC..]) + far[distance(i, Some(j))]);
            }
            buffer.scores.push(dot(dependent, &network.arc_root) + far[DISTANCES - 1]);
            buffer.scores[i * (n + 1) + i] = f32::NEG_INFINITY;
        }
    }

    fn attach(&mut self, words: &mut [Word]) {
        let n = words.len();
        let buffer = &mut self.buffer;
        let heads = buffer.decoder.heads(&buffer.scores, n);
        for ((word, &head), scores) in words.iter_mut().zip(heads).zip(buffer.scores.chunks_exact(n + 1)) {
            word.head = Some(head as u32).filter(|_| head < n);
            word.arc_confidence = decode::share(scores, head, exp);
        }
    }

    fn label(&mut self, words: &mut [Word]) {
        let network = self.network;
        let buffer = &mut self.buffer;
        network.label.apply(&buffer.state, &mut buffer.labels);
        buffer.hidden.clear();
        for (i, word) in words.iter().enumerate() {
            let head = word.head.map(|h| h as usize);
            let far = &network.label_far[distance(i, head) * LABEL..][..LABEL];
            let above = head.map_or(&network.label_root[..], |h| &buffer.labels[h * 2 * LABEL + LABEL..][..LABEL]);
            let own = &buffer.labels[i * 2 * LABEL..][..LABEL];
            buffer.hidden.extend(own.iter().zip(above).zip(far).map(|((a, b), c)| (a + b + c).max(0.0)));
        }
        network.relation.apply(&buffer.hidden, &mut buffer.relations);
        for (word, scores) in words.iter_mut().zip(buffer.relations.chunks_exact_mut(RELATIONS)) {
            // Only the word without a head is the root.
            scores[Relation::Root as usize] = f32::NEG_INFINITY;
            let (best, _) = decode::best(scores, exp);
            word.relation = if word.head.is_none() { Relation::Root } else { Relation::ALL.get(best).copied().unwrap_or(Relation::Dep) };
        }
    }
}

/// A curve between −1 and 1.
fn soft(x: f32) -> f32 {
    x / (1.0 + x.abs())
}

/// Each direction moves its memory towards a candidate, as far as a gate says; the memories are added to the state.
fn recur(projected: &[f32], state: &mut [f32]) {
    let mut memory = [0.0f32; MEMORY];
    for (row, state) in projected.chunks_exact(4 * MEMORY).zip(state.chunks_exact_mut(STATE)) {
        remember(&mut memory, &row[..2 * MEMORY], &mut state[..MEMORY]);
    }
    let mut memory = [0.0f32; MEMORY];
    for (row, state) in projected.chunks_exact(4 * MEMORY).zip(state.chunks_exact_mut(STATE)).rev() {
        remember(&mut memory, &row[2 * MEMORY..], &mut state[MEMORY..]);
    }
}

fn remember(memory: &mut [f32; MEMORY], row: &[f32], state: &mut [f32]) {
    let (gates, candidates) = row.split_at(MEMORY);
    for (((memory, &gate), &candidate), state) in memory.iter_mut().zip(gates).zip(candidates).zip(state) {
        *memory += (0.5 + 0.5 * soft(gate)) * (soft(candidate) - *memory);
        *state += *memory;
    }
}
