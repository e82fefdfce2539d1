//! What the agent does in Dynamics by hand.

use serde_json::json;

use super::sessions::{Page, home};
use super::{AgentAct, Dynamics, Output};
use store::ids::SessionId;

impl Dynamics {
    pub(super) fn act(&mut self, act: AgentAct, out: &mut Vec<Output>) {
        match act {
            AgentAct::FocusTab(id) => {
                self.sessions.front_mut().focus(&id);
            }
            AgentAct::CloseTab(id) => self.sessions.front_mut().close(&id),
            AgentAct::OpenRecord(_) if !self.has_room() => {}
            AgentAct::OpenRecord(record) => {
                let page = Page::Record(record);
                self.tell("onpagenavigate", &json!({ "value": self.url(page) }), out);
                self.show(page);
            }
            AgentAct::ClickPhone { record, column } => self.click_phone(record, column, out),
            AgentAct::SetMode(mode) => self.show_panel(mode, out),
            AgentAct::SwitchSession(id) => self.switch_session(&id, out),
            AgentAct::OpenSession {
                owner,
                title,
                panel,
            } => {
                if let Some(id) = self.sessions.open(owner, &title, panel) {
                    self.switch_session(&id, out);
                }
            }
            AgentAct::CloseSession(id) => self.close_session(&id, out),
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
