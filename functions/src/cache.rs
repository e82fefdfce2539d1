//! What the calls of one instance keep and share. It lives in memory only.

use std::rc::Rc;

use crate::columns::Definitions;
use crate::shared::Shared;

/// The cache. There is one per instance.
#[derive(Default)]
pub struct Cache {
    /// Access tokens, by log-in, organization and user.
    pub tokens: Shared<Rc<str>>,
    /// The columns of a Case, by organization.
    pub columns: Shared<Rc<Definitions>>,
    /// How long the text of a column may be, by organization and column.
    pub lengths: Shared<usize>,
}
