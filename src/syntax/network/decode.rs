//! From scores to decisions: the best class, and the best projective tree.

use wide::f32x4;

/// The greatest of some scores.
fn top(scores: &[f32]) -> f32 {
    let (fours, rest) = scores.as_chunks::<4>();
    let top = fours.iter().fold(f32x4::new([f32::NEG_INFINITY; 4]), |top, &four| top.fast_max(f32x4::new(four)));
    top.to_array().into_iter().chain(rest.iter().copied()).fold(f32::NEG_INFINITY, |top, s| if s > top { s } else { top })
}

/// The place of the greatest score, the first of equals, and the score.
pub fn greatest(scores: &[f32]) -> (usize, f32) {
    let top = top(scores);
    (scores.iter().position(|&s| s == top).unwrap_or_default(), top)
}

/// The best class and its share of the probability, 0 to 255.
pub fn best(scores: &[f32], exp: impl Fn(f32) -> f32) -> (usize, u8) {
    let (best, top) = greatest(scores);
    (best, share(scores, best, top, exp))
}

/// The share of one class, 0 to 255, where `top` is the greatest score.
pub fn share(scores: &[f32], class: usize, top: f32, exp: impl Fn(f32) -> f32) -> u8 {
    let mut sum = 0.0;
    for &score in scores {
        // A class far below the best adds nothing that eight bits could show.
        if score > top - 6.0 {
            sum += exp(score - top);
        }
    }
    let own = scores.get(class).map_or(0.0, |&s| exp(s - top));
    // The sum leaves out a class that is far below.
    ((own / sum).min(1.0) * 255.0) as u8
}

/// Finds the best projective tree with one root (Eisner 1996); keeps its tables.
///
/// All tables are `n × n`. A whole subtree has its head at one end and covers all up to the other end;
/// an arc has its head at one end, its dependent at the other, and covers what lies between.
#[derive(Debug, Default)]
pub struct Decoder {
    heads: Vec<usize>,
    /// The greatest score of each word's heads.
    tops: Vec<f32>,
    /// Score of the best whole subtree: `[head][end]`.
    whole: Vec<f32>,
    /// The same at `[end][head]`, so that every sum below runs along rows.
    turned: Vec<f32>,
    /// Score of the best arc: `[head][dependent]`.
    arc: Vec<f32>,
    open: Vec<(usize, usize, bool)>,
}

impl Decoder {
    /// The head of each of `n` words, where `n` is the root, and the greatest of its scores. Row `i` of `scores` has the heads of
    /// word `i`, the root last.
    pub fn heads(&mut self, scores: &[f32], n: usize) -> (&[usize], &[f32]) {
        self.heads.clear();
        self.tops.clear();
        for row in scores.chunks_exact(n + 1) {
            let (head, top) = greatest(row);
            self.heads.push(head);
            self.tops.push(top);
        }
        // Mostly the best head of every word already makes a tree, which then is the best tree.
        if !is_tree(&self.heads) {
            self.clear(n);
            self.fill(scores, n);
            self.collect(scores, n);
        }
        (&self.heads, &self.tops)
    }

    /// Makes room; a word alone scores nothing, all else is written before it is read.
    fn clear(&mut self, n: usize) {
        for table in [&mut self.whole, &mut self.turned, &mut self.arc] {
            table.resize(n * n, 0.0);
            table.iter_mut().step_by(n + 1).for_each(|alone| *alone = 0.0);
        }
    }

    fn fill(&mut self, scores: &[f32], n: usize) {
        for width in 1..n {
            for i in 0..n - width {
                let j = i + width;
                let (a, b) = self.inner(n, i, j);
                let inner = greatest_sum(a, b);
                for (head, dependent) in [(i, j), (j, i)] {
                    self.arc[head * n + dependent] = inner + scores[dependent * (n + 1) + head];
                }
                for (head, end) in [(i, j), (j, i)] {
                    let (a, b) = self.outer(n, head, end);
                    let score = greatest_sum(a, b);
                    self.whole[head * n + end] = score;
                    self.turned[end * n + head] = score;
                }
            }
        }
    }

    /// The scores of all ways to fill an arc from `i` to `j > i`: a whole subtree of each, which meet after `i`, `i + 1`, ….
    fn inner(&self, n: usize, i: usize, j: usize) -> (&[f32], &[f32]) {
        (&self.whole[i * n + i..i * n + j], &self.whole[j * n + i + 1..j * n + j + 1])
    }

    /// The scores of all ways to end a whole subtree: an arc to an outermost dependent, and that dependent's own subtree up to the end.
    fn outer(&self, n: usize, head: usize, end: usize) -> (&[f32], &[f32]) {
        let dependents = if head < end { head + 1..end + 1 } else { end..head };
        (&self.arc[head * n..][dependents.clone()], &self.turned[end * n..][dependents])
    }

    fn collect(&mut self, scores: &[f32], n: usize) {
        let total = |r: usize| self.whole[r * n] + self.whole[r * n + n - 1] + scores[r * (n + 1) + n];
        let root = (1..n).fold(0, |best, r| if total(r) > total(best) { r } else { best });
        self.heads[root] = n;
        self.open.clear();
        self.open.extend([(root, 0, true), (root, n - 1, true)]);
        while let Some((head, end, whole)) = self.open.pop() {
            if whole && head != end {
                let (a, b) = self.outer(n, head, end);
                let cut = place_of_greatest(a, b) + if head < end { head + 1 } else { end };
                self.open.extend([(head, cut, false), (cut, end, true)]);
            } else if !whole {
                self.heads[end] = head;
                let (first, last) = (head.min(end), head.max(end));
                let (a, b) = self.inner(n, first, last);
                let cut = first + place_of_greatest(a, b);
                self.open.extend([(first, cut, true), (last, cut + 1, true)]);
            }
        }
    }
}

/// The greatest sum of two numbers in the same place.
fn greatest_sum(a: &[f32], b: &[f32]) -> f32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    let mut top = f32x4::splat(f32::NEG_INFINITY);
    for (&a, &b) in a.iter().zip(b) {
        top = top.fast_max(f32x4::new(a) + f32x4::new(b));
    }
    let rest = a_rest.iter().zip(b_rest).map(|(x, y)| x + y);
    top.to_array().into_iter().chain(rest).fold(f32::NEG_INFINITY, |top, s| if s > top { s } else { top })
}

/// The place of the greatest sum of two numbers in the same place.
fn place_of_greatest(a: &[f32], b: &[f32]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (k, (x, y)) in a.iter().zip(b).enumerate() {
        if x + y > best.1 {
            best = (k, x + y);
        }
    }
    best.0
}

/// Whether heads make one projective tree; `heads.len()` is the root.
fn is_tree(heads: &[usize]) -> bool {
    let n = heads.len();
    if heads.iter().filter(|&&h| h == n).count() != 1 {
        return false;
    }
    let crosses = |(i, &h): (usize, &usize)| {
        let (low, high) = (i.min(h), i.max(h));
        heads.get(low + 1..high).is_some_and(|inside| inside.iter().any(|&g| g < low || g > high))
    };
    if heads.iter().enumerate().any(crosses) {
        return false;
    }
    // Without crossing arcs, what is not below the root is a cycle: follow every word up, marking the way.
    let mut seen = vec![usize::MAX; n];
    for i in 0..n {
        let mut at = i;
        while at < n && seen[at] == usize::MAX {
            seen[at] = i;
            at = heads[at];
        }
        if at < n && seen[at] == i {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All trees over `n` words, by trying everything.
    fn best_by_trial(scores: &[f32], n: usize) -> f32 {
        let mut best = f32::NEG_INFINITY;
        let mut heads = vec![0; n];
        for mut code in 0..(n + 1).pow(n as u32) {
            for head in &mut heads {
                *head = code % (n + 1);
                code /= n + 1;
            }
            if is_tree(&heads) {
                best = best.max(total(scores, &heads));
            }
        }
        best
    }

    fn total(scores: &[f32], heads: &[usize]) -> f32 {
        heads.iter().enumerate().map(|(i, &h)| scores[i * (heads.len() + 1) + h]).sum()
    }

    #[test]
    fn the_best_tree_is_found() {
        let mut decoder = Decoder::default();
        let mut seed = 1u32;
        for n in 1..=5 {
            for _ in 0..40 {
                let mut next = || {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 16) as f32 / 1000.0
                };
                let mut scores: Vec<f32> = (0..n * (n + 1)).map(|_| next()).collect();
                for i in 0..n {
                    scores[i * (n + 1) + i] = f32::NEG_INFINITY;
                }
                let heads = decoder.heads(&scores, n).0.to_vec();
                assert!(is_tree(&heads), "{heads:?}");
                assert!((total(&scores, &heads) - best_by_trial(&scores, n)).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn cycles_crossings_and_second_roots_are_no_trees() {
        assert!(is_tree(&[1, 3, 1]));
        assert!(!is_tree(&[1, 0, 3]));
        assert!(!is_tree(&[3, 3, 1]));
        assert!(!is_tree(&[2, 3, 4, 4, 4]));
        assert!(!is_tree(&[2, 4, 1, 2]));
    }
}
