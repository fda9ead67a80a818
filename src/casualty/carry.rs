//! Cues that a figure has from afar: a predicate behind an aside, or the cue of the figure it is listed with.

use super::counted::{Counted, What};
use super::figure::Shape;
use super::lexicon::Roles;
use super::link::Link;
use super::predicate::{closes_participle, joined_after, predicate};
use super::view::View;
use crate::analysis::CasualtyKind;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// Words after which whoever stands before them is who tells the toll.
const SAYS: &str = "said says told reported added confirmed";

/// "12 soldiers (aboard a bus, including 3 officers,) were killed": words between the victims and the auxiliary.
pub(super) fn far_predicate(view: &View<'_>, figures: &[Counted], k: usize) -> Option<Link> {
    let f = &figures[k];
    // "At least 74, including eight Americans, were killed".
    let bare = f.what == What::Bare && view.norm(f.end) == "," && matches!(view.norm(f.end + 1), "including" | "among" | "most" | "mostly");
    if f.part || f.what != What::People && !bare || f.figure.shape == Shape::Zero {
        return None;
    }
    let limit = (f.end + 16).min(view.sentence.end);
    let mut commas = 0;
    let mut j = f.end;
    while j < limit {
        let word = view.norm(j);
        if view.is(j, Roles::AUX) && !matches!(word, "to" | "'s") && commas != 1 {
            let found = predicate(view, j).filter(|p| p.finite)?;
            return Link::new(found.cues, "far-predicate").filter(|l| is_of(view, f, l.cue));
        }
        if word == "," {
            commas += 1;
            // "two nurses of the clinic, kidnapped in July, were freed".
            if commas == 1 && view.is(j + 1, Roles::PARTICIPLE) && closes_participle(view, j + 1, 1) && view.is_word(j + 2) {
                return Link::new(joined_after(view, j + 1), "participle-aside");
            }
            if commas == 1 && !opens_aside(view, j + 1) {
                return None;
            }
            if commas > 1
                && let Some(found) = predicate(view, j + 1)
            {
                return Link::new(found.cues, "far-predicate").filter(|l| is_of(view, f, l.cue));
            }
        }
        if commas != 1 && view.is(j, Roles::WENT) && !word.ends_with("ing") {
            return Link::new(joined_after(view, j), "far-predicate").filter(|l| is_of(view, f, l.cue));
        }
        let other = figures.iter().any(|g| g.figure.tokens.start == j && !g.part && g.may_be_people() && g.what != What::Bare);
        if other
            || matches!(word, ";" | ":" | "—" | "–" | "\"" | "that" | "when" | "while" | "after" | "because" | "who" | "but")
            || (among(word, SAYS) || matches!(word, "claimed" | "denied")) && !view.capital(j)
            // "with shrapnel wounds" is no verb.
            || view.is(j, Roles::OBJECT) && view.upos(j) != Upos::Noun
        {
            return None;
        }
        j += 1;
    }
    None
}

/// "A boy was shot in the head and killed", "six men were dragged off a bus and executed": a second verb, as the tree has it.
pub(super) fn second_verb(view: &View<'_>, f: &Counted) -> Option<Link> {
    let syntax = &view.reading.syntax;
    let noun = f.noun.filter(|_| f.what == What::People && !f.part)?;
    let verb = syntax.head(noun).filter(|_| matches!(syntax.relation(noun), Relation::NsubjPass | Relation::Nsubj))?;
    let passive = syntax.relation(noun) == Relation::NsubjPass;
    let second = |&c: &usize| {
        let role = if passive { view.is(c, Roles::PARTICIPLE) } else { view.is(c, Roles::WENT) };
        role && syntax.head(c) == Some(verb) && syntax.relation(c) == Relation::Conj && view.norm(c.wrapping_sub(1)) == "and"
    };
    let cue = (verb + 1..view.sentence.end.min(verb + 20)).find(second)?;
    Link::new(joined_after(view, cue), "second-verb")
}

/// Whether the one whom an article tells is the subject of a predicate: "the mayor of Ghazni was killed", not "the mayor asked why men were killed".
fn is_of(view: &View<'_>, f: &Counted, cue: usize) -> bool {
    let article = matches!(f.figure.shape, Shape::Article | Shape::Definite);
    !article || f.noun.is_some_and(|n| view.reading.syntax.head(n) == Some(cue))
}

/// Whether an aside on the victims begins: ", including", ", most of them".
fn opens_aside(view: &View<'_>, j: usize) -> bool {
    matches!(view.norm(j), "including" | "among" | "most" | "mostly" | "many" | "some" | "all" | "both" | "half" | "mainly" | "at" | "from")
        || view.sense(j).number.is_some()
        || view.norm(j).starts_with(|c: char| c.is_ascii_digit())
        // "two soldiers, Sergeant Ali and Private Omar, were killed".
        || view.capital(j)
}

/// "12 soldiers and 4 civilians were killed": the first figure takes the second one's cue.
pub(super) fn carry_back(view: &View<'_>, figures: &[Counted], links: &mut [Option<Link>]) {
    for k in (1..figures.len()).rev() {
        let (a, b) = (&figures[k - 1], &figures[k]);
        let joined = !a.part
            && !b.part
            && links[k - 1].is_none()
            && a.what == What::People
            && b.what == What::People
            && listed(view, a.end, b.figure.tokens.start);
        if joined
            && let Some(link) = &links[k]
            && matches!(link.rule, "passive" | "subject-went" | "state" | "participle" | "predicate-phrase" | "far-predicate" | "and-before")
        {
            links[k - 1] = Some(Link { rule: "and-before", ..link.clone() });
        }
    }
}

/// "killed 12 soldiers and 4 civilians", "24 civilians had died, as well as 25 rebels": a later figure takes an earlier one's cue.
pub(super) fn carry_on(view: &View<'_>, figures: &[Counted], links: &mut [Option<Link>]) {
    for k in 1..figures.len() {
        let b = &figures[k];
        if links[k].is_some() || b.part || !matches!(b.what, What::People | What::Bare) || matches!(b.figure.shape, Shape::Zero) {
            continue;
        }
        let Some(at) = (0..k).rev().find(|&a| !figures[a].part) else { continue };
        let Some(link) = links[at].clone().filter(|l| l.rule != "none" && !matches!(l.rule, "toll" | "number-of")) else { continue };
        let from = figures[k - 1].end.max(figures[at].end).max(link.cue + 1);
        let place = b.what == What::Bare && matches!(view.norm(b.end), "in" | "near" | "at");
        let listed = b.what == What::People && !view.is(b.end, Roles::AUX);
        if speaks(view, b.end) {
            continue;
        }
        // "wounding 11, the governor, Ana Ruiz, said": known to the reader, so rather who tells it than one more victim.
        let before = view.norm(b.figure.tokens.start.wrapping_sub(1));
        if b.figure.shape == Shape::Definite && before == "," {
            continue;
        }
        let included = before == "included" && b.what == What::People;
        if included || ((place || listed) && joins(view, from, b.figure.tokens.start)) {
            let held = b.noun.filter(|&n| view.is(n, Roles::HELD));
            let kinds = held.map_or(link.kinds.clone(), |n| vec![(n, CasualtyKind::Captured)]);
            links[k] = Some(Link { rule: "and-after", kinds, ..link });
        }
    }
}

/// "lost four men, an official told reporters", "two aid workers and a local doctor said": whether those told last are the ones who speak.
fn speaks(view: &View<'_>, end: usize) -> bool {
    let verb = (end..view.sentence.end.min(end + 8)).find(|&k| matches!(view.upos(k), Upos::Verb | Upos::Aux | Upos::Punct));
    verb.is_some_and(|v| among(view.norm(v), SAYS))
}

/// Whether nothing but joining words lies between two figures.
fn listed(view: &View<'_>, from: usize, to: usize) -> bool {
    from < to && (from..to).all(|k| matches!(view.norm(k), "," | "and" | "as" | "well" | "or" | "plus"))
}

/// Whether only a short stretch without another verb lies between two figures, and it ends in a word that joins.
fn joins(view: &View<'_>, from: usize, to: usize) -> bool {
    // "killed 12 rebels and, according to medics on the scene, two nurses".
    let longest = if (from..to.min(from + 4)).any(|k| view.norm(k) == "according") { 14 } else { 9 };
    if to <= from || to - from > longest {
        return false;
    }
    let last = view.norm(to - 1);
    let as_well = last == "as" && view.norm(to.wrapping_sub(2)) == "well";
    let joint = matches!(last, "and" | "," | "plus" | "with" | "alongside" | "&") || as_well;
    joint
        && (from..to).all(|k| {
            (!view.is(k, Roles::AUX) || view.norm(k.wrapping_sub(1)) == "according")
                && !matches!(view.norm(k), ";" | "." | "said" | "that" | "who" | "but")
                && !view.is(k, Roles::OBJECT)
        })
}
