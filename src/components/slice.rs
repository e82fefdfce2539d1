//! How components see the store: each takes the slice that it shows and renders again only when that has changed.

use yew::prelude::*;

use crate::store::{AgentAct, Event, State, Store};

/// The store of the panel that this component stands in. Outside of a panel: one in which nothing happens.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().unwrap_or_else(|| Store::new(State::default(), |_, _| {}))
}

/// What `select` takes out of the state. It is a plain function: a selector that captured something would go on
/// seeing what it captured first.
#[hook]
pub fn use_slice<T: Clone + PartialEq + 'static>(select: fn(&State) -> T) -> T {
    let store = use_store();
    let again = use_force_update();
    let slice = select(&store.state());
    let shown = use_mut_ref(|| slice.clone());
    shown.replace(slice.clone());
    use_effect_with(store, move |store| {
        let look = move |state: &State| {
            if *shown.borrow() != select(state) {
                again.force_update();
            }
        };
        // What happened between the rendering and this moment.
        look(&store.state());
        let subscription = store.subscribe(move |state| look(state));
        move || drop(subscription)
    });
    slice
}

/// Tells the store what the agent has done.
#[hook]
pub fn use_dispatch() -> Callback<AgentAct> {
    let store = use_store();
    use_callback(store, |act, store| store.dispatch(Event::Agent(act)))
}
