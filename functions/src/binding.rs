//! How a caller points to a record: by its GUID, by an alternate key, or by its address in the organization.

use uuid::Uuid;

/// The path of the record that a text names, relative to the Web API, as `@odata.bind` needs it: `/contacts(<GUID>)` or
/// `/contacts(emailaddress1='ada@example.com')`. `organization` is the organization's origin.
#[must_use]
pub fn path(text: &str, organization: &str) -> Option<String> {
    let text = text.trim();
    let relative = match text.get(..organization.len()) {
        Some(start) if start.eq_ignore_ascii_case(organization) => {
            let below = text
                .get(organization.len()..)?
                .strip_prefix("/api/data/v")?;
            below.split_once('/')?.1
        }
        _ => text.strip_prefix('/').unwrap_or(text),
    };
    let (set, key) = relative.strip_suffix(')')?.split_once('(')?;
    if !is_name(set) {
        return None;
    }
    if let Ok(id) = Uuid::parse_str(key) {
        return Some(crate::odata::bind(set, id));
    }
    is_alternate_key(key).then(|| format!("/{set}({key})"))
}

/// `name='value',other=5`.
fn is_alternate_key(mut rest: &str) -> bool {
    loop {
        let Some((name, after)) = rest.split_once('=') else {
            return false;
        };
        match after_value(after) {
            Some(after) if is_name(name) => match after.strip_prefix(',') {
                Some(next) => rest = next,
                None => return after.is_empty(),
            },
            _ => return false,
        }
    }
}

/// The rest of a text after a value. The value is a text in apostrophes, where two apostrophes stand for one, or a
/// number, a date or a GUID.
fn after_value(text: &str) -> Option<&str> {
    let Some(mut quoted) = text.strip_prefix('\'') else {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-+.:".contains(c);
        let end = text.find(|c| !is_plain(c)).unwrap_or(text.len());
        return text.get(end..).filter(|_| end > 0);
    };
    loop {
        let (_, after) = quoted.split_once('\'')?;
        match after.strip_prefix('\'') {
            Some(more) => quoted = more,
            None => return Some(after),
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOST: &str = "https://acme.crm4.dynamics.com";
    const ID: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";

    #[test]
    fn a_record_is_named_by_its_guid_by_a_key_or_by_its_address() {
        for (text, bound) in [
            (format!("/contacts({ID})"), format!("/contacts({ID})")),
            (format!(" contacts({ID}) "), format!("/contacts({ID})")),
            (
                format!("contacts({})", ID.to_uppercase()),
                format!("/contacts({ID})"),
            ),
            (
                format!("{HOST}/api/data/v9.0/contacts({ID})"),
                format!("/contacts({ID})"),
            ),
            (
                format!("HTTPS://ACME.crm4.dynamics.com/api/data/v9.2/contacts({ID})"),
                format!("/contacts({ID})"),
            ),
        ] {
            assert_eq!(path(&text, HOST), Some(bound), "{text}");
        }
        for key in [
            "/contacts(emailaddress1='ada@example.com')",
            "/contacts(lastname='O''Connor (Ada), née ''X''')",
            "/accounts(accountnumber='A,1',new_branch=5)",
            "/accounts(new_since=2026-12-01)",
        ] {
            assert_eq!(path(key, HOST).as_deref(), Some(key));
        }
    }

    #[test]
    fn a_text_in_another_form_names_no_record() {
        for text in [
            "",
            ID,
            "/contacts(1)",
            "/contacts()",
            "/contacts",
            "contacts(x='a'",
            "contacts(x='a)",
            "contacts(x=)",
            "contacts(='a')",
            "contacts(x='a',)",
            "contacts(x='a')/account(y='b')",
            "contacts(x='a' or 1 eq 1)",
            "https://evil.example/api/data/v9.2/contacts(6f0c2a10-7b1e-4c55-9a01-0242ac120001)",
            "https://acme.crm4.dynamics.com.evil.example/api/data/v9.2/contacts(x='a')",
            "https://acme.crm4.dynamics.com/other/contacts(x='a')",
        ] {
            assert_eq!(path(text, HOST), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_path_below_the_web_api_or_none(text in ".{0,80}") {
            if let Some(path) = path(&text, HOST) {
                prop_assert!(path.starts_with('/') && path.ends_with(')'));
            }
        }
    }
}
