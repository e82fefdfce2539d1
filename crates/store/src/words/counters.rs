//! Counters of what was dropped, what had no answer in time, and what was tried again. They serve the people who help
//! the agent.
//!
//! No rule depends on a counter. `Counters::count` counts what one event shows by itself. The mechanisms count the
//! rest where it happens. `docs/diagnostics.md` explains each counter.

use crate::words::event::{DynamicsEvent, Event, FlexEvent, WindowEvent};
use crate::words::problem::{CallProblem, CommandProblem, NumberProblem};

/// All counters since the page was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counters {
    /// Dropped: answers that nobody awaits any more.
    pub stale_answers: u32,
    /// Dropped: messages of Flex or of another window that did not decode.
    pub malformed_messages: u32,
    /// Dropped: messages that claim to be the bridge script's but come from a wrong window or origin.
    pub foreign_messages: u32,
    /// Dropped: events about tasks that are not in the list.
    pub unknown_tasks: u32,
    /// No answer in time: calls to Dynamics.
    pub silent_calls: u32,
    /// No answer in time: commands to Flex.
    pub silent_commands: u32,
    /// No answer in time: Flex frames that load and send no hello.
    pub silent_flex: u32,
    /// Not in time: the tab of a record.
    pub late_tabs: u32,
    /// Not in time: the task of an outbound call.
    pub late_calls: u32,
    /// Not in time, or not at all: the rules for phone numbers.
    pub missing_rules: u32,
    /// Tried again: the first call to Dynamics.
    pub repeated_first_calls: u32,
    /// Tried again: the look for a record's tab.
    pub repeated_looks: u32,
    /// Tried again: openings of a record that the agent asked for again.
    pub repeated_openings: u32,
}

impl Counters {
    /// All counters by name, in three groups: dropped, not in time, tried again.
    #[must_use]
    pub fn groups(&self) -> [(&'static str, Vec<(&'static str, u32)>); 3] {
        let dropped = vec![
            ("staleAnswers", self.stale_answers),
            ("malformedMessages", self.malformed_messages),
            ("foreignMessages", self.foreign_messages),
            ("unknownTasks", self.unknown_tasks),
        ];
        let timed_out = vec![
            ("dynamicsCalls", self.silent_calls),
            ("flexCommands", self.silent_commands),
            ("flexHello", self.silent_flex),
            ("recordTabs", self.late_tabs),
            ("outboundTasks", self.late_calls),
            ("phoneRules", self.missing_rules),
        ];
        let retried = vec![
            ("firstCalls", self.repeated_first_calls),
            ("looks", self.repeated_looks),
            ("openings", self.repeated_openings),
        ];
        [
            ("dropped", dropped),
            ("timeOuts", timed_out),
            ("retries", retried),
        ]
    }

    /// Counts what this event shows by itself.
    pub(crate) fn count(&mut self, event: &Event) {
        let counter = match event {
            Event::Dynamics(DynamicsEvent::AskedAgain) => &mut self.repeated_first_calls,
            Event::Dynamics(DynamicsEvent::Answered {
                result: Err(CallProblem::TimedOut),
                ..
            }) => &mut self.silent_calls,
            Event::Flex(FlexEvent::Replied {
                result: Err(CommandProblem::TimedOut),
                ..
            }) => &mut self.silent_commands,
            Event::Flex(FlexEvent::NotAnswering) => &mut self.silent_flex,
            Event::Flex(FlexEvent::Late) => &mut self.stale_answers,
            Event::Flex(FlexEvent::Malformed) | Event::Window(WindowEvent::Malformed) => {
                &mut self.malformed_messages
            }
            Event::Flex(FlexEvent::Foreign) => &mut self.foreign_messages,
            Event::NumberRead {
                result: Err(NumberProblem::RulesNotLoaded),
                ..
            } => &mut self.missing_rules,
            _ => return,
        };
        up(counter);
    }
}

/// Adds one. At the end of its range the counter stays there.
pub(crate) fn up(counter: &mut u32) {
    *counter = counter.saturating_add(1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{State, Ticket, update};

    #[test]
    fn an_event_is_counted_once_by_what_it_shows() {
        let request = Ticket(7);
        let cases = [
            (Event::Dynamics(DynamicsEvent::AskedAgain), "firstCalls"),
            (Event::Flex(FlexEvent::NotAnswering), "flexHello"),
            (Event::Flex(FlexEvent::Malformed), "malformedMessages"),
            (Event::Flex(FlexEvent::Foreign), "foreignMessages"),
            (Event::Flex(FlexEvent::Late), "staleAnswers"),
            (Event::Window(WindowEvent::Malformed), "malformedMessages"),
            (
                Event::NumberRead {
                    request,
                    result: Err(NumberProblem::RulesNotLoaded),
                },
                "phoneRules",
            ),
        ];
        for (event, name) in cases {
            let mut state = State::default();
            let _ = update(&mut state, event.clone());
            let groups = state.diagnostics.counters.groups();
            let counted = groups.iter().flat_map(|(_, counters)| counters);
            let counted: Vec<_> = counted.filter(|(_, count)| *count > 0).collect();
            assert_eq!(counted, [&(name, 1)], "{event:?}");
        }
    }

    #[test]
    fn a_timed_out_answer_that_nobody_awaits_is_counted_as_silent_and_as_stale() {
        let mut state = State::default();
        let answered = DynamicsEvent::Answered {
            request: Ticket(7),
            result: Err(CallProblem::TimedOut),
        };
        let _ = update(&mut state, Event::Dynamics(answered));
        let Counters {
            silent_calls,
            stale_answers,
            ..
        } = state.diagnostics.counters;
        assert_eq!((silent_calls, stale_answers), (1, 1));
    }
}
