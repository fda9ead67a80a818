//! One person killed, told without a figure: "the mayor was killed", "killed General X", "the death of X".

use super::Toll;
use super::lexicon::Roles;
use super::predicate::finite_predicate;
use super::view::View;
use crate::analysis::{CasualtyKind, EntityType, MentionKind, Quantifier};
use crate::mention::Mention;
use crate::syntax::{Relation, Upos};

/// The word that tells it, the rule, what befell the person.
type Found = (usize, &'static str, CasualtyKind);

/// Finds the killings of single persons in one sentence.
pub(super) fn singles(view: &View<'_>, mentions: &[Mention], tolls: &mut Vec<Toll>) {
    let first = mentions.partition_point(|m| m.tokens.start < view.sentence.start);
    for (at, mention) in mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.tokens.start < view.sentence.end) {
        if mention.entity_type != EntityType::Person || !is_one(view, mention) || tolls.iter().any(|t| t.who == Some(at)) {
            continue;
        }
        let found = dies(view, mention).or_else(|| object(view, mention)).or_else(|| of_death(view, mention)).or_else(|| included(view, mention));
        let together = if found.is_some_and(|f| f.1 == "one-dies") { joined_before(view, mentions, at) } else { 0 };
        let covers = |t: &Toll| t.tokens.start <= mention.tokens.start && mention.tokens.end <= t.tokens.end;
        let counted = |cue: usize| tolls.iter().any(|t| t.cue == cue && (t.tokens.end <= mention.tokens.start || covers(t)));
        if let Some((cue, rule, kind)) = found.filter(|f| !counted(f.0)) {
            tolls.push(Toll {
                tokens: mention.tokens.clone(),
                cue,
                kind,
                low: Some(1 + together),
                high: Some(1 + together),
                quantifier: Quantifier::Exact,
                who: Some(at).filter(|_| together == 0),
                groups: None,
                rule,
            });
        }
    }
}

/// "Ali Noor, Omar Deq and Adan Jama were killed": how many named persons are joined to one before it.
fn joined_before(view: &View<'_>, mentions: &[Mention], at: usize) -> u32 {
    let syntax = &view.reading.syntax;
    let head = mentions[at].head;
    let Some(first) = syntax.head(head).filter(|_| syntax.relation(head) == Relation::Conj) else { return 0 };
    let joined = |m: &&Mention| m.head == first || syntax.head(m.head) == Some(first) && syntax.relation(m.head) == Relation::Conj;
    let named = mentions[..at].iter().rev().take_while(|m| m.tokens.start >= view.sentence.start);
    named.filter(|m| m.entity_type == EntityType::Person && m.kind == MentionKind::Name).filter(joined).count() as u32
}

/// Whether a mention is of one person, and no figure stands before it.
fn is_one(view: &View<'_>, mention: &Mention) -> bool {
    let head = view.norm(mention.head);
    match mention.kind {
        MentionKind::Name => true,
        MentionKind::Pronoun => matches!(head, "he" | "she" | "him" | "her"),
        MentionKind::Nominal => view.is(mention.head, Roles::PERSON) && !view.is(mention.head, Roles::PEOPLE),
    }
}

/// "X was killed", "X, an aide, died", "X, who was shot dead".
fn dies(view: &View<'_>, mention: &Mention) -> Option<Found> {
    let harmed = |j: usize| finite_predicate(view, j).map(|(cue, kind)| (cue, "one-dies", kind));
    let killed = |j: usize| harmed(j).filter(|f| f.2 == CasualtyKind::Killed);
    let end = mention.tokens.end;
    let found = if mention.kind == MentionKind::Name { harmed(end) } else { killed(end) };
    if found.is_some() {
        return found;
    }
    if mention.kind != MentionKind::Name || view.norm(end) != "," {
        return None;
    }
    // "The mayor, Ana Ruiz, was killed".
    if view.norm(mention.tokens.start.wrapping_sub(1)) == "," && view.norm(end + 1) == "was" {
        return killed(end + 1);
    }
    let aside: Vec<usize> = (end + 1..end + 20).take_while(|&k| !view.is(k, Roles::AUX.with(Roles::CUE)) && view.norm(k) != ".").collect();
    if let Some(&comma) = aside.iter().rev().find(|&&k| view.norm(k) == ",") {
        return killed(comma + 1);
    }
    let plain = aside.len() < 12
        && matches!(view.norm(end + 1), "a" | "an" | "the")
        && !aside.iter().any(|&k| matches!(view.norm(k), "where" | "who" | "whose" | "whom" | "which" | "that" | "when" | "said"));
    aside.last().filter(|_| plain).and_then(|&k| killed(k + 1))
}

/// "killed X", "killing the commander X".
fn object(view: &View<'_>, mention: &Mention) -> Option<Found> {
    // "killed her husband".
    if mention.kind == MentionKind::Pronoun && matches!(view.upos(mention.tokens.end), Upos::Noun | Upos::Propn | Upos::Adj) {
        return None;
    }
    let start = mention.outset();
    let mut v = start.checked_sub(1)?;
    // "killed senior Front commander Ali Omar".
    let mut group = 0;
    while mention.role.is_some() && view.capital(v) && group < 4 {
        v = v.checked_sub(1)?;
        group += 1;
    }
    while matches!(view.norm(v), "the" | "its" | "their" | "his" | "a" | "an" | "top" | "senior" | "former") {
        v = v.checked_sub(1)?;
    }
    let kind = view.kind(v);
    let harms = kind == CasualtyKind::Killed || kind == CasualtyKind::Injured && mention.kind == MentionKind::Name;
    let kills = view.is(v, Roles::OBJECT) && view.is(v, Roles::STRONG) && harms;
    let denied = (1..4).any(|back| {
        matches!(
            view.norm(v.wrapping_sub(back)),
            "to" | "was" | "were" | "been" | "not" | "would" | "could" | "will" | "may" | "might" | "of" | "for" | "from" | "in"
        )
    });
    (kills && !denied).then_some((v, "one-object", kind))
}

/// "Fatalities included a sailor, X", "among the dead was the commander X".
fn included(view: &View<'_>, mention: &Mention) -> Option<Found> {
    let (cue, kind) = super::beside::included_in(view, mention.outset()).filter(|_| mention.kind == MentionKind::Name)?;
    Some((cue, "one-included", kind))
}

/// "the death of X", "X's death".
fn of_death(view: &View<'_>, mention: &Mention) -> Option<Found> {
    let act = |j: usize| {
        view.is(j, Roles::ACT)
            && view.kind(j) == CasualtyKind::Killed
            && matches!(view.norm(j), "death" | "killing" | "murder" | "assassination" | "execution" | "beheading")
    };
    let start = mention.outset();
    // "the death of Amina Sow's son": his.
    let end = mention.tokens.end;
    let owns = matches!(view.norm(end), "'s" | "'");
    if view.norm(start.wrapping_sub(1)) == "of" && act(start.wrapping_sub(2)) && !owns {
        return Some((start - 2, "one-death-of", CasualtyKind::Killed));
    }
    // "claimed the life of X".
    if view.words_before(start, &["the", "life", "of"]) && view.is(start.wrapping_sub(4), Roles::CLAIMING) {
        return Some((start - 2, "one-death-of", CasualtyKind::Killed));
    }
    let possessive = owns || (mention.kind == MentionKind::Name && view.norm(end.wrapping_sub(1)) == "'s");
    let noun = end + usize::from(owns);
    (possessive && act(noun)).then_some((noun, "one-death-of", CasualtyKind::Killed))
}
