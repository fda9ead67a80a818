//! What teachers think of a sentence: a probability for each tag, head and relation, from which a pupil learns more than from
//! the one right answer (Hinton et al. 2015; for parsers, Kuncoro et al. 2016).

use super::tensor::softmax;
use super::{Dropout, Example, Learner, Weights, turn};
use crate::random::Random;
use dateline::syntax::network::layout::{Layout, RELATIONS, TAGS};
use std::sync::Arc;

/// The share of the right answer beside the opinion of teachers.
pub const GOLD: f32 = 0.4;

/// Means over all teachers, row by row.
#[derive(Debug, Clone, Default)]
pub struct Soft {
    tags: Vec<f32>,
    heads: Vec<f32>,
    relations: Vec<f32>,
}

/// What one row of scores should come to.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The right answer, if there is one.
    pub gold: Option<usize>,
    /// The opinion of teachers, if there are any.
    pub soft: Option<&'a [f32]>,
}

impl<'a> Target<'a> {
    fn new(example: &'a Example, answers: &[usize], part: impl Fn(&'a Soft) -> &'a [f32], i: usize) -> Self {
        let soft = example.soft.as_deref().map(|soft| {
            let rows = part(soft);
            let width = rows.len() / answers.len();
            &rows[i * width..(i + 1) * width]
        });
        Target { gold: example.gold.then_some(answers[i]), soft }
    }

    /// For the part of speech of word `i`.
    pub fn tag(example: &'a Example, i: usize) -> Self {
        Target::new(example, &example.tags, |soft| &soft.tags, i)
    }

    /// For the head of word `i`.
    pub fn head(example: &'a Example, i: usize) -> Self {
        Target::new(example, &example.heads, |soft| &soft.heads, i)
    }

    /// For the relation of word `i`.
    pub fn relation(example: &'a Example, i: usize) -> Self {
        Target::new(example, &example.relations, |soft| &soft.relations, i)
    }
}

/// Gives every example the opinion of the teachers; one without gold gets their best guess as its answers.
pub fn soften(examples: &mut [Example], teachers: &[Weights]) {
    let turned: Vec<Vec<f32>> = teachers.iter().map(|weights| turn(&Layout::new(), &weights.dense)).collect();
    let half = examples.len().div_ceil(2);
    std::thread::scope(|scope| {
        for part in examples.chunks_mut(half.max(1)) {
            let turned = &turned;
            scope.spawn(move || part.iter_mut().for_each(|example| one(example, teachers, turned)));
        }
    });
}

fn one(example: &mut Example, teachers: &[Weights], turned: &[Vec<f32>]) {
    let n = example.tags.len();
    let mut soft = Soft::default();
    let mut labels = Vec::new();
    let mut none = Weights { vectors: Vec::new(), dense: Vec::new() };
    let mut touched = Vec::new();
    for (weights, turned) in teachers.iter().zip(turned) {
        let dropout = Dropout { word: 0.0, state: 0.0 };
        let layout = Layout::new();
        let mut teacher = Learner { layout, weights, turned, gradient: &mut none, touched: &mut touched, random: Random::new(0), dropout };
        let state = teacher.encode(example).state;
        add(&mut soft.tags, teacher.linear(n, layout.tag, &state), TAGS);
        let both = teacher.linear(n, layout.arc, &state);
        add(&mut soft.heads, (0..n).flat_map(|i| teacher.arc_scores(n, i, &both).1).collect(), n + 1);
        labels.push(teacher.linear(n, layout.label, &state));
    }
    if !example.gold {
        example.tags = soft.tags.chunks_exact(TAGS).map(greatest).collect();
        example.heads = soft.heads.chunks_exact(n + 1).map(greatest).collect();
    }
    for ((weights, turned), both) in teachers.iter().zip(turned).zip(labels) {
        let dropout = Dropout { word: 0.0, state: 0.0 };
        let layout = Layout::new();
        let teacher = Learner { layout, weights, turned, gradient: &mut none, touched: &mut touched, random: Random::new(0), dropout };
        let hidden = teacher.pairs(&both, &example.heads);
        add(&mut soft.relations, teacher.linear(n, layout.relation, &hidden), RELATIONS);
    }
    if !example.gold {
        example.relations = soft.relations.chunks_exact(RELATIONS).map(greatest).collect();
    }
    let share = 1.0 / teachers.len() as f32;
    for part in [&mut soft.tags, &mut soft.heads, &mut soft.relations] {
        part.iter_mut().for_each(|p| *p *= share);
    }
    example.soft = Some(Arc::new(soft));
}

fn add(sums: &mut Vec<f32>, mut scores: Vec<f32>, width: usize) {
    scores.chunks_exact_mut(width).for_each(softmax);
    sums.resize(scores.len(), 0.0);
    sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
}

fn greatest(row: &[f32]) -> usize {
    (0..row.len()).fold(0, |best, i| if row[i] > row[best] { i } else { best })
}
