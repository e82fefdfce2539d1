//! What stands in the place of Flex where another window has it; and what is said where windows can't know of each
//! other.

use js_sys::Date;
use stylist::yew::use_style;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::button::{Button, Look};
use super::message::{Message, Tone};
use super::slice::use_act;
use super::words;
use crate::store::{AgentAct, Millis, WindowId};

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
    let work_here = use_act().reform(|()| AgentAct::WorkHere);
    let opened = props.leader.map(|leader| time_of_day(leader.opened));
    html! {
        <main class={style} aria-label="Twilio Flex" role="status" data-elsewhere="true">
            <Message tone={Tone::Info} words={words::windows::following(opened.as_deref())}>
                if props.leader.is_some() {
                    <Button act="work-here" label="Work here" look={Look::Primary} onclick={work_here} />
                }
            </Message>
        </main>
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
    html! {
        if props.alone {
            <div data-trouble="windows"><Message tone={Tone::Info} words={words::windows::alone()} /></div>
        }
    }
}

/// In the agent's own time zone.
fn time_of_day(Millis(moment): Millis) -> String {
    let date = Date::new(&JsValue::from_f64(moment as f64));
    words::windows::time_of_day(date.get_hours(), date.get_minutes())
}
