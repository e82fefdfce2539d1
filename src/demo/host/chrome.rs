//! What stands around the work: the top bar and the session rail at the left.

use yew::{Callback, Html, classes, html};

use crate::demo::icons::{self, icon};
use crate::simulation::dynamics::{AgentAct, Owner, Session, Sessions};

/// The bar at the top, as in every app of Dynamics.
pub fn top_bar() -> Html {
    html! {
        <header class="top-bar">
            { icon(icons::LAUNCHER) }
            <strong>{ "Dynamics 365" }</strong>
            <span class="app-name">{ "Customer Service workspace" }</span>
            <span class="search-box">{ icon(icons::SEARCH) }{ "Search" }</span>
            { icon(icons::BELL) }{ icon(icons::SETTINGS) }{ icon(icons::HELP) }
            <span class="avatar" title="Alex Agent">{ "AA" }</span>
        </header>
    }
}

/// The sessions, one under the other.
pub fn session_rail(sessions: &Sessions, act: &Callback<AgentAct>) -> Html {
    let front = &sessions.front().id;
    html! {
        <nav class="session-rail" aria-label="Sessions">
            { for sessions.iter().map(|session| session_button(session, session.id == *front, act)) }
        </nav>
    }
}

fn session_button(session: &Session, in_front: bool, act: &Callback<AgentAct>) -> Html {
    let id = session.id.clone();
    let switch = act.reform(move |_| AgentAct::SwitchSession(id.clone()));
    let strokes = match session.owner {
        Owner::Home => icons::HOME,
        Owner::Panel | Owner::Other => icons::PERSON,
    };
    html! {
        <button key={session.id.to_string()} class={classes!("session", in_front.then_some("in-front"))}
            data-session={session.id.to_string()} aria-current={in_front.then_some("true")}
            title={session.title.clone()} onclick={switch}>
            { icon(strokes) }<span>{ &session.title }</span>
        </button>
    }
}
