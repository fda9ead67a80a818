//! JSON with numbers as ECMAScript prints them, so that the command line and `JSON.stringify` give the same bytes.

use crate::Analysis;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

/// Writes compact JSON, with numbers as ECMAScript prints them.
struct EcmaScript;

impl Formatter for EcmaScript {
    /// Rust's `Display` is the shortest form that reads back, without an exponent: ECMAScript's form for 1e-6 ≤ |x| < 1e21.
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}

/// One line of JSON, byte for byte what `JSON.stringify(analyze(text))` gives in JavaScript.
pub fn to_json(analysis: &Analysis) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail, and every map key of the result is a string.
    analysis.serialize(&mut Serializer::with_formatter(&mut out, EcmaScript)).unwrap_or_default();
    String::from_utf8(out).unwrap_or_default()
}
