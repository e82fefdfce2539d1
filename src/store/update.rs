//! One match: what has happened goes to the story that it belongs to.
//!
//! The order within a turn is always the same: the event changes the state, then whatever has become possible by
//! it (an opening that may begin, a first mode that may be chosen) follows.

use std::mem;

use super::problem::Problem;
use super::state::{DynamicsLink, Notice, Versions};
use super::{
    DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, RequestId, State, activity, clicked,
    counters, dialing, elsewhere, ending, errands, focus, glance, lead, memory, mode, opening,
    recognition, records, sessions, tasks, watching,
};

/// What a turn does to the world, in order.
pub(super) type Effects = Vec<Effect>;

/// Changes the state by what has happened and says what to do about it. Pure and total.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = Effects::new();
    state.counters.count(&event);
    match event {
        Event::Recalled(memory) => memory::recall(state, memory),
        Event::Dynamics(event) => dynamics(state, event, &mut effects),
        // What a frame says that is about to go is no longer so.
        Event::Flex(_) if state.windows.follows() => {}
        Event::Flex(event) => tasks::told_by_flex(state, event, &mut effects),
        Event::Agent(act) if state.windows.follows() => {
            lead::done_in_follower(state, act, &mut effects);
        }
        Event::Agent(act) => tasks::done_by_agent(state, act, &mut effects),
        Event::Window(event) => lead::happened(state, event, &mut effects),
        Event::NumberRead { request, result } => {
            dialing::number_read(state, request, result, &mut effects);
        }
        Event::TimeUp(timer) => {
            watching::time_up(state, timer, &mut effects);
            glance::time_up(state, timer, &mut effects);
            dialing::time_up(state, timer);
            elsewhere::time_up(state, timer, &mut effects);
            errands::time_up(state, timer, &mut effects);
            ending::time_up(state, timer);
            activity::time_up(state, timer);
        }
    }
    dialing::take_back_overcome(state);
    opening::begin_next(state, &mut effects);
    mode::settle(state, &mut effects);
    glance::keep_looking(state, &mut effects);
    records::tidy(state);
    memory::keep(state, &mut effects);
    lead::keep(state, &mut effects);
    effects
}

fn dynamics(state: &mut State, event: DynamicsEvent, effects: &mut Effects) {
    match event {
        DynamicsEvent::AskedAgain => {}
        DynamicsEvent::SearchOpensNothing => state.host.search_opens_nothing = true,
        DynamicsEvent::Runs { dynamics, cif } => {
            state.versions = Versions {
                dynamics,
                cif,
                ..mem::take(&mut state.versions)
            };
        }
        DynamicsEvent::Speaks(language) => state.language = Some(language),
        DynamicsEvent::Connected(settings) => {
            state.settings = settings;
            state.dynamics = DynamicsLink::Connected;
            mode::connected(state, effects);
            memory::connected(state, effects);
        }
        DynamicsEvent::Silent(silent) if state.dynamics.is_open() => {
            state.dynamics = match silent {
                true => DynamicsLink::Silent,
                false => DynamicsLink::Connected,
            };
        }
        DynamicsEvent::Silent(_) => {}
        DynamicsEvent::Failed(problem) => state.dynamics = DynamicsLink::Failed(problem),
        DynamicsEvent::Warned(problem) => state.tell(problem),
        DynamicsEvent::Answered { request, result } => {
            let taken = mode::answered(state, request, &result, effects)
                || memory::answered(state, request, &result, effects)
                || focus::answered(state, request, &result, effects)
                || opening::answered(state, request, &result, effects)
                || glance::answered(state, request, &result, effects)
                || clicked::answered(state, request, &result);
            if !taken {
                counters::up(&mut state.counters.stale_answers);
            }
        }
        DynamicsEvent::ModeChanged(told) => mode::changed(state, told),
        DynamicsEvent::PageNavigated(page) => {
            recognition::navigated(state, page);
            glance::soon(state, effects);
        }
        DynamicsEvent::SessionSwitched(session) => sessions::switched(state, session, effects),
        DynamicsEvent::SessionClosed(session) => sessions::closed(state, &session, effects),
        DynamicsEvent::ClickedOnPage(record) => clicked::on_page(state, record, effects),
        DynamicsEvent::ClickToAct(click) if state.windows.follows() => {
            lead::clicked_in_follower(state, click, effects);
        }
        DynamicsEvent::ClickToAct(click) => dialing::clicked(state, click, effects),
    }
}

/// How many notices are kept for the agent: the youngest.
const NOTICES: usize = 5;

impl State {
    /// Calls Dynamics; the answer carries this number.
    pub(super) fn call(&mut self, call: DynamicsCall, effects: &mut Effects) -> RequestId {
        let request = self.next_request();
        effects.push(Effect::Dynamics { request, call });
        request
    }

    /// Commands Flex; the reply carries this number.
    pub(super) fn command(&mut self, command: FlexCommand, effects: &mut Effects) -> RequestId {
        let request = self.next_request();
        effects.push(Effect::Flex { request, command });
        request
    }

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
