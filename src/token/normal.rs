//! The form under which equal words are looked up.

/// Lower case, straight quotes.
pub fn normalize(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    normalize_into(word, &mut out);
    out
}

/// As [`normalize`], into a buffer that is used again.
pub(super) fn normalize_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() && !word.contains('`') {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            'a'..='z' => out.push(c),
            c if c.is_ascii() => out.push(if c == '`' { '\'' } else { c.to_ascii_lowercase() }),
            '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | '′' => out.push('\''),
            '“' | '”' | '„' | '″' => out.push('"'),
            c => out.extend(c.to_lowercase()),
        }
    }
}
