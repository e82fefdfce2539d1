//! The panel limits how many messages it sends and how much it keeps, whatever comes in.

use proptest::prelude::*;
use store::event::Answer;
use store::state::{Ending, FocusedSession, RecordTab, TabsView};
use store::{DynamicsCall, Effect, Event, FlexEvent, Settings, State, Timer, WindowEvent, update};

use crate::panel::{Panel, chat, ended};
use crate::totality::events;

/// The most messages to Dynamics that one event may cause: the end of one opening, the start of the next one (a look is
/// three messages), a focusing and a mode.
const MESSAGES_PER_EVENT: usize = 8;
/// The most commands to Flex that one event may cause.
const COMMANDS_PER_EVENT: usize = 2;
/// The acts of the agent that an event stands for. A window that comes to lead also does the acts that no leader has
/// done yet.
fn acts(state: &State, event: &Event) -> usize {
    match event {
        Event::Window(WindowEvent::Leads) => 1 + state.windows.outbox.len(),
        _ => 1,
    }
}

/// The most timers of one kind that run at the same time and cause messages: one opening and one poll.
const CLOCKS: usize = 2;

/// How many messages to Dynamics an effect sends.
fn messages(effect: &Effect) -> usize {
    match effect {
        Effect::Dynamics {
            call: DynamicsCall::ReadTabs,
            ..
        } => 3,
        Effect::Dynamics { .. } => 1,
        _ => 0,
    }
}

/// True if this timer would cause messages when it runs out.
fn is_live(state: &State, timer: Timer) -> bool {
    let rings = &mut state.clone();
    let effects = update(rings, Event::TimeUp(timer));
    effects.iter().any(|effect| messages(effect) > 0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_event_causes_more_than_a_few_messages(
        events in proptest::collection::vec(events(), 1..120)
    ) {
        let mut state = State::new(Settings::default());
        let mut timers = Vec::new();
        for event in events {
            let told = format!("{event:?}");
            let acts = acts(&state, &event);
            let effects = update(&mut state, event);
            let to_dynamics: usize = effects.iter().map(messages).sum();
            let to_flex = effects.iter().filter(|effect| matches!(effect, Effect::Flex { .. }));
            prop_assert!(to_dynamics <= acts * MESSAGES_PER_EVENT, "{told}: {effects:?}");
            prop_assert!(to_flex.count() <= acts * COMMANDS_PER_EVENT, "{told}: {effects:?}");
            timers.extend(effects.iter().filter_map(|effect| match effect {
                Effect::Wait { timer, .. } => Some(*timer),
                _ => None,
            }));
            timers.retain(|timer| is_live(&state, *timer));
            timers.sort_unstable();
            timers.dedup();
            prop_assert!(timers.len() <= CLOCKS, "{timers:?}");
        }
    }

    #[test]
    fn the_state_is_bounded_by_the_live_tasks_and_their_tabs(
        events in proptest::collection::vec(events(), 1..120)
    ) {
        let mut state = State::new(Settings::default());
        for event in events {
            let _ = update(&mut state, event);
            let tasks = state.tasks.len();
            prop_assert!(state.selection.recent.len() <= tasks);
            prop_assert!(state.tabs.queue.len() <= tasks);
            let unbound = state.tabs.records.values().filter(|tab| !matches!(tab, RecordTab::Bound(_)));
            prop_assert!(unbound.count() <= tasks, "{:?}", state.tabs.records);
            prop_assert!(state.notices.len() <= 5);
            let evidence = state.saved.last.tabs.late.iter().chain(&state.saved.last.tabs.watching);
            for tabs in evidence.filter_map(|(_, evidence)| evidence.before.tabs.as_ref()) {
                prop_assert!(tabs.len() <= 4);
            }
        }
    }
}

/// A host that never lists its tabs never tells that a tab is closed.
#[test]
fn a_host_that_lists_no_tabs_leaves_no_more_bindings_than_there_can_be_tabs() {
    let mut panel = Panel::ready(Settings::default());
    let look = |tab: String| {
        Ok(Answer::Tabs(TabsView {
            session: FocusedSession::Ours("session-id-0".into()),
            focused: Some(tab.as_str().into()),
            tabs: None,
        }))
    };
    for number in 1..300 {
        let sid = format!("WR{number}");
        let record = crate::panel::case(number);
        panel.flex(FlexEvent::Task(chat(&sid, number)));
        panel.answer(&DynamicsCall::Search(record), Ok(Answer::Found(1)));
        panel.answer(&DynamicsCall::ReadTabs, look(format!("tab-{}", number - 1)));
        for _ in 0..2 {
            panel.timer(Timer::LookAgain);
            panel.answer(&DynamicsCall::ReadTabs, look(format!("tab-{number}")));
        }
        let shown = panel.state.tabs.records.get(&record);
        assert!(matches!(shown, Some(RecordTab::Bound(_))), "{shown:?}");
        panel.flex(ended(&sid, Ending::Completed));
        panel.answer_all(&Ok(Answer::Done));
        assert!(panel.state.tabs.records.len() <= 100);
    }
    assert!(
        panel
            .state
            .tabs
            .records
            .contains_key(&crate::panel::case(299))
    );
}
