//! Pressed files: LZMA, which makes names and words a tenth smaller than what web servers press by themselves.

use lzma_rust2::LzmaReader;
use std::io::Read;

/// Stands before the name of each of several lists in one file.
pub const MARK: char = '\u{1}';

/// No pressed file may ask for more memory than this, in KiB.
const MOST_MEMORY: u32 = 32 << 10;

/// Presses bytes for delivery.
#[cfg(not(target_arch = "wasm32"))]
pub fn press(bytes: &[u8]) -> Vec<u8> {
    use lzma_rust2::{LzmaOptions, LzmaWriter};
    use std::io::Write;
    let mut options = LzmaOptions::with_preset(9);
    (options.pb, options.nice_len) = (0, LzmaOptions::NICE_LEN_MAX);
    options.dict_size = (bytes.len().next_power_of_two() as u32).clamp(1 << 16, 16 << 20);
    let write = || {
        let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
        writer.write_all(bytes)?;
        writer.finish()
    };
    // Writing to memory does not fail.
    write().unwrap_or_default()
}

/// Undoes [`press`]; `None` for anything else, and for more than `most` bytes.
pub fn expand(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let reader = LzmaReader::new_mem_limit(bytes, MOST_MEMORY, None).ok()?;
    let mut out = Vec::new();
    reader.take(most as u64 + 1).read_to_end(&mut out).ok()?;
    (out.len() <= most).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pressed_comes_back() {
        let text = "Saraqib, Saraqeb, Saraqab; ".repeat(400);
        for bytes in [&b""[..], b"x", text.as_bytes()] {
            assert_eq!(expand(&press(bytes), 1 << 20).as_deref(), Some(bytes));
        }
        assert!(press(text.as_bytes()).len() < 120);
        assert_eq!(expand(&press(text.as_bytes()), 100), None);
    }

    #[test]
    fn anything_else_is_refused_or_other_bytes_but_no_crash() {
        let pressed = press("Saraqib, in Idlib province".as_bytes());
        for end in 0..pressed.len() {
            let _ = expand(&pressed[..end], 1 << 20);
        }
        for (at, value) in (0..pressed.len()).flat_map(|at| [0, 1, 0x7F, 0xFF].map(|v| (at, v))) {
            let mut altered = pressed.clone();
            altered[at] = value;
            let _ = expand(&altered, 1 << 20);
        }
        assert_eq!(expand(b"DGZ1", 1 << 20), None);
    }
}
