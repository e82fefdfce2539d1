//! A selection that was on its way when the page was reloaded, or that was made while the page came back.

use store::event::{Answer, Snapshot};
use store::settings::Arrival;
use store::state::{RecordTab, Task, TaskStatus};
use store::{AgentAction, DynamicsCall, Effect, Event, FlexEvent, Settings, TabId, Timer};

use crate::panel::{Panel, by_search, call, case, snapshot, tabs_view};

fn accepted(sid: &str, about: u32) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..call(sid, about)
    }
}

/// Two customers at work. Each record is in the tab of its number; the second one is selected and in front.
fn at_work() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.with_active(call("WR2", 2), "tab-2", &["home", "tab-1"]);
    panel
}

/// The page after its reload, with the state that it has saved.
fn reloaded(before: &Panel) -> Panel {
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Restored(before.state.saved.last.clone()));
    panel
}

fn flex_tells(panel: &mut Panel, selected: Option<&str>) {
    let tasks = vec![accepted("WR1", 1), accepted("WR2", 2)];
    panel.flex(FlexEvent::Snapshot(Snapshot {
        selected: selected.map(Into::into),
        ..snapshot(tasks)
    }));
}

fn dynamics_tells(panel: &mut Panel) {
    panel.connect_dynamics();
    let tabs = tabs_view(Some("tab-2"), &["home", "tab-1", "tab-2"]);
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs));
}

/// The tab that is brought to the front while the second one is in front.
fn brought(panel: &mut Panel) -> Option<TabId> {
    let asks = |effect: &Effect| {
        matches!(
            effect,
            Effect::Dynamics {
                call: DynamicsCall::GetFocusedTab,
                ..
            }
        )
    };
    if panel.has_done(asks) {
        let in_front = Answer::FocusedTab(Some("tab-2".into()));
        panel.answer(&DynamicsCall::GetFocusedTab, Ok(in_front));
    }
    panel.calls().into_iter().find_map(|call| match call {
        DynamicsCall::FocusTab(tab) => Some(tab),
        _ => None,
    })
}

#[test]
fn a_tab_that_was_on_its_way_to_the_front_gets_there_after_a_reload() {
    for flex_is_first in [true, false] {
        let mut before = at_work();
        before.agent(AgentAction::Select("WR1".into()));
        let mut panel = reloaded(&before);
        if flex_is_first {
            flex_tells(&mut panel, None);
            dynamics_tells(&mut panel);
        } else {
            dynamics_tells(&mut panel);
            flex_tells(&mut panel, None);
        }
        assert_eq!(
            brought(&mut panel),
            Some("tab-1".into()),
            "Flex first: {flex_is_first}"
        );
    }
}

#[test]
fn a_tab_that_comes_up_before_the_snapshot_gives_the_focus_back() {
    let mut before = at_work();
    before.state.settings.arrival = Arrival::Keep;
    before.flex(FlexEvent::Task(call("WR3", 3)));
    before.answer(&DynamicsCall::Search(case(3)), Ok(Answer::Found(1)));
    let tabs = ["home", "tab-1", "tab-2"];
    before.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-2"), &tabs)));
    let mut panel = reloaded(&before);
    panel.connect_dynamics();
    let tabs = ["home", "tab-1", "tab-2", "tab-3"];
    for _ in 0..2 {
        panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-3"), &tabs)));
    }
    flex_tells(&mut panel, None);
    let in_front = Answer::FocusedTab(Some("tab-3".into()));
    panel.answer(&DynamicsCall::GetFocusedTab, Ok(in_front));
    let brought = panel.calls().pop();
    assert_eq!(brought, Some(DynamicsCall::FocusTab("tab-2".into())));
}

#[test]
fn a_reload_alone_moves_no_tab() {
    let mut panel = reloaded(&at_work());
    flex_tells(&mut panel, None);
    dynamics_tells(&mut panel);
    assert_eq!(brought(&mut panel), None);
}

#[test]
fn a_task_selected_in_flex_before_the_bridge_script_is_up_has_its_tab_in_front() {
    let mut panel = reloaded(&at_work());
    flex_tells(&mut panel, Some("WR1"));
    dynamics_tells(&mut panel);
    assert_eq!(brought(&mut panel), Some("tab-1".into()));
}

#[test]
fn a_task_selected_in_the_list_before_dynamics_is_connected_has_its_tab_in_front() {
    let mut panel = reloaded(&at_work());
    flex_tells(&mut panel, None);
    panel.agent(AgentAction::Select("WR1".into()));
    dynamics_tells(&mut panel);
    assert_eq!(brought(&mut panel), Some("tab-1".into()));
}

#[test]
fn every_record_that_was_late_is_still_known_as_late() {
    let mut before = Panel::ready(by_search());
    before.flex(FlexEvent::Task(call("WR1", 1)));
    before.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    before.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let opening = before.opening_of(case(1));
    before.tell(Event::TimeUp(Timer::Opening(opening)));
    let mut panel = reloaded(&before);
    dynamics_tells(&mut panel);
    let shown = panel.state.tabs.records.get(&case(1));
    assert!(
        matches!(shown, Some(RecordTab::Failed { late: Some(_), .. })),
        "{shown:?}"
    );
}
