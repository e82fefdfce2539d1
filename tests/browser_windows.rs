//! The lock and the channel between windows, in a real browser. Two windows of one page are as good as two pages:
//! they share nothing but the browser's lock and channel.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod browser;

use std::cell::RefCell;
use std::rc::Rc;

use browser::until;
use flex_cif_panel::browser::windows::Windows;
use flex_cif_panel::store::windows::Role;
use flex_cif_panel::store::{AgentAct, Effect, Event, State, Store, WindowEvent, WindowsCall};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A window with a store in it.
struct Window {
    store: Store,
    windows: Rc<RefCell<Option<Windows>>>,
}

impl Window {
    /// A window that joins the others and does what its store says.
    fn open() -> Self {
        let windows = Rc::new(RefCell::new(None::<Windows>));
        let performing = windows.clone();
        let store = Store::new(State::default(), move |_, effect| {
            if let (Effect::Windows(call), Some(windows)) = (effect, &*performing.borrow()) {
                match call {
                    WindowsCall::Lead => windows.lead(true),
                    WindowsCall::Follow => windows.lead(false),
                    WindowsCall::Take => windows.take(),
                    WindowsCall::Say(to, message) => windows.say(to, message),
                }
            }
        });
        let joined = Windows::join(&web_sys::window().unwrap(), &store, "of this test").unwrap();
        let _ = windows.borrow_mut().insert(joined);
        store.dispatch(Event::Window(WindowEvent::Follows));
        windows.borrow().as_ref().unwrap().start();
        Self { store, windows }
    }

    fn role(&self) -> Role {
        self.store.state().windows.role
    }

    /// It hears and answers nothing any more, and keeps its lock.
    fn freeze(&self) {
        drop(self.windows.borrow_mut().take());
    }
}

#[wasm_bindgen_test]
async fn one_leads_another_follows_it_and_takes_the_lead_when_it_freezes() {
    let first = Window::open();
    until("the first one leads", || first.role() == Role::Leading).await;

    let second = Window::open();
    until("the second one knows its leader", || {
        matches!(second.role(), Role::Following(Some(_)))
    })
    .await;
    assert_eq!(first.store.state().windows.followers.len(), 1);

    first.freeze();
    until("the second one leads", || second.role() == Role::Leading).await;

    let third = Window::open();
    until("the third one knows its leader", || {
        matches!(third.role(), Role::Following(Some(_)))
    })
    .await;
    third.store.dispatch(Event::Agent(AgentAct::WorkHere));
    until("the third one leads", || third.role() == Role::Leading).await;
    until("the second one follows it", || {
        matches!(second.role(), Role::Following(Some(_)))
    })
    .await;
}
