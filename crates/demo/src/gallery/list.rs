//! The list of all states, for people and for tests.

use stylist::yew::use_style;
use yew::prelude::*;

use super::picture::PATH;
use super::pictures;

/// The list.
#[component]
pub fn List() -> Html {
    let style = use_style!(
        r#"
        block-size: 100%;
        padding: var(--space-xl);
        overflow-y: auto;

        & h1 { font: var(--title-3); }
        & ul {
            margin-block-start: var(--space-m);
            columns: 220px;
        }
        & a {
            color: var(--brand-foreground);
            line-height: 28px;
        }
        "#
    );
    html! {
        <main class={style}>
            <h1>{ "States of the panel" }</h1>
            <ul data-states="true">
                { for pictures::all().map(|picture| html! {
                    <li data-name={picture.name} data-size={picture.size.name()}>
                        <a href={format!("{PATH}{}", picture.name)}>{ picture.name }</a>
                    </li>
                }) }
            </ul>
        </main>
    }
}
