//! Our own rows: `data/places/*.tsv`.

use crate::table::{self, Outcome, Row};
use dateline::gazetteer::{CountryCode, PlaceKind, Point};
use std::path::Path;

/// A row of the supplement.
pub struct Entry {
    /// Where it stands, for messages.
    pub row: Row,
    /// Name first, aliases after it.
    pub names: Vec<String>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// The country, if one holds it.
    pub country: Option<CountryCode>,
    /// Name of the division, or empty.
    pub admin1: String,
    /// Where it is, if sure.
    pub point: Option<Point>,
}

/// All rows, files in order of name.
pub fn read(folder: &Path) -> Outcome<Vec<Entry>> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder)?.filter_map(|f| f.ok().map(|f| f.path())).filter(|p| p.extension().is_some_and(|e| e == "tsv")).collect();
    files.sort();
    let mut entries = Vec::new();
    for file in files {
        for row in table::read(&file)? {
            entries.push(entry(row)?);
        }
    }
    Ok(entries)
}

fn entry(row: Row) -> Outcome<Entry> {
    let kind = PlaceKind::ALL.iter().copied().find(|k| k.name() == row.get(2)).ok_or_else(|| row.error("unknown kind"))?;
    let country = match row.get(3) {
        "" => None,
        code => Some(CountryCode::new(code).ok_or_else(|| row.error("unknown country"))?),
    };
    let degrees = |column: usize, most: f64| table::hundredths(row.get(column), most).map_err(|e| row.error(&e.to_string()));
    let point = match (degrees(5, 90.0)?, degrees(6, 180.0)?) {
        (Some(lat), Some(lon)) => Some(Point { lat, lon }),
        (None, None) => None,
        _ => return Err(row.error("half a point")),
    };
    let mut names = vec![row.get(0).to_owned()];
    names.extend(table::list(row.get(1)));
    if names[0].is_empty() {
        return Err(row.error("no name"));
    }
    Ok(Entry { names, kind, country, admin1: row.get(4).to_owned(), point, row })
}
