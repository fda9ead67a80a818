//! Name mentions: known names and what stands with them, adjectives of states, and capitalised words.

use super::anchor::{Anchor, Anchors};
use super::lexicon::{Class, Noun, Sort, mark};
use super::phrase::{Phrase, Stem};
use super::run::{self, Run};
use super::settle;
use super::sheet::{Shape, Sheet, Style};
use super::{Mention, phrase, state};
use crate::analysis::{EntityType, MentionKind};
use crate::syntax::Upos;
use std::ops::Range;

/// Finds the name mentions, in text order.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Mention> {
    let anchors = Anchors::of(sheet);
    let mut finder = Finder { sheet, anchors: &anchors, titles: titles(sheet), mentions: Vec::new(), runs: Vec::new() };
    let mut i = 0;
    while i < sheet.len() {
        i = finder.at(i).max(i + 1);
    }
    let Finder { mut mentions, runs, titles, .. } = finder;
    settle::settle(sheet, runs, &mut mentions);
    for mention in mentions.iter_mut().filter(|m| m.entity_type == EntityType::Person) {
        mention.role = titles[mention.tokens.start].clone();
    }
    mentions.sort_by_key(|m| m.tokens.start);
    mentions
}

/// For each token, the title that ends just before it.
fn titles(sheet: &Sheet<'_>) -> Vec<Option<Range<usize>>> {
    let mut titles: Vec<Option<Range<usize>>> = vec![None; sheet.len() + 1];
    for i in 0..sheet.len() {
        if let Some(end) = sheet.title(i) {
            let start = titles[i].as_ref().map_or(i, |t| t.start);
            if titles[end].as_ref().is_none_or(|t| t.start > start) {
                titles[end] = Some(start..end);
            }
        }
    }
    titles
}

/// Walks the tokens from left to right.
struct Finder<'a, 's> {
    sheet: &'a Sheet<'s>,
    anchors: &'a Anchors,
    titles: Vec<Option<Range<usize>>>,
    mentions: Vec<Mention>,
    runs: Vec<Run>,
}

impl Finder<'_, '_> {
    /// Reads what begins at a token; gives the token to go on with.
    fn at(&mut self, i: usize) -> usize {
        if let Some(end) = self.attitude(i).or_else(|| self.foreign(i)) {
            return end;
        }
        let anchor = self.anchors.at(i).cloned();
        if let Some(anchor) = &anchor
            && let Some(end) = self.known(anchor)
        {
            return end;
        }
        if let Some(anchor) = &anchor
            && matches!(anchor.entry(self.sheet).sort, Sort::Demonym | Sort::Ethnic)
        {
            return anchor.tokens.end;
        }
        if anchor.is_none()
            && let Some(end) = self.sheet.title(i)
            && self.sheet.capital(i)
        {
            return end;
        }
        if run::may_begin(self.sheet, i) { self.run(i) } else { i + 1 }
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
            EntityType::Operation | EntityType::Media | EntityType::Weapon | EntityType::Other => Stem::None,
            _ => Stem::Body,
        };
        if run_end > end && run::ends_as_name(sheet, anchor.tokens.start..run_end) && entry.entity_type != EntityType::Person {
            return Some(self.run(anchor.tokens.start));
        }
        if let Some(phrase) = phrase::after(sheet, end, stem)
            && let Some((entity_type, key)) = self.of_body(number, &phrase)
        {
            let rule = if phrase.possessive { "possessive" } else { "name+noun" };
            self.push(anchor.tokens.start..phrase.end, entity_type, key, rule, 0.9);
            return Some(phrase.end);
        }
        let key = entry.key();
        // A known short name of a person that runs on is another person: "Assad Khalil".
        if entry.entity_type == EntityType::Person && run_end > end && anchor.tokens.len() == 1 {
            return Some(self.run(anchor.tokens.start));
        }
        let building = matches!(entry.name, "Pentagon" | "White House" | "Kremlin" | "Downing Street" | "Parliament");
        let (entity_type, key) =
            if building && self.stands_at(anchor.tokens.start) { (EntityType::Facility, String::new()) } else { (entry.entity_type, key) };
        let range = match entry.entity_type {
            EntityType::Operation => anchor.tokens.start..end,
            _ => anchor.tokens.clone(),
        };
        self.push(range, entity_type, key, "lexicon", 0.95);
        Some(end)
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
            (EntityType::Person, class) => {
                let body = lexicon.commands.get(&number).map(|&b| &lexicon.entries[b as usize]);
                match class {
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
            (EntityType::StateForce, Class::Force | Class::Fighter | Class::Official) => Some((EntityType::StateForce, key)),
            (EntityType::Organization | EntityType::Government, Class::Force | Class::Fighter | Class::Official) => {
                let entity_type = if entry.entity_type == EntityType::Government && phrase.noun.class != Class::Official {
                    EntityType::StateForce
                } else {
                    entry.entity_type
                };
                Some((entity_type, if entity_type == entry.entity_type { key } else { String::new() }))
            }
            (EntityType::Population, Class::Rebel | Class::Fighter | Class::Force) => Some((EntityType::ArmedGroup, String::new())),
            (EntityType::Population, Class::People) => Some((EntityType::Population, key)),
            _ => None,
        }
    }

    /// A state, its adjective, its people, the seat of its government; a people or faith.
    fn national(&mut self, anchor: &Anchor) -> Option<usize> {
        let sheet = self.sheet;
        let (start, end) = (anchor.tokens.start, anchor.tokens.end);
        let adjective = anchor.sort(sheet, Sort::Demonym).or(anchor.sort(sheet, Sort::Ethnic));
        let country = anchor.sort(sheet, Sort::Country);
        let capital = anchor.sort(sheet, Sort::Capital);
        let nation = anchor.sort(sheet, Sort::Nation);
        let code = anchor.entry(sheet).country;
        let state = adjective.is_none_or(|a| a.sort == Sort::Demonym);
        if let Some(named) = self.led(anchor) {
            return Some(named);
        }
        let stem = if adjective.is_some() {
            Stem::Adjective
        } else if country.is_some() {
            Stem::Country
        } else if capital.is_some() {
            Stem::Capital
        } else {
            Stem::People
        };
        if let Some(end) = self.border(anchor) {
            return Some(end);
        }
        if let Some((entity_type, key)) = self.shared(anchor) {
            self.push(start..end, entity_type, key, "shared-noun", 0.85);
            return Some(end);
        }
        if let Some(phrase) = phrase::after(sheet, end, stem) {
            let run_end = run::end(sheet, self.anchors, start);
            if run_end > phrase.end && run::ends_as_name(sheet, start..run_end) {
                return Some(self.run(start));
            }
            if let Some((entity_type, mut key)) = of_state(code.filter(|_| state || stem == Stem::Country), &phrase, stem) {
                if phrase.apart
                    && let Some(code) = code
                {
                    let words: Vec<&str> = (end..phrase.end).map(|i| sheet.norm(i)).filter(|w| !matches!(*w, "'s" | "'")).collect();
                    key = format!("gov/{}:{code}", words.join(" "));
                }
                self.push(start..phrase.end, entity_type, key, "nation+noun", 0.9);
                return Some(phrase.end);
            }
            if adjective.is_some() && country.is_none() && matches!(phrase.noun.class, Class::Person | Class::Town) {
                return None;
            }
        }
        let run_end = run::end(sheet, self.anchors, start);
        if run_end > end && run::ends_as_name(sheet, start..run_end) {
            return Some(self.run(start));
        }
        if adjective.is_some() && self.describes(end) {
            let code = code.filter(|_| state)?;
            self.push(start..end, EntityType::Government, format!("gov:{code}"), "acting-adjective", 0.8);
            return Some(end);
        }
        if adjective.is_some() && self.before_title(end) {
            return None;
        }
        if country.is_some() || capital.is_some() {
            let acts = state::acts(sheet, start..end, country.is_none()) || hyphen_deed(sheet, end) || self.meets(start, end);
            let code = code?;
            let (entity_type, key) = match (acts, country.is_some()) {
                (true, _) => (EntityType::Government, format!("gov:{code}")),
                (false, true) => (EntityType::Place, format!("place:{code}")),
                (false, false) => (EntityType::Place, String::new()),
            };
            self.push(start..end, entity_type, key, "state", 0.9);
            return Some(end);
        }
        let article = start > sheet.sentence(start).start && sheet.norm(start - 1) == "the";
        if (nation.is_some() && adjective.is_none()) || (nation.is_some() || article && state) && self.alone(start, end) {
            let fights = state::fights(sheet, start..end);
            let (entity_type, kind) = match (fights, state) {
                (true, true) => (EntityType::StateForce, "force"),
                (true, false) => (EntityType::ArmedGroup, "rebels"),
                _ => (EntityType::Population, "people"),
            };
            let key = code.map(|c| format!("{kind}:{c}")).unwrap_or_default();
            self.push(start..end, entity_type, key, "nation", 0.7);
            return Some(end);
        }
        None
    }

    /// "Syria-Iraq border".
    fn border(&mut self, anchor: &Anchor) -> Option<usize> {
        let sheet = self.sheet;
        let end = anchor.tokens.end;
        if !matches!(sheet.norm_in(end - 1, end), "-" | "–" | "/") || end + 1 >= sheet.sentence(end - 1).end {
            return None;
        }
        let next = self.anchors.at(end + 1).filter(|a| a.sort(sheet, Sort::Country).is_some() || a.sort(sheet, Sort::Demonym).is_some())?;
        let border = next.tokens.end;
        if !matches!(sheet.norm_in(end, border), "border" | "frontier") {
            return None;
        }
        self.push(anchor.tokens.start..border + 1, EntityType::Place, String::new(), "border", 0.9);
        Some(border + 1)
    }

    /// "Syrian" in "Syrian and Russian warplanes": what the noun of the next adjective makes of it.
    fn shared(&self, anchor: &Anchor) -> Option<(EntityType, String)> {
        let sheet = self.sheet;
        let code = anchor.sort(sheet, Sort::Demonym)?.country?;
        let end = anchor.tokens.end;
        if sheet.norm_in(end - 1, end) != "and" || end + 1 >= sheet.sentence(end - 1).end {
            return None;
        }
        let next = self.anchors.at(end + 1)?;
        next.sort(sheet, Sort::Demonym)?;
        let phrase = phrase::after(sheet, next.tokens.end, Stem::Adjective)?;
        if !matches!(phrase.noun.class, Class::Force | Class::Fighter | Class::Official) {
            return None;
        }
        of_state(Some(code), &phrase, Stem::Adjective)
    }

    /// "US-led coalition", "Kurdish-led alliance".
    fn led(&mut self, anchor: &Anchor) -> Option<usize> {
        let sheet = self.sheet;
        let end = anchor.tokens.end;
        if !(sheet.norm_in(end - 1, end) == "-" && sheet.norm_in(end - 1, end + 1) == "led") {
            return None;
        }
        let phrase = phrase::after(sheet, end + 2, Stem::People)?;
        let entity_type = match sheet.norm(phrase.head) {
            "coalition" | "mission" => EntityType::Organization,
            "alliance" | "militia" | "militias" | "fighters" | "rebels" | "forces" => match anchor.entry(sheet).sort {
                Sort::Ethnic => EntityType::ArmedGroup,
                _ => EntityType::Organization,
            },
            _ => return None,
        };
        self.push(anchor.tokens.start..phrase.end, entity_type, String::new(), "led", 0.85);
        Some(phrase.end)
    }

    /// Whether an adjective of a state stands before a deed: "Russian airstrikes", "Turkish-backed".
    fn describes(&self, end: usize) -> bool {
        let sheet = self.sheet;
        if hyphen_deed(sheet, end) {
            return true;
        }
        let limit = sheet.sentence(end - 1).end.min(end + 4);
        for i in end..limit {
            if sheet.is(i, mark::ACTING) && matches!(sheet.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::X) {
                return true;
            }
            if sheet.norm(i) == "and" && self.anchors.at(i + 1).is_some_and(|a| a.entry(sheet).sort == Sort::Demonym) {
                continue;
            }
            if self.anchors.at(i).is_some_and(|a| a.entry(sheet).sort == Sort::Demonym) {
                continue;
            }
            if !(sheet.is(i, mark::MODIFIER) || sheet.upos(i) == Upos::Adj) || sheet.shape(i) == Shape::Mark {
                return false;
            }
        }
        false
    }

    /// Whether a state stands in a row of states before a meeting: "Turkey-Russia-Iran summit".
    fn meets(&self, start: usize, end: usize) -> bool {
        let sheet = self.sheet;
        let sentence = sheet.sentence(start);
        let hyphen = |i: usize| sentence.contains(&i) && matches!(sheet.norm(i), "-" | "–");
        if !(hyphen(end) || start > sentence.start && hyphen(start - 1)) {
            return false;
        }
        let mut at = end;
        while hyphen(at) && sentence.contains(&(at + 1)) && self.anchors.at(at + 1).is_some() {
            at = self.anchors.at(at + 1).map_or(at + 1, |a| a.tokens.end);
        }
        sentence.contains(&at)
            && matches!(sheet.norm(at), "summit" | "talks" | "meeting" | "agreement" | "deal" | "negotiations" | "relations" | "alliance" | "pact")
    }

    fn before_title(&self, end: usize) -> bool {
        end < self.sheet.sentence(end - 1).end
            && (self.sheet.title(end).is_some() || matches!(self.sheet.noun(end), Some((_, Noun { class: Class::Person, .. }))))
    }

    /// Whether an adjective stands alone as a noun: "a Palestinian was killed".
    fn alone(&self, start: usize, end: usize) -> bool {
        let sheet = self.sheet;
        let head = state::head_of(sheet, start..end);
        matches!(sheet.upos(head), Upos::Noun | Upos::Propn)
            && (end >= sheet.sentence(start).end
                || !matches!(sheet.upos(end), Upos::Noun | Upos::Propn | Upos::Adj) && !matches!(sheet.norm(end), "-" | "and" | "," | "or"))
            && sheet.head(head) != Some(end)
    }

    /// Capitalised words that no list knows.
    fn run(&mut self, i: usize) -> usize {
        let end = run::end(self.sheet, self.anchors, i);
        if let Some(start) = run::skipped(self.sheet, i..end) {
            return start;
        }
        match run::read(self.sheet, i..end, self.titles[i].is_some()) {
            Some(run) => {
                let end = run.tokens.end;
                self.runs.push(run);
                end
            }
            None => i + 1,
        }
    }

    fn push(&mut self, tokens: Range<usize>, entity_type: EntityType, key: String, rule: &'static str, score: f32) {
        let head = state::head_of(self.sheet, tokens.clone());
        let score = if self.sheet.style(tokens.start) == Style::Plain { score } else { score * 0.9 };
        self.mentions.push(Mention { tokens, head, kind: MentionKind::Name, entity_type, key, role: None, rule, score });
    }
}

/// "-backed", "-led": the word before acts.
fn hyphen_deed(sheet: &Sheet<'_>, end: usize) -> bool {
    sheet.norm_in(end - 1, end) == "-"
        && matches!(
            sheet.norm_in(end - 1, end + 1),
            "backed"
                | "led"
                | "supported"
                | "sponsored"
                | "brokered"
                | "funded"
                | "trained"
                | "supplied"
                | "made"
                | "allied"
                | "controlled"
                | "held"
                | "armed"
                | "imposed"
                | "run"
                | "mediated"
                | "occupied"
                | "aligned"
                | "installed"
                | "affiliated"
                | "linked"
        )
}

/// Type and key of a state's adjective or name with a noun.
fn of_state(code: Option<&str>, phrase: &Phrase, stem: Stem) -> Option<(EntityType, String)> {
    let keyed = |kind: &str| code.map(|c| format!("{kind}:{c}")).unwrap_or_default();
    let noun = phrase.noun;
    Some(match noun.class {
        Class::Force if code.is_some() => (EntityType::StateForce, keyed("force")),
        Class::Fighter if code.is_some() && noun.entity_type == EntityType::StateForce => (EntityType::StateForce, keyed("force")),
        Class::Force => (EntityType::ArmedGroup, String::new()),
        Class::Fighter | Class::Rebel => (EntityType::ArmedGroup, keyed("rebels")),
        Class::Official if noun.singular && noun.entity_type == EntityType::Government && phrase.one => (EntityType::Person, String::new()),
        Class::Official if phrase.apart => (EntityType::Government, String::new()),
        Class::Official => (EntityType::Government, keyed("gov")),
        Class::People => (EntityType::Population, String::new()),
        Class::Site if stem != Stem::Capital || phrase.named_site => (EntityType::Facility, String::new()),
        Class::Area if phrase.land || stem == Stem::Capital => (EntityType::Place, String::new()),
        Class::Media if stem == Stem::Adjective && phrase.state => (EntityType::Media, String::new()),
        _ => return None,
    })
}

/// Whether a word is written in a script other than Latin, Greek or Cyrillic.
fn is_foreign(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_alphabetic() && c >= '\u{590}' && !('\u{1e00}'..='\u{1fff}').contains(&c))
}
