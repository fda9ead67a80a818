//! The file of weights: a header that ties it to the code, a checksum, then sections.

use crate::press;
use std::fmt;

/// First bytes of every model file.
const MAGIC: &[u8; 8] = b"DATELANG";

/// Changes whenever features, layers or sections change, so that old weights are refused.
pub const VERSION: u32 = 4;

/// No list of words or rules is longer, in bytes.
const MOST_TEXT: usize = 4 << 20;

/// Why a model file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelError {
    message: String,
}

impl ModelError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        ModelError { message: message.into() }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ModelError {}

/// The sections of a model file, whole and unaltered.
#[derive(Debug)]
pub struct Sections<'a> {
    rest: &'a [u8],
}

impl<'a> Sections<'a> {
    /// Checks the header and the checksum.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or_else(|| ModelError::new("This is not a file of language weights."))?;
        let (version, rest) = number(rest)?;
        if version != VERSION {
            return Err(ModelError::new(format!("The weights are of version {version}, but this program needs version {VERSION}.")));
        }
        let (sum, rest) = number(rest)?;
        if sum != checksum(rest) {
            return Err(ModelError::new("The file of language weights is damaged."));
        }
        Ok(Sections { rest })
    }

    /// The next section.
    pub fn section(&mut self) -> Result<&'a [u8], ModelError> {
        let (length, rest) = number(self.rest)?;
        let (section, rest) = rest.split_at_checked(length as usize).ok_or_else(truncated)?;
        self.rest = rest;
        Ok(section)
    }

    /// The next section, a pressed text.
    pub fn text(&mut self) -> Result<Vec<u8>, ModelError> {
        press::expand(self.section()?, MOST_TEXT).ok_or_else(|| ModelError::new("A list of the language weights cannot be read."))
    }
}

fn truncated() -> ModelError {
    ModelError::new("The file of language weights is cut short.")
}

fn number(bytes: &[u8]) -> Result<(u32, &[u8]), ModelError> {
    let (head, rest) = bytes.split_first_chunk::<4>().ok_or_else(truncated)?;
    Ok((u32::from_le_bytes(*head), rest))
}

/// FNV-1a.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Writes a model file.
pub fn write(sections: &[&[u8]]) -> Vec<u8> {
    let mut rest = Vec::new();
    for section in sections {
        rest.extend((section.len() as u32).to_le_bytes());
        rest.extend_from_slice(section);
    }
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend(checksum(&rest).to_le_bytes());
    out.extend(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_come_back() {
        let file = write(&[b"one", b"", b"three"]);
        let mut sections = Sections::open(&file).expect("a good file");
        assert_eq!(sections.section(), Ok(&b"one"[..]));
        assert_eq!(sections.section(), Ok(&b""[..]));
        assert_eq!(sections.section(), Ok(&b"three"[..]));
        assert!(sections.section().is_err());
    }

    #[test]
    fn a_text_is_pressed() {
        let file = write(&[&press::press(b"one\ntwo"), b"not pressed"]);
        let mut sections = Sections::open(&file).expect("a good file");
        assert_eq!(sections.text(), Ok(b"one\ntwo".to_vec()));
        assert!(sections.text().is_err());
    }

    #[test]
    fn any_cut_or_changed_byte_is_an_error() {
        let file = write(&[b"one", b"two"]);
        for end in 0..file.len() {
            assert!(Sections::open(&file[..end]).is_err());
        }
        for i in 0..file.len() {
            let mut changed = file.clone();
            changed[i] ^= 1;
            assert!(Sections::open(&changed).is_err());
        }
    }
}
