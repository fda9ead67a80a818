//! The sizes of the network, and where each of its tables lies among all weights.

use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Numbers that stand for a word before its neighbours are seen.
pub const WORD: usize = 64;
/// Numbers that stand for a word among its neighbours.
pub const STATE: usize = 96;
/// Numbers that one direction of a recurrent layer remembers.
pub const MEMORY: usize = STATE / 2;
/// Recurrent layers.
pub const LAYERS: usize = 3;
/// Numbers that decide which word is the head.
pub const ARC: usize = 48;
/// Numbers that decide which relation it is.
pub const LABEL: usize = 48;
/// Classes of distance between a word and its head; the last is the root.
pub const DISTANCES: usize = 17;
/// Parts of speech.
pub const TAGS: usize = Upos::ALL.len();
/// Relations.
pub const RELATIONS: usize = Relation::ALL.len();

/// One table: `rows` × `columns` weights, row by row, from `start`.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// First weight.
    pub start: usize,
    /// Inputs.
    pub rows: usize,
    /// Outputs.
    pub columns: usize,
}

impl Part {
    /// Where its weights lie.
    pub fn range(self) -> Range<usize> {
        self.start..self.start + self.rows * self.columns
    }
}

/// All tables but that of the word vectors.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// From a word and its two neighbours.
    pub window: [Part; 2],
    /// From state to gate and candidate of both directions.
    pub recurrent: [[Part; 2]; LAYERS],
    /// From state to part of speech.
    pub tag: [Part; 2],
    /// From state to dependent and head.
    pub arc: [Part; 2],
    /// The root as head.
    pub arc_root: Part,
    /// Distances, as heads.
    pub arc_distance: Part,
    /// From state to dependent and head, for the relation.
    pub label: [Part; 2],
    /// The root as head, for the relation.
    pub label_root: Part,
    /// Distances, for the relation.
    pub label_distance: Part,
    /// The relation itself.
    pub relation: [Part; 2],
    /// Number of weights.
    pub total: usize,
}

impl Layout {
    /// The layout of this version.
    pub fn new() -> Self {
        let mut start = 0;
        let mut part = |rows: usize, columns: usize| {
            let part = Part { start, rows, columns };
            start += rows * columns;
            part
        };
        let mut layer = |rows, columns| [part(rows, columns), part(1, columns)];
        let window = layer(3 * WORD, STATE);
        let recurrent = [(); LAYERS].map(|()| layer(STATE, 4 * MEMORY));
        let tag = layer(STATE, TAGS);
        let arc = layer(STATE, 2 * ARC);
        let label = layer(STATE, 2 * LABEL);
        let relation = layer(LABEL, RELATIONS);
        let (arc_root, arc_distance) = (part(1, ARC), part(DISTANCES, ARC));
        let (label_root, label_distance) = (part(1, LABEL), part(DISTANCES, LABEL));
        Layout { window, recurrent, tag, arc, arc_root, arc_distance, label, label_root, label_distance, relation, total: start }
    }

    /// All tables, in order.
    pub fn parts(&self) -> Vec<Part> {
        let layers = [&[self.window], &self.recurrent[..], &[self.tag, self.arc, self.label, self.relation]].concat();
        let single = [self.arc_root, self.arc_distance, self.label_root, self.label_distance];
        layers.into_iter().flatten().chain(single).collect()
    }
}

impl Default for Layout {
    fn default() -> Self {
        Layout::new()
    }
}

/// The class of the distance from a word to its head; `None` is the root.
pub fn distance(dependent: usize, head: Option<usize>) -> usize {
    let Some(head) = head else { return DISTANCES - 1 };
    let class = match dependent.abs_diff(head) {
        far @ 0..=4 => far.saturating_sub(1),
        5..=6 => 4,
        7..=9 => 5,
        10..=14 => 6,
        _ => 7,
    };
    if head < dependent { class } else { class + 8 }
}
