//! Learns the weights of words that tell whether a text is about conflict: from our own articles, the press releases and
//! histories of the data, and the treebanks' texts on everything else.

use crate::articles::Article;
use crate::logistic::{Row, descend};
use crate::plain;
use dateline::event::subject::{SHARE, STEPS, shares};
use dateline::event::weigh::SUBJECT;
use std::path::{Path, PathBuf};

/// Weights in the table.
const SIZE: usize = 1 << 13;
/// How far a weight may go.
const TRUST: f32 = 50.0;
/// How much more a text counts that was written to deceive.
const DECEPTIVE: f32 = 4.0;
/// Treebanks' texts are cut into pieces of so many words.
const PIECE: usize = 250;
/// Shorter pieces say too little.
const LEAST: usize = 60;
/// Texts are told apart into so many parts, each of which is measured by weights of the others.
const PARTS: usize = 5;

/// Parts of the treebanks in which wars are talked about too, so that they teach nothing.
const MIXED: &[&str] = &["newsgroup", "weblog", "GUM_news"];

/// Learns from articles and from the texts of a folder, and gives the file of weights.
pub fn learn(articles: &[Article], data: &Path) -> Result<Vec<u8>, String> {
    let own = articles.iter().map(|a| row(&plain::words(&a.text), !a.peaceful, if a.peaceful { TRUST * DECEPTIVE } else { TRUST }));
    let mut rows: Vec<Row> = own.collect();
    let deceptive: Vec<bool> = articles.iter().map(|a| a.peaceful).collect();
    rows.extend(releases(data)?.iter().flat_map(|words| pieces(words)).map(|words| row(&words, true, TRUST)));
    rows.extend(treebanks(data)?.iter().flat_map(|words| pieces(words)).map(|words| row(&words, false, TRUST)));
    println!(
        "{} texts, {} about conflict, {} deceptive",
        rows.len(),
        rows.iter().filter(|r| r.right).count(),
        deceptive.iter().filter(|&&d| d).count()
    );
    let mut counts = [(0usize, 0usize); 3];
    for part in 0..PARTS {
        let others: Vec<&Row> = rows.iter().enumerate().filter(|(i, _)| i % PARTS != part).map(|(_, r)| r).collect();
        let weights = descend(&others, SIZE);
        for (i, row) in rows.iter().enumerate().skip(part).step_by(PARTS) {
            let kind = if row.right { 0 } else { 1 + usize::from(deceptive.get(i) == Some(&true)) };
            counts[kind].0 += usize::from(weights.logit(row) < 0.0);
            counts[kind].1 += 1;
        }
    }
    for ((below, all), name) in counts.iter().zip(["about conflict", "others", "others that deceive"]) {
        println!("    held out, {name}: {below} of {all} below 0");
    }
    Ok(descend(&rows.iter().collect::<Vec<_>>(), SIZE).file(SUBJECT, STEPS))
}

fn row(words: &[String], right: bool, trust: f32) -> Row {
    let features = shares(words.iter().map(String::as_str)).into_iter().map(|(f, share)| ((f as usize % SIZE) as u16, share as f32 / SHARE));
    Row { features: features.collect(), right, trust }
}

fn pieces(words: &[String]) -> impl Iterator<Item = Vec<String>> {
    words.chunks(PIECE).filter(|piece| piece.len() >= LEAST).map(<[String]>::to_vec)
}

/// The words of the press releases and reports in `re3d/` that are not in `events/`: those are for measuring, or learnt from as articles.
fn releases(data: &Path) -> Result<Vec<Vec<String>>, String> {
    let measured = read(&data.join("events/index.tsv"))?;
    let mut out = Vec::new();
    for folder in listed(&data.join("re3d"))?.iter().filter(|f| f.is_dir()) {
        for line in read(&folder.join("documents.jsonl"))?.lines() {
            let release: serde_json::Value = serde_json::from_str(line).map_err(|e| format!("{} cannot be read: {e}.", folder.display()))?;
            let (id, text) = (release["_id"].as_str().unwrap_or_default(), release["text"].as_str().unwrap_or_default());
            if !id.is_empty() && !measured.contains(id) {
                out.push(plain::words(text));
            }
        }
    }
    Ok(out)
}

/// The words of each text of the treebanks that is not of a mixed part.
fn treebanks(data: &Path) -> Result<Vec<Vec<String>>, String> {
    let mut files = listed(&data.join("gum/train"))?;
    files.push(data.join("ewt/train.conllu"));
    let mut out = Vec::new();
    for file in files {
        let page = read(&file)?;
        for text in page.split("# newdoc id = ").skip(1).filter(|text| !MIXED.iter().any(|m| text.starts_with(m))) {
            let lines = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit()));
            let forms: Vec<&str> = lines.filter_map(|l| l.split('\t').nth(1)).collect();
            out.push(plain::words(&forms.join(" ")));
        }
    }
    Ok(out)
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))
}

/// What lies in a folder, in the order of names.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{} cannot be read: {e}.", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|f| Some(f.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_pieces_are_left_out() {
        let words = vec!["a".to_string(); 2 * PIECE + LEAST - 1];
        assert_eq!(pieces(&words).count(), 2);
    }
}
