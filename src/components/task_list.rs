//! The live tasks, oldest first, in at most 40 % of the panel's height.

use stylist::yew::use_style;
use yew::prelude::*;

use super::clock::Clock;
use super::keys::move_between_rows;
use super::row::rows;
use super::slice::use_slice;
use super::task_row::TaskRow;

/// The list's id in the page: the header's fold button names it.
pub const ID: &str = "tasks";

/// Whether the list is folded away.
#[derive(PartialEq, Properties)]
pub struct TaskListProps {
    /// It is.
    pub folded: bool,
}

/// The list of tasks.
#[component]
pub fn TaskList(props: &TaskListProps) -> Html {
    let rows = use_slice(rows);
    let onkeydown = use_callback((), |event: KeyboardEvent, ()| move_between_rows(&event));
    let style = use_style!(
        r#"
        flex: none;
        max-block-size: 40%;
        overflow-y: auto;
        overscroll-behavior: contain;
        border-block-end: 1px solid var(--stroke-2);
        background: var(--background-1);
        scrollbar-width: thin;

        &[hidden] { display: none; }
        & .none {
            padding: var(--space-m) var(--space-l);
            font: var(--caption-1);
            color: var(--foreground-3);
            text-align: center;
        }
        "#
    );
    html! {
        <section id={ID} class={style} aria-label="Tasks" hidden={props.folded}>
            if rows.is_empty() {
                <p class="none">{ "No tasks. Calls and chats from Flex appear here." }</p>
            } else {
                <Clock>
                    <ul {onkeydown}>
                        { for rows.into_iter().map(|row| {
                            let key = row.task.sid.as_str().to_owned();
                            html! { <TaskRow {key} ..row /> }
                        }) }
                    </ul>
                </Clock>
            }
        </section>
    }
}
