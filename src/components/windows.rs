//! What stands in the place of Flex while another window has it, and a warning where the windows can't know of each
//! other.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::{Button, Look};
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::slice::use_dispatch;
use super::words;
use store::{AgentAction, WindowId};

/// What the message needs.
#[derive(PartialEq, Properties)]
pub struct OtherWindowProps {
    /// The window that leads, once this window has heard of it.
    pub leader: Option<WindowId>,
}

/// Says which window leads, and offers to work in this window.
#[component]
pub fn OtherWindow(props: &OtherWindowProps) -> Html {
    let style = use_style!(
        r#"
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        background: var(--background-2);
        scrollbar-width: thin;

        & button { margin-block-start: var(--space-s); }
        "#
    );
    let work_here = use_dispatch().reform(|()| AgentAction::WorkHere);
    let i18n = use_i18n();
    html! {
        <section class={style} aria-label={i18n.flex_area()} data-elsewhere="true">
            <Message tone={Tone::Info} advice={words::windows::following(&i18n, props.leader)}>
                if props.leader.is_some() {
                    <Button act="work-here" label={i18n.work_here()} look={Look::Primary} onclick={work_here} />
                }
            </Message>
        </section>
    }
}

/// What the warning needs.
#[derive(PartialEq, Properties)]
pub struct AloneNoticeProps {
    /// The windows can't know of each other.
    pub alone: bool,
}

/// Warns that each window has its own Flex, where the windows can't know of each other.
#[component]
pub fn AloneNotice(props: &AloneNoticeProps) -> Html {
    let i18n = use_i18n();
    html! {
        if props.alone {
            <div data-trouble="windows"><Message tone={Tone::Info} advice={i18n.alone()} /></div>
        }
    }
}
