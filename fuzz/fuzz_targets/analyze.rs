//! Any text has an analysis of which everything holds: `cargo +nightly fuzz run analyze`.
#![no_main]

#[path = "../../tests/checks/mod.rs"]
mod checks;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| checks::check(text));
