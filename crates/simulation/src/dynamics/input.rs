//! What goes into Dynamics and what comes out.

use super::mode::Mode;
use super::sessions::Owner;
use super::trouble::Trouble;
use crate::host_wire::{HostEvent, Reply, Request};
use store::ids::{Record, SessionId, TabId};

/// What happens to Dynamics.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// The panel makes a call.
    Request(Request),
    /// The agent does something.
    Agent(AgentAction),
    /// A timer has run out.
    TimeUp(Timer),
    /// This will go wrong from now on.
    Trouble(Trouble),
    /// Nothing goes wrong from now on.
    NoTrouble,
}

/// What Dynamics does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// Answers a request of the panel.
    Reply(Reply),
    /// Sends the panel an event.
    Event(HostEvent),
    /// Starts a timer. It ends with [`Input::TimeUp`].
    Wait {
        /// The timer.
        timer: Timer,
        /// Its time in milliseconds.
        millis: u32,
    },
}

/// A timer of Dynamics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timer(pub u32);

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
