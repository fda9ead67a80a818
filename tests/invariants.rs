//! What holds of every analysis, on texts that chance writes and on a table of odd ones.

mod checks;

use checks::check;
use proptest::prelude::*;

/// Pieces of news, so that chance reaches deep into the pipeline.
const PIECES: &[&str] = &[
    "Rebels",
    " seized ",
    "the town of ",
    "Akhtarin",
    "Aleppo",
    " on Wednesday",
    " on 3 May 2016",
    ", killing at least 12 people",
    " and wounding dozens",
    ".",
    ". ",
    "\n\n",
    "\n",
    "The army",
    " denied ",
    "that ",
    "Reuters reported",
    ", according to ",
    "the Syrian Observatory for Human Rights",
    "“",
    "”",
    "\"",
    "'s ",
    "Kyiv",
    " shelled ",
    " was shelled by ",
    "Russian airstrikes",
    " hit a hospital",
    "He said ",
    "they ",
    "Islamic State",
    "(",
    ")",
    " – ",
    "ALEPPO – ",
    "between 10 and 20 ",
    "hundreds of thousands",
    " will ",
    " not ",
    " if ",
    "last week",
    "since early 2011",
    "yesterday",
    "Share",
    "Advertisement",
    "By Jane Doe",
    "🚨",
    "é",
    "\u{200f}",
    "حلب",
    "\u{feff}",
    "\u{a0}",
    "-",
    ", ",
    "U.S. ",
    "<p>",
    "</p>",
    "<br>",
    "12 km north of ",
    "ceasefire",
    " agreed to ",
    "prisoners",
    " freed ",
    "x",
    " of ",
    " in ",
    " the ",
    "31 February 2016",
    "99999999999999999999",
    "1/2/2016",
    "…",
    "\u{0}",
    "ﬁ",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn invariants_hold_of_any_characters(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn invariants_hold_of_any_code_points(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn invariants_hold_of_pieces_of_news(text in news()) {
        check(&text);
    }
}

/// Texts that have broken readers before, or might.
const ODD: &[(&str, &str)] = &[
    ("empty", ""),
    ("one blank", " "),
    ("three words", "Rebels seized Akhtarin"),
    ("one mark", "."),
    ("only marks", "... !!! ??? ((( \"\"\" '' -- ––"),
    ("only digits", "12 13 2016 99999999999999999999999 0 00 1,000,000.5"),
    ("binary", "PK\u{3}\u{4}\u{14}\0\u{6}\0\u{8}\0!\0\u{fffd}\u{fffd}\u{1}\u{2}\u{7f}\u{80}"),
    ("lone surrogate replaced", "Rebels \u{fffd} seized Akhtarin\u{fffd} on Tuesday."),
    ("right to left", "أعلنت القوات المسلحة السيطرة على مدينة حلب يوم الأربعاء.\nThe army took حلب on Wednesday.\u{202b}abc\u{202c}"),
    ("emoji", "🚨🚨 BREAKING: 12 killed 💔 in 🇸🇾 Aleppo 👨‍👩‍👧‍👦 on Tuesday 🚨"),
    ("all capitals", "REBELS SEIZED THE TOWN OF AKHTARIN ON TUESDAY. THE ARMY DENIED IT. AT LEAST 12 PEOPLE WERE KILLED."),
    ("all small", "rebels seized the town of akhtarin on tuesday. the army denied it, reuters reported."),
    ("no sentence ends", "Rebels seized Akhtarin on Tuesday the army denied it Reuters reported at least 12 people were killed"),
    (
        "html",
        "<!DOCTYPE html><html><head><title>x</title><script>let a = '<p>';</script></head><body><p>Rebels seized <b>Akhtarin</b> on Tuesday.</p><p>12 were killed.</p>",
    ),
    ("broken html", "<p>Rebels < seized <a href=\"Akhtarin on Tuesday.</p><nav><nav><script>"),
    ("line ends", "Rebels\rseized\r\nAkhtarin\u{2028}on\u{85}Tuesday.\n\r\n\r"),
    ("combining marks", "Re\u{301}bels sei\u{308}zed Ma\u{304}ri\u{2bb} \u{301}\u{301}\u{301}."),
    ("mathematical letters", "𝐑𝐞𝐛𝐞𝐥𝐬 𝐬𝐞𝐢𝐳𝐞𝐝 𝐀𝐤𝐡𝐭𝐚𝐫𝐢𝐧 on 𝟑 May 2016."),
    ("letters that grow in lower case", "İSTANBUL İİİ ẞ ﬃ Ǆ was shelled by İran on Tuesday."),
    ("nested quotes", "“He said “they said ‘we said \"it was shelled\"’””. “"),
    ("possessives of nothing", "'s 's ' ’s the 's army 's"),
    ("impossible dates", "On 31 February 2016, 0 May 0000, 99/99/9999, the 45th of Monday and 2016-13-45 rebels seized Akhtarin in the year 99999."),
    ("far dates", "In 9999 and in the 1st century, 10000 years ago, 99999999 weeks later, rebels seized Akhtarin. On 31 December 9999 it fell."),
    ("huge numbers", "Between 99999999999 and 5 people were killed, 1000000 million wounded, four billion billion displaced, 1e9 missing."),
    ("hyphens", "Turkey-backed-rebel-held-town-of-12-year-olds was - – — -- shelled-by-Russia-."),
    ("urls", "https://example.org/2016/nov/02/rebels?x=1&y=2 www.example.org a@example.org #Aleppo @user"),
    ("tabs and columns", "Rebels\tseized\tAkhtarin\n12\tkilled\tTuesday\n\t\t\t\n"),
    ("bracketed all", "(Rebels (seized [Akhtarin {on} Tuesday]))"),
];

#[test]
fn invariants_hold_of_odd_texts() {
    for (name, text) in ODD {
        println!("{name}");
        check(text);
    }
}

#[test]
fn invariants_hold_of_the_articles() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles")).expect("the folder of articles");
    let texts = folder.flatten().map(|f| f.path()).filter(|p| p.extension().is_some_and(|e| e == "txt"));
    let mut count = 0;
    for path in texts {
        check(&std::fs::read_to_string(&path).expect("UTF-8"));
        count += 1;
    }
    assert!(count >= 6);
}

#[test]
fn invariants_hold_of_a_text_whose_offsets_move() {
    // Every offset behind an emoji differs between bytes, characters and UTF-16.
    let text = "🚨 Rebels seized Akhtarin on Tuesday, killing 12 people, Reuters said.\n\n".repeat(8);
    check(&text);
}

/// Where a text begins or ends must not matter: every beginning and every end of every paragraph of the sample articles.
#[test]
fn invariants_hold_wherever_a_text_is_cut() {
    for article in ["syria", "ukraine", "sudan", "sahel", "myanmar", "yemen"] {
        let text = std::fs::read_to_string(format!("{}/tests/articles/{article}.txt", env!("CARGO_MANIFEST_DIR"))).expect("an article");
        for paragraph in text.lines() {
            paragraph.match_indices(' ').for_each(|(at, _)| {
                check(&paragraph[..at]);
                check(&paragraph[at + 1..]);
            });
        }
    }
    for text in ["Police blamed a Bwa Kale vigilante", "Bwa Kale rebel", "Fighters of the Southern Falcon militia", "Kenyan soldiers wounded"] {
        check(text);
    }
}
