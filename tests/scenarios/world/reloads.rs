//! Pages of the world are loaded anew, and links are lost.

use std::rc::Rc;

use simulation::dynamics::{self as host, Dynamics};
use simulation::stage::Scheduler;
use store::saved::SavedState;
use store::{Event, FlexEvent};

use super::{Happening, World};

impl World {
    /// The panel's page is loaded anew, and Flex in it; Dynamics goes on.
    pub fn reload_panel(&mut self) {
        self.load_panel_alone();
        self.start_dynamics();
        self.start_flex();
    }

    /// The same, and neither Dynamics nor Flex has answered yet.
    pub fn load_panel_alone(&mut self) {
        let saved = SavedState::clone(&self.saved);
        self.forget(|happening| !matches!(happening, Happening::Dynamics(_) | Happening::Flex(_)));
        self.load_panel(saved);
    }

    /// The whole window is loaded anew: Dynamics, the panel, Flex.
    pub fn reload_window(&mut self) {
        let records = self.dynamics.records().clone();
        self.dynamics = Dynamics::new(host::Organization::default(), records).into();
        let saved = SavedState::clone(&self.saved).of_an_earlier_dynamics();
        self.forget(|happening| !matches!(happening, Happening::Flex(_)));
        self.load_panel(saved);
        self.start_dynamics();
        self.start_flex();
    }

    /// Flex is still there, and nothing of it comes through any more, in either direction.
    pub fn lose_flex(&mut self) {
        Rc::make_mut(&mut self.desktop).disconnect();
    }

    /// Flex alone is loaded anew.
    pub fn reload_flex(&mut self) {
        Rc::make_mut(&mut self.desktop).reload();
        self.commands.clear();
        self.tell(Event::Flex(FlexEvent::Loading));
        self.start_flex();
    }

    /// Of what was on its way, this is gone.
    fn forget(&mut self, gone: fn(&Happening) -> bool) {
        self.commands.clear();
        self.agenda.retain(|(_, _, happening)| !gone(happening));
    }
}
