//! What the user may say beside the text.

use crate::error::OptionsError;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where the text comes from, as the user gave it; copied into the result unread.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Address of the article.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(test, ts(optional))]
    pub url: Option<String>,
    /// Name of the outlet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(test, ts(optional))]
    pub outlet: Option<String>,
    /// Title of the article.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(test, ts(optional))]
    pub title: Option<String>,
}

/// Options of [`crate::analyze`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// Publication date (document creation time), `YYYY-MM-DD`. Without one, nothing is resolved that needs one.
    #[cfg_attr(test, ts(optional = nullable))]
    pub published: Option<String>,
    /// Where the text comes from.
    #[cfg_attr(test, ts(optional = nullable))]
    pub source: Option<Source>,
    /// Events with a score below this are left out (0 to 1; 0.5 unless told).
    #[cfg_attr(test, ts(optional = nullable))]
    pub min_score: Option<f64>,
}

impl Options {
    /// The publication date as a calendar date. An empty string counts as none.
    ///
    /// # Errors
    /// The date is not a calendar date in the form `YYYY-MM-DD`.
    pub fn published_date(&self) -> Result<Option<Date>, OptionsError> {
        match self.published.as_deref().map(str::trim) {
            None | Some("") => Ok(None),
            Some(given) if given.len() == 10 => given.parse().map(Some).map_err(|_| OptionsError::bad_date(given)),
            Some(given) => Err(OptionsError::bad_date(given)),
        }
    }

    /// The lowest score of events to keep.
    ///
    /// # Errors
    /// The score is not between 0 and 1.
    pub fn lowest_score(&self) -> Result<f64, OptionsError> {
        match self.min_score {
            None => Ok(0.5),
            Some(s) if (0.0..=1.0).contains(&s) => Ok(s),
            Some(s) => Err(OptionsError::bad_score(s)),
        }
    }
}
