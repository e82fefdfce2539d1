//! The panel while it is minimized: one narrow button that shows how many tasks there are and docks the panel.

use stylist::yew::use_style;
use yew::prelude::*;

use super::icons::Icon;
use super::language::use_i18n;
use super::slice::{use_dispatch, use_slice};
use super::words;
use super::words::link::{self, Standing};
use store::AgentAction;

/// The rail.
#[component]
pub fn Rail() -> Html {
    let counts = use_slice(|view| view.counts);
    let dynamics = use_slice(|state| state.dynamics.clone());
    let flex = use_slice(|state| state.flex.link.clone());
    let i18n = use_i18n();
    let links = [link::dynamics(&i18n, &dynamics), link::flex(&i18n, &flex)];
    let down = links.iter().any(|link| link.standing == Standing::Down);
    let notices = use_slice(|state| state.notices.len());
    let dispatch = use_dispatch();
    let style = use_style!(
        r#"
        position: absolute;
        inset: 0;
        z-index: 1;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--space-m);
        inline-size: 100%;
        padding: var(--space-m) 0;
        background: var(--background-1);
        cursor: pointer;

        &:hover { background: var(--background-1-hover); }
        & .mark {
            display: grid;
            place-content: center;
            justify-items: center;
            min-inline-size: 36px;
            min-block-size: 36px;
            padding: var(--space-s-nudge) var(--space-xs);
            border-radius: var(--radius-l);
            color: var(--foreground-2);
            font-size: 20px;
        }
        & .expand { color: var(--brand-foreground); }
        & .number { font: var(--caption-1-strong); }
        & .waiting {
            background: var(--warning-background);
            color: var(--warning-foreground);
            box-shadow: inset 0 0 0 1px var(--warning-stroke);
            animation: beckon 1.6s ease-in-out infinite;
        }
        & .trouble {
            background: var(--danger-background);
            color: var(--danger-foreground);
            box-shadow: inset 0 0 0 1px var(--danger-stroke);
        }
        "#
    );
    let troubles = counts.troubled + notices + usize::from(down);
    let mark = |class: &'static str, icon: Icon, number: usize| {
        html! {
            <span class={classes!("mark", class)}>
                { icon.html() }
                if number > 0 { <span class="number">{ i18n.number(number) }</span> }
            </span>
        }
    };
    let label = words::rail(&i18n, counts.all, counts.waiting, troubles);
    html! {
        <button
            type="button" class={style} data-act="dock" onclick={dispatch.reform(|_: MouseEvent| AgentAction::Dock)}
            aria-label={label.clone()} title={label}
        >
            { mark("expand", Icon::Expand, 0) }
            { mark("tasks", Icon::Tasks, counts.all) }
            if counts.waiting > 0 { { mark("waiting", Icon::Phone, counts.waiting) } }
            if troubles > 0 { { mark("trouble", Icon::Warning, troubles) } }
        </button>
    }
}
