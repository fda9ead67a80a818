//! analysis → files: JSON as JavaScript writes it, rows for a spreadsheet, a readable report.

mod crosswalk;
mod csv;
mod json;
mod markdown;
mod precision;
mod words;

pub use csv::to_csv;
pub use json::to_json;
pub use markdown::to_markdown;
pub use precision::{PrecisionCodes, precision_codes, principal};

#[cfg(test)]
mod tests;
