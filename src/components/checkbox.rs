//! A checkbox with its word.

use stylist::yew::use_style;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The checkbox.
#[derive(PartialEq, Properties)]
pub struct CheckboxProps {
    /// What it switches, by its name in the page.
    pub act: &'static str,
    /// Its word.
    pub label: AttrValue,
    /// It is on.
    pub checked: bool,
    /// The id of what tells more about it.
    #[prop_or_default]
    pub described_by: Option<&'static str>,
    /// The agent wants it on, or off.
    pub on_change: Callback<bool>,
}

/// The checkbox.
#[component]
pub fn Checkbox(props: &CheckboxProps) -> Html {
    let style = use_style!(
        r#"
        display: inline-flex;
        align-items: center;
        gap: var(--space-s);
        min-block-size: 24px;
        cursor: pointer;

        & input {
            inline-size: 16px;
            block-size: 16px;
            margin: 0;
            accent-color: var(--brand-background);
        }
        "#
    );
    let onchange = props.on_change.reform(|event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        input.is_some_and(|input| input.checked())
    });
    html! {
        <label class={style}>
            <input
                type="checkbox" data-act={props.act} checked={props.checked} {onchange}
                aria-describedby={props.described_by}
            />
            { &props.label }
        </label>
    }
}
