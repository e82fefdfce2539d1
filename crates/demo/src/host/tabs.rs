//! The tab strip of the session in front, and the page of the focused tab. By keyboard, the arrow keys, Home and End
//! move along the tabs, Enter goes to a tab, and Delete closes it. The cross is for the mouse.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, KeyboardEvent, MouseEvent, TargetCast, html};

use super::activities::Activities;
use super::pieces::nothing;
use super::{dashboard, forms};
use crate::icons::{self, icon};
use simulation::dynamics::{AgentAction, Dynamics, Page, Session, Tab};
use store::ids::{Entity, TabId};

/// The tabs. The first one has no cross, because it can't be closed.
pub fn strip(session: &Session, act: &Callback<AgentAction>) -> Html {
    let tabs = session
        .tabs
        .iter()
        .enumerate()
        .map(|(place, tab)| tab_of(session, tab, place > 0, act));
    html! { <div class="tab-strip" role="tablist" aria-label="Open pages">{ for tabs }</div> }
}

fn tab_of(session: &Session, tab: &Tab, can_close: bool, act: &Callback<AgentAction>) -> Html {
    let id = tab.id.clone();
    let selected = id == session.focused;
    let close = {
        let (act, id) = (act.clone(), id.clone());
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            act.emit(AgentAction::CloseTab(id.clone()));
        })
    };
    let go = {
        let id = id.clone();
        act.reform(move |_| AgentAction::FocusTab(id.clone()))
    };
    html! {
        <div key={id.to_string()} class="tab" role="tab" id={id.to_string()} data-tab={id.to_string()}
            aria-selected={selected.to_string()} tabindex={if selected { "0" } else { "-1" }}
            aria-keyshortcuts={can_close.then_some("Delete")} title={tab.title.clone()}
            onclick={go} onkeydown={on_key(id, can_close, act)}>
            { icon(strokes(tab)) }<span>{ &tab.title }</span>
            if can_close {
                <span class="close" data-act="close-tab" title="Close" aria-hidden="true" onclick={close}>
                    { icon(icons::CLOSE) }
                </span>
            }
        </div>
    }
}

fn on_key(id: TabId, can_close: bool, act: &Callback<AgentAction>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(tab) = event.target_dyn_into::<Element>() else {
            return;
        };
        let strip = tab.parent_element();
        match &*event.key() {
            "Enter" | " " => act.emit(AgentAction::FocusTab(id.clone())),
            "Delete" if can_close => {
                // The tab before the closed one gets the focus.
                focus(tab.previous_element_sibling());
                act.emit(AgentAction::CloseTab(id.clone()));
            }
            "ArrowRight" => focus(tab.next_element_sibling()),
            "ArrowLeft" => focus(tab.previous_element_sibling()),
            "Home" => focus(strip.and_then(|it| it.first_element_child())),
            "End" => focus(strip.and_then(|it| it.last_element_child())),
            _ => return,
        }
        event.prevent_default();
    })
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // An element in the page can get the focus.
        let _ = element.focus();
    }
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
pub fn page(dynamics: &Dynamics, activities: &Activities, act: &Callback<AgentAction>) -> Html {
    let session = dynamics.sessions().front();
    let label = session.focused.to_string();
    match session.focused_tab().map(|tab| tab.page) {
        Some(Page::Record(record)) => html! {
            <section class="work form" role="tabpanel" tabindex="0" aria-labelledby={label}
                key={record.id.to_string()} data-record={record.id.to_string()}
                data-entity={record.entity.logical_name()}>
                { forms::form(dynamics, activities, record, act) }
            </section>
        },
        Some(Page::Search) => html! {
            <section class="work" role="tabpanel" tabindex="0" aria-labelledby={label} key="search">
                <header class="page-header"><h1>{ "Search results" }</h1></header>
                { nothing(icons::SEARCH, "Nothing found", "No single record was found to open.") }
            </section>
        },
        Some(Page::Dashboard) | None => html! {
            <section class="work" role="tabpanel" tabindex="0" aria-labelledby={label} key="dashboard">
                { dashboard::dashboard(dynamics.records(), activities, act) }
            </section>
        },
    }
}
