//! When a task has ended, the agent goes back to the conversation that goes on.

use store::state::{Ending, Task, TaskStatus};
use store::{AgentAction, FlexCommand, FlexEvent, Settings};

use crate::panel::{Panel, call, chat, ended};

/// Ada's call (WR1) is talked on. A chat (WR2) waits, and the agent has selected it.
fn on_the_line() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.agent(AgentAction::Select("WR2".into()));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    let select = FlexCommand::SelectTask { sid: "WR2".into() };
    panel.reply(&select, Ok(()));
    let _ = panel.done();
    panel
}

fn select(sid: &str) -> FlexCommand {
    FlexCommand::SelectTask { sid: sid.into() }
}

#[test]
fn the_live_call_is_selected_again_however_a_new_task_ends() {
    for ending in [
        Ending::Rejected,
        Ending::Canceled,
        Ending::TimedOut,
        Ending::Rescinded,
        Ending::Completed,
    ] {
        let mut panel = on_the_line();
        panel.flex(ended("WR2", ending));
        assert_eq!(panel.selected(), Some("WR1"), "{ending:?}");
        assert_eq!(panel.commands(), [select("WR1")], "{ending:?}");
        panel.flex(FlexEvent::Selected(None));
        panel.flex(FlexEvent::Selected(Some("WR1".into())));
        assert_eq!(panel.selected(), Some("WR1"), "{ending:?}");
    }
}

#[test]
fn the_end_of_a_task_that_is_not_selected_moves_no_selection() {
    let mut panel = on_the_line();
    panel.flex(FlexEvent::Task(chat("WR3", 3)));
    panel.flex(ended("WR3", Ending::Canceled));
    assert_eq!(panel.selected(), Some("WR2"));
}

#[test]
fn a_paused_task_or_one_in_wrap_up_is_not_selected_again() {
    for status in [TaskStatus::Paused, TaskStatus::Wrapping] {
        let mut panel = on_the_line();
        panel.flex(FlexEvent::Task(Task {
            status,
            ..call("WR1", 1)
        }));
        panel.flex(ended("WR2", Ending::Canceled));
        assert_eq!(panel.selected(), None, "{status:?}");
    }
}
