//! Where `dateline batch` reads documents from: a folder of text files, or a JSONL file.

use crate::Failure;
use serde::Deserialize;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A document to analyse.
#[derive(Debug, Deserialize)]
pub struct Document {
    /// Names the result.
    pub id: String,
    /// The article.
    pub text: String,
    /// Publication date, `YYYY-MM-DD`.
    #[serde(default)]
    pub published: Option<String>,
}

/// A document, or the reason why it cannot be read.
pub type Reading = Result<Document, Failure>;

/// Text files of a folder, with the publication dates of its `published.tsv`, in the order of their names.
pub struct Folder {
    files: std::vec::IntoIter<PathBuf>,
    published: HashMap<String, String>,
}

impl Folder {
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let entries = std::fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
        let mut files: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        files.retain(|f| f.extension().is_some_and(|x| x == "txt") && f.is_file());
        files.sort();
        let dates = std::fs::read_to_string(folder.join("published.tsv")).unwrap_or_default();
        let published = dates.lines().filter_map(|l| l.split_once('\t')).map(|(id, date)| (id.trim().into(), date.trim().into())).collect();
        Ok(Folder { files: files.into_iter(), published })
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }
}

impl Iterator for Folder {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        let file = self.files.next()?;
        let id = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let published = self.published.get(&id).cloned();
        let bytes = std::fs::read(&file).map_err(|e| format!("{}: {e}", file.display()));
        Some(bytes.and_then(|b| String::from_utf8(b).map_err(|_| format!("{}: not UTF-8 text", file.display()))).map(|text| Document {
            id,
            text,
            published,
        }))
    }
}

/// Lines of a JSONL file.
pub struct Lines {
    lines: std::iter::Enumerate<std::io::Lines<BufReader<File>>>,
    name: String,
}

impl Lines {
    pub fn open(file: &Path) -> Result<Self, Failure> {
        let open = File::open(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
        Ok(Lines { lines: BufReader::new(open).lines().enumerate(), name: file.display().to_string() })
    }
}

impl Iterator for Lines {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        let (number, line) = self.lines.find(|(_, l)| l.as_ref().map_or(true, |l| !l.trim().is_empty()))?;
        let at = |e: &dyn std::fmt::Display| format!("{}, line {}: {e}", self.name, number + 1);
        Some(line.map_err(|e| at(&e)).and_then(|l| serde_json::from_str(&l).map_err(|e| at(&e))))
    }
}
