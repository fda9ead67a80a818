//! HTML source pasted as text: tags are cut out, and menus, scripts and styles are furniture.

use crate::span::Span;

/// A stretch of pasted HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words between tags; whether they stand in a main heading.
    Words(Span, bool),
    /// Tags, and elements that hold no article.
    Furniture(Span),
}

/// Elements whose contents are no article.
const IGNORED: [&str; 15] = [
    "script",
    "style",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "svg",
    "noscript",
    "iframe",
    "title",
    "template",
    "figure-credit",
    "head",
];

/// Names that make a text with "<" a page.
const KNOWN: [&str; 24] = [
    "html", "body", "head", "div", "p", "span", "a", "br", "h1", "h2", "h3", "ul", "li", "script", "style", "nav", "article", "section", "header",
    "footer", "img", "meta", "strong", "em",
];

/// A tag is at most this long, in bytes.
const LONGEST_TAG: usize = 2000;
/// And its name.
const NAME: usize = 12;

/// A tag: where it stands, its name in lower case, whether it closes.
#[derive(Debug)]
struct Tag {
    span: Span,
    name: String,
    closes: bool,
}

/// Whether a text is the source of a page.
pub(super) fn is_markup(text: &str) -> bool {
    let mut tags = Tags::new(text).filter(|t| KNOWN.contains(&t.name.as_str())).take(4);
    let closing = tags.by_ref().filter(|t| t.closes).count();
    let start = text.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
    closing >= 2 || start == "<!doctype" || start.starts_with("<html")
}

/// Cuts the source of a page into pieces, in text order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut at, mut heading) = (0, false);
    let mut unclosed: Vec<String> = Vec::new();
    let mut tags = Tags::new(text);
    while let Some(tag) = tags.next() {
        let start = tag.span.start as usize;
        let mut end = tag.span.end as usize;
        push_words(text, at, start, heading, &mut pieces);
        if tag.name == "h1" {
            heading = !tag.closes;
        }
        if !tag.closes && IGNORED.contains(&tag.name.as_str()) && !unclosed.contains(&tag.name) {
            match closing(text, end, &tag.name) {
                Some(close) => end = close,
                None => unclosed.push(tag.name),
            }
        }
        push_furniture(text, start, end, &mut pieces);
        at = end;
        tags.at = end;
    }
    push_words(text, at, text.len(), heading, &mut pieces);
    pieces
}

fn push_words(text: &str, start: usize, end: usize, heading: bool, pieces: &mut Vec<Piece>) {
    if text.get(start..end).is_some_and(|w| !w.trim().is_empty()) {
        pieces.push(Piece::Words(Span::new(start, end), heading));
    }
}

/// Adds furniture, to the piece before it if only white space is between them.
fn push_furniture(text: &str, start: usize, end: usize, pieces: &mut Vec<Piece>) {
    match pieces.last_mut() {
        Some(Piece::Furniture(last)) if text.get(last.end as usize..start).is_some_and(|w| w.trim().is_empty()) => {
            last.end = Span::new(start, end).end
        }
        _ => pieces.push(Piece::Furniture(Span::new(start, end))),
    }
}

/// The end of the closing tag of an element.
fn closing(text: &str, from: usize, name: &str) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.match_indices("</").find_map(|(at, _)| {
        let inside = rest.get(at + 2..at + 2 + name.len())?;
        inside.eq_ignore_ascii_case(name).then(|| rest[at..].find('>').map(|end| from + at + end + 1))?
    })
}

/// The tags, comments and declarations of a text.
#[derive(Debug)]
struct Tags<'t> {
    text: &'t str,
    at: usize,
    /// Whether the rest of the text is known to end no comment: it is searched for only once.
    endless: bool,
}

impl<'t> Tags<'t> {
    fn new(text: &'t str) -> Self {
        Tags { text, at: 0, endless: false }
    }

    /// The comment that begins at a byte; one that never ends is its first mark only.
    fn comment(&mut self, start: usize) -> Tag {
        let end = if self.endless { None } else { self.text[start..].find("-->") };
        self.endless |= end.is_none();
        Tag { span: Span::new(start, start + end.map_or(4, |e| e + 3)), name: String::new(), closes: false }
    }
}

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        while let Some(found) = self.text.get(self.at..)?.find('<') {
            let start = self.at + found;
            let tag = if self.text[start..].starts_with("<!--") { Some(self.comment(start)) } else { tag(self.text, start) };
            self.at = tag.as_ref().map_or(start + 1, |t| t.span.end as usize);
            if tag.is_some() {
                return tag;
            }
        }
        None
    }
}

/// The tag or declaration that begins at a byte.
fn tag(text: &str, start: usize) -> Option<Tag> {
    let rest = &text[start..];
    let inside = &rest[1..];
    let closes = inside.starts_with('/');
    let name = inside.trim_start_matches(['/', '!']);
    let length = name.bytes().take(NAME + 1).position(|b| !b.is_ascii_alphanumeric()).unwrap_or(name.len().min(NAME + 1));
    if length == 0 || length > NAME || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = rest[..super::lines::floor_boundary(rest, LONGEST_TAG)].find('>')?;
    Some(Tag { span: Span::new(start, start + end + 1), name: name[..length].to_ascii_lowercase(), closes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_text_with_angle_brackets() {
        assert!(is_markup("<p>One.</p><p>Two.</p>"));
        assert!(is_markup("<!DOCTYPE html>\n<title>Page</title>"));
        assert!(!is_markup("5 < 6 and 7 > 3 <who knows>"));
        assert!(!is_markup("Words without any tag."));
    }

    #[test]
    fn markup_keeps_words_and_drops_scripts_and_menus() {
        let text = "<nav><a href='/'>Home</a></nav><h1>Town falls</h1><script>if (a < b) {}</script><p>The town fell.</p>";
        let words: Vec<_> = pieces(text).iter().filter_map(|p| if let Piece::Words(s, h) = p { Some((s.of(text), *h)) } else { None }).collect();
        assert_eq!(words, [("Town falls", true), ("The town fell.", false)]);
    }

    #[test]
    fn markup_that_is_never_closed_loses_no_words() {
        let text = "<p>One.</p><nav><p>The town fell.</p><!-- and";
        assert!(pieces(text).iter().any(|p| matches!(p, Piece::Words(s, _) if s.of(text) == "The town fell.")));
    }
}
