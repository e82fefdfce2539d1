//! The entries of the timelines: every conversation that the agent was offered, as Flex reports it. Flex forgets a task
//! when it is completed; a timeline does not.

use super::customers::Stage;
use crate::cloud::Worker;
use simulation::flex::Task;
use store::ids::{Guid, Record};

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Its task, as Flex reported it last.
    pub task: Task,
    /// Its stage. `None` if it is wrapped up, or was never answered.
    pub stage: Option<Stage>,
}

impl Activity {
    /// Whether one of its attributes names this record.
    #[must_use]
    pub fn is_about(&self, record: Record) -> bool {
        let attributes = self.task.attributes.as_object();
        let ids = attributes.into_iter().flat_map(|it| it.values());
        ids.filter_map(|id| Guid::parse(id.as_str()?))
            .any(|id| id == record.id)
    }
}

/// All conversations since the page was loaded, the oldest first.
#[derive(Default)]
pub struct Activities(Vec<Activity>);

impl Activities {
    /// Takes over what Flex reports about the worker.
    pub fn hear(&mut self, worker: &Worker) {
        for activity in &mut self.0 {
            activity.stage = None;
        }
        for task in worker.reservations.iter().map(|it| &it.task) {
            let heard = Activity {
                task: task.clone(),
                stage: Some(Stage::of(task)),
            };
            match self.0.iter_mut().find(|it| it.task.sid == task.sid) {
                Some(known) => *known = heard,
                None => self.0.push(heard),
            }
        }
    }

    /// The conversations about a record, the newest first.
    pub fn about(&self, record: Record) -> impl Iterator<Item = &Activity> {
        self.0.iter().rev().filter(move |it| it.is_about(record))
    }

    /// How many conversations are at one of these stages.
    #[must_use]
    pub fn at(&self, stages: &[Stage]) -> usize {
        let stages = self
            .0
            .iter()
            .filter_map(|it| it.stage)
            .filter(|it| stages.contains(it));
        stages.count()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::cloud::Reservation;
    use simulation::flex::{Route, Status};
    use simulation::people::PEOPLE;

    fn ada() -> Record {
        let [ada, ..] = &PEOPLE;
        ada.record().unwrap()
    }

    fn worker(status: Status) -> Worker {
        let attributes = json!({ "contactId": ada().id.to_string(), "name": "Ada" });
        let task = Task {
            status,
            ..Task::reserved(1, "voice".to_owned(), attributes, Route::Queue, 0)
        };
        Worker {
            reservations: vec![Reservation { number: None, task }],
            made: 1,
        }
    }

    #[test]
    fn a_conversation_stays_in_the_timeline_of_its_record_after_flex_has_forgotten_it() {
        let mut activities = Activities::default();
        let stages = |activities: &Activities| -> Vec<_> {
            activities.about(ada()).map(|it| it.stage).collect()
        };
        for (status, stage) in [
            (Status::Pending, Stage::Waiting),
            (Status::Accepted, Stage::Talking),
        ] {
            activities.hear(&worker(status));
            assert_eq!(stages(&activities), [Some(stage)]);
            assert_eq!(activities.at(&[stage]), 1);
        }
        activities.hear(&Worker::default());
        assert_eq!(stages(&activities), [None]);
        assert_eq!(activities.at(&[Stage::Talking]), 0);
    }

    #[test]
    fn a_conversation_about_another_record_is_in_another_timeline() {
        let mut activities = Activities::default();
        activities.hear(&worker(Status::Pending));
        let [_, juergen, ..] = &PEOPLE;
        assert_eq!(activities.about(juergen.record().unwrap()).count(), 0);
    }
}
