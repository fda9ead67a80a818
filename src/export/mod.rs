//! analysis → files: JSON as JavaScript writes it, rows for a spreadsheet or in ACLED's columns, GeoJSON, a readable report; grammar as CoNLL-U.

mod acled;
mod conllu;
mod crosswalk;
mod csv;
mod geojson;
mod json;
mod markdown;
mod place;
mod precision;
mod words;
mod writer;

pub use acled::to_acled;
pub use conllu::{parse, parse_at, parse_conllu};
pub use csv::to_csv;
pub use geojson::to_geojson;
pub use json::to_json;
pub use markdown::to_markdown;
pub use precision::{PrecisionCodes, precision_codes, principal};

#[cfg(test)]
mod tests;
