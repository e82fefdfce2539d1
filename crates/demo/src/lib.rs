//! The demo: a world to play in. Pages and wires around [`simulation`] and around the real panel.
//!
//! | path | page |
//! |---|---|
//! | `/` | [`host`]: the simulated Dynamics, top window; customers call in here |
//! | `/container.html` | a static file: the frame that Dynamics puts around a channel |
//! | `/panel` | [`panel`]: the real panel |
//! | `/state/…` | [`gallery`]: every state of the panel, one by one |
//! | `/agent-desktop` | [`desktop`]: a stand-in for Flex that runs the real bridge script |
//!
//! Panel and host use the wire of CIF v2 through `msdyn_ciLibrary.js`, a client library written for the demo. [`cloud`]
//! connects the two pages of the demo; the panel between them does not know it. [`page`] is what all of them need from
//! the browser.

pub mod cloud;
pub mod desktop;
mod face;
pub mod gallery;
pub mod host;
mod icons;
pub mod language;
pub mod page;
pub mod panel;

/// Mounts the page at this path.
pub fn mount(path: &str) {
    match path {
        "/" => host::mount(),
        "/agent-desktop" => desktop::mount(),
        state if state.starts_with(gallery::PATH) => gallery::mount(),
        _ => panel::mount(),
    }
}
