//! Spellings → keys: what differs only by case, accents, articles or transliteration becomes equal.

use super::letters::push_plain;

/// The exact key of a name: plain letters without gaps, articles alike, "St" as "Saint".
///
/// "Deir ez-Zor", "Dayr az-Zor" without the vowels' difference, "DEIR EL ZOR" → `deiralzor`.
///
/// ```
/// use dateline::gazetteer::fold;
/// assert_eq!(fold("Deir ez-Zor"), "deiralzor");
/// assert_eq!(fold("I‘zāz"), "izaz");
/// ```
pub fn fold(name: &str) -> String {
    Spelling::of(name).exact()
}

/// The loose key of a name: spellings of one foreign name in different transliterations are alike.
///
/// ```
/// use dateline::gazetteer::fold_loosely;
/// assert_eq!(fold_loosely("Dayr az Zawr"), fold_loosely("Deir Ezzor"));
/// ```
pub fn fold_loosely(name: &str) -> String {
    Spelling::of(name).loose()
}

/// Whether a word alone is a form of the Arabic article: "al", "ash".
pub fn is_article(word: &str) -> bool {
    if !word.chars().nth(1).is_some_and(char::is_lowercase) {
        return false;
    }
    let mut plain = String::new();
    word.chars().for_each(|c| push_plain(&mut plain, c));
    article(&plain).is_some()
}

/// The words of a name, plain, with their articles set apart. Its space is used again for the next name.
#[derive(Debug, Default, Clone)]
pub(super) struct Spelling {
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<usize>,
    /// Words left out at the start.
    skipped: usize,
}

impl Spelling {
    /// Reads a name.
    pub(super) fn of(name: &str) -> Self {
        let mut spelling = Spelling::default();
        spelling.push(name);
        spelling
    }

    /// Reads another name into the same space.
    pub(super) fn reset(&mut self, name: &str) {
        self.letters.clear();
        self.ends.clear();
        self.skipped = 0;
        self.push(name);
    }

    /// Adds the words of a further piece of the name.
    pub(super) fn push(&mut self, piece: &str) {
        for letter in piece.chars() {
            if is_gap(letter) {
                self.close();
            } else {
                push_plain(&mut self.letters, letter);
            }
        }
        self.close();
    }

    /// Ends a word, if one has begun.
    fn close(&mut self) {
        if self.letters.len() > self.ends.last().copied().unwrap_or(0) {
            self.ends.push(self.letters.len());
        }
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.ends.len() - self.skipped
    }

    /// A word.
    fn word(&self, at: usize) -> Option<&str> {
        let at = at + self.skipped;
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.letters.get(start..*self.ends.get(at)?)
    }

    /// Whether it begins with an article that can be left out.
    pub(super) fn begins_with_article(&self) -> bool {
        self.len() > 1 && self.is_article_at(0)
    }

    /// Leaves the first word out of the keys, or not.
    pub(super) fn skip_first(&mut self, skip: bool) {
        self.skipped = usize::from(skip && !self.ends.is_empty());
    }

    /// The key that only case, accents, gaps and forms of articles may differ in.
    pub(super) fn exact(&self) -> String {
        let mut key = String::new();
        self.push_exact(&mut key);
        key
    }

    /// The key that transliterations may differ in.
    pub(super) fn loose(&self) -> String {
        let mut key = String::new();
        self.push_loose(&mut key);
        key
    }

    /// Appends the exact key.
    pub(super) fn push_exact(&self, key: &mut String) {
        let several = self.len() > 1;
        let mut at = 0;
        while let Some(word) = self.word(at) {
            match word {
                "the" if at == 0 && several => {}
                "st" if several => key.push_str("saint"),
                "mt" if at == 0 && several => key.push_str("mount"),
                "ft" if at == 0 && several => key.push_str("fort"),
                _ if self.is_article_at(at) => key.push_str("al"),
                _ => key.push_str(without_final_h(word)),
            }
            at += 1;
        }
    }

    /// Appends the loose key.
    pub(super) fn push_loose(&self, key: &mut String) {
        let mut at = 0;
        while let Some(word) = self.word(at) {
            let silent = self.is_article_at(at) || (at == 0 && word == "the" && self.len() > 1);
            if !silent {
                loosen(key, if at > 0 { without_joined_article(word) } else { word });
            }
            at += 1;
        }
    }

    /// Whether the word there is an article that agrees with the next word: "ar Raqqa", not "Ar Paso".
    fn is_article_at(&self, at: usize) -> bool {
        let (Some(word), Some(next)) = (self.word(at), self.word(at + 1)) else { return false };
        match article(word) {
            Some("") => true,
            Some(sound) => next.starts_with(sound),
            None => false,
        }
    }
}

/// What parts the words of a name.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '.' | ',' | '/' | '_' | '(' | ')' | '·')
}

/// The consonant that a form of the Arabic article demands of the next word; "" for any.
fn article(word: &str) -> Option<&str> {
    let sound = word.strip_prefix(['a', 'e', 'u', 'i', 'o'])?;
    match sound {
        "l" => Some("").filter(|_| !word.starts_with('o')),
        "r" | "s" | "sh" | "d" | "dh" | "n" | "t" | "th" | "z" if !word.starts_with(['o', 'i']) => Some(sound),
        _ => None,
    }
}

/// "Raqqah" and "Raqqa" are one.
fn without_final_h(word: &str) -> &str {
    match word.strip_suffix('h') {
        Some(rest) if rest.len() >= 3 && (rest.ends_with('a') || rest.ends_with('e')) => rest,
        _ => word,
    }
}

/// "Ezzor" of "Deir Ezzor" → "zor".
fn without_joined_article(word: &str) -> &str {
    let bytes = word.as_bytes();
    match bytes {
        [b'a' | b'e' | b'u', a, b, _, _, ..] if a == b && matches!(a, b'r' | b's' | b'd' | b'n' | b't' | b'z') => word.get(2..).unwrap_or(word),
        _ => word,
    }
}

/// Appends the loose form of one plain word.
fn loosen(key: &mut String, word: &str) {
    let bytes = word.as_bytes();
    let mut i = 0;
    let start = key.len();
    while i < bytes.len() {
        let (sound, used) = sound_at(bytes, i);
        i += used.max(1);
        for c in sound.chars() {
            if key.len() == start || !key.ends_with(c) {
                key.push(c);
            }
        }
    }
    if !word.is_ascii() {
        key.truncate(start);
        key.push_str(word);
    }
    close_loosely(key, start);
}

/// "Hasakah", "Hasakeh", "Hasaka" end alike; so do "Kobani" and "Kobane".
fn close_loosely(key: &mut String, start: usize) {
    while key.len() > start + 3 && key.ends_with('h') {
        key.pop();
    }
    if key.len() > start + 4 && key.ends_with('i') {
        key.pop();
        key.push('a');
    }
}

/// The sound that begins at a letter, and how many letters write it.
fn sound_at(word: &[u8], i: usize) -> (&'static str, usize) {
    let at = |k: usize| word.get(i + k).copied().unwrap_or(0);
    match (at(0), at(1), at(2)) {
        (b't', b'c', b'h') | (b't', b's', b'h') => ("c", 3),
        (b's', b'c', b'h') => ("s", 3),
        (b's', b'h', _) | (b'c', b'h', _) => ("s", 2),
        (b'k', b'h', _) | (b'c', b'k', _) => ("k", 2),
        (b'g', b'h', _) => ("g", 2),
        (b'd', b'h', _) => ("d", 2),
        (b't', b'h', _) => ("t", 2),
        (b'p', b'h', _) => ("f", 2),
        (b'd', b'j', _) | (b'z', b'h', _) => ("j", 2),
        (b'q', b'u', b'e' | b'i') => ("k", 2),
        (b'q' | b'k', ..) => ("k", 1),
        (b'c', b'e' | b'i', _) => ("s", 1),
        (b'c', ..) => ("k", 1),
        (b'a', b'o' | b'u' | b'w', _) => ("u", 2),
        (b'o', b'u' | b'w' | b'o', _) => ("u", 2),
        (b'u' | b'o', ..) => ("u", 1),
        (b'a', b'i' | b'y', _) => ("i", 2),
        (b'e', b'i' | b'y' | b'e' | b'a', _) => ("i", 2),
        (b'i' | b'y' | b'e', ..) => ("i", 1),
        (b'v' | b'w', ..) => ("v", 1),
        (b'x', ..) => ("ks", 1),
        (c, ..) => (LETTERS.get(usize::from(c.wrapping_sub(b'0'))..).and_then(|l| l.get(..1)).unwrap_or(""), 1),
    }
}

/// Letters and digits by code, from `0`; what is neither never comes here.
const LETTERS: &str = "0123456789_______ABCDEFGHIJKLMNOPQRSTUVWXYZ______abcdefghijklmnopqrstuvwxyz";
