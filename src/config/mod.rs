//! Which organization, which Flex, and how the panel behaves. `config.json` from the page's own server overrides the
//! build's defaults. The Custom Parameters of the channel provider override both, except for origins.
//!
//! Origins never come from Custom Parameters, a query string, a referrer or a message. `layer` has the table of keys,
//! [`address`] defines which addresses are allowed, [`sources`] knows where each value came from, [`load`] fetches the
//! file, and a [`ConfigProblem`] says what is wrong.

pub mod address;
mod layer;
pub mod load;
pub mod sources;

use std::rc::Rc;

use serde_json::Value;

pub use address::Address;
use layer::Layer;
use sources::Sources;
pub use sources::{Setting, Source};

use store::Settings;
pub use store::configuration::{ConfigProblem, FetchProblem, Place};
pub use store::settings::Sessions;

/// The configuration in force.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// The organization's address, without a path. Keys `dynamicsUrl` and `dynamicsOrg`.
    pub dynamics_url: Address,
    /// The page that the Flex frame shows. Key `flexUrl`.
    pub flex_url: Address,
    /// The country whose national numbers are understood: ISO 3166 alpha-2, in capitals. Key `defaultCountry`.
    pub default_country: Option<Rc<str>>,
    /// The settings of the store.
    pub settings: Settings,
    /// Whether the panel may switch click-to-act on. Key `enableClickToAct`.
    pub enable_click_to_act: EnableClickToAct,
    /// The server has no `config.json`, so the build's defaults are in force.
    pub is_of_build: bool,
    /// Where each value came from.
    pub sources: Sources,
}

/// What is wrong, and all values that are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconfigured {
    /// The first key or value that is wrong or missing.
    pub problem: ConfigProblem,
    /// All keys with valid values.
    pub settings: Vec<Setting>,
}

/// Whether the panel may switch click-to-act on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EnableClickToAct {
    /// Switches it on if it is off.
    #[default]
    Ask,
    /// Never switches it on, because the switch belongs to everybody who uses the provider.
    Never,
}

/// The file, beside the page.
const FILE: &str = "config.json";
/// The status with which the server answers if there is no such file.
const NO_FILE: u16 = 404;
/// The address of Flex, unless it is configured.
const FLEX: &str = "https://flex.twilio.com/agent-desktop";

impl Config {
    /// The configuration from `config.json` (if there is one) and the build's defaults. A demo plays all parts on its
    /// own origin: there, an address that is not set is the demo's.
    ///
    /// # Errors
    /// What is wrong or missing.
    pub fn read(file: Option<&str>, demo_origin: Option<&str>) -> Result<Self, Misconfigured> {
        Self::resolve(Layer::of_build(), file.map(Layer::of_file), demo_origin)
    }

    /// The result if there is a file that could not be read.
    #[must_use]
    pub fn unread(problem: ConfigProblem) -> Misconfigured {
        Misconfigured {
            problem,
            settings: layer::settings(&Layer::of_build().sources),
        }
    }

    fn resolve(
        build: Layer,
        file: Option<Layer>,
        demo_origin: Option<&str>,
    ) -> Result<Self, Misconfigured> {
        let is_of_build = file.is_none();
        let both = file.unwrap_or_default().over(build);
        let both = match demo_origin {
            Some(origin) => both.on_demo_origin(origin),
            None => both,
        };
        let sources = both.sources.clone();
        let config = Self::of(both).map_err(|problem| Misconfigured {
            problem: match problem {
                // The file is missing as well. It is the place where an administrator sets this value.
                ConfigProblem::Missing { .. } if is_of_build => ConfigProblem::NotFetched {
                    why: FetchProblem::Status(NO_FILE),
                },
                problem => problem,
            },
            settings: layer::settings(&sources),
        })?;
        Ok(Self {
            is_of_build,
            ..config
        })
    }

    fn of(layer: Layer) -> Result<Self, ConfigProblem> {
        if let Some(problem) = layer.problem {
            return Err(problem);
        }
        let flex_url = layer.flex_url.clone().or_else(|| Address::parse(FLEX));
        Ok(Self {
            dynamics_url: layer::needed("dynamicsUrl", layer.dynamics_url.clone())?,
            flex_url: layer::needed("flexUrl", flex_url)?,
            default_country: None,
            settings: Settings::default(),
            enable_click_to_act: EnableClickToAct::default(),
            is_of_build: false,
            sources: Sources::default(),
        }
        .under(layer))
    }

    /// All keys with their values in force, and where each value came from. If there is no file, the first entry says
    /// so.
    #[must_use]
    pub fn settings_in_force(&self) -> Vec<Setting> {
        let no_file = self.is_of_build.then(|| Setting {
            key: FILE,
            value: Some(format!("{NO_FILE}, the build's defaults are in force").into()),
            source: Source::Set(Place::Build),
        });
        let settings = layer::settings(&self.sources);
        no_file.into_iter().chain(settings).collect()
    }

    /// This configuration with the provider's Custom Parameters (a JSON object, or `null`) over it.
    ///
    /// # Errors
    /// The first key or value that is wrong. None of the parameters counts then.
    pub fn with_custom_parameters(&self, parameters: &Value) -> Result<Self, ConfigProblem> {
        let layer = Layer::of_custom_parameters(parameters);
        match layer.problem {
            Some(problem) => Err(problem),
            None => Ok(self.clone().under(layer)),
        }
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
            sources: layer.sources.over(self.sources),
            ..self
        }
    }
}

#[cfg(test)]
mod tests;
