//! analysis → files: JSON as JavaScript writes it, and later CSV and Markdown.

mod json;

pub use json::to_json;
