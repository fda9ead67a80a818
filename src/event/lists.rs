//! Words that share a role: what the grammar joins, and what follows in a list.

use super::view::View;
use crate::analysis::{EntityType, MentionKind};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

impl View<'_> {
    /// A word and the words coordinated with it.
    pub(super) fn with_conjuncts(&self, token: usize) -> Vec<usize> {
        let nominal = |t: usize| matches!(self.upos(t), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::X);
        let mut all = vec![token];
        all.extend(self.dependents(token, &[Relation::Conj]).filter(|&c| nominal(c) && !self.is_listed_elsewhere(token, c)));
        // "key towns including Rabiyah", "its backers, notably Russia".
        let named = |c: usize| {
            // "the army, along with allied militias".
            let beside = self.case_is(c, "along together alongside") && self.case_of(c).any(|w| matches!(w, "with" | "alongside"));
            let example = self.case_of(c).any(|w| w == "including" || w == "like");
            beside || example || self.dependents(c, &[Relation::Advmod]).any(|a| self.norm(a) == "notably")
        };
        for c in self.dependents(token, &[Relation::Nmod, Relation::Appos, Relation::Obl]).filter(|&c| c > token && named(c)) {
            all.push(c);
            all.extend(self.dependents(c, &[Relation::Conj]));
        }
        // "aided by others: Egypt, France and Chad".
        for c in self.dependents(token, &[Relation::Appos]).filter(|&c| c > token && self.norm(token + 1) == ":") {
            all.push(c);
            all.extend(self.dependents(c, &[Relation::Conj]));
        }
        // "Turkish and Russian officials": two states behind one noun.
        for a in self.dependents(token, &[Relation::Amod, Relation::Compound]).filter(|&a| a < token && self.in_name(a)) {
            let pair = self.dependents(a, &[Relation::Conj]).chain(std::iter::once(a)).filter(|&c| c < token && self.in_name(c));
            let pair: Vec<usize> = pair.collect();
            if pair.len() > 1 {
                all.extend(pair);
            }
        }
        self.listed(token, &mut all);
        if let Some(companion) = self.companion(token).filter(|c| !all.contains(c)) {
            all.push(companion);
        }
        if let Some(example) = self.first_example(token).filter(|e| !all.contains(e)) {
            all.push(example);
            all.extend(self.dependents(example, &[Relation::Conj]));
        }
        all
    }

    /// "soldiers, together with African Union troops,", which the parser often hangs elsewhere: the mention right behind those words.
    fn companion(&self, token: usize) -> Option<usize> {
        let mentions = &self.context.mentions;
        let first = self.mention_at(token)?;
        let end = mentions[first].tokens.end;
        let word = |t: usize| if self.inside(token, t) { self.norm(t) } else { "" };
        let at = end + usize::from(word(end) == ",");
        let next = mentions.get(first + 1).filter(|n| among(word(at), "along together") && word(at + 1) == "with" && n.tokens.start > at + 1)?;
        let near = (at + 2..next.tokens.start).all(|t| matches!(self.upos(t), Upos::Det | Upos::Adj | Upos::Num));
        (near && self.inside(token, next.head) && alike(next.entity_type, mentions[first].entity_type)).then_some(next.head)
    }

    /// "villages including Azaz", "towns such as Bara", which the parser often hangs on the verb: the first name behind those words.
    fn first_example(&self, token: usize) -> Option<usize> {
        let many = self.norm(token) != self.lemma(token) && self.upos(token) == Upos::Noun;
        let at = self.mention_at(token).filter(|_| many).map(|m| self.context.mentions[m].tokens.end)?;
        let at = if self.inside(token, at) && self.norm(at) == "," { at + 1 } else { at };
        let opens = |t: usize, words: &str| self.inside(token, t) && among(self.norm(t), words);
        let length = if opens(at, "including notably especially") { 1 } else { 2 * usize::from(opens(at, "such") && opens(at + 1, "as")) };
        let next = Some(at + length).filter(|&t| length > 0 && self.inside(token, t))?;
        let next = if self.upos(next) == Upos::Det { next + 1 } else { next };
        let mentions = &self.context.mentions;
        let named = self.mention_at(next).filter(|&m| mentions[m].kind == MentionKind::Name)?;
        let kind = self.mention_at(token).map(|m| mentions[m].entity_type)?;
        alike(mentions[named].entity_type, kind).then_some(mentions[named].head)
    }

    /// "fighters from Misrata and Zawiya": whether a word that the parser joins to another continues a list of places behind it.
    fn is_listed_elsewhere(&self, first: usize, other: usize) -> bool {
        let place = |m: usize| self.context.mentions[m].entity_type.is_spot();
        let (Some(first), Some(other)) = (self.mention_at(first), self.mention_at(other)) else { return false };
        let home = self.context.mentions.get(first + 1).filter(|_| place(first + 1) && !place(first) && first + 1 < other && place(other));
        home.is_some_and(|m| (m.tokens.start.saturating_sub(2)..m.tokens.start).any(|t| matches!(self.norm(t), "from" | "in" | "of")))
    }

    /// Mentions that follow in a list: "A, B and C".
    fn listed(&self, token: usize, all: &mut Vec<usize>) {
        let Some(first) = self.mention_at(token) else { return };
        let mentions = &self.context.mentions;
        let (mut found, mut last, mut at) = (Vec::new(), first, mentions[first].tokens.end);
        while self.inside(token, at) && found.len() < 8 {
            let comma = self.norm(at) == ",";
            let joined = matches!(self.norm(at), "and" | "or" | "&");
            let mut next = at + 1;
            while self.inside(token, next)
                && (matches!(self.norm(next), "the" | "a" | "an" | "and" | "both") || self.upos(next) == Upos::Adj && self.mention_at(next).is_none())
            {
                next += 1;
            }
            let listed = self.inside(token, next).then(|| self.mention_at(next)).flatten().filter(|&m| m == last + 1 && (comma || joined));
            let Some(m) = listed.filter(|&m| alike(mentions[m].entity_type, mentions[first].entity_type)) else { return };
            found.push(mentions[m].head);
            let ended = joined || next > at + 1 && self.norm(at + 1) == "and";
            if ended {
                all.extend(found.into_iter().filter(|t| !all.contains(t)).collect::<Vec<_>>());
                return;
            }
            last = m;
            at = mentions[m].tokens.end;
        }
    }
}

/// Whether two kinds of entities stand side by side in one role.
fn alike(a: EntityType, b: EntityType) -> bool {
    let thing = |k| matches!(k, EntityType::Weapon | EntityType::Operation | EntityType::Other);
    (a.is_spot(), thing(a)) == (b.is_spot(), thing(b))
}
