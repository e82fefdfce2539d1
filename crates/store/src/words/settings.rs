//! The settings that change what the panel does. Origins are not among them: those are the business of `config`.

use std::rc::Rc;

/// When an arriving task's record is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PopOn {
    /// As soon as the task is reserved for the agent.
    #[default]
    Reserved,
    /// When the agent has accepted it.
    Accepted,
}

/// What an arrival does to an agent who is busy with an accepted task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// As `Wait` while the agent is on the phone, as `Keep` otherwise: a tab that comes up is in front for a moment, and
    /// what the agent writes down for the caller must not land in it.
    #[default]
    Auto,
    /// The record opens, then the selected task's tab gets the focus back.
    Keep,
    /// The newcomer becomes the selected task.
    Bring,
    /// The record opens only when the task is accepted or selected: for slow organizations.
    Wait,
}

/// Which CIF call opens a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OpenWith {
    /// `searchAndOpenRecords`, and `openForm` in an app in which that has been seen to open nothing.
    #[default]
    Auto,
    /// `searchAndOpenRecords`.
    Search,
    /// `openForm`, for apps in which the search opens nothing.
    Form,
}

/// Where the tab of a task's record is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sessions {
    /// In the session that is in front.
    #[default]
    Shared,
    /// In a session of the task's own.
    PerTask,
}

/// The settings in force: `config.json` over the build's defaults, Custom Parameters over both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Key `popOn`.
    pub pop_on: PopOn,
    /// Key `arrival`.
    pub arrival: Arrival,
    /// Key `openWith`.
    pub open_with: OpenWith,
    /// Key `sessions`.
    pub sessions: Sessions,
    /// Key `sessionTemplate`: from which a task's own session is made; `None`: the app's default one.
    pub session_template: Option<Rc<str>>,
}
