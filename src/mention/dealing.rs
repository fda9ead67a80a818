//! A state behind a preposition, or as the owner of a noun: a government that is dealt with, or a land.

use super::lexicon::mark;
use super::sheet::Sheet;
use crate::lexicon::among;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Words after which "to" leads to a government.
const TOWARDS: &str = "ally allied loyal hostile close speak threat supply sell message warning apologise apologize apology respond complain \
    appeal offer lend sale belong attribute weapon request react reaction promise loyalty ultimatum concession missile howitzer jet tank";

/// Words after which "with" leads to a government, even if a capital city names it.
const DEALINGS: &str = "talk agreement deal relation tie cooperation agree negotiation negotiate alliance truce ceasefire pact accord treaty sign \
    dialogue dispute rift tension consultation conversation partnership contact peace war confrontation standoff stand-off row co-operation \
    coordinate coordination swap exchange rapprochement feud";

/// Prepositions after which a state acts or is dealt with.
const OF_DEALING: &str = "with against between by alongside versus";

/// Nouns whose "with" and "between" lead to land.
const OF_BORDER: &str = "border frontier road highway crossing strip line route corridor flight distance railway link connect";

/// Words after which "for" leads to a land: "left for Armenia", "envoy for Syria".
const FOR_LAND: &str = "leave depart flee head sail embark bind bound set fly representative envoy coordinator rapporteur director troop soldier \
    peace future plan solution principle mean means hope coordinate";

/// Words after which "for" leads to a government, even if a capital city names it.
const FOR_SEAT: &str = "weapon arm arms support mean meant set message warning victory defeat blow setback deadline ultimatum speak spokesman";

/// Words after which "of" leads to a state as a power.
const POWER_OF: &str = "government support backing ally help part role involvement policy intention minister ministers affairs representative \
    representatives presidents leaders ambassador ambassadors envoy envoys delegate delegates delegation enemy foe objection application participation troika instigation behest \
    request approval consent complicity insistence";

/// Words after which "of" leads to a government, even if a capital city names it.
const SEAT_OF: &str = "darling afraid ally behest request instigation approval consent complicity enemy";

/// Words after which "on" leads to a state that is pressed.
const PRESSED_ON: &str = "sanction pressure call blame embargo impose ban declare listing war onus";

/// Words after which "from" leads to the state that speaks, gives or takes.
const COMES_FROM: &str = "support aid backing help reaction response independence pressure guarantee statement warning signal criticism protest \
    approval permission pronouncement order supply weapon money funding restraint concession seek demand request condemnation retaliation minister \
    mediator envoy official team delegation inspector investigator negotiator diplomat appeal recall apology assurance objection threat";

/// What a state has as a power: "Israel's right to respond", "Kenya's defence minister".
const HELD: &str = "minister envoy ambassador delegate representative spokesman spokeswoman negotiator chancellor right strength brutality inquiry \
    message programme program case stance ambition interest objection policy enemy adversary ally foe counterpart understanding media intention \
    willingness refusal reluctance insistence handling conduct failure obligation commitment bid assurance promise pledge concern anger fury \
    tactic strategy goal attention guarantee adviser advisor carrier chief leader defence defense work allegation assertion";

/// Whether a noun makes a power of the state that has it.
pub(super) fn is_held(sheet: &Sheet<'_>, noun: usize) -> bool {
    among(sheet.reading.syntax.lemma(noun), HELD)
}

/// Whether a state behind a preposition is dealt with as a power.
pub(super) fn after_preposition(sheet: &Sheet<'_>, range: &Range<usize>, token: usize, governor: usize, capital: bool) -> bool {
    let lemma = sheet.reading.syntax.lemma(governor);
    let Some(case) = sheet.reading.syntax.dependent(token, Relation::Case) else { return false };
    let preposition = sheet.norm(case);
    let before = if case > sheet.sentence(case).start { sheet.norm(case - 1) } else { "" };
    if among(lemma, OF_BORDER) || among(before, OF_BORDER) {
        return false;
    }
    let next = if range.end < sheet.sentence(range.start).end { sheet.norm(range.end) } else { "" };
    match preposition {
        "with" if capital => among(lemma, DEALINGS),
        "for" if capital => among(lemma, FOR_SEAT),
        "for" => !among(lemma, FOR_LAND) && governor != token,
        "by" | "with" | "between" | "according" => true,
        "to" => before == "according" || among(lemma, TOWARDS),
        // "Jack Straw of Britain".
        "of" if capital => among(lemma, SEAT_OF),
        "of" => {
            among(lemma, POWER_OF) || among(sheet.norm(governor), POWER_OF) || sheet.is(governor, mark::FIRST) && sheet.upos(governor) == Upos::Propn
        }
        "including" | "like" | "as" if among(lemma, "power country ally backer state community partner nation other government") => true,
        // "as Cairo pressed ahead".
        "as" => !next.is_empty() && sheet.upos(range.end) == Upos::Verb && !next.ends_with("ing"),
        "on" | "upon" => among(lemma, PRESSED_ON),
        // "protests from Cairo to Jakarta" tells how far.
        "from" => among(lemma, COMES_FROM) && !(capital && next == "to"),
        "toward" | "towards" => sheet.upos(governor) == Upos::Noun,
        _ => !capital && among(preposition, OF_DEALING) && governor != token,
    }
}
