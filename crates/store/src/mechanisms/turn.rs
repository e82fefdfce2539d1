//! One turn of the store: the state that it changes, the effects that it asks for, and the outcomes that the mechanisms
//! report to the rules.

use std::collections::VecDeque;
use std::ops::{Deref, DerefMut};

use crate::words::awaited::Awaited;
use crate::words::effect::{DynamicsCall, Effect, FlexCommand, Timer};
use crate::words::ids::{Record, ReservationSid, TabId, Ticket};
use crate::words::problem::Problem;
use crate::words::state::{Notice, State};
use crate::words::windows::{Forwarded, Message, WindowId, WindowsCall};

/// A turn under way. It dereferences to the state.
pub(crate) struct Turn<'a> {
    /// The state.
    state: &'a mut State,
    /// The effects of the turn, in their order.
    effects: Vec<Effect>,
    /// The outcomes that the rules have not decided yet, in their order.
    outcomes: VecDeque<Outcome>,
}

/// What a mechanism has found out and does not decide itself.
pub(crate) enum Outcome {
    /// The tab of the selected task has to come to the front, as far as that is possible.
    ShowSelected,
    /// A record has its tab. It carries the tab that had the focus then.
    TabBound(Option<TabId>),
    /// The agent has gone to the tab or the session of this record.
    AgentWentTo(Record),
    /// Another session of ours is in front.
    SessionInFront,
    /// The task has to be selected in the list and in Flex, and its tab shown.
    Select(ReservationSid),
    /// Flex has no such task any more, and has not told how it ended.
    TaskGone(ReservationSid),
    /// An act of the agent, in this window or in another one, has to be done here.
    Run(Forwarded),
}

impl<'a> Turn<'a> {
    /// A turn that begins with this state.
    pub(crate) fn of(state: &'a mut State) -> Self {
        Self {
            state,
            effects: Vec::new(),
            outcomes: VecDeque::new(),
        }
    }

    /// The effects of the turn.
    pub(crate) fn into_effects(self) -> Vec<Effect> {
        self.effects
    }

    /// Calls Dynamics. The answer carries the returned number and goes to `awaited`.
    pub(crate) fn call(&mut self, call: DynamicsCall, awaited: Awaited) -> Ticket {
        let request = self.next_ticket();
        let _ = self.requests.awaited.insert(request, awaited);
        self.effect(Effect::Dynamics { request, call });
        request
    }

    /// Makes a call to Dynamics that is never answered.
    pub(crate) fn call_unanswered(&mut self, call: DynamicsCall) {
        let request = self.next_ticket();
        self.effect(Effect::Dynamics { request, call });
    }

    /// Sends a command to Flex. The reply carries the returned number and goes to `awaited`.
    pub(crate) fn command(&mut self, command: FlexCommand, awaited: Awaited) -> Ticket {
        let request = self.next_ticket();
        let _ = self.requests.awaited.insert(request, awaited);
        self.effect(Effect::Flex { request, command });
        request
    }

    /// Sets a timer.
    pub(crate) fn wait(&mut self, timer: Timer, millis: u32) {
        self.effect(Effect::Wait { timer, millis });
    }

    /// Sends a message to one of the agent's other windows, or to all.
    pub(crate) fn say(&mut self, to: Option<WindowId>, message: Message) {
        self.effect(Effect::Windows(WindowsCall::Say(to, message)));
    }

    /// Adds an effect to the turn.
    pub(crate) fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Reports an outcome. The rules decide it before the turn ends.
    pub(crate) fn report(&mut self, outcome: Outcome) {
        self.outcomes.push_back(outcome);
    }

    /// Takes the next outcome.
    pub(crate) fn next_outcome(&mut self) -> Option<Outcome> {
        self.outcomes.pop_front()
    }
}

impl Deref for Turn<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl DerefMut for Turn<'_> {
    fn deref_mut(&mut self) -> &mut State {
        self.state
    }
}

/// How many notices are kept. The latest ones stay.
const NOTICES: usize = 5;

impl State {
    /// The number for the next request.
    pub(crate) fn next_ticket(&mut self) -> Ticket {
        self.requests.last = Ticket(self.requests.last.0.wrapping_add(1));
        self.requests.last
    }

    /// Takes the entry of a request that Dynamics has answered. `None` if nobody awaits the answer.
    pub(crate) fn answered_by_dynamics(&mut self, request: Ticket) -> Option<Awaited> {
        self.take_awaited(request, |awaited| !awaited.is_of_flex())
    }

    /// Takes the entry of a command that Flex has answered. `None` if nobody awaits the reply.
    pub(crate) fn answered_by_flex(&mut self, request: Ticket) -> Option<Awaited> {
        self.take_awaited(request, Awaited::is_of_flex)
    }

    fn take_awaited(&mut self, request: Ticket, is_theirs: fn(Awaited) -> bool) -> Option<Awaited> {
        let awaited = self.requests.awaited.get(&request).copied();
        awaited.filter(|awaited| is_theirs(*awaited))?;
        self.requests.awaited.remove(&request)
    }

    /// Flex is gone: it will not answer what is still awaited from it.
    pub(crate) fn forget_flex(&mut self) {
        self.requests
            .awaited
            .retain(|_, awaited| !awaited.is_of_flex());
    }

    /// Shows a notice to the agent. The same problem is shown once, as the latest notice.
    pub(crate) fn notify(&mut self, problem: Problem) {
        self.notices.retain(|notice| notice.problem != problem);
        let id = self.next_ticket();
        self.notices.push(Notice { id, problem }.into());
        let surplus = self.notices.len().saturating_sub(NOTICES);
        let _ = self.notices.drain(..surplus);
    }

    /// Takes back the notices that are no longer true.
    pub(crate) fn retract(&mut self, overcome: impl Fn(&Problem) -> bool) {
        self.notices.retain(|notice| !overcome(&notice.problem));
    }
}
