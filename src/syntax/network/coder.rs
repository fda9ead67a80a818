//! Small whole numbers in as few bytes as they carry: an adaptive binary range coder (Martin 1979; in the form of Pavlov's LZMA).
//!
//! A number is told as its length in bits, one decision for each bit more, then the bits themselves, then its sign. Every decision has
//! its own probability, learnt on the way; that of the length also by how large the numbers just before were.

/// Probabilities have 16 bits; each is the mean of one that learns fast and one that learns slowly.
const FAST: u32 = 4;
/// See [`FAST`].
const SLOW: u32 = 7;
/// Below this the range is widened by a byte.
const NARROW: u32 = 1 << 24;
/// Sizes of the numbers before that are told apart.
const SURROUNDINGS: usize = 12;
/// The longest number has seven bits.
const BITS: usize = 8;

/// The probability that a decision is "no".
#[derive(Debug, Clone, Copy)]
struct Chance([u16; 2]);

impl Chance {
    fn bound(self, range: u32) -> u32 {
        let mean = (u32::from(self.0[0]) + u32::from(self.0[1])) / 2;
        (range >> 16) * mean.clamp(64, 0xFFFF - 64)
    }

    /// Narrows a range to the part of a decision, and learns from it.
    fn narrow(&mut self, range: &mut u32, bound: u32, yes: bool) {
        *range = if yes { *range - bound } else { bound };
        for (p, rate) in self.0.iter_mut().zip([FAST, SLOW]) {
            *p = if yes { *p - (*p >> rate) } else { *p + ((0xFFFF - *p) >> rate) };
        }
    }
}

/// What takes or gives one decision after the other.
trait Decide {
    /// Writes `yes`, or reads what was written and ignores it.
    fn decide(&mut self, chance: &mut Chance, yes: bool) -> bool;
}

/// Writes decisions.
struct Encoder {
    low: u64,
    range: u32,
    out: Vec<u8>,
}

impl Decide for Encoder {
    fn decide(&mut self, chance: &mut Chance, yes: bool) -> bool {
        let bound = chance.bound(self.range);
        if yes {
            self.low += u64::from(bound);
        }
        chance.narrow(&mut self.range, bound, yes);
        while self.range < NARROW {
            self.range <<= 8;
            self.shift();
        }
        yes
    }
}

impl Encoder {
    /// Writes the highest byte; a carry runs back over what is written.
    fn shift(&mut self) {
        if self.low > u64::from(u32::MAX) {
            for byte in self.out.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
        self.out.push((self.low >> 24) as u8);
        self.low = (self.low << 8) & u64::from(u32::MAX);
    }
}

/// Reads decisions; behind the last byte it reads zeros.
struct Decoder<'b> {
    code: u32,
    range: u32,
    rest: std::slice::Iter<'b, u8>,
}

impl Decide for Decoder<'_> {
    fn decide(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bound = chance.bound(self.range);
        let yes = self.code >= bound;
        if yes {
            self.code -= bound;
        }
        chance.narrow(&mut self.range, bound, yes);
        while self.range < NARROW {
            self.range <<= 8;
            self.code = self.code << 8 | u32::from(self.rest.next().copied().unwrap_or_default());
        }
        yes
    }
}

/// All probabilities, and how large the numbers of this row were.
struct Model {
    longer: [[Chance; BITS]; SURROUNDINGS],
    bits: [[Chance; 1 << BITS]; BITS],
    sign: Chance,
    before: u32,
}

impl Model {
    fn new() -> Self {
        let even = Chance([1 << 15; 2]);
        Model { longer: [[even; BITS]; SURROUNDINGS], bits: [[even; 1 << BITS]; BITS], sign: even, before: 0 }
    }

    /// Passes one number through; when reading, `level` is ignored and the result is what was written.
    fn pass(&mut self, through: &mut impl Decide, level: i8) -> i8 {
        let size = u32::from(level.unsigned_abs());
        let surroundings = (self.before as usize / 8).min(SURROUNDINGS - 1);
        let (mut length, told) = (0, 32 - size.leading_zeros() as usize);
        while length < BITS - 1 && through.decide(&mut self.longer[surroundings][length], told > length) {
            length += 1;
        }
        // The first bit is known; each of the others has a probability by those before it.
        let mut read = u32::from(length > 0);
        for place in (0..length.saturating_sub(1)).rev() {
            let bit = through.decide(&mut self.bits[length][read as usize], size >> place & 1 == 1);
            read = read << 1 | u32::from(bit);
        }
        let negative = read != 0 && through.decide(&mut self.sign, level < 0);
        // A moving mean in sixteenths, so that "how large" is known from a few numbers on.
        self.before = (self.before * 7 + length as u32 * 16).div_ceil(8);
        if negative { (-(read as i32)) as i8 } else { read as i8 }
    }
}

/// Writes rows of `width` numbers, from −127 to 127.
pub fn pack(levels: &[i8], width: usize) -> Vec<u8> {
    let mut encoder = Encoder { low: 0, range: u32::MAX, out: Vec::new() };
    let mut model = Model::new();
    for row in levels.chunks(width.max(1)) {
        model.before = 0;
        for &level in row {
            model.pass(&mut encoder, level);
        }
    }
    for _ in 0..4 {
        encoder.shift();
    }
    encoder.out
}

/// Reads `rows` rows of `width` numbers; any bytes give some numbers.
pub fn unpack(bytes: &[u8], rows: usize, width: usize) -> Vec<i8> {
    let mut decoder = Decoder { code: 0, range: u32::MAX, rest: bytes.iter() };
    for _ in 0..4 {
        decoder.code = decoder.code << 8 | u32::from(decoder.rest.next().copied().unwrap_or_default());
    }
    let mut model = Model::new();
    let mut levels = Vec::with_capacity(rows * width);
    for _ in 0..rows {
        model.before = 0;
        for _ in 0..width {
            levels.push(model.pass(&mut decoder, 0));
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers as weights are: many small, few large.
    fn numbers(count: usize, most: i32) -> Vec<i8> {
        let mut seed = 7u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 20) as i32 % (most + 1)
        };
        (0..count).map(|_| ((next() + next() - most) / 2).clamp(-127, 127) as i8).collect()
    }

    #[test]
    fn what_is_packed_comes_back() {
        for most in [0, 1, 5, 9, 127, 254] {
            for count in [0, 1, 64, 6400] {
                let levels = numbers(count, most);
                assert_eq!(unpack(&pack(&levels, 64), count.div_ceil(64).min(count), 64.min(count)), levels, "{count} to {most}");
            }
        }
        let ends = [-127, 127, 0, -1, 1, 64, -64, 63];
        assert_eq!(unpack(&pack(&ends, 8), 1, 8), ends);
    }

    #[test]
    fn a_few_steps_take_a_few_bits() {
        // Sums of two numbers up to five, cut to half: less than 2.4 bits each.
        let levels = numbers(64_000, 5);
        assert!(pack(&levels, 64).len() * 8 < levels.len() * 24 / 10);
    }

    #[test]
    fn any_bytes_give_some_numbers() {
        for bytes in [&[][..], &[0; 9], &[0xFF; 9], &[1, 2, 3]] {
            assert_eq!(unpack(bytes, 3, 5).len(), 15);
        }
    }
}
