//! What stands in the place of Flex where another window has it; and what is said where windows can't know of each
//! other.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::{Button, Look};
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::slice::use_dispatch;
use super::words;
use crate::store::{AgentAct, WindowId};

/// Which window leads.
#[derive(PartialEq, Properties)]
pub struct OtherWindowProps {
    /// The leader, once it has been heard of.
    pub leader: Option<WindowId>,
}

/// Says which window leads, and offers to work in this one.
#[component]
pub fn OtherWindow(props: &OtherWindowProps) -> Html {
    let style = use_style!(
        r#"
        flex: 1;
        min-block-size: 0;
        background: var(--background-2);

        & button { margin-block-start: var(--space-s); }
        "#
    );
    let work_here = use_dispatch().reform(|()| AgentAct::WorkHere);
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

/// Whether there is something to say.
#[derive(PartialEq, Properties)]
pub struct AloneNoticeProps {
    /// Windows can't know of each other.
    pub alone: bool,
}

/// Says that each window leads itself, where that is so.
#[component]
pub fn AloneNotice(props: &AloneNoticeProps) -> Html {
    let i18n = use_i18n();
    html! {
        if props.alone {
            <div data-trouble="windows"><Message tone={Tone::Info} advice={i18n.alone()} /></div>
        }
    }
}
