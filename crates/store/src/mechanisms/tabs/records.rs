//! Records and their tabs: which records are to be opened, and which tab shows which record.
//! [`opening`](super::opening) opens a record.

use crate::mechanisms::tasks;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::awaited::Awaited;
use crate::words::counters;
use crate::words::ids::{Record, Tab, TabId, Ticket};
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::tabs::{LastFocus, Late, Opening, RecordTab, Stage, Tabs, Way};

/// Puts a record into the queue to be opened. Does nothing if the record is open, is being opened, could not be opened,
/// or is open in another window. An urgent record comes next.
pub(crate) fn want(state: &mut State, record: Record, urgent: bool) {
    if state.windows.follows() || state.windows.have_open(record) {
        return;
    }
    let tabs = &mut state.tabs;
    let is_open = tabs.records.contains_key(&record) || tabs.opening_of(record).is_some();
    let mut queue = tabs.queue.iter();
    let queued = queue.find_map(|(queued, way)| (*queued == record).then_some(*way));
    let way = queued.unwrap_or_else(|| state.settings.open_with.into());
    if is_open || queued.is_some() && !urgent {
        return;
    }
    if urgent {
        unqueue(tabs, record);
        tabs.queue.push_front((record, way));
    } else {
        tabs.queue.push_back((record, way));
    }
}

/// The agent presses `Open` on a row: the record opens by form, as the next one, whatever became of it before, and even
/// in a session that looks full.
pub(crate) fn open_by_agent(state: &mut State, record: Record) {
    let tabs = &mut state.tabs;
    if tabs.opening_of(record).is_none() {
        if tabs.records.remove(&record).is_some() || tabs.is_queued(record) {
            counters::up(&mut state.diagnostics.counters.repeated_openings);
        }
        unqueue(tabs, record);
        tabs.queue.push_front((record, Way::Asked));
        not_opened(state, record);
    }
}

/// Takes the record out of the queue.
pub(crate) fn unqueue(tabs: &mut Tabs, record: Record) {
    tabs.queue.retain(|(queued, _)| *queued != record);
}

/// The record has yet to be opened. After a reload the panel must not take it for one that was opened before.
pub(crate) fn not_opened(state: &mut State, record: Record) {
    let (tasks, popped) = (&state.tasks, &mut state.saved.popped);
    for task in tasks.iter().filter(|task| task.record == Some(record)) {
        let _ = popped.remove(&task.sid);
    }
}

/// Forgets a record that no live task needs any more. A bound tab stays open and stays bound, so that a customer who
/// calls back finds it.
pub(crate) fn forget_unless_bound(state: &mut State, record: Record) {
    let wanted = is_wanted(state, record);
    let tabs = &mut state.tabs;
    if !wanted && tabs.bound(record).is_none() {
        let _ = tabs.records.remove(&record);
        unqueue(tabs, record);
    }
}

/// Binds the record to its tab. The selected task keeps the focus, or gets it back (R1).
pub(crate) fn bind(turn: &mut Turn<'_>, record: Record, tab: Tab, focused: Option<&TabId>) {
    if focused == Some(&tab.id) {
        turn.tabs.last_focus = LastFocus::At(tab.clone());
    }
    settle(&mut turn.tabs, record, RecordTab::Bound(tab));
    let selected = turn.selection.selected.as_ref();
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

/// True if a live task is about this record.
pub(crate) fn is_wanted(state: &State, record: Record) -> bool {
    state.tasks.iter().any(|task| task.record == Some(record))
}

/// The most tabs that Dynamics shows: ten in each of ten sessions.
const TABS: usize = 100;

/// At the end of each turn: notes whose records have been opened, and forgets what nobody needs any more. A host that
/// lists no tabs never tells that a tab is closed, so the number of bindings without a task is limited to the number of
/// tabs that there can be.
pub(crate) fn tidy(state: &mut State) {
    let (tasks, tabs) = (&state.tasks, &mut state.tabs);
    // Open calls whose late success would find no record.
    state
        .requests
        .awaited
        .retain(|request, awaited| match awaited {
            Awaited::LateOpening(record) => may_succeed_late(tabs, *record, *request),
            _ => true,
        });
    let is_wanted = |record: &Record| tasks.iter().any(|task| task.record == Some(*record));
    let opening = tabs.opening.as_ref().map(|opening| opening.record);
    let records = &mut tabs.records;
    let is_known = |record: &Record| records.contains_key(record) || opening == Some(*record);
    let made = &mut tabs.sessions.created_for;
    made.retain(|record, _| is_known(record) || is_wanted(record));
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
        let is_opened = task.record.is_some_and(|record| tabs.is_opened(record));
        if is_opened && !state.saved.popped.contains(&task.sid) {
            let _ = state.saved.popped.insert(task.sid.clone());
        }
    }
}

/// The opening has reached this stage.
pub(crate) fn set(state: &mut State, opening: Opening) {
    let _ = state.tabs.records.remove(&opening.record);
    state.tabs.opening = Some(opening);
}

/// The opening of the record is over, with this outcome.
pub(crate) fn settle(tabs: &mut Tabs, record: Record, shown: RecordTab) {
    let _ = give_up(tabs, record);
    let _ = tabs.records.insert(record, shown);
}

/// Ends the opening of this record.
pub(crate) fn give_up(tabs: &mut Tabs, record: Record) -> Option<Opening> {
    tabs.opening.take_if(|opening| opening.record == record)
}

/// The record was not opened, or its tab did not come up.
pub(crate) fn fail(state: &mut State, record: Record, problem: Problem, late: Option<Late>) {
    settle(&mut state.tabs, record, RecordTab::Failed { problem, late });
    forget_unless_bound(state, record);
}

/// The opening that awaits this request, either as its call or as its look.
pub(crate) fn opening_awaiting(tabs: &Tabs, request: Ticket) -> Option<Opening> {
    let opening = tabs.opening.as_ref();
    opening
        .filter(|opening| opening.stage.awaits(request))
        .cloned()
}

/// True if this is the open call of a record that has not come up yet. Its tab may still come after its time.
pub(crate) fn may_succeed_late(tabs: &Tabs, record: Record, request: Ticket) -> bool {
    let late = match tabs.opening_of(record).map(|opening| &opening.stage) {
        Some(Stage::AwaitingTab { request: call, .. }) => return *call == request,
        Some(Stage::ReadingTabsBefore { missing, .. }) => missing.as_ref(),
        Some(_) => None,
        None => match tabs.records.get(&record) {
            Some(RecordTab::Failed { late, .. }) => late.as_ref(),
            _ => None,
        },
    };
    late.is_some_and(|late| late.request == request)
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
