//! One clock for all running timers. It ticks once a second, and only the timers render again.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use super::language::use_i18n;
use crate::browser::clock;
use store::Millis;

/// The time of the last tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Now(Millis);

impl Now {
    fn read() -> Self {
        Self(clock::now())
    }
}

/// What the clock contains.
#[derive(PartialEq, Properties)]
pub struct ClockProps {
    /// Everything that may hold timers.
    pub children: Html,
}

/// Gives the time to the timers inside it, once a second.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let now = use_state(Now::read);
    let tick = now.setter();
    use_effect_with((), move |()| {
        let interval = Interval::new(1_000, move || tick.set(Now::read()));
        move || drop(interval)
    });
    html! { <ContextProvider<Now> context={*now}>{ props.children.clone() }</ContextProvider<Now>> }
}

/// What a timer shows.
#[derive(PartialEq, Properties)]
pub struct TimerProps {
    /// When the measured time began.
    pub began: Millis,
    /// When the whole began of which the measured time is a part. A tooltip shows how long the whole has lasted.
    #[prop_or_default]
    pub whole: Option<Millis>,
}

/// A running timer.
#[component]
pub fn Timer(props: &TimerProps) -> Html {
    let Now(now) = use_context::<Now>().unwrap_or_else(Now::read);
    // If the computer's clock is set back, the timer shows zero.
    let i18n = use_i18n();
    let lasted = |since: Millis| i18n.duration(now.0.saturating_sub(since.0) / 1_000);
    let tip = props.whole.map(|whole| i18n.whole_time(&lasted(whole)));
    html! { <span class="timer" role="timer" aria-hidden="true" title={tip}>{ lasted(props.began) }</span> }
}
