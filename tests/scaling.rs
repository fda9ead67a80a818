//! Time grows no faster than the text: every shape of text is read at two lengths, and the longer one may not take much longer for each byte.
//!
//! `DATELINE_SCALING_BYTES=5000000 cargo test --release --test scaling` reads texts of five megabytes.

use dateline::{Options, analyze};
use std::time::{Duration, Instant};

/// The longer text has so many times the bytes of the shorter one.
const TIMES: usize = 8;
/// Twice the time for each byte is noise and caches; a quadratic step would take eight times as long.
const SLACK: f64 = 2.5;
/// Runs shorter than this are too short to compare.
const NOISE: Duration = Duration::from_millis(4);

fn longest() -> usize {
    std::env::var("DATELINE_SCALING_BYTES").ok().and_then(|n| n.parse().ok()).unwrap_or(80_000)
}

/// A text of about so many bytes, from numbered pieces.
fn grown(bytes: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 200);
    let mut n = 0;
    while text.len() < bytes {
        text.push_str(&piece(n));
        n += 1;
    }
    text
}

fn took(text: &str) -> Duration {
    let options = Options { published: Some("2016-11-02".into()), ..Options::default() };
    let start = Instant::now();
    let analysis = analyze(text, &options).expect("good options");
    assert_eq!(analysis.schema, "1");
    start.elapsed()
}

/// The machine may be busy: the best of several runs counts, and a ratio that noise could explain is measured again.
fn grows_evenly(name: &str, piece: impl Fn(usize) -> String) {
    let long = grown(longest(), &piece);
    let short = grown(longest() / TIMES, &piece);
    let mut ratio = 0.0;
    for _ in 0..4 {
        let best = |text: &str, runs: usize| (0..runs).map(|_| took(text)).min().unwrap_or_default().max(NOISE);
        let (a, b) = (best(&short, 3), best(&long, 1));
        ratio = b.as_secs_f64() / a.as_secs_f64() * short.len() as f64 / long.len() as f64;
        println!("{name}: {} bytes in {a:?}, {} bytes in {b:?}: {ratio:.2} times as long for each byte", short.len(), long.len());
        if ratio < SLACK {
            return;
        }
        if ratio > 2.0 * SLACK {
            break;
        }
    }
    panic!("{name}: {ratio:.2} times as long for each byte of a text {TIMES} times as long");
}

/// A name that no other number has.
fn name(n: usize) -> String {
    let letters = ["ba", "ko", "ri", "mu", "te", "sha", "lo", "ne", "di", "za"];
    let syllables: String = n.to_string().bytes().map(|d| letters[usize::from(d - b'0')]).collect();
    let mut chars = syllables.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[test]
#[ignore = "the event stage still compares every event with every other"]
fn scaling_of_articles() {
    grows_evenly("articles", |n| {
        format!(
            "Rebels seized the town of {0} on Tuesday, killing at least {1} people, Reuters reported. The army denied it had lost {0}.\n\n",
            name(n),
            n % 90 + 2
        )
    });
}

#[test]
fn scaling_of_one_line() {
    grows_evenly("one line", |n| format!("On {} May 2016 the army shelled {}, residents said. ", n % 28 + 1, name(n)));
}

#[test]
#[ignore = "the event stage still compares every event with every other"]
fn scaling_of_one_sentence() {
    grows_evenly("one sentence", |n| format!("and the army shelled {} and wounded {} men ", name(n), n % 50));
}

#[test]
fn scaling_of_one_word() {
    grows_evenly("one word", |_| "aleppo".into());
}

#[test]
fn scaling_of_short_lines() {
    grows_evenly("short lines", |n| if n % 5 == 0 { "Share\n".into() } else { format!("{} {}\n", name(n), n) });
}

#[test]
fn scaling_of_persons() {
    grows_evenly("persons", |n| format!("Colonel {} {} said he had met General {}. ", name(n % 97), name(n), name(n / 2)));
}

#[test]
fn scaling_of_quotes_and_brackets() {
    grows_evenly("quotes", |n| format!("“They said ‘we were ({}", name(n)));
}

#[test]
#[ignore = "the event stage still compares every event with every other"]
fn scaling_of_claims() {
    grows_evenly("claims", |n| {
        format!("{} said that {} people were killed. According to {}, {} died. ", name(n), n % 70 + 1, name(n + 7), n % 60 + 2)
    });
}

#[test]
fn scaling_of_tags() {
    grows_evenly("tags", |n| format!("<p>The army <b>shelled</b> {}.</p><nav>", name(n)));
}

#[test]
fn scaling_of_angle_brackets() {
    grows_evenly("angle brackets", |_| "<a <!-- </p ".into());
}

#[test]
fn scaling_of_digits_and_marks() {
    grows_evenly("digits and marks", |n| format!("{n},{n}.{n}-{n}/{n}:"));
}
