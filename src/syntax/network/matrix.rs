//! Matrix products of whole numbers, eight products and four sums in two instructions on most processors and in wasm.

use wide::{bytemuck, f32x4, i16x8, i32x4};

/// Rows that share each load of weights.
pub const TOGETHER: usize = 4;

/// Rows of numbers as [`Matrix::apply`] reads them: two in each entry.
#[derive(Debug, Default)]
pub struct Rows {
    pairs: Vec<i32>,
    width: usize,
}

impl Rows {
    /// Takes rows of `width` numbers (an even number of them) as they are.
    pub fn take(&mut self, values: &[i16], width: usize) {
        self.width = width;
        self.pairs.clear();
        self.pairs.extend(values.as_chunks::<2>().0.iter().map(|&pair| bytemuck::cast::<[i16; 2], i32>(pair)));
    }

    /// Takes rows of `width` numbers (a multiple of eight), each in steps of one `scale`th, cut off beyond ±`limit` steps.
    pub fn fill(&mut self, values: &[f32], width: usize, scale: f32, limit: i16) {
        let (scale, top) = (f32x4::splat(scale), f32x4::splat(limit.into()));
        self.fill_with(values, width, |four| (four * scale).fast_min(top).fast_max(-top).trunc_int());
    }

    /// Takes rows of `width` numbers (a multiple of eight) in the steps that are given for four of them.
    pub fn fill_with(&mut self, values: &[f32], width: usize, steps: impl Fn(f32x4) -> i32x4) {
        self.width = width;
        self.pairs.resize(values.len() / 2, 0);
        for (eight, pairs) in values.as_chunks::<8>().0.iter().zip(self.pairs.as_chunks_mut::<4>().0) {
            let [first, second] = bytemuck::cast::<[f32; 8], [f32x4; 2]>(*eight);
            let steps = i16x8::from_i32x8_saturate(bytemuck::cast([steps(first), steps(second)]));
            *pairs = bytemuck::cast(steps);
        }
    }
}

/// A table of weights. A block is eight outputs; it has an entry for every pair of inputs, with the weights of both for four outputs in each half.
#[derive(Debug, Default)]
pub struct Matrix {
    blocks: Vec<[i16x8; 2]>,
    inputs: usize,
    outputs: usize,
}

impl Matrix {
    /// Takes the weight of every input (an even number of them) and output.
    pub fn fill(&mut self, inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> i16) {
        self.inputs = inputs;
        self.outputs = outputs;
        self.blocks.clear();
        let at = |input: usize, output: usize| if output < outputs { weight(input, output) } else { 0 };
        for first in (0..outputs).step_by(8) {
            for input in (0..inputs).step_by(2) {
                let half = |o: usize| {
                    let pair = |k: usize| (at(input, o + k), at(input + 1, o + k));
                    let ((a, b), (c, d), (e, f), (g, h)) = (pair(0), pair(1), pair(2), pair(3));
                    i16x8::new([a, b, c, d, e, f, g, h])
                };
                self.blocks.push([half(first), half(first + 4)]);
            }
        }
    }

    /// Makes every row an output, and its numbers the weights.
    pub fn of_rows(&mut self, rows: &Rows) {
        let width = rows.width / 2;
        self.inputs = rows.width;
        self.outputs = rows.pairs.len() / width.max(1);
        self.blocks.clear();
        for eight in rows.pairs.chunks(8 * width.max(1)) {
            let row = |r: usize| eight.get(r * width..(r + 1) * width).unwrap_or(&[]);
            let [a, b, c, d, e, f, g, h] = [row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7)];
            let at = |row: &[i32], k: usize| row.get(k).copied().unwrap_or_default();
            self.blocks.extend((0..width).map(|k| {
                let first = [at(a, k), at(b, k), at(c, k), at(d, k)];
                let second = [at(e, k), at(f, k), at(g, k), at(h, k)];
                [bytemuck::cast(first), bytemuck::cast(second)]
            }));
        }
    }

    /// Numbers from one row of results to the next: the outputs, rounded up to eight.
    pub fn stride(&self) -> usize {
        self.outputs.next_multiple_of(8)
    }

    /// `out[row][o] = scale · Σ input[row][i] · weight[i][o] + bias[o]`; a bias that is missing is zero.
    pub fn apply(&self, input: &Rows, scale: f32, bias: &[f32], out: &mut Vec<f32>) {
        let stride = self.stride();
        if self.inputs == 0 || self.inputs != input.width {
            out.clear();
            return;
        }
        let width = self.inputs / 2;
        // What is there already is written over.
        out.resize(input.pairs.len() / width * stride, 0.0);
        for (number, block) in self.blocks.chunks_exact(width).enumerate() {
            let finish = Finish { scale: f32x4::splat(scale), bias: [four(bias, number * 8), four(bias, number * 8 + 4)] };
            let mut rows = input.pairs.chunks_exact(width);
            let mut outs = out.chunks_exact_mut(stride).map(|row| &mut row[number * 8..number * 8 + 8]);
            while rows.len() >= TOGETHER {
                let (Some(a), Some(b), Some(c), Some(d)) = (rows.next(), rows.next(), rows.next(), rows.next()) else { break };
                for (sums, out) in four_rows(a, b, c, d, block).into_iter().zip(&mut outs) {
                    finish.write(sums, out);
                }
            }
            for (row, out) in rows.zip(outs) {
                finish.write(one_row(row, block), out);
            }
        }
    }
}

/// The sums of eight outputs.
pub type Sums = [i32x4; 2];

/// Adds the products of a pair of inputs.
#[inline(always)]
fn add(sums: Sums, pair: i32, weights: &[i16x8; 2]) -> Sums {
    let pair: i16x8 = bytemuck::cast([pair, pair, pair, pair]);
    [sums[0] + pair.dot(weights[0]), sums[1] + pair.dot(weights[1])]
}

/// Pairs of inputs in one step of [`four_rows`]: the more, the less is spent on counting.
const STEP: usize = 4;

/// The sums for four rows. Each has variables of its own, not places of an array, so they stay in registers.
#[inline(always)]
fn four_rows(a: &[i32], b: &[i32], c: &[i32], d: &[i32], block: &[[i16x8; 2]]) -> [Sums; TOGETHER] {
    let (mut in_a, mut in_b, mut in_c, mut in_d) = ([i32x4::ZERO; 2], [i32x4::ZERO; 2], [i32x4::ZERO; 2], [i32x4::ZERO; 2]);
    let mut step = |weights: &[i16x8; 2], a: i32, b: i32, c: i32, d: i32| {
        in_a = add(in_a, a, weights);
        in_b = add(in_b, b, weights);
        in_c = add(in_c, c, weights);
        in_d = add(in_d, d, weights);
    };
    let (blocks, last) = block.as_chunks::<STEP>();
    let [(a, last_a), (b, last_b), (c, last_c), (d, last_d)] = [a, b, c, d].map(<[i32]>::as_chunks::<STEP>);
    for ((((weights, a), b), c), d) in blocks.iter().zip(a).zip(b).zip(c).zip(d) {
        for k in 0..STEP {
            step(&weights[k], a[k], b[k], c[k], d[k]);
        }
    }
    for ((((weights, &a), &b), &c), &d) in last.iter().zip(last_a).zip(last_b).zip(last_c).zip(last_d) {
        step(weights, a, b, c, d);
    }
    [in_a, in_b, in_c, in_d]
}

/// The sums for one row.
#[inline(always)]
fn one_row(row: &[i32], block: &[[i16x8; 2]]) -> Sums {
    block.iter().zip(row).fold([i32x4::ZERO; 2], |sums, (weights, &pair)| add(sums, pair, weights))
}

/// Four numbers of a list; what is missing is zero.
pub fn four(values: &[f32], first: usize) -> f32x4 {
    let at = |k: usize| values.get(first + k).copied().unwrap_or_default();
    f32x4::new([at(0), at(1), at(2), at(3)])
}

/// What is done to every sum.
pub struct Finish {
    pub scale: f32x4,
    pub bias: [f32x4; 2],
}

impl Finish {
    #[inline(always)]
    pub fn write(&self, sums: Sums, out: &mut [f32]) {
        let (first, second) = out.split_at_mut(4);
        first.copy_from_slice((sums[0].round_float() * self.scale + self.bias[0]).as_array());
        second.copy_from_slice((sums[1].round_float() * self.scale + self.bias[1]).as_array());
    }
}
