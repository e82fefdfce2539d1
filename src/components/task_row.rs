//! A task in the list: who, by which channel, how it stands, for how long, about what; what is wrong; what to do.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::Button;
use super::clock::Timer;
use super::icons::Icon;
use super::message::{Message, Tone};
use super::reveal::reveal;
use super::row::{RecordStanding, Row};
use super::slice::use_act;
use super::task_actions::TaskActions;
use super::words::{self, Words};
use crate::store::AgentAct;
use crate::store::state::{Channel, Task, TaskStatus};

/// A row of the task list.
#[component]
pub fn TaskRow(row: &Row) -> Html {
    let style = use_row_style();
    let act = use_act();
    let Row { task, selected, .. } = row;
    let place = use_node_ref();
    use_effect_with((place.clone(), *selected), |(place, selected)| {
        if let Some(row) = place.cast().filter(|_| *selected) {
            reveal(&row);
        }
    });
    let select = {
        let sid = task.sid.clone();
        act.reform(move |_: MouseEvent| AgentAct::Select(sid.clone()))
    };
    let open = {
        let sid = task.sid.clone();
        act.reform(move |()| AgentAct::Open(sid.clone()))
    };
    html! {
        <li
            ref={place}
            class={classes!(style, selected.then_some("selected"))}
            data-task={task.sid.as_str().to_owned()}
            data-status={status(task.status)}
            data-channel={channel(&task.channel)}
            aria-current={selected.then_some("true")}
        >
            <div class="top">
                <button type="button" class="select" aria-label={words::row(task, *selected)} onclick={select}>
                    { avatar(task) }
                    <span class="lines">
                        <span class="first">
                            <span class="customer">{ words::customer(task) }</span>
                            <Timer began={task.began} />
                        </span>
                        <span class="second">
                            <span>{ words::channel(&task.channel) }</span>
                            <span class="state">{ words::state(task) }</span>
                            if task.muted == Some(true) { <span>{ "Muted" }</span> }
                        </span>
                        <span class="third">
                            <span class="subject">{ words::subject(task) }</span>
                            if row.record == RecordStanding::Opening {
                                <span class="opening"><span class="spinner" />{ "Opening" }</span>
                            }
                            if task.ready { <span class="ready" data-ready="true">{ "Ready" }</span> }
                        </span>
                    </span>
                </button>
                if task.status != TaskStatus::Pending { <TaskActions ..row.clone() /> }
            </div>
            { for troubles(row) }
            if row.record.can_open() {
                <div class="open">
                    <Button
                        act="open" label={words::open(task)} about={words::customer(task).to_owned()}
                        icon={Some(Icon::Open)} onclick={open}
                    />
                </div>
            }
            if task.status == TaskStatus::Pending { <TaskActions ..row.clone() /> }
        </li>
    }
}

fn avatar(task: &Task) -> Html {
    let initials = words::initials(&task.customer);
    html! {
        <span class="avatar" aria-hidden="true">
            if initials.is_empty() {
                { Icon::of(&task.channel).html() }
            } else {
                { initials }
                <span class="badge">{ Icon::of(&task.channel).html() }</span>
            }
        </span>
    }
}

fn troubles(row: &Row) -> Vec<Html> {
    let mut shown: Vec<Html> = row
        .problems()
        .into_iter()
        .map(|problem| trouble(problem.code(), Tone::Error, words::tell(problem)))
        .collect();
    if row.record == RecordStanding::OutOfReach {
        shown.push(trouble(
            "record.out-of-reach",
            Tone::Warning,
            words::out_of_reach(),
        ));
    }
    shown
}

fn trouble(code: &'static str, tone: Tone, words: Words) -> Html {
    html! { <div class="trouble" data-problem={code}><Message {tone} {words} inline=true /></div> }
}

fn status(status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Pending => "pending",
        TaskStatus::Accepted => "accepted",
        TaskStatus::Wrapping => "wrapping",
    }
}

fn channel(channel: &Channel) -> AttrValue {
    match channel {
        Channel::Voice => "voice".into(),
        Channel::Chat => "chat".into(),
        Channel::Sms => "sms".into(),
        Channel::Other(name) => name.clone().into(),
    }
}

#[hook]
fn use_row_style() -> stylist::Style {
    use_style!(
        r#"
        position: relative;
        padding: 0 var(--space-xs);
        border-block-end: 1px solid var(--stroke-3);
        background: var(--background-1);
        transition: background var(--duration-fast) var(--curve-easy);

        &:last-child { border-block-end: 0; }
        &:hover { background: var(--background-1-hover); }
        &.selected { background: var(--background-selected); }
        &.selected:hover { background: var(--background-selected-hover); }
        &::before { content: ""; position: absolute; inset-block: 6px; inset-inline-start: 0; inline-size: 3px; border-radius: var(--radius-s); }
        &.selected::before { background: var(--brand-stroke); }
        &[data-status="pending"]::before { background: var(--warning-fill); animation: beckon 1.6s ease-in-out infinite; }
        &[data-status="pending"].selected::before { background: var(--brand-stroke); animation: none; }

        & .top { position: relative; }
        & .select { display: flex; inline-size: 100%; gap: var(--space-m-nudge); min-inline-size: 0; padding: var(--space-s); border-radius: var(--radius-m); cursor: pointer; }

        & .avatar { position: relative; display: grid; flex: none; place-content: center; inline-size: 36px; block-size: 36px; margin-block-start: var(--space-xxs); border-radius: 50%; font: var(--body-1-strong); background: var(--other-background); color: var(--other-foreground); }
        & .avatar > .icon { font-size: 18px; }
        &[data-channel="voice"] .avatar { background: var(--voice-background); color: var(--voice-foreground); }
        &[data-channel="chat"] .avatar { background: var(--chat-background); color: var(--chat-foreground); }
        &[data-channel="sms"] .avatar { background: var(--sms-background); color: var(--sms-foreground); }
        & .badge { position: absolute; inset-block-end: -4px; inset-inline-end: -4px; display: grid; place-content: center; inline-size: 18px; block-size: 18px; border-radius: 50%; background: var(--background-1); box-shadow: var(--shadow-2); font-size: 11px; }
        & .badge .icon { stroke-width: 1.8; }

        & .lines { display: flex; flex: 1; flex-direction: column; min-inline-size: 0; }
        & .first, & .second, & .third { display: flex; align-items: center; gap: var(--space-s-nudge); min-inline-size: 0; white-space: nowrap; }
        & .first { font: var(--body-1-strong); }
        & .customer { flex: 1; overflow: hidden; text-overflow: ellipsis; }
        & .timer { font: var(--caption-1); font-variant-numeric: tabular-nums; color: var(--foreground-3); }
        & .second, & .third { font: var(--caption-1); color: var(--foreground-3); }
        & .second > span + span::before { content: "·"; margin-inline-end: var(--space-s-nudge); font-weight: 400; color: var(--foreground-3); }
        & .state { font: var(--caption-1-strong); color: var(--foreground-2); }
        &[data-status="pending"] .state { color: var(--warning-foreground); }
        &[data-status="accepted"] .state { color: var(--success-foreground); }
        & .subject { overflow: hidden; text-overflow: ellipsis; }
        & .opening { display: inline-flex; align-items: center; gap: var(--space-xs); color: var(--brand-foreground); }
        & .ready { padding: 0 var(--space-s-nudge); border: 1px solid var(--success-stroke); border-radius: var(--radius-round); background: var(--success-background); color: var(--success-foreground); font: var(--caption-2-strong); }

        /* Room for the buttons beside a running task. */
        &[data-status="accepted"] .second, &[data-status="accepted"] .third { padding-inline-end: 68px; }
        &[data-status="wrapping"] .second, &[data-status="wrapping"] .third { padding-inline-end: 116px; }

        /* Under the words of the row, the icon under its avatar. */
        & .trouble { padding: 0 var(--space-s) var(--space-s) 18px; }
        & .trouble > div { gap: 20px; }
        & .open { padding: 0 var(--space-s) var(--space-s) 54px; }

        @media (forced-colors: active) {
            &.selected { outline: 2px solid Highlight; outline-offset: -2px; }
            & .ready, & .avatar { border: 1px solid CanvasText; }
        }
        "#
    )
}
