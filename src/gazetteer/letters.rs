//! Letters → plain lower-case ASCII, as English news drops accents and apostrophes.

/// Appends the plain form of a letter; nothing for marks that stand between letters of one word (ʿ, ’, accents).
pub(super) fn push_plain(out: &mut String, letter: char) {
    match letter {
        'a'..='z' | '0'..='9' => out.push(letter),
        'A'..='Z' => out.push(letter.to_ascii_lowercase()),
        _ if letter.is_ascii() => {}
        _ => push_foreign(out, letter),
    }
}

/// The plain form of a letter beyond ASCII; other scripts keep their letters, in lower case.
fn push_foreign(out: &mut String, letter: char) {
    match plain_latin(letter) {
        Some(plain) => out.push_str(plain),
        None if letter.is_alphanumeric() && !is_dropped(letter) => out.extend(letter.to_lowercase()),
        None => {}
    }
}

/// Modifier letters and combining marks that a plain spelling leaves out.
fn is_dropped(letter: char) -> bool {
    matches!(letter, '\u{02B0}'..='\u{036F}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Latin letters with marks, and joined letters.
fn plain_latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' | 'Ə' | 'ə' | 'ẚ' => "a",
        'Æ' | 'æ' | 'Ǽ' | 'ǽ' => "ae",
        'Ḃ'..='ḇ' => "b",
        'Ç' | 'ç' | 'Ć'..='č' | 'Ḉ' | 'ḉ' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' | 'Ḋ'..='ḓ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' | 'Ḕ'..='ḝ' | 'ɛ' => "e",
        'Ḟ' | 'ḟ' => "f",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' | 'Ḡ' | 'ḡ' | 'Ǵ' | 'ǵ' => "g",
        'Ĥ'..='ħ' | 'Ḣ'..='ḫ' | 'ẖ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ǐ' | 'ǐ' | 'Ỉ'..='ị' | 'Ḭ'..='ḯ' => "i",
        'Ĵ' | 'ĵ' | 'ǰ' => "j",
        'Ķ'..='ĸ' | 'Ḱ'..='ḵ' | 'Ǩ' | 'ǩ' => "k",
        'Ĺ'..='ł' | 'Ḷ'..='ḽ' => "l",
        'Ḿ'..='ṃ' => "m",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' | 'Ṅ'..='ṋ' | 'Ǹ' | 'ǹ' => "n",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ǒ' | 'ǒ' | 'Ọ'..='ợ' | 'Ṍ'..='ṓ' | 'ɔ' => "o",
        'Œ' | 'œ' => "oe",
        'Ṕ'..='ṗ' => "p",
        'Ŕ'..='ř' | 'Ṙ'..='ṟ' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṡ'..='ṩ' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṫ'..='ṱ' | 'ẗ' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ǔ'..='ǜ' | 'Ụ'..='ự' | 'Ṳ'..='ṻ' => "u",
        'Ṽ'..='ṿ' => "v",
        'Ŵ' | 'ŵ' | 'Ẁ'..='ẉ' => "w",
        'Ẋ'..='ẍ' => "x",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' | 'Ẏ' | 'ẏ' => "y",
        'Ź'..='ž' | 'Ẑ'..='ẕ' => "z",
        _ => return None,
    })
}
