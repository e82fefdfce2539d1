//! The gallery in a browser.

use std::fs;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::findings::{Findings, Found};
use crate::stage::browser::Browser;
use crate::stage::origins::{Origin, Side};
use crate::stage::project::of_project;
use crate::stage::{Failure, Outcome};
use crate::view::{Size, View};

/// The scripts that run in the page, in this order.
const SCRIPTS: [&str; 5] = [
    include_str!("page/show.js"),
    include_str!("page/geometry.js"),
    include_str!("page/words.js"),
    include_str!("page/motion.js"),
    include_str!("page/accessible.js"),
];
/// The time at which the gallery's clock stands still, so that no timer runs while a picture is taken.
const CLOCK: &str = "Date.now = () => Date.UTC(2026, 2, 3, 9, 41)";
/// One font for all machines, whichever of the panel's preferred fonts they have.
const FONT: &str = r#"
    const fonts = document.createElement("style");
    fonts.textContent = ':root { --font-base: "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK JP", sans-serif; }';
    document.head.append(fonts);
"#;
/// Waits for a call, and passes its result or its error to WebDriver.
const AWAIT: &str = "const done = arguments[arguments.length - 1]; \
    looks[arguments[0]](...arguments[1]).then((value) => done({ value }), (error) => done({ error: String(error) }));";
/// How long a look at all states of one size may take.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(300);

/// What is checked in a state: the name of a script in `page/`.
pub type Check = &'static str;

/// A state, as the gallery lists it.
#[derive(Clone, Debug, Deserialize)]
pub struct State {
    /// Its name.
    pub name: String,
    /// The sizes in which it is shown.
    pub size: Size,
}

/// The gallery.
pub struct Gallery {
    browser: Browser,
    /// All states.
    pub states: Vec<State>,
}

impl Gallery {
    /// Visits the gallery, and leaves it however the visit ends.
    pub async fn visit<T>(visit: impl AsyncFnOnce(&Self) -> Outcome<T>) -> Outcome<T> {
        let gallery = Self::open().await?;
        let come = visit(&gallery).await;
        gallery.browser.leave().await?;
        come
    }

    async fn open() -> Outcome<Self> {
        let demo = std::env::var("E2E_DEMO_DIST").unwrap_or_else(|_| "target/e2e/demo".to_owned());
        let origin = Origin::open(Side::Panel, &demo).await?;
        let mut gallery = Self {
            browser: Browser::start().await?,
            states: Vec::new(),
        };
        let driver = &gallery.browser.driver;
        driver.set_script_timeout(PATIENCE).await?;
        gallery
            .tell(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": CLOCK }),
            )
            .await?;
        gallery
            .tell(
                "Emulation.setTimezoneOverride",
                json!({ "timezoneId": "UTC" }),
            )
            .await?;
        // The focus is shown whether or not this window is in front.
        gallery
            .tell(
                "Emulation.setFocusEmulationEnabled",
                json!({ "enabled": true }),
            )
            .await?;
        driver.goto(format!("{}/state/", origin.url)).await?;
        let list = "const done = arguments[0]; const look = () => { \
            const all = [...document.querySelectorAll('[data-states] > li')]; \
            all.length > 0 ? done(all.map((li) => ({ ...li.dataset }))) : requestAnimationFrame(look); }; look();";
        gallery.states = driver.execute_async(list, Vec::new()).await?.convert()?;
        let axe = of_project("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(axe)?;
        let scripts = SCRIPTS.into_iter().chain([axe.as_str(), FONT]);
        for script in scripts {
            driver.execute(script, Vec::new()).await?;
        }
        Ok(gallery)
    }

    /// Checks every state in every view. Fails if there is any finding.
    pub async fn is_clean(views: &[View], checks: &[Check]) -> Outcome {
        let findings = Self::visit(async |gallery| gallery.inspect(views, checks).await);
        findings.await?.none()
    }

    /// Checks every state in every view.
    pub async fn inspect(&self, views: &[View], checks: &[Check]) -> Outcome<Findings> {
        let mut findings = Findings::default();
        for view in views {
            for size in [Size::Docked, Size::Rail, Size::Wide] {
                let of_size = self.states.iter().filter(|state| state.size == size);
                let names: Vec<_> = of_size.map(|state| state.name.as_str()).collect();
                self.look(view, size).await?;
                let arguments = json!([names, view.language, checks]);
                let found: Vec<Found> =
                    serde_json::from_value(self.call("inspect", arguments).await?)?;
                findings.add(view, found);
            }
        }
        Ok(findings)
    }

    /// Shows the page in this view from now on.
    pub async fn look(&self, view: &View, size: Size) -> Outcome {
        let (width, height) = view.viewport(size);
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", screen)
            .await?;
        self.tell("Emulation.setEmulatedMedia", view.media())
            .await?;
        Ok(())
    }

    /// Calls one of the page's functions (`looks.<name>`).
    pub async fn call(&self, name: &str, arguments: Value) -> Outcome<Value> {
        let driver = &self.browser.driver;
        let come = driver
            .execute_async(AWAIT, vec![json!(name), arguments])
            .await?;
        let come = come.json();
        match come.get("error") {
            Some(error) => Err(Failure(format!("{name}: {error}"))),
            None => Ok(come["value"].clone()),
        }
    }

    /// A screenshot as a PNG.
    pub async fn screenshot(&self) -> Outcome<Vec<u8>> {
        Ok(self.browser.driver.screenshot_as_png().await?)
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str) -> Outcome {
        self.browser.driver.execute(script, Vec::new()).await?;
        Ok(())
    }

    /// Sends a command of the browser's own protocol.
    pub async fn tell(&self, method: &str, wish: Value) -> Outcome<Value> {
        Ok(self.browser.driver.cdp().send_raw(method, wish).await?)
    }
}
