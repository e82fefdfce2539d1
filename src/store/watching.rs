//! The watch for a record's tab (R2): success of the open call brings no tab yet, so the panel looks for it, once a
//! second and for a minute; a late one is still bound.

use super::event::Answer;
use super::opening::{fail, note, opening_of, set};
use super::patience;
use super::problem::{CallProblem, Problem};
use super::records::{bind, forget_unless_bound, sight};
use super::settings::OpenWith;
use super::state::{Late, Opening, RecordTab, SessionSight, Sight, Signs, Stage, Way};
use super::update::Effects;
use super::{
    DynamicsCall, Effect, Record, RequestId, State, Tab, TabId, Timer, counters, glance,
    recognition, room,
};

/// The open call is out.
pub(super) fn begin(
    state: &mut State,
    record: Record,
    way: Way,
    before: Sight,
    effects: &mut Effects,
) {
    let way = match way {
        Way::Auto => usual(state),
        way => way,
    };
    let call = match way {
        Way::Search | Way::Auto => DynamicsCall::OpenBySearch(record),
        Way::Form | Way::Asked => DynamicsCall::OpenForm(record),
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

/// How records open, as far as is known by now.
fn usual(state: &State) -> Way {
    match state.settings.open_with.into() {
        Way::Auto if state.host.search_opens_nothing => Way::Form,
        way => way,
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
        if opening.way == Way::Auto {
            note(state, record, Way::Auto, Some(late), effects);
        } else {
            not_shown(state, record, late);
        }
    } else if look.is_none() {
        counters::up(&mut state.counters.repeated_looks);
        *look = Some(state.call(DynamicsCall::Look, effects));
        set(state, record, opening);
    }
}

/// The whole time of an opening by search has passed, and this is the last look for its tab. If nothing but the app
/// can be the reason why there is none, the form is used.
pub(super) fn missed(
    state: &mut State,
    record: Record,
    mut late: Late,
    now: Sight,
    effects: &mut Effects,
) {
    if now.session == SessionSight::NotOurs {
        return out_of_reach(state, record);
    }
    match recognition::recognise(state, record, &mut late.signs, &now) {
        Some(id) => shown_in(state, record, id, &now, effects),
        None if room::is_full(state, &now) => room::lack(state, record),
        None if !late.due && recognition::nothing_came(state, record, &late.signs, &now) => {
            begin(state, record, Way::Form, now, effects);
        }
        None => not_shown(state, record, late),
    }
}

fn not_shown(state: &mut State, record: Record, late: Late) {
    if room::is_full(state, &late.signs.before) {
        return room::lack(state, record);
    }
    fail(state, record, Problem::RecordNotShown(record), Some(late));
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
    mut opening: Opening,
    result: &Result<Answer, CallProblem>,
) {
    let Some(signs) = opening.signs_mut() else {
        return;
    };
    match result {
        Ok(_) if signs.before.session == SessionSight::NotOurs => {
            out_of_reach(state, record);
        }
        Ok(_) => {
            signs.answered = true;
            set(state, record, opening);
        }
        Err(CallProblem::TimedOut) => {}
        Err(_) if room::is_full(state, &signs.before) => room::lack(state, record),
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
    learn(state, record, effects);
    bind(state, record, tab, now.focused.as_ref(), effects);
}

/// A record has its tab: what does that tell of this organization's search?
fn learn(state: &mut State, record: Record, effects: &mut Effects) {
    let way = match state.records.get(&record) {
        Some(RecordTab::Opening(opening)) => opening.way,
        _ => usual(state),
    };
    let opens_nothing = match way {
        Way::Search | Way::Auto => false,
        Way::Form => state.settings.open_with == OpenWith::Auto,
        Way::Asked => return,
    };
    if state.host.search_opens_nothing != opens_nothing {
        state.host.search_opens_nothing = opens_nothing;
        effects.push(Effect::RememberSearch { opens_nothing });
    }
}

/// An open call whose time is over has succeeded after all; false if it is none.
pub(super) fn succeeded_late(state: &mut State, request: RequestId) -> bool {
    let late = state.records.values_mut().find_map(|shown| match shown {
        RecordTab::Failed {
            late: Some(late), ..
        }
        | RecordTab::Opening(Opening {
            stage:
                Stage::Noting {
                    missing: Some(late),
                    ..
                },
            ..
        }) if late.request == request => Some(late),
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
    let way = usual(state);
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
