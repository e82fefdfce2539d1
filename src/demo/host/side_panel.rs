//! The side panel at the right, with the frame in which the channel provider lives. The frame is always there:
//! minimized it is narrow, hidden it is not displayed, as in the real host. It is never made anew.

use yew::{Callback, Html, html};

use crate::demo::icons::{self, icon};
use crate::simulation::dynamics::{AgentAct, Mode};

/// The side panel around the container frame at this address.
pub fn side_panel(mode: Mode, container: &str, act: &Callback<AgentAct>) -> Html {
    let (name, other, label, strokes) = match mode {
        Mode::Docked => (
            "docked",
            Mode::Minimized,
            "Minimize the panel",
            icons::MINIMIZE,
        ),
        Mode::Minimized => ("minimized", Mode::Docked, "Dock the panel", icons::DOCK),
        Mode::Hidden => ("hidden", Mode::Docked, "Dock the panel", icons::DOCK),
    };
    html! {
        <aside class="side-panel" data-side-panel="" data-mode={name} aria-label="Channel provider">
            <div class="panel-bar">
                <span>{ "Twilio Flex" }</span>
                <button data-act="toggle-panel" title={label} aria-label={label}
                    onclick={act.reform(move |_| AgentAct::SetMode(other))}>{ icon(strokes) }</button>
            </div>
            <iframe data-container="" title="Channel container" src={container.to_owned()}
                allow="microphone; camera; geolocation; autoplay; clipboard-write" />
        </aside>
    }
}
