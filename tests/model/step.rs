//! One thing that happens in a world.

use simulation::dynamics::Mode;

/// One step of the world. It is written as it is read back: a trace is a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This happens, and all goes well.
    Well(Act),
    /// This happens; of the calls and commands that the panel then makes, the one with this number (from 0) fares
    /// like this.
    Ill(Act, u8, Fault),
}

/// What happens. Tasks have the number of their reservation (from 1), everything else its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The next customer gets in touch.
    Contact,
    /// The customer of a task gives up, or ends the conversation.
    Leave(u8),
    /// The agent's hand in Flex.
    InFlex(Hand, u8),
    /// The agent's hand in our list.
    InList(Hand, u8),
    /// The agent goes to a tab.
    GoTo(u8),
    /// The agent closes a tab.
    Close(u8),
    /// The agent goes to a session.
    Switch(u8),
    /// The agent closes a session.
    CloseSession(u8),
    /// The agent docks or minimizes the panel.
    SetMode(Mode),
    /// Another provider opens a session, which comes to the front.
    OpenOther,
    /// The agent clicks a phone field.
    Click,
    /// The call that the panel has asked Flex for gets its reservation.
    CallOut,
    /// The customer answers it.
    Answers,
    /// Flex loses its connection to Twilio.
    Lose,
    /// It is back.
    Regain,
    /// Something is loaded anew.
    Reload(Reload),
    /// The client library has loaded and Dynamics has proved itself.
    DynamicsIsUp,
    /// The bridge script has shaken hands.
    FlexIsUp,
    /// The next event of Dynamics arrives.
    HearDynamics,
    /// The next message of the bridge script arrives.
    HearFlex,
    /// An answer arrives, or the panel gives up waiting for it.
    Answer(u8),
    /// A clock of the panel runs out.
    Clock(u8),
    /// A clock of the panel runs out before Dynamics, unusually slow, has done what it is for.
    Early(u8),
    /// A tab that has been asked for is one step nearer: it navigates, or is up.
    Tab(u8),
}

/// What the agent does with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Select,
    Accept,
    End,
    Complete,
    Open,
}

/// What is loaded anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reload {
    /// The panel, and Flex in it.
    Panel,
    /// Flex alone.
    Flex,
    /// The whole Dynamics window.
    Window,
}

/// How a call to Dynamics or a command to Flex fares ill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Rejected, and not done.
    Refused,
    /// Never answered, and not done.
    Lost,
    /// Done, and answered too late or never.
    Unanswered,
    /// Done, and answered with nonsense (calls to Dynamics only).
    Nonsense,
    /// Done, and answered twice, around its time-out (commands to Flex only).
    Twice,
}

impl Fault {
    /// What can go wrong with a call to Dynamics. (A promise settles once.)
    pub const OF_CALLS: [Self; 4] = [Self::Refused, Self::Lost, Self::Unanswered, Self::Nonsense];
    /// What can go wrong with a command to Flex.
    pub const OF_COMMANDS: [Self; 4] = [Self::Refused, Self::Lost, Self::Unanswered, Self::Twice];
}

impl Step {
    pub fn act(self) -> Act {
        let (Self::Well(act) | Self::Ill(act, ..)) = self;
        act
    }

    /// Something that is on its way arrives.
    pub fn is_message(&self) -> bool {
        matches!(
            self.act(),
            Act::HearDynamics
                | Act::HearFlex
                | Act::Answer(_)
                | Act::Tab(_)
                | Act::CallOut
                | Act::Answers
        )
    }
}
