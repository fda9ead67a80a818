//! The names of Universal Dependencies, version 2, and ours.

use super::{Relation, Upos};

const UPOS: [(&str, Upos); 17] = [
    ("ADJ", Upos::Adj),
    ("ADP", Upos::Adp),
    ("ADV", Upos::Adv),
    ("AUX", Upos::Aux),
    ("CCONJ", Upos::Cconj),
    ("DET", Upos::Det),
    ("INTJ", Upos::Intj),
    ("NOUN", Upos::Noun),
    ("NUM", Upos::Num),
    ("PART", Upos::Part),
    ("PRON", Upos::Pron),
    ("PROPN", Upos::Propn),
    ("PUNCT", Upos::Punct),
    ("SCONJ", Upos::Sconj),
    ("SYM", Upos::Sym),
    ("VERB", Upos::Verb),
    ("X", Upos::X),
];

/// In the order of [`Relation::ALL`].
const RELATIONS: [&str; 44] = [
    "root",
    "nsubj",
    "nsubj:pass",
    "csubj",
    "obj",
    "iobj",
    "ccomp",
    "xcomp",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "vocative",
    "expl",
    "dislocated",
    "advcl",
    "advmod",
    "discourse",
    "aux",
    "aux:pass",
    "cop",
    "mark",
    "nmod",
    "nmod:poss",
    "nmod:desc",
    "appos",
    "nummod",
    "acl",
    "acl:relcl",
    "amod",
    "det",
    "clf",
    "case",
    "conj",
    "cc",
    "fixed",
    "flat",
    "compound",
    "compound:prt",
    "list",
    "parataxis",
    "orphan",
    "goeswith",
    "reparandum",
    "punct",
];

impl Upos {
    /// The name in treebanks: "PROPN".
    pub fn name(self) -> &'static str {
        UPOS[self as usize].0
    }

    /// The tag of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        UPOS.iter().find(|(n, _)| *n == name).map(|&(_, tag)| tag)
    }
}

impl Relation {
    /// The name in treebanks: "nsubj:pass"; nominals without a preposition are all "obl:unmarked".
    pub fn name(self) -> &'static str {
        RELATIONS.get(self as usize).copied().unwrap_or("dep")
    }

    /// The relation of a name; subtypes that we do not keep are dropped, and what we do not know is `dep`.
    pub fn of_name(name: &str) -> Self {
        if matches!(name, "obl:tmod" | "obl:npmod" | "nmod:tmod" | "nmod:npmod" | "nmod:unmarked") {
            return Relation::Unmarked;
        }
        let find = |n: &str| RELATIONS.iter().position(|r| *r == n).and_then(|i| Relation::ALL.get(i).copied());
        find(name).or_else(|| find(name.split(':').next()?)).unwrap_or(Relation::Dep)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_agree() {
        for &tag in Upos::ALL {
            assert_eq!(Upos::of_name(tag.name()), Some(tag));
        }
        for &relation in Relation::ALL {
            assert_eq!(Relation::of_name(relation.name()), relation);
        }
    }

    #[test]
    fn subtypes_are_kept_or_dropped() {
        assert_eq!(Relation::of_name("acl:relcl"), Relation::AclRelcl);
        assert_eq!(Relation::of_name("nsubj:outer"), Relation::Nsubj);
        assert_eq!(Relation::of_name("obl:tmod"), Relation::Unmarked);
        assert_eq!(Relation::of_name("nonsense"), Relation::Dep);
    }
}
