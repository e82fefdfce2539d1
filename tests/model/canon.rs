//! What makes two states of the world the same: everything but clocks, counters and the numbers of requests.
//!
//! Requests are known by the order in which they first appear, the rest is hashed as it is. So a number that only
//! counts up makes no new state, and what can be reached stays finite.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::{FixedState, FoldHasher};

/// A hasher for which a `u32` is the number of a request (in the store and on the wires), or a counter (in the
/// simulated hosts): nothing else in them has that type.
pub struct Canon {
    hasher: FoldHasher<'static>,
    numbers: Numbers,
}

/// The numbers of requests, in order of their first appearance.
#[derive(Clone, Default)]
pub struct Numbers {
    seen: Vec<u32>,
    counters: bool,
}

impl Default for Canon {
    fn default() -> Self {
        Self {
            hasher: FixedState::default().build_hasher(),
            numbers: Numbers::default(),
        }
    }
}

impl Canon {
    /// Hashes what has requests in it.
    pub fn requests(&mut self, part: &impl Hash) {
        self.numbers.counters = false;
        part.hash(self);
    }

    /// Hashes what has counters in it.
    pub fn counters(&mut self, part: &impl Hash) {
        self.numbers.counters = true;
        part.hash(self);
    }

    /// Where the number of a request stands in the order of appearance; `None` for one that has not appeared.
    pub fn place(&self, number: u32) -> Option<usize> {
        self.numbers.place(number)
    }
}

impl Numbers {
    /// The numbers in `part`.
    pub fn of(part: &impl Hash) -> Self {
        let mut canon = Canon::default();
        canon.requests(part);
        canon.numbers
    }

    /// Where a number stands among them.
    pub fn place(&self, number: u32) -> Option<usize> {
        self.seen.iter().position(|seen| *seen == number)
    }
}

impl Hasher for Canon {
    fn write(&mut self, bytes: &[u8]) {
        self.hasher.write(bytes);
    }

    fn write_u8(&mut self, byte: u8) {
        self.hasher.write_u8(byte);
    }

    fn write_u64(&mut self, number: u64) {
        self.hasher.write_u64(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.hasher.write_usize(number);
    }

    fn write_u32(&mut self, number: u32) {
        if self.numbers.counters {
            return;
        }
        let place = self.place(number).unwrap_or_else(|| {
            self.numbers.seen.push(number);
            self.numbers.seen.len() - 1
        });
        self.hasher.write_usize(place);
    }

    fn finish(&self) -> u64 {
        self.hasher.finish()
    }
}
