//! Senses that a word may have, whether or not the conditions of its rule hold, and the likeliest of them.
//!
//! What a rule takes stays, unless the weights of its surroundings find it unlikely or the text as a whole is doubted. What the
//! rules leave, the weights may take, and they say how sure each is.

use super::EventType;
use super::lexicon::Sense;
use super::slot::Slots;
use super::surroundings::features;
use super::toll::is_toll;
use super::trigger::Candidate;
use super::view::View;
use crate::lexicon::HashMap;
use std::ops::Range;

/// The least logit, in 32nds, at which a sense is taken that the rules leave: of such as are that likely, nearly half are right,
/// and each right one is worth more than a wrong one costs, because most of them would be missed.
const LEAST: i32 = -16;

/// The logit, in 32nds above [`LEAST`], from which a trigger is as sure as it gets.
const SURE: i32 = 96;

/// The logit, in 32nds, below which what a rule takes is left, if every other kind that the word may name is below it too.
const UNLIKELY: i32 = -56;

/// The logit, in 32nds, from which a sense is taken in a text that is doubted as a whole.
const SAFE: i32 = 32;

/// The logit, in 32nds, below which a text is doubted: testimonies, diaries and releases of true wars lie between it and zero.
const DOUBT: i32 = -16;

/// How much the logit of one trigger counts for or against a text, at most.
const MOST: i32 = 64;

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

/// What a word is taken for.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    pub(super) candidate: Candidate<'a>,
    /// Whether a rule takes it, or only its weight.
    ruled: bool,
    /// Its logit, in 32nds.
    weight: i32,
    /// Whether a rule takes it though its weight, and that of every other kind that the word may name, is below [`UNLIKELY`].
    unlikely: bool,
}

/// Of the guesses of one word, the one that a rule takes or else the likeliest that is likely enough.
pub(super) fn choose<'a>(view: &View<'a>, guesses: Vec<Guess<'a>>, told: &Told<'_>) -> Option<Choice<'a>> {
    let taken = held(&guesses).map(|g| g.sense.kind);
    let weight_of = |guess: &Guess<'_>| view.lexicon.weights.sum(|add| features(view, guess, told, taken, add));
    // Of each kind there is one guess.
    let (open, others): (Vec<_>, Vec<_>) = guesses.into_iter().partition(|g| taken.is_none_or(|kind| g.sense.kind == kind));
    let likely = open.into_iter().map(|g| (weight_of(&g), g)).filter(|(weight, _)| taken.is_some() || *weight >= LEAST);
    let (weight, Guess { tokens, head, sense, slots, fit }) = likely.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let learnt = 0.5 + 0.4 * f64::from(weight.saturating_sub(LEAST).clamp(0, SURE)) / f64::from(SURE);
    let ruled = fit == Fit::Held;
    let prior = if ruled { sense.prior.max(learnt) } else { learnt };
    let unlikely = ruled && weight < UNLIKELY && others.iter().all(|g| weight_of(g) < UNLIKELY);
    Some(Choice { candidate: Candidate { tokens, head, sense, slots, prior }, ruled, weight, unlikely })
}

/// The candidates of a text. What a rule takes against its weight is left out. Where all the text's words and the weights of what
/// the rules take speak against a text, as in a novel, a game or a match report told in the words of war, only what is sure is left.
///
/// Words of killing and dying say nothing of a text: they are doubted in war news too, where another word names the deed. A text
/// too short to be doubted is told by the rules alone.
///
/// Also gives how many a doubted text loses that rules take.
pub(super) fn believed<'a>(view: &View<'a>, choices: Vec<Choice<'a>>) -> (Vec<Candidate<'a>>, usize) {
    let kept = |choices: Vec<Choice<'a>>| choices.into_iter().map(|c| c.candidate).collect();
    let Some(subject) = view.subject else {
        return (kept(choices), 0);
    };
    let telling = choices.iter().filter(|c| c.ruled && !is_toll(view, &c.candidate));
    if doubted(telling.map(|c| c.weight), subject) {
        let (sure, left): (Vec<_>, Vec<_>) = choices.into_iter().partition(|c| c.weight >= SAFE);
        return (kept(sure), left.iter().filter(|c| c.ruled).count());
    }
    let likely = |c: &Choice<'_>| !c.unlikely || is_toll(view, &c.candidate);
    (kept(choices.into_iter().filter(likely).collect()), 0)
}

/// Whether the mean weight of what the rules take, none of which says more than [`MOST`], and half the logit that the text is about
/// conflict are together below [`DOUBT`].
fn doubted(weights: impl Iterator<Item = i32>, subject: i32) -> bool {
    let (count, sum) = weights.fold((0, 0), |(count, sum), weight| (count + 1, sum + weight.clamp(-MOST, MOST)));
    sum / count.max(1) + subject / 2 < DOUBT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_doubted_by_its_triggers_and_all_its_words() {
        assert!(doubted([-40, -30, 20, -60].into_iter(), 20));
        assert!(!doubted([-40, -30, 20, -60].into_iter(), 80), "all its words are of war");
        assert!(!doubted([40, 30, -20, 60].into_iter(), -20));
        assert!(doubted([40, 30, -20, 60].into_iter(), -120), "all its words are of something else");
        assert!(!doubted([-400, 64, 64, 0].into_iter(), -20), "one word alone does not outweigh the others");
        assert!(!doubted([].into_iter(), -32) && doubted([].into_iter(), -34));
    }
}
