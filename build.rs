//! Presses all lists of language data into one file, without their comments: together they are a sixth smaller than alone.

#[path = "src/press.rs"]
#[allow(dead_code)]
mod press;

use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files)?;
    files.sort();
    let mut all = String::new();
    for file in files {
        let name = file.strip_prefix("src").unwrap_or(&file).to_string_lossy().replace('\\', "/");
        all.push_str(&format!("{}{name}\n", press::MARK));
        let text = std::fs::read_to_string(&file)?;
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            all.push_str(line);
            all.push('\n');
        }
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    std::fs::write(out.join("lists.lzma"), press::press(all.as_bytes()))
}

/// The lists that the program reads; examples and whole texts are for its tests.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    const FOR_TESTS: [&str; 9] =
        ["examples.tsv", "negatives.txt", "peaceful.txt", "arguments.tsv", "modes.tsv", "dates.tsv", "cases.tsv", "pages", "core.pack"];
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| FOR_TESTS.iter().any(|test| *test == name)) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "tsv" || end == "txt") {
            files.push(path);
        }
    }
    Ok(())
}
