//! The order of training: tags, tags of words not seen in training, syntax, lemmas.

use crate::perceptron::{Perceptron, best};
use crate::random::Random;
use crate::treebank::Sentence;
use crate::{augment, lemmas};
use dateline::syntax::{Form, Move, Parser, Relation, State, Tagger, Upos, Word, write};
use indicatif::ProgressIterator;

const FOLDS: usize = 4;

/// Trains everything and gives the file of weights.
pub fn train(sentences: &[Sentence], epochs: usize) -> Vec<u8> {
    let rules = lemmas::learn(sentences);
    let mut all = sentences.to_vec();
    all.extend(augment::copies(sentences, 11));
    let forms: Vec<Vec<Form>> = all.iter().map(Sentence::forms).collect();
    println!("{} sentences", all.len());
    let tagger = train_tagger(&all, &forms, epochs, None);
    // The parser must learn from tags as good as those it will meet: each part is tagged by a tagger that has not seen it.
    let mut tagged: Vec<Vec<Word>> = all.iter().map(|s| s.words.clone()).collect();
    for fold in 0..FOLDS {
        let other = Tagger::new(train_tagger(&all, &forms, epochs.min(4), Some(fold)));
        for i in (0..all.len()).filter(|i| i % FOLDS == fold) {
            other.tag(&forms[i], &mut tagged[i]);
        }
    }
    let (moves, labels) = train_parser(&all, &forms, &tagged, epochs);
    let bytes = |w: &[i8]| w.iter().map(|&b| b as u8).collect::<Vec<u8>>();
    write(&[&bytes(&tagger), &bytes(&moves), &bytes(&labels), rules.as_bytes()])
}

fn train_tagger(all: &[Sentence], forms: &[Vec<Form>], epochs: usize, leave: Option<usize>) -> Vec<i8> {
    let mut model = Perceptron::new(Tagger::BITS, Upos::ALL.len());
    let mut order: Vec<usize> = (0..all.len()).filter(|i| Some(i % FOLDS) != leave).collect();
    let mut random = Random::new(1);
    for _ in (0..epochs).progress() {
        random.shuffle(&mut order);
        for &s in &order {
            let mut before = [98, 99];
            for (i, word) in all[s].words.iter().enumerate() {
                let features = Tagger::features(&forms[s], i, before);
                let mut scores = [0; Upos::ALL.len()];
                model.score(&features, &mut scores);
                let tag = best(&scores);
                model.update(&features, word.upos as usize, tag);
                before = [before[1], tag as u32];
            }
        }
    }
    model.finish()
}

fn train_parser(all: &[Sentence], forms: &[Vec<Form>], tagged: &[Vec<Word>], epochs: usize) -> (Vec<i8>, Vec<i8>) {
    let mut moves = Perceptron::new(Parser::MOVE_BITS, 3);
    let mut labels = Perceptron::new(Parser::LABEL_BITS, Relation::ALL.len());
    let mut order: Vec<usize> = (0..all.len()).collect();
    let mut random = Random::new(2);
    for epoch in (0..epochs).progress() {
        random.shuffle(&mut order);
        for &s in &order {
            parse(&all[s], &forms[s], &tagged[s], &mut moves, &mut labels, |r| epoch > 0 && r.below(10) > 0, &mut random);
        }
    }
    (moves.finish(), labels.finish())
}

/// Parses one sentence, learning at every step; `wander` says whether to follow a wrong move.
fn parse(
    gold: &Sentence,
    forms: &[Form],
    tagged: &[Word],
    moves: &mut Perceptron,
    labels: &mut Perceptron,
    wander: impl Fn(&mut Random) -> bool,
    random: &mut Random,
) {
    let heads = gold.heads();
    let n = heads.len();
    let mut state = State::new(n);
    while !state.is_final() {
        let features = Parser::features(forms, tagged, &state);
        let mut scores = [0; 3];
        moves.score(&features, &mut scores);
        let allowed = state.allowed();
        let mut costs = costs(&state, &heads);
        for k in 0..3 {
            if !allowed[k] {
                scores[k] = i32::MIN;
                costs[k] = usize::MAX;
            }
        }
        let predicted = best(&scores);
        let lowest = costs.iter().min().copied().unwrap_or(0);
        let right = (0..3).filter(|&k| costs[k] == lowest).max_by_key(|&k| scores[k]).unwrap_or(predicted);
        let wrong = costs[predicted] > lowest;
        moves.update(&features, right, if wrong { predicted } else { right });
        let taken = Move::ALL[if wrong && !wander(random) { right } else { predicted }];
        let mut relation = Relation::Root;
        if let Some((head, dependent)) = state.arc(taken).filter(|&(h, _)| h < n) {
            let features = Parser::arc_features(forms, tagged, &state, head, dependent);
            let mut scores = [0; Relation::ALL.len()];
            labels.score(&features, &mut scores);
            scores[Relation::Root as usize] = i32::MIN;
            relation = Relation::ALL[best(&scores)];
            if heads[dependent] == head {
                labels.update(&features, gold.words[dependent].relation as usize, relation as usize);
            }
        }
        state.make(taken, relation);
    }
}

/// How many gold arcs each move makes impossible (Goldberg and Nivre 2013).
fn costs(state: &State, heads: &[usize]) -> [usize; 3] {
    let next = state.next;
    let n = heads.len();
    let count = |range: std::ops::Range<usize>, head: usize| range.filter(|&d| heads[d] == head).count();
    let Some((&top, below)) = state.stack.split_last() else { return [0; 3] };
    let mut costs = [0; 3];
    if next < n {
        costs[0] = state.stack.iter().filter(|&&d| heads[d] == next).count() + below.iter().filter(|&&h| heads[next] == h).count();
    }
    let ahead = count(next.min(n)..n, top);
    let head = heads[top];
    let in_buffer = head >= next && head != usize::MAX;
    costs[1] = ahead + usize::from(below.last() == Some(&head)) + usize::from(in_buffer && head != next);
    costs[2] = ahead + usize::from(in_buffer);
    costs
}
