//! R1: a task is offered.

use store::problem::CommandProblem;
use store::settings::{Arrival, PopOn};
use store::state::{Ending, Origin, PanelMode, Task, TaskStatus};
use store::{AgentAction, DynamicsCall, FlexCommand, FlexEvent, Settings};

use crate::panel::{Panel, call, case, chat, ended, snapshot};

fn select(sid: &str) -> FlexCommand {
    FlexCommand::SelectTask { sid: sid.into() }
}

#[test]
fn a_new_task_docks_is_selected_on_both_sides_and_has_its_record_searched() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert_eq!(panel.selected(), Some("WR1"));
    panel.request_of(&DynamicsCall::SetMode(PanelMode::Docked));
    panel.request_of(&DynamicsCall::Search(case(1)));
    assert_eq!(panel.commands(), [select("WR1")]);
}

#[test]
fn a_new_task_leaves_the_selection_of_a_busy_agent_alone() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(chat("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.open(case(2), "tab-2", &["home", "tab-1"]);
    assert_eq!(panel.selected(), Some("WR1"));
    assert!(
        panel.row("WR2").ready,
        "the row says that its record is ready"
    );
    panel.request_of(&DynamicsCall::FocusTab("tab-1".into()));
    assert_eq!(panel.commands(), []);
}

#[test]
fn a_row_stops_saying_that_its_record_is_ready_once_its_task_is_selected() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(chat("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.open(case(2), "tab-2", &["home", "tab-1"]);
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    assert!(!panel.row("WR2").ready);
}

#[test]
fn during_a_call_the_record_of_a_new_task_waits_until_the_agent_turns_to_it() {
    let selects = FlexEvent::Selected(Some("WR2".into()));
    let accepts = FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..chat("WR2", 2)
    });
    for turns in [selects, accepts] {
        let mut panel = Panel::ready(Settings::default());
        panel.with_active(call("WR1", 1), "tab-1", &["home"]);
        let _ = panel.done();
        panel.flex(FlexEvent::Task(chat("WR2", 2)));
        assert_eq!(panel.calls(), [], "no tab comes up before the caller's");
        assert_eq!(panel.selected(), Some("WR1"));
        panel.flex(turns);
        assert!(panel.calls().contains(&DynamicsCall::Search(case(2))));
        assert_eq!(panel.selected(), Some("WR2"));
    }
}

#[test]
fn the_setting_bring_selects_the_new_task_of_a_busy_agent() {
    let settings = Settings {
        arrival: Arrival::Bring,
        ..Settings::default()
    };
    let mut panel = Panel::ready(settings);
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.commands(), [select("WR2")]);
}

#[test]
fn the_setting_wait_opens_the_record_when_the_task_is_accepted() {
    let settings = Settings {
        arrival: Arrival::Wait,
        ..Settings::default()
    };
    let mut panel = Panel::ready(settings);
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    assert_eq!(panel.calls(), []);
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..chat("WR2", 2)
    }));
    assert_eq!(panel.calls(), [DynamicsCall::Search(case(2))]);
}

#[test]
fn the_setting_wait_opens_the_record_when_the_task_is_selected() {
    let settings = Settings {
        arrival: Arrival::Wait,
        ..Settings::default()
    };
    let mut panel = Panel::ready(settings);
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    assert_eq!(panel.calls(), [DynamicsCall::Search(case(2))]);
}

#[test]
fn the_setting_pop_on_accepted_opens_no_record_before_even_if_the_task_is_selected() {
    let settings = Settings {
        pop_on: PopOn::Accepted,
        ..Settings::default()
    };
    let mut panel = Panel::ready(settings);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert_eq!(panel.calls(), [DynamicsCall::SetMode(PanelMode::Docked)]);
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..call("WR1", 1)
    }));
    assert_eq!(panel.calls(), [DynamicsCall::Search(case(1))]);
}

#[test]
fn accepting_a_task_selects_it() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    let _ = panel.done();
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..chat("WR2", 2)
    }));
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.commands(), [select("WR2")]);
}

#[test]
fn two_tasks_of_one_record_open_it_once_and_share_its_tab() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 7), "tab-7", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 7)));
    assert_eq!(panel.calls(), []);
    assert!(panel.row("WR2").ready);
}

#[test]
fn an_outbound_task_opens_nothing_even_when_it_names_a_record() {
    let mut panel = Panel::ready(Settings::default());
    let task = Task {
        origin: Origin::Dialled,
        ..call("WR1", 1)
    };
    panel.flex(FlexEvent::Task(task.clone()));
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..task
    }));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    assert_eq!(panel.calls(), []);
}

#[test]
fn a_preview_or_a_transfer_is_offered_like_an_inbound_task() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(Task {
        origin: Origin::Offered,
        address: Some("+4930901820".into()),
        ..call("WR1", 1)
    }));
    let dock = DynamicsCall::SetMode(PanelMode::Docked);
    assert_eq!(panel.calls(), [dock, DynamicsCall::Search(case(1))]);
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn a_task_that_flex_accepts_by_itself_docks_nothing_and_is_no_act_of_the_agent() {
    for origin in [Origin::Dialled, Origin::Begun] {
        let mut panel = Panel::ready(Settings::default());
        let task = Task {
            origin,
            ..call("WR1", 1)
        };
        panel.flex(FlexEvent::Task(task.clone()));
        assert_eq!(panel.done(), [], "{origin:?}");
        panel.agent(AgentAction::Accept("WR1".into()));
        panel.agent(AgentAction::Decline("WR1".into()));
        assert_eq!(panel.commands(), [], "{origin:?}");
        panel.flex(FlexEvent::Task(Task {
            status: TaskStatus::Accepted,
            ..task
        }));
        assert_eq!((panel.calls(), panel.selected()), (vec![], None));
    }
}

#[test]
fn an_agent_whose_own_call_rings_is_busy() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(Task {
        origin: Origin::Dialled,
        record: None,
        ..call("WR1", 1)
    }));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn a_customer_who_answers_the_agents_call_moves_no_selection() {
    let mut panel = Panel::ready(Settings::default());
    let rings = Task {
        origin: Origin::Dialled,
        record: None,
        ..call("WR1", 1)
    };
    panel.flex(FlexEvent::Task(rings.clone()));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.agent(AgentAction::Select("WR2".into()));
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..rings
    }));
    assert_eq!(panel.selected(), Some("WR2"));
}

#[test]
fn an_inbound_task_without_a_record_still_docks_the_panel() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(Task {
        record: None,
        ..call("WR1", 1)
    }));
    assert_eq!(panel.calls(), [DynamicsCall::SetMode(PanelMode::Docked)]);
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn a_record_that_a_task_gets_later_is_opened_then() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(Task {
        record: None,
        ..call("WR1", 1)
    }));
    panel.answer_all(&Ok(store::event::Answer::Done));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert_eq!(panel.calls(), [DynamicsCall::Search(case(1))]);
}

#[test]
fn a_queued_record_is_not_opened_for_a_customer_who_has_given_up() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.flex(ended("WR2", Ending::Canceled));
    let _ = panel.calls();
    assert!(panel.state.tabs.queue.is_empty());
    assert!(panel.state.tabs.opening_of(case(1)).is_some());
    assert!(panel.state.tabs.records.is_empty());
}

#[test]
fn a_task_of_the_first_snapshot_pops_only_if_it_is_pending() {
    let mut panel = Panel::new(Settings::default());
    panel.connect_dynamics();
    let _ = panel.done();
    let old = Task {
        status: TaskStatus::Accepted,
        ..call("WR1", 1)
    };
    panel.flex(FlexEvent::Snapshot(snapshot(vec![old, chat("WR2", 2)])));
    let calls = panel.calls();
    assert!(calls.contains(&DynamicsCall::Search(case(2))), "{calls:?}");
    assert!(!calls.contains(&DynamicsCall::Search(case(1))), "{calls:?}");
}

#[test]
fn what_arrives_before_dynamics_is_opened_when_dynamics_comes() {
    let mut panel = Panel::new(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert_eq!(panel.calls(), []);
    panel.connect_dynamics();
    let calls = panel.calls();
    assert!(calls.contains(&DynamicsCall::Search(case(1))), "{calls:?}");
    assert!(
        calls.contains(&DynamicsCall::SetMode(PanelMode::Docked)),
        "{calls:?}"
    );
}

#[test]
fn flex_is_asked_to_select_the_first_and_the_last_of_many_new_tasks() {
    let mut panel = Panel::ready(Settings::default());
    for (sid, about) in [("WR1", 1), ("WR2", 2), ("WR3", 3)] {
        panel.flex(FlexEvent::Task(call(sid, about)));
    }
    for sid in ["WR1", "WR3"] {
        panel.flex(FlexEvent::Selected(Some(sid.into())));
        panel.reply(&select(sid), Ok(()));
        assert_eq!(panel.selected(), Some("WR3"));
    }
    assert_eq!(panel.commands(), [select("WR1"), select("WR3")]);
}

#[test]
fn a_new_task_is_selected_if_flex_refuses_the_one_before_or_that_one_is_gone() {
    let refused: fn(&mut Panel) = |panel| {
        let why = CommandProblem::Refused("not now".into());
        panel.reply(&select("WR1"), Err(why));
    };
    let gone: fn(&mut Panel) = |panel| panel.flex(ended("WR1", Ending::Canceled));
    for happens in [refused, gone] {
        let mut panel = Panel::ready(Settings::default());
        panel.flex(FlexEvent::Task(call("WR1", 1)));
        panel.flex(FlexEvent::Task(call("WR2", 2)));
        happens(&mut panel);
        assert_eq!(panel.selected(), Some("WR2"));
        assert_eq!(panel.commands(), [select("WR1"), select("WR2")]);
    }
}

#[test]
fn a_new_task_that_ends_before_flex_is_asked_for_it_leaves_flexs_selection() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.flex(FlexEvent::Task(call("WR2", 2)));
    panel.flex(ended("WR2", Ending::Canceled));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.reply(&select("WR1"), Ok(()));
    assert_eq!(panel.selected(), Some("WR1"));
    assert_eq!(panel.commands(), [select("WR1")]);
}

#[test]
fn the_agents_own_choice_wins_over_a_new_task_that_waits_for_flex() {
    let in_flex: fn(&mut Panel) = |panel| {
        panel.flex(FlexEvent::Selected(Some("WR2".into())));
        panel.flex(FlexEvent::Selected(Some("WR1".into())));
        panel.reply(&select("WR2"), Ok(()));
    };
    let in_the_list: fn(&mut Panel) = |panel| {
        panel.agent(AgentAction::Select("WR1".into()));
        panel.flex(FlexEvent::Selected(Some("WR2".into())));
        panel.flex(FlexEvent::Selected(Some("WR1".into())));
        panel.reply(&select("WR2"), Ok(()));
        panel.reply(&select("WR1"), Ok(()));
    };
    for chooses in [in_flex, in_the_list] {
        let mut panel = Panel::ready(Settings::default());
        panel.flex(FlexEvent::Task(call("WR1", 1)));
        panel.flex(FlexEvent::Selected(Some("WR1".into())));
        panel.reply(&select("WR1"), Ok(()));
        panel.flex(FlexEvent::Task(call("WR2", 2)));
        panel.flex(FlexEvent::Task(call("WR3", 3)));
        chooses(&mut panel);
        assert_eq!(panel.selected(), Some("WR1"));
        let last = panel.commands().pop();
        assert_ne!(last, Some(select("WR3")));
    }
}

#[test]
fn a_task_that_is_accepted_when_flex_first_reports_it_has_its_record_opened() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..call("WR1", 1)
    }));
    let calls = panel.calls();
    assert!(calls.contains(&DynamicsCall::Search(case(1))), "{calls:?}");
    let dock = DynamicsCall::SetMode(PanelMode::Docked);
    assert!(calls.contains(&dock), "{calls:?}");
}
