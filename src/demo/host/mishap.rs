//! What can be made to go wrong, in Dynamics and in Flex.

use crate::simulation::dynamics::Trouble;

/// Something that is going to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing.
    None,
    /// In Dynamics.
    Dynamics(Trouble),
    /// In Flex: the next outbound call is taken and never placed.
    NoCall,
    /// In Flex: the same worker opens it elsewhere, at once.
    OpenElsewhere,
    /// In Flex: it has no connection to Twilio, until this is lifted.
    NoConnection,
}

impl Mishap {
    /// All of them, to choose from.
    pub fn all() -> impl Iterator<Item = Self> {
        let dynamics = Trouble::ALL.into_iter().map(Self::Dynamics);
        std::iter::once(Self::None).chain(dynamics).chain([
            Self::NoCall,
            Self::OpenElsewhere,
            Self::NoConnection,
        ])
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
            Self::NoCall => "Flex places no call",
            Self::OpenElsewhere => "Flex is opened elsewhere",
            Self::NoConnection => "Flex has no connection",
        }
    }
}
