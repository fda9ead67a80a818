//! Annotated articles: a text with inline marks beside a table of what the marks are.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// One article with the words that name its events.
#[derive(Debug, Clone)]
pub struct Article {
    /// The text, without marks.
    pub text: String,
    /// Day of publication, if it is told.
    pub published: Option<String>,
    /// Whether it is one of ours that are not about conflict (`n…`).
    pub peaceful: bool,
    /// Bytes and type of each trigger.
    pub triggers: Vec<(Range<usize>, String)>,
}

/// Reads all articles of a folder (`ID.ann` with `ID.json`) but for some, in the order of their names.
pub fn read(folder: &Path, but: &[&str]) -> Result<Vec<Article>, String> {
    let fail = |what: &Path, e: &dyn std::fmt::Display| format!("{} cannot be read: {e}.", what.display());
    let entries = std::fs::read_dir(folder).map_err(|e| fail(folder, &e))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|f| Some(f.ok()?.path())).filter(|p| p.extension().is_some_and(|e| e == "ann")).collect();
    files.sort();
    files.retain(|f| !f.file_stem().is_some_and(|name| but.iter().any(|b| name == *b)));
    let one = |file: &PathBuf| {
        let marked = std::fs::read_to_string(file).map_err(|e| fail(file, &e))?;
        let tables = file.with_extension("json");
        let json = std::fs::read_to_string(&tables).map_err(|e| fail(&tables, &e))?;
        let tables: serde_json::Value = serde_json::from_str(&json).map_err(|e| fail(&tables, &e))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        Ok(Article { peaceful: name.starts_with('n'), ..article(&marked, &tables) })
    };
    files.iter().map(one).collect()
}

/// Takes the marks (`{words|id}`, `{words|id~}`) out of a text, and keeps those of events.
fn article(marked: &str, tables: &serde_json::Value) -> Article {
    let (mut text, mut triggers) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        match after.split_once('}').and_then(|(mark, rest)| Some((mark.split_once('|')?, rest))) {
            Some(((words, id), behind)) => {
                let start = text.len();
                text.push_str(words);
                if let Some(kind) = tables["events"][id.trim_end_matches('~')]["type"].as_str() {
                    triggers.push((start..text.len(), kind.to_string()));
                }
                rest = behind;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    Article { text, published: tables["published"].as_str().map(str::to_string), triggers, peaceful: false }
}

/// Whether two spans are of the same words: they overlap, and the longer is at most three times what they share, plus eight.
pub fn near(a: &Range<usize>, b: &Range<usize>) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared > 0 && a.len().max(b.len()) <= 3 * shared + 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_triggers_kept() {
        let tables = serde_json::json!({"published": "2020-01-02", "events": {"v1": {"type": "attack"}}});
        let read = article("{The rebels|e1~} {attacked|v1} {Bria|e2} on {Monday|t1}.", &tables);
        assert_eq!(read.text, "The rebels attacked Bria on Monday.");
        assert_eq!(read.published.as_deref(), Some("2020-01-02"));
        assert_eq!(read.triggers, [(11..19, "attack".to_string())]);
    }

    #[test]
    fn spans_of_like_length_that_overlap_are_of_the_same_words() {
        assert!(near(&(0..6), &(0..12)));
        assert!(!near(&(0..6), &(6..12)));
        assert!(!near(&(0..2), &(1..40)));
    }
}
