//! The frame that shows Flex.
//!
//! It is mounted once, at a fixed place in the tree and with a fixed address. CSS may hide it, but nothing unmounts it:
//! a frame that is mounted again loads Flex again, and the call on screen is lost.

use yew::prelude::*;

/// The permissions that Flex needs for calls and chats. A frame never gets more than the frames around it have.
const ALLOW: &str = "microphone; camera; autoplay; clipboard-read; clipboard-write; display-capture; fullscreen; \
                     geolocation; speaker-selection; screen-wake-lock";

/// The frame.
#[derive(PartialEq, Properties)]
pub struct FlexFrameProps {
    /// The address of Flex.
    pub url: AttrValue,
    /// The frame's title for screen readers.
    pub title: AttrValue,
    /// The frame's element, for the link.
    pub frame: NodeRef,
    /// Called when the frame has loaded something: Flex, a log-in page, or the browser's message that Flex can't be
    /// framed.
    pub onload: Callback<()>,
}

/// The frame. It has no `sandbox`, because log-in opens pop-ups that must leave it.
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
