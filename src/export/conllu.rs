//! grammar and names → CoNLL-U, the exchange format of Universal Dependencies: of a text, of one of its sentences, or of words that
//! are already cut.
//!
//! MISC holds what the format has no column for: `NER`, the type of the name that the word begins (`B-`) or goes on with (`I-`), as
//! CoNLL-2003 writes it; `TokenRange`, the UTF-16 code units of the word in the text; and `TagConfidence` and `ArcConfidence`, 0 to 1,
//! how sure the engine is of the part of speech and of the head. Names need the whole text, so one sentence alone has none.

use crate::analysis::{EntityType, MentionKind};
use crate::document::{self, BlockKind, Document};
use crate::gazetteer::Gazetteer;
use crate::resources::Resources;
use crate::span::Utf16Map;
use crate::syntax::{Syntax, Upos, annotate};
use crate::token::{Tokens, given, tokenize};
use crate::{Reading, mention, time};
use std::fmt::Write;

// Writing to a string cannot fail, so the results of `writeln!` are dropped.

/// Most rows are not longer.
const ROW: usize = 96;

/// Grammar and names of all sentences of a text. Furniture and bylines are read too: the engine is asked for grammar, not for what the article is.
pub fn parse(text: &str) -> String {
    let resources = Resources::embedded();
    let document = document_of(text);
    let tokens = tokenize(&document);
    let syntax = annotate(&tokens, &resources.language);
    let reading = Reading { document, tokens, syntax, gazetteer: Gazetteer::embedded() };
    let names = names_of(&reading, resources);
    let Reading { tokens, syntax, .. } = &reading;
    let units = Utf16Map::new(text);
    let mut out = String::with_capacity(tokens.len() * ROW + text.len());
    let mut block = None;
    for number in 0..tokens.sentences.len() {
        let paragraph = block.replace(tokens.sentences[number].block) != Some(tokens.sentences[number].block);
        write_sentence(&mut out, tokens, syntax, &names, &units, number, paragraph);
    }
    out
}

/// For each word, the type of the name that it belongs to, and whether it begins it.
fn names_of(reading: &Reading<'_>, resources: &Resources) -> Vec<Option<(EntityType, bool)>> {
    let times = time::find(reading, &resources.times, None);
    let mut names = vec![None; reading.tokens.len()];
    for name in mention::find(reading, &times, &resources.mentions).into_iter().filter(|m| m.kind == MentionKind::Name) {
        for i in name.tokens.clone() {
            names[i] = Some((name.entity_type, i == name.tokens.start));
        }
    }
    names
}

/// The sentence that holds a UTF-16 code unit of the text, or the next one behind it; nothing if there is none. Only that sentence is parsed.
pub fn parse_at(text: &str, unit: u32) -> String {
    let mut tokens = tokenize(&document_of(text));
    let units = Utf16Map::new(text);
    let ends = |range: &std::ops::Range<usize>| units.offset(tokens.span(range.clone()).end);
    let found = tokens.sentences.iter().find(|s| ends(&s.tokens) > unit).cloned();
    let mut out = String::new();
    if let Some(sentence) = found {
        tokens.sentences = vec![sentence];
        let syntax = annotate(&tokens, &Resources::embedded().language);
        write_sentence(&mut out, &tokens, &syntax, &[], &units, 0, false);
    }
    out
}

fn document_of(text: &str) -> Document<'_> {
    let mut document = document::read(text);
    for block in document.blocks.iter_mut().filter(|b| b.kind != BlockKind::Headline) {
        block.kind = BlockKind::Body;
    }
    document
}

fn write_sentence(
    out: &mut String,
    tokens: &Tokens<'_>,
    syntax: &Syntax,
    names: &[Option<(EntityType, bool)>],
    units: &Utf16Map<'_>,
    number: usize,
    paragraph: bool,
) {
    let range = tokens.sentences[number].tokens.clone();
    if paragraph {
        let _ = writeln!(out, "# newpar");
    }
    let _ = write!(out, "# sent_id = {}\n# text = ", number + 1);
    push_plain(out, tokens.span(range.clone()).of(tokens.text));
    out.push('\n');
    for i in range.clone() {
        let span = tokens.tokens[i].span;
        let word = syntax.words[i];
        write_columns(out, tokens, syntax, i, range.start);
        if let Some(Some((entity_type, begins))) = names.get(i) {
            out.push_str(if *begins { "NER=B-" } else { "NER=I-" });
            out.push_str(entity_type.name());
            out.push('|');
        }
        if i + 1 < range.end && !tokens.tokens[i + 1].spaced {
            out.push_str("SpaceAfter=No|");
        }
        out.push_str("TokenRange=");
        push_number(out, units.offset(span.start));
        out.push(':');
        push_number(out, units.offset(span.end));
        push_share(out, "|TagConfidence=", word.tag_confidence);
        push_share(out, "|ArcConfidence=", word.arc_confidence);
        out.push('\n');
    }
    out.push('\n');
}

/// All columns of a word but the last. Pushed one by one, since formatting each row takes longer.
fn write_columns(out: &mut String, tokens: &Tokens<'_>, syntax: &Syntax, i: usize, first: usize) {
    let form = tokens.text(i);
    push_number(out, (i - first + 1) as u32);
    out.push('\t');
    push_plain(out, form);
    out.push('\t');
    push_plain(out, lemma(form, syntax, i));
    out.push('\t');
    out.push_str(syntax.upos(i).name());
    out.push_str("\t_\t_\t");
    push_number(out, syntax.head(i).map_or(0, |h| (h - first + 1) as u32));
    out.push('\t');
    out.push_str(syntax.relation(i).name());
    out.push_str("\t_\t");
}

/// As treebanks write it: names and "I" keep their capitals, which the engine has no use for.
fn lemma<'s>(form: &'s str, syntax: &'s Syntax, i: usize) -> &'s str {
    match (syntax.upos(i), syntax.lemma(i)) {
        (Upos::Propn, _) => form,
        (_, "i") if form == "I" => form,
        (_, lemma) => lemma,
    }
}

/// No tab and no line end may stand in a column.
fn push_plain(out: &mut String, words: &str) {
    if !words.is_empty() && words.bytes().all(|b| b.is_ascii_graphic()) {
        out.push_str(words);
        return;
    }
    let start = out.len();
    for word in words.split_whitespace() {
        if out.len() > start {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.len() == start {
        out.push('_');
    }
}

fn push_number(out: &mut String, mut number: u32) {
    let mut digits = [b'0'; 10];
    let mut first = digits.len() - 1;
    loop {
        digits[first] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
        first -= 1;
    }
    digits[first..].iter().for_each(|&digit| out.push(char::from(digit)));
}

/// A share of 255 in hundredths.
fn push_share(out: &mut String, name: &str, share: u8) {
    let hundredths = (u32::from(share) * 100 + 127) / 255;
    out.push_str(name);
    out.push_str(if hundredths == 100 { "1." } else { "0." });
    out.push(char::from(b'0' + (hundredths / 10 % 10) as u8));
    out.push(char::from(b'0' + (hundredths % 10) as u8));
}

/// Grammar for words and sentences that are already cut: comments, words, multi-word tokens and MISC stay as they are; part of speech,
/// lemma, head and relation are the engine's; the other columns are left empty. Empty nodes (of enhanced graphs) are left out.
///
/// # Errors
/// A plain sentence that names the line that is not CoNLL-U.
pub fn parse_conllu(input: &str) -> Result<String, String> {
    let lines = input.lines().enumerate().map(|(i, line)| Line::read(line).map_err(|e| format!("line {}: {e}", i + 1)));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let sentences: Vec<Vec<&str>> = lines.split(|l| matches!(l, Line::End)).map(|s| s.iter().filter_map(Line::form).collect()).collect();
    let text: String = sentences.iter().flatten().flat_map(|w| [w, " "]).collect();
    let tokens = given(&text, &sentences).map_err(|word| format!("the word \"{word}\" cannot be placed"))?;
    let syntax = annotate(&tokens, &Resources::embedded().language);
    let (mut out, mut at, mut first) = (String::new(), 0, 0);
    for line in &lines {
        match line {
            Line::Kept(line) => out.push_str(line),
            Line::Word { misc, .. } => {
                write_columns(&mut out, &tokens, &syntax, at, first);
                out.push_str(misc);
                at += 1;
            }
            Line::Dropped => continue,
            Line::End => first = at,
        }
        out.push('\n');
    }
    if !matches!(lines.last(), None | Some(Line::End)) {
        out.push('\n');
    }
    Ok(out)
}

/// A line of CoNLL-U.
enum Line<'l> {
    /// A comment, or the row of a multi-word token.
    Kept(&'l str),
    Word {
        form: &'l str,
        misc: &'l str,
    },
    /// An empty node.
    Dropped,
    /// The end of a sentence.
    End,
}

impl<'l> Line<'l> {
    fn read(line: &'l str) -> Result<Self, String> {
        if line.trim().is_empty() {
            return Ok(Line::End);
        }
        if line.starts_with('#') {
            return Ok(Line::Kept(line));
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, _, _, _, _, _, _, misc] = columns.as_slice() else {
            return Err(format!("10 columns are needed, {} are there", columns.len()));
        };
        match id {
            _ if form.trim().is_empty() => Err("the word is empty".into()),
            _ if id.contains('-') => Ok(Line::Kept(line)),
            _ if id.contains('.') => Ok(Line::Dropped),
            _ if id.parse::<u32>().is_err() => Err(format!("\"{id}\" is no number of a word")),
            _ => Ok(Line::Word { form, misc }),
        }
    }

    fn form(&self) -> Option<&'l str> {
        if let Line::Word { form, .. } = self { Some(form) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "🚨 The army didn’t leave. Rebels took Saraqib on Tuesday.\n\nShare this";

    fn rows(conllu: &str) -> Vec<Vec<&str>> {
        conllu.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect()).collect()
    }

    #[test]
    fn every_word_of_the_text_is_there_with_its_place() {
        let conllu = parse(TEXT);
        let units: Vec<u16> = TEXT.encode_utf16().collect();
        let mut letters = String::new();
        for row in rows(&conllu) {
            assert_eq!(row.len(), 10, "{row:?}");
            letters.push_str(row[1]);
            let range = row[9].split('|').find_map(|m| m.strip_prefix("TokenRange=")).expect("a range");
            let (start, end) = range.split_once(':').expect("two ends");
            let (start, end): (usize, usize) = (start.parse().expect("a number"), end.parse().expect("a number"));
            assert_eq!(String::from_utf16_lossy(&units[start..end]), row[1]);
        }
        assert_eq!(letters, TEXT.split_whitespace().collect::<String>());
        assert!(conllu.ends_with("\n\n") && conllu.contains("# text = Rebels took Saraqib on Tuesday.\n"));
    }

    #[test]
    fn names_are_told_word_by_word() {
        let conllu = parse("Fighters of the Free Syrian Army took Saraqib on Tuesday.");
        let names: Vec<String> =
            rows(&conllu).iter().filter_map(|r| Some(format!("{} {}", r[1], r[9].split('|').find_map(|m| m.strip_prefix("NER="))?))).collect();
        assert_eq!(names, ["Free B-armed_group", "Syrian I-armed_group", "Army I-armed_group", "Saraqib B-place"]);
    }

    #[test]
    fn heads_stay_in_their_sentence_and_there_is_one_root() {
        for sentence in parse(TEXT).split("\n\n").filter(|s| !s.is_empty()) {
            let rows = rows(sentence);
            let heads: Vec<usize> = rows.iter().map(|r| r[6].parse().expect("a number")).collect();
            assert!(heads.iter().all(|&h| h <= rows.len()));
            assert_eq!(heads.iter().filter(|&&h| h == 0).count(), 1);
        }
    }

    #[test]
    fn one_sentence_is_read_as_in_the_whole() {
        let whole = parse(TEXT);
        let at = TEXT.encode_utf16().take_while(|&u| u != u16::from(b'S')).count() as u32;
        let one = parse_at(TEXT, at);
        assert!(one.contains("# text = Rebels took Saraqib on Tuesday.\n"));
        let grammar = |conllu: &str| rows(conllu).iter().map(|row| row[..9].join("\t")).collect::<Vec<_>>();
        assert!(grammar(&one).iter().all(|row| grammar(&whole).contains(row)));
        assert_eq!(parse_at(TEXT, 1_000_000), "");
        assert_eq!(parse_at("", 0), "");
    }

    #[test]
    fn given_words_stay_and_get_their_grammar() {
        let input = "# sent_id = a\n1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdid\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\tX=1\n2.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tleave\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tRebels\t_\t_\t_\t_\t_\t_\t_\t_\n2\tfled\t_\t_\t_\t_\t_\t_\t_\t_";
        let out = parse_conllu(input).expect("good input");
        assert!(out.starts_with("# sent_id = a\n1-2\tdidn't\t") && out.ends_with("\n\n"));
        let words = rows(&out);
        assert_eq!(words.iter().map(|r| r[0]).collect::<Vec<_>>(), ["1-2", "1", "2", "3", "1", "2"]);
        assert_eq!(words[2][9], "X=1");
        assert_eq!((words[4][7], words[4][6], words[5][2], words[5][7]), ("nsubj", "2", "flee", "root"));
    }

    #[test]
    fn what_is_no_conllu_is_an_error_with_its_line() {
        assert!(parse_conllu("# good\n1\ttwo columns").is_err_and(|e| e.starts_with("line 2: 10 columns")));
        assert!(parse_conllu("one\ta\t_\t_\t_\t_\t_\t_\t_\t_").is_err());
        assert!(parse_conllu("1\t \t_\t_\t_\t_\t_\t_\t_\t_").is_err());
        assert_eq!(parse_conllu("").as_deref(), Ok(""));
    }
}
