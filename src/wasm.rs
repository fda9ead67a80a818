//! The bindings: the only file that knows of wasm. Every export is stateless, so a trap in one call cannot spoil the next.

use crate::gazetteer::Gazetteer;
use crate::{Analysis, Options};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("analysis.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The analysis as TypeScript sees it.
    #[wasm_bindgen(typescript_type = "Analysis")]
    pub type AnalysisObject;
    /// The options as TypeScript sees them.
    #[wasm_bindgen(typescript_type = "Options | null | undefined")]
    pub type OptionsObject;
}

/// Makes a panic readable in the browser's console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Places: the core with regional packs. Immutable; make a new one to add packs.
#[wasm_bindgen]
pub struct Places(Gazetteer);

#[wasm_bindgen]
impl Places {
    /// Reads the bytes of packs (`Analysis.packs` names those that an article calls for). A damaged one is left out, and every
    /// analysis with these places warns of it.
    #[wasm_bindgen(constructor)]
    pub fn new(packs: Vec<js_sys::Uint8Array>) -> Places {
        let packs: Vec<Vec<u8>> = packs.iter().map(js_sys::Uint8Array::to_vec).collect();
        Places(Gazetteer::with_packs(&packs.iter().map(Vec::as_slice).collect::<Vec<_>>()))
    }

    /// As the function `analyze`, with these places.
    ///
    /// # Errors
    /// As [`analyze`].
    pub fn analyze(&self, text: &str, options: OptionsObject) -> Result<AnalysisObject, JsError> {
        object(&timed(text, options, &self.0)?)
    }

    /// As the function `toCsv`, with these places.
    ///
    /// # Errors
    /// As [`analyze`].
    #[wasm_bindgen(js_name = toCsv)]
    pub fn to_csv(&self, text: &str, options: OptionsObject) -> Result<String, JsError> {
        Ok(crate::export::to_csv(&read(text, options, &self.0)?, text))
    }

    /// As the function `toMarkdown`, with these places.
    ///
    /// # Errors
    /// As [`analyze`].
    #[wasm_bindgen(js_name = toMarkdown)]
    pub fn to_markdown(&self, text: &str, options: OptionsObject) -> Result<String, JsError> {
        Ok(crate::export::to_markdown(&read(text, options, &self.0)?, text))
    }
}

/// Analyses one article. Stateless and synchronous.
///
/// # Errors
/// Throws an `Error` in a plain sentence for options that are not as they should be.
#[wasm_bindgen]
pub fn analyze(text: &str, options: OptionsObject) -> Result<AnalysisObject, JsError> {
    object(&timed(text, options, Gazetteer::embedded())?)
}

/// The events of one article as comma-separated values, one row for each.
///
/// # Errors
/// As [`analyze`].
#[wasm_bindgen(js_name = toCsv)]
pub fn to_csv(text: &str, options: OptionsObject) -> Result<String, JsError> {
    Ok(crate::export::to_csv(&read(text, options, Gazetteer::embedded())?, text))
}

/// One article's analysis as a readable report in Markdown.
///
/// # Errors
/// As [`analyze`].
#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(text: &str, options: OptionsObject) -> Result<String, JsError> {
    Ok(crate::export::to_markdown(&read(text, options, Gazetteer::embedded())?, text))
}

fn read(text: &str, options: OptionsObject, places: &Gazetteer) -> Result<Analysis, JsError> {
    Ok(crate::analyze_with(text, &read_options(options.into())?, places)?)
}

fn timed(text: &str, options: OptionsObject, places: &Gazetteer) -> Result<Analysis, JsError> {
    let options = read_options(options.into())?;
    let stopwatch = Stopwatch::start();
    let analysis = crate::analyze_with(text, &options, places)?;
    stopwatch.stop();
    Ok(analysis)
}

fn object(analysis: &Analysis) -> Result<AnalysisObject, JsError> {
    Ok(analysis.serialize(&Serializer::json_compatible())?.into())
}

/// The events of one article in the columns of an ACLED table.
///
/// # Errors
/// As [`analyze`].
#[wasm_bindgen(js_name = toAcled)]
pub fn to_acled(text: &str, options: OptionsObject) -> Result<String, JsError> {
    let analysis = crate::analyze(text, &read_options(options.into())?)?;
    Ok(crate::export::to_acled(&analysis, text))
}

/// The events of one article as GeoJSON.
///
/// # Errors
/// As [`analyze`].
#[wasm_bindgen(js_name = toGeoJson)]
pub fn to_geojson(text: &str, options: OptionsObject) -> Result<String, JsError> {
    let analysis = crate::analyze(text, &read_options(options.into())?)?;
    Ok(crate::export::to_geojson(&analysis, text))
}

/// Grammar and names of a text as CoNLL-U; with a position in the text (in UTF-16 code units), the grammar of the sentence there.
#[wasm_bindgen]
pub fn parse(text: &str, at: Option<u32>) -> String {
    at.map_or_else(|| crate::export::parse(text), |at| crate::export::parse_at(text, at))
}

/// Name and version of the program and its models.
#[wasm_bindgen]
pub fn version() -> String {
    crate::generator()
}

fn read_options(options: JsValue) -> Result<Options, JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    let read = serde_wasm_bindgen::from_value(options.clone()).map_err(|e| JsError::new(&format!("The options are not as they should be: {e}.")))?;
    // Reading asks for the known keys only, so a misspelt one would pass in silence.
    let keys = js_sys::Object::keys(&js_sys::Object::from(options));
    match keys.iter().filter_map(|k| k.as_string()).find(|k| !OPTIONS.contains(&k.as_str())) {
        Some(key) => Err(JsError::new(&format!("The options have no \"{key}\"; they are {}.", OPTIONS.join(", ")))),
        None => Ok(read),
    }
}

/// The keys of [`Options`] as JavaScript writes them.
const OPTIONS: [&str; 3] = ["published", "source", "minScore"];

/// Enters how long the analysis took into the browser's performance timeline, as a measure named "dateline.analyze".
/// The page and the profiler read it there; the analysis itself never sees a clock.
struct Stopwatch {
    performance: Option<web_sys::Performance>,
}

const MEASURE: &str = "dateline.analyze";
const START: &str = "dateline.analyze.start";

impl Stopwatch {
    fn start() -> Self {
        // Windows, workers and Node all have it as a global; anything else goes untimed.
        let global = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("performance"));
        let performance = global.ok().filter(JsValue::is_object).map(JsCast::unchecked_into::<web_sys::Performance>);
        let performance = performance.filter(|p| p.mark(START).is_ok());
        Stopwatch { performance }
    }

    fn stop(self) {
        if let Some(performance) = self.performance {
            // The timeline keeps the last analysis only. A failure to note the time is no failure to analyse.
            performance.clear_measures_with_measure_name(MEASURE);
            let _ = performance.measure_with_start_mark(MEASURE, START);
            performance.clear_marks_with_mark_name(START);
        }
    }
}
