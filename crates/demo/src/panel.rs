//! The page `/panel`: the real panel. Addresses that are not configured are on the demo's own origin, and
//! `?language=<tag>` chooses the [language](crate::language).

use flex_cif_panel::app::{self, App};
use yew::prelude::*;

use crate::language::Spoken;
use crate::page;

/// Mounts the page.
pub fn mount() {
    app::mount::<Panel>();
}

#[component]
fn Panel() -> Html {
    html! { <Spoken><App demo_origin={page::origin()} /></Spoken> }
}
