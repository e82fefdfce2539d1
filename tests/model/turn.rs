//! What must hold for a single turn of the store.

use store::saved::Baseline;
use store::state::{AutoDock, FlexLink, PanelMode};
use store::{DynamicsCall, Effect, State};

/// More effects than this no single turn of the store has.
const EFFECTS_PER_TURN: usize = 8;

/// What a turn of the store is judged by, as it was before.
pub struct Before {
    had_tasks: bool,
    settled: bool,
    /// It waits to be asked for, or the mode in which a task found the panel that is gone has yet to be read.
    owes_minimizing: bool,
}

impl Before {
    pub fn of(panel: &State) -> Self {
        let before = &panel.saved.restoring.baseline;
        let had_some = matches!(before, Baseline::Restored(tasks) if !tasks.is_empty());
        Self {
            had_tasks: !panel.tasks.is_empty() || had_some,
            settled: panel.mode.settled,
            owes_minimizing: panel.mode.wanted == Some(PanelMode::Minimized)
                || panel.mode.auto_dock == AutoDock::Undecided,
        }
    }
}

/// The invariant that a turn of the store breaks.
pub fn broken_by(before: &Before, after: &State, effects: &[Effect]) -> Option<&'static str> {
    if !minimizes_for_a_reason(before, after, effects) {
        return Some("minimized only by R5 and R9");
    }
    (effects.len() > EFFECTS_PER_TURN).then_some("few effects per turn")
}

/// `setMode(0)` is asked for when the last task ends (R5) or when the panel finds its first mode (R9), and at no
/// other time.
fn minimizes_for_a_reason(before: &Before, after: &State, effects: &[Effect]) -> bool {
    let minimizes = effects.iter().any(|effect| {
        let Effect::Dynamics { call, .. } = effect else {
            return false;
        };
        *call == DynamicsCall::SetMode(PanelMode::Minimized)
    });
    let first_mode = !before.settled && after.flex.link == FlexLink::Connected;
    let reason = before.had_tasks || first_mode || before.owes_minimizing;
    !minimizes || after.tasks.is_empty() && reason
}

/// How many effects these are, clocks and what is saved aside.
pub fn counted(effects: &[Effect]) -> u8 {
    let counted = effects.iter().filter(|effect| {
        !matches!(
            effect,
            Effect::Wait { .. } | Effect::Save(_) | Effect::SaveSearch { .. }
        )
    });
    counted.count() as u8
}
