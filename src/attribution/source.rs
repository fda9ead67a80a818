//! Who speaks: the subject of a verb of speech, wherever it stands.

use super::draft::{Draft, Text};
use crate::lexicon::{WEEKDAYS, among};
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// The head word of those who say, show or deny. Word order is asked first, the parser second.
pub(super) fn speaker(text: &Text<'_>, sentence: &Range<usize>, v: usize, earlier: &[Draft]) -> Option<usize> {
    let before = || noun_before(text, sentence, v).map(|k| first_noun(text, k, sentence.start));
    let own = inverted(text, sentence, v).or_else(before).or_else(|| before_aside(text, sentence, v)).map(|n| named_before(text, n));
    // "A source who spoke on condition of anonymity said": the noun before the verb is no one who speaks, its subject is.
    // "Officers who had been searching for Peter Hill said": the name stands in a phrase of another verb.
    if own.is_some_and(|n| n < v && circumstance(text, n, sentence.start))
        && let Some(parsed) = subject(text, v, 0).filter(|&s| may_speak(text, s))
    {
        return Some(parsed);
    }
    own.or_else(|| same_speaker(text, v, earlier)).or_else(|| subject(text, v, 0))
}

/// "General Hill, the new commander, who said": the name, not what is added to it.
fn named_before(text: &Text<'_>, noun: usize) -> usize {
    let head = text.reading.syntax.head(noun).filter(|&h| text.relation(noun) == Relation::Appos && h < noun);
    head.filter(|&h| text.upos(h) == Upos::Propn && text.upos(noun) == Upos::Noun && text.speaks(h)).unwrap_or(noun)
}

/// Whether a word names or may name someone who speaks.
fn may_speak(text: &Text<'_>, i: usize) -> bool {
    let word = text.word(i);
    word.source || word.document || word.class || text.speaks(i) || text.upos(i) == Upos::Pron || text.upos(i) == Upos::Propn && !is_time(text, i)
}

/// Whether a noun stands in a phrase of place, time or manner.
fn circumstance(text: &Text<'_>, noun: usize, low: usize) -> bool {
    let start = phrase_start(text, noun, low);
    start > low && text.upos(start - 1) == Upos::Adp || text.upos(start) == Upos::Adp
}

/// "a spokesman for the army": the noun that the phrase is about, not its last one.
fn first_noun(text: &Text<'_>, last: usize, low: usize) -> usize {
    let start = phrase_start(text, last, low);
    if let Some(of) = (start + 1..last).find(|&i| matches!(text.norm(i), "of" | "for") && text.nominal(i - 1)) {
        // "a correspondent in Gaza for the agency".
        return if text.spot(of - 1) { first_noun(text, of - 1, low) } else { of - 1 };
    }
    // "residents contacted by the agency", "a farmer reached by telephone".
    if start > low + 2 && text.norm(start - 1) == "by" && among(text.norm(start - 2), REACHED) && text.nominal(start - 3) {
        return first_noun(text, start - 3, low);
    }
    // "residents fleeing the town": they speak, not the town.
    let participle = start > low + 1 && text.relation(start - 1) == Relation::Acl && text.norm(start - 1).ends_with("ing");
    if participle && text.nominal(start - 2) {
        return first_noun(text, start - 2, low);
    }
    let placed = start > low + 1 && among(text.norm(start - 1), "in from at near inside around across outside with under on");
    // "medics at the hospital": they speak, though a hospital may.
    let staff = || start > low + 1 && text.word(start - 2).source && among(text.norm(start - 1), "at in from inside near");
    let speaks = (text.word(last).source || text.speaks(last) || text.upos(last) == Upos::Pron) && !staff();
    if placed && !speaks && text.nominal(start - 2) { first_noun(text, start - 2, low) } else { last }
}

/// Participles before "by" that say who asked, not who speaks.
const REACHED: &str = "contacted reached interviewed questioned cited quoted approached";

/// "X said … and warned …", "X said …, adding …": the speaker of the cue before.
fn same_speaker(text: &Text<'_>, v: usize, earlier: &[Draft]) -> Option<usize> {
    let before = text.norm(v.checked_sub(1)?);
    let goes_on = among(before, "and but also") || (before == "," && text.norm(v).ends_with("ing"));
    let last = earlier.iter().rev().find(|d| d.cue.start < v && d.source.is_some() && text.verb(d.cue.start).is_some())?;
    if goes_on { last.source.as_ref().map(|s| s.0) } else { None }
}

/// "did not say", "no one claimed", "declined to comment", "if he says".
pub(super) fn negated(text: &Text<'_>, v: usize) -> bool {
    let syntax = &text.reading.syntax;
    syntax.children(v).any(|c| match syntax.relation(c) {
        Relation::Advmod => among(text.norm(c), "not n't never no"),
        Relation::Mark => among(text.norm(c), "if whether unless") || (text.norm(c) == "to" && !goes_on_to(text, v)),
        Relation::Nsubj => among(text.norm(c), "nobody none neither") || syntax.children(c).any(|d| text.norm(d) == "no"),
        _ => false,
    })
}

/// "went on to say".
fn goes_on_to(text: &Text<'_>, v: usize) -> bool {
    text.reading.syntax.head(v).is_some_and(|h| among(text.reading.syntax.lemma(h), "go continue proceed appear seem"))
}

/// The head of a verb's subject, found up the tree if the verb has none of its own.
pub(super) fn subject(text: &Text<'_>, v: usize, depth: usize) -> Option<usize> {
    let syntax = &text.reading.syntax;
    let own = syntax.dependents(v, &[Relation::Nsubj, Relation::NsubjPass]).filter(|&s| s < v && !text.verbal(s) && !is_time(text, s)).last();
    let head = syntax.head(v);
    if let Some(own) = own {
        if among(text.norm(own), "who which that") && syntax.relation(v) == Relation::AclRelcl {
            return head;
        }
        return Some(own);
    }
    if depth > 3 {
        return None;
    }
    match syntax.relation(v) {
        Relation::Conj | Relation::Advcl | Relation::Xcomp => subject(text, head?, depth + 1),
        // "confirmed the toll, saying": not the toll says, but who confirmed it.
        Relation::Acl if text.norm(v).ends_with("ing") => {
            let noun = head.filter(|&h| text.nominal(h))?;
            let outer = syntax.head(noun).filter(|_| !may_speak(text, noun) && text.relation(noun) == Relation::Obj);
            outer.and_then(|o| subject(text, o, depth + 1)).or(Some(noun))
        }
        Relation::Parataxis | Relation::Ccomp if text.norm(v).ends_with("ing") => subject(text, head?, depth + 1),
        _ => None,
    }
}

/// "…," said X: the noun phrase after the verb, unless a verb of its own follows it.
fn inverted(text: &Text<'_>, sentence: &Range<usize>, v: usize) -> Option<usize> {
    let unmarked = v > sentence.start + 2 && among(text.norm(v), "said says tweeted") && !text.nominal(v - 1);
    // "… to join the militia said the Peace Centre.", whose comma is lost.
    let glued = !unmarked && v > sentence.start + 4 && text.norm(v) == "said" && text.nominal(v - 1) && (sentence.start..v).any(|t| text.verbal(t));
    let after_speech = v >= sentence.start + 2 && (text.closes_speech(v - 1) || unmarked || glued);
    if !after_speech || text.norm(v).ends_with("ing") || text.verb(v).is_some_and(|verb| verb.frames.addressee) {
        return None;
    }
    let quoted = text.double_mark(v - 1) || text.double_mark(v.wrapping_sub(2));
    let mut k = v + 1;
    let mut head = None;
    let inside = |k: usize| matches!(text.upos(k), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron);
    let relative = |k: usize| among(text.norm(k), "who which that") && !all_capitals(text, k);
    // A name that the tagger does not know may look like anything.
    while (inside(k) && !relative(k) || quoted && text.capital(k)) && k < sentence.end && !(is_time(text, k) && head.is_some()) {
        if (text.nominal(k) || text.capital(k)) && !is_time(text, k) {
            head = Some(k);
        }
        k += 1;
    }
    let head = head?;
    if glued && !(k + 1 >= sentence.end && text.upos(head) == Upos::Propn) {
        return None;
    }
    let named = quoted || text.upos(head) == Upos::Propn || text.word(head).source || text.upos(head) == Upos::Pron;
    (named && (quoted || !text.verbal(k) && !clause_follows(text, sentence, k))).then_some(head)
}

/// "WHO" is no pronoun.
fn all_capitals(text: &Text<'_>, i: usize) -> bool {
    i < text.reading.tokens.len() && text.reading.tokens.text(i).len() > 1 && text.reading.tokens.text(i).chars().all(char::is_uppercase)
}

/// Whether the noun phrase after a verb is the subject of what is said: "X, who saw it, said the bridge's deck had burned".
fn clause_follows(text: &Text<'_>, sentence: &Range<usize>, from: usize) -> bool {
    if matches!(text.norm(from), "'s" | "'") {
        return true;
    }
    let stops = |i: &usize| text.upos(*i) == Upos::Punct || among(text.norm(*i), "who which that as when while after");
    let near = (from..sentence.end.min(from + 8)).take_while(|i| !stops(i)).find(|&i| text.verbal(i));
    near.is_some_and(|i| text.upos(i) == Upos::Aux || text.relation(i) != Relation::Acl && !text.norm(i).ends_with("ing"))
}

/// The noun that stands just before a verb: "activists said", "Lavrov on Monday warned".
pub(super) fn noun_before(text: &Text<'_>, sentence: &Range<usize>, v: usize) -> Option<usize> {
    if (text.norm(v).ends_with("ing") && text.verb(v).is_some_and(|w| w.frames.clause) && !matches!(text.norm(v), "citing" | "quoting"))
        || text.norm(v + 1) == "to"
    {
        return None;
    }
    let mut k = v.checked_sub(1)?;
    while k > sentence.start && (matches!(text.upos(k), Upos::Aux | Upos::Adv) || is_time(text, k) || (text.norm(k) == "on" && is_time(text, k + 1)))
    {
        k -= 1;
    }
    if k > sentence.start + 1 && matches!(text.norm(k), "who" | "which") && !all_capitals(text, k) {
        k -= 1 + usize::from(text.norm(k - 1) == ",");
        return Some(k).filter(|&k| text.nominal(k));
    }
    let named = text.nominal(k) || (k == sentence.start && text.upos(k) != Upos::Punct);
    let pronoun = among(text.norm(k), "who which that what") && !all_capitals(text, k);
    if !sentence.contains(&k) || k >= v || !named || pronoun {
        return None;
    }
    let passive_looking =
        among(text.norm(v), "reported announced claimed confirmed described published documented mentioned alleged recorded broadcast");
    let start = phrase_start(text, k, sentence.start);
    if start > sentence.start + 1
        && text.verbal(start - 1)
        && among(text.norm(start - 1), "citing quoting representing monitoring covering including")
    {
        return noun_before(text, sentence, start - 1).or(Some(k));
    }
    let fresh = start == sentence.start || text.closes_speech(start - 1) || among(text.norm(start - 1), "and but that as while");
    let ends = !text.verbal(v + 1) && (among(text.norm(v + 1), "that : , .") || text.double_mark(v + 1) || v + 2 >= sentence.end);
    let tells = || clause_follows(text, sentence, v + 1);
    (!passive_looking || fresh || ends || text.relation(v) == Relation::Root || tells()).then_some(k)
}

/// Where the noun phrase of a head begins, by parts of speech.
pub(super) fn phrase_start(text: &Text<'_>, head: usize, low: usize) -> usize {
    let mut start = head;
    while start > low {
        let inside = matches!(text.upos(start - 1), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || among(text.norm(start - 1), "'s ' - of for");
        // "the London-based monitor".
        let hyphened = start - 1 > low && text.upos(start - 1) == Upos::Verb && text.norm(start - 2) == "-";
        let initial = start - 1 == low && text.capital(low) && matches!(text.upos(low), Upos::Verb | Upos::X | Upos::Intj);
        let joined = matches!(text.norm(start - 1), "and" | "the") && text.nominal(start.saturating_sub(2));
        let another = text.upos(start) == Upos::Det && matches!(text.upos(start - 1), Upos::Noun | Upos::Propn | Upos::Num) && !joined;
        if !(inside || joined || initial || hyphened) || another || is_time(text, start - 1) {
            break;
        }
        start -= 1;
    }
    start
}

/// "Peter, head of the office, said": the noun before an aside that a comma closes.
fn before_aside(text: &Text<'_>, sentence: &Range<usize>, v: usize) -> Option<usize> {
    if v < sentence.start + 3 || text.norm(v - 1) != "," || text.norm(v).ends_with("ing") {
        return None;
    }
    let mut found = None;
    for k in (sentence.start + 1..v - 1).rev().take(40) {
        if text.double_mark(k) || matches!(text.norm(k), ";" | ":") {
            break;
        }
        if text.norm(k) != "," || !text.nominal(k - 1) || is_time(text, k - 1) {
            continue;
        }
        let start = phrase_start(text, k - 1, sentence.start);
        let open =
            start == sentence.start || text.closes_speech(start - 1) || among(text.norm(start - 1), "but and that") || text.double_mark(start - 1);
        if open && text.upos(start) != Upos::Adp {
            found = Some(k - 1);
        }
    }
    found
}

/// Words of time that a parser may take for a subject: "said Monday".
pub(super) fn is_time(text: &Text<'_>, i: usize) -> bool {
    among(text.norm(i), WEEKDAYS) || among(text.norm(i), "today yesterday tomorrow morning afternoon evening night week month year")
}

/// Whether "I think" is meant: no source, only a way of speaking.
pub(super) fn only_thinks(text: &Text<'_>, v: usize, source: Option<usize>) -> bool {
    const MENTAL: [&str; 27] = [
        "think",
        "believe",
        "hope",
        "feel",
        "guess",
        "suppose",
        "assume",
        "suspect",
        "expect",
        "fear",
        "doubt",
        "wonder",
        "realise",
        "realize",
        "understand",
        "hear",
        "learn",
        "find",
        "see",
        "consider",
        "agree",
        "accept",
        "presume",
        "reckon",
        "regret",
        "worry",
        "mean",
    ];
    source.is_some_and(|s| among(text.norm(s), "i we you")) && MENTAL.contains(&text.reading.syntax.lemma(v))
}

/// The words of a noun phrase inside bounds, cut before a clause that the parser hung on it by mistake.
pub(super) fn noun_words(text: &Text<'_>, head: usize, low: usize, high: usize) -> Range<usize> {
    let own = text.reading.syntax.subtree(head);
    let wide = own.start.max(low).min(phrase_start(text, head, low)).min(head);
    let parts = |i: &usize| among(text.norm(*i), ", ; : — – that") || text.double_mark(*i);
    let start = (wide..head).rev().find(parts).map_or(wide, |mark| mark + 1);
    let end = own.end.min(high).max(head + 1);
    let mark = (head + 1..end).find(|&i| among(text.norm(i), "; : that") || text.double_mark(i));
    start..mark.unwrap_or(end)
}

/// Number of auxiliaries and adverbs just before a verb.
pub(super) fn aux_count(text: &Text<'_>, v: usize) -> usize {
    (1..=v.min(4)).take_while(|&back| matches!(text.upos(v - back), Upos::Aux | Upos::Adv | Upos::Part)).count()
}
