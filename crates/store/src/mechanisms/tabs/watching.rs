//! The watch for a record's tab (R2). Success of the open call brings no tab yet, so the panel looks for the tab once a
//! second for 60 s. A tab that comes later is still bound.

use crate::mechanisms::tabs::front::tabs_seen;
use crate::mechanisms::tabs::records::{
    bind, fail, forget_unless_bound, opening_awaiting, set, settle,
};
use crate::mechanisms::tabs::{front, matching, room};
use crate::mechanisms::turn::Turn;
use crate::words::awaited::Awaited;
use crate::words::effect::{DynamicsCall, Effect, Timer};
use crate::words::event::Answer;
use crate::words::ids::{Record, Tab, TabId, Ticket};
use crate::words::problem::{CallProblem, Problem};
use crate::words::settings::OpenWith;
use crate::words::state::State;
use crate::words::tabs::{
    Evidence, FocusedSession, Late, Opening, RecordTab, Stage, TabsView, Way,
};
use crate::words::{counters, timeouts};

/// Calls Dynamics to open the record, and begins to watch for its tab.
pub(crate) fn begin(turn: &mut Turn<'_>, record: Record, way: Way, before: TabsView) {
    let way = match way {
        Way::Auto => usual(turn),
        way => way,
    };
    let call = match way {
        Way::Search | Way::Auto => DynamicsCall::OpenBySearch(record),
        Way::Form | Way::Asked => DynamicsCall::OpenForm(record),
    };
    let request = turn.call(call, Awaited::Opening(record));
    turn.wait(Timer::Opening(request), timeouts::OPENING);
    look_later(turn, request);
    let stage = Stage::AwaitingTab {
        request,
        look: None,
        evidence: Evidence {
            before,
            ..Evidence::default()
        },
    };
    set(turn, Opening { record, way, stage });
}

/// The way in which records open, as far as it is known by now.
fn usual(state: &State) -> Way {
    match state.settings.open_with.into() {
        Way::Auto if state.tabs.host.search_opens_nothing => Way::Form,
        way => way,
    }
}

/// A timer of an opening has run out.
pub(crate) fn time_up(turn: &mut Turn<'_>, timer: Timer) {
    let (Timer::LookAgain(request) | Timer::Opening(request)) = timer else {
        return;
    };
    let Some(mut opening) = opening_awaiting(&turn.tabs, request) else {
        return;
    };
    let record = opening.record;
    let Stage::AwaitingTab { look, evidence, .. } = &mut opening.stage else {
        return;
    };
    if timer == Timer::Opening(request) {
        if turn.tabs.sessions.focused == FocusedSession::NotOurs {
            return out_of_reach(turn, record);
        }
        let late = Late {
            request,
            evidence: evidence.clone(),
            due: false,
        };
        counters::up(&mut turn.diagnostics.counters.late_tabs);
        if opening.way == Way::Auto {
            note(turn, record, Way::Auto, Some(late));
        } else {
            not_shown(turn, record, late);
        }
    } else if look.is_none() {
        counters::up(&mut turn.diagnostics.counters.repeated_looks);
        *look = Some(turn.call(DynamicsCall::ReadTabs, Awaited::Opening(record)));
        set(turn, opening);
    }
}

/// The time of an opening by search is over, and this was the last look for its tab. The form is used if the only
/// reason for the missing tab can be that the search opens nothing in this app.
pub(crate) fn missed(turn: &mut Turn<'_>, record: Record, mut late: Late, now: TabsView) {
    if now.session == FocusedSession::NotOurs {
        return out_of_reach(turn, record);
    }
    match matching::recognise(turn, record, &mut late.evidence, &now) {
        Some(id) => shown_in(turn, record, id, &now),
        None if room::is_full(turn, &now) => room::lack(turn, record),
        None if !late.due && matching::nothing_came(turn, record, &late.evidence, &now) => {
            begin(turn, record, Way::Form, now);
        }
        None => not_shown(turn, record, late),
    }
}

fn not_shown(state: &mut State, record: Record, late: Late) {
    if room::is_full(state, &late.evidence.before) {
        return room::lack(state, record);
    }
    fail(state, record, Problem::RecordNotShown(record), Some(late));
}

/// The record has come up in a session where nothing can be bound.
fn out_of_reach(state: &mut State, record: Record) {
    settle(&mut state.tabs, record, RecordTab::OutOfReach);
    forget_unless_bound(state, record);
}

/// Takes the answer to the open call. Success brings no tab yet, and a time-out says nothing: the watch goes on.
pub(crate) fn opened(
    state: &mut State,
    mut opening: Opening,
    result: &Result<Answer, CallProblem>,
) {
    let record = opening.record;
    let Some(evidence) = opening.evidence_mut() else {
        return;
    };
    match result {
        Ok(_) if evidence.before.session == FocusedSession::NotOurs => {
            out_of_reach(state, record);
        }
        Ok(_) => {
            evidence.answered = true;
            set(state, opening);
        }
        Err(CallProblem::TimedOut) => {}
        Err(_) if room::is_full(state, &evidence.before) => room::lack(state, record),
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

pub(crate) fn looked(
    turn: &mut Turn<'_>,
    mut opening: Opening,
    result: &Result<Answer, CallProblem>,
) {
    let record = opening.record;
    let now = tabs_seen(turn, result);
    let Stage::AwaitingTab {
        request,
        look,
        evidence,
    } = &mut opening.stage
    else {
        return;
    };
    if result.is_ok() {
        late_shown(turn, &now);
    }
    let shown = result
        .is_ok()
        .then(|| matching::recognise(turn, record, evidence, &now))
        .flatten();
    if let Some(id) = shown {
        shown_in(turn, record, id, &now);
    } else {
        *look = None;
        look_later(turn, *request);
        set(turn, opening);
        if let Some(id) = now.focused {
            front::focused_tab_seen(turn, id);
        }
    }
}

/// A look that was made for something else may show a late tab.
pub(crate) fn late_shown(turn: &mut Turn<'_>, now: &TabsView) {
    if let Some((record, id)) = matching::recognise_late(turn, now) {
        shown_in(turn, record, id, now);
    }
}

fn shown_in(turn: &mut Turn<'_>, record: Record, id: TabId, now: &TabsView) {
    let tab = Tab {
        session: now.session.ours().cloned(),
        id,
    };
    learn(turn, record);
    bind(turn, record, tab, now.focused.as_ref());
}

/// A record has its tab. Learns from it whether the search opens records in this organization.
fn learn(turn: &mut Turn<'_>, record: Record) {
    let opening = turn.tabs.opening_of(record);
    let way = opening.map_or_else(|| usual(turn), |opening| opening.way);
    let opens_nothing = match way {
        Way::Search | Way::Auto => false,
        Way::Form => turn.settings.open_with == OpenWith::Auto,
        Way::Asked => return,
    };
    if turn.tabs.host.search_opens_nothing != opens_nothing {
        turn.tabs.host.search_opens_nothing = opens_nothing;
        turn.effect(Effect::SaveSearch { opens_nothing });
    }
}

/// The open call of this record has succeeded after its time. Returns false if nobody awaits that any more.
pub(crate) fn succeeded_late(state: &mut State, record: Record, request: Ticket) -> bool {
    let tabs = &mut state.tabs;
    let late = match (&mut tabs.opening, tabs.records.get_mut(&record)) {
        (
            Some(Opening {
                record: awaited,
                stage: Stage::ReadingTabsBefore { missing, .. },
                ..
            }),
            _,
        ) if *awaited == record => missing.as_mut(),
        (_, Some(RecordTab::Failed { late, .. })) => late.as_mut(),
        _ => None,
    };
    let late = late.filter(|late| late.request == request);
    late.map(|late| late.due = true).is_some()
}

/// Watches again for the tab of a record that Dynamics has announced after its time. Returns false if there is none.
pub(crate) fn watch_late(turn: &mut Turn<'_>) -> bool {
    let due = turn
        .tabs
        .records
        .iter()
        .find_map(|(record, shown)| match shown {
            RecordTab::Failed {
                late: Some(late), ..
            } if late.due => Some((*record, late.clone())),
            _ => None,
        });
    if let Some((record, late)) = due.clone() {
        watch_again(turn, record, late.request, late.evidence);
    }
    due.is_some()
}

/// After a reload: watches for the tab of an open call that went out before the reload. Its answer is lost.
pub(crate) fn resume(turn: &mut Turn<'_>, record: Record, evidence: Evidence) {
    let request = turn.next_ticket();
    watch_again(turn, record, request, evidence);
}

fn watch_again(turn: &mut Turn<'_>, record: Record, request: Ticket, evidence: Evidence) {
    let look = Some(turn.call(DynamicsCall::ReadTabs, Awaited::Opening(record)));
    turn.wait(Timer::Opening(request), timeouts::OPENING);
    let way = usual(turn);
    let stage = Stage::AwaitingTab {
        request,
        look,
        evidence,
    };
    set(turn, Opening { record, way, stage });
}

/// The panel brings a tab to the front. A look that is out may show the time before that, so the panel looks again.
pub(crate) fn look_anew(turn: &mut Turn<'_>) {
    if let Some(opening) = &mut turn.tabs.opening
        && let Stage::AwaitingTab { request, look, .. } = &mut opening.stage
        && look.take().is_some()
    {
        let request = *request;
        look_later(turn, request);
    }
}

/// Reads the tabs, before the open call or, for a missing tab, after its whole time.
pub(crate) fn note(turn: &mut Turn<'_>, record: Record, way: Way, missing: Option<Late>) {
    let request = turn.call(DynamicsCall::ReadTabs, Awaited::Opening(record));
    let stage = Stage::ReadingTabsBefore { request, missing };
    set(turn, Opening { record, way, stage });
}

fn look_later(turn: &mut Turn<'_>, request: Ticket) {
    turn.wait(Timer::LookAgain(request), timeouts::LOOK_AGAIN);
}
