//! A Dynamics for pictures. It answers every call at once and with success, unless it is told to do something else.

use store::event::Answer;
use store::problem::CallProblem;
use store::state::{FocusedSession, PanelMode, TabsView};
use store::{DynamicsCall, SessionId, TABS_PER_SESSION, TabId};

/// The answer to a call. `None` means that it does not answer.
pub type Reply = Option<Result<Answer, CallProblem>>;

/// The host.
pub struct Host {
    /// What it does differently. `None` for calls that it answers with success.
    pub instead: fn(&DynamicsCall) -> Option<Reply>,
    /// The session in front.
    pub session: FocusedSession,
    tabs: Vec<TabId>,
    focused: TabId,
}

impl Default for Host {
    fn default() -> Self {
        let home = TabId::from("home");
        Self {
            instead: |_| None,
            session: FocusedSession::Ours(SessionId::from("session-id-0")),
            tabs: vec![home.clone()],
            focused: home,
        }
    }
}

impl Host {
    /// The agent closes all tabs except the first one.
    pub fn close_tabs(&mut self) {
        self.tabs.truncate(1);
        self.focused = TabId::from("home");
    }

    /// The agent opens tabs until the session in front is full.
    pub fn fill_session(&mut self) {
        let more = self.tabs.len()..TABS_PER_SESSION;
        self.tabs
            .extend(more.map(|number| TabId(format!("tab-{number}").into())));
    }

    /// Its answer to a call.
    pub fn answer(&mut self, call: &DynamicsCall) -> Reply {
        if let Some(reply) = (self.instead)(call) {
            return reply;
        }
        let answer = match call {
            DynamicsCall::GetMode => Answer::Mode(PanelMode::Docked),
            DynamicsCall::Search(_) => Answer::Found(1),
            DynamicsCall::OpenBySearch(_) | DynamicsCall::OpenForm(_) => {
                self.focused = TabId(format!("tab-{}", self.tabs.len()).into());
                self.tabs.push(self.focused.clone());
                Answer::Done
            }
            DynamicsCall::ReadTabs => Answer::Tabs(TabsView {
                session: self.session.clone(),
                focused: Some(self.focused.clone()),
                tabs: Some(self.tabs.iter().cloned().collect()),
            }),
            DynamicsCall::GetFocusedTab => Answer::FocusedTab(Some(self.focused.clone())),
            DynamicsCall::FocusTab(tab) if !self.tabs.contains(tab) => {
                return Some(Err(CallProblem::Refused("no such tab".into())));
            }
            DynamicsCall::FocusTab(tab) => {
                self.focused = tab.clone();
                Answer::Done
            }
            DynamicsCall::CanCreateSession => Answer::Allowed(true),
            DynamicsCall::CreateSession { .. } => Answer::SessionMade("session-id-1".into()),
            DynamicsCall::SetMode(_) => Answer::Done,
            DynamicsCall::SetSessionTitle { .. } | DynamicsCall::RequestFocusSession(_) => {
                return None;
            }
        };
        Some(Ok(answer))
    }
}
