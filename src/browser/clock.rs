//! The time of day, and waiting.

use std::pin::pin;

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use store::{Event, Millis, Store, Timer};

/// This moment.
#[must_use]
pub fn now() -> Millis {
    Millis(js_sys::Date::now() as u64)
}

/// A moment as local time with milliseconds: `18:04:12.345`.
#[must_use]
pub fn to_the_millisecond(Millis(moment): Millis) -> String {
    let date = js_sys::Date::new(&(moment as f64).into());
    format!(
        "{:02}:{:02}:{:02}.{:03}",
        date.get_hours(),
        date.get_minutes(),
        date.get_seconds(),
        date.get_milliseconds()
    )
}

/// A moment in UTC (ISO 8601). In native tests it is the number.
#[must_use]
pub fn in_utc(Millis(moment): Millis) -> String {
    if cfg!(target_arch = "wasm32") {
        let date = js_sys::Date::new(&(moment as f64).into());
        date.to_iso_string().into()
    } else {
        moment.to_string()
    }
}

/// Performs [`Effect::Wait`](store::Effect::Wait).
pub fn perform(store: &Store, timer: Timer, millis: u32) {
    let store = store.clone();
    spawn_local(async move {
        TimeoutFuture::new(millis).await;
        store.dispatch(Event::TimeUp(timer));
    });
}

/// The output of the future, if it comes within this time (milliseconds). Otherwise the future is dropped.
pub async fn within<T>(millis: u32, future: impl Future<Output = T>) -> Option<T> {
    match select(pin!(future), TimeoutFuture::new(millis)).await {
        Either::Left((value, _)) => Some(value),
        Either::Right(_) => None,
    }
}
