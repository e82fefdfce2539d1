//! Queues that ring at several agents: nothing is left of a task that another agent has accepted.

use store::event::Answer;
use store::problem::{CallProblem, CommandProblem};
use store::saved::SavedState;
use store::state::AutoDock;
use store::state::{Ending, FocusedSession, PanelMode, RecordTab, TabsView};
use store::{
    AgentAction, DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Settings,
    State, Timer,
};

use crate::panel::{Panel, by_search, call, case, ended, snapshot, tabs_view};

const MINIMIZE: DynamicsCall = DynamicsCall::SetMode(PanelMode::Minimized);

fn rescinded(panel: &mut Panel) {
    panel.flex(ended("WR1", Ending::Rescinded));
}

/// What is left of the task: everything that the state or the saved state has more than before the task came. A tab
/// that has come up stays the agent's, and stays bound.
fn left(panel: &Panel) -> Vec<&'static str> {
    let State {
        tasks,
        selection,
        flex,
        tabs,
        saved,
        notices,
        ..
    } = &panel.state;
    let SavedState {
        popped: saved_popped,
        selected: saved_selected,
        statuses,
        docked_by_arrival,
        tabs: saved_tabs,
        ..
    } = &saved.last;
    let unbound = |tab: &RecordTab| !matches!(tab, RecordTab::Bound(_));
    [
        ("a row", !tasks.is_empty()),
        ("the selection", selection.selected.is_some()),
        ("a selecting", flex.selecting.is_some()),
        ("a command", !flex.commands.is_empty()),
        ("the queue", !tabs.queue.is_empty()),
        ("its place among the recent", !selection.recent.is_empty()),
        ("that it popped", !saved.popped.is_empty()),
        ("a notice", !notices.is_empty()),
        ("a record without a tab", tabs.records.values().any(unbound)),
        ("a focusing", tabs.focusing.is_some()),
        ("its session", !tabs.sessions.created_for.is_empty()),
        ("in memory, that it popped", !saved_popped.is_empty()),
        ("in memory, the selection", saved_selected.is_some()),
        ("in memory, its status", !statuses.is_empty()),
        ("in memory, a late tab", !saved_tabs.late.is_empty()),
        ("in memory, an awaited tab", saved_tabs.watching.is_some()),
        (
            "in memory, a tab on its way to the front",
            saved_tabs.bringing,
        ),
        ("in memory, the dock", *docked_by_arrival),
        ("the dock", panel.state.mode.auto_dock != AutoDock::No),
        (
            "a dock that has yet to be",
            panel.state.mode.wanted.is_some(),
        ),
    ]
    .into_iter()
    .filter_map(|(what, is_left)| is_left.then_some(what))
    .collect()
}

type Moment = (&'static str, fn() -> Panel);

fn arrived() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel
}

fn noting() -> Panel {
    let mut panel = arrived();
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel
}

fn looked(tabs: &[&str]) -> Panel {
    let mut panel = noting();
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("home"), tabs)));
    panel
}

/// The moments at which the other agent may accept the task. Nothing of ours is on its way afterwards.
const MOMENTS: [Moment; 6] = [
    ("its record was not found", || {
        let mut panel = arrived();
        panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(0)));
        panel
    }),
    ("its record was refused", || {
        let mut panel = looked(&["home"]);
        panel.answer(
            &DynamicsCall::OpenBySearch(case(1)),
            Err(CallProblem::Refused("no".into())),
        );
        panel
    }),
    ("its record did not come up", || {
        let mut panel = Panel::ready(by_search());
        panel.flex(FlexEvent::Task(call("WR1", 1)));
        panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
        panel.answer(
            &DynamicsCall::ReadTabs,
            Ok(tabs_view(Some("home"), &["home"])),
        );
        panel.timer(Timer::Opening);
        panel
    }),
    ("the session is full", || {
        looked(&["0", "1", "2", "3", "4", "5", "6", "7", "8", "home"])
    }),
    ("its record is open in a session of others", || {
        let mut panel = noting();
        let others = TabsView {
            session: FocusedSession::NotOurs,
            ..TabsView::default()
        };
        panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(others)));
        panel.answer(&DynamicsCall::OpenBySearch(case(1)), Ok(Answer::Done));
        panel
    }),
    ("its record has its tab", || {
        let mut panel = arrived();
        panel.open(case(1), "new", &["home"]);
        panel
    }),
];

#[test]
fn nothing_is_left_of_a_task_that_somebody_else_has_accepted() {
    for (when, moment) in MOMENTS {
        let mut panel = moment();
        panel.reply(&FlexCommand::SelectTask { sid: "WR1".into() }, Ok(()));
        rescinded(&mut panel);
        panel.flex(FlexEvent::Selected(None));
        let _ = panel.request_of(&MINIMIZE);
        assert_eq!(left(&panel), [] as [&str; 0], "{when}");
    }
}

#[test]
fn answers_that_are_still_on_their_way_leave_nothing_either() {
    let look = |tabs: &[&str]| Ok(tabs_view(Some("home"), tabs));
    let mut searching = arrived();
    rescinded(&mut searching);
    searching.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    let mut noting = noting();
    rescinded(&mut noting);
    noting.answer(&DynamicsCall::ReadTabs, look(&["home"]));
    let mut watching = looked(&["home"]);
    rescinded(&mut watching);
    watching.timer(Timer::Opening);
    watching.answer(&DynamicsCall::ReadTabs, look(&["home"]));
    let mut waiting = Panel::ready(Settings::default());
    waiting.flex(FlexEvent::Task(call("WR0", 7)));
    waiting.flex(FlexEvent::Task(call("WR1", 1)));
    rescinded(&mut waiting);
    waiting.flex(ended("WR0", Ending::Rescinded));
    waiting.answer(&DynamicsCall::Search(case(7)), Ok(Answer::Found(1)));
    for (when, panel) in [
        ("searching", searching),
        ("noting", noting),
        ("watching", watching),
        ("waiting for its turn", waiting),
    ] {
        assert_eq!(left(&panel), [] as [&str; 0], "{when}");
    }
}

#[test]
fn an_accept_command_that_came_too_late_leaves_nothing() {
    let mut panel = arrived();
    panel.agent(AgentAction::Accept("WR1".into()));
    rescinded(&mut panel);
    let accept = FlexCommand::AcceptTask { sid: "WR1".into() };
    panel.reply(&accept, Err(CommandProblem::UnknownTask));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    assert_eq!(left(&panel), [] as [&str; 0]);
}

#[test]
fn a_task_that_is_gone_before_dynamics_is_there_docks_nothing() {
    let mut panel = Panel::new(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    rescinded(&mut panel);
    assert_eq!(left(&panel), [] as [&str; 0]);
    panel.connect_dynamics();
    let dock = DynamicsCall::SetMode(PanelMode::Docked);
    assert!(!panel.calls().contains(&dock));
}

#[test]
fn a_task_that_is_gone_before_the_mode_is_read_leaves_the_panel_as_it_was() {
    for (before, minimized) in [(PanelMode::Minimized, true), (PanelMode::Docked, false)] {
        let mut panel = Panel::new(Settings::default());
        panel.tell(Event::Restored(SavedState {
            settled: true,
            ..SavedState::default()
        }));
        panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
        panel.dynamics(DynamicsEvent::Connected(Settings::default()));
        panel.flex(FlexEvent::Task(call("WR1", 1)));
        rescinded(&mut panel);
        panel.answer(&DynamicsCall::GetMode, Ok(Answer::Mode(before)));
        let minimizes =
            |done: &Effect| matches!(done, Effect::Dynamics { call, .. } if *call == MINIMIZE);
        assert_eq!(panel.has_done(minimizes), minimized, "{before:?}");
        panel.answer_all(&Ok(Answer::Done));
        assert_eq!(left(&panel), [] as [&str; 0], "{before:?}");
    }
}
