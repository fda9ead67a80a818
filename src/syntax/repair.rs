//! What the network gets wrong in a way that the words themselves make plain.

use super::{Relation, Word};
use crate::lexicon::{WEEKDAYS, among};
use crate::token::Tokens;

/// "On Tuesday Moscow recalled its envoy": a name that is hung on the weekday before it is the subject of the verb behind it.
pub(super) fn names_after_days(tokens: &Tokens<'_>, words: &mut [Word]) {
    for i in 1..words.len() {
        let day = words[i].relation == Relation::Flat && words[i].head == Some(i as u32 - 1) && among(tokens.norm(i - 1), WEEKDAYS);
        let Some(verb) = words[i - 1].head.filter(|&v| day && v as usize > i) else { continue };
        let between = &words[i + 1..verb as usize];
        let of_verb = |relations: &[Relation]| between.iter().any(|w| w.head == Some(verb) && relations.contains(&w.relation));
        // Trees stay projective: what hangs on the day behind the name would cross the new arc.
        let crosses = between.iter().any(|w| w.head == Some(i as u32 - 1));
        if crosses || of_verb(&[Relation::Nsubj, Relation::NsubjPass]) {
            continue;
        }
        let relation = if of_verb(&[Relation::AuxPass]) { Relation::NsubjPass } else { Relation::Nsubj };
        words[i] = Word { head: Some(verb), relation, ..words[i] };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Upos;
    use Relation::{Case, Flat, Nsubj, Obl, Punct, Root};

    /// The head and relation of "Moscow" after the repair, by the heads and relations that the network gave.
    fn repaired(text: &str, arcs: &[(Option<u32>, Relation)]) -> (Option<u32>, Relation) {
        let tokens = crate::token::given(text, &[text.split(' ').collect()]).expect("words of the text");
        let word = |&(head, relation): &(Option<u32>, Relation)| Word { upos: Upos::X, head, relation, tag_confidence: 0, arc_confidence: 0 };
        let mut words: Vec<Word> = arcs.iter().map(word).collect();
        names_after_days(&tokens, &mut words);
        (words[2].head, words[2].relation)
    }

    #[test]
    fn a_name_hung_on_the_day_before_it_is_the_subject() {
        let arcs = [(Some(1), Case), (Some(3), Obl), (Some(1), Flat), (None, Root)];
        assert_eq!(repaired("On Tuesday Moscow protested", &arcs), (Some(3), Nsubj));
        assert_eq!(repaired("On Avenue Moscow protested", &arcs), (Some(1), Flat));
    }

    #[test]
    fn no_arc_crosses_another() {
        let arcs = [(Some(1), Case), (Some(4), Obl), (Some(1), Flat), (Some(1), Punct), (None, Root)];
        assert_eq!(repaired("On Tuesday Moscow , protested", &arcs), (Some(1), Flat));
    }
}
