//! The network in a file: words, then every table in steps of its own size, packed.

use super::layout::{Layout, Part, WORD};
use super::{Alphabet, Network, coder};
use crate::syntax::{ModelError, Sections};

/// A table of weights: signed bytes, row by row, and the size of one step.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Inputs.
    pub rows: usize,
    /// Outputs.
    pub columns: usize,
    /// What one step is worth.
    pub step: f32,
    /// Steps, from −127 to 127.
    pub levels: Vec<i8>,
}

impl Table {
    /// The steps of one weight; none outside the table.
    pub fn level(&self, row: usize, column: usize) -> i16 {
        self.row(row).get(column).map_or(0, |&level| level.into())
    }

    /// The steps of one row; empty outside the table.
    pub fn row(&self, row: usize) -> &[i8] {
        self.levels.get(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }

    /// All weights.
    pub fn values(&self) -> Vec<f32> {
        self.levels.iter().map(|&level| f32::from(level) * self.step).collect()
    }
}

/// Reads a network.
///
/// # Errors
/// Tables of another size.
pub fn read(sections: &mut Sections<'_>) -> Result<Network, ModelError> {
    let alphabet = Alphabet::read(&sections.text()?)?;
    let steps: Vec<f32> = sections.section()?.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
    let parts = Layout::new().parts();
    let (Some((&first, others)), true) = (steps.split_first(), steps.len() == parts.len() + 1) else {
        return Err(ModelError::new("The sizes of the weights do not fit the tables."));
    };
    let mut table = |rows: usize, columns: usize, step: f32| {
        Ok::<_, ModelError>(Table { rows, columns, step, levels: coder::unpack(sections.section()?, rows, columns) })
    };
    let vectors = table(alphabet.rows(), WORD, first)?;
    let tables = parts.iter().zip(others).map(|(part, &step)| Ok((*part, table(part.rows, part.columns, step)?))).collect::<Result<Vec<_>, _>>()?;
    let find = |part: Part| tables.iter().find(|(p, _)| p.start == part.start).map(|(_, table)| table.clone()).unwrap_or_default();
    Ok(Network::new(alphabet, vectors, find))
}

/// Steps on each side of zero of the weights that find parts of speech and read the sentence.
#[cfg(not(target_arch = "wasm32"))]
const FINE: f32 = 127.0;
/// The same of those that find heads and relations: half as many do as well there, and are smaller to send.
#[cfg(not(target_arch = "wasm32"))]
const COARSE: f32 = 63.0;

/// The sections of a network: its list of words, one a line, vectors mostly within `levels` steps on each side of zero, everything else within 127.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(words: &str, vectors: &[f32], dense: &[f32], levels: f32) -> Vec<Vec<u8>> {
    let mut steps = Vec::new();
    let mut tables = Vec::new();
    let mut add = |weights: &[f32], columns: usize, levels: f32, share: f32| {
        let (step, cut) = quantise(weights, levels, share);
        steps.extend(step.to_le_bytes());
        tables.push(coder::pack(&cut, columns));
    };
    add(vectors, WORD, levels, 0.999);
    let layout = Layout::new();
    let coarse = [layout.arc[0], layout.label[0], layout.relation[0]].map(|part| part.start);
    for part in layout.parts() {
        add(&dense[part.range()], part.columns, if coarse.contains(&part.start) { COARSE } else { FINE }, 1.0);
    }
    [vec![crate::press::press(words.as_bytes()), steps], tables].concat()
}

/// Weights in steps so large that the given share of them has at most `levels`; the few others have more, up to 127.
pub fn quantise(weights: &[f32], levels: f32, share: f32) -> (f32, Vec<i8>) {
    let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes.get(((sizes.len() as f32 * share) as usize).min(sizes.len().saturating_sub(1))).copied().unwrap_or(0.0);
    let step = if top > 0.0 { top / levels } else { 1.0 };
    (step, weights.iter().map(|w| (w / step).round().clamp(-127.0, 127.0) as i8).collect())
}
