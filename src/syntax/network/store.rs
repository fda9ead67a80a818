//! The network in a file: words, then every table as signed bytes with the size of one step.

use super::layout::{Layout, WORD};
use super::{Alphabet, Network};
use crate::syntax::{ModelError, Sections};

/// Reads a network.
///
/// # Errors
/// Tables of another size.
pub fn read(sections: &mut Sections<'_>) -> Result<Network, ModelError> {
    let alphabet = Alphabet::read(sections.section()?)?;
    let steps: Vec<f32> = sections.section()?.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
    let layout = Layout::new();
    let parts = layout.parts();
    let (Some((&first, others)), true) = (steps.split_first(), steps.len() == parts.len() + 1) else {
        return Err(ModelError::new("The sizes of the weights do not fit the tables."));
    };
    let scale = |weights: Vec<i8>, step: f32| weights.into_iter().map(move |w| f32::from(w) * step);
    let vectors = scale(sections.weights(alphabet.rows() * WORD)?, first).collect();
    let mut dense = vec![0.0; layout.total];
    for (part, &step) in parts.iter().zip(others) {
        let range = part.range();
        for (slot, value) in dense[range.clone()].iter_mut().zip(scale(sections.weights(range.len())?, step)) {
            *slot = value;
        }
    }
    Network::new(alphabet, vectors, &dense)
}

/// The sections of a network: its list of words, one a line, vectors cut to `levels` steps on each side of zero, everything else to 127.
pub fn write(words: &str, vectors: &[f32], dense: &[f32], levels: f32) -> Vec<Vec<u8>> {
    let mut steps = Vec::new();
    let mut tables = Vec::new();
    let mut add = |weights: &[f32], levels: f32, share: f32| {
        let (step, bytes) = quantise(weights, levels, share);
        steps.extend(step.to_le_bytes());
        tables.push(bytes);
    };
    add(vectors, levels, 0.999);
    for part in Layout::new().parts() {
        add(&dense[part.range()], 127.0, 1.0);
    }
    [vec![words.as_bytes().to_vec(), steps], tables].concat()
}

/// Signed bytes; the given share of the weights fits without being cut off.
pub fn quantise(weights: &[f32], levels: f32, share: f32) -> (f32, Vec<u8>) {
    let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes.get(((sizes.len() as f32 * share) as usize).min(sizes.len().saturating_sub(1))).copied().unwrap_or(0.0);
    let step = if top > 0.0 { top / levels } else { 1.0 };
    (step, weights.iter().map(|w| (w / step).round().clamp(-levels, levels) as i8 as u8).collect())
}
