//! Records and their tabs: which shall be opened, which tab shows which. How a record is opened is told in
//! [`opening`](super::opening).

use super::event::Answer;
use super::problem::CallProblem;
use super::state::{Front, RecordTab, SessionSight, Sight, Way};
use super::turn::Turn;
use super::{Record, State, Tab, TabId, counters, focus, room};

/// A record shall be opened, unless it is, or is about to be, or could not be, or another window does. An urgent one
/// comes next.
pub(super) fn want(state: &mut State, record: Record, urgent: bool) {
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
pub(super) fn open_by_agent(state: &mut State, record: Record) {
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
pub(super) fn not_opened(state: &mut State, record: Record) {
    let (tasks, popped) = (&state.tasks, &mut state.popped);
    for task in tasks.iter().filter(|task| task.record == Some(record)) {
        let _ = popped.remove(&task.sid);
    }
}

/// Its last live task has ended: it need not be opened any more. Its tab stays the agent's, and stays bound, so
/// that a customer who calls back finds it.
pub(super) fn forget_unless_bound(state: &mut State, record: Record) {
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
pub(super) fn bind(turn: &mut Turn<'_>, record: Record, tab: Tab, focused: Option<&TabId>) {
    if focused == Some(&tab.id) {
        turn.front = Front::At(tab.clone());
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
        focus::set_ready(turn, sid);
    }
    focus::bring_back(turn, focused);
}

/// A live task is about it.
pub(super) fn is_wanted(state: &State, record: Record) -> bool {
    state.tasks.iter().any(|task| task.record == Some(record))
}

/// What a look showed; the session in front is remembered, and bindings to tabs that are gone are dropped once no
/// live task needs them. A look that was not told the session is in the one that was in front before: events tell
/// of every other.
pub(super) fn sight(state: &mut State, result: &Result<Answer, CallProblem>) -> Sight {
    let Ok(Answer::Looked(sight)) = result else {
        return Sight::default();
    };
    let mut sight = sight.clone();
    if sight.session == SessionSight::Unknown && state.session.ours().is_some() {
        sight.session = state.session.clone();
    }
    state.session = sight.session.clone();
    room::counted(state, &sight);
    let _ = state
        .untold_session
        .take_if(|made| sight.session.ours() != Some(made));
    if let (Some(session), Some(tabs)) = (sight.session.ours(), &sight.tabs) {
        let tasks = &state.tasks;
        state.records.retain(|record, kept| match kept {
            RecordTab::Bound(tab) if tab.session.as_ref() == Some(session) => {
                tabs.contains(&tab.id) || tasks.iter().any(|task| task.record == Some(*record))
            }
            _ => true,
        });
    }
    sight
}

/// Dynamics shows no more tabs than this: ten in each of ten sessions.
const TABS: usize = 100;

/// At the end of each turn: whose records have been opened is noted, and what nobody needs any more is forgotten. A
/// host that lists no tabs never tells that one is closed, so of bindings without a task no more are kept than there
/// can be tabs.
pub(super) fn tidy(state: &mut State) {
    state.tidy_awaited();
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
