//! What is wrong or worth knowing, in words: a bar of its own, or a line within a row.

use stylist::yew::use_style;
use yew::prelude::*;

use super::icons::Icon;
use super::words::Advice;

/// How serious a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Worth knowing.
    Info,
    /// Something works less well than it should.
    Warning,
    /// Something has failed.
    Error,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The message.
#[derive(PartialEq, Properties)]
pub struct MessageProps {
    /// How serious the message is.
    pub tone: Tone,
    /// What happened, and what to do.
    pub advice: Advice,
    /// The message stands within a row and has no bar of its own.
    #[prop_or_default]
    pub inline: bool,
    /// What stands below the words: details, buttons.
    #[prop_or_default]
    pub children: Html,
}

/// The message.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    let style = use_style!(
        r#"
        display: flex;
        gap: var(--space-s);
        align-items: flex-start;
        font: var(--caption-1);
        color: var(--foreground-1);
        overflow-wrap: anywhere;

        & > .icon { font-size: 16px; }
        & > div {
            flex: 1;
            min-inline-size: 0;
        }
        & .what { font: var(--caption-1-strong); }
        & .remedy { color: var(--foreground-2); }

        &.info > .icon { color: var(--foreground-3); }
        &.warning > .icon { color: var(--warning-foreground); }
        &.error > .icon { color: var(--danger-foreground); }

        &.bar {
            padding: var(--space-s) var(--space-m);
            border-block-end: 1px solid var(--stroke-2);
            background: var(--background-3);
        }
        &.bar.warning {
            border-color: var(--warning-stroke);
            background: var(--warning-background);
        }
        &.bar.error {
            border-color: var(--danger-stroke);
            background: var(--danger-background);
        }
        "#
    );
    let icon = match props.tone {
        Tone::Info => Icon::Info,
        Tone::Warning | Tone::Error => Icon::Warning,
    };
    html! {
        <div class={classes!(style, props.tone.class(), (!props.inline).then_some("bar"))}>
            { icon.html() }
            <div>
                <p>
                    <span class="what">{ &props.advice.what }</span>{ " " }
                    <span class="remedy">{ &props.advice.remedy }</span>
                </p>
                { props.children.clone() }
            </div>
        </div>
    }
}
