//! The watch for a record's tab (R2): success of the open call brings no tab yet, so the panel looks for it, once a
//! second and for a minute; a late one is still bound.

use super::event::Answer;
use super::opening::{fail, opening_of, set};
use super::patience;
use super::problem::{CallProblem, Problem};
use super::records::{bind, forget_unless_bound, sight};
use super::state::{Late, Opening, RecordTab, SessionSight, Sight, Signs, Stage, Way};
use super::update::Effects;
use super::{
    DynamicsCall, Effect, Record, RequestId, State, Tab, TabId, Timer, counters, glance,
    recognition,
};

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
        signs: Signs {
            before,
            ..Signs::default()
        },
    };
    set(state, record, Opening { way, stage });
}

/// A clock of an opening has run out.
pub(super) fn time_up(state: &mut State, timer: Timer, effects: &mut Effects) {
    let (Timer::LookAgain(request) | Timer::Opening(request)) = timer else {
        return;
    };
    let Some((record, mut opening)) = opening_of(state, request) else {
        return;
    };
    let Stage::Watching { look, signs, .. } = &mut opening.stage else {
        return;
    };
    if timer == Timer::Opening(request) {
        if state.session == SessionSight::NotOurs {
            return out_of_reach(state, record);
        }
        let late = Late {
            request,
            signs: signs.clone(),
            due: false,
        };
        counters::up(&mut state.counters.late_tabs);
        fail(state, record, Problem::RecordNotShown(record), Some(late));
    } else if look.is_none() {
        counters::up(&mut state.counters.repeated_looks);
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
        signs,
    } = &mut opening.stage
    else {
        return;
    };
    if result.is_ok() {
        late_shown(state, &now, effects);
    }
    let shown = result
        .is_ok()
        .then(|| recognition::recognise(state, record, signs, &now))
        .flatten();
    if let Some(id) = shown {
        shown_in(state, record, id, &now, effects);
    } else {
        *look = None;
        look_later(*request, effects);
        set(state, record, opening);
        if let Some(id) = now.focused {
            glance::sighted(state, id, effects);
        }
    }
}

/// A look that was for something else may show a late tab.
pub(super) fn late_shown(state: &mut State, now: &Sight, effects: &mut Effects) {
    if let Some((record, id)) = recognition::recognise_late(state, now) {
        shown_in(state, record, id, now, effects);
    }
}

fn shown_in(state: &mut State, record: Record, id: TabId, now: &Sight, effects: &mut Effects) {
    let tab = Tab {
        session: now.session.ours().cloned(),
        id,
    };
    bind(state, record, tab, now.focused.as_ref(), effects);
}

/// An open call whose time is over has succeeded after all; false if it is none.
pub(super) fn succeeded_late(state: &mut State, request: RequestId) -> bool {
    let late = state.records.values_mut().find_map(|shown| match shown {
        RecordTab::Failed {
            late: Some(late), ..
        } if late.request == request => Some(late),
        _ => None,
    });
    late.map(|late| late.due = true).is_some()
}

/// Watches once more for a record of which the host has told after its time; false if there is none.
pub(super) fn watch_late(state: &mut State, effects: &mut Effects) -> bool {
    let due = state
        .records
        .iter()
        .find_map(|(record, shown)| match shown {
            RecordTab::Failed {
                late: Some(late), ..
            } if late.due => Some((*record, late.clone())),
            _ => None,
        });
    if let Some((record, late)) = due.clone() {
        watch_again(state, record, late.request, late.signs, effects);
    }
    due.is_some()
}

/// After a reload: the open call went out in the page's earlier life, and its answer went with that.
pub(super) fn resume(state: &mut State, record: Record, signs: Signs, effects: &mut Effects) {
    let request = state.next_request();
    watch_again(state, record, request, signs, effects);
}

fn watch_again(
    state: &mut State,
    record: Record,
    request: RequestId,
    signs: Signs,
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
        signs,
    };
    set(state, record, Opening { way, stage });
}

/// A tab is brought to the front: a look that is out may have been there before it, and is asked for anew.
pub(super) fn look_anew(state: &mut State, effects: &mut Effects) {
    let out = state.records.values_mut().find_map(|shown| match shown {
        RecordTab::Opening(Opening {
            stage: Stage::Watching { request, look, .. },
            ..
        }) => look.take().map(|_| *request),
        _ => None,
    });
    out.into_iter()
        .for_each(|request| look_later(request, effects));
}

fn look_later(request: RequestId, effects: &mut Effects) {
    effects.push(Effect::Wait {
        timer: Timer::LookAgain(request),
        millis: patience::LOOK_AGAIN,
    });
}
