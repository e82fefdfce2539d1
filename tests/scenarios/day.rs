//! An agent's day, step by step, and what the agent sees after each.

use std::collections::BTreeSet;

use flex_cif_panel::components::row::rows;
use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Mode};
use store::state::TaskStatus;
use store::{AgentAction, Record, ReservationSid};

use crate::world::{World, person};

/// A step of the day. What it comes to in a world without faults, it shall come to in the end with one.
pub type Step = (&'static str, fn(&mut World));

/// An activity in which Flex offers no tasks.
const BREAK: &str = "WA00000000000000000000000000000002";

pub const DAY: [Step; 12] = [
    ("the panel starts", |_| {}),
    ("Ada calls and is accepted in the list", |world| {
        if world.rows().is_empty() {
            let _ = world.contacted_by("ada", "voice");
            world.pass(5_000);
        }
        of_first(world, TaskStatus::Pending, AgentAction::Accept);
    }),
    ("Jürgen chats and is accepted in Flex", |world| {
        if world.rows().len() == 1 {
            let juergen = world.contacted_by("juergen", "chat");
            world.pass(5_000);
            world.in_flex("AcceptTask", json!({"sid": juergen}));
        }
    }),
    ("Ada is selected in the list", |world| {
        let ada = world.rows()[0].into();
        world.in_list(AgentAction::Select(ada));
    }),
    ("Jürgen is selected in Flex", |world| {
        let juergen = world.rows()[1].to_owned();
        world.in_flex("SelectTask", json!({"sid": juergen}));
    }),
    ("Ada is put on hold", |world| {
        of_first(world, TaskStatus::Accepted, |sid| {
            AgentAction::Hold(sid, true)
        });
    }),
    ("Ada is taken back", |world| {
        of_first(world, TaskStatus::Accepted, |sid| {
            AgentAction::Hold(sid, false)
        });
    }),
    ("a third call comes and is declined", |world| {
        if world.desktop.flex.made() == 2 {
            let _ = world.contacted_by("oconnor", "chat");
            world.pass(5_000);
        }
        let third = world.rows().get(2).map(|sid| (*sid).into());
        third
            .into_iter()
            .for_each(|sid| world.in_list(AgentAction::Decline(sid)));
    }),
    ("Ada's call is ended and completed", |world| {
        finish(world, 1)
    }),
    ("Jürgen's chat, too", |world| finish(world, 0)),
    ("a phone field is clicked", |world| {
        let record = person("ada").record().expect("a contact");
        if world.in_front() != Some(record) {
            world.in_dynamics(HostAct::OpenRecord(record));
        }
        if world.rows().is_empty() {
            let column = "telephone1";
            world.in_dynamics(HostAct::ClickPhone { record, column });
        }
    }),
    ("the agent takes a break", |world| {
        world.in_list(AgentAction::SetActivity(BREAK.into()));
    }),
];

/// The agent does something in our list for the first task, if that has this status.
fn of_first(world: &mut World, status: TaskStatus, act: impl Fn(ReservationSid) -> AgentAction) {
    let first = world
        .panel
        .tasks
        .first()
        .filter(|task| task.status == status);
    let sid = first.map(|task| task.sid.clone());
    sid.into_iter().for_each(|sid| world.in_list(act(sid)));
}

/// The agent ends the first task until no more than these are left.
fn finish(world: &mut World, left: usize) {
    for (status, act) in [
        (TaskStatus::Accepted, AgentAction::End as fn(_) -> _),
        (TaskStatus::Wrapping, AgentAction::Complete),
    ] {
        if world.rows().len() > left {
            of_first(world, status, act);
            world.pass(15_000);
        }
    }
}

/// What the agent sees on all three sides.
#[derive(Clone, Debug, PartialEq)]
pub struct TabsView {
    pub rows: Vec<(String, TaskStatus, Option<bool>)>,
    pub selected: Option<String>,
    pub selected_in_flex: Option<String>,
    /// The records of live tasks that have a tab.
    pub shown: BTreeSet<Record>,
    pub in_front: Option<Record>,
    pub mode: Mode,
    pub activity: String,
}

pub fn sight(world: &World) -> TabsView {
    let tasks = world.panel.tasks.iter();
    let known = world
        .selected_in_flex()
        .filter(|sid| world.rows().contains(sid));
    let is_live = |record: &Record| {
        let mut tasks = world.panel.tasks.iter();
        tasks.any(|task| task.record == Some(*record))
    };
    TabsView {
        rows: tasks
            .map(|task| (task.sid.to_string(), task.status, task.on_hold))
            .collect(),
        selected: world.selected().map(str::to_owned),
        selected_in_flex: known.map(str::to_owned),
        shown: world.shown_anywhere().filter(is_live).collect(),
        in_front: world.in_front(),
        mode: world.mode(),
        activity: world.activity().to_owned(),
    }
}

/// What the agent is told to be wrong.
pub fn told(world: &World) -> Vec<&'static str> {
    let rows = rows(&world.panel);
    let on_rows = rows.iter().flat_map(|row| row.problems());
    let offered = rows.iter().filter(|row| row.can_open());
    let mut told: Vec<_> = on_rows.map(|problem| problem.code()).collect();
    told.extend(offered.map(|_| "open is offered"));
    told.extend(world.notices());
    told
}
