//! Docked or minimized.

use crate::words::ids::Ticket;

/// The panel's mode as the store knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mode {
    /// What the host last said or granted.
    pub now: Option<PanelMode>,
    /// Our own `setMode`s of which the host has not said all, the latest last.
    pub requests: Vec<ModeRequest>,
    /// The `getMode` that is out.
    pub reading: Option<Ticket>,
    /// What shall be asked as soon as Dynamics is there, or, once it has refused that, as soon as it may grant it.
    pub wanted: Option<PanelMode>,
    /// Whether an arrival has docked the panel.
    pub auto_dock: AutoDock,
    /// The panel has found its first mode (R9), or the agent has chosen one.
    pub settled: bool,
}

/// Whether an arrival has docked the panel (R1), and the agent has not touched it since (R5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AutoDock {
    /// No: it was docked, or it is the agent's by now.
    #[default]
    No,
    /// An arrival came before the mode was known. The mode that is being read tells whether it has docked the panel.
    Undecided,
    /// Yes: the panel minimizes itself when the last task ends, however it ends.
    Yes,
}

/// A `setMode` of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ModeRequest {
    /// The call.
    pub request: Ticket,
    /// What it asks for.
    pub mode: PanelMode,
    /// How far it has come.
    pub progress: ModeProgress,
}

/// How far a `setMode` has come. The host answers it and, if the mode is another one then, tells it: in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ModeProgress {
    /// Neither answered nor told.
    Pending,
    /// `onmodechanged` has told it, and it has not been answered.
    Echoed,
    /// It has been granted, and not been told.
    Acknowledged,
    /// There was no answer in time: it may yet be carried out.
    TimedOut,
}

/// The panel's modes (`setMode`: strict numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PanelMode {
    /// 0.
    Minimized,
    /// 1.
    Docked,
    /// 2, or any other: not on screen.
    Hidden,
}
