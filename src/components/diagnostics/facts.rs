//! Links, versions, configuration and counters, in sections that can be folded.

use stylist::yew::use_style;
use yew::prelude::*;

use crate::components::icons::Icon;
use crate::components::language::use_i18n;
use crate::diagnostics::Facts;
use crate::diagnostics::facts::Fact;

/// What the view shows.
#[derive(PartialEq, Properties)]
pub struct FactsViewProps {
    /// The facts.
    pub facts: Facts,
}

/// The sections.
#[component]
pub fn FactsView(props: &FactsViewProps) -> Html {
    let i18n = use_i18n();
    let style = use_style!(
        r#"
        flex: none;

        & details { border-block-end: 1px solid var(--stroke-2); }
        & summary {
            display: flex;
            align-items: center;
            gap: var(--space-s-nudge);
            min-block-size: 36px;
            padding-inline: var(--space-m);
            cursor: pointer;
            list-style: none;
        }
        & summary::-webkit-details-marker { display: none; }
        & summary:hover { background: var(--background-1-hover); }
        & summary > .icon {
            font-size: 14px;
            color: var(--foreground-3);
            transform: rotate(-90deg);
        }
        & summary:dir(rtl) > .icon { transform: rotate(90deg); }
        & details[open] > summary > .icon { transform: none; }
        & h2 { font: var(--body-1-strong); }
        & h3 {
            margin: 0;
            padding: var(--space-s-nudge) var(--space-m) 0;
            font: var(--caption-1-strong);
        }
        & dl {
            display: grid;
            grid-template-columns: 132px 1fr;
            gap: var(--space-xs) var(--space-m);
            margin: 0;
            padding: var(--space-xs) var(--space-m) var(--space-m);
            font: var(--caption-1);
            overflow-wrap: anywhere;
        }
        & dt { color: var(--foreground-2); }
        & dd { margin: 0; }
        & .more, & .none { color: var(--foreground-3); }
        & .more::before { content: " · "; }
        "#
    );
    let Facts {
        versions,
        links,
        configuration,
        counters,
        ..
    } = &props.facts;
    let (untold, unset) = (i18n.diagnostics_untold(), i18n.diagnostics_unset());
    let list = |facts: &[Fact], none: &str| {
        html! { <dl>{ for facts.iter().map(|fact| shown(fact, none)) }</dl> }
    };
    let section = |name: &'static str, title: String, open: bool, inside: Html| {
        html! {
            <details data-facts={name} open={open}>
                <summary>{ Icon::Chevron.html() }<h2>{ title }</h2></summary>
                { inside }
            </details>
        }
    };
    let counted = counters.iter().map(|(group, facts)| {
        html! { <><h3><code dir="ltr">{ *group }</code></h3>{ list(facts, &untold) }</> }
    });
    html! {
        <div class={style}>
            if !links.is_empty() {
                { section("links", i18n.connections(), true, list(links, &untold)) }
            }
            { section("versions", i18n.diagnostics_versions(), links.is_empty(), list(versions, &untold)) }
            { section("configuration", i18n.diagnostics_configuration(), links.is_empty(), list(configuration, &unset)) }
            if !counters.is_empty() {
                { section("counters", i18n.diagnostics_counters(), false, html! { <>{ for counted }</> }) }
            }
        </div>
    }
}

fn shown(fact: &Fact, none: &str) -> Html {
    html! {
        <>
            <dt><code dir="ltr">{ fact.key }</code></dt>
            <dd data-fact={fact.key}>
                if fact.value.is_empty() {
                    <span class="none">{ none.to_owned() }</span>
                } else {
                    <bdi>{ fact.value.clone() }</bdi>
                }
                if let Some(more) = &fact.more {
                    <span class="more"><bdi>{ more.clone() }</bdi></span>
                }
            </dd>
        </>
    }
}
