//! Which name mentions are the same: known aliases, equal words, short forms, acronyms in brackets.

use super::text::form;
use super::{Clusters, Lexicon};
use crate::Reading;
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::HashMap;
use crate::mention::{Mention, alias};

/// Puts every name mention into a group.
pub(super) fn group(reading: &Reading<'_>, mentions: &[Mention], _lexicon: &Lexicon, clusters: &mut Clusters) {
    let mut by_key: HashMap<String, usize> = HashMap::default();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == MentionKind::Name) {
        let key = if mention.key.is_empty() {
            format!("{}~{}", broad(mention.entity_type), form(reading, mention.tokens.clone()).join(" "))
        } else {
            mention.key.clone()
        };
        match by_key.get(&key) {
            Some(&group) => clusters.put(index, group),
            None => {
                let group = clusters.begin(index, mention.entity_type, mention.key.clone());
                by_key.insert(key, group);
            }
        }
    }
    join_brackets(reading, mentions, clusters);
    join_aliases(reading, mentions, clusters);
    join_short_forms(reading, mentions, clusters);
}

/// Types that may be mistaken for one another share a letter.
fn broad(entity_type: EntityType) -> char {
    match entity_type {
        EntityType::Person => 'p',
        EntityType::Place | EntityType::Facility => 'l',
        EntityType::Population => 'n',
        EntityType::Weapon | EntityType::Operation | EntityType::Other => 'o',
        EntityType::ArmedGroup | EntityType::StateForce | EntityType::Government | EntityType::Organization | EntityType::Media => 'a',
    }
}

/// "Syrian Democratic Forces (SDF)": what stands in brackets is the same.
fn join_brackets(reading: &Reading<'_>, mentions: &[Mention], clusters: &mut Clusters) {
    let tokens = &reading.tokens;
    for index in 1..mentions.len() {
        let (first, second) = (&mentions[index - 1], &mentions[index]);
        let gap = first.tokens.end..second.tokens.start;
        let bracket = gap.len() == 1 && tokens.norm(gap.start) == "(";
        if !bracket || first.kind != MentionKind::Name || second.kind != MentionKind::Name {
            continue;
        }
        let short = |m: &Mention| m.tokens.len() == 1 && tokens.text(m.tokens.start).chars().filter(|c| c.is_uppercase()).count() > 1;
        let (Some(a), Some(b)) = (clusters.of_mention[index - 1], clusters.of_mention[index]) else { continue };
        // "ADEN (YNA)": who reports is not where.
        if first.entity_type.is_spot() && second.entity_type == EntityType::Media {
            continue;
        }
        if !super::phrases::alike(first.entity_type, second.entity_type) && !second.key.is_empty() {
            continue;
        }
        if short(second) && initials(reading, first, second) || short(first) && second.key == first.key && initials(reading, second, first) {
            // The long name tells what both are, unless a list knows the short one.
            let long = if short(second) { a } else { b };
            let kind = if clusters.groups[a].key.is_empty() { clusters.groups[long].kind } else { clusters.groups[a].kind };
            clusters.merge(b, a);
            clusters.groups[a].kind = kind;
        }
    }
}

/// "Jean Roux, also known as Lion": two names of the same.
fn join_aliases(reading: &Reading<'_>, mentions: &[Mention], clusters: &mut Clusters) {
    for index in 1..mentions.len() {
        let (first, second) = (&mentions[index - 1], &mentions[index]);
        let named = first.kind == MentionKind::Name && second.kind == MentionKind::Name;
        if !named || !super::phrases::alike(first.entity_type, second.entity_type) || !alias::joins(reading, first.tokens.end, second.tokens.start) {
            continue;
        }
        if let (Some(a), Some(b)) = (clusters.of_mention[index - 1], clusters.of_mention[index]) {
            clusters.merge(b, a);
        }
    }
}

/// Whether the letters of a short form begin words of the long one, at least the first.
fn initials(reading: &Reading<'_>, long: &Mention, short: &Mention) -> bool {
    let letters: Vec<char> = reading.tokens.text(short.tokens.start).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let words = form(reading, long.tokens.clone());
    let hits = letters.iter().filter(|&&c| words.iter().any(|w| w.starts_with(c))).count();
    long.entity_type == short.entity_type || hits * 2 > letters.len() || short.key.is_empty()
}

/// "Lavrov" is "Sergei Lavrov"; "the Observatory" is the longer name that holds it.
fn join_short_forms(reading: &Reading<'_>, mentions: &[Mention], clusters: &mut Clusters) {
    let mut full: HashMap<String, usize> = HashMap::default();
    for (index, mention) in mentions.iter().enumerate() {
        if mention.kind != MentionKind::Name || mention.entity_type != EntityType::Person {
            continue;
        }
        let words = form(reading, mention.tokens.clone());
        let Some(group) = clusters.of_mention[index] else { continue };
        if words.len() > 1 {
            for start in 1..words.len() {
                full.entry(words[start..].join(" ")).or_insert(group);
            }
            full.entry(words[0].clone()).or_insert(group);
        }
    }
    for index in 0..mentions.len() {
        let mention = &mentions[index];
        if mention.kind != MentionKind::Name || mention.entity_type != EntityType::Person {
            continue;
        }
        let words = form(reading, mention.tokens.clone());
        let Some(own) = clusters.of_mention[index] else { continue };
        if let Some(&group) = full.get(&words.join(" "))
            && words.len() < 3
            && clusters.groups[own].mentions.first().is_some_and(|&m| mentions[m].tokens.len() <= mention.tokens.len())
        {
            clusters.merge(own, group);
        }
    }
}
