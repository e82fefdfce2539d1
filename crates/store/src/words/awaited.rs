//! The requests whose answers are still to come, with one entry for each. The answer goes to the mechanism that has
//! asked, and to no other. A mechanism that no longer needs its answer leaves its entry in the table: when that answer
//! comes, no mechanism takes it, and it is counted as stale.

use crate::words::ids::Record;

/// Who gets an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// `getMode` or `setMode`.
    Mode,
    /// The read of the tabs that the panel knew before a reload.
    RestoredTabs,
    /// A step that brings a tab to the front.
    Focus,
    /// A step in the opening of this record.
    Opening(Record),
    /// The open call of this record, which has timed out. The call may still succeed.
    LateOpening(Record),
    /// The poll for the tab in front.
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
    /// True if Flex gives the answer, false if Dynamics does.
    pub(crate) fn is_of_flex(self) -> bool {
        matches!(
            self,
            Self::Selection | Self::Task | Self::Dial | Self::Activity
        )
    }
}
