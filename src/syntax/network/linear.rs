//! Layers `out = in · weights + bias`.

use super::matrix::{Matrix, Rows};
use super::store::Table;
use wide::f32x4;

/// Weights and bias.
#[derive(Debug, Default)]
pub struct Layer {
    matrix: Matrix,
    bias: Vec<f32>,
}

impl Layer {
    /// From weights (one row for each input) and bias.
    pub fn new(weights: &Table, bias: Option<&Table>) -> Self {
        let mut matrix = Matrix::default();
        matrix.fill(weights.rows, weights.columns, weights.step, |input, output| weights.level(input, output).into());
        Layer { matrix, bias: bias.map(Table::values).unwrap_or_default() }
    }

    /// Numbers from one row of results to the next.
    pub fn stride(&self) -> usize {
        self.matrix.stride()
    }

    /// Applies the layer to every row, as [`Matrix::apply`].
    pub fn apply(&self, input: &Rows, out: &mut Vec<f32>) {
        self.matrix.apply(input, &self.bias, out);
    }
}

/// e to the power of each `x`, for `x` up to 0, by arithmetic that is the same everywhere.
pub fn exp(x: f32x4) -> f32x4 {
    let x = x.fast_max(f32x4::splat(-60.0)) * f32x4::splat(1.0 / 128.0);
    // (1 + x/128 + …)^128, near enough for a probability.
    let mut power = f32x4::ONE + x + x * x * f32x4::splat(0.5);
    for _ in 0..7 {
        power *= power;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_are_near() {
        for (got, want) in exp(f32x4::new([0.0, -1.0, -5.0, f32::NEG_INFINITY])).to_array().into_iter().zip([1.0, 0.36788, 0.0067379, 0.0]) {
            assert!((got - want).abs() < 1e-4);
        }
    }
}
