//! States in a row, and states beside others: what one of them is, all are.

use super::lexicon::Sort;
use super::phrase;
use super::sheet::Sheet;
use crate::lexicon::among;
use crate::syntax::Upos;
use std::ops::Range;

/// Longest name of a state, in tokens.
const LONGEST: usize = 6;

/// Whether a state is where something is, whatever the grammar makes of it.
pub(super) fn is_within(sheet: &Sheet<'_>, start: usize) -> bool {
    is_beside(sheet, start) || within_row(sheet, start)
}

/// "In neighbouring Mali, rebels said": a place whatever the grammar makes of it.
fn is_beside(sheet: &Sheet<'_>, start: usize) -> bool {
    let first = sheet.sentence(start).start;
    let back = |k: usize| if start >= first + k { sheet.norm(start - k) } else { "" };
    let dealt_with = matches!(back(2), "with" | "against" | "between" | "by");
    let beside =
        matches!(back(1), "neighbouring" | "neighboring" | "bordering") && !dealt_with || matches!(back(1), "across" | "throughout" | "inside");
    // "those in the US believe": what follows "in" does nothing itself.
    let within = matches!(back(1 + usize::from(back(1) == "the")), "in" | "into");
    beside || within
}

/// Where the state begins that a row has right before one, and whether "and" joins them.
pub(super) fn row_before(sheet: &Sheet<'_>, start: usize) -> Option<(usize, bool)> {
    let first = sheet.sentence(start).start;
    if start < first + 2 || !matches!(sheet.norm(start - 1), "and" | ",") {
        return None;
    }
    let before = (first..start - 1).rev().take(LONGEST).take_while(|&i| sheet.capital(i)).last()?;
    phrase::is_of(sheet, before, &[Sort::Country]).then_some((before, sheet.norm(start - 1) == "and"))
}

/// Whether a state stands in a row behind one that something is in: "across Chad and neighbouring Mali and [Niger]".
fn within_row(sheet: &Sheet<'_>, mut start: usize) -> bool {
    for _ in 0..LONGEST {
        let Some((before, and)) = row_before(sheet, start) else { return false };
        if !and && start - before > 3 {
            return false;
        }
        if is_beside(sheet, before) {
            return true;
        }
        start = before;
    }
    false
}

/// Whether a row of states tells who the powers before it are: "its backers, including Qatar, Turkey and [Chad]", "helped by others: Egypt, [China]".
pub(super) fn is_told_of_powers(sheet: &Sheet<'_>, start: usize) -> bool {
    let first = sheet.sentence(start).start;
    let mut at = start;
    for _ in 0..8 {
        let back = |k: usize| if at >= first + k { sheet.norm(at - k) } else { "" };
        let the = usize::from(back(1) == "the");
        let before = back(1 + the);
        if among(before, ": including like as") {
            let skipped = 2 + the + usize::from(before == "as" && back(2 + the) == "such");
            let comma = usize::from(back(skipped) == ",");
            return among(
                back(skipped + comma),
                "allies backers sponsors supporters powers patrons others mediators guarantors rivals foes governments",
            );
        }
        let mark = if before == "," { 1 } else { usize::from(back(2 + the) == ",") + 1 };
        if !among(before, ", and") || at < first + the + mark + 1 {
            return false;
        }
        let last = at - the - mark - 1;
        let Some(name) =
            (first..=last).rev().take(LONGEST).take_while(|&i| sheet.capital(i)).last().filter(|&n| phrase::is_of(sheet, n, &[Sort::Country]))
        else {
            return false;
        };
        at = name;
    }
    false
}

/// Whether two seats of government act together: "Moscow and Washington have drifted apart".
pub(super) fn pairs(sheet: &Sheet<'_>, range: &Range<usize>) -> bool {
    let sentence = sheet.sentence(range.start);
    let seat = |i: usize| sentence.contains(&i) && phrase::is_of(sheet, i, &[Sort::Capital]);
    let (first, end) = if range.end + 1 < sentence.end && sheet.norm(range.end) == "and" && seat(range.end + 1) {
        (range.start, range.end + 2)
    } else if range.start >= sentence.start + 2 && sheet.norm(range.start - 1) == "and" && seat(range.start - 2) {
        (range.start - 2, range.end)
    } else {
        return false;
    };
    let acts = end < sentence.end && matches!(sheet.upos(end), Upos::Verb | Upos::Aux);
    let between = first > sentence.start && matches!(sheet.norm(first - 1), "between");
    let deal = |i: usize| {
        among(sheet.norm(i), "tensions tension relations ties talks deal agreement ceasefire war conflict dispute negotiations rift row truce")
    };
    // "Two rounds in Ankara and Moscow have failed".
    let led = first > sentence.start && sheet.upos(first - 1) == Upos::Adp && sheet.norm(first - 1) != "which";
    acts && !led && !among(sheet.norm(end), "were was are is") || between && first > sentence.start + 1 && deal(first - 2)
}
