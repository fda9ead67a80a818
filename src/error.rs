//! What can go wrong: only the options. Analysis itself cannot fail on any text.

use std::fmt;

/// A mistake in the options, told in a plain sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionsError {
    message: String,
}

impl OptionsError {
    pub(crate) fn bad_date(given: &str) -> Self {
        OptionsError { message: format!("The publication date \"{given}\" is not a calendar date written YYYY-MM-DD.") }
    }

    pub(crate) fn bad_score(given: f64) -> Self {
        OptionsError { message: format!("The lowest score must lie between 0 and 1, but it is {given}.") }
    }
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for OptionsError {}
