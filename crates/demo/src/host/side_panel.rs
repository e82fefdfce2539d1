//! The side panel at the right, with the frame of the channel provider. The frame is always in the page: it is narrow
//! while minimized, and not displayed while hidden, as in the real host. It is never made anew.

use std::ops::RangeInclusive;

use web_sys::Element;
use yew::{Callback, Html, KeyboardEvent, PointerEvent, TargetCast, html};

use crate::icons::{self, icon};
use simulation::dynamics::{AgentAction, Mode};

/// The possible widths of the docked panel, in pixels.
const WIDTHS: RangeInclusive<i32> = 300..=450;
/// By how many pixels an arrow key changes the width.
const STEP: i32 = 10;

/// The width at first, in a page of this width.
pub fn first_width(page: Option<i32>) -> i32 {
    page.map_or(360, |page| (page / 4).clamp(320, 360))
}

/// The side panel around the container frame at this address.
pub fn side_panel(
    mode: Mode,
    width: i32,
    container: &str,
    act: &Callback<AgentAction>,
    widen: &Callback<i32>,
) -> Html {
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
        <aside class="side-panel" data-side-panel="" data-mode={name} aria-label="Side panel"
            style={format!("--panel-width: {width}px")}>
            if mode == Mode::Docked { { splitter(width, widen) } }
            <div class="panel-bar">
                <span>{ "Twilio Flex" }</span>
                <button class="quiet" data-act="toggle-panel" title={label} aria-label={label}
                    onclick={act.reform(move |_| AgentAction::SetMode(other))}>{ icon(strokes) }</button>
            </div>
            <iframe data-container="" title="Twilio Flex" src={container.to_owned()}
                allow="microphone; camera; geolocation; autoplay; clipboard-write" />
        </aside>
    }
}

/// The edge at which the agent drags the panel wider or narrower.
fn splitter(width: i32, widen: &Callback<i32>) -> Html {
    let widen = widen.reform(|wanted: i32| wanted.clamp(*WIDTHS.start(), *WIDTHS.end()));
    let press = Callback::from(|event: PointerEvent| {
        if let Some(edge) = event.target_dyn_into::<Element>() {
            // The pointer may have gone meanwhile.
            let _ = edge.set_pointer_capture(event.pointer_id());
        }
    });
    let draw = {
        let widen = widen.clone();
        Callback::from(move |event: PointerEvent| {
            let edge = event.target_dyn_into::<Element>();
            let edge = edge.filter(|it| it.has_pointer_capture(event.pointer_id()));
            if let Some(panel) = edge.and_then(|it| it.parent_element()) {
                let right = panel.get_bounding_client_rect().right() as i32;
                widen.emit(right - event.client_x());
            }
        })
    };
    let key = Callback::from(move |event: KeyboardEvent| {
        let wanted = match &*event.key() {
            "ArrowLeft" => width + STEP,
            "ArrowRight" => width - STEP,
            "Home" => *WIDTHS.start(),
            "End" => *WIDTHS.end(),
            _ => return,
        };
        event.prevent_default();
        widen.emit(wanted);
    });
    html! {
        <div class="splitter" role="separator" tabindex="0" aria-orientation="vertical"
            aria-label="Width of the panel" aria-valuenow={width.to_string()}
            aria-valuemin={WIDTHS.start().to_string()} aria-valuemax={WIDTHS.end().to_string()}
            onpointerdown={press} onpointermove={draw} onkeydown={key} />
    }
}
