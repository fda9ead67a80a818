//! Text without annotation: histories of wars, from which a pupil learns what its teachers think of them, and the words of any text.

use dateline::document::{Block, BlockKind, Document};
use dateline::span::Span;
use dateline::token::tokenize;
use std::path::Path;

/// Sentences longer than this are mostly tables.
const LONGEST: usize = 80;

/// The sentences of the histories in `wikiwars/`, but for those of which a part is in `events/`: they are for measuring.
pub fn read(data: &Path) -> Result<Vec<Vec<String>>, String> {
    let fail = |what: &Path, e: std::io::Error| format!("{} cannot be read: {e}.", what.display());
    let (index, folder) = (data.join("events/index.tsv"), data.join("wikiwars/whole-tml/tml"));
    let measured = std::fs::read_to_string(&index).map_err(|e| fail(&index, e))?;
    let mut files: Vec<_> = std::fs::read_dir(&folder).map_err(|e| fail(&folder, e))?.filter_map(|f| Some(f.ok()?.path())).collect();
    files.sort();
    let mut out = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !measured.contains(&format!("wikiwars/{name}.")) {
            out.extend(sentences(&plain(&std::fs::read_to_string(&file).map_err(|e| fail(&file, e))?)));
        }
    }
    Ok(out)
}

/// The text of a page, without marks.
fn plain(page: &str) -> String {
    let body = page.split_once("<TEXT>").map_or(page, |(_, body)| body);
    let mut out = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].iter().fold(out, |out, (from, to)| out.replace(from, to))
}

/// The words of a text as the core normalizes them, whatever their sentences.
pub fn words(text: &str) -> Vec<String> {
    let document = document(text);
    let tokens = tokenize(&document);
    (0..tokens.len()).map(|i| tokens.norm(i).to_string()).collect()
}

/// The sentences of a text, each as its words.
pub fn sentences(text: &str) -> Vec<Vec<String>> {
    let document = document(text);
    let tokens = tokenize(&document);
    let words = |range: std::ops::Range<usize>| range.map(|i| tokens.text(i).to_string()).collect::<Vec<_>>();
    tokens.sentences.iter().map(|s| words(s.tokens.clone())).filter(|s| (3..=LONGEST).contains(&s.len())).collect()
}

/// A document with a block for every line.
fn document(text: &str) -> Document<'_> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            blocks.push(Block { span: Span::new(start, start + line.trim_end().len()), kind: BlockKind::Body });
        }
        start += line.len();
    }
    Document { text, blocks, dateline: None, date_candidates: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_sentences_cut() {
        let page = "<DCT>2009</DCT>\n<TEXT>\nOn <T v=\"1\">May 2</T>, Peace &amp; Co. left the town. The army stayed there.\n</TEXT>";
        let words: Vec<String> = sentences(&plain(page)).iter().map(|s| s.join(" ")).collect();
        assert_eq!(words, ["On May 2 , Peace & Co. left the town .", "The army stayed there ."]);
    }
}
