//! The settings that change what the panel does. Origins are not among them: those are the business of `config`.

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
    /// The record opens, then the selected task's tab gets the focus back.
    #[default]
    Keep,
    /// The newcomer becomes the selected task.
    Bring,
    /// The record opens only when the task is accepted or selected: for slow organizations.
    Wait,
}

/// Which CIF call opens a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OpenWith {
    /// `searchAndOpenRecords`.
    #[default]
    Search,
    /// `openForm`, for apps in which the search opens nothing.
    Form,
}

/// The settings in force: `config.json` over the build's defaults, Custom Parameters over both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Key `popOn`.
    pub pop_on: PopOn,
    /// Key `arrival`.
    pub arrival: Arrival,
    /// Key `openWith`.
    pub open_with: OpenWith,
}
