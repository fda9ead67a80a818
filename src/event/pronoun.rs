//! Who "they", "it" and "we" are, where the grammar makes it plain: the subject of the clause above or of the sentence before, or who speaks.
//!
//! The entities leave these pronouns open, since a name that is wrong once spoils a whole chain; a role of one event risks less.

use super::Context;
use crate::analysis::{EntityType, MentionKind};
use crate::document::BlockKind;
use crate::syntax::{Relation, Upos};

/// Verbs whose "it" stands for nothing.
const EMPTY: &[&str] = &["seem", "appear", "take", "rain", "emerge", "happen", "turn", "become", "mean", "matter", "remain"];

/// Verbs of what is done by saying it.
const SPEECH_ACTS: &[&str] = &[
    "agree",
    "urge",
    "call",
    "condemn",
    "demand",
    "reject",
    "refuse",
    "discuss",
    "meet",
    "negotiate",
    "appeal",
    "accuse",
    "denounce",
    "support",
    "back",
    "welcome",
    "request",
    "ask",
    "warn",
    "stand",
];

/// For each pronoun that is plainly someone, its token and the token it stands for, in text order.
pub(super) fn antecedents(context: &Context<'_>) -> Vec<(usize, usize)> {
    let mut mention_of = vec![u32::MAX; context.reading.tokens.len()];
    for (index, mention) in context.mentions.iter().enumerate() {
        if let Some(place) = mention_of.get_mut(mention.head) {
            *place = index as u32;
        }
    }
    let reader = Reader { context, mention_of };
    let house = reader.house();
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut attribution = 0;
    let sentences = &context.reading.tokens.sentences;
    for (index, sentence) in sentences.iter().enumerate() {
        let before = index.checked_sub(1).map(|b| &sentences[b]).filter(|b| b.block + 1 >= sentence.block);
        let root_of = |s: &crate::token::Sentence| s.tokens.clone().find(|&t| context.reading.syntax.relation(t) == Relation::Root);
        let root = before.and_then(root_of);
        // "The army struck on Sunday. The raid killed two. It struck again": over a sentence about the deed.
        let earlier = index.checked_sub(2).map(|b| &sentences[b]).filter(|b| b.block == sentence.block).and_then(root_of);
        for token in sentence.tokens.clone().filter(|&t| reader.is_open_pronoun(t)) {
            while context.attributions.get(attribution).is_some_and(|a| a.cue.start + 400 < token) {
                attribution += 1;
            }
            let stands_for = match reader.norm(token) {
                // Across a full stop an owner may be anybody.
                "their" | "its" => reader.above(token, &found),
                "we" | "i" => reader.speaker(token, attribution).or_else(|| house.filter(|&h| h < token && !reader.is_told(token, attribution))),
                // What is told before its speaker is named may be of anybody, but for what the clause itself says.
                "they" | "them" if reader.is_quoted(token, attribution) => reader.above(token, &found).filter(|&s| reader.is_quoted(s, attribution)),
                _ if reader.is_quoted(token, attribution) => None,
                word => (word == "them")
                    .then(|| reader.nearest(token, sentence.tokens.start))
                    .flatten()
                    .or_else(|| reader.above(token, &found))
                    .or_else(|| root.and_then(|r| reader.in_sentence(r, token, &found)))
                    .or_else(|| earlier.and_then(|r| reader.in_sentence(r, token, &found))),
            };
            found.extend(stands_for.map(|s| (token, s)));
        }
    }
    found
}

struct Reader<'a> {
    context: &'a Context<'a>,
    mention_of: Vec<u32>,
}

impl Reader<'_> {
    fn norm(&self, t: usize) -> &str {
        self.context.reading.tokens.norm(t)
    }

    fn is_open_pronoun(&self, t: usize) -> bool {
        let syntax = &self.context.reading.syntax;
        if self.is_possessive(t) {
            return true;
        }
        if self.is_object(t) {
            return syntax.head(t).is_some_and(|h| matches!(syntax.upos(h), Upos::Verb));
        }
        let subject = matches!(syntax.relation(t), Relation::Nsubj | Relation::NsubjPass);
        let verb = syntax.head(t).filter(|&h| matches!(syntax.upos(h), Upos::Verb) && !(self.norm(t) == "it" && EMPTY.contains(&syntax.lemma(h))));
        subject && matches!(self.norm(t), "they" | "it" | "we" | "i") && verb.is_some()
    }

    /// "their fight", "its support".
    fn is_possessive(&self, t: usize) -> bool {
        self.context.reading.syntax.relation(t) == Relation::NmodPoss && matches!(self.norm(t), "their" | "its")
    }

    /// "captured it", "killed them".
    fn is_object(&self, t: usize) -> bool {
        self.context.reading.syntax.relation(t) == Relation::Obj && matches!(self.norm(t), "it" | "them")
    }

    /// The attributions near a word, from the first that may reach it.
    fn attributions(&self, token: usize, first: usize) -> impl Iterator<Item = &crate::attribution::Attribution> {
        let near = self.context.attributions.get(first..).unwrap_or(&[]);
        near.iter().take_while(move |a| a.cue.start < token + 400).filter(move |a| a.content.iter().any(|c| c.contains(&token)))
    }

    /// "The United States condemns the attack … We urge": who issues a text that begins with what it does by saying it.
    fn house(&self) -> Option<usize> {
        const ISSUES: [&str; 8] = ["condemn", "welcome", "deplore", "express", "denounce", "congratulate", "mourn", "call"];
        let reading = self.context.reading;
        let body = |b: usize| reading.document.blocks.get(b).is_some_and(|b| b.kind == BlockKind::Body);
        let first = reading.tokens.sentences.iter().find(|s| body(s.block))?;
        let root = first.tokens.clone().find(|&t| reading.syntax.relation(t) == Relation::Root && ISSUES.contains(&reading.syntax.lemma(t)))?;
        let present = reading.tokens.norm(root).ends_with('s');
        let subject = reading.syntax.dependents(root, &[Relation::Nsubj]).find(|&s| {
            let kind = self.mention_at(s).map(|m| self.context.mentions[m].entity_type);
            matches!(kind, Some(EntityType::Government | EntityType::Organization))
        });
        subject.filter(|_| present)
    }

    /// Whether a word stands in what someone is told to say.
    fn is_told(&self, token: usize, first: usize) -> bool {
        self.attributions(token, first).next().is_some()
    }

    /// Whether a word stands in what is quoted before its speaker is named: its pronouns may be anybody.
    fn is_quoted(&self, token: usize, first: usize) -> bool {
        self.attributions(token, first).any(|a| a.cue.start > token)
    }

    /// Who says "we".
    fn speaker(&self, token: usize, first: usize) -> Option<usize> {
        let source = self.attributions(token, first).filter_map(|a| a.source).find(|&m| self.entity(m).is_some())?;
        let mention = &self.context.mentions[source];
        // A commander's "we" is his force, which the text may not name; but who says "we urge" urges.
        let verb = self.context.reading.syntax.head(token).map_or("", |v| self.context.reading.syntax.lemma(v));
        let speaks = self.norm(token) == "i" || SPEECH_ACTS.contains(&verb);
        (speaks || mention.entity_type != EntityType::Person).then_some(mention.head)
    }

    fn entity(&self, mention: usize) -> Option<usize> {
        self.context.entities.of_mention.get(mention).copied().flatten()
    }

    /// The mention whose head a token is.
    fn mention_at(&self, t: usize) -> Option<usize> {
        self.mention_of.get(t).filter(|&&m| m != u32::MAX).map(|&m| m as usize)
    }

    /// The nearest of the words before it in the sentence that it can take up.
    fn nearest(&self, token: usize, start: usize) -> Option<usize> {
        let syntax = &self.context.reading.syntax;
        (start..token).rev().take(30).filter(|&t| syntax.head(t) != syntax.head(token)).find_map(|t| self.fits(t, token, &[]))
    }

    /// The subject of a clause that governs the pronoun's, or its object.
    fn above(&self, token: usize, found: &[(usize, usize)]) -> Option<usize> {
        let syntax = &self.context.reading.syntax;
        let mut at = syntax.head(token)?;
        for _ in 0..5 {
            // "forcing the rebels to leave positions they held": the object of "forcing" is who leaves.
            let mut order = [&[Relation::Nsubj, Relation::NsubjPass][..], &[Relation::Obj][..]];
            if syntax.relation(at) == Relation::Xcomp || self.is_object(token) {
                order.reverse();
            }
            at = syntax.head(at)?;
            // "support of the rebels in their fight": a noun on the way that is somebody.
            if self.is_possessive(token)
                && at < token
                && let Some(owner) = self.fits(at, token, found)
            {
                return Some(owner);
            }
            for relations in order {
                let filler = syntax.dependents(at, relations).filter(|&s| s < token).find_map(|s| self.fits(s, token, found));
                if filler.is_some() {
                    return filler;
                }
            }
        }
        None
    }

    /// The subject of a sentence's main clause, by its root, or of what that subject says.
    fn in_sentence(&self, root: usize, token: usize, found: &[(usize, usize)]) -> Option<usize> {
        let syntax = &self.context.reading.syntax;
        let subject = |verb: usize| {
            let object = self.is_object(token).then(|| syntax.dependents(verb, &[Relation::Obj]).find_map(|s| self.fits(s, token, found))).flatten();
            object.or_else(|| syntax.dependents(verb, &[Relation::Nsubj, Relation::NsubjPass]).find_map(|s| self.fits(s, token, found)))
        };
        let said = syntax.dependents(root, &[Relation::Ccomp]).find_map(subject);
        let own = syntax
            .head(token)
            .is_some_and(|v| matches!(syntax.lemma(v), "say" | "add" | "tell" | "report" | "claim" | "state" | "announce" | "warn"));
        if own { subject(root).or(said) } else { said.or_else(|| subject(root)) }
    }

    /// Whether a mention is of the entity that does what a verb says: it does not do it to itself.
    fn is_subject_of(&self, mention: usize, verb: Option<usize>) -> bool {
        let syntax = &self.context.reading.syntax;
        let mut at = verb;
        for _ in 0..3 {
            let Some(v) = at else { return false };
            let own = syntax.dependents(v, &[Relation::Nsubj]).next();
            if let Some(subject) = own {
                return self.mention_at(subject).is_some_and(|m| m == mention || self.entity(m) == self.entity(mention));
            }
            at = syntax.head(v);
        }
        false
    }

    /// The word that a subject stands for, if the pronoun can take it up.
    fn fits(&self, subject: usize, pronoun: usize, found: &[(usize, usize)]) -> Option<usize> {
        if let Ok(i) = found.binary_search_by_key(&subject, |f| f.0) {
            return (self.norm(subject) == self.norm(pronoun)).then(|| found[i].1);
        }
        let index = self.mention_at(subject)?;
        let mention = &self.context.mentions[index];
        let plural = self.norm(subject).ends_with('s') && self.norm(subject) != self.context.reading.syntax.lemma(subject);
        if self.is_object(pronoun) && self.is_subject_of(index, self.context.reading.syntax.head(pronoun)) {
            return None;
        }
        // "allowed residents to eject them": not those who do it.
        let syntax = &self.context.reading.syntax;
        // But "seized soldiers and released them": those.
        let beside = |v: &usize| !matches!(syntax.relation(*v), Relation::Conj | Relation::Parataxis);
        let above = syntax.head(pronoun).filter(beside).and_then(|v| syntax.head(v));
        if self.is_object(pronoun)
            && matches!(syntax.relation(subject), Relation::Obj | Relation::Iobj)
            && above.is_some_and(|a| syntax.head(subject) == Some(a))
        {
            return None;
        }
        let fits = match self.norm(pronoun) {
            "it" if self.is_object(pronoun) => (mention.entity_type.is_spot() || mention.entity_type == EntityType::Weapon) && !plural,
            "they" | "their" | "them" => {
                matches!(mention.entity_type, EntityType::ArmedGroup | EntityType::StateForce | EntityType::Population)
                    || plural && matches!(mention.entity_type, EntityType::Government | EntityType::Organization)
            }
            _ => {
                !plural
                    && matches!(
                        mention.entity_type,
                        EntityType::ArmedGroup | EntityType::StateForce | EntityType::Government | EntityType::Organization
                    )
            }
        };
        (fits && mention.kind != MentionKind::Pronoun && self.entity(index).is_some()).then_some(subject)
    }
}
