//! The language data of every stage, read once from what is compiled in.

use std::sync::OnceLock;

/// Everything the stages know of the language and the world. Immutable once read.
#[derive(Debug)]
pub struct Resources {
    /// Weights of the tagger and parser.
    pub language: crate::syntax::Language,
    /// Rules for time expressions.
    pub times: crate::time::Lexicon,
    /// Names and words that denote actors and places.
    pub mentions: crate::mention::Lexicon,
    /// Aliases, countries, the gazetteer.
    pub entities: crate::entity::Lexicon,
    /// Verbs of speech and other cues.
    pub attributions: crate::attribution::Lexicon,
    /// Words of killing, wounding, counting.
    pub casualties: crate::casualty::Lexicon,
    /// Triggers and their frames.
    pub events: crate::event::Lexicon,
}

impl Resources {
    /// The data that is compiled in; read on first use.
    pub fn embedded() -> &'static Resources {
        static EMBEDDED: OnceLock<Resources> = OnceLock::new();
        EMBEDDED.get_or_init(|| Resources {
            language: crate::syntax::Language::embedded(),
            times: crate::time::Lexicon::embedded(),
            mentions: crate::mention::Lexicon::embedded(),
            entities: crate::entity::Lexicon::embedded(),
            attributions: crate::attribution::Lexicon::embedded(),
            casualties: crate::casualty::Lexicon::embedded(),
            events: crate::event::Lexicon::embedded(),
        })
    }
}
