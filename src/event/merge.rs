//! Which tellings are of the same event.

use super::bare::surety;
use super::lexicon::Class;
use super::link::link;
use super::same_kind::{attacks, strikes};
use super::trigger::Candidate;
use super::verb::past_form;
use super::view::View;
use super::{Argument, EventFrame, EventType, Role, Trigger, When};
use crate::analysis::{Modality, TimeBasis};
use crate::lexicon::among;
use crate::syntax::Upos;

/// What links two tellings must reach to make one event.
const THRESHOLD: f64 = 0.26;

/// How many events back a telling is compared with: keeps the work linear in the length of the text.
const WINDOW: usize = 60;

/// No article tells one event more often. A telling is compared with all that an event has, so without an end time would grow with the square of the text.
const MOST_TELLINGS: usize = 24;

/// A trigger below this tells nothing by itself.
const LEAST_PRIOR: f64 = 0.3;

/// One telling of an event, before it is merged.
#[derive(Debug)]
pub(super) struct Telling<'a, 'b> {
    pub(super) candidate: &'b Candidate<'a>,
    pub(super) arguments: Vec<Argument>,
    pub(super) time: Option<When>,
    pub(super) modality: super::modality::Told,
}

/// An event under construction, with the tellings it was made of.
pub(super) struct Draft {
    pub(super) frame: EventFrame,
    pub(super) prior: f64,
    /// How surely its kind is told.
    pub(super) sure: u8,
    pub(super) heads: Vec<usize>,
}

impl Draft {
    /// An event of nothing but a toll.
    pub(super) fn of_toll(kind: EventType, trigger: Trigger, arguments: Vec<Argument>, toll: usize) -> Self {
        let head = trigger.head;
        let frame = EventFrame {
            kind,
            triggers: vec![trigger],
            arguments,
            time: None,
            modality: Modality::Happened,
            modality_evidence: (Vec::new(), "told as a fact"),
            tolls: vec![toll],
            attributions: Vec::new(),
            score: 0.0,
        };
        Draft { frame, prior: 0.5, sure: 0, heads: vec![head] }
    }
}

/// Merges tellings, in text order.
pub(super) fn merge(view: &View<'_>, tellings: Vec<Telling<'_, '_>>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for telling in tellings {
        let recent = drafts.len().saturating_sub(WINDOW);
        let best = drafts
            .iter()
            .enumerate()
            .skip(recent)
            .filter(|(_, d)| d.heads.len() < MOST_TELLINGS)
            .map(|(i, d)| (i, link(view, d, &telling)))
            .filter(|(_, s)| *s >= THRESHOLD)
            .fold(None, |best: Option<(usize, f64)>, (i, s)| if best.is_none_or(|(_, b)| s >= b) { Some((i, s)) } else { best });
        match best {
            Some((i, _)) => join(view, &mut drafts[i], telling),
            None => drafts.push(begin(view, telling)),
        }
    }
    // "the incident" tells something only where it takes up what was told.
    drafts.retain(|d| d.prior >= LEAST_PRIOR);
    drafts
}

fn begin(view: &View<'_>, telling: Telling<'_, '_>) -> Draft {
    let candidate = telling.candidate;
    let trigger = trigger(candidate);
    let (modality, words, rule) = telling.modality;
    Draft {
        prior: candidate.prior,
        sure: surety(view, candidate),
        heads: vec![candidate.head],
        frame: EventFrame {
            kind: candidate.sense.kind,
            triggers: vec![trigger],
            arguments: telling.arguments,
            time: telling.time,
            modality,
            modality_evidence: (words, rule),
            tolls: Vec::new(),
            attributions: Vec::new(),
            score: 0.0,
        },
    }
}

fn trigger(candidate: &Candidate<'_>) -> Trigger {
    Trigger {
        tokens: candidate.tokens.clone(),
        head: candidate.head,
        rule: format!("{}: {}", candidate.sense.kind.name(), candidate.sense.words.join(" ")),
    }
}

/// Adds a telling to an event: what the event does not have yet.
fn join(view: &View<'_>, draft: &mut Draft, telling: Telling<'_, '_>) {
    let taken_up = draft.frame.modality == Modality::Planned && takes_up(view, &telling);
    draft.heads.push(telling.candidate.head);
    draft.prior = draft.prior.max(telling.candidate.prior);
    let frame = &mut draft.frame;
    frame.triggers.push(trigger(telling.candidate));
    // What was first called an attack, or a blast, is the kind that is told more surely.
    let (told, sure) = (telling.candidate.sense.kind, surety(view, telling.candidate));
    let fought = frame.kind == EventType::Attack
        && told == EventType::Clash
        && draft.sure == 0
        && attacks(view, telling.candidate.head)
        && telling.candidate.sense.class == Class::Verb;
    let surer = strikes(frame.kind) && strikes(told) && sure > draft.sure;
    let taken = frame.kind == EventType::Coercion && told == EventType::Abduction;
    if surer
        || fought
        || taken
        || frame.kind == EventType::Attack && strikes(told)
        || frame.kind == EventType::Bombing && told == EventType::SuicideBombing
    {
        frame.kind = told;
        draft.sure = sure;
    }
    for argument in telling.arguments {
        let entity = view.entity(argument.mention);
        let side = |role: Role| matches!(role, Role::Agent | Role::Target);
        let known = |a: &Argument| view.entity(a.mention) == entity && (a.role == argument.role || side(a.role) && side(argument.role));
        if !frame.arguments.iter().any(known) {
            frame.arguments.push(argument);
        }
    }
    keep_surer(frame, telling.time);
    if frame.modality != Modality::Happened && telling.modality.0 == Modality::Happened && !taken_up {
        frame.modality = Modality::Happened;
        frame.modality_evidence = (telling.modality.1, telling.modality.2);
    }
}

/// "will visit next week. The visit": whether a noun only takes up what was told, and says nothing of whether it came to be.
fn takes_up(view: &View<'_>, telling: &Telling<'_, '_>) -> bool {
    let head = telling.candidate.head;
    let arranged = matches!(telling.candidate.sense.kind, EventType::Talks | EventType::Agreement | EventType::Release | EventType::Sanction);
    let definite = view.children(head).any(|c| among(view.norm(c), "the this that its their his her"));
    let tells = || view.head(head).is_some_and(|v| view.upos(v) == Upos::Verb && past_form(view, v));
    telling.candidate.sense.class == Class::Noun && telling.modality.2 == "told as a fact" && arranged && definite && !tells()
}

/// Gives an event the time of another telling if that says more.
pub(super) fn keep_surer(frame: &mut EventFrame, time: Option<When>) {
    let lasts = frame.kind == EventType::Clash;
    if time.as_ref().is_some_and(|new| frame.time.as_ref().is_none_or(|old| surer(new, old, lasts))) {
        frame.time = time;
    }
}

/// Whether a time says more than another: told in the sentence, and of fewer days within the other's. What lasts, such as an offensive, keeps its first.
fn surer(new: &When, old: &When, lasts: bool) -> bool {
    if (new.basis == TimeBasis::Explicit) != (old.basis == TimeBasis::Explicit) {
        return new.basis == TimeBasis::Explicit;
    }
    match (new.days, old.days) {
        _ if lasts => false,
        ((Some(a), Some(b)), (Some(c), Some(d))) => c <= a && b <= d && (a, b) != (c, d),
        _ => false,
    }
}
