//! The page for support. It lies over the panel. The panel stays mounted below it, with the Flex frame, and the page
//! says at its top how many tasks wait. If the configuration can't be used, there is no panel: then the page stands
//! alone and has no log.
//!
//! [`open`] has the button that leads here. `page` puts the parts together: `head`, `facts`, and `log` with its
//! entries. [`diagnostics`](crate::diagnostics) makes what they show. The labels are in the agent's language. Keys,
//! kinds and values are the same in every language, because support reads them.

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

/// What the page is about.
#[derive(Clone, PartialEq)]
pub enum Subject {
    /// A panel.
    Panel {
        /// The log of what went through its store.
        recorder: Recorder,
        /// The configuration in force.
        config: Rc<RefCell<Config>>,
    },
    /// A page that could not become a panel.
    NoPanel(Misconfigured),
}

impl Subject {
    /// Whether the panel runs on the build's defaults, because its server has no `config.json`.
    #[must_use]
    pub fn is_of_build(&self) -> bool {
        match self {
            Self::Panel { config, .. } => config.borrow().is_of_build,
            Self::NoPanel(_) => false,
        }
    }

    /// The page from which this one was opened.
    fn home(&self) -> Route {
        match self {
            Self::Panel { .. } => Route::Panel,
            Self::NoPanel(_) => Route::Configuration,
        }
    }
}
