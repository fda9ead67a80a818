//! Matrix products in whole numbers: inputs in 7 bits, weights in 8. Where dot products of bytes can be reached, one instruction
//! makes sixteen products and their sums; elsewhere the same whole numbers are multiplied in 16 bits, eight at once.
//!
//! All sums are exact, so both ways give the same bits.

#[cfg(not(target_feature = "relaxed-simd"))]
mod plain;
#[cfg(target_feature = "relaxed-simd")]
mod relaxed;

#[cfg(not(target_feature = "relaxed-simd"))]
use plain as way;
#[cfg(target_feature = "relaxed-simd")]
use relaxed as way;
use wide::{bytemuck, f32x4, i32x4};

/// How numbers are cut into steps.
#[derive(Debug, Clone, Copy)]
pub struct Steps {
    scale: f32,
    low: i32,
    high: i32,
}

impl Steps {
    /// Inputs of both signs, in steps of one `scale`th.
    pub const fn around_zero(scale: f32) -> Self {
        Steps { scale, low: -64, high: 63 }
    }

    /// Inputs of which those below zero count as zero.
    pub const fn above_zero(scale: f32) -> Self {
        Steps { scale, low: 0, high: 127 }
    }

    /// Weights.
    pub const fn of_weights(scale: f32) -> Self {
        Steps { scale, low: -127, high: 127 }
    }

    /// What is taken off every step, so that no input is negative where that is needed.
    const fn shift(self) -> i32 {
        if self.low == -64 { way::LOWEST } else { 0 }
    }

    /// The nearest steps of four numbers, less the shift.
    #[inline(always)]
    fn nearest(self, four: f32x4) -> i32x4 {
        // So far up, the last bit of a float counts ones: adding rounds, and the bits hold the whole number.
        const FAR_UP: f32 = 12_582_912.0;
        let [low, high] = [self.low, self.high].map(|end| f32x4::splat(FAR_UP + end as f32));
        let steps = (four * f32x4::splat(self.scale) + f32x4::splat(FAR_UP)).fast_max(low).fast_min(high);
        bytemuck::cast::<f32x4, i32x4>(steps) - i32x4::splat(FAR_UP.to_bits() as i32 + self.shift())
    }
}

/// Rows of steps, in fours that are interleaved: the first entry of each row, the second of each, and so on. An entry has the steps
/// of [`way::INPUTS`] inputs.
#[derive(Debug, Default)]
pub struct Rows {
    fours: Vec<[i32; 4]>,
    /// Entries of a row.
    width: usize,
    /// What one step is worth.
    step: f32,
    shift: i32,
}

impl Rows {
    /// Takes rows of `width` numbers (a multiple of sixteen).
    pub fn fill<'r>(&mut self, rows: impl Iterator<Item = &'r [f32]>, width: usize, steps: Steps) {
        self.clear(width, steps);
        for (number, row) in rows.enumerate() {
            let steps = |sixteen: &[f32; 16]| bytemuck::cast::<[f32; 16], [f32x4; 4]>(*sixteen).map(|four| steps.nearest(four));
            self.put(number, row.as_chunks().0.iter().map(steps));
        }
    }

    /// Takes rows of `width` whole numbers (a multiple of sixteen).
    pub fn take<'r>(&mut self, rows: impl Iterator<Item = &'r [i16]>, width: usize, steps: Steps) {
        self.clear(width, steps);
        for (number, row) in rows.enumerate() {
            let four = |values: &[i16]| steps.nearest(f32x4::new(std::array::from_fn(|k| values.get(k).copied().unwrap_or_default().into())));
            let sixteen = |values: &[i16; 16]| [four(&values[..4]), four(&values[4..8]), four(&values[8..12]), four(&values[12..])];
            self.put(number, row.as_chunks().0.iter().map(sixteen));
        }
    }

    fn clear(&mut self, width: usize, steps: Steps) {
        self.fours.clear();
        self.width = width / way::INPUTS;
        self.step = 1.0 / steps.scale;
        self.shift = steps.shift();
    }

    /// Writes a row of steps; rows come in order.
    #[inline(always)]
    fn put(&mut self, row: usize, sixteens: impl Iterator<Item = [i32x4; 4]>) {
        let place = row % 4;
        if place == 0 {
            self.fours.resize(self.fours.len() + self.width, [0; 4]);
        }
        let start = self.fours.len() - self.width;
        for (entries, steps) in self.fours[start..].as_chunks_mut::<{ 16 / way::INPUTS }>().0.iter_mut().zip(sixteens) {
            for (entry, steps) in entries.iter_mut().zip(way::entries(steps)) {
                entry[place] = steps;
            }
        }
    }
}

/// A table of weights.
#[derive(Debug, Default)]
pub struct Matrix {
    /// A row for each output.
    rows: Rows,
    /// Numbers from one row of results to the next: the outputs, rounded up to eight.
    stride: usize,
    /// The sum of the weights of every output; what is missing is zero.
    totals: Vec<i32>,
}

impl Matrix {
    /// Takes the weight of every input (a multiple of sixteen of them) and output, whose steps are of size `step`.
    pub fn fill(&mut self, inputs: usize, outputs: usize, step: f32, weight: impl Fn(usize, usize) -> i32) {
        self.rows.clear(inputs, Steps::of_weights(1.0));
        self.rows.step = step;
        for output in 0..outputs {
            let four = |first: usize| i32x4::new(std::array::from_fn(|k| weight(first + k, output)));
            self.rows.put(output, (0..inputs).step_by(16).map(|i| [four(i), four(i + 4), four(i + 8), four(i + 12)]));
        }
        self.totals = (0..outputs.next_multiple_of(8)).map(|o| (0..inputs).map(|i| if o < outputs { weight(i, o) } else { 0 }).sum()).collect();
        self.close(outputs);
    }

    /// Makes every row an output, and its numbers the weights.
    pub fn of_rows<'r>(&mut self, rows: impl Iterator<Item = &'r [f32]>, width: usize, steps: Steps) {
        let mut outputs = 0;
        self.rows.fill(rows.inspect(|_| outputs += 1), width, steps);
        self.totals.clear();
        self.close(outputs);
    }

    fn close(&mut self, outputs: usize) {
        self.stride = outputs.next_multiple_of(8);
        self.rows.fours.resize(self.stride / 4 * self.rows.width, [0; 4]);
    }

    /// Numbers from one row of results to the next: the outputs, rounded up to eight.
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// `out[row][o] = Σ input[row][i] · weight[i][o] + bias[o]`, where a bias that is missing is zero. Clears `out` before; behind the
    /// last row come up to three that mean nothing.
    pub fn apply(&self, input: &Rows, bias: &[f32], out: &mut Vec<f32>) {
        let (stride, width) = (self.stride, self.rows.width);
        if width == 0 || width != input.width {
            out.clear();
            return;
        }
        // What is there already is written over.
        out.resize(input.fours.len() / width * 4 * stride, 0.0);
        let scale = f32x4::splat(self.rows.step * input.step);
        // In eights, so that the place of a result is found without a division.
        let (outs, eights) = (out.as_chunks_mut::<8>().0, stride / 8);
        for (number, block) in self.rows.fours.chunks_exact(2 * width).enumerate() {
            let at = number * 8;
            let bias = [four(bias, at), four(bias, at + 4)].map(f32x4::new);
            let start = [four(&self.totals, at), four(&self.totals, at + 4)].map(|four| i32x4::new(four) * i32x4::splat(input.shift));
            let weights = block.split_at(width);
            let mut place = number;
            for rows in input.fours.chunks_exact(width) {
                for [first, second] in products(weights, rows, start) {
                    let eight = [first.round_float() * scale + bias[0], second.round_float() * scale + bias[1]];
                    outs[place] = bytemuck::cast(eight);
                    place += eights;
                }
            }
        }
    }
}

/// Four numbers of a list; what is missing is zero.
fn four<T: Copy + Default>(values: &[T], first: usize) -> [T; 4] {
    std::array::from_fn(|k| values.get(first + k).copied().unwrap_or_default())
}

/// The sums of eight outputs for each of four rows. Every sum has a variable of its own, not a place of an array, so it stays in a register.
#[inline(always)]
fn products((first, second): (&[[i32; 4]], &[[i32; 4]]), rows: &[[i32; 4]], start: [i32x4; 2]) -> [[i32x4; 2]; 4] {
    let ([mut a, mut b, mut c, mut d], [mut e, mut f, mut g, mut h]) = ([start[0]; 4], [start[1]; 4]);
    let mut add = |first: [i32; 4], second: [i32; 4], [one, two, three, four]: [i32; 4]| {
        a = way::add(a, first, one);
        e = way::add(e, second, one);
        b = way::add(b, first, two);
        f = way::add(f, second, two);
        c = way::add(c, first, three);
        g = way::add(g, second, three);
        d = way::add(d, first, four);
        h = way::add(h, second, four);
    };
    // Two at a time by hand: the compiler is told to unroll nothing, and for more there are no registers.
    for ((first, second), rows) in first.as_chunks::<2>().0.iter().zip(second.as_chunks::<2>().0).zip(rows.as_chunks::<2>().0) {
        add(first[0], second[0], rows[0]);
        add(first[1], second[1], rows[1]);
    }
    [[a, e], [b, f], [c, g], [d, h]]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The products of one row of sixteen numbers with weights that all are the same.
    fn sum(input: [f32; 16], steps: Steps, weight: i32) -> f32 {
        let (mut matrix, mut rows, mut out) = (Matrix::default(), Rows::default(), Vec::new());
        matrix.fill(16, 1, 1.0, |_, _| weight);
        rows.fill(std::iter::once(&input[..]), 16, steps);
        matrix.apply(&rows, &[], &mut out);
        out[0]
    }

    #[test]
    fn a_product_is_that_of_matrices() {
        let (mut matrix, mut rows, mut out) = (Matrix::default(), Rows::default(), Vec::new());
        matrix.fill(16, 20, 0.5, |input, output| (input * 20 + output) as i32 % 100);
        let input: Vec<f32> = (0..7 * 16).map(|i| (i % 13) as f32 / 8.0 - 0.75).collect();
        rows.fill(input.chunks(16), 16, Steps::around_zero(8.0));
        let bias: Vec<f32> = (0..20).map(|o| o as f32).collect();
        matrix.apply(&rows, &bias, &mut out);
        assert_eq!((matrix.stride(), out.len()), (24, 8 * 24));
        for (row, input) in input.chunks(16).enumerate() {
            for o in 0..20 {
                let sum: f32 = input.iter().enumerate().map(|(i, x)| x * ((i * 20 + o) % 100) as f32 * 0.5).sum();
                assert_eq!(out[row * 24 + o], sum + o as f32);
            }
        }
    }

    #[test]
    fn rows_can_be_weights() {
        let (mut matrix, mut rows, mut out) = (Matrix::default(), Rows::default(), Vec::new());
        let values: Vec<f32> = (0..5 * 16).map(|i| (i % 11) as f32 - 5.0).collect();
        matrix.of_rows(values.chunks(16), 16, Steps::of_weights(8.0));
        rows.fill(values.chunks(16), 16, Steps::above_zero(8.0));
        matrix.apply(&rows, &[], &mut out);
        for (i, row) in values.chunks(16).enumerate() {
            for (o, other) in values.chunks(16).enumerate() {
                let sum: f32 = row.iter().zip(other).map(|(x, y)| x.max(0.0) * y).sum();
                assert_eq!(out[i * 8 + o], sum);
            }
        }
    }

    #[test]
    fn inputs_are_rounded_and_cut_off() {
        for (input, want) in [(-100.0, -8.0), (-1.07, -1.125), (0.0, 0.0), (0.06, 0.0), (0.07, 0.125), (100.0, 7.875)] {
            assert_eq!(sum([input; 16], Steps::around_zero(8.0), 127), want * 16.0 * 127.0);
        }
        for (input, want) in [(-100.0, 0.0), (0.5, 0.5), (100.0, 15.875)] {
            assert_eq!(sum([input; 16], Steps::above_zero(8.0), -127), want * 16.0 * -127.0);
        }
    }
}
