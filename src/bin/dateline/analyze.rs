//! `dateline analyze`: one article, one analysis on standard output.

use crate::Failure;
use crate::packs::Packs;
use clap::Args;
use dateline::{Analysis, Options, export};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Print the analysis of one article.
#[derive(Args)]
pub struct Arguments {
    /// Publication date, YYYY-MM-DD; without it, nothing is resolved that needs one.
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    #[command(flatten)]
    form: Form,
    /// Leave out events that score below this (0 to 1).
    #[arg(long, value_name = "S")]
    min_score: Option<f64>,
    #[command(flatten)]
    packs: Packs,
    /// The article: a file of UTF-8 text, or - for standard input.
    file: PathBuf,
}

/// What is printed: one of these.
#[derive(Args)]
#[group(multiple = false)]
struct Form {
    /// Print JSON on one line (the default).
    #[arg(long)]
    json: bool,
    /// Print a readable report.
    #[arg(long)]
    markdown: bool,
    /// Print a table with a row for each event.
    #[arg(long)]
    csv: bool,
    /// Print a table in ACLED's columns.
    #[arg(long)]
    acled: bool,
    /// Print the events as GeoJSON.
    #[arg(long)]
    geojson: bool,
}

impl Form {
    fn page(&self, analysis: &Analysis, text: &str) -> String {
        match self {
            Form { markdown: true, .. } => export::to_markdown(analysis, text),
            Form { csv: true, .. } => export::to_csv(analysis, text),
            Form { acled: true, .. } => export::to_acled(analysis, text),
            Form { geojson: true, .. } => export::to_geojson(analysis, text) + "\n",
            _ => export::to_json(analysis) + "\n",
        }
    }
}

/// Reads, analyses, prints.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let text = read(&arguments.file)?;
    let options = Options { published: arguments.published.clone(), min_score: arguments.min_score, source: None };
    let analysis = dateline::analyze_with(&text, &options, &arguments.packs.places()).map_err(|e| e.to_string())?;
    print(&arguments.form.page(&analysis, &text))
}

/// Writes to standard output.
pub fn print(page: &str) -> Result<ExitCode, Failure> {
    match io::stdout().write_all(page.as_bytes()) {
        // Whoever reads the pipe has seen enough.
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(format!("cannot write: {e}")),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// The text of a file or of standard input; bytes that are not UTF-8 become U+FFFD.
pub fn read(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().read_to_end(&mut bytes).map_err(|e| format!("cannot read standard input: {e}"))?;
    } else {
        bytes = std::fs::read(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
    }
    Ok(String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()))
}
