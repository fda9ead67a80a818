//! The command line: `dateline analyze`, `dateline batch`.

mod analyze;
mod batch;
mod documents;
mod packs;

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
}

/// A message for the person at the terminal.
type Failure = String;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Batch(arguments) => batch::run(&arguments),
    };
    match outcome {
        Ok(code) => code,
        Err(message) => {
            eprintln!("dateline: {message}");
            ExitCode::from(2)
        }
    }
}
