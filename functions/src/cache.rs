//! What is kept between the calls of one instance: access tokens and the columns of a Case. In memory only.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::columns::Definitions;

/// The cache. There is one per instance.
#[derive(Default)]
pub struct Cache {
    /// By who logs in, where.
    pub tokens: BTreeMap<String, Kept<Rc<str>>>,
    /// By organization.
    pub columns: BTreeMap<String, Kept<Rc<Definitions>>>,
}

/// A value that is good for a while.
pub struct Kept<T> {
    /// The value.
    pub value: T,
    /// Until when, in milliseconds since 1970.
    pub until: u64,
}

impl<T: Clone> Kept<T> {
    /// The value, if it is still good.
    pub fn at(&self, now: u64) -> Option<T> {
        (now < self.until).then(|| self.value.clone())
    }
}
