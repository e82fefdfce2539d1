//! What the components are told: the published state, and what several of them take from it, made once for all.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

use super::row::{Counts, Row, counts, rows};
use store::{ReservationSid, State};

/// The published state, with its rows. It dereferences to the state.
#[derive(Debug)]
pub struct View {
    state: Rc<State>,
    /// All rows, in the order of the list.
    pub rows: Vec<Row>,
    /// How many rows there are, and how many of them need the agent.
    pub counts: Counts,
    places: HashMap<ReservationSid, usize>,
}

thread_local! {
    /// The latest view. All components of a panel ask for the view of the same state.
    static LATEST: RefCell<Option<Rc<View>>> = const { RefCell::new(None) };
}

impl View {
    /// The view of this state.
    #[must_use]
    pub fn of(state: &Rc<State>) -> Rc<Self> {
        LATEST.with_borrow_mut(|latest| match latest {
            Some(view) if Rc::ptr_eq(&view.state, state) => view.clone(),
            _ => latest.insert(Rc::new(Self::from(state.clone()))).clone(),
        })
    }

    /// The row of this task.
    #[must_use]
    pub fn row(&self, sid: &ReservationSid) -> Option<&Row> {
        self.rows.get(*self.places.get(sid)?)
    }
}

impl From<Rc<State>> for View {
    fn from(state: Rc<State>) -> Self {
        let rows = rows(&state);
        let places = rows.iter().map(|row| row.task.sid.clone()).zip(0..);
        Self {
            places: places.collect(),
            counts: counts(&rows),
            rows,
            state,
        }
    }
}

impl Deref for View {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}
