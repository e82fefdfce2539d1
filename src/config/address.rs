//! An address from which the panel may load code or a page: https, or http on this machine.

use std::fmt;
use std::rc::Rc;

use http::Uri;

/// A checked address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    origin: Rc<str>,
    host: Rc<str>,
    path: Rc<str>,
}

/// The domains of organizations: the public cloud (GCC included), GCC High, DoD, China.
const CLOUDS: [&str; 4] = [
    "dynamics.com",
    "crm.microsoftdynamics.us",
    "crm.appsplatform.us",
    "dynamics.cn",
];

impl Address {
    /// Reads an address. `None` if it is no address, or none that may be used.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.trim().parse().ok()?;
        let authority = uri.authority()?;
        let host = authority.host().to_ascii_lowercase();
        let plain = host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if host.is_empty() || !plain || authority.as_str().contains('@') {
            return None;
        }
        let default_port = match uri.scheme_str()? {
            "https" => 443,
            "http" if is_local(&host) => 80,
            _ => return None,
        };
        let scheme = uri.scheme_str()?;
        let origin = match authority.port_u16().filter(|port| *port != default_port) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        };
        Some(Self {
            origin: origin.into(),
            host: host.into(),
            path: uri.path_and_query().map_or("", |path| path.as_str()).into(),
        })
    }

    /// Reads the address of an organization: an origin without a path, in one of Microsoft's clouds or on this machine.
    #[must_use]
    pub fn organization(text: &str) -> Option<Self> {
        let address = Self::parse(text)?;
        let in_cloud = CLOUDS.iter().any(|cloud| {
            address
                .host
                .strip_suffix(cloud)
                .is_some_and(|name| name.len() > 1 && name.ends_with('.'))
        });
        let bare = matches!(&*address.path, "" | "/");
        (bare && (in_cloud || is_local(&address.host))).then(|| Self {
            path: "".into(),
            ..address
        })
    }

    /// Scheme, host and port, as browsers write an origin.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host, in lower case.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.origin, self.path)
    }
}

fn is_local(host: &str) -> bool {
    host == "localhost" || host == "127.0.0.1" || host.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organizations_are_in_microsofts_clouds_or_on_this_machine() {
        for (text, origin) in [
            (
                "https://acme.crm4.dynamics.com",
                "https://acme.crm4.dynamics.com",
            ),
            (
                "https://ACME.crm9.dynamics.com/",
                "https://acme.crm9.dynamics.com",
            ),
            (
                "https://acme.crm.microsoftdynamics.us",
                "https://acme.crm.microsoftdynamics.us",
            ),
            (
                "https://acme.crm.appsplatform.us",
                "https://acme.crm.appsplatform.us",
            ),
            (
                "https://acme.crm.dynamics.cn",
                "https://acme.crm.dynamics.cn",
            ),
            (
                "https://acme.crm.dynamics.com:443",
                "https://acme.crm.dynamics.com",
            ),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://dynamics.localhost:80", "http://dynamics.localhost"),
            ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
        ] {
            let address = Address::organization(text);
            assert_eq!(
                address.as_ref().map(Address::origin),
                Some(origin),
                "{text}"
            );
            assert_eq!(
                address.map(|address| address.to_string()).as_deref(),
                Some(origin)
            );
        }
    }

    #[test]
    fn nothing_else_is_an_organization() {
        for text in [
            "",
            "acme",
            "acme.crm4.dynamics.com",
            "http://acme.crm4.dynamics.com",
            "https://acme.crm4.dynamics.com/apps",
            "https://acme.crm4.dynamics.com?x=1",
            "https://dynamics.com",
            "https://.dynamics.com",
            "https://evildynamics.com",
            "https://dynamics.com.evil.example",
            "https://evil.example\\.dynamics.com",
            "https://evil.example/.dynamics.com",
            "https://evil.example#.dynamics.com",
            "https://acme@evil.example",
            "https://user:secret@acme.crm4.dynamics.com",
            "https://evil.com\u{3002}dynamics.com",
            "javascript://acme.crm4.dynamics.com/%0aalert(1)",
            "ftp://acme.crm4.dynamics.com",
            "http://notlocalhost",
            "http://localhost.evil.example",
            "//acme.crm4.dynamics.com",
        ] {
            assert_eq!(Address::organization(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_keeps_its_path_and_query() {
        let address = Address::parse("https://flex.twilio.com/agent-desktop?a=1");
        assert_eq!(
            address.map(|address| (address.to_string(), address.origin().to_owned())),
            Some((
                "https://flex.twilio.com/agent-desktop?a=1".to_owned(),
                "https://flex.twilio.com".to_owned()
            ))
        );
    }
}
