//! Of triggers of one sentence that tell of one event, which stay.

use super::Family;
use super::lexicon::Class;
use super::slot::Slot;
use super::trigger::Candidate;
use super::view::View;
use crate::lexicon::among;
use crate::syntax::Relation;

/// Of candidates that share a word, the longer stays, then the surer.
pub(super) fn drop_overlaps(found: &mut Vec<Candidate<'_>>, first: usize) {
    let mut kept: Vec<Candidate<'_>> = Vec::new();
    for candidate in found.drain(first..) {
        let clash = kept.iter().position(|k| k.tokens.start < candidate.tokens.end && candidate.tokens.start < k.tokens.end);
        match clash {
            Some(i) if (candidate.sense.words.len(), candidate.tokens.len()) > (kept[i].sense.words.len(), kept[i].tokens.len()) => {
                kept[i] = candidate
            }
            // "imposed travel bans and asset freezes": the noun is the trigger, as the one beside it is.
            Some(i) if is_light_with(&kept[i], &candidate) => {
                let verb = std::mem::replace(&mut kept[i], candidate);
                verb.slots.fillers.iter().filter(|f| f.slot == Slot::Subject).for_each(|f| kept[i].slots.add(f.slot, f.token, f.rule));
            }
            Some(_) => {}
            None => kept.push(candidate),
        }
    }
    found.append(&mut kept);
}

/// Whether a noun is the object within a verb that says of a sanction no more than that it was imposed.
fn is_light_with(verb: &Candidate<'_>, noun: &Candidate<'_>) -> bool {
    let same = verb.sense.kind == noun.sense.kind && noun.sense.kind == super::EventType::Sanction;
    same && verb.sense.class == Class::Verb && noun.sense.class == Class::Noun && verb.tokens.end == noun.tokens.end && !verb.slots.passive
}

/// Verbs by which aid gets there.
const DELIVERS: &str = "deliver transport distribute airlift";

/// Verbs that tell only what came of an attack.
fn harms(view: &View<'_>, verb: usize) -> bool {
    among(view.lemma(verb), "kill wound injure maim")
}

/// A noun for a weapon or for what is fired, not for an attack with it.
fn is_weapon(view: &View<'_>, noun: usize) -> bool {
    among(view.lemma(noun), "bomb mine landmine grenade ied vbied device shell round rocket missile mortar barrage salvo volley bullet trap munition")
}

/// The subject and the object of a trigger, in the order of its slots.
fn subject_and_object(candidate: &Candidate<'_>) -> Vec<usize> {
    candidate.slots.fillers.iter().filter(|f| matches!(f.slot, Slot::Subject | Slot::Object)).map(|f| f.token).collect()
}

/// Who does a trigger and what undergoes it: its subject, its object, and what stands behind "on" or "against".
fn suffers(candidate: &Candidate<'_>) -> Vec<usize> {
    let hit = |slot: Slot| matches!(slot, Slot::Object | Slot::Subject) || matches!(slot.word(), Some("on" | "against" | "of" | "at"));
    candidate.slots.fillers.iter().filter(|f| hit(f.slot)).map(|f| f.token).collect()
}

/// "staged a protest", "signed a deal", "fought a war": the noun is the trigger. "The bomb exploded": the verb is.
pub(super) fn drop_light_verbs(view: &View<'_>, found: &mut Vec<Candidate<'_>>, first: usize) {
    use super::EventType as E;
    let nouns: Vec<(usize, E)> = found[first..].iter().filter(|c| c.sense.class == Class::Noun).map(|c| (c.head, c.sense.kind)).collect();
    let exploded: Vec<usize> = found[first..]
        .iter()
        .filter(|c| c.sense.class == Class::Verb && c.sense.kind.family() == Family::Violence && !harms(view, c.head))
        .flat_map(subject_and_object)
        .flat_map(|t| view.with_conjuncts(t))
        .collect();
    // "the use of phosphorus bombs".
    let of_use = |c: &Candidate<'_>| c.sense.class == Class::Noun && among(view.lemma(c.head), "use employment deployment");
    let used: Vec<usize> = found[first..]
        .iter()
        .filter(|c| of_use(c))
        .flat_map(|c| c.slots.fillers.iter().filter(|f| f.slot.word() == Some("of")).map(|f| f.token).collect::<Vec<_>>())
        .collect();
    let struck: Vec<usize> = found[first..].iter().filter(|c| c.sense.kind.family() == Family::Violence).flat_map(suffers).collect();
    let violent: Vec<usize> = found[first..]
        .iter()
        .filter(|c| c.sense.class == Class::Noun && c.sense.kind.family() == Family::Violence && !is_weapon(view, c.head))
        .map(|c| c.head)
        .collect();
    let told: Vec<(usize, E)> = found[first..].iter().filter(|c| c.sense.class == Class::Verb).map(|c| (c.head, c.sense.kind)).collect();
    let sent: Vec<usize> =
        found[first..].iter().filter(|c| c.sense.class == Class::Verb && c.sense.kind == E::Deployment).flat_map(subject_and_object).collect();
    let held: Vec<usize> = found[first..].iter().filter(|c| c.sense.class == Class::Verb && c.sense.kind == E::Coercion).map(|c| c.head).collect();
    // "deliver aid", "transport aid supplies": the verb tells it best.
    let delivered: Vec<usize> = found[first..]
        .iter()
        .filter(|c| c.sense.class == Class::Verb && c.sense.kind == E::Aid && among(view.lemma(c.head), DELIVERS))
        .flat_map(|c| c.slots.of(Slot::Object).collect::<Vec<_>>())
        .collect();
    let killed: Vec<usize> = found[first..].iter().filter(|c| view.lemma(c.head) == "kill").map(|c| c.head).collect();
    let mut index = 0;
    found.retain(|c| {
        index += 1;
        if index <= first {
            return true;
        }
        // "the campaign to defeat the rebels": one thing, and it goes on.
        let aim = |&(n, kind): &(usize, E)| kind == E::Clash && c.sense.kind == E::Clash && (view.head(c.head) == Some(n) || n + 2 == c.head);
        if c.sense.class == Class::Verb && super::verb::has_to(view, c.head) && nouns.iter().any(aim) {
            return false;
        }
        // "announced aid to help those who fled": one thing.
        let helps = c.sense.class == Class::Verb && c.sense.kind == E::Aid && among(view.lemma(c.head), "help assist support");
        if helps && super::verb::has_to(view, c.head) && nouns.iter().any(|&(n, kind)| kind == E::Aid && n < c.head) {
            return false;
        }
        // "A car bomb killed four": the bomb is the attack.
        if c.sense.kind == E::Bombing && harms(view, c.head) && c.slots.of(Slot::Subject).any(|s| nouns.contains(&(s, E::Bombing))) {
            return false;
        }
        // "A mine planted by rebels blew up": what became of it is what happened.
        if among(view.lemma(c.head), "plant lay hide place")
            && view.relation(c.head) == Relation::Acl
            && view.head(c.head).is_some_and(|n| exploded.iter().filter(|&&e| e == n).count() > 1)
        {
            return false;
        }
        // "Shelling targeted two towns": the shelling is what happened.
        let aims =
            c.sense.class == Class::Verb && c.sense.kind.family() == Family::Violence && among(view.lemma(c.head), "target hit strike rock shake");
        let subject = || view.dependents(c.head, &[Relation::Nsubj]).any(|s| violent.contains(&s) || violent.contains(&view.referent(s)));
        if aims && !c.slots.passive && (subject() || view.in_headline(c.head) && violent.iter().any(|&v| v + 1 == c.head)) {
            return false;
        }
        // "killed and injured civilians": one act.
        if among(view.lemma(c.head), "injure wound maim") && view.head(c.head).is_some_and(|h| h + 3 > c.head && killed.contains(&h)) {
            return false;
        }
        if c.sense.class == Class::Noun {
            // "Reinforcements arrived": one thing.
            if view.lemma(c.head) == "reinforcement" && sent.contains(&c.head) {
                return false;
            }
            // "remanded him in custody", "handed over for trial": one thing.
            let where_to = among(view.lemma(c.head), "custody trial court charge");
            if where_to && view.head(c.head).is_some_and(|v| held.contains(&v)) {
                return false;
            }
            if c.sense.kind == E::Aid && delivered.contains(&c.head) {
                return false;
            }
            // "an attack on an aid convoy": the convoy was on its way, but what happened is the attack.
            let convoy = matches!(c.sense.kind, E::Aid | E::Deployment | E::Support) && among(view.lemma(c.head), "convoy patrol shipment delivery");
            // "the delivery of aid", "access for humanitarian aid": one thing.
            let within = |&(n, kind): &(usize, E)| kind == E::Aid && view.head(c.head) == Some(n) && n < c.head;
            if c.sense.kind == E::Aid && nouns.iter().any(within) {
                return false;
            }
            // "Two mortar rounds hit the camp", "fired a barrage of rockets": what the weapon does is what happened.
            let weapon =
                is_weapon(view, c.head) && c.sense.kind.family() == Family::Violence && (exploded.contains(&c.head) || used.contains(&c.head));
            return !(weapon || convoy && struck.contains(&c.head));
        }
        // "met to discuss the truce", "agreed to halt the fighting": one meeting, one agreement.
        let goes_on = |&(v, kind): &(usize, E)| kind == c.sense.kind && view.head(c.head) == Some(v);
        let purpose = || matches!(c.sense.kind, E::Agreement | E::Talks) && super::verb::has_to(view, c.head);
        // "accused the army of violating the truce": one accusation.
        let named = c.sense.kind == E::Accusation && among(view.lemma(c.head), "violate breach flout contravene break");
        if (purpose() || named) && told.iter().any(goes_on) {
            return false;
        }
        // "the truce holds", "pledged millions in military aid": the noun tells it.
        let holds = c.sense.kind == E::Agreement && among(view.lemma(c.head), "hold collapse come take expire enter go");
        if holds && c.slots.of(Slot::Subject).any(|s| nouns.contains(&(s, E::Agreement))) {
            return false;
        }
        let promised = c.sense.kind == E::Support && among(view.lemma(c.head), "pledge promise");
        let in_kind = |&(n, kind): &(usize, E)| kind == E::Support && view.head(n).is_some_and(|o| c.slots.of(Slot::Object).any(|s| s == o));
        if promised && nouns.iter().any(in_kind) {
            return false;
        }
        if c.sense.kind == E::Aid && among(view.lemma(c.head), DELIVERS) {
            return true;
        }
        // "allow aid to enter": the aid, let in.
        let lets = |v: usize| among(view.lemma(v), "allow let permit");
        let let_in = c.sense.kind == E::Aid && (lets(c.head) || super::verb::has_to(view, c.head) && view.head(c.head).is_some_and(lets));
        if let_in && nouns.iter().any(|&(n, kind)| kind == E::Aid && n.abs_diff(c.head) < 8) {
            return false;
        }
        let light = matches!(c.sense.kind, E::Agreement | E::Talks | E::Protest | E::Sanction | E::Coercion)
            || among(view.lemma(c.head), "provide give offer express carry send deliver issue fight wage launch begin start target");
        let own = |n: usize| c.slots.of(Slot::Object).any(|o| o == n) || c.tokens.contains(&n);
        !(light && nouns.iter().any(|&(n, kind)| kind == c.sense.kind && view.lemma(n) != "reinforcement" && own(n)))
    });
}
