//! Matrix products of states in 7 bits with weights in 8 bits: where the processor's dot products of bytes can be reached, sixteen
//! products and their sums in one instruction; elsewhere the same whole numbers in the products of [`super::matrix`].
//!
//! All sums are exact, so both ways give the same bits.

#[cfg(not(target_feature = "relaxed-simd"))]
mod plain;
#[cfg(target_feature = "relaxed-simd")]
mod relaxed;

#[cfg(not(target_feature = "relaxed-simd"))]
pub use plain::{NarrowMatrix, NarrowRows};
#[cfg(target_feature = "relaxed-simd")]
pub use relaxed::{NarrowMatrix, NarrowRows};
use wide::{f32x4, i32x4};

/// Steps of a state: one eighth. They lie between −64 and 63, and are cut off beyond.
pub const SCALE: f32 = 8.0;
/// What is added to a step so that none is negative.
const SHIFT: i32 = 64;
/// The greatest step after that.
const GREATEST: f32 = 127.0;

/// The nearest steps of four numbers, from 0 to [`GREATEST`].
#[inline(always)]
fn steps(four: f32x4) -> i32x4 {
    let shifted = four * f32x4::splat(SCALE) + f32x4::splat(SHIFT as f32 + 0.5);
    shifted.fast_max(f32x4::ZERO).fast_min(f32x4::splat(GREATEST)).trunc_int()
}
