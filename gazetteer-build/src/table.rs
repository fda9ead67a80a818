//! Tab-separated files with a header of `#` lines.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// A path below the repository's root.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// What every step returns.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// A row of a table, with the place where it stands.
pub struct Row {
    /// "data/places/syria.tsv:12".
    pub at: String,
    /// Its fields, trimmed.
    pub fields: Vec<String>,
}

impl Row {
    /// A field, empty if it is not there.
    pub fn get(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", String::as_str)
    }

    /// An error that names the row.
    pub fn error(&self, message: &str) -> Box<dyn Error> {
        format!("{}: {message}: {}", self.at, self.fields.join(" | ")).into()
    }
}

/// The rows of a file.
pub fn read(path: &Path) -> Outcome<Vec<Row>> {
    let name = path.strip_prefix(root("")).unwrap_or(path).display();
    let text = fs::read_to_string(path).map_err(|e| format!("{name}: {e}"))?;
    let numbered = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'));
    Ok(numbered.map(|(i, l)| Row { at: format!("{name}:{}", i + 1), fields: l.split('\t').map(|f| f.trim().to_owned()).collect() }).collect())
}

/// The parts of a field that holds a list.
pub fn list(field: &str) -> Vec<String> {
    field.split(';').map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// Degrees as written → hundredths; `None` if the field is empty.
pub fn hundredths(field: &str, most: f64) -> Outcome<Option<i32>> {
    if field.is_empty() {
        return Ok(None);
    }
    let degrees: f64 = field.parse().map_err(|_| format!("not a number of degrees: {field}"))?;
    if degrees.abs() > most {
        return Err(format!("out of range: {field}").into());
    }
    Ok(Some((degrees * 100.0).round() as i32))
}
