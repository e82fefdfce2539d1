//! What may happen in a world, and how often.

use store::Settings;
use store::settings::Arrival;

use super::step::Reload;

/// What may happen in a world, and how often.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The panel's own settings.
    pub settings: Settings,
    /// The customers who get in touch, in this order: the number of the record that each is about.
    pub customers: &'static [u8],
    /// How they get in touch: `chat` or `voice`.
    pub channel: &'static str,
    pub budget: Budget,
    /// Dynamics and Flex are not up yet.
    pub asleep: bool,
    /// What may be loaded anew.
    pub reloads_of: &'static [Reload],
    /// Whether a search opens what it finds.
    pub search_opens: bool,
    /// How many tabs the agent has opened beside the first. With nine the session is full.
    pub tabs: u8,
}

impl Default for Setting {
    /// One customer; everything is up. Records open beside a call, too: more can happen then.
    fn default() -> Self {
        Self {
            settings: Settings {
                arrival: Arrival::Keep,
                ..Settings::default()
            },
            customers: &[1],
            channel: "chat",
            budget: Budget::default(),
            asleep: false,
            reloads_of: &[Reload::Panel],
            search_opens: true,
            tabs: 0,
        }
    }
}

/// How often what may happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Budget {
    /// The agent selects, accepts, ends, completes or opens, in Flex or in the list.
    pub acts: u8,
    /// The agent moves to a tab, closes one, docks or minimizes, in Dynamics.
    pub moves: u8,
    /// The agent goes to another session, or closes one.
    pub switches: u8,
    /// Another provider opens a session, which comes to the front.
    pub others: u8,
    /// The agent clicks a phone field.
    pub clicks: u8,
    /// A customer leaves.
    pub leaves: u8,
    /// Flex loses its connection to Twilio, and has it again.
    pub losses: u8,
    /// Something goes wrong with a call or a command.
    pub faults: u8,
    /// Dynamics takes more than a minute to show a record.
    pub slow: u8,
    /// Something is loaded anew: which, says [`Setting::reloads_of`].
    pub reloads: u8,
}

/// What may still happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Left {
    pub customers: u8,
    pub budget: Budget,
}
