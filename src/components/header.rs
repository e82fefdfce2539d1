//! The head of the panel: the number of tasks, the button that folds their list, the worker's activity, and the states
//! of the two links. The links are a button that opens the page for support.

use stylist::yew::use_style;
use yew::prelude::*;

use super::activity::ActivityChoice;
use super::button::{Button, Look};
use super::diagnostics::open::OpenButton;
use super::icons::Icon;
use super::keys;
use super::language::{LanguageChoice, use_i18n};
use super::slice::use_slice;
use super::task_list;
use super::words::I18n;
use super::words::link::{self, Link, Standing};

/// What the head shows and reports.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The list of tasks is folded.
    pub folded: bool,
    /// Called when the agent folds or unfolds the list.
    pub on_fold: Callback<()>,
    /// Called when the agent asks for the shortcuts.
    pub on_shortcuts: Callback<()>,
}

/// The head of the panel.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let counts = use_slice(|view| view.counts);
    let dynamics = use_slice(|state| state.dynamics.clone());
    let flex = use_slice(|state| state.flex.link.clone());
    let i18n = use_i18n();
    let style = use_style!(
        r#"
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0 var(--space-xs);
        padding-block: var(--space-xs);
        padding-inline: var(--space-s);
        border-block-end: 1px solid var(--stroke-2);
        background: var(--background-1);

        & h1 {
            display: flex;
            flex: 1 0 auto;
            align-items: center;
            font: inherit;
        }
        & .fold {
            display: flex;
            align-items: center;
            gap: var(--space-s-nudge);
            min-block-size: 32px;
            margin-inline-start: calc(-1 * var(--space-xs));
            padding: 0 var(--space-s);
            border-radius: var(--radius-m);
            font: var(--body-1-strong);
            cursor: pointer;
        }
        & .fold:hover { background: var(--background-1-hover); }
        & .fold > .icon {
            font-size: 14px;
            color: var(--foreground-3);
            transition: transform var(--duration-fast) var(--curve-easy);
        }
        & .fold[aria-expanded="false"] > .icon { transform: rotate(-90deg); }
        & .fold[aria-expanded="false"]:dir(rtl) > .icon { transform: rotate(90deg); }
        & .count {
            min-inline-size: 20px;
            padding: 0 var(--space-s-nudge);
            border-radius: var(--radius-round);
            background: var(--background-3);
            color: var(--foreground-2);
            font: var(--caption-1-strong);
            line-height: 20px;
            text-align: center;
        }
        & .waiting {
            min-block-size: 24px;
            line-height: 22px;
            cursor: pointer;
            background: var(--warning-background);
            box-shadow: inset 0 0 0 1px var(--warning-stroke);
            color: var(--warning-foreground);
            white-space: nowrap;
        }
        & .open {
            display: flex;
            align-items: center;
            gap: var(--space-s);
            min-block-size: 28px;
            padding-inline: var(--space-s-nudge);
            border-radius: var(--radius-m);
            font: var(--caption-1);
            color: var(--foreground-2);
            cursor: pointer;
        }
        & .open:hover { background: var(--background-1-hover); }
        & .open > .icon { font-size: 16px; }
        & .link {
            display: flex;
            align-items: center;
            gap: var(--space-s-nudge);
        }
        & .dot {
            inline-size: 8px;
            block-size: 8px;
            border-radius: 50%;
        }
        & .up .dot { background: var(--success-fill); }
        & .coming .dot {
            box-shadow: inset 0 0 0 2px var(--foreground-3);
            animation: beckon 1.6s ease-in-out infinite;
        }
        & .down .dot {
            border-radius: var(--radius-s);
            background: var(--danger-fill);
        }
        & .down {
            color: var(--danger-foreground);
            font: var(--caption-1-strong);
        }
        /* In a docked panel the head has two lines: first the states, then what the agent can choose. */
        @media (max-width: 560px) {
            & .links { margin-inline-start: auto; }
            & > .links + * { flex-basis: 50%; }
        }
        /* Where there is no room, a working link shows no name. */
        @media (max-width: 360px) {
            & h1:has(.waiting) ~ .links .up .name { display: none; }
        }
        @media (max-width: 280px) {
            & .up .name { display: none; }
        }
        @media (forced-colors: active) {
            & .dot { forced-color-adjust: none; }
        }
        "#
    );
    let fold = props.on_fold.reform(|_: MouseEvent| ());
    let to_waiting = use_callback((), |_: MouseEvent, ()| keys::focus_waiting());
    let links = [
        (
            "dynamics",
            i18n.dynamics(),
            link::dynamics(&i18n, &dynamics),
        ),
        ("flex", i18n.flex(), link::flex(&i18n, &flex)),
    ];
    html! {
        <header class={style}>
            <h1>
                <button
                    type="button" class="fold" data-act="fold" onclick={fold}
                    aria-expanded={(!props.folded).to_string()} aria-controls={task_list::ID}
                >
                    { Icon::Chevron.html() }
                    <span class="title">{ i18n.tasks_title() }</span>
                    <span class="count">{ i18n.number(counts.all) }</span>
                </button>
                if counts.waiting > 0 {
                    <button
                        type="button" class="count waiting" data-act="to-waiting" title={i18n.to_waiting()}
                        onclick={to_waiting}
                    >
                        { i18n.waiting(counts.waiting) }
                    </button>
                }
            </h1>
            <div class="links" role="group" aria-label={i18n.connections()}>
                <OpenButton label={i18n.diagnostics()} tip={tip(&i18n, &links)}>
                    { for links.iter().map(shown) }
                    { Icon::Info.html() }
                </OpenButton>
            </div>
            <ActivityChoice />
            <Button
                act="shortcuts" label={i18n.shortcuts()} icon={Some(Icon::Keyboard)} icon_only=true look={Look::Subtle}
                onclick={props.on_shortcuts.clone()}
            />
            <LanguageChoice />
        </header>
    }
}

/// The tooltip of the links: their states in words, since the dots alone say little, and where the button leads.
fn tip(i18n: &I18n, links: &[(&'static str, String, Link); 2]) -> String {
    let [dynamics, flex] = links
        .each_ref()
        .map(|(_, name, link)| i18n.link(name, &link.word));
    format!("{dynamics}\n{flex}\n{}", i18n.diagnostics())
}

fn shown((side, name, link): &(&'static str, String, Link)) -> Html {
    let class = match link.standing {
        Standing::Up => "up",
        Standing::Coming => "coming",
        Standing::Down => "down",
    };
    html! {
        <span class={classes!("link", class)} data-link={*side} data-state={link.state}>
            <span class="dot" aria-hidden="true" />
            <span class="name">{ name }</span>
            <span class="unseen">{ " " }{ &link.word }</span>
        </span>
    }
}
