//! How the customer got in touch. It gives a Case without a title its title, and a Case without an origin its origin.

use crate::parameters::Parameters;
use crate::phone::{Country, Number};
use crate::problem::Problem;

/// The origins that every organization has.
const FROM_PHONE: i32 = 1;
const FROM_E_MAIL: i32 = 2;
const FROM_WEB: i32 = 3;
/// Twilio's names of the channels, their names for people, and their origins. A channel without an origin of its own in
/// every organization counts as a phone call.
const CHANNELS: [(&str, &str, i32); 19] = [
    ("voice", CALL, FROM_PHONE),
    ("call", CALL, FROM_PHONE),
    ("phone", CALL, FROM_PHONE),
    ("callback", "Callback", FROM_PHONE),
    ("voicemail", "Voicemail", FROM_PHONE),
    ("web", WEB_CHAT, FROM_WEB),
    ("chat", WEB_CHAT, FROM_WEB),
    ("webchat", WEB_CHAT, FROM_WEB),
    ("sms", SMS, FROM_PHONE),
    ("whatsapp", "WhatsApp", FROM_PHONE),
    ("messenger", "Messenger", FROM_PHONE),
    ("facebook", "Messenger", FROM_PHONE),
    ("instagram", "Instagram", FROM_PHONE),
    ("gbm", "Google Business", FROM_PHONE),
    ("google-business-messages", "Google Business", FROM_PHONE),
    ("apple", "Apple Messages", FROM_PHONE),
    ("rcs", "RCS", FROM_PHONE),
    ("email", E_MAIL, FROM_E_MAIL),
    ("e-mail", E_MAIL, FROM_E_MAIL),
];
const CALL: &str = "Call";
const WEB_CHAT: &str = "Web chat";
const SMS: &str = "SMS";
const E_MAIL: &str = "E-mail";

/// How the customer got in touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    name: String,
    /// The origin of a Case that comes this way.
    pub origin: i32,
    /// The customer's number or other address, as it was passed.
    address: Option<String>,
}

impl Channel {
    /// Finds out from the parameters: from `channelType`, else from the customer's address (`whatsapp:+1…`), else from
    /// the kind of the key, else from the origin. Otherwise it is a call.
    pub fn of(parameters: &Parameters) -> Result<Self, Problem> {
        let address = match parameters.text("phoneNum")? {
            Some(address) => Some(address),
            None => parameters.text("From")?,
        };
        let (name, origin) = match parameters.text("channelType")? {
            Some(channel) => {
                let channel = channel.trim();
                let known = known(channel).map(|(name, origin)| (name.to_owned(), origin));
                known.unwrap_or_else(|| (channel.to_owned(), FROM_PHONE))
            }
            None => {
                let (name, origin) = guessed(parameters, address.as_deref())?;
                (name.to_owned(), origin)
            }
        };
        Ok(Self {
            name,
            origin,
            address,
        })
    }

    /// The title of a Case without words of the customer: `Call from +14155550132`, or the channel's name.
    #[must_use]
    pub fn title(&self, country: Option<Country>) -> String {
        let number = self.address.as_deref().zip(country);
        match number.map(|(address, country)| Number::read(address, country)) {
            Some(Ok(number)) if self.name == CALL => format!("{CALL} from {}", number.e164()),
            _ => self.name.clone(),
        }
    }
}

fn guessed(parameters: &Parameters, address: Option<&str>) -> Result<(&'static str, i32), Problem> {
    let scheme = address.and_then(|address| address.split_once(':'));
    if let Some(channel) = scheme.and_then(|(scheme, _)| known(scheme.trim())) {
        return Ok(channel);
    }
    if parameters.text("CallSid")?.is_some() {
        return Ok((CALL, FROM_PHONE));
    }
    if parameters.text("ConversationSid")?.is_some() {
        return Ok(match address {
            Some(_) => (SMS, FROM_PHONE),
            None => (WEB_CHAT, FROM_WEB),
        });
    }
    Ok(match parameters.option_number("caseorigincode")? {
        Some(FROM_E_MAIL) => (E_MAIL, FROM_E_MAIL),
        Some(FROM_WEB) => (WEB_CHAT, FROM_WEB),
        _ => (CALL, FROM_PHONE),
    })
}

fn known(channel: &str) -> Option<(&'static str, i32)> {
    let mut named = CHANNELS
        .iter()
        .filter(|(known, ..)| known.eq_ignore_ascii_case(channel));
    named.next().map(|(_, name, origin)| (*name, *origin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn channel(parameters: Value) -> (String, i32) {
        let parameters = Parameters::new(serde_json::from_value(parameters).unwrap());
        let channel = Channel::of(&parameters).unwrap();
        (channel.title(Country::from_code("US")), channel.origin)
    }

    #[test]
    fn a_case_without_words_gets_its_title_from_how_the_customer_got_in_touch() {
        for (parameters, title, origin) in [
            (json!({}), "Call", 1),
            (
                json!({ "CallSid": "CA1", "phoneNum": "+14155550132" }),
                "Call from +14155550132",
                1,
            ),
            (
                json!({ "From": "(415) 555-0132" }),
                "Call from +14155550132",
                1,
            ),
            (json!({ "phoneNum": "anonymous" }), "Call", 1),
            (
                json!({ "phoneNum": "whatsapp:+14155550132" }),
                "WhatsApp",
                1,
            ),
            (json!({ "phoneNum": "messenger:123" }), "Messenger", 1),
            (json!({ "ConversationSid": "CH1" }), "Web chat", 3),
            (
                json!({ "ConversationSid": "CH1", "phoneNum": "+14155550132" }),
                "SMS",
                1,
            ),
            (
                json!({ "channelType": "email", "CallSid": "CA1" }),
                "E-mail",
                2,
            ),
            (
                json!({ "channelType": "Voice", "phoneNum": "+14155550132" }),
                "Call from +14155550132",
                1,
            ),
            (json!({ "channelType": "Fax machine" }), "Fax machine", 1),
            (json!({ "caseorigincode": "2" }), "E-mail", 2),
            (json!({ "caseorigincode": "3" }), "Web chat", 3),
        ] {
            let words = parameters.to_string();
            assert_eq!(channel(parameters), (title.to_owned(), origin), "{words}");
        }
    }
}
