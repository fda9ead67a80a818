//! Which event a toll belongs to, and which words of killing are only the toll of another event.

use super::lexicon::Class;
use super::merge::Draft;
use super::retell;
use super::slot::Slot;
use super::trigger::Candidate;
use super::view::View;
use super::{Argument, EventType, Family, Role, Trigger};
use crate::analysis::{CasualtyKind as K, EntityType, Modality, PlaceRelation, Quantifier};
use crate::casualty::{BY_EVENT, SAME_AGAIN, Toll, set_beside};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// How much farther what did not happen lies from a toll, in arcs.
const UNREAL: usize = 6;

/// Whether a kind of event has victims of its own.
fn harms(kind: EventType) -> bool {
    kind.family() == Family::Violence && !matches!(kind, EventType::Interception | EventType::Destruction)
}

/// Whether a kind of event is the cause of the dead and hurt beside it; those kidnapped and killed are killed in an act of its own.
fn leaves_tolls(kind: EventType) -> bool {
    harms(kind) && !matches!(kind, EventType::Abduction | EventType::Abuse)
}

/// Whether a candidate only says that people died or were hurt.
pub(super) fn is_toll(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    candidate.sense.kind == EventType::Casualties || among(view.lemma(candidate.head), "kill wound injure die death casualty maim")
}

/// What is done to people in an attack or a raid.
const DONE_IN: &str = "kill wound injure shoot arrest detain capture seize rescue destroy abduct kidnap";

/// "Gunmen kill five in an attack on a bus", "Soldiers arrested two men during a raid": who kills makes the attack, if nobody else is said to.
fn pass_on_killers(view: &View<'_>, candidates: &mut [Candidate<'_>]) {
    let armed = view.lexicon.masks.armed;
    let actor = armed | view.lexicon.masks.gov;
    let people = armed | view.lexicon.masks.civ | view.lexicon.masks.person;
    let killers: Vec<(usize, usize, Option<usize>)> = candidates
        .iter()
        .filter(|c| c.sense.class == Class::Verb && among(view.lemma(c.head), DONE_IN))
        .filter_map(|c| c.slots.of(Slot::Subject).find(|&t| view.bits(view.referent(t)) & actor != 0).map(|t| (c, t)))
        .map(|(c, killer)| (c.head, killer, c.slots.of(Slot::Object).find(|&t| view.bits(view.referent(t)) & people != 0)))
        .collect();
    let somebody = |t: usize| view.mention_at(t).is_some() && view.bits(t) & actor != 0;
    for (verb, killer, killed) in killers {
        let first = candidates.partition_point(|c| c.head <= verb);
        let deed = candidates[first..].iter_mut().take(8).find(|c| {
            let beside = view.head(c.head) == Some(verb) && view.relation(c.head) == Relation::Obl && view.case_is(c.head, "in during with");
            leaves_tolls(c.sense.kind) && c.sense.class == Class::Noun && (beside || is_that_deed(view, verb, c.head))
        });
        let Some(deed) = deed.filter(|d| !d.slots.has(Slot::Subject) && !d.slots.of(Slot::Possessor).chain(d.slots.of(Slot::Modifier)).any(somebody))
        else {
            continue;
        };
        deed.slots.add(Slot::Subject, killer, "who kills in it");
        // "killed ten rebels in clashes": the other side; "killed ten traders in an ambush": whom it befell.
        let one_sided = among(view.lemma(deed.head), "ambush raid assault attack");
        let befell = |t: &usize| deed.sense.kind == EventType::Clash && (one_sided || view.bits(view.referent(*t)) & armed != 0);
        if let Some(other) = killed.filter(befell) {
            deed.slots.add(Slot::Object, other, "who is killed in it");
        }
    }
}

/// "killed ten students, an attack that shocked the country": whether a noun behind a comma sums up what the verb tells.
fn is_that_deed(view: &View<'_>, verb: usize, noun: usize) -> bool {
    let article = noun.checked_sub(1).filter(|&a| matches!(view.norm(a), "an" | "a" | "the"));
    let apposed = matches!(view.relation(noun), Relation::Appos | Relation::Parataxis) && verb < noun && view.inside(verb, noun);
    apposed && among(view.lemma(noun), "attack assault massacre killing shooting raid") && article.is_some_and(|a| a > 0 && view.norm(a - 1) == ",")
}

/// Whether what a verb of killing tells, with a doer of its own, is what another deed came after.
fn answered(view: &View<'_>, killing: &Candidate<'_>, deed: usize) -> bool {
    let clause = view.relation(killing.head) == Relation::Advcl && view.has_word(killing.head, &[Relation::Mark], "after since because");
    clause && view.head(killing.head) == Some(deed) && !killing.slots.passive && view.has(killing.head, &[Relation::Nsubj])
}

/// Leaves out words of killing whose cause is named by another trigger of the sentence, and all but the first of a bare toll.
pub(super) fn drop_tolls_of_named_attacks(view: &View<'_>, candidates: &mut Vec<Candidate<'_>>) {
    pass_on_killers(view, candidates);
    let causes: Vec<(usize, usize, bool)> = candidates
        .iter()
        .filter(|c| leaves_tolls(c.sense.kind) && !is_toll(view, c) && c.sense.prior >= 0.5)
        .map(|c| (view.sentence_index(c.head), c.head, c.sense.kind == EventType::Clash))
        .collect();
    let unrest: Vec<usize> =
        candidates.iter().filter(|c| c.sense.kind == EventType::Protest && c.sense.class == Class::Noun).map(|c| c.head).collect();
    let downings: Vec<usize> =
        candidates.iter().filter(|c| c.sense.kind == EventType::Interception && c.sense.class == Class::Noun).map(|c| c.head).collect();
    let mut first = 0;
    let mut told = None;
    candidates.retain(|c| {
        let sentence = view.sentence_index(c.head);
        while causes.get(first).is_some_and(|&(s, _, _)| s < sentence) {
            first += 1;
        }
        let mut own = causes.iter().skip(first).take_while(|&&(s, _, _)| s == sentence).take(12);
        if is_toll(view, c) && c.slots.of(Slot::Object).chain(c.slots.of(Slot::Subject)).any(|t| view.norm(t) == "those") {
            return false;
        }
        let toll = is_toll(view, c);
        // Houses burnt and shops looted are an act of their own.
        let damage = c.sense.kind == EventType::Destruction
            && (c.sense.class != Class::Verb || among(view.lemma(c.head), "destroy damage wreck devastate ruin flatten level gut"));
        // A war or a fighter beside the toll is no cause of its own.
        // "The downing of the jet killed two."
        if toll && view.dependents(c.head, &[Relation::Nsubj]).any(|s| downings.contains(&s)) {
            return false;
        }
        let caused = (toll || damage)
            && own.any(|&(_, cause, clash)| {
                // "Shells hit depot; nine die in town": two reports.
                if view.in_headline(c.head) && (cause.min(c.head)..cause.max(c.head)).any(|t| view.norm(t) == ";") {
                    return false;
                }
                // "They had destroyed a depot and denied striking homes": what someone did, told first, is no damage of what follows.
                if damage && !toll && acts(view, c) && !ancestors(view, c.head).contains(&cause) {
                    return false;
                }
                // "shelled the town after rebels had killed six soldiers": what came before, done by others.
                if toll && answered(view, c, cause) {
                    return false;
                }
                if clash { related(view, c.head, cause) && !aside(view, c.head, cause) } else { !of_one_victim(view, c.head, cause) }
            });
        // "12 were killed and 30 wounded" is one toll; "nine were killed this year and 16 were killed in 2010" are two.
        let word = view.lemma(c.head);
        let again = c.sense.kind == EventType::Casualties && told.replace((sentence, word)).is_some_and(|(s, w)| s == sentence && w != word);
        // "Two people died in riots": the toll of the unrest, which is no attack.
        let unrest = c.sense.kind == EventType::Casualties
            && view.dependents(c.head, &[Relation::Obl]).any(|t| unrest.contains(&t) && view.case_is(t, "in during at"));
        !caused && !again && !unrest
    });
}

/// Whether someone does it: not a strike, not the blast.
fn acts(view: &View<'_>, candidate: &Candidate<'_>) -> bool {
    use EntityType as E;
    let actor =
        |t: usize| view.mention_at(t).is_some_and(|m| matches!(view.context.mentions[m].entity_type, E::StateForce | E::ArmedGroup | E::Government));
    candidate.slots.of(Slot::Subject).any(actor)
}

/// A war in general, what has gone on since, or a participle that only describes the victims: no cause of the toll.
fn aside(view: &View<'_>, toll: usize, cause: usize) -> bool {
    if matches!(view.lemma(cause), "war" | "conflict") {
        let subject = view.head(cause) == Some(toll) && view.relation(cause) == Relation::Nsubj;
        return !subject && !of_the_war(view, toll, cause);
    }
    // "25 rebels fighting alongside the army".
    if view.norm(cause).ends_with("ing") && tolls_near(view, toll).any(|t| t.cue == toll && t.tokens.end == cause) {
        return true;
    }
    let above = ancestors(view, toll);
    let own = ancestors(view, cause);
    let way = std::iter::once(cause).chain(own.iter().copied()).take_while(|t| *t != toll && !above.contains(t)).take(5);
    // "since May, when the army launched its campaign".
    let of_date = |c: usize| view.norm(c) == "when" && c > 1 && view.norm(c - 1) == "," && view.is_time(c - 2) && !strikes_once(view, cause);
    // "in nine years of fighting".
    let of_length = |t: usize| t > 1 && view.norm(t - 1) == "of" && is_length(view, t - 2);
    way.into_iter().any(|t| {
        matches!(view.relation(t), Relation::Acl | Relation::AclRelcl) && !of_length(t)
            || view.children(t).any(|c| c < t && (matches!(view.norm(c), "since" | "amid") || of_date(c)))
    })
}

/// "in March, when fighters stormed a camp": not what has gone on since.
fn strikes_once(view: &View<'_>, cause: usize) -> bool {
    among(view.lemma(cause), "storm attack ambush raid assault overrun fight clash exchange")
}

/// "The conflict has cost about 11,000 lives", "70,000 people died in nine years of war", "20,000 have died since the war began": hundreds are the
/// toll of a war.
fn of_the_war(view: &View<'_>, toll: usize, war: usize) -> bool {
    if !tolls_near(view, toll).any(|t| t.low.or(t.high).is_some_and(|n| n >= 100)) {
        return false;
    }
    let verb = if view.upos(toll) == Upos::Verb { Some(toll) } else { view.head(toll) };
    let of_verb = |t: Option<usize>| t == verb || t.is_some_and(|t| t == toll || view.relation(t) == Relation::Conj && view.head(t) == verb);
    let long = view.head(war).filter(|&h| is_length(view, h));
    let (noun, above) = (long.unwrap_or(war), view.head(long.unwrap_or(war)));
    match view.relation(noun) {
        _ if verb.is_some_and(|v| view.relation(v) == Relation::AclRelcl && view.head(v) == Some(war)) => true,
        Relation::Nsubj => {
            let begun = above.filter(|&b| among(view.lemma(b), "begin start erupt"));
            of_verb(above) || begun.is_some_and(|b| of_verb(view.head(b)))
        }
        Relation::Obl | Relation::Nmod => of_verb(above) && view.case_is(noun, "in during from by after"),
        _ => false,
    }
}

/// "nine years of fighting": whether a noun measures how long something lasted.
fn is_length(view: &View<'_>, noun: usize) -> bool {
    among(view.lemma(noun), "day week month year decade hour")
}

/// "killed 11 people, one of whom was beheaded": what befell one of the victims is not the cause of the toll.
fn of_one_victim(view: &View<'_>, toll: usize, cause: usize) -> bool {
    let noun = view.head(cause).filter(|_| view.relation(cause) == Relation::AclRelcl);
    noun.is_some_and(|n| !matches!(view.relation(n), Relation::Obl | Relation::OblAgent) && ancestors(view, n).contains(&toll))
}

/// Whether one of two words governs the other's clause, or the cause stands in a clause that governs the toll's.
fn related(view: &View<'_>, toll: usize, cause: usize) -> bool {
    let above = ancestors(view, toll);
    let beside = matches!(view.relation(cause), Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl)
        && view.head(cause).is_some_and(|h| above.iter().take(2).any(|&a| a == h));
    beside || opens(view, toll, cause) || above.contains(&cause) || ancestors(view, cause).iter().take(5).any(|&a| a == toll)
}

/// "In an exchange of fire, three soldiers were killed": fighting that the sentence begins with, wherever the tree hangs it.
fn opens(view: &View<'_>, toll: usize, cause: usize) -> bool {
    let first = view.sentence(toll).start;
    cause < toll
        && cause <= first + 8
        && view.case_is(cause, "in during after following")
        && (cause + 1..toll).all(|t| view.upos(t) != Upos::Verb || view.relation(t) == Relation::Amod)
}

fn ancestors(view: &View<'_>, token: usize) -> Vec<usize> {
    let mut all = Vec::new();
    let mut at = token;
    while let Some(head) = view.head(at).filter(|_| all.len() < 24) {
        all.push(head);
        at = head;
    }
    all
}

/// Gives each toll to the event that governs it: a trigger that is its cue, else the nearest violent trigger of the sentence,
/// else the last event of violence told just before, else an event of its own.
pub(super) fn attach(view: &View<'_>, drafts: &mut Vec<Draft>) {
    let mut own: Vec<Draft> = Vec::new();
    let mut told: Vec<(usize, usize, usize)> = Vec::new();
    for (d, draft) in drafts.iter().enumerate() {
        told.extend(draft.frame.triggers.iter().enumerate().map(|(t, trigger)| (view.sentence_index(trigger.head), d, t)));
    }
    told.sort_unstable();
    let mut last: Option<usize> = None;
    for (index, toll) in view.context.tolls.iter().enumerate() {
        if toll.rule == SAME_AGAIN {
            let beside = set_beside(&view.context.tolls[..index], toll.tokens.start, toll.low, toll.high);
            let has = |d: &&mut Draft| d.frame.tolls.iter().rev().take(8).any(|&t| Some(t) == beside);
            if let Some(draft) = own.iter_mut().rev().take(3).chain(drafts.iter_mut()).find(has) {
                draft.frame.tolls.push(index);
            }
            continue;
        }
        if let Some(d) = governor(view, drafts, &told, toll) {
            drafts[d].frame.tolls.push(index);
            continue;
        }
        // "expelled two diplomats", "evacuated 40 wounded people": told as something else, and no flight beside.
        let taken = |&(_, d, t): &(usize, usize, usize)| drafts[d].frame.triggers[t].tokens.contains(&toll.cue);
        if toll.kind == K::Displaced && told[told.partition_point(|t| t.0 < view.sentence_index(toll.cue))..].iter().take(60).any(taken) {
            continue;
        }
        let Some(draft) = bare(view, index, toll) else { continue };
        let sentence = view.sentence_index(toll.cue);
        let beside = own.last_mut().filter(|d| last == Some(sentence) && d.frame.kind == draft.frame.kind);
        match beside {
            Some(draft) => draft.frame.tolls.push(index),
            None => own.push(draft),
        }
        last = Some(sentence);
    }
    drafts.append(&mut own);
    drafts.sort_by_key(|d| d.frame.triggers.first().map_or(0, |t| t.tokens.start));
    retell::join(view, drafts);
}

/// The event that a toll belongs to; `told` lists sentence, event and trigger in order.
fn governor(view: &View<'_>, drafts: &[Draft], told: &[(usize, usize, usize)], toll: &Toll) -> Option<usize> {
    let sentence = view.sentence_index(toll.cue);
    let first = told.partition_point(|t| t.0 + 1 < sentence);
    let mut best: Option<(usize, usize)> = None;
    for &(s, d, t) in told[first..].iter().take_while(|t| t.0 <= sentence).take(60) {
        let Some((draft, trigger)) = drafts.get(d).and_then(|draft| draft.frame.triggers.get(t).map(|trigger| (draft, trigger))) else { continue };
        let Some(cost) = cost(view, draft.frame.kind, trigger, toll, sentence - s).filter(|_| !far_more(view, draft, toll)) else { continue };
        // "has waged a campaign to retake the town, killing hundreds": not what is yet to come.
        let unreal = matches!(draft.frame.modality, Modality::Planned | Modality::Hypothetical);
        let cost = cost + if unreal && cost > 0 { UNREAL } else { 0 };
        // Of several attacks that share a toll the first has it; of those told before, the last.
        if best.is_none_or(|(c, _)| cost < c || cost == c && s < sentence) {
            best = Some((cost, d));
        }
    }
    best.map(|(_, d)| d)
}

/// "Seventy people have been killed since then", "so far this year", "has reported 43 soldiers killed": whether a sentence tells the toll of many
/// attacks.
pub(super) fn of_many_attacks(view: &View<'_>, cue: usize) -> bool {
    let counts = |v: usize| among(view.lemma(v), "report record document register count") && view.has_word(v, &[Relation::Aux], "has have");
    if std::iter::successors(Some(cue), |&t| view.head(t)).skip(1).take(3).any(counts) {
        return true;
    }
    let since = |t: usize| view.norm(t) == "since" || view.norm(t) == "year" && view.norm(t - 1) == "this";
    view.sentence(cue).skip(1).any(since)
}

/// Whether a toll of thousands is told of an event whose victims the text counts in dozens: "12 were killed in the fighting … 70,000 have died in
/// nine years of fighting".
fn far_more(view: &View<'_>, draft: &Draft, toll: &Toll) -> bool {
    let size = |t: &Toll| u64::from(t.low.or(t.high).unwrap_or(0));
    let known = draft.frame.tolls.iter().rev().take(8).map(|&t| &view.context.tolls[t]).filter(|t| t.kind == toll.kind).map(size).max();
    size(toll) >= 1000 && known.is_some_and(|n| 50 * n < size(toll))
}

/// How far a toll is from a trigger some sentences before it; `None` if it cannot be of that event.
fn cost(view: &View<'_>, kind: EventType, trigger: &Trigger, toll: &Toll, before: usize) -> Option<usize> {
    let head = first_of_list(view, trigger.head);
    let cue = trigger.tokens.contains(&toll.cue) || toll.tokens.contains(&trigger.head);
    if toll.rule == BY_EVENT {
        let own = match toll.kind {
            K::Killed => leaves_tolls(kind),
            K::Captured => takes(kind, K::Captured) || kind == EventType::Withdrawal && view.lemma(toll.cue) == "surrender",
            other => takes(kind, other),
        };
        return (before == 0 && own && trigger.tokens.contains(&toll.cue)).then_some(0);
    }
    let harm = matches!(toll.kind, K::Killed | K::Injured | K::Missing | K::Affected);
    let fits = harm && (harms(kind) || kind == EventType::Casualties);
    if cue && (fits || takes(kind, toll.kind)) {
        return Some(0);
    }
    // Thousands are the toll of a war, not of an attack told before.
    if before > 0 && toll.low.or(toll.high).is_some_and(|n| n >= if toll.kind == K::Injured { 10_000 } else { 1000 }) {
        return None;
    }
    // "Gunmen abducted 140 pupils. At least 25 are still missing."
    if before > 0 && toll.kind == K::Missing && kind == EventType::Abduction {
        return Some(38);
    }
    if before > 0 {
        if of_many_attacks(view, toll.cue) {
            return None;
        }
        // A war or a campaign has more victims than those told next.
        let lasts = kind == EventType::Clash
            && among(view.lemma(trigger.head), "war conflict insurgency offensive campaign invasion invade incursion fighting hostility violence");
        return (fits && leaves_tolls(kind) && !lasts).then_some(if kind == EventType::Clash { 41 } else { 40 });
    }
    if fits {
        let apart = kind == EventType::Clash && aside(view, toll.cue, trigger.head);
        return (!apart).then(|| 1 + steps(view, toll.cue, head) + if leaves_tolls(kind) { 0 } else { 4 });
    }
    if takes(kind, toll.kind) {
        return Some(2 + steps(view, toll.cue, head));
    }
    may_take(kind, toll.kind).then(|| 12 + steps(view, toll.cue, head))
}

/// "air strikes" for the word "shelling" in "by air strikes and shelling".
fn first_of_list(view: &View<'_>, word: usize) -> usize {
    let noun = |t: usize| matches!(view.upos(t), Upos::Noun | Upos::Propn);
    let mut at = word;
    for _ in 0..4 {
        match view.head(at).filter(|&h| view.relation(at) == Relation::Conj && noun(at) && noun(h)) {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// An event of nothing but a toll.
fn bare(view: &View<'_>, index: usize, toll: &Toll) -> Option<Draft> {
    if matches!(toll.rule, BY_EVENT | SAME_AGAIN) {
        return None;
    }
    let kind = match toll.kind {
        K::Killed | K::Injured | K::Missing => EventType::Casualties,
        // "an estimated 100,000 refugees live in the camp": nobody flees now.
        K::Displaced if view.upos(toll.cue) == Upos::Noun => return None,
        K::Displaced => EventType::Displacement,
        K::Captured | K::Affected => return None,
    };
    let mention = toll.who.filter(|&m| view.entity(m).is_some());
    let victims = mention.map(|mention| Argument { role: Role::Target, mention, relation: PlaceRelation::In, rule: "victims of the toll" });
    let trigger = Trigger { tokens: toll.cue..toll.cue + 1, head: toll.cue, rule: "a toll without a cause".into() };
    Some(Draft::of_toll(kind, trigger, victims.into_iter().collect(), index))
}

/// Whether an event that is no violence has victims of this kind.
fn takes(kind: EventType, toll: K) -> bool {
    match toll {
        K::Displaced => kind == EventType::Displacement,
        K::Captured => matches!(kind, EventType::Coercion | EventType::Abduction | EventType::Release),
        K::Killed | K::Injured => matches!(kind, EventType::Protest | EventType::Coercion | EventType::Capture | EventType::Withdrawal),
        K::Affected => matches!(kind, EventType::Blockade),
        K::Missing => matches!(kind, EventType::Abduction | EventType::Interception),
    }
}

/// Whether an event may have victims of this kind, if no other of the sentence has.
fn may_take(kind: EventType, toll: K) -> bool {
    match toll {
        K::Captured => matches!(kind, EventType::Clash | EventType::Attack | EventType::Capture | EventType::Withdrawal),
        K::Killed | K::Injured => matches!(kind, EventType::Interception),
        _ => false,
    }
}

/// Whether two bare words of killing, without an attack to link them, tell figures too far apart to be of one incident: more than 300, and nine;
/// or two of flight: thousands, and five million.
pub(super) fn differ(view: &View<'_>, kind: EventType, a: usize, b: usize) -> bool {
    if kind == EventType::Displacement {
        let figure =
            |head: usize| tolls_near(view, head).take(12).filter(|t| t.kind == K::Displaced).filter_map(|t| t.low.or(t.high)).map(u64::from).max();
        return matches!((figure(a), figure(b)), (Some(a), Some(b)) if a.max(b) > 100 * a.min(b));
    }
    if kind != EventType::Casualties {
        return false;
    }
    let figure = |head: usize| {
        let own = tolls_near(view, head).filter(|t| t.cue == head && t.quantifier != Quantifier::Vague);
        own.filter_map(|t| t.low.or(t.high).map(|n| (t.kind, u64::from(n)))).max_by_key(|t| t.1)
    };
    let (Some(a), Some(b)) = (figure(a), figure(b)) else { return false };
    a.0 == b.0 && a.1.max(b.1) > 3 * a.1.min(b.1)
}

/// The tolls of a word's sentence.
fn tolls_near<'b>(view: &'b View<'_>, word: usize) -> impl Iterator<Item = &'b Toll> + 'b {
    let (tolls, sentence) = (view.context.tolls, view.sentence(word));
    let first = tolls.partition_point(|t| t.tokens.start < sentence.start);
    tolls[first..].iter().take_while(move |t| t.tokens.start < sentence.end)
}

/// Arcs between two words of a sentence.
fn steps(view: &View<'_>, a: usize, b: usize) -> usize {
    let (mut up_a, mut up_b) = (vec![a], vec![b]);
    up_a.extend(ancestors(view, a));
    up_b.extend(ancestors(view, b));
    up_a.iter().enumerate().find_map(|(i, t)| up_b.iter().position(|u| u == t).map(|j| i + j)).unwrap_or(20)
}
