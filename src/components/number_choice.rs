//! The numbers of a phone field that holds several, with a button for each.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::{Button, Look};
use super::icons::Icon;
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::numbers::use_numbers;
use super::slice::{use_dispatch, use_slice};
use store::AgentAction;

/// The choice among the numbers, while there is one to make.
#[component]
pub fn NumberChoice() -> Html {
    let choice = use_slice(|state| state.calls.choice.clone());
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let numbers = use_numbers(choice.is_some());
    let style = use_style!(
        r#"
        position: relative;
        flex: none;
        max-block-size: 40%;
        overflow-y: auto;
        scrollbar-width: thin;

        & > div.bar { padding-inline-end: 40px; }
        & .numbers {
            display: flex;
            flex-wrap: wrap;
            gap: var(--space-xs);
            margin-block-start: var(--space-xs);
        }
        & .numbers > button {
            flex: 0 1 auto;
            text-align: start;
        }
        & > button {
            position: absolute;
            inset-block-start: 2px;
            inset-inline-end: var(--space-xs);
        }
        "#
    );
    let Some(choice) = choice else {
        return html! {};
    };
    let buttons = choice.numbers.iter().map(|dialable| {
        let number = numbers.shown(&dialable.number);
        let label = match &dialable.extension {
            Some(extension) => i18n.call_extension(&number, extension),
            None => i18n.call_number(&number),
        };
        let chosen = dialable.clone();
        html! {
            <Button
                key={&*dialable.number} act="call" {label}
                onclick={dispatch.reform(move |()| AgentAction::Call(chosen.clone()))}
            />
        }
    });
    let advice = i18n.several_numbers(&choice.click.value);
    html! {
        <section class={style} data-choice="true" aria-label={advice.what.clone()}>
            <Message tone={Tone::Info} {advice}>
                <div class="numbers">{ for buttons }</div>
            </Message>
            <Button
                act="call-none" label={i18n.dismiss()}
                icon={Some(Icon::Cross)} icon_only=true look={Look::Subtle}
                onclick={dispatch.reform(|()| AgentAction::CallNone)}
            />
        </section>
    }
}
