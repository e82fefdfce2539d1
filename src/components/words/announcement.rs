//! Turns announcements into words.

use super::{
    Advice, I18n, activity, advice, arrival, customer, dialling, foreign, link, state, unread,
    windows,
};
use crate::components::announcements::Announcement;
use store::state::{DynamicsLink, FlexLink, Task, TaskStatus};

/// The words of an announcement.
#[must_use]
pub fn text(i18n: &I18n, announcement: &Announcement) -> String {
    let of = |task: &Task, news: &str| i18n.news(&customer(i18n, task), news);
    match announcement {
        Announcement::Arrived(task) => arrival(i18n, task),
        Announcement::Changed(task) => {
            let muted = task.muted == Some(true) && task.status == TaskStatus::Accepted;
            let words = [Some(state(i18n, task)), muted.then(|| i18n.muted())];
            let words: Vec<String> = words.into_iter().flatten().collect();
            of(task, &words.join(&i18n.between()))
        }
        Announcement::Ready(task) => of(task, &i18n.record_ready()),
        Announcement::Unread(task) => {
            unread(i18n, task).map_or_else(String::new, |news| of(task, &news))
        }
        Announcement::Gone(task) if task.is_waiting() => {
            i18n.no_longer_waiting(&customer(i18n, task))
        }
        Announcement::Gone(task) => i18n.task_over(&customer(i18n, task)),
        Announcement::Troubled(task, problem) => of(task, &sentences(advice(i18n, problem))),
        Announcement::Foreign(task, front) => of(task, &sentences(foreign(i18n, front))),
        Announcement::OutOfReach(task) => of(task, &sentences(i18n.out_of_reach())),
        Announcement::Told(problem) => sentences(advice(i18n, problem)),
        Announcement::Dynamics(link) => of_dynamics(i18n, link),
        Announcement::Flex(link) => of_flex(i18n, link),
        Announcement::Activity(now) => activity(i18n, now),
        Announcement::Dialling(dialing) => {
            let words = dialling(i18n, dialing, str::to_owned);
            words.map(sentences).unwrap_or_default()
        }
        Announcement::Choice(choice) => sentences(i18n.several_numbers(&choice.click.value)),
        Announcement::Following(leader) => sentences(windows::following(i18n, Some(*leader))),
        Announcement::Alone => sentences(i18n.alone()),
        Announcement::Several { arrived, others } => {
            let of = |count: usize, words: fn(&I18n, usize) -> String| {
                (count > 0).then(|| words(i18n, count))
            };
            let words = [
                of(*arrived, I18n::new_tasks),
                of(*others, I18n::more_changes),
            ];
            words.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

fn of_dynamics(i18n: &I18n, now: &DynamicsLink) -> String {
    match link::dynamics_trouble(i18n, now) {
        Some(words) => sentences(words),
        None => i18n.link(&i18n.dynamics(), &link::dynamics(i18n, now).word),
    }
}

fn of_flex(i18n: &I18n, now: &FlexLink) -> String {
    match link::flex_trouble(i18n, now).or_else(|| stale_while_open(i18n, now)) {
        Some(words) => sentences(words),
        None => i18n.link(&i18n.flex(), &link::flex(i18n, now).word),
    }
}

/// While Flex reconnects, the message is that the list may be out of date.
fn stale_while_open(i18n: &I18n, now: &FlexLink) -> Option<Advice> {
    link::stale(i18n, now).filter(|_| now.is_open())
}

fn sentences(words: Advice) -> String {
    format!("{} {}", words.what, words.remedy)
}
