//! What happens before the crate is compiled: its [`defaults`] are passed on, and the Fluent files of its [`languages`]
//! become Rust.

mod catalog;
mod check;
mod defaults;
mod languages;
mod rust;

use std::process::ExitCode;

fn main() -> ExitCode {
    defaults::hand_on();
    match languages::write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{}", problems.join("\n"));
            ExitCode::FAILURE
        }
    }
}
