//! A button that copies the phone number of a customer without a name. The row shows this number in the place of the
//! name.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::button::{Button, Look};
use super::icons::Icon;
use super::language::use_i18n;
use crate::browser::export;

/// How long the button says that the number is copied, in milliseconds.
const SAID: u32 = 2_000;

/// What the button needs.
#[derive(PartialEq, Properties)]
pub struct CopyNumberProps {
    /// The number, in a form that can be dialled.
    pub number: AttrValue,
    /// The Tab key reaches the button.
    pub in_tab_order: bool,
}

/// The button.
#[component]
pub fn CopyNumber(props: &CopyNumberProps) -> Html {
    let i18n = use_i18n();
    let copied = use_state(|| false);
    use_effect_with(copied.clone(), |copied| {
        let over = copied.setter();
        let timeout = copied.then(|| Timeout::new(SAID, move || over.set(false)));
        move || drop(timeout)
    });
    let copy = {
        let (number, copied) = (props.number.clone(), copied.setter());
        Callback::from(move |()| copied.set(export::copy(&number)))
    };
    let (label, icon) = if *copied {
        (i18n.number_copied(), Icon::Check)
    } else {
        (i18n.copy_number(), Icon::Copy)
    };
    html! {
        <Button
            act="copy-number" {label} about={props.number.clone()} icon={Some(icon)} look={Look::Subtle} icon_only=true
            in_tab_order={props.in_tab_order} onclick={copy}
        />
    }
}
