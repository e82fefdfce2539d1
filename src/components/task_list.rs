//! The list of live tasks, at most 40 % of the panel's height. It shows the first 200 tasks and counts the rest. A
//! folded list still shows the tasks that wait, so that the agent misses no call.

use stylist::yew::use_style;
use yew::prelude::*;

use super::clock::Clock;
use super::keys::{move_between_rows, task_of_target};
use super::language::use_i18n;
use super::message::{Message, Tone};
use super::row::{Listed, tab_stop};
use super::slice::use_slice;
use super::task_row::TaskRow;
use super::words::{self, link};
use store::state::FlexLink;

/// The list's id in the page. The header's fold button refers to it.
pub const ID: &str = "tasks";

/// How many rows are shown. The selected task is shown in any case.
const SHOWN: usize = 200;

/// What the list needs.
#[derive(PartialEq, Properties)]
pub struct TaskListProps {
    /// The list is folded.
    pub folded: bool,
}

/// The list of tasks.
#[component]
pub fn TaskList(props: &TaskListProps) -> Html {
    let rows: Vec<Listed> = use_slice(|view| view.rows.iter().map(Into::into).collect());
    let flex = use_slice(|state| state.flex.link.clone());
    let follows = use_slice(|state| state.windows.follows());
    let i18n = use_i18n();
    let focused = use_state(|| None);
    let onfocusin = {
        let focused = focused.setter();
        Callback::from(move |event: FocusEvent| focused.set(task_of_target(&event)))
    };
    // When the focus comes back to the list, it comes to the selected task.
    let onfocusout = {
        let focused = focused.setter();
        Callback::from(move |_: FocusEvent| focused.set(None))
    };
    let onkeydown = use_callback((), |event: KeyboardEvent, ()| move_between_rows(&event));
    let style = use_style!(
        r#"
        display: flex;
        flex: none;
        flex-direction: column;
        max-block-size: 40%;
        border-block-end: 1px solid var(--stroke-2);
        background: var(--background-1);

        &[hidden] { display: none; }
        & [data-rows] {
            min-block-size: 0;
            overflow-y: auto;
            overscroll-behavior: contain;
            scrollbar-width: thin;
        }
        /* An outdated list loses its colours. It is not disabled, because Flex may still do what it is asked. */
        &[data-stale] ul { filter: grayscale(1); }
        & .none, & .more {
            padding: var(--space-m) var(--space-l);
            font: var(--caption-1);
            color: var(--foreground-3);
            text-align: center;
        }
        "#
    );
    let all = rows.len();
    let waiting = rows.iter().any(|row| row.waiting);
    let is_shown = |(place, row): &(usize, Listed)| match props.folded {
        true => row.waiting,
        false => *place < SHOWN || row.selected,
    };
    let shown: Vec<Listed> = rows
        .into_iter()
        .enumerate()
        .filter(is_shown)
        .map(|(_, row)| row)
        .collect();
    let stop = tab_stop(&shown, focused.as_ref());
    let hidden = if props.folded { 0 } else { all - shown.len() };
    // Before Flex has sent tasks, no list can be out of date.
    let stale = link::stale(&i18n, &flex).filter(|_| all > 0 || flex == FlexLink::Reconnecting);
    // Where the Flex frame is shown, its trouble already stands above it and is not repeated here.
    let told = !follows && link::flex_trouble(&i18n, &flex).is_some();
    html! {
        <section id={ID} class={style} aria-label={i18n.tasks_title()} hidden={props.folded && !waiting}
            data-stale={stale.is_some().then_some("true")}>
            <div>
                { for stale.filter(|_| !told).map(|advice| html! { <Message tone={Tone::Warning} {advice} /> }) }
            </div>
            if all == 0 {
                <p class="none">{ words::no_tasks(&i18n, &flex) }</p>
            } else {
                <div data-rows="true">
                    <Clock>
                        <ul {onkeydown} {onfocusin} {onfocusout}>
                            { for shown.iter().map(|row| {
                                let sid = row.sid.clone();
                                let tab_stop = stop == Some(&sid);
                                let key = sid.as_str().to_owned();
                                html! { <TaskRow {key} {sid} {tab_stop} /> }
                            }) }
                        </ul>
                        if hidden > 0 {
                            <p class="more" data-more={hidden.to_string()}>{ i18n.more_tasks(hidden) }</p>
                        }
                    </Clock>
                </div>
            }
        </section>
    }
}
