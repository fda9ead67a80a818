//! What stands around a word that may name an event, as features for its weights.
//!
//! Each feature is a few words: a letter or two for what is asked, then the answers. They are hashed as they are, so a change of any
//! of them asks for new weights (`training/`).

use super::guess::{Fit, Guess, Told};
use super::lexicon::Class;
use super::slot::Slot;
use super::view::View;
use super::{EventType, Family};
use crate::syntax::{Relation, Upos};

/// Takes a feature.
pub(super) type Add<'f> = &'f mut dyn FnMut(&[&str]);

/// Small numbers as words.
const DIGITS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

fn digit(n: usize) -> &'static str {
    DIGITS[n.min(DIGITS.len() - 1)]
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// The class of a word or, if it is known, the kind of entity that it names.
fn kind_of(view: &View<'_>, token: usize) -> &'static str {
    const KINDS: [&str; 12] = ["person", "group", "force", "gov", "org", "media", "place", "facility", "population", "weapon", "operation", "other"];
    let meant = view.referent(token);
    if view.is_country(meant) {
        return "country";
    }
    let bits = view.bits(meant) | view.bits(token);
    // The lowest bits are the kinds'.
    if let Some(kind) = KINDS.get(bits.trailing_zeros() as usize) {
        return kind;
    }
    let m = &view.lexicon.masks;
    let classes = [("armed", m.armed), ("civ", m.civ), ("ground", m.ground), ("building", m.building), ("harm", m.harm)];
    classes.into_iter().find(|(_, mask)| bits & mask != 0).map(|(name, _)| name).unwrap_or(match view.upos(token) {
        Upos::Pron => "pron",
        Upos::Num => "num",
        Upos::Propn => "propn",
        _ => "thing",
    })
}

/// What features begin with: how the sense fits, its kind and family, its class, its word.
struct Names<'n> {
    fit: &'static str,
    kind: &'static str,
    family: &'static str,
    class: &'static str,
    lemma: &'n str,
}

/// All features of a guess; `taken` is the kind that a rule takes the word for.
pub(super) fn features(view: &View<'_>, guess: &Guess<'_>, told: &Told<'_>, taken: Option<EventType>, add: Add<'_>) {
    let names = Names {
        fit: guess.fit.name(),
        kind: guess.sense.kind.name(),
        family: match guess.sense.kind.family() {
            Family::Violence => "violence",
            Family::Control => "control",
            Family::Civil => "civil",
            Family::Diplomacy => "diplomacy",
        },
        class: match guess.sense.class {
            Class::Verb => "v",
            Class::Noun => "n",
            Class::Adjective => "a",
        },
        lemma: view.lemma(guess.head),
    };
    of_the_sense(guess, &names, add);
    of_the_form(view, guess, &names, add);
    of_the_slots(view, guess, &names, add);
    of_the_neighbours(view, guess, &names, add);
    of_the_text(view, guess, &names, told, taken, add);
}

/// Which sense it is, and what speaks against it.
fn of_the_sense(guess: &Guess<'_>, n: &Names<'_>, add: Add<'_>) {
    let sense = guess.sense;
    let prior = digit((sense.prior * 20.0) as usize / 4);
    add(&["s", n.fit]);
    add(&["sc", n.fit, n.class]);
    add(&["st", n.fit, n.kind]);
    add(&["stc", n.fit, n.kind, n.class]);
    add(&["sp", n.fit, n.class, prior]);
    add(&["sk", n.fit, digit(sense.conditions.len().min(3)), n.class]);
    add(&["sl", n.fit, n.lemma]);
    add(&["tl", n.kind, n.lemma]);
    add(&["stl", n.fit, n.kind, n.lemma]);
    if let [first, second, ..] = sense.words[..] {
        add(&["w", first, second, n.kind]);
        add(&["sw", n.fit]);
    }
    if let Fit::Failed(conditions) = &guess.fit {
        for name in conditions {
            add(&["f", n.fit, name, n.class]);
            add(&["ft", n.kind, name]);
            add(&["fl", n.lemma, name]);
        }
    }
}

/// In which form and place of the sentence the word stands.
fn of_the_form(view: &View<'_>, guess: &Guess<'_>, n: &Names<'_>, add: Add<'_>) {
    let (head, norm) = (guess.head, view.norm(guess.head));
    let (relation, upos) = (view.relation(head).name(), view.upos(head).name());
    let ending = match norm {
        _ if norm == n.lemma => "base",
        _ if norm.ends_with("ing") => "ing",
        _ if norm.ends_with("ed") => "ed",
        _ if norm.ends_with('s') => "s",
        _ => "other",
    };
    add(&["ur", n.fit, n.class, upos, relation]);
    add(&["er", n.fit, n.class, ending, relation]);
    add(&["tr", n.kind, n.class, relation]);
    add(&["te", n.kind, ending, upos]);
    add(&["le", n.lemma, ending, relation]);
    let det = view.dependents(head, &[Relation::Det]).next().map_or("-", |d| view.norm(d));
    add(&["d", n.fit, n.class, det]);
    add(&["dt", n.kind, n.class, det]);
    if view.has(head, &[Relation::Nummod]) {
        add(&["num", n.fit, n.kind]);
    }
    for auxiliary in view.dependents(head, &[Relation::Aux, Relation::AuxPass, Relation::Cop]) {
        add(&["aux", n.fit, n.class, view.norm(auxiliary)]);
    }
    if view.children(head).any(|c| view.is_negation(c)) {
        add(&["neg", n.fit, n.kind]);
    }
    if view.in_name(head) {
        add(&["name", n.fit, n.kind]);
    }
}

/// Who and what is tied to it.
fn of_the_slots(view: &View<'_>, guess: &Guess<'_>, n: &Names<'_>, add: Add<'_>) {
    let slots = &guess.slots;
    let voice = if slots.passive { "pass" } else { "act" };
    add(&["p", n.fit, n.class, voice]);
    add(&["tp", n.kind, n.class, voice]);
    let of = |slot: Slot| slots.of(slot).next().map_or("none", |t| kind_of(view, t));
    let (subject, object) = (of(Slot::Subject), of(Slot::Object));
    add(&["so", n.fit, n.class, subject, object]);
    add(&["ts", n.kind, n.class, subject]);
    add(&["to", n.kind, n.class, object]);
    add(&["fs", n.family, n.class, subject]);
    add(&["fo", n.family, n.class, object]);
    add(&["ls", n.lemma, subject]);
    add(&["lo", n.lemma, object]);
    for filler in &slots.fillers {
        let what = kind_of(view, filler.token);
        if let Some(word) = filler.slot.word() {
            add(&["pp", n.family, word, what]);
            add(&["tpp", n.kind, word]);
            add(&["lpp", n.lemma, word]);
        } else if matches!(filler.slot, Slot::Modifier | Slot::Possessor) {
            add(&["m", n.kind, what]);
            add(&["sm", n.fit, n.class, what]);
            add(&["lm", n.lemma, view.lemma(filler.token)]);
        }
    }
    if slots.infinitive.is_some() {
        add(&["inf", n.fit, n.kind]);
    }
    if slots.clause {
        add(&["cl", n.fit, n.kind]);
    }
}

/// The words before and behind it, and the word it hangs on.
fn of_the_neighbours(view: &View<'_>, guess: &Guess<'_>, n: &Names<'_>, add: Add<'_>) {
    let head = guess.head;
    let before = guess.tokens.start.checked_sub(1).filter(|&b| view.inside(head, b)).map_or("<", |b| view.norm(b));
    let after = if view.inside(head, guess.tokens.end) { view.norm(guess.tokens.end) } else { ">" };
    for (side, own, word) in [("b", "lb", before), ("a", "la", after)] {
        add(&[side, n.class, word]);
        add(&["t", side, n.kind, word]);
        add(&[own, n.lemma, word]);
    }
    if let Some(above) = view.head(head) {
        let relation = view.relation(head).name();
        add(&["g", n.class, view.lemma(above), relation]);
        add(&["gt", n.kind, view.lemma(above)]);
        add(&["gu", n.fit, n.class, view.upos(above).name(), relation]);
        add(&["gk", n.fit, n.kind, kind_of(view, above)]);
    }
    let bits = view.sentence_bits(head);
    let m = &view.lexicon.masks;
    let near = [
        ("armed", m.armed),
        ("civ", m.civ),
        ("gov", m.gov),
        ("place", m.place),
        ("weapon", m.weapon),
        ("force", m.force),
        ("org", m.org),
        ("number", m.number),
    ];
    for (name, mask) in near {
        if bits & mask != 0 {
            add(&["near", n.family, name]);
            add(&["nears", n.fit, name]);
        }
    }
    add(&["len", n.fit, digit((view.sentence(head).len() / 12).min(3))]);
}

/// What the text is about, and what else it tells.
fn of_the_text(view: &View<'_>, guess: &Guess<'_>, n: &Names<'_>, told: &Told<'_>, taken: Option<EventType>, add: Add<'_>) {
    let (head, kind) = (guess.head, guess.sense.kind);
    let place = if view.in_headline(head) { "headline" } else { "body" };
    add(&["h", n.fit, n.class, place]);
    add(&["ht", n.kind, place]);
    add(&["cf", n.fit, n.family, digit((view.conflict * 5.0) as usize)]);
    add(&["df", n.fit, n.family, digit((view.diplomacy * 5.0) as usize)]);
    let (beside, same) = told.beside(view, head, kind);
    let (beside, same) = (digit(beside.min(2)), yes(same));
    add(&["sh", n.fit, beside, same]);
    add(&["shf", n.family, beside, same]);
    let (lemma, kinds) = told.elsewhere(view, head, kind, taken);
    let kinds = digit(kinds.min(4));
    add(&["eh", n.fit, yes(lemma)]);
    add(&["th", n.fit, n.kind, kinds]);
    add(&["thf", n.fit, n.family, kinds]);
    let reported = view.attributions_near(head).any(|a| a.content.iter().any(|c| c.contains(&head)));
    add(&["told", n.fit, n.family, yes(reported)]);
}
