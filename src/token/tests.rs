use super::*;

fn cut(text: &str) -> String {
    let document = crate::document::Document {
        text,
        blocks: vec![crate::document::Block { span: Span::new(0, text.len()), kind: BlockKind::Body }],
        dateline: None,
        date_candidates: Vec::new(),
    };
    let tokens = tokenize(&document);
    let sentence = |s: &Sentence| s.tokens.clone().map(|i| tokens.text(i)).collect::<Vec<_>>().join(" ");
    tokens.sentences.iter().map(sentence).collect::<Vec<_>>().join(" | ")
}

macro_rules! cuts {
    ($($name:ident: $text:expr => $tokens:expr;)*) => {
        $(#[test] fn $name() { assert_eq!(cut($text), $tokens); })*
    };
}

cuts! {
    empty: "" => "";
    compound: "a Turkish-backed group" => "a Turkish - backed group";
    prefix: "anti-government, pre-war and ex-rebel" => "anti-government , pre-war and ex-rebel";
    article_al: "Bashar al-Assad" => "Bashar al - Assad";
    clitics: "the town's mayor didn't say they're here" => "the town 's mayor did n't say they 're here";
    curly_clitics: "Iraq’s army can’t" => "Iraq ’s army ca n’t";
    plural_possessive: "the soldiers' camp" => "the soldiers ' camp";
    bare_negation: "they didnt go" => "they did nt go";
    cannot: "We cannot" => "We can not";
    apostrophe_names: "A‘zaz, Sana'a and O'Brien" => "A‘zaz , Sana'a and O'Brien";
    titles: "Lt. Gen. Omar met Dr. Sami." => "Lt. Gen. Omar met Dr. Sami .";
    acronyms: "U.S. and U.N. envoys" => "U.S. and U.N. envoys";
    acronym_final: "He left the U.S. The army stayed." => "He left the U.S. | The army stayed .";
    acronym_inside: "The U.S. Army stayed." => "The U.S. Army stayed .";
    clock: "at 5 a.m. on Feb. 5" => "at 5 a.m. on Feb. 5";
    clock_final: "It began at 5 a.m. Troops fled." => "It began at 5 a.m. | Troops fled .";
    initials: "George W. Bush and J.K. Rowling" => "George W. Bush and J.K. Rowling";
    numbers: "1,200 men, 3.5 km, 2,000" => "1,200 men , 3.5 km , 2,000";
    list_of_years: "in 2015,2016" => "in 2015 , 2016";
    units: "10km away at 5pm" => "10 km away at 5 pm";
    money: "$500 or US$20, 50%" => "$ 500 or US$ 20 , 50 %";
    ranges: "10-15 dead" => "10 - 15 dead";
    iso_date: "on 2016-11-02." => "on 2016-11-02 .";
    quotes: "“We left,” he said. \"Why?\" she asked." => "“ We left , ” he said . | \" Why ? \" she asked .";
    quote_final: "\"They fled.\" The mayor wept." => "\" They fled . \" | The mayor wept .";
    dashes: "Aleppo – the city—fell -- twice" => "Aleppo – the city — fell -- twice";
    missing_spaces: "the town,which fell" => "the town , which fell";
    glued_words: "in SyriaThe desert" => "in Syria | The desert";
    glued_article: "in theSyrian desert" => "in the Syrian desert";
    glued_period: "took the town.The army fled" => "took the town . | The army fled";
    camel_names: "YouTube and McDonald of BuzzFeed" => "YouTube and McDonald of BuzzFeed";
    capitals: "REBELS SEIZE TOWN. ARMY FLEES." => "REBELS SEIZE TOWN . | ARMY FLEES .";
    ellipsis: "He waited... and left… Then" => "He waited ... and left … | Then";
    addresses: "see https://a.org/b?c=1, www.b.com or x@y.org." => "see https://a.org/b?c=1 , www.b.com or x@y.org .";
    tags: "#Aleppo by @someone" => "#Aleppo by @someone";
    emoji: "dead 🚨🇸🇾 now" => "dead 🚨 🇸🇾 now";
    brackets: "(He left.) They stayed." => "( He left . ) | They stayed .";
    decimals_final: "It grew by 3.5. Then" => "It grew by 3.5 . | Then";
    number_sign: "No. 5, but no. Never" => "No. 5 , but no . | Never";
    references: "They fled in 1805. [6] The rest stayed.[7] All died." => "They fled in 1805 . [ 6 ] | The rest stayed . [ 7 ] | All died .";
    initial_in_capitals: "ELIZABETH B. PRELOGAR" => "ELIZABETH B. PRELOGAR";
    citations: "Biggs et al. agree." => "Biggs et al. agree .";
    mailbox: "write to john.smith@example.org." => "write to john.smith@example.org .";
    slash: "11/02/2016 and/or" => "11/02/2016 and / or";
    right_to_left: "قال الجيش. ثم" => "قال الجيش . | ثم";
}

#[test]
fn a_text_without_marks_is_cut_into_bounded_sentences() {
    let text = "word ".repeat(1000);
    let document = crate::document::read(&text);
    let tokens = tokenize(&document);
    assert_eq!(tokens.len(), 1000);
    assert!(tokens.sentences.iter().all(|s| s.tokens.len() <= sentences::LONGEST));
}

proptest::proptest! {
    #[test]
    fn tokens_are_in_order_on_boundaries_and_in_one_sentence_each(text in "(\\PC|[a-zA-Z.,'\" \n-]){0,80}") {
        let document = crate::document::read(&text);
        let tokens = tokenize(&document);
        let mut end = 0;
        for token in &tokens.tokens {
            assert!(token.span.start >= end && !token.span.is_empty());
            assert!(text.is_char_boundary(token.span.start as usize) && text.is_char_boundary(token.span.end as usize));
            end = token.span.end;
        }
        let mut next = 0;
        for sentence in &tokens.sentences {
            assert_eq!(sentence.tokens.start, next);
            assert!(!sentence.tokens.is_empty());
            next = sentence.tokens.end;
        }
        assert_eq!(next, tokens.len());
        for i in 0..tokens.len() {
            assert!(tokens.sentences[tokens.sentence_of(i)].tokens.contains(&i));
        }
    }
}
