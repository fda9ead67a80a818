//! Which words name events: lexicon senses whose conditions hold, the best for each word.

use super::guess::{self, Fit, Guess, Told};
use super::lexicon::{Class, Sense};
use super::linear;
use super::misread::{is_misread, taken_for_noun};
use super::noun;
use super::overlap::{drop_light_verbs, drop_overlaps};
use super::slot::Slots;
use super::verb;
use super::view::View;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Words that may stand apart from their verb.
const PARTICLES: &str = "out back down up off over away in on home dead captive hostage prisoner ablaze alight free go";

/// Particles that say what becomes of the object.
const STATES: &str = "dead captive hostage prisoner ablaze alight";

/// A word that names an event, with the sense that fits it best.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    pub(super) sense: &'a Sense,
    pub(super) slots: Slots,
    /// 0 to 1: how sure the trigger is, by its sense and its surroundings.
    pub(super) prior: f64,
}

/// Finds the triggers of a text, in text order, not overlapping, and how many were taken back because the text as a whole is doubted.
pub(super) fn find<'a>(view: &View<'a>) -> (Vec<Candidate<'a>>, usize) {
    let guesses = guesses(view);
    let told = Told::of(view, &guesses);
    let choices = guesses.into_iter().filter_map(|own| guess::choose(view, own, &told)).collect();
    let (candidates, taken_back) = guess::believed(view, choices);
    let mut candidates = candidates.into_iter().peekable();
    let mut found: Vec<Candidate<'a>> = Vec::new();
    for sentence in &view.context.reading.tokens.sentences {
        let first = found.len();
        found.extend(std::iter::from_fn(|| candidates.next_if(|c| c.tokens.end <= sentence.tokens.end)));
        drop_overlaps(&mut found, first);
        drop_light_verbs(view, &mut found, first);
    }
    (found, taken_back)
}

/// What each word of a text may name, in text order; words that may name nothing are left out.
pub(super) fn guesses<'a>(view: &View<'a>) -> Vec<Vec<Guess<'a>>> {
    let sentences = &view.context.reading.tokens.sentences;
    let words = sentences.iter().flat_map(|s| s.tokens.clone().map(|i| (i, s.tokens.end)));
    words.map(|(i, end)| at(view, i, end)).filter(|own| !own.is_empty()).collect()
}

/// The senses of the words that begin at a token, of each kind the one that fits best.
fn at<'a>(view: &View<'a>, i: usize, end: usize) -> Vec<Guess<'a>> {
    let lexicon = view.lexicon;
    let mut best: Vec<Guess<'a>> = Vec::new();
    let mut slots: Vec<((usize, Class), Slots)> = Vec::new();
    let (mut fitting, mut blocking) = (Vec::new(), Vec::new());
    let joined = if view.norm(i).contains('-') { view.norm(i).replace('-', "") } else { String::new() };
    for (sense, surely) in lexicon.senses_of(view.norm(i)).chain(lexicon.senses_of(&joined)) {
        // Most senses of several words need one that the sentence does not have.
        if sense.signature & !view.sentence_signature(i) != 0 {
            continue;
        }
        let Some((tokens, head)) = matches(view, sense, i, end) else { continue };
        let class = sense.class;
        let fits = *once(&mut fitting, (head, class, surely), || class_fits(view, class, head, surely)) || is_compound(view, sense, &tokens);
        let known = once(&mut slots, (head, class), || read_slots(view, class, head, &tokens));
        let failed = || -> Vec<&'static str> { sense.conditions.iter().filter(|c| !c.holds(view, &tokens, head, known)).map(|c| c.name()).collect() };
        let fit = match fits {
            false => Fit::Unlike,
            true if *once(&mut blocking, head, || blocked(view, head)) => Fit::Blocked,
            true => Some(failed()).filter(|f| !f.is_empty()).map_or(Fit::Held, Fit::Failed),
        };
        let new = Guess { tokens, head, sense, slots: Slots::default(), fit };
        match best.iter_mut().find(|b| b.sense.kind == sense.kind) {
            Some(old) if new.rank() > old.rank() => *old = new,
            Some(_) => {}
            None => best.push(new),
        }
    }
    for guess in &mut best {
        if guess.sense.class == Class::Noun {
            guess.tokens = extend(view, guess.tokens.clone(), guess.head);
        }
        if let Some((_, own)) = slots.iter().find(|(key, _)| *key == (guess.head, guess.sense.class)) {
            guess.slots = own.clone();
        }
    }
    best
}

/// What is known of a key, or else is found out now: the senses of a word ask the same of it.
fn once<K: PartialEq, V>(known: &mut Vec<(K, V)>, key: K, find: impl FnOnce() -> V) -> &V {
    let at = known.iter().position(|(k, _)| *k == key).unwrap_or_else(|| {
        known.push((key, find()));
        known.len() - 1
    });
    &known[at].1
}

fn read_slots(view: &View<'_>, class: Class, head: usize, tokens: &Range<usize>) -> Slots {
    let mut slots = match class {
        // "the rebels must withdraw": who must is the subject of the verb.
        Class::Verb if verb::obliges(view, head) => {
            let verb = view.head(head).unwrap_or(head);
            Slots { infinitive: Some(verb), ..verb::slots(view, verb) }
        }
        Class::Verb => verb::slots(view, head),
        Class::Noun => noun::slots(view, head),
        Class::Adjective => noun::adjective_slots(view, head),
    };
    linear::complete(view, class, head, tokens, &mut slots);
    slots
}

/// "General strike paralyses port", where the noun is taken for a verb: two words in the singular that make one noun.
fn is_compound(view: &View<'_>, sense: &Sense, tokens: &Range<usize>) -> bool {
    let singular = |t: usize| view.norm(t) == view.lemma(t);
    let last = tokens.end - 1;
    let noun = sense.class == Class::Noun && sense.words.len() > 1 && view.upos(last) == Upos::Verb;
    noun && view.in_headline(last) && tokens.clone().all(singular) && !view.in_name(last)
}

/// "Curfew imposed in town": a headline's first word, which its capital makes look like a name.
fn opens_headline(view: &View<'_>, head: usize) -> bool {
    let alone = view.mention_at(head).is_some_and(|m| view.context.mentions[m].tokens.len() == 1);
    alone && view.in_headline(head) && view.sentence(head).start == head
}

/// Whether the part of speech lets the word be a trigger of this class; a form that can only be a verb needs no tag.
fn class_fits(view: &View<'_>, class: Class, head: usize, surely: bool) -> bool {
    let upos = view.upos(head);
    let before = (head > 0 && view.inside(head, head - 1)).then(|| head - 1);
    let after = view.inside(head, head + 1).then_some(head + 1);
    match class {
        Class::Verb if verb::obliges(view, head) => upos == Upos::Aux,
        // "a Turkey-backed group", "wounded people": what a noun is like, not what happened.
        Class::Verb
            if before.is_some_and(|b| view.norm(b) == "-" && view.joined(head) && view.norm(b.saturating_sub(1)) != "gang")
                || view.is_attributive(head) =>
        {
            false
        }
        Class::Verb if described(view, head) => false,
        // "evacuated the wounded".
        Class::Verb if before.is_some_and(|b| view.norm(b) == "the") && among(view.norm(head), "wounded injured killed displaced detained") => false,
        // "meals for the displaced": people.
        Class::Verb if view.norm(head).ends_with("ed") && before.is_some_and(|b| view.norm(b) == "the") && stands_as_noun(view, head) => false,
        // "in occupied Crimea", "of besieged Aleppo".
        Class::Verb if before.is_some_and(|b| behind_preposition(view, b, head)) => false,
        // "armed groups": part of a name for somebody.
        Class::Verb if upos == Upos::Adj && view.mention_at(head).is_some_and(|m| view.context.mentions[m].head > head) => false,
        // "fleeing villagers", "advancing troops".
        Class::Verb if verb::is_going(view, head) => true,
        // "a senator being held hostage".
        Class::Verb if view.has(head, &[Relation::AuxPass]) => true,
        Class::Verb if view.relation(head) == Relation::Amod && !after.is_some_and(|a| opens_phrase(view, a)) => is_misread(view, head),
        Class::Verb if upos == Upos::Noun && view.norm(head).ends_with('s') && !view.in_name(head) && view.in_headline(head) => {
            // But not "use of phosphorus bombs".
            before.is_some_and(|b| matches!(view.upos(b), Upos::Noun | Upos::Propn)) && !view.has(head, &[Relation::Case])
        }
        Class::Verb if surely => {
            upos == Upos::Verb
                || !view.in_name(head) && (upos != Upos::Adj || view.relation(head) != Relation::Amod || after.is_some_and(|a| opens_phrase(view, a)))
        }
        Class::Verb => {
            // "to free the hostages", taken for an adjective; "would march on the capital", for an adverb.
            let modal =
                matches!(upos, Upos::Adj | Upos::Adv) && before.is_some_and(|b| among(view.norm(b), "to will would can could must should may might"));
            let noun = matches!(upos, Upos::Noun | Upos::Propn) && before.is_some_and(|b| verb_follows(view, b));
            upos == Upos::Verb || (modal || noun || taken_for_noun(view, head, before)) && !view.in_name(head)
        }
        // "the March 15 attacks".
        Class::Noun if view.in_name(head) && !opens_headline(view, head) || view.is_time(head) => false,
        Class::Noun if names_a_use(view, head) => false,
        // "a war-torn country", "attack-related injuries".
        Class::Noun if describes_compound(view, head) => false,
        // "Operation Iron Fist" is a name.
        Class::Noun
            if upos == Upos::Propn && view.norm(head) == "operation" && after.is_some_and(|a| view.upos(a) == Upos::Propn || view.norm(a) == ":") =>
        {
            false
        }
        Class::Noun if matches!(upos, Upos::Noun | Upos::Propn) => true,
        // "after days of fighting", where the noun is taken for a verb.
        Class::Noun if view.norm(head).ends_with("ing") && before.is_none_or(|b| view.upos(b) == Upos::Adp || is_bare(view, b, head)) => true,
        // "and fighting increased", where the verb's own place in the sentence is that of a noun.
        Class::Noun if view.norm(head).ends_with("ing") && stands_as_noun(view, head) => true,
        Class::Noun => {
            let opened =
                before.is_some_and(|b| matches!(view.upos(b), Upos::Det | Upos::Adj | Upos::Num | Upos::Noun | Upos::Propn) || view.norm(b) == "'s");
            let closed =
                after.is_none_or(|a| view.is_time(a) || !matches!(view.upos(a), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Pron));
            let word = upos == Upos::Num && view.norm(head).bytes().all(|b| b.is_ascii_alphabetic());
            (word || matches!(upos, Upos::Adj | Upos::Verb | Upos::X)) && opened && closed
        }
        Class::Adjective => upos == Upos::Adj || upos == Upos::Verb && view.relation(head) == Relation::Amod,
    }
}

/// "a torture cell", "the resettlement agency", "attack drones", "ceasefire monitors": whether a noun only says what another thing, body or person is for.
fn names_a_use(view: &View<'_>, noun: usize) -> bool {
    let Some(of) = view.head(noun).filter(|&n| n > noun && view.relation(noun) == Relation::Compound) else { return false };
    if among(view.norm(of), linear::HEADLINE_HARM) && of == noun + 1 && view.inside(of, of + 1) && view.upos(of + 1) != Upos::Adp {
        return false;
    }
    let m = &view.lexicon.masks;
    let things = m.thing | m.civ | m.armed | m.weapons | m.aircraft | m.diplomat;
    let word = view.lemma(of);
    let person = word.ends_with("er") || word.ends_with("or") || word.ends_with("ist") || word.starts_with("spokes");
    let doer = word.len() > 5 && person && view.lexicon.senses_of(word).next().is_none();
    view.bits(of) & things != 0 || doer || view.norm(noun) == "combat"
}

/// Whether a hyphen joins a participle or adjective to a noun.
fn describes_compound(view: &View<'_>, noun: usize) -> bool {
    let (hyphen, word) = (noun + 1, noun + 2);
    view.inside(noun, word)
        && view.norm(hyphen) == "-"
        && view.joined(hyphen)
        && view.joined(word)
        && matches!(view.upos(word), Upos::Adj | Upos::Verb)
}

/// "killed in fighting", "an area that witnessed shelling": whether a gerund without an object stands behind a preposition or a verb that takes a deed.
fn is_bare(view: &View<'_>, before: usize, gerund: usize) -> bool {
    let preposition = among(view.norm(before), "of in by during after from amid despite following since before without");
    let told = among(view.lemma(before), "witness see report hear spark trigger end halt resume escalate intensify condemn");
    (preposition || told) && !view.has(gerund, &[Relation::Obj, Relation::Xcomp, Relation::Ccomp])
}

/// Whether a noun phrase begins here: what stands before it is no adjective of it.
fn opens_phrase(view: &View<'_>, t: usize) -> bool {
    matches!(view.upos(t), Upos::Det | Upos::Num | Upos::Pron) || view.is_container(t) || view.in_name(t)
}

/// "landless and starving peasants", "well trained troops": whether a participle shares a noun with an adjective, or has an adverb before it.
fn described(view: &View<'_>, head: usize) -> bool {
    let before = head.checked_sub(1).filter(|&b| view.inside(head, b));
    let noun_follows = view.inside(head, head + 1) && matches!(view.upos(head + 1), Upos::Noun | Upos::Propn | Upos::Adj);
    let beside = before.filter(|&b| view.upos(b) == Upos::Cconj).and_then(|b| b.checked_sub(1)).is_some_and(|a| view.upos(a) == Upos::Adj);
    let measured = before.is_some_and(|b| among(view.norm(b), "well newly heavily badly poorly internally"));
    // "the troops are well trained".
    let kept = among(view.norm(head), "trained armed equipped funded supplied organised organized defended");
    if kept && before.is_some_and(|b| among(view.norm(b), "well poorly lightly highly better best")) {
        return true;
    }
    // "the country's surrounding Sahel region".
    if view.norm(head) == "surrounding" && before.is_none_or(|b| view.upos(b) != Upos::Aux && view.norm(b) != ",") {
        return true;
    }
    let own = view.has(head, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Obj]);
    // "locals and displaced people".
    let people = before.is_some_and(|b| view.upos(b) == Upos::Cconj && matches!(view.upos(b.saturating_sub(1)), Upos::Noun | Upos::Propn));
    if people && noun_follows && !own && among(view.norm(head), "displaced wounded injured besieged captured detained abducted kidnapped armed") {
        return true;
    }
    noun_follows && !own && (beside || measured)
}

/// "in occupied Crimea", whatever the tree makes of it; that a town is besieged is worth telling wherever it stands.
fn behind_preposition(view: &View<'_>, before: usize, head: usize) -> bool {
    let described = view.relation(head) == Relation::Amod && view.upos(before) == Upos::Adp && !verb::is_going(view, head);
    let place = among(view.norm(before), "in of from near into inside outside around across through") && view.norm(head).ends_with("ed");
    let told = among(view.norm(head), "besieged blockaded encircled surrounded");
    described || place && !told && view.inside(head, head + 1) && matches!(view.upos(head + 1), Upos::Noun | Upos::Propn)
}

/// Whether a participle or gerund stands where a noun does: it is a subject, an object or part of a phrase, and has none of its own.
fn stands_as_noun(view: &View<'_>, head: usize) -> bool {
    matches!(view.relation(head), Relation::Obj | Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::Nsubj | Relation::NsubjPass)
        && !view.has(head, &[Relation::Obj, Relation::Nsubj, Relation::Aux, Relation::AuxPass])
}

/// Whether what follows a word is a verb, whatever the tagger says: "to", "will", "has".
fn verb_follows(view: &View<'_>, before: usize) -> bool {
    matches!(view.upos(before), Upos::Aux | Upos::Part) && view.norm(before) != "'s" || among(view.norm(before), "they we who he she")
}

/// Where a sense's words stand if they begin at a token, and which of them is the head.
fn matches(view: &View<'_>, sense: &Sense, i: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let is = |t: usize, word: &str| view.lemma(t) == word || view.norm(t) == word;
    let mut last = i;
    for word in sense.words.iter().skip(1) {
        let mut next = last + 1;
        // "called on Tuesday for a truce", "appealed Friday to the rebels": a day between the verb and its preposition.
        let day = sense.class == Class::Verb && among(word, "on for to upon");
        while next < end
            && (view.norm(next) == "-"
                || day && (view.is_time(next) || view.norm(next) == "on" && view.inside(i, next + 1) && view.is_time(next + 1)))
        {
            next += 1;
        }
        // "was taken on 8 February" is not "taken on".
        let dated = matches!(*word, "on" | "in" | "over") && view.inside(i, next + 1) && view.is_time(next + 1);
        // "drones struck" is no "drone strike".
        let told = sense.class == Class::Noun && view.upos(next) == Upos::Verb && verb::past_form(view, next);
        if next < end && is(next, word) && !dated && !told {
            last = next;
        } else if sense.class == Class::Verb {
            last = apart(view, i, word, last, end, sense.words.len() > 2)?;
        } else {
            return None;
        }
    }
    // "beat the man to death", "took fifteen people hostage": far apart, the verb alone is the trigger.
    let apart = last + 1 - i > sense.words.len() + 1 && (among(view.norm(last), STATES) || view.norm(last) == "death");
    let tokens = if apart { i..i + 1 } else { i..last + 1 };
    let head = if sense.class == Class::Verb { i } else { inner_head(view, &tokens) };
    Some((tokens, head))
}

/// A verb's particle or object that does not stand right behind it: "pushed them out", "took full control".
fn apart(view: &View<'_>, verb: usize, word: &str, last: usize, end: usize, long: bool) -> Option<usize> {
    let is = |t: usize| view.lemma(t) == word || view.norm(t) == word;
    // "put the general on trial", but "drove them on".
    let inner = long && among(word, "to into on under in at");
    if among(word, PARTICLES) && !inner {
        if among(word, STATES) {
            // "set tyres alight", "took fifteen people hostage": behind the object, whatever the tree hangs it on.
            return (verb + 1..end.min(verb + 9)).take_while(|&t| !matches!(view.upos(t), Upos::Verb | Upos::Punct | Upos::Sconj)).find(|&t| is(t));
        }
        return view
            .dependents(verb, &[Relation::CompoundPrt, Relation::Advmod, Relation::Xcomp])
            .find(|&c| c > verb && is(c))
            .filter(|&c| c < verb + 8);
    }
    // "held the army responsible", where the adjective hangs on the noun.
    let charge = among(word, "responsible accountable");
    let filler = |t: usize| {
        matches!(view.upos(t), Upos::Det | Upos::Adj | Upos::Adv | Upos::Num | Upos::Pron | Upos::Propn | Upos::Noun | Upos::X)
            || view.norm(t) == "'s"
            || view.norm(t) == "-"
            || view.relation(t) == Relation::Amod
    };
    let reach = if view.upos(last + 1) == Upos::Num || among(view.lemma(verb), "exchange trade") { 6 } else { 4 };
    let mut t = last + 1;
    while t < end && t <= last + reach {
        // "bring those responsible to justice": the preposition, with its noun to follow, which may look like an infinitive.
        let link = inner && matches!(view.upos(t), Upos::Adp | Upos::Part);
        if is(t) && (link || charge)
            || is(t) && matches!(view.relation(t), Relation::Obj | Relation::NsubjPass | Relation::Obl | Relation::Xcomp | Relation::Dep)
            || is(t) && long && matches!(view.relation(t), Relation::Nmod | Relation::Compound | Relation::Amod)
        {
            return Some(t);
        }
        if !filler(t) {
            return None;
        }
        t += 1;
    }
    None
}

/// The token of a phrase that depends on a word outside it, the last such.
fn inner_head(view: &View<'_>, tokens: &Range<usize>) -> usize {
    let nominal = |t: usize| matches!(view.upos(t), Upos::Noun | Upos::Propn);
    let head = tokens.clone().rev().find(|&t| view.norm(t) != "-" && view.head(t).is_none_or(|h| !tokens.contains(&h))).unwrap_or(tokens.end - 1);
    // "a sit-in", "the shooting down of", where the second word is taken for an adverb or a preposition.
    if matches!(view.upos(head), Upos::Adv | Upos::Adp) { tokens.clone().rev().find(|&t| nominal(t)).unwrap_or(head) } else { head }
}

/// A modifier that names the weapon belongs to the trigger: "mortar attack", "machine gun fire".
fn extend(view: &View<'_>, tokens: Range<usize>, head: usize) -> Range<usize> {
    let m = &view.lexicon.masks;
    let weapon = m.air | m.artillery | m.bomb | m.suicide | m.chem | m.gun;
    let mut start = tokens.start;
    while start > 0 && view.inside(head, start - 1) && !view.in_name(start - 1) {
        let before = start - 1;
        let part = view.bits(before) & weapon != 0 && matches!(view.relation(before), Relation::Compound | Relation::Amod | Relation::Nmod);
        let carrier = start < tokens.start && among(view.lemma(before), "car truck barrel machine small roadside air");
        if !part && !carrier {
            break;
        }
        start = before;
    }
    start..tokens.end
}

/// Whether the neighbourhood of a word says that it names no event.
fn blocked(view: &View<'_>, head: usize) -> bool {
    let lexicon = view.lexicon;
    let blocks =
        lexicon.blocks_of(view.lemma(head)).iter().chain(lexicon.blocks_of(if view.norm(head) == view.lemma(head) { "" } else { view.norm(head) }));
    let signature = view.sentence_signature(head);
    blocks.filter(|block| block.signature & !signature == 0).any(|block| {
        let mut t = head;
        let back = block.words[..block.at].iter().rev().all(|w| step(view, &mut t, head, -1) && (view.lemma(t) == *w || view.norm(t) == *w));
        let mut t = head;
        back && block.words[block.at + 1..].iter().all(|w| step(view, &mut t, head, 1) && (view.lemma(t) == *w || view.norm(t) == *w))
    })
}

/// Moves to the next or previous word of the sentence, over hyphens, articles and possessives.
fn step(view: &View<'_>, t: &mut usize, head: usize, by: isize) -> bool {
    loop {
        let Some(next) = t.checked_add_signed(by).filter(|&n| view.inside(head, n)) else { return false };
        *t = next;
        if !among(view.norm(next), "- a an the its their his her") {
            return true;
        }
    }
}
