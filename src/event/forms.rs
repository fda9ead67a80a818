//! The inflected forms of a word, so that a trigger is found whatever the lemmatizer made of it.

use crate::lexicon::among;

/// Forms that no rule gives: base and forms.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("flee", &["fled", "fleeing"]),
    ("acquit", &["acquitted"]),
    ("have", &["has", "had"]),
    ("fall", &["fell", "fallen"]),
    ("take", &["took", "taken"]),
    ("retake", &["retook", "retaken"]),
    ("overtake", &["overtook", "overtaken"]),
    ("undertake", &["undertook", "undertaken"]),
    ("shoot", &["shot"]),
    ("strike", &["struck", "stricken"]),
    ("fight", &["fought"]),
    ("lose", &["lost"]),
    ("leave", &["left"]),
    ("blow", &["blew", "blown"]),
    ("break", &["broke", "broken"]),
    ("bring", &["brought"]),
    ("send", &["sent"]),
    ("meet", &["met"]),
    ("hold", &["held"]),
    ("win", &["won"]),
    ("give", &["gave", "given"]),
    ("beat", &["beaten"]),
    ("slay", &["slew", "slain"]),
    ("swear", &["swore", "sworn"]),
    ("seek", &["sought"]),
    ("withdraw", &["withdrew", "withdrawn"]),
    ("withhold", &["withheld"]),
    ("withstand", &["withstood"]),
    ("drive", &["drove", "driven"]),
    ("throw", &["threw", "thrown"]),
    ("overrun", &["overran"]),
    ("run", &["ran"]),
    ("sell", &["sold"]),
    ("set", &[]),
    ("hit", &[]),
    ("cut", &[]),
    ("shut", &[]),
    ("go", &["went", "gone", "goes"]),
    ("come", &["came"]),
    ("sit", &["sat"]),
    ("fly", &["flew", "flown", "flies"]),
    ("freeze", &["froze", "frozen"]),
    ("hide", &["hid", "hidden"]),
    ("speak", &["spoke", "spoken"]),
    ("tell", &["told"]),
    ("rise", &["rose", "risen"]),
    ("stand", &["stood"]),
    ("build", &["built"]),
    ("lay", &["laid"]),
    ("pay", &["paid"]),
    ("put", &[]),
    ("beset", &[]),
    ("make", &["made"]),
    ("get", &["got", "gotten"]),
    ("overthrow", &["overthrew", "overthrown"]),
    ("catch", &["caught"]),
    ("begin", &["began", "begun"]),
    ("swell", &["swollen"]),
    ("burn", &["burnt"]),
    // Those hung from hooks are not those hanged.
    ("hang", &[]),
    ("dig", &["dug"]),
    ("let", &[]),
    ("find", &["found"]),
    ("feed", &["fed"]),
    ("stick", &["stuck"]),
    ("draw", &["drew", "drawn"]),
    ("say", &["said"]),
    ("sweep", &["swept"]),
    ("sink", &["sank", "sunk"]),
    ("tear", &["tore", "torn"]),
    ("steal", &["stole", "stolen"]),
    ("overcome", &["overcame"]),
    ("thrust", &[]),
    ("burst", &[]),
    ("quit", &[]),
    ("keep", &["kept"]),
    ("lend", &["lent"]),
    ("mow", &["mowed", "mown"]),
    ("wrest", &[]),
    ("man", &["manned"]),
    ("ask", &[]),
    ("become", &["became"]),
    ("lead", &["led"]),
    ("ring", &["rang", "rung"]),
    ("shake", &["shook", "shaken"]),
    ("slit", &[]),
    ("cost", &[]),
    ("rain", &[]),
];

/// Verbs whose base is never a noun.
const VERB_ONLY: &[&str] = &[
    "withdraw",
    "seize",
    "expel",
    "deploy",
    "abduct",
    "evacuate",
    "besiege",
    "liberate",
    "condemn",
    "accuse",
    "threaten",
    "recapture",
    "retake",
    "invade",
    "flee",
    "repel",
    "overrun",
    "destroy",
    "kill",
    "behead",
    "assassinate",
    "encircle",
    "occupy",
    "reopen",
    "denounce",
    "detain",
    "displace",
    "dislodge",
    "oust",
    "reclaim",
    "regain",
    "repulse",
    "intercept",
    "bombard",
];

/// Whether a base form can only be a verb.
pub(super) fn only_a_verb(base: &str) -> bool {
    VERB_ONLY.contains(&base)
}

/// Finite and participle forms of a verb that are never its base; the second value says whether the form can only be a verb.
pub(super) fn verb_forms(base: &str) -> Vec<(String, bool)> {
    let mut forms = vec![(third_person(base), false), (gerund(base), false)];
    match IRREGULAR.iter().find(|(b, _)| *b == base) {
        Some((_, irregular)) => forms.extend(irregular.iter().map(|f| ((*f).to_string(), true))),
        None => forms.push((past(base), true)),
    }
    // British and American spelling: "funnelling", "funneling".
    if among(base, "funnel channel travel cancel level pummel quarrel marshal shovel signal label traffic panic") {
        let double = if base.ends_with('c') { 'k' } else { 'l' };
        forms.push((format!("{base}{double}ing"), false));
        forms.push((format!("{base}{double}ed"), true));
    }
    if among(base, "hang burn man wrest ask rain swell") {
        forms.push((past(base), true));
    }
    forms
}

/// The plural of a noun.
pub(super) fn plural(base: &str) -> String {
    third_person(base)
}

fn vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn third_person(base: &str) -> String {
    let b = base.as_bytes();
    if base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh") {
        return format!("{base}es");
    }
    match b {
        [.., before, b'y'] if !vowel(*before) => format!("{}ies", &base[..base.len() - 1]),
        [.., before, b'o'] if !vowel(*before) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// One syllable with one vowel before one consonant: the consonant doubles.
fn doubles(base: &str) -> bool {
    let b = base.as_bytes();
    let vowels = b.iter().filter(|c| vowel(**c)).count();
    // The "u" of "equip" and "acquit" is no vowel.
    let ending = matches!(b, [.., q, a, v, c] if *q == b'q' && *a == b'u' && vowel(*v) && !vowel(*c))
        || matches!(b, [.., a, v, c] if !vowel(*a) && vowel(*v) && !vowel(*c) && !matches!(*c, b'w' | b'x' | b'y'));
    ending
        && (vowels == 1
            || among(
                base,
                "expel repel abet kidnap hijack airdrop shell deter permit commit rebel compel dispel transfer outgun patrol disembowel equip acquit",
            ))
}

fn stem(base: &str) -> String {
    match base.chars().last() {
        Some(last) if doubles(base) => format!("{base}{last}"),
        _ => base.to_string(),
    }
}

fn gerund(base: &str) -> String {
    match base.as_bytes() {
        [.., a, b'e'] if !matches!(a, b'e' | b'o' | b'y') => format!("{}ing", &base[..base.len() - 1]),
        _ => format!("{}ing", stem(base)),
    }
}

fn past(base: &str) -> String {
    match base.as_bytes() {
        [.., b'e'] => format!("{base}d"),
        [.., before, b'y'] if !vowel(*before) => format!("{}ied", &base[..base.len() - 1]),
        _ => format!("{}ed", stem(base)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_their_forms() {
        for (base, forms) in [
            ("capture", "captures capturing captured"),
            ("flee", "flees fleeing fled fleeing"),
            ("expel", "expels expelling expelled"),
            ("bomb", "bombs bombing bombed"),
            ("shell", "shells shelling shelled"),
            ("occupy", "occupies occupying occupied"),
            ("stab", "stabs stabbing stabbed"),
            ("deploy", "deploys deploying deployed"),
            ("attack", "attacks attacking attacked"),
            ("veto", "vetoes vetoing vetoed"),
            ("abduct", "abducts abducting abducted"),
            ("patrol", "patrols patrolling patrolled"),
            ("equip", "equips equipping equipped"),
        ] {
            let made: Vec<String> = verb_forms(base).into_iter().map(|(f, _)| f).collect();
            assert_eq!(made.join(" "), forms);
        }
    }
}
