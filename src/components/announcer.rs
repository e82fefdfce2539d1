//! Tells those who listen instead of looking that a task has come in.

use std::rc::Rc;

use yew::prelude::*;

use super::language::use_speech;
use super::slice::use_slice;
use super::words;
use crate::store::state::{Task, TaskStatus};

/// A live region: it says the newest task, as long as that waits.
#[component]
pub fn Announcer() -> Html {
    let newest = use_slice(|state| {
        let waiting = |task: &&Rc<Task>| task.status == TaskStatus::Pending;
        state.tasks.last().filter(waiting).cloned()
    });
    let speech = use_speech();
    html! {
        <div class="unseen" role="status" aria-live="polite" data-announcer="true">
            { newest.map(|task| words::arrival(&speech, &task)) }
        </div>
    }
}
