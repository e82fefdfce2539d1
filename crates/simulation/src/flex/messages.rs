//! The messages in the conversations of tasks.

use super::event::Output;
use super::task::{Route, Task};
use super::{DESKTOP, Flex};

impl Flex {
    /// Adds a message of the customer. It counts as unread unless the agent is looking at the task. Flex has a
    /// conversation only after the task is accepted.
    pub(super) fn customer_writes(&mut self, sid: &str, now: u64) -> Vec<Output> {
        let seen = self.view == DESKTOP && self.selected.as_deref() == Some(sid);
        self.alter(sid, |task| {
            if task.conversation().is_some() {
                task.unread += u32::from(!seen);
                task.waits_since = task.waits_since.or(Some(now));
            }
        });
        Vec::new()
    }

    /// Marks the messages of the task in front as read.
    pub(super) fn read_what_is_in_front(&mut self) {
        if let (DESKTOP, Some(sid)) = (self.view.as_str(), self.selected.clone()) {
            self.alter(&sid, |task| task.unread = 0);
        }
    }
}

impl Task {
    /// Whether the task is a message or an e-mail of the agent's own. Flex accepts these by itself.
    pub(super) fn is_message_of_the_agents_own(&self) -> bool {
        let is_message =
            self.channel_type() == "email" || self.text("flexInteractionChannelSid").is_some();
        is_message && self.is_outbound() && self.route != Route::Queue
    }
}
