//! The gallery: every state of the panel on a page of its own, to be looked at, tested and photographed.
//!
//! `/state/` lists the states and `/state/<name>` shows one: the real panel with a real store. `scene::Scene` has
//! brought the store into that state by events. `pictures` is the table of states; a new state is one line in it.
//! Clicks have no consequences, because the effects of the store go nowhere. `?language=<tag>` chooses the
//! [language](crate::language).
//!
//! The page follows its address: tests go from state to state by `history.pushState` and a `popstate` event. When a
//! state is on screen, the page's root element says so (`data-shown`).

mod cast;
mod host;
mod list;
mod picture;
mod pictures;
mod scene;

use gloo_events::EventListener;
use yew::prelude::*;

use crate::language::Spoken;
use crate::page;
use list::List;
pub use picture::PATH;
use picture::{Picture, Show};

/// Mounts the gallery.
pub fn mount() {
    if let Some(root) = page::root("", "States of the panel · flex-cif-panel demo") {
        // The id of the panel's own root, so that it has the height of the page.
        root.set_id("app");
        let _ = yew::Renderer::<Gallery>::with_root(root).render();
    }
}

/// The page at this address.
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
        Some((picture, visit)) => html! { <Spoken key={visit}><Show {picture} /></Spoken> },
        None => html! { <List /> },
    }
}

/// The state at this address, and the number of this visit, because the same state may be visited twice.
fn at_address() -> Option<(&'static Picture, u64)> {
    let path = web_sys::window()?.location().pathname().ok()?;
    let name = path.strip_prefix(PATH)?;
    let picture = pictures::all().find(|picture| picture.name == name)?;
    Some((picture, page::moment().to_bits()))
}
