//! What is kept between the calls of one instance, and shared by those at the same time. In memory only.

use std::rc::Rc;

use crate::columns::Definitions;
use crate::shared::Shared;

/// The cache. There is one per instance.
#[derive(Default)]
pub struct Cache {
    /// Access tokens, by who logs in, where.
    pub tokens: Shared<Rc<str>>,
    /// The columns of a Case, by organization.
    pub columns: Shared<Rc<Definitions>>,
    /// How long the text of a column may be, by organization and column.
    pub lengths: Shared<usize>,
}
