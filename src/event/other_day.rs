//! Times of a sentence that are not an event's own: of a statement, of another deed, of what is still to come.

use super::measured::measured_from;
use super::trigger::Candidate;
use super::view::View;
use super::when::{under, word_before};
use super::{EventType, verb};
use crate::analysis::{Modality, TimePrecision, TimeType};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// "recaptured it on Wednesday, two days after losing it in an attack": the attack was not on Wednesday.
pub(super) fn on_another_day(view: &View<'_>, time: usize, head: usize) -> bool {
    let measured = |&clause: &usize| {
        let mark = view.children(clause).find(|&c| c < clause && matches!(view.norm(c), "after" | "before"));
        mark.is_some_and(|m| m > time && m > 0 && view.is_time(m - 1))
    };
    std::iter::successors(Some(head), |&t| view.head(t)).take(8).any(|t| measured(&t)) || measured_from(view, head).is_some_and(|m| m > time)
}

/// "said on Monday that they had fought for six years", "that guards tortured prisoners": what goes on for long is on no day.
pub(super) fn said_of_no_day(view: &View<'_>, reported: bool, candidate: &Candidate<'_>) -> bool {
    let lasting = |t: usize| {
        let time = &view.context.times[t];
        time.kind == TimeType::Duration && matches!(word_before(view, time.tokens.start), "for" | "throughout")
    };
    reported && (candidate.sense.kind == EventType::Abuse || view.times_in(candidate.head).any(lasting))
}

/// "agreed to hand over the prisoners by Friday": the deadline is that of the infinitive.
pub(super) fn deadline_of_another(view: &View<'_>, time: usize, head: usize) -> bool {
    let deadline = among(word_before(view, time), "by before until within");
    deadline && view.dependents(head, &[Relation::Xcomp, Relation::Ccomp, Relation::Advcl]).any(|c| head < c && c < time && verb::has_to(view, c))
}

/// "said on Tuesday that Washington had declined": a statement with a subject of its own is not made on the day it is told.
pub(super) fn told_of_others(view: &View<'_>, head: usize) -> bool {
    let mut subjects = view.dependents(head, &[Relation::Nsubj, Relation::NsubjPass]);
    subjects.any(|s| !among(view.norm(s), "we i he she they it"))
}

/// Verbs that speak of an event: their day is not the event's.
const SPEAKS_OF: &str = "announce confirm condemn welcome denounce blame accuse discuss propose outline demand call urge reject criticise criticize mourn investigate deny promise pledge vow plan warn threaten recall praise";

/// "announced the withdrawal on Friday": whether the time hangs on a verb that only speaks of the trigger.
pub(super) fn only_announced(view: &View<'_>, time: usize, head: usize) -> bool {
    let claims = |v: usize| view.lemma(v) == "claim" && view.has_word(v, &[Relation::Obj], "responsibility credit");
    let speaks = |&v: &usize| v != head && view.upos(v) == Upos::Verb && (among(view.lemma(v), SPEAKS_OF) || claims(v));
    // "The president on Wednesday condemned", where the day is hung on who speaks.
    let behind = |n: usize| view.head(n).filter(|&v| view.relation(n) == Relation::Nsubj && n < time && time < v);
    let Some(verb) = view.head(time).map(|v| behind(v).unwrap_or(v)).filter(speaks) else { return false };
    // "we condemn the attack in Azaz today": who speaks now says when that was.
    let present = view.norm(verb) == view.lemma(verb) || view.norm(verb).ends_with('s');
    if present && verb < head && head < time && !verb::has_to(view, verb) {
        return false;
    }
    // "condemned an attack in Jos on Saturday": behind the deed, the day is the deed's.
    // Not where that is the day of publication: it is the news.
    let today = view.times_in(time).map(|t| &view.context.times[t]).any(|t| t.tokens.contains(&time) && t.days.0 == view.context.published);
    let deed = among(view.lemma(verb), "condemn blame denounce mourn investigate criticise criticize praise accuse claim");
    if deed && verb < head && head < time && !today {
        return false;
    }
    // "announced on Sunday that they had taken the town": what is told in a clause is told as news of that day.
    let told = view.dependents(verb, &[Relation::Ccomp]).any(|c| under(view, head, c) && !verb::has_to(view, c))
        && matches!(view.lemma(verb), "announce" | "confirm");
    if told {
        return false;
    }
    // "announced a ceasefire on Friday": between the event and the verb no preposition but its own object.
    under(view, head, verb) && !under(view, time, head) && view.head(head).is_some()
}

/// "blamed the group for an attack on Saturday": the day behind the deed is not that of the blame.
pub(super) fn of_the_deed(view: &View<'_>, time: usize, candidate: &Candidate<'_>) -> bool {
    let event = view.lexicon.masks.event;
    // "charged him with trying to bomb a plane on Friday".
    let charge = candidate.sense.kind == EventType::Coercion
        && among(view.lemma(candidate.head), "charge indict accuse suspect convict try sentence jail imprison hang fine");
    if charge && (candidate.head + 1..time).any(|t| view.upos(t) == Upos::Verb && view.norm(t).ends_with("ing")) {
        return true;
    }
    // "accused of killing villagers in June".
    let gerund =
        |t: usize| view.upos(t) == Upos::Verb && view.norm(t).ends_with("ing") && view.has_word(t, &[Relation::Mark, Relation::Case], "of for");
    if candidate.sense.kind == EventType::Accusation && (candidate.head + 1..time).any(gerund) {
        return true;
    }
    // "arrested two men over the attack on Sunday".
    let over = |t: usize| view.bits(t) & event != 0 && view.case_is(t, "over for");
    if candidate.sense.kind == EventType::Coercion && view.upos(candidate.head) == Upos::Verb && (candidate.head + 1..time).any(over) {
        return true;
    }
    candidate.sense.kind == EventType::Accusation
        && view.upos(candidate.head) == Upos::Verb
        && candidate.slots.fillers.iter().any(|f| f.token > candidate.head && f.token < time && view.bits(f.token) & event != 0)
        && !view.norm(candidate.head).ends_with('s')
}

/// "who has imposed martial law, flew in on Thursday": a past day is not said with the perfect, unless right at it.
pub(super) fn too_definite(view: &View<'_>, index: usize, head: usize) -> bool {
    let time = &view.context.times[index];
    let perfect = view.upos(head) == Upos::Verb && view.has_word(head, &[Relation::Aux], "has have");
    let past = matches!((time.days.1, view.context.published), (Some(day), Some(now)) if day < now);
    perfect && past && time.precision == TimePrecision::Day && view.relation(head) == Relation::AclRelcl && !under(view, time.tokens.start, head)
}

/// "Backed by Russia, the army has captured the town this week": what it costs a participle that describes who acts to take the act's time.
pub(super) fn state_of_affairs(view: &View<'_>, time: usize, head: usize, diplomacy: bool) -> f64 {
    let participle = matches!(view.relation(head), Relation::Advcl | Relation::Acl) && view.upos(head) == Upos::Verb;
    // "rejected a statement urging restraint on Monday": what a document says is of a day of its own.
    let says = diplomacy && view.relation(head) == Relation::Acl;
    if participle && (says || verb::is_passive(view, head)) && !under(view, time, head) { 3.0 } else { 0.0 }
}

/// "in spite of a blockade", "amid the siege": what it costs a circumstance that stood before to take the act's time.
pub(super) fn circumstance(view: &View<'_>, time: usize, head: usize) -> f64 {
    // "came under siege on 5 April".
    if view.head(head).is_some_and(|v| view.lemma(v) == "come") {
        return 0.0;
    }
    if of_its_participle(view, time, head) {
        return 0.0;
    }
    let stood = view.case_is(head, "despite spite amid amidst under") || view.head(head).is_some_and(|h| view.norm(h) == "spite");
    if stood && !under(view, time, head) { 5.0 } else { 0.0 }
}

/// "On 3 May jets hit the town; on 5 May rebels fired rockets": what it costs a trigger to take a time from beyond a semicolon.
pub(super) fn another_clause(view: &View<'_>, time: usize, head: usize) -> f64 {
    let parted = (time.min(head)..time.max(head)).any(|t| view.norm(t) == ";");
    if parted { 5.0 } else { 0.0 }
}

/// "arrested ten men, and on Tuesday they shot a protester": whether a time opens a clause that goes on from the trigger's.
pub(super) fn opens_next_clause(view: &View<'_>, time: usize, head: usize) -> bool {
    let Some(next) = view.head(time).filter(|&v| view.relation(v) == Relation::Conj && head < time && time < v) else { return false };
    let joined = view.dependents(next, &[Relation::Cc]).any(|cc| head < cc && cc < time);
    joined && view.head(next) == Some(head)
}

/// "On Monday troops stormed the besieged town": a participle before its noun tells how things stood.
pub(super) fn stands_before(view: &View<'_>, time: usize, head: usize) -> bool {
    // "The Red Cross distributed food", read as a participle, is none.
    let before = head.checked_sub(1).filter(|&b| view.inside(head, b));
    let within = before.is_some_and(|b| matches!(view.upos(b), Upos::Det | Upos::Adj | Upos::Adp | Upos::Num | Upos::Pron) || view.norm(b) == "-");
    within && view.relation(head) == Relation::Amod && matches!(view.upos(head), Upos::Verb | Upos::Adj) && !under(view, time, head)
}

/// "Posted on 3 June by our staff Mortar fire killed two", "in a video published on Monday": a day on which something came out.
pub(super) fn day_of_the_page(view: &View<'_>, start: usize) -> bool {
    let out = |t: usize| view.inside(start, t) && among(view.norm(t), "published posted updated publication uploaded");
    (start.saturating_sub(2)..start).any(out)
}

/// Nouns before an event that an act answers.
const ANSWERS: &str = "retaliation response revenge reprisal reaction answer punishment vengeance retribution anger outrage";

/// Verbs of courts and of the police.
const CHARGES: &str = "charge indict accuse suspect convict acquit sentence arrest detain jail imprison question";

/// Words of keeping alive the memory of a deed.
const REMEMBERS: &str = "anniversary commemoration remembrance memory commemorate remember mark recall";

/// "an embargo as punishment for seizing Kuwait", "fired rockets in retaliation for an attack": what an act answers was before it.
pub(super) fn answered(view: &View<'_>, time: usize, head: usize) -> bool {
    let first = view.head(head).filter(|_| view.relation(head) == Relation::Conj).unwrap_or(head);
    let answer = |case: usize| {
        let noun = (case.saturating_sub(2)..case).any(|t| view.inside(head, t) && among(view.norm(t), ANSWERS));
        let gerund = view.norm(case) == "for" && view.upos(first) == Upos::Verb && view.norm(first).ends_with("ing");
        noun || gerund
    };
    // "the anniversary of the massacre", "marked the uprising on Friday".
    let remembered = view.upos(first) == Upos::Noun && view.head(first).is_some_and(|v| among(view.lemma(v), REMEMBERS));
    // "was charged with murder on Saturday", "was arrested on Saturday over the murder".
    let charged = view.relation(first) == Relation::Obl
        && view.upos(first) == Upos::Noun
        && view.case_is(first, if time < first { "with of for over" } else { "with" })
        && view.head(first).is_some_and(|v| among(view.lemma(v), CHARGES));
    if (charged || remembered) && !under(view, time, first) {
        return true;
    }
    let mut cases = view.dependents(first, &[Relation::Case, Relation::Mark]);
    cases.any(|c| c < first && matches!(view.norm(c), "for" | "to" | "over" | "at" | "against") && answer(c)) && !under(view, time, first)
}

/// "the man, who had been arrested, was identified on Thursday": what had been before is told of no day that the main clause tells.
pub(super) fn long_done(view: &View<'_>, time: usize, head: usize) -> bool {
    let relative = view.relation(head) == Relation::AclRelcl && view.has_word(head, &[Relation::Aux], "had");
    // "soldiers captured during the war".
    let participle = view.relation(head) == Relation::Acl
        && view.upos(head) == Upos::Verb
        && verb::past_form(view, head)
        && !view.has(head, &[Relation::Aux, Relation::AuxPass, Relation::Mark]);
    (relative || participle) && !under(view, time, head)
}

/// "in the capital, where a war has claimed many lives": a war is on a day only if that is said of it.
pub(super) fn during_a_war(view: &View<'_>, time: usize, head: usize, day: bool) -> bool {
    let of_war = view.upos(head) == Upos::Noun && super::presumed::is_war(view, head);
    let ends = || super::stretch::comes_to_an_end(view, head) && !view.head(head).is_some_and(|v| verb::has_to(view, v));
    let told = || under(view, time, head) || view.head(time) == view.head(head) || ends();
    day && of_war && !told()
}

/// Verbs that say what a deed brought about.
const BRINGS: &str = "lead spark trigger prompt provoke follow precede ignite inspire";

/// "The killing of the general on 3 May led to protests": what it costs what came of a deed to take the deed's day.
pub(super) fn brought_about(view: &View<'_>, time: usize, head: usize) -> f64 {
    let subject = |&t: &usize| view.relation(t) == Relation::Nsubj;
    let deed = std::iter::successors(view.head(time), |&t| view.head(t)).take(4).find(subject);
    let verb = deed.and_then(|d| view.head(d)).filter(|&v| time < v && v < head && among(view.lemma(v), BRINGS));
    if verb.is_some() { 4.0 } else { 0.0 }
}

/// "the 2010 raid": what it costs another trigger to take a time that describes a noun.
pub(super) fn belongs_to_noun(view: &View<'_>, time: usize, head: usize) -> f64 {
    let noun = view.head(time).filter(|&n| n != head && n > time && matches!(view.upos(n), Upos::Noun | Upos::Propn));
    let describes = matches!(view.relation(time), Relation::Compound | Relation::Nummod | Relation::Amod | Relation::NmodPoss | Relation::Nmod);
    if noun.is_some() && describes { 2.5 } else { 0.0 }
}

/// "launched a campaign in May to recapture the town": the day of a deed is not that of what it is to bring about.
pub(super) fn of_a_means(view: &View<'_>, time: usize, candidate: &Candidate<'_>, modality: Modality) -> bool {
    let head = candidate.head;
    let purpose = matches!(view.relation(head), Relation::Advcl | Relation::Acl) && verb::has_to(view, head);
    purpose && modality != Modality::Happened && !under(view, time, head)
}

/// "to regroup and rearm", not "said to have regrouped".
pub(super) fn is_purpose(view: &View<'_>, head: usize) -> bool {
    let first = view.head(head).filter(|&h| view.relation(head) == Relation::Conj && verb::has_to(view, h)).unwrap_or(head);
    verb::has_to(view, first) && !view.has(first, &[Relation::Aux])
}

/// "the attack on a convoy, which took place near Azaz on Monday": the day when something took place is that of the event noun before it.
pub(super) fn occurrence(view: &View<'_>, time: usize, head: usize) -> Option<f64> {
    if of_its_participle(view, time, head) {
        return Some(2.0);
    }
    let verb = view.head(time).filter(|&v| matches!(view.relation(v), Relation::AclRelcl | Relation::Acl))?;
    let occurs = matches!(view.lemma(verb), "occur" | "happen") || view.lemma(verb) == "take" && view.children(verb).any(|c| view.norm(c) == "place");
    // "the bombing of a station in Lome, which killed 12 people on 3 June".
    let harms = view.relation(verb) == Relation::AclRelcl
        && among(view.lemma(verb), "kill wound injure destroy damage devastate leave claim hit")
        && view.has_word(verb, &[Relation::Nsubj], "that which");
    let noun = view.head(verb).filter(|_| (occurs || harms) && view.upos(head) == Upos::Noun)?;
    let phrase = std::iter::successors(Some(noun), |&t| view.head(t).filter(|_| view.relation(t) == Relation::Nmod));
    phrase.take(if harms { 3 } else { 2 }).any(|t| t == head).then_some(2.0)
}

/// Verbs whose participle tells how an agreement or an attack came to be.
const MADE: &str = "reach sign conclude seal broker carry conduct launch stage commit perpetrate hold";

/// "left under a deal reached with the rebels on Monday": whether the day closes the participle clause of an event noun, whatever it hangs on.
fn of_its_participle(view: &View<'_>, time: usize, head: usize) -> bool {
    let closes = |v: usize| head < v && v < time && time - v <= 10 && !(v + 1..time).any(|t| view.upos(t) == Upos::Verb || view.norm(t) == ",");
    // The parser hangs the participle right behind the noun on the main verb, too.
    let mut participles = view.dependents(head, &[Relation::Acl]).chain(std::iter::once(head + 1));
    view.upos(head) == Upos::Noun && participles.any(|v| view.upos(v) == Upos::Verb && among(view.lemma(v), MADE) && closes(v))
}

/// "for the first time since 2012", "the longest truce since the war began in 2012" says of an older event that it was the last.
pub(super) fn first_time_since(view: &View<'_>, start: usize, head: usize) -> bool {
    let Some(since) = (start.saturating_sub(6)..start).rev().find(|&t| view.inside(start, t) && view.norm(t) == "since") else { return false };
    let utmost =
        |t: usize| among(view.norm(t), "time first worst") || view.norm(t).len() > 5 && view.norm(t).ends_with("est") && view.upos(t) == Upos::Adj;
    let ranked = (since.saturating_sub(3)..since).any(|t| view.inside(start, t) && utmost(t));
    // "since the war began in 2012": the war itself did.
    let within = since < head && head < start;
    let near = start == since + 1 && view.is_time(start);
    ranked && !within && (near || head < since)
}

/// Papers that tell what was long before they came out.
const PAPERS: &str = "report study survey investigation inquiry dossier findings paper indictment book";

/// "A report released on Tuesday says soldiers killed 40 villagers": the day of the paper is not that of what it tells.
pub(super) fn told_in_a_paper(view: &View<'_>, start: usize, head: usize) -> bool {
    let paper = (start.saturating_sub(8)..start).any(|t| view.inside(start, t) && among(view.norm(t), PAPERS));
    let holds = |a: &crate::attribution::Attribution, t: usize| a.content.iter().any(|c| c.contains(&t));
    paper && view.attributions_near(head).any(|a| holds(a, head) && !holds(a, start))
}
