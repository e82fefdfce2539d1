//! Phone numbers in the form of an address: `tel:`, `whatsapp:`, `sip:`.

use crate::character::visible;

/// The schemes whose addresses are phone numbers.
const PHONE: [&str; 8] = [
    "tel", "callto", "sms", "smsto", "mms", "whatsapp", "rcs", "viber",
];
/// The schemes whose addresses may begin with a phone number, before an `@`.
const SIP: [&str; 2] = ["sip", "sips"];
/// The schemes of Twilio and of mail whose addresses name somebody without a number.
const OTHER: [&str; 8] = [
    "client",
    "messenger",
    "facebook",
    "instagram",
    "fb-messenger",
    "sim",
    "mailto",
    "gbm",
];

/// A text after its address form has been removed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// The number. Its address was of a known kind, or there was none.
    Phone(String),
    /// An address without a number.
    Other,
    /// An address of an unknown kind, or a word before a colon.
    Unknown(String),
}

/// What the address in a text names. An extension follows the number, with `ext` before it.
pub(crate) fn opened(text: &str) -> Address {
    let text = visible(text);
    let text = text.trim();
    let Some((scheme, rest)) = scheme_of(text) else {
        return Address::Phone(text.to_owned());
    };
    let is_among = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(scheme));
    let rest = rest.trim_start_matches('/');
    if is_among(&PHONE) {
        Address::Phone(parameters(before(rest, '?')))
    } else if is_among(&SIP) {
        // The part after the host belongs to the call. Without a host, only parameters can follow the number.
        let user = rest.split(['@', '?', ' ']).next().unwrap_or_default();
        let user = user.replacen("%2B", "+", 1).replacen("%2b", "+", 1);
        Address::Phone(parameters(&user))
    } else if is_among(&OTHER) && !rest.starts_with(' ') {
        Address::Other
    } else {
        Address::Unknown(text.to_owned())
    }
}

fn scheme_of(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_name = |c: char| c.is_ascii_alphabetic() || c == '-';
    (!scheme.is_empty() && scheme.chars().all(is_name)).then_some((scheme, rest))
}

fn before(text: &str, sign: char) -> &str {
    text.split_once(sign).map_or(text, |(before, _)| before)
}

/// Reads the parameters that RFC 3966 allows after a number: an extension, and the context of a local number.
fn parameters(text: &str) -> String {
    let mut number = String::new();
    let mut extension = None;
    let mut context = "";
    for part in text.split(';') {
        match part.split_once('=') {
            None if number.is_empty() => number.push_str(part),
            None => {
                number.push(';');
                number.push_str(part);
            }
            Some((name, value)) if name.trim().eq_ignore_ascii_case("ext") => {
                extension = Some(value);
            }
            Some((name, value))
                if name.trim().eq_ignore_ascii_case("phone-context") && value.starts_with('+') =>
            {
                context = value;
            }
            Some(_) => {}
        }
    }
    let mut text = format!("{context}{number}");
    if let Some(extension) = extension {
        text.push_str(" ext ");
        text.push_str(extension);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_number() {
        for (text, number) in [
            ("+49 30 901820", "+49 30 901820"),
            ("tel:+49-30-901820", "+49-30-901820"),
            (" TEL: (202) 555-0123;ext=12 ", " (202) 555-0123 ext 12"),
            ("tel:901820;phone-context=+4930", "+4930901820"),
            ("tel:901820;phone-context=acme.example", "901820"),
            ("whatsapp:+14155550132", "+14155550132"),
            ("sms:+14155550132?body=Hello", "+14155550132"),
            ("sip:+14155550132@voice.example", "+14155550132"),
            ("sip:14155550132@voice.example;transport=udp", "14155550132"),
            ("sips:%2B14155550132@voice.example:5061", "+14155550132"),
            (
                "sip:+14155550132;phone-context=x@voice.example",
                "+14155550132",
            ),
        ] {
            assert_eq!(opened(text), Address::Phone(number.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_address_of_another_kind_names_no_number() {
        for text in [
            "client:ada",
            "messenger:107012345678901",
            "mailto:a@b.example",
        ] {
            assert_eq!(opened(text), Address::Other, "{text}");
        }
        for text in ["Mobile: 1", "client: +1 415", "x:1"] {
            assert_eq!(opened(text), Address::Unknown(text.to_owned()));
        }
    }
}
