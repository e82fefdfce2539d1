//! The frame that shows Flex.
//!
//! It is mounted once, at a fixed place in the tree and with a fixed address, and only ever hidden by CSS: a frame
//! that is mounted again loads Flex again and loses the call on screen.

use yew::prelude::*;

/// What a phone and a chat need; a frame gets no more than the frames around it have.
const ALLOW: &str = "microphone; camera; autoplay; clipboard-read; clipboard-write; display-capture; fullscreen; \
                     geolocation; speaker-selection; screen-wake-lock";

/// The frame.
#[derive(PartialEq, Properties)]
pub struct FlexFrameProps {
    /// The address of Flex.
    pub url: AttrValue,
    /// What it shows, for those who can't see it.
    pub title: AttrValue,
    /// The frame's element, for the link.
    pub frame: NodeRef,
    /// It has something to show: Flex, a log-in page, or the browser's own words that it can't be framed.
    pub onload: Callback<()>,
}

/// The frame. No `sandbox`: logging in needs pop-ups that escape it.
#[component]
pub fn FlexFrame(props: &FlexFrameProps) -> Html {
    html! {
        <iframe
            ref={props.frame.clone()}
            src={&props.url}
            title={&props.title}
            allow={ALLOW}
            data-flex="true"
            onload={props.onload.reform(|_: Event| ())}
        />
    }
}
