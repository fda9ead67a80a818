//! Byte spans of the analysed text, and their translation into UTF-16 offsets.
//!
//! Inside the core every position is a byte offset. The public [`crate::analysis`] speaks UTF-16,
//! because `text.slice(start, end)` in JavaScript must give the span. The translation is made once,
//! in one pass over the text.

/// A half-open range `start..end` of byte offsets, both on character boundaries of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; `start <= end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Span { start: start as u32, end: end as u32 }
    }

    /// The words of the span.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(&self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the span holds no byte.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

/// Distance in bytes between two check points of a [`Utf16Map`].
const STEP: usize = 16;

/// Translates byte offsets of one text into UTF-16 code unit offsets in constant time.
#[derive(Debug)]
pub struct Utf16Map<'t> {
    text: &'t str,
    /// UTF-16 offset of the first character that starts at or after byte `STEP * i`; empty for ASCII text.
    checkpoints: Vec<(u32, u32)>,
}

impl<'t> Utf16Map<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for (at, c) in text.char_indices() {
                if at >= checkpoints.len() * STEP {
                    checkpoints.push((at as u32, units));
                }
                units += c.len_utf16() as u32;
            }
        }
        Utf16Map { text, checkpoints }
    }

    /// The UTF-16 offset of a byte offset that lies on a character boundary.
    pub fn offset(&self, byte: u32) -> u32 {
        let Some(&last) = self.checkpoints.last() else { return byte };
        let mut slot = self.checkpoints.get(byte as usize / STEP).copied().unwrap_or(last);
        if slot.0 > byte {
            slot = self.checkpoints[byte as usize / STEP - 1];
        }
        let tail = &self.text[slot.0 as usize..byte as usize];
        // Every character begins with a byte that is no continuation; those of four bytes are two units.
        slot.1 + tail.bytes().map(|b| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0)).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_offsets_of_ascii_are_byte_offsets() {
        assert_eq!(Utf16Map::new("Aleppo").offset(3), 3);
    }

    #[test]
    fn utf16_offsets_count_code_units_at_every_boundary() {
        let text = "A‘zaz 🚨 Māri‘ ".repeat(40);
        let map = Utf16Map::new(&text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(map.offset(at as u32), units);
            units += c.len_utf16() as u32;
        }
        assert_eq!(map.offset(text.len() as u32), units);
    }
}
