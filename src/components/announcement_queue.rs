//! What waits to be announced. If it is more than a screen reader can say, only the failures are said one by one. Of the
//! rest, the agent hears how much it is.

use std::mem;

use super::announcements::Announcement;

/// The announcements that wait, in their order. However many are added, the queue stays short.
#[derive(Debug, Default)]
pub struct Queue {
    kept: Vec<Announcement>,
    arrived: usize,
    others: usize,
}

impl Queue {
    /// Adds an announcement. Beyond `most`, it is only counted.
    pub fn add(&mut self, announcement: Announcement, most: usize) {
        if self.kept.len() < most {
            self.kept.push(announcement);
        } else {
            self.count(&announcement);
        }
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.arrived + self.others == 0
    }

    /// Takes everything, as at most `most` announcements. `most` is at least 1.
    pub fn take(&mut self, most: usize) -> Vec<Announcement> {
        let fits = self.kept.len() <= most && self.arrived + self.others == 0;
        let mut said = Vec::new();
        for announcement in mem::take(&mut self.kept) {
            if fits || announcement.is_urgent() && said.len() + 1 < most {
                said.push(announcement);
            } else {
                self.count(&announcement);
            }
        }
        let (arrived, others) = (mem::take(&mut self.arrived), mem::take(&mut self.others));
        if arrived + others > 0 {
            said.push(Announcement::Several { arrived, others });
        }
        said
    }

    fn count(&mut self, announcement: &Announcement) {
        match announcement {
            Announcement::Arrived(_) => self.arrived += 1,
            _ => self.others += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Problem;
    use store::state::{Channel, Task};

    fn arrived(sid: &str) -> Announcement {
        let row = Task::offered(sid, Channel::Call).into();
        Announcement::Arrived(std::rc::Rc::new(row))
    }

    fn urgent() -> Announcement {
        Announcement::Told(Problem::CallLive)
    }

    fn queue_of(all: impl IntoIterator<Item = Announcement>) -> Queue {
        let mut queue = Queue::default();
        for one in all {
            queue.add(one, 3);
        }
        queue
    }

    #[test]
    fn what_fits_is_said_one_by_one_in_its_order() {
        let all = [arrived("WR1"), urgent(), Announcement::Alone];
        let mut queue = queue_of(all.clone());
        assert!(!queue.is_empty());
        assert_eq!(queue.take(3), all);
        assert!(queue.is_empty());
        assert_eq!(queue.take(3), []);
    }

    #[test]
    fn of_many_the_failures_are_said_and_the_rest_is_counted() {
        let many = || {
            queue_of([
                arrived("WR1"),
                urgent(),
                arrived("WR2"),
                Announcement::Alone,
            ])
        };
        let several = |arrived, others| Announcement::Several { arrived, others };
        assert_eq!(many().take(3), [urgent(), several(2, 1)]);
        assert_eq!(many().take(1), [several(2, 2)]);
        let five = queue_of(["WR1", "WR2", "WR3", "WR4", "WR5"].map(arrived)).take(3);
        assert_eq!(five, [several(5, 0)]);
    }
}
