//! The command line: `dateline analyze`, `dateline batch`, `dateline parse`.

mod analyze;
mod batch;
mod documents;
mod packs;
mod parse;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Reads news of armed conflict: who did what to whom, where, when, with what toll, according to whom.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Analyze(analyze::Arguments),
    Batch(batch::Arguments),
    Parse(parse::Arguments),
}

/// A message for the person at the terminal.
type Failure = String;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Batch(arguments) => batch::run(&arguments),
        Command::Parse(arguments) => parse::run(&arguments),
    };
    match outcome {
        Ok(code) => code,
        Err(message) => {
            eprintln!("dateline: {message}");
            ExitCode::from(2)
        }
    }
}
