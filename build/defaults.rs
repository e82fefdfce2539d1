//! The build's defaults: the variables of `.env`, unless the environment sets the same ones. `.env.sample` and
//! `src/config/keys.rs` explain them.

use std::path::Path;
use std::{env, fs};

const FILE: &str = ".env";
const PREFIX: &str = "CIF_PANEL_";

/// Passes the defaults on to the crate.
pub fn hand_on() {
    // Cargo treats a watched file that does not exist as changed, and would build anew each time.
    let watched = if Path::new(FILE).exists() {
        FILE
    } else {
        ".env.sample"
    };
    println!("cargo:rerun-if-changed={watched}");
    let file = fs::read_to_string(FILE).unwrap_or_default();
    for (name, value) in file.lines().filter_map(variable) {
        println!("cargo:rerun-if-env-changed={name}");
        if env::var_os(name).is_none() {
            println!("cargo:rustc-env={name}={value}");
        }
    }
}

/// Reads `NAME=value` or `NAME="value"`, if the name is one of the panel's.
fn variable(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim().split_once('=')?;
    let value = value.trim();
    let unquoted = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'))
        .unwrap_or(value);
    let name = name.trim_end();
    (name.starts_with(PREFIX)).then_some((name, unquoted))
}
