//! Who gives each figure: the source that speaks of it most directly.

use super::Toll;
use crate::analysis::{EntityType, Stance};
use crate::attribution::{Attribution, JUDGEMENT};
use crate::mention::Mention;

/// For each toll the index of the attribution with the shortest content that holds it.
/// Who claims an attack, denies or doubts a report or condemns a deed gives no figure by that.
pub fn tellers(attributions: &[Attribution], mentions: &[Mention], tolls: &[Toll]) -> Vec<Option<usize>> {
    let mut best: Vec<Option<(usize, usize)>> = vec![None; tolls.len()];
    let telling = |a: &Attribution| a.source.is_some() && a.stance == Stance::Asserts && a.rule != JUDGEMENT;
    for (i, attribution) in attributions.iter().enumerate().filter(|(_, a)| telling(a)) {
        let length = attribution.content.iter().map(|r| r.len()).sum();
        for content in &attribution.content {
            // Tolls are in text order, so those inside stand together.
            let first = tolls.partition_point(|t| t.tokens.start < content.start);
            let near = tolls[first..].iter().take_while(|t| t.tokens.start < content.end);
            for (known, toll) in best[first..].iter_mut().zip(near) {
                let nearer = |(shortest, other): (usize, usize)| length < shortest || length == shortest && cites(attributions, mentions, other, i);
                if toll.tokens.end <= content.end && known.is_none_or(nearer) {
                    *known = Some((length, i));
                }
            }
        }
    }
    best.into_iter().map(|b| b.map(|(_, i)| i)).collect()
}

/// Whether a figure is rather given by the one who cites another: "a report of the agency, citing residents". The press only passes figures on.
fn cites(attributions: &[Attribution], mentions: &[Mention], cited: usize, citing: usize) -> bool {
    let media = |a: &Attribution| a.source.is_some_and(|m| mentions[m].entity_type == EntityType::Media);
    attributions[cited].rule == "quoted-as" && attributions[citing].rule != "quotes-another" && !media(&attributions[citing])
}
