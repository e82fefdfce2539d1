//! The browser itself, as far as no other adapter owns it: its [`clock`], its [`memory`] and what it keeps of a
//! [`search`], its [`visibility`], the agent's [`mod@language`], how that writes numbers ([`intl`]), whether shortcuts are wanted ([`keys`]), the agent's other
//! [`windows`], its way to load a [`script`] and to [`export`] text, and what is shown after a [`crash`].

pub mod clock;
pub mod crash;
pub mod export;
pub mod intl;
pub mod keys;
pub mod language;
mod locks;
pub mod memory;
pub mod script;
pub mod search;
pub mod visibility;
pub mod windows;
