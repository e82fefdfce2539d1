//! Values that the calls of one instance share: one call fetches a value, and all calls use it for a while.
//!
//! The calls don't wake each other. A call that needs what another one is fetching looks again after a short sleep.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::host::{Host, Step};
use crate::problem::{Kind, Problem};

/// After how many milliseconds a call looks again for a value that another call is fetching.
const LOOK_AGAIN: u64 = 25;

/// Values by name, each good for a while, and the fetches that run.
pub struct Shared<T> {
    kept: RefCell<BTreeMap<String, Expiring<T>>>,
    fetches: RefCell<BTreeMap<String, Rc<RefCell<Fetch>>>>,
}

/// A value, and until when it is good, in milliseconds since 1970.
type Expiring<T> = (T, u64);
/// A new value, and for how many milliseconds from the fetch on it is good.
pub type New<T> = (T, u64);

/// A fetch, for the calls that wait for it.
enum Fetch {
    /// It has no answer yet.
    Running,
    /// The value is there, or another call may fetch it.
    Over,
    /// It has failed, and would fail for every call.
    Failed(Problem),
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self {
            kept: RefCell::default(),
            fetches: RefCell::default(),
        }
    }
}

impl<T: Clone> Shared<T> {
    /// The value of this name, if it is there and still good.
    pub fn kept(&self, name: &str, now: u64) -> Option<T> {
        let kept = self.kept.borrow();
        let good = kept.get(name).filter(|(_, until)| now < *until);
        good.map(|(value, _)| value.clone())
    }

    /// Forgets the value of this name if `is_it` says so.
    pub fn forget(&self, name: &str, is_it: impl Fn(&T) -> bool) {
        let mut kept = self.kept.borrow_mut();
        if kept.get(name).is_some_and(|(value, _)| is_it(value)) {
            kept.remove(name);
        }
    }

    /// The value of this name: the kept one, the one that another call is fetching, or a new one that this call
    /// fetches.
    pub async fn get(
        &self,
        host: &Host,
        name: &str,
        fetch: Step<'_, New<T>>,
    ) -> Result<T, Problem> {
        loop {
            if let Some(value) = self.kept(name, host.now()) {
                return Ok(value);
            }
            let running = self.fetches.borrow().get(name).map(Rc::clone);
            match running {
                Some(running) => wait(host, &running).await?,
                None => break,
            }
        }
        let mut own = OwnFetch::begin(self, name);
        let begun = host.now();
        match fetch.await {
            Ok((value, good_for)) => {
                let expiring = (value.clone(), begun.saturating_add(good_for));
                self.kept.borrow_mut().insert(name.to_owned(), expiring);
                Ok(value)
            }
            Err(problem) => {
                own.fail(&problem);
                Err(problem)
            }
        }
    }
}

/// Waits until the fetch of another call is over.
async fn wait(host: &Host, fetch: &RefCell<Fetch>) -> Result<(), Problem> {
    loop {
        host.sleep(LOOK_AGAIN).await?;
        match &*fetch.borrow() {
            Fetch::Running => {}
            Fetch::Over => return Ok(()),
            Fetch::Failed(problem) => return Err(problem.clone()),
        }
    }
}

/// The fetch of this call. However the call ends, no other call waits for it any longer.
struct OwnFetch<'a, T> {
    shared: &'a Shared<T>,
    name: &'a str,
    fetch: Rc<RefCell<Fetch>>,
}

impl<'a, T> OwnFetch<'a, T> {
    fn begin(shared: &'a Shared<T>, name: &'a str) -> Self {
        let fetch = Rc::new(RefCell::new(Fetch::Running));
        let mut fetches = shared.fetches.borrow_mut();
        fetches.insert(name.to_owned(), Rc::clone(&fetch));
        Self {
            shared,
            name,
            fetch,
        }
    }

    /// Marks the fetch as failed for all calls that wait, unless they may be luckier: a connection may break for one
    /// call, and each call has its own time.
    fn fail(&mut self, problem: &Problem) {
        if !matches!(problem.kind, Kind::TimedOut | Kind::Unreachable) {
            *self.fetch.borrow_mut() = Fetch::Failed(problem.clone());
        }
    }
}

impl<T> Drop for OwnFetch<'_, T> {
    fn drop(&mut self) {
        self.shared.fetches.borrow_mut().remove(self.name);
        let mut fetch = self.fetch.borrow_mut();
        if matches!(*fetch, Fetch::Running) {
            *fetch = Fetch::Over;
        }
    }
}
