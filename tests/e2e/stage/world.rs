//! The world of one test: the three origins, a browser with the Dynamics window, and ways to look at it.

use std::cell::Cell;
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, WebDriver};

use super::browser::Browser;
use super::journal::{self, Message};
use super::origins::{Held, Instead, Origin, Side};
use super::outcome::Outcome;
use super::sights::{self, DynamicsSight, FlexSight, PanelSight};

/// The settings of a world.
pub struct Setting {
    /// Further keys of the panel's `config.json`, besides the two URLs and the country. `null` removes a key.
    pub config: Value,
    /// The whole `config.json` instead.
    pub config_text: Option<&'static str>,
    /// The headers of the panel's server.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// Whether the panel is the production build.
    pub production: bool,
    /// A path that a server holds until [`World::release_after`].
    pub held: Option<(Side, &'static str)>,
    /// A part of the paths that a server does not have.
    pub missing: Option<(Side, &'static str)>,
    /// Flex is the real one, with these keys in its own `config.json`.
    pub flex: Option<Value>,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            config: json!({}),
            config_text: None,
            headers: Vec::new(),
            production: false,
            held: None,
            missing: None,
            flex: None,
        }
    }
}

impl Setting {
    /// A panel that opens the Case of a newcomer during a call, too.
    pub fn opening_beside_calls() -> Self {
        Self::with(json!({ "arrival": "keep" }))
    }

    /// A panel with these keys in its `config.json`, beside the URLs.
    pub fn with(config: Value) -> Self {
        Self {
            config,
            ..Self::default()
        }
    }
}

/// The world of one test.
pub struct World {
    /// The organization's origin.
    pub dynamics_origin: Origin,
    /// The panel's origin.
    pub panel_origin: Origin,
    /// The agent desktop's origin.
    pub flex_origin: Origin,
    pub(super) browser: Browser,
    /// The page in which the driver is.
    pub(super) entered: Cell<Option<Side>>,
    held: Option<Held>,
}

impl World {
    pub(super) async fn open(setting: Setting) -> Outcome<Self> {
        let demo = folder("E2E_DEMO_DIST", "target/e2e/demo");
        let panel = match setting.production {
            true => folder("E2E_PROD_DIST", "dist"),
            false => demo.clone(),
        };
        let flex = match setting.flex {
            Some(_) => folder("E2E_FLEX_DIST", "target/flex/page"),
            None => demo.clone(),
        };
        let world = Self {
            dynamics_origin: Origin::open(Side::Dynamics, &demo).await?,
            panel_origin: Origin::open(Side::Panel, &panel).await?,
            flex_origin: Origin::open(Side::Flex, &flex).await?,
            browser: Browser::start().await?,
            entered: Cell::new(None),
            held: None,
        };
        world.start(setting).await
    }

    async fn start(mut self, setting: Setting) -> Outcome<Self> {
        let (panel, flex) = (&self.panel_origin.url, &self.flex_origin.url);
        if let Some(mut config) = setting.flex {
            config["panelOrigin"] = json!(panel);
            self.flex_origin.set_config(config.to_string());
        }
        let mut config = json!({
            "dynamicsUrl": self.dynamics_origin.url,
            "flexUrl": format!("{flex}/agent-desktop?panelOrigin={panel}"),
            "defaultCountry": "US",
        });
        if let (Some(keys), Value::Object(more)) = (config.as_object_mut(), setting.config) {
            keys.extend(more);
            keys.retain(|_, value| !value.is_null());
        }
        let text = setting.config_text.map(str::to_owned);
        self.panel_origin
            .set_config(text.unwrap_or_else(|| config.to_string()));
        self.panel_origin.set_headers(setting.headers);
        self.held = setting
            .held
            .map(|(side, path)| self.origin(side).hold(path));
        if let Some((side, path)) = setting.missing {
            self.origin(side)
                .answer(path, Instead::Status(StatusCode::NOT_FOUND));
        }
        self.browser.driver.goto(self.window_url()).await?;
        Ok(self)
    }

    /// The address of a Dynamics window with the panel in it.
    pub fn window_url(&self) -> String {
        let (dynamics, panel) = (&self.dynamics_origin.url, &self.panel_origin.url);
        format!("{dynamics}/?panel={panel}/panel")
    }

    fn origin(&self, side: Side) -> &Origin {
        match side {
            Side::Dynamics => &self.dynamics_origin,
            Side::Panel => &self.panel_origin,
            Side::Flex => &self.flex_origin,
        }
    }

    /// How often a server was asked for paths that begin like this.
    pub fn asked(&self, side: Side, path: &str) -> usize {
        self.origin(side).asked(path)
    }

    /// Releases the held answer.
    pub fn release(&self) {
        self.release_after(Duration::ZERO);
    }

    /// Releases the held answer after this time.
    pub fn release_after(&self, late: Duration) {
        if let Some(held) = self.held.clone() {
            tokio::spawn(async move {
                tokio::time::sleep(late).await;
                held.release();
            });
        }
    }

    /// Enters the page of a side, through the frames around it.
    async fn enter(&self, side: Side) -> WebDriverResult<()> {
        self.enter_top_window().await?;
        for frame in frames_to(side) {
            let frame = self.browser.driver.find(By::Css(*frame)).await?;
            frame.enter_frame().await?;
        }
        self.entered.set(Some(side));
        Ok(())
    }

    /// Whether the driver is still in the page of this side. If its frame has gone to another site, the driver is in the
    /// top window, without a word.
    async fn is_within(&self, side: Side) -> bool {
        let depth = "let depth = 0; for (let at = window; at !== at.parent; at = at.parent) depth += 1; return depth";
        if self.entered.get() != Some(side) {
            return false;
        }
        let told = self.browser.driver.execute(depth, Vec::new()).await;
        let depth = told.ok().and_then(|told| told.convert::<usize>().ok());
        depth == Some(frames_to(side).len())
    }

    /// Leaves all frames.
    pub(super) async fn enter_top_window(&self) -> WebDriverResult<()> {
        self.entered.set(None);
        self.browser.driver.enter_default_frame().await
    }

    /// Does something in the page of a side. The driver then stays in that page, because the next look is often there,
    /// too. If the page has gone meanwhile, the driver enters it again through the frames and tries once more.
    pub(super) async fn within<T>(
        &self,
        side: Side,
        act: impl AsyncFn(&WebDriver) -> WebDriverResult<T>,
    ) -> Outcome<T> {
        if self.is_within(side).await {
            let done = act(&self.browser.driver).await;
            if done.as_ref().map_or_else(is_of_script, |_| true) {
                return Ok(done?);
            }
        }
        self.enter(side).await?;
        Ok(act(&self.browser.driver).await?)
    }

    pub(super) async fn read<T: DeserializeOwned>(&self, side: Side, script: &str) -> Outcome<T> {
        let read = async |driver: &WebDriver| driver.execute(script, Vec::new()).await;
        Ok(self.within(side, read).await?.convert()?)
    }

    /// The panel at this moment.
    pub async fn panel(&self) -> Outcome<PanelSight> {
        self.read(Side::Panel, &sights::panel_script()).await
    }

    /// The Dynamics window at this moment.
    pub async fn dynamics(&self) -> Outcome<DynamicsSight> {
        self.read(Side::Dynamics, &sights::dynamics_script()).await
    }

    /// The agent desktop at this moment.
    pub async fn flex(&self) -> Outcome<FlexSight> {
        self.read(Side::Flex, &sights::flex_script()).await
    }

    /// The journal up to this moment.
    pub async fn journal(&self) -> Outcome<Vec<Message>> {
        self.read(Side::Dynamics, journal::SCRIPT).await
    }

    /// Opens another page in the top window.
    pub async fn visit(&self, url: &str) -> Outcome {
        self.enter_top_window().await?;
        Ok(self.browser.driver.goto(url).await?)
    }

    /// The container frame sends the panel's frame to another page.
    pub async fn send_panel_to(&self, url: &str) -> Outcome {
        let driver = &self.browser.driver;
        self.enter_top_window().await?;
        let container = driver.find(By::Css("iframe[data-container]")).await?;
        container.enter_frame().await?;
        let send = "document.querySelector(\"iframe[data-channel]\").src = arguments[0]";
        driver.execute(send, vec![json!(url)]).await?;
        Ok(())
    }

    /// Runs a script in the top window. Returns its result.
    pub async fn run_in_top_window(&self, script: &str) -> Outcome<Value> {
        self.read(Side::Dynamics, script).await
    }

    /// Runs a script in Flex, if the panel's page is the top window. Returns its result.
    pub async fn run_in_flex_of_top_window(&self, script: &str) -> Outcome<Value> {
        self.enter_top_window().await?;
        let frame = self
            .browser
            .driver
            .find(By::Css("iframe[data-flex]"))
            .await?;
        frame.enter_frame().await?;
        let told = self.browser.driver.execute(script, Vec::new()).await?;
        self.enter_top_window().await?;
        Ok(told.convert()?)
    }

    /// Runs a script in the page of a side. Returns its result.
    pub async fn run_in(&self, side: Side, script: &str) -> Outcome<Value> {
        self.read(side, script).await
    }

    /// Runs a script as one of the page's own, so that the page hears of unhandled errors.
    pub async fn add_script(&self, side: Side, script: &str) -> Outcome {
        let add = "const own = document.createElement(\"script\"); own.textContent = arguments[0]; \
                   document.head.append(own);";
        let add = async |driver: &WebDriver| driver.execute(add, vec![json!(script)]).await;
        self.within(side, add).await?;
        Ok(())
    }

    /// What the browser's console has written since the last call.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        let lines = self.browser.driver.browser_log().await?;
        Ok(lines.iter().map(|line| format!("{line:?}")).collect())
    }
}

/// The script itself has failed, so the page is there.
fn is_of_script(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::JavascriptError(_))
}

fn folder(variable: &str, default: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| default.to_owned())
}

/// The frames around the page of a side, from the top window on.
fn frames_to(side: Side) -> &'static [&'static str] {
    match side {
        Side::Dynamics => &[],
        Side::Panel => &["iframe[data-container]", "iframe[data-channel]"],
        Side::Flex => &[
            "iframe[data-container]",
            "iframe[data-channel]",
            "iframe[data-flex]",
        ],
    }
}
