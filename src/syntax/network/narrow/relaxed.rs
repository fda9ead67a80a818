//! The way of the newer vector instructions of wasm: in fours of 8 bits.
//!
//! `i32x4.relaxed_dot_i8x16_i7x16_add_s` gives the same on every machine as long as no number of its second operand has its highest
//! bit set. So states are shifted to lie between 0 and 127, and what the shift adds is taken off every sum beforehand.

use super::{SHIFT, steps};
use crate::syntax::network::matrix::{Finish, Sums, TOGETHER, four};
use core::arch::wasm32::{i32x4_relaxed_dot_i8x16_i7x16_add as dot, v128};
use wide::{bytemuck, f32x4, i8x16, i16x8, i32x4};

/// Rows of states, as [`NarrowMatrix::apply`] reads them: four in each entry.
#[derive(Debug, Default)]
pub struct NarrowRows {
    fours: Vec<i32>,
    width: usize,
}

impl NarrowRows {
    /// Takes rows of `width` numbers (a multiple of sixteen), each in the nearest step.
    pub fn fill(&mut self, values: &[f32], width: usize) {
        self.width = width;
        self.fours.resize(values.len() / 4, 0);
        for (sixteen, fours) in values.as_chunks::<16>().0.iter().zip(self.fours.as_chunks_mut::<4>().0) {
            let [a, b, c, d] = bytemuck::cast::<[f32; 16], [f32x4; 4]>(*sixteen).map(steps);
            let [first, second] = [[a, b], [c, d]].map(|eight| i16x8::from_i32x8_saturate(bytemuck::cast(eight)));
            *fours = bytemuck::cast(i8x16::from_i16x16_saturate(bytemuck::cast([first, second])));
        }
    }
}

/// A table of weights. A block is eight outputs; it has an entry for every four inputs, with the weights of all four for four outputs in each half.
#[derive(Debug, Default)]
pub struct NarrowMatrix {
    blocks: Vec<[i8x16; 2]>,
    /// What the shift of the states adds, taken off: the sums of each block begin with it.
    starts: Vec<Sums>,
    inputs: usize,
    outputs: usize,
}

impl NarrowMatrix {
    /// Takes the weight of every input (a multiple of four of them) and output.
    pub fn fill(&mut self, inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> i16) {
        self.inputs = inputs;
        self.outputs = outputs;
        self.blocks.clear();
        self.starts.clear();
        let at = |input: usize, output: usize| if output < outputs { weight(input, output) } else { 0 };
        for first in (0..outputs).step_by(8) {
            for input in (0..inputs).step_by(4) {
                let half = |o: usize| i8x16::new(std::array::from_fn(|k| at(input + k % 4, first + o + k / 4) as i8));
                self.blocks.push([half(0), half(4)]);
            }
            let start = |o: usize| -SHIFT * (0..inputs).map(|i| i32::from(at(i, first + o))).sum::<i32>();
            self.starts.push([i32x4::new(std::array::from_fn(start)), i32x4::new(std::array::from_fn(|o| start(o + 4)))]);
        }
    }

    /// Numbers from one row of results to the next: the outputs, rounded up to eight.
    pub fn stride(&self) -> usize {
        self.outputs.next_multiple_of(8)
    }

    /// `out[row][o] = scale · Σ step[row][i] · weight[i][o] + bias[o]`; a bias that is missing is zero.
    pub fn apply(&self, input: &NarrowRows, scale: f32, bias: &[f32], out: &mut Vec<f32>) {
        let (stride, width) = (self.stride(), self.inputs / 4);
        if width == 0 || self.inputs != input.width {
            out.clear();
            return;
        }
        // What is there already is written over.
        out.resize(input.fours.len() / width * stride, 0.0);
        for (number, (block, &start)) in self.blocks.chunks_exact(width).zip(&self.starts).enumerate() {
            let finish = Finish { scale: f32x4::splat(scale), bias: [four(bias, number * 8), four(bias, number * 8 + 4)] };
            let mut rows = input.fours.chunks_exact(width);
            let mut outs = out.chunks_exact_mut(stride).map(|row| &mut row[number * 8..number * 8 + 8]);
            while rows.len() >= TOGETHER {
                let (Some(a), Some(b), Some(c), Some(d)) = (rows.next(), rows.next(), rows.next(), rows.next()) else { break };
                for (sums, out) in four_rows(a, b, c, d, block, start).into_iter().zip(&mut outs) {
                    finish.write(sums, out);
                }
            }
            for (row, out) in rows.zip(outs) {
                let sums = block.iter().zip(row).fold(start, |sums, (weights, &four)| add(sums, four, weights));
                finish.write(sums, out);
            }
        }
    }
}

/// Adds the products of four inputs.
#[inline(always)]
fn add(sums: Sums, four: i32, weights: &[i8x16; 2]) -> Sums {
    let four: v128 = bytemuck::cast([four; 4]);
    let one = |sums: i32x4, weights: i8x16| bytemuck::cast(dot(bytemuck::cast(weights), four, bytemuck::cast(sums)));
    [one(sums[0], weights[0]), one(sums[1], weights[1])]
}

/// The sums for four rows. Each has variables of its own, not places of an array, so they stay in registers.
#[inline(always)]
fn four_rows(a: &[i32], b: &[i32], c: &[i32], d: &[i32], block: &[[i8x16; 2]], start: Sums) -> [Sums; TOGETHER] {
    let (mut in_a, mut in_b, mut in_c, mut in_d) = (start, start, start, start);
    for ((((weights, &a), &b), &c), &d) in block.iter().zip(a).zip(b).zip(c).zip(d) {
        in_a = add(in_a, a, weights);
        in_b = add(in_b, b, weights);
        in_c = add(in_c, c, weights);
        in_d = add(in_d, d, weights);
    }
    [in_a, in_b, in_c, in_d]
}
