//! Traces that the explorer has found: what once broke an invariant. A new one is pasted here as it is printed.

use super::explorer::World as _;
use super::setting::{Budget, Setting};
use super::step::Act::*;
use super::step::Fault::*;
use super::step::Hand::*;
use super::step::Reload::*;
use super::step::Step::{self, *};
use super::world::World;

/// Takes the steps, without those that are not possible any more, then lets everything come to rest.
fn replay(setting: Setting, steps: &[Step]) {
    let mut world = World::new(setting);
    for step in steps {
        if world.can(*step) {
            world = world.after(*step);
            assert_eq!(world.broken(), None, "after {step:?}");
        }
    }
    let rested = world.a_moment_later();
    assert_eq!(rested.broken(), None);
}

/// The first customer's Case has come up; then these.
fn after_the_first_case(steps: &[Step]) -> Vec<Step> {
    let first = [
        Well(Contact),
        Well(HearFlex),
        Well(HearDynamics),
        Well(HearFlex),
        Well(HearFlex),
        Well(Answer(0)),
        Well(Answer(0)),
        Well(Answer(0)),
        Well(Tab(0)),
        Well(HearDynamics),
        Well(Tab(0)),
        Well(Clock(1)),
        Well(Answer(1)),
    ];
    [&first, steps].concat()
}

/// `SelectTask` for a task that is gone: Flex goes on showing the other one, and has nothing to tell.
#[test]
fn a_task_that_ends_before_it_is_selected_leaves_the_selection_where_it_was() {
    let setting = Setting {
        customers: &[1, 1],
        budget: Budget {
            leaves: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &[
            Well(Contact),
            Well(HearFlex),
            Well(HearDynamics),
            Well(HearFlex),
            Well(HearFlex),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Tab(0)),
            Well(HearDynamics),
            Well(Tab(0)),
            Well(Clock(1)),
            Well(Contact),
            Well(Leave(2)),
            Well(HearFlex),
            Well(HearFlex),
            Well(HearFlex),
            Well(Answer(1)),
        ],
    );
}

/// Docked, at once minimized, docked again: what the host tells of the first two orders comes last.
#[test]
fn an_arrival_docks_the_panel_however_late_the_host_tells_of_earlier_orders() {
    let setting = Setting {
        customers: &[1, 1],
        budget: Budget {
            acts: 1,
            leaves: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &[
            Well(Contact),
            Well(Leave(1)),
            Well(HearFlex),
            Well(HearDynamics),
            Well(HearFlex),
            Well(HearFlex),
            Well(Contact),
            Well(HearFlex),
            Well(HearDynamics),
            Well(HearFlex),
            Well(HearFlex),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Tab(0)),
            Well(HearDynamics),
            Well(Tab(0)),
            Well(Clock(1)),
            Well(Answer(1)),
        ],
    );
}

/// The selected task's tab comes up, and the agent is back at the other one before the panel has looked.
#[test]
fn a_selected_tasks_new_tab_gets_the_focus_wherever_the_agent_has_gone_meanwhile() {
    let setting = Setting {
        customers: &[1, 2],
        budget: Budget {
            moves: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &after_the_first_case(&[
            Well(Contact),
            Well(HearFlex),
            Well(HearFlex),
            Well(HearFlex),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Tab(0)),
            Well(HearDynamics),
            Well(Tab(0)),
            Well(GoTo(1)),
            Well(Clock(1)),
            Well(Answer(1)),
            Well(Clock(0)),
            Well(Answer(0)),
            Well(Clock(0)),
        ]),
    );
}

/// The first task's tab is about to be focused when Flex's late word selects the second.
#[test]
fn a_focusing_that_the_selection_has_left_behind_does_not_stand() {
    let setting = Setting {
        customers: &[1, 2],
        budget: Budget {
            faults: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &after_the_first_case(&[
            Well(Contact),
            Ill(HearFlex, 0, Unanswered),
            Well(Answer(1)),
            Well(Answer(1)),
            Well(Tab(0)),
            Well(HearDynamics),
            Well(Tab(0)),
            Well(Answer(0)),
            Well(HearFlex),
            Well(Clock(1)),
            Well(Answer(1)),
            Well(Answer(1)),
            Well(Answer(0)),
            Well(Clock(0)),
            Well(Answer(0)),
            Well(Clock(0)),
        ]),
    );
}

/// The look before the opening fails: whatever is in front afterwards is not known to be new.
#[test]
fn without_a_look_before_no_tab_is_taken_for_the_record() {
    let setting = Setting {
        budget: Budget {
            acts: 1,
            faults: 1,
            slow: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &[
            Well(Contact),
            Well(HearFlex),
            Well(HearDynamics),
            Well(HearFlex),
            Well(HearFlex),
            Well(Answer(0)),
            Ill(Answer(0), 0, Refused),
            Well(Answer(0)),
            Well(Early(0)),
            Well(Tab(0)),
            Well(HearDynamics),
            Well(Answer(1)),
            Well(Tab(0)),
            Well(InList(Select, 1)),
            Well(Answer(0)),
            Well(Answer(0)),
        ],
    );
}

/// The minute of an opening is over, the page is loaded anew, the agent selects the task: its tab is there already.
#[test]
fn an_opening_that_was_too_slow_is_not_repeated_after_a_reload() {
    let setting = Setting {
        budget: Budget {
            acts: 1,
            slow: 1,
            reloads: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &[
            Well(Contact),
            Well(HearFlex),
            Well(Answer(1)),
            Well(Answer(1)),
            Well(Tab(0)),
            Well(Tab(0)),
            Well(Early(0)),
            Well(Reload(Panel)),
            Well(DynamicsIsUp),
            Well(FlexIsUp),
            Well(HearFlex),
            Well(InList(Select, 1)),
            Well(Answer(2)),
            Well(Answer(2)),
            Well(Tab(0)),
            Well(Tab(0)),
        ],
    );
}

/// The look before the agent's own `Open` failed, so nobody knows which tabs were there; the tab came up while the page
/// was loaded anew. It is not opened a second time after the minute.
#[test]
fn a_tab_that_may_have_come_up_unseen_is_not_doubled_by_a_form() {
    let setting = Setting {
        budget: Budget {
            acts: 1,
            faults: 1,
            reloads: 1,
            ..Budget::default()
        },
        ..Setting::default()
    };
    replay(
        setting,
        &[
            Well(Contact),
            Well(HearFlex),
            Well(HearDynamics),
            Well(Answer(1)),
            Well(Answer(1)),
            Well(Tab(0)),
            Well(HearDynamics),
            Well(Tab(0)),
            Well(Clock(1)),
            Well(Answer(2)),
            Ill(InList(Open, 1), 0, Nonsense),
            Well(Answer(1)),
            Well(Tab(0)),
            Well(Tab(0)),
            Well(Answer(1)),
            Well(Reload(Panel)),
            Well(DynamicsIsUp),
            Well(FlexIsUp),
            Well(HearFlex),
            Well(HearFlex),
            Well(HearFlex),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Answer(0)),
            Well(Clock(0)),
            Well(Answer(0)),
            Well(Tab(0)),
            Well(Tab(0)),
        ],
    );
}
