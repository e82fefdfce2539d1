//! What the agent does in Dynamics by hand.

use serde_json::json;

use super::sessions::{Page, home};
use super::{AgentAction, Dynamics, Output};
use store::ids::SessionId;

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
