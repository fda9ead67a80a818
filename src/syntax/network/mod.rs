//! The network that tags and parses: word vectors, a window over neighbours, recurrent layers that read in both
//! directions, and on top of them parts of speech, the score of every pair of words as dependent and head, and relations.
//!
//! Products of matrices are made in whole numbers; all other arithmetic is plain IEEE 754 single precision (+, −, ×, ÷)
//! in a fixed order. So results are the same on every machine.

mod alphabet;
pub mod coder;
mod decode;
pub mod layout;
mod linear;
mod matrix;
mod store;

use super::{Relation, Upos, Word};
use crate::lexicon::HashMap;
pub use alphabet::{Alphabet, PAD, ROWS, UNKNOWN, zeros};
use layout::{ARC, DISTANCES, LABEL, LAYERS, Layout, MEMORY, Part, RELATIONS, STATE, TAGS, WORD, distance};
use linear::Layer;
use matrix::{Matrix, Rows, Steps};
use std::ops::Range;
use store::Table;
#[cfg(not(target_arch = "wasm32"))]
pub use store::write;
pub use store::{quantise, read};
use wide::{bytemuck, f32x4, i8x16, i16x16};

/// Word types whose first products are kept; more are forgotten and made again, so memory stays bounded.
const KEPT: usize = 4096;

/// Sums of word vectors, in steps of the table.
const VECTORS: Steps = Steps::around_zero(1.0);
/// What stands for a word among its neighbours.
const STATES: Steps = Steps::around_zero(8.0);
/// A word as a dependent, and as a head.
const DEPENDENTS: Steps = Steps::above_zero(16.0);
const HEADS: Steps = Steps::of_weights(8.0);
/// What decides which relation it is.
const HIDDEN: Steps = Steps::above_zero(8.0);

/// The weights, ready to use.
#[derive(Debug, Default)]
pub struct Network {
    alphabet: Alphabet,
    vectors: Table,
    window: Layer,
    window_bias: Vec<f32>,
    recurrent: [Layer; LAYERS],
    tag: Layer,
    arc: Layer,
    arc_far: Layer,
    arc_root: Vec<f32>,
    label: Layer,
    label_root: Vec<f32>,
    label_far: Vec<f32>,
    relation: Layer,
}

impl Network {
    /// From a list of words, their vectors, and all other tables.
    fn new(alphabet: Alphabet, vectors: Table, table: impl Fn(Part) -> Table) -> Self {
        let layout = Layout::new();
        let layer = |part: [Part; 2]| Layer::new(&table(part[0]), Some(&table(part[1])));
        Network {
            alphabet,
            window: Layer::new(&side_by_side(&table(layout.window[0]), vectors.step), None),
            vectors,
            window_bias: table(layout.window[1]).values(),
            recurrent: layout.recurrent.map(layer),
            tag: layer(layout.tag),
            arc: layer(layout.arc),
            arc_far: Layer::new(&turned(&table(layout.arc_distance)), None),
            arc_root: table(layout.arc_root).values(),
            label: layer(layout.label),
            label_root: table(layout.label_root).values(),
            label_far: table(layout.label_distance).values(),
            relation: layer(layout.relation),
        }
    }

    /// The sum of some vectors, in steps: at most [`ROWS`] numbers of 8 bits each.
    fn vector(&self, rows: &[u32]) -> [i16; WORD] {
        let mut sum = [i16x16::ZERO; WORD / 16];
        for &row in rows {
            for (s, &levels) in sum.iter_mut().zip(self.vectors.row(row as usize).as_chunks().0) {
                *s += i16x16::from(i8x16::new(levels));
            }
        }
        bytemuck::cast(sum)
    }
}

/// The three thirds of the window side by side: what a word adds to the word after it, to itself, to the word before it, where its
/// vector is in steps of size `step`.
fn side_by_side(window: &Table, step: f32) -> Table {
    let mut levels = Vec::with_capacity(window.levels.len());
    for input in 0..WORD {
        for third in 0..3 {
            levels.extend_from_slice(window.row(third * WORD + input));
        }
    }
    Table { rows: WORD, columns: 3 * STATE, step: window.step * step, levels }
}

fn turned(table: &Table) -> Table {
    let levels = (0..table.columns).flat_map(|column| (0..table.rows).map(move |row| table.level(row, column) as i8)).collect();
    Table { rows: table.columns, columns: table.rows, step: table.step, levels }
}

/// The numbers of a list, four at a time.
fn fours(values: &[f32]) -> impl Iterator<Item = f32x4> {
    values.as_chunks::<4>().0.iter().map(|&four| f32x4::new(four))
}

/// What is negative becomes zero.
#[inline(always)]
fn positive(x: f32x4) -> f32x4 {
    x.fast_max(f32x4::ZERO)
}

/// Reads sentences, some at a time; keeps what it knows of the words, and its buffers.
#[derive(Debug)]
pub struct Reader<'n> {
    network: &'n Network,
    types: HashMap<(u32, u32), usize>,
    products: Vec<f32>,
    buffer: Buffers,
}

/// What lies between the layers: a row for each word of all sentences that are read together.
#[derive(Debug, Default)]
struct Buffers {
    rows: Rows,
    fresh: Vec<i16>,
    product: Vec<f32>,
    places: Vec<usize>,
    state: Vec<f32>,
    projected: Vec<f32>,
    tags: Vec<f32>,
    arcs: Vec<f32>,
    labels: Vec<f32>,
    far: Vec<f32>,
    heads: Matrix,
    distances: Vec<u8>,
    near: Vec<f32>,
    scores: Vec<f32>,
    hidden: Vec<f32>,
    relations: Vec<f32>,
    decoder: decode::Decoder,
}

impl<'n> Reader<'n> {
    /// Before the first sentence.
    pub fn new(network: &'n Network) -> Self {
        Reader { network, types: HashMap::default(), products: Vec::new(), buffer: Buffers::default() }
    }

    /// Tags and parses some sentences, given the length of each: all their words as written, in lower case, and with the number of
    /// the lower-case form. Heads are counted from the beginning of their sentence. Several sentences at once make full use of the processor.
    pub fn read<'w>(&mut self, lengths: &[usize], forms: impl Iterator<Item = (&'w str, &'w str, u32)>, words: &mut [Word]) {
        if self.network.vectors.levels.is_empty() || words.len() != lengths.iter().sum::<usize>() {
            return;
        }
        self.look_up(lengths, forms);
        self.encode(lengths);
        self.tag(words);
        self.prepare_arcs();
        for (range, words) in parts(lengths, words).filter(|(range, _)| !range.is_empty()) {
            self.score_arcs(range);
            self.attach(words);
        }
        self.label(lengths, words);
    }

    /// Finds the products of every word, with a pad before and behind each sentence; those that are not kept are made, all at once.
    fn look_up<'w>(&mut self, lengths: &[usize], mut forms: impl Iterator<Item = (&'w str, &'w str, u32)>) {
        if self.types.len() > KEPT {
            self.types.clear();
            self.products.clear();
        }
        let Buffers { rows, fresh, product, places, .. } = &mut self.buffer;
        fresh.clear();
        places.clear();
        let (network, types) = (self.network, &mut self.types);
        let mut place = |key: (u32, u32), find: &dyn Fn() -> [i16; WORD]| {
            let next = types.len();
            *types.entry(key).or_insert_with(|| {
                fresh.extend(find());
                next
            })
        };
        let pad = place((u32::MAX, 0), &|| network.vector(&[PAD]));
        for &length in lengths {
            places.push(pad);
            for (text, norm, number) in forms.by_ref().take(length) {
                places.push(place((number, alphabet::shape(text)), &|| network.vector(&network.alphabet.of(text, norm))));
            }
            places.push(pad);
        }
        if !fresh.is_empty() {
            rows.take(fresh.chunks_exact(WORD), WORD, VECTORS);
            network.window.apply(rows, product);
            self.products.extend_from_slice(&product[..fresh.len() / WORD * network.window.stride()]);
        }
    }

    fn encode(&mut self, lengths: &[usize]) {
        let (network, products) = (self.network, &self.products);
        let Buffers { rows, places, state, projected, .. } = &mut self.buffer;
        state.resize(lengths.iter().sum::<usize>() * STATE, 0.0);
        let mut states = state.chunks_exact_mut(STATE);
        let mut rest = &places[..];
        for &length in lengths {
            let (sentence, others) = rest.split_at(length + 2);
            rest = others;
            for (at, state) in sentence.windows(3).zip(&mut states) {
                let [before, here, after] = at else { continue };
                let part = |place: usize, third: usize| &products[(place * 3 + third) * STATE..][..STATE];
                let sums = fours(&network.window_bias).zip(fours(part(*before, 0))).zip(fours(part(*here, 1))).zip(fours(part(*after, 2)));
                for (out, (((bias, a), b), c)) in state.as_chunks_mut().0.iter_mut().zip(sums) {
                    *out = positive(bias + a + b + c).to_array();
                }
            }
        }
        for layer in &network.recurrent {
            rows.fill(state.chunks_exact(STATE), STATE, STATES);
            layer.apply(rows, projected);
            let (mut projected, mut state) = (&projected[..], &mut state[..]);
            for &length in lengths {
                let (projected_here, state_here);
                (projected_here, projected) = projected.split_at(length * 4 * MEMORY);
                (state_here, state) = state.split_at_mut(length * STATE);
                recur(projected_here, state_here);
            }
        }
        rows.fill(state.chunks_exact(STATE), STATE, STATES);
    }

    fn tag(&mut self, words: &mut [Word]) {
        let (tag, buffer) = (&self.network.tag, &mut self.buffer);
        tag.apply(&buffer.rows, &mut buffer.tags);
        for (word, scores) in words.iter_mut().zip(buffer.tags.chunks_exact(tag.stride())) {
            let (best, share) = decode::best(&scores[..TAGS]);
            word.upos = Upos::ALL.get(best).copied().unwrap_or(Upos::X);
            word.tag_confidence = share;
        }
    }

    /// What every word is as a dependent and as a head.
    fn prepare_arcs(&mut self) {
        let Buffers { rows, arcs, labels, .. } = &mut self.buffer;
        self.network.arc.apply(rows, arcs);
        self.network.label.apply(rows, labels);
    }

    /// Scores of every head of every word of a sentence: row `i` has the heads of word `i`, the root last.
    fn score_arcs(&mut self, sentence: Range<usize>) {
        let (network, n) = (self.network, sentence.len());
        let Buffers { rows, arcs, heads, distances, near, far, scores, .. } = &mut self.buffer;
        let words = || arcs[sentence.start * 2 * ARC..sentence.end * 2 * ARC].chunks_exact(2 * ARC);
        heads.of_rows(words().map(|both| &both[ARC..]).chain([&network.arc_root[..]]), ARC, HEADS);
        rows.fill(words().map(|both| &both[..ARC]), ARC, DEPENDENTS);
        heads.apply(rows, &[], near);
        network.arc_far.apply(rows, far);
        // Classes of all distances, from the last word's to the first one as its head, to the first one's to the last.
        distances.clear();
        distances.extend((0..2 * n).map(|far| distance(n, Some(far)) as u8));
        let stride = network.arc_far.stride();
        scores.clear();
        for (i, (near, far)) in near.chunks_exact(heads.stride()).zip(far.chunks_exact(stride)).take(n).enumerate() {
            scores.extend(near[..n].iter().zip(&distances[n - i..]).map(|(score, &class)| score + far[usize::from(class)]));
            scores.push(near[n] + far[DISTANCES - 1]);
            scores[i * (n + 1) + i] = f32::NEG_INFINITY;
        }
    }

    fn attach(&mut self, words: &mut [Word]) {
        let n = words.len();
        let buffer = &mut self.buffer;
        let (heads, tops) = buffer.decoder.heads(&buffer.scores, n);
        for (((word, &head), &top), scores) in words.iter_mut().zip(heads).zip(tops).zip(buffer.scores.chunks_exact(n + 1)) {
            word.head = Some(head as u32).filter(|_| head < n);
            word.arc_confidence = decode::share(scores, head, top);
        }
    }

    fn label(&mut self, lengths: &[usize], words: &mut [Word]) {
        let network = self.network;
        let Buffers { rows, labels, hidden, relations, .. } = &mut self.buffer;
        hidden.resize(words.len() * LABEL, 0.0);
        let mut hiddens = hidden.chunks_exact_mut(LABEL);
        for (range, words) in parts(lengths, words) {
            for ((i, word), hidden) in words.iter().enumerate().zip(&mut hiddens) {
                let head = word.head.map(|h| h as usize);
                let far = &network.label_far[distance(i, head) * LABEL..][..LABEL];
                let above = head.map_or(&network.label_root[..], |h| &labels[((range.start + h) * 2 + 1) * LABEL..][..LABEL]);
                let own = &labels[(range.start + i) * 2 * LABEL..][..LABEL];
                let sums = fours(own).zip(fours(above)).zip(fours(far));
                for (out, ((a, b), c)) in hidden.as_chunks_mut().0.iter_mut().zip(sums) {
                    *out = (a + b + c).to_array();
                }
            }
        }
        rows.fill(hidden.chunks_exact(LABEL), LABEL, HIDDEN);
        network.relation.apply(rows, relations);
        for (word, scores) in words.iter_mut().zip(relations.chunks_exact(network.relation.stride())) {
            // Only the word without a head is the root.
            word.relation = match word.head {
                Some(_) => Relation::ALL.get(decode::greatest(&scores[1..RELATIONS]).0 + 1).copied().unwrap_or(Relation::Dep),
                None => Relation::Root,
            };
        }
    }
}

/// The words of each sentence, and where they lie among all.
fn parts<'w>(lengths: &[usize], mut words: &'w mut [Word]) -> impl Iterator<Item = (Range<usize>, &'w mut [Word])> {
    let mut start = 0;
    lengths.iter().map(move |&length| {
        let (sentence, rest) = std::mem::take(&mut words).split_at_mut(length);
        words = rest;
        start += length;
        (start - length..start, sentence)
    })
}

/// Each direction moves its memory towards a candidate, as far as a gate says; the memories are added to the state.
fn recur(projected: &[f32], state: &mut [f32]) {
    let mut memory = [f32x4::ZERO; MEMORY / 4];
    for (row, state) in projected.chunks_exact(4 * MEMORY).zip(state.chunks_exact_mut(STATE)) {
        remember(&mut memory, &row[..2 * MEMORY], &mut state[..MEMORY]);
    }
    let mut memory = [f32x4::ZERO; MEMORY / 4];
    for (row, state) in projected.chunks_exact(4 * MEMORY).zip(state.chunks_exact_mut(STATE)).rev() {
        remember(&mut memory, &row[2 * MEMORY..], &mut state[MEMORY..]);
    }
}

fn remember(memory: &mut [f32x4; MEMORY / 4], row: &[f32], state: &mut [f32]) {
    let (gates, candidates) = row.split_at(MEMORY);
    for (((memory, gate), candidate), state) in memory.iter_mut().zip(fours(gates)).zip(fours(candidates)).zip(state.as_chunks_mut::<4>().0) {
        // The gate is (1 + s(gate)) / 2, the candidate s(candidate), where s(x) = x / (1 + |x|); all with one division.
        let (one, other) = (f32x4::ONE + gate.abs(), f32x4::ONE + candidate.abs());
        *memory += (one + gate) * (candidate - *memory * other) / ((one + one) * other);
        *state = (f32x4::new(*state) + *memory).to_array();
    }
}
