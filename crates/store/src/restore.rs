//! Saves what outlives a reload, and restores it afterwards.
//!
//! Flex's snapshot is the truth about tasks. The saved state adds what Flex can't know, and how the tasks stood before,
//! so that the panel can conclude what it has not seen. A binding is restored when its tab still exists. If Dynamics
//! itself was reloaded, the saved state has no bindings, because tab ids start anew.

use crate::mechanisms::tabs::{front, records, watching};
use crate::mechanisms::turn::Turn;
use crate::mechanisms::{dialing, selection};
use crate::rules;
use crate::words::awaited::Awaited;
use crate::words::click::Dialing;
use crate::words::effect::{DynamicsCall, Effect};
use crate::words::event::Answer;
use crate::words::ids::{Record, ReservationSid, Tab, Ticket};
use crate::words::mode::AutoDock;
use crate::words::problem::{CallProblem, Problem};
use crate::words::saved::{Baseline, Dialed, RestoringTabs, SavedState, SavedTabs};
use crate::words::sorted::{Map, Set};
use crate::words::state::State;
use crate::words::tabs::{LastFocus, Late, RecordTab, TabsView};
use crate::words::task::TaskStatus;
use crate::words::windows::Role;

impl SavedState {
    fn of(state: &State) -> Self {
        let restoring = &state.saved.restoring;
        Self {
            tabs: restoring
                .tabs
                .known()
                .cloned()
                .unwrap_or_else(|| SavedTabs::of(state)),
            tells_navigation: state.tabs.host.tells_navigation,
            takes_more_tabs: state.tabs.host.takes_more_tabs,
            popped: state.saved.popped.clone(),
            dialed: Dialed::of(&state.calls.dialing).or(restoring.dialed),
            extensions: state.calls.extensions.clone(),
            selected: state
                .selection
                .selected
                .clone()
                .or(restoring.selected.clone()),
            statuses: match &restoring.baseline {
                Baseline::Restored(statuses) => statuses.clone(),
                Baseline::Unknown | Baseline::Live => statuses(state),
            },
            settled: state.mode.settled,
            docked_by_arrival: state.mode.auto_dock == AutoDock::Yes,
        }
    }
}

fn statuses(state: &State) -> Map<ReservationSid, TaskStatus> {
    let tasks = state.tasks.iter();
    tasks.map(|task| (task.sid.clone(), task.status)).collect()
}

impl Dialed {
    fn of(dialing: &Dialing) -> Option<Self> {
        match dialing {
            Dialing::Idle => None,
            Dialing::Reading { .. } => Some(Self::Clicked),
            Dialing::Starting { .. } | Dialing::AwaitingTask { .. } => Some(Self::Given),
        }
    }
}

impl SavedTabs {
    fn of(state: &State) -> Self {
        let made = state.tabs.sessions.created_for.iter();
        let mut tabs = Self {
            sessions: made.map(|(record, made)| (*record, made.clone())).collect(),
            bringing: state.tabs.focusing.is_some() || is_asked_for(state),
            last_focus: match &state.tabs.last_focus {
                LastFocus::At(tab) => Some(tab.clone()),
                LastFocus::Unknown | LastFocus::Moved => None,
            },
            ..Self::default()
        };
        let opening = state.tabs.opening.as_ref();
        tabs.watching =
            opening.and_then(|opening| Some((opening.record, opening.evidence()?.clone())));
        for (record, shown) in &state.tabs.records {
            match shown {
                RecordTab::Bound(tab) => tabs.bindings.push((*record, tab.clone())),
                RecordTab::Failed {
                    late: Some(late), ..
                } => tabs.late.push((*record, late.evidence.clone())),
                _ => {}
            }
        }
        tabs
    }
}

/// True if the selected task's record is to be opened and its open call is not yet out.
fn is_asked_for(state: &State) -> bool {
    let record = state.selected_task().and_then(|task| task.record);
    record.is_some_and(|record| {
        let opening = state.tabs.opening_of(record);
        let waits = opening.is_some_and(|opening| opening.evidence().is_none());
        waits || state.tabs.is_queued(record)
    })
}

/// The page has been loaded: takes over the saved state. An empty one changes nothing.
pub(crate) fn begin(state: &mut State, saved: SavedState) {
    if saved == SavedState::default() {
        return;
    }
    state.saved.last = saved.clone();
    state.saved.popped = saved.popped;
    state.mode.settled |= saved.settled;
    state.tabs.host.tells_navigation |= saved.tells_navigation;
    state.tabs.host.takes_more_tabs |= saved.takes_more_tabs;
    if saved.docked_by_arrival {
        state.mode.auto_dock = AutoDock::Yes;
    }
    state.saved.restoring.baseline = Baseline::Restored(saved.statuses);
    state.saved.restoring.selected = saved.selected;
    state.calls.extensions = saved.extensions;
    state.saved.restoring.dialed = saved.dialed;
    dialing::restored(state);
    state.tabs.sessions.created_for = saved.tabs.sessions.iter().cloned().collect();
    if let Some(tab) = saved.tabs.last_focus.clone() {
        state.tabs.last_focus = LastFocus::At(tab);
    }
    state.saved.restoring.bringing = saved.tabs.bringing;
    if saved.tabs != SavedTabs::default() {
        state.saved.restoring.tabs = RestoringTabs::Known(saved.tabs);
    }
}

/// Dynamics is connected: asks which of the saved tabs still exist.
pub(crate) fn connected(turn: &mut Turn<'_>) {
    if let Some(tabs) = turn.saved.restoring.tabs.known().cloned() {
        let request = turn.call(DynamicsCall::ReadTabs, Awaited::RestoredTabs);
        turn.saved.restoring.tabs = RestoringTabs::Reading(tabs, request);
    }
}

/// Takes the answer about the saved tabs. Returns false if the request is another one.
pub(crate) fn answered(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<Answer, CallProblem>,
) -> bool {
    let Some(tabs) = turn.saved.restoring.tabs.take_read_by(request) else {
        return false;
    };
    let view = front::tabs_seen(turn, result);
    let queue = turn.tabs.queue.iter();
    let asked_for: Set<_> = queue.map(|(record, _)| *record).collect();
    for (record, tab) in tabs.bindings {
        if !is_gone(&tab, &view) {
            known(turn, record, RecordTab::Bound(tab));
        }
    }
    for (record, evidence) in tabs.late {
        let late = Some(Late {
            request: turn.next_ticket(),
            evidence,
            due: false,
        });
        let problem = Problem::RecordNotShown(record);
        known(turn, record, RecordTab::Failed { problem, late });
    }
    if let Some((record, evidence)) = tabs.watching {
        records::unqueue(&mut turn.tabs, record);
        watching::resume(turn, record, evidence);
    }
    // A task was selected before it was known that its record has a tab.
    let selected = turn.selected_task().and_then(|task| task.record);
    // The leader wants the tab of the selected task in front.
    let follower = turn.windows.follows() && std::mem::take(&mut turn.saved.restoring.bringing);
    if selected.is_some_and(|record| follower || asked_for.contains(&record)) {
        rules::show_selected(turn);
    }
    true
}

/// Flex is connected: restores the selection. The tab of the selected task comes to the front if it was on its way
/// there, or if it has lost the focus meanwhile.
pub(crate) fn resume(turn: &mut Turn<'_>, sid: ReservationSid) {
    if std::mem::take(&mut turn.saved.restoring.bringing) {
        rules::select(turn, sid);
    } else {
        selection::restore(turn, sid);
    }
}

fn known(state: &mut State, record: Record, shown: RecordTab) {
    records::unqueue(&mut state.tabs, record);
    let _ = state.tabs.records.insert(record, shown);
}

/// True if the tab is gone: its session is in front, the look lists the tabs, and the tab is not among them. Of another
/// session nothing can be asked. A tab that is gone there is noticed when it is to be focused.
fn is_gone(tab: &Tab, view: &TabsView) -> bool {
    let in_front = view.session.ours() == tab.session.as_ref();
    let listed = view.tabs.as_ref();
    in_front && listed.is_some_and(|tabs| !tabs.contains(&tab.id))
}

/// At the end of each turn. A leader awaits the call that this window was dialling, so this window forgets it.
pub(crate) fn tidy(turn: &mut Turn<'_>) {
    if matches!(turn.windows.role(), Role::Follower(Some(_))) {
        turn.saved.restoring.dialed = None;
    }
}

/// Saves the state if it has changed.
pub(crate) fn keep(turn: &mut Turn<'_>) {
    let saved = SavedState::of(turn);
    if saved != turn.saved.last {
        turn.saved.last = saved.clone();
        turn.effect(Effect::Save(saved.into()));
    }
}
