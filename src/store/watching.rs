//! The watch for a record's tab (R2): success of the open call brings no tab yet, so the panel looks for it, once a
//! second and for a minute; a late one is still bound.

use super::event::Answer;
use super::opening::{fail, opening_of, set};
use super::patience;
use super::problem::{CallProblem, Problem};
use super::records::{Navigation, bind, bound_tabs, forget_unless_bound, new_tab, sight};
use super::state::{Opening, RecordTab, SessionSight, Sight, Stage, Way};
use super::update::Effects;
use super::{DynamicsCall, Effect, Record, RequestId, State, Tab, Timer, glance};

/// The open call is out.
pub(super) fn begin(
    state: &mut State,
    record: Record,
    way: Way,
    before: Sight,
    effects: &mut Effects,
) {
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
    let stage = Stage::Watching {
        request,
        look: None,
        before,
        navigated: false,
    };
    set(state, record, Opening { way, stage });
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

/// It has come up where nothing can be bound.
fn out_of_reach(state: &mut State, record: Record) {
    let _ = state.records.insert(record, RecordTab::OutOfReach);
    forget_unless_bound(state, record);
}

/// The open call has been answered. Its yes brings no tab yet, and a time-out says nothing: the watch goes on.
pub(super) fn opened(
    state: &mut State,
    record: Record,
    before: &Sight,
    result: &Result<Answer, CallProblem>,
) {
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

pub(super) fn looked(
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
pub(super) fn watch_late(state: &mut State, record: Record, effects: &mut Effects) -> bool {
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

pub(super) fn late_opening(state: &State, request: RequestId) -> Option<Record> {
    state.records.iter().find_map(|(record, tab)| match tab {
        RecordTab::Failed {
            late: Some((call, _)),
            ..
        } if *call == request => Some(*record),
        _ => None,
    })
}

fn look_later(request: RequestId, effects: &mut Effects) {
    effects.push(Effect::Wait {
        timer: Timer::LookAgain(request),
        millis: patience::LOOK_AGAIN,
    });
}
