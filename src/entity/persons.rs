//! Whom a title or office without a name means: "the minister", "the Ukrainian leader".

use super::nominals::{Linker, REACH};
use super::phrases::Phrase;
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::among;
use crate::mention::Mention;
use crate::syntax::Relation;

/// Offices of those who lead a state.
const HEADS: &str = "president premier chancellor king queen emir sultan ruler dictator minister";

impl<'a> Linker<'a> {
    /// A person whose title has the words of the phrase.
    pub(super) fn person(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        let state = phrase.words().find_map(|w| self.lexicon.of_adjective(w));
        let of_state = |w: &str| self.lexicon.of_adjective(w).is_some();
        let words: Vec<&str> = phrase.words().skip(1).filter(|w| !among(w, "former then new country nation 's") && !of_state(w)).collect();
        let held = |m: &usize| {
            let mention = &self.mentions[*m];
            let Some(role) = mention.role.clone() else { return false };
            let has = |word: &str| role.clone().any(|t| self.norm(t) == word);
            let bears = |word: &&str| {
                has(word)
                    || match *word {
                        "leader" | "ruler" | "strongman" => {
                            state.is_some() && role.clone().any(|t| among(self.norm(t), HEADS)) && !self.is_minor(&role)
                        }
                        "premier" => has("prime"),
                        _ => false,
                    }
            };
            words.iter().all(bears) && !self.is_foreign(*m, state)
        };
        let around = (index.saturating_sub(REACH)..index).rev().chain(index + 1..(index + 40).min(self.mentions.len()));
        around.into_iter().find(held).and_then(|m| self.clusters.of_mention[m])
    }

    /// The person who does what the sentence before tells, for a "he" that begins the next.
    pub(super) fn speaker(&self, index: usize) -> Option<usize> {
        let here = self.sentence(index);
        let subject = |m: usize| matches!(self.reading.syntax.relation(self.mentions[m].head), Relation::Nsubj | Relation::NsubjPass);
        let near = (index.saturating_sub(40)..index).rev().take_while(|&m| self.sentence(m) + 1 >= here);
        // "The minister, Tarek Halabi, met": the title is the subject.
        let bears_name = |g: usize| self.clusters.groups[g].mentions.iter().take(8).any(|&m| self.mentions[m].kind == MentionKind::Name);
        let named = |m: &usize| self.mentions[*m].entity_type == EntityType::Person && self.clusters.of_mention[*m].is_some_and(bears_name);
        // Within its own sentence the nearest is as likely.
        let mut persons = near.filter(named);
        let first = persons.next()?;
        if self.sentence(first) == here || !subject(index) {
            return None;
        }
        let subjects: Vec<usize> = std::iter::once(first).chain(persons).filter(|&m| subject(m)).collect();
        // "Okello praised the accord, although Batu must go. He called": rather of the main clause, of two as near to it the last.
        let syntax = &self.reading.syntax;
        let depth = |m: usize| syntax.ancestors(self.mentions[m].head).take(12).count();
        subjects.into_iter().min_by_key(|&m| depth(m)).and_then(|m| self.clusters.of_mention[m])
    }

    /// "foreign minister": an office that leads no state.
    fn is_minor(&self, role: &std::ops::Range<usize>) -> bool {
        let has = |word: &str| role.clone().any(|t| self.norm(t) == word);
        has("minister") && !has("prime") || has("vice") || has("deputy") || has("former")
    }

    /// Whether a person is known to be of another state than the one told.
    fn is_foreign(&self, m: usize, state: Option<&str>) -> bool {
        let own = self.clusters.of_mention[m].and_then(|g| self.lexicon.country(&self.clusters.groups[g].key));
        let own = own.or_else(|| {
            let before = self.mentions[m].outset().checked_sub(1)?;
            self.lexicon.of_adjective(self.norm(before))
        });
        matches!((own, state), (Some(own), Some(state)) if own != state)
    }

    /// Whether a title that stands alone may mean the same person as another one before: no word of it is new.
    pub(super) fn is_said_before(&self, group: usize, phrase: &Phrase<'a>) -> bool {
        let told = |m: &Mention| phrase.words().skip(1).all(|w| m.tokens.clone().any(|t| self.norm(t) == w));
        phrase.entity_type != EntityType::Person
            || self.clusters.groups[group].mentions.iter().take(20).map(|&m| &self.mentions[m]).any(|m| m.kind == MentionKind::Nominal && told(m))
    }
}
