//! `dateline parse`: the grammar of a text, or of words that are already cut, as CoNLL-U on standard output.

use crate::Failure;
use crate::analyze::{print, read};
use clap::Args;
use dateline::export;
use std::path::PathBuf;
use std::process::ExitCode;

/// Print part of speech, lemma, head, relation and name of every word as CoNLL-U.
#[derive(Args)]
pub struct Arguments {
    /// UTF-8 text, or a .conllu file whose words and sentences are kept; - or nothing for standard input, where CoNLL-U is known by its first line.
    #[arg(default_value = "-")]
    file: PathBuf,
}

/// Reads, parses, prints.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let input = read(&arguments.file)?;
    let given = arguments.file.extension().is_some_and(|x| x == "conllu") || arguments.file.as_os_str() == "-" && looks_given(&input);
    let named = |e: String| format!("{}: {e}", arguments.file.display());
    print(&if given { export::parse_conllu(&input).map_err(named)? } else { export::parse(&input) })
}

/// Whether the first line that is no comment is a word's row.
fn looks_given(input: &str) -> bool {
    input.lines().find(|l| !l.trim().is_empty() && !l.starts_with('#')).is_some_and(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.len() == 10 && columns[0].starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::looks_given;

    #[test]
    fn text_and_conllu_are_told_apart() {
        assert!(looks_given("# sent_id = 1\n1\tRebels\t_\t_\t_\t_\t_\t_\t_\t_\n"));
        assert!(!looks_given("# A heading\n\nRebels took the town.\n"));
        assert!(!looks_given("1\ttwo columns\n"));
        assert!(!looks_given(""));
    }
}
