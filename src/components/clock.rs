//! One clock for all running timers: it ticks once a second, and only the timers hear it.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use super::language::use_i18n;
use crate::browser::clock;
use crate::store::Millis;

/// Now, as the last tick saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Now(Millis);

impl Now {
    fn read() -> Self {
        Self(clock::now())
    }
}

/// What stands inside.
#[derive(PartialEq, Properties)]
pub struct ClockProps {
    /// Everything that may hold timers.
    pub children: Html,
}

/// Ticks for the timers inside of it.
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

/// How long something has lasted.
#[derive(PartialEq, Properties)]
pub struct TimerProps {
    /// When it began.
    pub began: Millis,
    /// When all of it began, of which this is a part: how long that is tells a tip.
    #[prop_or_default]
    pub whole: Option<Millis>,
}

/// How long something has lasted, running.
#[component]
pub fn Timer(props: &TimerProps) -> Html {
    let Now(now) = use_context::<Now>().unwrap_or_else(Now::read);
    // A clock that was set back must not show the beginning of time.
    let i18n = use_i18n();
    let lasted = |since: Millis| i18n.duration(now.0.saturating_sub(since.0) / 1_000);
    let tip = props.whole.map(|whole| i18n.whole_time(&lasted(whole)));
    html! { <span class="timer" role="timer" aria-hidden="true" title={tip}>{ lasted(props.began) }</span> }
}
