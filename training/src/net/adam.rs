//! The steps down the gradient.

use super::Weights;
use dateline::syntax::network::layout::WORD;

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.99;

/// Running means of the gradient and of its square.
#[derive(Debug)]
pub struct Adam {
    means: Weights,
    squares: Weights,
    clock: i32,
}

impl Adam {
    /// Before the first step.
    pub fn new(weights: &Weights) -> Self {
        let zero = Weights { vectors: vec![0.0; weights.vectors.len()], dense: vec![0.0; weights.dense.len()] };
        Adam { means: zero.clone(), squares: zero, clock: 0 }
    }

    /// One step; clears the gradient. Only the touched vectors move.
    pub fn step(&mut self, weights: &mut Weights, gradient: &mut Weights, touched: &[u32], rate: f32) {
        self.clock += 1;
        let norm = |x: &[f32]| x.iter().map(|g| g * g).sum::<f32>();
        let size = (norm(&gradient.dense) + touched.iter().map(|&r| norm(row(&gradient.vectors, r))).sum::<f32>()).sqrt();
        let scale = if size > 5.0 { 5.0 / size } else { 1.0 };
        let rate = rate * (1.0 - SECOND.powi(self.clock)).sqrt() / (1.0 - FIRST.powi(self.clock));
        update(&mut weights.dense, &mut gradient.dense, &mut self.means.dense, &mut self.squares.dense, rate, scale);
        for &r in touched {
            let range = r as usize * WORD..(r as usize + 1) * WORD;
            update(
                &mut weights.vectors[range.clone()],
                &mut gradient.vectors[range.clone()],
                &mut self.means.vectors[range.clone()],
                &mut self.squares.vectors[range],
                rate,
                scale,
            );
        }
    }
}

fn row(vectors: &[f32], r: u32) -> &[f32] {
    &vectors[r as usize * WORD..(r as usize + 1) * WORD]
}

fn update(weights: &mut [f32], gradient: &mut [f32], means: &mut [f32], squares: &mut [f32], rate: f32, scale: f32) {
    for (((w, g), m), s) in weights.iter_mut().zip(gradient).zip(means).zip(squares) {
        let d = *g * scale;
        *g = 0.0;
        *m += (1.0 - FIRST) * (d - *m);
        *s += (1.0 - SECOND) * (d * d - *s);
        *w -= rate * *m / (s.sqrt() + 1e-8);
    }
}
