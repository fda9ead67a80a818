//! Words of killing, wounding, counting: what each word can be, read once from the tables in `data/`.

use crate::analysis::CasualtyKind;
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};
use crate::token::Tokens;

/// What a word can be; a word may be several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Roles(u32);

impl Roles {
    /// Verb form that takes its victims as object: "kills", "killed", "killing".
    pub const OBJECT: Roles = Roles(1);
    /// Passive participle: "killed".
    pub const PARTICIPLE: Roles = Roles(1 << 1);
    /// Verb whose subject is the victim: "died".
    pub const WENT: Roles = Roles(1 << 2);
    /// Word of state: "dead".
    pub const STATE: Roles = Roles(1 << 3);
    /// Noun that is counted itself: "deaths".
    pub const VICTIMS: Roles = Roles(1 << 4);
    /// Noun that takes victims with "of": "killing".
    pub const ACT: Roles = Roles(1 << 5);
    /// Noun that counts with a verb of taking: "prisoners".
    pub const HELD: Roles = Roles(1 << 6);
    /// Verb that takes a bare figure.
    pub const STRONG: Roles = Roles(1 << 7);
    /// Noun of people, plural.
    pub const PEOPLE: Roles = Roles(1 << 8);
    /// Noun of one person.
    pub const PERSON: Roles = Roles(1 << 9);
    /// Noun of things that are counted.
    pub const UNIT: Roles = Roles(1 << 10);
    /// Auxiliary.
    pub const AUX: Roles = Roles(1 << 11);
    /// May stand between victims and what befell them.
    pub const ADVERB: Roles = Roles(1 << 12);
    /// Negation.
    pub const NEGATION: Roles = Roles(1 << 13);
    /// Ends a noun phrase.
    pub const STOP: Roles = Roles(1 << 14);
    /// May follow a passive participle.
    pub const AFTER: Roles = Roles(1 << 15);
    /// Stands between verb and figure.
    pub const LEAD: Roles = Roles(1 << 16);
    /// Verb of taking: "took (12 hostages)".
    pub const TAKING: Roles = Roles(1 << 17);
    /// Verb of claiming lives.
    pub const CLAIMING: Roles = Roles(1 << 18);
    /// Stands between a toll and its figure: "rose to".
    pub const REACHING: Roles = Roles(1 << 19);
    /// The same, and the figure is a least one: "exceeded".
    pub const EXCEEDING: Roles = Roles(1 << 20);
    /// Woman, man, child words.
    pub const WOMEN: Roles = Roles(1 << 21);
    /// See [`Roles::WOMEN`].
    pub const MEN: Roles = Roles(1 << 22);
    /// See [`Roles::WOMEN`].
    pub const CHILDREN: Roles = Roles(1 << 23);
    /// Anything that may begin or make up a cue.
    pub const CUE: Roles = Roles(1 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5);

    /// Whether any of the other's bits is set.
    pub fn any(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets of bits.
    pub const fn with(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    fn add(&mut self, other: Roles) {
        self.0 |= other.0;
    }
}

/// How a number word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// "seven".
    One,
    /// "seventy".
    Ten,
    /// "hundred".
    Times,
    /// "hundreds".
    Vague,
}

/// What a word can be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sense {
    pub roles: Roles,
    pub kind: Option<CasualtyKind>,
    pub number: Option<(Counting, u64)>,
}

/// What a qualifier does to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    AtLeast,
    AtMost,
    /// "nearly": a round word is a bound ("nearly a million"), a number is a number ("nearly 1,200").
    Nearly,
    About,
    Same,
}

/// A qualifier's words and effect.
#[derive(Debug)]
pub(super) struct Qualifier {
    pub words: Vec<Box<str>>,
    pub after: bool,
    pub effect: Effect,
}

/// A phrase that says what befell the people before it.
#[derive(Debug)]
pub(super) struct Phrase {
    pub words: Vec<Box<str>>,
    pub kind: CasualtyKind,
}

/// Words of killing, wounding, counting.
#[derive(Debug)]
pub struct Lexicon {
    senses: HashMap<Box<str>, Sense>,
    pub(super) qualifiers: Vec<Qualifier>,
    pub(super) phrases: Vec<Phrase>,
    /// Verbs of several words that take victims as object.
    pub(super) verbs: Vec<Phrase>,
}

impl Lexicon {
    /// The data that is compiled in.
    pub fn embedded() -> Self {
        let mut lexicon = Lexicon { senses: HashMap::default(), qualifiers: Vec::new(), phrases: Vec::new(), verbs: Vec::new() };
        lexicon.read_cues(list("casualty/data/cues.tsv"));
        lexicon.read_words(list("casualty/data/words.tsv"));
        lexicon.read_people(list("casualty/data/persons.tsv"));
        for word in rows(list("casualty/data/units.tsv")).flat_map(|r| r.first().copied().unwrap_or_default().split(' ')) {
            lexicon.add(word, Roles::UNIT);
        }
        lexicon.read_numbers(list("casualty/data/numbers.tsv"));
        lexicon.read_qualifiers(list("casualty/data/qualifiers.tsv"));
        lexicon.phrases = phrases(list("casualty/data/phrases.tsv"));
        lexicon.verbs = phrases(list("casualty/data/verbs.tsv"));
        lexicon
    }

    /// What each word of a text can be, by [`crate::lexicon::Symbol`].
    pub(super) fn senses_of(&self, tokens: &Tokens<'_>) -> Vec<Sense> {
        tokens.vocabulary.iter().map(|(_, word)| self.senses.get(word).copied().unwrap_or_default()).collect()
    }

    fn add(&mut self, word: &str, role: Roles) {
        if !word.is_empty() {
            self.senses.entry(word.into()).or_default().roles.add(role);
        }
    }

    fn add_cue(&mut self, word: &str, role: Roles, kind: CasualtyKind) {
        self.add(word, role);
        if let Some(sense) = self.senses.get_mut(word) {
            sense.kind.get_or_insert(kind);
        }
    }

    fn read_cues(&mut self, table: &str) {
        for row in rows(table) {
            let [grammar, kind, words] = row[..] else { continue };
            let Some(kind) = kind_named(kind) else { continue };
            let strong = if grammar == "strong" { Roles::STRONG } else { Roles::default() };
            for (at, word) in words.split(' ').enumerate() {
                match grammar {
                    "strong" | "weak" => {
                        self.add_cue(word, if at == 3 { Roles::PARTICIPLE } else { Roles::OBJECT }, kind);
                        self.add(word, strong);
                    }
                    "went" => self.add_cue(word, Roles::WENT, kind),
                    "state" => self.add_cue(word, Roles::STATE, kind),
                    "victims" => self.add_cue(word, Roles::VICTIMS, kind),
                    "act" => self.add_cue(word, Roles::ACT, kind),
                    _ => self.add_cue(word, Roles::HELD, kind),
                }
            }
        }
    }

    fn read_words(&mut self, table: &str) {
        for row in rows(table) {
            let [role, words] = row[..] else { continue };
            let Some(role) = role_named(role) else { continue };
            words.split(' ').for_each(|w| self.add(w, role));
        }
    }

    fn read_people(&mut self, table: &str) {
        for row in rows(table) {
            let [plural, singular] = row[..] else { continue };
            self.add(plural, Roles::PEOPLE);
            if singular != "-" {
                self.add(singular, Roles::PERSON);
            }
        }
    }

    fn read_numbers(&mut self, table: &str) {
        for row in rows(table) {
            let [word, counting, value] = row[..] else { continue };
            let counting = match counting {
                "one" => Counting::One,
                "ten" => Counting::Ten,
                "times" => Counting::Times,
                _ => Counting::Vague,
            };
            self.senses.entry(word.into()).or_default().number = value.parse().ok().map(|v| (counting, v));
        }
    }

    fn read_qualifiers(&mut self, table: &str) {
        for row in rows(table) {
            let [words, place, effect] = row[..] else { continue };
            let effect = match effect {
                "at_least" => Effect::AtLeast,
                "at_most" => Effect::AtMost,
                "nearly" => Effect::Nearly,
                "about" => Effect::About,
                _ => Effect::Same,
            };
            self.qualifiers.push(Qualifier { words: words.split(' ').map(Into::into).collect(), after: place == "after", effect });
        }
        self.qualifiers.sort_by_key(|q| std::cmp::Reverse(q.words.len()));
    }
}

fn phrases(table: &str) -> Vec<Phrase> {
    let read = |row: Vec<&str>| {
        let [kind, words] = row[..] else { return None };
        Some(Phrase { words: words.split(' ').map(Into::into).collect(), kind: kind_named(kind)? })
    };
    rows(table).filter_map(read).collect()
}

fn kind_named(name: &str) -> Option<CasualtyKind> {
    Some(match name {
        "killed" => CasualtyKind::Killed,
        "injured" => CasualtyKind::Injured,
        "missing" => CasualtyKind::Missing,
        "captured" => CasualtyKind::Captured,
        "displaced" => CasualtyKind::Displaced,
        "affected" => CasualtyKind::Affected,
        _ => return None,
    })
}

fn role_named(name: &str) -> Option<Roles> {
    Some(match name {
        "aux" => Roles::AUX,
        "adverb" => Roles::ADVERB,
        "negation" => Roles::NEGATION,
        "stop" => Roles::STOP,
        "after" => Roles::AFTER,
        "lead" => Roles::LEAD,
        "taking" => Roles::TAKING,
        "claiming" => Roles::CLAIMING,
        "reaching" => Roles::REACHING,
        "exceeding" => Roles::EXCEEDING,
        "women" => Roles::WOMEN,
        "men" => Roles::MEN,
        "children" => Roles::CHILDREN,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_is_understood() {
        for row in rows(list("casualty/data/cues.tsv")) {
            assert!(row.len() == 3 && kind_named(row[1]).is_some(), "{row:?}");
            assert!(!matches!(row[0], "strong" | "weak") || row[2].split(' ').count() == 5, "{row:?}");
        }
        for row in rows(list("casualty/data/words.tsv")) {
            assert!(row.len() == 2 && role_named(row[0]).is_some(), "{row:?}");
        }
        for row in rows(list("casualty/data/phrases.tsv")).chain(rows(list("casualty/data/verbs.tsv"))) {
            assert!(row.len() == 2 && kind_named(row[0]).is_some(), "{row:?}");
        }
        assert!(rows(list("casualty/data/persons.tsv")).all(|r| r.len() == 2));
        assert!(rows(list("casualty/data/numbers.tsv")).all(|r| r.len() == 3 && r[2].parse::<u64>().is_ok()));
        assert!(rows(list("casualty/data/qualifiers.tsv")).all(|r| r.len() == 3));
    }
}
