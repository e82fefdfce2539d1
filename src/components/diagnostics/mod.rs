//! The page for those who help the agent, laid over the panel: the panel stays mounted below, Flex's frame with it, and
//! what waits there is said at the top. Where there is no panel, since its configuration can't be used, the page stands
//! alone and has no log.
//!
//! [`open`] has the button that leads here; `page` puts the parts together: `head`, `facts`, and `log` with its
//! entries. What they show is made by [`diagnostics`](crate::diagnostics). The words around it are the agent's
//! language; keys, kinds and values are the same in every language, since support reads them.

mod facts;
mod head;
mod log;
pub mod open;
mod page;

use std::cell::RefCell;
use std::rc::Rc;

use crate::config::{Config, Misconfigured};
use crate::diagnostics::Recorder;
use crate::route::Route;

pub use page::DiagnosticsPage;

/// Whom the page is about.
#[derive(Clone, PartialEq)]
pub enum Subject {
    /// A panel.
    Panel {
        /// What has gone through its store.
        recorder: Recorder,
        /// The configuration in force.
        config: Rc<RefCell<Config>>,
    },
    /// A page that could become no panel.
    NoPanel(Misconfigured),
}

impl Subject {
    /// A panel whose server has no `config.json`.
    #[must_use]
    pub fn is_of_build(&self) -> bool {
        match self {
            Self::Panel { config, .. } => config.borrow().is_of_build,
            Self::NoPanel(_) => false,
        }
    }

    /// The page that this one was opened from.
    fn home(&self) -> Route {
        match self {
            Self::Panel { .. } => Route::Panel,
            Self::NoPanel(_) => Route::Configuration,
        }
    }
}
