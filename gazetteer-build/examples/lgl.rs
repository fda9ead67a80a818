//! How many toponyms of the Local-Global Lexicon are placed rightly: within 161 km of where its annotators put them.
//!
//! ```text
//! cargo run --release -p gazetteer-build --example lgl -- --shared DIR [--packs FOLDER] [--errors]
//! ```
//!
//! Two ways of counting, both over every annotated toponym that has a point:
//! - *given spans*: the annotators' spans are taken as places, as Mordecai 3 and others measure; what stays unplaced is wrong.
//! - *end to end*: from the bare text; recall over the annotated, precision over what was given a point.

use dateline::analysis::{Coordinates, EntityType, MentionKind};
use dateline::gazetteer::{Gazetteer, Point, kilometres};
use dateline::mention::Mention;
use dateline::{Analysis, Options, Reading, Resources};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

/// The distance that the field counts as right.
const NEAR: f64 = 161.0;

/// An annotated name.
struct Toponym {
    /// Characters of the text.
    start: usize,
    end: usize,
    phrase: String,
    id: String,
    point: Option<Point>,
    kind: String,
    within: String,
}

struct Article {
    id: String,
    text: String,
    toponyms: Vec<Toponym>,
}

/// What was reached.
#[derive(Default)]
struct Tally {
    gold: usize,
    given: usize,
    given_id: usize,
    unplaced: usize,
    found: usize,
    placed: usize,
    right: usize,
}

struct Arguments {
    shared: PathBuf,
    packs: Option<PathBuf>,
    errors: bool,
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut given = Arguments { shared: PathBuf::new(), packs: None, errors: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--shared" => given.shared = words.next().ok_or("--shared needs a folder")?.into(),
            "--packs" => given.packs = Some(words.next().ok_or("--packs needs a folder")?.into()),
            "--errors" => given.errors = true,
            _ => return Err("usage: lgl --shared DIR [--packs FOLDER] [--errors]".into()),
        }
    }
    Ok(given)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let articles = articles(&std::fs::read_to_string(arguments.shared.join("data/look/lgl/lgl.xml"))?);
    if !arguments.errors {
        report("core only", &tally_with(&articles, Gazetteer::embedded(), false));
    }
    if let Some(folder) = arguments.packs {
        let files = files(&folder)?;
        let all: Vec<&[u8]> = files.iter().map(|f| f.1.as_slice()).collect();
        if !arguments.errors {
            report("the packs that each article calls for", &tally_needed(&articles, &files));
        }
        let gazetteer = Gazetteer::with_packs(&all);
        report("all packs", &tally_with(&articles, &gazetteer, arguments.errors));
    }
    Ok(())
}

/// A file's name and what it holds.
type Named = (String, Vec<u8>);

fn files(folder: &Path) -> Result<Vec<Named>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|x| x == "pack") {
            files.push((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), std::fs::read(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// With what the page would fetch for each article.
fn tally_needed(articles: &[Article], files: &[(String, Vec<u8>)]) -> Tally {
    let called = |a: &Article| dateline::analyze(&a.text, &Options::default()).map(|a| a.packs).unwrap_or_default();
    let mut groups: BTreeMap<Vec<String>, Vec<&Article>> = BTreeMap::new();
    for article in articles {
        groups.entry(called(article)).or_default().push(article);
    }
    let mut tally = Tally::default();
    for (packs, articles) in groups {
        let bytes: Vec<&[u8]> = files.iter().filter(|f| packs.contains(&f.0)).map(|f| f.1.as_slice()).collect();
        let gazetteer = Gazetteer::with_packs(&bytes);
        articles.iter().for_each(|article| count(article, &gazetteer, &mut tally, false));
    }
    tally
}

fn tally_with(articles: &[Article], gazetteer: &Gazetteer, errors: bool) -> Tally {
    let mut tally = Tally::default();
    articles.iter().for_each(|article| count(article, gazetteer, &mut tally, errors));
    tally
}

fn report(what: &str, tally: &Tally) {
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!(
        "{what}\n  given spans: {:.1} % of {} within {NEAR} km ({:.1} % the same GeoNames number, {:.1} % left unplaced)",
        percent(tally.given, tally.gold),
        tally.gold,
        percent(tally.given_id, tally.gold),
        percent(tally.unplaced, tally.gold),
    );
    println!(
        "  end to end:  {:.1} % of them found and within {NEAR} km; {:.1} % of {} mentions given a point that overlap an annotation are right",
        percent(tally.found, tally.gold),
        percent(tally.right, tally.placed),
        tally.placed
    );
}

fn count(article: &Article, gazetteer: &Gazetteer, tally: &mut Tally, errors: bool) {
    let resources = Resources::embedded();
    let reading = Reading::with_places(&article.text, resources, gazetteer);
    let times = dateline::time::find(&reading, &resources.times, None);
    let own = dateline::mention::find(&reading, &times, &resources.mentions);
    let bytes: Vec<usize> = article.text.char_indices().map(|c| c.0).chain([article.text.len()]).collect();
    let at = |c: usize| bytes.get(c).copied().unwrap_or(article.text.len());
    let mut mentions: Vec<Mention> = Vec::new();
    for toponym in &article.toponyms {
        let (start, end) = (at(toponym.start), at(toponym.end));
        let spans = (0..reading.tokens.len()).map(|i| (i, reading.tokens.span(i..i + 1)));
        let tokens: Vec<usize> = spans.filter(|(_, s)| (s.start as usize) < end && s.end as usize > start).map(|s| s.0).collect();
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else { continue };
        if mentions.last().is_some_and(|m| m.tokens.end > first) {
            continue;
        }
        let same = own.iter().find(|m| m.tokens == (first..last + 1) && matches!(m.entity_type, EntityType::Place | EntityType::Facility));
        mentions.push(same.cloned().unwrap_or(Mention {
            tokens: first..last + 1,
            head: last,
            kind: MentionKind::Name,
            entity_type: EntityType::Place,
            key: String::new(),
            role: None,
            rule: "annotated",
            score: 1.0,
        }));
    }
    let marked = mentions.clone();
    mentions.extend(own.iter().filter(|m| marked.iter().all(|g| g.tokens.end <= m.tokens.start || m.tokens.end <= g.tokens.start)).cloned());
    mentions.sort_by_key(|m| m.tokens.start);
    let entities = dateline::entity::resolve(&reading, &mentions, &resources.entities);
    let analysis = dateline::analyze_with(&article.text, &Options::default(), gazetteer).ok();
    for toponym in &article.toponyms {
        let Some(point) = toponym.point else { continue };
        tally.gold += 1;
        let start = at(toponym.start);
        let mention = mentions.iter().position(|m| reading.tokens.span(m.tokens.clone()).end as usize > start);
        let entity = mention.and_then(|m| entities.of_mention[m]).map(|e| &entities.entities[e]);
        let placed = entity.and_then(|e| e.coordinates.as_ref());
        let right = placed.is_some_and(|c| near(c, point));
        tally.unplaced += usize::from(placed.is_none());
        tally.given += usize::from(right);
        tally.given_id += usize::from(placed.and_then(|c| c.gazetteer_id.as_ref()).is_some_and(|i| *i == format!("geonames:{}", toponym.id)));
        if errors && !right {
            let got =
                placed.map_or("nothing".into(), |c| format!("{} {:.2} {:.2} {}", c.gazetteer_id.as_deref().unwrap_or("?"), c.lat, c.lon, c.score));
            println!("{}\t{}\t{} {}\t{got}", article.id, toponym.phrase, toponym.kind, toponym.within);
        }
        if errors && analysis.as_ref().and_then(|a| told(a, toponym)).is_none() {
            let covers = |m: &dateline::analysis::EntityMention| (m.start as usize) < toponym.end && (m.end as usize) > toponym.start;
            let kinds = analysis.iter().flat_map(|a| &a.entities).filter(|e| e.mentions.iter().any(covers)).map(|e| (e.kind, &e.name));
            println!("{}\t{}\tunread\t{:?}", article.id, toponym.phrase, kinds.collect::<Vec<_>>());
        }
        if let Some(told) = analysis.as_ref().and_then(|a| told(a, toponym)) {
            tally.placed += 1;
            tally.right += usize::from(near(told, point));
            tally.found += usize::from(near(told, point));
        }
    }
}

/// The point that the analysis gives a toponym. Offsets are characters there and code units here: alike but for rare signs.
fn told<'a>(analysis: &'a Analysis, toponym: &Toponym) -> Option<&'a Coordinates> {
    let covers = |m: &dateline::analysis::EntityMention| (m.start as usize) < toponym.end && (m.end as usize) > toponym.start;
    let places = analysis.entities.iter().filter(|e| matches!(e.kind, EntityType::Place | EntityType::Facility | EntityType::Government));
    places.filter(|e| e.mentions.iter().any(|m| covers(m) && m.kind == MentionKind::Name)).find_map(|e| e.coordinates.as_ref())
}

fn near(found: &Coordinates, point: Point) -> bool {
    kilometres(of(found.lat, found.lon), point) <= NEAR
}

fn of(lat: f64, lon: f64) -> Point {
    Point { lat: (lat * 100.0).round() as i32, lon: (lon * 100.0).round() as i32 }
}

fn articles(xml: &str) -> Vec<Article> {
    parts(xml, "article ").map(article).collect()
}

fn article(xml: &str) -> Article {
    let id = xml.split('"').nth(1).unwrap_or("").to_owned();
    let toponyms = parts(xml, "toponym>").map(toponym).collect();
    Article { id, text: plain(inner(xml, "text")), toponyms }
}

fn toponym(xml: &str) -> Toponym {
    let number = |tag: &str| inner(xml, tag).parse::<f64>().ok();
    Toponym {
        start: number("start").unwrap_or(0.0) as usize,
        end: number("end").unwrap_or(0.0) as usize,
        phrase: plain(inner(xml, "phrase")),
        id: xml.split("gaztag geonameid=\"").nth(1).and_then(|r| r.split('"').next()).unwrap_or("").to_owned(),
        point: number("lat").zip(number("lon")).map(|(lat, lon)| of(lat, lon)),
        kind: inner(xml, "fcode").to_owned(),
        within: format!("{}, {}", after_tag(xml, "admin1 "), after_tag(xml, "country ")),
    }
}

/// What stands in the elements of a name.
fn parts<'x>(xml: &'x str, name: &'static str) -> impl Iterator<Item = &'x str> {
    let close = format!("</{}>", name.trim_end_matches(['>', ' ']));
    let open = format!("<{name}");
    let cut = move |part: &'x str| part.split(close.as_str()).next().unwrap_or("");
    xml.split(open.clone().leak() as &str).skip(1).map(cut)
}

fn inner<'x>(xml: &'x str, tag: &str) -> &'x str {
    let rest = xml.split(&format!("<{tag}>")).nth(1).unwrap_or("");
    rest.split(&format!("</{tag}>")).next().unwrap_or("")
}

fn after_tag<'x>(xml: &'x str, tag: &str) -> &'x str {
    let rest = xml.split(&format!("<{tag}")).nth(1).unwrap_or("");
    rest.split('>').nth(1).and_then(|r| r.split('<').next()).unwrap_or("")
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}
