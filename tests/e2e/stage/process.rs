//! Programs that tests share: they outlive the test that has started them, and end with the last one.

use std::ffi::OsString;
use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// Runs `$@` until the input is at its end, and then removes the folder `$0`.
const SCRIPT: &str = r#""$@" & cat > /dev/null; kill $!; wait $!; rm -rf -- "$0""#;

/// A program that runs for as long as this value, or else this whole process, lives: the shell around it sees the end
/// of its input, however that comes about.
pub struct Process {
    child: Child,
    /// A folder of its own, which goes with it.
    pub folder: PathBuf,
    /// What it says.
    pub output: Option<ChildStdout>,
}

impl Process {
    /// Starts it.
    pub fn start(program: &str, arguments: impl Fn(&Path) -> Vec<OsString>) -> Result<Self, Error> {
        let folder = TempDir::new()?.keep();
        let mut child = Command::new("sh")
            .args(["-c", SCRIPT])
            .args([folder.as_os_str(), program.as_ref()])
            .args(arguments(&folder))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take();
        Ok(Self {
            child,
            folder,
            output,
        })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It may have ended already.
        let _ = self.child.wait();
    }
}
