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
    let message = postcard::from_bytes(&bytes).ok()?;
    (words == WORDS).then_some(message)
}
