//! A task in the list: the customer, the channel, the status, the time, the subject, the problems and the actions.

use yew::prelude::*;

use super::button::Button;
use super::clock::Timer;
use super::extension::Extension;
use super::icons::Icon;
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::numbers::use_numbers;
use super::reveal::reveal;
use super::row::{RecordStanding, Row};
use super::slice::{use_dispatch, use_slice_with};
use super::task_actions::TaskActions;
use super::task_row_style::use_row_style;
use super::words::{self, Advice, I18n};
use store::state::{Task, TaskStatus};
use store::{AgentAction, Problem, ReservationSid};

/// What the list tells a row.
#[derive(PartialEq, Properties)]
pub struct TaskRowProps {
    /// The task's reservation.
    pub sid: ReservationSid,
    /// The row is the tab stop of the list.
    pub tab_stop: bool,
}

/// A row of the task list.
#[component]
pub fn TaskRow(props: &TaskRowProps) -> Html {
    let row = use_slice_with(props.sid.clone(), |view, sid| view.row(sid).cloned());
    let style = use_row_style();
    let dispatch = use_dispatch();
    let i18n = use_i18n();
    let number = row.as_ref().and_then(|row| words::number(&row.task));
    let numbers = use_numbers(number.is_some());
    let place = use_node_ref();
    let selected = row.as_ref().is_some_and(|row| row.selected);
    use_effect_with((place.clone(), selected), |(place, selected)| {
        if let Some(row) = place.cast().filter(|_| *selected) {
            reveal(&row);
        }
    });
    // A task that has ended has no row. The list is about to remove it.
    let Some(row) = &row else {
        return Html::default();
    };
    let row = &Row {
        tab_stop: props.tab_stop,
        ..row.clone()
    };
    let task = &row.task;
    // For a task that waits, the time counts from when the task was made.
    let stage = if task.is_waiting() {
        task.began
    } else {
        task.since
    };
    let held = task.status == TaskStatus::Accepted && task.on_hold == Some(true);
    let customer = number.map_or_else(
        || words::customer(&i18n, task),
        |number| numbers.shown(number).into(),
    );
    let select = {
        let sid = task.sid.clone();
        dispatch.reform(move |_: MouseEvent| AgentAction::Select(sid.clone()))
    };
    let open = {
        let sid = task.sid.clone();
        dispatch.reform(move |()| AgentAction::Open(sid.clone()))
    };
    html! {
        <li
            ref={place}
            class={classes!(style, selected.then_some("selected"), task.is_waiting().then_some("waiting"))}
            data-task={task.sid.as_str().to_owned()}
            data-status={task.status.name()}
            data-channel={task.channel.name().to_owned()}
            aria-current={selected.then_some("true")}
        >
            <div class="top">
                <button
                    type="button" class="select" onclick={select} tabindex={(!row.tab_stop).then_some("-1")}
                    aria-label={words::row(&i18n, task, &customer, selected)}
                >
                    { avatar(task) }
                    <span class="lines">
                        <span class="first">
                            <bdi class="customer" title={customer.clone()}>{ customer }</bdi>
                            <Timer began={stage} whole={(stage != task.began).then_some(task.began)} />
                        </span>
                        <span class="second">
                            <span><bdi title={words::channel(&i18n, &task.channel)}>{ words::channel(&i18n, &task.channel) }</bdi></span>
                            <span class={classes!("state", held.then_some("held"))}>{ words::state(&i18n, task) }</span>
                            if task.muted == Some(true) { <span>{ i18n.muted() }</span> }
                        </span>
                        <span class="third">
                            <bdi title={words::subject(&i18n, task)}>{ words::subject(&i18n, task) }</bdi>
                            if row.record == RecordStanding::Opening {
                                <span class="opening"><span class="spinner" />{ i18n.opening() }</span>
                            }
                            { unread(&i18n, task) }
                            if task.ready { <span class="ready" data-ready="true">{ i18n.ready() }</span> }
                        </span>
                    </span>
                </button>
                if !task.is_waiting() { <TaskActions ..row.clone() /> }
            </div>
            // These buttons stand above the problems, so that they are in sight in a small list.
            if task.is_waiting() { <TaskActions ..row.clone() /> }
            // In an element of their own: how many there are must not move the others.
            <div>{ for troubles(&i18n, row) }</div>
            <Extension ..row.clone() />
            if row.can_open() {
                <div class="open">
                    <Button
                        act="open" label={words::open(&i18n, task)} about={words::customer(&i18n, task)}
                        icon={Some(Icon::Open)} in_tab_order={row.tab_stop} onclick={open}
                    />
                </div>
            }
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
                <bdi>{ initials }</bdi>
                <span class="badge">{ Icon::of(&task.channel).html() }</span>
            }
        </span>
    }
}

fn troubles(i18n: &I18n, row: &Row) -> Vec<Html> {
    let mut shown: Vec<Html> = row
        .problems()
        .into_iter()
        .map(|problem| trouble(problem.code(), tone(problem), words::advice(i18n, problem)))
        .collect();
    if let Some(foreign) = &row.foreign {
        shown.push(trouble(
            "record.foreign",
            Tone::Warning,
            words::foreign(i18n, foreign),
        ));
    }
    if row.record == RecordStanding::OutOfReach {
        shown.push(trouble(
            "record.out-of-reach",
            Tone::Info,
            i18n.out_of_reach(),
        ));
    }
    shown
}

/// A session in the background is no failure: the agent merely has to switch to it.
fn tone(problem: &Problem) -> Tone {
    match problem {
        Problem::SessionBehind => Tone::Info,
        _ => Tone::Error,
    }
}

fn trouble(code: &'static str, tone: Tone, advice: Advice) -> Html {
    html! { <div class="trouble" data-problem={code}><Message {tone} {advice} inline=true /></div> }
}

/// How many messages are unread, and how long the customer has waited for an answer.
fn unread(i18n: &I18n, task: &Task) -> Html {
    let Some(words) = words::unread(i18n, task) else {
        return Html::default();
    };
    let tip = task
        .unanswered
        .map(|since| i18n.awaits_answer(&i18n.time_of_day(since)));
    html! {
        <span class="unread" data-unread={task.unread.to_string()} title={tip}>
            { words }
            if let Some(since) = task.unanswered { <Timer began={since} /> }
        </span>
    }
}
