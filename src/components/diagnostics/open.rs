//! The way to the page and back.

use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew_router::hooks::{use_navigator, use_route};

use crate::route::Route;

/// The page is open.
#[hook]
pub fn use_is_open() -> bool {
    use_route::<Route>() == Some(Route::Diagnostics)
}

/// Opens the page. Outside of the app: does nothing.
#[hook]
pub fn use_open() -> Callback<()> {
    let navigator = use_navigator();
    Callback::from(move |()| {
        if let Some(navigator) = &navigator {
            navigator.replace(&Route::Diagnostics);
        }
    })
}

/// Goes back to where this page was opened. By its name: a memory history tells nobody that it has gone back.
#[hook]
pub(super) fn use_back(to: Route) -> Callback<()> {
    let navigator = use_navigator();
    Callback::from(move |()| {
        if let Some(navigator) = &navigator {
            navigator.replace(&to);
        }
    })
}

/// What the button holds.
#[derive(PartialEq, Properties)]
pub struct OpenButtonProps {
    /// What it does, in words.
    pub label: AttrValue,
    /// What is seen of it.
    pub children: Html,
}

/// Opens the page, and has the focus again afterwards.
#[component]
pub fn OpenButton(props: &OpenButtonProps) -> Html {
    let is_open = use_is_open();
    let open = use_open().reform(|_: MouseEvent| ());
    let button = use_node_ref();
    let was_open = use_mut_ref(|| false);
    use_effect_with((is_open, button.clone()), move |(is_open, button)| {
        let is_back = was_open.replace(*is_open) && !is_open;
        let button = button.clone();
        // Only what is no longer covered can have the focus: when all of the panel has been drawn.
        let later = is_back.then(|| {
            Timeout::new(0, move || {
                if let Some(button) = button.cast::<HtmlElement>() {
                    // Refused only for elements that are not in the page.
                    let _ = button.focus();
                }
            })
        });
        move || drop(later)
    });
    html! {
        <button
            type="button" class="open" ref={button} data-act="diagnostics" title={props.label.clone()}
            onclick={open}
        >
            { props.children.clone() }<span class="unseen">{ &props.label }</span>
        </button>
    }
}
