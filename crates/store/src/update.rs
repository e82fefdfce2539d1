//! One turn: an event goes to the rule or the mechanism that it belongs to. Then everything goes on that has become
//! possible.
//!
//! `apply` changes the state by the event. `advance` goes on with what has waited for such a change. `tidy` removes what
//! nothing refers to any more. Then the calls that the turn asks for can leave. [`publish`] saves the state and tells the
//! other windows. That may come later, once for several turns: [`runtime`](crate::runtime) does so. A second turn without
//! an event and a second `publish` would do nothing: a test checks that.

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

/// Changes the state by the event, and returns what has to be done, all of it. The function is pure and total.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = turn(state, event);
    effects.append(&mut publish(state));
    effects
}

/// Changes the state by the event, and returns what has to be done at once.
#[must_use]
pub fn turn(state: &mut State, event: Event) -> Vec<Effect> {
    let mut turn = Turn::of(state);
    turn.diagnostics.counters.count(&event);
    apply(&mut turn, event);
    advance(&mut turn);
    tidy(&mut turn);
    turn.into_effects()
}

/// Returns what has to be done so that a reload and the other windows find the state as it is. It depends on the state
/// alone, so one call after several turns is as good as one after each.
#[must_use]
pub fn publish(state: &mut State) -> Vec<Effect> {
    let mut turn = Turn::of(state);
    restore::keep(&mut turn);
    election::keep(&mut turn);
    turn.into_effects()
}

/// A follower forwards what is the leader's to decide. Every window handles all other events itself.
fn apply(turn: &mut Turn<'_>, event: Event) {
    let own = match turn.windows.follows() {
        true => election::forward(turn, event),
        false => Some(event),
    };
    own.into_iter().for_each(|event| handle(turn, event));
    decide(turn);
}

/// Goes on with what may go on now. Notices about obstacles that are gone are removed first: nothing later in the turn
/// brings them back. The next opening comes before the poll, because there is no poll while a record is being opened.
fn advance(turn: &mut Turn<'_>) {
    dialing::retract_overcome(turn);
    opening::begin_next(turn);
    decide(turn);
    mode::settle(turn);
    poll::keep_looking(turn);
}

/// Removes what nothing refers to any more. In a follower that includes what the leader awaits now.
fn tidy(turn: &mut Turn<'_>) {
    records::tidy(turn);
    restore::tidy(turn);
}

/// Passes the outcomes of the mechanisms to the rules, until there are none left.
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
        Event::Restored(saved) => restore::begin(turn, saved),
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
                // The agent may have to log in, and needs a panel on screen for that.
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

/// Passes an answer of Dynamics to the mechanism that has asked. Returns false if nobody awaits the answer any more.
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

/// Passes a reply of Flex to the mechanism that has sent the command.
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

/// Passes a timer to the mechanism that has set it. A timer of an older request is ignored.
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
