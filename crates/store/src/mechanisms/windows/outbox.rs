//! Errands: what the agent does in a follower, on its way to the leader.
//!
//! The leader may have gone, or two may lead for a moment. So that nothing is lost and nothing done twice, an errand
//! stays with its window until one that leads asks for it, and is then given to that one alone, once. Who has it says
//! when it is done. What nobody has asked for in time has not been done, and of what was given to a window that fell
//! silent nobody knows: the agent is told which.

use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::effect::Timer;
use crate::words::ids::RequestId;
use crate::words::patience;
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::windows::{Errand, Message, Open, WindowId};

/// How many errands are under way at a time: an agent is not so quick.
const ERRANDS: usize = 16;

/// The agent has done something in a follower.
pub(crate) fn carry(turn: &mut Turn<'_>, errand: Errand) {
    if turn.windows.errands.len() >= ERRANDS {
        return turn.tell(Problem::NotCarried);
    }
    let number = turn.next_request();
    let open = Open {
        errand,
        given: None,
        tries: patience::ERRAND_TRIES,
    };
    let _ = turn.windows.errands.insert(number, open);
    offer(turn, number);
    look_again(turn, number);
}

fn offer(turn: &mut Turn<'_>, number: RequestId) {
    turn.say(None, Message::Offer(number));
}

fn look_again(turn: &mut Turn<'_>, number: RequestId) {
    turn.wait(Timer::Errand(number), patience::ERRAND_AGAIN);
}

/// Another window leads now, or one that had errands has gone without doing them.
pub(crate) fn offer_again(turn: &mut Turn<'_>, gone: Option<WindowId>) {
    for open in turn.windows.errands.values_mut() {
        let _ = open.given.take_if(|given| Some(*given) == gone);
    }
    let errands = turn.windows.errands.iter();
    let free = errands.filter(|(_, open)| open.given.is_none());
    for number in free.map(|(number, _)| *number).collect::<Vec<_>>() {
        offer(turn, number);
    }
}

/// Another window says something about an errand of this one; false if it is about something else.
pub(crate) fn told(turn: &mut Turn<'_>, from: WindowId, message: &Message) -> bool {
    let errands = &mut turn.windows.errands;
    match message {
        Message::Give(number) => {
            if let Some(open) = errands.get_mut(number).filter(|open| open.given.is_none()) {
                open.given = Some(from);
                let message = Message::Errand(*number, open.errand.clone());
                turn.say(Some(from), message);
            }
        }
        Message::GiveBack(number) => {
            if let Some(open) = errands.get_mut(number)
                && open.given.take_if(|given| *given == from).is_some()
            {
                offer(turn, *number);
            }
        }
        Message::Done(number) => {
            if errands.remove(number).is_some() {
                turn.take_back(|problem| *problem == Problem::NotCarried);
            }
        }
        _ => return false,
    }
    true
}

/// A second has passed.
pub(crate) fn time_up(turn: &mut Turn<'_>, number: RequestId) {
    let Some(open) = turn.windows.errands.get_mut(&number) else {
        return;
    };
    if open.tries > 0 {
        open.tries -= 1;
        if open.given.is_none() {
            offer(turn, number);
        }
        look_again(turn, number);
    } else if let Some(open) = turn.windows.errands.remove(&number) {
        give_up(turn, &open);
    }
}

fn give_up(state: &mut State, open: &Open) {
    state.tell(match open.given {
        None => Problem::NotCarried,
        Some(_) => Problem::PerhapsCarried,
    });
}

/// This window leads now, or is alone: what it has not given away it does itself.
pub(crate) fn come_home(turn: &mut Turn<'_>) {
    for open in std::mem::take(&mut turn.windows.errands).into_values() {
        match open.given {
            Some(_) => give_up(turn, &open),
            None => turn.report(Outcome::Run(open.errand)),
        }
    }
}
