//! Turns the log into rows: what each entry says, which request an answer belongs to, and which rows a reader wants.

use serde_json::Value;

use super::describe::{Direction, Side, effect, event};
use super::log::{Item, Log};
use super::mask::Masks;
use store::sorted::Map;
use store::{Millis, Ticket};

/// An entry of the log in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number. The first entry after the page was loaded has number 1.
    pub number: u64,
    /// When it happened first.
    pub at: Millis,
    /// When it happened last.
    pub until: Millis,
    /// How often it happened.
    pub times: u32,
    /// Whether it is an event or an effect.
    pub direction: Direction,
    /// On which side it happened: Dynamics, Flex and so on.
    pub side: Side,
    /// What it is: the name of the call, the command or the event.
    pub kind: &'static str,
    /// The number of the request. A question and its answer have the same number.
    pub request: Option<Ticket>,
    /// For an answer: the kind of its question.
    pub to: Option<&'static str>,
    /// For an answer: how long it took, in milliseconds.
    pub took: Option<u64>,
    /// All other fields, as a JSON object.
    pub details: Value,
}

/// All rows of a log, the oldest first.
#[must_use]
pub fn rows(log: &Log, masks: &mut Masks) -> Vec<Row> {
    let mut questions: Map<Ticket, (&'static str, Millis)> = Map::new();
    let row = |entry: &super::log::Entry| {
        let (direction, line) = match &entry.item {
            Item::Event(happened) => (Direction::Event, event(happened, masks)),
            Item::Effect(done) => (Direction::Effect, effect(done, masks)),
        };
        let question = match (direction, line.request) {
            (Direction::Effect, Some(request)) => {
                let _ = questions.insert(request, (line.kind, entry.until));
                None
            }
            (Direction::Event, Some(request)) => questions.get(&request),
            (_, None) => None,
        };
        Row {
            number: entry.number,
            at: entry.at,
            until: entry.until,
            times: entry.times,
            direction,
            side: line.side,
            kind: line.kind,
            request: line.request,
            to: question.map(|(kind, _)| *kind),
            took: question.map(|(_, asked)| entry.until.0.saturating_sub(asked.0)),
            details: line.details,
        }
    };
    log.entries().map(row).collect()
}

impl Row {
    /// The details in one line: `mode: docked · request: 7`.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        if let Some(to) = self.to {
            parts.push(format!("to: {to}"));
        }
        if let Some(took) = self.took {
            parts.push(format!("took: {took} ms"));
        }
        for (key, value) in self.details.as_object().into_iter().flatten() {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            parts.push(format!("{key}: {value}"));
        }
        if let Some(Ticket(request)) = self.request {
            parts.push(format!("request: {request}"));
        }
        parts.join(" · ")
    }
}

/// Which rows a reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only events or only effects. `None`: both.
    pub direction: Option<Direction>,
    /// Only rows of this side. `None`: of all sides.
    pub side: Option<Side>,
    /// Only rows with all of these words, in any order. Capitals don't matter.
    pub words: String,
}

impl Filter {
    /// Whether the reader asked for this row.
    #[must_use]
    pub fn lets_through(&self, row: &Row) -> bool {
        let right_kind = self
            .direction
            .is_none_or(|direction| direction == row.direction)
            && self.side.is_none_or(|side| side == row.side);
        if !right_kind || self.words.trim().is_empty() {
            return right_kind;
        }
        let text = format!(
            "{} {} {} {}",
            row.direction.name(),
            row.side.name(),
            row.kind,
            row.summary()
        );
        let text = text.to_lowercase();
        let mut words = self.words.split_whitespace();
        words.all(|word| text.contains(&word.to_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::event::Answer;
    use store::problem::CallProblem;
    use store::state::PanelMode;
    use store::{
        AgentAction, DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, TabId, Traced,
    };

    fn request() -> Ticket {
        Ticket(7)
    }

    fn log() -> Log {
        let mut log = Log::default();
        let sid = "WR1".into();
        let accept = FlexCommand::AcceptTask { sid };
        let result = Err(CallProblem::Refused("No, Ada".into()));
        log.note(
            Traced::Event(&Event::Agent(AgentAction::Accept("WR1".into()))),
            Millis(1_000),
        );
        log.note(
            Traced::Effect(&Effect::Flex {
                request: Ticket(6),
                command: accept,
            }),
            Millis(1_001),
        );
        log.note(
            Traced::Effect(&Effect::Dynamics {
                request: request(),
                call: DynamicsCall::SetMode(PanelMode::Docked),
            }),
            Millis(1_002),
        );
        log.note(
            Traced::Event(&Event::Dynamics(DynamicsEvent::Answered {
                request: request(),
                result,
            })),
            Millis(5_814),
        );
        log
    }

    fn found(filter: &Filter) -> Vec<u64> {
        let all = rows(&log(), &mut Masks::default());
        let through = all.iter().filter(|row| filter.lets_through(row));
        through.map(|row| row.number).collect()
    }

    #[test]
    fn an_answer_names_its_question_and_how_long_it_took() {
        let all = rows(&log(), &mut Masks::default());
        let answer = all.last().expect("a row");
        assert_eq!((answer.to, answer.took), (Some("setMode"), Some(4_812)));
        assert_eq!(
            answer.summary(),
            r#"to: setMode · took: 4812 ms · error: {"refused":"[words 1]"} · request: 7"#
        );
    }

    #[test]
    fn the_last_answer_of_repeated_polls_belongs_to_the_last_question() {
        let mut log = Log::default();
        let result = Ok(Answer::FocusedTab(Some(TabId::from("tab-1"))));
        for (number, at) in [(1, 1_000), (2, 3_000)] {
            let request = Ticket(number);
            let call = DynamicsCall::GetFocusedTab;
            log.note(
                Traced::Effect(&Effect::Dynamics { request, call }),
                Millis(at),
            );
            let result = result.clone();
            let answered = Event::Dynamics(DynamicsEvent::Answered { request, result });
            log.note(Traced::Event(&answered), Millis(at + 40));
        }
        let all = rows(&log, &mut Masks::default());
        let told: Vec<_> = all.iter().map(|row| (row.times, row.took)).collect();
        assert_eq!(told, [(2, None), (2, Some(40))]);
    }

    #[test]
    fn rows_are_filtered_by_direction_and_side() {
        let all = Filter::default();
        assert_eq!(found(&all), [1, 2, 3, 4]);
        let direction = Some(Direction::Effect);
        assert_eq!(
            found(&Filter {
                direction,
                ..all.clone()
            }),
            [2, 3]
        );
        let side = Some(Side::Dynamics);
        assert_eq!(
            found(&Filter {
                side,
                ..all.clone()
            }),
            [3, 4]
        );
        assert_eq!(
            found(&Filter {
                direction,
                side,
                ..all
            }),
            [3]
        );
    }

    #[test]
    fn rows_are_found_by_words_in_any_order_and_case() {
        for (words, numbers) in [
            ("wr1", vec![1, 2]),
            ("FLEX wr1", vec![2]),
            ("request: 7", vec![3, 4]),
            ("refused setmode", vec![4]),
            ("  ", vec![1, 2, 3, 4]),
            // A masked text can't be found.
            ("ada", vec![]),
        ] {
            let words = words.to_owned();
            assert_eq!(
                found(&Filter {
                    words: words.clone(),
                    ..Filter::default()
                }),
                numbers,
                "{words}"
            );
        }
    }
}
