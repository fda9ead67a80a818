//! Which kind of violence a bare word tells: "the attack", after a shelling; "the second struck a school", after missiles.

use super::EventType;
use super::lexicon::Class;
use super::same_kind::strikes;
use super::slot::Slot;
use super::trigger::Candidate;
use super::view::View;
use crate::lexicon::{HashMap, among};
use crate::syntax::{Relation, Upos};

/// How many sentences back a kind is taken up.
const REACH: usize = 2;

/// Nouns for violence of any kind.
pub(super) const GENERAL: &str =
    "attack assault incident raid strike blast explosion bombing operation massacre bombardment detonation ordeal tragedy onslaught";

/// How surely a trigger tells its kind: 0 any attack, 1 a word that is mostly used of it, 2 words that are used of nothing else.
pub(super) fn surety(view: &View<'_>, candidate: &Candidate<'_>) -> u8 {
    let prior = candidate.sense.prior;
    let general = candidate.sense.class == Class::Noun && candidate.tokens.len() == 1 && among(view.lemma(candidate.head), GENERAL);
    match candidate.sense.kind {
        EventType::Attack => 0,
        _ if prior < 0.62 || general && prior < 0.74 => 1,
        _ => 2,
    }
}

/// Gives bare words the kind that the words around them tell, and leaves out passives of hitting that take up nothing.
pub(super) fn settle<'a>(view: &View<'a>, candidates: &mut Vec<Candidate<'a>>) {
    let weapon = |kind: EventType| matches!(kind, EventType::Airstrike | EventType::Shelling | EventType::Bombing | EventType::SuicideBombing);
    let sure: Vec<(usize, EventType)> =
        candidates.iter().filter(|c| weapon(c.sense.kind) && surety(view, c) == 2).map(|c| (c.head, c.sense.kind)).collect();
    // Where each noun was first used below the headline.
    let mut first: HashMap<&str, usize> = HashMap::default();
    candidates.retain_mut(|c| {
        let named = if view.in_headline(c.head) { c.head } else { *first.entry(view.lemma(c.head)).or_insert(c.head) };
        let kind = told_within(view, c, &sure).or_else(|| taken_up(view, c, &sure, named));
        if let Some(sense) = kind.and_then(|kind| sense_of(view, c, kind)) {
            c.sense = sense;
        }
        (kind.is_some() || !is_bare_hit(view, c)) && !is_business(view, c)
    });
}

/// "consultation before operations", "any operations": what is done in general, by nobody, nowhere.
fn is_business(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    let head = candidate.head;
    if candidate.sense.class != Class::Noun || view.norm(head) != "operations" {
        return false;
    }
    let alone = view.children(head).all(|c| matches!(view.relation(c), Relation::Case | Relation::Cc | Relation::Conj | Relation::Punct));
    let phrase = matches!(view.relation(head), Relation::Nmod | Relation::Obl);
    view.has_word(head, &[Relation::Det], "any") || alone && phrase && candidate.tokens.len() == 1 && candidate.sense.prior < 0.6
}

/// "a house was hit": nobody and nothing is said to have done it.
fn is_bare_hit(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    candidate.slots.passive
        && among(view.lemma(candidate.head), "hit strike")
        && candidate.sense.kind == EventType::Shelling
        && candidate.sense.prior < 0.53
}

/// "killed when a bomb exploded in the attack", "the attack, in which he blew himself up": what the noun's own sentence tells of it.
fn told_within(view: &View<'_>, candidate: &Candidate<'_>, sure: &[(usize, EventType)]) -> Option<EventType> {
    let head = candidate.head;
    if candidate.sense.kind != EventType::Attack || candidate.sense.class != Class::Noun || !among(view.lemma(head), GENERAL) {
        return None;
    }
    let sentence = view.sentence(head);
    let first = sure.partition_point(|s| s.0 < sentence.start);
    let own = sure[first..].iter().take_while(|s| s.0 < sentence.end).take(8);
    let verb = view.head(head).filter(|&v| view.upos(v) == Upos::Verb);
    let clause = |t: usize| {
        let when = view.has_word(t, &[Relation::Mark, Relation::Advmod], "when as");
        // "claimed responsibility for the attack, in which", where the clause hangs on the first noun.
        let noun = view.head(head).filter(|&n| view.lemma(n) == "responsibility");
        let relative = matches!(view.relation(t), Relation::AclRelcl | Relation::Acl);
        let of_noun = relative && view.head(t).is_some_and(|h| h == head || Some(h) == noun);
        of_noun || when && view.relation(t) == Relation::Advcl && view.head(t).is_some_and(|h| h == head || Some(h) == verb)
    };
    own.filter(|s| s.0 > head && clause(s.0)).map(|s| s.1).next()
}

/// The kind told shortly before, for a word that takes it up; a noun that was used before that takes up its first use.
fn taken_up(view: &View<'_>, candidate: &Candidate<'_>, sure: &[(usize, EventType)], named: usize) -> Option<EventType> {
    let head = candidate.head;
    let here = sure.partition_point(|s| s.0 < head);
    // "Hospital hit in the capital", says the headline, and the text what hit it.
    if view.in_headline(head) && is_bare_hit(view, candidate) {
        return sure.get(here).filter(|s| view.sentence_index(s.0) - view.sentence_index(head) <= REACH + 1).map(|s| s.1);
    }
    let near = |s: &&(usize, EventType)| view.sentence_index(head) - view.sentence_index(s.0) <= REACH;
    let told: Vec<_> = sure[here.saturating_sub(8)..here].iter().filter(near).collect();
    // "The raids", after jets and artillery: those of the jets.
    let (before, kind) = told.iter().rev().find(|s| fits(view.lemma(head), s.1)).or(told.last())?;
    let other = candidate.sense.class == Class::Noun && named < *before;
    (!other && takes_up(view, candidate)).then_some(*kind)
}

/// Whether a general noun is mostly used of a kind.
fn fits(noun: &str, kind: EventType) -> bool {
    match kind {
        EventType::Airstrike => among(noun, "strike raid"),
        EventType::Shelling => noun == "bombardment",
        EventType::Bombing | EventType::SuicideBombing => among(noun, "blast explosion detonation"),
        _ => false,
    }
}

fn takes_up(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    let head = candidate.head;
    if candidate.sense.class == Class::Noun {
        let aimed = candidate.slots.fillers.iter().any(|f| matches!(f.slot.word(), Some("on" | "against")));
        let definite = view.has_word(head, &[Relation::Det], "the this that these those both");
        return surety(view, candidate) < 2 && strikes(candidate.sense.kind) && among(view.lemma(head), GENERAL) && definite && !aimed;
    }
    // "Seven struck the town", "the second landed near a school".
    let counted = |t: usize| {
        view.upos(t) == Upos::Num
            || among(view.norm(t), "one another others several some first second third fourth last most both") && !view.has(t, &[Relation::Nmod])
    };
    let anaphor = || candidate.slots.of(Slot::Subject).any(|t| view.mention_at(t).is_none() && counted(t));
    let hits = among(view.lemma(head), "hit strike land fall explode damage");
    hits && strikes(candidate.sense.kind) && (is_bare_hit(view, candidate) || !candidate.slots.passive && anaphor())
}

/// The sense of a trigger's own word that tells a kind, in the plainest frame; else that of "attack" or "strike".
fn sense_of<'a>(view: &View<'a>, candidate: &Candidate<'a>, kind: EventType) -> Option<&'a super::lexicon::Sense> {
    let lexicon = view.lexicon;
    let plain = |s: &&super::lexicon::Sense| matches!(lexicon.frames[s.frame].0, "strike" | "blast" | "land");
    let any = if candidate.sense.class == Class::Noun { "attack" } else { "strike" };
    let own = lexicon.senses_of(view.norm(candidate.head)).chain(lexicon.senses_of(any)).map(|(s, _)| s);
    own.filter(|s| s.class == candidate.sense.class && s.kind == kind && s.words.len() == 1).find(plain)
}
