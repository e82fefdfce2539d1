//! The election: several windows of one agent, one of which leads. Only the leader loads Flex and decides. The others
//! follow: they show the leader's list, forward to it what the agent does in them ([`outbox`]), and focus their own
//! tabs ([`remote_tabs`]).
//!
//! A lock of the browser (`browser::windows`) decides who leads. It reports [`WindowEvent::Leads`] and
//! [`WindowEvent::Follows`]. In a follower the leader's list takes the place of its own, so components need not know
//! whose list they show. Until the lock has told both of two windows, both may lead for a moment. If a follower hears
//! its leader follow, it asks who leads.

use std::mem;

use crate::mechanisms::tabs::{poll, room};
use crate::mechanisms::turn::{Outcome, Turn};
use crate::mechanisms::windows::{outbox, remote_tabs};
use crate::mechanisms::{dialing, mode};
use crate::words::agent::AgentAction;
use crate::words::click::Dialing;
use crate::words::effect::Effect;
use crate::words::event::{DynamicsEvent, Event, WindowEvent};
use crate::words::ids::{Record, ReservationSid};
use crate::words::links::{FlexLink, View};
use crate::words::mode::PanelMode;
use crate::words::problem::Problem;
use crate::words::sorted::Set;
use crate::words::state::State;
use crate::words::tabs::Tabs;
use crate::words::windows::{
    Follower, Forwarded, Leader, List, Message, OwnCalls, Part, Role, WindowId, WindowsCall,
};

/// How many followers the leader keeps. A window that crashes does not say that it leaves.
const FOLLOWERS: usize = 8;

/// Something has happened to this window, or another window says something.
pub(crate) fn happened(turn: &mut Turn<'_>, event: WindowEvent) {
    match event {
        WindowEvent::Seen(seen) => {
            turn.windows.unseen = !seen;
            poll::soon(turn);
        }
        WindowEvent::FocusMoved => poll::soon(turn),
        WindowEvent::Malformed => {}
        WindowEvent::Standalone => lead(turn, Role::Standalone),
        WindowEvent::Leads => lead(turn, Role::Leader),
        WindowEvent::Follows if turn.windows.follows() => follow_whom(turn),
        WindowEvent::Follows => follow(turn, None),
        WindowEvent::Heard(from, message) => heard(turn, from, message),
    }
}

/// This window has Flex from now on, because it leads or stands alone. The last leader's list stays until Flex sends
/// its snapshot, so that no record opens twice. A call that the last leader was about to place may still come. If there
/// are tasks, the panel docks: customers wait.
fn lead(turn: &mut Turn<'_>, role: Role) {
    let before = mem::replace(&mut turn.windows.part, role.into());
    turn.flex.link = FlexLink::Loading;
    call(turn, WindowsCall::Lead);
    if role == Role::Leader {
        turn.say(None, Message::Leading);
    }
    if let Part::Follower(follower) = before
        && let Some(number) = &follower.list.calls.dialing
    {
        dialing::await_task(turn, Some(number.clone()));
    }
    if !turn.tasks.is_empty() {
        mode::dock_for_arrival(turn);
    }
    outbox::drain_locally(turn);
}

/// This window follows from now on. Commands to Flex and records in the queue are the leader's business now.
fn follow(turn: &mut Turn<'_>, leader: Option<WindowId>) {
    turn.windows.part = Part::Follower(Follower {
        leader,
        list: List::of(turn),
        shown: shown_here(turn),
    });
    turn.windows.outbox.clear();
    turn.flex.link = FlexLink::Loading;
    turn.flex.selected = None;
    turn.flex.view = View::default();
    turn.flex.selecting = None;
    turn.flex.commands.clear();
    turn.forget_flex();
    turn.flex.asked_activity = None;
    turn.calls.dialing = Dialing::Idle;
    turn.tabs.queue.clear();
    turn.tabs.records.retain(|_, tab| !room::is_lacking(tab));
    call(turn, WindowsCall::Follow);
    tell_shown(turn, None);
}

/// Asks who leads. The leader answers with its list.
fn follow_whom(turn: &mut Turn<'_>) {
    set_leader(turn, None);
    tell_shown(turn, None);
}

fn set_leader(state: &mut State, leader: Option<WindowId>) {
    if let Some(follower) = state.windows.follower_mut() {
        follower.leader = leader;
    }
}

fn tell_shown(turn: &mut Turn<'_>, to: Option<WindowId>) {
    let follower = turn.windows.follower();
    let shown = follower.map(|follower| follower.shown.clone());
    turn.say(to, Message::Following(shown.unwrap_or_default()));
}

fn heard(turn: &mut Turn<'_>, from: WindowId, message: Message) {
    if outbox::told(turn, from, &message) {
        return;
    }
    match turn.windows.role() {
        // This window has told the agent that it knows of no others.
        Role::Standalone => {}
        Role::Leader => told_by_follower(turn, from, message),
        Role::Follower(leader) => told_by_leader(turn, from, leader, message),
    }
}

fn told_by_leader(turn: &mut Turn<'_>, from: WindowId, leader: Option<WindowId>, message: Message) {
    match message {
        Message::Leading => {
            set_leader(turn, Some(from));
            tell_shown(turn, Some(from));
            outbox::offer_again(turn, None);
        }
        Message::List(list) => take_list(turn, from, list),
        Message::Focus(record) => remote_tabs::focus(turn, from, record),
        Message::Take => call(turn, WindowsCall::Take),
        Message::Busy => turn.notify(Problem::CallLiveElsewhere),
        // The other window asked for this act while this window led.
        Message::Deliver(number, _) => turn.say(Some(from), Message::Return(number)),
        // The window that led follows now.
        Message::Following(_) if leader == Some(from) => follow_whom(turn),
        Message::Leaving => {
            if leader == Some(from) {
                set_leader(turn, None);
            }
            outbox::offer_again(turn, Some(from));
        }
        _ => {}
    }
}

fn told_by_follower(turn: &mut Turn<'_>, from: WindowId, message: Message) {
    match message {
        Message::Following(shown) => {
            remember(turn, from, shown);
            let list = List::of(turn);
            tell_list(turn, Some(from), list);
        }
        Message::Offer(number) => turn.say(Some(from), Message::Claim(number)),
        Message::Deliver(number, forwarded) => {
            turn.say(Some(from), Message::Ack(number));
            match forwarded {
                Forwarded::Act(AgentAction::WorkHere) => let_work(turn, from),
                forwarded => turn.report(Outcome::Run(forwarded)),
            }
        }
        Message::Focusing(record) => {
            let _ = turn.windows.take_asked(|asked| asked.record == record);
        }
        Message::Gone(record) => remote_tabs::gone(turn, from, record),
        Message::Leaving => remote_tabs::closed(turn, from),
        // If two windows lead for a moment, the lock tells one of them that it follows.
        _ => {}
    }
}

/// Notes a follower and the records that it shows. If there are too many followers, the one that shows least is
/// forgotten.
fn remember(state: &mut State, from: WindowId, shown: Set<Record>) {
    let Some(Leader { followers, .. }) = state.windows.leader_mut() else {
        return;
    };
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
fn let_work(turn: &mut Turn<'_>, there: WindowId) {
    if turn.call_is_live() {
        turn.say(Some(there), Message::Busy);
    } else {
        follow(turn, Some(there));
        turn.say(Some(there), Message::Take);
    }
}

/// The leader's list takes the place of this window's. Notices stay in each window until the agent dismisses them
/// there.
fn take_list(state: &mut State, leader: WindowId, list: List) {
    let Some(follower) = state.windows.follower_mut() else {
        return;
    };
    let before = mem::replace(&mut follower.list, list.clone());
    follower.leader = Some(leader);
    state.retract(|notice| before.notices.contains(notice) && !list.notices.contains(notice));
    for notice in list.notices {
        if !before.notices.contains(&notice) {
            state.notify(notice);
        }
    }
    state.tasks = list.tasks;
    let tasks = &state.tasks;
    let is_live = |sid: &ReservationSid| tasks.iter().any(|task| task.sid == *sid);
    state.selection.recent.retain(is_live);
    state.selection.selected = list.selected.filter(is_live);
    state.saved.restoring.selected = None;
    state.saved.popped = list.popped;
    state.calls.choice = list.calls.choice.clone();
    state.calls.extensions = list.calls.extensions.clone();
    state.flex.link = list.flex;
    state.flex.activity = list.activity;
    state.flex.activities = list.activities;
    if !state.call_is_live() {
        state.retract(|notice| *notice == Problem::CallLiveElsewhere);
    }
}

/// Forwards to the leader what happens in a follower and is the leader's to decide. Returns the event if the follower
/// handles it itself.
pub(crate) fn forward(turn: &mut Turn<'_>, event: Event) -> Option<Event> {
    match event {
        // The frame of Flex is about to go: its messages no longer count.
        Event::Flex(_) => return None,
        Event::Agent(AgentAction::Dock | AgentAction::Dismiss(_)) => return Some(event),
        Event::Agent(act) => {
            turn.agent_acted();
            outbox::enqueue(turn, Forwarded::Act(act));
        }
        // The leader dials. The follower docks, so that the agent sees the call in the window with the field.
        Event::Dynamics(DynamicsEvent::ClickToAct(click)) => {
            turn.agent_acted();
            mode::ask(turn, PanelMode::Docked);
            outbox::enqueue(turn, Forwarded::Dial(click));
        }
        event => return Some(event),
    }
    None
}

/// At the end of each turn: tells the other windows what has changed for them.
pub(crate) fn keep(turn: &mut Turn<'_>) {
    if let Some(leader) = turn.windows.leader()
        && !leader.followers.is_empty()
    {
        let list = List::of(turn);
        if leader.list != list {
            tell_list(turn, None, list);
        }
    } else if let Some(follower) = turn.windows.follower() {
        let shown = shown_here(turn);
        if follower.shown != shown {
            turn.say(None, Message::Following(shown.clone()));
            if let Some(follower) = turn.windows.follower_mut() {
                follower.shown = shown;
            }
        }
    }
}

fn tell_list(turn: &mut Turn<'_>, to: Option<WindowId>, list: List) {
    turn.say(to, Message::List(list.clone()));
    if let Some(leader) = turn.windows.leader_mut() {
        leader.list = list;
    }
}

/// The records that have tabs here, are being opened here, or had tabs here before a reload.
fn shown_here(state: &State) -> Set<Record> {
    let restoring = state
        .saved
        .restoring
        .tabs
        .known()
        .into_iter()
        .flat_map(|tabs| tabs.records());
    open_here(&state.tabs).chain(restoring).collect()
}

/// The records that have tabs here or are being opened here.
fn open_here(tabs: &Tabs) -> impl Iterator<Item = Record> {
    let bound = tabs.records.keys().copied();
    let bound = bound.filter(|record| tabs.bound(*record).is_some());
    bound.chain(tabs.opening.iter().map(|opening| opening.record))
}

fn call(turn: &mut Turn<'_>, call: WindowsCall) {
    turn.effect(Effect::Windows(call));
}

impl List {
    pub(crate) fn of(state: &State) -> Self {
        let queued = state.tabs.queue.iter().map(|(record, _)| *record);
        let here = open_here(&state.tabs).chain(queued);
        let leader = state.windows.leader();
        let elsewhere = leader
            .into_iter()
            .flat_map(|leader| leader.followers.values().flatten());
        let notices = state.notices.iter().map(|notice| notice.problem.clone());
        Self {
            tasks: state.tasks.clone(),
            selected: state.selection.selected.clone(),
            popped: state.saved.popped.clone(),
            open: here.chain(elsewhere.copied()).collect(),
            flex: state.flex.link.clone(),
            activity: state.flex.activity.clone(),
            activities: state.flex.activities.clone(),
            calls: OwnCalls {
                dialing: state.calls.dialing.number().cloned(),
                choice: state.calls.choice.clone(),
                extensions: state.calls.extensions.clone(),
            }
            .into(),
            notices: notices.collect(),
        }
    }
}
