//! Watches whether the page is visible, and whether the keyboard focus comes or goes. A frame learns no more than this
//! about what happens around it.

use gloo_events::EventListener;
use web_sys::{Document, VisibilityState, Window};

use store::{Event, Store, WindowEvent};

/// The listeners. They end when this is dropped.
#[derive(Debug)]
pub struct Visibility {
    _listeners: Vec<EventListener>,
}

/// Reports changes to the store from now on.
#[must_use]
pub fn watch(window: &Window, store: &Store) -> Visibility {
    let mut listeners = Vec::new();
    for moved in ["focus", "blur"] {
        let store = store.clone();
        listeners.push(EventListener::new(window, moved, move |_| {
            store.dispatch(Event::Window(WindowEvent::FocusMoved));
        }));
    }
    if let Some(document) = window.document() {
        let (store, page) = (store.clone(), document.clone());
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| store.dispatch(Event::Window(WindowEvent::Seen(can_be_seen(&page)))),
        ));
    }
    Visibility {
        _listeners: listeners,
    }
}

fn can_be_seen(document: &Document) -> bool {
    document.visibility_state() == VisibilityState::Visible
}
