//! Heads and relations from left to right: the arc-hybrid transition system, greedy.
//!
//! The root stands behind the last word, so that it is attached when everything else is.

use super::table::best;
use super::{Form, ModelError, Relation, Sections, Table, Word, hash};

/// What the parser does with the word on top of its stack, or the next word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Puts the next word on the stack.
    Shift,
    /// The top of the stack depends on the next word.
    Left,
    /// The top of the stack depends on the word below it.
    Right,
}

impl Move {
    /// Every move, in the order of their weights.
    pub const ALL: [Move; 3] = [Move::Shift, Move::Left, Move::Right];
}

const NONE: usize = usize::MAX;

/// The parser in the middle of a sentence.
#[derive(Debug, Default)]
pub struct State {
    /// Words that have no head yet, the latest last.
    pub stack: Vec<usize>,
    /// The next word; the number of words is the root.
    pub next: usize,
    /// Heads found so far, or `usize::MAX`.
    pub heads: Vec<usize>,
    /// Relations found so far.
    pub relations: Vec<Relation>,
    edges: Vec<[usize; 2]>,
    counts: Vec<[u8; 2]>,
}

impl State {
    /// Before the first word of `n`.
    pub fn new(n: usize) -> Self {
        State {
            stack: Vec::new(),
            next: 0,
            heads: vec![NONE; n],
            relations: vec![Relation::Dep; n],
            edges: vec![[NONE; 2]; n + 1],
            counts: vec![[0; 2]; n + 1],
        }
    }

    /// Whether every word has a head.
    pub fn is_final(&self) -> bool {
        self.stack.is_empty() && self.next == self.heads.len()
    }

    /// Which moves keep the sentence one tree.
    pub fn allowed(&self) -> [bool; 3] {
        let more = self.next < self.heads.len();
        let depth = self.stack.len();
        [more, depth > 0 && (more || depth == 1), depth > 1]
    }

    /// Head and dependent of the arc that a move makes.
    pub fn arc(&self, action: Move) -> Option<(usize, usize)> {
        let &top = self.stack.last()?;
        match action {
            Move::Shift => None,
            Move::Left => Some((self.next, top)),
            Move::Right => Some((*self.stack.get(self.stack.len().checked_sub(2)?)?, top)),
        }
    }

    /// Makes a move.
    pub fn make(&mut self, action: Move, relation: Relation) {
        let Some((head, dependent)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.heads[dependent] = head;
        self.relations[dependent] = relation;
        let side = usize::from(dependent > head);
        self.edges[head][side] = dependent;
        self.counts[head][side] = self.counts[head][side].saturating_add(1);
    }

    fn edge(&self, i: usize, side: usize) -> usize {
        self.edges.get(i).map_or(NONE, |e| e[side])
    }
}

/// Words and tags of a sentence, with a root behind them.
struct View<'a> {
    forms: &'a [Form],
    words: &'a [Word],
    state: &'a State,
}

impl View<'_> {
    fn word(&self, i: usize) -> u32 {
        self.forms.get(i).map_or(if i == NONE { 1 } else { 2 }, |f| f.word)
    }

    fn tag(&self, i: usize) -> u32 {
        self.words.get(i).map_or(if i == NONE { 40 } else { 41 }, |w| w.upos as u32)
    }

    fn label(&self, i: usize) -> u32 {
        self.state.relations.get(i).map_or(60, |&r| r as u32)
    }
}

/// Number of features of a state.
pub const STATE_FEATURES: usize = 60;
/// Number of features of an arc.
pub const ARC_FEATURES: usize = 22;

/// Finds heads and relations.
#[derive(Debug, Default)]
pub struct Parser {
    moves: Table,
    labels: Table,
}

impl Parser {
    /// log2 of the number of rows of the moves.
    pub const MOVE_BITS: u32 = 18;
    /// log2 of the number of rows of the relations.
    pub const LABEL_BITS: u32 = 14;

    /// A parser with given weights.
    pub fn new(moves: Vec<i8>, labels: Vec<i8>) -> Self {
        Parser { moves: Table::new(moves, 3), labels: Table::new(labels, Relation::ALL.len()) }
    }

    /// Reads the next sections.
    pub fn read(sections: &mut Sections<'_>) -> Result<Self, ModelError> {
        let moves = sections.weights(3 << Self::MOVE_BITS)?;
        let labels = sections.weights(Relation::ALL.len() << Self::LABEL_BITS)?;
        Ok(Parser::new(moves, labels))
    }

    /// The features of a state.
    pub fn features(forms: &[Form], words: &[Word], state: &State) -> [u32; STATE_FEATURES] {
        let v = View { forms, words, state };
        let depth = state.stack.len();
        let stack = |k: usize| depth.checked_sub(k + 1).map_or(NONE, |i| state.stack[i]);
        let next = |k: usize| if state.next + k <= forms.len() { state.next + k } else { NONE };
        let (s0, s1, s2, b0, b1, b2) = (stack(0), stack(1), stack(2), next(0), next(1), next(2));
        let (s0l, s0r, s1r, s1l, b0l) = (state.edge(s0, 0), state.edge(s0, 1), state.edge(s1, 1), state.edge(s1, 0), state.edge(b0, 0));
        let (ws0, ws1, wb0, wb1) = (v.word(s0), v.word(s1), v.word(b0), v.word(b1));
        let (t0, t1, t2, u0, u1, u2) = (v.tag(s0), v.tag(s1), v.tag(s2), v.tag(b0), v.tag(b1), v.tag(b2));
        let (x0, x1, y0, y1) = (hash(ws0, t0), hash(ws1, t1), hash(wb0, u0), hash(wb1, u1));
        let gap = if s0 == NONE || b0 == NONE { 9 } else { (b0 - s0).min(7) as u32 };
        let valency = |i: usize, side: usize| state.counts.get(i).map_or(7, |c| u32::from(c[side].min(4)));
        let (vl, vr, vb, vs) = (valency(s0, 0), valency(s0, 1), valency(b0, 0), valency(s1, 1));
        let pair = |a, b| hash(hash(3, a), b);
        let three = |a, b, c| hash(hash(hash(5, a), b), c);
        let four = |a, b, c, d| hash(three(a, b, c), d);
        let mut out = [
            0,
            ws0,
            t0,
            x0,
            ws1,
            t1,
            x1,
            wb0,
            u0,
            y0,
            wb1,
            u1,
            y1,
            v.word(b2),
            u2,
            v.word(s2),
            t2,
            pair(x0, y0),
            pair(x0, wb0),
            pair(ws0, y0),
            pair(x0, u0),
            pair(t0, y0),
            pair(t0, u0),
            pair(ws0, wb0),
            pair(x1, x0),
            pair(x1, t0),
            pair(t1, x0),
            pair(t1, t0),
            pair(ws1, ws0),
            pair(u0, u1),
            pair(x1, u0),
            pair(t1, y0),
            three(t0, u0, u1),
            three(t1, t0, u0),
            three(t2, t1, t0),
            three(u0, u1, u2),
            three(x1, t0, u0),
            three(t1, x0, u0),
            three(t1, t0, y0),
            four(t1, t0, u0, u1),
            four(t2, t1, t0, u0),
            three(t0, v.tag(s0l), u0),
            three(t0, v.tag(s0r), u0),
            three(t0, u0, v.tag(b0l)),
            three(t1, v.tag(s1r), t0),
            three(t1, v.tag(s1l), t0),
            four(t1, t0, v.tag(s0r), u0),
            four(t1, t0, v.tag(s0l), u0),
            four(t1, v.tag(s1r), t0, u0),
            pair(t0, v.label(s0l)),
            three(t0, v.label(s0r), u0),
            three(t1, v.label(s1r), t0),
            three(t0, u0, v.label(b0l)),
            pair(x0, vl),
            pair(x0, vr),
            pair(y0, vb),
            three(t1, vs, t0),
            three(t0, u0, gap),
            three(x0, u0, gap),
            three(t0, y0, gap),
        ];
        for (k, feature) in out.iter_mut().enumerate() {
            *feature = hash(*feature, k as u32 + 1);
        }
        out
    }

    /// The features of an arc, before it is made.
    pub fn arc_features(forms: &[Form], words: &[Word], state: &State, head: usize, dependent: usize) -> [u32; ARC_FEATURES] {
        let v = View { forms, words, state };
        let (wh, wd, th, td) = (v.word(head), v.word(dependent), v.tag(head), v.tag(dependent));
        let left = state.edge(dependent, 0);
        let right = state.edge(dependent, 1);
        let sibling = state.edge(head, usize::from(dependent > head));
        let side = u32::from(dependent > head);
        let way = side + 2 * head.abs_diff(dependent).min(4) as u32;
        let before = dependent.checked_sub(1).unwrap_or(NONE);
        let inner = |a, b| hash(hash(hash(11, a), b), side);
        let pair = |a, b, c| hash(inner(a, b), c);
        let mut out = [
            side,
            inner(wd, td),
            inner(th, td),
            inner(wh, th),
            pair(wd, th, td),
            pair(wh, td, th),
            pair(wd, wh, 0),
            pair(th, td, way),
            inner(v.word(left), td),
            pair(v.word(left), th, td),
            inner(v.tag(left), td),
            pair(v.label(left), v.tag(left), td),
            pair(v.word(left), wh, td),
            pair(v.label(right), th, td),
            inner(v.word(right), td),
            pair(v.label(sibling), th, td),
            pair(v.label(sibling), wh, td),
            pair(v.tag(sibling), th, td),
            pair(v.word(before), td, th),
            pair(v.tag(before), td, th),
            pair(v.tag(dependent + 1), td, th),
            pair(wd, v.word(left), 1),
        ];
        for (k, feature) in out.iter_mut().enumerate() {
            *feature = hash(*feature, k as u32 + 1);
        }
        out
    }

    /// Parses a tagged sentence; heads are counted from its beginning.
    pub fn parse(&self, forms: &[Form], words: &mut [Word]) {
        let n = forms.len();
        let mut state = State::new(n);
        let mut margins = vec![0; n];
        while !state.is_final() {
            let mut scores = [0; 3];
            self.moves.score(&Self::features(forms, words, &state), &mut scores);
            for (score, allowed) in scores.iter_mut().zip(state.allowed()) {
                *score = if allowed { *score } else { i32::MIN };
            }
            let (choice, margin) = best(&scores);
            let action = Move::ALL.get(choice).copied().unwrap_or(Move::Shift);
            let mut relation = Relation::Root;
            if let Some((head, dependent)) = state.arc(action) {
                margins[dependent] = margin;
                if head < n {
                    relation = self.relation(forms, words, &state, head, dependent);
                }
            }
            state.make(action, relation);
        }
        for (i, word) in words.iter_mut().enumerate() {
            word.head = Some(state.heads[i]).filter(|&h| h < n).map(|h| h as u32);
            word.relation = state.relations[i];
            word.arc_confidence = (margins[i] / 4).clamp(0, 255) as u8;
        }
    }

    fn relation(&self, forms: &[Form], words: &[Word], state: &State, head: usize, dependent: usize) -> Relation {
        let mut scores = [0; Relation::ALL.len()];
        self.labels.score(&Self::arc_features(forms, words, state, head, dependent), &mut scores);
        scores[Relation::Root as usize] = i32::MIN;
        Relation::ALL.get(best(&scores).0).copied().unwrap_or(Relation::Dep)
    }
}
