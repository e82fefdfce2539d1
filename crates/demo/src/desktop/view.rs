//! What the agent sees of the stand-in: the activity, the navigation between views, and the view.

use serde_json::json;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, MouseEvent, TargetCast, html};

use super::tasks::{self, Act};
use crate::icons::{self, icon};
use simulation::flex::{DESKTOP, Flex};

/// The views with their names for people.
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
                { logo() }
                <h1>{ "You are not logged in" }</h1>
                <p>{ "Log in to get calls and messages." }</p>
                <button class="primary" data-act="log-in" onclick={log_in}>{ "Log in" }</button>
            </main>
        };
    }
    html! {
        <>
            { header(flex, act) }
            { navigation(flex, act) }
            if flex.view == DESKTOP { { tasks::agent_desktop(flex, act) } } else { { other_view(&flex.view) } }
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
            { logo() }
            if !flex.connected { <span class="no-connection" role="status">{ "No connection" }</span> }
            <label class="activity">
                <span class="dot" data-available={flex.activity.available.to_string()} />
                <select key={flex.activity.name.clone()} data-activity="" aria-label="Activity"
                    onchange={choose}>
                    { for activities }
                </select>
            </label>
            <button data-act="sign-out" title="Sign out" aria-label="Sign out"
                onclick={act.reform(|_| ("Logout", json!({})))}>
                { icon(icons::SIGN_OUT) }
            </button>
        </header>
    }
}

fn logo() -> Html {
    html! { <strong class="logo">{ "Flex" }<small>{ "simulated" }</small></strong> }
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
    let known = VIEWS.into_iter().find(|(view, ..)| *view == name);
    let (_, label, strokes) = known.unwrap_or((DESKTOP, name, icons::STATS));
    html! {
        <main class="other-view">
            <span class="emblem">{ icon(strokes) }</span>
            <h1>{ label.to_owned() }</h1>
            <p>{ "In the demo this view is only a place to go to." }</p>
        </main>
    }
}
