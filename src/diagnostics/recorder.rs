//! Records in a log what goes through a store. It has no listeners: what shows the log checks whether it
//! has changed.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use super::log::Log;
use crate::browser::clock;
use store::Store;

/// A handle to the log of a store.
#[derive(Clone, Debug, Default)]
pub struct Recorder(Rc<RefCell<Log>>);

impl Recorder {
    /// Records the events and effects of this store from now on. A store has one observer, and this is it.
    #[must_use]
    pub fn of(store: &Store) -> Self {
        let recorder = Self::default();
        let log = recorder.0.clone();
        store.observe(move |happened| log.borrow_mut().note(happened, clock::now()));
        recorder
    }

    /// The log as it is now. Drop the borrow before anything is dispatched.
    #[must_use]
    pub fn log(&self) -> Ref<'_, Log> {
        self.0.borrow()
    }
}

impl PartialEq for Recorder {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
