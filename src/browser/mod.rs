//! The browser itself, as far as no other adapter owns it: its [`clock`], its [`memory`], the agent's [`attention`],
//! the agent's other [`windows`], its way to load a [`script`], and what is shown after a [`crash`].

pub mod attention;
pub mod clock;
pub mod crash;
mod locks;
pub mod memory;
pub mod script;
pub mod windows;
