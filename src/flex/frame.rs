//! The frame that shows Flex.
//!
//! It is put into the page once and has a fixed address. CSS may hide it, but nothing moves it: a frame that is moved or
//! put in again loads Flex again, and the call on screen is lost.
//!
//! The page's first script may put the frame in before the panel is there (`browser::first`). So the frame stands in the
//! body behind the panel and not in the panel's own tree, and [`FlexFrame`] lays it over the place that the panel has
//! for it. It comes after the panel for the keyboard and for screen readers, too.

use gloo_events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlIFrameElement, ResizeObserver};
use yew::prelude::*;

/// The permissions that Flex needs for calls and chats. A frame never gets more than the frames around it have.
pub(crate) const ALLOW: &str = "microphone; camera; autoplay; clipboard-read; clipboard-write; display-capture; fullscreen; \
                     geolocation; speaker-selection; screen-wake-lock";
/// The frame in the page.
const FRAME: &str = "body > iframe[data-flex]";
/// The attribute of a frame that has loaded something.
const LOADED: &str = "data-loaded";

/// The frame, if it is in the page.
#[must_use]
pub fn element() -> Option<HtmlIFrameElement> {
    let found = document()?.query_selector(FRAME).ok()??;
    found.dyn_into().ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The frame.
#[derive(PartialEq, Properties)]
pub struct FlexFrameProps {
    /// The address of Flex.
    pub url: AttrValue,
    /// The frame's title for screen readers.
    pub title: AttrValue,
    /// Something covers the frame or takes its place. The frame is inert and out of sight then, and goes on.
    pub covered: bool,
    /// Called when the frame has loaded something: Flex, a log-in page, or the browser's message that Flex can't be
    /// framed.
    pub onload: Callback<()>,
}

/// The place of the frame. While it is in the page, the frame is. The frame has no `sandbox`, because log-in opens
/// pop-ups that must leave it.
#[component]
pub fn FlexFrame(props: &FlexFrameProps) -> Html {
    let place = use_node_ref();
    let onload = props.onload.clone();
    use_effect_with((place.clone(), props.url.clone()), move |(place, url)| {
        let place = place.cast::<Element>();
        let framed = place.and_then(|place| Framed::start(place, url, onload).ok());
        move || drop(framed)
    });
    use_effect_with(
        (props.url.clone(), props.title.clone(), props.covered),
        |(_, title, covered)| {
            if let Some(frame) = element() {
                frame.set_title(title);
                // The name of the attribute is valid.
                let _ = frame.toggle_attribute_with_force("inert", *covered);
            }
        },
    );
    html! { <div ref={place} class="place"></div> }
}

/// Keeps the frame over its place until it is dropped. The frame then leaves the page.
struct Framed {
    frame: HtmlIFrameElement,
    observer: ResizeObserver,
    _observe: Closure<dyn FnMut()>,
    _loaded: EventListener,
}

impl Framed {
    fn start(place: Element, url: &str, onload: Callback<()>) -> Result<Self, JsValue> {
        let frame = match element().filter(|frame| is_at(frame, url)) {
            Some(frame) => frame,
            None => put_in(&place, url)?,
        };
        let loading = frame.clone();
        let loaded = EventListener::new(&frame, "load", {
            let onload = onload.clone();
            move |_| {
                let _ = loading.set_attribute(LOADED, "true");
                onload.emit(());
            }
        });
        if frame.has_attribute(LOADED) {
            onload.emit(());
        }
        lay_over(&frame, &place)?;
        // The place reaches to the end of the panel. So it never moves without another size. The browser observes it
        // before it paints.
        let observe = Closure::<dyn FnMut()>::new({
            let (frame, place) = (frame.clone(), place.clone());
            move || {
                let _ = lay_over(&frame, &place);
            }
        });
        let observer = ResizeObserver::new(observe.as_ref().unchecked_ref())?;
        observer.observe(&place);
        Ok(Self {
            frame,
            observer,
            _observe: observe,
            _loaded: loaded,
        })
    }
}

impl Drop for Framed {
    fn drop(&mut self) {
        self.observer.disconnect();
        self.frame.remove();
    }
}

fn is_at(frame: &HtmlIFrameElement, url: &str) -> bool {
    frame.get_attribute("src").as_deref() == Some(url)
}

/// Puts a new frame into the body, behind what has the place.
fn put_in(place: &Element, url: &str) -> Result<HtmlIFrameElement, JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    if let Some(other) = element() {
        other.remove();
    }
    let frame: HtmlIFrameElement = document.create_element("iframe")?.unchecked_into();
    for (name, value) in [("allow", ALLOW), ("data-flex", "true"), ("src", url)] {
        frame.set_attribute(name, value)?;
    }
    let around = place.closest("body > *")?.ok_or(JsValue::NULL)?;
    around.after_with_node_1(&frame)?;
    Ok(frame)
}

/// Gives the frame the position and the size of its place.
fn lay_over(frame: &HtmlIFrameElement, place: &Element) -> Result<(), JsValue> {
    let (style, rect) = (frame.style(), place.get_bounding_client_rect());
    style.set_property("position", "fixed")?;
    for (name, pixels) in [
        ("left", rect.left()),
        ("top", rect.top()),
        ("width", rect.width()),
        ("height", rect.height()),
    ] {
        style.set_property(name, &format!("{pixels}px"))?;
    }
    Ok(())
}
