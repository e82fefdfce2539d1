//! The adapters for the browser: its [`clock`] and its [`saved`], when the store is [`publishing`], what it keeps about a [`search`], whether the page
//! is [`visible`](visibility), the agent's [`mod@language`], its [`words`] and how it writes numbers ([`intl`]), whether
//! shortcuts are on ([`keys`]), the agent's other [`windows`], what the page has done [`first`], how to load a [`script`]
//! and to [`export`] text, and what the agent sees after a [`crash`].

pub mod clock;
pub mod crash;
pub mod export;
pub mod first;
pub mod intl;
pub mod keys;
pub mod language;
mod locks;
pub mod publishing;
pub mod saved;
pub mod script;
pub mod search;
mod storage;
pub mod visibility;
pub mod windows;
pub mod words;
