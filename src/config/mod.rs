//! Which organization, which Flex, and how the panel behaves. `config.json` from the page's own server overrides the
//! build's defaults. The Custom Parameters of the channel provider override both, except for origins.
//!
//! Origins never come from Custom Parameters, a query string, a referrer or a message. `keys` has the table of keys,
//! [`address`] defines which addresses are allowed, `layer` reads one place, [`sources`] knows where each value came
//! from, [`load`] fetches the file, and a [`ConfigProblem`] says what is wrong.

pub mod address;
mod keys;
mod layer;
pub mod load;
pub mod sources;

use std::rc::Rc;

use serde_json::Value;

pub use address::Address;
pub use keys::EnableClickToAct;
use keys::Values;
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

/// The file, beside the page.
const FILE: &str = "config.json";
/// The status with which the server answers if there is no such file.
const NO_FILE: u16 = 404;

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
            settings: Layer::of_build().sources.settings(),
        }
    }

    fn resolve(
        build: Layer,
        file: Option<Layer>,
        demo_origin: Option<&str>,
    ) -> Result<Self, Misconfigured> {
        let is_of_build = file.is_none();
        let mut both = file.unwrap_or_default().over(build);
        if let Some(origin) = demo_origin {
            both.on_demo_origin(origin);
        }
        let settings = both.sources.settings();
        match both.problem {
            Some(problem) => Err(problem),
            None => Self::of(both.sources, is_of_build),
        }
        .map_err(|problem| Misconfigured {
            problem: match problem {
                // The file is missing as well. It is the place where an administrator sets this value.
                ConfigProblem::Missing { .. } if is_of_build => ConfigProblem::NotFetched {
                    why: FetchProblem::Status(NO_FILE),
                },
                problem => problem,
            },
            settings,
        })
    }

    fn of(sources: Sources, is_of_build: bool) -> Result<Self, ConfigProblem> {
        let Values {
            dynamics_url,
            flex_url,
            default_country,
            settings,
            enable_click_to_act,
        } = sources.values();
        let missing = |key: &str| ConfigProblem::Missing { key: key.into() };
        Ok(Self {
            dynamics_url: dynamics_url.ok_or_else(|| missing("dynamicsUrl"))?,
            flex_url: flex_url.ok_or_else(|| missing("flexUrl"))?,
            default_country,
            settings,
            enable_click_to_act,
            is_of_build,
            sources,
        })
    }

    /// What windows have in common that belong together.
    #[must_use]
    pub fn among(&self) -> String {
        format!("{} {}", self.dynamics_url, self.flex_url)
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
        no_file.into_iter().chain(self.sources.settings()).collect()
    }

    /// This configuration with the provider's Custom Parameters (a JSON object, or `null`) over it.
    ///
    /// # Errors
    /// The first key or value that is wrong. None of the parameters counts then.
    pub fn with_custom_parameters(&self, parameters: &Value) -> Result<Self, ConfigProblem> {
        let layer = Layer::of_custom_parameters(parameters);
        match layer.problem {
            Some(problem) => Err(problem),
            None => Self::of(layer.sources.over(self.sources.clone()), self.is_of_build),
        }
    }
}

#[cfg(test)]
mod tests;
