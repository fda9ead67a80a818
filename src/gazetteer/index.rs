//! Keys → places: a sorted table of hashes, so that a lookup allocates nothing.

use super::place::PlaceId;

/// Places by the hash of a key.
#[derive(Debug, Default)]
pub(super) struct Index {
    hashes: Vec<u64>,
    places: Vec<PlaceId>,
    /// For each value of the hash's highest bits, where its hashes begin.
    starts: Vec<u32>,
}

/// Bits of the hash that choose where to search.
const BITS: u32 = 13;

impl Index {
    /// Sorts pairs of hash and place; places of one key come in ascending order, once each.
    pub(super) fn new(mut pairs: Vec<(u64, PlaceId)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; (1 << BITS) + 1];
        for (hash, _) in &pairs {
            if let Some(count) = starts.get_mut((hash >> (64 - BITS)) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let (hashes, places) = pairs.into_iter().unzip();
        Index { hashes, places, starts }
    }

    /// The places of a key.
    pub(super) fn get(&self, key: &str) -> &[PlaceId] {
        let hash = hash(key);
        let bucket = (hash >> (64 - BITS)) as usize;
        let (Some(&from), Some(&to)) = (self.starts.get(bucket), self.starts.get(bucket + 1)) else { return &[] };
        let hashes = self.hashes.get(from as usize..to as usize).unwrap_or(&[]);
        let begin = from as usize + hashes.partition_point(|&h| h < hash);
        let end = from as usize + hashes.partition_point(|&h| h <= hash);
        self.places.get(begin..end).unwrap_or(&[])
    }
}

/// FNV-1a with a final mix, so that the highest bits differ too.
pub(super) fn hash(key: &str) -> u64 {
    let sum = key.bytes().fold(0xCBF2_9CE4_8422_2325u64, |sum, b| (sum ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3));
    (sum ^ (sum >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_its_places_once_and_in_order() {
        let index = Index::new(vec![(hash("b"), PlaceId(3)), (hash("a"), PlaceId(2)), (hash("b"), PlaceId(1)), (hash("b"), PlaceId(3))]);
        assert_eq!(index.get("b"), [PlaceId(1), PlaceId(3)]);
        assert_eq!(index.get("a"), [PlaceId(2)]);
        assert_eq!(index.get("c"), []);
        assert_eq!(Index::default().get("a"), []);
    }
}
