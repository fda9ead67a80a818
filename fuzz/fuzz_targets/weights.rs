//! Any bytes are weights or an error, never a crash: `cargo +nightly fuzz run weights`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = dateline::syntax::Language::read(bytes);
});
