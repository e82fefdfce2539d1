//! A page with one message: that the panel is loading, or why it can't start.

use stylist::yew::use_style;
use yew::prelude::*;

use super::icons::Icon;

/// What the page shows.
#[derive(PartialEq, Properties)]
pub struct PageProps {
    /// The page's name (`data-page`).
    pub name: &'static str,
    /// Its headline.
    pub title: AttrValue,
    /// The panel is still loading. Otherwise the page tells of a failure.
    #[prop_or_default]
    pub busy: bool,
    /// What stands below the headline.
    #[prop_or_default]
    pub children: Html,
}

/// The page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let style = use_style!(
        r#"
        block-size: 100%;
        overflow-y: auto;

        & > div {
            display: grid;
            place-content: center;
            justify-items: center;
            gap: var(--space-m);
            min-block-size: 100%;
            padding: var(--space-xxl);
            overflow-wrap: anywhere;
            text-align: center;
            color: var(--foreground-2);
        }
        & > div > .icon {
            font-size: 40px;
            stroke-width: 1;
            color: var(--warning-foreground);
        }
        & > div > .spinner {
            font-size: 32px;
            border-width: 3px;
        }
        & h1 {
            font: var(--subtitle-2);
            color: var(--foreground-1);
        }
        "#
    );
    html! {
        <main class={style} data-page={props.name}>
            <div role={if props.busy { "status" } else { "alert" }}>
                if props.busy { <span class="spinner" /> } else { { Icon::Warning.html() } }
                <h1>{ &props.title }</h1>
                { props.children.clone() }
            </div>
        </main>
    }
}
