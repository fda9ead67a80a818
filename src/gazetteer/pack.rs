//! The compact file of places: written by the build tool, read once at start.
//!
//! After a magic word and a checksum come columns, each with its length: like values stand together,
//! so that pressing makes them small. Any altered or truncated file is refused.

use crate::press;

use super::place::{CountryCode, Origin, Place, PlaceId, PlaceKind, Point};

/// First bytes of a pack.
const MAGIC: &[u8; 4] = b"DGZ1";
/// Country code column's letters for "no one country".
const NO_COUNTRY: [u8; 2] = *b"--";
/// No pack may claim more places.
const MOST_PLACES: usize = 1 << 20;

/// No pack may unfold to more bytes.
const MOST_BYTES: usize = 16 << 20;

/// Why a pack could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackError {
    /// It is not a pack, or one of another version.
    NotAPack,
    /// Its checksum does not fit its content.
    Damaged,
    /// It breaks its own rules.
    Malformed,
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PackError::NotAPack => "this is not a file of places, or one of another version",
            PackError::Damaged => "the file of places is damaged",
            PackError::Malformed => "the file of places breaks its own rules",
        })
    }
}

impl std::error::Error for PackError {}

/// Writes places, which must be in order of country with the divisions of a country first.
///
/// Division references of `places` are indices into `places`.
pub fn write(places: &[Place]) -> Vec<u8> {
    let mut columns: [Vec<u8>; 9] = Default::default();
    let [countries, kinds, ranks, divisions, lats, lons, ids, names, aliases] = &mut columns;
    let mut before = Cursor::default();
    for (index, place) in places.iter().enumerate() {
        let code = place.country.map_or(NO_COUNTRY, |c| c.as_str().as_bytes().try_into().unwrap_or(NO_COUNTRY));
        if code != before.country || index == 0 {
            push_varint(countries, (index - before.start) as u32);
            countries.extend(code);
            before.enter(code, index);
        }
        kinds.push(place.kind as u8 | if place.point.is_none() { 0x80 } else { 0 });
        ranks.push(place.rank);
        push_varint(divisions, place.admin1.map_or(0, |d| (d.0 as usize).saturating_sub(before.start) as u32 + 1));
        if let Some(point) = place.point {
            let origin = before.origin(place.admin1.and_then(|d| places.get(d.0 as usize)));
            push_varint(lats, zigzag(point.lat - origin.lat));
            push_varint(lons, zigzag(point.lon - origin.lon));
            before.point = point;
        }
        let id = if let Origin::GeoNames(id) = place.origin { id as i32 } else { 0 };
        push_varint(ids, if id == 0 { 0 } else { zigzag(id - before.id) + 1 });
        before.id = if id == 0 { before.id } else { id };
        push_name(names, &mut before.name, &place.name);
        push_varint(aliases, place.aliases.len() as u32);
        place.aliases.iter().for_each(|alias| push_text(aliases, alias));
    }
    let mut body = Vec::new();
    push_varint(&mut body, places.len() as u32);
    for column in &columns {
        push_varint(&mut body, column.len() as u32);
        body.extend(column);
    }
    let mut out = MAGIC.to_vec();
    out.extend(checksum(&body).to_le_bytes());
    out.extend(body);
    out
}

/// Presses a pack for delivery: not every server presses files of a kind it does not know.
#[cfg(not(target_arch = "wasm32"))]
pub fn compress(pack: &[u8]) -> Vec<u8> {
    press::press(pack)
}

/// Undoes [`compress`].
///
/// # Errors
/// Anything but an unaltered pressed pack.
pub fn expand(bytes: &[u8]) -> Result<Vec<u8>, PackError> {
    press::expand(bytes, MOST_BYTES).ok_or(PackError::Damaged)
}

/// Reads a pack; `first` is the index that its first place will have.
///
/// # Errors
/// Anything but an unaltered pack of this version.
pub fn read(bytes: &[u8], first: u32) -> Result<Vec<Place>, PackError> {
    let body = bytes.strip_prefix(MAGIC).ok_or(PackError::NotAPack)?;
    let (sum, body) = body.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
    if u64::from_le_bytes(*sum) != checksum(body) {
        return Err(PackError::Damaged);
    }
    read_body(body, first).ok_or(PackError::Malformed)
}

/// What the next row is told relative to.
#[derive(Default)]
struct Cursor {
    country: [u8; 2],
    start: usize,
    point: Point,
    id: i32,
    name: String,
}

impl Cursor {
    fn enter(&mut self, country: [u8; 2], start: usize) {
        self.country = country;
        self.start = start;
    }

    fn origin(&self, division: Option<&Place>) -> Point {
        division.and_then(|d| d.point).unwrap_or(self.point)
    }
}

fn read_body(body: &[u8], first: u32) -> Option<Vec<Place>> {
    let mut body = Reader(body);
    let count = body.varint()? as usize;
    if count > MOST_PLACES {
        return None;
    }
    let mut columns = [Reader(&[]); 9];
    for column in &mut columns {
        let length = body.varint()? as usize;
        *column = Reader(body.take(length)?);
    }
    let [countries, kinds, ranks, divisions, lats, lons, ids, names, aliases] = &mut columns;
    let mut places: Vec<Place> = Vec::with_capacity(count);
    let mut before = Cursor::default();
    let mut change = countries.varint().map(|n| n as usize);
    for index in 0..count {
        if change == Some(index - before.start) {
            before.enter(countries.take(2)?.try_into().ok()?, index);
            change = countries.varint().map(|n| n as usize);
        }
        let kind = kinds.take(1)?.first().copied()?;
        let admin1 = match divisions.varint()? {
            0 => None,
            n => Some(before.start + n as usize - 1),
        };
        let division = match admin1 {
            Some(d) => Some(places.get(d)?),
            None => None,
        };
        let point = if kind & 0x80 == 0 {
            let origin = before.origin(division);
            before.point = Point { lat: origin.lat.checked_add(unzigzag(lats.varint()?))?, lon: origin.lon.checked_add(unzigzag(lons.varint()?))? };
            Some(before.point)
        } else {
            None
        };
        places.push(Place {
            name: names.name(&mut before.name)?.into(),
            aliases: aliases.texts()?,
            kind: *PlaceKind::ALL.get(usize::from(kind & 0x7F))?,
            country: std::str::from_utf8(&before.country).ok().and_then(CountryCode::new),
            admin1: admin1.map(|d| PlaceId(first + d as u32)),
            point,
            rank: ranks.take(1)?.first().copied()?,
            origin: ids.origin(&mut before.id)?,
        });
    }
    Some(places)
}

/// Reads values from the front of bytes.
#[derive(Clone, Copy)]
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    fn varint(&mut self) -> Option<u32> {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = u32::from(*self.take(1)?.first()?);
            value |= (byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.varint()? as usize;
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn texts(&mut self) -> Option<Box<[Box<str>]>> {
        let count = self.varint()? as usize;
        if count > self.0.len() {
            return None;
        }
        (0..count).map(|_| self.text().map(Box::from)).collect()
    }

    fn name<'n>(&mut self, before: &'n mut String) -> Option<&'n str> {
        let shared = self.varint()? as usize;
        if !before.is_char_boundary(shared) {
            return None;
        }
        before.truncate(shared);
        before.push_str(self.text()?);
        Some(before)
    }

    fn origin(&mut self, before: &mut i32) -> Option<Origin> {
        Some(match self.varint()? {
            0 => Origin::Own,
            n => {
                *before = before.checked_add(unzigzag(n - 1))?;
                Origin::GeoNames(u32::try_from(*before).ok()?)
            }
        })
    }
}

fn push_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_varint(out, text.len() as u32);
    out.extend(text.as_bytes());
}

fn push_name(out: &mut Vec<u8>, before: &mut String, name: &str) {
    let shared: usize = before.chars().zip(name.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    push_varint(out, shared as u32);
    push_text(out, &name[shared..]);
    before.replace_range(.., name);
}

fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)) as u32
}

fn unzigzag(value: u32) -> i32 {
    (value >> 1) as i32 ^ -((value & 1) as i32)
}

/// FNV-1a of 64 bits.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |sum, &b| (sum ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<Place> {
        let place = |name: &str, kind, country, admin1, point, origin| Place {
            name: name.into(),
            aliases: ["Other".into(), "Ünlike".into()].into(),
            kind,
            country: CountryCode::new(country),
            admin1,
            point,
            rank: 7,
            origin,
        };
        let point = |lat, lon| Some(Point { lat, lon });
        vec![
            place("Sahel", PlaceKind::Region, "", None, point(1500, 500), Origin::Own),
            place("Idlib", PlaceKind::Admin1, "SY", None, point(3570, 3668), Origin::Own),
            place("Saraqib", PlaceKind::Town, "SY", Some(PlaceId(1)), point(3586, 3681), Origin::GeoNames(164_816)),
            place("Sarāqib B", PlaceKind::Facility, "SY", Some(PlaceId(1)), None, Origin::GeoNames(1_648)),
            place("Sana", PlaceKind::Town, "YE", None, point(-3586, -3681), Origin::GeoNames(12)),
        ]
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(read(&write(&sample()), 0), Ok(sample()));
        assert_eq!(read(&write(&[]), 0), Ok(vec![]));
    }

    #[test]
    fn a_truncated_or_altered_pack_is_refused() {
        let pack = write(&sample());
        for end in 0..pack.len() {
            assert!(read(&pack[..end], 0).is_err(), "{end}");
        }
        for at in 0..pack.len() {
            let mut altered = pack.clone();
            altered[at] ^= 0x21;
            assert!(read(&altered, 0).is_err(), "{at}");
        }
    }

    #[test]
    fn a_body_of_any_bytes_does_not_crash() {
        let body = write(&sample()).split_off(12);
        for at in 0..body.len() {
            for value in [0, 1, 0x7F, 0x80, 0xFF] {
                let mut altered = body.clone();
                altered[at] = value;
                let _ = read_body(&altered, 0);
                let _ = read_body(&altered[..at], 0);
            }
        }
    }
}
