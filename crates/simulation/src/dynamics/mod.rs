//! The simulated Dynamics: the CIF host, its sessions and tabs, its side panel, its records, and what the agent does by
//! hand. Inputs go in, state and messages come out.
//!
//! Where to start: [`Dynamics::step`]. Then `calls` (what each call does), [`opening`] (why a search is answered before
//! its tab is there), [`sessions`], `panel`, `click_to_act` and `agent`. [`trouble`] lists what can go wrong.
//! Notifications, presence, widths and the calls for records are not simulated. They get the answer of a host without a
//! handler.

mod agent;
mod answer;
mod calls;
mod click_to_act;
mod input;
mod mode;
pub mod opening;
mod panel;
mod query;
pub mod records;
pub mod sessions;
#[cfg(test)]
mod tests;
pub mod trouble;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

pub use input::{AgentAction, Input, Output, Timer};
pub use mode::Mode;
pub use records::Records;
pub use sessions::{Owner, Page, Session, Sessions, Tab};
pub use trouble::Trouble;

use super::host_wire::{HostEvent, Request};
use answer::Answer;
use sessions::Coming;

/// The app in which the agent works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum App {
    /// Customer Service workspace. A provider may open sessions of its own.
    #[default]
    Workspace,
    /// Omnichannel for Customer Service. The sessions belong to Omnichannel, and a provider's records share them.
    Omnichannel,
}

/// The settings of an administrator.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Organization {
    /// Its origin.
    pub url: String,
    /// The app in which the agent works.
    pub app: App,
    /// Its id.
    pub app_id: String,
    /// The provider's Custom Parameters.
    pub custom_params: String,
    /// The agent's language, as an LCID.
    pub user_lcid: u32,
    /// Whether other providers are set up. If so, `setMode` is refused in the home session.
    pub several_providers: bool,
    /// The mode that the template of the panel's sessions sets, each time such a session comes to the front.
    pub session_panel: Option<Mode>,
    /// Whether click-to-act is on when the agent logs in.
    pub click_to_act: bool,
    /// From asking for a tab until it is there, in milliseconds.
    pub tab_millis: u32,
    /// How many tabs a session can hold.
    pub tabs: usize,
    /// Whether a search opens what it finds. In Customer Service workspace it has been reported to open nothing,
    /// although it is answered as always.
    pub search_opens: bool,
}

impl Default for Organization {
    fn default() -> Self {
        Self {
            url: "https://contoso.crm.dynamics.com".to_owned(),
            app: App::default(),
            app_id: "4f1d2c3b-5a69-4788-9b0c-8d7e6f5a4b3c".to_owned(),
            custom_params: String::new(),
            user_lcid: 1033,
            several_providers: false,
            session_panel: None,
            click_to_act: true,
            tab_millis: 1500,
            tabs: 10,
            search_opens: true,
        }
    }
}

/// The simulated Dynamics.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dynamics {
    organization: Organization,
    records: Records,
    sessions: Sessions,
    mode: Mode,
    click_to_act: bool,
    listening: BTreeSet<String>,
    coming: BTreeMap<Timer, Coming>,
    troubles: BTreeSet<Trouble>,
    last_timer: u32,
    last_event: u32,
}

impl Dynamics {
    /// Dynamics after the agent has logged in: only the home session, with the panel hidden.
    #[must_use]
    pub fn new(organization: Organization, records: Records) -> Self {
        Self {
            click_to_act: organization.click_to_act,
            organization,
            records,
            sessions: Sessions::new(),
            mode: Mode::default(),
            listening: BTreeSet::new(),
            coming: BTreeMap::new(),
            troubles: BTreeSet::new(),
            last_timer: 0,
            last_event: 0,
        }
    }

    /// Handles an input.
    #[must_use = "the panel waits for it"]
    pub fn step(&mut self, input: Input) -> Vec<Output> {
        let mut out = Vec::new();
        match input {
            Input::Request(request) => self.receive(&request, &mut out),
            Input::Agent(act) => self.act(act, &mut out),
            Input::TimeUp(timer) => self.time_up(timer, &mut out),
            Input::Trouble(trouble) => {
                self.troubles.insert(trouble);
            }
            Input::NoTrouble => self.troubles.clear(),
        }
        out
    }

    /// The settings of an administrator.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// The records, for reading.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The records, for the Studio flow, which writes them without Dynamics.
    pub fn records_mut(&mut self) -> &mut Records {
        &mut self.records
    }

    /// The sessions with their tabs.
    #[must_use]
    pub fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    /// The mode of the side panel.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether phone fields can be clicked.
    #[must_use]
    pub fn click_to_act(&self) -> bool {
        self.click_to_act
    }

    /// What will go wrong: once, or until it is lifted.
    #[must_use]
    pub fn troubles(&self) -> &BTreeSet<Trouble> {
        &self.troubles
    }

    fn receive(&mut self, request: &Request, out: &mut Vec<Output>) {
        if self.troubles.contains(&Trouble::Dead) {
            return;
        }
        let unanswered = self.happens(Trouble::Unanswered);
        let id = &request.message_correlation_id;
        let answer = self.answer(request, out);
        if unanswered {
            self.never_answer(id);
        } else {
            self.reply(answer, &request.message_type, id, out);
        }
    }

    fn reply(&self, answer: Answer, message_type: &str, id: &str, out: &mut Vec<Output>) {
        out.extend(answer.reply(message_type, id).map(Output::Reply));
    }

    /// Whether this trouble happens now. If it does, it is over.
    fn happens(&mut self, trouble: Trouble) -> bool {
        self.troubles.remove(&trouble)
    }

    /// Sends the panel an event, if the panel listens for it.
    fn tell(&mut self, event: &str, data: &Value, out: &mut Vec<Output>) {
        if self.listening.contains(event) {
            self.last_event += 1;
            out.push(Output::Event(HostEvent {
                message_type: event.to_owned(),
                message_data: data.to_string(),
                message_correlation_id: format!("event-{}", self.last_event),
            }));
        }
    }
}

/// The arguments of a request.
struct Arguments<'a>(&'a Map<String, Value>);

impl Arguments<'_> {
    fn value(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.value(key)?.as_str()
    }
}
