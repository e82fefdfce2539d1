//! Mounts the app.

use flex_cif_panel::app::{self, App};
use flex_cif_panel::browser::crash;

fn main() {
    crash::watch();
    app::mount::<App>();
}
