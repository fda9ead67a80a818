//! The way of every machine: in pairs of 16 bits.

use super::{SHIFT, steps};
use crate::syntax::network::matrix::{Matrix, Rows};
use wide::i32x4;

/// Rows of states, as [`NarrowMatrix::apply`] reads them.
#[derive(Debug, Default)]
pub struct NarrowRows(Rows);

impl NarrowRows {
    /// Takes rows of `width` numbers (a multiple of sixteen), each in the nearest step.
    pub fn fill(&mut self, values: &[f32], width: usize) {
        let shift = i32x4::splat(SHIFT);
        self.0.fill_with(values, width, |four| steps(four) - shift);
    }
}

/// A table of weights.
#[derive(Debug, Default)]
pub struct NarrowMatrix(Matrix);

impl NarrowMatrix {
    /// Takes the weight of every input (a multiple of four of them) and output.
    pub fn fill(&mut self, inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> i16) {
        self.0.fill(inputs, outputs, weight);
    }

    /// Numbers from one row of results to the next: the outputs, rounded up to eight.
    pub fn stride(&self) -> usize {
        self.0.stride()
    }

    /// `out[row][o] = scale · Σ step[row][i] · weight[i][o] + bias[o]`; a bias that is missing is zero.
    pub fn apply(&self, input: &NarrowRows, scale: f32, bias: &[f32], out: &mut Vec<f32>) {
        self.0.apply(&input.0, scale, bias, out);
    }
}
