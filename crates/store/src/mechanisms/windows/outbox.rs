//! The outbox: what the agent does in a follower, on its way to the leader.
//!
//! The leader may be gone, or two windows may lead for a moment. Nothing may be lost, and nothing may be done twice. So
//! an act stays in the outbox of its window until a leader claims it. It is then delivered to that leader alone, and
//! once. The leader acknowledges it. Unclaimed after 7 s: not done. Claimed but never acknowledged: unknown. The agent
//! is told which.

use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::effect::Timer;
use crate::words::ids::Ticket;
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::timeouts;
use crate::words::windows::{Forwarded, Message, OutboxEntry, WindowId};

/// How many acts the outbox holds. An agent does not do more at a time.
const OUTBOX: usize = 16;

/// Puts an act of the agent in a follower into the outbox, and offers it to the leader.
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

/// Offers unclaimed acts again: another window leads now, or the window that had claimed them is gone.
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

/// Takes another window's message about an act in this outbox. Returns false if the message is about something else.
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

/// The timer of an act has run out: offers the act again, or gives it up.
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

/// This window leads or stands alone now: it does its unclaimed acts itself.
pub(crate) fn drain_locally(turn: &mut Turn<'_>) {
    for (_, open) in std::mem::take(&mut turn.windows.outbox) {
        match open.given {
            Some(_) => give_up(turn, &open),
            None => turn.report(Outcome::Run(open.forwarded)),
        }
    }
}
