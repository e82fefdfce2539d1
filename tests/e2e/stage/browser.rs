//! Chromium: one chromedriver for all tests, and as many headless browsers as tests run at the same time. A browser
//! is used by one test after the other, each in a tab of its own; since each test has origins of its own, none meets
//! what another has stored.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Error};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::process::Process;
use super::world::{Failure, Outcome};

/// What a headless Chromium needs to run as root and to leave the network alone.
const ARGUMENTS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A hostile page opens windows, too.
    "--disable-popup-blocking",
    "--window-size=1440,900",
    "--remote-debugging-port=0",
    // Tests run side by side, so a window must not be slowed down for being behind another one.
    "--disable-backgrounding-occluded-windows",
];
/// How long a Chromium may take to be there, on a machine that is busy, and between two looks for it.
const LOOKS: u32 = 1500;
const LOOK: Duration = Duration::from_millis(20);

/// A browser, for one test.
pub struct Browser {
    /// Drives it.
    pub driver: WebDriver,
    chromium: Chromium,
}

impl Browser {
    /// Takes one that is idle, or starts one.
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
        // Tests wait for what they need to see, not for the last frame to load.
        wishes.set("pageLoadStrategy", json!("none"))?;
        let driver = WebDriver::new(chromedriver()?, wishes).await?;
        Ok(Self { driver, chromium })
    }

    /// Leaves it to the next test, with nothing but an empty tab.
    pub async fn leave(self) -> Outcome {
        let used = self.driver.windows().await?;
        let fresh = self.driver.new_tab().await?;
        for window in used {
            self.driver.switch_to_window(window).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(fresh).await?;
        self.driver.quit().await?;
        lock(&IDLE).push(self.chromium);
        Ok(())
    }
}

/// A running browser.
struct Chromium {
    /// Where it can be driven.
    address: String,
    _process: Process,
}

/// Those that no test uses at the moment.
static IDLE: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

impl Chromium {
    /// Starts one on a free port, which it writes into its folder.
    async fn start() -> Outcome<Self> {
        let process = Process::start("chromium", |folder| {
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

/// The process that drives browsers, and where.
static CHROMEDRIVER: Mutex<Option<(String, Process)>> = Mutex::new(None);

/// Its address; it is started for the first test, on a free port, which it tells.
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
