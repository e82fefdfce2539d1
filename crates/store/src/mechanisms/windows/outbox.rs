//! Errands: what the agent does in a follower, on its way to the leader.
//!
//! The leader may have gone, or two may lead for a moment. So that nothing is lost and nothing done twice, an forwarded
//! stays with its window until one that leads asks for it, and is then given to that one alone, once. Who has it says
//! when it is done. What nobody has asked for in time has not been done, and of what was given to a window that fell
//! silent nobody knows: the agent is told which.

use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::effect::Timer;
use crate::words::ids::Ticket;
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::timeouts;
use crate::words::windows::{Forwarded, Message, OutboxEntry, WindowId};

/// How many outbox are under way at a time: an agent is not so quick.
const OUTBOX: usize = 16;

/// The agent has done something in a follower.
pub(crate) fn enqueue(turn: &mut Turn<'_>, forwarded: Forwarded) {
    if turn.windows.outbox.len() >= OUTBOX {
        return turn.notify(Problem::NotForwarded);
    }
    let number = turn.next_ticket();
    let open = OutboxEntry {
        forwarded,
        given: None,
        tries: timeouts::OUTBOX_TRIES,
    };
    let _ = turn.windows.outbox.insert(number, open);
    offer(turn, number);
    look_again(turn, number);
}

fn offer(turn: &mut Turn<'_>, number: Ticket) {
    turn.say(None, Message::Offer(number));
}

fn look_again(turn: &mut Turn<'_>, number: Ticket) {
    turn.wait(Timer::Outbox(number), timeouts::OUTBOX_AGAIN);
}

/// Another window leads now, or one that had outbox has gone without doing them.
pub(crate) fn offer_again(turn: &mut Turn<'_>, gone: Option<WindowId>) {
    for open in turn.windows.outbox.values_mut() {
        let _ = open.given.take_if(|given| Some(*given) == gone);
    }
    let outbox = turn.windows.outbox.iter();
    let free = outbox.filter(|(_, open)| open.given.is_none());
    for number in free.map(|(number, _)| *number).collect::<Vec<_>>() {
        offer(turn, number);
    }
}

/// Another window says something about an forwarded of this one; false if it is about something else.
pub(crate) fn told(turn: &mut Turn<'_>, from: WindowId, message: &Message) -> bool {
    let outbox = &mut turn.windows.outbox;
    match message {
        Message::Claim(number) => {
            if let Some(open) = outbox.get_mut(number).filter(|open| open.given.is_none()) {
                open.given = Some(from);
                let message = Message::Deliver(*number, open.forwarded.clone());
                turn.say(Some(from), message);
            }
        }
        Message::Return(number) => {
            if let Some(open) = outbox.get_mut(number)
                && open.given.take_if(|given| *given == from).is_some()
            {
                offer(turn, *number);
            }
        }
        Message::Ack(number) => {
            if outbox.remove(number).is_some() {
                turn.retract(|problem| *problem == Problem::NotForwarded);
            }
        }
        _ => return false,
    }
    true
}

/// A second has passed.
pub(crate) fn time_up(turn: &mut Turn<'_>, number: Ticket) {
    let Some(open) = turn.windows.outbox.get_mut(&number) else {
        return;
    };
    if open.tries > 0 {
        open.tries -= 1;
        if open.given.is_none() {
            offer(turn, number);
        }
        look_again(turn, number);
    } else if let Some(open) = turn.windows.outbox.remove(&number) {
        give_up(turn, &open);
    }
}

fn give_up(state: &mut State, open: &OutboxEntry) {
    state.notify(match open.given {
        None => Problem::NotForwarded,
        Some(_) => Problem::ForwardUnknown,
    });
}

/// This window leads now, or is alone: what it has not given away it does itself.
pub(crate) fn drain_locally(turn: &mut Turn<'_>) {
    for open in std::mem::take(&mut turn.windows.outbox).into_values() {
        match open.given {
            Some(_) => give_up(turn, &open),
            None => turn.report(Outcome::Run(open.forwarded)),
        }
    }
}
