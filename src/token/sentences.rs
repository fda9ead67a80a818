//! Groups the tokens of a block into sentences.

use super::character::{is_closer, is_opener};
use super::lexicon::{Abbreviation, lists};
use super::{Sentence, Tokens};

/// No sentence is longer: what has no punctuation is cut, so that every later stage stays linear.
pub const LONGEST: usize = 160;

/// Splits the tokens from `first` on; `breaks` begin a sentence whatever stands before them.
pub fn split(first: usize, block: usize, breaks: &[usize], out: &mut Tokens<'_>) {
    let mut begin = first;
    let mut quoted = false;
    let mut at = first;
    let mut breaks = breaks.iter().copied().peekable();
    while at < out.len() {
        if breaks.next_if_eq(&at).is_some() {
            close(begin, at, block, out);
            begin = at;
            quoted = false;
        }
        if out.text(at) == "\"" {
            quoted = !quoted;
        }
        let mut end = at + 1;
        if ends_sentence(out, at) {
            end = absorb_closers(out, at, &mut quoted);
            if end < out.len() && breaks_before(out, at, end) {
                close(begin, end, block, out);
                begin = end;
            }
        }
        at = end;
    }
    close(begin, out.len(), block, out);
}

/// Adds the sentence `from..to`, in pieces if it is too long.
fn close(mut from: usize, to: usize, block: usize, out: &mut Tokens<'_>) {
    while to - from > LONGEST {
        let limit = from + LONGEST;
        let cut = (from + LONGEST / 2..limit).rev().find(|&i| matches!(out.text(i), "," | ";" | ":" | "–" | "—" | "--")).map_or(limit, |i| i + 1);
        out.sentences.push(Sentence { tokens: from..cut, block });
        from = cut;
    }
    if from < to {
        out.sentences.push(Sentence { tokens: from..to, block });
    }
}

/// Whether a token may be the last word of a sentence.
fn ends_sentence(out: &Tokens<'_>, at: usize) -> bool {
    let text = out.text(at);
    text.starts_with(['.', '!', '?', '…', '。', '؟', '।']) || (text.len() > 1 && text.ends_with('.'))
}

/// The index after the quotes and brackets that close behind the mark at `at`.
fn absorb_closers(out: &Tokens<'_>, at: usize, quoted: &mut bool) -> usize {
    let mut end = at + 1;
    while end < out.len() {
        let text = out.text(end);
        let spaced = out.tokens[end].spaced;
        let closes = match text {
            "\"" => *quoted && (!spaced || out.tokens.get(end + 1).is_none_or(|t| t.spaced)),
            "!" | "?" | "." => !spaced,
            "[" => is_reference(out, end),
            "]" => true,
            _ if end > at + 1 && out.text(end - 1) == "[" => true,
            _ => !spaced && text.chars().all(is_closer),
        };
        if !closes {
            break;
        }
        if text == "\"" {
            *quoted = false;
        }
        end += 1;
    }
    end
}

/// A number in square brackets, as encyclopaedias set it behind a sentence.
fn is_reference(out: &Tokens<'_>, at: usize) -> bool {
    at + 2 < out.len() && out.text(at + 2) == "]" && out.text(at + 1).len() <= 3 && out.text(at + 1).bytes().all(|b| b.is_ascii_digit())
}

/// Whether a sentence begins at `next`, after the mark at `mark` and its closers.
fn breaks_before(out: &Tokens<'_>, mark: usize, next: usize) -> bool {
    let text = out.text(mark);
    let mut word = next;
    while word + 1 < out.len() && out.text(word).chars().all(is_opener) {
        word += 1;
    }
    let first = out.text(word).chars().next().unwrap_or(' ');
    let spaced = out.tokens[next].spaced;
    let closed = next > mark + 1;
    let norm = out.norm(word);
    let starter = lists().starters.contains(norm);
    if text.len() > 1 && text.ends_with('.') && !text.starts_with('.') {
        return spaced && first.is_uppercase() && starter && may_end(out, mark);
    }
    if !spaced {
        return first.is_uppercase() && (closed || word > next || out.text(word).chars().nth(1).is_some_and(char::is_lowercase))
            || starter && first.is_lowercase();
    }
    // "F. W. de Klerk".
    let initial = mark > 0 && out.text(mark - 1).len() == 1 && out.text(mark - 1).starts_with(|c: char| c.is_ascii_uppercase());
    if text == "." { !((closed || initial) && first.is_lowercase()) } else { !first.is_lowercase() && !is_separator(out.text(word)) }
}

/// Marks that go on with a sentence after "...", "!" or "?".
fn is_separator(text: &str) -> bool {
    matches!(text, "," | ";" | ":" | "-" | "–" | "—" | ")" | "]")
}

/// Whether a sentence may end at an abbreviation that is followed by a word in upper case.
fn may_end(out: &Tokens<'_>, mark: usize) -> bool {
    let norm = out.norm(mark).trim_end_matches('.');
    !matches!(lists().abbreviations.get(norm), Some(Abbreviation::Title | Abbreviation::Number)) && out.text(mark).chars().count() > 2
}
