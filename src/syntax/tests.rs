use super::*;
use crate::Resources;
use proptest::prelude::prop;

#[test]
fn the_embedded_weights_can_be_read() {
    assert_eq!(Language::read(include_bytes!("../../models/english.bin")).err(), None);
}

fn read(text: &str) -> crate::Reading<'_> {
    let document = crate::document::Document {
        text,
        blocks: vec![crate::document::Block { span: crate::span::Span::new(0, text.len()), kind: crate::document::BlockKind::Body }],
        dateline: None,
        date_candidates: Vec::new(),
    };
    let tokens = crate::token::tokenize(&document);
    let syntax = annotate(&tokens, &Resources::embedded().language);
    crate::Reading { document, tokens, syntax, gazetteer: crate::gazetteer::Gazetteer::embedded() }
}

/// Each word as "word relation head".
fn parsed(text: &str) -> Vec<String> {
    let reading = read(text);
    let (tokens, syntax) = (&reading.tokens, &reading.syntax);
    let word = |i| format!("{} {} {}", tokens.text(i), syntax.relation(i).name(), syntax.head(i).map_or("-", |h| tokens.text(h)));
    (0..tokens.len()).map(word).collect()
}

macro_rules! parses {
    ($($name:ident: $text:expr => [$($word:expr),+];)*) => {
        $(#[test]
        fn $name() {
            let words = parsed($text);
            $(assert!(words.iter().any(|w| w == $word), "{} not in {words:?}", $word);)+
        })*
    };
}

parses! {
    a_name_after_a_weekday: "On Tuesday Moscow recalled its envoy." => ["Moscow nsubj recalled"];
    a_plural_before_its_verb: "Diplomats called on Russia to stop the bombardment of Aleppo." => ["Diplomats nsubj called"];
    a_participle_of_the_subject: "Rocket strikes blamed on the Houthi movement damaged a hotel in Aden." => ["blamed acl strikes", "strikes nsubj damaged"];
    a_headlines_verb: "Army Tries to Drive Out Rebels From Northern Valley" => ["Army nsubj Tries", "Drive xcomp Tries"];
    passive: "The town was captured by the rebels." => ["town nsubj:pass captured", "rebels obl:agent captured"];
    reduced_relative: "A village recently captured by government forces came under fire again on Sunday." => ["village nsubj came", "captured acl village", "forces obl:agent captured"];
    relative_clause: "Gunmen who attacked the checkpoint fled in two stolen cars." => ["Gunmen nsubj fled", "attacked acl:relcl Gunmen", "who nsubj attacked", "fled root -"];
    coordinated_agents: "The army and allied militias shelled the northern suburbs." => ["army nsubj shelled", "militias conj army", "suburbs obj shelled"];
    coordinated_objects: "Government warplanes bombed Douma, Harasta and Arbin, killing 12 civilians." => ["Douma obj bombed", "Harasta conj Douma", "Arbin conj Douma", "killing advcl bombed", "civilians obj killing"];
    backed: "Turkish-backed fighters seized three villages from the Kurdish militia." => ["backed amod fighters", "fighters nsubj seized", "villages obj seized"];
    loyal: "Fighters loyal to the former president retook the port late on Friday." => ["Fighters nsubj retook", "loyal amod Fighters", "port obj retook"];
    reported_speech: "The ministry said that its air force had destroyed a depot held by the militants." => ["ministry nsubj said", "destroyed ccomp said", "force nsubj destroyed", "held acl depot", "militants obl:agent held"];
    speech_after: "Air strikes killed a senior commander near the dam, a monitor reported." => ["monitor nsubj reported", "killed ccomp reported", "commander obj killed"];
    apposition: "Police arrested the leader of the movement, Sami Haddad, in the capital on Monday." => ["Police nsubj arrested", "leader obj arrested", "Haddad flat Sami"];
    title: "President Omar Ali told reporters his troops would not withdraw from the border." => ["President nmod:desc Omar", "withdraw ccomp told", "troops nsubj withdraw"];
    elided_verb: "Two soldiers were killed and five wounded in the ambush." => ["soldiers nsubj:pass killed", "wounded conj killed", "five nsubj:pass wounded"];
    participle_between: "The convoy carrying aid workers was hit by a drone strike claimed by the separatists." => ["convoy nsubj:pass hit", "carrying acl convoy", "strike obl:agent hit", "claimed acl strike"];
    headline: "Rebels seize airbase near Hama" => ["Rebels nsubj seize", "airbase obj seize", "seize root -"];
    headline_toll: "Car bomb kills 14 in Mogadishu" => ["bomb nsubj kills", "14 obj kills"];
}

#[test]
fn the_tree_can_be_walked() {
    let reading = read("The army that took the town shelled the suburbs.");
    let syntax = &reading.syntax;
    let [army, took, town, shelled] =
        ["army", "took", "town", "shelled"].map(|w| (0..reading.tokens.len()).find(|&i| reading.tokens.text(i) == w).expect(w));
    assert_eq!(syntax.subtree(army), 0..6);
    assert_eq!(syntax.root_of(town), shelled);
    assert!(syntax.is_descendant(town, army) && !syntax.is_descendant(army, town));
    assert_eq!(syntax.path(town, shelled), [town, took, army, shelled]);
    assert_eq!(syntax.dependent(took, Relation::Obj), Some(town));
}

#[test]
fn a_cut_or_changed_model_is_an_error() {
    let file = include_bytes!("../../models/english.bin");
    for end in [0, 7, 8, 15, 16, 100, file.len() / 2, file.len() - 1] {
        assert!(Language::read(&file[..end]).is_err());
    }
    for at in [0, 9, 13, 17, file.len() / 2, file.len() - 1] {
        let mut changed = file.to_vec();
        changed[at] ^= 0x40;
        assert!(Language::read(&changed).is_err());
    }
}

/// The sections of the committed weights.
fn sections() -> Vec<Vec<u8>> {
    let mut sections = Sections::open(include_bytes!("../../models/english.bin")).expect("good weights");
    std::iter::from_fn(|| sections.section().ok().map(<[u8]>::to_vec)).collect()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn weights_with_any_bytes_changed_but_a_right_checksum_never_crash(part: prop::sample::Index, at: prop::sample::Index, bytes: [u8; 4], cut: bool) {
        let mut all = sections();
        let section = part.get_mut(&mut all);
        let at = at.index(section.len().max(1)).min(section.len());
        if cut {
            section.truncate(at);
        } else {
            section.iter_mut().skip(at).zip(bytes).for_each(|(old, new)| *old = new);
        }
        let file = write(&all.iter().map(Vec::as_slice).collect::<Vec<_>>());
        if let Ok(language) = Language::read(&file) {
            let text = "Rebels who had seized the town shelled the road. Police said nothing.";
            let tokens = crate::token::given(text, &[text.trim_end_matches('.').split(' ').collect()]).expect("words of the text");
            let syntax = annotate(&tokens, &language);
            assert_eq!(syntax.words.iter().filter(|w| w.head.is_none()).count(), 1);
        }
    }
}

proptest::proptest! {
    #[test]
    fn every_sentence_of_any_text_is_one_projective_tree(text in "(\\PC|[a-zA-Z.,'\" \n-]){0,120}") {
        let reading = read(&text);
        let syntax = &reading.syntax;
        for sentence in &reading.tokens.sentences {
            let range = sentence.tokens.clone();
            assert_eq!(range.clone().filter(|&i| syntax.head(i).is_none()).count(), 1);
            for i in range.clone() {
                assert!(syntax.head(i).is_none_or(|h| range.contains(&h) && h != i));
                assert_eq!(syntax.relation(i) == Relation::Root, syntax.head(i).is_none());
                let inside = (range.clone()).filter(|&d| d == i || syntax.is_descendant(d, i)).count();
                assert_eq!(syntax.subtree(i).len(), inside);
            }
        }
    }
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
