//! The bindings: the only file that knows of wasm.
