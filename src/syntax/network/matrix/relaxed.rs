//! The way of the newer vector instructions of wasm: in fours of 8 bits.
//!
//! `i32x4.relaxed_dot_i8x16_i7x16_add_s` gives the same on every machine as long as no number of its second operand has its highest
//! bit set. So inputs lie between 0 and 127; what that adds to the sums is taken off beforehand.

use core::arch::wasm32::i32x4_relaxed_dot_i8x16_i7x16_add as dot;
use wide::{bytemuck, i8x16, i16x8, i32x4};

/// Inputs in one entry.
pub const INPUTS: usize = 4;
/// The lowest input of both signs becomes zero.
pub const LOWEST: i32 = -64;

/// The entries of sixteen inputs.
#[inline(always)]
pub fn entries([a, b, c, d]: [i32x4; 4]) -> [i32; 4] {
    let [first, second] = [[a, b], [c, d]].map(|eight| i16x8::from_i32x8_saturate(bytemuck::cast(eight)));
    bytemuck::cast(i8x16::from_i16x16_saturate(bytemuck::cast([first, second])))
}

/// Adds the products of one entry with the weights of four outputs.
#[inline(always)]
pub fn add(sums: i32x4, weights: [i32; 4], entry: i32) -> i32x4 {
    bytemuck::cast(dot(bytemuck::cast(weights), bytemuck::cast([entry; 4]), bytemuck::cast(sums)))
}
