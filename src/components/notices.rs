//! What the agent has to know: problems until the agent dismisses them, the number that is being dialled, what is wrong
//! with the link to Dynamics, and that there is no `config.json`.
//!
//! While Flex works, the notices cover its upper edge, so Flex does not move under the agent's pointer when a notice
//! comes or goes. While Flex does not work they cover nothing, because the agent may have to log in there.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::{Button, Look};
use super::diagnostics::Subject;
use super::icons::Icon;
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::numbers::use_numbers;
use super::slice::{use_dispatch, use_slice};
use super::words::{self, I18n, link};
use store::AgentAction;

/// The notices.
#[component]
pub fn Notices() -> Html {
    let notices = use_slice(|state| state.notices.clone());
    let dynamics = use_slice(|state| state.dynamics.clone());
    let dialing = use_slice(|state| state.calls.dialing.clone());
    let over_flex = use_slice(|state| state.flex.link.is_open() && !state.windows.follows());
    let numbers = use_numbers(dialing.number().is_some());
    let subject = use_context::<Subject>();
    let defaults_read = use_state(|| false);
    let on_defaults_read = use_callback((), {
        let read = defaults_read.setter();
        move |(), ()| read.set(true)
    });
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let style = use_style!(
        r#"
        flex: none;
        max-block-size: 40%;
        overflow-y: auto;
        scrollbar-width: thin;

        &.over {
            position: absolute;
            inset-block-start: 0;
            inset-inline: 0;
            z-index: 1;
            box-shadow: var(--shadow-4);
        }
        & .notice { position: relative; }
        & .notice > div { padding-inline-end: 40px; }
        & .notice > button {
            position: absolute;
            inset-block-start: 2px;
            inset-inline-end: var(--space-xs);
        }
        "#
    );
    html! {
        <div class={classes!(style, over_flex.then_some("over"))}>
            <div>
                if let Some(advice) = link::dynamics_trouble(&i18n, &dynamics) {
                    <div data-trouble="dynamics"><Message tone={Tone::Error} {advice} /></div>
                }
            </div>
            if let Some(advice) = words::dialling(&i18n, &dialing, |number| numbers.shown(number)) {
                <div data-dialling="true"><Message tone={Tone::Info} {advice} /></div>
            }
            // The latest notice stands first, where it is in sight.
            <div>
                { for notices.iter().rev().map(|notice| {
                    let id = notice.id;
                    html! {
                        <div class="notice" key={id.0} data-notice={notice.problem.code()}>
                            <Message tone={Tone::Warning} advice={words::advice(&i18n, &notice.problem)} />
                            { dismiss(&i18n, dispatch.reform(move |()| AgentAction::Dismiss(id))) }
                        </div>
                    }
                }) }
            </div>
            // Missing `config.json` is no problem if it is meant, so this notice is neither counted nor announced.
            if !*defaults_read && subject.is_some_and(|subject| subject.is_of_build()) {
                <div class="notice" data-notice="config.defaults">
                    <Message tone={Tone::Info} advice={i18n.defaults_in_force()} />
                    { dismiss(&i18n, on_defaults_read) }
                </div>
            }
        </div>
    }
}

fn dismiss(i18n: &I18n, onclick: Callback<()>) -> Html {
    html! {
        <Button
            act="dismiss" label={i18n.dismiss()} icon={Some(Icon::Cross)} icon_only=true look={Look::Subtle}
            {onclick}
        />
    }
}
