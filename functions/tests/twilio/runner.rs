//! `twilio-run`, Twilio's local runner, with the functions of this folder.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use tokio::process::{Child, Command};

/// The folder of the crate. It is also a project of the Serverless Toolkit.
pub const FUNCTIONS: &str = env!("CARGO_MANIFEST_DIR");

/// The process in which the runner calls functions.
#[derive(Clone, Copy)]
pub enum Process {
    /// The runner's own. What a function keeps is there for the next call, as on Twilio while an instance lives.
    Same,
    /// A new one for each call, which is the runner's default. Twilio does this when it has no instance yet.
    #[allow(dead_code, reason = "for the benchmark")]
    New,
}

impl Process {
    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Same => &["--no-fork-process", "--no-live"],
            Self::New => &[],
        }
    }
}

/// A runner. It ends when this is dropped.
pub struct Runner {
    url: String,
    folder: TempDir,
    client: reqwest::Client,
    _child: Child,
}

impl Runner {
    /// Starts the runner with these environment variables and waits until it serves.
    pub async fn start(variables: &BTreeMap<&'static str, String>) -> Self {
        Self::start_in(Path::new(FUNCTIONS), variables, Process::Same).await
    }

    /// The same, for functions in another folder, and in this process.
    pub async fn start_in(
        project: &Path,
        variables: &BTreeMap<&'static str, String>,
        process: Process,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let env = folder.path().join("env");
        let lines = variables
            .iter()
            .map(|(name, value)| format!("{name}={value}\n"));
        fs::write(&env, lines.collect::<String>()).expect("a file");
        let log = File::create(folder.path().join("log")).expect("a file");
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|it| it.local_addr())
            .expect("a free port")
            .port();
        let child = Command::new("node")
            .arg(Path::new(FUNCTIONS).join("node_modules/.bin/twilio-run"))
            .args(["start", "--port", &port.to_string()])
            .args(process.flags())
            .arg("--env")
            .arg(&env)
            .current_dir(project)
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a file"))
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .expect("Node.js and twilio-run: tools/test functions installs them");
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(30))
            .build()
            .expect("a client");
        let url = format!("http://127.0.0.1:{port}");
        let runner = Self {
            url,
            folder,
            client,
            _child: child,
        };
        let begun = Instant::now();
        while runner.client.get(&runner.url).send().await.is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "twilio-run: {}",
                runner.log()
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        runner
    }

    /// Calls a function with a form, as Studio does. Returns status and body.
    pub async fn call(&self, function: &str, parameters: Value) -> (u16, Value) {
        let fields = parameters.as_object().expect("parameters are an object");
        let encode = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let text = |value: &Value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        };
        let form = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(&text(value))));
        let form = form.collect::<Vec<_>>().join("&");
        self.post(function, "application/x-www-form-urlencoded", form)
            .await
    }

    /// Calls a function with this body. Returns status and body.
    pub async fn post(&self, function: &str, kind: &str, body: String) -> (u16, Value) {
        let request = self.client.post(format!("{}/{function}", self.url));
        let request = request.header("content-type", kind).body(body);
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        let text = response.text().await.expect("a body");
        (
            status,
            serde_json::from_str(&text).unwrap_or(Value::String(text)),
        )
    }

    /// Everything that the runner and the functions have written.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}
