//! Reads CoNLL-U.

use dateline::syntax::{Relation, Upos, Word};
use dateline::token::normalize;
use std::path::Path;

/// A sentence with its gold grammar.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// The words as written.
    pub texts: Vec<String>,
    /// Whether white space follows each word.
    pub spaced: Vec<bool>,
    /// Gold tags, heads and relations; heads are counted within the sentence.
    pub words: Vec<Word>,
    /// Gold dictionary forms, lower case.
    pub lemmas: Vec<String>,
    /// Whether a document begins here.
    pub document: bool,
    /// Whether a paragraph begins here.
    pub paragraph: bool,
}

impl Sentence {
    /// Heads, the root written as the number of words.
    pub fn heads(&self) -> Vec<usize> {
        self.words.iter().map(|w| w.head.map_or(self.words.len(), |h| h as usize)).collect()
    }
}

/// Reads a file, or all files of a folder in the order of their names.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    let fail = |e: std::io::Error| format!("{} cannot be read: {e}.", path.display());
    if !path.is_dir() {
        return Ok(parse(&std::fs::read_to_string(path).map_err(fail)?));
    }
    let mut files: Vec<_> = std::fs::read_dir(path).map_err(fail)?.filter_map(|f| Some(f.ok()?.path())).collect();
    files.sort();
    let mut out = Vec::new();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "conllu")) {
        out.extend(read(file)?);
    }
    Ok(out)
}

fn parse(file: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut sentence = Sentence::default();
    // In "don't" the two words share one written form: white space follows the last of them.
    let mut joined = (0, true);
    for line in file.lines() {
        if line.is_empty() {
            out.push(std::mem::take(&mut sentence));
        } else if line.starts_with("# newdoc") {
            sentence.document = true;
        } else if line.starts_with("# newpar") {
            sentence.paragraph = true;
        } else if !line.starts_with('#') {
            row(&mut sentence, &line.split('\t').collect::<Vec<_>>(), &mut joined);
        }
    }
    out.retain(|s| !s.texts.is_empty());
    out
}

fn row(sentence: &mut Sentence, columns: &[&str], joined: &mut (usize, bool)) {
    let &[id, form, lemma, upos, _, _, head, relation, _, misc] = columns else { return };
    let spaced = !misc.split('|').any(|m| m == "SpaceAfter=No");
    if let Some((_, last)) = id.split_once('-') {
        *joined = (last.parse().unwrap_or(0), spaced);
        return;
    }
    let (Ok(id), Ok(head)) = (id.parse::<usize>(), head.parse::<u32>()) else { return };
    sentence.texts.push(form.to_string());
    sentence.spaced.push(if id < joined.0 {
        false
    } else if id == joined.0 {
        joined.1
    } else {
        spaced
    });
    if id >= joined.0 {
        *joined = (0, true);
    }
    sentence.lemmas.push(normalize(lemma));
    sentence.words.push(Word {
        upos: Upos::of_name(upos).unwrap_or(Upos::X),
        head: head.checked_sub(1),
        relation: Relation::of_name(relation),
        tag_confidence: 0,
        arc_confidence: 0,
    });
}
