//! "The statement said": who made the document that speaks.

use super::Attribution;
use super::draft::Text;
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::among;

/// How many sentences back the maker of a document may be told.
const REACH: usize = 3;

/// How many mentions back the full name of a source may be told.
const NAMES: usize = 200;

/// "The observatory said", after the full name of one: the source is that name.
pub(super) fn name_shortened(text: &Text<'_>, found: &mut [Attribution]) {
    for attribution in found.iter_mut().filter(|a| a.source.is_none()) {
        let Some(words) = attribution.speaker.clone().filter(|w| w.len() == 2 && text.norm(w.start) == "the") else { continue };
        let noun = text.norm(words.start + 1);
        let first = text.mentions.partition_point(|m| m.tokens.start < words.start);
        let full = |m: &&usize| {
            let mention = &text.mentions[**m];
            mention.kind == MentionKind::Name
                && text.speaks(mention.head)
                && mention.tokens.len() > 1
                && mention.tokens.clone().any(|i| text.norm(i) == noun)
        };
        if (text.word(words.start + 1).class || text.word(words.start + 1).source) && noun.len() > 2 {
            attribution.source = (first.saturating_sub(NAMES)..first).rev().collect::<Vec<_>>().iter().find(full).copied();
        }
    }
}

/// Gives documents that speak without a maker the source that spoke by them just before: "said in a statement … The statement said".
pub(super) fn complete(text: &Text<'_>, found: &mut [Attribution]) {
    for at in 0..found.len() {
        let Some(noun) = unmade(text, &found[at]) else { continue };
        let here = text.reading.tokens.sentence_of(found[at].cue.start);
        let earlier = found[..at].iter().rev().take(12).find(|a| {
            let sentence = text.reading.tokens.sentence_of(a.cue.start);
            sentence < here && here - sentence <= REACH && a.source.is_some() && speaks_of(text, sentence, noun)
        });
        let source = earlier.and_then(|a| a.source).or_else(|| named_with(text, here, noun));
        found[at].source = source;
    }
}

/// "A United Nations report …, according to the report": the name that stands with a document told just before.
fn named_with(text: &Text<'_>, here: usize, noun: &str) -> Option<usize> {
    let sentences = &text.reading.tokens.sentences;
    let words = sentences[here.saturating_sub(REACH)..here].iter().rev().flat_map(|s| s.tokens.clone());
    let with = |i: usize| {
        let named = |m: &usize| text.mentions[*m].kind == MentionKind::Name && text.speaks(text.mentions[*m].head);
        let before = text.mentions.partition_point(|m| m.tokens.end < i);
        let after = text.mentions.partition_point(|m| m.tokens.start < i + 2);
        let compound = Some(before).filter(|&m| text.mentions.get(m).is_some_and(|m| m.tokens.end == i)).filter(named);
        let by = among(text.norm(i + 1), "by from");
        compound.or_else(|| (after..after + 2).find(|&m| by && text.mentions.get(m).is_some_and(|m| m.tokens.start <= i + 3)).filter(named))
    };
    words.filter(|&i| text.norm(i) == noun).find_map(with)
}

/// "The ministry said … It said": whoever spoke in the sentence before, if it is one that "it" or "they" can mean.
pub(super) fn of_pronouns(text: &Text<'_>, found: &mut [Attribution]) {
    let sentence = |a: &Attribution| text.reading.tokens.sentence_of(a.cue.start);
    for at in 1..found.len() {
        let open = found[at].source.is_none_or(|m| text.mentions[m].kind == MentionKind::Pronoun);
        let Some(words) = found[at].speaker.clone().filter(|w| w.len() == 1 && open) else { continue };
        let may_mean = |kind: EntityType| match text.norm(words.start) {
            "it" => kind.is_body(),
            "they" => kind.is_body() || kind == EntityType::Population,
            _ => false,
        };
        let here = sentence(&found[at]);
        let mut before = found[..at].iter().rev().filter(|a| sentence(a) < here).take_while(|a| sentence(a) + 1 == here);
        let last = before.next().and_then(|a| a.source.map(|m| (m, a.cue.start)));
        // "A and B said" has two attributions of one cue: neither is "it".
        let alone = last.is_some_and(|(_, cue)| before.next().is_none_or(|a| a.cue.start != cue));
        if let Some((source, _)) = last.filter(|&(m, _)| alone && may_mean(text.mentions[m].entity_type)) {
            found[at].source = Some(source);
        }
    }
}

/// The document that an attribution names as its source, if it is told as known and no one is named with it.
fn unmade<'a>(text: &Text<'a>, attribution: &Attribution) -> Option<&'a str> {
    let words = attribution.speaker.clone().filter(|_| attribution.source.is_none())?;
    let known = among(text.norm(words.start), "the this that");
    (known && words.len() == 2 && text.word(words.start + 1).document).then(|| text.norm(words.start + 1))
}

fn speaks_of(text: &Text<'_>, sentence: usize, noun: &str) -> bool {
    text.reading.tokens.sentences[sentence].tokens.clone().any(|i| text.norm(i) == noun)
}
