//! Dependents of every word, in two flat lists.

use super::Word;

/// The dependents of word `i` are `list[starts[i]..starts[i + 1]]`, ascending.
#[derive(Debug, Default)]
pub struct Children {
    starts: Vec<u32>,
    list: Vec<u32>,
}

impl Children {
    /// Turns the heads around.
    pub fn of_words(words: &[Word]) -> Self {
        let mut starts = vec![0u32; words.len() + 1];
        for head in words.iter().filter_map(|w| w.head) {
            starts[head as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut list = vec![0; starts.last().map_or(0, |&n| n as usize)];
        for (i, word) in words.iter().enumerate() {
            if let Some(head) = word.head {
                list[next[head as usize] as usize] = i as u32;
                next[head as usize] += 1;
            }
        }
        Children { starts, list }
    }

    /// The dependents of a word.
    pub fn of(&self, i: usize) -> &[u32] {
        &self.list[self.starts[i] as usize..self.starts[i + 1] as usize]
    }
}
