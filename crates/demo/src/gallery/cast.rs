//! The cast of the pictures: tasks of the demo's people, and the worker's activities.

use flex_cif_panel::browser::clock;
use simulation::people::PEOPLE;
use store::state::{Activity, Channel, Task, TaskStatus};
use store::{Entity, Guid, Millis, Record, ReservationSid};

/// A call that waits to be accepted, from the `number`-th of the demo's people (counted from 1, and around).
pub fn call(number: usize) -> Task {
    let began = ago(7 + 61 * number as u64);
    let person = PEOPLE.iter().cycle().nth(number.saturating_sub(1));
    Task {
        customer: person.map_or("", |person| person.name).into(),
        case_number: Some(format!("CAS-{:05}-K7Q4", 1_000 + number).into()),
        record: case(number),
        began,
        since: began,
        ..Task::offered(sid(number), Channel::Call)
    }
}

/// The same, by another channel.
pub fn by(channel: Channel, number: usize) -> Task {
    Task {
        call: channel == Channel::Call,
        channel,
        ..call(number)
    }
}

/// The task after it was accepted.
pub fn accepted(task: Task) -> Task {
    let is_call = task.is_call();
    Task {
        status: TaskStatus::Accepted,
        since: halfway(task.began),
        on_hold: is_call.then_some(false),
        muted: is_call.then_some(false),
        ..task
    }
}

/// The task after its conversation has ended.
pub fn wrapping(task: Task) -> Task {
    Task {
        status: TaskStatus::Wrapping,
        since: halfway(task.began),
        ..task
    }
}

/// The moment halfway between that moment and now.
fn halfway(began: Millis) -> Millis {
    Millis(began.0.midpoint(clock::now().0))
}

/// A task whose customer has this name.
pub fn named(customer: &str, number: usize) -> Task {
    Task {
        customer: customer.into(),
        ..call(number)
    }
}

/// The reservation of the `number`-th task.
pub fn sid(number: usize) -> ReservationSid {
    ReservationSid(format!("WR{number:032x}").into())
}

/// The Case of the `number`-th task.
pub fn case(number: usize) -> Option<Record> {
    let id = Guid::parse(&format!("2c5b1f9e-6a0d-4c0e-9a39-{number:012x}"))?;
    Some(Record {
        entity: Entity::Case,
        id,
    })
}

/// This many seconds ago.
pub fn ago(seconds: u64) -> Millis {
    Millis(clock::now().0.saturating_sub(1_000 * seconds))
}

/// The account's activities.
pub fn activities() -> Vec<Activity> {
    let activity = |sid: &str, name: &str, available, offline| Activity {
        sid: sid.into(),
        name: name.into(),
        available,
        offline,
    };
    vec![
        activity("WA1", "Available", true, false),
        activity("WA2", "Break", false, false),
        activity("WA3", "Offline", false, true),
        activity("WA4", "After-call documentation and training", false, false),
    ]
}
