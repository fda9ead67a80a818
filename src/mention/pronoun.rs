//! Pronouns that can stand for an actor.

use super::Mention;
use super::sheet::Sheet;
use crate::analysis::{EntityType, MentionKind};

/// Adds the pronouns of tokens that are not taken.
pub(super) fn find(sheet: &Sheet<'_>, taken: &[bool], mentions: &mut Vec<Mention>) {
    for i in (0..sheet.len()).filter(|&i| !taken[i]) {
        let Some(entity_type) = kind(sheet.norm(i)) else { continue };
        mentions.push(Mention {
            tokens: i..i + 1,
            head: i,
            kind: MentionKind::Pronoun,
            entity_type,
            key: String::new(),
            role: None,
            rule: "pronoun",
            score: 0.5,
        });
    }
}

/// What a pronoun can stand for: one person, or anything.
fn kind(word: &str) -> Option<EntityType> {
    match word {
        "he" | "she" | "him" | "her" | "his" | "hers" => Some(EntityType::Person),
        "they" | "them" | "their" | "it" | "its" => Some(EntityType::Other),
        _ => None,
    }
}
