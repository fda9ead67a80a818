//! What a figure counts: the noun phrase after it, told apart into people, things and the unknown.

use super::figure::{Figure, Shape, figure_at};
use super::lexicon::Roles;
use super::view::View;
use crate::analysis::Quantifier;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// No noun follows: "killed 12".
    Bare,
    /// A noun of people, or "of them".
    People,
    /// A noun that the lexicon does not know: "20 Houthis".
    Unknown,
    /// A noun of victims: "12 deaths".
    Victims,
    /// Anything else.
    Things,
}

/// A figure with its noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub figure: Figure,
    pub what: What,
    /// Head noun, if any.
    pub noun: Option<usize>,
    /// One past the noun phrase.
    pub end: usize,
    /// Participle or adjective of harm inside it: "12 wounded soldiers".
    pub harm: Option<usize>,
    /// Whether it counts a part of figures told before: "including 4 children".
    pub part: bool,
    /// Whether it is the first such part, and named: ", including 4 officers".
    pub opens: bool,
}

impl Counted {
    /// Whether victims of a verb that takes bare figures may be meant.
    pub fn may_be_people(&self) -> bool {
        matches!(self.what, What::Bare | What::People | What::Unknown)
    }
}

/// All figures of a sentence with what they count, in order.
pub(super) fn counted(view: &View<'_>) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    let mut i = view.sentence.start;
    while i < view.sentence.end {
        let read = figure_at(view, i).filter(|f| f.shape != Shape::Zero || !among(view.norm(i + 1), "more fewer less"));
        let Some(figure) = read.or_else(|| as_many(view, i, found.last())).or_else(|| without_article(view, i)) else {
            i += 1;
            continue;
        };
        let after = figure.tokens.end;
        let phrase = noun_phrase(view, figure);
        let kept = match phrase.figure.shape {
            // "a local doctors' group said": no local is killed.
            Shape::Article if view.norm(phrase.end.wrapping_sub(1)) == "local" && view.upos(phrase.end) == Upos::Noun => false,
            Shape::Article | Shape::Definite => is_one_person(view, &phrase),
            _ => true,
        };
        i = if kept { phrase.end.max(after) } else { i + 1 };
        if kept {
            found.push(phrase);
        }
    }
    join_families(view, &mut found);
    mark_parts(view, &mut found);
    found
}

/// "seven rebels and as many soldiers were killed": the figure told just before.
fn as_many(view: &View<'_>, i: usize, before: Option<&Counted>) -> Option<Figure> {
    let told = view.norm(i) == "as" && view.norm(i + 1) == "many" && view.norm(i + 2) != "as";
    let last = before.filter(|b| told && b.figure.shape == Shape::Number)?;
    Some(Figure { tokens: i..i + 2, ..last.figure.clone() })
}

/// Whether a noun phrase without a number tells of one person: "a soldier", not "a soldier settlement", "the Syrian army", "the first Briton (to die)".
fn is_one_person(view: &View<'_>, phrase: &Counted) -> bool {
    let end = phrase.end;
    let describes = matches!(view.upos(end), Upos::Noun | Upos::Adj) && !view.is(end, Roles::CUE.with(Roles::AFTER));
    let one_of_many = phrase.figure.shape == Shape::Definite && among(view.norm(phrase.figure.tokens.end), ORDINALS);
    let person = phrase.what == What::People && phrase.noun.is_some_and(|n| view.is(n, Roles::PERSON));
    person && !describes && !one_of_many && !among(view.norm(end), "'s '")
}

/// Words for one of several who died one after the other.
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth latest last only";

/// "Bomb kills policeman", "Policeman killed, two hurt": a headline leaves out the article.
fn without_article(view: &View<'_>, i: usize) -> Option<Figure> {
    let before = i.wrapping_sub(1);
    let opens = i == view.sentence.start || among(view.norm(before), ", ; : and") || view.is(before, Roles::OBJECT) && view.is(before, Roles::STRONG);
    let told = opens && view.is_word(i) && !view.is(i, Roles::STOP.with(Roles::AUX).with(Roles::OBJECT)) && is_headline(view);
    told.then_some(Figure { tokens: i..i, low: Some(1), high: Some(1), quantifier: Quantifier::Exact, shape: Shape::Definite })
}

/// A line that no full stop ends.
fn is_headline(view: &View<'_>) -> bool {
    !among(view.norm(view.sentence.end.wrapping_sub(1)), ". ? ! \" ” : ;")
}

/// "A man and his two sons", "his wife and three children": a family is one figure.
fn join_families(view: &View<'_>, found: &mut Vec<Counted>) {
    let possessive = |c: &Counted| among(view.norm(c.figure.tokens.start), "his her their my our");
    let one = |c: &Counted| matches!(c.figure.shape, Shape::Article | Shape::Definite | Shape::One);
    let mut k = 1;
    while k < found.len() {
        let (a, b) = (&found[k - 1], &found[k]);
        let exact = b.what == What::People && matches!(b.figure.quantifier, Quantifier::Exact) && b.figure.shape != Shape::Zero;
        let together = one(a) && a.what == What::People && exact && view.norm(a.end) == "and" && a.end + 1 == b.figure.tokens.start;
        if together && (possessive(b) || possessive(a)) {
            let b = found.remove(k);
            let a = &mut found[k - 1];
            let sum = a.figure.low.zip(b.figure.low).map(|(x, y)| x.saturating_add(y));
            a.figure = Figure {
                tokens: a.figure.tokens.start..b.figure.tokens.end,
                low: sum,
                high: sum,
                quantifier: Quantifier::Exact,
                shape: Shape::Number,
            };
            (a.noun, a.end) = (b.noun, b.end);
        } else {
            k += 1;
        }
    }
}

/// Reads the noun phrase after a figure.
fn noun_phrase(view: &View<'_>, figure: Figure) -> Counted {
    let mut j = figure.tokens.end;
    let mut out = Counted { end: j, figure, what: What::Bare, noun: None, harm: None, part: false, opens: false };
    let article = matches!(out.figure.shape, Shape::Article | Shape::Definite);
    if view.norm(j) == "of" && !article {
        if among(view.norm(j + 1), "them whom us those") {
            return Counted { end: j + 2, what: What::People, ..out };
        }
        j += 1;
        while among(view.norm(j), "the its his their her our these those all other") {
            j += 1;
        }
    }
    let mut unknown = None;
    let limit = (j + 8).min(view.sentence.end);
    while j < limit {
        match step(view, j, &out) {
            Step::Stop => break,
            Step::Head(what) => {
                out.noun = Some(j);
                out.what = what;
                out.end = j + 1;
                if what == What::Victims {
                    break;
                }
            }
            Step::Harm => out.harm = Some(j),
            Step::More => {
                out.end = j + 1;
                if out.what == What::Bare && matches!(view.norm(j), "others" | "more") {
                    out.what = What::People;
                }
            }
            Step::Modifier if out.noun.is_some() => break,
            Step::Modifier => unknown = Some(j),
            Step::Mark => {}
        }
        j += 1;
    }
    if out.noun.is_none()
        && let Some(last) = unknown
    {
        out.noun = Some(last);
        out.end = last + 1;
        out.what = if looks_plural(view, last) { What::Unknown } else { What::Things };
    }
    join_nouns(view, &mut out);
    // "a couple" is two.
    if let Some(n) = out.noun.filter(|&n| article && out.what == What::People && among(view.norm(n), "couple duo trio")) {
        let count = if view.norm(n) == "trio" { 3 } else { 2 };
        (out.figure.low, out.figure.high) = (Some(count), Some(count));
    }
    out
}

/// What a token is inside a counted noun phrase.
enum Step {
    Stop,
    Head(What),
    Harm,
    More,
    Modifier,
    Mark,
}

fn step(view: &View<'_>, j: usize, out: &Counted) -> Step {
    let roles = view.sense(j).roles;
    if among(view.norm(j), "more others other additional further") && out.noun.is_none() {
        return if view.norm(j + 1) == "than" { Step::Stop } else { Step::More };
    }
    let article = matches!(out.figure.shape, Shape::Article | Shape::Definite);
    // "a second soldier".
    if article && (part_of_age(view, j) || view.norm(j) == "second" && j == out.figure.tokens.end) {
        return Step::Mark;
    }
    if roles.any(Roles::UNIT) && !(roles.any(Roles::PEOPLE) && out.noun.is_none()) {
        return Step::Head(What::Things);
    }
    if matches!(view.norm(j), "lives" | "life") {
        return Step::Head(What::Unknown);
    }
    if out.noun.is_none() && joins_modifiers(view, j, out) {
        return Step::Mark;
    }
    let figure = view.sense(j).number.is_some() || view.norm(j).bytes().all(|b| b.is_ascii_digit()) && !article;
    if figure || roles.any(Roles::STOP) || roles.any(Roles::NEGATION) {
        return Step::Stop;
    }
    let wanted = match out.figure.shape {
        Shape::Article | Shape::Definite => Roles::PERSON,
        Shape::One => Roles::PERSON.with(Roles::PEOPLE),
        _ => Roles::PEOPLE,
    };
    if roles.any(Roles::CUE) && !(roles.any(Roles::PERSON) && roles.any(wanted)) {
        return harm_or_victims(view, j, out);
    }
    if roles.any(wanted) || (roles.any(Roles::PERSON) && view.is(j + 1, Roles::PARTICIPLE) && !view.is(j, Roles::CUE)) {
        return Step::Head(What::People);
    }
    if !view.is_word(j) {
        let joins = view.hyphen(j) || matches!(view.norm(j), "'" | "'s");
        return if joins { Step::Mark } else { Step::Stop };
    }
    if view.norm(j) == "'s" {
        return Step::Mark;
    }
    let word = view.upos(j);
    let modifies = matches!(view.reading.syntax.relation(j), Relation::Amod | Relation::Compound | Relation::Advmod | Relation::Nummod);
    if matches!(word, Upos::Aux | Upos::Adp | Upos::Pron | Upos::Sconj | Upos::Cconj | Upos::Punct)
        || (word == Upos::Verb && !modifies && !describes(view, j))
    {
        return Step::Stop;
    }
    Step::Modifier
}

/// "70 regime and rebel fighters": describing words joined before a noun of people.
fn joins_modifiers(view: &View<'_>, j: usize, out: &Counted) -> bool {
    let ahead = (j + 1..j + 4)
        .take_while(|&k| view.is_word(k) && !view.is(k, Roles::STOP.with(Roles::AUX).with(Roles::CUE)) && view.sense(k).number.is_none());
    view.norm(j) == "and" && j > out.figure.tokens.end && ahead.into_iter().any(|k| view.is(k, Roles::PEOPLE))
}

/// "45-year-old": digits, hyphens and the word for years.
fn part_of_age(view: &View<'_>, j: usize) -> bool {
    let years = |k: usize| among(view.norm(k), "year years month months");
    let digits = view.norm(j).starts_with(|c: char| c.is_ascii_digit()) || view.sense(j).number.is_some();
    (digits && (years(j + 1) || (view.hyphen(j + 1) && years(j + 2)))) || (years(j) && (view.hyphen(j + 1) || view.norm(j + 1) == "old"))
}

/// "advancing rebels": a verb form before a noun of people.
fn describes(view: &View<'_>, j: usize) -> bool {
    let form = view.norm(j).ends_with("ing") || view.norm(j).ends_with("ed");
    form && (j + 1..j + 4)
        .take_while(|&k| view.is_word(k) && !view.is(k, Roles::STOP.with(Roles::AFTER).with(Roles::CUE)))
        .any(|k| view.is(k, Roles::PEOPLE))
}

/// "12 wounded soldiers", "12 wounded", "12 deaths", "12 killed".
fn harm_or_victims(view: &View<'_>, j: usize, out: &Counted) -> Step {
    if out.noun.is_some() {
        return Step::Stop;
    }
    let roles = view.sense(j).roles;
    let people = (j + 1..j + 4)
        .take_while(|&k| !view.is(k, Roles::STOP.with(Roles::AFTER)) && view.is_word(k) && view.sense(k).number.is_none())
        .any(|k| view.is(k, Roles::PEOPLE));
    if people && roles.any(Roles::PARTICIPLE.with(Roles::STATE).with(Roles::VICTIMS)) {
        return Step::Harm;
    }
    if roles.any(Roles::VICTIMS) {
        return Step::Head(if roles.any(Roles::PEOPLE) { What::People } else { What::Victims });
    }
    Step::Stop
}

/// "12 men and women": nouns joined without a figure of their own.
fn join_nouns(view: &View<'_>, out: &mut Counted) {
    if out.what != What::People || out.noun.is_none() {
        return;
    }
    while matches!(view.norm(out.end), "and" | "or") && view.is(out.end + 1, Roles::PEOPLE) && !view.is(out.end + 1, Roles::UNIT) {
        out.end += 2;
    }
}

fn looks_plural(view: &View<'_>, i: usize) -> bool {
    let word = view.norm(i);
    let acronym = word.len() > 1 && view.capital(i) && view.reading.tokens.text(i).chars().all(char::is_uppercase);
    acronym || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
}

/// Marks the figures of "including 4 children and 3 women", "four of them women".
fn mark_parts(view: &View<'_>, found: &mut [Counted]) {
    let mut list_end = None;
    for one in found.iter_mut() {
        let start = one.figure.tokens.start;
        let lead = view.norm(start.wrapping_sub(1));
        let second = view.norm(start.wrapping_sub(2));
        let opens = among(lead, "including include includes incl") || (second == "among" && lead == "them") || (second == "of" && lead == "whom");
        // "eight of them Americans, and over 1,000 injured" goes on with a figure of its own.
        let continues =
            one.what != What::Victims && list_end.is_some_and(|end| start >= end && (end..start).all(|k| among(view.norm(k), ", and as well")));
        let of_them =
            one.what == What::People && one.noun.is_none() && view.norm(one.end.wrapping_sub(1)) == "them" && view.is(one.end, Roles::PEOPLE);
        // "five of the dead were children".
        let among_victims = one.what == What::Victims
            && view.norm(one.figure.tokens.end) == "of"
            && view.is(one.end, Roles::AUX)
            && view.is(one.end + 1, Roles::PEOPLE)
            && !view.is(one.end + 1, Roles::CUE);
        // ", three of them critically", "of the 40 wounded, 8 are in critical condition".
        let told_of = one.what == What::People && one.noun.is_none() && among(view.norm(one.end.wrapping_sub(1)), "them whom");
        let aside = told_of && lead == "," && view.norm(one.end.wrapping_sub(1)) == "them";
        let serious = (one.end..one.end + 6).any(|k| view.norm(k) == "condition") && (told_of || among(view.norm(view.sentence.start), "of among"));
        one.opens = opens;
        one.part = opens || continues || of_them || among_victims || aside || serious;
        if of_them {
            one.noun = Some(one.end);
            one.end += 1;
        }
        list_end = one.part.then_some(one.end);
    }
}
