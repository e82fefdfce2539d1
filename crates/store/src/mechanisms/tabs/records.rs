//! Records and their tabs: which shall be opened, which tab shows which. How a record is opened is told in
//! [`opening`](super::opening).

use crate::mechanisms::tasks;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::awaited::Awaited;
use crate::words::counters;
use crate::words::ids::{Record, Tab, TabId, Ticket};
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::tabs::{LastFocus, Late, Opening, RecordTab, Stage, Way};

/// A record shall be opened, unless it is, or is about to be, or could not be, or another window does. An urgent one
/// comes next.
pub(crate) fn want(state: &mut State, record: Record, urgent: bool) {
    if state.windows.follows() || state.windows.have_open(record) {
        return;
    }
    match state.records.get(&record) {
        None => {
            let way = state.settings.open_with.into();
            let _ = state.records.insert(record, RecordTab::Queued(way));
        }
        Some(RecordTab::Queued(_)) if urgent => state.queue.retain(|queued| *queued != record),
        Some(_) => return,
    }
    if urgent {
        state.queue.push_front(record);
    } else {
        state.queue.push_back(record);
    }
}

/// The agent asks for it (`Open` on a row): by form, next, whatever became of it before, and into a full session too.
pub(crate) fn open_by_agent(state: &mut State, record: Record) {
    if !matches!(state.records.get(&record), Some(RecordTab::Opening(_))) {
        if state.records.contains_key(&record) {
            counters::up(&mut state.counters.repeated_openings);
        }
        state.queue.retain(|queued| *queued != record);
        not_opened(state, record);
        let _ = state.records.insert(record, RecordTab::Queued(Way::Asked));
        state.queue.push_front(record);
    }
}

/// It has yet to be opened, even if it was before: a reload must not take it for one that has been.
pub(crate) fn not_opened(state: &mut State, record: Record) {
    let (tasks, popped) = (&state.tasks, &mut state.popped);
    for task in tasks.iter().filter(|task| task.record == Some(record)) {
        let _ = popped.remove(&task.sid);
    }
}

/// Its last live task has ended: it need not be opened any more. Its tab stays the agent's, and stays bound, so
/// that a customer who calls back finds it.
pub(crate) fn forget_unless_bound(state: &mut State, record: Record) {
    let wanted = is_wanted(state, record);
    let under_way = matches!(
        state.records.get(&record),
        Some(RecordTab::Bound(_) | RecordTab::Opening(_))
    );
    if !wanted && !under_way {
        let _ = state.records.remove(&record);
        state.queue.retain(|queued| *queued != record);
    }
}

/// The tab is there. The selected task keeps the focus, or gets it back (R1).
pub(crate) fn bind(turn: &mut Turn<'_>, record: Record, tab: Tab, focused: Option<&TabId>) {
    if focused == Some(&tab.id) {
        turn.last_focus = LastFocus::At(tab.clone());
    }
    let _ = turn.records.insert(record, RecordTab::Bound(tab));
    let selected = turn.selected.as_ref();
    let behind: Vec<_> = turn
        .tasks
        .iter()
        .filter(|task| task.record == Some(record) && selected != Some(&task.sid))
        .map(|task| task.sid.clone())
        .collect();
    for sid in &behind {
        tasks::set_ready(turn, sid);
    }
    turn.report(Outcome::TabBound(focused.cloned()));
}

/// A live task is about it.
pub(crate) fn is_wanted(state: &State, record: Record) -> bool {
    state.tasks.iter().any(|task| task.record == Some(record))
}

/// Dynamics shows no more tabs than this: ten in each of ten sessions.
const TABS: usize = 100;

/// At the end of each turn: whose records have been opened is noted, and what nobody needs any more is forgotten. A
/// host that lists no tabs never tells that one is closed, so of bindings without a task no more are kept than there
/// can be tabs.
pub(crate) fn tidy(state: &mut State) {
    let records = &state.records;
    // Late successes that would find no record.
    state.awaited.retain(|request, awaited| match awaited {
        Awaited::LateOpening(record) => may_succeed_late(records.get(record), *request),
        _ => true,
    });
    let (tasks, records) = (&state.tasks, &mut state.records);
    let is_wanted = |record: &Record| tasks.iter().any(|task| task.record == Some(*record));
    let made = &mut state.made_sessions;
    made.retain(|record, _| records.contains_key(record) || is_wanted(record));
    let is_bound = |tab: &RecordTab| matches!(tab, RecordTab::Bound(_));
    let mut surplus = records.values().filter(|tab| is_bound(tab)).count();
    surplus = surplus.saturating_sub(TABS);
    if surplus > 0 {
        records.retain(|record, tab| {
            let kept = surplus == 0 || !is_bound(tab) || is_wanted(record);
            surplus -= usize::from(!kept);
            kept
        });
    }
    if state.windows.follows() {
        return;
    }
    for task in tasks {
        let shown = task.record.and_then(|record| records.get(&record));
        if shown.is_some_and(RecordTab::is_opened) && !state.popped.contains(&task.sid) {
            let _ = state.popped.insert(task.sid.clone());
        }
    }
}

/// An opening has come so far.
pub(crate) fn set(state: &mut State, record: Record, opening: Opening) {
    let _ = state.records.insert(record, RecordTab::Opening(opening));
}

/// The record was not opened, or did not come up.
pub(crate) fn fail(state: &mut State, record: Record, problem: Problem, late: Option<Late>) {
    let _ = state
        .records
        .insert(record, RecordTab::Failed { problem, late });
    forget_unless_bound(state, record);
}

/// The opening that awaits this request, be it its call or its look.
pub(crate) fn opening_of(state: &State, request: Ticket) -> Option<(Record, Opening)> {
    state.records.iter().find_map(|(record, tab)| match tab {
        RecordTab::Opening(opening) if opening.stage.awaits(request) => {
            Some((*record, opening.clone()))
        }
        _ => None,
    })
}

/// This is the open call of a record that has not come up yet: it may bring its tab after its time.
pub(crate) fn may_succeed_late(shown: Option<&RecordTab>, request: Ticket) -> bool {
    match shown {
        Some(RecordTab::Opening(opening)) => match &opening.stage {
            Stage::AwaitingTab { request: call, .. } => *call == request,
            Stage::ReadingTabsBefore { missing, .. } => {
                missing.as_ref().is_some_and(|late| late.request == request)
            }
            _ => false,
        },
        Some(RecordTab::Failed {
            late: Some(late), ..
        }) => late.request == request,
        _ => false,
    }
}

impl Stage {
    pub(crate) fn awaits(&self, number: Ticket) -> bool {
        match self {
            Self::Searching { request }
            | Self::AskingForSession { request }
            | Self::MakingSession { request, .. }
            | Self::ReadingTabsBefore { request, .. } => *request == number,
            Self::AwaitingTab { request, look, .. } => *request == number || *look == Some(number),
        }
    }
}
