//! The words and names that are compiled in.

use super::fold::pieces;
use super::trie::Trie;
use crate::analysis::EntityType;
use crate::lexicon::HashMap;
use crate::lexicon::{list, rows};

/// What a known name is beside its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A name like any other.
    Plain,
    /// A state.
    Country,
    /// An adjective of a state: "Syrian".
    Demonym,
    /// A word for the people of a state: "Syrians".
    Nation,
    /// The seat of a government.
    Capital,
    /// An adjective of a people, a faith, a region: "Kurdish".
    Ethnic,
}

/// A known name.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The canonical form.
    pub name: &'static str,
    /// What it is.
    pub entity_type: EntityType,
    /// What else it is.
    pub sort: Sort,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// Whether it is a name for the forces or the government of its state as a whole.
    pub whole: bool,
}

impl Entry {
    /// The key of its mentions.
    pub(crate) fn key(&self) -> String {
        match (self.country, self.entity_type) {
            (Some(country), EntityType::StateForce) if self.whole => format!("force:{country}"),
            (Some(country), EntityType::Government) if self.whole => format!("gov:{country}"),
            _ => format!("={}", self.name),
        }
    }
}

/// One spelling of a known name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelling {
    /// Index of the name in [`Lexicon::entries`].
    pub entry: u32,
    /// How many of its words begin with a capital.
    pub capitals: u8,
    /// Whether it is written in capitals throughout.
    pub upper: bool,
    /// Whether it is a short form with capitals inside: "LeT".
    pub mixed: bool,
}

/// How a common noun behaves beside names; `data/nouns.tsv` says what each is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Class {
    Force,
    Fighter,
    Rebel,
    Official,
    Person,
    People,
    Site,
    Area,
    Town,
    Weapon,
    Group,
    Media,
    Thing,
}

/// A common noun.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noun {
    /// How it behaves.
    pub class: Class,
    /// What it denotes when it stands alone.
    pub entity_type: EntityType,
    /// Whether the form is the first of several: a singular.
    pub singular: bool,
}

/// Marks of single words.
pub(crate) mod mark {
    /// A first name.
    pub const FIRST: u8 = 1;
    /// Often capitalised without being a name.
    pub const COMMON: u8 = 2;
    /// May stand between a determiner or name and the noun.
    pub const MODIFIER: u8 = 4;
    /// A noun of a deed.
    pub const ACTING: u8 = 8;
    /// A known name that is also a word of every day.
    pub const AMBIGUOUS: u8 = 16;
    /// A verb that a capital city can be the subject of as a government.
    pub const STATE_ACT: u8 = 32;
}

/// Words that make mentions.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: HashMap<Box<str>, u32>,
    marks: Vec<u8>,
    /// Type of a name by its last word.
    ends: Vec<Option<EntityType>>,
    /// Type of a name by its first word.
    starts: Vec<Option<EntityType>>,
    pub(crate) names: Trie<Spelling>,
    pub(crate) nouns: Trie<Noun>,
    pub(crate) titles: Trie<()>,
    pub(crate) entries: Vec<Entry>,
    /// From a person to the body that person leads, by index of entry.
    pub(crate) commands: HashMap<u32, u32>,
    by_name: HashMap<&'static str, u32>,
}

const NAMES: [(&str, EntityType); 10] = [
    ("mention/data/groups.tsv", EntityType::ArmedGroup),
    ("mention/data/forces.tsv", EntityType::StateForce),
    ("mention/data/organizations.tsv", EntityType::Organization),
    ("mention/data/media.tsv", EntityType::Media),
    ("mention/data/persons.tsv", EntityType::Person),
    ("mention/data/operations.tsv", EntityType::Operation),
    ("mention/data/governments.tsv", EntityType::Government),
    ("mention/data/weapons.tsv", EntityType::Weapon),
    ("mention/data/peoples.tsv", EntityType::Population),
    ("mention/data/regions.tsv", EntityType::Place),
];

impl Lexicon {
    /// The words that are compiled in.
    pub fn embedded() -> Self {
        let mut lexicon = Lexicon::default();
        lexicon.intern("");
        lexicon.read_countries();
        for (file, entity_type) in NAMES {
            lexicon.read_names(list(file), entity_type);
        }
        for row in rows(list("mention/data/ethnic.tsv")) {
            if let [word, country] = row[..] {
                lexicon.add(word, word, EntityType::Population, Sort::Ethnic, code(country));
            }
        }
        lexicon.read_commands();
        lexicon.read_nouns();
        lexicon.read_titles();
        lexicon.read_heads();
        lexicon.mark_all(list("mention/data/firstnames.txt"), mark::FIRST);
        lexicon.mark_all(list("mention/data/common.txt"), mark::COMMON);
        lexicon.mark_all(list("mention/data/modifiers.txt"), mark::MODIFIER);
        lexicon.mark_all(list("mention/data/acting.txt"), mark::ACTING);
        lexicon.mark_all(list("mention/data/ambiguous.txt"), mark::AMBIGUOUS);
        lexicon.mark_all(list("mention/data/state_acts.txt"), mark::STATE_ACT);
        lexicon
    }

    /// The number of a folded piece; 0 if no list holds it.
    pub(crate) fn word(&self, piece: &str) -> u32 {
        self.words.get(piece).copied().unwrap_or(0)
    }

    /// Whether a numbered word bears a mark.
    pub(crate) fn is(&self, word: u32, mark: u8) -> bool {
        self.marks[word as usize] & mark != 0
    }

    /// Type of a name that ends in a word.
    pub(crate) fn end(&self, word: u32) -> Option<EntityType> {
        self.ends[word as usize]
    }

    /// Type of a name that begins with a word.
    pub(crate) fn start(&self, word: u32) -> Option<EntityType> {
        self.starts[word as usize]
    }

    /// Index of the entry of a canonical name.
    pub(crate) fn entry_of(&self, name: &str) -> Option<u32> {
        self.by_name.get(name).copied()
    }

    fn intern(&mut self, piece: &str) -> u32 {
        if let Some(&known) = self.words.get(piece) {
            return known;
        }
        let number = self.marks.len() as u32;
        self.words.insert(piece.into(), number);
        self.marks.push(0);
        self.ends.push(None);
        self.starts.push(None);
        number
    }

    /// The numbers of the pieces of a phrase.
    fn intern_all(&mut self, phrase: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        for word in phrase.split([' ', '_']) {
            pieces(word, |p| numbers.push(self.intern(p)));
        }
        numbers
    }

    fn add(&mut self, name: &'static str, spelling: &str, entity_type: EntityType, sort: Sort, country: Option<&'static str>) {
        let entry = self.entries.len() as u32;
        self.entries.push(Entry { name, entity_type, sort, country, whole: false });
        if sort == Sort::Plain {
            self.by_name.entry(name).or_insert(entry);
        }
        self.spell(entry, spelling);
    }

    fn spell(&mut self, entry: u32, spelling: &str) {
        let words = self.intern_all(spelling);
        if words.is_empty() {
            return;
        }
        // The article may be small in any of them: "Al-Shabaab", "al-Shabaab".
        let large = |w: &&str| w.chars().next().is_some_and(char::is_uppercase) && !matches!(*w, "Al" | "El");
        let capitals = spelling.split([' ', '-', '/']).filter(large).count() as u8;
        let upper = spelling.chars().filter(|c| c.is_alphabetic()).count() > 1 && !spelling.chars().any(char::is_lowercase);
        let inner = spelling.chars().filter(|c| c.is_uppercase()).count() > 1;
        let mixed = inner && !upper && words.len() == 1 && spelling.chars().count() < 6;
        self.names.insert(&words, Spelling { entry, capitals, upper, mixed });
    }

    fn read_names(&mut self, file: &'static str, entity_type: EntityType) {
        for row in rows(file) {
            let [name, country, aliases, ref rest @ ..] = row[..] else { continue };
            self.add(name, name, entity_type, Sort::Plain, code(country));
            let entry = self.entries.len() as u32 - 1;
            self.entries[entry as usize].whole = rest.first() == Some(&"all");
            for alias in aliases.split(';').filter(|a| !matches!(*a, "-" | "")) {
                self.spell(entry, alias);
            }
        }
    }

    fn read_countries(&mut self) {
        for row in rows(list("mention/data/countries.tsv")) {
            let [country, names, adjectives, nations, capitals, ..] = row[..] else { continue };
            let name = names.split(';').next().unwrap_or(names);
            let sorts = [(names, EntityType::Place, Sort::Country), (adjectives, EntityType::Government, Sort::Demonym)];
            let more = [(nations, EntityType::Population, Sort::Nation), (capitals, EntityType::Place, Sort::Capital)];
            // The fighters of states that never stood are armed groups.
            let stood = !matches!(country, "XB" | "XC");
            for (spellings, entity_type, sort) in sorts.into_iter().chain(more) {
                let sort = if sort == Sort::Demonym && !stood { Sort::Ethnic } else { sort };
                for spelling in spellings.split(';').filter(|s| !matches!(*s, "-" | "")) {
                    let canonical = if sort == Sort::Capital { spelling } else { name };
                    self.add(canonical, spelling, entity_type, sort, Some(country));
                }
            }
        }
    }

    fn read_commands(&mut self) {
        for row in rows(list("mention/data/commands.tsv")) {
            if let [person, body] = row[..]
                && let (Some(person), Some(body)) = (self.entry_of(person), self.entry_of(body))
            {
                self.commands.insert(person, body);
            }
        }
    }

    fn read_nouns(&mut self) {
        for row in rows(list("mention/data/nouns.tsv")) {
            let [class, entity_type, forms] = row[..] else { continue };
            let (Some(class), Some(entity_type)) = (class_of(class), type_of(entity_type)) else { continue };
            let several = forms.contains(' ');
            for (i, form) in forms.split(' ').enumerate() {
                let words = self.intern_all(form);
                self.nouns.insert(&words, Noun { class, entity_type, singular: several && i == 0 });
            }
        }
    }

    fn read_titles(&mut self) {
        for row in rows(list("mention/data/titles.tsv")) {
            if let Some(title) = row.first() {
                let words = self.intern_all(title);
                self.titles.insert(&words, ());
            }
        }
    }

    fn read_heads(&mut self) {
        for row in rows(list("mention/data/heads.tsv")) {
            let [side, entity_type, words] = row[..] else { continue };
            let Some(entity_type) = type_of(entity_type) else { continue };
            for word in words.split(' ') {
                for number in self.intern_all(word).into_iter().take(1) {
                    let side = if side == "end" { &mut self.ends } else { &mut self.starts };
                    side[number as usize] = Some(entity_type);
                }
            }
        }
    }

    fn mark_all(&mut self, file: &str, mark: u8) {
        for word in file.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace) {
            if let [number] = self.intern_all(word)[..] {
                self.marks[number as usize] |= mark;
            }
        }
    }
}

fn code(country: &'static str) -> Option<&'static str> {
    (country != "-").then_some(country)
}

/// The type that a data file names.
pub(crate) fn type_of(name: &str) -> Option<EntityType> {
    Some(match name {
        "person" => EntityType::Person,
        "armed_group" => EntityType::ArmedGroup,
        "state_force" => EntityType::StateForce,
        "government" => EntityType::Government,
        "organization" => EntityType::Organization,
        "media" => EntityType::Media,
        "place" => EntityType::Place,
        "facility" => EntityType::Facility,
        "population" => EntityType::Population,
        "weapon" => EntityType::Weapon,
        "operation" => EntityType::Operation,
        "other" => EntityType::Other,
        _ => return None,
    })
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "force" => Class::Force,
        "fighter" => Class::Fighter,
        "rebel" => Class::Rebel,
        "official" => Class::Official,
        "person" => Class::Person,
        "people" => Class::People,
        "site" => Class::Site,
        "area" => Class::Area,
        "town" => Class::Town,
        "weapon" => Class::Weapon,
        "group" => Class::Group,
        "media" => Class::Media,
        "thing" => Class::Thing,
        _ => return None,
    })
}
