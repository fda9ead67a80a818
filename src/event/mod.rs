//! mentions, times, attributions, tolls → events: what happened, to whom, where, when, whether at all.

mod argument;
mod bare;
mod carry;
mod compare;
mod condition;
mod control;
mod dated;
mod forms;
mod govern;
mod guess;
mod implied;
mod lead;
mod lexicon;
mod light;
mod linear;
mod link;
mod lists;
mod masks;
mod measured;
mod merge;
mod misread;
mod modality;
mod noun;
mod ontology;
mod other_day;
mod overlap;
mod own_words;
mod patient;
mod place;
mod presumed;
mod pronoun;
mod published;
mod refine;
mod relation;
mod retell;
mod same_kind;
mod scene;
mod score;
mod sides;
mod slot;
mod statement;
mod stretch;
pub mod subject;
mod surroundings;
#[cfg(test)]
mod tests;
mod toll;
mod trigger;
mod verb;
mod view;
pub mod weigh;
mod when;

use crate::Reading;
use crate::analysis::{Modality, PlaceRelation, TimeBasis, TimePrecision};
use crate::attribution::Attribution;
use crate::casualty::Toll;
use crate::entity::Entities;
use crate::mention::Mention;
use crate::time::TimeExpression;
use jiff::civil::Date;
pub use lexicon::Lexicon;
pub use ontology::{EventType, Family};
use std::ops::Range;
use view::View;

/// All that the event stage reads.
#[derive(Debug)]
pub struct Context<'a> {
    /// Text, words, grammar.
    pub reading: &'a Reading<'a>,
    /// Time expressions, in text order.
    pub times: &'a [TimeExpression],
    /// Mentions, in text order.
    pub mentions: &'a [Mention],
    /// Which mentions are the same.
    pub entities: &'a Entities,
    /// Who says what.
    pub attributions: &'a [Attribution],
    /// Figures of victims.
    pub tolls: &'a [Toll],
    /// Publication date.
    pub published: Option<Date>,
}

/// The role of a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who does it.
    Agent,
    /// Who or what undergoes it.
    Target,
    /// Where.
    Place,
    /// By which means.
    Instrument,
}

/// A participant of an event, with the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Its role.
    pub role: Role,
    /// Index of the mention.
    pub mention: usize,
    /// For places: inside, near, in a part.
    pub relation: PlaceRelation,
    /// Name of the rule.
    pub rule: &'static str,
}

/// When an event happened, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// Index of the time expression; `None` for a statement in the present, made on the day of publication.
    pub expression: Option<usize>,
    /// First and last day, which the words around the expression may open or widen ("since", "by", "between … and").
    pub days: (Option<Date>, Option<Date>),
    /// How finely it is told.
    pub precision: TimePrecision,
    /// Told in the sentence, or carried over.
    pub basis: TimeBasis,
    /// Name of the rule.
    pub rule: &'static str,
}

/// Words that name an event, once.
#[derive(Debug, Clone, PartialEq)]
pub struct Trigger {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token whose arcs are the trigger's arcs.
    pub head: usize,
    /// Name of the lexicon entry and rule.
    pub rule: String,
}

/// An event with everything the text gives of it.
#[derive(Debug, Clone, PartialEq)]
pub struct EventFrame {
    /// What happened.
    pub kind: EventType,
    /// All its tellings, in text order; never empty.
    pub triggers: Vec<Trigger>,
    /// Participants, each entity once in a role.
    pub arguments: Vec<Argument>,
    /// When.
    pub time: Option<When>,
    /// Whether it came to be.
    pub modality: Modality,
    /// The words that say so (empty for the plain case) and the rule.
    pub modality_evidence: (Vec<usize>, &'static str),
    /// Indices of tolls.
    pub tolls: Vec<usize>,
    /// Indices of attributions whose content holds a trigger or toll.
    pub attributions: Vec<usize>,
    /// 0 to 1.
    pub score: f64,
}

/// The events of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Events {
    /// In text order of the first trigger, told-twice events merged.
    pub frames: Vec<EventFrame>,
    /// How many words that rules take for events were left out because the text as a whole seems to be about something else.
    pub taken_back: usize,
}

/// Finds the events of a text.
pub fn find(context: &Context<'_>, lexicon: &Lexicon) -> Events {
    let view = View::new(context, lexicon);
    let (mut candidates, taken_back) = trigger::find(&view);
    bare::settle(&view, &mut candidates);
    toll::drop_tolls_of_named_attacks(&view, &mut candidates);
    let mut tellings: Vec<_> = candidates
        .iter()
        .map(|candidate| {
            let modality = modality::modality(&view, candidate);
            let arguments = argument::arguments(&view, candidate);
            let time = when::when(&view, candidate, modality.0);
            let modality = modality::dated(&view, candidate, modality, time.as_ref());
            merge::Telling { candidate, arguments, time, modality }
        })
        .collect();
    carry::carry(&view, &mut tellings);
    let mut drafts = merge::merge(&view, tellings);
    lead::date_headline(&view, &mut drafts);
    let mut heads: Vec<usize> = candidates.iter().map(|c| c.head).collect();
    heads.sort_unstable();
    place::complete(&view, &mut drafts, &heads);
    toll::attach(&view, &mut drafts);
    let tellers = tellers(&view, &drafts);
    let mut frames: Vec<EventFrame> = drafts.into_iter().zip(tellers).map(|(draft, tellers)| finish(&view, draft, tellers)).collect();
    sides::sides_told_before(&view, &mut frames);
    refine::aimed(&view, &candidates, &mut frames);
    Events { frames, taken_back }
}

/// A sense that words of a text may have, with what surrounds them: what [`weigh`]'s weights are learnt from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guessed {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it would name.
    pub kind: EventType,
    /// Numbers of its features.
    pub features: Vec<u32>,
}

/// Every sense that words of a text may have.
pub fn guesses(context: &Context<'_>, lexicon: &Lexicon) -> Vec<Guessed> {
    let view = View::new(context, lexicon);
    let all = trigger::guesses(&view);
    let told = guess::Told::of(&view, &all);
    let guessed = |own: &[guess::Guess<'_>]| -> Vec<Guessed> {
        let taken = guess::held(own).map(|g| g.sense.kind);
        let features = |g: &guess::Guess<'_>| {
            let mut numbers = Vec::new();
            surroundings::features(&view, g, &told, taken, &mut |name| numbers.push(weigh::number(name)));
            numbers
        };
        own.iter().map(|g| Guessed { tokens: g.tokens.clone(), kind: g.sense.kind, features: features(g) }).collect()
    };
    all.iter().flat_map(|own| guessed(own)).collect()
}

/// For each event, the attributions whose content holds one of its triggers or the cue of one of its tolls, ascending.
fn tellers(view: &View<'_>, drafts: &[merge::Draft]) -> Vec<Vec<usize>> {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (d, draft) in drafts.iter().enumerate() {
        marks.extend(draft.frame.triggers.iter().map(|t| (t.head, d)));
        marks.extend(draft.frame.tolls.iter().map(|&t| (view.context.tolls[t].cue, d)));
    }
    marks.sort_unstable();
    let mut tellers = vec![Vec::new(); drafts.len()];
    for (index, attribution) in view.context.attributions.iter().enumerate() {
        for content in &attribution.content {
            let first = marks.partition_point(|&(token, _)| token < content.start);
            let held = marks[first..].iter().take_while(|&&(token, _)| token < content.end);
            for &(_, draft) in held.filter(|(token, _)| !attribution.cue.contains(token)) {
                if tellers[draft].last() != Some(&index) {
                    tellers[draft].push(index);
                }
            }
        }
    }
    tellers
}

/// Adds who says so, and the score.
fn finish(view: &View<'_>, draft: merge::Draft, tellers: Vec<usize>) -> EventFrame {
    let mut draft = draft;
    let frame = &mut draft.frame;
    frame.attributions = tellers;
    argument::told(view, frame);
    sides::other_side(view, frame);
    refine::teller(view, frame);
    refine::speaker(view, frame);
    refine::most_specific(view, &mut frame.arguments);
    let score = score::score(view, &draft);
    EventFrame { score, ..draft.frame }
}
