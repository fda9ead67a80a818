//! Events that no time expression dates, but the day of publication does: statements in the present, news in the perfect.

use super::lexicon::Class;
use super::trigger::Candidate;
use super::verb;
use super::view::View;
use super::{EventType, When};
use crate::analysis::{Modality, TimeBasis, TimePrecision, TimeType};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use jiff::civil::Date;

/// Acts that are done by saying them.
fn is_statement(kind: EventType) -> bool {
    matches!(kind, EventType::Accusation | EventType::Demand | EventType::Rejection | EventType::Support | EventType::Threat)
}

/// Verbs of what holds for long: "Rights groups accuse the army", "a state backs the rebels" is told of no day.
const STANDS: &str = "accuse blame support back arm fund finance sponsor supply train oppose criticise criticize";

/// "We condemn", "the minister urges": the day of publication.
pub(super) fn day_of_a_statement(view: &View<'_>, candidate: &Candidate<'_>, modality: Modality) -> Option<When> {
    let head = candidate.head;
    let statement = is_statement(candidate.sense.kind);
    let present =
        view.upos(head) == Upos::Verb && (view.norm(head) == view.lemma(head) || view.norm(head).ends_with('s')) && !verb::has_to(view, head);
    let bare = !view.has(head, &[Relation::Aux, Relation::AuxPass, Relation::Mark]);
    let main = matches!(view.relation(head), Relation::Root | Relation::Conj);
    let ours = || view.has_word(head, &[Relation::Nsubj], "we i");
    // "repeatedly condemns the trade".
    let again = view.has_word(head, &[Relation::Advmod], "repeatedly often always regularly routinely frequently usually consistently");
    let stands = among(view.lemma(head), STANDS) && !ours() || again;
    let published = view.context.published.filter(|_| statement && present && bare && main && !stands && modality == Modality::Happened)?;
    Some(on(published, "statement in the present: day of publication"))
}

fn on(published: Date, rule: &'static str) -> When {
    let days = (Some(published), Some(published));
    When { expression: None, days, precision: TimePrecision::Day, basis: TimeBasis::Inferred, rule }
}

/// "The rebels must withdraw", "It is unacceptable", "The ministry continues to urge restraint": acts of speech in the present that nothing else dates.
pub(super) fn day_of_the_speaker(view: &View<'_>, candidate: &Candidate<'_>, modality: Modality) -> Option<When> {
    let head = candidate.head;
    let must = verb::obliges(view, head);
    let is = candidate.sense.class == Class::Adjective && view.has_word(head, &[Relation::Cop], "is are 's");
    let goes_on = verb::has_to(view, head) && view.head(head).is_some_and(|v| matches!(view.norm(v), "continue" | "continues"));
    let speaks = is_statement(candidate.sense.kind) && modality == Modality::Happened && (must || is || goes_on);
    view.context.published.filter(|_| speaks).map(|day| on(day, "statement in the present: day of publication"))
}

/// "A bomb has killed 12 soldiers, officials say": what the first sentence of an article tells in the perfect is the news of the day.
pub(super) fn day_of_the_news(view: &View<'_>, candidate: &Candidate<'_>, modality: Modality) -> Option<When> {
    let head = candidate.head;
    let leads = view.first_of_body == Some(view.sentence_index(head));
    // "A suicide bomb has killed": the verb that a noun is the subject or object of.
    let made = view.relation(head) == Relation::Obj && view.head(head).is_some_and(|v| super::noun::is_light(view, v));
    let noun = view.upos(head) == Upos::Noun && (made || matches!(view.relation(head), Relation::Nsubj | Relation::NsubjPass));
    let head = if noun { view.head(head)? } else { head };
    let act = !is_statement(candidate.sense.kind);
    // "has killed thousands", "have fled since the coup": not in a day.
    let sums_up = view.sentence(head).any(|t| among(view.norm(t), "since thousands millions million years months weeks decades"));
    // "has shelled the town for three days": over many days.
    let lasting = view.times_in(head).any(|t| {
        let time = &view.context.times[t];
        time.kind == TimeType::Duration && matches!(super::when::word_before(view, time.tokens.start), "for" | "over" | "during" | "in" | "within")
    });
    let perfect = || {
        let mut auxiliaries = view.dependents(head, &[Relation::Aux, Relation::AuxPass]).peekable();
        auxiliaries.peek().is_some() && auxiliaries.all(|a| among(view.norm(a), "has have been"))
    };
    let main = match view.relation(head) {
        Relation::Root => true,
        Relation::Ccomp => !view.has(head, &[Relation::Mark]),
        Relation::Conj => view.head(head).is_some_and(|h| view.relation(h) == Relation::Root),
        _ => false,
    };
    let news = leads
        && act
        && main
        && !sums_up
        && !lasting
        && modality == Modality::Happened
        && view.upos(head) == Upos::Verb
        && verb::past_form(view, head);
    let published = view.context.published.filter(|_| news && perfect())?;
    Some(on(published, "news in the perfect: day of publication"))
}
