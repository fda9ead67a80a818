//! Figures told as totals: "the death toll rose to 50", "the number of dead stands at 50".

use super::counted::{Counted, What};
use super::figure::Shape;
use super::lexicon::Roles;
use super::link::Link;
use super::told::{before, put};
use super::view::View;
use crate::analysis::CasualtyKind;
use crate::lexicon::among;

/// "the death toll rose to 50", "a toll of 50", "the number of dead stands at 50".
pub(super) fn toll_figure(view: &View<'_>, f: &Counted) -> Option<Link> {
    // "the toll reached 3, in addition to 8 injured people".
    let told_otherwise = f.harm.or(f.noun.filter(|_| f.what == What::Victims)).is_some_and(|h| view.kind(h) != CasualtyKind::Killed);
    if matches!(f.what, What::Things | What::Unknown) || matches!(f.figure.shape, Shape::Article | Shape::Definite) || told_otherwise {
        return None;
    }
    let mut j = f.figure.tokens.start;
    let low = view.sentence.start.max(j.saturating_sub(18));
    if view.norm(j.wrapping_sub(1)) == "from" {
        return None;
    }
    let settled =
        matches!(view.norm(j.wrapping_sub(1)), "at" | "to" | "was" | "were" | "numbered" | "is" | "reached" | "exceeded" | "hit" | "passed");
    let (mut reached, mut unknown) = (false, 0);
    while j > low {
        j -= 1;
        let word = view.norm(j);
        if matches!(word, "toll" | "tolls") {
            let kind = match view.norm(j.wrapping_sub(1)) {
                "casualty" | "casualties" => CasualtyKind::Affected,
                "injury" => CasualtyKind::Injured,
                _ => CasualtyKind::Killed,
            };
            return Link::new(vec![(j, kind)], "toll");
        }
        // "put its losses at four", "puts the dead at 34".
        let at = before(view, f);
        if f.what == What::Bare && among(word, "dead losses deaths fatalities") && view.norm(at) == "at" && put(view, at) {
            return Link::new(vec![(j, CasualtyKind::Killed)], "toll");
        }
        let total = f.what == What::Bare && settled && view.is(j, Roles::VICTIMS) && j + 1 < f.figure.tokens.start;
        if total && matches!(word, "casualties" | "deaths" | "fatalities") {
            return Link::new(vec![(j, view.kind(j))], "toll");
        }
        if view.is(j, Roles::CUE) && reached && number_of(view, j) {
            return Link::new(vec![(j, view.kind(j))], "number-of");
        }
        reached |= view.is(j, Roles::REACHING.with(Roles::EXCEEDING));
        let known = view.is(j, Roles::REACHING.with(Roles::EXCEEDING)) || view.capital(j) || view.sense(j).number.is_some() || word == ":";
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        unknown += usize::from(!known && !digits);
        if unknown
            > if !reached {
                0
            } else if settled {
                9
            } else {
                4
            }
            || matches!(word, ";" | "said")
        {
            return None;
        }
    }
    None
}

/// "the number of (people) killed", "the number killed".
fn number_of(view: &View<'_>, cue: usize) -> bool {
    view.norm(cue.wrapping_sub(1)) == "number"
        || (1..5)
            .any(|back| view.norm(cue.wrapping_sub(back)) == "of" && matches!(view.norm(cue.wrapping_sub(back + 1)), "number" | "total" | "count"))
}

/// Whether a figure told by a toll is a least one: "the toll exceeded 50".
pub(super) fn exceeds(view: &View<'_>, f: &Counted, link: &Link) -> bool {
    matches!(link.rule, "toll" | "number-of") && (link.cue + 1..f.figure.tokens.start).any(|k| view.is(k, Roles::EXCEEDING))
}
