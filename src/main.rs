//! Mounts the app. A demo build also mounts the pages of the demo.

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

/// Mounts the page of the demo at this path, if there is one. Returns whether there is.
#[cfg(feature = "demo")]
fn is_demo_page() -> bool {
    web_sys::window()
        .and_then(|window| window.location().pathname().ok())
        .is_some_and(|path| flex_cif_panel::demo::mount(&path))
}

/// An element for the app alone, because Yew clears the element into which it mounts, and the page's `#crashed` must
/// stay. The message `#load`, which the page shows until there is an app, is removed.
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
