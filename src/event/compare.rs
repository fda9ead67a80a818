//! How much the participants and times of two tellings speak for or against their being one event.

use super::place::lies_in;
use super::view::View;
use super::{Argument, Role, When};
use crate::analysis::{EntityType, MentionKind, TimeBasis};

/// The entities that fill a role.
pub(super) fn filling<'a>(view: &'a View<'_>, all: &'a [Argument], role: Role) -> impl Iterator<Item = usize> + 'a {
    all.iter().filter(move |a| a.role == role).filter_map(|a| view.entity(a.mention))
}

/// Whether what fills a role in both is the same. Done for every telling and all events before it, hence without lists.
pub(super) fn compare(view: &View<'_>, ours: &[Argument], theirs: &[Argument], role: Role, same: f64, other: f64) -> f64 {
    let (a, b) = (|| filling(view, ours, role), || filling(view, theirs, role));
    if a().next().is_none() || b().next().is_none() {
        return 0.0;
    }
    if role == Role::Place && in_two_towns(view, ours, theirs) {
        return other;
    }
    if a().any(|x| b().any(|y| x == y)) {
        return same;
    }
    let kind = |x: usize| view.context.entities.entities[x].kind;
    // "a house in Homs" may be any house.
    let nested = |x: usize, y: usize| has_name(view, x) && has_name(view, y) && view.is_near(x, y);
    if role == Role::Place && a().any(|x| b().any(|y| nested(x, y))) {
        return same / 2.0;
    }
    // "in Baghdad", then "a market in a part of Baghdad".
    let seat = |all: &[Argument], other: &dyn Fn(usize) -> bool| {
        let places = all.iter().filter(|a| a.role == Role::Place).filter_map(|a| lies_in(view, a.mention));
        places.filter_map(|m| view.entity(m)).any(other)
    };
    if role == Role::Place && (seat(ours, &|x| b().any(|y| x == y)) || seat(theirs, &|x| a().any(|y| x == y))) {
        return same;
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

/// "outside the embassy in Nairobi", "outside the embassy in Dar es Salaam": whether both name towns or lands, and none that lies in one of the others.
fn in_two_towns(view: &View<'_>, ours: &[Argument], theirs: &[Argument]) -> bool {
    let (a, b) = (|| towns(view, ours), || towns(view, theirs));
    a().next().is_some() && b().next().is_some() && !a().any(|x| b().any(|y| view.is_near(x, y)))
}

/// The known towns and lands among the places of a telling, those of its buildings too.
fn towns<'a>(view: &'a View<'_>, all: &'a [Argument]) -> impl Iterator<Item = usize> + 'a {
    let places = all.iter().filter(|a| a.role == Role::Place).map(|a| a.mention);
    let building = |m: usize| view.context.mentions[m].entity_type == EntityType::Facility;
    let around = places.flat_map(move |m| [Some(m), lies_in(view, m).filter(|_| building(m))]).flatten();
    let known = |x: &usize| {
        let entity = &view.context.entities.entities[*x];
        entity.kind == EntityType::Place && entity.precision.is_some() && has_name(view, *x)
    };
    around.filter_map(|m| view.entity(m)).filter(known)
}

/// Whether a text names an entity anywhere.
fn has_name(view: &View<'_>, entity: usize) -> bool {
    view.context.entities.entities[entity].mentions.iter().any(|&m| view.context.mentions[m].kind == MentionKind::Name)
}

/// Whether two kinds of actors are never one.
fn are_sides(a: EntityType, b: EntityType) -> bool {
    use EntityType as E;
    matches!((a, b), (E::StateForce | E::Government, E::ArmedGroup) | (E::ArmedGroup, E::StateForce | E::Government))
}

/// Whether one time is a part of the other.
pub(super) fn within(ours: Option<&When>, theirs: Option<&When>) -> bool {
    let Some(((Some(a), Some(b)), (Some(c), Some(d)))) = ours.zip(theirs).map(|(x, y)| (x.days, y.days)) else { return false };
    (a, b) != (c, d) && (a <= c && d <= b || c <= a && b <= d)
}

pub(super) fn times(ours: Option<&When>, theirs: Option<&When>) -> f64 {
    let (Some(a), Some(b)) = (ours, theirs) else { return 0.0 };
    let ((a0, a1), (b0, b1)) = (a.days, b.days);
    let sure = a.basis == TimeBasis::Explicit && b.basis == TimeBasis::Explicit;
    if a.days == b.days {
        // A day carried on from the sentence before says little.
        return if sure { 1.2 } else { 0.6 };
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
    if sure { -1.7 } else { -1.2 }
}
