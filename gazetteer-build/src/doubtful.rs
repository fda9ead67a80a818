//! Names of places that are also words or names of people: `data/doubtful/` → `src/gazetteer/data/doubtful.txt`.

use crate::table::{self, Outcome};
use dateline::gazetteer::{Place, fold};
use std::collections::BTreeSet;
use std::path::Path;

const HEADER: &str = "# Names of places that are also common words, first names or surnames: a place only with support.\n\
                      # Chosen from data/doubtful/*.txt by `gazetteer-build pack`; not to be edited by hand. Licence: MIT OR Apache-2.0.\n";

/// Writes those of the words that name a place; says how many.
pub fn write(places: &[Place]) -> Outcome<usize> {
    let names: BTreeSet<String> = places.iter().flat_map(|p| std::iter::once(&p.name).chain(p.aliases.iter())).map(|n| fold(n)).collect();
    let mut doubtful = BTreeSet::new();
    let keys = |file: &str| -> Outcome<Vec<String>> {
        Ok(table::read(&Path::new("data/doubtful").join(file))?.iter().map(|row| fold(row.get(0))).collect())
    };
    doubtful.extend(keys("names.txt")?.into_iter().chain(keys("words.txt")?).filter(|k| names.contains(k)));
    // Countries are not in the pack.
    doubtful.extend(["chad", "georgia", "jordan"].map(str::to_owned));
    for key in keys("sure.txt")? {
        doubtful.remove(&key);
    }
    let lines: Vec<&str> = doubtful.iter().map(String::as_str).collect();
    std::fs::write("src/gazetteer/data/doubtful.txt", format!("{HEADER}{}\n", lines.join("\n")))?;
    Ok(lines.len())
}
