//! The network on one sentence, and the gradient of its errors.

use super::soft::{Soft, Target};
use super::tensor::{axpy, cross_entropy, outer, product};
use crate::random::Random;
use dateline::syntax::network::layout::{ARC, DISTANCES, LABEL, LAYERS, Layout, MEMORY, Part, RELATIONS, STATE, TAGS, WORD, distance};
use std::sync::Arc;

/// One sentence as the network learns it.
#[derive(Debug, Clone)]
pub struct Example {
    /// Rows of each word's vector, with a padding word at both ends.
    pub rows: Vec<Vec<u32>>,
    /// Gold parts of speech.
    pub tags: Vec<usize>,
    /// Gold heads; the number of words is the root.
    pub heads: Vec<usize>,
    /// Gold relations.
    pub relations: Vec<usize>,
    /// What teachers think of it.
    pub soft: Option<Arc<Soft>>,
    /// Whether tags, heads and relations are gold, not the best guess of teachers.
    pub gold: bool,
}

/// All that is learnt, or a gradient of it.
#[derive(Debug, Clone)]
pub struct Weights {
    /// Vectors of words, endings and shapes.
    pub vectors: Vec<f32>,
    /// Everything else, as [`Layout`] says.
    pub dense: Vec<f32>,
}

/// Shares of numbers that are dropped while learning.
#[derive(Debug, Clone, Copy)]
pub struct Dropout {
    /// Of word vectors.
    pub word: f32,
    /// Of states.
    pub state: f32,
}

/// What an error of a part of speech counts.
const TAG_WEIGHT: f32 = 1.3;

/// Sums of losses.
#[derive(Debug, Clone, Copy, Default)]
pub struct Losses {
    /// Of tags, heads, relations.
    pub parts: [f32; 3],
    /// Words seen.
    pub words: usize,
}

/// One learner: its gradient and the vectors it touched.
#[derive(Debug)]
pub struct Learner<'a> {
    pub layout: Layout,
    pub weights: &'a Weights,
    /// Every table of the layout, transposed in place.
    pub turned: &'a [f32],
    pub gradient: &'a mut Weights,
    pub touched: &'a mut Vec<u32>,
    pub random: Random,
    pub dropout: Dropout,
}

struct Layer {
    input: Vec<f32>,
    projected: Vec<f32>,
    states: Vec<f32>,
    mask: Vec<f32>,
}

/// The way up through the network, kept for the way back.
pub(super) struct Pass {
    word_mask: Vec<f32>,
    windows: Vec<f32>,
    before: Vec<f32>,
    window_mask: Vec<f32>,
    layers: Vec<Layer>,
    /// What is known of every word at the end.
    pub(super) state: Vec<f32>,
}

fn soft(x: f32) -> f32 {
    x / (1.0 + x.abs())
}

impl Learner<'_> {
    pub(super) fn linear(&self, n: usize, part: [Part; 2], input: &[f32]) -> Vec<f32> {
        let (k, m) = (part[0].rows, part[0].columns);
        let bias = &self.weights.dense[part[1].range()];
        let mut out = Vec::with_capacity(n * m);
        for _ in 0..n {
            out.extend_from_slice(bias);
        }
        product(n, k, m, input, &self.weights.dense[part[0].range()], &mut out);
        out
    }

    fn linear_back(&mut self, n: usize, part: [Part; 2], input: &[f32], d: &[f32], dinput: &mut [f32]) {
        let (k, m) = (part[0].rows, part[0].columns);
        outer(n, k, m, input, d, &mut self.gradient.dense[part[0].range()]);
        let bias = &mut self.gradient.dense[part[1].range()];
        for row in d.chunks_exact(m) {
            axpy(1.0, row, bias);
        }
        product(n, m, k, d, &self.turned[part[0].range()], dinput);
    }

    fn mask(&mut self, length: usize, share: f32) -> Vec<f32> {
        let keep = 1.0 / (1.0 - share);
        let limit = (share * 65536.0) as u64;
        (0..length).map(|_| if self.random.next() & 0xffff < limit { 0.0 } else { keep }).collect()
    }

    /// Runs the network up to the states of the words.
    pub(super) fn encode(&mut self, example: &Example) -> Pass {
        let n = example.tags.len();
        let layout = self.layout;
        let mut words = vec![0.0; (n + 2) * WORD];
        for (rows, word) in example.rows.iter().zip(words.chunks_exact_mut(WORD)) {
            for &row in rows {
                axpy(1.0, &self.weights.vectors[row as usize * WORD..][..WORD], word);
            }
        }
        let word_mask = self.mask(words.len(), self.dropout.word);
        multiply(&mut words, &word_mask);
        let mut windows = Vec::with_capacity(n * 3 * WORD);
        for i in 0..n {
            windows.extend_from_slice(&words[i * WORD..(i + 3) * WORD]);
        }
        let before = self.linear(n, layout.window, &windows);
        let window_mask = self.mask(n * STATE, self.dropout.state);
        let mut state: Vec<f32> = before.iter().map(|&x| x.max(0.0)).collect();
        multiply(&mut state, &window_mask);
        let mut layers = Vec::new();
        for l in 0..LAYERS {
            let projected = self.linear(n, layout.recurrent[l], &state);
            let states = recur(n, &projected);
            let mask = self.mask(n * STATE, self.dropout.state);
            let input = state.clone();
            for ((s, &h), &m) in state.iter_mut().zip(&states).zip(&mask) {
                *s += h * m;
            }
            layers.push(Layer { input, projected, states, mask });
        }
        Pass { word_mask, windows, before, window_mask, layers, state }
    }

    /// Runs the network forward and back, and adds to the gradient.
    pub fn learn(&mut self, example: &Example) -> Losses {
        let n = example.tags.len();
        let layout = self.layout;
        let Pass { word_mask, windows, before, window_mask, layers, state } = self.encode(example);
        // Heads of the network, forward and back.
        let mut dstate = vec![0.0; n * STATE];
        let tag_loss = self.tags(n, example, &state, &mut dstate);
        let arc_loss = self.arcs(n, example, &state, &mut dstate);
        let label_loss = self.labels(n, example, &state, &mut dstate);
        // Back.
        for l in (0..LAYERS).rev() {
            let layer = &layers[l];
            let mut dstates = dstate.clone();
            multiply(&mut dstates, &layer.mask);
            let dprojected = recur_back(n, &layer.projected, &layer.states, &dstates);
            self.linear_back(n, layout.recurrent[l], &layer.input, &dprojected, &mut dstate);
        }
        multiply(&mut dstate, &window_mask);
        for (d, &x) in dstate.iter_mut().zip(&before) {
            if x <= 0.0 {
                *d = 0.0;
            }
        }
        let mut dwindows = vec![0.0; n * 3 * WORD];
        self.linear_back(n, layout.window, &windows, &dstate, &mut dwindows);
        let mut dwords = vec![0.0; (n + 2) * WORD];
        for i in 0..n {
            axpy(1.0, &dwindows[i * 3 * WORD..(i + 1) * 3 * WORD], &mut dwords[i * WORD..(i + 3) * WORD]);
        }
        multiply(&mut dwords, &word_mask);
        for (rows, d) in example.rows.iter().zip(dwords.chunks_exact(WORD)) {
            for &row in rows {
                self.touched.push(row);
                axpy(1.0, d, &mut self.gradient.vectors[row as usize * WORD..][..WORD]);
            }
        }
        Losses { parts: [tag_loss, arc_loss, label_loss], words: n }
    }

    /// Errors of parts of speech weigh more than those of heads and relations, of which there are two losses.
    fn tags(&mut self, n: usize, example: &Example, state: &[f32], dstate: &mut [f32]) -> f32 {
        let part = self.layout.tag;
        let mut scores = self.linear(n, part, state);
        let loss: f32 = scores.chunks_exact_mut(TAGS).enumerate().map(|(i, row)| cross_entropy(row, &Target::tag(example, i))).sum();
        scores.iter_mut().for_each(|d| *d *= TAG_WEIGHT);
        self.linear_back(n, part, state, &scores, dstate);
        loss * TAG_WEIGHT
    }

    fn arcs(&mut self, n: usize, example: &Example, state: &[f32], dstate: &mut [f32]) -> f32 {
        let part = self.layout.arc;
        let (root, far) = (self.layout.arc_root, self.layout.arc_distance);
        let both = self.linear(n, part, state);
        let mut dboth = vec![0.0; both.len()];
        let mut loss = 0.0;
        for i in 0..n {
            let (dependent, mut scores) = self.arc_scores(n, i, &both);
            loss += cross_entropy(&mut scores, &Target::head(example, i));
            let mut ddependent = vec![0.0; ARC];
            for (j, &d) in scores.iter().enumerate() {
                if j == i {
                    continue;
                }
                let class = distance(i, (j < n).then_some(j));
                axpy(d, &self.weights.dense[far.start + class * ARC..][..ARC], &mut ddependent);
                axpy(d, &dependent, &mut self.gradient.dense[far.start + class * ARC..][..ARC]);
                if j < n {
                    axpy(d, &both[j * 2 * ARC + ARC..][..ARC], &mut ddependent);
                    axpy(d, &dependent, &mut dboth[j * 2 * ARC + ARC..][..ARC]);
                } else {
                    axpy(d, &self.weights.dense[root.range()], &mut ddependent);
                    axpy(d, &dependent, &mut self.gradient.dense[root.range()]);
                }
            }
            for k in 0..ARC {
                if dependent[k] > 0.0 {
                    dboth[i * 2 * ARC + k] += ddependent[k];
                }
            }
        }
        self.linear_back(n, part, state, &dboth, dstate);
        loss
    }

    /// Word `i` as a dependent, and the scores of its heads, the root last.
    pub(super) fn arc_scores(&self, n: usize, i: usize, both: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let (root, far) = (self.layout.arc_root, self.layout.arc_distance);
        let dependent: Vec<f32> = both[i * 2 * ARC..][..ARC].iter().map(|&x| x.max(0.0)).collect();
        let near: Vec<f32> = (0..DISTANCES).map(|c| dot(&dependent, &self.weights.dense[far.start + c * ARC..][..ARC])).collect();
        let score = |j: usize| dot(&dependent, &both[j * 2 * ARC + ARC..][..ARC]) + near[distance(i, Some(j))];
        let mut scores: Vec<f32> = (0..n).map(|j| if j == i { -1e9 } else { score(j) }).collect();
        scores.push(dot(&dependent, &self.weights.dense[root.range()]) + near[DISTANCES - 1]);
        (dependent, scores)
    }

    /// What decides the relation of every word to the given heads.
    pub(super) fn pairs(&self, both: &[f32], heads: &[usize]) -> Vec<f32> {
        let (root, far, n) = (self.layout.label_root, self.layout.label_distance, heads.len());
        let mut hidden = Vec::with_capacity(n * LABEL);
        for (i, &head) in heads.iter().enumerate() {
            let class = distance(i, (head < n).then_some(head));
            let far = &self.weights.dense[far.start + class * LABEL..][..LABEL];
            let head = if head < n { &both[head * 2 * LABEL + LABEL..][..LABEL] } else { &self.weights.dense[root.range()] };
            let dependent = &both[i * 2 * LABEL..][..LABEL];
            hidden.extend((0..LABEL).map(|k| (dependent[k] + head[k] + far[k]).max(0.0)));
        }
        hidden
    }

    fn labels(&mut self, n: usize, example: &Example, state: &[f32], dstate: &mut [f32]) -> f32 {
        let part = self.layout.label;
        let (root, far, out) = (self.layout.label_root, self.layout.label_distance, self.layout.relation);
        let both = self.linear(n, part, state);
        let hidden = self.pairs(&both, &example.heads);
        let mask = self.mask(hidden.len(), self.dropout.state);
        let mut dropped = hidden.clone();
        multiply(&mut dropped, &mask);
        let mut scores = self.linear(n, out, &dropped);
        let loss = scores.chunks_exact_mut(RELATIONS).enumerate().map(|(i, row)| cross_entropy(row, &Target::relation(example, i))).sum();
        let mut dhidden = vec![0.0; hidden.len()];
        self.linear_back(n, out, &dropped, &scores, &mut dhidden);
        multiply(&mut dhidden, &mask);
        for (d, &h) in dhidden.iter_mut().zip(&hidden) {
            if h <= 0.0 {
                *d = 0.0;
            }
        }
        let mut dboth = vec![0.0; both.len()];
        for (i, d) in dhidden.chunks_exact(LABEL).enumerate() {
            let head = example.heads[i];
            let class = distance(i, (head < n).then_some(head));
            axpy(1.0, d, &mut dboth[i * 2 * LABEL..][..LABEL]);
            axpy(1.0, d, &mut self.gradient.dense[far.start + class * LABEL..][..LABEL]);
            let target = if head < n { &mut dboth[head * 2 * LABEL + LABEL..][..LABEL] } else { &mut self.gradient.dense[root.range()] };
            axpy(1.0, d, target);
        }
        self.linear_back(n, part, state, &dboth, dstate);
        loss
    }
}

fn multiply(x: &mut [f32], mask: &[f32]) {
    for (x, m) in x.iter_mut().zip(mask) {
        *x *= m;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for k in 0..8 {
            sums[k] += a[k] * b[k];
        }
    }
    sums.iter().sum()
}

/// The order in which a direction reads the words.
fn order(n: usize, direction: usize) -> Box<dyn DoubleEndedIterator<Item = usize>> {
    if direction == 0 { Box::new(0..n) } else { Box::new((0..n).rev()) }
}

/// Each direction moves its memory towards a candidate, as far as a gate says.
fn recur(n: usize, projected: &[f32]) -> Vec<f32> {
    let mut states = vec![0.0; n * STATE];
    for direction in 0..2 {
        let mut memory = [0.0; MEMORY];
        for i in order(n, direction) {
            let row = &projected[i * 4 * MEMORY + direction * 2 * MEMORY..][..2 * MEMORY];
            for k in 0..MEMORY {
                let gate = 0.5 + 0.5 * soft(row[k]);
                memory[k] += gate * (soft(row[MEMORY + k]) - memory[k]);
            }
            states[i * STATE + direction * MEMORY..][..MEMORY].copy_from_slice(&memory);
        }
    }
    states
}

fn recur_back(n: usize, projected: &[f32], states: &[f32], dstates: &[f32]) -> Vec<f32> {
    let mut out = vec![0.0; projected.len()];
    for direction in 0..2 {
        let mut carried = [0.0; MEMORY];
        for i in order(n, direction).rev() {
            let before = if direction == 0 { i.checked_sub(1) } else { Some(i + 1).filter(|&j| j < n) };
            let at = i * 4 * MEMORY + direction * 2 * MEMORY;
            for k in 0..MEMORY {
                let (z, u) = (projected[at + k], projected[at + MEMORY + k]);
                let gate = 0.5 + 0.5 * soft(z);
                let memory = before.map_or(0.0, |j| states[j * STATE + direction * MEMORY + k]);
                let d = dstates[i * STATE + direction * MEMORY + k] + carried[k];
                let slope = |x: f32| 1.0 / ((1.0 + x.abs()) * (1.0 + x.abs()));
                out[at + k] = d * (soft(u) - memory) * 0.5 * slope(z);
                out[at + MEMORY + k] = d * gate * slope(u);
                carried[k] = d * (1.0 - gate);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tensor::turn;
    use super::*;

    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let layout = Layout::new();
        let mut random = Random::new(5);
        let mut number = || (random.below(2001) as f32 - 1000.0) / 4000.0;
        let weights = Weights { vectors: (0..20 * WORD).map(|_| number()).collect(), dense: (0..layout.total).map(|_| number()).collect() };
        let example = Example {
            rows: vec![vec![0], vec![2, 3], vec![4, 5], vec![6, 3], vec![7], vec![0]],
            tags: vec![1, 2, 3, 4],
            heads: vec![1, 4, 1, 2],
            relations: vec![5, 0, 7, 8],
            soft: None,
            gold: true,
        };
        let run = |weights: &Weights| {
            let mut gradient = Weights { vectors: vec![0.0; weights.vectors.len()], dense: vec![0.0; layout.total] };
            let mut touched = Vec::new();
            let dropout = Dropout { word: 0.0, state: 0.0 };
            let turned = turn(&layout, &weights.dense);
            let mut learner =
                Learner { layout, weights, turned: &turned, gradient: &mut gradient, touched: &mut touched, random: Random::new(1), dropout };
            let losses = learner.learn(&example);
            (losses.parts.iter().sum::<f32>(), gradient)
        };
        let (_, gradient) = run(&weights);
        for part in layout.parts() {
            let steepest = part.range().max_by(|&a, &b| gradient.dense[a].abs().total_cmp(&gradient.dense[b].abs())).expect("weights");
            check(gradient.dense[steepest], &weights, |w| &mut w.dense[steepest], &run);
        }
        for i in [0, 2 * WORD + 5, 3 * WORD + 1, 7 * WORD + 9] {
            check(gradient.vectors[i], &weights, |w| &mut w.vectors[i], &run);
        }
    }

    fn check(slope: f32, weights: &Weights, at: impl Fn(&mut Weights) -> &mut f32, run: &impl Fn(&Weights) -> (f32, Weights)) {
        let loss = |step: f32| {
            let mut moved = weights.clone();
            *at(&mut moved) += step;
            run(&moved).0
        };
        let measured = (loss(0.002) - loss(-0.002)) / 0.004;
        assert!((measured - slope).abs() < 0.02 * (1.0 + slope.abs()), "measured {measured}, computed {slope}");
    }
}
