//! The opening of a record (R1, R2): search for exactly it, note the tabs, open it, watch for the tab it makes.
//!
//! Success of the open call means that a query was answered; the tab comes later, and no call tells what a tab
//! shows. So records are opened one at a time, and a new tab while one is being opened is its tab.

use super::event::Answer;
use super::patience;
use super::problem::{CallProblem, Problem};
use super::records::{
    Navigation, bind, bound_tabs, forget_unless_bound, is_wanted, new_tab, sight,
};
use super::state::{DynamicsLink, Opening, RecordTab, SessionSight, Sight, Stage, Way};
use super::update::Effects;
use super::{DynamicsCall, Effect, Record, RequestId, State, Tab, Timer, glance};

/// The next record in the queue has its turn when nothing else is being opened.
pub(super) fn begin_next(state: &mut State, effects: &mut Effects) {
    let busy = state
        .records
        .values()
        .any(|tab| matches!(tab, RecordTab::Opening(_)));
    let recalling = state.recalled.is_awaited();
    if busy || recalling || state.dynamics != DynamicsLink::Connected {
        return;
    }
    let Some(record) = state.queue.pop_front() else {
        return;
    };
    let Some(RecordTab::Queued(way)) = state.records.get(&record) else {
        return;
    };
    let way = *way;
    let stage = match way {
        Way::Search => {
            let request = state.call(DynamicsCall::Search(record), effects);
            Stage::Searching { request }
        }
        Way::Form => {
            let request = state.call(DynamicsCall::Look, effects);
            Stage::Noting { request }
        }
    };
    set(state, record, Opening { way, stage });
}

/// Takes the answer to a call of an opening; false if the request belongs to none.
pub(super) fn answered(
    state: &mut State,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) -> bool {
    if let Some((record, opening)) = opening_of(state, request) {
        match opening.stage {
            Stage::Searching { .. } => searched(state, record, opening.way, result, effects),
            Stage::Noting { .. } => noted(state, record, opening.way, result, effects),
            Stage::Watching {
                request: call,
                before,
                ..
            } if call == request => {
                opened(state, record, &before, result);
            }
            Stage::Watching { .. } => looked(state, record, opening, result, effects),
        }
        return true;
    }
    let late = matches!(result, Ok(Answer::Done))
        .then(|| late_opening(state, request))
        .flatten();
    late.is_some_and(|record| watch_late(state, record, effects))
}

/// `onpagenavigate`: tells what is about to be shown, not yet where.
pub(super) fn navigated(state: &mut State, record: Record, effects: &mut Effects) {
    state.tells_navigation = true;
    match state.records.get_mut(&record) {
        Some(RecordTab::Opening(Opening {
            stage: Stage::Watching { navigated, .. },
            ..
        })) => {
            *navigated = true;
        }
        Some(RecordTab::Failed { late: Some(_), .. }) => {
            let _ = watch_late(state, record, effects);
        }
        _ => {}
    }
}

/// A clock of an opening has run out.
pub(super) fn time_up(state: &mut State, timer: Timer, effects: &mut Effects) {
    let (Timer::LookAgain(request) | Timer::Opening(request)) = timer else {
        return;
    };
    let Some((record, mut opening)) = opening_of(state, request) else {
        return;
    };
    let Stage::Watching { look, before, .. } = &mut opening.stage else {
        return;
    };
    if timer == Timer::Opening(request) {
        if state.session == SessionSight::NotOurs {
            return out_of_reach(state, record);
        }
        let late = Some((request, before.clone()));
        fail(state, record, Problem::RecordNotShown(record), late);
    } else if look.is_none() {
        *look = Some(state.call(DynamicsCall::Look, effects));
        set(state, record, opening);
    }
}

/// The customer has gone before the open call went out: nothing is opened.
fn withdrawn(state: &mut State, record: Record) -> bool {
    let wanted = is_wanted(state, record);
    if !wanted {
        let _ = state.records.remove(&record);
    }
    !wanted
}

/// It has come up where nothing can be bound.
fn out_of_reach(state: &mut State, record: Record) {
    let _ = state.records.insert(record, RecordTab::OutOfReach);
    forget_unless_bound(state, record);
}

fn searched(
    state: &mut State,
    record: Record,
    way: Way,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    if withdrawn(state, record) {
        return;
    }
    let problem = match result {
        Ok(Answer::Found(1)) => {
            let request = state.call(DynamicsCall::Look, effects);
            set(
                state,
                record,
                Opening {
                    way,
                    stage: Stage::Noting { request },
                },
            );
            return;
        }
        Ok(Answer::Found(0)) => Problem::RecordNotFound(record),
        Ok(Answer::Found(rows)) => Problem::RecordAmbiguous(record, *rows),
        Ok(_) => Problem::RecordRefused(record, CallProblem::Malformed),
        Err(problem) => Problem::RecordRefused(record, problem.clone()),
    };
    fail(state, record, problem, None);
}

fn noted(
    state: &mut State,
    record: Record,
    way: Way,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    let before = sight(state, result);
    if let Some(id) = before.focused.clone() {
        glance::sighted(state, id, effects);
    }
    if withdrawn(state, record) {
        return;
    }
    let call = match way {
        Way::Search => DynamicsCall::OpenBySearch(record),
        Way::Form => DynamicsCall::OpenForm(record),
    };
    let request = state.call(call, effects);
    effects.push(Effect::Wait {
        timer: Timer::Opening(request),
        millis: patience::OPENING,
    });
    look_later(request, effects);
    let about_it = state
        .tasks
        .iter()
        .filter(|task| task.record == Some(record));
    let sids: Vec<_> = about_it.map(|task| task.sid.clone()).collect();
    state.popped.extend(sids);
    let stage = Stage::Watching {
        request,
        look: None,
        before,
        navigated: false,
    };
    set(state, record, Opening { way, stage });
}

/// The open call has been answered. Its yes brings no tab yet, and a time-out says nothing: the watch goes on.
fn opened(state: &mut State, record: Record, before: &Sight, result: &Result<Answer, CallProblem>) {
    match result {
        Ok(_) if before.session == SessionSight::NotOurs => {
            out_of_reach(state, record);
        }
        Ok(_) | Err(CallProblem::TimedOut) => {}
        Err(problem) => {
            fail(
                state,
                record,
                Problem::RecordRefused(record, problem.clone()),
                None,
            );
        }
    }
}

fn looked(
    state: &mut State,
    record: Record,
    mut opening: Opening,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    let now = sight(state, result);
    let Stage::Watching {
        request,
        look,
        before,
        navigated,
    } = &mut opening.stage
    else {
        return;
    };
    let others = bound_tabs(state, record);
    let navigation = match (*navigated, state.tells_navigation) {
        (true, _) => Navigation::ToThis,
        (false, true) => Navigation::Elsewhere,
        (false, false) => Navigation::Untold,
    };
    if let Some(tab) = new_tab(before, &now, navigation, &others) {
        let tab = Tab {
            session: now.session.ours().cloned(),
            id: tab,
        };
        bind(state, record, tab, now.focused.as_ref(), effects);
    } else {
        *look = None;
        look_later(*request, effects);
        set(state, record, opening);
        if let Some(id) = now.focused {
            glance::sighted(state, id, effects);
        }
    }
}

/// A late success, or a late navigation: watch once more, unless another opening is under way.
fn watch_late(state: &mut State, record: Record, effects: &mut Effects) -> bool {
    let busy = state
        .records
        .values()
        .any(|tab| matches!(tab, RecordTab::Opening(_)));
    let Some(RecordTab::Failed {
        late: Some((request, before)),
        ..
    }) = state.records.get(&record)
    else {
        return false;
    };
    if busy {
        return false;
    }
    let (request, before) = (*request, before.clone());
    watch_again(state, record, request, before, effects);
    true
}

/// After a reload: the open call went out in the page's earlier life, and its answer went with that.
pub(super) fn resume(state: &mut State, record: Record, before: Sight, effects: &mut Effects) {
    let request = state.next_request();
    watch_again(state, record, request, before, effects);
}

fn watch_again(
    state: &mut State,
    record: Record,
    request: RequestId,
    before: Sight,
    effects: &mut Effects,
) {
    let look = Some(state.call(DynamicsCall::Look, effects));
    effects.push(Effect::Wait {
        timer: Timer::Opening(request),
        millis: patience::OPENING,
    });
    let way = state.settings.open_with.into();
    let stage = Stage::Watching {
        request,
        look,
        before,
        navigated: true,
    };
    set(state, record, Opening { way, stage });
}

fn look_later(request: RequestId, effects: &mut Effects) {
    effects.push(Effect::Wait {
        timer: Timer::LookAgain(request),
        millis: patience::LOOK_AGAIN,
    });
}

fn set(state: &mut State, record: Record, opening: Opening) {
    let _ = state.records.insert(record, RecordTab::Opening(opening));
}

fn fail(state: &mut State, record: Record, problem: Problem, late: Option<(RequestId, Sight)>) {
    let _ = state
        .records
        .insert(record, RecordTab::Failed { problem, late });
    forget_unless_bound(state, record);
}

/// The opening that awaits this request, be it its call or its look.
fn opening_of(state: &State, request: RequestId) -> Option<(Record, Opening)> {
    state.records.iter().find_map(|(record, tab)| match tab {
        RecordTab::Opening(opening) if opening.stage.awaits(request) => {
            Some((*record, opening.clone()))
        }
        _ => None,
    })
}

fn late_opening(state: &State, request: RequestId) -> Option<Record> {
    state.records.iter().find_map(|(record, tab)| match tab {
        RecordTab::Failed {
            late: Some((call, _)),
            ..
        } if *call == request => Some(*record),
        _ => None,
    })
}

impl Stage {
    fn awaits(&self, number: RequestId) -> bool {
        match self {
            Self::Searching { request } | Self::Noting { request } => *request == number,
            Self::Watching { request, look, .. } => *request == number || *look == Some(number),
        }
    }
}
