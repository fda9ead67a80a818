//! `dateline batch`: many articles; a bad one is reported and skipped.

use crate::Failure;
use crate::documents::{Document, Folder, Lines, Reading};
use crate::packs::Packs;
use clap::Args;
use dateline::gazetteer::Gazetteer;
use dateline::{Options, export};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Documents that are in memory at once.
const CHUNK: usize = 256;

/// Analyse a folder of text files, or a JSONL file.
#[derive(Args)]
pub struct Arguments {
    /// How many articles are read side by side (all cores unless told).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    #[command(flatten)]
    packs: Packs,
    /// Where the results go: a folder (ID.analysis.json for ID.txt), or a .jsonl file (one line for each document, in order).
    #[arg(long, value_name = "DIR|FILE.jsonl")]
    out: PathBuf,
    /// A folder of ID.txt (published.tsv gives ID<tab>YYYY-MM-DD), or a .jsonl file of {id, text, published?}.
    input: PathBuf,
}

/// Where results go.
enum Sink {
    Folder(PathBuf),
    File(BufWriter<File>),
}

impl Sink {
    fn open(out: &Path) -> Result<Self, Failure> {
        let failed = |e: std::io::Error| format!("cannot write {}: {e}", out.display());
        if out.extension().is_some_and(|x| x == "jsonl") {
            return Ok(Sink::File(BufWriter::new(File::create(out).map_err(failed)?)));
        }
        std::fs::create_dir_all(out).map_err(failed)?;
        Ok(Sink::Folder(out.into()))
    }

    fn write(&mut self, id: &str, json: &str) -> Result<(), Failure> {
        match self {
            Sink::Folder(folder) => std::fs::write(folder.join(format!("{id}.analysis.json")), format!("{json}\n")),
            Sink::File(file) => serde_json::to_string(id).map_err(Into::into).and_then(|id| writeln!(file, "{{\"id\":{id},\"analysis\":{json}}}")),
        }
        .map_err(|e| format!("cannot write the result of {id}: {e}"))
    }

    fn finish(&mut self) -> Result<(), Failure> {
        match self {
            Sink::Folder(_) => Ok(()),
            Sink::File(file) => file.flush().map_err(|e| format!("cannot write: {e}")),
        }
    }
}

/// Analyses all documents; the exit code is 1 if any was skipped.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads.unwrap_or(0).into()).build().map_err(|e| e.to_string())?;
    let places = arguments.packs.places();
    let mut sink = Sink::open(&arguments.out)?;
    let skipped = if arguments.input.is_dir() {
        let folder = Folder::open(&arguments.input)?;
        let bar = bar(Some(folder.len() as u64));
        all(&pool, &places, folder, &mut sink, &bar)?
    } else {
        all(&pool, &places, Lines::open(&arguments.input)?, &mut sink, &bar(None))?
    };
    sink.finish()?;
    Ok(if skipped == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn all(
    pool: &rayon::ThreadPool,
    places: &Gazetteer,
    documents: impl Iterator<Item = Reading>,
    sink: &mut Sink,
    bar: &ProgressBar,
) -> Result<usize, Failure> {
    let mut documents = documents.fuse();
    let mut skipped = 0;
    loop {
        let chunk: Vec<Reading> = documents.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            bar.finish_and_clear();
            return Ok(skipped);
        }
        let results: Vec<_> = pool.install(|| chunk.into_par_iter().map(|d| d.and_then(|d| analyze(d, places))).inspect(|_| bar.inc(1)).collect());
        for result in results {
            match result {
                Ok((id, json)) => sink.write(&id, &json)?,
                Err(message) => {
                    skipped += 1;
                    bar.suspend(|| eprintln!("dateline: skipped: {message}"));
                }
            }
        }
    }
}

/// The analysis of one document, or why it has none. An id that is no plain file name could write outside the folder.
fn analyze(document: Document, places: &Gazetteer) -> Result<(String, String), Failure> {
    if Path::new(&document.id).file_name().is_none_or(|n| n != document.id.as_str()) {
        return Err(format!("{:?} is not a usable id", document.id));
    }
    let options = Options { published: document.published, ..Options::default() };
    // A fault of the program on one text must not cost an archive of millions.
    let analyzed = catch_unwind(|| dateline::analyze_with(&document.text, &options, places).map(|analysis| export::to_json(&analysis)));
    let json = analyzed.map_err(|_| format!("{}: a fault of the program", document.id))?.map_err(|e| format!("{}: {e}", document.id))?;
    Ok((document.id, json))
}

/// A progress bar; drawn on a terminal only.
fn bar(length: Option<u64>) -> ProgressBar {
    let template = "{bar:40} {pos}/{len} {per_sec} {eta}";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    match length {
        Some(n) => ProgressBar::new(n).with_style(style),
        None => ProgressBar::new_spinner(),
    }
}
