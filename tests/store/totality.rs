//! Whatever happens, in whatever order: the store does not panic, every request gets its end, and every effect has a
//! cause.

use std::collections::BTreeSet;

use proptest::prelude::*;
use store::event::{Answer, Snapshot};
use store::problem::{CallProblem, CommandProblem, NumberProblem};
use store::sorted::Set;
use store::state::{
    Activity, Channel, Ending, FocusedSession, Origin, PanelMode, TabsView, Task, TaskStatus,
};
use store::windows::Forwarded;
use store::windows::{List, Message};
use store::{
    AgentAction, DynamicsEvent, Effect, Event, FlexEvent, Millis, ReservationSid, Settings, State,
    Ticket, Timer, WindowEvent, WindowId, update,
};

use crate::panel::{call, case, click, snapshot};

fn sids() -> impl Strategy<Value = ReservationSid> {
    (1..4u8).prop_map(|number| format!("WR{number}").as_str().into())
}

fn tasks() -> impl Strategy<Value = Task> {
    use TaskStatus::{Accepted, Pending, Wrapping};
    let status = prop_oneof![Just(Pending), Just(Accepted), Just(Wrapping)];
    let origin = prop_oneof![3 => Just(Origin::Offered), 1 => Just(Origin::Dialled)];
    let channel = prop_oneof![Just(Channel::Call), Just(Channel::Chat)];
    let record = proptest::option::of((1..3u32).prop_map(case));
    (sids(), status, origin, channel, record).prop_map(|(sid, status, origin, channel, record)| {
        Task {
            sid,
            status,
            origin,
            channel,
            record,
            ..call("WR", 1)
        }
    })
}

fn requests() -> impl Strategy<Value = Ticket> {
    (1..40u32).prop_map(Ticket)
}

fn views() -> impl Strategy<Value = TabsView> {
    let session = prop_oneof![
        Just(FocusedSession::Unknown),
        Just(FocusedSession::Ours("session-id-0".into())),
        Just(FocusedSession::NotOurs),
    ];
    let tab = || (0..4u8).prop_map(|number| format!("tab-{number}").as_str().into());
    let tabs = proptest::option::of(proptest::collection::vec(tab(), 0..4).prop_map(Set::from));
    (session, proptest::option::of(tab()), tabs).prop_map(|(session, focused, tabs)| TabsView {
        session,
        focused,
        tabs,
    })
}

fn answers() -> impl Strategy<Value = Result<Answer, CallProblem>> {
    prop_oneof![
        Just(Ok(Answer::Done)),
        (0..3usize).prop_map(|rows| Ok(Answer::Found(rows))),
        Just(Ok(Answer::Mode(PanelMode::Docked))),
        Just(Ok(Answer::FocusedTab(Some("tab-1".into())))),
        views().prop_map(|tabs_view| Ok(Answer::Tabs(tabs_view))),
        Just(Err(CallProblem::TimedOut)),
        Just(Err(CallProblem::Malformed)),
        Just(Err(CallProblem::Refused("no".into()))),
    ]
}

fn dynamics_events() -> impl Strategy<Value = DynamicsEvent> {
    prop_oneof![
        1 => Just(DynamicsEvent::Connected(Settings::default())),
        6 => (requests(), answers())
            .prop_map(|(request, result)| DynamicsEvent::Answered { request, result }),
        1 => prop_oneof![Just(PanelMode::Docked), Just(PanelMode::Minimized)]
            .prop_map(DynamicsEvent::ModeChanged),
        1 => proptest::option::of(1..3u32)
            .prop_map(|number| DynamicsEvent::PageNavigated(number.map(case))),
        1 => Just(DynamicsEvent::SessionSwitched("session-id-1".into())),
        1 => Just(click("+14255550100")),
    ]
}

fn flex_events() -> impl Strategy<Value = FlexEvent> {
    use Ending::{Canceled, Completed, Rejected};
    let ending = prop_oneof![Just(Completed), Just(Canceled), Just(Rejected)];
    let reply = prop_oneof![
        Just(Ok(())),
        Just(Err(CommandProblem::TimedOut)),
        Just(Err(CommandProblem::UnknownTask)),
    ];
    let offline = Activity {
        sid: "WA0".into(),
        name: "Offline".into(),
        available: false,
        offline: true,
    };
    prop_oneof![
        1 => Just(FlexEvent::Loading),
        1 => Just(FlexEvent::NotAnswering),
        1 => (proptest::collection::vec(tasks(), 0..3), proptest::option::of(sids()))
            .prop_map(|(tasks, selected)| {
                FlexEvent::Snapshot(Snapshot { selected, ..snapshot(tasks) })
            }),
        1 => Just(FlexEvent::SignedOut),
        4 => tasks().prop_map(FlexEvent::Task),
        3 => (sids(), ending).prop_map(|(sid, ending)| FlexEvent::TaskEnded { sid, ending }),
        3 => proptest::option::of(sids()).prop_map(FlexEvent::Selected),
        1 => Just(FlexEvent::ViewChanged("queues-stats".into())),
        1 => Just(FlexEvent::ActivityChanged(offline)),
        4 => (requests(), reply)
            .prop_map(|(request, result)| FlexEvent::Replied { request, result }),
    ]
}

fn acts() -> impl Strategy<Value = AgentAction> {
    prop_oneof![
        sids().prop_map(AgentAction::Select),
        sids().prop_map(AgentAction::Accept),
        sids().prop_map(AgentAction::Decline),
        sids().prop_map(AgentAction::End),
        sids().prop_map(AgentAction::Complete),
        (sids(), any::<bool>()).prop_map(|(sid, hold)| AgentAction::Hold(sid, hold)),
        sids().prop_map(AgentAction::Open),
        Just(AgentAction::Call("+14255550100".into())),
        Just(AgentAction::CallNone),
        sids().prop_map(AgentAction::SendExtension),
        Just(AgentAction::Dock),
        requests().prop_map(AgentAction::Dismiss),
        Just(AgentAction::WorkHere),
    ]
}

fn messages() -> impl Strategy<Value = Message> {
    let cases = || proptest::collection::vec((1..3u32).prop_map(case), 0..3).prop_map(Set::from);
    let list =
        (tasks(), proptest::option::of(sids()), cases()).prop_map(|(task, selected, open)| {
            let list = List {
                tasks: vec![task.into()],
                selected,
                open,
                ..List::default()
            };
            Message::List(list)
        });
    prop_oneof![
        Just(Message::Leading),
        cases().prop_map(Message::Following),
        list,
        requests().prop_map(Message::Offer),
        requests().prop_map(Message::Claim),
        requests().prop_map(Message::Return),
        requests().prop_map(Message::Ack),
        (requests(), acts())
            .prop_map(|(number, act)| Message::Deliver(number, Forwarded::Act(act))),
        (1..3u32).prop_map(|number| Message::Focus(case(number))),
        (1..3u32).prop_map(|number| Message::Focusing(case(number))),
        (1..3u32).prop_map(|number| Message::Gone(case(number))),
        Just(Message::Leaving),
        Just(Message::Take),
        Just(Message::Busy),
    ]
}

fn other_window() -> WindowId {
    WindowId {
        opened: Millis(1),
        salt: 1,
    }
}

pub fn events() -> impl Strategy<Value = Event> {
    let timer = prop_oneof![
        requests().prop_map(Timer::LookAgain),
        requests().prop_map(Timer::Opening),
        requests().prop_map(Timer::OutboundTask),
        requests().prop_map(Timer::Poll),
        requests().prop_map(Timer::RemoteFocus),
        requests().prop_map(Timer::Outbox),
    ];
    let number = prop_oneof![
        Just(Ok("+14255550100".into())),
        Just(Err(NumberProblem::NoCountry))
    ];
    prop_oneof![
        5 => dynamics_events().prop_map(Event::Dynamics),
        6 => flex_events().prop_map(Event::Flex),
        2 => acts().prop_map(Event::Agent),
        1 => prop_oneof![
            any::<bool>().prop_map(WindowEvent::Seen),
            Just(WindowEvent::FocusMoved),
            Just(WindowEvent::Leads),
            Just(WindowEvent::Follows),
            messages().prop_map(|message| WindowEvent::Heard(other_window(), message)),
        ].prop_map(Event::Window),
        1 => (requests(), number)
            .prop_map(|(request, result)| Event::NumberRead { request, result }),
        1 => timer.prop_map(Event::TimeUp),
    ]
}

/// What must hold after every event.
fn check(state: &State, effects: &[Effect]) -> Result<(), TestCaseError> {
    let sids: BTreeSet<_> = state.tasks.iter().map(|task| &task.sid).collect();
    prop_assert_eq!(sids.len(), state.tasks.len(), "one row per reservation");
    if let Some(selected) = &state.selection.selected {
        prop_assert!(sids.contains(selected), "the selected task is in the list");
    }
    let tabs = &state.tabs;
    let waiting: BTreeSet<_> = tabs.queue.iter().map(|(record, _)| record).collect();
    prop_assert_eq!(waiting.len(), tabs.queue.len(), "a record waits once");
    let opening = tabs.opening.iter().map(|opening| &opening.record);
    for record in waiting.into_iter().chain(opening) {
        let elsewhere = tabs.records.contains_key(record);
        prop_assert!(
            !elsewhere,
            "a record that is yet to be opened is nowhere else"
        );
    }
    prop_assert!(
        state.notices.len() <= 5,
        "the agent is not buried in notices"
    );
    prop_assert!(effects.len() <= 12, "few effects per event: {:?}", effects);
    let numbers: BTreeSet<_> = effects.iter().filter_map(request).collect();
    let requests = effects.iter().filter_map(request).count();
    prop_assert_eq!(
        numbers.len(),
        requests,
        "every request has a number of its own"
    );
    Ok(())
}

fn request(effect: &Effect) -> Option<Ticket> {
    match effect {
        Effect::Dynamics { request, .. }
        | Effect::Flex { request, .. }
        | Effect::ReadNumber { request, .. } => Some(*request),
        Effect::Wait { .. } | Effect::Save(_) | Effect::SaveSearch { .. } | Effect::Windows(_) => {
            None
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_events_in_any_order_leave_the_store_sound(
        events in proptest::collection::vec(events(), 1..80)
    ) {
        let mut state = State::new(Settings::default());
        for event in events {
            let effects = update(&mut state, event);
            check(&state, &effects)?;
            let mut again = state.clone();
            // A timer that nobody has set changes nothing: what follows is only the rest of a turn.
            let effects = update(&mut again, Event::TimeUp(Timer::Poll(Ticket(0))));
            prop_assert_eq!(effects, [], "a turn leaves nothing to do");
            prop_assert_eq!(&again, &state, "a turn leaves nothing to change");
        }
    }

    #[test]
    fn when_every_request_is_answered_somehow_nothing_is_left_waiting(
        events in proptest::collection::vec(events(), 1..60),
        answers in proptest::collection::vec(answers(), 16),
    ) {
        let mut state = State::new(Settings::default());
        let mut waiting = Vec::new();
        for event in events {
            waiting.extend(update(&mut state, event));
        }
        let mut answers = answers.into_iter().cycle();
        for _ in 0..400 {
            let mut next = Vec::new();
            for effect in std::mem::take(&mut waiting) {
                let event = match effect {
                    Effect::Dynamics { request, .. } => {
                        let result = answers.next().unwrap_or(Err(CallProblem::TimedOut));
                        Event::Dynamics(DynamicsEvent::Answered { request, result })
                    }
                    Effect::Flex { request, .. } => {
                        Event::Flex(FlexEvent::Replied { request, result: Ok(()) })
                    }
                    Effect::ReadNumber { request, .. } => {
                        Event::NumberRead { request, result: Err(NumberProblem::NotANumber) }
                    }
                    // The looks are cut short, so that every opening comes to its end.
                    Effect::Wait { timer: Timer::LookAgain(request), .. } => {
                        Event::TimeUp(Timer::Opening(request))
                    }
                    // The poll goes on for as long as it matters.
                    Effect::Wait { timer: Timer::Poll(_), .. }
                    | Effect::Save(_)
                    | Effect::SaveSearch { .. }
                    | Effect::Windows(_) => continue,
                    Effect::Wait { timer, .. } => Event::TimeUp(timer),
                };
                next.extend(update(&mut state, event));
            }
            waiting = next;
            if waiting.is_empty() {
                break;
            }
        }
        prop_assert!(waiting.is_empty(), "still waiting for {:?}", waiting);
        prop_assert!(state.flex.selecting.is_none());
        prop_assert!(state.flex.commands.is_empty());
        prop_assert!(state.windows.outbox.is_empty());
        prop_assert!(state.tabs.focusing.is_none());
        prop_assert!(matches!(state.calls.dialing, store::state::Dialing::Idle));
        prop_assert!(state.tabs.opening.is_none());
    }
}
