//! Phrases of several words, found word by word.

use crate::lexicon::HashMap;

/// A tree of phrases over numbered words; each end of a phrase holds what is known of it.
#[derive(Debug)]
pub(crate) struct Trie<L> {
    next: HashMap<(u32, u32), u32>,
    leaves: Vec<Vec<L>>,
}

impl<L> Default for Trie<L> {
    fn default() -> Self {
        Trie { next: HashMap::default(), leaves: vec![Vec::new()] }
    }
}

impl<L> Trie<L> {
    /// The node before the first word.
    pub(crate) const ROOT: u32 = 0;

    /// Adds a phrase.
    pub(crate) fn insert(&mut self, words: &[u32], leaf: L) {
        let mut node = Self::ROOT;
        for &word in words {
            let fresh = self.leaves.len() as u32;
            node = *self.next.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.leaves.push(Vec::new());
            }
        }
        self.leaves[node as usize].push(leaf);
    }

    /// The node after one more word.
    pub(crate) fn step(&self, node: u32, word: u32) -> Option<u32> {
        self.next.get(&(node, word)).copied()
    }

    /// What is known of the phrase that ends at a node.
    pub(crate) fn leaves(&self, node: u32) -> &[L] {
        &self.leaves[node as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trie_finds_phrases_and_their_beginnings() {
        let mut trie = Trie::default();
        trie.insert(&[1, 2], 'a');
        trie.insert(&[1], 'b');
        let one = trie.step(Trie::<char>::ROOT, 1).expect("a first word");
        assert_eq!(trie.leaves(one), ['b']);
        let two = trie.step(one, 2).expect("a second word");
        assert_eq!(trie.leaves(two), ['a']);
        assert_eq!(trie.step(two, 2), None);
    }
}
