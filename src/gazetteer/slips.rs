//! Names with one letter wrong: only where the text leaves no doubt which country it speaks of.

use super::Gazetteer;
use super::fold::fold;
use super::place::{CountryCode, PlaceId, PlaceKind};

/// Shorter names are alike by chance.
const SHORTEST: usize = 6;
/// Longer ones are no names of places.
const LONGEST: usize = 30;

impl Gazetteer {
    /// The place of a country whose name differs from a name by one letter left out, put in, changed or swapped, if there is
    /// just one. The first letter must be right.
    pub fn find_slip(&self, name: &str, country: CountryCode) -> Option<PlaceId> {
        let key = fold(name);
        if !key.is_ascii() || !(SHORTEST..=LONGEST).contains(&key.len()) || !key.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let mut found: Option<PlaceId> = None;
        for variant in variants(key.as_bytes()) {
            let meant = self.lookup(&variant).iter().copied().filter(|&id| self.may_be_meant(id, country));
            for id in meant {
                match found {
                    Some(known) if known != id && !self.is_namesake(known, id) => return None,
                    Some(known) if self.place(known).rank >= self.place(id).rank => {}
                    _ => found = Some(id),
                }
            }
        }
        found
    }

    fn may_be_meant(&self, id: PlaceId, country: CountryCode) -> bool {
        let place = self.place(id);
        let named = matches!(place.kind, PlaceKind::Town | PlaceKind::Admin1 | PlaceKind::Admin2 | PlaceKind::Region);
        place.country == Some(country) && named && (id.0 as usize) < self.core_len()
    }

    /// Whether a town and a division bear one name.
    fn is_namesake(&self, a: PlaceId, b: PlaceId) -> bool {
        fold(&self.place(a).name) == fold(&self.place(b).name)
    }
}

/// All keys that one slip turns into this one, the first letter kept.
fn variants(key: &[u8]) -> impl Iterator<Item = String> + '_ {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    let left_out = (1..key.len()).map(|i| [&key[..i], &key[i + 1..]].concat());
    let swapped = (1..key.len().saturating_sub(1)).map(|i| [&key[..i], &[key[i + 1], key[i]], &key[i + 2..]].concat());
    let changed =
        (1..key.len()).flat_map(move |i| (b'a'..=b'z').filter(move |&c| c != key[i]).map(move |c| [&key[..i], &[c], &key[i + 1..]].concat()));
    let put_in = (1..=key.len()).flat_map(move |i| (b'a'..=b'z').map(move |c| [&key[..i], &[c], &key[i..]].concat()));
    left_out.chain(swapped).chain(changed).chain(put_in).map(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_where_the_country_is_known() {
        let gazetteer = Gazetteer::embedded();
        for (name, country, meant) in [
            ("Damacsus", "SY", "Damascus"),
            ("Khartoun", "SD", "Khartoum"),
            ("Mossul", "IQ", "Mosul"),
            ("Kandhahar", "AF", "Kandahar"),
            ("Maiduguria", "NG", "Maiduguri"),
        ] {
            let found = CountryCode::new(country).and_then(|c| gazetteer.find_slip(name, c)).map(|id| fold(&gazetteer.place(id).name));
            assert_eq!(found, Some(fold(meant)), "{name}");
        }
    }

    #[test]
    fn what_is_short_or_farther_off_or_elsewhere_is_no_slip() {
        let gazetteer = Gazetteer::embedded();
        for (name, country) in [
            ("Homz", "SY"),
            ("Damacsos", "SY"),
            ("Damacsus", "IQ"),
            ("Bamascus", "SY"),
            ("Reuters", "SY"),
            ("", "SY"),
            ("Дамаск", "SY"),
            ("Mahmoud", "SY"),
        ] {
            let found = CountryCode::new(country).and_then(|c| gazetteer.find_slip(name, c)).map(|id| gazetteer.place(id).name.clone());
            assert_eq!(found, None, "{name}");
        }
    }
}
