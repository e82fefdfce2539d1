//! Nothing to do at build time yet.

fn main() {}
