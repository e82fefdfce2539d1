//! Several windows of one agent: one leads, the others show its list and carry to it what the agent does.

use flex_cif_panel::store::event::Answer;
use flex_cif_panel::store::problem::{CommandProblem, NumberProblem};
use flex_cif_panel::store::state::{Ending, FlexLink, RecordTab, Task, TaskStatus};
use flex_cif_panel::store::windows::{Message, Role, WindowId, WindowsCall};
use flex_cif_panel::store::{
    AgentAct, DynamicsCall, Event, FlexCommand, FlexEvent, Millis, Problem, Settings, Tab, Timer,
    WindowEvent,
};

use crate::panel::{Panel, call, case, chat, click, ended, snapshot};

/// The agent's windows, and the lock and the channel between them.
struct Desk {
    windows: Vec<Panel>,
    /// Windows that hear and say nothing any more.
    gone: Vec<usize>,
}

impl Desk {
    /// The first window leads, with Flex up; the other one follows. Both stand in a Dynamics that answers.
    fn of_two() -> Self {
        let leader = Panel::ready(Settings::default());
        let mut follower = Panel::new(Settings::default());
        follower.tell(Event::Window(WindowEvent::Follows));
        follower.connect_dynamics();
        let mut desk = Self {
            windows: vec![leader, follower],
            gone: Vec::new(),
        };
        desk.talk();
        let _ = desk.window(1).calls();
        desk
    }

    fn window(&mut self, number: usize) -> &mut Panel {
        self.windows.get_mut(number).expect("a window")
    }

    /// Delivers what the windows say until all is said.
    fn talk(&mut self) {
        loop {
            let mut calls = Vec::new();
            for (number, window) in self.windows.iter_mut().enumerate() {
                calls.extend(window.among_windows().into_iter().map(|it| (number, it)));
            }
            calls.retain(|(number, _)| !self.gone.contains(number));
            if calls.is_empty() {
                return;
            }
            for (from, call) in calls {
                match call {
                    WindowsCall::Say(to, message) => self.deliver(from, to, &message),
                    WindowsCall::Take => self.give_lock(from),
                    WindowsCall::Lead | WindowsCall::Follow => {}
                }
            }
        }
    }

    fn deliver(&mut self, from: usize, to: Option<WindowId>, message: &Message) {
        for (number, window) in self.windows.iter_mut().enumerate() {
            let meant = to.is_none_or(|to| to == id(number));
            if number != from && meant && !self.gone.contains(&number) {
                window.tell(Event::Window(WindowEvent::Heard(
                    id(from),
                    travelled(message),
                )));
            }
        }
    }

    /// The lock goes to this window, from whoever has it.
    fn give_lock(&mut self, to: usize) {
        for (number, window) in self.windows.iter_mut().enumerate() {
            let leads = window.state.windows.role == Role::Leading;
            if number != to && leads && !self.gone.contains(&number) {
                window.tell(Event::Window(WindowEvent::Follows));
            }
        }
        self.window(to).tell(Event::Window(WindowEvent::Leads));
        self.talk();
    }

    fn flex(&mut self, event: FlexEvent) {
        self.window(0).flex(event);
        self.talk();
    }

    fn agent(&mut self, window: usize, act: AgentAct) {
        self.window(window).agent(act);
        self.talk();
    }

    fn roles(&self) -> Vec<Role> {
        let windows = self.windows.iter();
        windows.map(|window| window.state.windows.role).collect()
    }

    fn show_in_follower(&mut self, about: u32, tab: &str) {
        let tab = Tab {
            session: None,
            id: tab.into(),
        };
        let follower = self.window(1);
        let _ = follower
            .state
            .records
            .insert(case(about), RecordTab::Bound(tab));
        follower.tell(Event::Window(WindowEvent::FocusMoved));
        self.talk();
    }
}

fn id(number: usize) -> WindowId {
    WindowId {
        opened: Millis(0),
        salt: u32::try_from(number).expect("a small number"),
    }
}

/// As it comes out at the other end of the channel.
fn travelled(message: &Message) -> Message {
    let text = serde_json::to_string(message).expect("it can be written");
    serde_json::from_str(&text).expect("it can be read")
}

fn accepted(task: Task) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..task
    }
}

#[test]
fn a_follower_shows_the_leaders_list_and_moves_nothing_in_dynamics() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let leader = desk.window(0).state.clone();
    let follower = desk.window(1);
    assert_eq!(follower.state.windows.role, Role::Following(Some(id(0))));
    assert_eq!(follower.state.tasks, leader.tasks);
    assert_eq!(follower.selected(), Some("WR1"));
    assert_eq!(follower.state.flex, FlexLink::Connected);
    assert!(follower.calls().is_empty());
}

#[test]
fn what_flex_says_in_a_window_that_does_not_lead_is_not_heard() {
    let mut desk = Desk::of_two();
    desk.window(1).flex(FlexEvent::Task(call("WR1", 1)));
    assert!(desk.window(1).state.tasks.is_empty());
}

#[test]
fn an_act_in_a_follower_is_done_by_the_leader() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    let _ = desk.window(0).done();
    desk.agent(1, AgentAct::Accept("WR1".into()));
    assert!(desk.window(1).commands().is_empty());
    let accept = FlexCommand::AcceptTask { sid: "WR1".into() };
    assert_eq!(desk.window(0).commands(), [accept]);
}

#[test]
fn what_flex_refuses_is_told_on_the_followers_row_too() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.agent(1, AgentAct::Accept("WR1".into()));
    let accept = FlexCommand::AcceptTask { sid: "WR1".into() };
    let why = CommandProblem::Refused("full".into());
    desk.window(0).reply(&accept, Err(why.clone()));
    desk.talk();
    let action = "AcceptTask";
    let refused = Problem::CommandFailed { action, why };
    assert_eq!(desk.window(1).row("WR1").refused, Some(refused));
}

#[test]
fn a_click_on_a_number_in_a_follower_is_dialled_by_the_leader() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("+14255550100"));
    desk.talk();
    assert!(desk.window(1).commands().is_empty());
    let request = desk.window(0).request_of_number();
    let result = Ok("+14255550100".into());
    desk.window(0).tell(Event::NumberRead { request, result });
    let dialled = desk.window(0).commands();
    assert!(matches!(
        dialled.as_slice(),
        [FlexCommand::StartOutboundCall { .. }]
    ));
}

#[test]
fn a_number_that_is_none_is_told_where_it_was_clicked_and_put_away_there() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("call me"));
    desk.talk();
    let request = desk.window(0).request_of_number();
    let result = Err(NumberProblem::NotANumber);
    desk.window(0).tell(Event::NumberRead { request, result });
    desk.talk();
    assert_eq!(desk.window(1).told(), ["dial.number"]);
    let notice = desk.window(1).state.notices.first().map(|it| it.id);
    desk.agent(1, AgentAct::Dismiss(notice.expect("a notice")));
    assert!(desk.window(1).told().is_empty());
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    assert!(desk.window(1).told().is_empty(), "it does not come back");
}

#[test]
fn a_record_that_a_follower_shows_comes_to_the_front_there_and_opens_nowhere_else() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    let _ = desk.window(1).calls();
    let _ = desk.window(0).calls();
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let opened = |call: &DynamicsCall| matches!(call, DynamicsCall::Search(_));
    assert!(!desk.window(0).calls().iter().any(opened));
    desk.window(1).answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("tab-1".into()))),
    );
    let focus = DynamicsCall::FocusTab("tab-7".into());
    assert!(desk.window(1).calls().contains(&focus));
}

#[test]
fn a_record_whose_window_has_gone_opens_in_the_leaders() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    desk.window(0).timer(Timer::Elsewhere);
    assert!(
        desk.window(0)
            .calls()
            .contains(&DynamicsCall::Search(case(1)))
    );
}

#[test]
fn a_window_that_answers_too_late_goes_on_hearing_the_list() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    desk.window(0).timer(Timer::Elsewhere);
    desk.talk();
    desk.gone.clear();
    desk.flex(FlexEvent::Task(chat("WR2", 2)));
    assert!(desk.window(1).state.task(&"WR2".into()).is_some());
}

#[test]
fn work_here_moves_the_lead() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
    desk.agent(1, AgentAct::WorkHere);
    assert_eq!(desk.roles(), [Role::Following(Some(id(1))), Role::Leading]);
    let new = desk.window(1);
    assert_eq!(new.state.flex, FlexLink::Loading);
    assert!(
        new.state.task(&"WR1".into()).is_some(),
        "the list stays on screen"
    );
}

#[test]
fn work_here_is_refused_while_a_call_is_live() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(call("WR1", 1))));
    desk.agent(1, AgentAct::WorkHere);
    assert_eq!(desk.roles(), [Role::Leading, Role::Following(Some(id(0)))]);
    assert_eq!(desk.window(1).told(), ["window.call-live"]);
    desk.flex(ended("WR1", Ending::Completed));
    assert!(desk.window(1).told().is_empty(), "it is no longer so");
}

#[test]
fn a_new_leader_pops_what_came_meanwhile_and_nothing_twice() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.give_lock(1);
    let tasks = vec![chat("WR1", 1), chat("WR2", 2)];
    desk.window(1).flex(FlexEvent::Snapshot(snapshot(tasks)));
    let searches: Vec<_> = desk
        .window(1)
        .calls()
        .into_iter()
        .filter(|call| matches!(call, DynamicsCall::Search(_)))
        .collect();
    assert_eq!(searches, [DynamicsCall::Search(case(2))]);
}

#[test]
fn a_window_that_finds_that_it_was_deposed_asks_nothing_of_flex() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
    desk.give_lock(1);
    assert_eq!(desk.roles(), [Role::Following(Some(id(1))), Role::Leading]);
    let _ = desk.window(0).done();
    desk.agent(0, AgentAct::End("WR1".into()));
    assert!(desk.window(0).commands().is_empty());
    let end = FlexCommand::WrapupTask { sid: "WR1".into() };
    assert_eq!(desk.window(1).commands(), [end]);
}

#[test]
fn a_window_that_can_know_of_no_other_leads_alone() {
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Window(WindowEvent::Follows));
    panel.tell(Event::Window(WindowEvent::Alone));
    assert_eq!(panel.state.windows.role, Role::Alone);
    assert_eq!(panel.among_windows().last(), Some(&WindowsCall::Lead));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert!(panel.among_windows().is_empty(), "it talks to nobody");
}
