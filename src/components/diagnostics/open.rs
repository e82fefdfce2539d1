//! The way to the page and back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
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
    /// What it says to those who point at it.
    pub tip: AttrValue,
    /// What is seen of it.
    pub children: Html,
}

/// Opens the page.
#[component]
pub fn OpenButton(props: &OpenButtonProps) -> Html {
    let open = use_open().reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="open" data-act="diagnostics" title={props.tip.clone()} onclick={open}>
            { props.children.clone() }<span class="unseen">{ &props.label }</span>
        </button>
    }
}

/// Gives the focus back to the button once the page lies no longer over it. The one who covers it calls this: what is
/// covered can't have the focus, and is drawn in a turn of its own.
#[hook]
pub fn use_focus_back(panel: NodeRef, covered: bool) {
    let was_covered = use_mut_ref(|| false);
    use_effect_with(covered, move |covered| {
        let is_back = was_covered.replace(*covered) && !covered;
        let panel = panel.cast::<Element>().filter(|_| is_back);
        let button = panel.and_then(|panel| panel.query_selector("[data-act=diagnostics]").ok()?);
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // Refused only for elements that are not in the page.
            let _ = button.focus();
        }
    });
}
