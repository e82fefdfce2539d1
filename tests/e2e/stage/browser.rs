//! Chromium: one chromedriver for all tests that run at the same time, a fresh headless browser for each.

use std::io::{BufRead, BufReader, Error};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use super::world::Outcome;

/// What a headless Chromium needs to run as root and to leave the network alone.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
    // Tests run side by side, so a window must not be slowed down for being behind another one.
    "--disable-backgrounding-occluded-windows",
];

/// A browser of one's own.
pub struct Browser {
    /// Drives it.
    pub driver: WebDriver,
    // Both go when the browser has gone.
    _profile: TempDir,
    _chromedriver: Arc<Chromedriver>,
}

impl Browser {
    /// Starts one.
    pub async fn start() -> Outcome<Self> {
        let chromedriver = Chromedriver::shared()?;
        let profile = TempDir::new()?;
        let mut arguments = ARGUMENTS.map(str::to_owned).to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let mut wishes = Capabilities::new();
        wishes.set("browserName", json!("chrome"))?;
        wishes.set("goog:chromeOptions", json!({ "args": arguments }))?;
        wishes.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        // Tests wait for what they need to see, not for the last frame to load.
        wishes.set("pageLoadStrategy", json!("none"))?;
        let driver = WebDriver::new(chromedriver.url.clone(), wishes).await?;
        Ok(Self {
            driver,
            _profile: profile,
            _chromedriver: chromedriver,
        })
    }
}

/// The process that starts and drives browsers. It ends with the last test that uses it.
struct Chromedriver {
    url: String,
    process: Child,
}

static SHARED: Mutex<Weak<Chromedriver>> = Mutex::new(Weak::new());

impl Chromedriver {
    fn shared() -> Result<Arc<Self>, Error> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = shared.upgrade() {
            return Ok(running);
        }
        let started = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&started);
        Ok(started)
    }

    /// Starts it on a free port, which it tells.
    fn start() -> Result<Self, Error> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let said = process.stdout.take().map(BufReader::new);
        let port = said.into_iter().flat_map(BufRead::lines).find_map(|line| {
            let line = line.ok()?;
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let port = port.ok_or_else(|| Error::other("chromedriver did not tell its port"))?;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            process,
        })
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
