//! What can go wrong, in Dynamics and in Flex. The choice stays in the page's address until it has happened, so that
//! another choice that loads a new world, such as the app, does not undo it.

use crate::page;
use simulation::dynamics::Trouble;

/// The parameter of the page that names the trouble.
const PARAMETER: &str = "trouble";

/// Something that will go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing.
    None,
    /// In Dynamics.
    Dynamics(Trouble),
    /// In Flex: the next outbound call resolves without a call.
    NoCall,
    /// In Flex: the same worker opens it in another place, at once.
    OpenElsewhere,
    /// In Flex: it has no connection to Twilio until this is lifted.
    NoConnection,
}

impl Mishap {
    /// What can go wrong in Flex.
    pub const IN_FLEX: [Self; 3] = [Self::NoCall, Self::OpenElsewhere, Self::NoConnection];

    /// What can go wrong in Dynamics.
    pub fn in_dynamics() -> impl Iterator<Item = Self> {
        Trouble::ALL.into_iter().map(Self::Dynamics)
    }

    /// The trouble with this name. An unknown name is no trouble.
    #[must_use]
    pub fn named(code: &str) -> Self {
        Self::in_dynamics()
            .chain(Self::IN_FLEX)
            .find(|mishap| mishap.code() == code)
            .unwrap_or(Self::None)
    }

    /// The trouble in the page's address.
    #[must_use]
    pub fn of_the_page() -> Self {
        Self::named(&page::parameter(PARAMETER).unwrap_or_default())
    }

    /// Puts it into the page's address.
    pub fn keep(self) {
        page::keep(PARAMETER, self.parameter());
    }

    /// Loads a new world with it.
    pub fn visit(self) {
        page::visit_with(PARAMETER, self.parameter());
    }

    /// Whether it must be there from the beginning of a world. The panel asks for click-to-act only when it starts, and
    /// only if it is off.
    #[must_use]
    pub fn is_of_the_world(self) -> bool {
        self == Self::Dynamics(Trouble::NoPrivilege)
    }

    fn parameter(self) -> &'static str {
        match self {
            Self::None => "",
            mishap => mishap.code(),
        }
    }

    /// Its name in the page.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "normal",
            Self::Dynamics(trouble) => trouble.code(),
            Self::NoCall => "no-call",
            Self::OpenElsewhere => "open-elsewhere",
            Self::NoConnection => "no-connection",
        }
    }

    /// What it does, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "Nothing goes wrong",
            Self::Dynamics(trouble) => trouble.words(),
            Self::NoCall => "The next call out never starts",
            Self::OpenElsewhere => "Flex is opened somewhere else",
            Self::NoConnection => "Flex loses its connection",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_is_found_by_its_own_name_only() {
        for mishap in Mishap::in_dynamics().chain(Mishap::IN_FLEX) {
            assert_eq!(Mishap::named(mishap.code()), mishap);
        }
        for unknown in ["", "normal", "Slow", "no"] {
            assert_eq!(Mishap::named(unknown), Mishap::None, "{unknown}");
        }
    }
}
