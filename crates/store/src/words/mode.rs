//! The panel's mode: docked or minimized.

use crate::words::ids::Ticket;

/// The mode of the panel, and the requests to change it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mode {
    /// The mode that Dynamics last told or granted.
    pub now: Option<PanelMode>,
    /// The `setMode` calls that Dynamics has not both answered and echoed, the latest last.
    pub requests: Vec<ModeRequest>,
    /// The `getMode` call that has not been answered.
    pub reading: Option<Ticket>,
    /// The mode to ask for as soon as Dynamics is connected. After a refusal, the mode to ask for as soon as Dynamics
    /// may grant it.
    pub wanted: Option<PanelMode>,
    /// Whether an arrival has docked the panel.
    pub auto_dock: AutoDock,
    /// True once the panel has found its first mode (R9), or the agent has chosen one.
    pub settled: bool,
}

/// Whether an arrival has docked the panel (R1) and the agent has not acted since (R5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AutoDock {
    /// No: the panel was docked before, or the agent has acted since.
    #[default]
    No,
    /// An arrival came before the mode was known. The answer to `getMode` decides between `No` and `Yes`.
    Undecided,
    /// Yes: the panel minimizes itself when the last task ends, however it ends.
    Yes,
}

/// A `setMode` call of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ModeRequest {
    /// The number of the call.
    pub request: Ticket,
    /// The mode that the call asks for.
    pub mode: PanelMode,
    /// The progress of the call.
    pub progress: ModeProgress,
}

/// The progress of a `setMode` call. Dynamics answers the call and, if the mode has changed, also sends
/// `onmodechanged`. The two come in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ModeProgress {
    /// Dynamics has neither answered the call nor sent the event.
    Pending,
    /// `onmodechanged` has come, and the answer has not.
    Echoed,
    /// Dynamics has granted the call, and `onmodechanged` has not come.
    Acknowledged,
    /// No answer came in time. Dynamics may still change the mode.
    TimedOut,
}

/// The panel's modes. `setMode` takes them as numbers, and only as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PanelMode {
    /// 0.
    Minimized,
    /// 1.
    Docked,
    /// 2, or any other number: the panel is not on screen.
    Hidden,
}
