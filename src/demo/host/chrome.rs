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
            { other_session(act) }
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
    let id = session.id.clone();
    let close = act.reform(move |_| AgentAct::CloseSession(id.clone()));
    let class = classes!(
        "session",
        in_front.then_some("in-front"),
        session.asks_for_focus.then_some("asks"),
    );
    html! {
        <div key={session.id.to_string()} {class}>
            <button data-session={session.id.to_string()} aria-current={in_front.then_some("true")}
                data-asks={session.asks_for_focus.then_some("true")}
                title={session.title.clone()} onclick={switch}>
                { icon(strokes) }<span>{ &session.title }</span>
            </button>
            if session.owner != Owner::Home {
                <button class="close" data-act="close-session" title="Close the session"
                    aria-label={format!("Close the session of {}", session.title)} onclick={close}>
                    { icon(icons::CLOSE) }
                </button>
            }
        </div>
    }
}

/// Something comes in that another application of Dynamics handles: nothing in its session is the panel's.
fn other_session(act: &Callback<AgentAct>) -> Html {
    let open = act.reform(|_| AgentAct::OpenSession {
        owner: Owner::Other,
        title: "Another application".to_owned(),
        panel: None,
    });
    html! {
        <button class="other" data-act="other-session" onclick={open}
            title="Open a session of another application, in which the panel can do nothing">
            { icon(icons::PLUS) }
        </button>
    }
}
