//! How components read the store. Each component takes the slice of the state that it shows, and renders again only
//! when that slice changes.

use yew::prelude::*;

use store::{AgentAction, Event, State, Store};

/// The store of the panel around this component. Outside a panel, this is a store in which nothing happens.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().unwrap_or_else(|| Store::new(State::default(), |_, _| {}))
}

/// The slice that `select` takes from the state. `select` is a plain function, because a closure would keep the values
/// that it captured first.
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
        // The store may have changed between the rendering and this moment.
        look(&store.state());
        let subscription = store.subscribe(move |state| look(state));
        move || drop(subscription)
    });
    slice
}

/// A callback that tells the store what the agent did.
#[hook]
pub fn use_dispatch() -> Callback<AgentAction> {
    let store = use_store();
    use_callback(store, |act, store| store.dispatch(Event::Agent(act)))
}
