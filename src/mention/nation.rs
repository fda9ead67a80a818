//! Names of states and peoples: their adjectives, their people, their capitals, and the nouns after them.

use super::anchor::Anchor;
use super::lexicon::{Class, Entry, Noun, Sort, mark};
use super::names::Finder;
use super::phrase::{Phrase, Stem};
use super::sheet::{Shape, Sheet, Style};
use super::{breaks, people, phrase, run, state};
use crate::analysis::EntityType;
use crate::gazetteer::Level;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// "European states", "Gulf countries".
pub(super) const STATES: &str = "countries nations states";

/// What a word for a state or people can be.
struct Senses<'a> {
    adjective: Option<&'a Entry>,
    country: Option<&'a Entry>,
    capital: Option<&'a Entry>,
    nation: Option<&'a Entry>,
    /// ISO 3166-1 alpha-2.
    code: Option<&'static str>,
}

impl<'a> Senses<'a> {
    fn of(sheet: &Sheet<'a>, anchor: &Anchor) -> Self {
        Senses {
            adjective: anchor.sort(sheet, Sort::Demonym).or(anchor.sort(sheet, Sort::Ethnic)),
            country: anchor.sort(sheet, Sort::Country),
            capital: anchor.sort(sheet, Sort::Capital),
            nation: anchor.sort(sheet, Sort::Nation),
            code: anchor.entry(sheet).country,
        }
    }

    /// Whether a state is meant, not a people or faith.
    fn of_state(&self) -> bool {
        self.adjective.is_none_or(|a| a.sort == Sort::Demonym)
    }

    fn stem(&self) -> Stem {
        if self.adjective.is_some() {
            Stem::Adjective
        } else if self.country.is_some() {
            Stem::Country
        } else if self.capital.is_some() {
            Stem::Capital
        } else {
            Stem::People
        }
    }
}

impl Finder<'_, '_> {
    /// A state, its adjective, its people, the seat of its government; a people or faith.
    pub(super) fn national(&mut self, anchor: &Anchor) -> Option<usize> {
        let sheet = self.sheet;
        let (start, end) = (anchor.tokens.start, anchor.tokens.end);
        let senses = Senses::of(sheet, anchor);
        if let Some(end) = self.led(anchor).or_else(|| self.border(anchor)) {
            return Some(end);
        }
        // "Tarvian-made rockets", "Tarvia-flagged ship": what a thing is, not who acts.
        const TRAITS: &str = "made built owned born speaking flagged manufactured designed";
        if sheet.norm_in(start, end) == "-" && senses.country.is_none() && among(sheet.norm_in(start, end + 1), TRAITS) {
            return Some(end);
        }
        // "Riyadh al-Tarvi": somebody named after a capital.
        let bearer = senses.capital.is_some() && senses.country.is_none() && senses.adjective.is_none();
        if bearer
            && end < sheet.sentence(start).end
            && run::is_article(sheet.norm(end))
            && run::is_joined(sheet, end)
            && run::next_is_capital(sheet, end)
        {
            let end = run::end(sheet, self.anchors, start);
            self.push(start..end, EntityType::Person, String::new(), "longer-name", 0.8);
            return Some(end);
        }
        if let Some(end) = self.machine(anchor, &senses) {
            return Some(end);
        }
        if let Some((entity_type, key)) = self.shared(anchor) {
            self.push(start..end, entity_type, key, "shared-noun", 0.85);
            return Some(end);
        }
        let land = || run::places(sheet, start).is_some_and(|m| m.words > end - start && !m.needs_support && m.level == Level::Exact);
        if senses.country.is_some() && self.is_titled(start) || senses.adjective.is_some() && senses.country.is_none() && land() {
            return Some(self.run(start));
        }
        if let Some(first) = self.ruled(start).filter(|_| senses.country.is_some())
            && let Some(code) = senses.code
        {
            self.push(first..end, EntityType::Government, format!("gov:{code}"), "government-of", 0.9);
            return Some(end);
        }
        // "European states".
        if is_continent(sheet, anchor) && among(sheet.norm_in(start, end), STATES) {
            self.push(start..end + 1, EntityType::Government, String::new(), "nation+noun", 0.8);
            return Some(end + 1);
        }
        let phrase = phrase::after(sheet, end, senses.stem());
        let run_end = run::end(sheet, self.anchors, start);
        // "Western Mindanao Command chief".
        let beyond = phrase.is_some_and(|p| p.noun.class == Class::Person && p.head >= run_end && !p.possessive) && sheet.noun(run_end - 1).is_none();
        if run_end > phrase.map_or(end, |p| if beyond { end } else { p.end }) && run::ends_as_name(sheet, start..run_end) {
            return Some(self.run(start));
        }
        let land_named = senses.country.is_some() || senses.capital.is_some();
        if phrase.is_none() && senses.adjective.is_none() && land_named && run_end > end && breaks::goes_on(sheet, self.anchors, end) {
            return Some(self.run(start));
        }
        if let Some(phrase) = phrase {
            if phrase.noun.class == Class::Area
                && !phrase.land
                && run::places(sheet, start).is_some_and(|m| m.words == end - start && !m.needs_support)
            {
                self.push(start..phrase.end, EntityType::Place, String::new(), "place+noun", 0.9);
                return Some(phrase.end);
            }
            if let Some(end) = self.with_noun(anchor, &senses, &phrase) {
                return Some(end);
            }
            if phrase.described && senses.country.is_none() {
                return None;
            }
            // "Polish Revolutionary Committee".
            if sheet.capital(phrase.head) && run_end == phrase.end && run::ends_as_name(sheet, start..run_end) {
                return Some(self.run(start));
            }
            if senses.adjective.is_some() && senses.country.is_none() && matches!(phrase.noun.class, Class::Person | Class::Town) {
                return None;
            }
        }
        if senses.adjective.is_some() && self.describes(end) {
            // A state that never stood acts as an armed group.
            if let Some(code) = senses.code.filter(|c| matches!(*c, "XB" | "XC")) {
                self.push(start..end, EntityType::ArmedGroup, format!("rebels:{code}"), "acting-adjective", 0.8);
                return Some(end);
            }
            let code = senses.code.filter(|_| senses.of_state())?;
            self.push(start..end, EntityType::Government, format!("gov:{code}"), "acting-adjective", 0.8);
            return Some(end);
        }
        if senses.adjective.is_some() && self.before_title(end) {
            return None;
        }
        self.land(anchor, &senses).or_else(|| self.people(anchor, &senses))
    }

    /// "Turkish F-16s".
    fn machine(&mut self, anchor: &Anchor, senses: &Senses<'_>) -> Option<usize> {
        let code = senses.adjective.and(senses.code).filter(|_| senses.of_state())?;
        let end = self.craft_end(anchor.tokens.end)?;
        self.push(anchor.tokens.start..end, EntityType::StateForce, format!("force:{code}"), "nation+craft", 0.8);
        Some(end)
    }

    /// "Syrian troops", "Kenya's foreign ministry".
    fn with_noun(&mut self, anchor: &Anchor, senses: &Senses<'_>, phrase: &Phrase) -> Option<usize> {
        let sheet = self.sheet;
        let stem = senses.stem();
        let code = senses.code.filter(|_| senses.of_state() || stem == Stem::Country);
        let continent = is_continent(sheet, anchor);
        let (mut entity_type, mut key) = of_state(code, phrase, stem)?;
        // "a warehouse of Danish drones", but "Danish drones hit the port".
        if phrase.noun.class == Class::Weapon && sheet.norm(phrase.head) == "drones" && sheet.relation(phrase.head) != Relation::Nsubj {
            (entity_type, key) = (EntityType::Weapon, String::new());
        }
        // "African troops" are soldiers of states.
        if code.is_none() && continent && phrase.noun.class == Class::Force {
            entity_type = EntityType::StateForce;
        }
        let word = sheet.norm(phrase.head);
        // "near the Iranian embassy": the house, not those who work in it.
        if among(word, "embassy embassies consulate consulates") && is_house(sheet, phrase.head) {
            self.push(anchor.tokens.start..phrase.end, EntityType::Facility, String::new(), "nation+noun", 0.9);
            return Some(phrase.end);
        }
        // "a former British soldier" is of no army any more.
        let before = anchor.tokens.start.checked_sub(1).filter(|&b| sheet.sentence(anchor.tokens.start).contains(&b));
        if phrase.noun.class == Class::Force && before.is_some_and(|b| among(sheet.norm(b), "former ex retired onetime")) && !word.ends_with('s') {
            (entity_type, key) = (EntityType::Population, String::new());
        }
        if word == "opposition" && phrase.noun.class == Class::Rebel {
            (entity_type, key) = (EntityType::Organization, String::new());
        }
        if phrase.noun.class == Class::People && among(word, "mediators envoys peacemakers") {
            (entity_type, key) = (EntityType::Government, code.map(|c| format!("gov:{c}")).unwrap_or_default());
        }
        let against = |i: usize| {
            matches!(
                sheet.norm(i),
                "communist" | "rebel" | "opposition" | "insurgent" | "separatist" | "guerrilla" | "militia" | "islamist" | "jihadist" | "dissident"
            )
        };
        if entity_type == EntityType::StateForce && stem == Stem::Adjective && (anchor.tokens.end..phrase.head).any(against) {
            (entity_type, key) = (EntityType::ArmedGroup, code.map(|c| format!("rebels:{c}")).unwrap_or_default());
        }
        if let (true, Some(code)) = (phrase.apart, senses.code) {
            let words: Vec<&str> = (anchor.tokens.end..phrase.end).map(|i| sheet.norm(i)).filter(|w| !matches!(*w, "'s" | "'")).collect();
            key = format!("gov/{}:{code}", words.join(" "));
        }
        // "Ukraine's Air Force Command".
        let run_end = if sheet.capital(phrase.head) { run::end(sheet, self.anchors, phrase.head) } else { phrase.end };
        let longer = run_end > phrase.end && run::ends_as_name(sheet, phrase.head..run_end);
        let end = if longer { run_end } else { phrase.end };
        self.push(anchor.tokens.start..end, entity_type, key, "nation+noun", 0.9);
        Some(end)
    }

    /// The name of a state or its capital: a government if it acts, a place if not.
    fn land(&mut self, anchor: &Anchor, senses: &Senses<'_>) -> Option<usize> {
        let sheet = self.sheet;
        let (start, end) = (anchor.tokens.start, anchor.tokens.end);
        senses.country.or(senses.capital)?;
        let code = senses.code?;
        // "Washington, D.C.".
        if senses.capital.is_some() && sheet.norm_in(start, end) == "," && among(sheet.norm_in(start, end + 1), "d.c. dc d.c") {
            self.push(start..end + 2, EntityType::Place, String::new(), "state", 0.9);
            return Some(end + 2);
        }
        let dated = sheet.norm_in(start, end) == "," && sheet.sentence(start).contains(&(end + 1)) && sheet.timed(end + 1);
        let dateline = senses.country.is_none()
            && sheet.begins(start)
            && (sheet.shape(start) == Shape::Upper && sheet.style(start) == Style::Plain || dated || sheet.norm_in(start, end) == "(");
        let part = start > sheet.sentence(start).start && run::names_side(sheet.norm(start - 1));
        let acts =
            !dateline && !part && state::acts(sheet, start..end, senses.country.is_none()) || hyphen_deed(sheet, end) || self.meets(start, end);
        let (entity_type, key) = match (acts, senses.country.is_some()) {
            (true, _) => (EntityType::Government, format!("gov:{code}")),
            (false, true) => (EntityType::Place, format!("place:{code}")),
            (false, false) => (EntityType::Place, String::new()),
        };
        self.push(start..end, entity_type, key, "state", 0.9);
        Some(end)
    }

    /// "Syrians", "the Japanese": forces if they fight, people if not.
    fn people(&mut self, anchor: &Anchor, senses: &Senses<'_>) -> Option<usize> {
        let sheet = self.sheet;
        let (start, end) = (anchor.tokens.start, anchor.tokens.end);
        let article = start > sheet.sentence(start).start && sheet.norm(start - 1) == "the";
        let counted = start > sheet.sentence(start).start
            && (sheet.shape(start - 1) == Shape::Number || matches!(sheet.norm(start - 1), "million" | "thousand" | "hundred" | "many"));
        let article = article || counted;
        let plural = senses.nation.is_some() && senses.adjective.is_none() || article && senses.of_state() && self.stands_for_people(start, end);
        let alone = (senses.nation.is_some() || article && senses.of_state()) && self.alone(start, end);
        // "The Nigerian was granted a visa": one person, no army.
        let one = !plural && article && !counted && !sheet.norm(end - 1).ends_with('s');
        if !plural && !alone || one {
            return None;
        }
        // The fighters of states that never stood are armed groups.
        let stood = !matches!(senses.code, Some("XB" | "XC"));
        let acts = article && !counted && people::people_act(sheet, start..end);
        let (entity_type, kind) = match (!counted && people::fights(sheet, start..end), senses.of_state() && stood) {
            (true, true) => (EntityType::StateForce, "force"),
            (true, false) => (EntityType::ArmedGroup, "rebels"),
            (false, true) if acts && people::people_speak(sheet, start..end) => (EntityType::Government, "gov"),
            (false, true) if acts || article && !counted && !people::people_do(sheet, start..end) => (EntityType::StateForce, "force"),
            (false, false) if acts && !stood => (EntityType::ArmedGroup, "rebels"),
            _ => (EntityType::Population, "people"),
        };
        let key = senses.code.map(|c| format!("{kind}:{c}")).unwrap_or_default();
        self.push(start..end, entity_type, key, "nation", 0.7);
        Some(end)
    }

    /// "government of Yemen": where the words begin that make a government of a state.
    fn ruled(&self, start: usize) -> Option<usize> {
        let sheet = self.sheet;
        let first = sheet.sentence(start).start;
        let of = if start > first && sheet.norm(start - 1) == "the" { start.checked_sub(2)? } else { start.checked_sub(1)? };
        let ruled = of > first && sheet.norm(of) == "of" && among(sheet.norm(of - 1), "government regime");
        (ruled && sheet.style(start) == Style::Plain).then(|| of - 1)
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
        let end = anchor.tokens.end;
        let short = sheet.shape(anchor.tokens.start) == Shape::Upper || sheet.text(anchor.tokens.start).contains('.');
        let code = anchor.sort(sheet, Sort::Demonym).or(anchor.sort(sheet, Sort::Country).filter(|_| short))?.country?;
        // "Chadian, Nigerien and Nigerian soldiers".
        let mut next = self.listed(end)?;
        if sheet.norm(end) == "," {
            next = self.listed(next.tokens.end)?;
        }
        let phrase = phrase::after(sheet, next.tokens.end, Stem::Adjective)?;
        if !matches!(phrase.noun.class, Class::Force | Class::Fighter | Class::Official) {
            return None;
        }
        if among(sheet.norm(phrase.head), "embassies consulates") && is_house(sheet, phrase.head) {
            return Some((EntityType::Facility, String::new()));
        }
        of_state(Some(code), &phrase, Stem::Adjective)
    }

    /// The adjective of a state or people that follows in a list.
    fn listed(&self, end: usize) -> Option<&Anchor> {
        let sheet = self.sheet;
        if !matches!(sheet.norm_in(end - 1, end), "and" | ",") || end + 1 >= sheet.sentence(end - 1).end {
            return None;
        }
        self.anchors.at(end + 1).filter(|a| a.sort(sheet, Sort::Demonym).or(a.sort(sheet, Sort::Ethnic)).is_some())
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
            "troops" | "peacekeepers" if anchor.entry(sheet).sort != Sort::Ethnic => EntityType::StateForce,
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
            // "Russian and regime airstrikes", "Russian and Assad regime airstrikes".
            let acts = |t: usize| t < limit && sheet.noun(t).is_some_and(|(_, n)| matches!(n.class, Class::Force | Class::Rebel | Class::Official));
            if i > end && acts(i) || sheet.norm(i) == "and" && (acts(i + 1) || sheet.capital(i + 1) && acts(i + 2)) || sheet.capital(i) && acts(i + 1)
            {
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
        while hyphen(at) && sentence.contains(&(at + 1)) && sheet.capital(at + 1) {
            at = self.anchors.at(at + 1).map_or(at + 2, |a| a.tokens.end);
        }
        const MEETINGS: &str = "summit talks meeting agreement deal negotiations relations relationship alliance pact accord treaty truce ceasefire \
            conflict war dispute standoff tensions cooperation co-operation partnership dialogue ties";
        sentence.contains(&at) && among(sheet.norm(at), MEETINGS)
    }

    fn before_title(&self, end: usize) -> bool {
        end < self.sheet.sentence(end - 1).end
            && (self.sheet.title(end).is_some() || matches!(self.sheet.noun(end), Some((_, Noun { class: Class::Person, .. }))))
    }

    /// Whether an adjective that has no plural stands for its people: "the British", "the Japanese".
    fn stands_for_people(&self, start: usize, end: usize) -> bool {
        let sheet = self.sheet;
        let word = sheet.norm(end - 1);
        let whole = ["ese", "ish", "nch", "tch", "iss", "lsh"].iter().any(|e| word.ends_with(e));
        let head = state::head_of(sheet, start..end);
        let limit = sheet.sentence(start).end;
        let noun = |i: usize| i < limit && matches!(sheet.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
        // "the British occupied the port" is often misread as "the British, occupied port".
        let deed = sheet.norm_in(start, end).ends_with("ed")
            && !matches!(sheet.norm_in(start, end + 1), "-")
            && (!noun(end + 1) || end + 1 < limit && sheet.capital(end + 1));
        let free = deed || !noun(end) && !matches!(sheet.relation(head), Relation::Amod | Relation::Compound);
        whole && free && sheet.norm_in(end - 1, end) != "-"
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
}

/// Whether something is at a house, or done to it, rather than by those in it.
fn is_house(sheet: &Sheet<'_>, noun: usize) -> bool {
    let mut token = noun;
    while let Some(head) = sheet.head(token).filter(|&h| sheet.relation(token) == Relation::Conj && h < token) {
        token = head;
    }
    match sheet.relation(token) {
        Relation::Obj | Relation::NsubjPass => true,
        Relation::Obl | Relation::Nmod => {
            let case = sheet.reading.syntax.dependent(token, Relation::Case).map_or("", |c| sheet.norm(c));
            !among(case, "by from with according for between")
        }
        _ => false,
    }
}

/// Whether an adjective is of many states: "Western", "Arab".
fn is_continent(sheet: &Sheet<'_>, anchor: &Anchor) -> bool {
    anchor.entry(sheet).sort == Sort::Ethnic && among(sheet.norm(anchor.tokens.end - 1), "western european african asian arab gulf american")
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
        // "the Tarvian counterpart", "a Tarvian diplomat" are no names.
        Class::Official if phrase.described => return None,
        Class::Official if noun.singular && noun.entity_type == EntityType::Government && phrase.one => (EntityType::Person, String::new()),
        Class::Official if phrase.apart => (EntityType::Government, String::new()),
        Class::Official => (EntityType::Government, keyed("gov")),
        Class::People if noun.singular && code.is_none() => return None,
        // "a Nigerian national", but "the Nigerian president" is no name.
        Class::People if phrase.described => return None,
        Class::People if phrase.one => (EntityType::Person, String::new()),
        Class::People => (EntityType::Population, String::new()),
        Class::Weapon | Class::Thing if phrase.arms == Some(true) => (EntityType::StateForce, keyed("force")),
        Class::Weapon if phrase.arms.is_some() => (EntityType::Weapon, String::new()),
        Class::Site if phrase.described => return None,
        Class::Site if stem != Stem::Capital || phrase.named_site => (EntityType::Facility, String::new()),
        Class::Area if phrase.land || stem == Stem::Capital => (EntityType::Place, String::new()),
        Class::Media if matches!(stem, Stem::Adjective | Stem::Capital) && phrase.state => (EntityType::Media, String::new()),
        _ => return None,
    })
}
