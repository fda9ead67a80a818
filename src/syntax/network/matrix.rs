//! Matrix products of whole numbers, eight products and four sums in two instructions on most processors and in wasm.

use wide::{bytemuck, f32x4, i16x8, i32x4};

/// Rows that share each load of weights.
const TOGETHER: usize = 4;

/// Rows of numbers as [`Matrix::apply`] reads them: two in each entry.
#[derive(Debug, Default)]
pub struct Rows {
    pairs: Vec<i32>,
    width: usize,
}

impl Rows {
    /// Takes rows of `width` numbers (an even number of them), each in steps of one `scale`th, cut off beyond ±`limit` steps.
    pub fn fill(&mut self, values: &[f32], width: usize, scale: f32, limit: i32) {
        self.width = width;
        self.pairs.clear();
        let step = |v: f32| super::step(v, scale, limit);
        self.pairs.extend(values.chunks_exact(2).map(|pair| bytemuck::cast::<[i16; 2], i32>([step(pair[0]), step(pair[1])])));
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

    /// Numbers from one row of results to the next: the outputs, rounded up to eight.
    pub fn stride(&self) -> usize {
        self.outputs.next_multiple_of(8)
    }

    /// `out[row][o] = scale · Σ input[row][i] · weight[i][o] + bias[o]`; a bias that is missing is zero.
    pub fn apply(&self, input: &Rows, scale: f32, bias: &[f32], out: &mut Vec<f32>) {
        let stride = self.stride();
        out.clear();
        if self.inputs == 0 || self.inputs != input.width {
            return;
        }
        let width = self.inputs / 2;
        out.resize(input.pairs.len() / width * stride, 0.0);
        for (number, block) in self.blocks.chunks_exact(width).enumerate() {
            let finish = Finish { scale: f32x4::splat(scale), bias: [0, 4].map(|k| four(bias, number * 8 + k)) };
            let mut rows = input.pairs.chunks_exact(width);
            let mut outs = out.chunks_exact_mut(stride).map(|row| &mut row[number * 8..number * 8 + 8]);
            while rows.len() >= TOGETHER {
                let (Some(a), Some(b), Some(c), Some(d)) = (rows.next(), rows.next(), rows.next(), rows.next()) else { break };
                for (sums, out) in sums([a, b, c, d], block).into_iter().zip(&mut outs) {
                    finish.write(sums, out);
                }
            }
            for (row, out) in rows.zip(outs) {
                let [sums] = sums([row], block);
                finish.write(sums, out);
            }
        }
    }
}

/// The sums of eight outputs for some rows.
#[inline(always)]
fn sums<const N: usize>(rows: [&[i32]; N], block: &[[i16x8; 2]]) -> [[i32x4; 2]; N] {
    let rows = rows.map(|row| &row[..block.len()]);
    let mut sums = [[i32x4::ZERO; 2]; N];
    for (i, weights) in block.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(&rows) {
            let pair: i16x8 = bytemuck::cast(i32x4::splat(row[i]));
            sums[0] += pair.dot(weights[0]);
            sums[1] += pair.dot(weights[1]);
        }
    }
    sums
}

/// Four numbers of a list; what is missing is zero.
fn four(values: &[f32], first: usize) -> f32x4 {
    f32x4::new([0, 1, 2, 3].map(|k| values.get(first + k).copied().unwrap_or_default()))
}

/// What is done to every sum.
struct Finish {
    scale: f32x4,
    bias: [f32x4; 2],
}

impl Finish {
    #[inline(always)]
    fn write(&self, sums: [i32x4; 2], out: &mut [f32]) {
        for ((sums, bias), out) in sums.into_iter().zip(self.bias).zip(out.chunks_exact_mut(4)) {
            out.copy_from_slice((sums.round_float() * self.scale + bias).as_array());
        }
    }
}
