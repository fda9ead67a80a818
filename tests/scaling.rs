//! Time grows no faster than the text: every shape of text is read at two lengths, and the longer one may not take much longer for each byte.
//!
//! `DATELINE_SCALING_BYTES=5000000 cargo test --release --test scaling` reads texts of five megabytes.

use cpu_time::ThreadTime;
use dateline::{Options, Reading, Resources, analyze, attribution, casualty, entity, event, mention, syntax, time, token};
use std::time::Duration;

/// The longer text has so many times the bytes of the shorter one.
const TIMES: usize = 8;
/// Twice the time for each byte is noise and caches; a quadratic step would take eight times as long.
const SLACK: f64 = 2.5;
/// Runs shorter than this are too short to compare.
const NOISE: Duration = Duration::from_millis(3);

fn longest() -> usize {
    std::env::var("DATELINE_SCALING_BYTES").ok().and_then(|n| n.parse().ok()).unwrap_or(64_000)
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

/// What is measured: each stage, and the whole with the assembly.
const STAGES: [&str; 10] = ["document", "tokens", "syntax", "times", "mentions", "entities", "attributions", "tolls", "events", "whole"];

/// How long each stage takes on a text.
fn took(text: &str) -> [Duration; STAGES.len()] {
    let published = "2016-11-02".parse().ok();
    let resources = Resources::embedded();
    let mut laps = Laps { times: [Duration::ZERO; STAGES.len()], next: 0, since: ThreadTime::now() };
    let document = laps.end(dateline::document::read(text));
    let tokens = laps.end(token::tokenize(&document));
    let syntax = laps.end(syntax::annotate(&tokens, &resources.language));
    let reading = Reading { document, tokens, syntax, gazetteer: dateline::gazetteer::Gazetteer::embedded() };
    let times = laps.end(time::find(&reading, &resources.times, published));
    let mentions = laps.end(mention::find(&reading, &times, &resources.mentions));
    let entities = laps.end(entity::resolve(&reading, &mentions, &resources.entities));
    let attributions = laps.end(attribution::find(&reading, &mentions, &resources.attributions));
    let tolls = laps.end(casualty::find(&reading, &mentions, &resources.casualties));
    let context = event::Context {
        reading: &reading,
        times: &times,
        mentions: &mentions,
        entities: &entities,
        attributions: &attributions,
        tolls: &tolls,
        published,
    };
    laps.end(event::find(&context, &resources.events));
    let options = Options { published: Some("2016-11-02".into()), ..Options::default() };
    laps.end(analyze(text, &options).expect("good options"));
    laps.times
}

/// Takes the time of one stage after the other.
struct Laps {
    times: [Duration; STAGES.len()],
    next: usize,
    since: ThreadTime,
}

impl Laps {
    /// Ends the lap of the stage that gave a result.
    fn end<T>(&mut self, result: T) -> T {
        self.times[self.next] = self.since.elapsed();
        self.next += 1;
        self.since = ThreadTime::now();
        result
    }
}

/// The best time of each stage over several runs: other work disturbs the caches.
fn best(text: &str, runs: usize) -> [Duration; STAGES.len()] {
    let runs = (0..runs).map(|_| took(text));
    runs.reduce(|a, b| std::array::from_fn(|i| a[i].min(b[i]))).unwrap_or_default()
}

/// Reads a text and one many times as long; no stage may take much longer for each byte. What noise could explain is measured again.
fn grows_evenly(name: &str, piece: impl Fn(usize) -> String) {
    let long = grown(longest(), &piece);
    let short = grown(longest() / TIMES, &piece);
    let longer = long.len() as f64 / short.len() as f64;
    let mut worst = (0.0, "");
    for attempt in 0..4 {
        let (a, b) = (best(&short, 3), best(&long, if attempt == 0 { 1 } else { 2 }));
        let ratio = |i: usize| b[i].max(NOISE).as_secs_f64() / a[i].max(NOISE).as_secs_f64() / longer;
        worst = (0..STAGES.len()).map(|i| (ratio(i), STAGES[i])).fold((0.0, ""), |x, y| if y.0 > x.0 { y } else { x });
        println!("{name}: {} bytes in {a:?}, {} bytes in {b:?}", short.len(), long.len());
        if worst.0 < SLACK || attempt > 0 && worst.0 > 2.0 * SLACK {
            break;
        }
    }
    assert!(worst.0 < SLACK, "{name}: stage {} takes {:.1} times as long for each byte of a text {TIMES} times as long", worst.1, worst.0);
}

/// A name that no other number has.
fn name(n: usize) -> String {
    let letters = ["ba", "ko", "ri", "mu", "te", "sha", "lo", "ne", "di", "za"];
    let syllables: String = n.to_string().bytes().map(|d| letters[usize::from(d - b'0')]).collect();
    let mut chars = syllables.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[test]
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
fn scaling_of_lists_of_links() {
    grows_evenly("lists of links", |n| format!("Related articles\nRebels take {}\nComments ({n})\n", name(n)));
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
