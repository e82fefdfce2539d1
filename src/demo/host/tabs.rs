//! The tab strip of the session in front, and the page of the tab that has the focus.

use yew::{Callback, Html, KeyboardEvent, MouseEvent, html};

use super::{dashboard, forms};
use crate::demo::icons::{self, icon};
use crate::simulation::dynamics::{AgentAct, Dynamics, Page, Session, Tab};
use crate::store::ids::Entity;

/// The tabs; the first one has no cross, as it stays as long as its session.
pub fn strip(session: &Session, act: &Callback<AgentAct>) -> Html {
    let tabs = session.tabs.iter().enumerate().map(|(place, tab)| {
        let (focus, enter, close) = (tab.id.clone(), tab.id.clone(), tab.id.clone());
        let selected = tab.id == session.focused;
        let close = act.reform(move |event: MouseEvent| {
            event.stop_propagation();
            AgentAct::CloseTab(close.clone())
        });
        html! {
            <div key={tab.id.to_string()} class="tab" role="tab" tabindex="0" data-tab={tab.id.to_string()}
                aria-selected={selected.to_string()} title={tab.title.clone()}
                onclick={act.reform(move |_| AgentAct::FocusTab(focus.clone()))}
                onkeydown={on_enter(act.reform(move |()| AgentAct::FocusTab(enter.clone())))}>
                { icon(strokes(tab)) }<span>{ &tab.title }</span>
                if place > 0 {
                    <button data-act="close-tab" aria-label="Close tab" onclick={close}>
                        { icon(icons::CLOSE) }
                    </button>
                }
            </div>
        }
    });
    html! { <div class="tab-strip" role="tablist">{ for tabs }</div> }
}

/// Does what a click does when Enter is pressed on the element itself.
fn on_enter(act: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && event.target() == event.current_target() {
            act.emit(());
        }
    })
}

fn strokes(tab: &Tab) -> &'static str {
    match tab.page {
        Page::Dashboard => icons::HOME,
        Page::Search => icons::SEARCH,
        Page::Record(record) => match record.entity {
            Entity::Case => icons::CASE,
            Entity::Contact => icons::PERSON,
        },
    }
}

/// What the focused tab shows.
pub fn page(dynamics: &Dynamics, act: &Callback<AgentAct>) -> Html {
    match dynamics
        .sessions()
        .front()
        .focused_tab()
        .map(|tab| tab.page)
    {
        Some(Page::Record(record)) => forms::form(dynamics, record, act),
        Some(Page::Search) => html! {
            <section class="work search-page" role="tabpanel">
                <h1>{ "Search results" }</h1>
                <p class="muted">{ "No single record was found to open." }</p>
            </section>
        },
        Some(Page::Dashboard) | None => dashboard::dashboard(dynamics.records(), act),
    }
}
