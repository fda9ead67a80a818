//! From scores to decisions: the best class, and the best projective tree.

use super::linear::exp;
use std::ops::Range;
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
    let fours = scores.as_chunks::<4>().0;
    let before = fours.iter().take_while(|&&four| !f32x4::new(four).simd_eq(f32x4::splat(top)).any()).count() * 4;
    (scores[before..].iter().position(|&s| s == top).map_or(0, |place| before + place), top)
}

/// The best class and its share of the probability, 0 to 255.
pub fn best(scores: &[f32]) -> (usize, u8) {
    let (best, top) = greatest(scores);
    (best, share(scores, best, top))
}

/// The share of one class, 0 to 255, where `top` is the greatest score.
pub fn share(scores: &[f32], class: usize, top: f32) -> u8 {
    // A class far below the best adds nothing that eight bits could show.
    let low = f32x4::splat(top - 6.0);
    let mut sums = f32x4::ZERO;
    let mut add = |four: f32x4| {
        let near = four.simd_gt(low);
        if near.any() {
            sums += exp(four - f32x4::splat(top)) & near;
        }
    };
    let (fours, rest) = scores.as_chunks::<4>();
    fours.iter().for_each(|&four| add(f32x4::new(four)));
    add(f32x4::new(std::array::from_fn(|k| rest.get(k).copied().unwrap_or(f32::NEG_INFINITY))));
    let own = scores.get(class).map_or(0.0, |&s| exp(f32x4::splat(s - top)).to_array()[0]);
    let [a, b, c, d] = sums.to_array();
    // The sum leaves out a class that is far below.
    ((own / ((a + b) + (c + d))).min(1.0) * 255.0) as u8
}

/// Finds the best projective tree with one root (Eisner 1996); keeps its tables.
///
/// A whole subtree has its head at one end and covers all up to the other end; an arc has its head at one end, its dependent at the
/// other, and covers what lies between. Every table has a row for each first word and a column for each last word; behind the last
/// column is room, so that rows can be read in fours from anywhere.
#[derive(Debug, Default)]
pub struct Decoder {
    heads: Vec<usize>,
    /// The greatest score of each word's heads.
    tops: Vec<f32>,
    /// Scores of the best whole subtrees whose head is the first word, and the last.
    first: Vec<f32>,
    last: Vec<f32>,
    /// Scores of the best arcs whose head is the first word, and the last.
    first_arc: Vec<f32>,
    last_arc: Vec<f32>,
    row: Row,
    open: Vec<(usize, usize, bool)>,
}

/// The best scores so far of everything that begins at one word, by the last word.
#[derive(Debug, Default)]
struct Row {
    inner: Vec<f32>,
    first: Vec<f32>,
    last: Vec<f32>,
}

/// Room behind each row.
const ROOM: usize = 4;

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
            self.fill(scores, n);
            self.collect(scores, n);
        }
        (&self.heads, &self.tops)
    }

    /// From the last word to the first: whatever is known of what begins at `i` and ends at `k` is at once carried on to everything
    /// that it can be a part of, so that all sums run along rows.
    fn fill(&mut self, scores: &[f32], n: usize) {
        let stride = n + ROOM;
        for table in [&mut self.first, &mut self.last, &mut self.first_arc, &mut self.last_arc] {
            // All is written before it is read.
            table.resize(n * stride, 0.0);
        }
        let Row { inner, first, last } = &mut self.row;
        for i in (0..n).rev() {
            for best in [&mut *inner, first, last] {
                best.clear();
                best.resize(stride, f32::NEG_INFINITY);
            }
            let at = i * stride;
            (self.first[at + i], self.last[at + i]) = (0.0, 0.0);
            raise(inner, 0.0, &self.last, stride, i + 1, i + 1..n);
            for k in i + 1..n {
                let arcs = [inner[k] + scores[k * (n + 1) + i], inner[k] + scores[i * (n + 1) + k]];
                // A word alone scores nothing.
                let whole = [first[k].max(arcs[0]), last[k].max(arcs[1])];
                raise(inner, whole[0], &self.last, stride, k + 1, k + 1..n);
                raise(first, arcs[0], &self.first, stride, k, k + 1..n);
                raise(last, whole[1], &self.last_arc, stride, k, k + 1..n);
                [self.first_arc[at + k], self.last_arc[at + k]] = arcs;
                [self.first[at + k], self.last[at + k]] = whole;
            }
        }
    }

    /// The scores of all ways to fill an arc between two words: a whole subtree of each, which meet after the first, the one after it, ….
    fn inner(&self, n: usize, first: usize, last: usize) -> impl Iterator<Item = f32> {
        let stride = n + ROOM;
        (first..last).map(move |k| self.first[first * stride + k] + self.last[(k + 1) * stride + last])
    }

    /// The scores of all ways to end a whole subtree: an arc to an outermost dependent, and that dependent's own subtree up to the end.
    fn outer(&self, n: usize, head: usize, end: usize) -> impl Iterator<Item = f32> {
        let at = move |first: usize, last: usize| first * (n + ROOM) + last;
        let forward = (head + 1..end + 1).map(move |d| self.first_arc[at(head, d)] + self.first[at(d, end)]);
        forward.chain((end..head).map(move |d| self.last[at(end, d)] + self.last_arc[at(d, head)]))
    }

    fn collect(&mut self, scores: &[f32], n: usize) {
        let total = |r: usize| self.last[r] + self.first[r * (n + ROOM) + n - 1] + scores[r * (n + 1) + n];
        let root = (1..n).fold(0, |best, r| if total(r) > total(best) { r } else { best });
        self.heads[root] = n;
        self.open.clear();
        self.open.extend([(root, 0, true), (root, n - 1, true)]);
        while let Some((head, end, whole)) = self.open.pop() {
            if whole && head != end {
                let cut = place_of_greatest(self.outer(n, head, end)) + if head < end { head + 1 } else { end };
                self.open.extend([(head, cut, false), (cut, end, true)]);
            } else if !whole {
                self.heads[end] = head;
                let (first, last) = (head.min(end), head.max(end));
                let cut = first + place_of_greatest(self.inner(n, first, last));
                self.open.extend([(first, cut, true), (last, cut + 1, true)]);
            }
        }
    }
}

/// Raises the best scores in some columns to what is given plus the scores of a row of a table, where that is more.
#[inline(always)]
fn raise(best: &mut [f32], more: f32, table: &[f32], stride: usize, row: usize, columns: Range<usize>) {
    // What lies behind the last column means nothing.
    let columns = columns.start..columns.start + columns.len().next_multiple_of(4);
    let Some(scores) = table.get(row * stride..).and_then(|row| row.get(columns.clone())) else { return };
    for (best, &score) in best[columns].as_chunks_mut::<4>().0.iter_mut().zip(scores.as_chunks().0) {
        *best = f32x4::new(*best).fast_max(f32x4::splat(more) + f32x4::new(score)).to_array();
    }
}

/// The place of the greatest score, the first of equals.
fn place_of_greatest(scores: impl Iterator<Item = f32>) -> usize {
    scores.enumerate().fold((0, f32::NEG_INFINITY), |best, (k, score)| if score > best.1 { (k, score) } else { best }).0
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
