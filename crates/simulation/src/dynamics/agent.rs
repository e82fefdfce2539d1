//! What the agent does in Dynamics by hand.

use serde_json::json;

use super::panel::Mode;
use super::sessions::{Owner, Page, home};
use super::{Dynamics, Output};
use store::ids::{Record, SessionId, TabId};

/// One act of the agent in Dynamics.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AgentAction {
    /// Goes to a tab of the session in front. The host sends no event for it.
    FocusTab(TabId),
    /// Closes a tab of the session in front. The first tab can't be closed.
    CloseTab(TabId),
    /// Opens a record in a new tab of the session in front, if there is room. The tab is there at once.
    OpenRecord(Record),
    /// Clicks a phone field on the form of a record.
    ClickPhone {
        /// The record of the form.
        record: Record,
        /// The field's column.
        column: &'static str,
    },
    /// Docks or minimizes the panel.
    SetMode(Mode),
    /// Goes to another session.
    SwitchSession(SessionId),
    /// Accepts something for which a session opens and comes to the front.
    OpenSession {
        /// The owner of the session.
        owner: Owner,
        /// The title in the rail.
        title: String,
        /// The mode that its template sets for the panel.
        panel: Option<Mode>,
    },
    /// Closes a session. If it is in front, the home session comes to the front first.
    CloseSession(SessionId),
}

impl Dynamics {
    pub(super) fn act(&mut self, act: AgentAction, out: &mut Vec<Output>) {
        match act {
            AgentAction::FocusTab(id) => {
                self.sessions.front_mut().focus(&id);
            }
            AgentAction::CloseTab(id) => self.sessions.front_mut().close(&id),
            AgentAction::OpenRecord(_) if !self.has_room() => {}
            AgentAction::OpenRecord(record) => {
                let page = Page::Record(record);
                self.tell("onpagenavigate", &json!({ "value": self.url(page) }), out);
                self.show(page);
            }
            AgentAction::ClickPhone { record, column } => self.click_phone(record, column, out),
            AgentAction::SetMode(mode) => self.show_panel(mode, out),
            AgentAction::SwitchSession(id) => self.switch_session(&id, out),
            AgentAction::OpenSession {
                owner,
                title,
                panel,
            } => {
                if let Some(id) = self.sessions.open(owner, &title, panel) {
                    self.switch_session(&id, out);
                }
            }
            AgentAction::CloseSession(id) => self.close_session(&id, out),
        }
    }

    /// Sends `onSessionSwitched` twice, first for the session that loses the focus.
    pub(super) fn switch_session(&mut self, id: &SessionId, out: &mut Vec<Output>) {
        let Some(before) = self.sessions.switch(id) else {
            return;
        };
        for (session, focused) in [(&before, false), (id, true)] {
            let data = json!({ "sessionId": session.as_str(), "focused": focused, "context": {} });
            self.tell("onSessionSwitched", &data, out);
        }
        if let Some(mode) = self.sessions.front().panel {
            self.show_panel(mode, out);
        }
    }

    fn close_session(&mut self, id: &SessionId, out: &mut Vec<Output>) {
        if self.sessions.front().id == *id {
            self.switch_session(&home(), out);
        }
        if self.sessions.close(id) {
            let data = json!({ "sessionId": id.as_str(), "context": {} });
            self.tell("onSessionClosed", &data, out);
        }
    }
}
