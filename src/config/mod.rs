//! Which organization, which Flex, and how the panel behaves: `config.json` from the page's own server, over the
//! build's defaults, and for what is no origin the Custom Parameters of the channel provider over both.
//!
//! Origins never come from Custom Parameters, a query string, a referrer or a message. `layer` has the table of
//! keys, [`address`] says what an address may be, [`load`] fetches the file, a [`ConfigProblem`] tells what is wrong.

pub mod address;
mod layer;
pub mod load;

use std::rc::Rc;

use serde_json::Value;

pub use address::Address;
use layer::Layer;

use crate::store::Settings;
pub use crate::store::configuration::{ConfigProblem, FetchProblem, Place};
pub use crate::store::settings::Sessions;

/// The configuration in force.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// The organization, without a path. Keys `dynamicsUrl` and `dynamicsOrg`.
    pub dynamics_url: Address,
    /// The page that the Flex frame shows. Key `flexUrl`.
    pub flex_url: Address,
    /// Whose national numbers are understood: ISO 3166 alpha-2, in capitals. Key `defaultCountry`.
    pub default_country: Option<Rc<str>>,
    /// What the store goes by.
    pub settings: Settings,
    /// Key `enableClickToAct`.
    pub enable_click_to_act: EnableClickToAct,
}

/// Whether the panel may switch click-to-act on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EnableClickToAct {
    /// If it is off.
    #[default]
    Ask,
    /// Never: the switch is for everybody who uses the provider.
    Never,
}

/// Where Flex is unless configured otherwise.
const FLEX: &str = "https://flex.twilio.com/agent-desktop";

impl Config {
    /// The configuration that `config.json` (if there is one) and the build's defaults make together. A demo plays
    /// all parts on its own origin: what nobody has set is then found there.
    ///
    /// # Errors
    /// The first key or value that is wrong or missing.
    pub fn read(file: Option<&str>, demo_origin: Option<&str>) -> Result<Self, ConfigProblem> {
        Self::resolve(Layer::of_build()?, file, demo_origin)
    }

    fn resolve(
        build: Layer,
        file: Option<&str>,
        demo_origin: Option<&str>,
    ) -> Result<Self, ConfigProblem> {
        let file = file.map_or_else(|| Ok(Layer::default()), Layer::of_file)?;
        let both = file.over(build);
        let (dynamics, flex) = match demo_origin {
            Some(origin) => (
                Address::organization(origin),
                Address::parse(&format!("{origin}/agent-desktop")),
            ),
            None => (None, Address::parse(FLEX)),
        };
        Ok(Self {
            dynamics_url: layer::needed("dynamicsUrl", both.dynamics_url.clone().or(dynamics))?,
            flex_url: layer::needed("flexUrl", both.flex_url.clone().or(flex))?,
            default_country: None,
            settings: Settings::default(),
            enable_click_to_act: EnableClickToAct::default(),
        }
        .under(both))
    }

    /// This configuration with the provider's Custom Parameters (a JSON object, or `null`) over it.
    ///
    /// # Errors
    /// The first key or value that is wrong; nothing of them counts then.
    pub fn with_custom_parameters(&self, parameters: &Value) -> Result<Self, ConfigProblem> {
        Layer::of_custom_parameters(parameters).map(|layer| self.clone().under(layer))
    }

    fn under(self, layer: Layer) -> Self {
        Self {
            default_country: layer.default_country.or(self.default_country),
            settings: Settings {
                pop_on: layer.pop_on.unwrap_or(self.settings.pop_on),
                arrival: layer.arrival.unwrap_or(self.settings.arrival),
                open_with: layer.open_with.unwrap_or(self.settings.open_with),
                sessions: layer.sessions.unwrap_or(self.settings.sessions),
                session_template: layer.session_template.or(self.settings.session_template),
            },
            enable_click_to_act: layer
                .enable_click_to_act
                .unwrap_or(self.enable_click_to_act),
            ..self
        }
    }
}

#[cfg(test)]
mod tests;
