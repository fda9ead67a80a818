//! What kind of character stands where, as the cutter sees it.

/// A letter, digit or a mark that belongs to one.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_joiner(c)
}

/// Combining marks, zero-width joiners, soft hyphens: they never stand alone.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{93c}'..='\u{94d}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// An apostrophe, straight or curly.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | 'ʻ')
}

/// A hyphen that may join words.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// A mark that closes what came before it.
pub fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '}' | '»')
}

/// A mark that opens what comes after it.
pub fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '{' | '«' | '„')
}

/// A mark of which a run is one token ("...", "--", "?!").
pub fn run_kind(c: char) -> Option<u8> {
    match c {
        '.' | '…' => Some(0),
        '-' => Some(1),
        '!' | '?' => Some(2),
        '*' => Some(3),
        '=' => Some(4),
        '_' => Some(5),
        _ => None,
    }
}
