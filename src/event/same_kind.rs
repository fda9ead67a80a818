//! Whether two tellings are of one kind of event: by their words, by the means they name, by whom they leave hurt.

use super::compare::{compare, filling, times};
use super::lexicon::Class;
use super::link::{act_of, definite, embedded};
use super::merge::{Draft, Telling};
use super::presumed::is_war;
use super::view::View;
use super::{EventType, Role, When};
use crate::analysis::{Modality, TimeBasis};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What speaks for two tellings of one kind at all, by the kind: an article has many clashes and withdrawals, but one wave of refugees.
pub(super) fn prior(kind: EventType) -> f64 {
    use EventType as E;
    match kind {
        E::Displacement | E::SuicideBombing | E::Blockade | E::Abduction => 0.8,
        E::Release | E::Sanction => 0.5,
        E::Shelling | E::Attack | E::Bombing => 0.2,
        E::Coercion => 0.1,
        E::Clash | E::Deployment | E::Demand => -0.55,
        E::Withdrawal => -1.0,
        E::Support => -1.35,
        E::Airstrike => -0.5,
        _ => 0.0,
    }
}

/// "Rockets were fired at the city. Seven struck a suburb": of the rockets told just before.
pub(super) fn some_of_them(view: &View<'_>, telling: &Telling<'_, '_>) -> bool {
    let head = telling.candidate.head;
    let few = |t: usize| {
        let word =
            view.upos(t) == Upos::Num && !view.has(t, &[Relation::Nmod]) || among(view.norm(t), "some several others most another many both none");
        word && view.mention_at(t).is_none()
    };
    strikes(telling.candidate.sense.kind)
        && view.upos(head) == Upos::Verb
        && among(view.lemma(head), "strike hit land fall explode slam crash detonate")
        && view.dependents(head, &[Relation::Nsubj]).any(few)
}

/// Whether those killed or hurt who are told next may be the victims of an event: of an attack, of a battle, of an aircraft shot down; not of a war,
/// nor, unless `lasting` is asked for, of a campaign of days and weeks.
pub(super) fn leaves_victims(view: &View<'_>, draft: &Draft, lasting: bool) -> bool {
    let kind = draft.frame.kind;
    let long =
        |h: usize| is_war(view, h) || !lasting && among(view.lemma(h), "offensive campaign invasion invade incursion fighting hostility violence");
    let battle = || kind == EventType::Clash && !draft.heads.iter().any(|&h| long(h));
    let downed = || kind == EventType::Interception && draft.heads.iter().any(|&h| among(view.lemma(h), "shoot down shootdown downing bring crash"));
    strikes(kind) || battle() || downed()
}

/// Kinds of events that strike once and leave a toll.
pub(super) fn strikes(kind: EventType) -> bool {
    use EventType as E;
    matches!(kind, E::Bombing | E::SuicideBombing | E::Attack | E::Airstrike | E::Shelling | E::ChemicalAttack)
}

/// Words of attacks by the means that they name: shots, blades, fists and stones.
const MEANS: [&str; 3] =
    ["shoot shooting shootout gunfire gunman", "stab stabbing knife hack", "beat beating lynch lynching stone bludgeon punch kick"];

/// What the means say that two attacks are told by: "opened fire … the shooting", not "beat him to death … the shooting".
pub(super) fn means(view: &View<'_>, draft: &Draft, head: usize) -> f64 {
    let fires = |h: usize| view.lemma(h) == "fire" || view.lemma(h) == "open";
    let of = |h: usize| MEANS.iter().position(|words| among(view.lemma(h), words)).or_else(|| fires(h).then_some(0));
    let Some(own) = of(head).filter(|_| draft.frame.kind == EventType::Attack) else { return 0.0 };
    let theirs: Vec<usize> = draft.heads.iter().filter_map(|&h| of(h)).collect();
    match theirs.is_empty() {
        true => 0.0,
        false if theirs.contains(&own) => 0.5,
        false => -2.0,
    }
}

/// How much speaks for bare words of killing being of an attack told just before: "Nine people were killed", after the attack.
pub(super) fn toll_of(view: &View<'_>, draft: &Draft, last: usize, telling: &Telling<'_, '_>) -> f64 {
    let head = telling.candidate.head;
    let apart = view.sentences_apart(head, last);
    let near = match apart {
        0 | 1 => 2.2,
        2 => 1.8,
        3 | 4 => 1.2,
        _ => 0.0,
    };
    // Of an attack and a battle told before, rather the attack.
    let near = if strikes(draft.frame.kind) { near } else { near - 0.6 };
    let happened = draft.frame.modality == Modality::Happened && telling.modality.0 == Modality::Happened;
    // "damaged a house, killing two": of what is told right there, not of a strike before.
    let own = view.relation(head) == Relation::Advcl
        && view.norm(head).ends_with("ing")
        && view.head(head).is_some_and(|v| v < head && !draft.heads.contains(&v));
    // "the families of nine activists who were killed", after a battle: told of someone.
    let aside = !strikes(draft.frame.kind) && view.relation(head) == Relation::AclRelcl;
    let mut score = if happened && near > 0.0 && !own && !aside { 1.6 + near } else { return 0.0 };
    score += times(draft.frame.time.as_ref(), telling.time.as_ref());
    // A day carried on from the sentence that told the battle is its own.
    let carried = |t: &When| {
        let told = t.expression.and_then(|e| view.context.times.get(e)).map(|e| view.sentence_index(e.tokens.start));
        t.basis == TimeBasis::Inferred && told == Some(view.sentence_index(last))
    };
    if telling.time.as_ref().is_some_and(|t| !carried(t)) && draft.frame.time.is_none() {
        score -= 1.5;
    }
    score
        + compare(view, &draft.frame.arguments, &telling.arguments, Role::Target, 0.8, -0.6)
        + compare(view, &draft.frame.arguments, &telling.arguments, Role::Place, 0.5, -2.0)
}

/// Words for a war or for a battle of it.
const FIGHTING: &str = "fight fighting hostility violence bloodshed invasion wage";

/// Same kind, or a general word for a kind of violence: "the attack", after a bombing.
pub(super) fn kinds(view: &View<'_>, draft: &Draft, last: usize, telling: &Telling<'_, '_>) -> f64 {
    let (kind, head, other) = (draft.frame.kind, telling.candidate.head, telling.candidate.sense.kind);
    // A war is more than any battle of it.
    let apart = |h: usize| is_war(view, h) != is_war(view, head) && !among(view.lemma(h), FIGHTING) && !among(view.lemma(head), FIGHTING);
    if kind == EventType::Clash && draft.heads.iter().all(|&h| apart(h)) {
        return 0.0;
    }
    if kind == other {
        return 0.1;
    }
    if strikes(kind) && other == EventType::Attack && led_to(view, last, head) {
        return 0.5;
    }
    // "A bombing killed five. The attacker blew himself up".
    let by_a_bomber = matches!((kind, other), (EventType::Bombing, EventType::SuicideBombing) | (EventType::SuicideBombing, EventType::Bombing));
    if by_a_bomber && view.sentences_apart(head, last) <= 3 {
        return 0.3;
    }
    // "was captured by the rebels … his capture": whose captive he is need not be told again.
    let taken = matches!((kind, other), (EventType::Abduction, EventType::Coercion) | (EventType::Coercion, EventType::Abduction));
    if taken && draft.heads.iter().any(|&h| view.lemma(h) == view.lemma(head)) {
        return 0.1;
    }
    // "repelled an attack" is one clash.
    if kind == EventType::Clash && other == EventType::Attack && embedded(view, last, head) && general(view, head) {
        return 0.1;
    }
    // "Raids hit the capital", says the headline; "Jets bombed the capital", the text.
    let told_generally = strikes(kind) && draft.sure < 2 && draft.heads.iter().all(|&h| general(view, h));
    let begins = |h: usize| view.in_headline(h) || view.first_of_body.is_some_and(|f| view.sentence_index(h) == f);
    let headline = || kind == EventType::Attack && draft.heads.iter().all(|&h| begins(h));
    if strikes(kind) && strikes(other) && told_generally && headline() && agrees(view, draft, telling) {
        return 0.1;
    }
    let lead = view.first_of_body == Some(view.sentence_index(head));
    // "Attack on camp kills 20", says the headline; "Rebels attacked the camp", the text.
    if other == EventType::Clash && told_generally && headline() && attacks(view, head) && (lead || agrees(view, draft, telling)) {
        return 0.1;
    }
    // "Gunmen attacked a village. The assault lasted an hour."
    let near = view.sentences_apart(head, last) <= 2;
    let fight = |k: EventType, h: usize| k == EventType::Clash && !among(view.lemma(h), "war conflict fighting");
    let again = fight(other, head) && strikes(kind) || fight(kind, last) && other == EventType::Attack;
    if near && again && view.lemma(head) != "massacre" && general(view, head) && definite(view, head) && telling.candidate.sense.class == Class::Noun
    {
        return 0.1;
    }
    if !(strikes(kind) && strikes(other) && telling.candidate.sense.class == Class::Noun && definite(view, head)) {
        return 0.0;
    }
    // "the raids", after jets and artillery: those of the jets.
    if draft.sure == 2 && super::bare::surety(view, telling.candidate) == 2 && general(view, head) && telling.candidate.tokens.len() == 1 {
        return 0.0;
    }
    // "executed at least a dozen … the air strikes": nobody is executed from the air.
    let by_hand = |h: usize| !general(view, h) && !among(view.lemma(h), "kill wound injure target hit strike die");
    let from_afar = matches!(other, EventType::Airstrike | EventType::Shelling) && super::bare::surety(view, telling.candidate) == 2;
    if kind == EventType::Attack && from_afar && draft.heads.iter().all(|&h| by_hand(h)) {
        return 0.0;
    }
    // "the strikes", told of jets and missiles, after car bombings.
    let bombs = matches!(kind, EventType::Bombing | EventType::SuicideBombing) && draft.heads.iter().any(|&h| is_of_bombs(view, h));
    if bombs && matches!(other, EventType::Airstrike | EventType::Shelling) && !is_of_bombs(view, head) {
        return 0.0;
    }
    // "the gas attack", after the shelling of an airport.
    if other == EventType::ChemicalAttack && telling.candidate.tokens.len() > 1 && !told_generally {
        return 0.0;
    }
    if general(view, head) || told_generally { 0.3 } else { 0.0 }
}

/// Words for what bombs do that are laid or carried.
fn is_of_bombs(view: &View<'_>, head: usize) -> bool {
    among(view.lemma(head), "bombing bomb blast explosion explode detonate detonation")
}

/// "The raids led to the killing of twelve": whether one word of harm tells the outcome of another.
pub(super) fn led_to(view: &View<'_>, first: usize, second: usize) -> bool {
    let verb = view.head(second).filter(|&v| among(view.lemma(v), "lead result cause end culminate"));
    verb.is_some_and(|v| {
        view.dependents(v, &[Relation::Nsubj]).any(|s| s == first) || view.relation(v) == Relation::AclRelcl && view.head(v) == Some(first)
    })
}

/// Whether two tellings share a place, who does it or whom it befalls.
fn agrees(view: &View<'_>, draft: &Draft, telling: &Telling<'_, '_>) -> bool {
    let share = |role: Role| filling(view, &draft.frame.arguments, role).any(|x| filling(view, &telling.arguments, role).any(|y| x == y));
    share(Role::Place) || share(Role::Agent) || share(Role::Target)
}

/// A word for an attack that does not say with what.
pub(super) fn attacks(view: &View<'_>, head: usize) -> bool {
    among(view.lemma(head), "attack assault raid storm ambush")
}

/// Words for any kind of attack.
pub(super) fn general(view: &View<'_>, head: usize) -> bool {
    let act = act_of(view, head).is_some();
    act || among(view.lemma(head), super::bare::GENERAL)
}
