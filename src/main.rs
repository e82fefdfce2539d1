//! Mounts the app; in a demo build also the demo's own pages.

use flex_cif_panel::app::App;
use flex_cif_panel::browser::crash;
use web_sys::Element;

fn main() {
    crash::watch();
    #[cfg(feature = "demo")]
    if is_demo_page() {
        return;
    }
    if let Some(place) = place() {
        let _ = yew::Renderer::<App>::with_root(place).render();
    }
}

/// The path is that of a page of the demo, which has been mounted.
#[cfg(feature = "demo")]
fn is_demo_page() -> bool {
    web_sys::window()
        .and_then(|window| window.location().pathname().ok())
        .is_some_and(|path| flex_cif_panel::demo::mount(&path))
}

/// An element of the app's own: Yew clears what it mounts into, and the page's `#crashed` must stay. What the page says
/// until there is an app, `#load`, goes.
fn place() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    if let Some(load) = document.get_element_by_id("load") {
        load.remove();
    }
    let place = document.create_element("div").ok()?;
    place.set_id("app");
    document.body()?.append_child(&place).ok()?;
    Some(place)
}
