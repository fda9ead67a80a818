//! Where an event happened, when its sentence names no place: from the dateline, from what came after it, from the country that a text is about.

use super::merge::Draft;
use super::noun::measure_of;
use super::presumed::is_war;
use super::view::View;
use super::{Argument, EventFrame, EventType, Family, Role};
use crate::analysis::{EntityType, GeoPrecision, MentionKind, Modality, PlaceRelation};
use crate::lexicon::{HashMap, among};
use crate::syntax::{Relation, Upos};

/// Gives events without a place the one that the text around them gives.
pub(super) fn complete(view: &View<'_>, drafts: &mut [Draft]) {
    before_a_capture(view, drafts);
    let country = country_told_of(view);
    let dateline = of_dateline(view);
    for draft in drafts.iter_mut().filter(|d| !has_place(&d.frame)) {
        let Some(head) = draft.frame.triggers.first().map(|t| t.head) else { continue };
        let war = country.filter(|&c| goes_on_in(view, c, &draft.frame, head));
        let lead = || dateline.filter(|&m| is_the_news(view, &draft.frame, m));
        let found = war.map(|m| (m, "country that the text is about")).or_else(|| lead().map(|m| (m, "the dateline")));
        if let Some((mention, rule)) = found {
            draft.frame.arguments.push(Argument { role: Role::Place, mention, relation: PlaceRelation::In, rule });
        }
    }
}

fn has_place(frame: &EventFrame) -> bool {
    frame.arguments.iter().any(|a| a.role == Role::Place)
}

/// "seized the town after heavy fighting", "left the town following weeks of shelling": fought over is what was taken or left.
fn before_a_capture(view: &View<'_>, drafts: &mut [Draft]) {
    let of_head: HashMap<usize, usize> = drafts.iter().enumerate().flat_map(|(d, draft)| draft.heads.iter().map(move |&h| (h, d))).collect();
    for d in 0..drafts.len() {
        let frame = &drafts[d].frame;
        let Some(head) = frame.triggers.first().map(|t| t.head) else { continue };
        if has_place(frame) || frame.kind.family() != Family::Violence || view.upos(head) != Upos::Noun || frame.modality != Modality::Happened {
            continue;
        }
        // "weeks of fighting".
        let phrase = view.head(head).filter(|&n| view.case_is(head, "of") && view.upos(n) == Upos::Noun).unwrap_or(head);
        let taken = view.head(phrase).filter(|_| view.case_is(phrase, "after following amid despite")).and_then(|v| of_head.get(&v));
        let Some(taken) = taken.map(|&t| &drafts[t].frame).filter(|t| t.kind.family() == Family::Control) else { continue };
        let places: Vec<Argument> = taken.arguments.iter().filter(|a| a.role == Role::Place).cloned().collect();
        drafts[d].frame.arguments.extend(places.into_iter().map(|a| Argument { rule: "place that was taken or left", ..a }));
    }
}

/// "Kharkiv was rocked by explosions", "Goma has seen heavy fighting", "Aden was the scene of clashes": the subject is where.
pub(super) fn subject_is_where(view: &View<'_>, frame: &EventFrame, head: usize) -> Option<Argument> {
    if view.upos(head) != Upos::Noun || frame.kind.family() == Family::Diplomacy {
        return None;
    }
    // "a wave of bombings".
    let noun = measure_of(view, head).filter(|&n| view.upos(n) == Upos::Noun).unwrap_or(head);
    let above = view.head(noun)?;
    let passive = view.has(above, &[Relation::NsubjPass]);
    let holds = match view.relation(noun) {
        Relation::Obj => among(view.lemma(above), "see witness experience endure") && !passive,
        Relation::Nmod => among(view.lemma(above), "scene site theatre theater epicentre epicenter centre center focus") && view.case_is(noun, "of"),
        // "has been locked in a civil war", "has slid into war".
        _ if view.case_is(noun, "in into") => {
            passive && among(view.lemma(above), "lock embroil mire plunge engulf enmesh")
                || among(view.lemma(above), "descend slide slip sink plunge erupt")
        }
        _ => passive && view.case_is(noun, "by") && among(view.lemma(above), SHAKEN),
    };
    let subject = view.dependents(above, &[Relation::Nsubj, Relation::NsubjPass]).next().filter(|_| holds)?;
    let mention = view.mention_at(view.referent(subject))?;
    let place = view.context.mentions[mention].entity_type == EntityType::Place && view.entity(mention).is_some();
    place.then_some(Argument { role: Role::Place, mention, relation: PlaceRelation::In, rule: "the subject is where" })
}

/// What fighting and blasts do to a place.
const SHAKEN: &str = "rock shake hit strike jolt rattle grip plague engulf batter wrack rack ravage devastate convulse scar paralyse paralyze pound";

/// "the war", "the country's civil war": it goes on in the country that the text is about, unless it is against another one or has a date of its own.
fn goes_on_in(view: &View<'_>, country: usize, frame: &EventFrame, head: usize) -> bool {
    let another = |a: &Argument| {
        let kind = view.context.mentions[a.mention].entity_type;
        a.role == Role::Target && matches!(kind, EntityType::Government | EntityType::Place)
    };
    let invasion = view.lemma(head) == "invasion";
    let begun_here = |a: &Argument| invasion && a.role == Role::Agent && country_of(view, a.mention) == country_of(view, country);
    // "World War II", "the 1967 war", "the Gulf war": another one, maybe.
    let named = view.in_name(head)
        || view.modifiers(head).into_iter().any(|m| view.upos(m) == Upos::Propn || view.norm(m).starts_with(|c: char| c.is_ascii_digit()));
    // "the Spanish civil war", in a text about Syria.
    let own = view.norm(view.context.mentions[country].head);
    let of_others = |m: usize| {
        let norm = view.norm(m);
        let demonym = m > view.sentence(m).start && view.upos(m) == Upos::Adj && view.context.reading.tokens.text(m).starts_with(char::is_uppercase);
        demonym && norm.get(..3) != own.get(..3)
    };
    let named = named || view.children(head).any(of_others);
    let which = view.has_word(head, &[Relation::Det], "a an any no another") && !view.has_word(head, &[Relation::Amod, Relation::Compound], "civil");
    frame.kind == EventType::Clash
        && (invasion || is_war(view, head))
        && !which
        && !named
        && !frame.arguments.iter().any(|a| another(a) || begun_here(a))
}

/// The country of what a mention names.
fn country_of<'a>(view: &View<'a>, mention: usize) -> Option<&'a str> {
    view.entity(mention).and_then(|e| view.context.entities.entities[e].country.as_deref())
}

/// The country that most of the places of a text lie in, if the text names it and most of them do.
fn country_told_of(view: &View<'_>) -> Option<usize> {
    let entities = &view.context.entities.entities;
    let mut votes: Vec<(&str, usize)> = Vec::new();
    let spots = entities.iter().filter(|e| e.kind.is_spot());
    for (code, count) in spots.filter_map(|e| Some((e.country.as_deref()?, e.mentions.len()))) {
        match votes.iter_mut().find(|v| v.0 == code) {
            Some(vote) => vote.1 += count,
            None => votes.push((code, count)),
        }
    }
    let all: usize = votes.iter().map(|v| v.1).sum();
    let (code, _) = votes.into_iter().find(|v| v.1 > 1 && 2 * v.1 > all)?;
    let whole =
        entities.iter().find(|e| e.kind == EntityType::Place && e.precision == Some(GeoPrecision::Country) && e.country.as_deref() == Some(code));
    whole.and_then(|e| e.mentions.iter().copied().find(|&m| view.context.mentions[m].kind == MentionKind::Name))
}

/// The place of the dateline: "GOMA, Congo (Reuters) –".
fn of_dateline(view: &View<'_>) -> Option<usize> {
    let (reading, mentions) = (view.context.reading, view.context.mentions);
    let line = reading.document.dateline?;
    let inside = |m: usize| line.contains(reading.tokens.span(mentions[m].tokens.clone()));
    let first = (0..mentions.len()).take_while(|&m| reading.tokens.span(mentions[m].tokens.clone()).start < line.end).find(|&m| inside(m))?;
    (mentions[first].entity_type == EntityType::Place && view.entity(first).is_some()).then_some(first)
}

/// Violence, arrests, protests and talks of the first sentence below the dateline, if it names no place.
fn is_the_news(view: &View<'_>, frame: &EventFrame, dateline: usize) -> bool {
    use EventType as E;
    let local = matches!(frame.kind.family(), Family::Violence) || matches!(frame.kind, E::Protest | E::Coercion | E::Casualties | E::Talks);
    let start = view.context.mentions[dateline].tokens.end;
    let lead = |head: usize| head > start && view.sentence_index(head) == view.sentence_index(start) + usize::from(!view.inside(start, head));
    let elsewhere = |m: usize| view.context.mentions[m].entity_type.is_spot() && view.context.mentions[m].tokens.start >= start;
    let told_there = frame.triggers.iter().any(|t| lead(t.head) && !view.mentions_in(t.head).any(elsewhere) && is_told_first(view, t.head));
    local && frame.modality == Modality::Happened && told_there && !is_far(view, frame, dateline)
}

/// "BRUSSELS - NATO said insurgents had killed two soldiers", "WASHINGTON - A U.S. drone strike killed four rebels":
/// told by a body of another country or none, or done by an army or to rebels, who may fight anywhere.
fn is_far(view: &View<'_>, frame: &EventFrame, dateline: usize) -> bool {
    let named = |m: usize| view.context.mentions[m].kind == MentionKind::Name;
    let home = country_of(view, dateline);
    let foreign = |m: usize| {
        let speaks_afar = matches!(view.context.mentions[m].entity_type, EntityType::Government | EntityType::Organization | EntityType::Media);
        named(m) && speaks_afar && country_of(view, m).is_none_or(|c| Some(c) != home)
    };
    let sources = view.context.attributions.iter().filter(|a| frame.triggers.iter().any(|t| a.content.iter().any(|c| c.contains(&t.head))));
    let fights = |a: &Argument| match (a.role, view.context.mentions[a.mention].entity_type) {
        (Role::Agent, EntityType::StateForce | EntityType::Government) => named(a.mention),
        (Role::Target, EntityType::ArmedGroup) => true,
        _ => false,
    };
    sources.filter_map(|a| a.source).any(foreign) || frame.arguments.iter().any(fights)
}

/// Whether a verb or noun tells the main thing of its sentence, or of what somebody says in it: not "the remains of a man kidnapped two years ago".
fn is_told_first(view: &View<'_>, head: usize) -> bool {
    let mut at = head;
    for _ in 0..6 {
        let link = match view.relation(at) {
            Relation::Root => return true,
            Relation::Ccomp | Relation::Parataxis | Relation::Conj | Relation::Nsubj | Relation::NsubjPass | Relation::Obj => true,
            Relation::Obl => view.case_is(at, "in during"),
            _ => false,
        };
        let Some(above) = view.head(at).filter(|_| link) else { return false };
        at = above;
    }
    false
}
