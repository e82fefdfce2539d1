//! The worker's activity in the header: it shows the activity that Flex has and offers the account's other activities.

use web_sys::HtmlSelectElement;

use stylist::yew::use_style;
use yew::prelude::*;

use super::icons::Icon;
use super::language::use_i18n;
use super::slice::{use_dispatch, use_slice, use_store};
use super::words;
use store::activity::Activity;
use store::{ActivitySid, AgentAction, State};

/// What the component shows: the current activity, and all that the agent can choose. Nothing while Flex can't be asked
/// for another one.
fn shown(state: &State) -> Option<(Activity, Vec<Activity>)> {
    let shown = state
        .shown_activity()
        .filter(|_| state.flex.link.is_open())?;
    let mut all = state.flex.activities.to_vec();
    if !all.iter().any(|one| one.sid == shown.sid) {
        all.insert(0, shown.clone());
    }
    Some((shown.clone(), all))
}

/// The list of activities.
#[component]
pub fn ActivityChoice() -> Html {
    let shown_now = use_slice(|view| shown(view));
    let asked = use_slice(|state| state.flex.asked_activity.is_some());
    let store = use_store();
    let dispatch = use_dispatch();
    let i18n = use_i18n();
    let select = use_node_ref();
    let style = use_style!(
        r#"
        position: relative;
        display: flex;
        flex: 1 1 96px;
        align-items: center;
        max-inline-size: 240px;
        margin-inline-end: auto;
        font: var(--caption-1);
        color: var(--foreground-1);

        & .dot {
            position: absolute;
            inset-inline-start: var(--space-s);
            inline-size: 10px;
            block-size: 10px;
            border-radius: 50%;
            box-shadow: inset 0 0 0 2px var(--foreground-3);
            pointer-events: none;
        }
        &.available .dot { background: var(--success-fill); box-shadow: none; }
        &.away .dot { background: var(--warning-fill); box-shadow: none; }
        &.asked .dot { animation: beckon 1.6s ease-in-out infinite; }
        & select {
            appearance: none;
            inline-size: 100%;
            min-block-size: 28px;
            padding-block: 0;
            padding-inline: 24px 20px;
            border: 1px solid var(--stroke-1);
            border-radius: var(--radius-m);
            background: var(--background-1);
            color: inherit;
            font: inherit;
            text-overflow: ellipsis;
            cursor: pointer;
        }
        & select:hover { border-color: var(--stroke-1-hover); background: var(--background-1-hover); }
        & > .icon {
            position: absolute;
            inset-inline-end: var(--space-s-nudge);
            font-size: 12px;
            color: var(--foreground-3);
            pointer-events: none;
        }
        @media (forced-colors: active) {
            & .dot { forced-color-adjust: none; }
        }
        "#
    );
    let sid_shown = shown_now.as_ref().map(|(shown, _)| shown.sid.clone());
    // When the agent chooses, the browser shows the choice at once. The component puts the select back to what Flex
    // says.
    use_effect_with((select.clone(), sid_shown, asked), |(select, sid, _)| {
        show(select, sid.as_ref());
    });
    let onchange = {
        let select = select.clone();
        Callback::from(move |_: Event| {
            if let Some(chosen) = select.cast::<HtmlSelectElement>() {
                dispatch.emit(AgentAction::SetActivity(chosen.value().as_str().into()));
            }
            let now = store.read(shown).map(|(shown, _)| shown.sid);
            show(&select, now.as_ref());
        })
    };
    let Some((shown, all)) = shown_now else {
        return Html::default();
    };
    let standing = match &shown {
        Activity { offline: true, .. } => "offline",
        Activity {
            available: true, ..
        } => "available",
        _ => "away",
    };
    html! {
        <div class={classes!(style, standing, asked.then_some("asked"))} title={words::activity(&i18n, &shown)}>
            <span class="dot" aria-hidden="true" />
            <select
                ref={select} {onchange} aria-label={i18n.activity()} aria-busy={asked.then_some("true")}
                data-activity={shown.name.to_string()} data-standing={standing}
            >
                { for all.iter().map(|one| html! {
                    <option value={one.sid.as_str().to_owned()} selected={one.sid == shown.sid}>
                        { &*one.name }
                    </option>
                }) }
            </select>
            { Icon::Chevron.html() }
        </div>
    }
}

fn show(select: &NodeRef, sid: Option<&ActivitySid>) {
    if let Some((select, sid)) = select.cast::<HtmlSelectElement>().zip(sid) {
        select.set_value(sid.as_str());
    }
}
