//! What can go wrong in the simulated Dynamics.

/// A trouble. Most troubles happen once, to the next request that they fit. The last three last until they are lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// The next tab takes 20 s.
    Slow,
    /// The next tab never comes up.
    NeverShows,
    /// The next search finds no record.
    NotFound,
    /// The next search or form is refused, because the agent may not read the record.
    NotReadable,
    /// The next request is carried out but never answered.
    Unanswered,
    /// `getTabs` in the home session is never answered, as in 2021.
    OldHost,
    /// The agent may not write the provider's record, so `setClickToAct` is refused.
    NoPrivilege,
    /// Nothing is done and nothing is answered.
    Dead,
}

impl Trouble {
    /// All troubles, to choose from.
    pub const ALL: [Self; 8] = [
        Self::Slow,
        Self::NeverShows,
        Self::NotFound,
        Self::NotReadable,
        Self::Unanswered,
        Self::OldHost,
        Self::NoPrivilege,
        Self::Dead,
    ];

    /// Its name in a page.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::NeverShows => "never-shows",
            Self::NotFound => "not-found",
            Self::NotReadable => "not-readable",
            Self::Unanswered => "unanswered",
            Self::OldHost => "old-host",
            Self::NoPrivilege => "no-privilege",
            Self::Dead => "dead",
        }
    }

    /// What it does, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Slow => "The next tab takes 20 seconds",
            Self::NeverShows => "The next tab never comes up",
            Self::NotFound => "The next Case is not found",
            Self::NotReadable => "The next Case may not be read",
            Self::Unanswered => "The next request gets no answer",
            Self::OldHost => "Home never lists its tabs (2021)",
            Self::NoPrivilege => "Phone links can't be switched on",
            Self::Dead => "Dynamics answers nothing",
        }
    }
}
