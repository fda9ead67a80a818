//! Learns the weights of triggers: logistic regression with an L2 penalty, over the features of every sense that words of the
//! annotated articles may have.

use crate::articles::{Article, near};
use crate::logistic::{Row, descend};
use dateline::event::weigh::{STEP, TRIGGERS, UNIT};
use dateline::{Options, guesses};
use indicatif::ProgressIterator;

/// Weights in the table.
const SIZE: usize = 1 << 15;
/// How far a single weight may go.
const TRUST: f32 = 0.15;
/// Articles are told apart into so many parts, each of which is measured by weights of the others.
const PARTS: usize = 5;
/// The least logit at which a sense counts as taken, in measuring.
const LEAST: f32 = -8.0 / UNIT;

/// Learns from articles and gives the file of weights.
pub fn learn(articles: &[Article]) -> Result<Vec<u8>, String> {
    let rows: Vec<Vec<Row>> = articles.iter().progress().map(rows).collect::<Result<_, _>>()?;
    let all: Vec<&Row> = rows.iter().flatten().collect();
    println!("{} articles, {} senses, {} of them right", articles.len(), all.len(), all.iter().filter(|r| r.right).count());
    let mut counts = [0usize; 3];
    for part in 0..PARTS {
        let others: Vec<&Row> = rows.iter().enumerate().filter(|(i, _)| i % PARTS != part).flat_map(|(_, r)| r).collect();
        let weights = descend(&others, SIZE);
        for row in rows.iter().skip(part).step_by(PARTS).flatten() {
            let taken = weights.logit(row) >= LEAST;
            counts[0] += usize::from(taken && row.right);
            counts[1] += usize::from(taken);
            counts[2] += usize::from(row.right);
        }
    }
    let share = |n: usize, of: usize| 100.0 * n as f32 / of.max(1) as f32;
    println!("    held out, each sense by itself: precision {:.1}, recall {:.1}", share(counts[0], counts[1]), share(counts[0], counts[2]));
    Ok(descend(&all, SIZE).file(TRIGGERS, UNIT / STEP as f32))
}

fn rows(article: &Article) -> Result<Vec<Row>, String> {
    let options = Options { published: article.published.clone(), ..Options::default() };
    let found = guesses(&article.text, &options).map_err(|e| e.to_string())?;
    let row = |(bytes, guess): (std::ops::Range<usize>, dateline::event::Guessed)| {
        let right = article.triggers.iter().any(|(t, kind)| kind == guess.kind.name() && near(t, &bytes));
        Row { features: guess.features.iter().map(|&f| ((f as usize % SIZE) as u16, 1.0)).collect(), right, trust: TRUST }
    };
    Ok(found.into_iter().map(row).collect())
}
