//! The event types, their families, and their codes in other codebooks.

use crate::analysis::{Codes, terms};
use crate::lexicon::{list, rows};
use std::sync::OnceLock;

terms! {
    /// What happened.
    #[allow(missing_docs)]
    EventType {
        Airstrike, Shelling, Clash, Bombing, SuicideBombing, Attack, ChemicalAttack, Abuse, Abduction, Interception, Destruction,
        Capture, Withdrawal, Deployment, Blockade,
        Displacement, Coercion, Protest, Aid, Casualties,
        Agreement, Talks, Release, Sanction, Support, Demand, Threat, Rejection, Accusation,
    }
}

terms! {
    /// The families of event types.
    #[allow(missing_docs)]
    Family { Violence, Control, Civil, Diplomacy }
}

const TABLE: &str = "event/ontology.tsv";

impl EventType {
    /// The name in the analysis: "suicide_bombing".
    pub fn name(self) -> &'static str {
        self.row()[0]
    }

    /// The type of a name.
    pub fn from_name(name: &str) -> Option<EventType> {
        EventType::ALL.iter().copied().find(|t| t.name() == name)
    }

    /// The family of the type.
    pub fn family(self) -> Family {
        match self.row()[1] {
            "violence" => Family::Violence,
            "control" => Family::Control,
            "civil" => Family::Civil,
            _ => Family::Diplomacy,
        }
    }

    /// The codes of the type where they do not depend on the participants.
    pub fn codes(self) -> Codes {
        let row = self.row();
        let cell = |i: usize| row.get(i).filter(|c| !c.is_empty()).map(|c| c.to_string());
        Codes { acled: cell(2), plover: cell(3), cameo: cell(4) }
    }

    /// The table has one row for each type, in the order of declaration. It is asked for every pair of events, so it is read once.
    fn row(self) -> &'static [&'static str] {
        static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
        let known = ROWS.get_or_init(|| rows(list(TABLE)).collect()).get(self as usize);
        known.map_or(&["", ""], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_row_and_the_row_its_name() {
        assert_eq!(rows(list(TABLE)).count(), EventType::ALL.len());
        for t in EventType::ALL {
            assert_eq!(serde_json::to_value(t).unwrap(), t.name());
            assert_eq!(serde_json::to_value(t.family()).unwrap(), t.row()[1]);
        }
    }
}
