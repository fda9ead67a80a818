//! Whose the troops and machines are that a text calls "its soldiers", "4,000 troops", "fighters of the front".

use super::nominals::Linker;
use super::phrases::Phrase;
use crate::analysis::{EntityType, MentionKind};
use crate::mention::Mention;
use crate::syntax::Relation;

impl<'a> Linker<'a> {
    /// "sent 4,000 troops", "withdrew soldiers": troops that a verb moves, of the state that moves them.
    pub(super) fn is_sent(&self, index: usize) -> bool {
        let syntax = &self.reading.syntax;
        let mention = &self.mentions[index];
        let moved = |v: usize| {
            matches!(syntax.lemma(v), "send" | "deploy" | "dispatch" | "contribute" | "station" | "commit" | "pledge" | "mass" | "withdraw")
        };
        let definite = matches!(self.norm(mention.tokens.start), "the" | "these" | "those");
        !definite && syntax.relation(mention.head) == Relation::Obj && syntax.head(mention.head).is_some_and(moved)
    }

    /// "soldiers", in a text on several armies.
    pub(super) fn is_any_army(&self, phrase: &Phrase<'a>) -> bool {
        self.many_armies && !phrase.definite && phrase.entity_type == EntityType::StateForce && phrase.slot() == "army"
    }

    /// "14th Division": no army as a whole.
    pub(super) fn is_unit(&self, mention: &Mention) -> bool {
        matches!(self.norm(mention.tokens.end - 1), "division" | "brigade" | "battalion" | "regiment" | "corps" | "command" | "squadron" | "unit")
    }

    /// "fighters of the ELN", "soldiers from Chad": whose they are.
    pub(super) fn members(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        let mention = &self.mentions[index];
        let at = mention.tokens.end;
        let joint = self.norm(at);
        let people = matches!(phrase.noun, "members" | "men" | "elements");
        let members = matches!(phrase.slot(), "army" | "rebels")
            || matches!(phrase.noun, "militants" | "gunmen" | "jihadists" | "commandos")
            || phrase.noun == "force" && joint == "from"
            || self.is_equipment(mention) && joint == "of";
        if !(mention.entity_type.is_armed() && members || people) || phrase.is_owned() || !matches!(joint, "of" | "from") {
            return None;
        }
        let start = at + 1 + usize::from(self.norm(at + 1) == "the");
        let next = self.mentions.get(index + 1).filter(|m| m.kind == MentionKind::Name && m.tokens.start == start)?;
        let group = self.clusters.of_mention[index + 1]?;
        if next.entity_type.is_armed() {
            return Some(group);
        }
        // Not in "the withdrawal of troops from Chad".
        let acts = matches!(self.reading.syntax.relation(mention.head), Relation::Nsubj | Relation::NsubjPass | Relation::OblAgent);
        let country = self.clusters.groups[group].key.strip_prefix("place:").filter(|_| acts && mention.entity_type == EntityType::StateForce)?;
        self.by_key.get(&format!("force:{country}")).copied()
    }

    /// Whether "its soldiers" are not those of a group of nominals, whose key names another state's.
    pub(super) fn is_of_another(&self, index: usize, phrase: &Phrase<'a>, group: usize) -> bool {
        (phrase.is_owned() || self.is_sent(index))
            && phrase.entity_type == EntityType::StateForce
            && self.key_of_owner(index).is_some_and(|k| k != self.clusters.groups[group].key)
    }

    /// "its forces": the forces of the state that the sentence itself spoke of last; a guess from further back could swap the sides.
    pub(super) fn of_owner(&self, index: usize) -> Option<usize> {
        let owner = self.owner(index)?;
        let group = &self.clusters.groups[owner];
        // An army's or a militia's troops are the army or militia itself.
        let itself = group.kind.is_armed() && !group.key.starts_with("force:");
        if itself { Some(owner) } else { self.by_key.get(&self.key_of_owner(index)?).copied() }
    }

    /// The body that a sentence spoke of last, if it may have forces.
    fn owner(&self, index: usize) -> Option<usize> {
        let armed = |kind| matches!(kind, EntityType::StateForce | EntityType::ArmedGroup | EntityType::Government);
        self.nearest(index, 0, |m, key| armed(m.entity_type) || key.starts_with("place:"))
    }

    /// The key of the forces of that state, or of another body.
    pub(super) fn key_of_owner(&self, index: usize) -> Option<String> {
        let owner = self.owner(index)?;
        match self.clusters.groups[owner].key.split_once(':') {
            Some((_, country)) => Some(format!("force:{country}")),
            None => Some(format!("forces of {owner}")),
        }
    }

    /// "the government in Copenhagen", "the authorities in Mali": the key of that state's government, if a capital or a state stands there.
    pub(super) fn seated(&self, index: usize) -> Option<String> {
        let end = self.mentions[index].tokens.end;
        let seat = self.mentions.get(index + 1).filter(|m| self.norm(end) == "in" && m.tokens.start == end + 1 && m.kind == MentionKind::Name)?;
        let key = self.clusters.of_mention[index + 1].map(|g| self.clusters.groups[g].key.as_str()).unwrap_or_default();
        let state = key.strip_prefix("place:").or(key.strip_prefix("gov:")).map(str::to_owned);
        state.or_else(|| self.state_of_capital(seat)).map(|code| format!("gov:{code}"))
    }

    /// "Russian aircraft" is no antecedent of "the army".
    pub(super) fn is_equipment(&self, mention: &Mention) -> bool {
        self.lexicon.is_equipment(self.reading.tokens.norm(mention.tokens.end - 1))
    }
}
