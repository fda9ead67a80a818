//! Prints the attributions of the texts of a folder, one line of JSON each: `attributions DIR`. What `scripts/attributions.mjs` measures.

use dateline::span::{Span, Utf16Map};
use dateline::{Reading, Resources, attribution, mention, time};
use std::ops::Range;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    for path in paths {
        let text = std::fs::read_to_string(&path)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        print(&name, &text);
    }
    Ok(())
}

fn print(name: &str, text: &str) {
    let resources = Resources::embedded();
    let reading = Reading::of(text, resources);
    let times = time::find(&reading, &resources.times, None);
    let mentions = mention::find(&reading, &times, &resources.mentions);
    let offsets = Utf16Map::new(text);
    let span = |Span { start, end }: Span| [offsets.offset(start), offsets.offset(end)];
    let words = |tokens: &Range<usize>| span(reading.tokens.span(tokens.clone()));
    for found in attribution::find(&reading, &mentions, &resources.attributions) {
        let line = serde_json::json!({
            "id": name,
            "source": found.speaker.as_ref().map(words),
            "mention": found.source.map(|m| words(&mentions[m].tokens)),
            "cue": words(&found.cue),
            "content": found.content.iter().map(words).collect::<Vec<_>>(),
            "stance": found.stance,
            "rule": found.rule,
        });
        println!("{line}");
    }
}
