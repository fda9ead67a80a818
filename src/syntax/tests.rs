use super::*;

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
