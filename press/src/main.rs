//! Writes a file in the xz format: `press FILE OUT`.
//!
//! Web servers press wasm with gzip; xz makes our module a tenth smaller, its code a quarter. The page undoes it while it loads.

use lzma_rust2::{CheckType, LzmaOptions, XzOptions, XzWriter};
use std::io::{Error, Write};
use std::{env, fs};

/// Memory that the page needs to undo it, in bytes: more than any module has.
const DICTIONARY: u32 = 4 << 20;

fn pressed(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut options = XzOptions::with_preset(9);
    options.lzma_options.dict_size = DICTIONARY;
    options.lzma_options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.set_check_sum_type(CheckType::Crc32);
    let mut writer = XzWriter::new(Vec::new(), options)?;
    writer.write_all(bytes)?;
    writer.finish()
}

fn main() -> Result<(), Error> {
    let [file, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err(Error::other("usage: press FILE OUT"));
    };
    fs::write(out, pressed(&fs::read(file)?)?)
}
