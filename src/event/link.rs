//! How much speaks for two tellings being of one event: kind, words, participants, place, time, the way it is referred to.

use super::lexicon::Class;
use super::merge::{Draft, Telling};
use super::presumed::is_war;
use super::view::View;
use super::{Argument, EventType, Role, When};
use crate::analysis::{EntityType, MentionKind, Modality, TimeBasis, TimePrecision};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What speaks against any two tellings being of one event.
const BASE: f64 = -0.6;

/// What speaks against something new with a day of its own being of an event without one.
const NEW_DAY: f64 = -1.2;

/// What speaks against "a second bomb exploded" or "also captured" telling again what was told.
const ANOTHER: f64 = -1.4;

/// What speaks against two things that did not happen, sentences apart, being one.
const UNREAL: f64 = -0.8;

/// What speaks against one noun in the singular and one in the plural being of one event.
const NUMBER: f64 = -2.8;

/// How much speaks for a telling being of an event.
pub(super) fn link(view: &View<'_>, draft: &Draft, telling: &Telling<'_, '_>) -> f64 {
    let Some(&last) = draft.heads.last() else { return f64::MIN };
    let head = telling.candidate.head;
    if telling.candidate.sense.kind == EventType::Casualties && leaves_victims(view, draft, false) {
        return toll_of(view, draft, last, telling) - 2.55;
    }
    if strikes(draft.frame.kind) && some_of_them(view, telling) && view.sentence_index(head).abs_diff(view.sentence_index(last)) <= 1 {
        return 3.0;
    }
    let mut score = kinds(view, draft, last, telling);
    if score == 0.0 {
        return f64::MIN;
    }
    // "opened fire a day after the attack": two events.
    let apart = view.sentences_apart(head, last);
    let measured = apart == 0 && (super::measured::measured_from(view, head).is_some() || super::measured::measured_from(view, last).is_some());
    // "levels of violence": of no one attack.
    let violence = |h: usize| view.lemma(h) == "violence";
    let general = violence(head) != draft.heads.iter().all(|&h| violence(h));
    if measured || general || apart == 0 && follows(view, last, head) || super::toll::differ(view, draft.frame.kind, last, head) {
        return f64::MIN;
    }
    // "nine were killed this year, and 16 were killed in 2010": two tolls.
    if draft.frame.kind == EventType::Casualties && times(draft.frame.time.as_ref(), telling.time.as_ref()) < -1.5 {
        return f64::MIN;
    }
    score += BASE + prior(draft.frame.kind);
    // "fired mortar shells": whatever the parser makes of it, words side by side tell one thing.
    let beside = draft.frame.triggers.last().is_some_and(|t| t.tokens.end == telling.candidate.tokens.start);
    if beside || embedded(view, last, head) {
        score += 2.5;
    } else if joined(view, last, head) {
        score += 1.5;
    }
    let same = draft.heads.iter().filter(|&&h| view.lemma(h) == view.lemma(head)).count();
    if same > 0 {
        score += 1.4 + 0.2 * (same as f64 / draft.heads.len() as f64);
    }
    // A text mostly tells of one war.
    if is_war(view, head) && draft.heads.iter().any(|&h| is_war(view, h)) && view.norm(head) == view.lemma(head) {
        score += 1.4;
    }
    // "invaded … the invasion".
    if same == 0 && draft.heads.iter().any(|&h| view.upos(h) != view.upos(head) && stem(view, h) == stem(view, head)) {
        score += 1.0;
    }
    score += means(view, draft, head);
    if brings_another(view, head) {
        score += ANOTHER;
    }
    score += reference(view, telling) + number(view, draft.frame.kind, last, head);
    // Two states bomb twice; two guests are met twice.
    // What two say are two statements.
    let statement = matches!(draft.frame.kind, EventType::Demand | EventType::Threat | EventType::Rejection | EventType::Accusation);
    let doers = if strikes(draft.frame.kind) || statement { -1.65 } else { -0.9 };
    let met = if draft.frame.kind == EventType::Talks { -1.5 } else { -0.5 };
    let taken = if draft.frame.kind == EventType::Capture { -2.4 } else { -1.6 };
    for (role, same, other) in [(Role::Agent, 1.0, doers), (Role::Target, 1.4, met), (Role::Place, 0.9, taken)] {
        score += compare(view, &draft.frame.arguments, &telling.arguments, role, same, other);
    }
    // "kidnapped in July … seized on July 3".
    if draft.frame.kind == EventType::Abduction && within(draft.frame.time.as_ref(), telling.time.as_ref()) {
        score += 0.6;
    }
    let lasts = same > 0 && draft.frame.kind == EventType::Clash && definite(view, head);
    score += times(draft.frame.time.as_ref(), telling.time.as_ref()) * if lasts { 0.4 } else { 1.0 };
    // "In December a missile struck the base", after one without a date.
    if telling.time.is_some() && draft.frame.time.is_none() && is_new(view, telling) && !view.in_headline(last) {
        score += NEW_DAY;
        // "In May a mortar attack killed ten": the news is of a day, not of a month.
        let coarse = telling.time.as_ref().is_some_and(|t| matches!(t.precision, TimePrecision::Month | TimePrecision::Year));
        if coarse && strikes(draft.frame.kind) {
            score += NEW_DAY;
        }
    }
    if telling.time != draft.frame.time && has_own_date(view, head) {
        score += NEW_DAY;
    }
    if draft.frame.kind == EventType::Capture && takes_another(view, last, head) {
        score -= 1.0;
    }
    // "Bandits have targeted schools": how things stand is not "the attack".
    let stock = draft.heads.len() == 1 && view.upos(last) == Upos::Verb && super::carry::takes_stock(view, last) && draft.frame.time.is_none();
    if stock && telling.candidate.sense.class == Class::Noun && !view.norm(head).ends_with('s') && strikes(draft.frame.kind) && apart > 0 {
        score -= 1.2;
    }
    // "the defeat would be the worst since it seized power in 2021": not the news that came before.
    let long_ago =
        matches!((telling.time.as_ref().and_then(|t| t.days.1), view.context.published), (Some(day), Some(now)) if (now - day).get_days() > 60);
    let lead = draft.heads.iter().all(|&h| view.first_of_body.is_none_or(|f| view.sentence_index(h) <= f + 1));
    if long_ago && lead && draft.frame.time.is_none() && !is_history(view) {
        score += NEW_DAY;
    }
    // What is feared here and planned there need not be one.
    let unreal = |m: Modality| matches!(m, Modality::Planned | Modality::Hypothetical);
    if unreal(draft.frame.modality) && unreal(telling.modality.0) && apart > 1 && !definite(view, head) {
        score += UNREAL;
    }
    if draft.frame.modality != telling.modality.0 {
        // "advanced … did not advance".
        let denied = telling.candidate.sense.class == Class::Verb && telling.modality.2 == "negation";
        score -= if denied { 3.0 } else { 1.1 };
    }
    // What the headline tells, the text begins with, whatever caption stands between.
    let begins = view.first_of_body.is_some_and(|first| view.sentence_index(head) <= first + 1);
    if view.in_headline(last) && !view.in_headline(head) && (apart <= 4 || begins) {
        score += 1.3;
    }
    score
        + match apart {
            0 => -0.2,
            1 => 0.3,
            _ => -(apart as f64 * 0.1).min(1.0),
        }
}

/// "bombed the camps after the massacre of students", "struck the town since the ambush": what came first is not what the verb tells, unless that is only a toll.
fn follows(view: &View<'_>, verb: usize, noun: usize) -> bool {
    let hangs = view.upos(verb) == Upos::Verb && view.head(noun) == Some(verb) && view.relation(noun) == Relation::Obl;
    let toll = among(view.lemma(verb), "kill wound injure die perish hurt hospitalise hospitalize");
    hangs && !toll && noun > verb && view.case_is(noun, "after following since before")
}

/// What speaks for two tellings of one kind at all, by the kind: an article has many clashes and withdrawals, but one wave of refugees.
fn prior(kind: EventType) -> f64 {
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
fn some_of_them(view: &View<'_>, telling: &Telling<'_, '_>) -> bool {
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
fn means(view: &View<'_>, draft: &Draft, head: usize) -> f64 {
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
fn toll_of(view: &View<'_>, draft: &Draft, last: usize, telling: &Telling<'_, '_>) -> f64 {
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
fn kinds(view: &View<'_>, draft: &Draft, last: usize, telling: &Telling<'_, '_>) -> f64 {
    let (kind, head, other) = (draft.frame.kind, telling.candidate.head, telling.candidate.sense.kind);
    // A war is more than any battle of it.
    let apart = |h: usize| is_war(view, h) != is_war(view, head) && !among(view.lemma(h), FIGHTING) && !among(view.lemma(head), FIGHTING);
    if kind == EventType::Clash && draft.heads.iter().all(|&h| apart(h)) {
        return 0.0;
    }
    if kind == other {
        return 0.1;
    }
    // "A bombing killed five. The attacker blew himself up".
    let by_a_bomber = matches!((kind, other), (EventType::Bombing, EventType::SuicideBombing) | (EventType::SuicideBombing, EventType::Bombing));
    if by_a_bomber && view.sentences_apart(head, last) <= 3 {
        return 0.3;
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
    if general(view, head) || told_generally { 0.3 } else { 0.0 }
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
fn general(view: &View<'_>, head: usize) -> bool {
    let act = act_of(view, head).is_some();
    act || among(view.lemma(head), super::bare::GENERAL)
}

/// Whether a text tells what is long past: no time in it is near its publication.
pub(super) fn is_history(view: &View<'_>) -> bool {
    let near = |t: &crate::time::TimeExpression| matches!((t.days.1, view.context.published), (Some(day), Some(now)) if (now - day).get_days() <= 60);
    !view.context.times.iter().take(40).any(near)
}

/// Whether a telling's noun brings up something new: "an attack".
fn is_new(view: &View<'_>, telling: &Telling<'_, '_>) -> bool {
    telling.candidate.sense.class == Class::Noun
        && !is_said_of_this(view, telling.candidate.head)
        && view.children(telling.candidate.head).any(|c| among(view.norm(c), "a an another other second separate similar third"))
}

/// "its February 2022 invasion": a noun that is told with its day.
fn has_own_date(view: &View<'_>, head: usize) -> bool {
    let own =
        |t: usize| view.head(t) == Some(head) && matches!(view.relation(t), Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Nmod);
    view.upos(head) == Upos::Noun && (head.saturating_sub(3)..head).any(|t| view.inside(head, t) && view.is_time(t) && own(t))
}

/// "took the village … took the town centre": two verbs with objects that are not called the same.
fn takes_another(view: &View<'_>, last: usize, head: usize) -> bool {
    let what = |verb: usize| (view.upos(verb) == Upos::Verb).then(|| view.dependents(verb, &[Relation::Obj, Relation::NsubjPass]).next()).flatten();
    let open = |t: usize| view.mention_at(t).is_none() && view.upos(t) == Upos::Noun;
    match (what(last), what(head)) {
        (Some(a), Some(b)) => !view.in_headline(last) && view.lemma(a) != view.lemma(b) && (open(a) || open(b)),
        _ => false,
    }
}

/// "attacks nationwide" are not "the attack".
fn number(view: &View<'_>, kind: EventType, last: usize, head: usize) -> f64 {
    // Clashes of one day are a clash; attacks are not one attack.
    let number = if strikes(kind) { NUMBER } else { NUMBER / 2.0 };
    let many = |h: usize| (view.upos(h) == Upos::Noun).then(|| view.norm(h).ends_with('s') && view.norm(h) != view.lemma(h));
    match (many(last), many(head)) {
        (Some(a), Some(b)) if a != b && view.lemma(last) == view.lemma(head) => number,
        _ => 0.0,
    }
}

/// "the attack" points back; "an attack", "two attacks", "another attack" is new.
fn reference(view: &View<'_>, telling: &Telling<'_, '_>) -> f64 {
    let head = telling.candidate.head;
    if telling.candidate.sense.class != Class::Noun {
        return 0.0;
    }
    let new = view.children(head).any(|c| {
        among(view.norm(c), "a an another other second new previous earlier separate several many some similar further past any third")
            || view.upos(c) == Upos::Num && view.relation(c) == Relation::Nummod
    });
    // Nouns take up what verbs tell; "the attack" more surely than "the advance".
    0.5 + if new && !is_said_of_this(view, head) {
        -0.7
    } else if definite(view, head) {
        if general(view, head) { 2.1 } else { 0.5 }
    } else {
        0.0
    }
}

/// "This was an indefensible attack".
fn is_said_of_this(view: &View<'_>, head: usize) -> bool {
    view.upos(head) == Upos::Noun && view.has_word(head, &[Relation::Nsubj], "this that it")
}

/// "this act of mass murder": the act.
fn act_of(view: &View<'_>, head: usize) -> Option<usize> {
    view.head(head).filter(|&a| view.relation(head) == Relation::Nmod && view.lemma(a) == "act" && view.case_is(head, "of"))
}

fn definite(view: &View<'_>, head: usize) -> bool {
    let head = act_of(view, head).unwrap_or(head);
    is_said_of_this(view, head)
        || view.children(head).any(|c| view.relation(c) == Relation::NmodPoss || among(view.norm(c), "the this that these those its their latest"))
}

/// The beginning of a word, which a verb shares with the noun made of it.
fn stem<'a>(view: &'a View<'_>, head: usize) -> &'a str {
    let lemma = view.lemma(head);
    lemma.get(..4).unwrap_or(lemma)
}

/// "a second bomb exploded", "also captured", "later met": a verb that goes on to another thing of its kind.
fn brings_another(view: &View<'_>, head: usize) -> bool {
    let further = |t: usize| view.children(t).any(|c| among(view.norm(c), "another second third fourth separate different"));
    view.upos(head) == Upos::Verb
        && (view.has_word(head, &[Relation::Advmod], "also later again separately subsequently elsewhere")
            || view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass]).any(further))
}

/// Whether one trigger is the object of the other, or what it led to: "repelled the attack", "struck the town, destroying a mill".
fn embedded(view: &View<'_>, first: usize, second: usize) -> bool {
    let under = |a: usize, b: usize| {
        let part = matches!(view.relation(b), Relation::Obj | Relation::NsubjPass | Relation::Nsubj | Relation::Obl | Relation::Compound);
        let result = view.relation(b) == Relation::Advcl && b > a && view.norm(b).ends_with("ing") && view.norm(b - 1) == ",";
        view.head(b) == Some(a) && (part || result)
    };
    under(first, second) || under(second, first)
}

/// "homes were destroyed, looted or burned", "travel bans and asset freezes": words side by side that share what they hang on.
fn joined(view: &View<'_>, first: usize, second: usize) -> bool {
    let above = |t: usize| if view.relation(t) == Relation::Conj { view.head(t) } else { Some(t) };
    let own = view.has(second, &[Relation::Nsubj, Relation::NsubjPass, Relation::Obj, Relation::Obl]);
    view.relation(second) == Relation::Conj && above(first) == above(second) && second - first < 8 && !own
}

/// The entities that fill a role.
fn filling<'a>(view: &'a View<'_>, all: &'a [Argument], role: Role) -> impl Iterator<Item = usize> + 'a {
    all.iter().filter(move |a| a.role == role).filter_map(|a| view.entity(a.mention))
}

/// Whether what fills a role in both is the same. Done for every telling and all events before it, hence without lists.
fn compare(view: &View<'_>, ours: &[Argument], theirs: &[Argument], role: Role, same: f64, other: f64) -> f64 {
    let (a, b) = (|| filling(view, ours, role), || filling(view, theirs, role));
    if a().next().is_none() || b().next().is_none() {
        return 0.0;
    }
    if a().any(|x| b().any(|y| x == y)) {
        return same;
    }
    let kind = |x: usize| view.context.entities.entities[x].kind;
    // "a house in Homs" may be any house.
    let has_name = |x: usize| view.context.entities.entities[x].mentions.iter().any(|&m| view.context.mentions[m].kind == MentionKind::Name);
    let nested = |x: usize, y: usize| has_name(x) && has_name(y) && (view.lies_within(x, y) || view.lies_within(y, x));
    if role == Role::Place && a().any(|x| b().any(|y| nested(x, y))) {
        return same / 2.0;
    }
    // A state and its army or jets.
    let country = |x: usize| view.context.entities.entities[x].country.as_deref();
    if role == Role::Agent && a().any(|x| country(x).is_some() && b().any(|y| country(x) == country(y) && !are_sides(kind(x), kind(y)))) {
        return 0.0;
    }
    // "a town" and "Rubaya" may be one place: a description contradicts less than a name.
    let named = |all: &[Argument]| all.iter().filter(|a| a.role == role).any(|a| view.context.mentions[a.mention].kind == MentionKind::Name);
    // An army and rebels are two, whatever they are called.
    let sides = role == Role::Agent && a().all(|x| b().all(|y| are_sides(kind(x), kind(y))));
    if sides || named(ours) && named(theirs) { other } else { other * 0.3 }
}

/// Whether two kinds of actors are never one.
fn are_sides(a: EntityType, b: EntityType) -> bool {
    use EntityType as E;
    matches!((a, b), (E::StateForce | E::Government, E::ArmedGroup) | (E::ArmedGroup, E::StateForce | E::Government))
}

/// Whether one time is a part of the other.
fn within(ours: Option<&When>, theirs: Option<&When>) -> bool {
    let Some(((Some(a), Some(b)), (Some(c), Some(d)))) = ours.zip(theirs).map(|(x, y)| (x.days, y.days)) else { return false };
    (a, b) != (c, d) && (a <= c && d <= b || c <= a && b <= d)
}

fn times(ours: Option<&When>, theirs: Option<&When>) -> f64 {
    let (Some(a), Some(b)) = (ours, theirs) else { return 0.0 };
    let ((a0, a1), (b0, b1)) = (a.days, b.days);
    if a.days == b.days {
        return 1.2;
    }
    // "urges", says the headline, and the text on which day.
    if a.expression.is_none() || b.expression.is_none() {
        return 0.0;
    }
    let before = |x: Option<jiff::civil::Date>, y: Option<jiff::civil::Date>| matches!((x, y), (Some(x), Some(y)) if x < y);
    if !(before(a1, b0) || before(b1, a0)) {
        return 0.0;
    }
    // The day of a statement is only a guess.
    let sure = a.basis == TimeBasis::Explicit && b.basis == TimeBasis::Explicit;
    if sure { -1.7 } else { -1.2 }
}
