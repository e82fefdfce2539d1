//! The worker's activity: Flex's yes to `SetActivity` is no change yet.

use store::problem::CommandProblem;
use store::settings::Settings;
use store::state::Activity;
use store::{AgentAction, FlexCommand, FlexEvent, Timer};

use crate::panel::{Panel, snapshot};

fn activity(sid: &str) -> Activity {
    Activity {
        sid: sid.into(),
        name: sid.into(),
        available: true,
        offline: false,
    }
}

/// A panel in which the agent has chosen WA2 and Flex has answered.
fn answered(result: Result<(), CommandProblem>) -> Panel {
    let mut panel = Panel::ready(Settings::default());
    let mut all = snapshot(Vec::new());
    all.activities = ["WA1", "WA2", "WA3"].map(activity).into();
    all.activity = Some(activity("WA1"));
    panel.flex(FlexEvent::Snapshot(all));
    panel.agent(AgentAction::SetActivity("WA2".into()));
    let command = FlexCommand::SetActivity {
        activity_sid: "WA2".into(),
    };
    panel.reply(&command, result);
    panel
}

fn shown(panel: &Panel) -> Option<&str> {
    panel.state.shown_activity().map(|shown| shown.sid.as_str())
}

#[test]
fn the_chosen_activity_is_shown_until_its_time_is_over() {
    let mut panel = answered(Ok(()));
    assert_eq!(shown(&panel), Some("WA2"));
    panel.timer(Timer::Activity);
    assert_eq!(shown(&panel), Some("WA1"));
    assert_eq!(panel.told(), ["activity.not-changed"]);
}

#[test]
fn an_activity_that_changes_in_time_causes_no_notice() {
    let mut panel = answered(Ok(()));
    panel.flex(FlexEvent::ActivityChanged(activity("WA2")));
    panel.timer(Timer::Activity);
    assert_eq!((shown(&panel), panel.told()), (Some("WA2"), Vec::new()));
}

#[test]
fn another_activity_chosen_in_flex_is_no_refusal_of_the_first() {
    let mut panel = answered(Ok(()));
    panel.flex(FlexEvent::ActivityChanged(activity("WA2")));
    panel.flex(FlexEvent::ActivityChanged(activity("WA3")));
    assert_eq!(shown(&panel), Some("WA3"));
    panel.timer(Timer::Activity);
    assert_eq!((shown(&panel), panel.told()), (Some("WA3"), Vec::new()));
}

#[test]
fn a_late_change_of_the_activity_removes_the_notice() {
    for result in [
        Ok(()),
        Err(CommandProblem::HeldBack),
        Err(CommandProblem::Refused("busy".into())),
    ] {
        let mut panel = answered(result.clone());
        if result.is_ok() {
            panel.timer(Timer::Activity);
        }
        assert_eq!(panel.told().len(), 1, "{result:?}");
        panel.flex(FlexEvent::ActivityChanged(activity("WA2")));
        assert_eq!(panel.told(), [""; 0], "{result:?}");
    }
}

#[test]
fn the_latest_choice_counts_and_the_timer_of_the_earlier_one_is_ignored() {
    let mut panel = answered(Ok(()));
    panel.agent(AgentAction::SetActivity("WA3".into()));
    panel.timer(Timer::Activity);
    assert_eq!((shown(&panel), panel.told()), (Some("WA3"), Vec::new()));
}
