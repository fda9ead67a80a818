use super::*;

fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
    read(text).blocks.iter().map(|b| (b.kind, b.span.of(text))).collect()
}

fn furniture(text: &str) -> Vec<&str> {
    kinds(text).into_iter().filter(|(k, _)| *k == BlockKind::Boilerplate).map(|(_, w)| w).collect()
}

const STORY: &str = "The army shelled three villages east of the river on Monday, residents said.\n\nTwo people were killed and nine wounded when a shell hit a bakery, a doctor told reporters.\n\nThe government denied that its guns had fired on the villages and blamed the rebels for the deaths.\n\nAid workers said on Sunday that the road to the river had been closed for a week, and that the people of the villages had no bread.";

#[test]
fn document_of_a_whole_page_is_told_apart() {
    let page = format!(
        "Home\nWorld\nMiddle East\n\nArmy shells villages east of the river\n\nBy Jane Doe in Damascus\n3 May 2016 14:05\nShare\n\n{STORY}\n\nAdvertisement\n\nThe rebels have held the villages since 2014.\n\nRelated articles\nRebels take a bridge\nTalks fail in Geneva\n\n© 2016 The Example. All rights reserved."
    );
    let found = kinds(&page);
    assert!(found.contains(&(BlockKind::Headline, "Army shells villages east of the river")));
    assert!(found.contains(&(BlockKind::Byline, "By Jane Doe in Damascus")));
    assert!(found.contains(&(BlockKind::Body, "The rebels have held the villages since 2014.")));
    assert_eq!(
        furniture(&page),
        [
            "Home",
            "World",
            "Middle East",
            "3 May 2016 14:05",
            "Share",
            "Advertisement",
            "Related articles",
            "Rebels take a bridge",
            "Talks fail in Geneva",
            "© 2016 The Example. All rights reserved.",
        ]
    );
    assert_eq!(read(&page).date_candidates.iter().map(|(_, d)| d.to_string()).collect::<Vec<_>>(), ["2016-05-03"]);
}

#[test]
fn document_keeps_every_line_of_a_plain_article() {
    assert_eq!(furniture(STORY), [""; 0]);
    let chronology = "A week of war\n\n3 May 2016\nA bomb killed two people in the market of the town.\n4 May 2016\nThe army closed the road to the river.\n9:15 a.m.\nThe road was open again, drivers said on the radio.\n\nWho they are\nThe rebels call themselves the Army of the River and hold nine villages.\n\n“We did not fire”\nThe general said so on Friday in the capital.";
    assert_eq!(furniture(chronology), [""; 0]);
}

#[test]
fn document_drops_readers_comments() {
    let page = format!(
        "{STORY}\n\nComments (2)\n\nJohn: They killed my brother in that village last year, shame on them.\nAnn: The army bombed the school too, I saw it."
    );
    assert_eq!(furniture(&page).len(), 3);
    let link = format!("Army shells villages\n\nLeave a comment\n\n{STORY}");
    assert_eq!(furniture(&link), ["Leave a comment"]);
}

#[test]
fn document_cuts_the_dateline_off() {
    let text = "Army shells villages\n\nALEPPO – The army shelled three villages on Monday.";
    assert_eq!(
        kinds(text),
        [
            (BlockKind::Headline, "Army shells villages"),
            (BlockKind::Body, "ALEPPO –"),
            (BlockKind::Body, "The army shelled three villages on Monday.")
        ]
    );
    assert_eq!(read(text).dateline.map(|d| d.of(text)), Some("ALEPPO –"));
}

#[test]
fn document_without_headline_has_none() {
    for text in [
        "The army shelled three villages on Monday.\n\nTwo people died in the shelling.",
        "Rebels seized the town",
        "",
        "1937\n\nFranco made another attempt on the city that year.",
    ] {
        assert_eq!(read(text).first(BlockKind::Headline), None, "{text}");
    }
}

#[test]
fn document_from_html_source_has_headline_and_body() {
    let text = "<html><head><title>Army shells villages | Example</title><style>p { color: red }</style></head><body><nav><a href=\"/\">Home</a></nav><h1>Army shells villages</h1>\n<p>The army shelled three villages on Monday.</p>\n<p>Share</p></body></html>";
    let article: Vec<_> = kinds(text).into_iter().filter(|(k, _)| *k != BlockKind::Boilerplate).collect();
    assert_eq!(article, [(BlockKind::Headline, "Army shells villages"), (BlockKind::Body, "The army shelled three villages on Monday.")]);
    assert!(furniture(text).contains(&"Share"));
}

#[test]
fn document_blocks_hold_everything_but_white_space() {
    for text in [
        STORY,
        "<p>One</p> two <b>three</b></p>",
        "A\u{200b}\n\u{feff}\nB \r\n C – d\u{0}e",
        "🚨\n\n🚨 ALEPPO – Go\n\u{1}\u{2}\u{3}\u{fffd}",
        "<nav>a<p>b</p><!-- c",
    ] {
        let document = read(text);
        let mut at = 0;
        for block in &document.blocks {
            assert!(block.span.start >= at && !block.span.is_empty());
            assert!(text[at as usize..block.span.start as usize].chars().all(lines::is_blank));
            at = block.span.end;
        }
        assert!(text[at as usize..].chars().all(lines::is_blank));
    }
}

#[test]
fn document_of_control_characters_is_furniture() {
    let text = "PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}\u{8}\u{0}!\u{0}\u{fffd}\u{fffd}";
    assert_eq!(furniture(text).len(), 1);
}

#[test]
fn document_reads_a_full_date_under_the_headline_as_its_day() {
    let day = |text: &str| read(text).first(BlockKind::Stamp).map(|s| s.of(text).to_string());
    for line in ["Tuesday, May 3, 2016", "3 May 2016", "By Jane Doe\n3 May 2016"] {
        let text = format!("Army shells three villages\n\n{line}\n\n{STORY}");
        assert_eq!(day(&text).as_deref(), line.lines().last(), "{line}");
        assert_eq!(furniture(&text), [""; 0]);
    }
    for line in ["Published: 3 May 2016", "3 May 2016 14:05", "3 May 2016 14.05 BST", "Share\n3 May 2016", "2:45 p.m."] {
        assert_eq!(day(&format!("Army shells three villages\n\n{line}\n\n{STORY}")), None, "{line}");
    }
    assert_eq!(day(&format!("Home\n3 May 2016\nArmy shells three villages\n\n{STORY}")), None);
}

#[test]
fn document_offers_dates_likeliest_first() {
    let text = format!(
        "Army shells villages\n\nPublished: 4 May 2016\n\n{STORY}\n\nThe war began on 15 March 2011 and spread on 3/25/2012 but not on 02/03/2012."
    );
    let dates: Vec<String> = read(&text).date_candidates.iter().map(|(_, d)| d.to_string()).collect();
    assert_eq!(dates, ["2016-05-04", "2011-03-15", "2012-03-25"]);
}

/// Pages with the kind of each line before it: `~` furniture, `#` headline, `@` byline, `+` the day, nothing for the article.
const PAGES: &[(&str, &str)] = &[
    ("agency", include_str!("pages/agency.txt")),
    ("broadcaster", include_str!("pages/broadcaster.txt")),
    ("chronology", include_str!("pages/chronology.txt")),
    ("live", include_str!("pages/live.txt")),
    ("newspaper", include_str!("pages/newspaper.txt")),
    ("portal", include_str!("pages/portal.txt")),
    ("statement", include_str!("pages/statement.txt")),
    ("toll", include_str!("pages/toll.txt")),
];

/// The sign of each block's kind and its words; the dateline back in its line.
fn signed(text: &str) -> Vec<String> {
    let document = read(text);
    let mut lines = Vec::new();
    let mut dateline = None;
    for block in &document.blocks {
        let sign = match block.kind {
            BlockKind::Headline => '#',
            BlockKind::Byline => '@',
            BlockKind::Stamp => '+',
            BlockKind::Body => ' ',
            BlockKind::Boilerplate => '~',
        };
        if document.dateline == Some(block.span) {
            dateline = Some(block.span);
            continue;
        }
        let span = dateline.take().map_or(block.span, |d: Span| d.cover(block.span));
        lines.push(format!("{sign} {}", span.of(text)));
    }
    lines
}

#[test]
fn document_of_whole_pages_is_told_apart_line_by_line() {
    let mut wrong = Vec::new();
    for (name, page) in PAGES {
        for gap in ["\n", "\n\n"] {
            let text: String = page.lines().map(|l| l[2..].to_string() + gap).collect();
            let found = signed(&text);
            for line in page.lines().filter(|l| !found.iter().any(|f| f == l)) {
                wrong.push(format!("{name}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} lines read otherwise than they should be:\n{}", wrong.len(), wrong.join("\n"));
}
