//! The icons, drawn on a square of 20 × 20 with one line width. An icon never stands alone: a word or a label always
//! stands beside it.

use yew::prelude::*;

use store::state::Channel;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A telephone receiver.
    Phone,
    /// A telephone receiver with an arrow that comes back.
    Callback,
    /// Two reels of a tape.
    Voicemail,
    /// Two speech bubbles.
    Chat,
    /// A mobile phone.
    Mobile,
    /// An envelope, for unknown channels.
    Envelope,
    /// A telephone receiver that lies down.
    HangUp,
    /// Two bars.
    Pause,
    /// A triangle.
    Play,
    /// A tick.
    Check,
    /// A cross.
    Cross,
    /// An arrow that leaves its box.
    Open,
    /// A triangle with an exclamation mark.
    Warning,
    /// A circle with an i.
    Info,
    /// An arrow head that points down. It points up when its box is turned.
    Chevron,
    /// An arrow head that points to where the panel unfolds.
    Expand,
    /// An arrow in a circle.
    Reload,
    /// Three lines of a list.
    Tasks,
    /// A globe.
    Globe,
    /// An arrow back.
    Back,
    /// Two sheets.
    Copy,
    /// An arrow onto the ground.
    Download,
    /// An arrow that reaches a wall.
    Event,
    /// An arrow that leaves a wall.
    Effect,
    /// A keyboard.
    Keyboard,
}

impl Icon {
    /// The icon of a channel.
    #[must_use]
    pub fn of(channel: &Channel) -> Self {
        match channel {
            Channel::Call => Self::Phone,
            Channel::Callback => Self::Callback,
            Channel::Voicemail => Self::Voicemail,
            Channel::Sms | Channel::Rcs => Self::Mobile,
            Channel::Chat
            | Channel::WhatsApp
            | Channel::Messenger
            | Channel::Instagram
            | Channel::GoogleBusiness
            | Channel::AppleMessages => Self::Chat,
            Channel::Email | Channel::Other(_) => Self::Envelope,
        }
    }

    /// The icon as an SVG element.
    pub fn html(self) -> Html {
        html! {
            <svg class={classes!("icon", self.points().then_some("points"))} viewBox="0 0 20 20" aria-hidden="true"><path d={self.path()} /></svg>
        }
    }

    /// Whether the icon points along the line. Such icons are mirrored in languages that run from right to left.
    fn points(self) -> bool {
        matches!(
            self,
            Self::Expand | Self::Open | Self::Tasks | Self::Back | Self::Event | Self::Effect
        )
    }

    fn path(self) -> &'static str {
        match self {
            Self::Phone => {
                "M6.4 2.8 4.9 3.3C3.6 3.7 2.9 5 3.1 6.3c.9 5.4 5.2 9.7 10.6 10.6 1.3.2 2.6-.5 3-1.8l.5-1.5c.2-.7-.1-1.4-.7-1.8\
                 l-2.2-1.3c-.6-.4-1.4-.3-1.9.2l-.9.9c-1.3-.7-2.4-1.8-3.1-3.1l.9-.9c.5-.5.6-1.3.2-1.9L8.2 3.5c-.4-.6-1.1-.9-1.8-.7Z"
            }
            Self::Callback => {
                "M6.4 5.8 5 6.2C3.8 6.6 3.1 7.7 3.3 9c.8 4.3 4.2 7.7 8.5 8.5 1.3.2 2.4-.5 2.8-1.7l.4-1.4c.2-.6-.1-1.3-.6-1.6\
                 l-1.9-1.2c-.5-.3-1.2-.3-1.6.2l-.8.8a6.4 6.4 0 0 1-2.6-2.6l.8-.8c.5-.4.5-1.1.2-1.6L8 6.5c-.3-.5-1-.8-1.6-.7ZM17 3l-5 5M12 4v4h4"
            }
            Self::Voicemail => {
                "M6 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM14 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM6 13.5h8"
            }
            Self::Chat => {
                "M8 3a5 5 0 0 1 0 10 5 5 0 0 1-2-.4L3 13.3l.8-2.7A5 5 0 0 1 8 3Zm5.9 4a4.6 4.6 0 0 1 2.4 6.9l.6 2.4-2.6-.6\
                 A4.7 4.7 0 0 1 8.9 14.9"
            }
            Self::Mobile => {
                "M7 2.5h6a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 16V4A1.5 1.5 0 0 1 7 2.5ZM9 14.5h2"
            }
            Self::Envelope => {
                "M4 4h12a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 16 16H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 4ZM2.5 6.5l7.5 4.5 7.5-4.5"
            }
            Self::HangUp => {
                "M10 6.5c-3 0-5.6.8-7 2.2-.8.8-.8 2-.5 3.1.2.7.9 1.1 1.6.9l2.3-.6c.6-.2 1-.7 1.1-1.3l.1-1.2a9 9 0 0 1 4.8 0\
                 l.1 1.2c.1.6.5 1.1 1.1 1.3l2.3.6c.7.2 1.4-.2 1.6-.9.3-1.1.3-2.3-.5-3.1-1.4-1.4-4-2.2-7-2.2Z"
            }
            Self::Pause => "M7 4v12M13 4v12",
            Self::Play => "M6.5 4v12l9.5-6-9.5-6Z",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Cross => "M5 5l10 10M15 5 5 15",
            Self::Open => {
                "M8.5 4H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2v-2.5M11.5 3.5h5v5M16 4l-6 6"
            }
            Self::Warning => "M10 3.2 2.6 16.3h14.8L10 3.2ZM10 8v4M10 14.1v.1",
            Self::Info => "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 9v4.5M10 6.5v.1",
            Self::Chevron => "M5 7.5l5 5 5-5",
            Self::Expand => "M11 5l-5 5 5 5M15 5l-5 5 5 5",
            Self::Reload => "M15.5 10a5.5 5.5 0 1 1-1.6-3.9M14.5 3v3.5H11",
            Self::Globe => {
                "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM2.5 10h15M10 2.5c4.4 4.4 4.4 10.6 0 15M10 2.5c-4.4 4.4-4.4 10.6 0 15"
            }
            Self::Back => "M16.5 10h-13M9 4.5 3.5 10 9 15.5",
            Self::Copy => "M7.5 6.5h9v10h-9v-10ZM4.5 13.5H3.5v-10h9v1",
            Self::Download => "M10 3v9.5M6 8.5l4 4 4-4M3.5 16.5h13",
            Self::Event => "M3 10h10M9 6l4 4-4 4M16.5 4v12",
            Self::Effect => "M3.5 4v12M7 10h10M13 6l4 4-4 4",
            Self::Keyboard => {
                "M4 4.5h12A1.5 1.5 0 0 1 17.5 6v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 14V6A1.5 1.5 0 0 1 4 4.5ZM5.5 7.5h.1M8.5 7.5h.1\
                 M11.5 7.5h.1M14.5 7.5h.1M5.5 10h.1M8.5 10h.1M11.5 10h.1M14.5 10h.1M7 12.5h6"
            }
            Self::Tasks => "M3.5 5.5h.1M7 5.5h9.5M3.5 10h.1M7 10h9.5M3.5 14.5h.1M7 14.5h9.5",
        }
    }
}
