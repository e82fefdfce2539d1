//! How the page for support is opened and closed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew_router::hooks::{use_navigator, use_route};

use crate::route::Route;

/// Whether the page is open.
#[hook]
pub fn use_is_open() -> bool {
    use_route::<Route>() == Some(Route::Diagnostics)
}

/// A callback that opens the page. Outside the app it does nothing.
#[hook]
pub fn use_open() -> Callback<()> {
    let navigator = use_navigator();
    Callback::from(move |()| {
        if let Some(navigator) = &navigator {
            navigator.replace(&Route::Diagnostics);
        }
    })
}

/// A callback that goes back to the page from which this one was opened. It replaces the route, because a memory
/// history does not report that it went back.
#[hook]
pub(super) fn use_back(to: Route) -> Callback<()> {
    let navigator = use_navigator();
    Callback::from(move |()| {
        if let Some(navigator) = &navigator {
            navigator.replace(&to);
        }
    })
}

/// What the button shows.
#[derive(PartialEq, Properties)]
pub struct OpenButtonProps {
    /// What the button does, in words.
    pub label: AttrValue,
    /// The tooltip.
    pub tip: AttrValue,
    /// The visible content.
    pub children: Html,
}

/// The button that opens the page.
#[component]
pub fn OpenButton(props: &OpenButtonProps) -> Html {
    let open = use_open().reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="open" data-act="diagnostics" title={props.tip.clone()} onclick={open}>
            { props.children.clone() }<span class="unseen">{ &props.label }</span>
        </button>
    }
}

/// Gives the focus back to the button when the page for support no longer covers the panel. The component that covers
/// the panel calls this: a covered button can't have the focus, and the panel renders in a later turn.
#[hook]
pub fn use_focus_back(panel: NodeRef, covered: bool) {
    // The render counts and not the effect: Yew drops the effect of a render that the next one overtakes.
    let times = {
        let seen = use_mut_ref(|| (false, 0_u32));
        let (was_covered, times) = *seen.borrow();
        let times = times + u32::from(was_covered && !covered);
        seen.replace((covered, times));
        times
    };
    use_effect_with(times, move |times| {
        let panel = panel.cast::<Element>().filter(|_| *times > 0);
        let button = panel.and_then(|panel| panel.query_selector("[data-act=diagnostics]").ok()?);
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // The browser refuses only elements that are not in the page.
            let _ = button.focus();
        }
    });
}
