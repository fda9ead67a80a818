//! Verbs that stand with a noun that names an event, by what their subject or object is to it.

/// Verbs that add nothing to the noun: their subject does what the noun says.
pub(super) const LIGHT: &[&str] = &[
    "launch",
    "throw",
    "pour",
    "carry",
    "conduct",
    "begin",
    "start",
    "mount",
    "stage",
    "wage",
    "open",
    "lead",
    "make",
    "step",
    "continue",
    "resume",
    "plan",
    "prepare",
    "order",
    "perform",
    "deliver",
    "execute",
    "undertake",
    "commit",
    "perpetrate",
    "inflict",
    "authorise",
    "authorize",
    "approve",
    "unleash",
    "intensify",
    "renew",
    "hold",
    "host",
    "sign",
    "reach",
    "announce",
    "declare",
    "impose",
    "issue",
    "reject",
    "provide",
    "give",
    "offer",
    "send",
    "hit",
    "keep",
    "maintain",
    "end",
    "halt",
    "stop",
    "suspend",
    "join",
    "pursue",
    "press",
    "direct",
    "run",
    "spearhead",
    "initiate",
    "escalate",
    "expand",
    "extend",
    "broker",
    "mediate",
    "lift",
    "ease",
    "call",
    "seek",
    "have",
    "do",
    "orchestrate",
    "mastermind",
    "stag",
    "engage",
    "participate",
    "take",
    "fight",
    "pay",
    "repeat",
    "reiterate",
    "voice",
    "express",
    "demand",
    "violate",
    "use",
    "employ",
    "resort",
    "lay",
    "set",
    "erect",
];

/// Verbs whose subject has or wants the help that their object names.
pub(super) const WANTS: &[&str] =
    &["seek", "rely", "depend", "receive", "accept", "enjoy", "secure", "request", "need", "win", "get", "want", "obtain"];

/// Verbs whose object others do: their subject only asks for it or turns it down.
pub(super) const OTHERS_DO: &[&str] = &["call", "seek", "demand", "reject", "pursue", "press", "mediate"];

/// Verbs whose subject undergoes what the noun says.
pub(super) const SUFFER: &[&str] = &[
    "suffer",
    "face",
    "endure",
    "come",
    "sustain",
    "survive",
    "experience",
    "receive",
    "withstand",
    "witness",
    "escape",
    "repel",
    "repulse",
    "resist",
    "get",
    "undergo",
    "meet",
    "foil",
    "thwart",
];

/// Verbs by which an attack does harm: their object undergoes it.
pub(super) const HARM: &[&str] = &[
    "target",
    "hit",
    "strike",
    "destroy",
    "damage",
    "aim",
    "ravage",
    "devastate",
    "rock",
    "shake",
    "engulf",
    "tear",
    "rip",
    "sweep",
    "engage",
    "level",
    "kill",
    "wound",
    "injure",
];

/// Verbs whose subject may be anybody where the noun is a war: "the accord ended the fighting".
pub(super) const ENDS: &[&str] =
    &["end", "halt", "stop", "suspend", "ease", "mediate", "call", "extend", "expand", "escalate", "intensify", "announce", "declare"];

/// Whether a light verb only speaks of what its object names: its subject does not do it.
pub(super) fn only_speaks_of(verb: &str) -> bool {
    OTHERS_DO.contains(&verb) || SPEAKING.contains(&verb)
}

/// Light verbs of those who bring the sides together and are none.
pub(super) const BROKERS: &str = "broker mediate";

/// Light verbs of speech: "reiterated support for the army in its fight" makes no fighter of the speaker.
const SPEAKING: &[&str] = &["issue", "express", "voice", "reiterate", "repeat", "approve", "offer"];

/// Whether the subject of a verb is who gives the help or keeps up the sanctions that its object names, in whichever measure.
pub(super) fn gives(verb: &str, noun: &str) -> bool {
    const GIVEN: &str = "aid assistance support relief backing sanction embargo ban restriction curfew blockade siege";
    const VERBS: &str = "reduce cut slash halve double triple boost increase remove relax loosen tighten slap waive donate contribute deliver pledge \
                         promise grant supply withhold freeze block restore scrap cancel drop channel funnel terminate withdraw retain enforce";
    crate::lexicon::among(noun, GIVEN) && crate::lexicon::among(verb, VERBS)
}
