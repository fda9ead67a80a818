//! What the words after the victims say befell them: "were killed", "dead", "who died".

use super::figure::Shape;
use super::lexicon::Roles;
use super::view::View;
use crate::analysis::CasualtyKind;
use crate::lexicon::among;

/// What befell the people before a place, if the words there say so.
pub(super) struct Predicate {
    pub cues: Vec<(usize, CasualtyKind)>,
    pub rule: &'static str,
    /// With an auxiliary or a finite verb.
    pub finite: bool,
    /// In a relative clause.
    pub relative: bool,
    /// Outweighs a verb before the figure.
    pub firm: bool,
}

/// "(12 people) were killed", "(12) dead", "(12 soldiers) who died".
pub(super) fn predicate(view: &View<'_>, start: usize) -> Option<Predicate> {
    let mut j = start;
    let comma = usize::from(view.norm(j) == ",");
    let relative = among(view.norm(j + comma), "who that which");
    if relative {
        j += comma + 1;
    }
    if comma == 1 && !relative {
        return None;
    }
    if view.norm(j) == "(" {
        j = (j..j + 12).find(|&k| view.norm(k) == ")")? + 1;
    }
    let first = j;
    let (mut aux, mut passive) = (false, false);
    let limit = j + 12;
    while j < limit {
        if let Some(found) = phrase_at(view, j, first) {
            return Some(found);
        }
        if view.is(j, Roles::NEGATION) || view.norm(j) == "no" {
            return None;
        }
        let word = view.norm(j);
        if view.is(j, Roles::AUX) && (aux || !view.is(j, Roles::CUE)) {
            aux = true;
            passive |= among(word, "be been being was were is are 're get gets got getting");
        } else if view.is(j, Roles::CUE) {
            break;
        } else if !(view.is(j, Roles::ADVERB) || is_adverb(word) || (word == "and" && j > first && view.is(j - 1, Roles::ADVERB))) {
            return None;
        }
        j += 1;
    }
    if is_yet_to_be(view, first, j) {
        return None;
    }
    at_cue(view, j, aux, passive, relative)
}

/// "could be killed", "will be displaced", "are expected to die": not "may have been killed", "is feared to be dead".
fn is_yet_to_be(view: &View<'_>, from: usize, cue: usize) -> bool {
    let done = (from..cue).any(|k| among(view.norm(k), "have 've"));
    let word = |words: &str| (from..cue).any(|k| among(view.norm(k), words));
    word("would could should will must can 'll") && !done
        || word("would should") && done
        || word("may might") && !done && view.is(cue, Roles::PARTICIPLE.with(Roles::WENT))
        || word("expected going likely due") && word("to") && !done
}

/// The cue of a finite predicate at a place that tells of someone's death or wounds that came to be: "was killed", "died", "was wounded".
pub(super) fn finite_predicate(view: &View<'_>, start: usize) -> Option<(usize, CasualtyKind)> {
    let found = predicate(view, start).filter(|p| p.finite && !p.cues.is_empty())?;
    let of = |kind: CasualtyKind| found.cues.iter().find(|c| c.1 == kind).copied();
    // "Ali, who was wounded in the last war", "who had been wounded": told of someone, not as news.
    let aside = found.relative || (start..start + 4).any(|k| view.norm(k) == "had");
    let cue = of(CasualtyKind::Killed).or_else(|| of(CasualtyKind::Injured).filter(|_| !aside))?;
    let open = (start..cue.0).any(|k| among(view.norm(k), "would could may might should will must to if"));
    (!open).then_some(cue)
}

fn at_cue(view: &View<'_>, j: usize, aux: bool, passive: bool, relative: bool) -> Option<Predicate> {
    let roles = view.sense(j).roles;
    let finite = aux || relative;
    // "The sniper shot dead a guard": no state of the sniper.
    let shot = !finite && view.norm(j) == "dead" && among(view.norm(j.wrapping_sub(1)), "shot shoots");
    if shot && view.is_word(j + 1) && !view.is(j + 1, Roles::AFTER) {
        return None;
    }
    let cues = joined_after(view, j);
    if roles.any(Roles::WENT) {
        let ing = view.norm(j).ends_with("ing");
        return (!ing || !aux || passive).then_some(Predicate { cues, rule: "subject-went", finite: finite || !ing, relative, firm: true });
    }
    if roles.any(Roles::PARTICIPLE) {
        let ok = if aux { passive } else { closes_participle(view, j, cues.len()) };
        return ok.then_some(Predicate { cues, rule: if aux { "passive" } else { "participle" }, finite, relative, firm: finite });
    }
    if roles.any(Roles::STATE) || (roles.any(Roles::VICTIMS) && view.norm(j) == "dead") {
        return Some(Predicate { cues, rule: "state", finite, relative, firm: true });
    }
    None
}

/// A phrase of several words: "lost their lives", "from their homes".
fn phrase_at(view: &View<'_>, j: usize, first: usize) -> Option<Predicate> {
    let found = view.lexicon.phrases.iter().find(|p| view.words_at(j, &p.words))?;
    // "The sniper shot dead a guard": a verb with an object of its own.
    let next = j + found.words.len();
    let verb = j == first && view.lexicon.verbs.iter().any(|v| v.words == found.words);
    if verb && view.is_word(next) && !view.is(next, Roles::AFTER) && !is_adverb(view.norm(next)) {
        return None;
    }
    Some(Predicate { cues: vec![(j, found.kind)], rule: "predicate-phrase", finite: j > first, relative: false, firm: true })
}

/// Cues joined to a cue: "killed, wounded or captured".
pub(super) fn joined_after(view: &View<'_>, cue: usize) -> Vec<(usize, CasualtyKind)> {
    // "was fatally wounded".
    let fatal = among(view.norm(cue.wrapping_sub(1)), "fatally mortally");
    let mut cues = vec![(cue, if fatal { CasualtyKind::Killed } else { view.kind(cue) })];
    let mut j = cue + 1;
    loop {
        let mut k = j;
        while among(view.norm(k), ", or and /") {
            k += 1;
        }
        if k == j {
            break;
        }
        while view.is(k, Roles::ADVERB) || is_adverb(view.norm(k)) {
            k += 1;
        }
        let state = Roles::PARTICIPLE.with(Roles::STATE).with(Roles::VICTIMS);
        if !view.is(k, state) || !closes_participle(view, k, 1) {
            break;
        }
        cues.push((k, view.kind(k)));
        j = k + 1;
    }
    cues
}

/// Whether a participle without auxiliary is passive: no object follows it.
pub(super) fn closes_participle(view: &View<'_>, cue: usize, cues: usize) -> bool {
    let next = cue + 1;
    let word = view.norm(next);
    let past_only = !view.is(cue, Roles::OBJECT);
    cues > 1 || past_only || another_figure(view, next) || !view.is_word(next) || view.is(next, Roles::AFTER) || is_adverb(word)
}

/// "40 killed 100 injured": a figure with a harm of its own follows.
fn another_figure(view: &View<'_>, at: usize) -> bool {
    super::figure::figure_at(view, at).is_some_and(|f| {
        let end = f.tokens.end + usize::from(view.is(f.tokens.end, Roles::PEOPLE) || view.norm(f.tokens.end) == "others");
        !matches!(f.shape, Shape::Article | Shape::Definite) && view.is(end, Roles::PARTICIPLE.with(Roles::STATE)) && !view.is(end, Roles::PEOPLE)
    })
}

fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
}
