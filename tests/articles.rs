//! Whole articles through the whole pipeline, as pages to read: `tests/articles/*.txt` and the `.snap` beside each.
//!
//! After a change that is meant to change them: `INSTA_UPDATE=always cargo test --test articles`, then read the difference.

mod render;

use dateline::{Options, analyze};

/// Renders one article and holds it against its snapshot.
fn check(name: &str, text: &str) {
    let dates = include_str!("articles/published.tsv");
    let published = dates.lines().filter_map(|l| l.split_once('\t')).find(|(id, _)| *id == name).map(|(_, d)| d.to_string());
    assert!(published.is_some(), "published.tsv has no date for {name}");
    let analysis = analyze(text, &Options { published, ..Options::default() }).expect("good options");
    insta::with_settings!({ snapshot_path => "articles", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, render::page(&analysis, text));
    });
}

macro_rules! articles {
    ($($name:ident),+) => {
        $(#[test]
        fn $name() {
            check(stringify!($name), include_str!(concat!("articles/", stringify!($name), ".txt")));
        })+
    };
}

articles!(syria, ukraine, sudan, yemen, myanmar, sahel);

#[test]
fn samples_of_the_page_are_articles_of_the_tests() {
    let list = include_str!("../www/samples/index.json");
    let list: serde_json::Value = serde_json::from_str(list).expect("the list of samples is JSON");
    let dates = include_str!("articles/published.tsv");
    for sample in list["samples"].as_array().expect("a list") {
        let file = sample["file"].as_str().expect("a file");
        let read = |folder: &str| std::fs::read_to_string(format!("{}/{folder}/{file}", env!("CARGO_MANIFEST_DIR"))).expect(file);
        assert_eq!(read("www/samples"), read("tests/articles"), "{file}");
        let id = file.trim_end_matches(".txt");
        assert!(dates.contains(&format!("{id}\t{}", sample["published"].as_str().expect("a date"))), "{file}");
    }
}
