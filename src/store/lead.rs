//! Several windows of one agent. One leads: it alone loads Flex and decides. The others follow: they show its list,
//! carry to it what the agent does in them, and focus the tabs that are theirs.
//!
//! Who leads is settled by a lock of the browser (`browser::windows`), which tells [`WindowEvent::Leads`] and
//! [`WindowEvent::Follows`]. A follower's list is the leader's, put in place of its own, so components need not know
//! whose it is.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::patience;
use super::problem::Problem;
use super::state::{ClickToAct, Dialing, FlexLink, PanelMode, RecordTab, View};
use super::update::Effects;
use super::windows::{Asked, List, Message, Role, WindowId, Windows, WindowsCall};
use super::{
    AgentAct, Effect, Record, ReservationSid, State, Timer, WindowEvent, dialing, focus, glance,
    mode, records, tasks,
};

/// How many followers are remembered: the youngest. A window that goes does not say so.
const FOLLOWERS: usize = 8;

/// Something has happened to the window, or in another one.
pub(super) fn happened(state: &mut State, event: WindowEvent, effects: &mut Effects) {
    match event {
        WindowEvent::Seen(seen) => {
            state.unseen = !seen;
            glance::soon(state, effects);
        }
        WindowEvent::FocusMoved => glance::soon(state, effects),
        WindowEvent::Malformed => {}
        WindowEvent::Alone => {
            state.windows = Windows {
                role: Role::Alone,
                ..Windows::default()
            };
            state.flex = FlexLink::Loading;
            call(WindowsCall::Lead, effects);
        }
        WindowEvent::Leads => lead(state, effects),
        WindowEvent::Follows => {
            let leader = match state.windows.role {
                Role::Following(leader) => leader,
                Role::Alone | Role::Leading => None,
            };
            follow(state, leader, effects);
        }
        WindowEvent::Heard(from, message) if state.windows.follows() => {
            told_by_leader(state, from, message, effects);
        }
        WindowEvent::Heard(from, message) => told_by_follower(state, from, message, effects),
    }
}

/// What the last leader had is kept until Flex tells what it has: nothing pops twice.
fn lead(state: &mut State, effects: &mut Effects) {
    state.windows = Windows::default();
    state.flex = FlexLink::Loading;
    call(WindowsCall::Lead, effects);
    say(None, Message::Leading, effects);
}

/// What was under way in Flex, or waited for its turn in Dynamics, is the leader's from now on.
fn follow(state: &mut State, leader: Option<WindowId>, effects: &mut Effects) {
    state.windows = Windows {
        role: Role::Following(leader),
        shown: shown_here(state),
        ..Windows::default()
    };
    state.flex = FlexLink::Loading;
    state.flex_selected = None;
    state.view = View::default();
    state.selecting = None;
    state.commands.clear();
    state.asked_activity = None;
    state.dialing = Dialing::Idle;
    state.queue.clear();
    state
        .records
        .retain(|_, tab| !matches!(tab, RecordTab::Queued(_)));
    call(WindowsCall::Follow, effects);
    say(
        None,
        Message::Following(state.windows.shown.clone()),
        effects,
    );
}

fn told_by_leader(state: &mut State, from: WindowId, message: Message, effects: &mut Effects) {
    match message {
        Message::Leading => {
            state.windows.role = Role::Following(Some(from));
            say(
                Some(from),
                Message::Following(state.windows.shown.clone()),
                effects,
            );
        }
        Message::List(list) => take_list(state, from, list),
        Message::Focus(record) if !state.windows.shown.contains(&record) => {
            let shown = state.windows.shown.clone();
            say(Some(from), Message::Following(shown), effects);
        }
        Message::Focus(record) => {
            say(Some(from), Message::Focusing(record), effects);
            // One that is coming up comes up in front.
            focus::bring(state, record, effects);
        }
        Message::Take => call(WindowsCall::Take, effects),
        Message::Busy => state.tell(Problem::CallLiveElsewhere),
        Message::Following(_)
        | Message::Act(_)
        | Message::Dial(_)
        | Message::Focusing(_)
        | Message::WorkHere => {}
    }
}

fn told_by_follower(state: &mut State, from: WindowId, message: Message, effects: &mut Effects) {
    match message {
        Message::Following(shown) => {
            let _ = state.windows.followers.insert(from, shown);
            if state.windows.followers.len() > FOLLOWERS {
                let _ = state.windows.followers.pop_first();
            }
            state.windows.list = List::of(state);
            say(
                Some(from),
                Message::List(state.windows.list.clone()),
                effects,
            );
        }
        Message::Act(act) => tasks::done_by_agent(state, act, effects),
        Message::Dial(click) => dialing::clicked(state, click, effects),
        Message::Focusing(record) => {
            state.windows.asked.take_if(|asked| asked.record == record);
        }
        Message::WorkHere if state.call_is_live() => say(Some(from), Message::Busy, effects),
        Message::WorkHere => {
            follow(state, Some(from), effects);
            say(Some(from), Message::Take, effects);
        }
        // Of two that lead for a moment, the lock tells one that it doesn't.
        Message::Leading | Message::List(_) | Message::Focus(_) | Message::Take | Message::Busy => {
        }
    }
}

/// The leader's list takes the place of ours. Notices stay this window's own: each is put away where it is read.
fn take_list(state: &mut State, leader: WindowId, list: List) {
    let before = std::mem::replace(&mut state.windows.list, list.clone());
    state.windows.role = Role::Following(Some(leader));
    state.take_back(|notice| before.notices.contains(notice) && !list.notices.contains(notice));
    for notice in list.notices {
        if !before.notices.contains(&notice) {
            state.tell(notice);
        }
    }
    state.tasks = list.tasks;
    let tasks = &state.tasks;
    let is_live = |sid: &ReservationSid| tasks.iter().any(|task| task.sid == *sid);
    state.recent.retain(is_live);
    state.selected = list.selected.filter(is_live);
    state.recalled.selected = None;
    state.popped = list.popped;
    state.flex = list.flex;
    state.activity = list.activity;
    state.activities = list.activities;
    if !state.call_is_live() {
        state.take_back(|notice| *notice == Problem::CallLiveElsewhere);
    }
}

/// The agent does something in a follower's panel.
pub(super) fn done_in_follower(state: &mut State, act: AgentAct, effects: &mut Effects) {
    match act {
        AgentAct::Dock | AgentAct::Dismiss(_) => tasks::done_by_agent(state, act, effects),
        AgentAct::WorkHere => {
            state.touched();
            say(None, Message::WorkHere, effects);
        }
        act => {
            state.touched();
            carry(act, effects);
        }
    }
}

/// The agent's act goes to the leader.
pub(super) fn carry(act: AgentAct, effects: &mut Effects) {
    say(None, Message::Act(act), effects);
}

/// A click on a phone field in a follower's Dynamics: the leader dials, and the list comes on screen here.
pub(super) fn clicked_in_follower(state: &mut State, click: Rc<ClickToAct>, effects: &mut Effects) {
    state.touched();
    mode::ask(state, PanelMode::Docked, effects);
    say(None, Message::Dial(click), effects);
}

/// The selected task's record is opened next; or, where a follower shows it, comes to the front there.
pub(super) fn open(state: &mut State, record: Record, effects: &mut Effects) {
    let Some(window) = state.windows.holder(record) else {
        return records::want(state, record, true);
    };
    let request = state.next_request();
    state.windows.asked = Some(Asked {
        request,
        window,
        record,
    });
    say(Some(window), Message::Focus(record), effects);
    effects.push(Effect::Wait {
        timer: Timer::Elsewhere(request),
        millis: patience::OTHER_WINDOW,
    });
}

/// The window that was asked has not answered: what it showed is shown here.
pub(super) fn time_up(state: &mut State, timer: Timer, effects: &mut Effects) {
    let asked = state
        .windows
        .asked
        .take_if(|asked| timer == Timer::Elsewhere(asked.request));
    if let Some(asked) = asked {
        // It may merely be slow, so it goes on hearing the list.
        if let Some(shown) = state.windows.followers.get_mut(&asked.window) {
            let _ = shown.remove(&asked.record);
        }
        focus::show(state, effects);
    }
}

/// At the end of each turn: the others are told what has changed for them.
pub(super) fn keep(state: &mut State, effects: &mut Effects) {
    match state.windows.role {
        Role::Leading if !state.windows.followers.is_empty() => {
            let list = List::of(state);
            if list != state.windows.list {
                state.windows.list = list.clone();
                say(None, Message::List(list), effects);
            }
        }
        Role::Following(_) => {
            let shown = shown_here(state);
            if shown != state.windows.shown {
                state.windows.shown = shown.clone();
                say(None, Message::Following(shown), effects);
            }
        }
        Role::Alone | Role::Leading => {}
    }
}

/// The records that have tabs here, or are about to.
fn shown_here(state: &State) -> BTreeSet<Record> {
    let records = state.records.iter();
    records
        .filter(|(_, tab)| matches!(tab, RecordTab::Bound(_) | RecordTab::Opening(_)))
        .map(|(record, _)| *record)
        .collect()
}

fn say(to: Option<WindowId>, message: Message, effects: &mut Effects) {
    call(WindowsCall::Say(to, message), effects);
}

fn call(call: WindowsCall, effects: &mut Effects) {
    effects.push(Effect::Windows(call));
}
