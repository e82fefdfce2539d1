//! The gallery: every state of the panel, one page each, to be looked at, checked and photographed.
//!
//! `/state/` lists them, `/state/<name>` shows one: the real panel on a real store, which `scene::Scene` has
//! brought there by telling it what happens. `pictures` is the table; a new state is one line in it. Nothing that
//! is clicked has consequences: the store's effects go nowhere. `?language=<tag>` chooses the language.
//!
//! The page follows the address: tests go from state to state by `history.pushState` and a `popstate` event. When
//! one is on screen, the page's root element says so (`data-shown`).

mod cast;
mod host;
mod list;
mod picture;
mod pictures;
mod scene;

use gloo_events::EventListener;
use yew::prelude::*;

use super::page;
use list::List;
use picture::{Picture, Show};

/// Where the gallery's pages are.
pub const PATH: &str = "/state/";

/// Mounts the gallery.
pub fn mount() {
    if let Some(root) = page::root("", "States of the panel · flex-cif-panel demo") {
        // The panel's own: it has the height of the page.
        root.set_id("app");
        let _ = yew::Renderer::<Gallery>::with_root(root).render();
    }
}

/// The page that the address names.
#[component]
fn Gallery() -> Html {
    let picture = use_state(at_address);
    let moved = picture.setter();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "popstate", move |_| moved.set(at_address()))
        });
        move || drop(listener)
    });
    match *picture {
        Some((picture, visit)) => html! { <Show key={visit} {picture} /> },
        None => html! { <List /> },
    }
}

/// The state that the address names, and a number of this visit: the same state may be visited twice.
fn at_address() -> Option<(&'static Picture, u64)> {
    let path = web_sys::window()?.location().pathname().ok()?;
    let name = path.strip_prefix(PATH)?;
    let picture = pictures::all().find(|picture| picture.name == name)?;
    Some((picture, page::moment().to_bits()))
}
