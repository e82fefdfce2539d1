//! The log, the youngest entry first. It can be filtered by direction, side and words. Older entries are drawn on
//! request.

use std::rc::Rc;

use stylist::yew::use_style;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::browser::clock;
use crate::components::button::Button;
use crate::components::icons::Icon;
use crate::components::language::use_i18n;
use crate::components::words::I18n;
use crate::diagnostics::report::entry;
use crate::diagnostics::{Direction, Filter, Row, Side};

/// How many entries are drawn at first, and how many more on each request.
const PAGE: usize = 100;

/// What the view shows.
#[derive(PartialEq, Properties)]
pub struct LogViewProps {
    /// All rows, the oldest first.
    pub rows: Rc<Vec<Row>>,
}

/// The log.
#[component]
pub fn LogView(props: &LogViewProps) -> Html {
    let i18n = use_i18n();
    let filter = use_state(Filter::default);
    let drawn = use_state(|| PAGE);
    let style = use_style!(
        r#"
        & h2 {
            padding: var(--space-s) var(--space-m) var(--space-xs);
            font: var(--body-1-strong);
        }
        & .filter {
            display: flex;
            flex-wrap: wrap;
            gap: var(--space-s);
            align-items: center;
            padding: 0 var(--space-m) var(--space-s);
        }
        & input, & select {
            min-block-size: 28px;
            padding: 0 var(--space-s);
            border: 1px solid var(--stroke-1);
            border-radius: var(--radius-m);
            background: var(--background-1);
            color: var(--foreground-1);
            font: var(--body-1);
        }
        & input {
            flex: 1 1 160px;
            min-inline-size: 0;
        }
        & .count {
            margin-inline-start: auto;
            color: var(--foreground-2);
            font: var(--caption-1);
            font-variant-numeric: tabular-nums;
        }
        & li {
            border-block-start: 1px solid var(--stroke-2);
            background: var(--background-1);
            font: var(--caption-1);
        }
        & summary {
            display: grid;
            grid-template-columns: auto auto 1fr auto;
            gap: 0 var(--space-s);
            align-items: center;
            min-block-size: 36px;
            padding: var(--space-xs) var(--space-m);
            cursor: pointer;
            list-style: none;
        }
        & summary::-webkit-details-marker { display: none; }
        & summary:hover { background: var(--background-1-hover); }
        & time { font-variant-numeric: tabular-nums; }
        & .way {
            display: flex;
            gap: var(--space-xs);
            align-items: center;
            color: var(--foreground-2);
        }
        & .way .icon { font-size: 14px; }
        & .kind {
            justify-self: start;
            max-inline-size: 100%;
            overflow: hidden;
            font-weight: 600;
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        & .times { color: var(--foreground-2); }
        & .summary {
            grid-column: 1 / -1;
            overflow: hidden;
            color: var(--foreground-2);
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        & [open] .summary { display: none; }
        & pre {
            margin: 0;
            padding: var(--space-xs) var(--space-m) var(--space-s);
            font: 12px/16px var(--font-code);
            overflow-wrap: anywhere;
            white-space: pre-wrap;
            user-select: text;
        }
        & .older { padding: var(--space-s) var(--space-m) var(--space-m); }
        "#
    );
    let set = {
        let (filter, drawn) = (filter.clone(), drawn.setter());
        Callback::from(move |wanted: Filter| {
            drawn.set(PAGE);
            filter.set(wanted);
        })
    };
    let on_words = {
        let filter = filter.clone();
        set.reform(move |event: InputEvent| Filter {
            words: event
                .target_dyn_into::<HtmlInputElement>()
                .map_or_else(String::new, |field| field.value()),
            ..(*filter).clone()
        })
    };
    let on_direction = {
        let filter = filter.clone();
        set.reform(move |event: Event| Filter {
            direction: chosen(&event, Direction::ALL, Direction::name),
            ..(*filter).clone()
        })
    };
    let on_side = {
        let filter = filter.clone();
        set.reform(move |event: Event| Filter {
            side: chosen(&event, Side::ALL, Side::name),
            ..(*filter).clone()
        })
    };
    let found = props
        .rows
        .iter()
        .rev()
        .filter(|row| filter.lets_through(row));
    let found: Vec<&Row> = found.collect();
    let all = i18n.number(props.rows.len());
    let on_older = {
        let drawn = drawn.clone();
        Callback::from(move |()| drawn.set(*drawn + PAGE))
    };
    html! {
        <section class={style} aria-label={i18n.diagnostics_log()}>
            <h2>{ i18n.diagnostics_log() }</h2>
            <div class="filter" role="search">
                <input
                    type="search" data-filter="words" value={filter.words.clone()} oninput={on_words}
                    placeholder={i18n.diagnostics_search()} aria-label={i18n.diagnostics_search()}
                />
                <select data-filter="direction" aria-label={i18n.diagnostics_direction()} onchange={on_direction}>
                    <option value="" selected={filter.direction.is_none()}>{ i18n.diagnostics_all() }</option>
                    { for Direction::ALL.map(|direction| html! {
                        <option value={direction.name()} selected={filter.direction == Some(direction)}>
                            { word(&i18n, direction) }
                        </option>
                    }) }
                </select>
                <select data-filter="side" aria-label={i18n.diagnostics_side()} onchange={on_side}>
                    <option value="" selected={filter.side.is_none()}>{ i18n.diagnostics_all() }</option>
                    { for Side::ALL.map(|side| html! {
                        <option value={side.name()} selected={filter.side == Some(side)}>{ side.name() }</option>
                    }) }
                </select>
                <span class="count" role="status" data-found={found.len().to_string()}>
                    { i18n.diagnostics_matches(found.len(), &all) }
                </span>
            </div>
            <ul>{ for found.iter().take(*drawn).map(|row| shown(&i18n, row)) }</ul>
            if found.len() > *drawn {
                <div class="older">
                    <Button act="older" label={i18n.diagnostics_more()} onclick={on_older} />
                </div>
            }
        </section>
    }
}

/// The option that is chosen in the list. `None` means all.
fn chosen<T: Copy, const N: usize>(
    event: &Event,
    all: [T; N],
    name: fn(T) -> &'static str,
) -> Option<T> {
    let select = event.target_dyn_into::<HtmlSelectElement>()?;
    all.into_iter().find(|one| name(*one) == select.value())
}

fn word(i18n: &I18n, direction: Direction) -> String {
    match direction {
        Direction::Event => i18n.diagnostics_event(),
        Direction::Effect => i18n.diagnostics_effect(),
    }
}

fn shown(i18n: &I18n, row: &Row) -> Html {
    let word = word(i18n, row.direction);
    let icon = match row.direction {
        Direction::Event => Icon::Event,
        Direction::Effect => Icon::Effect,
    };
    html! {
        <li key={row.number} data-entry={row.kind} data-direction={row.direction.name()} data-side={row.side.name()}>
            <details>
                <summary>
                    <time dir="ltr">{ clock::to_the_millisecond(row.at) }</time>
                    <span class="way" title={word.clone()}>
                        { icon.html() }<span class="unseen">{ word }</span><code dir="ltr">{ row.side.name() }</code>
                    </span>
                    <code class="kind" dir="ltr">{ row.kind }</code>
                    if row.times > 1 {
                        <span class="times" dir="ltr">{ "×" }{ i18n.number(row.times as usize) }</span>
                    }
                    <span class="summary" dir="ltr" translate="no">{ row.summary() }</span>
                </summary>
                <pre dir="ltr" translate="no" tabindex="0">{ format!("{:#}", entry(row)) }</pre>
            </details>
        </li>
    }
}
