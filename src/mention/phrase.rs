//! The noun that a name stands before, and the words between them: "Syrian [opposition fighters]".

use super::lexicon::{Class, Noun, Sort, mark};
use super::sheet::{Shape, Sheet, Style};
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};

/// What the name before the noun is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stem {
    /// "Syrian", "Kurdish".
    Adjective,
    /// "Turkey('s)".
    Country,
    /// "Kabul".
    Capital,
    /// "FSA".
    Group,
    /// "UN", "IDF".
    Body,
    /// "Assad('s)".
    Person,
    /// "Kurds", "pro-Assad".
    People,
    /// No noun belongs to it.
    None,
}

/// A noun after a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase {
    /// One past its last token.
    pub end: usize,
    /// Its last word.
    pub head: usize,
    /// How the noun behaves.
    pub noun: Noun,
    /// Whether "'s" joins it to the name.
    pub possessive: bool,
    /// Whether it names a part of a government that is an entity of its own: "foreign ministry".
    pub apart: bool,
    /// Whether it denotes a stretch of a state's land: "border".
    pub land: bool,
    /// Whether it is a facility whose noun stays in its name: "airport".
    pub named_site: bool,
    /// Whether it is the press of a state: "state television", "media".
    pub state: bool,
    /// Whether it denotes one person: "official".
    pub one: bool,
    /// Whether arms and craft stand for those who fire and sail them.
    pub arms: Option<bool>,
    /// Whether an adjective of a state only describes it: "Danish doctor", "Danish hotel".
    pub described: bool,
}

/// Class words that stay out of the name of a body: "Fastaqim [rebel group]".
const GROUPS: [&str; 13] =
    ["group", "groups", "movement", "alliance", "organization", "organisation", "gang", "cartel", "cell", "wing", "state", "states", "network"];

/// Plural nouns that are verbs as often.
const VERBAL: [&str; 9] = ["forces", "patrols", "ships", "tanks", "pilots", "raiders", "units", "recruits", "proxies"];

/// Class words of peoples that stay out of their names.
const TRIBES: [&str; 9] = ["tribe", "tribes", "community", "communities", "people", "clan", "clans", "minority", "population"];

/// Singular nouns that denote many.
const COLLECTIVES: [&str; 10] = ["army", "military", "navy", "militia", "government", "regime", "administration", "police", "border", "force"];

/// Words for those who belong to a body or group.
const MEMBERS: &str = "members supporters loyalists followers bodyguards prisoners men personnel experts workers tribunal";

/// Arms and craft whose word stays in a name after the adjective of a state.
const ARMS: &str = "drones artillery vessels bombs missiles rockets armor armour";

/// "Kadyrov's men".
const MEN: Noun = Noun { class: Class::Fighter, entity_type: crate::analysis::EntityType::ArmedGroup, singular: false };

/// Most words between a name and its noun.
const REACH: usize = 5;

/// The noun phrase that continues a name ending before `start`.
pub(crate) fn after(sheet: &Sheet<'_>, start: usize, stem: Stem) -> Option<Phrase> {
    if stem == Stem::None || start == 0 || start >= sheet.sentence(start - 1).end {
        return None;
    }
    let end = sheet.sentence(start - 1).end;
    let possessive = matches!(sheet.norm(start), "'s" | "'");
    if possessive && matches!(stem, Stem::Adjective | Stem::People) {
        return None;
    }
    let mut at = start + usize::from(possessive);
    let mut best: Option<(usize, Noun, usize)> = None;
    let mut actors = 0;
    let limit = end.min(at + REACH);
    while at < limit {
        let noun = sheet.noun(at).map(|(e, n)| if possessive && stem == Stem::Person && sheet.norm(at) == "men" { (e, MEN) } else { (e, n) });
        if let Some((next, noun)) = noun.filter(|&(e, n)| fits(sheet, e - 1, n) && !is_cut(sheet, e, end)) {
            if best.is_some() && actors > 0 && !is_actor(noun.class) {
                break;
            }
            actors +=
                usize::from(is_actor(noun.class) && !matches!(sheet.norm(next - 1), "military" | "security" | "state" | "police" | "government"));
            best = Some((next, noun, at));
            at = next;
        } else if (sheet.norm(at) != "-" || at > start) && (actors == 0 || sheet.norm(at) == "and") && passes(sheet, at, stem) {
            at += 1;
        } else {
            break;
        }
    }
    let (mut end, noun, first) = best?;
    let head = end - 1;
    // Quotation marks close inside the name, or the name ends before them.
    if (start..end).any(|i| sheet.norm(i) == "\"") {
        if (start..end).filter(|&i| sheet.norm(i) == "\"").count() > 1 || sheet.norm_in(end - 1, end) != "\"" {
            return None;
        }
        end += 1;
    }
    let member = !possessive && matches!(stem, Stem::Group | Stem::Body) && among(sheet.norm(end - 1), MEMBERS);
    // "Danish drones", but not "Danish artillery fire".
    let arms = stem == Stem::Adjective && among(sheet.norm(end - 1), ARMS) && sheet.relation(end - 1) != Relation::Compound;
    if !(allowed(stem, noun.class, possessive) || member || arms) || is_followed(sheet, end, noun, stem) {
        return None;
    }
    let word = sheet.norm(end - 1);
    let one = match noun.class {
        // "Palestinian civilian buildings" are nobody.
        Class::People => {
            noun.singular
                && sheet.relation(head) != Relation::Compound
                && !among(word, "family community minority crowd tribe clan crew sub-clan youth people")
        }
        _ => noun.singular && among(word, "official diplomat lawmaker legislator negotiator investigator prosecutor parliamentarian"),
    };
    let described = stem == Stem::Adjective
        && match noun.class {
            Class::People => one && !among(word, "national citizen"),
            Class::Official => among(word, "colleague counterpart counterparts diplomat negotiator investigator prosecutor"),
            Class::Site => !sheet.capital(head) && !among(word, "post posts points platforms station stations bases consulate"),
            _ => false,
        };
    if stem == Stem::Capital && noun.class == Class::Media && word != "radio" {
        return None;
    }
    if stem == Stem::Country && noun.class == Class::Site && (!super::follow::SITES.contains(&word) || word == "port") {
        return None;
    }
    Some(Phrase {
        end,
        head,
        described,
        arms: arms.then(|| !among(word, "bombs missiles rockets")),
        one,
        noun,
        possessive,
        apart: matches!(
            word,
            "ministry"
                | "parliament"
                | "congress"
                | "senate"
                | "court"
                | "embassy"
                | "lawmakers"
                | "cabinet"
                | "consulate"
                | "lawmaker"
                | "judiciary"
                | "prosecutors"
        ),
        named_site: super::follow::SITES.contains(&word),
        state: sheet.norm(first) == "state" || among(word, "media radio"),
        land: matches!(word, "border" | "borders" | "frontier" | "territory" | "soil" | "coast" | "waters" | "enclave" | "river"),
    })
}

/// Whether a word can be the noun here, and not a verb ("forces them", "attacked").
fn fits(sheet: &Sheet<'_>, at: usize, noun: Noun) -> bool {
    if sheet.style(at) != Style::Plain {
        return !matches!(sheet.norm(at), "wounded" | "dead" | "injured");
    }
    let tag = sheet.upos(at);
    match tag {
        Upos::Verb => matches!(noun.class, Class::Rebel | Class::Fighter | Class::Force) && !is_verbal(sheet.norm(at)) && !noun.singular,
        Upos::Aux => false,
        Upos::Adj => noun.class != Class::People || !matches!(sheet.norm(at), "local" | "dead" | "injured" | "wounded"),
        _ => true,
    }
}

/// Whether a hyphen joins the noun to the next word: "state-owned".
fn is_cut(sheet: &Sheet<'_>, at: usize, end: usize) -> bool {
    at < end && sheet.norm(at) == "-" && !sheet.reading.tokens.tokens[at].spaced
}

/// Whether a plural noun is a verb as often.
pub(super) fn is_verbal(word: &str) -> bool {
    VERBAL.contains(&word)
}

fn is_actor(class: Class) -> bool {
    matches!(class, Class::Force | Class::Fighter | Class::Rebel | Class::Official | Class::People)
}

/// Whether a word may stand between a name and its noun.
fn passes(sheet: &Sheet<'_>, at: usize, stem: Stem) -> bool {
    if sheet.shape(at) == Shape::Mark {
        return matches!(sheet.norm(at), "-") || (matches!(sheet.norm(at), "\"") && stem == Stem::Adjective);
    }
    if sheet.norm(at) == "and" {
        // "Kurdish and Arab fighters", "police and hospital officials".
        let people = at + 1 < sheet.len() && is_of(sheet, at + 1, &[Sort::Ethnic]) && is_of(sheet, at - 1, &[Sort::Ethnic]);
        let nouns = sheet.noun(at - 1).is_some() && sheet.noun(at + 1).is_some_and(|n| n.0 < sheet.len() && sheet.noun(n.0).is_some());
        return stem == Stem::Adjective && (people || nouns);
    }
    if sheet.capital(at) && sheet.style(at) == Style::Plain {
        return matches!(stem, Stem::Adjective | Stem::Country)
            && sheet.title(at).is_none()
            && !names_group(sheet, at)
            && (is_adjective(sheet, at) || sheet.upos(at) == Upos::Propn || sheet.upos(at) == Upos::Adj);
    }
    // "Finnish bicycle troops".
    let compound = stem == Stem::Adjective && sheet.upos(at) == Upos::Noun && sheet.relation(at) == Relation::Compound && sheet.noun(at).is_none();
    // "Danish occupation forces".
    let deed = compound
        && among(
            sheet.norm(at),
            "occupation invasion assault intervention support attack combat defence defense reaction protection training landing",
        )
        && sheet.noun(at + 1).is_some_and(|n| matches!(n.1.class, Class::Force | Class::Fighter));
    deed || compound && !sheet.timed(at) && !sheet.is(at, mark::ACTING)
        || sheet.is(at, mark::MODIFIER)
        || sheet.upos(at) == Upos::Adj && !sheet.timed(at)
        || is_adjective(sheet, at)
}

/// "Yemen's [Houthi] rebels": a known armed group has its own name.
fn names_group(sheet: &Sheet<'_>, at: usize) -> bool {
    let entry = |l: &super::lexicon::Spelling| &sheet.lexicon.entries[l.entry as usize];
    let names = &sheet.lexicon.names;
    sheet
        .longest(names, at, |_, _| true)
        .is_some_and(|(_, node)| names.leaves(node).iter().any(|l| entry(l).entity_type == crate::analysis::EntityType::ArmedGroup))
}

/// Whether an adjective of a state or people stands at a token.
fn is_adjective(sheet: &Sheet<'_>, at: usize) -> bool {
    is_of(sheet, at, &[Sort::Demonym, Sort::Ethnic])
}

/// Whether a known name of some sorts begins at a token.
pub(crate) fn is_of(sheet: &Sheet<'_>, at: usize, sorts: &[Sort]) -> bool {
    if at >= sheet.len() || !sheet.capital(at) {
        return false;
    }
    let names = &sheet.lexicon.names;
    sheet
        .longest(names, at, |_, _| true)
        .is_some_and(|(_, node)| names.leaves(node).iter().any(|l| sorts.contains(&sheet.lexicon.entries[l.entry as usize].sort)))
}

/// The state of the known name that begins at a token.
pub(super) fn state_of(sheet: &Sheet<'_>, at: usize) -> Option<&'static str> {
    let names = &sheet.lexicon.names;
    let (_, node) = sheet.longest(names, at, |_, _| true)?;
    names.leaves(node).iter().find_map(|l| sheet.lexicon.entries[l.entry as usize].country)
}

/// Which nouns belong to which names.
fn allowed(stem: Stem, class: Class, possessive: bool) -> bool {
    match stem {
        Stem::Adjective => !matches!(class, Class::Weapon | Class::Thing),
        Stem::Country => {
            matches!(class, Class::Force | Class::Fighter | Class::Official | Class::Rebel)
                || (!possessive && matches!(class, Class::Area | Class::Site))
        }
        Stem::Capital => class == Class::Official || matches!(class, Class::Area | Class::Site | Class::Media) && !possessive,
        Stem::Group => !possessive && matches!(class, Class::Fighter | Class::Rebel | Class::Official | Class::Force),
        Stem::Body => !possessive && matches!(class, Class::Force | Class::Fighter | Class::Official),
        Stem::Person => matches!(class, Class::Force | Class::Fighter | Class::Official | Class::Rebel),
        Stem::People => !possessive && matches!(class, Class::Force | Class::Fighter | Class::Rebel | Class::People | Class::Group | Class::Area),
        Stem::None => false,
    }
}

/// Whether what follows shows that the noun is not the last word of the name: "Turkish border town", "ISIL vehicle", "Hezbollah commander X".
fn is_followed(sheet: &Sheet<'_>, end: usize, noun: Noun, stem: Stem) -> bool {
    if matches!(stem, Stem::Group | Stem::Body) && noun.class == Class::Force && is_machine(sheet.norm(end - 1)) && stem == Stem::Group {
        return true;
    }
    let word = sheet.norm(end - 1);
    // "British mine removal expert".
    if noun.class == Class::Site && noun.singular && sheet.relation(end - 1) == Relation::Compound && sheet.head(end - 1).is_some_and(|h| h >= end) {
        return true;
    }
    if stem == Stem::People && TRIBES.contains(&word)
        || stem == Stem::Adjective
            && noun.singular
            && matches!(noun.class, Class::Rebel | Class::Fighter)
            && !COLLECTIVES.contains(&word)
            && word != "insurgency"
    {
        return true;
    }
    if matches!(stem, Stem::Group | Stem::Body) && GROUPS.contains(&word) || stem == Stem::Body && among(word, "ministers investigators") {
        return true;
    }
    let Some(next) = (end < sheet.sentence(end - 1).end).then_some(end) else { return false };
    if word == "troop" || word == "position" && stem == Stem::Adjective {
        return true;
    }
    let single = noun.singular && !COLLECTIVES.contains(&word);
    if (single || noun.class == Class::Media) && sheet.capital(next) && sheet.style(next) == Style::Plain {
        return true;
    }
    if matches!(word, "military" | "state")
        && matches!(stem, Stem::Adjective | Stem::Body | Stem::Country)
        && sheet.is(next, mark::ACTING)
        && sheet.upos(next) == Upos::Noun
    {
        return true;
    }
    if noun.class == Class::Area {
        return sheet.norm(next) == "of" && sheet.capital((next + 1).min(sheet.len() - 1))
            || matches!(sheet.noun(next), Some((_, n)) if n.class == Class::Town);
    }
    false
}

/// Whether a word of force denotes a machine: an armed group's tanks are not the group.
fn is_machine(word: &str) -> bool {
    matches!(
        word,
        "tank"
            | "tanks"
            | "ship"
            | "ships"
            | "helicopter"
            | "helicopters"
            | "jet"
            | "jets"
            | "plane"
            | "planes"
            | "aircraft"
            | "convoy"
            | "convoys"
            | "patrol"
            | "patrols"
            | "commander"
            | "pilot"
            | "officer"
    )
}
