//! What a screen reader says of what has happened.

use super::{
    Speech, Words, activity, arrival, customer, dialling, foreign, link, state,
    tell as tell_problem, unread, windows,
};
use crate::components::announcements::Announcement;
use crate::store::state::{DynamicsLink, FlexLink, Task, TaskStatus};

/// An announcement in words.
#[must_use]
pub fn text(speech: &Speech, announcement: &Announcement) -> String {
    let of = |task: &Task, news: &str| speech.news(&customer(speech, task), news);
    match announcement {
        Announcement::Arrived(task) => arrival(speech, task),
        Announcement::Changed(task) => {
            let muted = task.muted == Some(true) && task.status == TaskStatus::Accepted;
            let words = [Some(state(speech, task)), muted.then(|| speech.muted())];
            let words: Vec<String> = words.into_iter().flatten().collect();
            of(task, &words.join(&speech.between()))
        }
        Announcement::Ready(task) => of(task, &speech.record_ready()),
        Announcement::Unread(task) => {
            unread(speech, task).map_or_else(String::new, |news| of(task, &news))
        }
        Announcement::Gone(task) if task.is_waiting() => {
            speech.no_longer_waiting(&customer(speech, task))
        }
        Announcement::Gone(task) => speech.task_over(&customer(speech, task)),
        Announcement::Troubled(task, problem) => {
            of(task, &sentences(tell_problem(speech, problem)))
        }
        Announcement::Foreign(task, front) => of(task, &sentences(foreign(speech, front))),
        Announcement::OutOfReach(task) => of(task, &sentences(speech.out_of_reach())),
        Announcement::Told(problem) => sentences(tell_problem(speech, problem)),
        Announcement::Dynamics(link) => of_dynamics(speech, link),
        Announcement::Flex(link) => of_flex(speech, link),
        Announcement::Activity(now) => activity(speech, now),
        Announcement::Dialling(dialing) => {
            let words = dialling(speech, dialing, str::to_owned);
            words.map(sentences).unwrap_or_default()
        }
        Announcement::Choice(choice) => sentences(speech.several_numbers(&choice.click.value)),
        Announcement::Following(leader) => sentences(windows::following(speech, Some(*leader))),
        Announcement::Alone => sentences(speech.alone()),
    }
}

fn of_dynamics(speech: &Speech, now: &DynamicsLink) -> String {
    match link::dynamics_trouble(speech, now) {
        Some(words) => sentences(words),
        None => speech.link(&speech.dynamics(), &link::dynamics(speech, now).word),
    }
}

fn of_flex(speech: &Speech, now: &FlexLink) -> String {
    match link::flex_trouble(speech, now).or_else(|| stale_while_open(speech, now)) {
        Some(words) => sentences(words),
        None => speech.link(&speech.flex(), &link::flex(speech, now).word),
    }
}

/// While Flex reconnects, what matters is that the list may be out of date.
fn stale_while_open(speech: &Speech, now: &FlexLink) -> Option<Words> {
    link::stale(speech, now).filter(|_| now.is_open())
}

fn sentences(words: Words) -> String {
    format!("{} {}", words.what, words.remedy)
}
