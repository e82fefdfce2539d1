//! A checkbox with its label.

use stylist::yew::use_style;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The checkbox.
#[derive(PartialEq, Properties)]
pub struct CheckboxProps {
    /// The name of its action in the page (`data-act`).
    pub act: &'static str,
    /// The label.
    pub label: AttrValue,
    /// Whether it is checked.
    pub checked: bool,
    /// The id of the element that describes it.
    #[prop_or_default]
    pub described_by: Option<&'static str>,
    /// Called with the new value when the agent changes it.
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
