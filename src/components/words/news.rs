//! What a screen reader says of what has happened.

use super::{
    Speech, Words, activity, arrival, customer, dialling, foreign, link, state,
    tell as tell_problem, unread, windows,
};
use crate::components::said::Utterance;
use crate::store::state::{DynamicsLink, FlexLink, Task, TaskStatus};

/// An utterance in words.
#[must_use]
pub fn tell(speech: &Speech, utterance: &Utterance) -> String {
    let of = |task: &Task, news: &str| speech.news(&customer(speech, task), news);
    match utterance {
        Utterance::Arrived(task) => arrival(speech, task),
        Utterance::Changed(task) => {
            let muted = task.muted == Some(true) && task.status == TaskStatus::Accepted;
            let words = [Some(state(speech, task)), muted.then(|| speech.muted())];
            let words: Vec<String> = words.into_iter().flatten().collect();
            of(task, &words.join(&speech.between()))
        }
        Utterance::Ready(task) => of(task, &speech.record_ready()),
        Utterance::Unread(task) => {
            unread(speech, task).map_or_else(String::new, |news| of(task, &news))
        }
        Utterance::Gone(task) if task.is_waiting() => {
            speech.no_longer_waiting(&customer(speech, task))
        }
        Utterance::Gone(task) => speech.task_over(&customer(speech, task)),
        Utterance::Troubled(task, problem) => of(task, &sentences(tell_problem(speech, problem))),
        Utterance::Foreign(task, front) => of(task, &sentences(foreign(speech, front))),
        Utterance::OutOfReach(task) => of(task, &sentences(speech.out_of_reach())),
        Utterance::Told(problem) => sentences(tell_problem(speech, problem)),
        Utterance::Dynamics(link) => of_dynamics(speech, link),
        Utterance::Flex(link) => of_flex(speech, link),
        Utterance::Activity(now) => activity(speech, now),
        Utterance::Dialling(dialing) => {
            let words = dialling(speech, dialing, str::to_owned);
            words.map(sentences).unwrap_or_default()
        }
        Utterance::Choice(choice) => sentences(speech.several_numbers(&choice.click.value)),
        Utterance::Following(leader) => sentences(windows::following(speech, Some(*leader))),
        Utterance::Alone => sentences(speech.alone()),
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
