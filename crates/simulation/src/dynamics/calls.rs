//! What each call does: one match over the message types, and the short answers.

use serde_json::{Map, Value, json};

use super::answer::{Answer, Refusal};
use super::sessions::{Owner, Session};
use super::trouble::Trouble;
use super::{App, Arguments, Dynamics, Output};
use crate::host_wire::Request;
use store::ids::{SessionId, TabId};

/// A refusal whose message is `undefined`.
const WORDLESS: Answer = Answer::Refused(Refusal::Message(None));

impl Dynamics {
    pub(super) fn answer(&mut self, request: &Request, out: &mut Vec<Output>) -> Answer {
        let arguments = Arguments(&request.message_data);
        match request.message_type.as_str() {
            "setmode" => self.set_mode(arguments.value("value"), out),
            "getmode" => Answer::Value(json!(self.mode.number())),
            "setclicktoact" => self.set_click_to_act(arguments.value("value")),
            "getclicktoact" => Answer::Value(json!(self.click_to_act)),
            "getenvironment" => Answer::Value(self.environment()),
            "search" => self.search(&arguments),
            "searchandopenrecords" => self.search_and_open(&arguments, out),
            "openform" => self.open_form(&arguments, &request.message_correlation_id, out),
            "getTabsByTagOrName" => self.get_tabs(&arguments),
            "getFocusedTab" => self.in_reach(|session| Answer::Value(text(&session.focused))),
            "focusTab" => self.focus_tab(arguments.text("tabId").unwrap_or_default()),
            "canCreateSession" => Answer::Value(json!(self.can_create_session())),
            "createSession" => self.create_session(arguments.value("input"), out),
            "getAllSessions" => self.get_all_sessions(),
            "getFocusedSession" => self.get_focused_session(),
            "getSession" => self.get_session(arguments.text("sessionId").unwrap_or_default()),
            "requestFocusSession" => {
                self.request_focus(arguments.text("sessionId").unwrap_or_default())
            }
            "setSessionTitle" => self.set_session_title(arguments.value("input")),
            "addGenericHandler" => self.listen(arguments.text("eventType"), true),
            "removeGenericHandler" => self.listen(arguments.text("eventType"), false),
            _ => Answer::NoHandler,
        }
    }

    /// Answers only while the session in front is the panel's own or the home session. In other sessions tabs can't be
    /// listed or focused.
    fn in_reach(&self, answer: impl FnOnce(&Session) -> Answer) -> Answer {
        match self.sessions.front() {
            session if session.owner == Owner::Other => WORDLESS,
            session => answer(session),
        }
    }

    /// No simulated tab was made from a template, so there are none with a name or a tag.
    fn get_tabs(&self, arguments: &Arguments) -> Answer {
        let all = ["msdyn_name", "templateTag"]
            .iter()
            .all(|key| arguments.text(key).is_none());
        self.in_reach(|session| {
            if session.owner == Owner::Home && self.troubles.contains(&Trouble::OldHost) {
                return Answer::Nothing;
            }
            let tabs = session.tabs.iter().filter(|_| all);
            Answer::Value(tabs.map(|tab| text(&tab.id)).collect())
        })
    }

    fn focus_tab(&mut self, id: &str) -> Answer {
        let id = TabId::from(id);
        match self.in_reach(|_| Answer::Done) {
            Answer::Done if self.sessions.front_mut().focus(&id) => Answer::Done,
            _ => WORDLESS,
        }
    }

    fn can_create_session(&self) -> bool {
        self.organization.app == App::Workspace && self.sessions.have_room()
    }

    fn create_session(&mut self, input: Option<&Value>, out: &mut Vec<Output>) -> Answer {
        let name = input.and_then(|input| input.pointer("/templateParameters/customerName"));
        let title = name.and_then(Value::as_str).unwrap_or("Session");
        if self.organization.app == App::Omnichannel {
            return WORDLESS;
        }
        let panel = self.organization.session_panel;
        let Some(id) = self.sessions.open(Owner::Panel, title, panel) else {
            let words = "Cannot add the session. Maximum number of sessions reached.";
            return Answer::Refused(Refusal::Message(Some(words)));
        };
        self.switch_session(&id, out);
        Answer::Value(json!(id.as_str()))
    }

    /// Raises the session's indicator in the rail. The session does not come to the front.
    fn request_focus(&mut self, id: &str) -> Answer {
        match self.sessions.own_mut(&SessionId::from(id)) {
            Some(session) => {
                session.asks_for_focus = true;
                Answer::Done
            }
            None => WORDLESS,
        }
    }

    /// The real promise may never resolve. Here it never does.
    fn set_session_title(&mut self, input: Option<&Value>) -> Answer {
        let text = |key| {
            input
                .and_then(|input| input.get(key))
                .and_then(Value::as_str)
        };
        if let (Some(id), Some(title)) = (text("sessionId"), text("title"))
            && let Some(session) = self.sessions.own_mut(&SessionId::from(id))
        {
            title.clone_into(&mut session.title);
        }
        Answer::Nothing
    }

    fn get_all_sessions(&self) -> Answer {
        let own = self
            .sessions
            .iter()
            .filter(|session| session.owner == Owner::Panel);
        Answer::Value(own.map(|session| json!(session.id.as_str())).collect())
    }

    fn get_focused_session(&self) -> Answer {
        let front = self.sessions.front();
        let told = front.owner != Owner::Other;
        Answer::Value(json!(told.then(|| front.id.as_str())))
    }

    fn get_session(&self, id: &str) -> Answer {
        match self.sessions.get(&SessionId::from(id)) {
            Some(session) if session.owner == Owner::Panel => Answer::Value(json!({
                "sessionId": id,
                "focused": self.sessions.front().id == session.id,
                "context": {},
            })),
            _ => WORDLESS,
        }
    }

    /// The host sends only those events for which the panel has asked.
    fn listen(&mut self, event: Option<&str>, on: bool) -> Answer {
        match (event, on) {
            (None, _) => return Answer::invalid("Parameter: eventType cannot be empty"),
            (Some(event), true) => self.listening.insert(event.to_owned()),
            (Some(event), false) => self.listening.remove(event),
        };
        Answer::Done
    }

    /// The value of `getEnvironment`. It contains the query parameters of the page only while a session that the panel
    /// made is in front.
    fn environment(&self) -> Value {
        let organization = &self.organization;
        let mut environment = Map::new();
        let front = self.sessions.front();
        if let Some(tab) = front.focused_tab().filter(|_| front.owner == Owner::Panel) {
            let url = self.url(tab.page);
            let query = url.split_once('?').map_or("", |(_, query)| query);
            for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
                environment.insert(name.to_owned(), json!(value));
            }
        }
        let app_url = format!(
            "{}/main.aspx?appid={}",
            organization.url, organization.app_id
        );
        for (name, value) in [
            ("appUrl", json!(app_url)),
            ("appid", json!(organization.app_id)),
            ("cifVersion", json!("9.2.0.51")),
            ("clientUrl", json!(organization.url)),
            ("crmVersion", json!("9.2.25063.183")),
            ("customParams", json!(organization.custom_params)),
            ("orgId", json!("{0F3B5A1C-8D52-4E0B-9B43-6C1A2D7E9F10}")),
            ("orgLcid", json!(1033)),
            ("orgUniqueName", json!("contoso")),
            ("tenantId", json!("5d2b8f6e-1c3a-4f7d-a9e0-b4c8d1f2e360")),
            ("userId", json!("{7A1E4C9B-2F60-4D8A-8B15-3E9C0D6F7A24}")),
            ("userLcid", json!(organization.user_lcid)),
            ("userRoles", json!(["Omnichannel agent"])),
            ("username", json!("Alex Agent")),
        ] {
            environment.insert(name.to_owned(), value);
        }
        environment.into()
    }
}

fn text(id: &TabId) -> Value {
    json!(id.as_str())
}
