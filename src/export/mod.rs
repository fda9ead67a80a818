//! analysis → files: JSON as JavaScript writes it, Markdown.

mod json;
mod markdown;

pub use json::to_json;
pub use markdown::to_markdown;
