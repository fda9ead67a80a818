//! A document as the event rules look at it: what each word is about, which mention it belongs to.

use super::Context;
use super::lexicon::{Bits, Lexicon, Signature, signature};
use crate::analysis::{EntityType, GeoPrecision, MentionKind};
use crate::attribution::Attribution;
use crate::document::BlockKind;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

const NONE: u32 = u32::MAX;

/// A document as the event rules look at it.
pub(super) struct View<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) lexicon: &'a Lexicon,
    bits: Vec<Bits>,
    mention_of: Vec<u32>,
    time_of: Vec<bool>,
    sentence_bits: Vec<Bits>,
    sentence_signatures: Vec<Signature>,
    sentence_of: Vec<u32>,
    /// Pronouns and the words they stand for, in text order.
    stands_for: Vec<(usize, usize)>,
    /// 0 to 1: how much the document is about armed conflict.
    pub(super) conflict: f64,
    /// The logit, in 32nds, that the document is about conflict, by all its words; none if it has too few to tell.
    pub(super) subject: Option<i32>,
    /// 0 to 1: how much the document is about what states and their envoys do.
    pub(super) diplomacy: f64,
    /// The first sentence of the article below its headline.
    pub(super) first_of_body: Option<usize>,
    /// The sentence that is only the day of the article.
    stamp: Option<usize>,
}

impl<'a> View<'a> {
    /// Looks at a document.
    pub(super) fn new(context: &'a Context<'a>, lexicon: &'a Lexicon) -> Self {
        let (tokens, syntax) = (&context.reading.tokens, &context.reading.syntax);
        let n = tokens.len();
        let mut bits: Vec<Bits> = (0..n).map(|i| lexicon.classes.of(syntax.lemma(i)) | lexicon.classes.of(tokens.norm(i))).collect();
        let mut mention_of = vec![NONE; n];
        for (index, mention) in context.mentions.iter().enumerate() {
            for t in mention.tokens.clone().filter(|&t| t < n) {
                mention_of[t] = index as u32;
            }
            if let Some(b) = bits.get_mut(mention.head) {
                *b |= 1 << mention.entity_type as u32;
            }
        }
        models(context, lexicon, &mut bits);
        bombers(context, lexicon, &mut bits);
        let mut time_of = vec![false; n];
        for t in context.times.iter().flat_map(|t| t.tokens.clone()).filter(|&t| t < n) {
            time_of[t] = true;
        }
        let mut sentence_of = vec![0; n];
        let mut sentence_bits = Vec::with_capacity(tokens.sentences.len());
        let mut sentence_signatures = Vec::with_capacity(tokens.sentences.len());
        for (index, sentence) in tokens.sentences.iter().enumerate() {
            sentence_bits.push(sentence.tokens.clone().fold(0, |all, t| all | bits[t]));
            sentence_signatures.push(sentence.tokens.clone().fold(0, |all, t| all | signature(tokens.norm(t)) | signature(syntax.lemma(t))));
            for t in sentence.tokens.clone() {
                sentence_of[t] = index as u32;
            }
        }
        let number = lexicon.masks.number;
        for (i, b) in bits.iter_mut().enumerate() {
            if syntax.upos(i) == Upos::Num && !time_of[i] {
                *b |= number;
            }
        }
        let conflict = conflict(&bits, lexicon);
        let diplomacy = diplomacy(&bits, lexicon);
        let stands_for = super::pronoun::antecedents(context);
        for &(pronoun, word) in &stands_for {
            bits[pronoun] |= bits[word];
        }
        let kind = |block: usize| context.reading.document.blocks.get(block).map(|b| b.kind);
        let first_of = |wanted: BlockKind| tokens.sentences.iter().position(|s| kind(s.block) == Some(wanted));
        let (first_of_body, stamp) = (first_of(BlockKind::Body), first_of(BlockKind::Stamp));
        let subject = super::subject::logit(context, &lexicon.subject);
        View {
            context,
            lexicon,
            bits,
            mention_of,
            time_of,
            sentence_bits,
            sentence_signatures,
            sentence_of,
            stands_for,
            conflict,
            subject,
            diplomacy,
            first_of_body,
            stamp,
        }
    }

    /// Dictionary form; empty past the end of the text.
    pub(super) fn lemma(&self, i: usize) -> &str {
        if i < self.bits.len() { self.context.reading.syntax.lemma(i) } else { "" }
    }

    /// Lower-case form; empty past the end of the text.
    pub(super) fn norm(&self, i: usize) -> &str {
        if i < self.bits.len() { self.context.reading.tokens.norm(i) } else { "" }
    }

    /// Part of speech; `X` past the end of the text.
    pub(super) fn upos(&self, i: usize) -> Upos {
        if i < self.bits.len() { self.context.reading.syntax.upos(i) } else { Upos::X }
    }

    pub(super) fn relation(&self, i: usize) -> Relation {
        self.context.reading.syntax.relation(i)
    }

    pub(super) fn head(&self, i: usize) -> Option<usize> {
        self.context.reading.syntax.head(i)
    }

    pub(super) fn children(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.context.reading.syntax.children(i)
    }

    /// Dependents in one of some relations.
    pub(super) fn dependents<'b>(&'b self, i: usize, relations: &'b [Relation]) -> impl Iterator<Item = usize> + 'b {
        self.context.reading.syntax.dependents(i, relations)
    }

    /// Whether a word has a dependent in one of some relations.
    #[inline(never)]
    pub(super) fn has(&self, i: usize, relations: &[Relation]) -> bool {
        self.dependents(i, relations).next().is_some()
    }

    /// Whether a word has a dependent in one of some relations that is one of some words (spaces between).
    #[inline(never)]
    pub(super) fn has_word(&self, i: usize, relations: &[Relation], words: &str) -> bool {
        self.dependents(i, relations).any(|d| among(self.norm(d), words))
    }

    /// Whether one of some prepositions (spaces between) opens a phrase.
    pub(super) fn case_is(&self, token: usize, words: &str) -> bool {
        self.has_word(token, &[Relation::Case, Relation::Fixed], words)
    }

    /// "not", "never".
    pub(super) fn is_negation(&self, token: usize) -> bool {
        among(self.norm(token), "not n't never nt")
    }

    /// Whether a word is the name of a country.
    pub(super) fn is_country(&self, token: usize) -> bool {
        let place = |m: &usize| self.context.mentions[*m].kind == MentionKind::Name && self.context.mentions[*m].entity_type == EntityType::Place;
        let entity = self.mention_at(token).filter(place).and_then(|m| self.entity(m));
        entity.and_then(|e| self.context.entities.entities.get(e)).is_some_and(|e| e.precision == Some(GeoPrecision::Country))
    }

    /// What a word is about: its classes, and the kind of the mention that it heads.
    pub(super) fn bits(&self, i: usize) -> Bits {
        self.bits[i]
    }

    /// The signature of all words of a word's sentence, in their own and their dictionary forms.
    pub(super) fn sentence_signature(&self, i: usize) -> Signature {
        self.sentence_signatures[self.sentence_index(i)]
    }

    /// The classes and kinds of all words of a word's sentence.
    pub(super) fn sentence_bits(&self, i: usize) -> Bits {
        self.sentence_bits[self.sentence_index(i)]
    }

    pub(super) fn sentence_index(&self, i: usize) -> usize {
        self.sentence_of.get(i).or(self.sentence_of.last()).map_or(0, |&s| s as usize)
    }

    /// Whether a word stands in the first two sentences of the article below its headline, or before them.
    pub(super) fn begins_body(&self, i: usize) -> bool {
        self.first_of_body.is_some_and(|first| self.sentence_index(i) <= first + 1)
    }

    /// How many sentences two words are apart. The day of the article between headline and text tells nothing, so it does not count.
    pub(super) fn sentences_apart(&self, a: usize, b: usize) -> usize {
        let (first, last) = (self.sentence_index(a.min(b)), self.sentence_index(a.max(b)));
        last - first - usize::from(self.stamp.is_some_and(|s| first < s && s < last))
    }

    /// The tokens of a word's sentence.
    pub(super) fn sentence(&self, i: usize) -> Range<usize> {
        self.context.reading.tokens.sentences[self.sentence_index(i)].tokens.clone()
    }

    /// Whether `other` is a token of the same sentence as `i`; either may lie past the text.
    pub(super) fn inside(&self, i: usize, other: usize) -> bool {
        self.sentence_of.get(i).is_some_and(|s| self.sentence_of.get(other) == Some(s))
    }

    /// Whether a word belongs to a time expression.
    pub(super) fn is_time(&self, i: usize) -> bool {
        self.time_of[i]
    }

    /// Indices of the mentions of a word's sentence, at most sixty.
    pub(super) fn mentions_in(&self, i: usize) -> Range<usize> {
        let (mentions, sentence) = (self.context.mentions, self.sentence(i));
        let first = mentions.partition_point(|m| m.tokens.start < sentence.start);
        let last = mentions.partition_point(|m| m.tokens.start < sentence.end);
        first..last.clamp(first, first + 60)
    }

    /// Indices of the time expressions of a word's sentence.
    pub(super) fn times_in(&self, i: usize) -> Range<usize> {
        let (times, sentence) = (self.context.times, self.sentence(i));
        let first = times.partition_point(|t| t.tokens.start < sentence.start);
        let last = times.partition_point(|t| t.tokens.start < sentence.end);
        first..last.max(first)
    }

    /// The attributions whose cue stands near a word.
    pub(super) fn attributions_near(&self, i: usize) -> impl Iterator<Item = &'a Attribution> {
        let all = self.context.attributions;
        let first = all.partition_point(|a| a.cue.start + 400 < i);
        let last = all.partition_point(|a| a.cue.start < i + 400);
        all.get(first..last.max(first)).unwrap_or(&[]).iter()
    }

    /// The block of a word's sentence.
    pub(super) fn block(&self, i: usize) -> Option<usize> {
        self.block_of_sentence(self.sentence_index(i))
    }

    /// The block of a sentence.
    pub(super) fn block_of_sentence(&self, sentence: usize) -> Option<usize> {
        self.context.reading.tokens.sentences.get(sentence).map(|s| s.block)
    }

    /// Whether a word stands in the headline.
    pub(super) fn in_headline(&self, i: usize) -> bool {
        let reading = self.context.reading;
        let block = reading.tokens.sentences.get(self.sentence_index(i)).map(|s| s.block);
        block.and_then(|b| reading.document.blocks.get(b)).is_some_and(|b| b.kind == BlockKind::Headline)
    }

    /// Whether no white space stands before a word.
    pub(super) fn joined(&self, i: usize) -> bool {
        self.context.reading.tokens.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// A participle between an article or adjective and a noun: "the displaced people", "an ethnic armed group".
    pub(super) fn is_attributive(&self, i: usize) -> bool {
        let (Some(before), after) = (i.checked_sub(1).filter(|&b| self.inside(i, b)), i + 1) else { return false };
        let participle = self.norm(i).ends_with("ed") || self.norm(i).ends_with("en");
        // "the outlawed Kurdish rebels".
        let after = if self.upos(after) == Upos::Adj && self.inside(i, after + 1) { after + 1 } else { after };
        participle
            && self.inside(i, after)
            && (matches!(self.upos(before), Upos::Det | Upos::Adj | Upos::Num)
                || self.upos(before) == Upos::Propn && matches!(self.norm(i), "backed" | "held"))
            && matches!(self.upos(after), Upos::Noun | Upos::Propn)
    }

    /// The mention that covers a word.
    pub(super) fn mention_at(&self, i: usize) -> Option<usize> {
        self.mention_of.get(i).filter(|&&m| m != NONE).map(|&m| m as usize)
    }

    /// Whether a word lies inside a proper name.
    pub(super) fn in_name(&self, i: usize) -> bool {
        self.mention_at(i).is_some_and(|m| self.context.mentions[m].kind == MentionKind::Name)
    }

    /// The entity of a mention.
    pub(super) fn entity(&self, mention: usize) -> Option<usize> {
        self.context.entities.of_mention.get(mention).copied().flatten()
    }

    /// Whether a place lies within another, as far as the entities tell.
    pub(super) fn lies_within(&self, inner: usize, outer: usize) -> bool {
        let entities = &self.context.entities.entities;
        let mut at = entities.get(inner).and_then(|e| e.within);
        for _ in 0..4 {
            if at == Some(outer) {
                return inner != outer;
            }
            at = at.and_then(|e| entities.get(e)).and_then(|e| e.within);
        }
        false
    }

    /// Whether two places are one, or one lies in the other, as far as the entities tell.
    pub(super) fn is_near(&self, a: usize, b: usize) -> bool {
        a == b || self.lies_within(a, b) || self.lies_within(b, a)
    }

    /// The words before a noun that belong to it: compounds, adjectives, demonyms.
    pub(super) fn modifiers(&self, head: usize) -> Vec<usize> {
        let relations = [Relation::Compound, Relation::Amod, Relation::Nmod, Relation::Nummod, Relation::NmodPoss, Relation::Flat];
        let mut found = Vec::new();
        for child in self.dependents(head, &relations).filter(|&c| c < head) {
            found.push(child);
            found.extend(self.dependents(child, &relations).filter(|&c| c < head));
        }
        found
    }

    /// The word that a nominal phrase is really about, and that some mention covers if any does.
    pub(super) fn referent(&self, token: usize) -> usize {
        if let Ok(i) = self.stands_for.binary_search_by_key(&token, |s| s.0) {
            return self.stands_for[i].1;
        }
        let namer = self.bits(token) & self.lexicon.masks.namer != 0;
        if self.mention_at(token).is_some() {
            // "the Waer neighbourhood": the name before the word that classes it.
            let named = (namer && !self.in_name(token)).then(|| {
                self.dependents(token, &[Relation::Compound, Relation::Flat, Relation::Nmod, Relation::Amod]).find(|&c| {
                    let named = |m: usize| matches!(self.context.mentions[m].entity_type, EntityType::Place | EntityType::ArmedGroup);
                    c + 1 == token && self.mention_at(c).is_some_and(named) && self.in_name(c)
                })
            });
            return named.flatten().unwrap_or(token);
        }
        // "the Jazira town of Wad Madani": the town, not the state.
        let inner = self.dependents(token, &[Relation::Nmod]).find(|&c| c > token && self.in_name(c) && self.case_of(c).any(|w| w == "of"));
        if let Some(c) = inner.filter(|_| namer && self.is_container(token)) {
            return c;
        }
        if namer {
            let named = self
                .dependents(token, &[Relation::Compound, Relation::Appos, Relation::Flat, Relation::Nmod, Relation::NmodPoss])
                .find(|&c| self.in_name(c));
            if let Some(c) = named {
                return c;
            }
        }
        if self.is_container(token) {
            let inner = self.dependents(token, &[Relation::Nmod]).find(|&c| self.case_of(c).any(|w| w == "of"));
            if let Some(c) = inner {
                return if self.mention_at(c).is_some() { c } else { self.referent_once(c) };
            }
        }
        self.dependents(token, &[Relation::Appos, Relation::Flat]).find(|&c| self.in_name(c)).unwrap_or(token)
    }

    /// Whether a word stands for what follows it after "of".
    pub(super) fn is_container(&self, token: usize) -> bool {
        self.bits(token) & self.lexicon.masks.container != 0 || self.upos(token) == Upos::Num
    }

    /// Whether a word counts: "dozens", "12".
    pub(super) fn is_number(&self, token: usize) -> bool {
        self.bits(token) & self.lexicon.masks.number != 0
    }

    fn referent_once(&self, token: usize) -> usize {
        self.dependents(token, &[Relation::Compound, Relation::Appos, Relation::Flat]).find(|&c| self.in_name(c)).unwrap_or(token)
    }

    /// The prepositions of a phrase.
    pub(super) fn case_of(&self, token: usize) -> impl Iterator<Item = &str> + '_ {
        self.dependents(token, &[Relation::Case, Relation::Fixed]).map(|c| self.norm(c))
    }
}

/// Letters that types of aircraft begin with.
const MODELS: &str = "f mig su tu il an mi ka b ac c uh ah mq";

/// "two F-16s", "MiG-29 fighters": types of aircraft in pieces, and what they are types of.
fn models(context: &Context<'_>, lexicon: &Lexicon, bits: &mut [Bits]) {
    let aircraft = lexicon.masks.air | lexicon.masks.aircraft;
    let (tokens, n) = (&context.reading.tokens, bits.len());
    for i in (0..n.saturating_sub(2)).filter(|&i| tokens.norm(i + 1) == "-" && among(tokens.norm(i), MODELS)) {
        let number = tokens.norm(i + 2);
        if number.starts_with(|c: char| c.is_ascii_digit()) && (tokens.norm(i), number) != ("c", "4") {
            bits[i] |= aircraft;
            bits[i + 2] |= aircraft;
        }
    }
    for i in (1..n).filter(|&i| among(tokens.norm(i), "fighter fighters") && bits[i - 1] & aircraft != 0).collect::<Vec<_>>() {
        bits[i] = aircraft;
    }
}

/// "a female bomber", "the bomber's vest": who blows himself up is no aircraft, and a B-52 bomber blows nobody up.
fn bombers(context: &Context<'_>, lexicon: &Lexicon, bits: &mut [Bits]) {
    let (air, bomber, suicide) = (lexicon.masks.air, lexicon.masks.bomber, lexicon.masks.suicide);
    let (tokens, n) = (&context.reading.tokens, bits.len());
    let of_flesh = (0..n).any(|i| bits[i] & suicide != 0 || tokens.norm(i) == "himself" && i + 1 < n && tokens.norm(i + 1) == "up");
    let flies = (0..n).any(|i| bits[i] & air != 0 && bits[i] & bomber == 0);
    for i in 0..n {
        if bits[i] & bomber == 0 {
            continue;
        }
        let before = i.checked_sub(1).map_or("", |b| tokens.norm(b));
        let model = i > 0 && bits[i - 1] & air != 0 || among(before, "strategic heavy stealth range fighter nuclear tactical dive light capable");
        let person = !model && (of_flesh || tokens.norm(i) == "bomber" && !flies);
        bits[i] &= if person { !air } else { !bomber };
    }
}

/// Words of sport, culture, business and the like.
fn peaceful(lexicon: &Lexicon) -> Bits {
    let m = &lexicon.masks;
    m.sport | m.culture | m.business | m.cook | m.medical | m.law | m.crime
}

/// How much of a document is about states and their envoys.
fn diplomacy(bits: &[Bits], lexicon: &Lexicon) -> f64 {
    let state = lexicon.masks.gov | lexicon.masks.diplomat;
    let peace = peaceful(lexicon);
    let strong = bits.iter().filter(|&&b| b & state != 0).count() as f64;
    let weak = bits.iter().filter(|&&b| b & peace != 0).count() as f64;
    ((strong - 0.7 * weak) / (1.0 + bits.len() as f64 / 60.0)).clamp(0.0, 1.0)
}

/// How much of a document is about armed conflict: words of war against words of sport, culture, business and the like.
fn conflict(bits: &[Bits], lexicon: &Lexicon) -> f64 {
    let war = lexicon.masks.conflict;
    let armed = lexicon.masks.group | lexicon.masks.force;
    let lawmen = lexicon.masks.lawmen;
    let peace = peaceful(lexicon);
    // The police are armed too, but news of crime is no news of war.
    // "air strike", "drone raid": told of no peace, though "air" and "strike" are.
    let (air, event) = (lexicon.masks.air, lexicon.masks.event);
    let raids = bits.windows(2).filter(|pair| pair[0] & air != 0 && pair[0] & war == 0 && pair[1] & event != 0).count();
    let words = bits.iter().filter(|&&b| b & war != 0 || b & armed != 0 && b & lawmen == 0).count();
    let strong = (words + raids) as f64;
    let weak = bits.iter().filter(|&&b| b & peace != 0 && b & war == 0).count() as f64;
    ((strong - 0.7 * weak) / (1.0 + bits.len() as f64 / 60.0)).clamp(0.0, 1.0)
}
