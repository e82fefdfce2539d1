//! Everything the panel says to a person, in one place: [`problem`] (what is wrong and what to do about it),
//! [`link`] (the two links), [`windows`] (which one leads) and, here, the words for tasks. Another language is another set of these.

pub mod link;
pub mod problem;
pub mod windows;

use yew::AttrValue;

use crate::store::Entity;
use crate::store::state::{Activity, Channel, Direction, FlexLink, Task, TaskStatus};

pub use problem::tell;

/// What happened, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What happened.
    pub what: String,
    /// What the agent, or an administrator, can do.
    pub remedy: String,
}

impl Words {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

/// A channel.
#[must_use]
pub fn channel(channel: &Channel) -> AttrValue {
    match channel {
        Channel::Voice => "Call".into(),
        Channel::Chat => "Chat".into(),
        Channel::Sms => "Text message".into(),
        Channel::Other(name) => name.clone().into(),
    }
}

/// Where in its life a task is.
#[must_use]
pub fn state(task: &Task) -> &'static str {
    match (task.status, &task.channel, task.on_hold) {
        (TaskStatus::Pending, ..) if task.direction == Direction::Outbound => "Calling",
        (TaskStatus::Pending, ..) => "Waiting",
        (TaskStatus::Accepted, _, Some(true)) => "On hold",
        (TaskStatus::Accepted, Channel::Voice, _) => "In call",
        (TaskStatus::Accepted, ..) => "Active",
        (TaskStatus::Wrapping, ..) => "Wrap-up",
    }
}

/// Whom a task is about.
#[must_use]
pub fn customer(task: &Task) -> &str {
    match task.customer.trim() {
        "" => "Unknown customer",
        name => name,
    }
}

/// What a task is about: the number of its Case, or the kind of its record.
#[must_use]
pub fn subject(task: &Task) -> AttrValue {
    match (&task.case_number, task.record) {
        (Some(number), _) => number.clone().into(),
        (None, Some(record)) => entity(record.entity).into(),
        (None, None) => "No record".into(),
    }
}

/// A kind of record.
#[must_use]
pub fn entity(entity: Entity) -> &'static str {
    match entity {
        Entity::Case => "Case",
        Entity::Contact => "Contact",
    }
}

/// The whole row, as a screen reader says it. The timer is not in it: it would be said again every second.
#[must_use]
pub fn row(task: &Task, selected: bool) -> String {
    let mut words = format!(
        "{}, {}, {}, {}",
        customer(task),
        channel(&task.channel),
        state(task),
        subject(task)
    );
    if task.muted == Some(true) {
        words.push_str(", muted");
    }
    if task.ready {
        words.push_str(", record ready");
    }
    if selected {
        words.push_str(", selected");
    }
    words
}

/// What a screen reader says when a task has come in.
#[must_use]
pub fn arrival(task: &Task) -> String {
    format!(
        "New: {} from {}, waiting.",
        channel(&task.channel).to_lowercase(),
        customer(task)
    )
}

/// The button that opens a task's record.
#[must_use]
pub fn open(task: &Task) -> &'static str {
    match task.record.map(|record| record.entity) {
        Some(Entity::Case) => "Open Case",
        Some(Entity::Contact) => "Open Contact",
        None => "Open",
    }
}

/// A record that came up where nothing can be bound or focused.
#[must_use]
pub fn out_of_reach() -> Words {
    Words::new(
        "The record is open in another application's session.",
        "Go there yourself, or open it here.",
    )
}

/// A list without a task. That there is none is known only while Flex is connected.
#[must_use]
pub fn no_tasks(link: &FlexLink) -> &'static str {
    match link {
        FlexLink::Connected => "No tasks. Calls and chats from Flex appear here.",
        _ => "Calls and chats appear here as soon as Flex is connected.",
    }
}

/// What the worker's activity means.
#[must_use]
pub fn activity(activity: &Activity) -> String {
    let means = match activity {
        Activity { offline: true, .. } => "offline, Flex places no calls",
        Activity {
            available: true, ..
        } => "tasks are routed to you",
        _ => "no tasks are routed to you",
    };
    format!("{}: {means}", activity.name)
}

/// How many tasks there are.
#[must_use]
pub fn tasks(count: usize) -> String {
    match count {
        0 => "No tasks".into(),
        1 => "1 task".into(),
        _ => format!("{count} tasks"),
    }
}

/// The tasks beyond those that the list shows.
#[must_use]
pub fn more_tasks(count: usize) -> String {
    match count {
        1 => "1 more task is not shown here, but in Flex.".into(),
        _ => format!("{count} more tasks are not shown here, but in Flex."),
    }
}

/// How long a task has lasted, in whole seconds: `4:05`, `1:04:05`.
#[must_use]
pub fn duration(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Up to two letters for a customer; none for one without a name.
#[must_use]
pub fn initials(customer: &str) -> String {
    let mut letters = customer
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.next_back())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_as_clocks_write_them() {
        for (seconds, written) in [
            (0, "0:00"),
            (9, "0:09"),
            (65, "1:05"),
            (3599, "59:59"),
            (3600, "1:00:00"),
            (36_061, "10:01:01"),
        ] {
            assert_eq!(duration(seconds), written);
        }
    }

    #[test]
    fn initials_are_the_first_and_the_last_word() {
        for (name, letters) in [
            ("Ada Lovelace", "AL"),
            ("Ada King, Countess of Lovelace", "AL"),
            ("Björk", "B"),
            ("élodie  ångström", "ÉÅ"),
            ("+49 30 901820", ""),
            ("<b>\"x\"</b>", "B"),
            ("", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
