//! Conditions on the surroundings of a trigger.

use super::lexicon::{Bits, Classes};
use super::slot::{Slot, Slots};
use super::view::View;
use crate::syntax::{Relation, Upos};

/// What a condition asks.
#[derive(Debug)]
enum Test {
    /// A slot is filled, by one of some kinds or words if any are named.
    Slot(Slot),
    /// A modifier of the trigger is one of some kinds or words.
    Modifier,
    /// The sentence has a word of some class.
    Near,
    /// The next or the previous word.
    Next,
    Previous,
    /// The verb is passive.
    Passive,
    /// An infinitive depends on the trigger; one of harm, if a class is named.
    Infinitive,
    /// A that-clause depends on the trigger, whose verb is of some kinds or words if any are named.
    Clause,
    /// What the trigger's clause tells is done by whoever says it: "warned that it would attack".
    OwnClause,
    /// The trigger is denied: "does not accept".
    Denied,
    /// An auxiliary of the trigger is one of some words: "will respond".
    Auxiliary,
    /// The trigger is a predicate behind a form of "be".
    Predicate,
    /// The trigger stands in one of some forms.
    Form,
    /// What the object is called: "called the killings a crime".
    Complement,
    /// An auxiliary in the trigger's that-clause is one of some words.
    ClauseAuxiliary,
    /// The words are said by someone whom the text names.
    Told,
    /// The document is about armed conflict.
    Conflict,
    /// No known condition: never holds.
    Never,
}

/// One condition of a sense.
#[derive(Debug)]
pub(super) struct Condition {
    name: &'static str,
    test: Test,
    negated: bool,
    mask: Bits,
    words: Vec<&'static str>,
}

impl Condition {
    /// Reads a condition as the data files write it.
    pub(super) fn read(text: &'static str, classes: &Classes) -> Condition {
        let negated = text.starts_with('!');
        let text = text.trim_start_matches('!');
        let (name, values) = text.split_once(':').unwrap_or((text, ""));
        let (mut mask, mut words) = (0, Vec::new());
        for value in values.split(',').filter(|v| !v.is_empty()) {
            match classes.mask(value) {
                0 => words.push(value),
                bits => mask |= bits,
            }
        }
        let test = match name {
            "mod" => Test::Modifier,
            "near" => Test::Near,
            "next" => Test::Next,
            "prev" => Test::Previous,
            "pass" => Test::Passive,
            "inf" => Test::Infinitive,
            "inf-violent" | "to-take" => {
                mask |= classes.mask("harm");
                Test::Infinitive
            }
            "that" => Test::Clause,
            "own" => Test::OwnClause,
            "neg" => Test::Denied,
            "aux" => Test::Auxiliary,
            "pred" => Test::Predicate,
            "form" => Test::Form,
            "comp" => Test::Complement,
            "that-aux" => Test::ClauseAuxiliary,
            "told" => Test::Told,
            "ctx" => Test::Conflict,
            slot => Slot::from_name(slot).map_or(Test::Never, Test::Slot),
        };
        Condition { name, test, negated, mask, words }
    }

    /// Whether the condition names something this program knows.
    #[cfg(test)]
    pub(super) fn is_known(&self) -> bool {
        !matches!(self.test, Test::Never)
    }

    /// Whether the condition holds only by a word of denying or of time to come, which then says nothing more of the event.
    pub(super) fn takes_auxiliary(&self) -> bool {
        !self.negated && matches!(self.test, Test::Denied | Test::Auxiliary)
    }

    /// The name of what is asked.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    fn fits(&self, view: &View<'_>, token: usize) -> bool {
        (self.mask == 0 && self.words.is_empty())
            || view.bits(token) & self.mask != 0
            || self.words.iter().any(|w| view.lemma(token) == *w || view.norm(token) == *w)
    }

    /// Whether the condition holds for a trigger (its tokens, its head) with these slots.
    pub(super) fn holds(&self, view: &View<'_>, trigger: &std::ops::Range<usize>, head: usize, slots: &Slots) -> bool {
        // Of a passive and of a noun, who does it is the subject, however it is told.
        let by = |slot: Slot| slot.word() == Some("by") && (slots.passive || matches!(view.upos(head), Upos::Noun | Upos::Propn));
        let answer = match self.test {
            // "Cuba sent advisers": a country that does something is its government.
            Test::Slot(Slot::Subject) if self.mask & view.lexicon.masks.gov != 0 && slots.of(Slot::Subject).any(|t| view.is_country(t)) => true,
            // "half of the troops" is troops, whatever else "half" may be.
            Test::Slot(slot) => slots.of(if by(slot) { Slot::Subject } else { slot }).any(|t| {
                let meant = view.referent(t);
                // "Fulani herdsmen", taken for a name of two words.
                let flat = || view.dependents(t, &[Relation::Flat]).any(|f| self.fits(view, f));
                self.fits(view, meant) || (meant == t || !view.is_container(t) || view.is_number(t)) && (self.fits(view, t) || flat())
            }),
            Test::Modifier => view.modifiers(head).iter().any(|&t| self.fits(view, t)),
            Test::Near => view.sentence_bits(head) & self.mask != 0 || self.near_word(view, head),
            Test::Next => view.inside(head, trigger.end) && self.fits(view, trigger.end),
            Test::Previous => trigger.start > 0 && view.inside(head, trigger.start - 1) && self.fits(view, trigger.start - 1),
            Test::Passive => slots.passive,
            Test::Infinitive => slots.infinitive.is_some_and(|t| self.fits(view, t)),
            Test::Clause if self.mask == 0 && self.words.is_empty() => slots.clause,
            Test::Clause => slots.content.is_some_and(|t| self.fits(view, t)),
            Test::OwnClause => slots.content.is_some_and(|t| view.has_word(t, &[Relation::Nsubj], "it they he she we i")),
            Test::Denied => view.children(head).any(|c| view.is_negation(c)),
            Test::Auxiliary => view.dependents(head, &[Relation::Aux]).any(|t| self.words.contains(&view.norm(t))),
            Test::Predicate => view.has(head, &[Relation::Cop]),
            Test::Complement => view.dependents(head, &[Relation::Xcomp, Relation::Obj]).any(|t| self.fits(view, t)),
            Test::ClauseAuxiliary => slots.content.is_some_and(|c| view.dependents(c, &[Relation::Aux]).any(|t| self.words.contains(&view.norm(t)))),
            Test::Form => self.words.contains(&view.norm(head)),
            Test::Told => view.attributions_near(head).any(|a| a.source.is_some() && a.content.iter().any(|c| c.contains(&head))),
            Test::Conflict => view.conflict >= 0.5,
            Test::Never => false,
        };
        answer != self.negated
    }

    fn near_word(&self, view: &View<'_>, head: usize) -> bool {
        !self.words.is_empty() && near(view, head).any(|t| self.words.iter().any(|w| view.lemma(t) == *w))
    }
}

/// How far, in words, a condition looks around its trigger. No sentence of prose is longer, so an endless one costs no more.
const AROUND: usize = 100;

/// The words of the sentence around a trigger.
fn near(view: &View<'_>, head: usize) -> std::ops::Range<usize> {
    let sentence = view.sentence(head);
    sentence.start.max(head.saturating_sub(AROUND))..sentence.end.min(head + AROUND)
}
