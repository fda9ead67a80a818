//! Name mentions: known names and what stands with them, adjectives of states, and capitalised words.

use super::anchor::{Anchor, Anchors};
use super::bridge::is_bureau;
use super::lexicon::{Class, Sort};
use super::nation::STATES;
use super::phrase::{Phrase, Stem};
use super::run::{self, Run};
use super::settle;
use super::sheet::{Shape, Sheet, Style};
use super::{Mention, alias, armies, breaks, lists, phrase, state, trim};
use crate::analysis::{EntityType, MentionKind};
use crate::gazetteer::Level;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Finds the name mentions, in text order.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Mention> {
    let anchors = Anchors::of(sheet);
    let title_ends: Vec<Option<usize>> = (0..sheet.len()).map(|i| sheet.title(i)).collect();
    let titles = titles(&title_ends);
    let mut finder = Finder { sheet, anchors: &anchors, title_ends, titles, mentions: Vec::new(), runs: Vec::new() };
    let mut i = 0;
    while i < sheet.len() {
        i = finder.at(i).max(i + 1);
    }
    let Finder { mut mentions, mut runs, titles, .. } = finder;
    lists::level(sheet, &mentions, &mut runs);
    armies::arm_parties(&mut mentions);
    armies::send_armies(sheet, &mut mentions);
    armies::enlist_kurds(sheet, &mut mentions);
    settle::settle(sheet, runs, &mut mentions);
    for mention in mentions.iter_mut().filter(|m| m.entity_type == EntityType::Person) {
        mention.role = titles[mention.tokens.start].clone();
    }
    mentions.sort_by_key(|m| m.tokens.start);
    share_types(sheet, &mut mentions);
    mentions
}

/// "Jean Roux, known as Lion": what no list knows is what its other name is.
fn share_types(sheet: &Sheet<'_>, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let (before, after) = mentions.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last(), after.first_mut()) else { continue };
        if second.key.is_empty()
            && second.rule == "capitals"
            && second.entity_type != EntityType::Operation
            && alias::joins(sheet.reading, first.tokens.end, second.tokens.start)
        {
            second.entity_type = first.entity_type;
        }
    }
}

/// For each token, the title that ends just before it.
fn titles(ends: &[Option<usize>]) -> Vec<Option<Range<usize>>> {
    let mut titles: Vec<Option<Range<usize>>> = vec![None; ends.len() + 1];
    for (i, &end) in ends.iter().enumerate() {
        if let Some(end) = end {
            let start = titles[i].as_ref().map_or(i, |t| t.start);
            if titles[end].as_ref().is_none_or(|t| t.start > start) {
                titles[end] = Some(start..end);
            }
        }
    }
    titles
}

/// Walks the tokens from left to right.
pub(super) struct Finder<'a, 's> {
    pub(super) sheet: &'a Sheet<'s>,
    pub(super) anchors: &'a Anchors,
    /// For each token, the end of the title that begins there, and the title that ends just before it.
    title_ends: Vec<Option<usize>>,
    pub(super) titles: Vec<Option<Range<usize>>>,
    mentions: Vec<Mention>,
    runs: Vec<Run>,
}

impl Finder<'_, '_> {
    /// Reads what begins at a token; gives the token to go on with.
    fn at(&mut self, i: usize) -> usize {
        if let Some(end) = self.attitude(i).or_else(|| self.foreign(i)) {
            return end;
        }
        if self.anchors.at(i).is_none() && run::is_direction(self.sheet, i) && self.of_continent(i + 1) {
            // "Eastern European countries".
            let of = i > self.sheet.sentence(i).start && self.sheet.norm(i - 1) == "of";
            if !of && among(self.sheet.norm_in(i, i + 2), STATES) {
                self.push(i..i + 3, EntityType::Government, String::new(), "nation+noun", 0.8);
                return i + 3;
            }
            // "East African troops".
            let whose = phrase::after(self.sheet, i + 2, Stem::Adjective).filter(|p| !of && !p.described);
            let told = whose.and_then(|p| match p.noun.class {
                Class::Force => Some((p.end, EntityType::StateForce)),
                Class::Official => Some((p.end, EntityType::Government)),
                _ => None,
            });
            if let Some((end, entity_type)) = told {
                self.push(i..end, entity_type, String::new(), "nation+noun", 0.8);
                return end;
            }
            return i + 2;
        }
        let anchor = self.anchors.at(i).cloned();
        let title = self.title_ends[i].filter(|_| self.sheet.capital(i) && !self.is_titled_place(i));
        if let (Some(title), Some(anchor)) = (title, &anchor)
            && title > anchor.tokens.end
        {
            return title;
        }
        if let Some(anchor) = &anchor
            && let Some(end) = self.known(anchor)
        {
            return end;
        }
        if let Some(anchor) = &anchor
            && matches!(anchor.entry(self.sheet).sort, Sort::Demonym | Sort::Ethnic)
        {
            if self.is_land(anchor) {
                return self.run(i);
            }
            return anchor.tokens.end;
        }
        if let (None, Some(end)) = (&anchor, title) {
            let named = end + 1 < self.sheet.sentence(i).end && matches!(self.sheet.norm(end), "'s" | "'") && self.sheet.capital(end + 1);
            return if named && is_bureau(self.sheet.norm(end + 1)) { self.bureau(i..end + 2) } else { end };
        }
        if run::may_begin(self.sheet, i) { self.run(i) } else { i + 1 }
    }

    /// "in Sheikh Zuweid": a place whose first word is a title elsewhere.
    fn is_titled_place(&self, i: usize) -> bool {
        let sheet = self.sheet;
        i > sheet.sentence(i).start
            && among(sheet.norm(i - 1), "in near at to from of into around outside")
            && run::places(sheet, i).is_some_and(|m| {
                let end = i + m.words;
                m.words > 1 && m.level == Level::Exact && (end >= sheet.sentence(i).end || !sheet.capital(end))
            })
    }

    /// "Attorney General's Office".
    fn bureau(&mut self, tokens: Range<usize>) -> usize {
        let end = tokens.end;
        self.push(tokens, EntityType::Government, String::new(), "bureau", 0.9);
        end
    }

    /// Whether a title in capitals ends right before a token: "Admiral [Togo]".
    pub(super) fn is_titled(&self, i: usize) -> bool {
        let rank = |t: &Range<usize>| self.sheet.capital(t.start) && !matches!(self.sheet.norm(t.end - 1), "minister" | "president" | "ambassador");
        self.titles[i].as_ref().is_some_and(rank)
    }

    /// Whether the name of a people stands for its land: "in Tigray".
    fn is_land(&self, anchor: &Anchor) -> bool {
        let sheet = self.sheet;
        let (start, end) = (anchor.tokens.start, anchor.tokens.end);
        let noun = end < sheet.sentence(start).end && matches!(sheet.upos(end), Upos::Noun | Upos::Adj);
        let adjective = anchor.sort(sheet, Sort::Demonym).is_some();
        !noun
            && !adjective
            && sheet.upos(start) == Upos::Propn
            && run::places(sheet, start).is_some_and(|m| m.words >= end - start && !m.needs_support)
    }

    /// Whether the adjective of a continent stands at a token: "West [African] leaders".
    fn of_continent(&self, i: usize) -> bool {
        let sheet = self.sheet;
        i < sheet.sentence(i - 1).end && matches!(sheet.norm(i), "african" | "asian" | "european" | "american" | "arabian")
    }

    /// A name told again in its own script: "Abu Ghadiya (Arabic: أبو غادية)".
    fn foreign(&mut self, i: usize) -> Option<usize> {
        let sheet = self.sheet;
        if !is_foreign(sheet.text(i)) {
            return None;
        }
        let end = (i..sheet.sentence(i).end).find(|&t| !is_foreign(sheet.text(t))).unwrap_or(sheet.sentence(i).end);
        let last = self.mentions.last().map(|m| (m.tokens.clone(), m.entity_type, m.key.clone()));
        let run = self.runs.last().map(|r| r.tokens.end).filter(|&e| last.as_ref().is_none_or(|l| l.0.end < e));
        let near = run.or(last.as_ref().map(|l| l.0.end)).filter(|&e| e < i && i - e < 5 && (e..i).any(|t| sheet.norm(t) == "("))?;
        match (run, last) {
            (Some(_), _) => {
                let votes = self.runs.last().map(|r| r.votes.clone()).unwrap_or_default();
                self.runs.push(Run { tokens: i..end, votes, spot: None, doubtful: false });
            }
            (None, Some((_, entity_type, key))) if near < i => self.push(i..end, entity_type, key, "own-script", 0.8),
            _ => return None,
        }
        Some(end)
    }

    /// "pro-Assad forces", "anti-Houthi fighters".
    fn attitude(&mut self, i: usize) -> Option<usize> {
        let norm = self.sheet.norm(i);
        let friendly = norm.starts_with("pro-");
        if !(friendly || norm.starts_with("anti-")) || !self.sheet.text(i).contains(char::is_uppercase) {
            return None;
        }
        let names = &self.sheet.lexicon.names;
        let node = self.sheet.pieces(i).get(1..)?.iter().try_fold(0, |n, &p| names.step(n, p))?;
        let entry = &self.sheet.lexicon.entries[names.leaves(node).first()?.entry as usize];
        let phrase = phrase::after(self.sheet, i + 1, Stem::People)?;
        if !matches!(phrase.noun.class, Class::Force | Class::Fighter | Class::Rebel | Class::People) {
            return None;
        }
        let leader = friendly && entry.entity_type == EntityType::Person && phrase.noun.class != Class::Rebel;
        let (entity_type, key) = match entry.country {
            Some(country) if leader => (EntityType::StateForce, format!("force:{country}")),
            _ if phrase.noun.class == Class::People => (EntityType::Population, String::new()),
            _ => (EntityType::ArmedGroup, String::new()),
        };
        self.push(i..phrase.end, entity_type, key, "attitude", 0.9);
        Some(phrase.end)
    }

    /// A known name with what belongs to it.
    fn known(&mut self, anchor: &Anchor) -> Option<usize> {
        let entry = anchor.entry(self.sheet);
        match entry.sort {
            Sort::Plain => self.plain(anchor),
            Sort::Country | Sort::Capital | Sort::Demonym | Sort::Nation | Sort::Ethnic => self.national(anchor),
        }
    }

    /// A name of the lexicon: an armed group, a person, an organisation.
    fn plain(&mut self, anchor: &Anchor) -> Option<usize> {
        let sheet = self.sheet;
        let (number, entry) = anchor.plain(sheet)?;
        let end = anchor.tokens.end;
        let run_end = run::end(sheet, self.anchors, anchor.tokens.start);
        let stem = match entry.entity_type {
            EntityType::ArmedGroup => Stem::Group,
            EntityType::StateForce | EntityType::Organization => Stem::Body,
            EntityType::Person => Stem::Person,
            EntityType::Population => Stem::People,
            EntityType::Place => Stem::Country,
            EntityType::Operation | EntityType::Media | EntityType::Weapon | EntityType::Other => Stem::None,
            _ => Stem::Body,
        };
        if run_end > end && run::ends_as_name(sheet, anchor.tokens.start..run_end) {
            return Some(self.run(anchor.tokens.start));
        }
        if entry.entity_type == EntityType::Place && run_end > end && breaks::goes_on(sheet, self.anchors, end) {
            return Some(self.run(anchor.tokens.start));
        }
        // "Persian Gulf states".
        if entry.entity_type == EntityType::Place && among(sheet.norm_in(end - 1, end), STATES) {
            self.push(anchor.tokens.start..end + 1, EntityType::Government, String::new(), "nation+noun", 0.8);
            return Some(end + 1);
        }
        // "F-16 fighters", "AK-47 rifles"; "a Grad rocket", but not "Grad rocket fire".
        const MAKES: &str = "fighters jets jet warplanes bombers helicopters rifles missiles rockets drones launchers howitzers batteries tanks";
        let one = |i: usize| among(sheet.norm(i), "missile rocket rifle drone") && sheet.relation(i) != Relation::Compound;
        let made = end < sheet.sentence(end - 1).end && (among(sheet.norm(end), MAKES) || one(end)) && sheet.norm_in(end, end + 1) != "-";
        if entry.entity_type == EntityType::Weapon && made {
            self.push(anchor.tokens.start..end + 1, EntityType::Weapon, entry.key(), "name+noun", 0.9);
            return Some(end + 1);
        }
        if let Some(end) = self.bureau_of(anchor.tokens.clone()).filter(|_| entry.entity_type == EntityType::Person) {
            return Some(end);
        }
        if let Some(phrase) = phrase::after(sheet, end, stem)
            && (entry.entity_type != EntityType::Place || !phrase.possessive)
            && (entry.entity_type != EntityType::Person || armies::is_common(sheet, end, &phrase))
            && let Some((entity_type, key)) = self.of_body(number, &phrase)
        {
            let rule = if phrase.possessive { "possessive" } else { "name+noun" };
            self.push(anchor.tokens.start..phrase.end, entity_type, key, rule, 0.9);
            return Some(phrase.end);
        }
        // An adjective that names a side of a war is no name alone: "Republican [morale]".
        let side = anchor.tokens.len() == 1 && matches!(sheet.norm(end - 1), "republican" | "nationalist" | "confederate" | "allied");
        if side && sheet.norm_in(end - 1, end) != "-" {
            return Some(end);
        }
        if matches!(entry.entity_type, EntityType::ArmedGroup | EntityType::Organization)
            && let Some(stop) = self.creed(end)
        {
            let entity_type = if sheet.norm(end + 1) == "maoist" { EntityType::ArmedGroup } else { entry.entity_type };
            self.push(anchor.tokens.start..stop, entity_type, String::new(), "wing", 0.9);
            return Some(stop);
        }
        // "SLM-MM": a wing of a known group.
        if let Some(end) = self.wing(anchor).filter(|_| entry.entity_type == EntityType::ArmedGroup) {
            self.push(anchor.tokens.start..end, EntityType::ArmedGroup, String::new(), "wing", 0.9);
            return Some(end);
        }
        let key = entry.key();
        // A known short name of a person that runs on is another person: "Assad Khalil".
        let plain = sheet.style(end - 1) == Style::Plain;
        if entry.entity_type == EntityType::Person && run_end > end && anchor.tokens.len() == 1 && plain {
            return Some(self.run(anchor.tokens.start));
        }
        if entry.entity_type == EntityType::Person && run_end > end && breaks::goes_on(sheet, self.anchors, end) {
            self.push(anchor.tokens.start..run_end, EntityType::Person, String::new(), "longer-name", 0.8);
            return Some(run_end);
        }
        let building = matches!(entry.name, "Pentagon" | "White House" | "Kremlin" | "Downing Street" | "Parliament");
        let (entity_type, key) =
            if building && self.stands_at(anchor.tokens.start) { (EntityType::Facility, String::new()) } else { (entry.entity_type, key) };
        let range = match entry.entity_type {
            // "MiG-15", "F-4 Phantoms".
            EntityType::Weapon if run_end > end && (sheet.norm(end) == "-" || breaks::goes_on(sheet, self.anchors, end)) => {
                let range = anchor.tokens.start..run_end;
                self.push(range, entity_type, key, "lexicon", 0.9);
                return Some(run_end);
            }
            _ => anchor.tokens.clone(),
        };
        // "Vremya Online", "Shargh daily".
        let daily = entity_type == EntityType::Media && range.end == end && among(sheet.norm_in(end - 1, end), "online daily");
        let (range, end) = if daily { (range.start..end + 1, end + 1) } else { (range, end) };
        // "told The Orla Times".
        let start = anchor.tokens.start;
        let the = matches!(entity_type, EntityType::Media | EntityType::Organization)
            && start > sheet.sentence(start).start + 1
            && run_end <= range.end
            && sheet.text(start - 1) == "The"
            && !sheet.begins(start - 1)
            && sheet.style(start) == Style::Plain;
        let range = if the { start - 1..range.end } else { range };
        self.push(range, entity_type, key, "lexicon", 0.95);
        Some(end)
    }

    /// "CPN (Maoist)": where the creed in brackets ends that tells one party from others of its name.
    fn creed(&self, end: usize) -> Option<usize> {
        let at = |i: usize| self.sheet.norm_in(end - 1, i);
        (at(end) == "(" && among(at(end + 1), "maoist marxist marxist-leninist") && at(end + 2) == ")").then_some(end + 3)
    }

    /// Where the short name of a wing ends that a hyphen joins to the short name of its group.
    fn wing(&self, anchor: &Anchor) -> Option<usize> {
        let (sheet, end) = (self.sheet, anchor.tokens.end);
        let close = |t: usize| !sheet.reading.tokens.tokens[t].spaced;
        let joined =
            anchor.tokens.len() == 1 && sheet.norm_in(end - 1, end) == "-" && end + 1 < sheet.sentence(end).end && close(end) && close(end + 1);
        let short = joined && sheet.shape(end - 1) == Shape::Upper && sheet.shape(end + 1) == Shape::Upper && sheet.text(end + 1).len() < 6;
        short.then_some(end + 2)
    }

    /// "Erdogan's office": the people who speak for a ruler.
    pub(super) fn bureau_of(&mut self, person: Range<usize>) -> Option<usize> {
        let end = person.end;
        let office = self.sheet.norm_in(end - 1, end) == "'s" && self.sheet.norm_in(end - 1, end + 1) == "office";
        office.then(|| self.bureau(person.start..end + 2))
    }

    /// Whether something is at a building: "outside the Pentagon".
    fn stands_at(&self, start: usize) -> bool {
        let sheet = self.sheet;
        let first = sheet.sentence(start).start;
        let at = if start > first && sheet.norm(start - 1) == "the" { start - 1 } else { start };
        at > first && matches!(sheet.norm(at - 1), "at" | "outside" | "inside" | "near" | "in")
    }

    /// Type and key of a known body with a noun: "FSA fighters", "Assad's forces", "UN officials".
    fn of_body(&self, number: u32, phrase: &Phrase) -> Option<(EntityType, String)> {
        let lexicon = self.sheet.lexicon;
        let entry = &lexicon.entries[number as usize];
        let key = entry.key();
        match (entry.entity_type, phrase.noun.class) {
            (EntityType::Person, Class::Rebel) if matches!(self.sheet.norm(phrase.head), "opposition" | "resistance") => None,
            (EntityType::Person, class) => {
                let body = lexicon.commands.get(&number).map(|&b| &lexicon.entries[b as usize]);
                match class {
                    Class::Fighter if body.is_none() && self.sheet.norm(phrase.head) == "fighters" => Some((EntityType::ArmedGroup, String::new())),
                    Class::Force | Class::Fighter => Some(match (body, entry.country) {
                        (Some(body), _) => (body.entity_type, body.key()),
                        (None, Some(country)) => (EntityType::StateForce, format!("force:{country}")),
                        _ => (EntityType::StateForce, String::new()),
                    }),
                    Class::Rebel => Some((EntityType::ArmedGroup, body.map(|b| b.key()).unwrap_or_default())),
                    Class::Official => Some((EntityType::Government, entry.country.map(|c| format!("gov:{c}")).unwrap_or_default())),
                    _ => None,
                }
            }
            (EntityType::ArmedGroup, Class::Force | Class::Fighter | Class::Rebel | Class::Official) => Some((EntityType::ArmedGroup, key)),
            (EntityType::StateForce, Class::Official) if matches!(self.sheet.norm(phrase.head), "government" | "regime") => {
                Some((EntityType::Government, String::new()))
            }
            (EntityType::StateForce, Class::Force | Class::Fighter | Class::Official) => Some((EntityType::StateForce, key)),
            // A party that has troops is a party to the war.
            (EntityType::Organization, Class::Force | Class::Fighter)
                if entry.country.is_some() && armies::is_armed(self.sheet.norm(phrase.head)) =>
            {
                Some((EntityType::ArmedGroup, key))
            }
            // "ASEAN foreign ministers", "African Union soldiers".
            (EntityType::Organization, Class::Official) if among(self.sheet.norm(phrase.head), "ministers leaders") => {
                Some((EntityType::Government, String::new()))
            }
            (EntityType::Organization, Class::Force | Class::Fighter) if among(self.sheet.norm(phrase.head), "soldiers forces brigade battalion") => {
                Some((EntityType::StateForce, String::new()))
            }
            (EntityType::Organization | EntityType::Government, Class::Force | Class::Fighter | Class::Official) => {
                let entity_type = if entry.entity_type == EntityType::Government && phrase.noun.class != Class::Official {
                    EntityType::StateForce
                } else {
                    entry.entity_type
                };
                Some((entity_type, if entity_type == entry.entity_type { key } else { String::new() }))
            }
            (EntityType::Place | EntityType::Population, Class::Area) => Some((EntityType::Place, String::new())),
            (EntityType::Place, Class::Site) => Some((EntityType::Facility, String::new())),
            (EntityType::Place, Class::Official) => Some((EntityType::Government, String::new())),
            (EntityType::Place, Class::Force) => Some((EntityType::StateForce, String::new())),
            (EntityType::Place, Class::Fighter | Class::Rebel) => Some((EntityType::ArmedGroup, String::new())),
            (EntityType::ArmedGroup | EntityType::StateForce | EntityType::Organization | EntityType::Government, Class::People) => {
                Some((entry.entity_type, key))
            }
            // "UN tribunal".
            (EntityType::Organization, Class::Group) => Some((EntityType::Organization, String::new())),
            (EntityType::Population, Class::Rebel | Class::Fighter | Class::Force) => Some((EntityType::ArmedGroup, String::new())),
            (EntityType::Population, Class::People) => Some((EntityType::Population, key)),
            _ => None,
        }
    }

    /// Capitalised words that no list knows.
    pub(super) fn run(&mut self, i: usize) -> usize {
        let end = run::end(self.sheet, self.anchors, i);
        if let Some(start) = trim::skipped(self.sheet, i..end) {
            return start;
        }
        match run::read(self.sheet, i..end, self.titles[i].is_some()) {
            Some(mut run) => {
                self.namesake(&mut run);
                if let Some(end) = self.followers(&run) {
                    return end;
                }
                if let Some(end) = self.creed(run.tokens.end) {
                    if self.sheet.norm(end - 2) == "maoist" {
                        run.votes.push((EntityType::ArmedGroup, 6.0));
                    }
                    run.tokens.end = end;
                }
                let end = run.tokens.end;
                self.runs.push(run);
                end
            }
            None => i + 1,
        }
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, entity_type: EntityType, key: String, rule: &'static str, score: f32) {
        let head = state::head_of(self.sheet, tokens.clone());
        let score = if self.sheet.style(tokens.start) == Style::Plain { score } else { score * 0.9 };
        self.mentions.push(Mention { tokens, head, kind: MentionKind::Name, entity_type, key, role: None, rule, score });
    }
}

/// Whether a word is written in a script other than Latin, Greek or Cyrillic.
fn is_foreign(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_alphabetic() && c >= '\u{590}' && !('\u{1e00}'..='\u{1fff}').contains(&c))
}
