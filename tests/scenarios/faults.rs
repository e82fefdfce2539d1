//! The platform misbehaves: every call of the client library and every command to Flex fails in every way, at every
//! step of an agent's day. Whatever fails, the list keeps working, the agent is told what did not happen and can
//! bring it about, nothing is done twice, every request ends and nothing piles up.

use std::collections::BTreeSet;

use flex_cif_panel::components::row::rows;
use simulation::dynamics::{AgentAction as HostAct, Mode};
use store::saved::RestoringTabs;
use store::settings::{OpenWith, Sessions};
use store::state::{Dialing, ModeProgress, RecordTab};
use store::{AgentAction, Problem, Settings};

use crate::day::{DAY, TabsView, sight, told};
use crate::fault::{Broken, Fault};
use crate::world::{Scheduler, World};

/// The types of the messages of all calls that the store makes.
const CALLS: [&str; 8] = [
    "getmode",
    "setmode",
    "search",
    "searchandopenrecords",
    "getFocusedSession",
    "getFocusedTab",
    "getTabsByTagOrName",
    "focusTab",
];

/// And of those that make and show sessions, where each customer has one.
const SESSION_CALLS: [&str; 4] = [
    "canCreateSession",
    "createSession",
    "setSessionTitle",
    "requestFocusSession",
];

/// The actions of all commands that the store gives.
const COMMANDS: [&str; 10] = [
    "SelectTask",
    "AcceptTask",
    "RejectTask",
    "WrapupTask",
    "CompleteTask",
    "HangupCall",
    "HoldCall",
    "UnholdCall",
    "StartOutboundCall",
    "SetActivity",
];

/// The sights of a day without faults, after each step, and what was sent in it.
fn good_day(settings: &Settings) -> (Vec<TabsView>, Vec<String>) {
    let mut world = awake(settings, None);
    let sights = DAY.iter().map(|(name, act)| {
        act(&mut world);
        world.rest();
        go_where_the_row_says(&mut world);
        assert_eq!(told(&world), [""; 0], "{name}");
        sight(&world)
    });
    (sights.collect(), world.journal.clone())
}

fn awake(settings: &Settings, broken: Option<Broken>) -> World {
    let mut world = World::asleep(settings.clone());
    world.broken = broken;
    world.start_dynamics();
    world.start_flex();
    world.rest();
    world
}

/// The agent brings about what did not happen: does it again, opens what offers it, selects, docks or minimizes.
fn put_right(world: &mut World, act: fn(&mut World), hoped: &TabsView) {
    act(world);
    world.pass(10_000);
    let rows = rows(&world.panel);
    let unopened = rows.iter().filter(|row| row.can_open());
    for sid in unopened.map(|row| row.task.sid.clone()).collect::<Vec<_>>() {
        world.in_list(AgentAction::Open(sid));
        world.pass(10_000);
    }
    if let Some(sid) = &hoped.selected
        && sight(world) != *hoped
    {
        world.in_list(AgentAction::Select(sid.as_str().into()));
        world.pass(10_000);
    }
    go_where_the_row_says(world);
    if world.mode() != hoped.mode {
        match hoped.mode {
            Mode::Docked => world.in_list(AgentAction::Dock),
            mode => world.in_dynamics(HostAct::SetMode(mode)),
        }
        world.pass(10_000);
    }
}

/// A provider can't switch sessions: the agent does, where the row asks for it.
fn go_where_the_row_says(world: &mut World) {
    let asked = world
        .panel
        .selected_task()
        .filter(|task| task.problem == Some(Problem::SessionBehind));
    let record = asked.and_then(|task| task.record);
    if let Some(RecordTab::Bound(tab)) = record.and_then(|it| world.panel.tabs.records.get(&it))
        && let Some(session) = tab.session.clone()
    {
        world.in_dynamics(HostAct::SwitchSession(session));
        world.pass(10_000);
    }
}

/// Nobody waits for anything any more.
pub fn assert_nothing_hangs(world: &World, case: &str) {
    let panel = &world.panel;
    assert!(
        panel.flex.selecting.is_none(),
        "{case}: {:?}",
        panel.flex.selecting
    );
    assert!(
        panel.flex.commands.is_empty(),
        "{case}: {:?}",
        panel.flex.commands
    );
    assert!(panel.flex.asked_activity.is_none(), "{case}");
    assert!(
        panel.tabs.focusing.is_none(),
        "{case}: {:?}",
        panel.tabs.focusing
    );
    let mut orders = panel.mode.requests.iter();
    assert!(
        orders.all(|order| !matches!(order.progress, ModeProgress::Pending | ModeProgress::Echoed)),
        "{case}: {:?}",
        panel.mode
    );
    assert!(panel.mode.reading.is_none(), "{case}: {:?}", panel.mode);
    assert_eq!(panel.calls.dialing, Dialing::Idle, "{case}");
    assert!(
        panel.tabs.queue.is_empty(),
        "{case}: {:?}",
        panel.tabs.queue
    );
    assert_eq!(panel.saved.restoring.tabs, RestoringTabs::None, "{case}");
    assert!(panel.tabs.opening.is_none(), "{case}: {:?}", panel.tabs);
}

/// Nothing of the panel's knowledge outgrows the tasks, the tabs and five notices.
pub fn assert_nothing_piles_up(world: &World, case: &str) {
    let panel = &world.panel;
    let (tasks, tabs) = (panel.tasks.len(), world.shown_anywhere().count());
    assert!(
        panel.tabs.records.len() <= tasks + tabs,
        "{case}: {:?}",
        panel.tabs.records
    );
    assert!(
        panel.selection.recent.len() <= tasks,
        "{case}: {:?}",
        panel.selection.recent
    );
    assert!(
        panel.saved.popped.len() <= tasks,
        "{case}: {:?}",
        panel.saved.popped
    );
    assert!(panel.notices.len() <= 5, "{case}: {:?}", panel.notices);
    assert!(panel.saved.restoring.tabs.known().is_none(), "{case}");
}

/// How often each command was given and each record opened: no more than on a good day.
fn assert_nothing_twice(world: &World, good: &[String], case: &str) {
    let count = |journal: &[String], line: &str| journal.iter().filter(|it| *it == line).count();
    let acts = ["flex", "dynamics searchandopenrecords", "dynamics openform"];
    for line in world
        .journal
        .iter()
        .filter(|line| acts.iter().any(|act| line.starts_with(act)))
    {
        let (now, then) = (count(&world.journal, line), count(good, line));
        assert!(now <= then, "{case}: {line}, {now} times instead of {then}");
    }
    let shown = world.shown_anywhere();
    let records: BTreeSet<_> = shown.collect();
    let tabs = world.shown_anywhere().count();
    assert_eq!(records.len(), tabs, "{case}: a record has two tabs");
}

/// The host alone has moved the agent, late or to where nothing can be focused, and all three sides agree on it or
/// no task is concerned: nothing that the agent asked for has failed to happen.
fn is_the_hosts_doing(world: &World, fault: Fault, now: &TabsView, hoped: &TabsView) -> bool {
    let of_no_task = now
        .in_front
        .is_none_or(|record| !now.shown.contains(&record));
    let selected = world.panel.selected_task().and_then(|task| task.record);
    let in_step = now.selected == now.selected_in_flex && now.in_front == selected;
    let else_as_hoped =
        now.rows == hoped.rows && now.shown == hoped.shown && now.mode == hoped.mode;
    else_as_hoped && (of_no_task || (in_step && fault == Fault::DoneLate))
}

/// A fault in one kind of call or command during one step of the day, and the rest of the day without. Gives how
/// often it was met.
fn endure(
    settings: &Settings,
    broken: &Broken,
    at: usize,
    good: &(Vec<TabsView>, Vec<String>),
) -> usize {
    let at_start = (at == 0).then(|| broken.clone());
    let mut world = awake(settings, at_start);
    let mut met = 0;
    for (number, ((name, act), hoped)) in DAY.iter().zip(&good.0).enumerate() {
        let case = format!("{} {:?} in step {at}: {name}", broken.what, broken.fault);
        if number == at && number > 0 {
            world.broken = Some(broken.clone());
        }
        act(&mut world);
        world.rest();
        go_where_the_row_says(&mut world);
        if number == at {
            assert_nothing_twice(&world, &good.1, &case);
            met = world.broken.take().map_or(0, |broken| broken.met);
            if met == 0 {
                return 0;
            }
        }
        assert_nothing_hangs(&world, &case);
        assert_nothing_piles_up(&world, &case);
        let now = sight(&world);
        if now != *hoped {
            let is_told = !told(&world).is_empty();
            let excused = is_the_hosts_doing(&world, broken.fault, &now, hoped);
            assert!(
                is_told || excused,
                "{case}: nobody is told\n{now:#?}\n{hoped:#?}"
            );
            put_right(&mut world, *act, hoped);
        }
        assert_eq!(sight(&world), *hoped, "{case}: in the end");
        assert_nothing_hangs(&world, &case);
    }
    met
}

/// Plays all faults in all steps; every fault must have been met somewhere.
fn endure_all(settings: &Settings, kinds: &[&'static str]) {
    let good = good_day(settings);
    let mut played = 0;
    for (what, fault) in kinds
        .iter()
        .flat_map(|what| Fault::ALL.map(|fault| (what, fault)))
    {
        let broken = Broken {
            what,
            fault,
            met: 0,
        };
        let steps = 0..DAY.len();
        let met = steps
            .filter(|step| endure(settings, &broken, *step, &good) > 0)
            .count();
        assert!(met > 0, "{what} is never sent");
        played += met;
    }
    println!(
        "{} kinds x {} faults: {played} days with a fault",
        kinds.len(),
        Fault::ALL.len()
    );
}

#[test]
fn every_call_to_dynamics_may_fail_in_every_way() {
    endure_all(&Settings::default(), &CALLS);
}

#[test]
fn every_call_may_fail_where_records_are_opened_by_form() {
    let open_with = OpenWith::Form;
    endure_all(
        &Settings {
            open_with,
            ..Settings::default()
        },
        &["openform"],
    );
}

#[test]
fn every_call_for_sessions_may_fail_in_every_way() {
    let sessions = Sessions::PerTask;
    endure_all(
        &Settings {
            sessions,
            ..Settings::default()
        },
        &SESSION_CALLS,
    );
}

#[test]
fn every_command_to_flex_may_fail_in_every_way() {
    endure_all(&Settings::default(), &COMMANDS);
}
