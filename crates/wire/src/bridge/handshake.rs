//! The handshake by window messages. Each side reads a message only after it has checked the other's window and origin.
//!
//! The bridge script says hello until it is welcomed. **The newest port counts, on both sides**: the panel answers each
//! hello with a new port and drops the old one, and the script does the same with each welcome. So if two hellos cross
//! with a welcome, both sides still end up with the same port.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::VERSION;
use super::decode::Malformed;

/// From the bridge script to the panel's window.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Hello {
    /// The version of the protocol that the script speaks.
    pub version: u32,
    /// The version of the script itself, for support.
    #[serde(rename = "bridge")]
    pub script: String,
    /// The version of the Flex UI around the script, for support. Usually a text, but Flex may have another value here.
    #[serde(default)]
    pub flex: Value,
}

impl Hello {
    /// Reads a window message as a hello.
    ///
    /// # Errors
    /// [`Malformed`] if it is no hello.
    pub fn decode(message: &Value) -> Result<Self, Malformed> {
        if message.get("cifPanel").and_then(Value::as_str) != Some("hello") {
            return Err(Malformed::UnknownType);
        }
        Self::deserialize(message).map_err(|error| Malformed::unreadable(&error))
    }

    /// Whether the panel speaks the script's version.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.version == VERSION
    }
}

/// From the panel to the bridge script's window: the answer to a hello.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "cifPanel", rename_all = "lowercase")]
pub enum WindowMessage {
    /// The panel accepts the script. A `MessagePort` comes with this message.
    Welcome {
        /// The version that the panel speaks.
        version: u32,
    },
    /// The script speaks another version. It stops saying hello.
    Refused {
        /// The version that the panel speaks.
        version: u32,
    },
}

impl WindowMessage {
    /// The answer to this hello.
    #[must_use]
    pub fn answer(hello: &Hello) -> Self {
        let version = VERSION;
        if hello.fits() {
            Self::Welcome { version }
        } else {
            Self::Refused { version }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_hello_of_the_same_version_is_welcomed_and_others_are_refused() {
        for (version, answer) in [
            (VERSION, "welcome"),
            (VERSION + 1, "refused"),
            (0, "refused"),
        ] {
            let message = json!({"cifPanel": "hello", "version": version, "bridge": "1.0.0"});
            let hello = Hello::decode(&message).unwrap();
            assert_eq!(
                serde_json::to_value(WindowMessage::answer(&hello)).unwrap(),
                json!({"cifPanel": answer, "version": VERSION})
            );
        }
    }

    #[test]
    fn other_window_messages_are_not_read_as_a_hello() {
        for message in [
            json!(null),
            json!("hello"),
            json!({"cifPanel": "welcome", "version": 1}),
            json!({"cifPanel": "hello"}),
            json!({"cifPanel": "hello", "version": "1", "bridge": "1.0.0"}),
            json!({"cifPanel": "hello", "version": 1.5, "bridge": "1.0.0"}),
            json!({"cifPanel": "hello", "version": -1, "bridge": "1.0.0"}),
        ] {
            assert!(Hello::decode(&message).is_err(), "{message}");
        }
    }
}
