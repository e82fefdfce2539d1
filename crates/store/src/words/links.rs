//! The links to the two platforms.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::problem::Problem;

/// What both sides have told of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Versions {
    /// Of Dynamics (`crmVersion` of `getEnvironment`).
    pub dynamics: Option<Rc<str>>,
    /// Of its channel integration (`cifVersion` of `getEnvironment`).
    pub cif: Option<Rc<str>>,
    /// Of the bridge script.
    pub bridge: Option<Rc<str>>,
    /// Of Flex UI.
    pub flex: Option<Rc<str>>,
}

/// The link to Dynamics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum DynamicsLink {
    /// The library is being loaded, or the host has not yet proved itself.
    #[default]
    Waiting,
    /// The host has answered `getEnvironment`.
    Connected,
    /// It has left the last calls unanswered. It is asked until it answers; meanwhile all goes on.
    Silent,
    /// It can't be had; the words say why.
    Failed(Problem),
}

/// The link to Flex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FlexLink {
    /// The frame is loading; the bridge script has not said hello.
    #[default]
    Loading,
    /// No hello for 20 s: the agent has to log in, or an administrator has to check something. Still waiting.
    NotAnswering,
    /// The bridge script has a port and has sent its snapshot.
    Connected,
    /// The bridge script has a port, but Flex itself has lost its connection: what it has may be out of date.
    Reconnecting,
    /// The bridge script said that the agent has signed out.
    SignedOut,
    /// Flex has ended this session in favour of a younger one.
    Replaced,
    /// The bridge script speaks another version of the protocol.
    OtherVersion {
        /// What it speaks.
        theirs: u32,
    },
    /// The bridge script finds no way to do its work in this Flex.
    Unfit {
        /// What this Flex lacks.
        lacks: Rc<str>,
    },
}

impl DynamicsLink {
    /// The state's name, in the page and in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Connected => "connected",
            Self::Silent => "silent",
            Self::Failed(_) => "failed",
        }
    }

    /// The host hears calls, as far as anybody knows.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Connected | Self::Silent)
    }
}

impl FlexLink {
    /// The state's name, in the page and in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::NotAnswering => "not-answering",
            Self::Connected => "connected",
            Self::Reconnecting => "reconnecting",
            Self::SignedOut => "signed-out",
            Self::Replaced => "replaced",
            Self::OtherVersion { .. } => "other-version",
            Self::Unfit { .. } => "unfit",
        }
    }

    /// The bridge script hears commands.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Connected | Self::Reconnecting)
    }
}

/// The view that Flex shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// Its name; `None` until Flex has told the first one.
    pub name: Option<Rc<str>>,
    /// Where a command of ours sends Flex: a change to it is an echo.
    pub sent_to: Option<Rc<str>>,
}
