//! Several windows of one agent. One leads: it alone loads Flex and decides. The others follow: they show its list,
//! carry to it what the agent does in them ([`errands`]), and focus the tabs that are theirs ([`elsewhere`]).
//!
//! Who leads is settled by a lock of the browser (`browser::windows`), which tells [`WindowEvent::Leads`] and
//! [`WindowEvent::Follows`]. A follower's list is the leader's, put in place of its own, so components need not know
//! whose it is. Until the lock has told both of two windows, they may lead together: a follower that hears its leader
//! follow asks who leads.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::errands::{self, Errand};
use super::problem::Problem;
use super::state::{ClickToAct, Dialing, FlexLink, PanelMode, RecordTab, View};
use super::update::Effects;
use super::windows::{List, Message, Role, WindowId, Windows, WindowsCall};
use super::{
    AgentAct, Effect, Record, ReservationSid, State, WindowEvent, dialing, elsewhere, glance, mode,
    room, tasks,
};

/// How many followers are remembered. A window that crashes does not say that it goes.
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
        WindowEvent::Alone => lead(state, Role::Alone, effects),
        WindowEvent::Leads => lead(state, Role::Leading, effects),
        WindowEvent::Follows if state.windows.follows() => follow_whom(state, effects),
        WindowEvent::Follows => follow(state, None, effects),
        WindowEvent::Heard(from, message) => heard(state, from, message, effects),
    }
}

/// This window has Flex from now on: it leads, or finds out that it is alone. What the last leader had is kept until
/// Flex tells what it has: nothing pops twice. A call that it was about to place may yet come, and its customers need a
/// panel on screen.
fn lead(state: &mut State, role: Role, effects: &mut Effects) {
    let before = std::mem::take(&mut state.windows);
    state.windows.role = role;
    state.windows.errands = before.errands;
    state.flex = FlexLink::Loading;
    call(WindowsCall::Lead, effects);
    if role == Role::Leading {
        say(None, Message::Leading, effects);
    }
    if let Some(number) = before.list.calls.dialing.clone() {
        dialing::await_task(state, Some(number), effects);
    }
    if !state.tasks.is_empty() {
        mode::dock_for_arrival(state, effects);
    }
    errands::come_home(state, effects);
}

/// What was under way in Flex, or waited for its turn in Dynamics, is the leader's from now on.
fn follow(state: &mut State, leader: Option<WindowId>, effects: &mut Effects) {
    state.windows = Windows {
        role: Role::Following(leader),
        list: List::of(state),
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
        .retain(|_, tab| !matches!(tab, RecordTab::Queued(_)) && !room::is_lacking(tab));
    call(WindowsCall::Follow, effects);
    tell_shown(state, None, effects);
}

/// Who leads? It answers with its list.
fn follow_whom(state: &mut State, effects: &mut Effects) {
    state.windows.role = Role::Following(None);
    tell_shown(state, None, effects);
}

fn tell_shown(state: &State, to: Option<WindowId>, effects: &mut Effects) {
    say(to, Message::Following(state.windows.shown.clone()), effects);
}

fn heard(state: &mut State, from: WindowId, message: Message, effects: &mut Effects) {
    if errands::told(state, from, &message, effects) {
        return;
    }
    match state.windows.role {
        // It has told the agent that it knows of nobody.
        Role::Alone => {}
        Role::Leading => told_by_follower(state, from, message, effects),
        Role::Following(leader) => told_by_leader(state, from, leader, message, effects),
    }
}

fn told_by_leader(
    state: &mut State,
    from: WindowId,
    leader: Option<WindowId>,
    message: Message,
    effects: &mut Effects,
) {
    match message {
        Message::Leading => {
            state.windows.role = Role::Following(Some(from));
            tell_shown(state, Some(from), effects);
            errands::offer_again(state, None, effects);
        }
        Message::List(list) => take_list(state, from, list),
        Message::Focus(record) => elsewhere::focus(state, from, record, effects),
        Message::Take => call(WindowsCall::Take, effects),
        Message::Busy => state.tell(Problem::CallLiveElsewhere),
        // It led when it asked for this.
        Message::Errand(number, _) => say(Some(from), Message::GiveBack(number), effects),
        // It leads no longer.
        Message::Following(_) if leader == Some(from) => follow_whom(state, effects),
        Message::Leaving => {
            if leader == Some(from) {
                state.windows.role = Role::Following(None);
            }
            errands::offer_again(state, Some(from), effects);
        }
        _ => {}
    }
}

fn told_by_follower(state: &mut State, from: WindowId, message: Message, effects: &mut Effects) {
    match message {
        Message::Following(shown) => {
            remember(state, from, shown);
            state.windows.list = List::of(state);
            say(
                Some(from),
                Message::List(state.windows.list.clone()),
                effects,
            );
        }
        Message::Offer(number) => say(Some(from), Message::Give(number), effects),
        Message::Errand(number, errand) => {
            say(Some(from), Message::Done(number), effects);
            match errand {
                Errand::Act(AgentAct::WorkHere) => let_work(state, from, effects),
                errand => errands::run(state, errand, effects),
            }
        }
        Message::Focusing(record) => {
            state.windows.asked.take_if(|asked| asked.record == record);
        }
        Message::Gone(record) => elsewhere::gone(state, from, record, effects),
        Message::Leaving => elsewhere::closed(state, from, effects),
        // Of two that lead for a moment, the lock tells one that it doesn't.
        _ => {}
    }
}

/// A follower, and what it shows. Of too many, the one that shows least is forgotten.
fn remember(state: &mut State, from: WindowId, shown: BTreeSet<Record>) {
    let followers = &mut state.windows.followers;
    let _ = followers.insert(from, shown);
    if followers.len() > FOLLOWERS {
        let others = followers.iter().filter(|(window, _)| **window != from);
        let least = others.min_by_key(|(_, shown)| shown.len());
        let least = least.map(|(window, _)| *window);
        least.into_iter().for_each(|window| {
            let _ = followers.remove(&window);
        });
    }
}

/// The agent wants to work in that window.
fn let_work(state: &mut State, there: WindowId, effects: &mut Effects) {
    if state.call_is_live() {
        say(Some(there), Message::Busy, effects);
    } else {
        follow(state, Some(there), effects);
        say(Some(there), Message::Take, effects);
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
    state.choice = list.calls.choice.clone();
    state.extensions = list.calls.extensions.clone();
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
        act => {
            state.touched();
            errands::carry(state, Errand::Act(act), effects);
        }
    }
}

/// A click on a phone field in a follower's Dynamics: the leader dials, and the list comes on screen here.
pub(super) fn clicked_in_follower(state: &mut State, click: Rc<ClickToAct>, effects: &mut Effects) {
    state.touched();
    mode::ask(state, PanelMode::Docked, effects);
    errands::carry(state, Errand::Dial(click), effects);
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

/// The records that have tabs here, or are about to, or had them before a reload.
fn shown_here(state: &State) -> BTreeSet<Record> {
    let records = state.records.iter();
    let recalled = state.recalled.tabs.iter().flat_map(|tabs| tabs.records());
    records
        .filter(|(_, tab)| matches!(tab, RecordTab::Bound(_) | RecordTab::Opening(_)))
        .map(|(record, _)| *record)
        .chain(recalled)
        .collect()
}

pub(super) fn say(to: Option<WindowId>, message: Message, effects: &mut Effects) {
    call(WindowsCall::Say(to, message), effects);
}

fn call(call: WindowsCall, effects: &mut Effects) {
    effects.push(Effect::Windows(call));
}
