//! Chromium: one chromedriver for all tests, and as many headless browsers as tests run at the same time. Tests use a
//! browser one after the other, each in a tab of its own. Each test has its own origins, so no test meets what another
//! one has stored.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Error};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::outcome::{Failure, Outcome};
use super::process::Process;

/// What a headless Chromium needs to run as root and without the network.
const ARGUMENTS: [&str; 15] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A hostile page also opens windows.
    "--disable-popup-blocking",
    "--window-size=1440,900",
    "--remote-debugging-port=0",
    // Tests run side by side, so a window behind another one must not be slowed down.
    "--disable-backgrounding-occluded-windows",
    // Without these, half of the processor's time goes into animations, extensions and Chromium's own start page.
    "--force-prefers-reduced-motion",
    "--disable-component-extensions-with-background-pages",
    EMPTY,
];
const EMPTY: &str = "about:blank";
/// How long a Chromium may need to start on a busy machine, and the pause between two looks for it.
const LOOKS: u32 = 1500;
const LOOK: Duration = Duration::from_millis(20);

/// A browser, for one test.
pub struct Browser {
    /// The driver of the browser.
    pub driver: WebDriver,
    chromium: Chromium,
}

impl Browser {
    /// Takes an idle browser or starts a new one.
    pub async fn start() -> Outcome<Self> {
        let idle = lock(&IDLE).pop();
        let chromium = match idle {
            Some(chromium) => chromium,
            None => Chromium::start().await?,
        };
        let mut wishes = Capabilities::new();
        wishes.set("browserName", json!("chrome"))?;
        wishes.set(
            "goog:chromeOptions",
            json!({ "debuggerAddress": chromium.address }),
        )?;
        wishes.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        // Tests wait for what they need to see, not for all frames to load.
        wishes.set("pageLoadStrategy", json!("none"))?;
        let driver = WebDriver::new(chromedriver()?, wishes).await?;
        Ok(Self { driver, chromium })
    }

    /// Leaves the browser to the next test, with only an empty tab.
    pub async fn leave(self) -> Outcome {
        let used = self.driver.windows().await?;
        // WebDriver's own command opens Chromium's start page first.
        self.driver.cdp().target().create_target(EMPTY).await?;
        for window in used {
            self.driver.switch_to_window(window).await?;
            self.driver.close_window().await?;
        }
        self.driver.quit().await?;
        lock(&IDLE).push(self.chromium);
        Ok(())
    }
}

/// A running browser.
struct Chromium {
    /// The address at which it can be driven.
    address: String,
    _process: Process,
}

/// The browsers that no test uses.
static IDLE: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

impl Chromium {
    /// Starts a Chromium on a free port, which it writes into its folder. `E2E_BROWSER` names another program, for
    /// example one that is made for tests and has no window.
    async fn start() -> Outcome<Self> {
        let program = env::var("E2E_BROWSER").unwrap_or_else(|_| "chromium".to_owned());
        let process = Process::start(&program, |folder| {
            let mut arguments = ARGUMENTS.map(OsString::from).to_vec();
            let mut own = OsString::from("--user-data-dir=");
            own.push(folder);
            arguments.push(own);
            arguments
        })?;
        let told = process.folder.join("DevToolsActivePort");
        for _ in 0..LOOKS {
            let told = fs::read_to_string(&told).unwrap_or_default();
            if let Some((port, _)) = told.split_once('\n') {
                return Ok(Self {
                    address: format!("127.0.0.1:{port}"),
                    _process: process,
                });
            }
            tokio::time::sleep(LOOK).await;
        }
        Err(Failure("Chromium did not tell its port".to_owned()))
    }
}

/// The chromedriver with its address.
static CHROMEDRIVER: Mutex<Option<(String, Process)>> = Mutex::new(None);

/// Its address. The first test starts it, on a free port, which it prints.
fn chromedriver() -> Result<String, Error> {
    let mut running = lock(&CHROMEDRIVER);
    if let Some((url, _)) = &*running {
        return Ok(url.clone());
    }
    let mut process = Process::start("chromedriver", |_| vec!["--port=0".into()])?;
    let said = process.output.take().map(BufReader::new);
    let port = said.into_iter().flat_map(BufRead::lines).find_map(|line| {
        let line = line.ok()?;
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse::<u16>().ok()
    });
    let port = port.ok_or_else(|| Error::other("chromedriver did not tell its port"))?;
    let url = format!("http://127.0.0.1:{port}");
    *running = Some((url.clone(), process));
    Ok(url)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
