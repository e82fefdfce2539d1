//! How components read the store. Each component takes the slice of the [`View`] that it shows, and renders again only
//! when that slice changes.

use std::rc::Rc;

use yew::prelude::*;

use super::view::View;
use store::{AgentAction, Event, State, Store};

/// The store of the panel around this component. Outside a panel, this is a store in which nothing happens.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().unwrap_or_else(|| Store::new(State::default(), |_, _| {}))
}

/// The slice that `select` takes from the view. `select` is a plain function, because a closure would keep the values
/// that it captured first.
#[hook]
pub fn use_slice<T: Clone + PartialEq + 'static>(select: fn(&View) -> T) -> T {
    use_slice_with((), move |view, ()| select(view))
}

/// The same for a slice that depends on `key`, which must be all that `select` captures.
#[hook]
pub fn use_slice_with<K, T>(key: K, select: impl Fn(&View, &K) -> T + 'static) -> T
where
    K: Clone + PartialEq + 'static,
    T: Clone + PartialEq + 'static,
{
    let store = use_store();
    let again = use_force_update();
    let slice = select(&View::of(&store.state()), &key);
    let shown = use_mut_ref(|| slice.clone());
    shown.replace(slice.clone());
    use_effect_with((store, key), move |(store, key)| {
        let key = key.clone();
        let look = move |state: &Rc<State>| {
            if *shown.borrow() != select(&View::of(state), &key) {
                again.force_update();
            }
        };
        // The store may have changed between the rendering and this moment.
        look(&store.state());
        let subscription = store.subscribe(look);
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
