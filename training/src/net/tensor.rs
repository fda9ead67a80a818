//! Products of small matrices, written so that the compiler makes them fast; all are row by row.

use super::soft::{GOLD, Target};
use dateline::syntax::network::layout::Layout;

/// `out[n×m] += a[n×k] · w[k×m]`.
pub fn product(n: usize, k: usize, m: usize, a: &[f32], w: &[f32], out: &mut [f32]) {
    for i in 0..n {
        let row = &mut out[i * m..(i + 1) * m];
        let a = &a[i * k..(i + 1) * k];
        let mut p = 0;
        while p + 4 <= k {
            let (x0, x1, x2, x3) = (a[p], a[p + 1], a[p + 2], a[p + 3]);
            let (w0, rest) = w[p * m..(p + 4) * m].split_at(m);
            let (w1, rest) = rest.split_at(m);
            let (w2, w3) = rest.split_at(m);
            for ((((o, &b0), &b1), &b2), &b3) in row.iter_mut().zip(w0).zip(w1).zip(w2).zip(w3) {
                *o += x0 * b0 + x1 * b1 + x2 * b2 + x3 * b3;
            }
            p += 4;
        }
        for p in p..k {
            axpy(a[p], &w[p * m..(p + 1) * m], row);
        }
    }
}

/// `out += x · w`.
pub fn axpy(x: f32, w: &[f32], out: &mut [f32]) {
    for (o, &b) in out.iter_mut().zip(w) {
        *o += x * b;
    }
}

/// `dw[k×m] += a[n×k]ᵀ · d[n×m]`.
pub fn outer(n: usize, k: usize, m: usize, a: &[f32], d: &[f32], dw: &mut [f32]) {
    let mut i = 0;
    while i < n {
        let rows = (n - i).min(4);
        for p in 0..k {
            let row = &mut dw[p * m..(p + 1) * m];
            if rows == 4 {
                let (x0, x1, x2, x3) = (a[i * k + p], a[(i + 1) * k + p], a[(i + 2) * k + p], a[(i + 3) * k + p]);
                let (d0, rest) = d[i * m..(i + 4) * m].split_at(m);
                let (d1, rest) = rest.split_at(m);
                let (d2, d3) = rest.split_at(m);
                for ((((o, &b0), &b1), &b2), &b3) in row.iter_mut().zip(d0).zip(d1).zip(d2).zip(d3) {
                    *o += x0 * b0 + x1 * b1 + x2 * b2 + x3 * b3;
                }
            } else {
                for r in i..i + rows {
                    axpy(a[r * k + p], &d[r * m..(r + 1) * m], row);
                }
            }
        }
        i += rows;
    }
}

/// Every table of the network transposed, each in its own place.
pub fn turn(layout: &Layout, dense: &[f32]) -> Vec<f32> {
    let mut out = vec![0.0; dense.len()];
    for part in layout.parts() {
        let (from, to) = (&dense[part.range()], &mut out[part.range()]);
        for p in 0..part.rows {
            for j in 0..part.columns {
                to[j * part.rows + p] = from[p * part.columns + j];
            }
        }
    }
    out
}

/// Softmax in place.
pub fn softmax(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for s in scores.iter_mut() {
        *s = (*s - top).exp();
        sum += *s;
    }
    for s in scores.iter_mut() {
        *s /= sum;
    }
}

/// Softmax in place; gives the cross entropy with the target, and leaves the gradient.
pub fn cross_entropy(scores: &mut [f32], target: &Target<'_>) -> f32 {
    softmax(scores);
    let mut loss = 0.0;
    let mut pull = |score: &mut f32, share: f32| {
        loss -= share * score.max(1e-9).ln();
        *score -= share;
    };
    match (target.gold, target.soft) {
        (Some(gold), None) => pull(&mut scores[gold], 1.0),
        (gold, Some(soft)) => {
            let trust = if gold.is_some() { GOLD } else { 0.0 };
            for (i, (score, &share)) in scores.iter_mut().zip(soft).enumerate() {
                let sum = share * (1.0 - trust) + if gold == Some(i) { trust } else { 0.0 };
                if sum > 0.0 {
                    pull(score, sum);
                }
            }
        }
        (None, None) => scores.fill(0.0),
    }
    loss
}
