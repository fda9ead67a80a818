use super::*;
use crate::Resources;

#[test]
fn the_embedded_weights_can_be_read() {
    assert_eq!(Language::read(include_bytes!("../../models/english.bin")).err(), None);
}

fn parsed(text: &str) -> Vec<String> {
    let document = crate::document::Document {
        text,
        blocks: vec![crate::document::Block { span: crate::span::Span::new(0, text.len()), kind: crate::document::BlockKind::Body }],
        dateline: None,
        date_candidates: Vec::new(),
    };
    let tokens = crate::token::tokenize(&document);
    let syntax = annotate(&tokens, &crate::Resources::embedded().language);
    (0..tokens.len())
        .map(|i| {
            let head = syntax.head(i).map_or("-", |h| tokens.text(h));
            format!("{} {} {} {}", tokens.text(i), syntax.upos(i).name(), syntax.relation(i).name(), head)
        })
        .collect()
}

#[test]
fn a_passive_has_a_passive_subject_and_an_agent() {
    let words = parsed("The town was captured by the rebels.");
    assert!(words.contains(&"town NOUN nsubj:pass captured".to_string()), "{words:?}");
    assert!(words.contains(&"rebels NOUN obl:agent captured".to_string()), "{words:?}");
}

#[test]
fn lemmas_of_the_domain() {
    let lemmatizer = Resources::embedded();
    let cases = [
        ("shelled", Upos::Verb, "shell"),
        ("seized", Upos::Verb, "seize"),
        ("bombing", Upos::Verb, "bomb"),
        ("fled", Upos::Verb, "flee"),
        ("besieged", Upos::Verb, "besiege"),
        ("targeted", Upos::Verb, "target"),
        ("abducting", Upos::Verb, "abduct"),
        ("retook", Upos::Verb, "retake"),
        ("overran", Upos::Verb, "overrun"),
        ("withdrew", Upos::Verb, "withdraw"),
        ("captured", Upos::Verb, "capture"),
        ("clashed", Upos::Verb, "clash"),
        ("killing", Upos::Verb, "kill"),
        ("shot", Upos::Verb, "shoot"),
        ("gunmen", Upos::Noun, "gunman"),
        ("militiamen", Upos::Noun, "militiaman"),
        ("casualties", Upos::Noun, "casualty"),
        ("airstrikes", Upos::Noun, "airstrike"),
        ("forces", Upos::Noun, "force"),
        ("cities", Upos::Noun, "city"),
        ("troops", Upos::Noun, "troop"),
        ("refugees", Upos::Noun, "refugee"),
        ("children", Upos::Noun, "child"),
        ("stormed", Upos::Verb, "storm"),
        ("raided", Upos::Verb, "raid"),
        ("retaken", Upos::Verb, "retake"),
        ("destroyed", Upos::Verb, "destroy"),
        ("carried", Upos::Verb, "carry"),
        ("beheaded", Upos::Verb, "behead"),
        ("freed", Upos::Verb, "free"),
        ("wives", Upos::Noun, "wife"),
        ("attacks", Upos::Verb, "attack"),
        ("vowed", Upos::Verb, "vow"),
        ("torturing", Upos::Verb, "torture"),
        ("ambushed", Upos::Verb, "ambush"),
        ("kidnapped", Upos::Verb, "kidnap"),
        ("hit", Upos::Verb, "hit"),
        ("was", Upos::Aux, "be"),
        ("struck", Upos::Verb, "strike"),
        ("armies", Upos::Noun, "army"),
        ("losses", Upos::Noun, "loss"),
        ("us", Upos::Propn, "us"),
        ("ceasefires", Upos::Noun, "ceasefire"),
        ("pledged", Upos::Verb, "pledge"),
        ("urging", Upos::Verb, "urge"),
        ("blew", Upos::Verb, "blow"),
        ("opened", Upos::Verb, "open"),
        ("clashes", Upos::Noun, "clash"),
        ("deaths", Upos::Noun, "death"),
        ("buses", Upos::Noun, "bus"),
        ("bodies", Upos::Noun, "body"),
        ("looted", Upos::Verb, "loot"),
        ("evacuated", Upos::Verb, "evacuate"),
        ("executed", Upos::Verb, "execute"),
        ("deployed", Upos::Verb, "deploy"),
        ("firing", Upos::Verb, "fire"),
        ("shelling", Upos::Noun, "shelling"),
    ];
    let wrong: Vec<_> =
        cases.iter().map(|&(w, t, l)| (w, l, lemmatizer.language.lemmatizer.lemma(w, t))).filter(|(_, l, found)| l != found).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
