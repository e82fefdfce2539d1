//! The focus is never lost: where the element that has it goes away, because its task has ended, the panel is
//! minimized or a notice is put away, it goes to what stands nearest. It is never taken from an element that is still
//! there, nor from another frame: an arrival moves nothing.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, HtmlElement, MutationObserver, MutationObserverInit, Window};
use yew::prelude::*;

use super::keys;
use crate::store::ReservationSid;

/// How many elements the way back has at most.
const STEPS: usize = 64;

/// What had the focus.
struct Held {
    element: HtmlElement,
    /// What had it before, the latest last.
    before: Vec<HtmlElement>,
    /// The row around it, and its place in the list.
    row: Option<(ReservationSid, usize)>,
    /// It stood in a notice.
    in_notice: bool,
    /// It was the rail: whoever has docked the panel goes on in the list.
    in_rail: bool,
}

/// Keeps the focus while it is within this element.
#[hook]
pub fn use_focus_guard(within: NodeRef) {
    use_effect_with(within, |within| {
        let guard = within
            .cast::<Element>()
            .zip(web_sys::window())
            .and_then(|(within, window)| FocusGuard::start(&within, window));
        move || drop(guard)
    });
}

/// Works until it is dropped.
struct FocusGuard {
    observer: MutationObserver,
    _listener: EventListener,
    _observe: Closure<dyn FnMut()>,
}

impl FocusGuard {
    fn start(within: &Element, window: Window) -> Option<Self> {
        let page = window.document()?;
        let held = Rc::new(RefCell::new(None));
        let listener = {
            let (held, page) = (held.clone(), page.clone());
            EventListener::new(within, "focusin", move |event| {
                let element = event.target().and_then(|target| target.dyn_into().ok());
                let before = held.take();
                let _ = held.replace(element.map(|element| Held::of(element, before, &page)));
            })
        };
        let observe = Closure::new(move || {
            // Whatever gets the focus is held next: nothing may be borrowed by then.
            let nearest = held
                .borrow()
                .as_ref()
                .filter(|held: &&Held| held.is_lost(&window))
                .and_then(|held| held.nearest(&window, &page));
            if let Some(nearest) = nearest {
                keys::focus(&nearest);
            }
        });
        let observer = MutationObserver::new(observe.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        what.set_attribute_filter(&js_sys::Array::of2(&"hidden".into(), &"data-mode".into()));
        observer.observe_with_options(within, &what).ok()?;
        Some(Self {
            observer,
            _listener: listener,
            _observe: observe,
        })
    }
}

impl Drop for FocusGuard {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Held {
    fn of(element: HtmlElement, before: Option<Self>, page: &Document) -> Self {
        let row = keys::row_of(&element).and_then(|row| {
            let place = keys::rows(page).iter().position(|other| *other == row)?;
            Some((keys::task_of(&row)?, place))
        });
        let in_notice = element.closest(NOTICE).ok().flatten().is_some();
        let in_rail = element.matches(RAIL).unwrap_or_default();
        let mut steps: Vec<HtmlElement> = before.map_or_else(Vec::new, Self::steps);
        steps.retain(|step| step.is_connected() && *step != element);
        drop(steps.drain(..steps.len().saturating_sub(STEPS)));
        Self {
            element,
            before: steps,
            row,
            in_notice,
            in_rail,
        }
    }

    /// All that had the focus, and it.
    fn steps(mut self) -> Vec<HtmlElement> {
        self.before.push(self.element);
        self.before
    }

    /// It can't have the focus any more, and nothing else has got it.
    fn is_lost(&self, window: &Window) -> bool {
        let Some(page) = window.document() else {
            return false;
        };
        let active = page.active_element();
        let nowhere = active.is_none_or(|active| {
            active == *self.element || page.body().is_some_and(|body| *body == active)
        });
        nowhere && page.has_focus().unwrap_or(false) && !is_seen(&self.element, window)
    }

    /// What gets the focus: the row that it was in, or the one that has taken its place; else what had it before.
    fn nearest(&self, window: &Window, page: &Document) -> Option<HtmlElement> {
        let rows = keys::rows(page);
        let same = self.row.as_ref().and_then(|(sid, place)| {
            let same = rows
                .iter()
                .find(|row| keys::task_of(row).as_ref() == Some(sid));
            same.or_else(|| rows.get(*place)).or_else(|| rows.last())
        });
        let candidates = [
            same.and_then(keys::main_button),
            self.in_notice
                .then(|| find(page, "[data-notice] button"))
                .flatten(),
            self.before
                .iter()
                .rev()
                .filter(|step| !self.in_rail || keys::row_of(step).is_some())
                .find(|step| is_seen(step, window) && !is_field(step))
                .cloned(),
            find(page, "[data-task][aria-current] button"),
            find(page, RAIL),
            find(page, "[data-act=fold]"),
        ];
        let mut candidates = candidates.into_iter().flatten();
        candidates.find(|element| is_seen(element, window))
    }
}

/// What a notice is found by.
const NOTICE: &str = "[data-notice]";
/// What the rail is found by.
const RAIL: &str = "[data-act=dock]";

/// The next key would change its value: nothing that should come by itself.
fn is_field(element: &HtmlElement) -> bool {
    element.matches("select, input").unwrap_or_default()
}

fn find(page: &Document, selector: &str) -> Option<HtmlElement> {
    let found = page.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// It is in the page, and neither hidden nor inert, nor within something that is.
fn is_seen(element: &HtmlElement, window: &Window) -> bool {
    let style = window.get_computed_style(element).ok().flatten();
    let visibility = style.and_then(|style| style.get_property_value("visibility").ok());
    let inert = element.closest("[inert]").ok().flatten().is_some();
    element.is_connected()
        && !inert
        && element.get_client_rects().length() > 0
        && visibility.is_none_or(|visibility| visibility == "visible")
}
