//! What the rules share: the words of one text with their senses, and an attribution in the making.

use super::lexicon::{Lexicon, Verb, Word};
use super::quotes::{Quote, quotes};
use crate::Reading;
use crate::analysis::{EntityType, Stance};
use crate::mention::Mention;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// An attribution in the making.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Head word and words of the source.
    pub source: Option<(usize, Range<usize>)>,
    /// The cue's tokens.
    pub cue: Range<usize>,
    /// Source and cue together: where another one's content ends.
    pub group: Range<usize>,
    /// What is said, inside the sentence.
    pub content: Vec<Range<usize>>,
    pub stance: Stance,
    pub rule: &'static str,
    /// Whether the group stands after what is said.
    pub trails: bool,
    /// The cue ends its block with a colon: what is said follows in the next.
    pub announces: bool,
}

/// No phrase that says whom somebody speaks for is longer, in words.
const PHRASE: usize = 14;

/// A text as the rules read it.
pub(super) struct Text<'a> {
    pub reading: &'a Reading<'a>,
    pub mentions: &'a [Mention],
    pub quotes: Vec<Quote>,
    verbs: Vec<Option<Verb>>,
    words: Vec<Word>,
}

impl<'a> Text<'a> {
    pub fn new(reading: &'a Reading<'a>, mentions: &'a [Mention], lexicon: &Lexicon) -> Self {
        Text {
            reading,
            mentions,
            quotes: quotes(reading),
            verbs: lexicon.verbs_of(reading.syntax.lemma_vocabulary()),
            words: lexicon.words_of(&reading.tokens.vocabulary),
        }
    }

    /// Lower-case form; empty outside the text.
    pub fn norm(&self, i: usize) -> &'a str {
        if i < self.reading.tokens.len() { self.reading.tokens.norm(i) } else { "" }
    }

    /// Part of speech; punctuation outside the text.
    pub fn upos(&self, i: usize) -> Upos {
        if i < self.reading.tokens.len() { self.reading.syntax.upos(i) } else { Upos::Punct }
    }

    pub fn relation(&self, i: usize) -> Relation {
        self.reading.syntax.relation(i)
    }

    /// The verb of speech that a token is.
    pub fn verb(&self, i: usize) -> Option<Verb> {
        let final_noun = self.upos(i) == Upos::Noun
            && matches!(self.norm(i), "reports" | "claims")
            && matches!(self.norm(i + 1), "." | "")
            && self.nominal(i.wrapping_sub(1));
        // "Omar Said, the director": a family name.
        let surname = self.norm(i) == "said" && self.capital(i) && i > 0 && self.capital(i - 1) && self.norm(i + 1) == ",";
        if self.upos(i) != Upos::Verb && !final_noun || surname {
            return None;
        }
        self.verbs.get(self.reading.syntax.lemma_symbol(i).0 as usize).copied().flatten()
    }

    /// Whether a token is written with a capital.
    pub fn capital(&self, i: usize) -> bool {
        i < self.reading.tokens.len() && self.reading.tokens.text(i).starts_with(char::is_uppercase)
    }

    /// What else a token may do.
    pub fn word(&self, i: usize) -> Word {
        if i < self.reading.tokens.len() { self.words[self.reading.tokens.tokens[i].norm.0 as usize] } else { Word::default() }
    }

    /// Whether a token is a verb or auxiliary.
    pub fn verbal(&self, i: usize) -> bool {
        matches!(self.upos(i), Upos::Verb | Upos::Aux)
    }

    /// Whether a range holds a verb or auxiliary.
    pub fn has_verb(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| self.verbal(i))
    }

    /// Whether a token is a noun, name or pronoun.
    pub fn nominal(&self, i: usize) -> bool {
        matches!(self.upos(i), Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// Whether a token is a quotation mark that a quotation opens with.
    pub fn opens_quote(&self, i: usize) -> bool {
        self.quote_at(i).is_some_and(|q| self.quotes[q].tokens.start == i)
    }

    /// The quotation that a token lies in, marks included.
    pub fn quote_at(&self, i: usize) -> Option<usize> {
        let at = self.quotes.partition_point(|q| q.tokens.end <= i);
        self.quotes.get(at).is_some_and(|q| q.tokens.contains(&i)).then_some(at)
    }

    /// Whether a token is a double quotation mark, of whatever make.
    pub fn double_mark(&self, i: usize) -> bool {
        matches!(self.norm(i), "\"" | "\"\"" | "''" | "«" | "»")
    }

    /// Whether a token ends what stands before a trailing cue: a comma, a closing mark, a dash.
    pub fn closes_speech(&self, i: usize) -> bool {
        matches!(self.norm(i), "," | "?" | "!" | "—" | "–" | "-" | "--" | "―")
            || (self.quote_at(i).is_some_and(|q| self.quotes[q].tokens.end == i + 1) && (self.upos(i) == Upos::Punct || self.double_mark(i)))
    }

    /// The mentions that name a source, given its head word and all its words: the first one, and those joined to it.
    pub fn source_mentions(&self, head: usize, words: &Range<usize>) -> Vec<usize> {
        // "the observatory, which is based in Britain, said", "reports from Port Sudan": a place says nothing.
        let mute = |m: &usize| match self.mentions[*m].entity_type {
            EntityType::Place | EntityType::Weapon => true,
            EntityType::Facility => !self.mentions[*m].tokens.contains(&head),
            _ => false,
        };
        let Some(first) = self.source_mention(head, words).filter(|m| !mute(m)) else { return Vec::new() };
        let mut found = vec![first];
        let inside = |m: usize| self.mentions.get(m).is_some_and(|m| m.tokens.start >= words.start && m.tokens.end <= words.end);
        let mut last = first;
        while inside(last + 1) && self.joined(last, last + 1) {
            last += 1;
            found.push(last);
        }
        let mut before = first;
        while before > 0 && inside(before - 1) && self.joined(before - 1, before) {
            before -= 1;
            found.push(before);
        }
        found
    }

    /// Whether only "and", commas and describing words stand between two mentions, "and" or a comma among them.
    fn joined(&self, left: usize, right: usize) -> bool {
        let between = self.mentions[left].tokens.end..self.mentions[right].tokens.start;
        let and = between.clone().any(|i| matches!(self.norm(i), "and" | "or"));
        and && between.len() <= 4
            && between
                .clone()
                .all(|i| matches!(self.norm(i), "and" | "," | "or") || matches!(self.upos(i), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn))
    }

    /// The mention that names a source.
    fn source_mention(&self, head: usize, words: &Range<usize>) -> Option<usize> {
        let first = self.mentions.partition_point(|m| m.tokens.end <= words.start);
        let inside: Vec<usize> = (first..self.mentions.len()).take_while(|&m| self.mentions[m].tokens.start < words.end).collect();
        let holds_head = inside.iter().copied().find(|&m| self.mentions[m].tokens.contains(&head));
        if self.word(head).document {
            let by = |m: &&usize| matches!(self.norm(self.mentions[**m].tokens.start.wrapping_sub(1)), "by" | "from") || self.after_determiner(**m);
            let maker = inside.iter().find(by).or_else(|| inside.iter().find(|&&m| !self.mentions[m].tokens.contains(&head)));
            return maker.copied().or(holds_head);
        }
        let comma = words.clone().find(|&i| self.norm(i) == ",").unwrap_or(words.end);
        // "The mayor of Goma, Ana Ruiz, said": not the town.
        let office = holds_head.filter(|&h| matches!(self.norm(self.mentions[h].tokens.start.wrapping_sub(1)), "of" | "for" | "the"));
        let behind = |h: usize| {
            let end = self.mentions[h].tokens.end;
            let name = self.mentions.get(h + 1).filter(|m| m.entity_type == EntityType::Person && m.tokens.start == end + 1);
            name.is_some_and(|m| self.norm(end) == "," && self.norm(m.tokens.end) == ",") && self.mentions[h].entity_type != EntityType::Person
        };
        if let Some(name) = office.filter(|&h| behind(h)).map(|h| h + 1) {
            return Some(name);
        }
        if let Some(named) = holds_head.and_then(|m| self.named_beside(m, &inside)) {
            return Some(named);
        }
        if let Some(named) = holds_head.and_then(|m| self.named_behind(m)) {
            return Some(named);
        }
        let before_comma = || inside.iter().copied().find(|&m| self.mentions[m].tokens.start < comma && self.mentions[m].tokens.end > head);
        holds_head.or_else(before_comma).or_else(|| inside.first().copied())
    }

    /// The name that a class word only classes, or that follows a title: "the Hilltop Committees network", "the director of the monitor Sami Said".
    fn named_beside(&self, nominal: usize, inside: &[usize]) -> Option<usize> {
        use crate::analysis::MentionKind;
        let own = self.mentions.get(nominal).filter(|m| m.kind == MentionKind::Nominal)?;
        let names = |m: &&usize| self.mentions[**m].kind == MentionKind::Name;
        let between =
            |from: usize, to: usize| (from..to).all(|i| matches!(self.upos(i), Upos::Noun | Upos::Propn | Upos::Adj) || self.norm(i) == "-");
        if self.word(own.head).class {
            let before = inside.iter().rev().filter(names).find(|&&m| self.mentions[m].tokens.end <= own.head);
            return before.copied().filter(|&m| self.speaks(self.mentions[m].head) && between(self.mentions[m].tokens.end, own.head));
        }
        let last = inside.iter().rev().filter(names).find(|&&m| self.mentions[m].tokens.start > own.head)?;
        let name = &self.mentions[*last];
        let titled =
            (own.head..name.tokens.start).all(|i| self.nominal(i) || matches!(self.norm(i), "of" | "for" | "the") || self.upos(i) == Upos::Adj);
        // "the minister, Sami Said, told".
        let apposed = self.norm(own.head + 1) == "," && own.head + 2 == name.tokens.start && self.norm(name.tokens.end) == ",";
        (name.entity_type == EntityType::Person && (titled || apposed)).then_some(*last)
    }

    /// "…, said a spokesman for the ministry of health, Ana Ruiz": the name that a comma adds to the whole phrase.
    fn named_behind(&self, nominal: usize) -> Option<usize> {
        use crate::analysis::MentionKind;
        let own = self.mentions.get(nominal).filter(|m| m.kind == MentionKind::Nominal && m.entity_type == EntityType::Person)?;
        let comma = (own.tokens.end..own.tokens.end + PHRASE).find(|&i| self.upos(i) == Upos::Punct).filter(|&i| self.norm(i) == ",")?;
        let phrase = (own.tokens.end..comma).all(|i| self.nominal(i) || matches!(self.upos(i), Upos::Adp | Upos::Det | Upos::Adj | Upos::Cconj));
        let begins = matches!(self.norm(own.tokens.end), "for" | "of" | "at" | "from" | "with");
        let at = self.mentions.partition_point(|m| m.tokens.start <= comma);
        let name = self.mentions.get(at).filter(|m| m.tokens.start == comma + 1 && phrase && begins)?;
        let closed = matches!(self.norm(name.tokens.end), "," | "." | ";" | "") || self.double_mark(name.tokens.end);
        (name.kind == MentionKind::Name && name.entity_type == EntityType::Person && closed).then_some(at)
    }

    /// Whether a token lies in a mention of someone who can speak.
    pub fn speaks(&self, i: usize) -> bool {
        use crate::analysis::EntityType::{Facility, Operation, Other, Place, Weapon};
        let at = self.mentions.partition_point(|m| m.tokens.end <= i);
        self.mentions.get(at).is_some_and(|m| m.tokens.contains(&i) && !matches!(m.entity_type, Place | Facility | Weapon | Operation | Other))
    }

    /// Whether a token lies in a mention of a place.
    pub fn spot(&self, i: usize) -> bool {
        let at = self.mentions.partition_point(|m| m.tokens.end <= i);
        self.mentions.get(at).is_some_and(|m| m.tokens.contains(&i) && m.entity_type.is_spot())
    }

    /// Whether "by the" or "from the" stands before a mention.
    fn after_determiner(&self, mention: usize) -> bool {
        let start = self.mentions[mention].tokens.start;
        matches!(self.norm(start.wrapping_sub(1)), "the" | "a" | "an") && matches!(self.norm(start.wrapping_sub(2)), "by" | "from")
    }
}
