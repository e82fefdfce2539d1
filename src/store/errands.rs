//! Errands: what the agent does in a follower, on its way to the leader.
//!
//! The leader may have gone, or two may lead for a moment. So that nothing is lost and nothing done twice, an errand
//! stays with its window until one that leads asks for it, and is then given to that one alone, once. Who has it says
//! when it is done. What nobody has asked for in time has not been done, and of what was given to a window that fell
//! silent nobody knows: the agent is told which.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::lead::say;
use super::patience;
use super::problem::Problem;
use super::state::ClickToAct;
use super::update::Effects;
use super::windows::{Message, WindowId};
use super::{AgentAct, Effect, RequestId, State, Timer, dialing, tasks};

/// What the agent has done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Errand {
    /// This, in the panel.
    Act(AgentAct),
    /// Clicked this phone field.
    Dial(Rc<ClickToAct>),
}

/// An errand that is not known to be done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Open {
    errand: Errand,
    /// Who has it.
    given: Option<WindowId>,
    /// How often the leader may yet be asked to take it.
    tries: u8,
}

/// How many errands are under way at a time: an agent is not so quick.
const ERRANDS: usize = 16;

/// The agent has done something in a follower.
pub(super) fn carry(state: &mut State, errand: Errand, effects: &mut Effects) {
    if state.windows.errands.len() >= ERRANDS {
        return state.tell(Problem::NotCarried);
    }
    let number = state.next_request();
    let open = Open {
        errand,
        given: None,
        tries: patience::ERRAND_TRIES,
    };
    let _ = state.windows.errands.insert(number, open);
    offer(number, effects);
    look_again(number, effects);
}

fn offer(number: RequestId, effects: &mut Effects) {
    say(None, Message::Offer(number), effects);
}

fn look_again(number: RequestId, effects: &mut Effects) {
    effects.push(Effect::Wait {
        timer: Timer::Errand(number),
        millis: patience::ERRAND_AGAIN,
    });
}

/// Another window leads now, or one that had errands has gone without doing them.
pub(super) fn offer_again(state: &mut State, gone: Option<WindowId>, effects: &mut Effects) {
    for (number, open) in &mut state.windows.errands {
        let _ = open.given.take_if(|given| Some(*given) == gone);
        if open.given.is_none() {
            offer(*number, effects);
        }
    }
}

/// Another window says something about an errand of this one; false if it is about something else.
pub(super) fn told(
    state: &mut State,
    from: WindowId,
    message: &Message,
    effects: &mut Effects,
) -> bool {
    let errands = &mut state.windows.errands;
    match message {
        Message::Give(number) => {
            if let Some(open) = errands.get_mut(number).filter(|open| open.given.is_none()) {
                open.given = Some(from);
                let message = Message::Errand(*number, open.errand.clone());
                say(Some(from), message, effects);
            }
        }
        Message::GiveBack(number) => {
            if let Some(open) = errands.get_mut(number)
                && open.given.take_if(|given| *given == from).is_some()
            {
                offer(*number, effects);
            }
        }
        Message::Done(number) => {
            if errands.remove(number).is_some() {
                state.take_back(|problem| *problem == Problem::NotCarried);
            }
        }
        _ => return false,
    }
    true
}

/// A second has passed.
pub(super) fn time_up(state: &mut State, timer: Timer, effects: &mut Effects) {
    let Timer::Errand(number) = timer else { return };
    let Some(open) = state.windows.errands.get_mut(&number) else {
        return;
    };
    if open.tries > 0 {
        open.tries -= 1;
        if open.given.is_none() {
            offer(number, effects);
        }
        look_again(number, effects);
    } else if let Some(open) = state.windows.errands.remove(&number) {
        give_up(state, &open);
    }
}

fn give_up(state: &mut State, open: &Open) {
    state.tell(match open.given {
        None => Problem::NotCarried,
        Some(_) => Problem::PerhapsCarried,
    });
}

/// This window leads now, or is alone: what it has not given away it does itself.
pub(super) fn come_home(state: &mut State, effects: &mut Effects) {
    for open in std::mem::take(&mut state.windows.errands).into_values() {
        match open.given {
            Some(_) => give_up(state, &open),
            None => run(state, open.errand, effects),
        }
    }
}

/// Does what the agent has done in this window or in another one.
pub(super) fn run(state: &mut State, errand: Errand, effects: &mut Effects) {
    match errand {
        Errand::Act(act) => tasks::done_by_agent(state, act, effects),
        Errand::Dial(click) => dialing::clicked(state, click, effects),
    }
}
