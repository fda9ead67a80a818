//! How long each stage takes: `cargo bench --bench stages [-- FILE]`. Without a file it reads the sample articles over and over.

use dateline::{Options, Resources, attribution, casualty, entity, event, gazetteer, mention, span, syntax, time, timeline, token};
use std::time::{Duration, Instant};

/// Bytes of text, if no file is given.
const BYTES: usize = 400_000;

const ARTICLES: [&str; 3] =
    [include_str!("../tests/articles/syria.txt"), include_str!("../tests/articles/ukraine.txt"), include_str!("../tests/articles/sudan.txt")];

/// Times one step and prints its share.
fn step<T>(name: &str, bytes: usize, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let took = start.elapsed().max(Duration::from_nanos(1));
    println!("{name:14}{:9.1} ms {:9.0} KB/s", took.as_secs_f64() * 1e3, bytes as f64 / 1e3 / took.as_secs_f64());
    result
}

fn main() {
    let file = std::env::args().skip(1).find(|a| !a.starts_with("--")).map(|f| std::fs::read_to_string(f).expect("a file of UTF-8 text"));
    let text = file.unwrap_or_else(|| ARTICLES.concat().repeat(BYTES / ARTICLES.concat().len() + 1));
    let bytes = text.len();
    let published = "2016-11-02".parse().ok();
    let resources = step("resources", bytes, Resources::embedded);
    let document = step("document", bytes, || dateline::document::read(&text));
    let tokens = step("tokens", bytes, || token::tokenize(&document));
    let syntax = step("syntax", bytes, || syntax::annotate(&tokens, &resources.language));
    let reading = dateline::Reading { document, tokens, syntax, gazetteer: dateline::gazetteer::Gazetteer::embedded() };
    let times = step("times", bytes, || time::find(&reading, &resources.times, published));
    let mentions = step("mentions", bytes, || mention::find(&reading, &times, &resources.mentions));
    let entities = step("entities", bytes, || entity::resolve(&reading, &mentions, &resources.entities));
    let attributions = step("attributions", bytes, || attribution::find(&reading, &mentions, &resources.attributions));
    let tolls = step("tolls", bytes, || casualty::find(&reading, &mentions, &resources.casualties));
    let context = event::Context {
        reading: &reading,
        times: &times,
        mentions: &mentions,
        entities: &entities,
        attributions: &attributions,
        tolls: &tolls,
        published,
    };
    let events = step("events", bytes, || event::find(&context, &resources.events));
    step("place lookups", bytes, || {
        let gazetteer = dateline::gazetteer::Gazetteer::embedded();
        let words = (0..reading.tokens.len()).map(|i| gazetteer::fold(reading.tokens.text(i)));
        words.filter(|w| !gazetteer.lookup(w).is_empty() || !gazetteer.lookup_loosely(w).is_empty()).count()
    });
    step("offsets", bytes, || span::Utf16Map::new(&text).offset(0));
    let options = Options { published: Some("2016-11-02".into()), ..Options::default() };
    let analysis = step("whole", bytes, || dateline::analyze(&text, &options).expect("good options"));
    step("timeline", bytes, || timeline::arrange(&analysis.events, Some("2016-11-02")));
    step("json", bytes, || dateline::export::to_json(&analysis));
    println!("{} tokens, {} mentions, {} tolls, {} events", reading.tokens.len(), mentions.len(), tolls.len(), events.frames.len());
}
