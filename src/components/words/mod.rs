//! Everything that the panel says to a person, in the agent's language. [`i18n`] has the messages, which stand in
//! `languages/`. The other modules choose among them: [`problem`] and [`configuration`] (what is wrong and what to do),
//! [`link`] (the two links), [`windows`] (which window leads), [`mod@announcement`] (what screen readers say) and,
//! here, the words for tasks.

pub mod announcement;
pub mod configuration;
pub mod i18n;
pub mod link;
pub mod problem;
pub mod texts;
pub mod windows;

use yew::AttrValue;

use crate::components::row::Foreign;
use store::Entity;
use store::state::{Activity, Channel, Dialing, FlexLink, Origin, Task, TaskRow, TaskStatus};

pub use i18n::{Advice, I18n};
pub use problem::advice;

/// A channel. A channel that the panel does not know is called as Flex calls it.
#[must_use]
pub fn channel(i18n: &I18n, channel: &Channel) -> AttrValue {
    match channel {
        Channel::Other(name) => name.clone().into(),
        known => i18n.channel(known.name(), "").into(),
    }
}

/// The status of a task.
#[must_use]
pub fn state(i18n: &I18n, task: &Task) -> String {
    match task.status {
        TaskStatus::Pending => match task.origin {
            Origin::Offered => i18n.state_waiting(),
            Origin::Dialled => i18n.state_calling(),
            // Flex accepts such a task by itself in a moment.
            Origin::Begun => i18n.state_active(),
        },
        TaskStatus::Accepted if task.on_hold == Some(true) => i18n.state_on_hold(),
        TaskStatus::Accepted if task.is_call() => i18n.state_in_call(),
        TaskStatus::Accepted => i18n.state_active(),
        TaskStatus::Paused => i18n.state_paused(),
        TaskStatus::Wrapping => i18n.state_wrap_up(),
    }
}

/// The customer of a task: the name, else the number or the address. So the agent can tell strangers apart.
#[must_use]
pub fn customer(i18n: &I18n, task: &Task) -> AttrValue {
    let mut names = [Some(&*task.customer), address(task)].into_iter().flatten();
    match names.find(|name| is_visible(name)) {
        Some(name) => name.trim().to_owned().into(),
        None => i18n.unknown_customer().into(),
    }
}

/// The phone number that the row shows because the customer has no name.
#[must_use]
pub fn number(task: &Task) -> Option<&str> {
    let is_number = |text: &&str| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        digits >= FEWEST_DIGITS
            && text.starts_with(|first: char| first == '+' || first.is_ascii_digit())
    };
    address(task)
        .filter(is_number)
        .filter(|_| !is_visible(&task.customer))
}

/// The shortest numbers, short codes for text messages, have this many digits.
const FEWEST_DIGITS: usize = 3;

/// The customer's address without the name of its channel (`whatsapp:+44…`).
fn address(task: &Task) -> Option<&str> {
    let address = task.address.as_deref()?.trim();
    match address.split_once(':') {
        Some((_, number)) if number.starts_with('+') => Some(number),
        _ => Some(address),
    }
}

fn is_visible(name: &str) -> bool {
    !name.chars().all(is_invisible)
}

/// Spaces, and characters that nobody sees: those of Unicode's `Default_Ignorable_Code_Point` that have been found in
/// names.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The subject of a task: the number of its Case, the kind of its record, or the number that was dialled.
#[must_use]
pub fn subject(i18n: &I18n, task: &Task) -> AttrValue {
    match (&task.case_number, task.record) {
        (Some(number), _) => number.clone().into(),
        (None, Some(record)) => i18n.entity(entity(record.entity)).into(),
        // For an outgoing call, the number says more than that there is no record.
        (None, None) => match address(task).filter(|_| task.origin == Origin::Dialled) {
            Some(number) => number.to_owned().into(),
            None => i18n.no_record().into(),
        },
    }
}

/// The record of another customer is in front.
#[must_use]
pub fn foreign(i18n: &I18n, foreign: &Foreign) -> Advice {
    let entity = entity(foreign.entity);
    match is_visible(&foreign.customer) {
        true => i18n.foreign_record(entity, &foreign.customer),
        false => i18n.foreign_record_unnamed(entity),
    }
}

/// A kind of record, as the Fluent messages select on it.
#[must_use]
pub fn entity(entity: Entity) -> &'static str {
    match entity {
        Entity::Case => "case",
        Entity::Contact => "contact",
    }
}

/// The whole row as a screen reader says it, with the customer as the row shows it. The timer is left out: a screen
/// reader would say it again every second.
#[must_use]
pub fn row(i18n: &I18n, task: &TaskRow, customer: &str, selected: bool) -> String {
    let mut words = vec![
        isolated(customer),
        isolated(&channel(i18n, &task.channel)),
        state(i18n, task),
        isolated(&subject(i18n, task)),
    ];
    if task.muted == Some(true) {
        words.push(i18n.muted());
    }
    words.extend(unread(i18n, task));
    if task.ready {
        words.push(i18n.record_ready());
    }
    if selected {
        words.push(i18n.selected());
    }
    words.join(&i18n.between())
}

/// How many messages of a conversation are unread.
#[must_use]
pub fn unread(i18n: &I18n, task: &Task) -> Option<String> {
    let count = usize::try_from(task.unread).unwrap_or(usize::MAX);
    (count > 0).then(|| i18n.unread(count))
}

/// What a screen reader says when a task arrives.
#[must_use]
pub fn arrival(i18n: &I18n, task: &Task) -> String {
    let name = channel(i18n, &task.channel);
    let known = match &task.channel {
        Channel::Other(_) => "",
        known => known.name(),
    };
    i18n.arrival(known, &customer(i18n, task), &name)
}

/// The label of the button that opens a task's record.
#[must_use]
pub fn open(i18n: &I18n, task: &Task) -> String {
    i18n.open(task.record.map_or("", |record| entity(record.entity)))
}

/// What an empty list says. Only while Flex is connected does the panel know that there is no task.
#[must_use]
pub fn no_tasks(i18n: &I18n, link: &FlexLink) -> String {
    match link {
        FlexLink::Connected => i18n.no_tasks(),
        _ => i18n.no_tasks_yet(),
    }
}

/// What the panel dials. `shown` formats the number for people. A text that is still being read may be no number, so
/// the message does not say that it is called.
#[must_use]
pub fn dialling(i18n: &I18n, dialing: &Dialing, shown: impl Fn(&str) -> String) -> Option<Advice> {
    match dialing {
        Dialing::Idle => None,
        Dialing::Reading { click, .. } => Some(i18n.reading_number(&click.value)),
        Dialing::Starting { number, .. }
        | Dialing::AwaitingTask {
            number: Some(number),
            ..
        } => Some(i18n.dialling(&shown(number))),
        Dialing::AwaitingTask { number: None, .. } => Some(i18n.dialling_unnamed()),
    }
}

/// An activity with what it means: available, away or offline.
#[must_use]
pub fn activity(i18n: &I18n, activity: &Activity) -> String {
    match activity {
        Activity { offline: true, .. } => i18n.activity_offline(&activity.name),
        Activity {
            available: true, ..
        } => i18n.activity_available(&activity.name),
        _ => i18n.activity_away(&activity.name),
    }
}

/// The label of the rail: how many tasks there are, how many wait, and how many problems there are.
#[must_use]
pub fn rail(i18n: &I18n, tasks: usize, waiting: usize, troubles: usize) -> String {
    let mut words = vec![i18n.tasks(tasks)];
    if waiting > 0 {
        words.push(i18n.waiting(waiting));
    }
    if troubles > 0 {
        words.push(i18n.to_look_at(troubles));
    }
    i18n.rail(&words.join(&i18n.between()))
}

/// One or two letters for a customer, or none for a customer without a name. In scripts without capitals, letters may
/// join, so there is one letter.
#[must_use]
pub fn initials(customer: &str) -> String {
    let mut letters = customer
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let first = letters.next();
    let last = letters.next_back();
    let has_capitals = |letter: &char| letter.is_uppercase() || letter.is_lowercase();
    first
        .into_iter()
        .chain(last.filter(|last| first.iter().chain([last]).all(has_capitals)))
        .flat_map(char::to_uppercase)
        .collect()
}

fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_invisible_characters_counts_as_no_name() {
        for (name, is_none) in [
            ("", true),
            (" \u{a0}", true),
            ("\u{200b}\u{2066}", true),
            ("\u{200e}Ada", false),
            ("🚀", false),
        ] {
            assert_eq!(!is_visible(name), is_none, "{name:?}");
        }
    }

    #[test]
    fn a_customer_without_a_name_is_shown_by_number_or_address_and_a_number_can_be_copied() {
        for (name, address, shown, copied) in [
            ("Ada", Some("+442079460958"), "Ada", None),
            (
                "",
                Some("+442079460958"),
                "+442079460958",
                Some("+442079460958"),
            ),
            (
                " \u{200b}",
                Some("whatsapp:+442079460958"),
                "+442079460958",
                Some("+442079460958"),
            ),
            ("", Some("28282"), "28282", Some("28282")),
            ("", Some("ada@example.com"), "ada@example.com", None),
            ("", Some("client:ada"), "client:ada", None),
            ("", Some("anonymous"), "anonymous", None),
            ("", Some("  "), "Unknown customer", None),
            ("", None, "Unknown customer", None),
        ] {
            let task = Task {
                customer: name.into(),
                address: address.map(Into::into),
                ..Task::offered("WR1", Channel::Call)
            };
            assert_eq!(customer(&I18n::default(), &task), shown);
            assert_eq!(number(&task), copied, "{address:?}");
        }
    }

    #[test]
    fn initials_come_from_the_first_and_the_last_word() {
        for (name, letters) in [
            ("Ada Lovelace", "AL"),
            ("Ada King, Countess of Lovelace", "AL"),
            ("Björk", "B"),
            ("élodie  ångström", "ÉÅ"),
            ("+49 30 901820", ""),
            ("<b>\"x\"</b>", "B"),
            ("محمد علي", "م"),
            ("山田 太郎", "山"),
            ("👩‍🚀 🚀", ""),
            ("", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
