//! What the world owes the panel: one entry for each request whose answer is still to come. The answer goes to the
//! mechanism that has asked, and to no other. A mechanism that no longer needs its answer leaves its entry here: the
//! answer then finds nobody, and is counted as stale.

use super::{Record, RequestId, State, opening};

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
    Glance,
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
    fn is_of_flex(self) -> bool {
        matches!(
            self,
            Self::Selection | Self::Task | Self::Dial | Self::Activity
        )
    }
}

impl State {
    /// Takes an answer of Dynamics off the list; `None` if nobody awaits it.
    pub(super) fn answered_by_dynamics(&mut self, request: RequestId) -> Option<Awaited> {
        self.take_awaited(request, |awaited| !awaited.is_of_flex())
    }

    /// Takes a reply of Flex off the list; `None` if nobody awaits it.
    pub(super) fn answered_by_flex(&mut self, request: RequestId) -> Option<Awaited> {
        self.take_awaited(request, Awaited::is_of_flex)
    }

    fn take_awaited(
        &mut self,
        request: RequestId,
        is_theirs: fn(Awaited) -> bool,
    ) -> Option<Awaited> {
        let awaited = self.awaited.get(&request).copied();
        awaited.filter(|awaited| is_theirs(*awaited))?;
        self.awaited.remove(&request)
    }

    /// Flex is gone: it answers nothing any more.
    pub(super) fn forget_flex(&mut self) {
        self.awaited.retain(|_, awaited| !awaited.is_of_flex());
    }

    /// Forgets late successes that would find no record.
    pub(super) fn tidy_awaited(&mut self) {
        let records = &self.records;
        self.awaited.retain(|request, awaited| match awaited {
            Awaited::LateOpening(record) => {
                opening::may_succeed_late(records.get(record), *request)
            }
            _ => true,
        });
    }
}
