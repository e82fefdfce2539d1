//! Keeps the keyboard focus from getting lost. An element with the focus may go away: its task has ended, the panel is
//! minimized, a notice is dismissed. Then the guard moves the focus to the nearest element that is left.
//!
//! The guard never takes the focus from an element that is still there, nor from another frame. An arrival moves no
//! focus.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, HtmlElement, MutationObserver, MutationObserverInit, Window};
use yew::prelude::*;

use super::keys;
use store::ReservationSid;

/// How many earlier elements with focus the guard remembers.
const STEPS: usize = 64;

/// The element that had the focus last.
struct Held {
    element: HtmlElement,
    /// The elements that had the focus before it, the latest last.
    before: Vec<HtmlElement>,
    /// The row that contains the element, and that row's place in the list.
    row: Option<(ReservationSid, usize)>,
    /// The element was in a notice.
    in_notice: bool,
    /// The element was the rail. After the agent has docked the panel by it, the focus goes to the list.
    in_rail: bool,
}

/// Guards the focus within this element.
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

/// Guards the focus until it is dropped.
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
            // `focus` fires `focusin`, whose listener borrows `held` as well. So the borrow must end first.
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

    /// All elements that had the focus, this one last.
    fn steps(mut self) -> Vec<HtmlElement> {
        self.before.push(self.element);
        self.before
    }

    /// Whether this element can no longer have the focus, and no other element has it.
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

    /// Where the focus goes: to the same row, else to the row in its place, else to an element that had the focus
    /// before.
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

/// The selector of a notice.
const NOTICE: &str = "[data-notice]";
/// The selector of the rail.
const RAIL: &str = "[data-act=dock]";

/// Whether the element is a field. The next key press would change its value, so the focus must not get there by
/// itself.
fn is_field(element: &HtmlElement) -> bool {
    element.matches("select, input").unwrap_or_default()
}

fn find(page: &Document, selector: &str) -> Option<HtmlElement> {
    let found = page.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// Whether the element is in the page and visible, and nothing around it is hidden or inert.
fn is_seen(element: &HtmlElement, window: &Window) -> bool {
    let style = window.get_computed_style(element).ok().flatten();
    let visibility = style.and_then(|style| style.get_property_value("visibility").ok());
    let inert = element.closest("[inert]").ok().flatten().is_some();
    element.is_connected()
        && !inert
        && element.get_client_rects().length() > 0
        && visibility.is_none_or(|visibility| visibility == "visible")
}
