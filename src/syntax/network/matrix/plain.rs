//! The way of every machine: in pairs of 16 bits.

use wide::{bytemuck, i16x8, i32x4};

/// Inputs in one entry.
pub const INPUTS: usize = 2;
/// The lowest input of both signs may stay as it is.
pub const LOWEST: i32 = 0;

/// The entries of sixteen inputs.
#[inline(always)]
pub fn entries([a, b, c, d]: [i32x4; 4]) -> [i32; 8] {
    bytemuck::cast([[a, b], [c, d]].map(|eight| i16x8::from_i32x8_saturate(bytemuck::cast(eight))))
}

/// Adds the products of one entry with the weights of four outputs.
#[inline(always)]
pub fn add(sums: i32x4, weights: [i32; 4], entry: i32) -> i32x4 {
    sums + bytemuck::cast::<_, i16x8>(weights).dot(bytemuck::cast([entry; 4]))
}
