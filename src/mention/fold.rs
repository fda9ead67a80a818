//! Words → folded pieces: lower case, no accents, no apostrophes or dots, cut at hyphens.
//!
//! "al-Assad", "Al Assad" and "Al-Asʿad" differ by spaces and marks only; their pieces are alike.

/// Calls `each` with the folded pieces of a word: "Ba'ath-led" gives "baath" and "led"; the "'s" of "People's" is a piece.
pub(crate) fn pieces(word: &str, mut each: impl FnMut(&str)) {
    // Most words are small letters alone.
    if !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()) {
        return each(word);
    }
    let (word, genitive) = match word.strip_suffix("'s").or(word.strip_suffix("’s")) {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let mut piece = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_alphanumeric() {
            push(c, &mut piece);
        } else if !is_silent(c) && !piece.is_empty() {
            each(&piece);
            piece.clear();
        }
    }
    if !piece.is_empty() {
        each(&piece);
    }
    if genitive {
        each("s");
    }
}

/// Marks that are written inside words and leave no gap.
fn is_silent(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | '\u{300}'..='\u{36f}')
}

/// Adds a letter without its accent, in lower case.
fn push(c: char, out: &mut String) {
    let plain = match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => 'a',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => 'c',
        'ď' | 'Ď' | 'đ' | 'Đ' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'Ě' | 'ė' => 'e',
        'ğ' | 'Ğ' | 'ģ' => 'g',
        'ḥ' | 'Ḥ' => 'h',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'ı' | 'İ' => 'i',
        'ł' | 'Ł' => 'l',
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'Ō' | 'ő' => 'o',
        'ř' | 'Ř' => 'r',
        'ś' | 'Ś' | 'ş' | 'Ş' | 'š' | 'Š' | 'ș' | 'Ș' | 'ṣ' | 'Ṣ' => 's',
        'ţ' | 'Ţ' | 'ť' | 'ț' | 'Ț' | 'ṭ' | 'Ṭ' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' | 'ẓ' | 'Ẓ' => 'z',
        'ß' => return out.push_str("ss"),
        'æ' | 'Æ' => return out.push_str("ae"),
        'œ' | 'Œ' => return out.push_str("oe"),
        _ => return out.extend(c.to_lowercase()),
    };
    out.push(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> Vec<String> {
        let mut all = Vec::new();
        pieces(word, |p| all.push(p.to_owned()));
        all
    }

    #[test]
    fn fold_drops_accents_dots_and_apostrophes() {
        assert_eq!(folded("Çavuşoğlu"), ["cavusoglu"]);
        assert_eq!(folded("U.N."), ["un"]);
        assert_eq!(folded("Ta'ifa"), ["taifa"]);
    }

    #[test]
    fn fold_cuts_at_hyphens() {
        assert_eq!(folded("Qaeda-linked"), ["qaeda", "linked"]);
        assert!(folded("–").is_empty());
    }
}
