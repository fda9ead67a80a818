//! Which names the common noun phrases and pronouns refer to.

use super::home::Home;
use super::phrases::Phrase;
use super::{Clusters, Lexicon};
use crate::Reading;
use crate::analysis::{EntityType, MentionKind};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::lexicon::{HashMap, among};
use crate::mention::Mention;
use crate::syntax::Relation;

/// Sentences that a definite phrase looks back over.
pub(super) const WINDOW: usize = 6;
/// Mentions that any phrase looks back over: what lies further back is forgotten, so that time grows with length only.
pub(super) const REACH: usize = 400;

/// Puts nominal mentions, and pronouns where it is safe, into groups.
pub(super) fn group(reading: &Reading<'_>, mentions: &[Mention], lexicon: &Lexicon, clusters: &mut Clusters) {
    let home = Home::of(reading, mentions, lexicon, clusters);
    let mut by_key = HashMap::default();
    let is_equipment = |m: &Mention| lexicon.is_equipment(reading.tokens.norm(m.tokens.end - 1));
    for (index, group) in clusters.groups.iter().enumerate().filter(|(_, g)| !g.mentions.is_empty() && !g.key.is_empty()) {
        // "its soldiers" are no planes.
        if group.key.starts_with("force:") && group.mentions.iter().all(|&m| is_equipment(&mentions[m])) {
            continue;
        }
        by_key.entry(group.key.clone()).or_insert(index);
    }
    let only_armed_group = only_armed_group(mentions, clusters);
    let mut of_nations = by_key.iter().filter(|(key, _)| key.starts_with("rebels:")).map(|(_, &group)| group);
    let only_rebels = of_nations.next().filter(|_| of_nations.next().is_none());
    let many_armies = by_key.keys().filter(|key| key.starts_with("force:")).count() > 1;
    let mut linker =
        Linker { reading, mentions, lexicon, clusters, home, by_key, many_armies, only_armed_group, only_rebels, alike: HashMap::default() };
    for (index, mention) in mentions.iter().enumerate() {
        match mention.kind {
            MentionKind::Name => {}
            MentionKind::Nominal => linker.nominal(index),
            MentionKind::Pronoun => linker.pronoun(index),
        }
    }
}

pub(super) struct Linker<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) lexicon: &'a Lexicon,
    pub(super) clusters: &'a mut Clusters,
    pub(super) home: Home,
    /// Groups by the keys of their names.
    pub(super) by_key: HashMap<String, usize>,
    /// Whether the text names the armies of several states.
    pub(super) many_armies: bool,
    /// The named armed group, if the text has one only.
    pub(super) only_armed_group: Option<usize>,
    /// The rebels of a nation, if the text names those of one only: "Rebels retake village", before "Syrian rebels".
    pub(super) only_rebels: Option<usize>,
    /// Groups of nominals alone, by type and noun.
    pub(super) alike: HashMap<(EntityType, &'a str), usize>,
}

impl<'a> Linker<'a> {
    fn nominal(&mut self, index: usize) {
        let phrase = Phrase::of(self.reading, &self.mentions[index]);
        let government = phrase.entity_type == EntityType::Government && phrase.is_home();
        if let Some(key) = government.then(|| self.seated(index)).flatten() {
            match self.by_key.get(&key) {
                Some(&group) => self.clusters.put(index, group),
                None => {
                    self.begin(index, &phrase, key);
                }
            }
            return;
        }
        let beside = self.members(index, &phrase).or_else(|| self.class_of_name(index)).or_else(|| self.apposition(index));
        let (group, in_apposition) = match beside {
            Some(group) => (Some(group), true),
            None => (self.named(index, &phrase), false),
        };
        if let Some(group) = group {
            self.clusters.put(index, group);
            if in_apposition {
                self.alike.insert((phrase.entity_type, phrase.slot()), group);
            }
            return;
        }
        let slot = (phrase.entity_type, phrase.slot());
        match self.alike.get(&slot) {
            Some(&group)
                if !phrase.is_new()
                    && self.is_said_before(group, &phrase)
                    && !self.is_any_army(&phrase)
                    && !self.is_of_another(index, &phrase, group) =>
            {
                self.clusters.put(index, group)
            }
            _ => {
                let key = self
                    .home
                    .key(&phrase)
                    .or_else(|| {
                        self.key_of_owner(index)
                            .filter(|_| (phrase.is_owned() || self.is_sent(index)) && phrase.entity_type == EntityType::StateForce)
                    })
                    .unwrap_or_default();
                let group = self.begin(index, &phrase, key);
                self.alike.insert(slot, group);
            }
        }
    }

    /// Begins a group with a phrase, known by its key if it has one.
    fn begin(&mut self, index: usize, phrase: &Phrase<'a>, key: String) -> usize {
        let group = self.clusters.begin(index, phrase.entity_type, key.clone());
        if !key.is_empty() {
            self.by_key.insert(key, group);
        }
        group
    }

    /// Lower-case form; empty past the end of the text.
    pub(super) fn norm(&self, i: usize) -> &'a str {
        if i < self.reading.tokens.len() { self.reading.tokens.norm(i) } else { "" }
    }

    /// The named group that a phrase refers to.
    fn named(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        if phrase.is_indefinite() {
            return None;
        }
        if let Some(group) = self.paramilitary(index, phrase) {
            return Some(group);
        }
        match phrase.entity_type {
            EntityType::StateForce if phrase.has(&["coalition", "allied"]) => self.coalition(index),
            EntityType::StateForce if phrase.is_owned() => self.of_owner(index),
            EntityType::StateForce if phrase.is_home() => self.of_home(index, "force:"),
            EntityType::StateForce if phrase.is_new() => None,
            EntityType::StateForce if phrase.slot() == "army" => {
                // "sent troops": its own, not those that the text spoke of last.
                if self.is_sent(index) {
                    return self.of_owner(index);
                }
                let force = |m: &Mention, key: &str| m.entity_type == EntityType::StateForce && !key.starts_with('=') && !self.is_equipment(m);
                let whole = matches!(phrase.noun, "army" | "military");
                // "killing 40 soldiers", in a text on several armies, may be of any.
                let window = if self.many_armies && !phrase.definite { 1 } else { usize::MAX };
                self.nearest(index, window, |m, key| force(m, key) && !(whole && self.is_unit(m)))
            }
            // "its fighters": of the group that the sentence spoke of, not any rebels.
            EntityType::ArmedGroup if phrase.is_owned() => {
                self.nearest(index, 0, |m, _| m.entity_type == EntityType::ArmedGroup).or_else(|| self.group_here(index))
            }
            EntityType::ArmedGroup => self.armed_group(index, phrase),
            EntityType::Government if phrase.is_home() => self.of_home(index, "gov:"),
            EntityType::Government if phrase.definite => self.by_noun(index, phrase),
            EntityType::Place if phrase.definite => self.place(index, phrase),
            EntityType::Organization if phrase.noun == "coalition" => self.coalition(index),
            EntityType::Organization if phrase.definite => self.nearest(index, WINDOW, |m, _| m.entity_type == EntityType::Organization),
            EntityType::Person if phrase.definite => self.person(index, phrase),
            EntityType::Facility if phrase.definite => self.by_noun(index, phrase),
            EntityType::Population if phrase.noun == "victims" && phrase.definite => (index.saturating_sub(REACH)..index)
                .rev()
                .find(|&m| self.mentions[m].entity_type == EntityType::Population)
                .and_then(|m| self.clusters.of_mention[m]),
            _ => None,
        }
    }

    fn armed_group(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        let collective = matches!(phrase.noun, "group" | "organization" | "organisation" | "movement" | "militia" | "alliance");
        if collective && phrase.definite {
            let mention = &self.mentions[index];
            let syntax = &self.reading.syntax;
            let speaks = syntax.relation(mention.head) == Relation::Nsubj
                && syntax
                    .head(mention.head)
                    .is_some_and(|v| matches!(syntax.lemma(v), "say" | "report" | "add" | "document" | "call" | "urge" | "count"));
            if phrase.len() == 2
                && phrase.noun == "group"
                && syntax.relation(mention.head) == Relation::Nsubj
                && let Some(group) = self.subject_before(index)
            {
                return Some(group);
            }
            let armed = phrase.len() > 2 || !speaks && self.nearest(index, WINDOW, |m, _| m.entity_type == EntityType::ArmedGroup).is_some();
            return self
                .nearest(index, WINDOW, |m, _| m.entity_type == EntityType::ArmedGroup || !armed && m.entity_type == EntityType::Organization);
        }
        if phrase.slot() == "rebels" {
            let of_nation = self.nearest(index, usize::MAX, |_, key| key.starts_with("rebels:"));
            let told_later = || self.only_rebels.filter(|_| phrase.len() == 1);
            let only = || self.only_armed_group.filter(|_| phrase.definite);
            let last = || if phrase.definite && !self.alike.contains_key(&(phrase.entity_type, "rebels")) { self.group_before(index) } else { None };
            return of_nation.or_else(|| self.by_noun(index, phrase)).or_else(told_later).or_else(only).or_else(last);
        }
        if !phrase.definite {
            return None;
        }
        // A group that the sentence itself names would rather be "they".
        let here = self.sentence(index);
        let group = |m: &Mention, key: &str| m.entity_type == EntityType::ArmedGroup && !key.starts_with("rebels:");
        let told_before = |m: &Mention, key: &str| group(m, key) && self.reading.tokens.sentence_of(m.tokens.start) != here;
        self.by_noun(index, phrase).or_else(|| self.nearest(index, WINDOW, told_before)).or_else(|| self.nearest(index, WINDOW, group))
    }

    /// The government or the forces of the state that the text is set in.
    fn of_home(&self, index: usize, kind: &str) -> Option<usize> {
        match &self.home.country {
            Some(country) => self.by_key.get(&format!("{kind}{country}")).copied(),
            None => self.nearest(index, usize::MAX, |_, key| key.starts_with(kind)),
        }
    }

    fn coalition(&self, index: usize) -> Option<usize> {
        let named = |m: &Mention| m.tokens.clone().any(|t| self.reading.tokens.norm(t) == "coalition");
        self.nearest(index, usize::MAX, |m, _| m.entity_type == EntityType::Organization && named(m))
    }

    fn place(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        if let Some(named) = self.named_beside(index, phrase) {
            return Some(named);
        }
        match phrase.noun {
            // Of a state; "the provincial capital" is one of many.
            "capital" if phrase.words().count() <= 2 => {
                let ends = self.mentions[index].tokens.end;
                let capital = |m: &Mention, _: &str| m.entity_type == EntityType::Place && self.capital(m).is_some();
                (self.norm(ends) != "of").then(|| self.nearest(index, usize::MAX, capital)).flatten()
            }
            "country" => self.nearest(index, usize::MAX, |_, key| key.starts_with("place:")),
            "town" | "city" | "village" | "capital" => {
                let town = |m: &Mention, key: &str| m.entity_type == EntityType::Place && !key.starts_with("place:") && self.is_town(m);
                self.nearest(index, WINDOW, town)
            }
            "province" | "region" | "governorate" => self.by_noun(index, phrase).or_else(|| self.nearest(index, 2, |m, _| self.is_division(m))),
            "area" | "areas" | "part" | "parts" => None,
            _ => self.by_noun(index, phrase),
        }
    }

    /// "the capital Khartoum", "the port city, Hodeidah": the name that follows.
    fn named_beside(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        const NOUNS: &str = "capital city town village port island district province region";
        let (own, next) = (&self.mentions[index], self.mentions.get(index + 1)?);
        let comma = self.norm(own.tokens.end) == "," && self.norm(next.tokens.end) == "," && phrase.noun == "capital";
        let beside = next.tokens.start == own.tokens.end + usize::from(comma) && next.kind == MentionKind::Name;
        let suits = beside && next.entity_type == EntityType::Place && among(phrase.noun, NOUNS);
        suits.then(|| self.clusters.of_mention[index + 1]).flatten()
    }

    fn capital(&self, mention: &Mention) -> Option<PlaceId> {
        self.places(mention).iter().copied().find(|&p| self.reading.gazetteer.is_capital(p))
    }

    /// The state whose capital a name is.
    pub(super) fn state_of_capital(&self, mention: &Mention) -> Option<String> {
        self.reading.gazetteer.place(self.capital(mention)?).country.map(|c| c.as_str().to_owned())
    }

    fn kinds(&self, mention: &Mention) -> Vec<PlaceKind> {
        self.places(mention).iter().map(|&p| self.reading.gazetteer.place(p).kind).collect()
    }

    /// All places of a name.
    fn places(&self, mention: &Mention) -> &'a [PlaceId] {
        let words = self.reading.tokens.span(mention.tokens.clone()).of(self.reading.tokens.text);
        self.reading.gazetteer.find_name(words).map_or(&[], |m| m.places)
    }

    fn is_town(&self, mention: &Mention) -> bool {
        let last = self.reading.tokens.norm(mention.tokens.end - 1);
        if super::phrases::DIVISIONS.contains(&last) {
            return false;
        }
        let kinds = self.kinds(mention);
        let part =
            matches!(self.reading.tokens.norm(mention.tokens.start), "north" | "south" | "east" | "west" | "central" | "northern" | "southern");
        kinds.is_empty() && !part || kinds.contains(&PlaceKind::Town)
    }

    fn is_division(&self, mention: &Mention) -> bool {
        let last = self.reading.tokens.norm(mention.tokens.end - 1);
        mention.entity_type == EntityType::Place
            && (matches!(last, "province" | "region" | "governorate") || self.kinds(mention).contains(&PlaceKind::Admin1))
    }

    /// The nearest named group before a mention that suits.
    pub(super) fn nearest(&self, index: usize, window: usize, suits: impl Fn(&Mention, &str) -> bool) -> Option<usize> {
        let here = self.sentence(index);
        for m in (index.saturating_sub(REACH)..index).rev() {
            let mention = &self.mentions[m];
            if here - self.reading.tokens.sentence_of(mention.tokens.start) > window {
                return None;
            }
            if mention.kind != MentionKind::Name || self.is_hyphened(mention) {
                continue;
            }
            let Some(group) = self.clusters.of_mention[m] else { continue };
            if suits(mention, &self.clusters.groups[group].key) {
                return Some(group);
            }
        }
        None
    }

    /// The nearest group before a mention one of whose mentions ends in the noun.
    fn by_noun(&self, index: usize, phrase: &Phrase<'a>) -> Option<usize> {
        (index.saturating_sub(REACH)..index)
            .rev()
            .find(|&m| {
                self.mentions[m].entity_type == phrase.entity_type
                    && same_noun(self.reading.tokens.norm(self.mentions[m].tokens.end - 1), phrase.noun)
            })
            .and_then(|m| self.clusters.of_mention[m])
    }

    /// A person for "he" and "she", if one was named in this or the last sentences; nothing else is safe.
    fn pronoun(&mut self, index: usize) {
        if self.mentions[index].entity_type != EntityType::Person {
            return;
        }
        let named = || self.nearest(index, 2, |m, _| m.entity_type == EntityType::Person);
        if let Some(group) = self.speaker(index).or_else(named).or_else(|| self.office(index)) {
            self.clusters.put(index, group);
        }
    }

    /// "The Secretary-General is concerned. He condemns": the one who was told by the office alone.
    fn office(&self, index: usize) -> Option<usize> {
        let subject = |m: &Mention| self.reading.syntax.relation(m.head) == Relation::Nsubj;
        let near = (index.saturating_sub(REACH)..index).rev().take_while(|&m| self.sentence(m) + 1 >= self.sentence(index));
        let office = |&m: &usize| {
            let mention = &self.mentions[m];
            mention.entity_type == EntityType::Person
                && mention.kind == MentionKind::Nominal
                && subject(mention)
                && self.norm(mention.tokens.start) == "the"
        };
        near.into_iter().find(office).and_then(|m| self.clusters.of_mention[m])
    }
}

/// Whether two nouns are one, in either number.
fn same_noun(a: &str, b: &str) -> bool {
    let road = |w: &str| matches!(w, "road" | "highway" | "motorway");
    a == b || a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a) || road(a) && road(b)
}

/// The named armed group, if the text has one only.
fn only_armed_group(mentions: &[Mention], clusters: &Clusters) -> Option<usize> {
    let named = |g: &super::Group| g.kind == EntityType::ArmedGroup && g.mentions.first().is_some_and(|&m| mentions[m].kind == MentionKind::Name);
    let mut groups = clusters.groups.iter().enumerate().filter(|(_, g)| named(g));
    let first = groups.next()?.0;
    groups.next().is_none().then_some(first)
}
