//! The one result type of the core, as JSON version 1.
//!
//! Offsets are UTF-16 code units of the text exactly as given. An unknown is `null` or absent,
//! never a default. The TypeScript types in `analysis.d.ts` are generated from these by a test.

use crate::event::{EventType, Family};
use crate::options::Source;
use serde::{Deserialize, Serialize};

/// Declares a field-less enum that is written in snake case.
macro_rules! terms {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
        }
    };
}
pub(crate) use terms;

terms! {
    /// What kind of thing an entity is.
    EntityType {
        /// One human being.
        Person,
        /// Non-state fighters: rebels, militias, jihadists, alliances of them.
        ArmedGroup,
        /// Army, police, air force, intelligence of a state.
        StateForce,
        /// A state or its civil authorities acting.
        Government,
        /// UN, ICRC, NGO, monitor, party, company, coalition of states.
        Organization,
        /// News agency, newspaper, channel.
        Media,
        /// Country, province, city, village, district, river, region, border.
        Place,
        /// Hospital, airport, mosque, base, road, camp.
        Facility,
        /// Civilians, residents, refugees, protesters, prisoners, a people.
        Population,
        /// Named or generic means of attack.
        Weapon,
        /// Named wars, operations, uprisings, treaties, talks.
        Operation,
        /// Anything else that takes part in an event.
        Other,
    }
}

impl EntityType {
    /// The name in the result.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::ArmedGroup => "armed_group",
            Self::StateForce => "state_force",
            Self::Government => "government",
            Self::Organization => "organization",
            Self::Media => "media",
            Self::Place => "place",
            Self::Facility => "facility",
            Self::Population => "population",
            Self::Weapon => "weapon",
            Self::Operation => "operation",
            Self::Other => "other",
        }
    }

    /// Whether it is somewhere: a place or a building.
    pub(crate) fn is_spot(self) -> bool {
        matches!(self, Self::Place | Self::Facility)
    }

    /// Whether it bears arms.
    pub(crate) fn is_armed(self) -> bool {
        matches!(self, Self::ArmedGroup | Self::StateForce)
    }

    /// Whether it is a body of people that acts and speaks as one: what "it" may be.
    pub(crate) fn is_body(self) -> bool {
        matches!(self, Self::ArmedGroup | Self::Organization | Self::StateForce | Self::Government | Self::Media)
    }
}

terms! {
    /// How a mention refers.
    MentionKind {
        /// Contains a proper name.
        Name,
        /// A common noun phrase: "the rebels".
        Nominal,
        /// A pronoun.
        Pronoun,
    }
}

terms! {
    /// TIMEX3 type.
    TimeType {
        /// A calendar date, or a longer stretch of the calendar.
        Date,
        /// A time of day, or a part of a day.
        Time,
        /// A length of time.
        Duration,
        /// A recurring time.
        Set,
    }
}

terms! {
    /// Whether an event came to be, as the text tells it.
    Modality {
        /// Told as a fact, also ongoing, attempted, or merely reported.
        Happened,
        /// Intended, announced, scheduled by the actor itself.
        Planned,
        /// Possible, conditional, feared, called for.
        Hypothetical,
        /// Said not to have happened.
        Negated,
    }
}

terms! {
    /// What befell the victims.
    CasualtyKind {
        /// Dead.
        Killed,
        /// Wounded.
        Injured,
        /// Missing.
        Missing,
        /// Taken captive.
        Captured,
        /// Driven from home.
        Displaced,
        /// Affected otherwise.
        Affected,
    }
}

terms! {
    /// How a figure was qualified.
    Quantifier {
        /// "32".
        Exact,
        /// "at least 32", "more than 300".
        AtLeast,
        /// "up to 50".
        AtMost,
        /// "about 120".
        About,
        /// "between 10 and 20".
        Range,
        /// "dozens".
        Vague,
    }
}

terms! {
    /// Where the date of an event comes from.
    TimeBasis {
        /// A time expression in the same sentence applies to it.
        Explicit,
        /// Carried over from context.
        Inferred,
    }
}

terms! {
    /// How finely a time is told.
    TimePrecision {
        /// A part of a day.
        Time,
        /// One day.
        Day,
        /// One week.
        Week,
        /// One month.
        Month,
        /// One season or quarter.
        Season,
        /// One year.
        Year,
        /// Any other stretch of days.
        Range,
        /// Not on the calendar.
        None,
    }
}

terms! {
    /// How finely a place is told; never finer than the text.
    GeoPrecision {
        /// A building, a base, a crossing.
        Site,
        /// A city, town, village.
        Town,
        /// A second-order division or a neighbourhood's city.
        District,
        /// A first-order division.
        Province,
        /// A country.
        Country,
        /// A stretch of land that is no division.
        Region,
        /// Not told.
        None,
    }
}

terms! {
    /// How an event lies to its place.
    PlaceRelation {
        /// Inside it.
        In,
        /// Close to it: "12 km north of".
        Near,
        /// In a part of it: "southern Idlib".
        Part,
    }
}

terms! {
    /// A source's stand on an event.
    Stance {
        /// Says it is so.
        Asserts,
        /// Says it is not so.
        Denies,
        /// Says it did it.
        ClaimsResponsibility,
        /// Doubts it.
        Doubts,
    }
}

terms! {
    /// How the publication date is known.
    DateBasis {
        /// The user gave it.
        Given,
        /// Nobody gave one.
        None,
    }
}

/// Identifier of an entity, a time or an event: "e3", "t1", "v7". Stable for the same text, options and version.
pub type Id = String;

/// A half-open range of UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TextSpan {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// The analysis of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// Version of this shape: "1".
    pub schema: String,
    /// Name and version of program and models.
    pub generator: String,
    /// SHA-256 of the UTF-8 text, in hexadecimal: a record proves what it was read from.
    pub text_sha256: String,
    /// As the user gave it.
    pub source: Source,
    /// Document creation time.
    pub published: Published,
    /// Dates found in the text that may be its publication date; offered, never adopted.
    pub published_candidates: Vec<PublishedCandidate>,
    /// The parts of the page that was pasted.
    pub document: DocumentParts,
    /// Who and what is in it.
    pub entities: Vec<Entity>,
    /// Time expressions, in text order.
    pub times: Vec<Time>,
    /// What happened, in text order of the first trigger.
    pub events: Vec<Event>,
    /// Events in order of time; undated last.
    pub timeline: Vec<TimelineItem>,
    /// Names of the regional packs of places that the article calls for and that were not given.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub packs: Vec<String>,
    /// What was left out or doubtful.
    pub warnings: Vec<Warning>,
}

/// The publication date that the analysis resolved against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Published {
    /// `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Where it comes from.
    pub basis: DateBasis,
}

/// A date in the text that may be the publication date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PublishedCandidate {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// `YYYY-MM-DD`.
    pub date: String,
}

/// The parts of the page that was pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DocumentParts {
    /// The headline, if it is a line of its own.
    pub headline: Option<TextSpan>,
    /// "ALEPPO –", "(Zaman Al Wasl)-".
    pub dateline: Option<TextSpan>,
    /// "By Jane Doe".
    pub byline: Option<TextSpan>,
    /// Page furniture, not analysed.
    pub boilerplate: Vec<TextSpan>,
}

/// Something that the article is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Entity {
    /// "e3".
    pub id: Id,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The canonical form of its name.
    pub name: String,
    /// Its mentions, in text order.
    pub mentions: Vec<EntityMention>,
    /// "Foreign Minister".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub role: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub country: Option<String>,
    /// For places and facilities.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub coordinates: Option<Coordinates>,
    /// The place that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub within: Option<Id>,
    /// First-order division.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub admin1: Option<String>,
    /// How finely the name places it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub precision: Option<GeoPrecision>,
}

/// One mention of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EntityMention {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// How it refers.
    pub kind: MentionKind,
}

/// A point on the earth, in degrees (WGS 84).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Coordinates {
    /// Latitude in degrees, north positive.
    pub lat: f64,
    /// Longitude in degrees, east positive.
    pub lon: f64,
    /// "geonames:170063" or "dateline:…" for our supplement.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub gazetteer_id: Option<String>,
    /// 0 to 1, three decimals: how sure the choice among places of that name is.
    pub score: f64,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Time {
    /// "t1".
    pub id: Id,
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// First day covered, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day covered, `YYYY-MM-DD`.
    pub to: Option<String>,
}

/// An event as an analyst would log it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Event {
    /// "v7".
    pub id: Id,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// The family of the type.
    pub family: Family,
    /// One for each mention of the event.
    pub triggers: Vec<TextSpan>,
    /// Who did it.
    pub agent: Vec<Id>,
    /// Who or what underwent it.
    pub target: Vec<Id>,
    /// Where.
    pub place: Vec<Id>,
    /// By which means.
    pub instrument: Vec<Id>,
    /// Who reports it: the union of the claims' sources.
    pub source: Vec<Id>,
    /// How it lies to each place.
    #[serde(rename = "where", skip_serializing_if = "Vec::is_empty", default)]
    pub location: Vec<Where>,
    /// When, if told.
    pub time: Option<EventTime>,
    /// Whether it came to be.
    pub modality: Modality,
    /// The casualty ledger.
    pub casualties: Vec<Casualty>,
    /// Who says so; empty: the article's own voice.
    pub claims: Vec<Claim>,
    /// 0 to 1, three decimals.
    pub score: f64,
    /// For every field that is not empty, the words it came from.
    pub evidence: Vec<Evidence>,
    /// Cross-walk to other codebooks.
    pub codes: Codes,
}

/// How an event lies to a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Where {
    /// The place.
    pub place: Id,
    /// Inside, near, or in a part of it.
    pub relation: PlaceRelation,
    /// What the text gives.
    pub precision: GeoPrecision,
}

/// When an event happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventTime {
    /// First day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Told in the sentence, or carried over.
    pub basis: TimeBasis,
    /// The time expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub expression: Option<Id>,
    /// How finely it is told.
    pub precision: TimePrecision,
}

/// One figure of the casualty ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Casualty {
    /// First code unit of the words that give the figure.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// What befell them.
    pub kind: CasualtyKind,
    /// Lowest figure told, in persons.
    pub low: Option<u32>,
    /// Highest figure told, in persons.
    pub high: Option<u32>,
    /// How the figure was qualified.
    pub quantifier: Quantifier,
    /// Who the victims are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub who: Option<Id>,
    /// Who gives the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub source: Option<Id>,
    /// Men, women and children among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub groups: Option<Groups>,
}

/// Men, women and children among the victims, in persons.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Groups {
    /// Men.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub men: Option<u32>,
    /// Women.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub women: Option<u32>,
    /// Children.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub children: Option<u32>,
}

/// What one source says of an event. Two sources that disagree are two claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Claim {
    /// Who says so, if an entity.
    pub source: Option<Id>,
    /// "said", "according to".
    pub cue: Option<TextSpan>,
    /// What is said.
    pub content: TextSpan,
    /// Its stand.
    pub stance: Stance,
    /// Whether it happened, according to this source.
    pub modality: Modality,
    /// Who did it, according to this source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub agent: Option<Vec<Id>>,
    /// The figures this source gives: indices into the event's casualties.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub casualties: Option<Vec<u32>>,
}

/// Why a field says what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Evidence {
    /// "type", "agent:e3", "time", "modality", "casualties.0".
    pub field: String,
    /// The rule or model feature.
    pub rule: String,
    /// The words.
    pub spans: Vec<TextSpan>,
}

/// Codes of an event in other codebooks; absent where the cross-walk says none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Codes {
    /// ACLED sub-event type.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub acled: Option<String>,
    /// PLOVER event and mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub plover: Option<String>,
    /// CAMEO code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub cameo: Option<String>,
}

/// Events of the same stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimelineItem {
    /// First day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// How finely it is told.
    pub precision: TimePrecision,
    /// Long before the news of the day.
    pub background: bool,
    /// What to call it.
    pub label: String,
    /// The events.
    pub events: Vec<Id>,
}

/// Something that was left out or is doubtful, in words a user understands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Warning {
    /// Stable name of the kind of warning.
    pub code: String,
    /// A plain sentence.
    pub message: String,
    /// Where, if anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub span: Option<TextSpan>,
}
