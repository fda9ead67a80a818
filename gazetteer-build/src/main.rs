//! Makes the compact file of places.
//!
//! ```text
//! gazetteer-build pack                      data/*.tsv and data/places/*.tsv → src/gazetteer/data/core.pack
//! gazetteer-build select CITIES DIVISIONS   GeoNames as JSON → data/geonames.tsv and data/divisions.tsv
//! ```
//!
//! Both run in the repository's root. `data/README.md` says where the JSON files come from.

mod doubtful;
mod pack;
mod select;
mod supplement;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["pack"] => pack::run(),
        ["select", cities, divisions] => select::run(cities, divisions),
        _ => Err("usage: gazetteer-build pack | select CITIES500.json ADMIN1.json".into()),
    };
    match done {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("gazetteer-build: {error}");
            ExitCode::FAILURE
        }
    }
}
