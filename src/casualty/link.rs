//! Which word says what befell those whom a figure counts.

use super::counted::{Counted, What};
use super::figure::Shape;
use super::lexicon::Roles;
use super::predicate::{joined_after, predicate};
use super::view::View;
use crate::analysis::CasualtyKind;

/// A cue and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// The word.
    pub cue: usize,
    /// What it tells; two kinds for "kidnapped and killed 11 people".
    pub kinds: Vec<(usize, CasualtyKind)>,
    /// Name of the rule.
    pub rule: &'static str,
}

impl Link {
    fn new(cues: Vec<(usize, CasualtyKind)>, rule: &'static str) -> Option<Link> {
        let cue = cues.first()?.0;
        Some(Link { cue, kinds: merged(cues), rule })
    }
}

/// "killed or wounded" is one figure of persons affected; "kidnapped and killed" is two.
fn merged(cues: Vec<(usize, CasualtyKind)>) -> Vec<(usize, CasualtyKind)> {
    use CasualtyKind::{Captured, Injured, Killed, Missing};
    let mut kinds: Vec<(usize, CasualtyKind)> = Vec::new();
    for (cue, kind) in cues {
        if !kinds.iter().any(|k| k.1 == kind) {
            kinds.push((cue, kind));
        }
    }
    let has = |kind| kinds.iter().any(|k| k.1 == kind);
    if kinds.len() > 1 && (has(Injured) || (has(Missing) && (has(Killed) || has(Captured)))) {
        return vec![(kinds[0].0, CasualtyKind::Affected)];
    }
    kinds
}

/// Links each figure of a sentence to its cue.
pub(super) fn link(view: &View<'_>, figures: &[Counted]) -> Vec<Option<Link>> {
    let mut links: Vec<Option<Link>> = figures.iter().map(|f| direct(view, f)).collect();
    carry_back(view, figures, &mut links);
    for (k, link) in links.iter_mut().enumerate() {
        if link.is_none() {
            *link = far_predicate(view, figures, k);
        }
    }
    carry_back(view, figures, &mut links);
    carry_on(view, figures, &mut links);
    links
}

/// A cue that stands beside the figure.
fn direct(view: &View<'_>, f: &Counted) -> Option<Link> {
    if f.figure.shape == Shape::Zero {
        return none_of(view, f);
    }
    if let Some(link) = toll_figure(view, f) {
        return Some(link);
    }
    if f.what == What::Things {
        return None;
    }
    let after = predicate(view, f.end).filter(|p| f.may_be_people() || (p.finite && p.firm));
    if let Some(found) = &after
        && found.firm
        && (!f.part || found.relative || view.norm(f.figure.tokens.start.wrapping_sub(1)) == "whom")
    {
        return Link::new(found.cues.clone(), found.rule);
    }
    if f.part {
        return None;
    }
    if let Some(link) = object_of(view, f).or_else(|| complement_of(view, f)).or_else(|| lives(view, f)).or_else(|| along_with(view, f)) {
        return Some(link);
    }
    if let Some(found) = after {
        return Link::new(found.cues, found.rule);
    }
    if let Some(link) = left_so(view, f) {
        return Some(link);
    }
    if let Some(harm) = f.harm {
        return Link::new(vec![(harm, view.kind(harm))], "victims-with-harm");
    }
    victims(view, f)
}

/// "killed 12", "killing at least 20 people": a verb before the figure.
fn object_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let mut v = f.figure.tokens.start.checked_sub(1)?;
    while view.is(v, Roles::LEAD) {
        v = v.checked_sub(1)?;
    }
    // "killed Colonel Ali and two bodyguards".
    if view.norm(v) == "and" && f.what == What::People && view.capital(v.wrapping_sub(1)) {
        let name = |k: &usize| {
            view.capital(*k) || matches!(view.norm(*k), "." | "-" | "al" | "senior" | "top") || view.is(*k, Roles::LEAD.with(Roles::PERSON))
        };
        v = (v.saturating_sub(7)..v).rev().find(|k| !name(k)).filter(|&k| view.kind(k) == CasualtyKind::Killed && view.is(k, Roles::STRONG))?;
    }
    if let Some(kind) = phrase_before(view, v) {
        return Link::new(vec![(v, kind)], "object");
    }
    // "40 killed 100 injured": a list of figures, no verb with an object.
    if f.what == What::Victims && f.noun.is_some_and(|n| view.is(n, Roles::PARTICIPLE.with(Roles::STATE))) || not_done(view, v) {
        return None;
    }
    let roles = view.sense(v).roles;
    if !roles.any(Roles::OBJECT) || !(roles.any(Roles::STRONG) || f.what == What::People) {
        return None;
    }
    if view.kind(v) == CasualtyKind::Captured && f.figure.shape == Shape::Article {
        return None;
    }
    if (1..4).any(|back| matches!(view.norm(v.wrapping_sub(back)), "were" | "was" | "been" | "not" | "n't")) && roles.any(Roles::PARTICIPLE) {
        return None;
    }
    let mut cues = vec![(v, view.kind(v))];
    let mut first = v;
    while let Some(before) = verb_joined_before(view, first) {
        cues.insert(0, (before, view.kind(before)));
        first = before;
    }
    Link::new(cues, "object")
}

/// "threatened to kill 12", "could kill 12": a killing that has not come to be.
fn not_done(view: &View<'_>, v: usize) -> bool {
    let before = view.norm(v.wrapping_sub(1));
    let done = matches!(view.norm(v.wrapping_sub(2)), "on" | "managed" | "continued" | "proceeded" | "continue" | "helped");
    matches!(before, "could" | "would" | "may" | "might" | "will" | "should" | "must" | "can") || before == "to" && !done
}

/// "was killed along with two others".
fn along_with(view: &View<'_>, f: &Counted) -> Option<Link> {
    let start = f.figure.tokens.start;
    let with = start.checked_sub(1)?;
    let joint = match view.norm(with) {
        "alongside" => with,
        "with" if matches!(view.norm(with.wrapping_sub(1)), "along" | "together") => with - 1,
        _ => return None,
    };
    let cue = joint.checked_sub(1).filter(|&c| view.is(c, Roles::PARTICIPLE.with(Roles::WENT)) && f.what == What::People)?;
    Link::new(vec![(cue, view.kind(cue))], "along-with")
}

/// "left 25 fighters of the brigade dead": a state after the victims, with words between.
fn left_so(view: &View<'_>, f: &Counted) -> Option<Link> {
    let mut v = f.figure.tokens.start.checked_sub(1)?;
    while view.is(v, Roles::LEAD) {
        v = v.checked_sub(1)?;
    }
    if !matches!(view.norm(v), "left" | "leaving" | "leaves" | "leave") || f.what != What::People {
        return None;
    }
    let open = |k: &usize| !view.is(*k, Roles::AUX) && !matches!(view.norm(*k), "." | ";" | ":" | "\"" | "who" | "that");
    let state = (f.end..f.end + 12).take_while(open).find(|&k| view.is(k, Roles::STATE) || matches!(view.norm(k), "dead" | "wounded" | "injured"))?;
    Link::new(vec![(state, view.kind(state))], "left-so")
}

/// The verb before "and", "or" or a comma: "killed, wounded or captured 12".
fn verb_joined_before(view: &View<'_>, v: usize) -> Option<usize> {
    let mut k = v.checked_sub(1)?;
    let joint = k;
    while matches!(view.norm(k), "and" | "or" | "/" | ",") {
        k = k.checked_sub(1)?;
    }
    (k < joint && view.is(k, Roles::OBJECT.with(Roles::PARTICIPLE))).then_some(k)
}

/// A verb of several words that ends at a place: "shot dead", "rounded up".
fn phrase_before(view: &View<'_>, last: usize) -> Option<CasualtyKind> {
    let found = view.lexicon.verbs.iter().find(|p| (last + 1).checked_sub(p.words.len()).is_some_and(|start| view.words_at(start, &p.words)))?;
    let start = last + 1 - found.words.len();
    (!matches!(view.norm(start.wrapping_sub(1)), "were" | "was" | "been")).then_some(found.kind)
}

/// "the deaths of 12 soldiers", "the bodies of 12".
fn complement_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let of = f.figure.tokens.start.checked_sub(1)?;
    let noun = of.checked_sub(1)?;
    let roles = view.sense(noun).roles;
    let opens = view.norm(of) == "of" && roles.any(Roles::ACT) && (f.what == What::People || f.what == What::Bare || roles.any(Roles::VICTIMS));
    if !opens || f.what == What::Bare && view.norm(noun) == "loss" {
        return None;
    }
    let mut cues = vec![(noun, view.kind(noun))];
    if matches!(view.norm(noun.wrapping_sub(1)), "and" | "or") && view.is(noun.wrapping_sub(2), Roles::ACT) {
        cues.insert(0, (noun - 2, view.kind(noun - 2)));
    }
    Link::new(cues, "noun-of")
}

/// "claimed 20 lives", "20 lives were lost".
fn lives(view: &View<'_>, f: &Counted) -> Option<Link> {
    let noun = f.noun.filter(|&n| matches!(view.norm(n), "lives" | "life"))?;
    let before = view.is(f.figure.tokens.start.wrapping_sub(1), Roles::CLAIMING);
    let after = (noun + 1..noun + 5).any(|k| view.norm(k) == "lost");
    if before || after { Link::new(vec![(noun, CasualtyKind::Killed)], "lives") } else { None }
}

/// "12 deaths", "12 wounded", "took 12 prisoners".
fn victims(view: &View<'_>, f: &Counted) -> Option<Link> {
    let noun = f.noun?;
    let roles = view.sense(noun).roles;
    if roles.any(Roles::HELD) && f.what == What::People {
        let taken = (1..4).any(|back| view.is(f.figure.tokens.start.wrapping_sub(back), Roles::TAKING));
        return if taken { Link::new(vec![(noun, CasualtyKind::Captured)], "taken") } else { None };
    }
    if !roles.any(Roles::VICTIMS) || f.figure.shape == Shape::Article {
        return None;
    }
    let second = noun + 2;
    let pair = matches!(view.norm(noun + 1), "and" | "or") && matches!(view.norm(second), "dead" | "wounded" | "injured" | "missing");
    if pair && view.norm(noun) != view.norm(second) && !starts_figure(view, second + 1) {
        return Link::new(vec![(noun, CasualtyKind::Affected)], "victims");
    }
    Link::new(vec![(noun, view.kind(noun))], "victims")
}

fn starts_figure(view: &View<'_>, i: usize) -> bool {
    super::figure::figure_at(view, i).is_some() || matches!(view.norm(i), "at" | "the" | "more" | "about" | "another" | "several" | "many")
}

/// "no dead", "no one was killed".
fn none_of(view: &View<'_>, f: &Counted) -> Option<Link> {
    let killed = |k: usize| view.kind(k) == CasualtyKind::Killed;
    if f.what == What::Victims && f.noun.is_some_and(|n| killed(n) && view.norm(n) != "bodies") {
        return Link::new(vec![(f.noun?, CasualtyKind::Killed)], "none");
    }
    let person = f.figure.tokens.end + usize::from(view.norm(f.figure.tokens.end) == "-");
    if matches!(view.norm(person), "one" | "person" | "body" | "people" | "civilians" | "soldiers") {
        let found = predicate(view, person + 1).filter(|p| p.finite && p.cues.iter().all(|c| c.1 == CasualtyKind::Killed))?;
        return Link::new(found.cues, "none");
    }
    None
}

/// "the death toll rose to 50", "a toll of 50", "the number of dead stands at 50".
fn toll_figure(view: &View<'_>, f: &Counted) -> Option<Link> {
    // "the toll reached 3, in addition to 8 injured people".
    let told_otherwise = f.harm.or(f.noun.filter(|_| f.what == What::Victims)).is_some_and(|h| view.kind(h) != CasualtyKind::Killed);
    if matches!(f.what, What::Things | What::Unknown) || f.figure.shape == Shape::Article || told_otherwise {
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

/// "12 soldiers (aboard a bus, including 3 officers,) were killed": words between the victims and the auxiliary.
fn far_predicate(view: &View<'_>, figures: &[Counted], k: usize) -> Option<Link> {
    let f = &figures[k];
    if f.part || f.what != What::People || f.figure.shape == Shape::Zero {
        return None;
    }
    let limit = (f.end + 16).min(view.sentence.end);
    let mut commas = 0;
    let mut j = f.end;
    while j < limit {
        let word = view.norm(j);
        if view.is(j, Roles::AUX) && !matches!(word, "to" | "'s") && commas != 1 {
            let found = predicate(view, j).filter(|p| p.finite)?;
            return Link::new(found.cues, "far-predicate");
        }
        if word == "," {
            commas += 1;
            if commas == 1 && !opens_aside(view, j + 1) {
                return None;
            }
            if commas > 1
                && let Some(found) = predicate(view, j + 1)
            {
                return Link::new(found.cues, "far-predicate");
            }
        }
        if commas != 1 && view.is(j, Roles::WENT) && !word.ends_with("ing") {
            return Link::new(joined_after(view, j), "far-predicate");
        }
        let other = figures.iter().any(|g| g.figure.tokens.start == j && !g.part && g.may_be_people() && g.what != What::Bare);
        if other
            || matches!(word, ";" | ":" | "—" | "–" | "\"" | "that" | "when" | "while" | "after" | "because" | "who" | "but")
            || matches!(word, "said" | "says" | "told" | "reported" | "added" | "claimed" | "confirmed" | "denied")
            || view.is(j, Roles::OBJECT)
        {
            return None;
        }
        j += 1;
    }
    None
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
fn carry_back(view: &View<'_>, figures: &[Counted], links: &mut [Option<Link>]) {
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
fn carry_on(view: &View<'_>, figures: &[Counted], links: &mut [Option<Link>]) {
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
        // "lost four men, an official told reporters".
        if matches!(view.norm(b.end), "said" | "says" | "told" | "reported" | "added" | "confirmed") {
            continue;
        }
        let included = view.norm(b.figure.tokens.start.wrapping_sub(1)) == "included" && b.what == What::People;
        if included || ((place || listed) && joins(view, from, b.figure.tokens.start, 9)) {
            let held = b.noun.filter(|&n| view.is(n, Roles::HELD));
            let kinds = held.map_or(link.kinds.clone(), |n| vec![(n, CasualtyKind::Captured)]);
            links[k] = Some(Link { rule: "and-after", kinds, ..link });
        }
    }
}

/// Whether nothing but joining words lies between two figures.
fn listed(view: &View<'_>, from: usize, to: usize) -> bool {
    from < to && (from..to).all(|k| matches!(view.norm(k), "," | "and" | "as" | "well" | "or" | "plus"))
}

/// Whether only a short stretch without another verb lies between two figures, and it ends in a word that joins.
fn joins(view: &View<'_>, from: usize, to: usize, longest: usize) -> bool {
    if to <= from || to - from > longest {
        return false;
    }
    let last = view.norm(to - 1);
    let as_well = last == "as" && view.norm(to.wrapping_sub(2)) == "well";
    let joint = matches!(last, "and" | "," | "plus" | "with" | "alongside" | "&") || as_well;
    joint
        && (from..to)
            .all(|k| !view.is(k, Roles::AUX) && !matches!(view.norm(k), ";" | "." | "said" | "that" | "who" | "but") && !view.is(k, Roles::OBJECT))
}
