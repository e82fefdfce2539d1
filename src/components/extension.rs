//! The extension of a connected call: a button that sends it. For a call on a desk phone, the agent reads what to enter
//! there.

use yew::prelude::*;

use super::button::Button;
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::row::Row;
use super::slice::use_dispatch;
use super::words;
use store::AgentAction;
use store::can_send_digits;

/// The extension of a row's call, if there is one.
#[component]
pub fn Extension(row: &Row) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let Row { task, .. } = row;
    let Some(digits) = &row.extension else {
        return html! {};
    };
    if !can_send_digits(task) {
        let advice = i18n.enter_extension(digits);
        return html! {
            <div class="trouble" data-extension="shown"><Message tone={Tone::Info} {advice} inline=true /></div>
        };
    }
    let sid = task.sid.clone();
    html! {
        <div class="open" data-extension="offered">
            <Button
                act="send-extension" label={i18n.send_extension(digits)} about={words::customer(&i18n, task)}
                disabled={row.busy} obstacle={(!row.commanded).then(|| AttrValue::from(i18n.needs_flex()))}
                in_tab_order={row.tab_stop}
                onclick={dispatch.reform(move |()| AgentAction::SendExtension(sid.clone()))}
            />
        </div>
    }
}
