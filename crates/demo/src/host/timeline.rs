//! The timeline of a record: the conversations about it, and how it was created.

use js_sys::Date;
use wasm_bindgen::JsValue;
use yew::{Html, html};

use super::activities::{Activities, Activity};
use super::pieces::{badge, card, nothing};
use crate::icons::{self, icon};
use simulation::flex::Task;
use store::ids::{Entity, Record};

/// The card with the timeline, the newest entry first.
pub fn timeline(activities: &Activities, record: Record) -> Html {
    let entries: Vec<Html> = activities.about(record).map(conversation).collect();
    let from_the_flow = record.entity == Entity::Case;
    let content = if entries.is_empty() && !from_the_flow {
        let how = "Calls and messages of this contact show up here.";
        nothing(icons::CHAT, "Nothing has happened yet", how)
    } else {
        html! {
            <ol class="timeline">
                { for entries }
                if from_the_flow { { created() } }
            </ol>
        }
    };
    card("Timeline", None, content)
}

fn conversation(activity: &Activity) -> Html {
    let task = &activity.task;
    let (what, strokes) = kind(task);
    html! {
        <li key={task.sid.clone()}>
            <span class="emblem">{ icon(strokes) }</span>
            <div>
                <p class="entry"><strong>{ what }</strong>{ badge(activity.stage) }</p>
                <p class="muted">{ number(task) }{ " · " }{ time(task.created_at) }</p>
            </div>
        </li>
    }
}

fn created() -> Html {
    html! {
        <li key="created">
            <span class="emblem">{ icon(icons::CASE) }</span>
            <div>
                <p class="entry"><strong>{ "Case created" }</strong></p>
                <p class="muted">
                    { "Opened by itself: the phone number was known" }
                </p>
            </div>
        </li>
    }
}

fn kind(task: &Task) -> (&'static str, &'static str) {
    match (&*task.channel, outbound_to(task)) {
        ("voice", Some(_)) => ("Outgoing call", icons::CALL),
        ("voice", None) => ("Incoming call", icons::CALL),
        ("sms", _) => ("Text message", icons::TEXT),
        _ => ("Chat", icons::CHAT),
    }
}

fn outbound_to(task: &Task) -> Option<&str> {
    task.attributes.get("outbound_to")?.as_str()
}

/// The number of the customer.
fn number(task: &Task) -> String {
    let from = || task.attributes.get("from")?.as_str();
    outbound_to(task)
        .or_else(from)
        .unwrap_or("Number withheld")
        .to_owned()
}

/// A moment (milliseconds since 1970) as a time of day in the browser's time zone.
fn time(moment: u64) -> String {
    let date = Date::new(&JsValue::from_f64(moment as f64));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
