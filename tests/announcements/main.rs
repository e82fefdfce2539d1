//! Tests what a screen reader announces: each change once, and in every language ([`words`]).
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod words;

use std::rc::Rc;

use flex_cif_panel::components::announcements::{self, Announcement};
use flex_cif_panel::components::view::View;
use store::action::FlexAction;
use store::activity::{Activity, AskedActivity};
use store::click::Choice;
use store::problem::CommandProblem;
use store::state::{Calls, Flex, Selection};
use store::state::{
    Channel, ClickToAct, Dialing, DynamicsLink, FlexLink, Notice, Origin, RecordTab, Tabs, Task,
    TaskRow, TaskStatus,
};
use store::windows::{Part, Role, Windows};
use store::{Entity, Guid, Millis, Problem, Record, State, Ticket, WindowId};

fn announcements(before: &State, after: &State) -> Vec<Announcement> {
    let view = |state: &State| View::from(Rc::new(state.clone()));
    announcements::announcements(&view(before), &view(after))
}

fn case() -> Record {
    Record {
        entity: Entity::Case,
        id: Guid::parse("2c5b1f9e-6a0d-4c0e-9a39-5f0f3a1d7e11").unwrap(),
    }
}

fn task(sid: &str, status: TaskStatus) -> Task {
    Task {
        status,
        customer: "Ada Lovelace".into(),
        record: Some(case()),
        on_hold: Some(false),
        ..Task::offered(sid, Channel::Call)
    }
}

/// A connected panel with these tasks.
fn with(tasks: &[&TaskRow]) -> State {
    State {
        dynamics: DynamicsLink::Connected,
        flex: Flex {
            link: FlexLink::Connected,
            ..Flex::default()
        },
        tasks: tasks.iter().map(|&task| Rc::new(task.clone())).collect(),
        ..State::default()
    }
}

fn refused() -> Problem {
    Problem::CommandFailed {
        action: FlexAction::HoldCall,
        why: CommandProblem::TimedOut,
    }
}

#[test]
fn each_change_of_a_task_is_announced_once() {
    use TaskStatus::{Accepted, Pending, Wrapping};
    let (first, second) = (task("WR1", Pending), task("WR2", Pending));
    let in_call = task("WR1", Accepted);
    let on_hold = Task {
        on_hold: Some(true),
        ..in_call.clone()
    };
    let muted = Task {
        muted: Some(true),
        ..in_call.clone()
    };
    let wrapping = task("WR1", Wrapping);
    let outbound = Task {
        origin: Origin::Dialled,
        ..first.clone()
    };
    let rows = [first, second, in_call, on_hold, muted, wrapping, outbound].map(TaskRow::from);
    let [first, second, in_call, on_hold, muted, wrapping, outbound] = rows;
    let ready = TaskRow {
        ready: true,
        ..first.clone()
    };
    let troubled = TaskRow {
        problem: Some(refused()),
        ..in_call.clone()
    };
    let arrived = |task: &TaskRow| Announcement::Arrived(task.clone().into());
    let changed = |task: &TaskRow| Announcement::Changed(task.clone().into());
    let gone = |task: &TaskRow| Announcement::Gone(task.clone().into());
    let none: &[&TaskRow] = &[];
    for (before, after, expected) in [
        (none, &[&first][..], vec![arrived(&first)]),
        (
            none,
            &[&first, &second],
            vec![arrived(&first), arrived(&second)],
        ),
        (&[&first, &second], &[&first], vec![gone(&second)]),
        (&[&first], &[&first], vec![]),
        (&[&first], &[&in_call], vec![changed(&in_call)]),
        (&[&in_call], &[&on_hold], vec![changed(&on_hold)]),
        (&[&on_hold], &[&in_call], vec![changed(&in_call)]),
        (&[&in_call], &[&muted], vec![changed(&muted)]),
        (&[&in_call], &[&wrapping], vec![changed(&wrapping)]),
        (&[&wrapping], none, vec![gone(&wrapping)]),
        (
            &[&first],
            &[&ready],
            vec![Announcement::Ready(ready.clone().into())],
        ),
        (&[&ready], &[&first], vec![]),
        (
            &[&in_call],
            &[&troubled],
            vec![Announcement::Troubled(troubled.clone().into(), refused())],
        ),
        (&[&troubled], &[&in_call], vec![]),
        (none, &[&outbound], vec![changed(&outbound)]),
        (
            &[&first],
            &[&in_call, &second],
            vec![arrived(&second), changed(&in_call)],
        ),
    ] {
        assert_eq!(
            announcements(&with(before), &with(after)),
            expected,
            "{before:?} {after:?}"
        );
    }
}

#[test]
fn a_message_of_a_customer_is_announced_unless_the_agent_works_on_the_task() {
    let unread = |unread| Task {
        unread,
        ..task("WR1", TaskStatus::Accepted)
    };
    let said_of = |before, after, selected: Option<&str>| {
        let selected = |state| State {
            selection: Selection {
                selected: selected.map(Into::into),
                ..Selection::default()
            },
            ..state
        };
        let (before, after) = (
            with(&[&unread(before).into()]),
            with(&[&unread(after).into()]),
        );
        announcements(&selected(before), &selected(after))
    };
    let once = [Announcement::Unread(unread(2).into())];
    assert_eq!(said_of(1, 2, None), once);
    assert_eq!(said_of(1, 2, Some("WR2")), once);
    assert_eq!(said_of(1, 2, Some("WR1")), []);
    assert_eq!(said_of(2, 2, None), []);
    assert_eq!(said_of(2, 0, None), []);
}

#[test]
fn when_flex_connects_only_waiting_tasks_are_announced() {
    let waits = TaskRow::from(task("WR1", TaskStatus::Pending));
    let after = with(&[&waits, &task("WR2", TaskStatus::Accepted).into()]);
    let before = State {
        flex: Flex {
            link: FlexLink::Loading,
            ..Flex::default()
        },
        tasks: Vec::new(),
        ..after.clone()
    };
    let expected = [
        Announcement::Flex(FlexLink::Connected),
        Announcement::Arrived(waits.into()),
    ];
    assert_eq!(announcements(&before, &after), expected);
}

#[test]
fn a_problem_of_a_record_is_announced_once_and_again_after_another_try() {
    let task = TaskRow::from(task("WR1", TaskStatus::Accepted));
    let standing = |tab: Option<RecordTab>| State {
        tabs: Tabs {
            records: tab.map(|tab| (case(), tab)).into_iter().collect(),
            ..Tabs::default()
        },
        ..with(&[&task])
    };
    let problem = Problem::RecordNotFound(case());
    let failed = standing(Some(RecordTab::Failed {
        problem: problem.clone(),
        late: None,
    }));
    let out_of_reach = standing(Some(RecordTab::OutOfReach));
    let told = vec![Announcement::Troubled(task.clone().into(), problem)];
    assert_eq!(announcements(&standing(None), &failed), told);
    assert_eq!(announcements(&failed, &failed), []);
    assert_eq!(announcements(&failed, &standing(None)), []);
    assert_eq!(
        announcements(&standing(None), &out_of_reach),
        [Announcement::OutOfReach(task.clone().into())]
    );
    assert_eq!(announcements(&out_of_reach, &out_of_reach), []);
}

#[test]
fn a_notice_is_announced_when_it_comes_and_not_when_another_one_goes() {
    let notices = |ids: &[u32]| State {
        notices: ids
            .iter()
            .map(|id| {
                Rc::new(Notice {
                    id: Ticket(*id),
                    problem: Problem::CallLive,
                })
            })
            .collect(),
        ..with(&[])
    };
    assert_eq!(
        announcements(&notices(&[]), &notices(&[1])),
        [Announcement::Told(Problem::CallLive)]
    );
    assert_eq!(
        announcements(&notices(&[1]), &notices(&[1, 2])),
        [Announcement::Told(Problem::CallLive)]
    );
    assert_eq!(announcements(&notices(&[1, 2]), &notices(&[1])), []);
}

#[test]
fn changes_of_links_and_windows_are_announced() {
    let leader = WindowId {
        opened: Millis(1),
        salt: 2,
    };
    let role = |role| State {
        windows: Windows {
            part: Part::from(role),
            ..Windows::default()
        },
        ..with(&[])
    };
    let signed_out = State {
        flex: Flex {
            link: FlexLink::SignedOut,
            ..Flex::default()
        },
        ..with(&[])
    };
    let failed = DynamicsLink::Failed(Problem::NotInDynamics);
    let outside = State {
        dynamics: failed.clone(),
        ..with(&[])
    };
    for (after, expected, urgent) in [
        (signed_out, Announcement::Flex(FlexLink::SignedOut), true),
        (outside, Announcement::Dynamics(failed), true),
        (
            role(Role::Follower(Some(leader))),
            Announcement::Following(leader),
            false,
        ),
        (role(Role::Standalone), Announcement::Alone, false),
    ] {
        assert_eq!(expected.is_urgent(), urgent, "{expected:?}");
        assert_eq!(announcements(&with(&[]), &after), [expected]);
    }
    assert_eq!(announcements(&with(&[]), &role(Role::Follower(None))), []);
}

#[test]
fn a_dialled_number_is_announced_once() {
    let dials = |dialing| State {
        calls: Calls {
            dialing,
            ..Calls::default()
        },
        ..with(&[])
    };
    let reading = Dialing::Reading {
        request: Ticket(1),
        click: Rc::new(ClickToAct {
            value: "030 23125-042".into(),
            title: None,
            entity: None,
            id: None,
        }),
    };
    let starting = Dialing::Starting {
        request: Ticket(2),
        number: "+493023125042".into(),
    };
    let awaiting = Dialing::AwaitingTask {
        request: Ticket(2),
        number: Some("+493023125042".into()),
    };
    // It may be no number.
    assert_eq!(announcements(&with(&[]), &dials(reading.clone())), []);
    assert_eq!(
        announcements(&dials(reading), &dials(starting.clone())),
        [Announcement::Dialling(starting.clone())]
    );
    assert_eq!(
        announcements(&dials(starting), &dials(awaiting.clone())),
        []
    );
    assert_eq!(announcements(&dials(awaiting), &with(&[])), []);
}

#[test]
fn a_field_with_several_numbers_is_announced_once() {
    let choice = Rc::new(Choice {
        click: Rc::new(ClickToAct {
            value: "030 901820 / 030 901821".into(),
            title: None,
            entity: None,
            id: None,
        }),
        numbers: ["+4930901820", "+4930901821"].map(Into::into).into(),
    });
    let choosing = State {
        calls: Calls {
            choice: Some(choice.clone()),
            ..Calls::default()
        },
        ..with(&[])
    };
    assert_eq!(
        announcements(&with(&[]), &choosing),
        [Announcement::Choice(choice)]
    );
    assert_eq!(announcements(&choosing, &choosing), []);
    assert_eq!(announcements(&choosing, &with(&[])), []);
}

#[test]
fn an_activity_is_announced_if_flex_has_changed_it_and_not_if_the_agent_has() {
    let activity = |sid: &str| {
        Rc::new(Activity {
            sid: sid.into(),
            name: sid.into(),
            available: false,
            offline: false,
        })
    };
    let has = |sid: &str| State {
        flex: Flex {
            activity: Some(activity(sid)),
            ..with(&[]).flex
        },
        ..with(&[])
    };
    assert_eq!(
        announcements(&has("WA1"), &has("WA2")),
        [Announcement::Activity(activity("WA2"))]
    );
    assert_eq!(announcements(&with(&[]), &has("WA1")), []);
    let asked = AskedActivity {
        request: Ticket(1),
        sid: "WA2".into(),
        came: false,
    };
    let asking = State {
        flex: Flex {
            asked_activity: Some(asked),
            ..has("WA1").flex
        },
        ..has("WA1")
    };
    assert_eq!(announcements(&asking, &has("WA2")), []);
}
