//! Where an event happened, when no slot of its trigger says so: from the sentence.

use super::merge::Draft;
use super::slot::Slot;
use super::view::View;
use super::{Argument, EventFrame, EventType, Family, Role, relation, scene};
use crate::analysis::{EntityType, GeoPrecision, MentionKind, Modality};
use crate::attribution::Attribution;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// The farthest, in words, that a place of the sentence is looked for.
const REACH: usize = 22;

/// Gives events without a place the nearest one of the sentence that tells them first, or the one of what was told before.
pub(super) fn complete(view: &View<'_>, drafts: &mut [Draft], heads: &[usize]) {
    in_sentences(view, drafts, heads);
    carried(view, drafts);
    scene::complete(view, drafts);
}

/// How many events before one its place is looked for.
const BEFORE: usize = 6;

/// "The bandits attacked the village. They burned houses": where those who do it, or whom it befalls, were told to be in the sentence or the one before.
fn carried(view: &View<'_>, drafts: &mut [Draft]) {
    let acts = |kind: EventType| matches!(kind.family(), Family::Violence | Family::Control) || kind == EventType::Coercion;
    let told = |frame: &EventFrame| frame.modality == Modality::Happened && acts(frame.kind);
    for d in 0..drafts.len() {
        let frame = &drafts[d].frame;
        let Some(head) = frame.triggers.first().map(|t| t.head) else { continue };
        if !told(frame) || frame.arguments.iter().any(|a| a.role == Role::Place) || view.in_headline(head) || view.upos(head) != Upos::Verb {
            continue;
        }
        let near = |t: usize| {
            let (before, here) = (view.sentence_index(t), view.sentence_index(head));
            t < head && (before == here || before + 1 == here && view.block(t) == view.block(head))
        };
        let site = drafts[d.saturating_sub(BEFORE)..d].iter().rev().map(|b| &b.frame).find(|before| {
            told(before) && before.triggers.iter().any(|t| near(t.head)) && shares_a_side(view, before, frame) && !apart(before, frame)
        });
        let places: Vec<Argument> = site.into_iter().flat_map(|b| b.arguments.iter().filter(|a| a.role == Role::Place)).cloned().collect();
        drafts[d].frame.arguments.extend(places.into_iter().map(|a| Argument { rule: "place of what was told before", ..a }));
    }
}

fn shares_a_side(view: &View<'_>, a: &EventFrame, b: &EventFrame) -> bool {
    let sides = |f: &EventFrame| -> Vec<usize> {
        f.arguments.iter().filter(|x| matches!(x.role, Role::Agent | Role::Target)).filter_map(|x| view.entity(x.mention)).collect()
    };
    let (a, b) = (sides(a), sides(b));
    a.iter().any(|x| b.contains(x))
}

/// Whether two events have times that are not the same.
fn apart(a: &EventFrame, b: &EventFrame) -> bool {
    matches!((&a.time, &b.time), (Some(a), Some(b)) if a.days != b.days)
}

/// Gives events without a place the nearest one of the sentence that tells them first.
fn in_sentences(view: &View<'_>, drafts: &mut [Draft], heads: &[usize]) {
    for draft in drafts.iter_mut() {
        let frame = &mut draft.frame;
        let Some(head) = frame.triggers.first().map(|t| t.head) else { continue };
        if !takes_place(frame.kind) {
            continue;
        }
        if !frame.arguments.iter().any(|a| a.role == Role::Place)
            && let Some(best) =
                in_sentence(view, frame.kind, head, heads).or_else(|| scene::subject_is_where(view, frame, head)).or_else(|| struck(view, frame))
        {
            let more = view.with_conjuncts(view.context.mentions[best.mention].head);
            let listed: Vec<usize> =
                more.into_iter().skip(1).filter_map(|t| view.mention_at(t)).filter(|&m| m != best.mention && is_place(view, m)).collect();
            frame.arguments.push(best.clone());
            frame.arguments.extend(listed.into_iter().map(|mention| Argument { mention, ..best.clone() }));
        }
        add_names(view, frame);
    }
}

/// "a market in a mainly Shiite area in Baghdad", "the Danish embassy in Nairobi": the named place in which one that is only described, or a
/// building, lies, by the phrases that hang on it.
pub(super) fn lies_in(view: &View<'_>, mention: usize) -> Option<usize> {
    let own = &view.context.mentions[mention];
    if own.kind != MentionKind::Nominal && own.entity_type != EntityType::Facility {
        return None;
    }
    let mut at = own.head;
    for _ in 0..3 {
        let inner = |t: &usize| *t > at && view.case_of(*t).any(|w| among(w, "in of at near outside inside within"));
        at = view.dependents(at, &[Relation::Nmod]).find(inner)?;
        if let Some(m) = view.mention_at(at).filter(|&m| view.context.mentions[m].kind == MentionKind::Name) {
            return Some(m).filter(|&m| is_place(view, m));
        }
    }
    None
}

/// Where all places of an event are only described, adds the named ones in which they lie; and what lies within a named one, by its target.
fn add_names(view: &View<'_>, frame: &mut EventFrame) {
    let of = |role: Role| -> Vec<usize> { frame.arguments.iter().filter(|a| a.role == role).map(|a| a.mention).collect() };
    let places = of(Role::Place);
    let named = |m: usize| {
        let mention = &view.context.mentions[m];
        mention.kind == MentionKind::Name && mention.entity_type != EntityType::Facility
    };
    let found: Vec<usize> = if places.iter().any(|&m| named(m)) {
        // "In Burkina Faso jihadists kidnapped the head of a clinic near Djibo": whom it befell was there.
        let entity = |m: usize| view.entity(m).and_then(|e| view.context.entities.entities.get(e));
        let country = |m: usize| entity(m).filter(|e| e.precision == Some(GeoPrecision::Country)).and_then(|e| e.country.as_deref());
        let within = |m: usize| {
            let own = entity(m).filter(|e| e.precision != Some(GeoPrecision::Country)).and_then(|e| e.country.as_deref());
            own.is_some() && places.iter().all(|&p| country(p) == own)
        };
        of(Role::Target).into_iter().filter_map(|m| lies_in(view, m)).filter(|&m| within(m)).collect()
    } else {
        places.iter().filter_map(|&m| lies_in(view, m)).collect()
    };
    for mention in found {
        let known = frame.arguments.iter().any(|a| a.role == Role::Place && view.entity(a.mention) == view.entity(mention));
        if !known {
            frame.arguments.push(Argument {
                role: Role::Place,
                mention,
                relation: crate::analysis::PlaceRelation::In,
                rule: "in which the place lies",
            });
        }
    }
}

/// Kinds of events that happen at a place.
fn takes_place(kind: EventType) -> bool {
    kind.family() != Family::Diplomacy || matches!(kind, EventType::Talks | EventType::Support)
}

/// The nearest place of the sentence that stands after a preposition of place.
fn in_sentence(view: &View<'_>, event: EventType, head: usize, heads: &[usize]) -> Option<Argument> {
    // Clashes and talks are between their sides.
    let sides = event == EventType::Clash || event.family() == Family::Diplomacy;
    let befalls = event.family() == Family::Violence || matches!(event, EventType::Casualties | EventType::Coercion);
    let sentence = view.sentence(head);
    let (from, to) = (sentence.start.max(head.saturating_sub(REACH)), sentence.end.min(head + REACH));
    let mut best: Option<(usize, Argument)> = None;
    let mut t = from;
    while t < to {
        let Some(m) = view.mention_at(t) else {
            t += 1;
            continue;
        };
        let mention = &view.context.mentions[m];
        let start = mention.tokens.start;
        t = mention.tokens.end.max(t + 1);
        let vague = says_no_place(view, mention.head);
        let kind = !vague && matches!(mention.entity_type, EntityType::Place)
            || mention.entity_type == EntityType::Facility && mention.kind == MentionKind::Name;
        let Some(slot) = kind.then(|| preposition_before(view, start)).flatten().filter(|s| !sides || s.word() != Some("between")) else { continue };
        // "peacekeepers from Malawi died", "supplies from France": where somebody or something comes from.
        let leaves = matches!(event, EventType::Withdrawal | EventType::Displacement | EventType::Release);
        // "in Russia's Belgorod region": the region.
        let owner = view.inside(start, t + 1) && view.norm(t) == "'s" && view.mention_at(t + 1).is_some_and(|o| is_place(view, o));
        let home = !leaves
            && slot.word() == Some("from")
            && view.head(mention.head).is_some_and(|n| {
                view.is_number(n)
                    || n != head && view.upos(n) == Upos::Noun
                    || view.mention_at(n).is_some_and(|n| is_somebody(view, n))
                    || perceives(view, n)
            });
        let moved = matches!(slot.word(), Some("into" | "to" | "from" | "towards")) && of_the_clause_above(view, head, mention.head);
        // "attacked a bus to Karbala", "was on its way to Gao when it was hit": where somebody was going.
        let moved = moved || befalls && matches!(slot.word(), Some("to" | "towards" | "toward"));
        if owner || home || moved || of_another(view, event, head, mention.head) {
            continue;
        }
        let between = between(heads, head.min(start), head.max(start));
        let loose = if matches!(slot.word(), Some("on" | "along" | "into" | "from" | "to")) { 5 } else { 0 };
        let cost = head.abs_diff(start) + loose + 6 * between + if start < head { 3 } else { 0 };
        let m = named_behind(view, m);
        if view.entity(m).is_some() && best.as_ref().is_none_or(|(c, _)| cost < *c) {
            let relation = relation::relation(view, slot, mention.head);
            best = Some((cost, Argument { role: Role::Place, mention: m, relation, rule: "place in the sentence" }));
        }
    }
    best.filter(|(c, _)| *c <= REACH).map(|(_, a)| a)
}

/// Whether a place is where who tells it sits, where envoys act, what is talked about, or only names another thing.
fn of_another(view: &View<'_>, event: EventType, head: usize, place: usize) -> bool {
    names_another_thing(view, place) || of_a_teller(view, head, place) || is_topic(view, event, head, place) || of_envoys(view, event, head, place)
}

/// "Thousands crossed into Chad since fighting broke out": not where the fighting is.
fn of_the_clause_above(view: &View<'_>, head: usize, place: usize) -> bool {
    let timed = |v: usize| view.relation(v) == Relation::Advcl && view.has_word(v, &[Relation::Mark], "since after before until");
    let clause = std::iter::once(head).chain(view.context.reading.syntax.ancestors(head)).find(|&v| timed(v));
    clause.is_some_and(|v| place < v && !view.context.reading.syntax.is_descendant(place, v))
}

/// "in place", "at sea", "on the ground", "on both sides": words of place that say where nothing is.
pub(super) fn says_no_place(view: &View<'_>, head: usize) -> bool {
    let bare = || !view.has(head, &[Relation::Det, Relation::NmodPoss, Relation::Amod]);
    let word = view.norm(head);
    !view.in_name(head)
        && (head > 0 && view.norm(head - 1) == "en"
            || among(word, "side sides target targets front fronts ground home homes")
            || among(word, "place places sea air land way route") && bare())
}

/// "heard from the town": where something is seen or heard from is not where it is.
fn perceives(view: &View<'_>, verb: usize) -> bool {
    among(view.lemma(verb), "hear see watch observe witness feel") && view.upos(verb) == Upos::Verb || view.norm(verb) == "visible"
}

/// "in the Gaza blockade", "at the Kabul conference": a name before a noun that is no place only says which.
fn names_another_thing(view: &View<'_>, place: usize) -> bool {
    let noun = view.head(place).filter(|&n| n > place && n <= place + 2 && matches!(view.relation(place), Relation::Compound | Relation::Amod));
    noun.is_some_and(|n| view.upos(n) == Upos::Noun && view.mention_at(n).is_none_or(|m| !is_place(view, m)) && !among(view.lemma(n), GROUND))
}

/// "the besieged port of Mariupol": of a description of a place, the name behind it.
fn named_behind(view: &View<'_>, mention: usize) -> usize {
    let mentions = view.context.mentions;
    let own = &mentions[mention];
    let name = mentions.get(mention + 1).filter(|n| own.kind == MentionKind::Nominal && n.tokens.start == own.tokens.end + 1);
    let named = name.is_some_and(|n| n.kind == MentionKind::Name && view.norm(own.tokens.end) == "of" && is_place(view, mention + 1));
    if named && own.entity_type == EntityType::Place { mention + 1 } else { mention }
}

/// "a truce brokered in Moscow ended the war", "ministers meeting in Geneva condemned the shelling": where envoys act is not where the war is.
fn of_envoys(view: &View<'_>, event: EventType, head: usize, place: usize) -> bool {
    let verb = view.head(place).filter(|&v| v != head && view.upos(v) == Upos::Verb && event.family() != Family::Diplomacy);
    verb.is_some_and(|v| among(view.lemma(v), "broker mediate sign negotiate announce say tell speak meet"))
}

/// "talks on the fighting in the north", "a conference to discuss a withdrawal from Kuwait": where lies what is talked about.
pub(super) fn is_topic(view: &View<'_>, event: EventType, head: usize, place: usize) -> bool {
    let words = if view.upos(head) == Upos::Noun { "on about over regarding concerning discuss" } else { "discuss regarding concerning" };
    let about = |t: usize| among(view.norm(t), words) && view.inside(head, t + 1) && !view.is_time(t + 1);
    event == EventType::Talks && head < place && view.inside(head, place) && (head + 1..place.min(head + REACH)).any(about)
}

/// Nouns that class the name of a place before them.
const GROUND: &str = "area region district province town city village state county neighbourhood neighborhood suburb governorate border frontier \
                      countryside front axis sector valley peninsula coast island camp base airport crossing highway road corridor enclave";

/// "The General Staff in Kyiv reported fighting near the border", "an official from the hills of Juba told the agency": where who tells it sits is not where it happened.
fn of_a_teller(view: &View<'_>, head: usize, place: usize) -> bool {
    let noun = view.head(place).and_then(|n| view.mention_at(n));
    let own = view.mention_at(place);
    let sits =
        |a: &Attribution| a.source.is_some() && (a.source == noun || a.source == own) || a.speaker.as_ref().is_some_and(|s| s.contains(&place));
    view.attributions_near(head).any(|a| sits(a) && a.content.iter().any(|c| c.contains(&head)))
}

/// What is struck is the place too where the text gives none other: "a raid on a camp".
fn struck(view: &View<'_>, frame: &EventFrame) -> Option<Argument> {
    let single = |m: usize| {
        let mention = &view.context.mentions[m];
        mention.entity_type == EntityType::Facility && !view.norm(mention.head).ends_with('s')
    };
    let target = frame.arguments.iter().find(|a| a.role == Role::Target && single(a.mention)).filter(|_| frame.kind.family() == Family::Violence);
    target.map(|a| Argument { role: Role::Place, rule: "the target is a place", ..a.clone() })
}

fn is_somebody(view: &View<'_>, mention: usize) -> bool {
    use EntityType as E;
    matches!(view.context.mentions[mention].entity_type, E::Person | E::Population | E::StateForce | E::ArmedGroup)
}

fn is_place(view: &View<'_>, mention: usize) -> bool {
    view.context.mentions[mention].entity_type.is_spot() && view.entity(mention).is_some()
}

/// How many triggers stand between two words; the heads are in text order.
fn between(heads: &[usize], first: usize, last: usize) -> usize {
    heads.partition_point(|&h| h < last).saturating_sub(heads.partition_point(|&h| h <= first))
}

/// "the village of Mushaki, 40 km west of Goma", "Mushaki (west of Goma)": tells where a place lies that is named before.
fn lies_so(view: &View<'_>, direction: usize) -> bool {
    let measure = |t: usize| matches!(view.upos(t), Upos::Num | Upos::Noun | Upos::Adv | Upos::Adj | Upos::Det) && view.mention_at(t).is_none();
    let first = (0..6).filter_map(|k| direction.checked_sub(k)).take_while(|&t| view.inside(direction, t) && measure(t)).last();
    let before = first.and_then(|f| f.checked_sub(1)).filter(|&b| view.inside(direction, b));
    before.is_some_and(|b| matches!(view.norm(b), "," | "(" | "-" | "–") || view.mention_at(b).is_some_and(|m| is_place(view, m)))
}

/// A preposition of place before a noun phrase that begins at or before a token.
fn preposition_before(view: &View<'_>, start: usize) -> Option<Slot> {
    let mut t = start;
    for _ in 0..6 {
        t = t.checked_sub(1).filter(|&t| view.inside(start, t))?;
        // "20 km south of Kidal".
        if view.norm(t) == "of" && t > 0 && among(view.norm(t - 1), relation::DIRECTION) {
            return Slot::preposition("near").filter(|_| !lies_so(view, t - 1));
        }
        if matches!(
            view.norm(t),
            "on" | "along"
                | "into"
                | "from"
                | "to"
                | "in"
                | "at"
                | "near"
                | "around"
                | "across"
                | "inside"
                | "outside"
                | "throughout"
                | "over"
                | "between"
                | "off"
                | "within"
        ) {
            return Slot::preposition(view.norm(t));
        }
        let within = matches!(view.upos(t), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num)
            || view.norm(t + 1) == "'s"
            || matches!(view.norm(t), "of" | "'s" | "its");
        if !within {
            return None;
        }
    }
    None
}
