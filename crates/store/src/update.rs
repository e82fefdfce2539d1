//! One turn: what has happened goes to the rule or the mechanism that it belongs to, then follows whatever has become
//! possible by it.
//!
//! `apply` changes the state by the event. `advance` goes on with what waited for such a change. `publish` leaves the state
//! tidy, saves it and tells the other windows. A second `advance` and `publish` would change nothing and do nothing: a
//! test holds that.

use std::mem;

use crate::mechanisms::tabs::{
    clicked, focus, matching, opening, poll, records, sessions, watching,
};
use crate::mechanisms::turn::{Outcome, Turn};
use crate::mechanisms::windows::{election, outbox, remote_tabs};
use crate::mechanisms::{activity, dialing, ending, flex_link, mode, tasks};
use crate::words::awaited::Awaited;
use crate::words::counters;
use crate::words::effect::{Effect, Timer};
use crate::words::event::{Answer, DynamicsEvent, Event, FlexEvent};
use crate::words::ids::Ticket;
use crate::words::links::{DynamicsLink, FlexLink, Versions};
use crate::words::mode::PanelMode;
use crate::words::problem::{CallProblem, CommandProblem};
use crate::words::state::State;
use crate::words::task::Ending;
use crate::{agent, restore, rules, snapshot};

/// Changes the state by what has happened and says what to do about it. Pure and total.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut turn = Turn::of(state);
    turn.diagnostics.counters.count(&event);
    apply(&mut turn, event);
    advance(&mut turn);
    publish(&mut turn);
    turn.into_effects()
}

/// A window that follows another one hands on what is the leader's to decide. All else is handled in any window alike.
fn apply(turn: &mut Turn<'_>, event: Event) {
    let own = match turn.windows.follows() {
        true => election::forward(turn, event),
        false => Some(event),
    };
    own.into_iter().for_each(|event| handle(turn, event));
    decide(turn);
}

/// Goes on with what may go on now. A notice that is overcome goes first: the others can't bring it back. The next
/// opening comes before the glance, which looks nowhere while a record is being opened.
fn advance(turn: &mut Turn<'_>) {
    dialing::retract_overcome(turn);
    opening::begin_next(turn);
    decide(turn);
    mode::settle(turn);
    poll::keep_looking(turn);
}

/// Leaves the state tidy, then saves it, then tells the other windows: both are to have the tidy one, and a follower
/// forgets in [`restore::keep`] what the leader awaits now.
fn publish(turn: &mut Turn<'_>) {
    records::tidy(turn);
    restore::keep(turn);
    election::keep(turn);
}

/// What the mechanisms have found out goes to the rules, until nothing is left to decide.
fn decide(turn: &mut Turn<'_>) {
    while let Some(outcome) = turn.next_outcome() {
        match outcome {
            Outcome::ShowSelected => rules::show_selected(turn),
            Outcome::TabBound(focused) => focus::bring_back(turn, focused.as_ref()),
            Outcome::AgentWentTo(record) => rules::agent_went_to(turn, record),
            Outcome::SessionInFront => mode::try_again(turn),
            Outcome::Select(sid) => rules::select(turn, sid),
            Outcome::TaskGone(sid) => {
                rules::task_ended(turn, &sid, Ending::Rescinded);
                rules::after_an_end(turn);
            }
            Outcome::Run(forwarded) => agent::run(turn, forwarded),
        }
    }
}

fn handle(turn: &mut Turn<'_>, event: Event) {
    match event {
        Event::Restored(memory) => restore::recall(turn, memory),
        Event::Dynamics(event) => dynamics(turn, event),
        Event::Flex(event) => flex(turn, event),
        Event::Agent(act) => agent::acts(turn, act),
        Event::Window(event) => election::happened(turn, event),
        Event::NumberRead { request, result } => dialing::number_read(turn, request, result),
        Event::TimeUp(timer) => time_up(turn, timer),
    }
}

fn dynamics(turn: &mut Turn<'_>, event: DynamicsEvent) {
    match event {
        DynamicsEvent::AskedAgain => {}
        DynamicsEvent::SearchOpensNothing => turn.tabs.host.search_opens_nothing = true,
        DynamicsEvent::Runs { dynamics, cif } => {
            turn.diagnostics.versions = Versions {
                dynamics,
                cif,
                ..mem::take(&mut turn.diagnostics.versions)
            };
        }
        DynamicsEvent::Speaks(language) => turn.language = Some(language),
        DynamicsEvent::Connected(settings) => {
            turn.settings = settings;
            turn.dynamics = DynamicsLink::Connected;
            mode::connected(turn);
            restore::connected(turn);
        }
        DynamicsEvent::Silent(silent) if turn.dynamics.is_open() => {
            turn.dynamics = match silent {
                true => DynamicsLink::Silent,
                false => DynamicsLink::Connected,
            };
        }
        DynamicsEvent::Silent(_) => {}
        DynamicsEvent::Failed(problem) => turn.dynamics = DynamicsLink::Failed(problem),
        DynamicsEvent::Warned(problem) => turn.notify(problem),
        DynamicsEvent::Answered { request, result } => {
            let taken = answered(turn, request, &result);
            if !taken {
                counters::up(&mut turn.diagnostics.counters.stale_answers);
            }
        }
        DynamicsEvent::ModeChanged(told) => mode::changed(turn, told),
        DynamicsEvent::PageNavigated(page) => {
            matching::navigated(turn, page);
            poll::soon(turn);
        }
        DynamicsEvent::SessionSwitched(session) => sessions::switched(turn, session),
        DynamicsEvent::SessionClosed(session) => sessions::closed(turn, &session),
        DynamicsEvent::ClickedOnPage(record) => clicked::on_page(turn, record),
        DynamicsEvent::ClickToAct(click) => rules::phone_field_clicked(turn, click),
    }
}

fn flex(turn: &mut Turn<'_>, event: FlexEvent) {
    match event {
        FlexEvent::Greeted { bridge, flex } => {
            turn.diagnostics.versions.bridge = Some(bridge);
            turn.diagnostics.versions.flex = flex;
        }
        FlexEvent::Loading => flex_link::leave(turn),
        FlexEvent::NotAnswering => {
            if turn.flex.link == FlexLink::Loading {
                turn.flex.link = FlexLink::NotAnswering;
                // The agent may have to log in: that needs a panel on screen.
                mode::ask(turn, PanelMode::Docked);
            }
        }
        FlexEvent::Snapshot(snapshot) => snapshot::take(turn, snapshot),
        FlexEvent::OtherVersion { theirs } => turn.flex.link = FlexLink::OtherVersion { theirs },
        FlexEvent::SignedOut => turn.flex.link = FlexLink::SignedOut,
        FlexEvent::Replaced => turn.flex.link = FlexLink::Replaced,
        FlexEvent::Task(task) => rules::task_told(turn, task),
        FlexEvent::TaskEnded { sid, ending } => {
            rules::task_ended(turn, &sid, ending);
            rules::after_an_end(turn);
        }
        FlexEvent::Selected(sid) => rules::flex_selected(turn, sid),
        FlexEvent::ViewChanged(name) => rules::view_changed(turn, name),
        FlexEvent::ActivityChanged(activity) => activity::changed(turn, activity),
        FlexEvent::ActivitiesChanged(activities) => turn.flex.activities = activities,
        FlexEvent::Reconnecting => {
            if turn.flex.link.is_open() {
                turn.flex.link = FlexLink::Reconnecting;
            }
        }
        FlexEvent::Unfit(lacks) => turn.flex.link = FlexLink::Unfit { lacks },
        FlexEvent::Replied { request, result } => replied(turn, request, &result),
        FlexEvent::Late | FlexEvent::Malformed | FlexEvent::Foreign => {}
    }
}

/// Hands an answer of Dynamics to whoever has asked; false if nobody awaits it any more.
fn answered(turn: &mut Turn<'_>, request: Ticket, result: &Result<Answer, CallProblem>) -> bool {
    match turn.answered_by_dynamics(request) {
        Some(Awaited::Mode) => mode::answered(turn, request, result),
        Some(Awaited::RestoredTabs) => restore::answered(turn, request, result),
        Some(Awaited::Focus) => focus::answered(turn, request, result),
        Some(Awaited::Opening(record) | Awaited::LateOpening(record)) => {
            opening::answered(turn, record, request, result)
        }
        Some(Awaited::Poll) => poll::answered(turn, request, result),
        Some(Awaited::ClickedPage(record)) => {
            clicked::answered(turn, record, result);
            true
        }
        // Flex answers these.
        Some(Awaited::Selection | Awaited::Task | Awaited::Dial | Awaited::Activity) | None => {
            false
        }
    }
}

/// Flex has answered: the reply goes to whoever has sent the command.
fn replied(turn: &mut Turn<'_>, request: Ticket, result: &Result<(), CommandProblem>) {
    let taken = match turn.answered_by_flex(request) {
        Some(Awaited::Selection) => rules::selection_answered(turn, request, result),
        Some(Awaited::Task) => tasks::replied(turn, request, result),
        Some(Awaited::Dial) => dialing::replied(turn, request, result),
        Some(Awaited::Activity) => activity::replied(turn, request, result),
        _ => false,
    };
    if !taken {
        counters::up(&mut turn.diagnostics.counters.stale_answers);
    }
}

/// A clock rings for whoever has set it. An old one rings in vain.
fn time_up(turn: &mut Turn<'_>, timer: Timer) {
    match timer {
        Timer::LookAgain(_) | Timer::Opening(_) => watching::time_up(turn, timer),
        Timer::Poll(rest) => poll::time_up(turn, rest),
        Timer::OutboundTask(request) => dialing::time_up(turn, request),
        Timer::RemoteFocus(request) => remote_tabs::time_up(turn, request),
        Timer::Outbox(request) => outbox::time_up(turn, request),
        Timer::Line(request) => ending::time_up(turn, request),
        Timer::Activity(request) => activity::time_up(turn, request),
    }
}
