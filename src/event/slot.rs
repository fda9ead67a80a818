//! The syntactic slots of a trigger, and the roles they fill.

use super::Role;

/// Where a word stands towards a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Who does it: subject of the active, by-phrase of the passive.
    Subject,
    /// What it is done to: object of the active, subject of the passive.
    Object,
    /// Indirect object.
    Indirect,
    /// A noun or adjective before a noun trigger.
    Modifier,
    /// A possessor of a noun trigger.
    Possessor,
    /// A modifier of the object.
    ObjectModifier,
    /// After a preposition, by its number in [`PREPOSITIONS`].
    Preposition(u8),
}

/// The prepositions that frames and conditions name.
pub(super) const PREPOSITIONS: [&str; 43] = [
    "of",
    "by",
    "with",
    "using",
    "against",
    "on",
    "upon",
    "into",
    "to",
    "from",
    "in",
    "at",
    "near",
    "inside",
    "outside",
    "around",
    "across",
    "along",
    "throughout",
    "within",
    "over",
    "above",
    "between",
    "among",
    "under",
    "toward",
    "towards",
    "for",
    "through",
    "beyond",
    "off",
    "alongside",
    "north",
    "south",
    "east",
    "west",
    "out",
    "after",
    "amid",
    "about",
    "during",
    "as",
    "onto",
];

impl Slot {
    /// The slot of a name in the data files.
    pub(super) fn from_name(name: &str) -> Option<Slot> {
        Some(match name {
            "subj" => Slot::Subject,
            "obj" => Slot::Object,
            "iobj" => Slot::Indirect,
            "mod" => Slot::Modifier,
            "poss" => Slot::Possessor,
            "objmod" => Slot::ObjectModifier,
            preposition => Slot::preposition(preposition)?,
        })
    }

    /// The slot after a preposition.
    pub(super) fn preposition(word: &str) -> Option<Slot> {
        PREPOSITIONS.iter().position(|p| *p == word).map(|i| Slot::Preposition(i as u8))
    }

    /// The preposition of a slot, if it is one.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Slot::Preposition(i) => PREPOSITIONS.get(i as usize).copied(),
            _ => None,
        }
    }
}

/// None, one or two roles that a slot fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Role2(pub(super) [Option<Role>; 2]);

impl Role2 {
    /// Reads "agent", "place+target" or "-".
    pub(super) fn from_name(name: &str) -> Role2 {
        let mut roles = name.split('+').map(|role| match role {
            "agent" => Some(Role::Agent),
            "target" => Some(Role::Target),
            "place" => Some(Role::Place),
            "instrument" => Some(Role::Instrument),
            _ => None,
        });
        Role2([roles.next().flatten(), roles.next().flatten()])
    }
}

/// A word in a slot, with the rule that put it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Filler {
    pub(super) slot: Slot,
    pub(super) token: usize,
    pub(super) rule: &'static str,
}

/// The slots of one trigger.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    pub(super) fillers: Vec<Filler>,
    /// The trigger is a passive verb.
    pub(super) passive: bool,
    /// The verb of an infinitive that depends on the trigger: "vowed to attack".
    pub(super) infinitive: Option<usize>,
    /// A that-clause depends on the trigger.
    pub(super) clause: bool,
    /// The verb of the clause that depends on the trigger.
    pub(super) content: Option<usize>,
}

impl Slots {
    /// Adds a filler, once.
    pub(super) fn add(&mut self, slot: Slot, token: usize, rule: &'static str) {
        if !self.fillers.iter().any(|f| f.slot == slot && f.token == token) {
            self.fillers.push(Filler { slot, token, rule });
        }
    }

    /// The words in a slot.
    pub(super) fn of(&self, slot: Slot) -> impl Iterator<Item = usize> + '_ {
        self.fillers.iter().filter(move |f| f.slot == slot).map(|f| f.token)
    }

    /// Whether a slot is filled.
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.of(slot).next().is_some()
    }
}
