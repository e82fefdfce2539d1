//! One turn: what has happened goes to the story that it belongs to, then follows whatever has become possible by it.
//!
//! `apply` changes the state by the event. `advance` goes on with what waited for such a change. `publish` leaves the state
//! tidy, saves it and tells the other windows. A second `advance` and `publish` would change nothing and do nothing: a
//! test holds that.

use std::mem;

use super::awaited::Awaited;
use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::state::{DynamicsLink, Notice, Versions};
use super::turn::Turn;
use super::{
    DynamicsEvent, Effect, Event, RequestId, State, Timer, activity, clicked, counters, dialing,
    elsewhere, ending, errands, focus, glance, lead, memory, mode, opening, recognition, records,
    sessions, tasks, watching,
};

/// Changes the state by what has happened and says what to do about it. Pure and total.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = Vec::new();
    let turn = &mut Turn {
        state,
        effects: &mut effects,
    };
    turn.counters.count(&event);
    apply(turn, event);
    advance(turn);
    publish(turn);
    effects
}

/// Goes on with what may go on now. A notice that is overcome goes first: the others can't bring it back. The next
/// opening comes before the glance, which looks nowhere while a record is being opened.
fn advance(turn: &mut Turn<'_>) {
    dialing::take_back_overcome(turn);
    opening::begin_next(turn);
    mode::settle(turn);
    glance::keep_looking(turn);
}

/// Leaves the state tidy, then saves it, then tells the other windows: both are to have the tidy one, and a follower
/// forgets in [`memory::keep`] what the leader awaits now.
fn publish(turn: &mut Turn<'_>) {
    records::tidy(turn);
    memory::keep(turn);
    lead::keep(turn);
}

/// A window that follows another one hands on what is the leader's to decide. All else is handled in any window alike.
fn apply(turn: &mut Turn<'_>, event: Event) {
    let own = match turn.windows.follows() {
        true => lead::forward(turn, event),
        false => Some(event),
    };
    own.into_iter().for_each(|event| handle(turn, event));
}

fn handle(turn: &mut Turn<'_>, event: Event) {
    match event {
        Event::Recalled(memory) => memory::recall(turn, memory),
        Event::Dynamics(event) => dynamics(turn, event),
        Event::Flex(event) => tasks::told_by_flex(turn, event),
        Event::Agent(act) => tasks::done_by_agent(turn, act),
        Event::Window(event) => lead::happened(turn, event),
        Event::NumberRead { request, result } => dialing::number_read(turn, request, result),
        Event::TimeUp(timer) => time_up(turn, timer),
    }
}

/// Hands an answer of Dynamics to whoever has asked; false if nobody awaits it any more.
fn answered(turn: &mut Turn<'_>, request: RequestId, result: &Result<Answer, CallProblem>) -> bool {
    match turn.answered_by_dynamics(request) {
        Some(Awaited::Mode) => mode::answered(turn, request, result),
        Some(Awaited::RestoredTabs) => memory::answered(turn, request, result),
        Some(Awaited::Focus) => focus::answered(turn, request, result),
        Some(Awaited::Opening(record) | Awaited::LateOpening(record)) => {
            opening::answered(turn, record, request, result)
        }
        Some(Awaited::Glance) => glance::answered(turn, request, result),
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

/// A clock rings for whoever has set it. An old one rings in vain.
fn time_up(turn: &mut Turn<'_>, timer: Timer) {
    match timer {
        Timer::LookAgain(_) | Timer::Opening(_) => watching::time_up(turn, timer),
        Timer::Glance(rest) => glance::time_up(turn, rest),
        Timer::OutboundTask(request) => dialing::time_up(turn, request),
        Timer::Elsewhere(request) => elsewhere::time_up(turn, request),
        Timer::Errand(request) => errands::time_up(turn, request),
        Timer::Line(request) => ending::time_up(turn, request),
        Timer::Activity(request) => activity::time_up(turn, request),
    }
}

fn dynamics(turn: &mut Turn<'_>, event: DynamicsEvent) {
    match event {
        DynamicsEvent::AskedAgain => {}
        DynamicsEvent::SearchOpensNothing => turn.host.search_opens_nothing = true,
        DynamicsEvent::Runs { dynamics, cif } => {
            turn.versions = Versions {
                dynamics,
                cif,
                ..mem::take(&mut turn.versions)
            };
        }
        DynamicsEvent::Speaks(language) => turn.language = Some(language),
        DynamicsEvent::Connected(settings) => {
            turn.settings = settings;
            turn.dynamics = DynamicsLink::Connected;
            mode::connected(turn);
            memory::connected(turn);
        }
        DynamicsEvent::Silent(silent) if turn.dynamics.is_open() => {
            turn.dynamics = match silent {
                true => DynamicsLink::Silent,
                false => DynamicsLink::Connected,
            };
        }
        DynamicsEvent::Silent(_) => {}
        DynamicsEvent::Failed(problem) => turn.dynamics = DynamicsLink::Failed(problem),
        DynamicsEvent::Warned(problem) => turn.tell(problem),
        DynamicsEvent::Answered { request, result } => {
            let taken = answered(turn, request, &result);
            if !taken {
                counters::up(&mut turn.counters.stale_answers);
            }
        }
        DynamicsEvent::ModeChanged(told) => mode::changed(turn, told),
        DynamicsEvent::PageNavigated(page) => {
            recognition::navigated(turn, page);
            glance::soon(turn);
        }
        DynamicsEvent::SessionSwitched(session) => sessions::switched(turn, session),
        DynamicsEvent::SessionClosed(session) => sessions::closed(turn, &session),
        DynamicsEvent::ClickedOnPage(record) => clicked::on_page(turn, record),
        DynamicsEvent::ClickToAct(click) => dialing::clicked(turn, click),
    }
}

/// How many notices are kept for the agent: the youngest.
const NOTICES: usize = 5;

impl State {
    /// Tells the agent. The same problem is told once, as the youngest.
    pub(super) fn tell(&mut self, problem: Problem) {
        self.notices.retain(|notice| notice.problem != problem);
        let id = self.next_request();
        self.notices.push(Notice { id, problem }.into());
        let surplus = self.notices.len().saturating_sub(NOTICES);
        let _ = self.notices.drain(..surplus);
    }

    /// Takes back what is no longer true.
    pub(super) fn take_back(&mut self, overcome: impl Fn(&Problem) -> bool) {
        self.notices.retain(|notice| !overcome(&notice.problem));
    }

    /// The agent has done something in or to the panel: what an arrival did to it is theirs now (R5, R9).
    pub(super) fn touched(&mut self) {
        self.mode.docked_by_arrival = false;
        self.mode.arrived_unread = false;
        self.mode.settled = true;
    }
}
