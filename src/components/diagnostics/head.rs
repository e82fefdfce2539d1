//! The head of the page for support: the way back, how many tasks wait, and the report. The report is with or without
//! personal data, and goes to the clipboard or into a file.

use stylist::yew::use_style;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::export;
use crate::components::button::{Button, Look};
use crate::components::checkbox::Checkbox;
use crate::components::icons::Icon;
use crate::components::language::use_i18n;
use crate::components::slice::use_slice;
use crate::components::words::Advice;

/// The id of the headline.
pub const TITLE: &str = "diagnostics-title";

/// The id of the text that explains what showing personal data means.
const DESCRIPTION: &str = "diagnostics-personal";

/// What the head shows and reports.
#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// Goes back to the panel.
    pub back: Callback<()>,
    /// Personal data is shown.
    pub personal: bool,
    /// Called when the agent shows or hides personal data.
    pub on_personal: Callback<bool>,
    /// The text of the report as it is now.
    pub report: Callback<(), String>,
    /// The name of the file to save.
    pub file: AttrValue,
}

/// The head of the page.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let i18n = use_i18n();
    let waiting = use_slice(|view| view.counts.waiting);
    let copied = use_state(|| None::<bool>);
    let first = use_node_ref();
    // The first button gets the focus, so an agent who came by keyboard goes on by keyboard.
    use_effect_with(first.clone(), |first| {
        if let Some(first) = first.cast::<HtmlElement>() {
            let _ = first.focus();
        }
    });
    let style = use_style!(
        r#"
        flex: none;
        border-block-end: 1px solid var(--stroke-2);
        background: var(--background-1);

        & .way {
            display: flex;
            align-items: center;
            gap: var(--space-xs);
            min-block-size: 40px;
            padding-inline: var(--space-xs) var(--space-s);
        }
        & .back {
            display: grid;
            place-content: center;
            inline-size: 32px;
            block-size: 32px;
            border-radius: var(--radius-m);
            color: var(--foreground-2);
            font-size: 18px;
            cursor: pointer;
        }
        & .back:hover {
            background: var(--background-1-hover);
            color: var(--brand-foreground);
        }
        & h1 {
            flex: 1;
            min-inline-size: 0;
            overflow: hidden;
            font: var(--subtitle-2);
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        & .report {
            display: flex;
            flex-wrap: wrap;
            gap: var(--space-s);
            padding: 0 var(--space-m) var(--space-s);
        }
        & .told {
            flex-basis: 100%;
            font: var(--caption-1);
            color: var(--foreground-2);
        }
        & .told:empty { display: none; }
        & label { flex-basis: 100%; }
        & .why {
            flex-basis: 100%;
            font: var(--caption-1);
            color: var(--foreground-3);
        }
        "#
    );
    let on_copy = {
        let (report, copied) = (props.report.clone(), copied.setter());
        Callback::from(move |()| copied.set(Some(export::copy(&report.emit(())))))
    };
    let on_save = {
        let (report, file) = (props.report.clone(), props.file.clone());
        Callback::from(move |()| export::save(&file, &report.emit(())))
    };
    let Advice { what, remedy } = i18n.diagnostics_personal();
    html! {
        <div class={style}>
            <div class="way">
                <button
                    type="button" class="back" ref={first} data-act="back" title={i18n.back()}
                    aria-label={i18n.back()} onclick={props.back.reform(|_: MouseEvent| ())}
                >
                    { Icon::Back.html() }
                </button>
                <h1 id={TITLE} title={i18n.diagnostics()}>{ i18n.diagnostics() }</h1>
                if waiting > 0 {
                    <Button
                        act="back-to-waiting" label={i18n.waiting(waiting)} icon={Some(Icon::Tasks)}
                        look={Look::Primary} onclick={props.back.clone()}
                    />
                }
            </div>
            <div class="report">
                <Button
                    act="copy" label={i18n.diagnostics_copy()} icon={Some(Icon::Copy)} onclick={on_copy} />
                <Button
                    act="download" label={i18n.diagnostics_download()} icon={Some(Icon::Download)}
                    onclick={on_save} />
                <div class="told" role="status" data-copied={copied.map(|copied| copied.to_string())}>
                    { copied.map(|copied| match copied {
                        true => i18n.diagnostics_copied(),
                        false => i18n.diagnostics_not_copied(),
                    }) }
                </div>
                <Checkbox
                    act="personal" label={what} checked={props.personal} on_change={&props.on_personal}
                    described_by={DESCRIPTION}
                />
                <p class="why" id={DESCRIPTION}>{ remedy }</p>
            </div>
        </div>
    }
}
