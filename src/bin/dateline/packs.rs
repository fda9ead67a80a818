//! `--packs DIR`: regional packs of places beside the core.

use clap::Args;
use dateline::gazetteer::Gazetteer;
use std::path::PathBuf;

/// Where more places come from.
#[derive(Args)]
pub struct Packs {
    /// A folder of regional packs of places (`*.pack`, as in www/packs); all of them are read.
    #[arg(long, value_name = "DIR")]
    packs: Option<PathBuf>,
}

impl Packs {
    /// The core with the packs of the folder. What cannot be read is told on standard error and left out.
    pub fn places(&self) -> Gazetteer {
        let Some(folder) = &self.packs else { return Gazetteer::with_packs(&[]) };
        let mut files: Vec<PathBuf> = match std::fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| p.extension().is_some_and(|x| x == "pack")).collect(),
            Err(error) => {
                eprintln!("dateline: no packs of places: {}: {error}", folder.display());
                Vec::new()
            }
        };
        files.sort();
        let read = |file: &PathBuf| match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("dateline: left out: {}: {error}", file.display());
                Vec::new()
            }
        };
        let packs: Vec<Vec<u8>> = files.iter().map(read).collect();
        let places = Gazetteer::with_packs(&packs.iter().map(Vec::as_slice).collect::<Vec<_>>());
        for fault in places.faults().iter().filter(|f| !packs[f.pack].is_empty()) {
            eprintln!("dateline: left out: {}: {}", files[fault.pack].display(), fault.error);
        }
        places
    }
}
