//! The settings that change what the panel does. The configured origins are not among them: they belong to `config`.

use std::rc::Rc;

/// When the record of an offered task is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PopOn {
    /// As soon as the task is reserved for the agent.
    #[default]
    Reserved,
    /// When the agent has accepted the task.
    Accepted,
}

/// What a new task does to an agent who is busy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// Like `Wait` during a call, like `Keep` otherwise. A tab that comes up is in front for a moment, and what the
    /// agent writes for the caller must not land in it.
    #[default]
    Auto,
    /// The record opens. Then the tab of the selected task gets the focus back.
    Keep,
    /// The new task becomes the selected one.
    Bring,
    /// The record opens when the agent accepts or selects the task. This is for slow organizations.
    Wait,
}

/// Which CIF call opens a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OpenWith {
    /// `searchAndOpenRecords`, or `openForm` in an app where the search was seen to open nothing.
    #[default]
    Auto,
    /// `searchAndOpenRecords`.
    Search,
    /// `openForm`. This is for apps where the search opens nothing.
    Form,
}

/// The session in which the tab of a task's record is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sessions {
    /// The session that is in front.
    #[default]
    Shared,
    /// A session of its own for each task.
    PerTask,
}

/// The settings in force. `config.json` overrides the defaults of the build, and Custom Parameters override both.
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
    /// Key `sessionTemplate`: the template of a task's own session. `None` takes the app's default template.
    pub session_template: Option<Rc<str>>,
}
