//! Records and their tabs: which shall be opened, which tab shows which. How a record is opened is told in
//! [`opening`](super::opening).

use crate::mechanisms::tasks;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::awaited::Awaited;
use crate::words::counters;
use crate::words::ids::{Record, Tab, TabId, Ticket};
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::tabs::{LastFocus, Late, Opening, RecordTab, Stage, Tabs, Way};

/// A record shall be opened, unless it is, or is about to be, or could not be, or another window does. An urgent one
/// comes next.
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

/// The agent asks for it (`Open` on a row): by form, next, whatever became of it before, and into a full session too.
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

/// The record waits for no turn any more.
pub(crate) fn unqueue(tabs: &mut Tabs, record: Record) {
    tabs.queue.retain(|(queued, _)| *queued != record);
}

/// It has yet to be opened, even if it was before: a reload must not take it for one that has been.
pub(crate) fn not_opened(state: &mut State, record: Record) {
    let (tasks, popped) = (&state.tasks, &mut state.saved.popped);
    for task in tasks.iter().filter(|task| task.record == Some(record)) {
        let _ = popped.remove(&task.sid);
    }
}

/// Its last live task has ended: it need not be opened any more. Its tab stays the agent's, and stays bound, so
/// that a customer who calls back finds it.
pub(crate) fn forget_unless_bound(state: &mut State, record: Record) {
    let wanted = is_wanted(state, record);
    let tabs = &mut state.tabs;
    if !wanted && tabs.bound(record).is_none() {
        let _ = tabs.records.remove(&record);
        unqueue(tabs, record);
    }
}

/// The tab is there. The selected task keeps the focus, or gets it back (R1).
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
    let (tasks, tabs) = (&state.tasks, &mut state.tabs);
    // Late successes that would find no record.
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

/// An opening has come so far.
pub(crate) fn set(state: &mut State, opening: Opening) {
    let _ = state.tabs.records.remove(&opening.record);
    state.tabs.opening = Some(opening);
}

/// This has become of the record: it is not being opened any more.
pub(crate) fn settle(tabs: &mut Tabs, record: Record, shown: RecordTab) {
    let _ = give_up(tabs, record);
    let _ = tabs.records.insert(record, shown);
}

/// The record is not being opened any more.
pub(crate) fn give_up(tabs: &mut Tabs, record: Record) -> Option<Opening> {
    tabs.opening.take_if(|opening| opening.record == record)
}

/// The record was not opened, or did not come up.
pub(crate) fn fail(state: &mut State, record: Record, problem: Problem, late: Option<Late>) {
    settle(&mut state.tabs, record, RecordTab::Failed { problem, late });
    forget_unless_bound(state, record);
}

/// The opening that awaits this request, be it its call or its look.
pub(crate) fn opening_awaiting(tabs: &Tabs, request: Ticket) -> Option<Opening> {
    let opening = tabs.opening.as_ref();
    opening
        .filter(|opening| opening.stage.awaits(request))
        .cloned()
}

/// This is the open call of a record that has not come up yet: it may bring its tab after its time.
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
