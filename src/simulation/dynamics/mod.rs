//! The simulated Dynamics: the CIF host, its sessions and tabs, its side panel, its records, and the agent's hand
//! on them. Input in, state and messages out.
//!
//! Where to start: [`Dynamics::step`]. Then `calls` (which call does what), [`opening`] (why an answered search has
//! no tab yet), [`sessions`], [`panel`], `click_to_act`, [`agent`]; what can go wrong stands in [`trouble`].
//! Notifications, presence, widths and the record calls are not played: they get the answer of a host without a
//! handler.

pub mod agent;
mod answer;
mod calls;
mod click_to_act;
pub mod opening;
pub mod panel;
mod query;
pub mod records;
pub mod sessions;
#[cfg(test)]
mod tests;
pub mod trouble;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

pub use agent::AgentAct;
pub use panel::Mode;
pub use records::Records;
pub use sessions::{Owner, Page, Session, Sessions, Tab};
pub use trouble::Trouble;

use super::wire::{HostEvent, Reply, Request};
use answer::Answer;
use opening::Coming;

/// The app in which the agent works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum App {
    /// Customer Service workspace: a provider may open sessions of its own.
    #[default]
    Workspace,
    /// Omnichannel for Customer Service: sessions are Omnichannel's, and a provider's records share them.
    Omnichannel,
}

/// What an administrator has set up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Organization {
    /// Its origin.
    pub url: String,
    /// The app that the agent works in.
    pub app: App,
    /// Its id.
    pub app_id: String,
    /// The provider's Custom Parameters.
    pub custom_params: String,
    /// The agent's language, as an LCID.
    pub user_lcid: u32,
    /// Whether other providers than the panel's are set up: then `setMode` is refused in the home session.
    pub several_providers: bool,
    /// What the template of the panel's sessions makes of the panel, each time that one of them comes to the front.
    pub session_panel: Option<Mode>,
    /// Whether click-to-act is on when the agent logs in.
    pub click_to_act: bool,
    /// From asking for a tab until it is up, in milliseconds.
    pub tab_millis: u32,
    /// A session holds no more tabs than this.
    pub tabs: usize,
    /// Whether a search opens what it finds. It has been reported to open nothing in Customer Service workspace, where
    /// it is answered as everywhere else.
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

/// What happens to Dynamics.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// The panel calls.
    Request(Request),
    /// The agent does something.
    Agent(AgentAct),
    /// A clock has run out.
    TimeUp(Timer),
    /// Something is going to go wrong.
    Trouble(Trouble),
    /// Nothing goes wrong any more.
    NoTrouble,
}

/// What Dynamics does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// It answers a request of the panel.
    Reply(Reply),
    /// It tells the panel of something.
    Event(HostEvent),
    /// It sets a clock, which ends in [`Input::TimeUp`].
    Wait {
        /// Which.
        timer: Timer,
        /// How long, in milliseconds.
        millis: u32,
    },
}

/// A clock of Dynamics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timer(pub u32);

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
    /// Dynamics as the agent finds it after logging in: the home session alone, the panel hidden.
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

    /// What Dynamics does when something happens to it.
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

    /// What an administrator has set up.
    #[must_use]
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// The records, for reading.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The records, for what writes them without Dynamics: the Studio flow.
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

    /// Whether phone fields are links.
    #[must_use]
    pub fn click_to_act(&self) -> bool {
        self.click_to_act
    }

    /// What is going to go wrong, or goes wrong until it is lifted.
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

    /// Whether this trouble happens now; if so, it is over.
    fn happens(&mut self, trouble: Trouble) -> bool {
        self.troubles.remove(&trouble)
    }

    /// Tells the panel of an event, if it has asked for such events.
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
