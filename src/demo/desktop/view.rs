//! What the agent sees of the stand-in: the views' navigation, the activity, the task list and the task's canvas.

use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, MouseEvent, TargetCast, html};

use crate::demo::icons::{self, icon};
use crate::simulation::flex::{DESKTOP, Flex, Status, Task};

/// An action by the agent's hand, with its payload.
type Act = Callback<(&'static str, Value)>;

/// The views, with their names for a person.
const VIEWS: [(&str, &str, &str); 3] = [
    (DESKTOP, "Agent desktop", icons::CHAT),
    ("queues-stats", "Real-time queues", icons::STATS),
    ("teams", "Teams", icons::TEAMS),
];

/// The whole page.
pub fn desktop(flex: &Flex, act: &Act, log_in: &Callback<MouseEvent>) -> Html {
    if !flex.signed_in {
        return html! {
            <main class="signed-out">
                <strong class="logo">{ "flex" }</strong>
                <p>{ "You are not logged in." }</p>
                <button class="primary" data-act="log-in" onclick={log_in}>{ "Log in" }</button>
            </main>
        };
    }
    html! {
        <>
            { header(flex, act) }
            { navigation(flex, act) }
            if flex.view == DESKTOP { { agent_desktop(flex, act) } } else { { other_view(&flex.view) } }
        </>
    }
}

fn header(flex: &Flex, act: &Act) -> Html {
    let choose = act.reform(|event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|it| it.value());
        ("SetActivity", json!({ "activityName": chosen }))
    });
    let activities = flex.activities.iter().map(|activity| {
        let chosen = activity.name == flex.activity.name;
        html! {
            <option value={activity.name.clone()} selected={chosen}>{ &activity.name }</option>
        }
    });
    html! {
        <header class="flex-header">
            <strong class="logo">{ "flex" }</strong>
            <span class="dot" data-available={flex.activity.available.to_string()} />
            <select key={flex.activity.name.clone()} data-activity="" aria-label="Activity"
                onchange={choose}>
                { for activities }
            </select>
            if !flex.connected { <span class="no-connection">{ "No connection" }</span> }
            <button data-act="sign-out" onclick={act.reform(|_| ("Logout", json!({})))}>
                { "Sign out" }
            </button>
        </header>
    }
}

fn navigation(flex: &Flex, act: &Act) -> Html {
    let views = VIEWS.into_iter().map(|(name, label, strokes)| {
        let navigate = act.reform(move |_| ("NavigateToView", json!({ "viewName": name })));
        html! {
            <button data-view={name} title={label} aria-label={label} onclick={navigate}
                aria-current={(flex.view == name).then_some("page")}>
                { icon(strokes) }
            </button>
        }
    });
    html! { <nav class="views" aria-label="Views">{ for views }</nav> }
}

fn other_view(name: &str) -> Html {
    let label = VIEWS
        .into_iter()
        .find(|(view, ..)| *view == name)
        .map_or(name, |(_, label, _)| label);
    html! {
        <main class="other-view">
            <h1>{ label.to_owned() }</h1>
            <p>{ "Nothing to see here: this view is only a place to go." }</p>
        </main>
    }
}

fn agent_desktop(flex: &Flex, act: &Act) -> Html {
    let selected = flex.selected.as_deref().and_then(|sid| flex.task(sid));
    let rows = flex
        .tasks()
        .iter()
        .map(|task| row(task, selected == Some(task), act));
    html! {
        <main class="agent-desktop">
            <ul class="reservations">
                if flex.tasks().is_empty() { <li class="none">{ "No active tasks" }</li> }
                { for rows }
            </ul>
            if let Some(task) = selected { { canvas(task) } }
        </main>
    }
}

fn row(task: &Task, selected: bool, act: &Act) -> Html {
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
    let buttons = match (task.status, task.is_call()) {
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
                { on_task("hangup", "HangupCall", "Hang up", Some(icons::HANG_UP)) }
            </>
        },
        (Status::Accepted, false) => on_task("wrapup", "WrapupTask", "End", None),
        (Status::Wrapping, _) => on_task("complete", "CompleteTask", "Complete", None),
        (Status::Completed | Status::Canceled, _) => Html::default(),
    };
    html! {
        <li key={task.sid.clone()} data-reservation={task.sid.clone()}
            data-status={task.status.name()} aria-current={selected.then_some("true")}>
            <button class="select" data-act="select" onclick={select}>
                { icon(channel_strokes(&task.channel)) }
                <span><strong>{ customer(task) }</strong><small>{ words(task) }</small></span>
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

fn words(task: &Task) -> &'static str {
    match (task.status, task.is_call()) {
        (Status::Pending, true) => "Incoming call",
        (Status::Pending, false) => "Incoming message",
        (Status::Accepted, true) if task.on_hold => "On hold",
        (Status::Accepted, true) => "Live call",
        (Status::Accepted, false) => "Live conversation",
        (Status::Wrapping, _) => "Wrap up",
        (Status::Completed | Status::Canceled, _) => "Over",
    }
}

/// The selected task: who it is, and what the flow has put on it.
fn canvas(task: &Task) -> Html {
    let attributes = task.attributes.as_object();
    let rows = attributes.into_iter().flatten().map(|(name, value)| {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        html! { <div><dt>{ name }</dt><dd title={value.clone()}>{ value.clone() }</dd></div> }
    });
    html! {
        <section class="canvas" data-canvas={task.sid.clone()}>
            <h1>{ customer(task) }</h1>
            <p>{ words(task) }</p>
            <dl>{ for rows }</dl>
        </section>
    }
}
