//! Writes JSON field by field: in a set order, with numbers as ECMAScript prints them, and in far less code than a serializer for each type.

use std::fmt::Write;

/// JSON in the making.
#[derive(Debug, Default)]
pub(super) struct Json {
    out: String,
}

// Writing to a string cannot fail, so the results of `write!` are dropped.
impl Json {
    /// What was written.
    pub fn done(self) -> String {
        self.out
    }

    /// A field that is an object.
    pub fn object(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.key(key);
        self.nest('{', '}', fill);
    }

    /// A field that is a list.
    pub fn list(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.key(key);
        self.nest('[', ']', fill);
    }

    /// An item of a list that is an object; or the whole.
    pub fn item(&mut self, fill: impl FnOnce(&mut Self)) {
        self.separate();
        self.nest('{', '}', fill);
    }

    /// A field of words, null if unknown.
    pub fn text(&mut self, key: &str, value: Option<&str>) {
        self.key(key);
        match value {
            Some(value) => self.quoted(value),
            None => self.out.push_str("null"),
        }
    }

    /// A field with a number, null if unknown.
    pub fn number(&mut self, key: &str, value: Option<f64>) {
        self.key(key);
        match value {
            Some(value) => self.numeral(value),
            None => self.out.push_str("null"),
        }
    }

    /// A field with a whole number, null if unknown.
    pub fn count(&mut self, key: &str, value: Option<u32>) {
        self.number(key, value.map(f64::from));
    }

    /// A field with a list of words.
    pub fn texts<'s>(&mut self, key: &str, values: impl Iterator<Item = &'s str>) {
        self.key(key);
        self.out.push('[');
        for value in values {
            self.separate();
            self.quoted(value);
        }
        self.out.push(']');
    }

    /// A field with a list of numbers.
    pub fn numbers(&mut self, key: &str, values: &[f64]) {
        self.key(key);
        self.out.push('[');
        for &value in values {
            self.separate();
            self.numeral(value);
        }
        self.out.push(']');
    }

    /// A field that is null.
    pub fn null(&mut self, key: &str) {
        self.text(key, None);
    }

    fn nest(&mut self, open: char, close: char, fill: impl FnOnce(&mut Self)) {
        self.out.push(open);
        fill(self);
        self.out.push(close);
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.quoted(key);
        self.out.push(':');
    }

    /// A comma, unless this is the first in its object or list.
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }

    /// Rust's `Display` is the shortest form that reads back, without an exponent: ECMAScript's form for 1e-6 ≤ |x| < 1e21.
    fn numeral(&mut self, value: f64) {
        let _ = write!(self.out, "{value}");
    }

    fn quoted(&mut self, value: &str) {
        self.out.push('"');
        for c in value.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                c if c < ' ' => {
                    let _ = write!(self.out, "\\u{:04x}", u32::from(c));
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let odd = "\" \\ \n \r \t \u{1} 🚨 , [ { :";
        let mut json = Json::default();
        json.item(|json| {
            json.text("a", Some(odd));
            json.null("b");
            json.list("c", |json| {
                json.item(|json| json.number("d", Some(-1.5)));
                json.item(|_| {});
            });
            json.texts("e", [odd, "x"].into_iter());
            json.numbers("f", &[36.0, 0.25]);
            json.object("g", |json| json.count("h", Some(3)));
        });
        let written = json.done();
        let read: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        let expected = serde_json::json!({ "a": odd, "b": null, "c": [{ "d": -1.5 }, {}], "e": [odd, "x"], "f": [36, 0.25], "g": { "h": 3 } });
        assert_eq!(read, expected);
        assert!(written.contains("[36,0.25]"), "{written}");
    }
}
