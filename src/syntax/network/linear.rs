//! A layer `out = in · weights + bias` in whole numbers: weights in 8 bits as the file has them, inputs in 16 bits.
//!
//! Sums of whole numbers are exact, so every machine gets the same bits however it adds them up.

use super::store::Table;
use super::{Matrix, Rows};

/// Steps of a state: one 1024th, cut off beyond ±31.
pub const STATE_SCALE: f32 = 1024.0;
/// See [`STATE_SCALE`]. 128 inputs of this size times weights of 7 bits stay within 32 bits.
pub const STATE_LIMIT: i16 = 31 * 1024;

/// Weights and bias.
#[derive(Debug, Default)]
pub struct Linear {
    matrix: Matrix,
    step: f32,
    bias: Vec<f32>,
}

impl Linear {
    /// From weights (one row for each input) and bias.
    pub fn new(weights: &Table, bias: Option<&Table>) -> Self {
        let mut matrix = Matrix::default();
        matrix.fill(weights.rows, weights.columns, |input, output| weights.level(input, output));
        Linear { matrix, step: weights.step, bias: bias.map(Table::values).unwrap_or_default() }
    }

    /// Numbers from one row of results to the next.
    pub fn stride(&self) -> usize {
        self.matrix.stride()
    }

    /// Applies the layer to every row, whose numbers are in steps of one `scale`th; clears `out` before.
    pub fn apply(&self, input: &Rows, scale: f32, out: &mut Vec<f32>) {
        self.matrix.apply(input, self.step / scale, &self.bias, out);
    }
}

/// e to the power of `x`, for `x` up to 0, by arithmetic that is the same everywhere.
pub fn exp(x: f32) -> f32 {
    let x = if x > -60.0 { x } else { -60.0 } / 128.0;
    // (1 + x/128 + …)^128, near enough for a probability.
    let mut power = 1.0 + x + x * x * 0.5;
    for _ in 0..7 {
        power *= power;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_a_matrix_product() {
        let weights = Table { rows: 8, columns: 40, step: 0.5, levels: (0..320).map(|i| (i % 100) as i8).collect() };
        let bias = Table { rows: 1, columns: 40, step: 2.0, levels: vec![1; 40] };
        let layer = Linear::new(&weights, Some(&bias));
        let mut rows = Rows::default();
        let input = [[1.0, 0.0, 2.0, 0.25, 0.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, -1.0]];
        rows.fill(input.as_flattened(), 8, STATE_SCALE, STATE_LIMIT);
        let mut out = Vec::new();
        layer.apply(&rows, STATE_SCALE, &mut out);
        assert_eq!(out.len(), 80);
        assert_eq!(out[39], 0.5 * (39.0 + 2.0 * 19.0 + 0.25 * 59.0) + 2.0);
        assert_eq!(out[40], 0.5 * (40.0 - 80.0) + 2.0);
    }

    #[test]
    fn exponentials_are_near() {
        for (x, y) in [(0.0, 1.0), (-1.0, 0.36788), (-5.0, 0.0067379)] {
            assert!((exp(x) - y).abs() < 1e-4);
        }
    }
}
