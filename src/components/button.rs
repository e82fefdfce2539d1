//! The one button of the panel, in the looks of Microsoft's Fluent design.

use stylist::yew::use_style;
use yew::prelude::*;

use super::icons::Icon;
use super::language::use_i18n;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The action that the agent most likely wants.
    Primary,
    /// One action among others.
    #[default]
    Outline,
    /// A quiet button: an icon, or a word in a line.
    Subtle,
    /// A quiet button that ends something.
    Ending,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Outline => "outline",
            Self::Subtle => "subtle",
            Self::Ending => "ending",
        }
    }
}

/// The button.
#[derive(PartialEq, Properties)]
pub struct ButtonProps {
    /// The name of its action in the page (`data-act`).
    pub act: &'static str,
    /// Its word. A button that shows only an icon has it as a tooltip.
    pub label: AttrValue,
    /// The customer or the number that it belongs to, for people who hear the button without its row (`Accept` … `Ada
    /// Lovelace`).
    #[prop_or_default]
    pub about: AttrValue,
    /// Its icon.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Its look.
    #[prop_or_default]
    pub look: Look,
    /// Only the icon is visible.
    #[prop_or_default]
    pub icon_only: bool,
    /// The button cannot be used now. It keeps the focus all the same.
    #[prop_or_default]
    pub disabled: bool,
    /// Why the button cannot be used now. This disables it.
    #[prop_or_default]
    pub obstacle: Option<AttrValue>,
    /// The Tab key reaches the button.
    #[prop_or(true)]
    pub in_tab_order: bool,
    /// What happens on a click.
    pub onclick: Callback<()>,
}

/// The button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let style = use_style!(
        r#"
        display: inline-flex;
        flex: none;
        align-items: center;
        justify-content: center;
        gap: var(--space-s-nudge);
        min-block-size: 28px;
        padding: 3px var(--space-m-nudge);
        border: 1px solid transparent;
        border-radius: var(--radius-m);
        font: var(--body-1-strong);
        cursor: pointer;
        transition: background var(--duration-fast) var(--curve-easy);

        & .icon { font-size: 16px; }
        &.icon-only {
            inline-size: 28px;
            padding: 0;
        }
        &.icon-only .icon { font-size: 18px; }

        &.primary {
            background: var(--brand-background);
            color: var(--on-brand);
        }
        &.primary:hover { background: var(--brand-background-hover); }
        &.primary:active { background: var(--brand-background-pressed); }

        &.outline {
            border-color: var(--stroke-1);
            background: var(--background-1);
            color: var(--foreground-1);
        }
        &.outline:hover {
            border-color: var(--stroke-1-hover);
            background: var(--background-1-hover);
        }
        &.outline:active { background: var(--background-1-pressed); }

        &.subtle { color: var(--foreground-2); }
        &.subtle:hover {
            background: var(--background-1-hover);
            color: var(--brand-foreground);
        }
        &.subtle:active { background: var(--background-1-pressed); }

        &.ending { color: var(--danger-foreground); }
        &.ending:hover { background: var(--danger-background-hover); }

        &[aria-disabled] {
            border-color: var(--stroke-3);
            background: var(--background-3);
            color: var(--foreground-disabled);
            cursor: default;
        }
        &.subtle[aria-disabled], &.ending[aria-disabled] { background: none; }
        @media (forced-colors: active) {
            border-color: ButtonText;
        }
        "#
    );
    let i18n = use_i18n();
    let disabled = props.disabled || props.obstacle.is_some();
    let onclick = match disabled {
        true => Callback::noop(),
        false => props.onclick.reform(|_: MouseEvent| ()),
    };
    let label = match props.about.as_str() {
        "" => props.label.clone(),
        about => i18n.about(&props.label, about).into(),
    };
    html! {
        <button
            type="button"
            class={classes!(style, props.look.class(), props.icon_only.then_some("icon-only"))}
            data-act={props.act}
            aria-label={label}
            title={props.obstacle.clone().or_else(|| props.icon_only.then(|| props.label.clone()))}
            aria-description={props.obstacle.clone()}
            tabindex={(!props.in_tab_order).then_some("-1")}
            aria-disabled={disabled.then_some("true")}
            {onclick}
        >
            { props.icon.map(Icon::html) }
            if !props.icon_only { <span>{ &props.label }</span> }
        </button>
    }
}
