//! Tests the lock and the channel between windows in a real browser. Two windows of one page are enough, because they
//! share only the browser's lock and channel.

use std::cell::RefCell;
use std::rc::Rc;

use crate::stage::until;
use flex_cif_panel::browser::windows::Windows;
use store::windows::Role;
use store::{AgentAction, Effect, Event, State, Store, WindowEvent, WindowsCall};
use wasm_bindgen_test::wasm_bindgen_test;

/// A window with a store in it.
struct Window {
    store: Store,
    windows: Rc<RefCell<Option<Windows>>>,
}

impl Window {
    /// A window that joins the others and does what its store asks for.
    fn open(among: &str) -> Self {
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
        let joined = Windows::join(&web_sys::window().unwrap(), &store, among).unwrap();
        let _ = windows.borrow_mut().insert(joined);
        store.dispatch(Event::Window(WindowEvent::Follows));
        windows.borrow().as_ref().unwrap().start();
        Self { store, windows }
    }

    fn role(&self) -> Role {
        self.store.state().windows.role()
    }

    /// Makes the window hang: it receives and answers nothing more, and keeps its lock.
    fn hang(&self) {
        drop(self.windows.borrow_mut().take());
    }
}

#[wasm_bindgen_test]
async fn a_follower_takes_the_lead_when_the_leader_hangs() {
    let first = Window::open("that hang");
    until("the first one leads", || first.role() == Role::Leader).await;

    let second = Window::open("that hang");
    until("the second one knows its leader", || {
        matches!(second.role(), Role::Follower(Some(_)))
    })
    .await;
    assert_eq!(
        first
            .store
            .state()
            .windows
            .leader()
            .map_or(0, |leader| leader.followers.len()),
        1
    );

    first.hang();
    until("the second one leads", || second.role() == Role::Leader).await;

    let third = Window::open("that hang");
    until("the third one knows its leader", || {
        matches!(third.role(), Role::Follower(Some(_)))
    })
    .await;
    third.store.dispatch(Event::Agent(AgentAction::WorkHere));
    until("the third one leads", || third.role() == Role::Leader).await;
    until("the second one follows it", || {
        matches!(second.role(), Role::Follower(Some(_)))
    })
    .await;
}

/// The browser fires this event at the page. All open windows receive it.
fn page(event: &str) {
    let event = web_sys::Event::new(event).unwrap();
    let _ = web_sys::window().unwrap().dispatch_event(&event).unwrap();
}

/// The same for an event of the document.
fn document(event: &str) {
    let event = web_sys::Event::new(event).unwrap();
    let document = web_sys::window().unwrap().document().unwrap();
    let _ = document.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn a_page_that_goes_away_lets_another_lead_and_follows_when_it_comes_back() {
    let first = Window::open("that go");
    until("the first one leads", || first.role() == Role::Leader).await;
    page("pagehide");
    let second = Window::open("that go");
    until("the second one leads", || second.role() == Role::Leader).await;
    assert_eq!(first.role(), Role::Leader, "it has heard nothing");
    page("pageshow");
    until("the first one follows", || {
        matches!(first.role(), Role::Follower(Some(_)))
    })
    .await;
    assert_eq!(second.role(), Role::Leader);
}

#[wasm_bindgen_test]
async fn a_frozen_leader_says_so_and_ignores_messages_until_it_thaws() {
    let first = Window::open("that freeze");
    until("the first one leads", || first.role() == Role::Leader).await;
    let second = Window::open("that freeze");
    until("the second one knows its leader", || {
        matches!(second.role(), Role::Follower(Some(_)))
    })
    .await;
    document("freeze");
    until("the second one leads", || second.role() == Role::Leader).await;
    until("the first one has lost the lock", || {
        matches!(first.role(), Role::Follower(_))
    })
    .await;
    document("resume");
    until("the first one follows the second", || {
        matches!(first.role(), Role::Follower(Some(_)))
    })
    .await;
}
