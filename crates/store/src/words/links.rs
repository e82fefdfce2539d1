//! The links to Dynamics and to Flex.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::problem::Problem;

/// The versions that both sides have told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Versions {
    /// The version of Dynamics (`crmVersion` of `getEnvironment`).
    pub dynamics: Option<Rc<str>>,
    /// The version of its channel integration (`cifVersion` of `getEnvironment`).
    pub cif: Option<Rc<str>>,
    /// The version of the bridge script.
    pub bridge: Option<Rc<str>>,
    /// The version of Flex UI.
    pub flex: Option<Rc<str>>,
}

/// The link to Dynamics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum DynamicsLink {
    /// The client library is loading, or Dynamics has not answered the first call yet.
    #[default]
    Waiting,
    /// Dynamics has answered `getEnvironment`.
    Connected,
    /// Dynamics has not answered the last calls. The adapter asks until it answers, and everything goes on meanwhile.
    Silent,
    /// Dynamics can't be reached, for this reason.
    Failed(Problem),
}

/// The link to Flex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FlexLink {
    /// The frame is loading. The bridge script has not said hello.
    #[default]
    Loading,
    /// The bridge script has said no hello for 20 s. The agent may have to log in, or an administrator has to check
    /// something. The panel goes on waiting.
    NotAnswering,
    /// The bridge script has a port and has sent its snapshot.
    Connected,
    /// The bridge script has a port, but Flex has lost its connection: its tasks may be out of date.
    Reconnecting,
    /// The bridge script says that the agent has signed out.
    SignedOut,
    /// Flex has ended this session because the worker has opened a newer one.
    Replaced,
    /// The bridge script speaks another version of the protocol.
    OtherVersion {
        /// The version that it speaks.
        theirs: u32,
    },
    /// The bridge script can't work in this Flex.
    Unfit {
        /// What this Flex lacks.
        lacks: Rc<str>,
    },
}

impl DynamicsLink {
    /// The name of this state, for the page and for reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Connected => "connected",
            Self::Silent => "silent",
            Self::Failed(_) => "failed",
        }
    }

    /// True if Dynamics can be called, as far as the panel knows.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Connected | Self::Silent)
    }
}

impl FlexLink {
    /// The name of this state, for the page and for reports.
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

    /// True if the bridge script can take commands.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Connected | Self::Reconnecting)
    }
}

/// The view that Flex shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// The name of the view. `None` until Flex has told the first one.
    pub name: Option<Rc<str>>,
    /// The view that a command of the panel opens in Flex. The change to this view is an echo.
    pub sent_to: Option<Rc<str>>,
}
