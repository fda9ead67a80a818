//! Layers `out = in · weights + bias` in whole numbers: weights in 8 bits as the file has them, inputs in 16 bits or, where they are
//! states, in 7.
//!
//! Sums of whole numbers are exact, so every machine gets the same bits however it adds them up.

use super::narrow::{self, NarrowMatrix, NarrowRows};
use super::store::Table;
use super::{Matrix, Rows};

/// The weights of a layer without bias that takes numbers of 16 bits.
#[derive(Debug, Default)]
pub struct Linear {
    matrix: Matrix,
    step: f32,
}

impl Linear {
    /// From weights, one row for each input.
    pub fn new(weights: &Table) -> Self {
        let mut matrix = Matrix::default();
        matrix.fill(weights.rows, weights.columns, |input, output| weights.level(input, output));
        Linear { matrix, step: weights.step }
    }

    /// Numbers from one row of results to the next.
    pub fn stride(&self) -> usize {
        self.matrix.stride()
    }

    /// Applies the layer to every row, whose numbers are in steps of one `scale`th; clears `out` before.
    pub fn apply(&self, input: &Rows, scale: f32, out: &mut Vec<f32>) {
        self.matrix.apply(input, self.step / scale, &[], out);
    }
}

/// Weights and bias of a layer that takes states.
#[derive(Debug, Default)]
pub struct Layer {
    matrix: NarrowMatrix,
    step: f32,
    bias: Vec<f32>,
}

impl Layer {
    /// From weights (one row for each input) and bias.
    pub fn new(weights: &Table, bias: &Table) -> Self {
        let mut matrix = NarrowMatrix::default();
        matrix.fill(weights.rows, weights.columns, |input, output| weights.level(input, output));
        Layer { matrix, step: weights.step, bias: bias.values() }
    }

    /// Numbers from one row of results to the next.
    pub fn stride(&self) -> usize {
        self.matrix.stride()
    }

    /// Applies the layer to every row; clears `out` before.
    pub fn apply(&self, input: &NarrowRows, out: &mut Vec<f32>) {
        self.matrix.apply(input, self.step / narrow::SCALE, &self.bias, out);
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
        let weights = Table { rows: 16, columns: 40, step: 0.5, levels: (0..640).map(|i| (i % 100) as i8).collect() };
        let bias = Table { rows: 1, columns: 40, step: 2.0, levels: vec![1; 40] };
        let layer = Layer::new(&weights, &bias);
        let mut input = [[0.0; 16]; 2];
        (input[0][0], input[0][2], input[0][3]) = (1.0, 2.0, 0.25);
        (input[1][1], input[1][7]) = (1.0, -1.0);
        let mut rows = NarrowRows::default();
        rows.fill(input.as_flattened(), 16);
        let mut out = Vec::new();
        layer.apply(&rows, &mut out);
        assert_eq!(out.len(), 80);
        assert_eq!(out[39], 0.5 * (39.0 + 2.0 * 19.0 + 0.25 * 59.0) + 2.0);
        assert_eq!(out[40], 0.5 * (40.0 - 80.0) + 2.0);
    }

    #[test]
    fn states_are_cut_off_beyond_eight() {
        let weights = Table { rows: 16, columns: 1, step: 1.0, levels: vec![1; 16] };
        let layer = Layer::new(&weights, &Table { rows: 1, columns: 1, step: 1.0, levels: vec![0] });
        let sum = |state: f32| {
            let (mut rows, mut out) = (NarrowRows::default(), Vec::new());
            rows.fill(&[state; 16], 16);
            layer.apply(&rows, &mut out);
            out[0] / 16.0
        };
        assert_eq!([-100.0, -1.07, 0.0, 0.06, 0.07, 100.0].map(sum), [-8.0, -1.125, 0.0, 0.0, 0.125, 7.875]);
    }

    #[test]
    fn exponentials_are_near() {
        for (x, y) in [(0.0, 1.0), (-1.0, 0.36788), (-5.0, 0.0067379)] {
            assert!((exp(x) - y).abs() < 1e-4);
        }
    }
}
