//! Senses that a word may have, whether or not the conditions of its rule hold, and the likeliest of them.
//!
//! What a rule takes stays. What the rules leave, the weights of its surroundings may take, and they say how sure each is.

use super::EventType;
use super::lexicon::Sense;
use super::slot::Slots;
use super::surroundings::features;
use super::trigger::Candidate;
use super::view::View;
use crate::lexicon::HashMap;
use std::ops::Range;

/// The least logit, in 32nds, at which a sense is taken that the rules leave: of such as are that likely, nearly half are right,
/// and each right one is worth more than a wrong one costs, because most of them would be missed.
const LEAST: i32 = -8;

/// The logit, in 32nds above [`LEAST`], from which a trigger is as sure as it gets.
const SURE: i32 = 96;

/// How a sense fits its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fit {
    /// All conditions hold.
    Held,
    /// Some conditions fail: their names.
    Failed(Vec<&'static str>),
    /// The part of speech or the place in the sentence is another.
    Unlike,
    /// The neighbours say that it names no event.
    Blocked,
}

impl Fit {
    /// The name of it in features.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Fit::Held => "H",
            Fit::Failed(names) if names.len() == 1 => "1",
            Fit::Failed(_) => "2",
            Fit::Unlike => "F",
            Fit::Blocked => "B",
        }
    }

    /// The better, the greater.
    fn order(&self) -> u8 {
        match self {
            Fit::Held => 4,
            Fit::Failed(names) if names.len() == 1 => 3,
            Fit::Failed(_) => 2,
            Fit::Blocked => 1,
            Fit::Unlike => 0,
        }
    }
}

/// A sense that the words from some token on may have.
#[derive(Debug)]
pub(super) struct Guess<'a> {
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    pub(super) sense: &'a Sense,
    pub(super) slots: Slots,
    pub(super) fit: Fit,
}

impl Guess<'_> {
    /// Better fit first, then more words, then the surer sense.
    pub(super) fn rank(&self) -> (u8, usize, f64) {
        (self.fit.order(), self.sense.words.len(), self.sense.prior)
    }
}

/// The triggers of a text that rules take: what weighs for and against further ones.
#[derive(Debug, Default)]
pub(super) struct Told<'v> {
    /// Head and kind of each, in text order.
    all: Vec<(usize, EventType)>,
    lemmas: HashMap<&'v str, usize>,
    kinds: HashMap<EventType, usize>,
}

/// No sentence of prose has more triggers.
const MOST_BESIDE: usize = 24;

impl<'v> Told<'v> {
    /// Of the guesses of each word, those that rules take.
    pub(super) fn of(view: &'v View<'_>, guesses: &[Vec<Guess<'_>>]) -> Self {
        let mut told = Told::default();
        for guess in guesses.iter().filter_map(|g| held(g)) {
            told.all.push((guess.head, guess.sense.kind));
            *told.lemmas.entry(view.lemma(guess.head)).or_default() += 1;
            *told.kinds.entry(guess.sense.kind).or_default() += 1;
        }
        told
    }

    /// The others in the sentence of a word: how many, and whether one is of a kind.
    pub(super) fn beside(&self, view: &View<'_>, head: usize, kind: EventType) -> (usize, bool) {
        let sentence = view.sentence(head);
        let first = self.all.partition_point(|t| t.0 < sentence.start);
        let own = self.all[first..].iter().take_while(|t| t.0 < sentence.end).take(MOST_BESIDE).filter(|t| t.0 != head);
        own.fold((0, false), |(n, same), t| (n + 1, same || t.1 == kind))
    }

    /// Whether the lemma of a word is a trigger elsewhere, and how many others are of a kind. `taken` is the kind of the word itself, if a rule takes it.
    pub(super) fn elsewhere(&self, view: &View<'_>, head: usize, kind: EventType, taken: Option<EventType>) -> (bool, usize) {
        let lemmas = self.lemmas.get(view.lemma(head)).copied().unwrap_or_default();
        let kinds = self.kinds.get(&kind).copied().unwrap_or_default();
        (lemmas > usize::from(taken.is_some()), kinds - usize::from(taken == Some(kind)).min(kinds))
    }
}

/// The guess that rules take.
pub(super) fn held<'g, 'a>(guesses: &'g [Guess<'a>]) -> Option<&'g Guess<'a>> {
    let all = guesses.iter().filter(|g| g.fit == Fit::Held);
    all.fold(None, |best: Option<&Guess<'a>>, g| if best.is_none_or(|b| g.rank() > b.rank()) { Some(g) } else { best })
}

/// Of the guesses of one word, the one that a rule takes or else the likeliest that is likely enough.
pub(super) fn choose<'a>(view: &View<'a>, guesses: Vec<Guess<'a>>, told: &Told<'_>) -> Option<Candidate<'a>> {
    let taken = held(&guesses).map(|g| g.sense.kind);
    let weight = |guess: &Guess<'_>| view.lexicon.weights.sum(|add| features(view, guess, told, taken, add));
    // Of each kind there is one guess.
    let open = guesses.into_iter().filter(|g| taken.is_none_or(|kind| g.sense.kind == kind)).map(|g| (weight(&g), g));
    let likely = open.filter(|(weight, _)| taken.is_some() || *weight >= LEAST);
    let (weight, Guess { tokens, head, sense, slots, fit }) = likely.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let learnt = 0.5 + 0.4 * f64::from(weight.saturating_sub(LEAST).clamp(0, SURE)) / f64::from(SURE);
    let prior = if fit == Fit::Held { sense.prior.max(learnt) } else { learnt };
    Some(Candidate { tokens, head, sense, slots, prior })
}
