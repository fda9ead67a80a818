//! A layer `out = in · weights + bias`, its weights laid out in blocks of columns so that the sums stay in registers.
//!
//! Sums are made in a fixed order with IEEE 754 single precision, so every machine gets the same bits.

/// Columns summed at once.
const BLOCK: usize = 32;

/// Weights and bias.
#[derive(Debug, Default)]
pub struct Linear {
    blocks: Vec<[f32; BLOCK]>,
    bias: Vec<[f32; BLOCK]>,
    inputs: usize,
    outputs: usize,
}

impl Linear {
    /// From weights row by row (one row for each input); an empty bias is zero.
    pub fn new(weights: &[f32], bias: &[f32], outputs: usize) -> Self {
        let inputs = weights.len() / outputs.max(1);
        let count = outputs.div_ceil(BLOCK);
        let mut blocks = vec![[0.0; BLOCK]; count * inputs];
        let mut padded = vec![[0.0; BLOCK]; count];
        for (row, values) in weights.chunks_exact(outputs.max(1)).enumerate() {
            for (column, &value) in values.iter().enumerate() {
                blocks[column / BLOCK * inputs + row][column % BLOCK] = value;
            }
        }
        for (column, &value) in bias.iter().enumerate() {
            padded[column / BLOCK][column % BLOCK] = value;
        }
        Linear { blocks, bias: padded, inputs, outputs }
    }

    /// Applies the layer to each row of `input` and appends the results to `out`, after clearing it.
    pub fn apply(&self, input: &[f32], out: &mut Vec<f32>) {
        out.clear();
        for row in input.chunks_exact(self.inputs.max(1)) {
            let mut left = self.outputs;
            for (block, bias) in self.blocks.chunks_exact(self.inputs.max(1)).zip(&self.bias) {
                let mut sums = *bias;
                for (&x, weights) in row.iter().zip(block) {
                    for (sum, &w) in sums.iter_mut().zip(weights) {
                        *sum += x * w;
                    }
                }
                out.extend_from_slice(&sums[..left.min(BLOCK)]);
                left = left.saturating_sub(BLOCK);
            }
        }
    }
}

/// The scalar product, in eight running sums.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for ((sum, &x), &y) in sums.iter_mut().zip(a).zip(b) {
            *sum += x * y;
        }
    }
    ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]))
}

/// e to the power of `x`, for `x` up to 0, by arithmetic that is the same everywhere.
pub fn exp(x: f32) -> f32 {
    let x = x.max(-60.0) / 1024.0;
    // (1 + x/1024 + …)^1024, near enough for a probability.
    let mut power = 1.0 + x + x * x * 0.5;
    for _ in 0..10 {
        power *= power;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_a_matrix_product() {
        let weights: Vec<f32> = (0..3 * 40).map(|i| i as f32).collect();
        let layer = Linear::new(&weights, &[1.0; 40], 40);
        let mut out = Vec::new();
        layer.apply(&[1.0, 0.0, 2.0, 0.0, 1.0, 0.0], &mut out);
        assert_eq!(out.len(), 80);
        assert_eq!(out[39], 39.0 + 2.0 * 119.0 + 1.0);
        assert_eq!(out[40], 40.0 + 1.0);
    }

    #[test]
    fn exponentials_are_near() {
        for (x, y) in [(0.0, 1.0), (-1.0, 0.36788), (-5.0, 0.0067379)] {
            assert!((exp(x) - y).abs() < 1e-4);
        }
    }
}
