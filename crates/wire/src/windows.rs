//! What one of the agent's windows says to another, as a text.
//!
//! The format has no names of fields, because code that reads names is large and the page has to load it. So only a build
//! with the same words can read it. The text begins with the number of these words; a text of other words is none.

use store::windows::Message;

/// The number of the words of this build.
const WORDS: &str = env!("WORDS");
const END_OF_WORDS: char = ' ';

/// A message as a text.
#[must_use]
pub fn encode(message: &Message) -> Option<String> {
    let bytes = postcard::to_allocvec(message).ok()?;
    let head = WORDS.chars().chain([END_OF_WORDS]);
    Some(head.chain(bytes.into_iter().map(char::from)).collect())
}

/// A text as a message. `None` if another build has written it, or if it is no message.
#[must_use]
pub fn decode(text: &str) -> Option<Message> {
    let (words, rest) = text.split_once(END_OF_WORDS)?;
    let bytes = rest.chars().map(|char| u8::try_from(char).ok());
    let bytes: Vec<u8> = bytes.collect::<Option<_>>()?;
    match words {
        WORDS => postcard::from_bytes(&bytes).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use store::click::Dialable;
    use store::problem::Problem;
    use store::sorted::Set;
    use store::state::ClickToAct;
    use store::state::{Channel, Task, TaskRow};
    use store::windows::{Forwarded, List};
    use store::{AgentAction, Entity, Guid, Record, Ticket};

    use super::*;

    fn messages() -> Vec<Message> {
        let id = Guid::parse("2c5b1f9e-6a0d-4c0e-9a39-5f0f3a1d7e11");
        let records: Set<Record> = id
            .map(|id| Record {
                entity: Entity::Case,
                id,
            })
            .into_iter()
            .collect();
        let row = TaskRow {
            problem: Some(Problem::AttributesUnreadable),
            ..Task::offered("WR1", Channel::Other("fax".into())).into()
        };
        let list = List {
            tasks: vec![Rc::new(row)],
            selected: Some("WR1".into()),
            open: records.clone(),
            ..List::default()
        };
        let number = Dialable {
            number: "+14155550132".into(),
            extension: Some("12".into()),
        };
        let click = ClickToAct {
            value: "Grüße, 日本 \u{1}".into(),
            title: None,
            entity: Some("contact".into()),
            id,
        };
        let mut all: Vec<Message> = records.iter().copied().map(Message::Focus).collect();
        all.extend([
            Message::Leading,
            Message::Following(records),
            Message::List(list),
            Message::Deliver(Ticket(7), Forwarded::Act(AgentAction::Call(number))),
            Message::Deliver(Ticket(u32::MAX), Forwarded::Dial(click.into())),
            Message::Leaving,
        ]);
        all
    }

    #[test]
    fn what_one_window_says_another_one_reads() {
        for message in messages() {
            let text = encode(&message).unwrap_or_default();
            assert_eq!(decode(&text), Some(message), "{text}");
        }
    }

    #[test]
    fn a_text_of_other_words_or_a_torn_one_is_no_message() {
        for message in messages() {
            let text = encode(&message).unwrap_or_default();
            assert_eq!(decode(&format!("1{text}")), None, "{text}");
            let torn: String = text.chars().take(text.chars().count() - 1).collect();
            assert_eq!(decode(&torn), None, "{text}");
        }
        for text in ["", " ", "Leading", "\u{1f4de} \u{1f4de}"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
