//! Several windows of one agent: one leads, the others show its list and carry to it what the agent does.

use flex_cif_panel::store::event::Answer;
use flex_cif_panel::store::problem::{CallProblem, CommandProblem, NumberProblem};
use flex_cif_panel::store::state::{Ending, FlexLink, PanelMode, RecordTab, Task, TaskStatus};
use flex_cif_panel::store::windows::{Message, Role, WindowId, WindowsCall};
use flex_cif_panel::store::{
    AgentAct, DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Millis, Problem,
    RequestId, Settings, Tab, Timer, WindowEvent,
};

use crate::panel::{Panel, call, case, chat, click, ended, sight, snapshot};

/// The agent's windows, and the lock and the channel between them.
struct Desk {
    windows: Vec<Panel>,
    /// Windows that hear and say nothing any more.
    gone: Vec<usize>,
}

impl Desk {
    /// The first window leads, with Flex up; the others follow. All stand in a Dynamics that answers.
    fn of(windows: usize) -> Self {
        let leader = Panel::ready(Settings::default());
        let mut desk = Self {
            windows: vec![leader],
            gone: Vec::new(),
        };
        for _ in 1..windows {
            let mut follower = Panel::new(Settings::default());
            follower.tell(Event::Window(WindowEvent::Follows));
            follower.connect_dynamics();
            desk.windows.push(follower);
            desk.talk();
        }
        for follower in desk.windows.iter_mut().skip(1) {
            follower.answer_all(&Ok(Answer::Done));
        }
        desk
    }

    fn of_two() -> Self {
        Self::of(2)
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

    /// A window says something that its store has not said: its page does.
    fn says(&mut self, window: usize, message: &Message) {
        self.deliver(window, None, message);
        self.talk();
    }

    /// A second passes for all errands of this window.
    fn errands_wait(&mut self, window: usize) {
        let errands: Vec<_> = self
            .window(window)
            .state
            .windows
            .errands
            .keys()
            .copied()
            .collect();
        for errand in errands {
            self.window(window)
                .tell(Event::TimeUp(Timer::Errand(errand)));
        }
        self.talk();
    }

    /// How often each window has given Flex this command.
    fn given(&mut self, command: &FlexCommand) -> Vec<usize> {
        let windows = self.windows.iter_mut();
        let count = |window: &mut Panel| {
            let given = window.commands();
            given.iter().filter(|given| *given == command).count()
        };
        windows.map(count).collect()
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

fn accept(sid: &str) -> FlexCommand {
    FlexCommand::AcceptTask { sid: sid.into() }
}

#[test]
fn an_act_whose_leader_has_just_gone_is_done_by_the_next_one() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAct::Accept("WR1".into()));
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 0]);
    desk.give_lock(2);
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 1]);
    desk.errands_wait(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 0], "not again");
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn an_act_in_the_window_that_then_leads_is_done_there() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAct::Accept("WR1".into()));
    desk.give_lock(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
}

#[test]
fn an_act_that_a_leader_has_not_heard_is_offered_again() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAct::Accept("WR1".into()));
    desk.gone.clear();
    desk.errands_wait(1);
    assert_eq!(desk.given(&accept("WR1")), [1, 0]);
}

#[test]
fn what_no_window_that_leads_has_asked_for_is_told_in_words_and_not_done_later() {
    let acts = [AgentAct::Accept("WR1".into()), AgentAct::WorkHere];
    for act in acts {
        let mut desk = Desk::of_two();
        desk.flex(FlexEvent::Task(chat("WR1", 1)));
        desk.gone.push(0);
        desk.agent(1, act);
        for _ in 0..6 {
            desk.errands_wait(1);
            assert!(desk.window(1).told().is_empty(), "there is still hope");
        }
        desk.errands_wait(1);
        assert_eq!(desk.window(1).told(), ["window.not-carried"]);
        desk.gone.clear();
        desk.says(0, &Message::Leading);
        assert_eq!(desk.given(&accept("WR1")), [0, 0]);
    }
}

#[test]
fn an_act_is_done_once_by_one_of_two_that_lead_for_a_moment() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    assert_eq!(desk.window(0).state.windows.role, Role::Leading);
    desk.agent(1, AgentAct::Accept("WR1".into()));
    let given: usize = desk.given(&accept("WR1")).into_iter().sum();
    assert_eq!(given, 1);
}

#[test]
fn an_act_that_was_given_to_a_window_that_no_longer_leads_is_given_to_the_one_that_does() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    let act = AgentAct::Accept("WR1".into());
    desk.window(1).agent(act);
    let offer = desk.window(1).among_windows();
    let [WindowsCall::Say(None, Message::Offer(number))] = offer.as_slice() else {
        panic!("not offered: {offer:?}")
    };
    // The first window has asked for it, and is deposed before it gets it.
    let give = Message::Give(*number);
    desk.window(1)
        .tell(Event::Window(WindowEvent::Heard(id(0), give)));
    desk.window(0).tell(Event::Window(WindowEvent::Follows));
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 1]);
    assert!(desk.window(1).state.windows.errands.is_empty());
}

#[test]
fn of_an_act_whose_window_went_silent_with_it_the_agent_is_told_that_nobody_knows() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAct::Accept("WR1".into()));
    let number = desk.window(1).state.windows.errands.keys().next().copied();
    let give = Message::Give(number.expect("an errand"));
    let _ = desk.window(1).among_windows();
    desk.deliver(0, None, &give);
    desk.gone.push(0);
    for _ in 0..7 {
        desk.errands_wait(1);
    }
    assert_eq!(desk.window(1).told(), ["window.perhaps-carried"]);
}

#[test]
fn what_was_given_to_a_leader_that_closes_before_it_has_it_is_done_by_the_next_one() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAct::Accept("WR1".into()));
    let number = desk.window(1).state.windows.errands.keys().next().copied();
    let give = Message::Give(number.expect("an errand"));
    desk.gone.push(0);
    desk.deliver(0, None, &give);
    desk.says(0, &Message::Leaving);
    desk.give_lock(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn work_here_without_an_answer_is_overtaken_by_the_lead() {
    let mut desk = Desk::of_two();
    desk.gone.push(0);
    desk.agent(1, AgentAct::WorkHere);
    desk.give_lock(1);
    for _ in 0..7 {
        desk.errands_wait(1);
    }
    assert_eq!(desk.window(1).state.windows.role, Role::Leading);
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn a_new_leader_awaits_the_call_that_the_last_one_was_placing_and_dials_no_second_one() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("+14255550100"));
    desk.talk();
    let request = desk.window(0).request_of_number();
    let result = Ok("+14255550100".into());
    desk.window(0).tell(Event::NumberRead { request, result });
    desk.talk();
    desk.gone.push(0);
    desk.give_lock(1);
    desk.window(1).flex(FlexEvent::Snapshot(snapshot(vec![])));
    let dials = |effect: &Effect| matches!(effect, Effect::Flex { .. });
    assert!(!desk.window(1).has_done(dials));
    desk.window(1).timer(Timer::OutboundTask);
    assert_eq!(desk.window(1).told(), ["dial.no-task"]);
}

#[test]
fn a_new_leader_with_customers_comes_on_screen() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
    desk.window(1)
        .dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized));
    let _ = desk.window(1).calls();
    desk.gone.push(0);
    desk.window(1).tell(Event::Window(WindowEvent::Leads));
    let docks = DynamicsCall::SetMode(PanelMode::Docked);
    assert_eq!(desk.window(1).calls(), [docks]);
}

#[test]
fn a_record_of_a_window_that_closes_opens_in_the_leaders_at_once_if_it_was_asked_for() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let _ = desk.window(0).calls();
    desk.says(1, &Message::Leaving);
    assert!(
        desk.window(0)
            .calls()
            .contains(&DynamicsCall::Search(case(1)))
    );
    assert!(desk.window(0).state.windows.followers.is_empty());
}

#[test]
fn a_record_whose_tab_the_agent_has_closed_in_the_follower_opens_in_the_leaders() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let follower = desk.window(1);
    follower.answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("tab-1".into()))),
    );
    let refused = Err(CallProblem::Refused("no such tab".into()));
    follower.answer(&DynamicsCall::FocusTab("tab-7".into()), refused);
    follower.answer(&DynamicsCall::Look, Ok(sight(Some("tab-1"), &["tab-1"])));
    let _ = desk.window(0).calls();
    desk.talk();
    assert!(
        desk.window(0)
            .calls()
            .contains(&DynamicsCall::Search(case(1)))
    );
}

#[test]
fn a_tab_that_is_closed_by_hand_in_a_follower_is_opened_nowhere_unasked() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let _ = desk.window(0).calls();
    let _ = desk.window(1).state.records.remove(&case(1));
    desk.window(1).tell(Event::Window(WindowEvent::FocusMoved));
    desk.talk();
    assert!(desk.window(0).calls().is_empty());
}

#[test]
fn a_window_that_is_loaded_anew_shows_its_tabs_before_it_has_found_them() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    let kept = desk.window(1).state.remembered.clone();
    let mut anew = Panel::new(Settings::default());
    anew.tell(Event::Recalled(kept));
    anew.tell(Event::Window(WindowEvent::Follows));
    desk.windows.push(anew);
    desk.says(1, &Message::Leaving);
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let search = DynamicsCall::Search(case(1));
    assert!(!desk.window(0).calls().contains(&search));
    // Dynamics comes up in it and shows the tab, which is now asked for.
    let anew = desk.window(2);
    anew.connect_dynamics();
    anew.answer(
        &DynamicsCall::Look,
        Ok(sight(Some("tab-1"), &["tab-1", "tab-7"])),
    );
    anew.answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("tab-1".into()))),
    );
    let focus = DynamicsCall::FocusTab("tab-7".into());
    assert!(anew.calls().contains(&focus));
}

#[test]
fn a_follower_of_a_window_that_leads_no_longer_finds_the_one_that_does() {
    let mut desk = Desk::of(3);
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    // The old leader has not been told yet, and speaks.
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    assert_eq!(
        desk.window(1).state.windows.role,
        Role::Following(Some(id(0)))
    );
    desk.window(0).tell(Event::Window(WindowEvent::Follows));
    desk.talk();
    let third = Role::Following(Some(id(2)));
    assert_eq!(desk.roles(), [third, third, Role::Leading]);
    let leader = desk.window(2).state.tasks.clone();
    assert_eq!(desk.window(1).state.tasks, leader);
}

#[test]
fn of_many_windows_the_one_that_shows_records_is_not_forgotten() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    for number in 2..40 {
        let message = Message::Following(Default::default());
        desk.window(0)
            .tell(Event::Window(WindowEvent::Heard(id(number), message)));
    }
    assert!(desk.window(0).state.windows.have_open(case(1)));
    assert_eq!(desk.window(0).state.windows.followers.len(), 8);
}

#[test]
fn a_frozen_leader_that_thaws_and_finds_its_flex_replaced_follows() {
    let mut orders = [
        [
            Event::Flex(FlexEvent::Replaced),
            Event::Window(WindowEvent::Follows),
        ],
        [
            Event::Window(WindowEvent::Follows),
            Event::Flex(FlexEvent::Replaced),
        ],
    ];
    for events in &mut orders {
        let mut desk = Desk::of_two();
        desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
        desk.gone.push(0);
        desk.window(1).tell(Event::Window(WindowEvent::Leads));
        desk.talk();
        let tasks = vec![accepted(chat("WR1", 1))];
        desk.window(1).flex(FlexEvent::Snapshot(snapshot(tasks)));
        desk.talk();
        desk.gone.clear();
        for event in events.clone() {
            desk.window(0).tell(event);
            desk.talk();
        }
        let thawed = desk.window(0);
        assert_eq!(thawed.state.windows.role, Role::Following(Some(id(1))));
        assert_eq!(thawed.state.flex, FlexLink::Connected);
        assert!(thawed.state.task(&"WR1".into()).is_some());
        assert_eq!(desk.window(1).state.flex, FlexLink::Connected);
    }
}

#[test]
fn a_letter_that_can_not_be_read_is_counted_and_changes_nothing() {
    let mut desk = Desk::of_two();
    for window in 0..2 {
        let before = desk.window(window).state.clone();
        desk.window(window)
            .tell(Event::Window(WindowEvent::Malformed));
        let panel = desk.window(window);
        assert_eq!(panel.state.counters.malformed_messages, 1);
        panel.state.counters = before.counters;
        assert_eq!(panel.state, before);
    }
}

#[test]
fn windows_that_know_of_no_other_hear_nothing() {
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Window(WindowEvent::Follows));
    panel.tell(Event::Window(WindowEvent::Alone));
    let _ = panel.among_windows();
    let before = panel.state.clone();
    for message in [
        Message::Following(Default::default()),
        Message::Offer(RequestId(1)),
    ] {
        panel.tell(Event::Window(WindowEvent::Heard(id(1), message)));
    }
    assert_eq!(panel.state, before);
    assert!(panel.among_windows().is_empty());
}
