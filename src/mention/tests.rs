//! Tests of the mentions.
