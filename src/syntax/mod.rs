//! tokens → syntax: part of speech, lemma, head and relation of every word (Universal Dependencies 2).

mod file;
mod lemma;
pub mod network;
mod repair;
#[cfg(test)]
mod tests;
mod tree;
mod universal;

use crate::analysis::terms;
use crate::lexicon::HashMap;
use crate::lexicon::{Symbol, Vocabulary};
use crate::token::Tokens;
use std::ops::Range;

pub use file::{ModelError, Sections, write};
pub use lemma::Lemmatizer;
pub use network::{Alphabet, Network};
use tree::Children;

terms! {
    /// Universal part of speech.
    #[allow(missing_docs)]
    Upos { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X }
}

terms! {
    /// Universal dependency relation; of the subtypes, those that say who did what are kept.
    ///
    /// [`Relation::Unmarked`] is a nominal without preposition beside the core arguments ("on Monday" without "on",
    /// "two days later"): `obl:unmarked`, `nmod:unmarked` and their older names. [`Relation::NmodDesc`] is a description
    /// before a name ("President Obama", "rebel leader Omar"): the name is the head.
    #[allow(missing_docs)]
    Relation {
        Root, Nsubj, NsubjPass, Csubj, Obj, Iobj, Ccomp, Xcomp, Obl, OblAgent, Unmarked, Vocative, Expl, Dislocated,
        Advcl, Advmod, Discourse, Aux, AuxPass, Cop, Mark, Nmod, NmodPoss, NmodDesc, Appos, Nummod, Acl, AclRelcl, Amod, Det,
        Clf, Case, Conj, Cc, Fixed, Flat, Compound, CompoundPrt, List, Parataxis, Orphan, Goeswith, Reparandum, Punct, Dep
    }
}

/// The grammar of one word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Word {
    /// Part of speech.
    pub upos: Upos,
    /// Index of the head token; `None` for the root of a sentence.
    pub head: Option<u32>,
    /// Relation to the head.
    pub relation: Relation,
    /// 0 to 255: how sure the tagger was of the part of speech.
    pub tag_confidence: u8,
    /// 0 to 255: how sure the parser was of the arc.
    pub arc_confidence: u8,
}

/// The grammar of a document. Every sentence is one projective tree.
#[derive(Debug, Default)]
pub struct Syntax {
    /// Parallel to [`Tokens::tokens`].
    pub words: Vec<Word>,
    lemmas: Vec<Symbol>,
    forms: Vocabulary,
    children: Children,
}

impl Syntax {
    /// Part of speech of a token.
    pub fn upos(&self, i: usize) -> Upos {
        self.words[i].upos
    }

    /// Dictionary form of a token, lower case (proper nouns too).
    pub fn lemma(&self, i: usize) -> &str {
        self.forms.name(self.lemmas[i])
    }

    /// The number of a token's dictionary form in [`Syntax::lemma_vocabulary`].
    pub fn lemma_symbol(&self, i: usize) -> Symbol {
        self.lemmas[i]
    }

    /// All dictionary forms of the document.
    pub fn lemma_vocabulary(&self) -> &Vocabulary {
        &self.forms
    }

    /// Head of a token.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.words[i].head.map(|h| h as usize)
    }

    /// Relation of a token to its head.
    pub fn relation(&self, i: usize) -> Relation {
        self.words[i].relation
    }

    /// All dependents of a token, ascending.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children.of(i).iter().map(|&c| c as usize)
    }

    /// Dependents of a token in one of some relations, ascending.
    pub fn dependents<'a>(&'a self, i: usize, relations: &'a [Relation]) -> impl Iterator<Item = usize> + 'a {
        self.children(i).filter(move |&c| relations.contains(&self.relation(c)))
    }

    /// The first dependent of a token in a relation.
    pub fn dependent(&self, i: usize, relation: Relation) -> Option<usize> {
        self.children(i).find(|&c| self.relation(c) == relation)
    }

    /// The tokens from the first to the last that depend on `i`, directly or not, and `i` itself. Trees are projective: the range is exactly the subtree.
    pub fn subtree(&self, i: usize) -> Range<usize> {
        let (mut first, mut last) = (i, i);
        while let Some(child) = self.children(first).next().filter(|&c| c < first) {
            first = child;
        }
        while let Some(child) = self.children(last).next_back().filter(|&c| c > last) {
            last = child;
        }
        first..last + 1
    }

    /// The heads above a token, nearest first, up to the root of its sentence.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(i), |&h| self.head(h))
    }

    /// Whether `below` depends on `above`, directly or not.
    pub fn is_descendant(&self, below: usize, above: usize) -> bool {
        self.ancestors(below).any(|h| h == above)
    }

    /// The root of a sentence, given any of its tokens.
    pub fn root_of(&self, i: usize) -> usize {
        self.ancestors(i).last().unwrap_or(i)
    }

    /// The way through the tree from one token to another of the same sentence, both included: up to their lowest common head, then down.
    pub fn path(&self, from: usize, to: usize) -> Vec<usize> {
        let mut up: Vec<usize> = std::iter::once(from).chain(self.ancestors(from)).collect();
        let mut down: Vec<usize> = std::iter::once(to).chain(self.ancestors(to)).collect();
        let mut top = None;
        while let (Some(&a), Some(&b)) = (up.last(), down.last())
            && a == b
        {
            top = up.pop();
            down.pop();
        }
        up.extend(top);
        up.extend(down.into_iter().rev());
        up
    }
}

/// Weights of the network that tags and parses, and rules of the lemmatizer.
#[derive(Debug, Default)]
pub struct Language {
    network: Network,
    lemmatizer: Lemmatizer,
}

impl Language {
    /// The weights that are compiled in.
    pub fn embedded() -> Self {
        // A test reads the same bytes, so the fallback without weights is never reached.
        Language::read(include_bytes!("../../models/english.bin")).unwrap_or_default()
    }

    /// From parts.
    pub fn new(network: Network, lemmatizer: Lemmatizer) -> Self {
        Language { network, lemmatizer }
    }

    /// Reads a file of weights.
    ///
    /// # Errors
    /// A file that is cut short, altered, or of another version.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut sections = Sections::open(bytes)?;
        let network = network::read(&mut sections)?;
        let rules = sections.text()?;
        let rules = std::str::from_utf8(&rules).map_err(|_| ModelError::new("The lemma rules are not text."))?;
        Ok(Language { network, lemmatizer: Lemmatizer::read(rules)? })
    }
}

/// Words that are read at once, if a sentence is not longer.
const TOGETHER: usize = 256;

/// Tags and parses every sentence.
pub fn annotate(tokens: &Tokens<'_>, language: &Language) -> Syntax {
    let blank = Word { upos: Upos::X, head: None, relation: Relation::Root, tag_confidence: 0, arc_confidence: 0 };
    let mut words = vec![blank; tokens.len()];
    let mut reader = network::Reader::new(&language.network);
    let mut rest = &tokens.sentences[..];
    let mut together = Vec::new();
    while !rest.is_empty() {
        let totals = rest.iter().scan(0, |total, s| {
            *total += s.tokens.len();
            Some(*total)
        });
        let fitting = totals.take_while(|&total| total <= TOGETHER).count();
        let (now, later) = rest.split_at(fitting.max(1));
        rest = later;
        let lengths: Vec<usize> = now.iter().map(|s| s.tokens.len()).collect();
        let indices = || now.iter().flat_map(|s| s.tokens.clone());
        together.clear();
        together.resize(indices().count(), blank);
        reader.read(&lengths, indices().map(|i| (tokens.text(i), tokens.norm(i), tokens.tokens[i].norm.0)), &mut together);
        let starts = now.iter().flat_map(|s| s.tokens.clone().map(|_| s.tokens.start as u32));
        for ((i, start), word) in indices().zip(starts).zip(&together) {
            words[i] = Word { head: word.head.map(|h| h + start), ..*word };
        }
    }
    repair::names_after_days(tokens, &mut words);
    let (lemmas, vocabulary) = lemmatize(tokens, &words, &language.lemmatizer);
    Syntax { children: Children::of_words(&words), words, lemmas, forms: vocabulary }
}

fn lemmatize(tokens: &Tokens<'_>, words: &[Word], lemmatizer: &Lemmatizer) -> (Vec<Symbol>, Vocabulary) {
    let mut vocabulary = Vocabulary::default();
    let mut known: HashMap<(Symbol, Upos), Symbol> = HashMap::default();
    let lemma = |(i, word): (usize, &Word)| {
        let norm = tokens.tokens[i].norm;
        *known.entry((norm, word.upos)).or_insert_with(|| vocabulary.intern(&lemmatizer.lemma(tokens.norm(i), word.upos)))
    };
    let lemmas = words.iter().enumerate().map(lemma).collect();
    (lemmas, vocabulary)
}
