//! The apps in which agents work, and how the panel's provider can stand in them.

use serde_json::json;
use simulation::dynamics::{App, Dynamics, Mode, Organization};
use simulation::people;
use store::settings::Sessions;
use store::state::{PanelMode, RecordTab};
use store::{Settings, Tab};

use crate::world::{Scheduler, World};

fn world(organization: Organization, sessions: Sessions) -> World {
    let mut world = World::asleep(Settings {
        sessions,
        ..Settings::default()
    });
    world.dynamics = Dynamics::new(organization, people::records()).into();
    world.start_dynamics();
    world.start_flex();
    world.rest();
    world
}

fn with_another_provider(sessions: Sessions) -> World {
    let organization = Organization {
        several_providers: true,
        ..Organization::default()
    };
    world(organization, sessions)
}

impl World {
    /// The session in which this task's record has its tab.
    fn home_of(&self, sid: &str) -> Option<&str> {
        match self.panel.tabs.records.get(&self.record_of(sid)) {
            Some(RecordTab::Bound(Tab {
                session: Some(id), ..
            })) => Some(id.as_str()),
            _ => None,
        }
    }

    fn tells(&self, code: &str) -> bool {
        let mut notices = self.panel.notices.iter();
        notices.any(|notice| notice.problem.code() == code)
    }
}

#[test]
fn where_the_search_opens_nothing_the_case_comes_up_by_form_and_the_next_one_at_once() {
    let organization = Organization {
        search_opens: false,
        ..Organization::default()
    };
    let mut world = world(organization, Sessions::Shared);
    let ada = world.contacted_by("ada", "chat");
    world.in_flex("AcceptTask", json!({"sid": ada}));
    world.pass(50_000);
    assert_eq!(world.shown(), [], "the search has its whole time");
    world.rest();
    assert_eq!(world.shown(), [world.record_of(&ada)]);
    let juergen = world.contacted_by("juergen", "chat");
    world.pass(5_000);
    assert!(world.shown().contains(&world.record_of(&juergen)));
    world.reload_panel();
    world.rest();
    let amelie = world.contacted_by("amelie", "chat");
    world.pass(5_000);
    assert!(world.shown().contains(&world.record_of(&amelie)));
    assert_eq!(world.sent("dynamics searchandopenrecords").len(), 1);
    assert_eq!(world.shown().len(), 3, "none of them twice");
}

#[test]
fn in_omnichannel_customers_share_the_session_in_front_and_the_row_says_so() {
    let organization = Organization {
        app: App::Omnichannel,
        ..Organization::default()
    };
    let mut world = world(organization, Sessions::PerTask);
    let ada = world.contacted_by("ada", "voice");
    world.rest();
    assert_eq!(world.home_of(&ada), Some("session-id-0"));
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
    let refused = world.row(&ada).problem.as_ref();
    assert_eq!(
        refused.map(|problem| problem.code()),
        Some("session.not-made")
    );
    assert!(world.sent("dynamics createSession").is_empty());
}

#[test]
fn beside_another_provider_the_mode_can_not_be_set_at_home_and_all_else_goes_on() {
    let mut world = with_another_provider(Sessions::Shared);
    let ada = world.accepted("ada", "voice");
    assert!(world.tells("mode.refused"));
    assert_eq!(world.dynamics.mode(), Mode::Hidden);
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
    assert_eq!(world.home_of(&ada), Some("session-id-0"));
}

#[test]
fn a_template_that_minimizes_the_panel_has_its_way_and_the_panel_knows() {
    let organization = Organization {
        session_panel: Some(Mode::Minimized),
        ..Organization::default()
    };
    let mut world = world(organization, Sessions::PerTask);
    let _ = world.accepted("ada", "voice");
    assert_eq!(world.dynamics.mode(), Mode::Minimized);
    let _ = world.accepted("juergen", "chat");
    assert_eq!(world.dynamics.mode(), Mode::Minimized);
    assert_eq!(world.panel.mode.now, Some(PanelMode::Minimized));
}

#[test]
fn beside_another_provider_the_panel_docks_once_a_session_of_its_own_is_in_front() {
    let mut world = with_another_provider(Sessions::PerTask);
    let ada = world.accepted("ada", "voice");
    assert_ne!(world.home_of(&ada), Some("session-id-0"));
    assert_eq!(world.dynamics.mode(), Mode::Docked);
    assert!(!world.tells("mode.refused"));
}
