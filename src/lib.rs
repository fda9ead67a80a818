//! Dateline reads a news article on armed conflict and says who did what to whom, where, when,
//! with how many casualties, according to whom, and whether it happened at all.
//!
//! One pipeline: text → [`document`] → [`token`] → [`syntax`] → [`mention`] → [`entity`], [`time`]
//! → [`event`] → [`timeline`] → [`analysis`]. Each stage is a pure function of earlier results.
//!
//! ```
//! let options = dateline::Options { published: Some("2016-11-02".into()), ..Default::default() };
//! let analysis = dateline::analyze("Rebels seized the town of Akhtarin on Tuesday.", &options)?;
//! assert_eq!(analysis.schema, "1");
//! # Ok::<(), dateline::OptionsError>(())
//! ```

pub mod analysis;
mod assemble;
pub mod attribution;
pub mod casualty;
pub mod document;
pub mod entity;
mod error;
pub mod event;
pub mod export;
pub mod gazetteer;
pub mod lexicon;
pub mod mention;
mod options;
pub mod press;
mod resources;
pub mod span;
pub mod syntax;
pub mod time;
pub mod timeline;
pub mod token;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::Analysis;
pub use error::OptionsError;
pub use options::{Options, Source};
pub use resources::Resources;

/// The text with what is known of its layout, its words and their grammar: what every later stage reads.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The text and its layout.
    pub document: document::Document<'t>,
    /// Its words and sentences.
    pub tokens: token::Tokens<'t>,
    /// Their grammar, word by word.
    pub syntax: syntax::Syntax,
    /// The places that names are looked up in.
    pub gazetteer: &'t gazetteer::Gazetteer,
}

impl<'t> Reading<'t> {
    /// Reads a text up to its grammar.
    pub fn of(text: &'t str, resources: &Resources) -> Self {
        Reading::with_places(text, resources, gazetteer::Gazetteer::embedded())
    }

    /// Reads a text up to its grammar; later stages look names up in the places given.
    pub fn with_places(text: &'t str, resources: &Resources, gazetteer: &'t gazetteer::Gazetteer) -> Self {
        let document = document::read(text);
        let tokens = token::tokenize(&document);
        let syntax = syntax::annotate(&tokens, &resources.language);
        Reading { document, tokens, syntax, gazetteer }
    }
}

/// Analyses one article. Pure: the same text, options and version give the same result everywhere.
///
/// # Errors
/// Only bad options are errors; any text has an analysis.
pub fn analyze(text: &str, options: &Options) -> Result<Analysis, OptionsError> {
    analyze_with(text, options, gazetteer::Gazetteer::embedded())
}

/// As [`analyze`], with the places of regional packs: see [`gazetteer::Gazetteer::with_packs`] and [`Analysis::packs`].
///
/// # Errors
/// As [`analyze`].
pub fn analyze_with(text: &str, options: &Options, gazetteer: &gazetteer::Gazetteer) -> Result<Analysis, OptionsError> {
    let published = options.published_date()?;
    let lowest_score = options.lowest_score()?;
    Ok(with_context(text, published, gazetteer, |context, resources| {
        let events = event::find(context, &resources.events);
        assemble::assemble(context, events, options, lowest_score)
    }))
}

/// Reads a text up to what the event stage reads, and does something with it.
fn with_context<T>(
    text: &str,
    published: Option<jiff::civil::Date>,
    gazetteer: &gazetteer::Gazetteer,
    work: impl FnOnce(&event::Context<'_>, &Resources) -> T,
) -> T {
    let resources = Resources::embedded();
    let reading = Reading::with_places(text, resources, gazetteer);
    let times = time::find(&reading, &resources.times, published);
    let mentions = mention::find(&reading, &times, &resources.mentions);
    let entities = entity::resolve(&reading, &mentions, &resources.entities);
    let attributions = attribution::find(&reading, &mentions, &resources.attributions);
    let tolls = casualty::find(&reading, &mentions, &resources.casualties);
    let context = event::Context {
        reading: &reading,
        times: &times,
        mentions: &mentions,
        entities: &entities,
        attributions: &attributions,
        tolls: &tolls,
        published,
    };
    work(&context, resources)
}

/// What the words of an article may name, with their bytes: what the weights of triggers are learnt from.
///
/// # Errors
/// As [`analyze`].
pub fn guesses(text: &str, options: &Options) -> Result<Vec<(std::ops::Range<usize>, event::Guessed)>, OptionsError> {
    let published = options.published_date()?;
    Ok(with_context(text, published, gazetteer::Gazetteer::embedded(), |context, resources| {
        let place = |g: &event::Guessed| {
            let span = context.reading.tokens.span(g.tokens.clone());
            span.start as usize..span.end as usize
        };
        event::guesses(context, &resources.events).into_iter().map(|g| (place(&g), g)).collect()
    }))
}

/// Name and version of the program and its models.
pub fn generator() -> String {
    format!("dateline {}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod typescript {
    //! Keeps `analysis.d.ts` equal to the Rust types.

    use crate::analysis::*;
    use crate::event::{EventType, Family};
    use crate::options::{Options, Source};
    use ts_rs::{Config, TS};

    #[test]
    fn the_typescript_types_are_those_of_rust() {
        let c = Config::default();
        macro_rules! declare { ($($t:ty),+) => { [$((<$t>::docs(), <$t>::decl(&c))),+] } }
        let types = declare!(
            EntityType,
            MentionKind,
            TimeType,
            Modality,
            CasualtyKind,
            Quantifier,
            TimeBasis,
            TimePrecision,
            GeoPrecision,
            PlaceRelation,
            Stance,
            DateBasis,
            EventType,
            Family,
            TextSpan,
            Analysis,
            Published,
            PublishedCandidate,
            DocumentParts,
            Entity,
            EntityMention,
            Coordinates,
            Time,
            Event,
            Where,
            EventTime,
            Casualty,
            Groups,
            Claim,
            Evidence,
            Codes,
            TimelineItem,
            Warning,
            Source,
            Options
        );
        let mut fresh = String::from("// Made from the Rust types by a test; do not edit. To renew: UPDATE_TYPES=1 cargo test --lib typescript\n");
        for (docs, declaration) in types {
            fresh.push_str(&format!("\n{}export {declaration}\n", docs.unwrap_or_default()));
        }
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/analysis.d.ts");
        if std::env::var_os("UPDATE_TYPES").is_some() {
            std::fs::write(file, &fresh).unwrap();
        }
        assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), fresh, "src/analysis.d.ts is out of date");
    }
}
