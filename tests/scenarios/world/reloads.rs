//! Pages of the world are loaded anew, and links are lost.

use simulation::dynamics::{self as host, Dynamics};
use store::saved::SavedState;
use store::{DynamicsEvent, Event, FlexEvent, State};

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
        let kept = self.kept.clone();
        self.load_panel(kept);
    }

    /// The whole window is loaded anew: Dynamics, the panel, Flex.
    pub fn reload_window(&mut self) {
        let records = self.dynamics.records().clone();
        self.dynamics = Dynamics::new(host::Organization::default(), records);
        self.agenda
            .retain(|(_, _, happening)| !matches!(happening, Happening::Dynamics(_)));
        let kept = self.kept.clone().of_an_earlier_dynamics();
        self.load_panel(kept);
        self.start_dynamics();
        self.start_flex();
    }

    /// Flex is still there, and nothing of it comes through any more, in either direction.
    pub fn lose_flex(&mut self) {
        self.desktop.disconnect();
    }

    /// Flex alone is loaded anew.
    pub fn reload_flex(&mut self) {
        self.desktop.reload();
        self.commands.clear();
        self.tell(Event::Flex(FlexEvent::Loading));
        self.start_flex();
    }

    fn load_panel(&mut self, kept: SavedState) {
        self.panel = State::new(self.settings.clone());
        self.pending.clear();
        self.looks.clear();
        self.commands.clear();
        self.agenda.retain(|(_, _, happening)| {
            matches!(happening, Happening::Dynamics(_) | Happening::Flex(_))
        });
        self.tell(Event::Restored(kept));
        if self.search_opens_nothing {
            self.tell(Event::Dynamics(DynamicsEvent::SearchOpensNothing));
        }
        self.desktop.reload();
    }
}
