//! What stands in the timelines: every conversation that the agent was offered, as Flex tells of it. Flex forgets
//! a task when it is completed; a timeline does not.

use super::customers::Stage;
use crate::demo::cloud::Worker;
use crate::simulation::flex::Task;
use crate::store::ids::{Guid, Record};

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Its task, as it was last heard of.
    pub task: Task,
    /// Where it stands; `None` when it is over and wrapped up, or was never answered.
    pub stage: Option<Stage>,
}

impl Activity {
    /// It is about this record, says one of its attributes.
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
    /// Flex tells what the worker has.
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

    /// Those about a record, the newest first.
    pub fn about(&self, record: Record) -> impl Iterator<Item = &Activity> {
        self.0.iter().rev().filter(move |it| it.is_about(record))
    }

    /// How many stand at one of these stages.
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
    use crate::demo::cloud::Reservation;
    use crate::simulation::flex::{Route, Status};
    use crate::simulation::people::PEOPLE;

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
    fn what_names_another_record_stands_in_another_timeline() {
        let mut activities = Activities::default();
        activities.hear(&worker(Status::Pending));
        let [_, juergen, ..] = &PEOPLE;
        assert_eq!(activities.about(juergen.record().unwrap()).count(), 0);
    }
}
