//! What the world owes the panel: one entry for each request whose answer is still to come. The answer goes to the
//! mechanism that has asked, and to no other. A mechanism that no longer needs its answer leaves its entry here: the
//! answer then finds nobody, and is counted as stale.

use crate::words::ids::Record;

/// Who gets an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// `getMode` or `setMode`.
    Mode,
    /// The look for the tabs that were known before a reload.
    RestoredTabs,
    /// A step on the way of a tab to the front.
    Focus,
    /// A step of the opening of this record.
    Opening(Record),
    /// The open call of this record has had its time, and may succeed after all.
    LateOpening(Record),
    /// The glance at the tabs.
    Poll,
    /// The tab of this record's page, on which the agent has clicked a phone field.
    ClickedPage(Record),
    /// `SelectTask`.
    Selection,
    /// Any other command for a task.
    Task,
    /// `StartOutboundCall`.
    Dial,
    /// `SetActivity`.
    Activity,
}

impl Awaited {
    /// Flex answers it, and not Dynamics.
    pub(crate) fn is_of_flex(self) -> bool {
        matches!(
            self,
            Self::Selection | Self::Task | Self::Dial | Self::Activity
        )
    }
}
