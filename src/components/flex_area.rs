//! The Flex frame, and above it what is wrong while Flex is not connected. Nothing covers the frame then, because the
//! agent may have to log in there.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::Button;
use super::icons::Icon;
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::slice::use_slice;
use super::words::link;
use crate::flex::frame::{self, FlexFrame};
use store::state::FlexLink;

/// The address of Flex, and the two origins that Flex must allow.
#[derive(Clone, PartialEq, Properties)]
pub struct FlexAreaProps {
    /// The address of Flex.
    pub url: AttrValue,
    /// The origin of this page.
    pub panel_origin: AttrValue,
    /// The origin of the organization.
    pub dynamics_origin: AttrValue,
}

/// The area, and what the panel does with it.
#[derive(PartialEq, Properties)]
pub(super) struct FlexAreaInPanelProps {
    /// The addresses.
    pub flex: FlexAreaProps,
    /// Something in the panel covers the frame.
    pub covered: bool,
}

/// The area of Flex.
#[component]
pub(super) fn FlexArea(props: &FlexAreaInPanelProps) -> Html {
    let FlexAreaInPanelProps { flex, covered } = props;
    let loaded = use_state(|| false);
    let i18n = use_i18n();
    let onload = use_callback((), {
        let loaded = loaded.setter();
        move |(), ()| loaded.set(true)
    });
    let style = use_style!(
        r#"
        display: flex;
        flex: 1;
        flex-direction: column;
        min-block-size: 0;

        & .stage {
            position: relative;
            flex: 1;
            min-block-size: 0;
            background: var(--background-2);
        }
        /* Only a measure for the frame. What lies behind it is reached through it. */
        & .place {
            position: absolute;
            inset: 0;
            pointer-events: none;
        }
        & .loading {
            position: absolute;
            inset: 0;
            display: grid;
            place-content: center;
            justify-items: center;
            gap: var(--space-m);
            font: var(--body-1);
            color: var(--foreground-3);
        }
        & .loading .spinner {
            font-size: 32px;
            border-width: 3px;
        }
        "#
    );
    html! {
        <section class={style} aria-label={i18n.flex_area()}>
            <FlexTrouble ..flex.clone() />
            <div class={classes!("stage", loaded.then_some("loaded"))}>
                <div class="loading">
                    if !*loaded { <span class="spinner" /><span>{ i18n.loading_flex() }</span> }
                </div>
                <FlexFrame title={i18n.flex_area()} url={flex.url.clone()} covered={*covered} {onload} />
            </div>
        </section>
    }
}

/// What is wrong with the link to Flex, and what to do about it.
#[component]
fn FlexTrouble(props: &FlexAreaProps) -> Html {
    let flex = use_slice(|state| state.flex.link.clone());
    let i18n = use_i18n();
    let style = use_style!(
        r#"
        flex: 0 0 auto;
        max-block-size: 60%;
        overflow-y: auto;
        scrollbar-width: thin;

        & details { margin-block-start: var(--space-xs); }
        & summary {
            inline-size: fit-content;
            padding-block: var(--space-xs);
            border-radius: var(--radius-s);
            color: var(--brand-foreground);
            cursor: pointer;
        }
        & summary:hover { text-decoration: underline; }
        & li {
            margin-block-start: var(--space-xs);
            padding-inline-start: var(--space-m);
            color: var(--foreground-2);
        }
        & li::before {
            content: "•";
            margin-inline: calc(-1 * var(--space-m)) var(--space-s-nudge);
        }
        & button { margin-block-start: var(--space-s); }
        "#
    );
    let reload = use_callback(props.url.clone(), |(), url| {
        if let Some(frame) = frame::element() {
            frame.set_src(url);
        }
    });
    let tone = match flex {
        FlexLink::NotAnswering => Tone::Info,
        FlexLink::SignedOut | FlexLink::Replaced => Tone::Warning,
        _ => Tone::Error,
    };
    let reloadable = matches!(flex, FlexLink::SignedOut | FlexLink::Replaced);
    let shown = link::flex_trouble(&i18n, &flex).map(|advice| {
        html! {
            <div data-trouble="flex">
                <Message {tone} {advice}>
                    if flex == FlexLink::NotAnswering {
                        <details>
                            <summary>{ i18n.checklist() }</summary>
                            <ul>
                                { for link::checklist(&i18n, &props.panel_origin, &props.dynamics_origin)
                                    .into_iter().map(|line| html! { <li>{ line }</li> }) }
                            </ul>
                        </details>
                    }
                    if reloadable {
                        <Button
                            act="reload-flex" label={i18n.reload_flex()} icon={Some(Icon::Reload)}
                            onclick={reload}
                        />
                    }
                </Message>
            </div>
        }
    });
    html! { <div class={style}>{ shown }</div> }
}
