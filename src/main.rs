//! Mounts the app; in a demo build also the demo's own pages.

use flex_cif_panel::app::App;
use flex_cif_panel::browser::crash;
use web_sys::Element;

fn main() {
    crash::watch();
    if let Some(place) = place() {
        let _ = yew::Renderer::<App>::with_root(place).render();
    }
}

/// An element of the app's own: Yew clears what it mounts into, and the page's `#crashed` must stay.
fn place() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let place = document.create_element("div").ok()?;
    place.set_id("app");
    document.body()?.append_child(&place).ok()?;
    Some(place)
}
