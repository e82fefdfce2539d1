//! The dialog that lists the shortcuts, says where they work, and switches them off.

use stylist::Style;
use stylist::yew::use_style;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::browser;
use crate::components::announcer::Announcer;
use crate::components::button::{Button, Look};
use crate::components::checkbox::Checkbox;
use crate::components::icons::Icon;
use crate::components::language::use_i18n;
use crate::components::words::I18n;

/// What the dialog reports.
#[derive(PartialEq, Properties)]
pub struct ShortcutHelpProps {
    /// Called when the dialog is closed.
    pub on_close: Callback<()>,
}

/// The dialog. It is open as long as this component is in the page.
#[component]
pub fn ShortcutHelp(props: &ShortcutHelpProps) -> Html {
    let dialog = use_node_ref();
    let on = use_state(browser::keys::are_on);
    let i18n = use_i18n();
    let style = use_help_style();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            // The browser refuses only if the dialog is open already.
            let _ = dialog.show_modal();
        }
    });
    let close = use_callback(dialog.clone(), |(), dialog| close(dialog));
    let onclose = props.on_close.reform(|_: Event| ());
    let on_change = {
        let on = on.setter();
        Callback::from(move |wanted| {
            browser::keys::switch(wanted);
            on.set(wanted);
        })
    };
    html! {
        <dialog
            ref={dialog} class={style} aria-labelledby="shortcuts-title" aria-describedby="shortcuts-where"
            closedby="any" data-shortcuts="true" {onclose}
        >
            <div class="head">
                <h2 id="shortcuts-title">{ i18n.shortcuts() }</h2>
                <Button
                    act="close-shortcuts" label={i18n.close()} icon={Some(Icon::Cross)} icon_only=true
                    look={Look::Subtle} onclick={close}
                />
            </div>
            <p id="shortcuts-where">{ i18n.shortcuts_where() }</p>
            <dl>{ for lines(&i18n) }</dl>
            <p>{ i18n.shortcuts_which() }</p>
            <Checkbox act="switch-shortcuts" label={i18n.shortcuts_on()} checked={*on} {on_change} />
            // While a modal dialog is open, screen readers ignore live regions outside it.
            <Announcer />
        </dialog>
    }
}

/// Closes the dialog. The browser gives the focus back to the element that had it before.
fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

fn lines(i18n: &I18n) -> Vec<Html> {
    let with = |keys: &[String]| {
        let modifiers = ["Alt".to_owned(), i18n.key_shift()];
        [&modifiers, keys].concat()
    };
    let key = |name: &str| name.to_owned();
    [
        (vec![with(&[i18n.key_enter()])], i18n.accept()),
        (vec![with(&[key("X")])], i18n.decline()),
        (vec![with(&[key("J")])], i18n.shortcut_next()),
        (vec![with(&[key("K")])], i18n.shortcut_previous()),
        (vec![with(&[key("1 … 9")])], i18n.shortcut_nth()),
        (vec![vec![key("?")]], i18n.shortcut_help()),
        (
            vec![vec![key("↑")], vec![key("↓")], vec![i18n.key_home()], vec![i18n.key_end()]],
            i18n.shortcut_rows(),
        ),
        (vec![vec![key("Tab")]], i18n.shortcut_buttons()),
    ]
    .into_iter()
    .map(|(ways, does)| {
        let ways = ways.into_iter().map(|keys| html! {
            <span class="keys">{ for keys.into_iter().map(|key| html! { <kbd>{ key }</kbd> }) }</span>
        });
        html! { <div><dt>{ for ways }</dt><dd>{ does }</dd></div> }
    })
    .collect()
}

#[hook]
fn use_help_style() -> Style {
    use_style!(
        r#"
        inline-size: min(420px, 100% - var(--space-l));
        max-block-size: calc(100% - var(--space-l));
        padding: var(--space-m);
        overflow-y: auto;
        overscroll-behavior: contain;
        border: 1px solid var(--stroke-2);
        border-radius: var(--radius-l);
        box-shadow: var(--shadow-4);
        background: var(--background-1);
        color: var(--foreground-1);
        font: var(--caption-1);
        scrollbar-width: thin;

        &::backdrop { background: rgb(0 0 0 / 40%); }
        & .head {
            display: flex;
            align-items: center;
            justify-content: space-between;
            gap: var(--space-s);
        }
        & h2 { font: var(--subtitle-2); }
        & > p {
            margin-block: var(--space-xs) var(--space-s);
            color: var(--foreground-2);
        }
        & dl {
            display: grid;
            grid-template-columns: fit-content(58%) 1fr;
            column-gap: var(--space-m);
            margin: var(--space-s) 0;
        }
        & dl > div {
            display: grid;
            grid-column: 1 / -1;
            grid-template-columns: subgrid;
            align-items: center;
            padding: var(--space-xs) 0;
            border-block-end: 1px solid var(--stroke-3);
        }
        & dt {
            display: flex;
            flex-wrap: wrap;
            gap: var(--space-xs) var(--space-s-nudge);
        }
        & dd {
            min-inline-size: 0;
            margin: 0;
        }
        & .keys {
            display: inline-flex;
            gap: var(--space-xxs);
        }
        & kbd {
            min-inline-size: 20px;
            padding: 0 var(--space-xs);
            border: 1px solid var(--stroke-1);
            border-block-end-width: 2px;
            border-radius: var(--radius-m);
            background: var(--background-2);
            font: var(--caption-1);
            text-align: center;
            white-space: nowrap;
        }
        "#
    )
}
