//! The forces of persons, parties and states.

use super::Mention;
use super::lexicon::Class;
use super::names::Finder;
use super::phrase::{self, Phrase, Stem};
use super::run::Run;
use super::sheet::{Shape, Sheet, Style};
use crate::analysis::EntityType;
use crate::lexicon::HashSet;
use crate::lexicon::among;

impl Finder<'_, '_> {
    /// What a known body inside a longer name tells of it: "Kawlin [People's Defence Force]".
    pub(super) fn namesake(&self, run: &mut Run) {
        let sheet = self.sheet;
        let told = run.votes.first().filter(|v| v.1 == 3.0).map(|v| v.0);
        if told.is_some_and(|t| !matches!(t, EntityType::Organization | EntityType::ArmedGroup | EntityType::StateForce)) {
            return;
        }
        let inside = run.tokens.clone().skip(1).filter_map(|t| self.anchors.at(t)).find(|a| {
            // "Kani PDF", but not "Ras Hamas".
            a.tokens.end == run.tokens.end && (a.tokens.len() > 1 || sheet.shape(a.tokens.start) == Shape::Upper)
        });
        let Some(known) = inside else { return };
        let entity_type = known.entry(sheet).entity_type;
        if entity_type.is_armed() {
            // With the army of a land it shares words only.
            let shared = super::breaks::GENERIC.contains(&sheet.norm(known.tokens.start));
            run.votes.push((if shared { EntityType::ArmedGroup } else { entity_type }, 3.5));
        }
    }

    /// "Kony's fighters", "General Ould's troops": the forces of a person whom no list knows.
    pub(super) fn followers(&mut self, run: &Run) -> Option<usize> {
        let sheet = self.sheet;
        let range = run.tokens.clone();
        let phrase = phrase::after(sheet, range.end, Stem::Person).filter(|p| p.possessive && is_common(sheet, range.end, p))?;
        let person: f32 = run.votes.iter().map(|v| if v.0 == EntityType::Person { v.1 } else { -v.1 }).sum();
        // A town has no army.
        let town = run.spot.is_some() && !among(sheet.norm(phrase.head), "army men fleet");
        if town || run.doubtful || person <= -1.0 {
            return None;
        }
        let entity_type = match phrase.noun.class {
            Class::Force => EntityType::StateForce,
            Class::Fighter if self.titles[range.start].as_ref().is_some_and(|t| sheet.norm(t.end - 1).starts_with("gen")) => EntityType::StateForce,
            Class::Rebel | Class::Fighter => EntityType::ArmedGroup,
            _ => return None,
        };
        self.push(range.start..phrase.end, entity_type, String::new(), "possessive", 0.8);
        Some(phrase.end)
    }
}

impl Finder<'_, '_> {
    /// "a Turkish F-4 Phantom jet": where the name of a machine ends that a nation flies; the machine stands for those who fly it.
    pub(super) fn craft_end(&self, end: usize) -> Option<usize> {
        const MAKERS: &str = "f su mig mi tu il a b ah uh ka c ac f/a";
        const CRAFT: &str =
            "jet jets fighter fighters warplane warplanes bomber bombers helicopter helicopters plane planes aircraft gunship gunships";
        let sheet = self.sheet;
        let limit = sheet.sentence(end - 1).end;
        let weapon = (end < limit).then(|| self.anchors.at(end)).flatten();
        let weapon = weapon.filter(|w| w.entry(sheet).entity_type == EntityType::Weapon)?;
        let maker = sheet.norm(end).split('-').next().is_some_and(|m| among(m, MAKERS));
        let mut stop = weapon.tokens.end;
        while stop < limit
            && sheet.shape(stop) == Shape::Title
            && !sheet.timed(stop)
            && self.anchors.at(stop).is_none()
            && sheet.title(stop).is_none()
        {
            stop += 1;
        }
        let mut named = stop;
        while named < limit && (among(sheet.norm(named), CRAFT) || among(sheet.norm(named), "fighter attack military combat")) {
            named += 1;
        }
        let craft = named > stop && among(sheet.norm(named - 1), CRAFT);
        (maker || craft).then_some(if craft { named } else { stop })
    }
}

/// Whether the noun after a name is written small: "Washington's | Continental Army" are two names.
pub(super) fn is_common(sheet: &Sheet<'_>, start: usize, phrase: &Phrase) -> bool {
    sheet.style(start) != Style::Plain || !sheet.capital(phrase.head) && (start..phrase.end).all(|i| sheet.shape(i) != Shape::Number)
}

pub(super) fn is_armed(noun: &str) -> bool {
    among(noun, "troops forces soldiers fighters army units")
}

/// Gives all mentions of a party the type of those that name its troops.
pub(super) fn arm_parties(mentions: &mut [Mention]) {
    let armed = |m: &&Mention| m.entity_type == EntityType::ArmedGroup && m.rule == "name+noun" && m.key.starts_with('=');
    let keys: HashSet<String> = mentions.iter().filter(armed).map(|m| m.key.clone()).collect();
    for mention in mentions.iter_mut().filter(|m| m.entity_type == EntityType::Organization && keys.contains(&m.key)) {
        mention.entity_type = EntityType::ArmedGroup;
    }
}

/// "Kurdish forces" are the Peshmerga in a text that names these and no group of other Kurds.
pub(super) fn enlist_kurds(sheet: &Sheet<'_>, mentions: &mut [Mention]) {
    const PESHMERGA: &str = "=Peshmerga";
    let named = |name: &str| mentions.iter().any(|m| m.key == name);
    let others = ["=Syrian Democratic Forces", "=People's Protection Units", "=Kurdistan Workers' Party"];
    if !named(PESHMERGA) || others.iter().any(|o| named(o)) {
        return;
    }
    for mention in mentions.iter_mut().filter(|m| m.entity_type == EntityType::ArmedGroup && m.key.is_empty()) {
        let (first, last) = (sheet.norm(mention.tokens.start), sheet.norm(mention.tokens.end - 1));
        if first == "kurdish" && among(last, "forces troops soldiers fighters army") {
            (mention.entity_type, mention.key) = (EntityType::StateForce, PESHMERGA.to_owned());
        }
    }
}

/// "Soviet offensives" are the army's in a text that names the army of a state more than once and nowhere its government.
pub(super) fn send_armies(sheet: &Sheet<'_>, mentions: &mut [Mention]) {
    const MARTIAL: [&str; 22] = [
        "offensive",
        "operation",
        "assault",
        "advance",
        "invasion",
        "attack",
        "airpower",
        "artillery",
        "bombardment",
        "bombing",
        "shelling",
        "strike",
        "airstrike",
        "raid",
        "retreat",
        "presence",
        "fire",
        "landing",
        "counterattack",
        "counteroffensive",
        "occupation",
        "air",
    ];
    let keyed = |kind: EntityType, m: &Mention| (m.entity_type == kind && m.rule != DEED).then(|| code_of(m)).flatten();
    let armies: Vec<String> = mentions.iter().filter_map(|m| keyed(EntityType::StateForce, m)).collect();
    let rulers: HashSet<String> = mentions.iter().filter_map(|m| keyed(EntityType::Government, m)).collect();
    for mention in mentions.iter_mut().filter(|m| m.rule == DEED && m.entity_type == EntityType::Government) {
        let deed = sheet.head(mention.head).is_some_and(|h| MARTIAL.contains(&sheet.reading.syntax.lemma(h)));
        let joined = sheet.norm_in(mention.tokens.start, mention.tokens.end) == "-";
        let Some(code) = code_of(mention).filter(|c| deed && !joined && !rulers.contains(c)) else { continue };
        if armies.iter().filter(|a| **a == code).count() > 1 {
            (mention.entity_type, mention.key) = (EntityType::StateForce, format!("force:{code}"));
        }
    }
}

/// Rule of the adjective of a state before a deed.
const DEED: &str = "acting-adjective";

/// The state in the key of a mention.
fn code_of(mention: &Mention) -> Option<String> {
    mention.key.split_once(':').map(|k| k.1.to_owned())
}
