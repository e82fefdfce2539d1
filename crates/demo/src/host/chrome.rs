//! The frame around the work: the bar at the top, and the sessions at the left.

use yew::{Callback, Html, html};

use crate::face::face;
use crate::icons::{self, icon};
use simulation::dynamics::{AgentAction, Owner, Session, Sessions};

/// The agent of the demo.
const AGENT: &str = "Alex Agent";

/// The bar at the top, with the search in its middle.
pub fn top_bar(app: &'static str, search: Html) -> Html {
    html! {
        <header class="top-bar">
            <span class="mark">{ icon(icons::HEADSET) }</span>
            <strong class="app-name">{ app }</strong>
            { search }
            <span class="agent">{ face(AGENT) }<span>{ AGENT }</span></span>
        </header>
    }
}

/// The sessions, one below the other.
pub fn session_rail(sessions: &Sessions, act: &Callback<AgentAction>) -> Html {
    let front = &sessions.front().id;
    html! {
        <nav class="session-rail" aria-label="Sessions">
            { for sessions.iter().map(|session| session_button(session, session.id == *front, act)) }
        </nav>
    }
}

fn session_button(session: &Session, in_front: bool, act: &Callback<AgentAction>) -> Html {
    let id = session.id.clone();
    let switch = act.reform(move |_| AgentAction::SwitchSession(id.clone()));
    let picture = match session.owner {
        Owner::Home => icon(icons::HOME),
        Owner::Panel => face(&session.title),
        Owner::Other => icon(icons::WINDOW),
    };
    let id = session.id.clone();
    let close = act.reform(move |_| AgentAction::CloseSession(id.clone()));
    html! {
        <div key={session.id.to_string()} class="session" data-front={in_front.then_some("true")}>
            <button data-session={session.id.to_string()} aria-current={in_front.then_some("true")}
                data-asks={session.asks_for_focus.then_some("true")}
                title={session.title.clone()} onclick={switch}>
                { picture }<span class="name">{ &session.title }</span>
                if session.asks_for_focus { <span class="unseen">{ "wants your attention" }</span> }
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
