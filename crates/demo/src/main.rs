//! Mounts the demo's page at the path of the address.

use flex_cif_panel::browser::crash;

fn main() {
    crash::watch();
    let path = web_sys::window().and_then(|window| window.location().pathname().ok());
    demo::mount(&path.unwrap_or_default());
}
