//! The view in which the agent works: the task list, and the canvas with the selected task.

use serde_json::{Value, json};
use yew::{Callback, Html, html};

use crate::face::face;
use crate::icons::{self, icon};
use simulation::flex::{Flex, Status, Task};

/// An action that the agent invokes, with its payload.
pub type Act = Callback<(&'static str, Value)>;

/// The view.
pub fn agent_desktop(flex: &Flex, act: &Act) -> Html {
    let selected = flex.selected.as_deref().and_then(|sid| flex.task(sid));
    let rows = flex
        .tasks()
        .iter()
        .map(|task| row(flex, task, selected == Some(task), act));
    html! {
        <main class="agent-desktop">
            <ul class="reservations" aria-label="Tasks">
                { for rows }
            </ul>
            if let Some(task) = selected {
                { canvas(flex, task) }
            } else {
                { no_canvas(flex) }
            }
        </main>
    }
}

fn row(flex: &Flex, task: &Task, selected: bool, act: &Act) -> Html {
    let on_task = |name: &'static str,
                   action: &'static str,
                   label: &'static str,
                   strokes: Option<&'static str>| {
        let sid = task.sid.clone();
        let invoke = act.reform(move |_| (action, json!({ "sid": sid })));
        html! {
            <button data-act={name} title={label} aria-label={label} onclick={invoke}>
                if let Some(strokes) = strokes { { icon(strokes) } } else { { label } }
            </button>
        }
    };
    let sid = task.sid.clone();
    let select = act.reform(move |_| ("SelectTask", json!({ "sid": sid })));
    // This does what Flex's own button does: it hangs up the call in the browser, else it ends the task.
    let hang_up = if flex.active_call.is_some() {
        "HangupCall"
    } else {
        "WrapupTask"
    };
    let buttons = match (task.status, task.is_call()) {
        (Status::Pending, _) if flex.rings(task) => html! {
            if flex.active_call.is_some() {
                { on_task("cancel", "HangupCall", "Cancel", Some(icons::HANG_UP)) }
            }
        },
        (Status::Pending, _) => html! {
            <>
                { on_task("accept", "AcceptTask", "Accept", Some(icons::CHECK)) }
                { on_task("reject", "RejectTask", "Reject", Some(icons::CLOSE)) }
            </>
        },
        (Status::Accepted, true) => html! {
            <>
                if task.on_hold {
                    { on_task("unhold", "UnholdCall", "Take off hold", Some(icons::RESUME)) }
                } else {
                    { on_task("hold", "HoldCall", "Hold", Some(icons::HOLD)) }
                }
                { on_task("hangup", hang_up, "Hang up", Some(icons::HANG_UP)) }
            </>
        },
        (Status::Accepted, false) => on_task("wrapup", "WrapupTask", "End", None),
        (Status::Paused | Status::Wrapping, _) => {
            on_task("complete", "CompleteTask", "Complete", None)
        }
        (Status::Completed | Status::Canceled, _) => Html::default(),
    };
    html! {
        <li key={task.sid.clone()} data-reservation={task.sid.clone()}
            data-status={task.status.name()} aria-current={selected.then_some("true")}>
            <button class="select" data-act="select" onclick={select}>
                <span class="channel">{ icon(channel_strokes(&task.channel)) }</span>
                <span class="who"><strong>{ customer(task) }</strong><small>{ words(flex, task) }</small></span>
            </button>
            { buttons }
        </li>
    }
}

fn channel_strokes(channel: &str) -> &'static str {
    match channel {
        "voice" => icons::CALL,
        "sms" => icons::TEXT,
        _ => icons::CHAT,
    }
}

fn customer(task: &Task) -> String {
    let attribute = |name: &str| Some(task.attributes.get(name)?.as_str()?.to_owned());
    ["name", "outbound_to", "from"]
        .into_iter()
        .find_map(attribute)
        .unwrap_or_else(|| "Customer".to_owned())
}

fn words(flex: &Flex, task: &Task) -> &'static str {
    match (task.status, task.is_call()) {
        (Status::Pending, _) if flex.rings(task) => "Connecting call",
        (Status::Pending, true) => "Incoming call",
        (Status::Pending, false) => "Incoming message",
        (Status::Accepted, true) if task.on_hold => "On hold",
        (Status::Accepted, true) => "Live call",
        (Status::Accepted, false) => "Live conversation",
        (Status::Paused, _) => "Paused",
        (Status::Wrapping, _) => "Wrap up",
        (Status::Completed | Status::Canceled, _) => "Over",
    }
}

/// The selected task: its customer, and the attributes that the flow has put on it.
fn canvas(flex: &Flex, task: &Task) -> Html {
    let attributes = task.attributes.as_object();
    let rows = attributes.into_iter().flatten().map(|(name, value)| {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        html! { <div><dt>{ name }</dt><dd title={value.clone()}>{ value.clone() }</dd></div> }
    });
    let name = customer(task);
    html! {
        <section class="canvas" data-canvas={task.sid.clone()}>
            <header>
                { face(&name) }
                <div><h1>{ name.clone() }</h1><p>{ words(flex, task) }</p></div>
            </header>
            <h2>{ "What Flex knows of this task" }</h2>
            <dl>{ for rows }</dl>
        </section>
    }
}

/// The canvas while no task is selected.
fn no_canvas(flex: &Flex) -> Html {
    let (what, how) = match (flex.tasks().is_empty(), flex.activity.available) {
        (false, _) => ("No task selected", "Select one to see what it is about."),
        (true, true) => (
            "No tasks",
            "You are available: the next customer comes to you.",
        ),
        (true, false) => ("No tasks", "Become available to get calls and messages."),
    };
    html! {
        <section class="canvas nothing">
            <span class="emblem">{ icon(icons::HEADSET) }</span>
            <h1>{ what }</h1>
            <p>{ how }</p>
        </section>
    }
}
