//! Programs that tests share. They outlive the test that started them, and end with the last test.

use std::ffi::OsString;
use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// Runs `$@` until its input ends, and then removes the folder `$0`.
const SCRIPT: &str = r#""$@" & cat > /dev/null; kill $!; wait $!; rm -rf -- "$0""#;

/// A program that runs until this value is dropped or this whole process ends. The shell around it notices the end of
/// its input, whatever the reason.
pub struct Process {
    child: Child,
    /// A folder of its own, which is removed with it.
    pub folder: PathBuf,
    /// Its output.
    pub output: Option<ChildStdout>,
}

impl Process {
    /// Starts the program.
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
